"""What will be shown: slides in words, before anybody has measured them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, assert_never

from deckgen.model.post import Code, Quote, Rating, Table
from deckgen.model.summit import Summit
from deckgen.model.text import Notice, Runs, Source
from deckgen.model.visual import Visual, visual_kind

Detail = Literal["brief", "standard", "full"]


@dataclass(frozen=True, slots=True)
class Bullet:
    """A line on a slide: a subsequence of the characters in `source`. `number` as in ListItem."""

    text: Runs
    source: Source
    level: int = 0
    number: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture on a slide: pixels as they are seen.

    `alt` says what it shows to those who cannot see it; `caption` stands below it, or is empty. `link` as in Picture.
    """

    path: str
    alt: str
    caption: str
    width: int
    height: int
    source: Source
    link: str = ""


Item = Bullet | Figure | Table | Code | Quote | Visual


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph for the speaker notes, in the author's full words."""

    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class TitleSlide:
    """The first slide. `lines` are the title's; `about` says what the posts tell of; `meta` dates, authors, count."""

    key: str
    lines: tuple[str, ...]
    about: str
    meta: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """A line of the agenda. `number` is empty for the unnumbered ends; `target` is the key of the slide it leads to."""

    number: str
    title: str
    target: str


@dataclass(frozen=True, slots=True)
class AgendaSlide:
    """What the deck tells, line by line."""

    key: str
    title: str
    entries: tuple[AgendaEntry, ...]


@dataclass(frozen=True, slots=True)
class SectionSlide:
    """Opens a chapter: a numeral, a title and one line of what it is about."""

    key: str
    number: str
    title: str
    lead: str
    section: tuple[str, ...]
    source: Source
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class ContentSlide:
    """A section's run of items under one title. Layout may cut it into several pages; it never merges two.

    `section` is the heading path in the post; `lead` the sentence that states the point, or None; `notes` the full
    text that the slide condenses. `rating` is what the author gave its subject; it stands beside the title.
    """

    key: str
    title: str
    lead: Bullet | None
    items: tuple[Item, ...]
    section: tuple[str, ...]
    source: Source
    notes: tuple[Note, ...] = ()
    rating: Rating | None = None


@dataclass(frozen=True, slots=True)
class Takeaway:
    """A line of the whole summit, under the label of its section, linked to the slide with the key `target`."""

    label: str
    bullet: Bullet
    target: str


@dataclass(frozen=True, slots=True)
class TakeawaysSlide:
    """What to remember of the whole summit."""

    key: str
    title: str
    takeaways: tuple[Takeaway, ...]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A post in the list of sources. `link` is its URL, or empty where only `path` is known."""

    title: str
    authors: tuple[str, ...]
    date: dt.date | None
    link: str
    path: str


@dataclass(frozen=True, slots=True)
class SourcesSlide:
    """The posts that the deck was made from."""

    key: str
    title: str
    entries: tuple[SourceEntry, ...]


Slide = TitleSlide | AgendaSlide | SectionSlide | ContentSlide | TakeawaysSlide | SourcesSlide


@dataclass(frozen=True, slots=True)
class Deck:
    """All that one summit's deck says. `lang` is a language tag such as `zh-CN`."""

    summit: Summit
    theme: str
    lang: str
    slides: tuple[Slide, ...]
    notices: tuple[Notice, ...] = ()


def kind_of(slide: Slide) -> str:
    """The slide's kind by name, as `outline --format json` writes it."""
    match slide:
        case TitleSlide():
            return "title"
        case AgendaSlide():
            return "agenda"
        case SectionSlide():
            return "section"
        case TakeawaysSlide():
            return "takeaways"
        case SourcesSlide():
            return "sources"
        case ContentSlide(items=items):
            return _content_kind(items)
    assert_never(slide)


def _content_kind(items: tuple[Item, ...]) -> str:
    drawn = next((item for item in items if isinstance(item, Visual)), None)
    if drawn is not None:
        return visual_kind(drawn.drawn)
    kinds = {type(item) for item in items}
    names = {Figure: "pictures", Quote: "quote", Table: "table", Code: "code"}
    for noun, name in names.items():
        if kinds == {noun}:
            return name
    beside = [item for item in items if not isinstance(item, Quote | Figure)]
    return "quote" if Quote in kinds and len(beside) <= 1 else "bullets"
