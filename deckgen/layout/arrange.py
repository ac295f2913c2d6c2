"""A deck becomes pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from deckgen.layout.back import source_pages, takeaway_pages
from deckgen.layout.breaking import Faces
from deckgen.layout.content import Arrangement, arrange_content
from deckgen.layout.front import agenda_pages, numbered, section_page, title_page
from deckgen.layout.partition import History
from deckgen.layout.setting import Format
from deckgen.model import (
    AgendaSlide,
    ContentSlide,
    Deck,
    Page,
    SectionSlide,
    Slide,
    SourcesSlide,
    TakeawaysSlide,
    Theme,
    TitleSlide,
)

BARE = frozenset({"title", "section"})
"""Kinds of page that show neither footer nor number."""

LINKING = frozenset({"agenda", "takeaways"})
"""Kinds of page that name other pages by number."""


def arrange(deck: Deck, theme: Theme) -> tuple[Page, ...]:
    """Places a deck's slides on pages, measured against a theme: the same values always give the same pages.

    A slide becomes one page or several; none is merged with another. Whatever could not be met is in a page's
    notices. Raises KeyError for a theme without one of the layouts.
    """
    form = Format(theme, Faces.of(theme.fonts, deck.lang), deck.lang)
    pages: list[Page] = []
    chapter = ""
    has_chapters = any(isinstance(slide, SectionSlide) for slide in deck.slides)
    for slide in _told_apart(deck.slides, deck.lang):
        history = _history(pages)
        if has_chapters:
            chapter = _chapter(slide, chapter or deck.summit.title)
        pages += (replace(page, chapter=chapter) for page in _pages(form, slide, deck.lang, history))
    return _finished(pages, deck.summit.title)


def arrangements(deck: Deck, theme: Theme) -> tuple[Arrangement, ...]:
    """How each content slide was arranged and what came second, in the deck's order, as `arrange` decides it."""
    form = Format(theme, Faces.of(theme.fonts, deck.lang), deck.lang)
    pages: list[Page] = []
    found: list[Arrangement] = []
    for slide in _told_apart(deck.slides, deck.lang):
        if isinstance(slide, ContentSlide):
            found.append(arrange_content(form, slide, deck.lang, _history(pages)))
            pages += found[-1].pages
        else:
            pages += _pages(form, slide, deck.lang, _history(pages))
    return tuple(found)


def _pages(form: Format, slide: Slide, lang: str, history: History) -> tuple[Page, ...]:
    match slide:
        case TitleSlide():
            return (title_page(form, slide),)
        case AgendaSlide():
            return agenda_pages(form, slide, lang)
        case SectionSlide():
            return (section_page(form, slide),)
        case ContentSlide():
            return arrange_content(form, slide, lang, history).pages
        case TakeawaysSlide():
            return takeaway_pages(form, slide, lang)
        case SourcesSlide():
            return source_pages(form, slide, lang)
    assert_never(slide)


def _told_apart(slides: tuple[Slide, ...], lang: str) -> Iterator[Slide]:
    """The slides, content slides of the same title numbered."""
    seen: Counter[str] = Counter()
    for slide in slides:
        if not isinstance(slide, ContentSlide):
            yield slide
            continue
        seen[slide.title] += 1
        count = seen[slide.title]
        numbered_title = f"{slide.title}（{count}）" if lang.startswith(("zh", "ja")) else f"{slide.title} ({count})"
        yield slide if count == 1 else replace(slide, title=numbered_title)


def _history(pages: list[Page]) -> History:
    layouts = ["", "", *(page.layout for page in pages[-2:])]
    return layouts[-2], layouts[-1]


def _chapter(slide: Slide, running: str) -> str:
    if isinstance(slide, SectionSlide | TakeawaysSlide):
        return slide.title
    return running


def _finished(pages: list[Page], footer: str) -> tuple[Page, ...]:
    """Footers, page numbers, and the numbers that the agenda's entries lead to."""
    numbers = {page.key: number for number, page in enumerate(pages, 1)}
    finished = []
    for number, page in enumerate(pages, 1):
        boxes = page.boxes
        if page.kind in LINKING:
            boxes = tuple(numbered(box, numbers) for box in page.boxes)
        bare = page.kind in BARE
        finished.append(replace(page, boxes=boxes, footer="" if bare else footer, number=None if bare else number))
    return tuple(finished)
