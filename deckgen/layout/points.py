"""Pages of a few points: on panels side by side, or large between hairlines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from deckgen.layout.badness import UNEVEN, Fill, text_terms
from deckgen.layout.frame import Area, Draft, rounded
from deckgen.layout.phrases import phrased
from deckgen.layout.setting import RESERVE, Format, Setting, set_text, upright
from deckgen.layout.stack import free_text, paragraphs_of
from deckgen.model import Box, Bullet, Item, Paragraph, Rect, Run, ShapeBox, TextStyle

POINTS, LOW = range(2, 6), 0.53
"""How many bullets can be points, and the share of their room that they may fill as a list: fuller ones stay one."""

DROP = 0.36
"""The share of the free height above points and statements: a little more than half of it stays below."""

STYLE = TextStyle((24.0, 22.0, 20.0), leading=1.12)

ABREAST = {2: 2, 3: 3, 4: 2}
"""Panels in a row, by the number of points."""

PANEL_GAP, PANEL_INSET, PANEL_EDGE = 18.0, 24.0, 4.0
PANEL_LINES = range(2, 8)
PANEL_TALLEST, PANEL_LOOSE = {1: 224.0, 2: 150.0}, 1.45
"""Panels: the gap between them, the margin of their text, the bar at their upper edge, the lines of the longest text,
how high they are by rows where the text leaves room, but no more than so many times as high as it needs."""

ROW_SIZES = (26.0, 24.0, 22.0, 20.0)
ROW_STYLE = replace(STYLE, sizes=ROW_SIZES)
ROW_LINES = {1: 2, 2: 1}
ROWS_IN_PAIRS = (4, 5)
ROW_ABOVE, ROW_BELOW, ROW_TALLEST = 16.0, 30.0, 116.0
RULE, MARK, MARK_WIDTH = 1.0, 3.0, 44.0
"""Rows between hairlines: the lines of a row by columns, how many points may stand in two columns, the space above and
below the text, a row's greatest height, the weight of a hairline, and that and the length of the accent at its end."""


def points_of(form: Format, area: Area, items: tuple[Item, ...]) -> tuple[Bullet, ...]:
    """A few bullets without labels, which as a list would leave half of the page empty; nothing for any others."""
    points = tuple(item for item in items if isinstance(item, Bullet) and not item.level and not item.number)
    if len(points) != len(items) or len(points) not in POINTS:
        return ()
    style = form.layout("Title and Content").slot("body").style
    plainly = set_text(paragraphs_of(items), style, form.faces, area.rect.w, style.sizes[0])
    return points if plainly.height <= LOW * area.rect.h else ()


def point_drafts(form: Format, area: Area, items: tuple[Item, ...]) -> Iterator[Draft]:
    """Pages on which a few points have weight."""
    points = points_of(form, area, items)
    preferred = form.layout("Title and Content").slot("body").style.sizes[0]
    if points:
        yield from _panels(form, area, points, preferred)
        yield from _rows(form, area, points, preferred)


def _text(point: Bullet) -> tuple[Paragraph, ...]:
    return (Paragraph(upright(point.text) or (Run(" "),)),)


def _panels(form: Format, area: Area, points: tuple[Bullet, ...], preferred: float) -> Iterator[Draft]:
    """The points side by side on panels of one height."""
    columns = ABREAST.get(len(points), 0)
    if not columns:
        return
    rows = len(points) // columns
    width = (area.rect.w - PANEL_GAP * (columns - 1)) / columns
    most = (area.rect.h - PANEL_GAP * (rows - 1)) / rows
    for size in STYLE.sizes:
        texts = [set_text(_text(point), STYLE, form.faces, width - 2 * PANEL_INSET, size) for point in points]
        needed = max(text.height for text in texts) / RESERVE + 2 * PANEL_INSET + PANEL_EDGE
        longest = max(text.lines for text in texts)
        if needed > most or longest not in PANEL_LINES or any(text.broken for text in texts):
            continue
        height = max(needed, min(most, PANEL_TALLEST[rows], PANEL_LOOSE * needed))
        texts = [phrased(text, STYLE, form.faces, longest) for text in texts]
        yield _panel_draft(area, texts, Rect(0, 0, width, height), preferred)
        return


def _panel_draft(area: Area, texts: list[Setting], panel: Rect, preferred: float) -> Draft:
    columns = ABREAST[len(texts)]
    rows = len(texts) // columns
    used = rows * panel.h + PANEL_GAP * (rows - 1)
    top = area.rect.y + DROP * (area.rect.h - used)
    boxes: list[Box] = []
    for number, text in enumerate(texts):
        row, column = divmod(number, columns)
        x, y = area.rect.x + column * (panel.w + PANEL_GAP), top + row * (panel.h + PANEL_GAP)
        inner = Rect(x + PANEL_INSET, y + PANEL_EDGE + PANEL_INSET, text.width, panel.h - PANEL_EDGE - 2 * PANEL_INSET)
        boxes.append(ShapeBox(rounded(Rect(x, y, panel.w, panel.h)), "surface", f"panel {number + 1}"))
        boxes.append(ShapeBox(rounded(Rect(x, y, panel.w, PANEL_EDGE)), "accent", f"edge {number + 1}"))
        boxes.append(free_text(text, inner, STYLE.leading, f"text {number + 1}"))
    lines = [text.lines for text in texts]
    uneven = UNEVEN * max(0, max(lines) - min(lines) - 1) / max(lines)
    terms = (*text_terms(texts[0].size, preferred, Fill(0.6, 1.0)), ("uneven", uneven))
    return Draft("Title Only", tuple(boxes), terms, texts[0].size, used / area.rect.h, look="panels")


def _rows(form: Format, area: Area, points: tuple[Bullet, ...], preferred: float) -> Iterator[Draft]:
    """The points one below the other, large, each under a hairline that begins in the accent; short ones in pairs."""
    for columns in (2, 1) if len(points) in ROWS_IN_PAIRS else (1,):
        width = area.rect.w if columns == 1 else area.column
        for size in ROW_SIZES:
            texts = [set_text(_text(point), ROW_STYLE, form.faces, width, size) for point in points]
            draft = _row_draft(form, area, texts, columns, preferred)
            if draft is not None:
                yield draft
                return


def _row_draft(form: Format, area: Area, texts: list[Setting], columns: int, preferred: float) -> Draft | None:
    """The rows, or None where these texts do not fit them; those in pairs have one line each."""
    rows = ceil(len(texts) / columns)
    needed = max(text.height for text in texts) / RESERVE + ROW_ABOVE + ROW_BELOW
    if needed * rows > area.rect.h or any(text.lines > ROW_LINES[columns] or text.broken for text in texts):
        return None
    height = max(needed, min(ROW_TALLEST, area.rect.h / rows))
    width = area.rect.w if columns == 1 else area.column
    top = area.rect.y + DROP * (area.rect.h - height * rows)
    boxes: list[Box] = []
    for number, text in enumerate(texts):
        row, column = divmod(number, columns)
        x, y = area.rect.x + column * (width + area.gutter), top + row * height
        boxes.append(ShapeBox(rounded(Rect(x, y, width, RULE)), "rule", f"rule {number + 1}"))
        boxes.append(ShapeBox(rounded(Rect(x, y, MARK_WIDTH, MARK)), "accent", f"mark {number + 1}"))
        even = phrased(text, ROW_STYLE, form.faces)
        place = Rect(x, y + ROW_ABOVE, even.width, height - ROW_ABOVE - MARK)
        boxes.append(free_text(even, place, STYLE.leading, f"text {number + 1}"))
    widest = max(text.widest for text in texts) / width
    terms = text_terms(texts[0].size, preferred, Fill(0.6, widest))
    return Draft("Title Only", tuple(boxes), terms, texts[0].size, height * rows / area.rect.h, look="rows")
