"""Plane geometry for the motifs: polygons as tuples of points, colours as RRGGBB."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import cos, pi, sin

from deckgen.model import Drawing, Rect

Point = tuple[float, float]
Polygon = tuple[Point, ...]


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two: `share` of the other, from 0 to 1."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (0, 2, 4))
    return "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def box(rect: Rect) -> Polygon:
    """The corners of a rectangle, clockwise from the top left."""
    return ((rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom))


_NOTCH = 0.382
"""The radius of a pentagram's notches, as a share of its points'."""


def arc(centre: Point, radius: float, start: float, end: float, steps: int) -> Polygon:
    """Points on a circle from one angle to another, in turns: 0 is to the right, 0.25 below."""
    turns = (start + (end - start) * n / steps for n in range(steps + 1))
    return tuple((centre[0] + radius * cos(2 * pi * turn), centre[1] + radius * sin(2 * pi * turn)) for turn in turns)


def disc(centre: Point, radius: float, steps: int = 72) -> Polygon:
    """A circle as a polygon."""
    return arc(centre, radius, 0, 1, steps)[:-1]


def star(centre: Point, radius: float) -> Polygon:
    """A star of five points that stands on two of them, its sides in line as a pentagram's are."""
    corners = []
    for n in range(10):
        turn = 2 * pi * (n / 10 - 0.25)
        reach = radius * (_NOTCH if n % 2 else 1)
        corners.append((centre[0] + reach * cos(turn), centre[1] + reach * sin(turn)))
    return tuple(corners)


def curve(points: Sequence[Point], steps: int = 8) -> Polygon:
    """A smooth line through points (Catmull-Rom), its ends included."""
    ends = (points[0], *points, points[-1])
    line = [_between(ends[n : n + 4], step / steps) for n in range(len(points) - 1) for step in range(steps)]
    return (*line, points[-1])


def _between(four: Sequence[Point], t: float) -> Point:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = four
    squared, cubed = t * t, t * t * t
    weights = (
        -0.5 * cubed + squared - 0.5 * t,
        1.5 * cubed - 2.5 * squared + 1,
        -1.5 * cubed + 2 * squared + 0.5 * t,
        0.5 * cubed - 0.5 * squared,
    )
    xs, ys = (ax, bx, cx, dx), (ay, by, cy, dy)
    return sum(w * x for w, x in zip(weights, xs, strict=True)), sum(w * y for w, y in zip(weights, ys, strict=True))


def cut(polygon: Polygon, normal: Point, limit: float) -> Polygon:
    """The part of a polygon where `normal` . point is at most `limit`."""
    a, b = normal
    over = [a * x + b * y - limit for x, y in polygon]
    if not over or max(over) <= 0:
        return polygon
    kept: list[Point] = []
    for n, here in enumerate(polygon):
        if (over[n] <= 0) != (over[n - 1] <= 0):
            before, share = polygon[n - 1], over[n - 1] / (over[n - 1] - over[n])
            kept.append((before[0] + (here[0] - before[0]) * share, before[1] + (here[1] - before[1]) * share))
        if over[n] <= 0:
            kept.append(here)
    return tuple(kept)


def within(polygon: Polygon, rect: Rect) -> Polygon:
    """The part of a polygon inside a rectangle; empty where there is none."""
    sides = (((-1, 0), -rect.x), ((1, 0), rect.right), ((0, -1), -rect.y), ((0, 1), rect.bottom))
    for normal, limit in sides:
        polygon = cut(polygon, normal, limit)
    return polygon


def drawing(name: str, fill: str, polygons: Iterable[Polygon], frame: Rect) -> tuple[Drawing, ...]:
    """One drawing of all polygons, cut to a frame, in hundredths of a point; nothing where none is left."""
    kept = []
    for polygon in polygons:
        inside = tuple((round(x, 2), round(y, 2)) for x, y in within(polygon, frame))
        if len(inside) > 2 and _area(inside) > 0.2:
            kept.append(inside)
    return (Drawing(name, fill, tuple(kept)),) if kept else ()


def _area(polygon: Polygon) -> float:
    return abs(sum(x * polygon[n - 1][1] - polygon[n - 1][0] * y for n, (x, y) in enumerate(polygon))) / 2
