"""An outline that deckgen wrote and a person edited: headings and blocks exactly as they stand, nothing mended."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from deckgen.errors import InputError
from deckgen.model import Aside, Comment, Notice, Prose, Rating, Runs, Section, Source, Summit, Table, plain
from deckgen.model.theme import Align
from deckgen.posts.blocks import Reader
from deckgen.posts.comments import pieces
from deckgen.posts.days import date_in
from deckgen.posts.files import Pictures
from deckgen.posts.inline import Image, Words, trimmed
from deckgen.posts.lines import Line, Lines, join
from deckgen.posts.markdown import tokens_of
from deckgen.posts.nodes import Heading, Node, SlideBreak, packed
from deckgen.posts.paragraphs import Text, in_order, joined
from deckgen.posts.ratings import rating_of
from deckgen.posts.steering import said_in
from deckgen.posts.table import slug_of

_ANY = re.compile("")
_WHO = re.compile(r"(?:—+|–|--)\s*")


def is_outline(fields: Mapping[str, object]) -> bool:
    """Whether the front matter says `deckgen: outline`."""
    return str(fields.get("deckgen", "")).strip().lower() == "outline"


def summit_of(fields: Mapping[str, object], path: str) -> Summit:
    """The summit that an outline's front matter describes; without a name the file's name stands for it."""
    name = _text(fields.get("summit")) or Path(path).stem
    year = fields.get("year")
    return Summit(
        slug=slug_of(_text(fields.get("slug")) or Path(path).stem),
        name=name,
        place=_text(fields.get("place")),
        year=year if isinstance(year, int) and not isinstance(year, bool) else None,
        start=_date(fields.get("start")),
        end=_date(fields.get("end")),
    )


@dataclass(frozen=True, slots=True)
class Written:
    """An outline's sections, each a slide, and its comments but for the notes."""

    sections: tuple[Section, ...]
    comments: tuple[Comment, ...]
    notices: tuple[Notice, ...]


def read_outline(lines: Lines, pictures: Pictures) -> Written:
    """The slides of an outline's body; `pictures` finds its files. Raises InputError where there is no heading."""
    found = tuple(pieces(lines, pictures.path, _ANY))
    text = tuple(piece for piece in found if isinstance(piece, Line))
    comments = [piece for piece in found if isinstance(piece, Comment)]
    nodes = tuple(packed(_Exact(tokens_of(join(text)), text, pictures).read()))
    asides = [Aside(said, c.source) for c in comments if (said := said_in(c.text)) is not None]
    heads = [place for place, node in enumerate(nodes) if isinstance(node, Heading)]
    sections = [_section(nodes[start:end]) for start, end in pairwise([*heads, len(nodes)])]
    if not sections:
        raise InputError(
            "the outline has no slides", path=pictures.path, hint="every heading is a slide", rule="post-unreadable"
        )
    above = [*nodes[: heads[0]], *(a for a in asides if a.source.line < sections[0].source.line)]
    return Written(
        tuple(_with_asides(sections, asides)),
        tuple(comment for comment in comments if said_in(comment.text) is None),
        tuple(_homeless(node.source) for node in above),
    )


def _section(nodes: Sequence[Node]) -> Section:
    head, *blocks = nodes
    assert isinstance(head, Heading)
    kept = tuple(block for block in blocks if not isinstance(block, Heading | SlideBreak | Aside))
    first = kept[0] if kept and isinstance(kept[0], Prose) else None
    stars = rating_of(line := plain(first.text)) if first else ""
    if first and stars:
        return Section((head.text,), head.level, kept[1:], head.source, rating=Rating(stars, line, first.source))
    return Section((head.text,), head.level, kept, head.source)


def _with_asides(sections: Sequence[Section], asides: Sequence[Aside]) -> Iterator[Section]:
    starts = [section.source.line for section in sections]
    home = [bisect_right(starts, aside.source.line) for aside in asides]
    for number, section in enumerate(sections, 1):
        own = asides[bisect_left(home, number) : bisect_right(home, number)]
        yield replace(section, asides=tuple(aside for aside in own if aside.text.strip()))


def _homeless(source: Source) -> Notice:
    return Notice(
        "above the first heading nothing has a slide",
        source.path,
        source.line,
        "move it below one",
        lost=True,
        rule="text-cut",
    )


@dataclass(slots=True)
class _Exact(Reader):
    """Takes every paragraph, heading, item and row at its word."""

    def parts(self, pieces: Sequence[Words | Image]) -> Iterator[Text | Image]:
        return in_order(pieces, _one)

    def title(self, words: Sequence[Words]) -> str:
        return plain(joined(words))

    def attributed(self, text: Runs) -> tuple[str, Runs]:
        """A last paragraph that opens with a dash says who is quoted, a dash alone that nobody is."""
        said = plain(text)
        found = _WHO.match(said)
        return (said[found.end() :], ()) if found else ("", text)

    def table(self, rows: list[list[Runs]], source: Source, aligns: tuple[Align, ...]) -> Table | None:
        columns = max(map(len, rows), default=0)
        header, *body = [tuple(row) + ((),) * (columns - len(row)) for row in rows] or [()]
        return Table(header, tuple(body), source, aligns) if header else None


def _one(lines: Sequence[Words]) -> tuple[Text]:
    return (Text(trimmed(joined(lines)), lines[0].line, lines[-1].line),)


def _text(value: object) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""


def _date(value: object) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, dt.date) else date_in(_text(value)) if value else None
