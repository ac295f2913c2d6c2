"""Quarter circles in a grid, in quiet tones: for a summit without a sign of its own."""

from __future__ import annotations

from math import ceil

from deckgen.model import Canvas, Drawing, Palette, Rect
from deckgen.theme.motifs.draw import Polygon, arc, box, drawing, mixed
from deckgen.theme.motifs.stage import staged

_CORNERS = ((0, 0, 0.0), (1, 0, 0.25), (1, 1, 0.5), (0, 1, 0.75))
_PATTERN = (0, 2, 1, 3, 2, 2, 0, 1, 3, 1, 0, 3, 1, 2, 3, 0, 0, 3, 2, 1, 1, 0, 2, 3)
_TONES = (0, 1, 0, 2, 1, 3, 2, 0, 1, 0, 4, 1, 2, 0, 3, 1, 0, 2, 1, 0, 2, 4, 0, 1)


def _grid(rect: Rect, side: float, ground: str, tones: tuple[str, ...]) -> tuple[Drawing, ...]:
    """One quarter circle to a square, turned and toned by a fixed pattern."""
    shapes: list[list[Polygon]] = [[] for _ in tones]
    columns = ceil(rect.w / side)
    for n in range(columns * ceil(rect.h / side)):
        column, row = n % columns, n // columns
        place = (column * 7 + row * 5) % len(_PATTERN)
        right, low, turn = _CORNERS[_PATTERN[place]]
        x, y = rect.x + column * side, rect.y + row * side
        corner = (x + side * right, y + side * low)
        shapes[_TONES[place] % len(tones)].append((corner, *arc(corner, side, turn, turn + 0.25, 24)))
    drawn = list(drawing("Ground", ground, [box(rect)], rect))
    for tone, polygons in zip(tones, shapes, strict=True):
        drawn += drawing("Quarters", tone, polygons, rect)
    return tuple(drawn)


def _tones(palette: Palette) -> tuple[str, ...]:
    dark, primary = palette.dark, palette.primary
    return (
        mixed(dark, primary, 0.45),
        primary,
        mixed(primary, "FFFFFF", 0.28),
        mixed(primary, "FFFFFF", 0.6),
        palette.bright,
    )


def _poster(rect: Rect, palette: Palette) -> tuple[Drawing, ...]:
    return _grid(rect, rect.h / 5, palette.dark, _tones(palette))


def _frieze(rect: Rect, palette: Palette) -> tuple[Drawing, ...]:
    return _grid(rect, rect.h / 2, palette.dark, _tones(palette))


def _whisper(canvas: Canvas, palette: Palette) -> tuple[Drawing, ...]:
    whole = Rect(0, 0, canvas.width, canvas.height)
    return drawing("Edge", palette.primary, [box(Rect(0, 0, 8, canvas.height))], whole) + drawing(
        "Edge mark", palette.bright, [box(Rect(0, 40, 8, 34))], whole
    )


draw = staged(_poster, _frieze, _whisper)
