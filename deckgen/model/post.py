"""What was read: a post, its sections in reading order, and the blocks that each holds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from deckgen.model.summit import Summit
from deckgen.model.text import ListItem, Notice, Runs, Source
from deckgen.model.theme import Align
from deckgen.model.visual import Visual


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph of running text; an author's hard line break is a newline in a run's text."""

    text: Runs
    source: Source


@dataclass(frozen=True, slots=True)
class Bullets:
    """An author's own list, ordered or not, its nested items flattened with their levels."""

    items: tuple[ListItem, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a post.

    `path` is the file that was found; `written` is what the author wrote. Width and height are pixels as they are
    seen (after EXIF orientation), 0 until the file has been measured. `alt` and `title` are the author's, or empty, and
    so is `link`, the page of the web that the picture leads to.
    """

    path: str
    written: str
    alt: str
    title: str
    source: Source
    width: int = 0
    height: int = 0
    link: str = ""


FORMULA = "math"
"""The language of a code block that is a formula in LaTeX, to be drawn where it can be."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code block, its indentation and every character kept; `lines` are the same in tones, once they are known."""

    text: str
    language: str
    source: Source
    lines: tuple[Runs, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quotation, a tuple of paragraphs; `attribution` is who said it, or empty."""

    paragraphs: tuple[Runs, ...]
    attribution: str
    source: Source


@dataclass(frozen=True, slots=True)
class Table:
    """A table; rows are as long as the header, which may hold empty cells: a table without one has nothing else in it.

    `aligns` are the columns' as the author wrote them, or empty.
    """

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    source: Source
    aligns: tuple[Align, ...] = ()


Block = Prose | Bullets | Picture | Code | Quote | Table | Visual


@dataclass(frozen=True, slots=True)
class Rating:
    """What a reviewer gave: `stars` as written (`★★★☆`), and the line they stand on with its label."""

    stars: str
    line: str
    source: Source


@dataclass(frozen=True, slots=True)
class Aside:
    """What the author wrote for the speaker alone; lines and indentation are the author's.

    A `footnote` is one that opens with its mark, `[1]`, which stands raised in the text.
    """

    text: str
    source: Source
    footnote: bool = False


@dataclass(frozen=True, slots=True)
class Comment:
    """An HTML comment without its marks. `after_text` says that words stand before it on its line."""

    text: str
    source: Source
    after_text: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the blocks up to the next heading, whatever that one's level.

    `path` holds the headings from the outermost down to this one, as the author wrote them, without markup. The text
    before the first heading is a section of level 0 with an empty path.

    `apart` says that the author asked for a new slide here. Where that was in the midst of a section, what follows is
    a section of the same path, one level below it. `asides` go into the speaker notes. `rating` is no longer among the
    blocks.
    """

    path: tuple[str, ...]
    level: int
    blocks: tuple[Block, ...]
    source: Source
    apart: bool = False
    asides: tuple[Aside, ...] = ()
    rating: Rating | None = None

    @property
    def heading(self) -> str:
        """The section's own heading, or the empty string."""
        return self.path[-1] if self.path else ""

    @property
    def continues(self) -> bool:
        """Whether this is a later part of the section before it."""
        return self.apart and self.level > len(self.path)


@dataclass(frozen=True, slots=True)
class Repair:
    """A change that structure recovery made: which rule, at which original line, and what it saw."""

    rule: str
    line: int
    seen: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about a post beside its text; whatever nobody said is empty or None.

    `summit`, `theme` and `lang` are as the author wrote them in the front matter; `detail` is one of the choices.
    `theme_line` is where the theme is named, 0 where it is not. `link` is where the post was published; `visuals`
    whether lists may be drawn. `day` is the day of the summit that the post tells of ("Day3", "第二天").
    """

    title: str
    date: dt.date | None = None
    day: int | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    description: str = ""
    summit: str = ""
    theme: str = ""
    detail: str = ""
    lang: str = ""
    link: str = ""
    visuals: bool = True
    theme_line: int = 0


@dataclass(frozen=True, slots=True)
class Post:
    """A post as it was understood."""

    path: str
    facts: Facts
    sections: tuple[Section, ...]
    opening: str
    """The first few hundred characters of the body: the summit is looked for here when nothing else names it."""
    repairs: tuple[Repair, ...] = ()
    notices: tuple[Notice, ...] = ()
    folder: str = ""
    """The folder of the post below the one that was given, such as `boston/day1`; empty at the top."""
    written: Summit | None = None
    """The summit of an outline that was written to be edited: its sections are slides, to be built as they stand."""
    comments: tuple[Comment, ...] = ()
    """The comments of such an outline, which say where its lines come from."""
