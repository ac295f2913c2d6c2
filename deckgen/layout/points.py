"""Pages of few words: one sentence set large, or two to five points on panels side by side or between hairlines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckgen.layout.badness import UNEVEN, Fill, Terms, text_terms
from deckgen.layout.frame import Area, Draft, rounded
from deckgen.layout.phrases import phrased
from deckgen.layout.setting import RESERVE, Format, Setting, fit, placed, set_text, upright
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
PANEL_TALLEST, PANEL_LEAST = {1: 232.0, 2: 164.0}, 1.25
"""Panels: the gap between them, the margin of their text, the bar at their upper edge, the lines of the longest text,
and how high they are by rows, as long as that is no more than so many times what the text needs twice over."""

ROW_SIZES = (26.0, 24.0, 22.0, 20.0)
ROW_LINES = 2
ROW_ABOVE, ROW_BELOW, ROW_TALLEST = 16.0, 24.0, 108.0
RULE, MARK, MARK_WIDTH = 1.0, 3.0, 44.0
"""Rows between hairlines: the lines of a row, the space above and below its text, a row's greatest height, the weight
of a hairline, and the weight and length of the accent at its left end."""

STATEMENT_SIZES = (40.0, 36.0, 32.0, 28.0, 26.0, 24.0, 22.0)
STATEMENT_LINES = 3
STATEMENT_EDGE, STATEMENT_INSET, STATEMENT_MARGIN, STATEMENT_TALLEST = 5.0, 52.0, 40.0, 264.0
"""A statement's sizes, the lines it has at most at the larger ones, the bar at its panel's left edge, its distance from
that and from the panel's upper and lower edge, and the height of the panel where the text needs less."""


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
        height = max(needed, min(PANEL_TALLEST[rows], most, PANEL_LEAST * needed))
        texts = [phrased(text, STYLE, form.faces) for text in texts]
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
    """The points one below the other, large, each under a hairline that begins in the accent."""
    style = replace(STYLE, sizes=ROW_SIZES)
    for size in ROW_SIZES:
        texts = [set_text(_text(point), style, form.faces, area.rect.w, size) for point in points]
        needed = max(text.height for text in texts) / RESERVE + ROW_ABOVE + ROW_BELOW
        if needed * len(texts) > area.rect.h or any(text.lines > ROW_LINES or text.broken for text in texts):
            continue
        height = max(needed, min(ROW_TALLEST, area.rect.h / len(texts)))
        widest = max(text.widest for text in texts) / area.rect.w
        terms = text_terms(size, preferred, Fill(0.6, widest))
        yield _row_draft(area, [phrased(text, style, form.faces) for text in texts], height, terms)
        return


def _row_draft(area: Area, texts: list[Setting], height: float, terms: Terms) -> Draft:
    used = height * len(texts)
    top = area.rect.y + DROP * (area.rect.h - used)
    boxes: list[Box] = []
    for number, text in enumerate(texts):
        y = top + number * height
        boxes.append(ShapeBox(rounded(Rect(area.rect.x, y, area.rect.w, RULE)), "rule", f"rule {number + 1}"))
        boxes.append(ShapeBox(rounded(Rect(area.rect.x, y, MARK_WIDTH, MARK)), "accent", f"mark {number + 1}"))
        place = Rect(area.rect.x, y + ROW_ABOVE, text.width, height - ROW_ABOVE - MARK)
        boxes.append(free_text(text, place, STYLE.leading, f"text {number + 1}"))
    return Draft("Title Only", tuple(boxes), terms, texts[0].size, used / area.rect.h, look="rows")


def statement(form: Format, area: Area, said: Bullet) -> Draft | None:
    """A slide of one sentence: set large on a panel with a bar in the accent, at the optical centre."""
    slot = form.layout("Title and Content").slot("body")
    style = replace(slot.style, leading=STYLE.leading, bold=True)
    color = form.layout("Quote").slot("quote").style.color
    text = upright(tuple(replace(run, bold=False) for run in said.text)) or (Run(" "),)
    paragraph = Paragraph(text, color=color, bold=True)
    width = area.rect.w - STATEMENT_EDGE - 2 * STATEMENT_INSET
    room = area.rect.h - 2 * STATEMENT_MARGIN
    sizes = (*STATEMENT_SIZES, *(s for s in slot.style.sizes if s < STATEMENT_SIZES[-1]))
    fitting = (set_text((paragraph,), style, form.faces, width, size) for size in sizes)
    setting = next((s for s in fitting if s.lines <= STATEMENT_LINES and s.height <= room and not s.broken), None)
    setting = setting or fit((paragraph,), style, form.faces, width, room, sizes)
    if setting is None:
        return None
    setting = phrased(setting, style, form.faces)
    height = setting.height / RESERVE + 1
    tall = max(height + 2 * STATEMENT_MARGIN, min(STATEMENT_TALLEST, area.rect.h))
    y = area.rect.y + DROP * (area.rect.h - tall)
    panel = Rect(area.rect.x, y, area.rect.w, tall)
    inner = Rect(panel.x + STATEMENT_EDGE + STATEMENT_INSET, y + (tall - height) / 2, setting.width, height)
    boxes: tuple[Box, ...] = (
        ShapeBox(rounded(panel), "surface", "statement panel"),
        ShapeBox(rounded(replace(panel, w=STATEMENT_EDGE)), "accent", "statement bar"),
        replace(placed(slot, setting, rounded(inner)), leading=style.leading),
    )
    return Draft("Title and Content", boxes, (), setting.size, setting.height / area.rect.h, look="statement")
