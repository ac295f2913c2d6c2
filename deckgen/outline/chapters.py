"""A post's chapters with the slides that tell of them, and a post among several as a chapter of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from deckgen.model import ContentSlide, Detail, Note, Prose, Section, SectionSlide
from deckgen.outline.naming import description, topics
from deckgen.outline.notes import notes_of
from deckgen.outline.slides import Scope, chapter_slides, section_slides, title_of
from deckgen.outline.tree import Node, chapters, preamble
from deckgen.summary import shorten, units

CHAPTER_WIDTH = 40
"""A line of the agenda (1 for a wide character, 0.5 for any other)."""
BRIEF_CHAPTERS = 5
"""How many chapters of a post a brief deck tells of."""
BRIEF_SLIDES = 2
"""How many slides of a chapter a brief deck has."""
LONG_PREAMBLE = 300
"""A preamble of so many units says too much to stand in the notes alone."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A line of the agenda: its title, its sections, and the slides that tell of it."""

    title: str
    sections: tuple[Section, ...]
    slides: tuple[SectionSlide | ContentSlide, ...]


def chapters_of(scope: Scope) -> tuple[Chapter, ...]:
    """A post's chapters that have slides; the text of the others goes into the notes of a slide beside them."""
    found: list[Chapter] = []
    waiting: tuple[Note, ...] = ()
    opening = _opening_chapter(scope)
    found += [opening] if opening else []
    for node in chosen(chapters(scope.post), scope.detail):
        sections = tuple(node.walk())
        slides = chapter_slides(node, scope)
        if slides:
            chapter = Chapter(shorten(title_of(node.section), CHAPTER_WIDTH), sections, slides)
            chapter = _in_brief(chapter) if scope.detail == "brief" else chapter
            found.append(_noted(chapter, 0, waiting, before=True))
            waiting = ()
        elif found:
            found[-1] = _noted(found[-1], -1, notes_of(sections, headings=True))
        else:
            waiting += notes_of(sections, headings=True)
    return tuple(found)


def post_chapter(scope: Scope, told: Sequence[Chapter], number: int) -> Chapter:
    """A post among several: a section slide with what it tells of, then its chapters' slides."""
    title = shorten(scope.name, CHAPTER_WIDTH)
    notes = notes_of(preamble(scope.post))
    lead = description(scope.post) or topics([c.title for c in told], scope.words)
    slide = SectionSlide(scope.stem, str(number), title, lead, (), scope.post.sections[0].source, notes)
    sections = tuple(section for chapter in told for section in chapter.sections)
    return Chapter(title, sections, (slide, *(s for chapter in told for s in chapter.slides)))


def with_own_keys(told: Sequence[Sequence[Chapter]]) -> list[tuple[Chapter, ...]]:
    """The chapters with a different key for every slide: the second of the same key carries its count."""
    keys: Counter[str] = Counter()

    def own(slide: SectionSlide | ContentSlide) -> SectionSlide | ContentSlide:
        keys[slide.key] += 1
        return slide if keys[slide.key] == 1 else replace(slide, key=f"{slide.key}~{keys[slide.key]}")

    return [tuple(replace(c, slides=tuple(own(slide) for slide in c.slides)) for c in row) for row in told]


def chosen(nodes: tuple[Node, ...], detail: Detail) -> tuple[Node, ...]:
    """The chapters that a deck of this detail tells of: all, or in brief the ones with most to say."""
    if detail != "brief" or len(nodes) <= BRIEF_CHAPTERS:
        return nodes
    weights = [weight_of(node.walk()) for node in nodes]
    heaviest = sorted(range(len(nodes)), key=lambda n: -weights[n])[:BRIEF_CHAPTERS]
    return tuple(node for n, node in enumerate(nodes) if n in heaviest)


def _in_brief(chapter: Chapter) -> Chapter:
    """The chapter with its weightiest slides; the last of them has the notes of those left out."""
    weights = [sum(units(note.text) for note in slide.notes) for slide in chapter.slides]
    kept = sorted(range(len(weights)), key=lambda n: -weights[n])[:BRIEF_SLIDES]
    left = tuple(note for n, slide in enumerate(chapter.slides) if n not in kept for note in slide.notes)
    slides = tuple(slide for n, slide in enumerate(chapter.slides) if n in kept)
    return _noted(replace(chapter, slides=slides), -1, left)


def _opening_chapter(scope: Scope) -> Chapter | None:
    """What stands before the first heading, where it is more than a few words of greeting."""
    opening = preamble(scope.post)
    if not _worth_a_slide(opening, scope):
        return None
    title = scope.name if len(scope.post.sections) == len(opening) else scope.words.introduction
    slides = tuple(s for part in opening for s in section_slides(part, scope, shorten(title, CHAPTER_WIDTH)))
    return Chapter(slides[0].title, opening, slides) if slides else None


def _worth_a_slide(opening: Sequence[Section], scope: Scope) -> bool:
    alone = len(scope.post.sections) == len(opening)
    more = len(opening) > 1 or any(not isinstance(block, Prose) for part in opening for block in part.blocks)
    return alone or more or scope.detail == "full" or weight_of(opening) > LONG_PREAMBLE


def weight_of(sections: Iterable[Section]) -> float:
    """How much they say, in units."""
    return sum(units(note.text) for note in notes_of(sections))


def _noted(chapter: Chapter, at: int, notes: tuple[Note, ...], *, before: bool = False) -> Chapter:
    """The chapter with more notes on one of its slides."""
    slides = list(chapter.slides)
    mine = slides[at].notes
    slides[at] = replace(slides[at], notes=notes + mine if before else mine + notes)
    return replace(chapter, slides=tuple(slides))
