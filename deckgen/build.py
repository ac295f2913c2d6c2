"""The whole program, stage by stage: posts -> outline -> layout -> render -> decks, and PDFs if wanted.

`outline` and `build` are the library; the command line is a thin skin over them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from deckgen import layout, pictures, posts, theme
from deckgen import outline as outline_
from deckgen.errors import InputError
from deckgen.model import Canvas, Detail, Notice, PictureBox, Post
from deckgen.result import Built, BuiltDeck, Outline, PlannedDeck
from deckgen.save import save

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, and how many there are."""


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

    `paths` are posts or folders of posts. `theme`, `summit` and `detail` override what the posts and the table of summits
    say; `repair=False` leaves broken structure as it is. A post that cannot be read becomes a notice. Raises UsageError
    for a path that is not there and for an unknown theme.
    """
    read, notices = _read(paths, repair, progress)
    groups = posts.group(read, forced=summit, paths=tuple(Path(p) for p in paths))
    decks = tuple(_plan(group, theme, detail) for group in groups)
    return Outline(decks, (*notices, *(n for planned in decks for n in planned.deck.notices)))


def build(
    paths: Sequence[str | Path] = ("posts",),
    out: str | Path = "decks",
    *,
    theme: str | None = None,
    summit: str | None = None,
    detail: Detail | None = None,
    repair: bool = True,
    pdf: bool = False,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Built:
    """Builds one deck for each summit into the folder `out`, and a PDF of each if `pdf`.

    Takes the same choices as `outline`; `jobs` processes work at once. Raises UsageError as `outline` does, and
    ToolMissingError where a PDF is wanted and LibreOffice is missing; the decks are written by then.
    """
    plan = outline(paths, theme=theme, summit=summit, detail=detail, repair=repair, progress=progress)
    decks: list[BuiltDeck] = []
    notices = list(plan.notices)
    for planned, made in zip(plan.decks, _made(plan.decks, jobs), strict=True):
        path = Path(out) / f"{planned.deck.summit.slug}.pptx"
        try:
            kept = save(path, made.blob)
        except InputError as error:
            notices.append(replace(error.notice, lost=True))
            continue
        notices += [*made.notices, *([kept] if kept else [])]
        warnings = len(planned.deck.notices) + len(made.notices)
        title = planned.deck.summit.title
        decks.append(
            BuiltDeck(path, None, title, len(planned.posts), made.slides, made.pictures, warnings, made.seconds)
        )
        if progress:
            progress(title, len(decks), len(plan.decks))
    if pdf and decks:
        decks, failed = _with_pdfs(decks, progress)
        notices += failed
    return Built(tuple(decks), tuple(notices))


def make(planned: PlannedDeck) -> Made:
    """One summit's deck as a file's bytes: a pure call on values that can be pickled, but for reading the pictures."""
    from deckgen import render

    start = time.perf_counter()
    look = theme.load(planned.deck.theme, WIDE)
    pages = layout.arrange(planned.deck, look)
    boxes = [box for page in pages for box in page.boxes if isinstance(box, PictureBox)]
    media = {}
    for path in dict.fromkeys(box.path for box in boxes):
        shown = [box.rect for box in boxes if box.path == path]
        media[path] = pictures.prepare(path, max(r.w for r in shown), max(r.h for r in shown))
    blob = render.pptx(pages, look, media, _properties(planned))
    notices = tuple(notice for page in pages for notice in page.notices)
    return Made(blob, len(pages), len(boxes), notices, time.perf_counter() - start)


def _read(paths: Sequence[str | Path], repair: bool, progress: Progress | None) -> tuple[list[Post], list[Notice]]:
    """All posts that can be read, their pictures measured; each one that cannot is a notice."""
    read: list[Post] = []
    notices: list[Notice] = []
    files = posts.find(paths)
    for number, file in enumerate(files, 1):
        try:
            read.append(pictures.measure(posts.read(file.path, file.root, repair=repair)))
        except InputError as error:
            notices.append(replace(error.notice, lost=True))
        if progress and len(files) > MANY_POSTS:
            progress(f"reading {file.path}", number, len(files))
    return read, notices


def _plan(group: posts.Group, theme_name: str | None, detail: Detail | None) -> PlannedDeck:
    """A summit's posts as a deck in words."""
    chosen = theme_name or next((post.facts.theme for post in group.posts if post.facts.theme), "")
    chosen = chosen or group.summit.theme or theme.for_name(group.summit.slug)
    asked = next((post.facts.detail for post in group.posts if post.facts.detail in get_args(Detail)), "standard")
    deck = outline_.deck(
        group.summit, group.posts, detail=detail or cast(Detail, asked), lang=group.lang, theme=chosen
    )
    return PlannedDeck(deck, group.posts, group.rules)


def _made(plans: Sequence[PlannedDeck], jobs: int | None) -> Iterator[Made]:
    """The decks' files in the order of the plans; several processes share the work where there is enough of it."""
    jobs = jobs or (os.cpu_count() or 1 if len(plans) > MANY_DECKS else 1)
    if min(jobs, len(plans)) < 2:
        yield from map(make, plans)
        return
    with ProcessPoolExecutor(min(jobs, len(plans)), mp_context=get_context("spawn")) as pool:
        yield from pool.map(make, plans)


def _with_pdfs(decks: list[BuiltDeck], progress: Progress | None) -> tuple[list[BuiltDeck], list[Notice]]:
    from deckgen import export

    ...
