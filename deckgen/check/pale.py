"""Whether text differs enough from what is behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckgen.check.alike import Fault, once
from deckgen.check.finding import Finding
from deckgen.check.geometry import holds, shared
from deckgen.check.sheet import MANY, Sheet, excerpt
from deckgen.model import Rect
from deckgen.render.reading import UNKNOWN, Shape, Text
from deckgen.theme.contrast import LARGE, NORMAL, ratio

_PLAIN = frozenset({"rect", "roundRect", "round1Rect", "round2SameRect", "flowChartProcess"})
"""Geometries that are filled nearly to their corners."""

_TOLERANCE = 0.05
_HINT = f"{NORMAL:g} is the least for text, {LARGE:g} for large text (WCAG 2.1)"


def pale(sheets: Iterable[Sheet]) -> Iterator[Finding]:
    """Text that is too pale; placeholders of one kind that are so in the same colours are told of once."""
    yield from once(fault for sheet in sheets for fault in _pale(sheet))


def _pale(sheet: Sheet) -> Iterator[Fault]:
    drawn = (*sheet.slide.behind, *sheet.slide.shapes)
    if len(drawn) > MANY:
        return
    for placed in sheet.texts:
        below = drawn[: next(n for n, shape in enumerate(drawn) if shape is placed.shape)]
        ground = placed.shape.fill or _ground(placed.set.ink, below, sheet.slide.paint)
        if placed.is_level and ground != UNKNOWN:
            yield from _paler(sheet, placed.shape, placed.text, ground)
    for cell in sheet.cells:
        if cell.cell.fill not in ("", UNKNOWN):
            yield from _paler(sheet, cell.shape, cell.cell.text, cell.cell.fill)


def _ground(ink: Rect, below: Iterable[Shape], paint: str) -> str:
    """What stands right behind some lines; UNKNOWN where that is not one colour."""
    for shape in reversed(tuple(below)):
        if shape.rect is None:
            return UNKNOWN
        if shape.kind == "line" or (shape.fill == "" and not shape.grid) or not shared(shape.rect, ink):
            continue
        plain = shape.geometry in _PLAIN and shape.fill != UNKNOWN and shape.rotation % 180 == 0
        return shape.fill if plain and holds(shape.rect, ink) else UNKNOWN
    return paint


def _paler(sheet: Sheet, shape: Shape, text: Text, ground: str) -> Iterator[Fault]:
    worst: tuple[float, str, str] | None = None
    for span in (span for p in text.paragraphs for span in p.spans if span.text.strip() and span.color != UNKNOWN):
        size = span.size * text.scale
        needed = LARGE if size >= (14 if span.bold else 18) else NORMAL
        found = ratio(span.color, ground)
        if found < needed - _TOLERANCE and (worst is None or found < worst[0]):
            worst = found, span.color, span.text
    if worst:
        message = f"contrast {worst[0]:.1f}: #{worst[1]} on #{ground}: {excerpt(worst[2])}"
        finding = sheet.finding("text-contrast", "warning", message, shape, _HINT)
        own = () if shape.holder and not shape.grid else (sheet.slide.number, shape.id)
        yield Fault(finding, (shape.holder, worst[1], ground, own))
