"""A procedure: chevrons in a row, each above what is to be done, or numbers down a rail where there is more to say."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckgen.layout.drawn.sketch import FLOOR, PREFERRED, Look, Sketch, drawn_in, needed, node, said, set_in, top_of
from deckgen.layout.frame import rounded
from deckgen.layout.setting import Format, Setting, upright
from deckgen.model import Box, Entry, Paragraph, Rect, Runs, ShapeBox, Steps, TextBox, plain, runs

SIZES = (24.0, 22.0, 20.0, PREFERRED)
SMALL = (16.0, FLOOR)

IN_A_ROW = range(2, 6)
MOST_LINES = 4
"""Steps that stand in a row, and the lines of each."""

BAND, BELOW, BETWEEN = 56.0, 8.0, 4.0
"""A chevron's height, the room between it and its card, and between two cards beside the chevron's tip."""

FIRST = Look("pentagon", "primary", "on_primary", bold=True, inset=(8.0, 4.0))
NEXT = replace(FIRST, shape="chevron")
CARD = Look("rectangle", "surface", align="left", anchor="top", inset=(14.0, 12.0), leading=1.06)
BAND_SIZES = (26.0, 22.0, 20.0, 18.0)
LOWEST, TALLEST = 80.0, 190.0

DISC, DOT, BESIDE = 38.0, 14.0, 20.0
"""A number's disc, the dot where there is no number, and the room between it and the text."""

RAIL = 2.5
TALLEST_ROW, ROW_GAP = 84.0, 12.0
DISC_SIZE = 18.0
NUMBER = Look("oval", "primary", "on_primary", bold=True, inset=(0.0, 0.0))
LINE = Look("rectangle", "ground", align="left", inset=(0.0, 0.0), leading=1.05, after=0.1)


def draw(form: Format, room: Rect, drawn: Steps) -> Sketch | None:
    """The steps in a row where each takes few lines, else down a rail; None where neither can be read."""
    for sizes in (SIZES, SMALL):
        sketch = _in_a_row(form, room, drawn.entries, sizes) or _down_a_rail(form, room, drawn.entries, sizes)
        if sketch is not None:
            return sketch
    return None


def _in_a_row(form: Format, room: Rect, entries: tuple[Entry, ...], sizes: tuple[float, ...]) -> Sketch | None:
    if len(entries) not in IN_A_ROW or not all(entry.label and entry.text for entry in entries):
        return None
    width = room.w / len(entries)
    bands = _bands(form, entries, width)
    if bands is None:
        return None
    fitting: list[list[Setting]] = []
    for size in sizes:
        texts = [_set(form, (Paragraph(upright(e.text)),), CARD, width - BETWEEN, size) for e in entries]
        if _card_height(texts) <= room.h - BAND - BELOW and all(not t.broken and t.lines <= MOST_LINES for t in texts):
            fitting.append(texts)
    # The largest that leaves no single character on a line, else the largest.
    neat = (texts for texts in fitting if not any(text.widows for text in texts))
    chosen = next(neat, fitting[0] if fitting else None)
    if chosen is None:
        return None
    least = _card_height(chosen)
    return _row(room, bands, chosen, min(room.h - BAND - BELOW, max(LOWEST, min(TALLEST, 1.3 * least))))


def _card_height(texts: list[Setting]) -> float:
    return max(needed(text) for text in texts) + 2 * CARD.inset[1]


def _set(form: Format, text: tuple[Paragraph, ...], look: Look, width: float, size: float) -> Setting:
    return drawn_in(form, text, look, look.width(width), size)


def _bands(form: Format, entries: tuple[Entry, ...], width: float) -> list[Setting] | None:
    """The labels on their chevrons, each on one line, all of one size."""
    for size in BAND_SIZES:
        bands = [_set(form, (Paragraph(_bare(entry.label)),), NEXT, width, size) for entry in entries]
        if all(band.lines == 1 and not band.broken for band in bands):
            return bands
    return None


def _bare(label: Runs) -> Runs:
    """A label that is a number without the mark after it, which its disc or chevron stands for; any other as it is."""
    words = plain(label).strip()
    number = words.strip("()（）[]").rstrip(".．、)）:：")
    return runs(number) if number.isdigit() else upright(label)


def _row(room: Rect, bands: list[Setting], texts: list[Setting], height: float) -> Sketch:
    width = room.w / len(bands)
    used = BAND + BELOW + height
    top = top_of(room, used)
    boxes: list[Box] = []
    for number, (band, text) in enumerate(zip(bands, texts, strict=True)):
        x = room.x + number * width
        boxes.append(node(Rect(x, top, width, BAND), NEXT if number else FIRST, band, f"step {number + 1}"))
        card = Rect(x, top + BAND + BELOW, width - BETWEEN, height)
        boxes.append(node(card, CARD, text, f"step {number + 1} text"))
    return Sketch(tuple(boxes), texts[0].size, top + used)


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
    bare = _bare(entry.label)
    setting = set_in(form, (Paragraph(bare),), NUMBER, NUMBER.width(DISC), DISC_SIZE)
    return _Mark(setting if bare and plain(bare).isdigit() and setting.lines == 1 and not setting.broken else None)


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
