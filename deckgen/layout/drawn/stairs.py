"""Levels that rise from left to right: a stair of as many steps as there are names."""

from __future__ import annotations

from deckgen.layout.drawn.sketch import PREFERRED, Look, Sketch, needed, node, said, set_in
from deckgen.layout.frame import rounded
from deckgen.layout.phrases import phrased
from deckgen.layout.setting import Format, Setting
from deckgen.model import Box, Entry, Rect, ShapeBox

LEVELS = range(3, 7)
SIZES = (22.0, 20.0, PREFERRED)
MOST_LINES = 4
GAP, EDGE = 10.0, 4.0
LOWEST, RISE, TALLEST = 12.0, 46.0, 320.0
"""The room below a level's text on the lowest step, by how much each further one is higher, and the whole stair."""

STEP = Look("rectangle", "surface", align="left", anchor="top", inset=(14.0, 14.0), leading=1.06)


def draw(form: Format, room: Rect, entries: tuple[Entry, ...]) -> Sketch | None:
    """The levels on steps of rising height, or None where one says more than its name or does not fit."""
    if len(entries) not in LEVELS or any(entry.label and entry.text for entry in entries):
        return None
    width = (room.w - GAP * (len(entries) - 1)) / len(entries)
    for size in SIZES:
        texts = [
            set_in(form, said((), entry.label or entry.text, None), STEP, STEP.width(width), size) for entry in entries
        ]
        if any(text.broken or text.lines > MOST_LINES for text in texts):
            continue
        least = max(map(needed, texts)) + 2 * STEP.inset[1] + EDGE + LOWEST
        rise = min(RISE, (min(TALLEST, room.h) - least) / (len(entries) - 1))
        if rise >= RISE / 2:
            return _drawn(form, room, texts, Rect(0, 0, width, least), rise)
    return None


def _drawn(form: Format, room: Rect, texts: list[Setting], least: Rect, rise: float) -> Sketch:
    """The steps on one ground line, each with a bar at its upper edge."""
    tallest = least.h + rise * (len(texts) - 1)
    bottom = room.y + tallest + (room.h - tallest) / 2
    boxes: list[Box] = []
    for number, text in enumerate(texts):
        height = least.h + rise * number
        place = Rect(room.x + number * (least.w + GAP), bottom - height, least.w, height)
        even = phrased(text, STEP.style, form.faces)
        boxes.append(node(place, STEP, even, f"level {number + 1}"))
        last = number == len(texts) - 1
        bar = rounded(Rect(place.x, place.y, place.w, EDGE))
        boxes.append(ShapeBox(bar, "accent" if last else "primary", f"edge {number + 1}"))
    return Sketch(tuple(boxes), texts[0].size, bottom)
