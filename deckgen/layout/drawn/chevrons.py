"""Steps in a row of chevrons: the step itself upon its chevron, or its name there and what is to be done on a card."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from deckgen.layout.drawn.sketch import Look, Sketch, drawn_in, needed, node, set_in, top_of
from deckgen.layout.phrases import phrased
from deckgen.layout.setting import Format, Setting, upright
from deckgen.model import Box, Entry, Paragraph, Rect, Runs, plain, runs

IN_A_ROW = range(2, 6)
MOST_LINES = 4
"""Steps that stand in a row, and the lines of each."""

IN_ROWS, ROWS_GAP = {6: 3, 7: 4}, 22.0
"""How many numbered steps stand in each of two rows, and the room between these."""

BAND, BELOW, BETWEEN = 56.0, 8.0, 4.0
"""A chevron's height, the room between it and its card, and between two cards beside the chevron's tip."""

FIRST = Look("pentagon", "primary", "on_primary", bold=True, inset=(8.0, 4.0))
NEXT = replace(FIRST, shape="chevron")
CARD = Look("rectangle", "surface", align="left", anchor="top", inset=(14.0, 12.0), leading=1.06)
BAND_SIZES = (26.0, 22.0, 20.0, 18.0)
LOWEST, TALLEST = 80.0, 190.0

FILLED = replace(NEXT, bold=False, align="left", anchor="top", inset=(14.0, 10.0), leading=1.04, after=0.25)
FILLED_SIZES = (22.0, 20.0, 18.0)
NUMBER_STEP = 4.0
FILLED_LOWEST = {1: 132.0, 2: 112.0}
"""Chevrons with all that is said of a step: points by which its number is larger, and how high they are by rows."""


def filled(form: Format, room: Rect, entries: tuple[Entry, ...]) -> Sketch | None:
    """Numbered steps upon chevrons, the number above the words; None where one says too much for that."""
    count = len(entries)
    each = count if count in IN_A_ROW else IN_ROWS.get(count, 0)
    if not each or not all(e.text and plain(bare(e.label)).isdigit() for e in entries):
        return None
    width, rows = room.w / each, ceil(count / each)
    for size in FILLED_SIZES:
        texts = [_filled(form, entry, width, size) for entry in entries]
        least = max(map(needed, texts))
        height = max(FILLED_LOWEST[rows], least + 2 * FILLED.inset[1])
        used = height * rows + ROWS_GAP * (rows - 1)
        if used > room.h or any(text.broken or text.lines > MOST_LINES for text in texts):
            continue
        # All numbers stand on one line, whatever the number of lines below them.
        look = replace(FILLED, inset=(FILLED.inset[0], round((height - least) / 2, 2)))
        top = top_of(room, used)
        boxes: list[Box] = []
        for number, text in enumerate(texts):
            row, column = divmod(number, each)
            place = Rect(room.x + column * width, top + row * (height + ROWS_GAP), width, height)
            boxes.append(node(place, look if number else replace(look, shape="pentagon"), text, f"step {number + 1}"))
        return Sketch(tuple(boxes), size, top + used)
    return None


def _filled(form: Format, entry: Entry, width: float, size: float) -> Setting:
    number = Paragraph(bare(entry.label), size=size + NUMBER_STEP)
    text = (number, Paragraph(upright(entry.text), bold=True))
    return phrased(set_in(form, text, FILLED, FILLED.width(width), size), FILLED.style, form.faces)


def with_cards(form: Format, room: Rect, entries: tuple[Entry, ...], sizes: tuple[float, ...]) -> Sketch | None:
    """The steps' names upon chevrons, each above a card; None where that does not fit."""
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
        bands = [_set(form, (Paragraph(bare(entry.label)),), NEXT, width, size) for entry in entries]
        if all(band.lines == 1 and not band.broken for band in bands):
            return bands
    return None


def bare(label: Runs) -> Runs:
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
