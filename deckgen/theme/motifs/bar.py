"""A bar of the primary colour and a touch of the accent: as plain as a theme can be and still be one."""

from __future__ import annotations

from deckgen.model import Canvas, Drawing, Palette, Rect
from deckgen.theme.motifs.draw import box, drawing
from deckgen.theme.motifs.stage import staged


def _poster(rect: Rect, palette: Palette) -> tuple[Drawing, ...]:
    edge = Rect(rect.right - 56, rect.y, 56, rect.h)
    foot = Rect(edge.x, rect.bottom - 132, edge.w, 132)
    return drawing("Bar", palette.primary, [box(edge)], rect) + drawing("Bar foot", palette.accent, [box(foot)], rect)


def _frieze(rect: Rect, palette: Palette) -> tuple[Drawing, ...]:
    edge = Rect(rect.x, rect.bottom - 28, rect.w, 28)
    end = Rect(rect.right - 192, edge.y, 192, edge.h)
    return drawing("Bar", palette.primary, [box(edge)], rect) + drawing("Bar end", palette.accent, [box(end)], rect)


def _whisper(canvas: Canvas, palette: Palette) -> tuple[Drawing, ...]:
    whole = Rect(0, 0, canvas.width, canvas.height)
    return drawing("Bar", palette.primary, [box(Rect(canvas.width - 6, 0, 6, canvas.height))], whole)


draw = staged(_poster, _frieze, _whisper)
