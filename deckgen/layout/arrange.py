"""A deck becomes pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from deckgen.layout.back import source_pages, takeaway_pages
from deckgen.layout.breaking import Faces
from deckgen.layout.content import Arrangement, Weighed, composed, own_titles, weigh
from deckgen.layout.front import agenda_pages, numbered, section_page, title_page
from deckgen.layout.partition import History
from deckgen.layout.setting import Format
from deckgen.layout.titles import counted_titles, ordinal_titles, without_number
from deckgen.model import (
    AgendaSlide,
    Bullet,
    ContentSlide,
    Deck,
    Page,
    SectionSlide,
    Slide,
    SourcesSlide,
    Takeaway,
    TakeawaysSlide,
    Theme,
    TitleSlide,
    Visual,
    plain,
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
    pages: list[Page] = []
    chapter = ""
    has_chapters = any(isinstance(slide, SectionSlide) for slide in deck.slides)
    for slide, found in zip(deck.slides, _laid_out(deck, theme), strict=True):
        if has_chapters:
            chapter = _chapter(slide, chapter or deck.summit.title)
        pages += (replace(page, chapter=chapter) for page in _pages_of(found))
    return _finished(pages, deck.summit.title)


def arrangements(deck: Deck, theme: Theme) -> tuple[Arrangement, ...]:
    """How each content slide was arranged and what came second, in the deck's order, as `arrange` decides it."""
    return tuple(found for found in _laid_out(deck, theme) if isinstance(found, Arrangement))


def _laid_out(deck: Deck, theme: Theme) -> list[Arrangement | tuple[Page, ...]]:
    """Every slide's pages: first all are cut, then named, for slides of the same title count their pages through."""
    form = Format(theme, Faces.of(theme.fonts, deck.lang), deck.lang)
    slides = _uncounted(deck.slides)
    titles = Counter(slide.title for slide in slides if isinstance(slide, ContentSlide | SectionSlide))
    history: History = ("", "")
    cut: list[Weighed | tuple[Page, ...]] = []
    for slide in slides:
        if isinstance(slide, ContentSlide):
            weighed = weigh(form, slide, deck.lang, history, titles[slide.title] > 1)
            layouts = [each.draft.seen for each in weighed.cuts]
            cut.append(weighed)
        else:
            pages = _pages(form, _led(slide, cut) if isinstance(slide, TakeawaysSlide) else slide)
            layouts = [page.layout for page in pages]
            cut.append(pages)
        before, last = ("", *history, *layouts)[-2:]
        history = before, last
    named = _named(slides, cut, deck.lang)
    return [
        composed(each, named[place], deck.lang) if isinstance(each, Weighed) else each for place, each in enumerate(cut)
    ]


def _led(slide: TakeawaysSlide, cut: Sequence[Weighed | tuple[Page, ...]]) -> TakeawaysSlide:
    """The takeaways, each leading to the very page that shows its line: rather one of its own slide than another's."""
    slides = {each.slide.key: each for each in cut if isinstance(each, Weighed)}

    def led(takeaway: Takeaway) -> Takeaway:
        named = [key for key in slides if key == takeaway.target]
        for key in (*named, *slides):
            number = _page_with(slides[key], takeaway.bullet)
            if number is not None:
                return replace(takeaway, target=f"{key}/{number + 1}" if number else key)
        return takeaway

    return replace(slide, takeaways=tuple(map(led, slide.takeaways)))


def _page_with(shown: Weighed, line: Bullet) -> int | None:
    """Which of a slide's pages, counted from 0, shows a line as it is; None where none does."""
    said = plain(line.text)
    for number, cut in enumerate(shown.cuts):
        for item in shown.items[cut.start : cut.end]:
            told = item.told if isinstance(item, Visual) else (item,) if isinstance(item, Bullet) else ()
            if any(said in plain(each.text) for each in told):
                return number
    return None


def _uncounted(slides: tuple[Slide, ...]) -> tuple[Slide, ...]:
    """The slides without the numbers that tell those of one title apart, since their pages are counted through."""
    told: list[Slide] = []
    seen: Counter[str] = Counter()
    for slide in slides:
        if isinstance(slide, ContentSlide | SectionSlide):
            title, number = without_number(slide.title)
            title = title if number == seen[title] + 1 > 1 else slide.title
            seen[title] += 1
            told.append(replace(slide, title=title) if isinstance(slide, ContentSlide) else slide)
        else:
            told.append(slide)
    return tuple(told)


def _named(slides: tuple[Slide, ...], cut: Sequence[Weighed | tuple[Page, ...]], lang: str) -> dict[int, list[str]]:
    """The titles of the pages of each content slide, by the slide's place in the deck."""
    chapters = Counter(slide.title for slide in slides if isinstance(slide, SectionSlide))
    alike: dict[str, dict[int, Weighed]] = {}
    for place, each in enumerate(cut):
        if isinstance(each, Weighed):
            alike.setdefault(each.slide.title, {})[place] = each
    named: dict[int, list[str]] = {}
    for title, group in alike.items():
        parts = [(each.title, own_titles(each, lang)) for each in group.values()]
        if len({each.slide.source.path for each in group.values()}) == 1 and not chapters[title]:
            titles = counted_titles(parts)
        else:
            titles = ordinal_titles(parts, chapters[title])
        named |= dict(zip(group, titles, strict=True))
    return named


def _pages_of(found: Arrangement | tuple[Page, ...]) -> tuple[Page, ...]:
    return found.pages if isinstance(found, Arrangement) else found


def _pages(
    form: Format, slide: TitleSlide | AgendaSlide | SectionSlide | TakeawaysSlide | SourcesSlide
) -> tuple[Page, ...]:
    match slide:
        case TitleSlide():
            return (title_page(form, slide),)
        case AgendaSlide():
            return agenda_pages(form, slide)
        case SectionSlide():
            return (section_page(form, slide),)
        case TakeawaysSlide():
            return takeaway_pages(form, slide)
        case SourcesSlide():
            return source_pages(form, slide)
    assert_never(slide)


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
