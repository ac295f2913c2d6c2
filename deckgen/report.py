"""An outline as JSON for other programs, as text for people, and as Markdown to edit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, assert_never

from deckgen.model import (
    AgendaSlide,
    Bullet,
    Code,
    ContentSlide,
    Figure,
    Item,
    ListItem,
    Note,
    Notice,
    Post,
    Quote,
    Section,
    SectionSlide,
    Slide,
    Source,
    SourcesSlide,
    Table,
    TakeawaysSlide,
    TitleSlide,
    Visual,
    kind_of,
    plain,
    visual_kind,
)
from deckgen.outline import written
from deckgen.result import Outline, PlannedDeck


def as_json(found: Outline) -> dict[str, Any]:
    """The outline as values for `json.dumps`; the README documents the schema, and a test holds it."""
    return {
        "posts": [
            _post(post, planned.deck.summit.slug, rule)
            for planned in found.decks
            for post, rule in zip(planned.posts, planned.rules, strict=True)
        ],
        "decks": [_deck(planned) for planned in found.decks],
        "warnings": [_notice(notice) for notice in found.notices],
    }


def as_text(found: Outline, *, repairs: bool = False) -> str:
    """The outline as lines for a terminal; with `repairs`, each change that structure recovery made is told."""
    return "\n".join(line for planned in found.decks for line in _lines(planned, repairs))


def as_markdown(planned: PlannedDeck, folder: str = "") -> str:
    """One deck's outline as Markdown, to be edited and built; `folder` is where it will lie, if not the current one."""
    return written(planned.deck, planned.posts, folder)


def _post(post: Post, slug: str, rule: str) -> dict[str, Any]:
    facts = post.facts
    return {
        "path": post.path,
        "title": facts.title,
        "date": facts.date.isoformat() if facts.date else None,
        "summit": slug,
        "summit_rule": rule,
        "headings": [{"level": s.level, "text": s.heading, "line": s.source.line} for s in _headed(post)],
    }


def _headed(post: Post) -> Iterator[Section]:
    return (section for section in post.sections if section.path and not section.continues)


def _deck(planned: PlannedDeck) -> dict[str, Any]:
    deck = planned.deck
    return {
        "summit": deck.summit.title,
        "slug": deck.summit.slug,
        "theme": deck.theme,
        "slides": [_slide(slide) for slide in deck.slides],
    }


def _slide(slide: Slide) -> dict[str, Any]:
    lead = slide.lead if isinstance(slide, ContentSlide) else None
    items: tuple[Item, ...] = slide.items if isinstance(slide, ContentSlide) else ()
    source = slide.source if isinstance(slide, SectionSlide | ContentSlide) else None
    bullets: list[Bullet | ListItem] = [line for item in items for line in _told(item)]
    if isinstance(slide, TakeawaysSlide):
        bullets = [takeaway.bullet for takeaway in slide.takeaways]
    return {
        "key": slide.key,
        "kind": kind_of(slide),
        "title": " ".join(slide.lines) if isinstance(slide, TitleSlide) else slide.title,
        "section": list(slide.section) if isinstance(slide, SectionSlide | ContentSlide) else [],
        "source": {"path": source.path, "line": source.line} if source else None,
        "rating": _rating(slide),
        "lead": _bullet(lead) if lead else None,
        "bullets": [_bullet(bullet) for bullet in bullets],
        "lines": [{"text": text, "target": target} for text, target in _own_lines(slide)],
        "pictures": [_figure(item) for item in items if isinstance(item, Figure)],
        "notes": "\n\n".join(note.text for note in _notes(slide)),
    }


def _own_lines(slide: Slide) -> tuple[tuple[str, str], ...]:
    """What a slide says beside its bullets, each line with the slide's key, address or file that it leads to."""
    match slide:
        case TitleSlide(about=about, meta=meta):
            return tuple((line, "") for line in (*about.split("\n"), meta) if line)
        case AgendaSlide(entries=entries):
            return tuple((f"{entry.number} {entry.title}".strip(), entry.target) for entry in entries)
        case SectionSlide(lead=lead):
            return tuple((line, "") for line in lead.split("\n") if line)
        case TakeawaysSlide(takeaways=takeaways):
            return tuple((takeaway.label, takeaway.target) for takeaway in takeaways)
        case SourcesSlide(entries=listed):
            return tuple((entry.title, entry.link or entry.path) for entry in listed)
        case ContentSlide():
            return ()
    assert_never(slide)


def _notes(slide: Slide) -> tuple[Note, ...]:
    return slide.notes if isinstance(slide, TitleSlide | SectionSlide | ContentSlide) else ()


def _told(item: Item) -> tuple[Bullet | ListItem, ...]:
    """The lines of an item that is one, or that is drawn of some."""
    match item:
        case Bullet():
            return (item,)
        case Visual(told=told):
            return told
        case _:
            return ()


def _rating(slide: Slide) -> dict[str, Any] | None:
    rating = slide.rating if isinstance(slide, ContentSlide) else None
    return {"text": rating.stars, "source": _source(rating.source)} if rating else None


def _bullet(bullet: Bullet | ListItem) -> dict[str, Any]:
    return {"text": plain(bullet.text), "level": bullet.level, "source": _source(bullet.source)}


def _figure(figure: Figure) -> dict[str, Any]:
    return {"path": figure.path, "alt": figure.alt, "source": _source(figure.source)}


def _source(source: Source) -> dict[str, Any]:
    return {"path": source.path, "line": source.line, "end_line": source.end_line}


def _notice(notice: Notice) -> dict[str, Any]:
    return {"path": notice.path, "line": notice.line, "message": notice.message, "hint": notice.hint}


def _lines(planned: PlannedDeck, repairs: bool) -> Iterator[str]:
    deck = planned.deck
    yield f"{deck.summit.slug}  {deck.summit.title}  (theme {deck.theme})"
    for post, rule in zip(planned.posts, planned.rules, strict=True):
        yield f"  post {post.path}: {post.facts.title}  [summit by {rule}]"
        for repair in post.repairs if repairs else ():
            yield f"    line {repair.line}: {repair.rule}: {repair.seen}"
    for slide in deck.slides:
        yield from _slide_lines(slide)
    yield ""


def _slide_lines(slide: Slide) -> Iterator[str]:
    title = " / ".join(slide.lines) if isinstance(slide, TitleSlide) else slide.title
    yield f"  [{kind_of(slide)}] {title}"
    match slide:
        case TitleSlide(about=about, meta=meta):
            yield from (f"      {line}" for line in (*about.split("\n"), meta) if line)
        case AgendaSlide(entries=entries):
            yield from (f"      {entry.number:>2} {entry.title}" for entry in entries)
        case SectionSlide(lead=about) if about:
            yield from (f"      {line}" for line in about.split("\n"))
        case ContentSlide(lead=lead, items=items, rating=rating):
            if rating:
                yield f"      {rating.stars}"
            if lead:
                yield f"      = {plain(lead.text)}"
            yield from (f"      {line}" for item in items for line in _item_lines(item))
        case TakeawaysSlide(takeaways=takeaways):
            yield from (f"      {t.label}: {plain(t.bullet.text)}" for t in takeaways)
        case SourcesSlide(entries=entries_):
            yield from (f"      {entry.title} ({entry.link or entry.path})" for entry in entries_)


def _item_lines(item: Item) -> Iterator[str]:
    match item:
        case Bullet():
            yield _line(item)
        case Figure():
            yield f"(picture {item.path}: {item.caption or item.alt})"
        case Table():
            yield f"(table of {_counted(len(item.rows), 'row')}: {' | '.join(plain(cell) for cell in item.header)})"
        case Code():
            yield f"(code of {_counted(item.text.rstrip().count(chr(10)) + 1, 'line')})"
        case Quote():
            yield "> " + " ".join(plain(paragraph) for paragraph in item.paragraphs)
        case Visual():
            yield f"({visual_kind(item.drawn)}{f': {item.reason}' if item.reason else ''})"
            yield from (f"  {_line(line)}" for line in item.told)


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _line(item: Bullet | ListItem) -> str:
    return "  " * item.level + (item.number or "*") + " " + plain(item.text)
