"""A deck as Markdown that a person reads and edits, to be built again as it then stands."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from deckgen.model import (
    AgendaEntry,
    AgendaSlide,
    Bullet,
    Code,
    ContentSlide,
    Deck,
    Figure,
    Item,
    Note,
    Post,
    Quote,
    Run,
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
    runs,
    visual_kind,
)
from deckgen.outline import markdown as md
from deckgen.outline.bullets import Listing
from deckgen.outline.origin import Origin
from deckgen.outline.words import words

FORM = "outline"
"""What the front matter's `deckgen:` says of such a file."""
SAYS_WHO = re.compile("—|–|--")
"""Opens the last paragraph of a quotation where that names who is quoted."""

_HELP = """<!-- Every heading is a slide. Reword, add, move and delete slides and lines as you like, then build it.
# opens a chapter; ## is a slide that the agenda names, ### one that it does not. Comments are not shown, but for
notes, which the speaker sees. Those at the ends of lines tell where the words come from, and may be deleted. -->"""
_RULES = {"left": "---", "center": ":--:", "right": "--:"}
_SAFE = re.compile(r"[^\W\d_](?:[\w ./·()（）-]*[\w)）])?")
_NOT_SAFE = re.compile("true|false|yes|no|on|off|null|y|n", re.IGNORECASE)


def written(deck: Deck, posts: Sequence[Post], folder: str = "") -> str:
    """The deck as Markdown, with what its file's properties say of its `posts`.

    Pictures are named from the current folder, or from `folder`, which is where the text will lie.
    """
    named = {entry.target for slide in deck.slides if isinstance(slide, AgendaSlide) for entry in slide.entries}
    chaptered = any(isinstance(slide, SectionSlide) for slide in deck.slides)
    parts = ["\n".join(_front_matter(deck, posts)), _HELP]
    for slide in deck.slides:
        level = "###" if not chaptered and isinstance(slide, ContentSlide) and slide.key not in named else "##"
        parts += _slide(slide, level, words(deck.lang).colon, folder)
    return "\n\n".join(part for part in parts if part) + "\n"


def _front_matter(deck: Deck, posts: Sequence[Post]) -> Iterator[str]:
    summit, facts = deck.summit, [post.facts for post in posts]
    values: dict[str, object] = {
        "deckgen": FORM,
        "summit": summit.name,
        "place": summit.place,
        "year": summit.year,
        "start": summit.start,
        "end": summit.end,
        "slug": summit.slug,
        "theme": deck.theme,
        "lang": deck.lang,
        "title": " / ".join(fact.title for fact in facts),
        "author": list(dict.fromkeys(author for fact in facts for author in fact.authors)),
        "date": max((fact.date for fact in facts if fact.date), default=None),
        "tags": list(dict.fromkeys(tag for fact in facts for tag in fact.tags)),
    }
    yield "---"
    for key, value in values.items():
        if isinstance(value, list) and value:
            yield f"{key}: [{', '.join(json.dumps(part, ensure_ascii=False) for part in value)}]"
        elif value:
            yield f"{key}: {_scalar(value)}"
    yield "---"


def _scalar(value: object) -> str:
    if not isinstance(value, str):
        return str(value)
    safe = _SAFE.fullmatch(value) and not _NOT_SAFE.fullmatch(value)
    return value if safe else json.dumps(value, ensure_ascii=False)


def _slide(slide: Slide, level: str, colon: str, folder: str) -> Iterator[str]:
    match slide:
        case TitleSlide():
            yield f"# {md.heading(slide.lines)} {Origin('title', _own(slide.key, 'title'))}"
            yield from (md.inline(runs(slide.about)), md.inline((Run(slide.meta, italic=True),) if slide.meta else ()))
            yield from _notes(slide.notes)
        case AgendaSlide():
            yield f"## {md.heading([slide.title])} {Origin('agenda', _own(slide.key, 'agenda'))}"
            yield _agenda(slide.entries)
        case SectionSlide():
            yield f"# {md.heading([slide.title])} {Origin('section', slide.key, slide.source)}"
            yield md.inline(runs(slide.lead))
            yield from _notes(slide.notes)
        case ContentSlide():
            yield f"{level} {md.heading([slide.title])} {Origin('', slide.key, slide.source)}"
            yield f"{md.inline(runs(slide.rating.line))} {Origin(source=slide.rating.source)}" if slide.rating else ""
            yield f"{md.inline(slide.lead.text)} {Origin(source=slide.lead.source)}" if slide.lead else ""
            yield from _items(slide.items, folder)
            yield from _notes(slide.notes)
        case TakeawaysSlide():
            yield f"## {md.heading([slide.title])} {Origin('takeaways', _own(slide.key, 'takeaways'))}"
            yield _takeaways(slide.takeaways, colon)
        case SourcesSlide():
            yield f"## {md.heading([slide.title])} {Origin('sources', _own(slide.key, 'sources'))}"
            yield "\n".join(_source(entry) for entry in slide.entries)
        case _:
            assert_never(slide)


def _own(key: str, usual: str) -> str:
    """A slide's key where it is another than its kind always has."""
    return "" if key == usual else key


def _agenda(entries: Iterable[AgendaEntry]) -> str:
    lines = ((e.number, md.inline((Run(e.title, link=f"#{e.target}" if e.target else ""),))) for e in entries)
    return "\n".join(f"{number}. {said}" if number.isdigit() else f"- {said}" for number, said in lines)


def _takeaways(takeaways: Iterable[Takeaway], colon: str) -> str:
    listing = Listing()
    for takeaway in takeaways:
        link = f"#{takeaway.target}" if takeaway.target else ""
        label = Run(takeaway.label, bold=not link, link=link)
        text = (label, Run(colon), *takeaway.bullet.text) if takeaway.label else takeaway.bullet.text
        listing.add(text, 0, takeaway.bullet.number, str(Origin(source=takeaway.bullet.source)))
    return str(listing)


def _source(entry: SourceEntry) -> str:
    """A post with what is known of it below: authors, date, and its file's name as code."""
    listing = Listing()
    listing.add((Run(entry.title, link=entry.link),), 0)
    known = [*entry.authors, entry.date.isoformat() if entry.date else ""]
    for line in filter(None, known):
        listing.add((Run(line),), 1)
    if entry.path:
        listing.add((Run(entry.path, code=True),), 1)
    return str(listing)


def _items(items: Iterable[Item], folder: str) -> Iterator[str]:
    listing = Listing()
    for item in items:
        if isinstance(item, Bullet):
            listing.add(item.text, item.level, item.number, str(Origin(source=item.source)))
            continue
        if isinstance(item, Visual):
            for line in item.told:
                here = Origin(visual_kind(item.drawn), source=line.source)
                listing.add(line.text, line.level, line.number, str(here))
            continue
        yield str(listing)
        listing = Listing()
        yield _block(item, folder)
    yield str(listing)


def _block(item: Figure | Table | Code | Quote, folder: str) -> str:
    here = Origin(source=item.source)
    match item:
        case Figure():
            path = os.path.relpath(item.path, folder) if folder else item.path
            return f"{md.picture(path, item.alt, item.caption, item.link)} {here}"
        case Table():
            rows = [[md.cell(cell) for cell in row] for row in (item.header, *item.rows)]
            rows.insert(1, [_RULES[align] for align in item.aligns or ("left",) * len(item.header)])
            return "\n".join((*(f"| {' | '.join(row)} |" for row in rows), str(here)))
        case Code():
            return f"{md.fenced(item.text, item.language)}\n{here}"
        case Quote():
            return f"{_quote(item)} {here}"
    assert_never(item)


def _quote(quote: Quote) -> str:
    """Markdown's own quotation; a dash alone ends one whose last words would be read as a name."""
    paragraphs = [md.inline(paragraph, "> ") for paragraph in quote.paragraphs]
    if quote.attribution:
        paragraphs.append(f"— {md.inline(runs(quote.attribution), '> ')}")
    elif SAYS_WHO.match(plain(quote.paragraphs[-1]).strip()):
        paragraphs.append("—")
    return "\n>\n".join(f"> {paragraph}" for paragraph in paragraphs if paragraph)


def _notes(notes: Iterable[Note]) -> Iterator[str]:
    for note in notes:
        text = re.sub(r"--(\\*)>", r"--\1\>", note.text.rstrip())
        if text.strip():
            short = "\n" not in text and text == text.strip()
            inside = f" {text} " if short else f"\n{text}\n"
            yield f"<!-- notes:{inside}--> {Origin(source=note.source)}"
