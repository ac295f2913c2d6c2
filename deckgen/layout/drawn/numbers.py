"""Figures on cards: each as large as its card allows, with what it counts below it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

from deckgen.layout.drawn.sketch import FLOOR, PREFERRED, Look, Sketch, drawn_in, needed, node, set_in, top_of
from deckgen.layout.frame import rounded
from deckgen.layout.setting import Format, Setting, upright
from deckgen.model import Box, Bullet, Entry, Item, Numbers, Paragraph, Rect, ShapeBox, plain

FIGURE_SIZES = (60.0, 54.0, 48.0, 44.0, 40.0, 36.0, 32.0, 28.0)
TEXT_SIZES = (20.0, PREFERRED, 16.0, FLOOR)
LARGEST_FIGURE = {1: 60.0, 2: 48.0, 3: 40.0}
"""The largest figure by the number of rows."""

WORD, LONGEST_WORD = 28.0, 12
"""The size of a word among the figures, and its characters."""

GAP, EDGE = 18.0, 4.0
"""Between cards, and the height of the bar at a card's upper edge."""

COLUMNS = {1: (1,), 2: (2,), 3: (3,), 4: (4, 2), 5: (3,), 6: (3, 2), 7: (4, 3), 8: (4, 3), 9: (3,)}
NARROWEST = 150.0
WIDEST = 423.0
TALLEST = {1: 200.0, 2: 164.0, 3: 118.0}
MOST_LINES = 3
CARD = Look("rectangle", "surface", align="left", anchor="top", inset=(20.0, 14.0), leading=1.04, after=0.12)


@dataclass(frozen=True, slots=True)
class _Grid:
    """Cards in so many columns and rows: a card's width and the most that it may be high."""

    columns: int
    rows: int
    width: float
    most: float


def draw(form: Format, room: Rect, drawn: Numbers) -> Sketch | None:
    """The figures in rows of equal cards, or None where they do not fit at the floor."""
    found: list[Sketch] = []
    for columns in COLUMNS.get(len(drawn.entries), ()):
        grid = _grid(room, len(drawn.entries), columns)
        sketch = _drawn(form, room, drawn.entries, grid) if grid.width >= NARROWEST else None
        if sketch is not None and sketch.size >= PREFERRED:
            return sketch
        found += [sketch] if sketch is not None else []
    return max(found, key=lambda sketch: sketch.size, default=None)


def _grid(room: Rect, count: int, columns: int) -> _Grid:
    rows = ceil(count / columns)
    width = min(WIDEST, (room.w - GAP * (columns - 1)) / columns)
    return _Grid(columns, rows, width, (room.h - GAP * (rows - 1)) / rows)


def _drawn(form: Format, room: Rect, entries: tuple[Entry, ...], grid: _Grid) -> Sketch | None:
    inner = CARD.width(grid.width)
    figure = _figure_size(form, entries, inner, LARGEST_FIGURE.get(grid.rows, FIGURE_SIZES[-1]))
    if figure is None:
        return None
    for size in TEXT_SIZES:
        settings = [drawn_in(form, _said(entry, figure), CARD, inner, size) for entry in entries]
        least = max(needed(setting) for setting in settings)
        height = least + 2 * CARD.inset[1] + EDGE
        if height > grid.most or any(s.broken or s.lines > 1 + MOST_LINES for s in settings):
            continue
        tall = max(height, min(grid.most, TALLEST.get(grid.rows, 0.0)))
        return _placed(room, grid, settings, tall, least)
    return None


def _figure_size(form: Format, entries: tuple[Entry, ...], width: float, most: float) -> float | None:
    """The largest size at which every figure stands on one line."""
    for size in (size for size in FIGURE_SIZES if size <= most):
        settings = (set_in(form, _figure(entry, size), CARD, width, size) for entry in entries if entry.label)
        if all(setting.lines == 1 and not setting.broken for setting in settings):
            return size
    return None


def _figure(entry: Entry, size: float) -> tuple[Paragraph, ...]:
    label = upright(entry.label)
    return (Paragraph(label, size=size, color="accent", bold=True),) if label else ()


def _said(entry: Entry, figure: float) -> tuple[Paragraph, ...]:
    """The figure above what it counts; a word without a figure is set between the two in size."""
    text = (Paragraph(upright(entry.text)),) if entry.text else ()
    if not entry.label:
        return tuple(replace(word, size=min(figure, WORD), color="primary", bold=True) for word in text)
    return (*_figure(entry, figure), *text)


def joined(drawn: Numbers, after: tuple[Item, ...]) -> Numbers | None:
    """The figures with the one short bullet after them, where it fills the place that their last row leaves free."""
    match after:
        case (Bullet(level=0, number="") as only,) if len(plain(only.text).strip()) <= LONGEST_WORD:
            count = len(drawn.entries)
            hole = any(count % columns == columns - 1 for columns in COLUMNS.get(count, ())[:1])
            return Numbers((*drawn.entries, Entry((), only.text, only.source))) if hole and count > 2 else None
        case _:
            return None


def _placed(room: Rect, grid: _Grid, settings: list[Setting], height: float, least: float) -> Sketch:
    used = height * grid.rows + GAP * (grid.rows - 1)
    top = top_of(room, used)
    # All figures stand on one line, whatever the number of lines below them.
    look = replace(CARD, inset=(CARD.inset[0], round((height - EDGE - least) / 2, 2) + EDGE / 2))
    boxes: list[Box] = []
    for number, setting in enumerate(settings):
        row, column = divmod(number, grid.columns)
        place = Rect(room.x + column * (grid.width + GAP), top + row * (height + GAP), grid.width, height)
        boxes.append(node(place, look, setting, f"figure {number + 1}"))
        boxes.append(ShapeBox(rounded(replace(place, h=EDGE)), "accent", f"edge {number + 1}"))
    return Sketch(tuple(boxes), settings[0].size, top + used)
