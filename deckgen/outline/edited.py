"""An edited outline back to a deck: every heading a slide, every line as it stands."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import assert_never
from urllib.parse import unquote

from deckgen.model import (
    AgendaEntry,
    AgendaSlide,
    Block,
    Bullet,
    Bullets,
    Code,
    ContentSlide,
    Deck,
    Figure,
    Item,
    ListItem,
    Notice,
    Picture,
    Post,
    Prose,
    Quote,
    Run,
    Runs,
    SectionSlide,
    Slide,
    SourceEntry,
    SourcesSlide,
    Table,
    Takeaway,
    TakeawaysSlide,
    TitleSlide,
    Visual,
    plain,
)
from deckgen.outline.sheets import Sheet, sheets_of
from deckgen.outline.words import words
from deckgen.visuals import redrawn

_LABEL = re.compile(r"\s*[:：]\s*")


def edited(post: Post, *, lang: str, theme: str) -> Deck:
    """The deck that an outline describes, word for word; `post.written` is its summit.

    The agenda is made anew from the slides' order, in the words that the outline has for its lines. What a slide has no
    place for is a notice.
    """
    assert post.written
    sheets = sheets_of(post, words(lang))
    slides = tuple(_slide(sheet) for sheet in sheets)
    slides = tuple(_numbered(slides))
    keys = {slide.key for slide in slides}
    slides = tuple(_linked(slide, sheet, slides, sheets, keys) for slide, sheet in zip(slides, sheets, strict=True))
    notices = tuple(notice for sheet in sheets for notice in _unshown(sheet))
    return Deck(post.written, theme, lang, slides, (*post.notices, *notices))


def _slide(sheet: Sheet) -> Slide:
    """The slide, its agenda still empty."""
    section, title = sheet.section, sheet.title
    prose = [plain(block.text) for block in section.blocks if isinstance(block, Prose) and not _all_italic(block.text)]
    match sheet.kind:
        case "title":
            meta = [plain(b.text) for b in section.blocks if isinstance(b, Prose) and _all_italic(b.text)]
            lines = tuple(section.heading.split("\n"))
            return TitleSlide(sheet.key, lines, "\n".join(prose), "\n".join(meta), sheet.notes)
        case "agenda":
            return AgendaSlide(sheet.key, title, ())
        case "section":
            lead = "\n".join(plain(block.text) for block in section.blocks if isinstance(block, Prose))
            return SectionSlide(sheet.key, "", title, lead, (), sheet.source(section.source), sheet.notes)
        case "takeaways":
            return TakeawaysSlide(sheet.key, title, tuple(_takeaway(item, sheet) for item in sheet.items))
        case "sources":
            return SourcesSlide(sheet.key, title, tuple(_sources(sheet.items)))
        case _:
            return _content(sheet)


def _all_italic(text: Runs) -> bool:
    return bool(plain(text).strip()) and all(run.italic for run in text if run.text.strip())


def _content(sheet: Sheet) -> ContentSlide:
    """A paragraph right below the heading leads; any other is a bullet."""
    blocks = sheet.section.blocks
    lead: Bullet | None = None
    if blocks and isinstance(blocks[0], Prose):
        lead, blocks = Bullet(blocks[0].text, sheet.source(blocks[0].source)), blocks[1:]
    items = tuple(item for block in blocks for item in _items(block, sheet))
    source = sheet.source(sheet.section.source)
    rating = sheet.section.rating
    rating = replace(rating, source=sheet.source(rating.source)) if rating else None
    return ContentSlide(sheet.key, sheet.title, lead, items, (sheet.title,), source, sheet.notes, rating)


def _items(block: Block, sheet: Sheet) -> Iterator[Item]:
    match block:
        case Prose():
            yield Bullet(block.text, sheet.source(block.source))
        case Bullets():
            yield from _listed(block, sheet)
        case Picture():
            alt = block.alt or sheet.words.picture_of.format(what=block.title or sheet.title)
            source = sheet.source(block.source)
            yield Figure(block.path, alt, block.title, block.width, block.height, source, block.link)
        case Code() | Quote() | Table() | Visual():
            yield replace(block, source=sheet.source(block.source))
        case _:
            assert_never(block)


def _listed(block: Bullets, sheet: Sheet) -> Iterator[Item]:
    """A list's items; those in a row that are marked as a drawing are one, as long as they make such a drawing.

    An item without a comment belongs to what the one before it belongs to: somebody has added it.
    """
    kind = ""
    run: list[ListItem] = []
    for item in block.items:
        origin = sheet.origins.get(item.source.line)
        named = sheet.drawing(item.source) if origin else kind
        if named != kind:
            yield from _drawing(kind, run)
            kind, run = named, []
        run.append(replace(item, source=sheet.source(item.source)))
    yield from _drawing(kind, run)


def _drawing(kind: str, told: Sequence[ListItem]) -> Iterator[Item]:
    made = redrawn(kind, told)
    yield from (made,) if made else (Bullet(i.text, i.source, i.level, i.number) for i in told)


def _takeaway(item: ListItem, sheet: Sheet) -> Takeaway:
    """A line whose first words link to a slide, or are bold, has these for its label."""
    first, *rest = item.text
    source = sheet.source(item.source)
    follows = rest and _LABEL.match(rest[0].text)
    if not follows or not (first.link.startswith("#") or first.bold):
        return Takeaway("", Bullet(item.text, source, 0, item.number), "")
    text = (replace(rest[0], text=rest[0].text[follows.end() :]), *rest[1:])
    said = tuple(run for run in text if run.text)
    return Takeaway(first.text, Bullet(said, source, 0, item.number), _target(first))


def _target(run: Run) -> str:
    return unquote(run.link[1:]) if run.link.startswith("#") else ""


def _sources(items: Sequence[ListItem]) -> Iterator[SourceEntry]:
    for place, item in enumerate(items):
        if item.level == 0:
            below = takewhile(lambda other: other.level > 0, items[place + 1 :])
            yield _source(item.text, [other.text for other in below])


def _source(title: Runs, below: Iterable[Runs]) -> SourceEntry:
    """A post: below its title stand authors, the date, and the file's name as code."""
    entry = SourceEntry(plain(title), (), None, title[0].link if len(title) == 1 else "", "")
    for line in below:
        text = plain(line)
        if all(run.code for run in line):
            entry = replace(entry, path=text)
        elif re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) and not entry.date:
            entry = replace(entry, date=_date(text))
        else:
            entry = replace(entry, authors=(*entry.authors, text))
    return entry


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _numbered(slides: Iterable[Slide]) -> Iterator[Slide]:
    """Section slides with their numbers, in order."""
    count = 0
    for slide in slides:
        count += isinstance(slide, SectionSlide)
        yield replace(slide, number=str(count)) if isinstance(slide, SectionSlide) else slide


def _linked(slide: Slide, sheet: Sheet, slides: Sequence[Slide], sheets: Sequence[Sheet], keys: set[str]) -> Slide:
    """The slide with links to slides that are there: the agenda's lines, and those of takeaways."""
    match slide:
        case AgendaSlide():
            return replace(slide, entries=tuple(_entries(sheet, slides, sheets)))
        case TakeawaysSlide(takeaways=lines):
            return replace(slide, takeaways=tuple(t if t.target in keys else replace(t, target="") for t in lines))
        case _:
            return slide


def _entries(own: Sheet, slides: Sequence[Slide], sheets: Sequence[Sheet]) -> Iterator[AgendaEntry]:
    """A line a chapter: the section slides, or where there are none those below `##`; then takeaways and sources."""
    worded = {_target(run): plain(item.text) for item in own.items for run in item.text if run.link}
    chaptered = any(isinstance(slide, SectionSlide) for slide in slides)
    count = 0
    for slide, sheet in zip(slides, sheets, strict=True):
        match slide:
            case SectionSlide(title=title):
                named = True
            case ContentSlide(title=title):
                named = not chaptered and sheet.section.level <= 2
            case TakeawaysSlide(title=title) | SourcesSlide(title=title):
                yield AgendaEntry("", worded.get(slide.key, title), slide.key)
                continue
            case _:
                continue
        if named:
            count += 1
            yield AgendaEntry(str(count), worded.get(slide.key, title), slide.key)


_SHOWN: dict[str, tuple[type, ...]] = {
    "title": (Prose,),
    "section": (Prose,),
    "agenda": (Bullets,),
    "takeaways": (Bullets,),
    "sources": (Bullets,),
}


def _unshown(sheet: Sheet) -> Iterator[Notice]:
    """What the outline holds and its slide has no place for."""
    kinds = _SHOWN.get(sheet.kind)
    if kinds is None:
        return
    strange = [block for block in sheet.section.blocks if not isinstance(block, kinds)]
    silent = sheet.section.asides if sheet.kind not in ("title", "section") else ()
    for thing in (*strange, *silent):
        message = f"the {sheet.kind} slide has no place for this"
        yield Notice(
            message, thing.source.path, thing.source.line, "move it to a slide of its own", lost=True, rule="text-cut"
        )
