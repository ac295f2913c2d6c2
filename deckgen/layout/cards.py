"""Cards: short texts of one weight, side by side on panels with an accent at one edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Literal

from deckgen.layout.frame import rounded
from deckgen.layout.setting import RESERVE, Format, Setting, set_text
from deckgen.model import Box, Paragraph, Rect, Run, Runs, ShapeBox, TextBox, TextStyle

Edge = Literal["left", "top"]

SIZES = (22.0, 20.0, 18.0)
STYLE = TextStyle(SIZES, leading=1.07, after=0.3)
BAR = {"left": 5.0, "top": 4.0}
PADDING = (18.0, 13.0)
GAP = 18.0
TALLEST = {1: 96.0, 2: 132.0, 3: 172.0}
"""Points that a card may be high, by the number of columns, however much room there is."""

CORNER = 40.0
"""The width of a card's corner, where a page number stands."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says: a label or nothing, the text, and what stands in its corner."""

    label: Runs
    text: Runs
    corner: Runs = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """Cards at their places, the size of their text, and the share of the room that they take."""

    boxes: tuple[Box, ...]
    size: float
    fill: float


def grid(form: Format, room: Rect, cards: Sequence[Card], columns: int, edge: Edge) -> Grid | None:
    """The cards in rows at the largest size that fits, all of one height, or None where none fits."""
    rows = ceil(len(cards) / columns)
    width = (room.w - GAP * (columns - 1)) / columns
    gap = GAP if rows < 4 else 12.0
    for size in SIZES:
        settings = [_set(form, card, width, size, edge) for card in cards]
        least = max(setting.height for setting in settings) / RESERVE + 2 * PADDING[1] + (edge == "top") * BAR["top"]
        most = (room.h - gap * (rows - 1)) / rows
        if least > most:
            continue
        height = max(least, min(most, TALLEST[min(columns, 3)], 1.6 * least))
        used = height * rows + gap * (rows - 1)
        top = room.y + 0.3 * (room.h - used)
        boxes: list[Box] = []
        for number, (card, setting) in enumerate(zip(cards, settings, strict=True)):
            row, column = divmod(number, columns)
            place = Rect(room.x + column * (width + GAP), top + row * (height + gap), width, height)
            boxes += _boxes(card, setting, rounded(place), number, edge)
        return Grid(tuple(boxes), size, used / room.h)
    return None


def _set(form: Format, card: Card, width: float, size: float, edge: Edge) -> Setting:
    text = Paragraph(card.text, size=max(18.0, size - 2) if card.label else None)
    label = Paragraph(card.label, color="primary", bold=True)
    room = width - (edge == "left") * BAR["left"] - 2 * PADDING[0] - (CORNER if card.corner else 0)
    return set_text(tuple(p for p in (label, text) if p.text), STYLE, form.faces, room, size)


def _boxes(card: Card, setting: Setting, place: Rect, number: int, edge: Edge) -> list[Box]:
    left, top = (BAR["left"], 0.0) if edge == "left" else (0.0, BAR["top"])
    bar = replace(place, w=BAR["left"]) if edge == "left" else replace(place, h=BAR["top"])
    corner = CORNER if card.corner else 0.0
    inner = Rect(
        place.x + left + PADDING[0],
        place.y + top + PADDING[1],
        place.w - left - 2 * PADDING[0] - corner,
        place.h - top - 2 * PADDING[1],
    )
    boxes: list[Box] = [
        ShapeBox(place, "surface", f"card {number + 1}"),
        ShapeBox(rounded(bar), f"series{number}" if edge == "left" else "accent", f"bar {number + 1}"),
        TextBox(
            rounded(inner),
            None,
            setting.paragraphs,
            setting.size,
            STYLE.leading,
            STYLE.after,
            name=f"text {number + 1}",
            anchor="middle" if edge == "left" else "top",
            lines=setting.lines,
        ),
    ]
    if card.corner:
        rect = Rect(inner.right, inner.y, corner, inner.h)
        boxes.append(
            TextBox(
                rounded(rect),
                None,
                (Paragraph(card.corner),),
                14.0,
                name=f"page {number + 1}",
                color="muted",
                align="right",
                anchor="middle",
                lines=1,
            )
        )
    return boxes


def page_link(target: str, mark: str) -> Runs:
    """A mark that stands for the number of the page with the key `target`, and links to it."""
    return (Run(mark, link=f"#{target}"),) if target else ()
