"""From a deck in words to the bytes of its file: theme, layout, pictures, rendering."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import repeat
from multiprocessing import parent_process
from typing import TYPE_CHECKING

from deckgen import highlight, layout, pictures
from deckgen import theme as looks
from deckgen.errors import InputError
from deckgen.look import look
from deckgen.model import Canvas, Media, Notice, Page, PictureBox, Rect, Theme
from deckgen.result import PlannedDeck

if TYPE_CHECKING:
    from deckgen.render import Properties

MANY_DECKS = 8
"""So many decks repay the start of further processes, which each import everything again."""


@dataclass(frozen=True, slots=True)
class Made:
    """A deck's file, and what it holds."""

    blob: bytes
    slides: int
    pictures: int
    notices: tuple[Notice, ...]
    seconds: float


def made(
    plans: Sequence[PlannedDeck], canvas: Canvas, dark: bool, jobs: int | None, layouts: looks.Layouts = None
) -> Iterator[Made]:
    """The decks' files in the order of the plans; several processes share the work where there is enough of it."""
    choices = (repeat(canvas), repeat(dark), repeat(layouts))
    workers = min(len(plans), jobs or ((os.cpu_count() or 1) if len(plans) >= MANY_DECKS else 1))
    if workers < 2:
        yield from map(make, plans, *choices)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_follow) as pool:
        with _unheard():
            files = pool.map(make, plans, *choices)
        yield from files


@contextmanager
def _unheard() -> Iterator[None]:
    """Processes started in this block never hear of Ctrl-C, which a terminal tells all of them: one answers for all."""
    if sys.platform == "win32":
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # which would end the silence
    former = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


def _follow() -> None:
    """Ends this process when the one that started it has been killed, whose queue it would wait at for ever."""
    parent = parent_process()

    def watch() -> None:
        if parent:
            parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def make(planned: PlannedDeck, canvas: Canvas = looks.WIDE, dark: bool = False, layouts: looks.Layouts = None) -> Made:
    """One summit's deck as a file's bytes: a pure call on values that can be pickled, but for reading the pictures."""
    from deckgen import render

    start = time.perf_counter()
    dress = look(planned.deck.theme, canvas, dark, layouts)
    drawn = pictures.with_formulas(highlight.toned(planned.deck), dress.theme.palette.ink)
    pages = layout.arrange(drawn.deck, dress.theme)
    media, failed = _media(pages, drawn.media)
    pages = tuple(_unframed(_without(page, failed), drawn.media) for page in pages)
    blob = render.pptx(pages, dress.theme, media, _properties(planned), dress.base)
    notices = (*drawn.notices, *failed.values(), *(notice for page in pages for notice in page.notices))
    return Made(blob, len(pages), sum(len(_shown(page)) for page in pages), notices, time.perf_counter() - start)


def shown(theme: Theme, base: bytes = b"") -> bytes:
    """A theme's specimen: a deck with every kind of slide, then a slide for every layout that none of them needed.

    `base` is the package of the template that the theme was made from, if it was.
    """
    from deckgen import render, specimen

    deck = highlight.toned(specimen.deck(theme))
    pages = layout.arrange(deck, theme)
    used = {page.layout for page in pages}
    left = [page for page in specimen.filled(theme) if page.layout not in used]
    others = (replace(page, number=n, footer=deck.summit.title) for n, page in enumerate(left, len(pages) + 1))
    details = render.Properties(title=f"{deck.summit.title}: specimen", language=deck.lang)
    return render.pptx((*pages, *others), theme, specimen.media(), details, base)


def _shown(page: Page) -> tuple[PictureBox, ...]:
    return tuple(box for box in page.boxes if isinstance(box, PictureBox))


def _media(pages: Sequence[Page], known: Mapping[str, Media]) -> tuple[dict[str, Media], dict[str, Notice]]:
    """Each picture's file, once, fit for the largest box that it is shown in; a notice for each that fails.

    `known` are pictures that were made for this deck.
    """
    rects: dict[str, list[Rect]] = {}
    for page in pages:
        for box in _shown(page):
            rects.setdefault(box.path, []).append(box.rect)
    media: dict[str, Media] = {path: known[path] for path in rects if path in known}
    failed: dict[str, Notice] = {}
    for path, at in rects.items():
        if path in media:
            continue
        try:
            media[path] = pictures.prepare(path, max(rect.w for rect in at), max(rect.h for rect in at))
        except InputError as error:
            failed[path] = replace(error.notice, lost=True)
    return media, failed


def _without(page: Page, failed: Container[str]) -> Page:
    """The page without the pictures that have no file: a hole is better than no deck."""
    boxes = tuple(box for box in page.boxes if not (isinstance(box, PictureBox) and box.path in failed))
    return replace(page, boxes=boxes)


def _unframed(page: Page, formulas: Container[str]) -> Page:
    """The page without hairlines around formulas, which are text."""
    boxes = (
        replace(box, line="") if isinstance(box, PictureBox) and box.path in formulas else box for box in page.boxes
    )
    return replace(page, boxes=tuple(boxes))


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
