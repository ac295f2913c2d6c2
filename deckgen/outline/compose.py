"""The whole deck: title, agenda, chapters, takeaways, sources."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from deckgen.model import (
    AgendaEntry,
    AgendaSlide,
    Bullets,
    ContentSlide,
    Deck,
    Detail,
    Note,
    Post,
    Prose,
    Section,
    SectionSlide,
    Slide,
    SourceEntry,
    SourcesSlide,
    Summit,
    Takeaway,
    TakeawaysSlide,
    TitleSlide,
    plain,
)
from deckgen.outline.notes import notes_of
from deckgen.outline.slides import Scope, chapter_slides, section_slide, slug, title_of
from deckgen.outline.tree import Node, chapters, preamble
from deckgen.outline.words import Words, span, words
from deckgen.summary import shorten, takeaways, units

ABOUT_UNITS = 52
"""The title slide's line about the posts: two lines of it."""
LABEL_UNITS = 30
TAKEAWAYS = 6
BRIEF_CHAPTERS = 5
"""How many chapters of a post a brief deck tells of."""
LONG_PREAMBLE = 300
"""A preamble of so many units says too much to stand in the notes alone."""

_DAY = re.compile(r"day\s*\d+|第[一二三四五六七八九十\d]+[天日]|\d+\s*일\s*차|\d+\s*日目", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A line of the agenda: its title, its sections, and the slides that tell of it."""

    title: str
    sections: tuple[Section, ...]
    slides: tuple[SectionSlide | ContentSlide, ...]


def deck(summit: Summit, posts: Sequence[Post], *, detail: Detail, lang: str, theme: str) -> Deck:
    """One summit's posts, in the given order, as a deck in words. `lang` is a tag such as `zh-CN`."""
    said = words(lang)
    scopes = [Scope(post, stem, detail, said) for post, stem in zip(posts, _stems(posts), strict=True)]
    told = _with_own_keys([_chapters(scope, numbered=len(posts) == 1) for scope in scopes])
    parts = told[0] if len(posts) == 1 else [_post_chapter(s, c, n) for n, (s, c) in enumerate(zip(scopes, told), 1)]
    parts = [part for part in parts if part.slides]
    ends = [slide for slide in (_takeaways(scopes, told, said), _sources(posts, said)) if slide]
    entries = [AgendaEntry(str(n), part.title, part.slides[0].key) for n, part in enumerate(parts, 1)]
    entries += [AgendaEntry("", end.title, end.key) for end in ends]
    head = (_title(summit, scopes, told, lang), AgendaSlide("agenda", said.agenda, tuple(entries)))
    slides: list[Slide] = [*head, *(slide for part in parts for slide in part.slides), *ends]
    notices = tuple(notice for post in posts for notice in post.notices)
    return Deck(summit, theme, lang, _with_own_titles(slides), notices)


def _stems(posts: Sequence[Post]) -> list[str]:
    """A short name for each post, different for each: the file's stem, with a count where two are alike."""
    seen: Counter[str] = Counter()
    stems = []
    for post in posts:
        stem = slug(PurePath(post.path).stem)
        seen[stem] += 1
        stems.append(stem if seen[stem] == 1 else f"{stem}~{seen[stem]}")
    return stems


def _chapters(scope: Scope, *, numbered: bool) -> list[Chapter]:
    """A post's chapters; what yields no slide of its own goes into the notes of the slide before it."""
    found: list[Chapter] = []
    opening = preamble(scope.post)
    if opening and _worth_a_slide(opening, scope):
        title = scope.words.introduction if len(scope.post.sections) > 1 else scope.post.facts.title
        slide = section_slide(opening, scope, shorten(title, ABOUT_UNITS))
        found += [Chapter(slide.title, (opening,), (slide,))] if slide else []
    for node in _chosen(chapters(scope.post), scope.detail):
        number = str(len(found) + 1) if numbered else ""
        slides = chapter_slides(node, number, scope)
        sections = tuple(node.walk())
        if slides:
            found.append(Chapter(shorten(title_of(node.section), ABOUT_UNITS), sections, slides))
        elif found:
            found[-1] = _with_notes(found[-1], notes_of(sections, headings=True))
    return found


def _chosen(nodes: tuple[Node, ...], detail: Detail) -> tuple[Node, ...]:
    if detail != "brief" or len(nodes) <= BRIEF_CHAPTERS:
        return nodes
    weights = {node: sum(_weight(section) for section in node.walk()) for node in nodes}
    heaviest = sorted(nodes, key=lambda node: -weights[node])[:BRIEF_CHAPTERS]
    return tuple(node for node in nodes if node in heaviest)


def _weight(section: Section) -> float:
    return sum(units(note.text) for note in notes_of([section]))


def _worth_a_slide(opening: Section, scope: Scope) -> bool:
    alone = len(scope.post.sections) == 1
    more = any(not isinstance(block, Prose) for block in opening.blocks)
    return alone or more or scope.detail == "full" or _weight(opening) > LONG_PREAMBLE


def _with_notes(chapter: Chapter, notes: tuple[Note, ...]) -> Chapter:
    *before, last = chapter.slides
    return replace(chapter, slides=(*before, replace(last, notes=last.notes + notes)))


def _post_chapter(scope: Scope, told: Sequence[Chapter], number: int) -> Chapter:
    """A post among several: a section slide with what it tells of, then its chapters' slides."""
    post = scope.post
    title = shorten(post.facts.title, ABOUT_UNITS)
    opening = preamble(post)
    notes = notes_of([opening]) if opening else ()
    lead = _description(post) or _topics(told, scope.words)
    source = post.sections[0].source
    slide = SectionSlide(scope.stem, str(number), title, lead, (), source, notes)
    sections = tuple(section for chapter in told for section in chapter.sections)
    return Chapter(title, sections, (slide, *(s for chapter in told for s in chapter.slides)))


def _description(post: Post) -> str:
    text = post.facts.description.strip()
    return text if text and text != post.facts.title and units(text) <= ABOUT_UNITS * 2 else ""


def _topics(told: Sequence[Chapter], said: Words) -> str:
    """The chapters' titles in a row, as many as two lines hold."""
    titles = [chapter.title for chapter in told]
    row = said.comma.join(titles)
    while len(titles) > 1 and units(row) > ABOUT_UNITS:
        titles = titles[:-1]
        row = said.comma.join(titles) + said.and_more
    return row


def _title(summit: Summit, scopes: Sequence[Scope], told: Sequence[Sequence[Chapter]], lang: str) -> TitleSlide:
    posts = [scope.post for scope in scopes]
    said = scopes[0].words
    place = " ".join(part for part in (summit.place, str(summit.year or "")) if part)
    lines = tuple(part for part in (summit.name, place) if part)
    about = _about_one(scopes[0], told[0], summit) if len(posts) == 1 else _topics([c for t in told for c in t], said)
    notes = tuple(n for post in posts if len(posts) == 1 and (o := preamble(post)) for n in notes_of([o]))
    return TitleSlide("title", lines, about, " · ".join(_meta(summit, posts, said, lang)), notes)


def _about_one(scope: Scope, told: Sequence[Chapter], summit: Summit) -> str:
    """What a deck of one post is about: its title where that says more than the summit's name, else its topics."""
    facts = scope.post.facts
    known = [summit.name, summit.place, str(summit.year or ""), *summit.name.split(), *summit.aliases]
    rest = _DAY.sub("", facts.title)
    for part in sorted(filter(None, known), key=len, reverse=True):
        rest = re.sub(re.escape(part), "", rest, flags=re.IGNORECASE)
    day = scope.words.day.format(n=facts.day) + scope.words.colon if facts.day else ""
    if units(re.sub(r"[\W_]+", "", rest)) > 6:
        return shorten(facts.title, ABOUT_UNITS)
    return day + _topics(told, scope.words)


def _meta(summit: Summit, posts: Sequence[Post], said: Words, lang: str) -> Iterable[str]:
    dates = sorted(post.facts.date for post in posts if post.facts.date)
    if summit.start:
        yield span(summit.start, summit.end, lang)
    elif dates:
        yield span(dates[0], dates[-1], lang)
    authors = tuple(dict.fromkeys(author for post in posts for author in post.facts.authors))
    if authors:
        yield said.comma.join(authors[:3]) + (said.and_more if len(authors) > 3 else "")
    yield said.one_post if len(posts) == 1 else said.posts.format(n=len(posts))


def _takeaways(scopes: Sequence[Scope], told: Sequence[Sequence[Chapter]], said: Words) -> TakeawaysSlide | None:
    chapters_ = [chapter for row in told for chapter in row]
    title = " ".join(scope.post.facts.title for scope in scopes)
    found = takeaways([chapter.sections for chapter in chapters_], title, TAKEAWAYS)
    lines = tuple(
        Takeaway(shorten(chapters_[n].title, LABEL_UNITS), bullet, chapters_[n].slides[0].key) for n, bullet in found
    )
    return TakeawaysSlide("takeaways", said.takeaways, lines) if lines else None


def _sources(posts: Sequence[Post], said: Words) -> SourcesSlide:
    entries = (SourceEntry(p.facts.title, p.facts.authors, p.facts.date, p.facts.link, p.path) for p in posts)
    return SourcesSlide("sources", said.sources, tuple(entries))


def _with_own_keys(told: Sequence[Sequence[Chapter]]) -> list[list[Chapter]]:
    """The chapters with a different key for every slide: the second of the same key carries its count."""
    keys: Counter[str] = Counter()

    def own(slide: SectionSlide | ContentSlide) -> SectionSlide | ContentSlide:
        keys[slide.key] += 1
        return slide if keys[slide.key] == 1 else replace(slide, key=f"{slide.key}~{keys[slide.key]}")

    return [[replace(c, slides=tuple(own(slide) for slide in c.slides)) for c in row] for row in told]


def _with_own_titles(slides: Sequence[Slide]) -> tuple[Slide, ...]:
    """The slides with a different title for each: the second of the same title carries its count."""
    titles: Counter[str] = Counter()
    result: list[Slide] = []
    for slide in slides:
        if isinstance(slide, SectionSlide | ContentSlide):
            titles[slide.title] += 1
            if titles[slide.title] > 1:
                slide = replace(slide, title=f"{slide.title}（{titles[slide.title]}）")
        result.append(slide)
    return tuple(result)
