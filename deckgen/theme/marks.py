"""Signs that layouts carry beside their slots, drawn to fit a rectangle."""

from __future__ import annotations

from deckgen.model import Rect
from deckgen.theme.motifs.draw import Polygon, arc, curve


def quotation(rect: Rect) -> tuple[Polygon, Polygon]:
    """Opening quotation marks: two drops, each a disc whose tail rises to the right."""
    width = rect.w * 0.44
    return _drop(Rect(rect.x, rect.y, width, rect.h)), _drop(Rect(rect.right - width, rect.y, width, rect.h))


def _drop(rect: Rect) -> Polygon:
    radius = rect.w / 2
    middle = (rect.x + radius, rect.bottom - radius)
    round_part = arc(middle, radius, -0.21, 0.5, 28)
    left, tip = (rect.x, middle[1]), (rect.right - radius * 0.1, rect.y)
    outer = curve((left, (rect.x + radius * 0.28, rect.y + (rect.h - radius) * 0.42), tip), 10)
    inner = curve(
        (
            (rect.right + radius * 0.02, rect.y + rect.h * 0.11),
            (rect.x + radius * 1.08, rect.y + rect.h * 0.3),
            round_part[0],
        ),
        8,
    )
    return (*round_part, *outer[1:], *inner)
