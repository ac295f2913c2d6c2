"""Where motifs stand: a poster beside the title, a frieze below a section's name, a whisper on every other slide."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from deckgen.model import Canvas, Drawing, Palette, Rect
from deckgen.model.theme import LayoutName

Motif = Callable[[Canvas, Palette, LayoutName], tuple[Drawing, ...]]
Scene = Callable[[Rect, Palette], tuple[Drawing, ...]]
Whisper = Callable[[Canvas, Palette], tuple[Drawing, ...]]

_COVER = 0.5625
_CLOSING = 0.6834
_FRIEZE = 0.75


def staged(poster: Scene, frieze: Scene, whisper: Whisper) -> Motif:
    """A motif of three scenes."""
    quiet = lru_cache(maxsize=4)(whisper)

    def draw(canvas: Canvas, palette: Palette, layout: LayoutName) -> tuple[Drawing, ...]:
        match layout:
            case "Title Slide":
                return poster(_right(canvas, _COVER), palette)
            case "Closing":
                return poster(_right(canvas, _CLOSING), palette)
            case "Section Header":
                top = round(canvas.height * _FRIEZE, 2)
                return frieze(Rect(0, top, canvas.width, canvas.height - top), palette)
            case _:
                return quiet(canvas, palette)

    return draw


def tones(palette: Palette, count: int) -> tuple[str, ...]:
    """The first colours of the series; one that is shorter is gone round again."""
    return tuple(palette.series[n % len(palette.series)] for n in range(count))


def _right(canvas: Canvas, start: float) -> Rect:
    left = round(canvas.width * start, 2)
    return Rect(left, 0, canvas.width - left, canvas.height)
