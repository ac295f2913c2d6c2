"""A procedure: chevrons in a row, a stair of levels, or numbers down a rail where there is more to say."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckgen.layout.drawn import chevrons, stairs
from deckgen.layout.drawn.chevrons import bare
from deckgen.layout.drawn.sketch import FLOOR, PREFERRED, Look, Sketch, drawn_in, needed, node, said, set_in, top_of
from deckgen.layout.frame import rounded
from deckgen.layout.setting import Format, Setting
from deckgen.model import Box, Entry, Paragraph, Rect, ShapeBox, Steps, TextBox, plain

SIZES = (24.0, 22.0, 20.0, PREFERRED)
SMALL = (16.0, FLOOR)

DISC, DOT, BESIDE = 38.0, 14.0, 20.0
"""A number's disc, the dot where there is no number, and the room between it and the text."""

RAIL = 2.5
TALLEST_ROW, ROW_GAP = 84.0, 12.0
DISC_SIZE = 18.0
NUMBER = Look("oval", "primary", "on_primary", bold=True, inset=(0.0, 0.0))
LINE = Look("rectangle", "ground", align="left", inset=(0.0, 0.0), leading=1.05, after=0.1)


def draw(form: Format, room: Rect, drawn: Steps) -> Sketch | None:
    """The steps in a row where each takes few lines, else down a rail; None where neither can be read."""
    entries = drawn.entries
    striking = chevrons.filled(form, room, entries) or stairs.draw(form, room, entries)
    if striking is not None:
        return striking
    for sizes in (SIZES, SMALL):
        sketch = chevrons.with_cards(form, room, entries, sizes) or _down_a_rail(form, room, entries, sizes)
        if sketch is not None:
            return sketch
    return None


@dataclass(frozen=True, slots=True)
class _Mark:
    """What stands on the rail beside a step: the number on its disc, or a dot."""

    number: Setting | None

    @property
    def size(self) -> float:
        return DISC if self.number else DOT


def _down_a_rail(form: Format, room: Rect, entries: tuple[Entry, ...], sizes: tuple[float, ...]) -> Sketch | None:
    marks = [_mark(form, entry) for entry in entries]
    width = room.w - max(mark.size for mark in marks) - BESIDE
    for size in sizes:
        texts = [
            drawn_in(form, _line(entry, mark, size), LINE, width, size)
            for entry, mark in zip(entries, marks, strict=True)
        ]
        rows = [max(needed(text), DISC) for text in texts]
        if sum(rows) + ROW_GAP * (len(rows) - 1) <= room.h and not any(text.broken for text in texts):
            spare = (room.h - sum(rows)) / len(rows)
            return _rail(room, marks, texts, [max(row + ROW_GAP, min(row + spare, TALLEST_ROW)) for row in rows])
    return None


def _mark(form: Format, entry: Entry) -> _Mark:
    label = bare(entry.label)
    setting = set_in(form, (Paragraph(label),), NUMBER, NUMBER.width(DISC), DISC_SIZE)
    return _Mark(setting if label and plain(label).isdigit() and setting.lines == 1 and not setting.broken else None)


def _line(entry: Entry, mark: _Mark, size: float) -> tuple[Paragraph, ...]:
    """A step's text, below its name where it has one that does not stand on the disc."""
    smaller = max(FLOOR, min(size, max(PREFERRED, size - 2))) if not mark.number and entry.label else None
    return said(() if mark.number else entry.label, entry.text, "primary", smaller)


def _rail(room: Rect, marks: list[_Mark], texts: list[Setting], rows: list[float]) -> Sketch:
    used = sum(rows)
    top = top_of(room, used)
    widest = max(mark.size for mark in marks)
    centre = room.x + widest / 2
    first, last = top + rows[0] / 2, top + used - rows[-1] / 2
    boxes: list[Box] = []
    if len(rows) > 1:
        boxes.append(ShapeBox(rounded(Rect(centre - RAIL / 2, first, RAIL, last - first)), "rule", "rail"))
    y = top
    for number, (mark, text, height) in enumerate(zip(marks, texts, rows, strict=True), 1):
        middle, half = y + height / 2, mark.size / 2
        disc = Rect(centre - half, middle - half, mark.size, mark.size)
        if mark.number:
            boxes.append(node(disc, NUMBER, mark.number, f"step {number}"))
        else:
            boxes.append(replace(NUMBER.empty(rounded(disc)), name=f"dot {number}"))
        room_for = max(DISC, needed(text))
        place = Rect(room.x + widest + BESIDE, middle - room_for / 2, text.width, room_for)
        boxes.append(_text(place, text, f"step {number} text"))
        y += height
    smallest = min(p.size or t.size for t in texts for p in t.paragraphs)
    return Sketch(tuple(boxes), smallest, top + used)


def _text(place: Rect, text: Setting, name: str) -> TextBox:
    return TextBox(
        rounded(place),
        None,
        text.paragraphs,
        text.size,
        LINE.leading,
        text.after,
        name=name,
        anchor="middle",
        lines=text.lines,
    )
