"""The whole program, stage by stage: posts -> outline -> layout -> render -> decks, and PDFs if wanted.

`outline` and `build` are the library; the command line is a thin skin over them.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen import layout, pictures, posts
from deckgen import theme as looks
from deckgen.errors import InputError, UsageError
from deckgen.model import Canvas, Detail, Media, Notice, Page, PictureBox, Post, Rect, Theme
from deckgen.outline import deck as compose
from deckgen.outline import edited
from deckgen.result import Built, BuiltDeck, Outline, PlannedDeck
from deckgen.save import save

if TYPE_CHECKING:
    from deckgen.render import Properties

Progress = Callable[[str, int, int], None]
"""Called with what has been done, how many are done, and how many there are."""

SIZES = {"16:9": looks.WIDE, "4:3": looks.STANDARD}
"""Slide sizes by the names that people call them by."""
MANY_POSTS = 20
"""Reading so many posts takes long enough to show progress."""
MANY_DECKS = 8
"""So many decks repay the start of further processes, which each import everything again."""

_NO_CHOICE = "`detail` and `summit` count where it is made of posts"


@dataclass(frozen=True, slots=True)
class Made:
    """A deck's file, and what it holds."""

    blob: bytes
    slides: int
    pictures: int
    notices: tuple[Notice, ...]
    seconds: float


def outline(
    paths: Sequence[str | Path] = ("posts",),
    *,
    theme: str | None = None,
    summit: str | None = None,
    detail: Detail | None = None,
    repair: bool = True,
    progress: Progress | None = None,
) -> Outline:
    """What the decks would say, before any is made.

    `paths` are posts, outlines that `deckgen outline --format markdown` wrote, or folders of them. An outline is a deck
    of its own, as it stands; it takes the place of what posts of the same summit would make. `theme`, `summit` and
    `detail` override what the posts and the table of summits say; `repair=False` leaves broken structure as it is. A
    post that cannot be read becomes a notice. Raises UsageError for a path that is not there, for an unknown theme,
    and where no post is found at all.
    """
    if theme:
        looks.load(theme)
    read, notices = _read(paths, repair, progress)
    written, left = _written(read, theme)
    groups = posts.group([post for post in read if not post.written], paths=paths, forced=summit)
    slugs = {planned.deck.summit.slug: planned.posts[0].path for planned in written}
    left += [_left_to(slugs[group.summit.slug], group) for group in groups if group.summit.slug in slugs]
    if written and (detail or summit):
        left.append(Notice("an outline is built as it stands", written[0].posts[0].path, 1, _NO_CHOICE))
    plans = (*(_plan(group, theme, detail) for group in groups if group.summit.slug not in slugs), *written)
    return Outline(plans, (*notices, *left, *(notice for planned in plans for notice in planned.deck.notices)))


def build(
    paths: Sequence[str | Path] = ("posts",),
    out: str | Path = "decks",
    *,
    theme: str | None = None,
    summit: str | None = None,
    detail: Detail | None = None,
    repair: bool = True,
    size: str = "16:9",
    dark: bool = False,
    pdf: bool = False,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> Built:
    """Builds one deck for each summit into the folder `out`, and a PDF of each if `pdf`.

    Takes the same choices as `outline`. `size` is the slides', one of SIZES; `dark` asks for the themes' dark
    variants. `jobs` processes work at once; None leaves it to the number of decks. Raises UsageError as `outline` does
    and for an unknown size, and ToolMissingError where a PDF is wanted and LibreOffice is missing; the decks are
    written by then.
    """
    canvas = _canvas(size)
    plan = outline(paths, theme=theme, summit=summit, detail=detail, repair=repair, progress=progress)
    decks: list[BuiltDeck] = []
    notices = list(plan.notices)
    for number, (planned, made) in enumerate(zip(plan.decks, _made(plan.decks, canvas, dark, jobs), strict=True), 1):
        path = Path(out) / f"{planned.deck.summit.slug}.pptx"
        notices += made.notices
        try:
            kept = save(path, made.blob)
        except InputError as error:
            notices.append(replace(error.notice, lost=True))
        else:
            notices += [kept] if kept else []
            decks.append(_built(path, planned, made))
        if progress:
            progress(str(path), number, len(plan.decks))
    if pdf and decks:
        decks, failed = _with_pdfs(decks, progress)
        notices += failed
    return Built(tuple(decks), tuple(notices))


def make(planned: PlannedDeck, canvas: Canvas = looks.WIDE, dark: bool = False) -> Made:
    """One summit's deck as a file's bytes: a pure call on values that can be pickled, but for reading the pictures."""
    from deckgen import render

    start = time.perf_counter()
    look = looks.load(planned.deck.theme, canvas, dark)
    pages = layout.arrange(planned.deck, look)
    media, failed = _media(pages)
    pages = tuple(_without(page, failed) for page in pages)
    blob = render.pptx(pages, look, media, _properties(planned))
    notices = (*failed.values(), *(notice for page in pages for notice in page.notices))
    return Made(blob, len(pages), sum(len(_shown(page)) for page in pages), notices, time.perf_counter() - start)


def explain(planned: PlannedDeck, size: str = "16:9", dark: bool = False) -> tuple[str, ...]:
    """Why each of a deck's slides would look as it does: lines of text. Raises UsageError for an unknown size."""
    return layout.explain(planned.deck, looks.load(planned.deck.theme, _canvas(size), dark))


def show(theme: str, out: str | Path, *, size: str = "16:9", dark: bool = False) -> tuple[Path, tuple[Notice, ...]]:
    """Writes a theme's specimen to `out`: a .pptx file, or a folder, where it is named after the theme.

    Gives the file's path, and the notice where an edited deck lay there. Raises UsageError for an unknown theme or
    size, InputError for a theme file that cannot be used and for a place where nothing can be written.
    """
    look = looks.load(theme, _canvas(size), dark)
    path = Path(out)
    path = path if path.suffix == ".pptx" else path / f"{look.name}.pptx"
    kept = save(path, shown(look))
    return path, (kept,) if kept else ()


def shown(look: Theme) -> bytes:
    """A theme's specimen: a deck with every kind of slide, then a slide for every layout that none of them needed."""
    from deckgen import render, specimen

    deck = specimen.deck(look)
    pages = layout.arrange(deck, look)
    used = {page.layout for page in pages}
    left = [page for page in specimen.filled(look) if page.layout not in used]
    others = (replace(page, number=n, footer=deck.summit.title) for n, page in enumerate(left, len(pages) + 1))
    details = render.Properties(title=f"{deck.summit.title}: specimen", language=deck.lang)
    return render.pptx((*pages, *others), look, specimen.media(), details)


def _canvas(size: str) -> Canvas:
    if size not in SIZES:
        raise UsageError(f"unknown slide size {size!r}", hint=f"one of {', '.join(SIZES)}")
    return SIZES[size]


def _read(paths: Sequence[str | Path], repair: bool, progress: Progress | None) -> tuple[list[Post], list[Notice]]:
    """All posts that can be read, their pictures measured; each one that cannot is a notice."""
    read: list[Post] = []
    notices: list[Notice] = []
    files = posts.find(paths)
    if not files:
        raise UsageError(f"no posts in {', '.join(map(str, paths))}", hint=f"posts end in {', '.join(posts.ENDINGS)}")
    for number, file in enumerate(files, 1):
        try:
            read.append(
                _with_language(pictures.measure(posts.read(file.path, file.root, repair=repair, trusted=file.named)))
            )
        except InputError as error:
            notices.append(replace(error.notice, lost=True))
        if progress and len(files) >= MANY_POSTS:
            progress(f"read {file.path}", number, len(files))
    return read, notices


def _with_language(post: Post) -> Post:
    """The post with its language, which decides the words that deckgen itself puts on its slides."""
    return replace(post, facts=replace(post.facts, lang=post.facts.lang or posts.language(post)))


def _plan(group: posts.Group, theme: str | None, detail: Detail | None) -> PlannedDeck:
    """A summit's posts as a deck in words. What the call says goes before what the posts and the table say."""
    chosen, notices = _theme(group, theme)
    deck = compose(group.summit, group.posts, detail=detail, lang=group.lang, theme=chosen)
    return PlannedDeck(replace(deck, notices=deck.notices + notices), group.posts, group.rules)


def _written(read: Sequence[Post], theme: str | None) -> tuple[tuple[PlannedDeck, ...], list[Notice]]:
    """The decks of edited outlines, the first one of each summit; a notice for any other."""
    plans: dict[str, PlannedDeck] = {}
    notices: list[Notice] = []
    for post in read:
        if not post.written:
            continue
        slug = post.written.slug
        if slug in plans:
            hint = "give it another `slug:` in its front matter, or leave one of them out"
            message = f"another outline of {slug} is built: {plans[slug].posts[0].path}"
            notices.append(Notice(message, post.path, 1, hint, lost=True))
            continue
        lang = posts.language(post)
        chosen, doubted = _theme(posts.Group(post.written, (post,), ("outline",), lang), theme)
        deck = edited(post, lang=lang, theme=chosen)
        plans[slug] = PlannedDeck(replace(deck, notices=deck.notices + doubted), (post,), ("outline",))
    return tuple(plans.values()), notices


def _left_to(outline: str, group: posts.Group) -> Notice:
    said = f"posts of {group.summit.slug} are left to the outline {outline}"
    return Notice(said, group.posts[0].path, hint="leave the outline out to build from the posts again")


def _theme(group: posts.Group, asked: str | None) -> tuple[str, tuple[Notice, ...]]:
    """The theme for a summit; an unknown one that a post or a table asks for becomes a notice."""
    if asked:
        return asked, ()
    notices: list[Notice] = []
    wishes = [(post.facts.theme, post.path) for post in group.posts] + [(group.summit.theme, "summits.toml")]
    for name, path in wishes:
        if name in looks.names():
            return name, tuple(notices)
        if name:
            hint = f"one of {', '.join(looks.names())}"
            notices.append(Notice(f"unknown theme {name!r}", path, hint=hint))
    return looks.for_name(group.summit.slug), tuple(notices)


def _made(plans: Sequence[PlannedDeck], canvas: Canvas, dark: bool, jobs: int | None) -> Iterator[Made]:
    """The decks' files in the order of the plans; several processes share the work where there is enough of it."""
    workers = min(len(plans), jobs or ((os.cpu_count() or 1) if len(plans) >= MANY_DECKS else 1))
    if workers < 2:
        yield from map(make, plans, repeat(canvas), repeat(dark))
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(make, plans, repeat(canvas), repeat(dark))


def _shown(page: Page) -> tuple[PictureBox, ...]:
    return tuple(box for box in page.boxes if isinstance(box, PictureBox))


def _media(pages: Sequence[Page]) -> tuple[dict[str, Media], dict[str, Notice]]:
    """Each picture's file, once, fit for the largest box that it is shown in; a notice for each that fails."""
    rects: dict[str, list[Rect]] = {}
    for page in pages:
        for box in _shown(page):
            rects.setdefault(box.path, []).append(box.rect)
    media: dict[str, Media] = {}
    failed: dict[str, Notice] = {}
    for path, at in rects.items():
        try:
            media[path] = pictures.prepare(path, max(rect.w for rect in at), max(rect.h for rect in at))
        except InputError as error:
            failed[path] = replace(error.notice, lost=True)
    return media, failed


def _without(page: Page, failed: Container[str]) -> Page:
    """The page without the pictures that have no file: a hole is better than no deck."""
    boxes = tuple(box for box in page.boxes if not (isinstance(box, PictureBox) and box.path in failed))
    return replace(page, boxes=boxes)


def _properties(planned: PlannedDeck) -> Properties:
    from deckgen.render import Properties

    facts = [post.facts for post in planned.posts]
    dates = [fact.date for fact in facts if fact.date]
    known = [day for day in (max(dates, default=None), planned.deck.summit.end, planned.deck.summit.start) if day]
    properties = Properties(
        title=planned.deck.summit.title,
        author=", ".join(dict.fromkeys(author for fact in facts for author in fact.authors)),
        subject=" / ".join(fact.title for fact in facts),
        keywords=tuple(dict.fromkeys(tag for fact in facts for tag in fact.tags)),
        language=planned.deck.lang,
    )
    return replace(properties, created=known[0]) if known else properties


def _built(path: Path, planned: PlannedDeck, made: Made) -> BuiltDeck:
    warnings = len(planned.deck.notices) + len(made.notices)
    title = planned.deck.summit.title
    return BuiltDeck(path, None, title, len(planned.posts), made.slides, made.pictures, warnings, made.seconds)


def _with_pdfs(decks: Sequence[BuiltDeck], progress: Progress | None) -> tuple[list[BuiltDeck], list[Notice]]:
    """The decks with their PDFs beside them; a deck that cannot be exported becomes a notice."""
    from deckgen import export

    result = export.to_pdf([deck.path for deck in decks], progress=progress)
    return [replace(deck, pdf=result.files.get(deck.path)) for deck in decks], list(result.notices)
