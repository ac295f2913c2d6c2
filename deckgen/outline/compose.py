"""The whole deck: title, agenda, chapters, takeaways, sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath, PurePosixPath
from typing import get_args

from deckgen.model import (
    AgendaEntry,
    AgendaSlide,
    Bullet,
    ContentSlide,
    Deck,
    Detail,
    Post,
    Prose,
    SectionSlide,
    Slide,
    SourceEntry,
    SourcesSlide,
    Summit,
    Takeaway,
    TakeawaysSlide,
    TitleSlide,
)
from deckgen.outline.chapters import CHAPTER_WIDTH, Chapter, chapters_of, post_chapter, weight_of, with_own_keys
from deckgen.outline.links import linked
from deckgen.outline.naming import about, meta, name_of, names_day
from deckgen.outline.notes import notes_of
from deckgen.outline.remembered import lines_of, with_remembered
from deckgen.outline.slides import Scope, slug
from deckgen.outline.titles import TITLE_WIDTH
from deckgen.outline.tree import preamble
from deckgen.outline.words import Words, words
from deckgen.summary import Context, Shown, condense, shorten, takeaways, topical
from deckgen.summary.measure import width

TAKEAWAYS = 6


def deck(summit: Summit, posts: Sequence[Post], *, lang: str, theme: str, detail: Detail | None = None) -> Deck:
    """One summit's posts, in the given order, as a deck in words. `lang` is a tag such as `zh-CN`.

    `detail` is that of all posts; None leaves it to each of them.
    """
    said = words(lang)
    scopes = [
        Scope(post, name_of(post, summit), stem, detail or _detail_of(post), words(post.facts.lang or lang))
        for post, stem in zip(posts, _stems(posts), strict=True)
    ]
    told = with_own_keys([chapters_of(scope) for scope in scopes])
    parts = [part for part in _parts(scopes, told) if part.slides]
    remembered = _takeaways(scopes, told, said)
    if remembered:
        parts, remembered = _with_remembered(parts, remembered)
    ends = [slide for slide in (remembered, _sources(scopes, said)) if slide]
    entries = [AgendaEntry(str(n), part.title, part.slides[0].key) for n, part in enumerate(parts, 1)]
    entries += [AgendaEntry("", end.title, end.key) for end in ends]
    head = (_title(summit, scopes, told, lang), AgendaSlide("agenda", said.agenda, tuple(entries)))
    slides: list[Slide] = [*head, *(slide for part in parts for slide in part.slides), *ends]
    leading, dead = linked(_with_own_titles(slides, scopes), posts)
    notices = tuple(notice for post in posts for notice in post.notices)
    return Deck(summit, theme, lang, leading, (*notices, *dead))


def _with_remembered(parts: Sequence[Chapter], end: TakeawaysSlide) -> tuple[list[Chapter], TakeawaysSlide]:
    slides, end = with_remembered([slide for part in parts for slide in part.slides], end)
    rest = iter(slides)
    return [replace(part, slides=tuple(next(rest) for _ in part.slides)) for part in parts], end


def _detail_of(post: Post) -> Detail:
    return next((choice for choice in get_args(Detail) if choice == post.facts.detail), "standard")


def _stems(posts: Sequence[Post]) -> list[str]:
    """A short name for each post, different for each: the file's stem, with a count where two are alike."""
    seen: Counter[str] = Counter()
    stems = []
    for post in posts:
        stem = slug(PurePath(post.path).stem)
        seen[stem] += 1
        stems.append(stem if seen[stem] == 1 else f"{stem}~{seen[stem]}")
    return stems


def _parts(scopes: Sequence[Scope], told: Sequence[Sequence[Chapter]]) -> list[Chapter]:
    """What the agenda lists: the chapters of the only post, or the posts."""
    if len(scopes) == 1:
        return list(told[0])
    return [post_chapter(scope, row, n) for n, (scope, row) in enumerate(zip(scopes, told, strict=True), 1)]


def _title(summit: Summit, scopes: Sequence[Scope], told: Sequence[Sequence[Chapter]], lang: str) -> TitleSlide:
    posts = [scope.post for scope in scopes]
    said = words(lang)
    weighed = [(chapter.title, weight_of(chapter.sections), n) for n, row in enumerate(told) for chapter in row]
    line = about(posts, [scope.name for scope in scopes], summit, weighed)
    day = posts[0].facts.day if len(posts) == 1 and not names_day(line) else None
    notes = notes_of(preamble(posts[0])) if len(posts) == 1 else ()
    lines = tuple(part for part in (summit.name, summit.where) if part)
    return TitleSlide("title", lines, line, " · ".join(meta(summit, posts, said, lang, day)), notes)


def _takeaways(scopes: Sequence[Scope], told: Sequence[Sequence[Chapter]], said: Words) -> TakeawaysSlide | None:
    """What to remember, each line linked to its slide.

    Its label is its chapter's title, or its post's where that has no topic.
    """
    slides = [
        (post, chapter, slide, untold)
        for post, row in enumerate(told)
        for chapter in row
        for slide, untold in _with_untold(chapter, scopes[post])
    ]
    shown = [
        Shown(post, _heading(chapter, slide, scopes[post]), lines_of(slide), untold)
        for post, chapter, slide, untold in slides
    ]
    lines = []
    for number, bullet in takeaways(shown, TAKEAWAYS):
        post, chapter, slide, _ = slides[number]
        label = chapter.title if topical(chapter.title, shown[number]) else shorten(scopes[post].name, CHAPTER_WIDTH)
        lines.append(Takeaway(label, replace(bullet, level=0, number=""), slide.key))
    return TakeawaysSlide("takeaways", said.takeaways, tuple(lines)) if lines else None


def _heading(chapter: Chapter, slide: ContentSlide, scope: Scope) -> str:
    """The headings above a slide, a line each, without the post's own title.

    That tells how the post was written (`…总结`) rather than what this is.
    """
    names = (scope.name, shorten(scope.name, CHAPTER_WIDTH))
    return "\n".join(heading for heading in (chapter.title, *slide.section) if heading not in names)


def _with_untold(chapter: Chapter, scope: Scope) -> list[tuple[ContentSlide, tuple[Bullet, ...]]]:
    """A chapter's slides, each with the sentences of the sections that begin with it: none in brief."""
    slides = [slide for slide in chapter.slides if isinstance(slide, ContentSlide)]
    if scope.detail == "brief":
        return [(slide, ()) for slide in slides]
    untold: list[list[Bullet]] = [[] for _ in slides]
    for section in chapter.sections:
        before = [n for n, slide in enumerate(slides) if slide.source.line <= section.source.line]
        if before:
            first = next(n for n in before if slides[n].source == slides[before[-1]].source)
            prose = tuple(block for block in section.blocks if isinstance(block, Prose))
            whole = condense(prose, Context(scope.name, section.path), "full")
            untold[first] += (item for item in whole.items if isinstance(item, Bullet))
    return [(slide, tuple(lines)) for slide, lines in zip(slides, untold, strict=True)]


def _sources(scopes: Sequence[Scope], said: Words) -> SourcesSlide:
    entries = (
        SourceEntry(scope.name, facts.authors, facts.date, facts.link, _place(scope.post))
        for scope in scopes
        for facts in (scope.post.facts,)
    )
    return SourcesSlide("sources", said.sources, tuple(entries))


def _place(post: Post) -> str:
    """Where a post lies below the folder that was given."""
    return (PurePosixPath(post.folder) / PurePath(post.path).name).as_posix()


def _with_own_titles(slides: Sequence[Slide], scopes: Sequence[Scope]) -> tuple[Slide, ...]:
    """The slides with a different title for each.

    A title that another post has had follows its own post's name where both fit; else the second of the same title
    carries its count.
    """
    titles: Counter[str] = Counter()
    posts: dict[str, Scope] = {}
    by_stem = {scope.stem: scope for scope in scopes}

    def own(slide: Slide) -> Slide:
        if not isinstance(slide, SectionSlide | ContentSlide):
            return slide
        scope = by_stem[slide.key.partition("/")[0]]
        title = slide.title
        if titles[title] and posts[title] is not scope:
            joined = f"{shorten(scope.name, CHAPTER_WIDTH)}{scope.words.colon}{title}"
            title = joined if width(joined) <= TITLE_WIDTH and not titles[joined] else title
        posts.setdefault(title, scope)
        titles[title] += 1
        count = titles[title]
        return replace(slide, title=title if count == 1 else f"{title} ({count})")

    return tuple(map(own, slides))
