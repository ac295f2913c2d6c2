"""A red sun behind the mountain, over seigaiha, the overlapping waves of a calm sea."""

from __future__ import annotations

from math import cos, pi, sin, sqrt

from deckgen.model import Canvas, Drawing, Palette, Rect
from deckgen.theme.motifs.draw import Point, Polygon, box, curve, disc, drawing, mixed
from deckgen.theme.motifs.stage import staged, tones

_RINGS = (1.0, 0.8, 0.58, 0.38, 0.2)
"""Where a scale's rings begin, as shares of its radius, from the outside in."""
_RAYS = 20


def _hidden(direction: Point, radius: float) -> tuple[float, float]:
    """Where a ray from a scale's middle goes behind the rows in front, and where it comes out again.

    A ray that meets none of them is hidden nowhere: both are the length at which a ray just touches a neighbour.
    """
    start, end = radius / 2, radius / 2
    for x, y in ((-radius, radius / 2), (radius, radius / 2), (0.0, radius)):
        along = direction[0] * x + direction[1] * y
        aside = radius * radius - (x * x + y * y - along * along)
        if along > 0 and aside > 0:
            start, end = min(start, along - sqrt(aside)), max(end, along + sqrt(aside))
    return max(0.0, start), min(end, radius)


def _bands(radius: float, outer: float, inner: float) -> list[Polygon]:
    """The parts of one ring of a scale about the origin that the rows in front leave to be seen.

    There are two: what is nearer to the middle than what they hide, and what lies beyond it.
    """
    rays = []
    for n in range(_RAYS + 1):
        turn = 2 * pi * (0.5 + 0.5 * n / _RAYS)
        direction = (cos(turn), sin(turn))
        rays.append((direction, *_hidden(direction, radius)))
    near = [(ray, inner, min(outer, start)) for ray, start, _ in rays]
    far = [(ray, max(inner, end), outer) for ray, _, end in rays]
    return [band for band in (_strip(near), _strip(far)) if band]


def _strip(rays: list[tuple[Point, float, float]]) -> Polygon:
    """The area between two lengths on each ray; rays on which nothing is left are passed over."""
    kept = [(ray, start, end) for ray, start, end in rays if end > start]
    there = [(end * ray[0], end * ray[1]) for ray, _, end in kept]
    back = [(start * ray[0], start * ray[1]) for ray, start, _ in reversed(kept)]
    return (*there, *back)


def _sea(rect: Rect, radius: float, colours: tuple[str, ...], frame: Rect) -> list[Drawing]:
    """Rows of scales from the top of `rect` down, each row half a scale to the side of the one behind it."""
    centres = []
    row, y = 0, rect.y + radius
    while y - radius < rect.bottom:
        x = rect.x - radius * (row % 2)
        while x - radius < rect.right:
            centres.append((x, y))
            x += 2 * radius
        y += radius / 2
        row += 1
    behind = Rect(rect.x, rect.y + radius, rect.w, rect.h)
    drawn = list(drawing("Water", colours[0], [box(behind)], frame))
    for n, colour in enumerate(colours):
        inner = _RINGS[n + 1] if n + 1 < len(_RINGS) else 0.0
        bands = _bands(radius, radius * _RINGS[n], radius * inner)
        placed = [tuple((x + a, y + b) for a, b in band) for x, y in centres for band in bands]
        drawn += drawing("Waves", colour, placed, frame)
    return drawn


def _mountain(rect: Rect, middle: float, top: float, foot: float, half: float) -> tuple[Polygon, Polygon]:
    """The mountain, and the snow on it."""
    tall = foot - top
    side = ((0.09, 0.0), (0.16, 0.14), (0.3, 0.36), (0.55, 0.66), (0.8, 0.88), (1.08, 1.02))
    right = curve(tuple((middle + half * x, top + tall * y) for x, y in side))
    left = tuple((2 * middle - x, y) for x, y in reversed(right))
    crater = ((middle - half * 0.03, top + tall * 0.025), (middle + half * 0.04, top - tall * 0.005))
    body = (*left, *crater, *right, (right[-1][0], rect.bottom), (left[0][0], rect.bottom))
    snow = [p for p in (*left, *crater, *right) if p[1] < top + tall * 0.33]
    teeth = (
        (0.245, 0.3),
        (0.17, 0.27),
        (0.15, 0.4),
        (0.07, 0.29),
        (0.02, 0.43),
        (-0.06, 0.28),
        (-0.13, 0.38),
        (-0.17, 0.27),
        (-0.25, 0.31),
    )
    hem = tuple((middle + half * x, top + tall * y) for x, y in teeth)
    return body, (*snow, *hem)


def _poster(rect: Rect, palette: Palette) -> tuple[Drawing, ...]:
    indigo, red, blue, soft, pale, _ = tones(palette, 6)
    night = palette.night
    sky = mixed(indigo, palette.ground, 0.62) if night else mixed(pale, "FFFFFF", 0.55)
    water = rect.y + rect.h * 0.64
    drawn = list(drawing("Sky", sky, [box(rect)], rect))
    drawn += drawing("Sun", red, [disc((rect.x + rect.w * 0.6, rect.y + rect.h * 0.3), rect.w * 0.27, 96)], rect)
    body, snow = _mountain(rect, rect.x + rect.w * 0.4, rect.y + rect.h * 0.37, water + 20, rect.w * 0.78)
    drawn += drawing("Mountain", mixed(blue, palette.ground, 0.25) if night else mixed(blue, soft, 0.35), [body], rect)
    drawn += drawing("Snow", pale if night else "FFFFFF", [snow], rect)
    mist = mixed(sky, soft, 0.45) if night else mixed(sky, "FFFFFF", 0.6)
    bars = (
        (-0.1, 0.5, 0.52, 11.0),
        (0.55, 0.56, 0.6, 9.0),
        (0.12, 0.6, 0.4, 8.0),
        (0.62, 0.13, 0.24, 7.0),
        (0.08, 0.2, 0.22, 7.0),
    )
    drawn += drawing("Mist", mist, [_bar(rect, *bar) for bar in bars], rect)
    drawn += _sea(Rect(rect.x, water, rect.w, rect.bottom - water), 42.0, _foamy(palette), rect)
    return tuple(drawn)


def _foamy(palette: Palette) -> tuple[str, ...]:
    """The rings of a wave beside the title: white foam by day, moonlit by night."""
    indigo, _, blue, soft, pale, navy = tones(palette, 6)
    return (
        (navy, soft, indigo, mixed(soft, indigo, 0.4), blue) if palette.night else (navy, "FFFFFF", indigo, pale, blue)
    )


def _bar(rect: Rect, x: float, y: float, w: float, tall: float) -> Polygon:
    """A long bank of mist with round ends."""
    left, right = rect.x + rect.w * x, rect.x + rect.w * (x + w)
    middle = rect.y + rect.h * y
    half = tall / 2
    steps = [pi * (n / 8 - 0.5) for n in range(9)]
    return (
        *((right + half * cos(t), middle + half * sin(t)) for t in steps),
        *((left - half * cos(t), middle - half * sin(t)) for t in steps),
    )


def _frieze(rect: Rect, palette: Palette) -> tuple[Drawing, ...]:
    indigo, red, blue, soft, _, navy = tones(palette, 6)
    drawn = list(drawing("Sun", red, [disc((rect.x + rect.w * 0.8, rect.y + rect.h * 0.56), rect.h * 0.56, 72)], rect))
    sea = Rect(rect.x, rect.y + rect.h * 0.42, rect.w, rect.h * 0.58)
    drawn += _sea(sea, 33.0, (navy, soft, indigo, mixed(soft, "FFFFFF", 0.35), blue), rect)
    return tuple(drawn)


def _whisper(canvas: Canvas, palette: Palette) -> tuple[Drawing, ...]:
    whole = Rect(0, 0, canvas.width, canvas.height)
    return drawing("Sun", tones(palette, 2)[1], [disc((canvas.width - 64, 55), 16)], whole)


draw = staged(_poster, _frieze, _whisper)
