"""Rectangles on a slide: what they share, and where they stand once turned."""

from __future__ import annotations

import math

from deckgen.model import Rect


def area(rect: Rect) -> float:
    """Square points."""
    return max(0.0, rect.w) * max(0.0, rect.h)


def shared(one: Rect, other: Rect) -> float:
    """Square points that both cover."""
    w = min(one.right, other.right) - max(one.x, other.x)
    h = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(0.0, w) * max(0.0, h)


def holds(outer: Rect, inner: Rect) -> bool:
    """Whether `inner` lies within `outer`, give or take a point."""
    return (
        outer.x <= inner.x + 1
        and outer.y <= inner.y + 1
        and outer.right >= inner.right - 1
        and outer.bottom >= inner.bottom - 1
    )


def outside(rect: Rect, width: float, height: float) -> float:
    """Points by which a rectangle stands out of the slide at the worst side; not above 0 where it does not."""
    return max(-rect.x, -rect.y, rect.right - width, rect.bottom - height)


def turned(rect: Rect, degrees: float) -> Rect:
    """The upright rectangle around one that is turned about its middle."""
    if degrees % 360 == 0:
        return rect
    angle = math.radians(degrees)
    cosine, sine = abs(math.cos(angle)), abs(math.sin(angle))
    w, h = rect.w * cosine + rect.h * sine, rect.w * sine + rect.h * cosine
    return Rect(rect.x + (rect.w - w) / 2, rect.y + (rect.h - h) / 2, w, h)


def is_level(degrees: float) -> bool:
    """Whether text that is turned so runs from left to right."""
    return min(degrees % 360, 360 - degrees % 360) < 1


def grown(rect: Rect, more: float, anchor: str) -> Rect:
    """A box made taller by `more` points to the side to which its text grows."""
    up = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[anchor]
    return Rect(rect.x, rect.y - more * up, rect.w, rect.h + more)
