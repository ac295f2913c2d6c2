"""A chain: links in a row with arrows between them, on a second or third row where one is too short."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from deckgen.layout.drawn.sketch import FLOOR, PREFERRED, Look, Sketch, drawn_in, needed, node, said, top_of
from deckgen.layout.setting import Format, Setting
from deckgen.model import Box, Chain, ConnectorBox, Entry, NodeBox, Rect

SIZES = (28.0, 26.0, 24.0, 22.0, 20.0, PREFERRED)
SMALL = (16.0, FLOOR)
ARROW, BETWEEN = 38.0, 46.0
"""The length of an arrow between two links, and the room between rows."""

NARROWEST = 72.0
"""Points that a link must have for its width, and that it is high even if its words need less, by rows."""
LOWEST = {1: 96.0, 2: 76.0}
MOST_LINES = {False: 2, True: 6}
"""Lines in a link, by whether something is said of it."""

LINK = Look("rounded", "primary", "on_primary", bold=True, inset=(10.0, 8.0))
TOLD = Look("rounded", "surface", line="primary", inset=(12.0, 10.0), leading=1.04)
STEP = 2.0
"""Points by which what is said of a link is smaller than the link."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """So many links to a row, their width, and the most that they may be high."""

    each: int
    count: int
    width: float
    most: float


def draw(form: Format, room: Rect, drawn: Chain) -> Sketch | None:
    """The links in as few rows as are readable, or None where none is at the floor."""
    told = any(entry.text for entry in drawn.entries)
    for sizes in (SIZES, SMALL):
        for rows in _rows(room, len(drawn.entries)):
            settings = _largest(form, drawn.entries, rows, sizes)
            if settings is not None:
                return _placed(room, rows, settings, TOLD if told else LINK)
    return None


def _largest(form: Format, entries: tuple[Entry, ...], rows: _Rows, sizes: tuple[float, ...]) -> list[Setting] | None:
    """The links at the largest size that leaves no single character on a line, else at the largest that fits.

    For that alone, nothing is set smaller than preferred.
    """
    fitting = [found for size in sizes if (found := _settings(form, entries, rows, size)) is not None]
    neat = (some for some in fitting if _smallest(some) >= PREFERRED and not any(setting.widows for setting in some))
    return next(neat, fitting[0] if fitting else None)


def _rows(room: Rect, count: int) -> Iterator[_Rows]:
    for rows in (1, 2, 3):
        each = ceil(count / rows)
        width = (room.w - ARROW * (each - 1)) / each
        if width >= NARROWEST and rows == ceil(count / each):
            yield _Rows(each, rows, width, (room.h - BETWEEN * (rows - 1)) / rows)


def _settings(form: Format, entries: tuple[Entry, ...], rows: _Rows, size: float) -> list[Setting] | None:
    told = any(entry.text for entry in entries)
    look = TOLD if told else LINK
    smaller = max(FLOOR, size - STEP)
    texts = [said(entry.label, entry.text, "primary" if told else None, smaller) for entry in entries]
    settings = [drawn_in(form, text, look, look.width(rows.width), size) for text in texts]
    tallest = max(needed(setting) for setting in settings) + look.beside(rows.width, rows.most)
    if tallest > rows.most or any(s.broken or s.lines > MOST_LINES[told] for s in settings):
        return None
    return settings


def _placed(room: Rect, rows: _Rows, settings: list[Setting], look: Look) -> Sketch:
    needs = max(needed(setting) for setting in settings) + look.beside(rows.width, rows.most)
    height = min(rows.most, max(LOWEST.get(rows.count, 0.0), 1.35 * needs))
    used = height * rows.count + BETWEEN * (rows.count - 1)
    top = top_of(room, used)
    links: list[NodeBox] = []
    for number, setting in enumerate(settings):
        row, column = divmod(number, rows.each)
        place = Rect(room.x + column * (rows.width + ARROW), top + row * (height + BETWEEN), rows.width, height)
        links.append(node(place, look, setting, f"link {number + 1}"))
    boxes: list[Box] = [links[0]]
    for number, (before, after) in enumerate(pairwise(links), 1):
        boxes += (_arrow(before, after, number), after)
    return Sketch(tuple(boxes), _smallest(settings), top + used)


def _smallest(settings: list[Setting]) -> float:
    return min(paragraph.size or setting.size for setting in settings for paragraph in setting.paragraphs)


def _arrow(before: NodeBox, after: NodeBox, number: int) -> ConnectorBox:
    one, other = before.rect, after.rect
    name = f"arrow {number}"
    if one.y == other.y:
        y = one.y + one.h / 2
        return ConnectorBox(before.name, 3, (one.right, y), after.name, 1, (other.x, y), name)
    start, end = (one.x + one.w / 2, one.bottom), (other.x + other.w / 2, other.y)
    return ConnectorBox(before.name, 2, start, after.name, 0, end, name, elbow=one.x != other.x)
