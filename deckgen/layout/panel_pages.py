"""Pages with a table or with code on its panel, and the text that introduces them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckgen.layout.badness import SMALL, WRAPPED_CODE, Fill, Terms, text_terms
from deckgen.layout.breaking import Style
from deckgen.layout.code import code_lines, code_paragraph
from deckgen.layout.frame import Area, Draft, rounded
from deckgen.layout.setting import PITCH, RESERVE, Format, Setting, fit, placed, set_text
from deckgen.layout.stack import asides_of
from deckgen.layout.tables import FLOOR, table_box, table_sizes
from deckgen.model import (
    Box,
    Code,
    Item,
    Rect,
    Runs,
    ShapeBox,
    Slot,
    Table,
    TableBox,
    TextBox,
)
from deckgen.model.theme import LayoutName

PANEL_MARGIN = (20.0, 16.0)
"""Between a code panel's edge and its text."""

TEXT_GAP = 24.0
"""Between a table or panel and the text above or below it."""

VOID, SINK = 0.28, 0.3
"""Where more than this share of a page would stay empty below, that share of it goes above."""

LARGE_ENOUGH = 20.0
"""Code of this size is not small, although a few lines are set larger."""

INTRODUCTION = 0.34
"""The share of a page's height that text above a table or a panel may take."""


def panel_drafts(form: Format, area: Area, items: tuple[Item, ...]) -> Iterator[Draft]:
    """Every page that holds one table or one code block, with text before or after it."""
    places = [n for n, item in enumerate(items) if isinstance(item, Table | Code)]
    if len(places) != 1:
        return
    before, panel, after = items[: places[0]], items[places[0]], items[places[0] + 1 :]
    if before and after:
        return
    if isinstance(panel, Code):
        yield from _code(form, area, before, panel, after)
    elif isinstance(panel, Table):
        yield from _table(form, area, before, panel, after)


def sunk(boxes: tuple[Box, ...], room: Rect) -> tuple[Box, ...]:
    """The boxes as low as they look right, where they would else leave the lower part of the page empty."""
    free = room.bottom - max(box.rect.bottom for box in boxes)
    if free <= VOID * room.h:
        return boxes
    movable = TextBox | ShapeBox | TableBox
    return tuple(
        replace(box, rect=rounded(replace(box.rect, y=box.rect.y + SINK * free))) if isinstance(box, movable) else box
        for box in boxes
    )


@dataclass(frozen=True, slots=True)
class _Beside:
    """The text above or below a panel, and the room that remains for the panel."""

    boxes: tuple[TextBox, ...]
    room: Rect
    terms: Terms


def _split(form: Format, area: Area, layout: str, before: tuple[Item, ...], after: tuple[Item, ...]) -> _Beside | None:
    if not before and not after:
        return _Beside((), area.rect, ())
    slot = form.layout(layout).slot("body")
    setting = fit(asides_of(before or after), slot.style, form.faces, area.rect.w, INTRODUCTION * area.rect.h)
    if setting is None:
        return None
    tall = setting.height / RESERVE + 1
    gap = TEXT_GAP
    rest = replace(area.rect, h=area.rect.h - tall - gap)
    terms = text_terms(setting.size, slot.style.sizes[0], Fill(0.6, 1))
    if before:
        return _Beside(
            (placed(slot, setting, rounded(replace(area.rect, h=tall))),),
            replace(rest, y=area.rect.y + tall + gap),
            terms,
        )
    return _Beside((placed(slot, setting, rounded(replace(area.rect, y=rest.bottom + gap, h=tall))),), rest, terms)


def _code(form: Format, area: Area, before: tuple[Item, ...], code: Code, after: tuple[Item, ...]) -> Iterator[Draft]:
    beside = _split(form, area, "Code", before, after)
    if beside is None:
        return
    slot = form.layout("Code").slot("code")
    lines = code_lines(code)
    room = beside.room
    inner = Rect(
        room.x + PANEL_MARGIN[0], room.y + PANEL_MARGIN[1], room.w - 2 * PANEL_MARGIN[0], room.h - 2 * PANEL_MARGIN[1]
    )
    found = _code_setting(form, slot, lines, inner)
    if found is None:
        return
    setting, wrapped = found
    height = min(inner.h, setting.height / RESERVE + 2)
    panel = replace(room, h=height + 2 * PANEL_MARGIN[1])
    boxes: list[Box] = [ShapeBox(rounded(panel), "dark", "code panel")]
    boxes.append(placed(slot, setting, rounded(replace(inner, h=height))))
    texts = beside.boxes
    if after and texts:
        texts = (replace(texts[0], rect=rounded(replace(texts[0].rect, y=panel.bottom + TEXT_GAP))),)
    order: tuple[Box, ...] = (*texts, *boxes) if before else (*boxes, *texts)
    terms = (
        *beside.terms,
        ("small", SMALL * max(0.0, min(LARGE_ENOUGH, slot.style.sizes[0]) - setting.size)),
        ("wrapped", WRAPPED_CODE * wrapped),
    )
    yield Draft("Code", sunk(order, area.rect), terms, setting.size, setting.height / inner.h)


def _code_setting(form: Format, slot: Slot, lines: tuple[Runs, ...], inner: Rect) -> tuple[Setting, int] | None:
    """The lines at the largest size at which none wraps, and how many wrap.

    Where some do at the smallest size, too, the largest counts at which hardly more of them do.
    """
    style = Style(form.faces, slot.style.bold, True)
    fitting: list[tuple[Setting, int]] = []
    for size in (s for s in slot.style.sizes if s >= FLOOR):
        paragraphs = tuple(code_paragraph(line, style, inner.w, size) for line in lines)
        setting = set_text(paragraphs, slot.style, form.faces, inner.w, size)
        if setting.height <= inner.h * RESERVE:
            fitting.append((setting, setting.lines - len(lines)))
        if fitting and not fitting[-1][1]:
            return fitting[-1]
    least = min((wrapped for _, wrapped in fitting), default=0)
    return next((one for one in fitting if one[1] <= least + 1), None)


def code_capacity(form: Format, area: Area) -> int:
    """How many lines of code a page holds at the smallest size."""
    style = form.layout("Code").slot("code").style
    height = (area.rect.h - 2 * PANEL_MARGIN[1]) * RESERVE
    return max(1, int(height / (FLOOR * PITCH * style.leading)))


def code_width(form: Format, area: Area) -> tuple[float, Style]:
    """The width of a line of code in points, and how it is set."""
    style = form.layout("Code").slot("code").style
    return area.rect.w - 2 * PANEL_MARGIN[0], Style(form.faces, style.bold, True)


def _table(
    form: Format, area: Area, before: tuple[Item, ...], table: Table, after: tuple[Item, ...]
) -> Iterator[Draft]:
    beside = _split(form, area, "Title and Content", before, after)
    if beside is None:
        return
    preferred = table_sizes(form)[0]
    for size in table_sizes(form):
        box = table_box(form, beside.room, table, size)
        if box is None or box.rect.h > beside.room.h:
            continue
        texts = beside.boxes
        if after:
            texts = (replace(texts[0], rect=rounded(replace(texts[0].rect, y=box.rect.bottom + TEXT_GAP))),)
        order: tuple[Box, ...] = (*texts, box) if before else (box, *texts)
        terms = (*beside.terms, ("small", SMALL * (preferred - size)))
        layout: LayoutName = "Title and Content" if texts else "Table"
        yield Draft(layout, sunk(order, area.rect), terms, size, box.rect.h / beside.room.h)
        return
