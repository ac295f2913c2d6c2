"""Cards: short texts of one weight, side by side on panels with an accent at one edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Literal

from deckgen.layout.frame import rounded
from deckgen.layout.phrases import phrased
from deckgen.layout.setting import RESERVE, Format, Setting, set_text
from deckgen.model import Box, Paragraph, Rect, Run, Runs, ShapeBox, TextBox, TextStyle

Edge = Literal["left", "top"]

SIZES = (22.0, 20.0, 18.0)
LARGE, FEW = 24.0, 4
"""The size of so few cards, where it fits."""

STYLE = TextStyle(SIZES, leading=1.07, after=0.3)
BAR = {"left": 5.0, "top": 4.0}
LOOSE = (((18.0, 13.0), 18.0),)
TIGHT = (((14.0, 6.0), 8.0), ((14.0, 4.0), 6.0))
"""Between a card's edge and its text, and between cards; tight, and at last tighter, where rows are many."""

TIGHT_FROM, LOOSE_IN_COLUMN = 3, 4
TALLEST = {1: 96.0, 2: 140.0, 3: 190.0}
"""Points that a card may be high, by the number of columns, however much room there is."""

DROP = 0.3
"""The share of the free height above cards."""

CORNER = 34.0
"""The width of a card's corner, where a page number stands."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says: a label or nothing, the text, and what stands in its corner."""

    label: Runs
    text: Runs
    corner: Runs = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """Cards at their places, the size of their text, the share of the room that they take, and a card's most lines."""

    boxes: tuple[Box, ...]
    size: float
    fill: float
    lines: int


def grid(
    form: Format, room: Rect, cards: Sequence[Card], columns: int, edge: Edge, series: Sequence[Sequence[Card]] = ()
) -> Grid | None:
    """The cards in rows at the largest size that fits and breaks no word, or None where none fits.

    All are of one height, the same on all pages of a `series`; only where a single page cannot hold them so is a row
    as high as its own cards need.
    """
    pages = series or (cards,)
    rows = max(ceil(len(page) / columns) for page in pages)
    tight = rows >= TIGHT_FROM if columns > 1 else rows > LOOSE_IN_COLUMN
    sizes = (LARGE, *SIZES) if len(cards) <= FEW and not series else SIZES
    for padding, gap in TIGHT if tight else LOOSE:
        frame = _Frame(edge, padding, gap, columns, (room.w - gap * (columns - 1)) / columns)
        for size in sizes:
            every = [_set(form, card, frame, size) for page in pages for card in page]
            if any(setting.broken for setting in every) and (size > SIZES[-1] or columns > 1):
                continue
            needed = [setting.height / RESERVE + frame.height_beside_text for setting in every]
            heights = _heights(needed, rows, columns, room.h - gap * (rows - 1), len(pages) == 1)
            if heights:
                return _grid(form, room, cards, frame, heights, size)
    return None


def _grid(form: Format, room: Rect, cards: Sequence[Card], frame: _Frame, heights: list[float], size: float) -> Grid:
    """The cards in rows of these heights."""
    used = sum(heights) + frame.gap * (len(heights) - 1)
    top = room.y + DROP * (room.h - used)
    boxes: list[Box] = []
    settings = [phrased(_set(form, card, frame, size), STYLE, form.faces) for card in cards]
    for number, (card, setting) in enumerate(zip(cards, settings, strict=True)):
        row, column = divmod(number, frame.columns)
        y = top + sum(heights[:row]) + frame.gap * row
        place = Rect(room.x + column * (frame.width + frame.gap), y, frame.width, heights[row])
        boxes += _boxes(card, setting, rounded(place), number, frame)
    return Grid(tuple(boxes), size, used / room.h, max(setting.lines for setting in settings))


def _heights(needed: Sequence[float], rows: int, columns: int, room: float, single: bool) -> list[float]:
    """The height of each row of cards that need these heights, within the room; none where they do not fit."""
    least, most = max(needed), room / rows
    if least <= most:
        return [max(least, min(most, TALLEST[min(columns, 3)], 1.6 * least))] * rows
    own = [max(needed[row * columns : (row + 1) * columns]) for row in range(rows)]
    return own if single and sum(own) <= room else []


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all cards of a grid share: the edge with the accent, the padding, the gap, their columns and width."""

    edge: Edge
    padding: tuple[float, float]
    gap: float
    columns: int
    width: float

    @property
    def height_beside_text(self) -> float:
        return 2 * self.padding[1] + (BAR["top"] if self.edge == "top" else 0.0)

    def inside(self, place: Rect, corner: bool) -> Rect:
        left, top = (BAR["left"], 0.0) if self.edge == "left" else (0.0, BAR["top"])
        across, down = self.padding
        width = place.w - left - 2 * across - (CORNER if corner else 0.0)
        return Rect(place.x + left + across, place.y + top + down, width, place.h - top - 2 * down)

    def bar(self, place: Rect) -> Rect:
        return replace(place, w=BAR["left"]) if self.edge == "left" else replace(place, h=BAR["top"])


def _set(form: Format, card: Card, frame: _Frame, size: float) -> Setting:
    text = Paragraph(card.text, size=max(18.0, size - 2) if card.label else None)
    label = Paragraph(card.label, color="primary", bold=True)
    room = frame.inside(Rect(0, 0, frame.width, 0), bool(card.corner)).w
    return set_text(tuple(p for p in (label, text) if p.text), STYLE, form.faces, room, size)


def _boxes(card: Card, setting: Setting, place: Rect, number: int, frame: _Frame) -> list[Box]:
    room = rounded(frame.inside(place, bool(card.corner)))
    inner = replace(room, w=round(setting.width, 2))
    left = frame.edge == "left"
    text = TextBox(
        inner,
        None,
        setting.paragraphs,
        setting.size,
        STYLE.leading,
        STYLE.after,
        name=f"text {number + 1}",
        anchor="middle" if left else "top",
        lines=setting.lines,
    )
    boxes: list[Box] = [
        ShapeBox(place, "surface", f"card {number + 1}"),
        ShapeBox(rounded(frame.bar(place)), f"series{number}" if left else "accent", f"bar {number + 1}"),
        text,
    ]
    return [*boxes, _corner(card, room, number)] if card.corner else boxes


def _corner(card: Card, inner: Rect, number: int) -> TextBox:
    return TextBox(
        rounded(Rect(inner.right, inner.y, CORNER, inner.h)),
        None,
        (Paragraph(card.corner),),
        14.0,
        name=f"page {number + 1}",
        color="muted",
        align="right",
        anchor="middle",
        lines=1,
    )


def page_link(target: str, mark: str) -> Runs:
    """A mark that stands for the number of the page with the key `target`, and links to it."""
    return (Run(mark, link=f"#{target}"),) if target else ()
