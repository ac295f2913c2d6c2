"""Whether the text stands in its boxes, and the boxes on the slide."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.check.finding import Finding
from deckgen.check.geometry import outside, shared, turned
from deckgen.check.sheet import RUNNING, Placed, PlacedCell, Sheet, excerpt
from deckgen.model import Rect

SLACK = 3.0
"""Points by which something may stand out before it counts."""

LEAST = 0.5
"""Of a line: by so much text may be taller than its room, since programs differ in how they count the outermost."""

BADLY = 0.75
"""Of a line: so much is seen by everybody."""

BACKDROP = 0.7
"""What covers so much of a slide is its background, and may stand out on all sides."""

_SHORTEN = "shorten the text, divide it over two slides, or make the box larger"


def fits(sheet: Sheet) -> Iterator[Finding]:
    """Text that overflows its box or runs off the slide, and shapes beside the slide."""
    for placed in sheet.texts:
        yield from _off_slide(placed, sheet) or _overflowing(placed, sheet)
    yield from _tables(sheet)
    yield from _beside(sheet)


def _off_slide(placed: Placed, sheet: Sheet) -> list[Finding]:
    """Lines that end beyond the slide: those of a box that reaches beyond it itself are found as a shape beside it."""
    shape = placed.shape
    if not placed.is_level or placed.text.columns > 1:
        return []
    beyond = outside(placed.set.ink, sheet.width, sheet.height)
    if beyond <= SLACK + LEAST * placed.set.line or shape.holder in RUNNING:
        return []
    message = f"text runs {beyond:.0f} pt off the slide: {excerpt(shape.said)}"
    return [sheet.finding("text-off-slide", "error", message, shape, _SHORTEN)]


def _overflowing(placed: Placed, sheet: Sheet) -> list[Finding]:
    shape, found = placed.shape, placed.set
    if _is_label(placed):
        return []
    if _beyond(placed) > LEAST * found.line and placed.text.autofit != "grow":
        lines = found.excess / found.line if found.line else 0
        much = f"about {lines:.0f} line{'s' if lines >= 1.5 else ''}" if lines >= 0.5 else f"{found.excess:.0f} pt"
        message = f"text is {much} taller than its box: {excerpt(shape.said)}"
        return [sheet.finding("text-overflow", "error" if lines >= BADLY else "warning", message, shape, _SHORTEN)]
    return []


def _beyond(placed: Placed) -> float:
    """Points by which the text stands out of its box at the side to which it grows: margins alone may be filled."""
    left, top, right, bottom = placed.text.insets
    start, end = (left, right) if placed.text.turned else (top, bottom)
    spare = {"top": end, "middle": (start + end) / 2, "bottom": start}[placed.text.anchor]
    return placed.set.excess - spare


def _is_label(placed: Placed) -> bool:
    """One line in a box about as tall: its margins may be too narrow, but nobody sees that."""
    line = placed.set.line
    along = placed.rect.w if placed.text.turned else placed.rect.h
    return placed.set.lines == 1 and line <= along + LEAST * line


def _tables(sheet: Sheet) -> Iterator[Finding]:
    """Tables whose rows need more height than the slide has."""
    lowest: dict[int, tuple[float, PlacedCell]] = {}
    for cell in sheet.cells:
        bottom = cell.set.ink.bottom
        if bottom > lowest.get(id(cell.shape), (0.0, cell))[0]:
            lowest[id(cell.shape)] = bottom, cell
    for bottom, cell in lowest.values():
        beyond = bottom - sheet.height
        if beyond > SLACK + LEAST * cell.set.line:
            message = f"the table runs {beyond:.0f} pt off the slide: {excerpt(cell.cell.text.plain)}"
            yield sheet.finding("text-off-slide", "error", message, cell.shape, "divide the table over two slides")


def _beside(sheet: Sheet) -> Iterator[Finding]:
    """Pictures, tables and texts that are cut off by the slide's edge, or stand beside it."""
    said = {id(placed.shape) for placed in sheet.texts}
    for shape in sheet.slide.shapes:
        shows = shape.kind in ("picture", "table", "chart") or id(shape) in said
        if shape.rect is None or not shows or shape.decorative:
            continue
        rect = turned(shape.rect, shape.rotation)
        beyond = outside(rect, sheet.width, sheet.height)
        inside = shared(rect, Rect(0, 0, sheet.width, sheet.height))
        if not inside and beyond > SLACK:
            message = "stands beside the slide, where nobody sees it"
            yield sheet.finding("shape-off-slide", "warning", message, shape, "move it onto the slide, or delete it")
        elif shape.kind != "text" and _is_cut(beyond, rect) and inside < BACKDROP * sheet.width * sheet.height:
            message = f"the {shape.kind} is cut off by {beyond:.0f} pt"
            yield sheet.finding("shape-off-slide", "warning", message, shape, "move it onto the slide")


def _is_cut(beyond: float, rect: Rect) -> bool:
    return beyond > SLACK and beyond > 0.03 * min(rect.w, rect.h)
