"""A lone star over the arches of a bridge, at the hour when the bats fly out."""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, sin
from random import Random

from deckgen.model import Canvas, Drawing, Palette, Rect
from deckgen.theme.motifs.draw import Point, Polygon, box, curve, disc, drawing, mixed, star
from deckgen.theme.motifs.stage import staged, tones

_ROSE = "9C5A6B"
"""Between the blue of the night and the orange of the last light lies rose; mixed directly, they give mud."""
_BANDS = 14


def _barn_star(centre: Point, radius: float, light: str, shade: str, frame: Rect) -> list[Drawing]:
    """A star folded along its rays, one side of each in the light."""
    corners = star(centre, radius)
    lit = [(centre, corners[n], corners[n - 1]) for n in range(0, 10, 2)]
    dim = [(centre, corners[n], corners[(n + 1) % 10]) for n in range(0, 10, 2)]
    return [*drawing("Star, lit", light, lit, frame), *drawing("Star, shaded", shade, dim, frame)]


def _arch(left: float, right: float, foot: float, rise: float, thick: float) -> Polygon:
    """A parabola, thickest at its feet."""
    steps = 28
    outer = [
        (left + (right - left) * n / steps, foot - rise * 4 * (n / steps) * (1 - n / steps)) for n in range(steps + 1)
    ]
    inner = []
    for n in range(steps + 1):
        share = n / steps
        inset = thick * (1.0 + 0.8 * abs(1 - 2 * share))
        inner.append((left + (right - left) * share, foot - max(0.0, rise * 4 * share * (1 - share) - inset)))
    return (*outer, *reversed(inner))


def _hangers(left: float, right: float, foot: float, rise: float, step: float) -> list[Polygon]:
    count = round((right - left) / step)
    lines = []
    for n in range(1, count):
        share = n / count
        top = foot - rise * 4 * share * (1 - share)
        lines.append(box(Rect(left + (right - left) * share - 0.7, top + 1, 1.4, max(0.0, foot - top))))
    return lines


def _bridge(rect: Rect, deck: float, water: float, span: float, start: float, colour: str, dim: str) -> list[Drawing]:
    """Arches over a deck on piers, one after another from `start` to the right edge."""
    arches: list[Polygon] = []
    lines: list[Polygon] = []
    piers: list[Polygon] = []
    rise = span * 0.26
    x = start
    while x < rect.right + span:
        arches.append(_arch(x, x + span, deck, rise, 5.5))
        lines += _hangers(x, x + span, deck, rise, 17)
        piers.append(((x - 9, deck), (x + 9, deck), (x + 12, water), (x - 12, water)))
        x += span
    road = [box(Rect(rect.x, deck - 2, rect.w, 7.5))]
    return [
        *drawing("Hangers", dim, lines, rect),
        *drawing("Bridge", colour, [*arches, *road, *piers], rect),
        *drawing("Road", dim, [box(Rect(rect.x, deck + 5.5, rect.w, 2.5))], rect),
    ]


def _bat(x: float, y: float, span: float, tilt: float) -> Polygon:
    half = (
        (0.0, -0.06),
        (0.05, -0.16),
        (0.1, -0.07),
        (0.3, -0.26),
        (0.6, -0.28),
        (1.0, 0.06),
        (0.72, 0.0),
        (0.6, 0.14),
        (0.42, 0.04),
        (0.28, 0.18),
        (0.1, 0.08),
        (0.0, 0.24),
    )
    outline = (*half, *((-a, b) for a, b in reversed(half[1:-1])))
    turn, rise = cos(tilt * 2 * pi), sin(tilt * 2 * pi)
    return tuple((x + span * (a * turn - b * rise), y + span * (a * rise + b * turn)) for a, b in outline)


def _bats(way: tuple[Point, ...], count: int, spread: float, span: tuple[float, float], seed: int) -> list[Polygon]:
    """A stream of bats along a way, larger and further apart towards its end."""
    random = Random(seed)
    line = curve(way, 40)
    bats = []
    for n in range(count):
        share = (n + random.random()) / count
        x, y = line[min(len(line) - 1, int(share * len(line)))]
        reach = spread * (0.35 + share)
        size = span[0] + (span[1] - span[0]) * share * random.uniform(0.7, 1.1)
        bats.append(
            _bat(
                x + random.uniform(-reach, reach), y + random.uniform(-reach, reach), size, random.uniform(-0.07, 0.07)
            )
        )
    return bats


def _dusk(rect: Rect, horizon: float, palette: Palette) -> list[Drawing]:
    """The sky from night above to the last light at the horizon, in bands that narrow downwards."""
    blue, _, glow, _, sand, _ = tones(palette, 6)
    stops = ((0.0, palette.dark), (0.34, blue), (0.6, _ROSE), (0.84, glow), (1.0, mixed(glow, sand, 0.7)))
    steps = []
    for n in range(_BANDS):
        share = n / (_BANDS - 1)
        above, below = next((a, b) for a, b in pairwise(stops) if share <= b[0])
        steps.append(
            (share**0.8 * (1 - 1 / _BANDS), mixed(above[1], below[1], (share - above[0]) / (below[0] - above[0])))
        )
    drawn: list[Drawing] = []
    for share, colour in steps:
        top = rect.y + (horizon - rect.y) * share
        drawn += drawing("Dusk", colour, [box(Rect(rect.x, top, rect.w, horizon - top))], rect)
    return drawn


def _hills(rect: Rect, horizon: float, tall: float) -> Polygon:
    shares = ((-0.05, 0.5), (0.1, 0.8), (0.25, 0.55), (0.42, 0.95), (0.6, 0.6), (0.78, 1.0), (0.92, 0.7), (1.05, 0.85))
    line = curve(tuple((rect.x + rect.w * x, horizon - tall * y) for x, y in shares))
    return (*line, (rect.right + 40, horizon), (rect.x - 40, horizon))


def _ripples(rect: Rect, top: float, seed: int) -> list[Polygon]:
    random = Random(seed)
    ripples: list[Polygon] = []
    y, gap = top + 5, 6.0
    while y < rect.bottom:
        for _ in range(max(2, int(rect.w / 110))):
            x, long = rect.x + random.uniform(-20, rect.w), random.uniform(20, 70)
            ripples.append(((x, y), (x + long / 2, y - gap * 0.1), (x + long, y), (x + long / 2, y + gap * 0.1)))
        y += gap
        gap *= 1.14
    return ripples


def _poster(rect: Rect, palette: Palette) -> tuple[Drawing, ...]:
    blue, rust, orange, night, sand, _ = tones(palette, 6)
    horizon, deck = rect.y + rect.h * 0.80, rect.y + rect.h * 0.74
    drawn = _dusk(rect, horizon, palette)
    random = Random(78)
    sparks = [
        disc((rect.x + random.random() * rect.w, rect.y + random.random() * rect.h * 0.42), random.uniform(0.6, 1.3), 8)
        for _ in range(46)
    ]
    drawn += drawing("Small stars", mixed(sand, night, 0.25), sparks, rect)
    drawn += _barn_star(
        (rect.x + rect.w * 0.56, rect.y + rect.h * 0.235), rect.w * 0.17, sand, mixed(sand, orange, 0.55), rect
    )
    drawn += drawing("Hills", mixed(night, _ROSE, 0.28), [_hills(rect, horizon, rect.h * 0.115)], rect)
    drawn += drawing(
        "Water",
        mixed(night, blue, 0.35),
        [box(Rect(rect.x, horizon, rect.w, rect.bottom - horizon))],
        rect,
    )
    drawn += drawing("Ripples", mixed(blue, orange, 0.5), _ripples(rect, horizon, 30), rect)
    drawn += _bridge(
        rect,
        deck,
        horizon + 16,
        rect.w * 0.86,
        rect.x - rect.w * 0.16,
        mixed(rust, night, 0.12),
        mixed(rust, night, 0.45),
    )
    way = (
        (rect.x + rect.w * 0.75, deck - 4),
        (rect.x + rect.w * 0.55, rect.y + rect.h * 0.6),
        (rect.x + rect.w * 0.28, rect.y + rect.h * 0.5),
        (rect.x + rect.w * 0.12, rect.y + rect.h * 0.33),
    )
    drawn += drawing("Bats", night, _bats(way, 30, 24, (4.0, 12.0), 1980), rect)
    return tuple(drawn)


def _frieze(rect: Rect, palette: Palette) -> tuple[Drawing, ...]:
    blue, rust, orange, night, sand, _ = tones(palette, 6)
    above = Rect(rect.x, 0, rect.w, rect.bottom)
    water = rect.y + rect.h * 0.8
    drawn = list(
        drawing("Water", mixed(night, blue, 0.6), [box(Rect(rect.x, water, rect.w, rect.bottom - water))], rect)
    )
    drawn += drawing("Ripples", mixed(blue, orange, 0.45), _ripples(rect, water, 44), rect)
    drawn += _barn_star((rect.right - 104, rect.y - 294), 42, sand, mixed(sand, orange, 0.55), above)
    drawn += _bridge(rect, rect.y + rect.h * 0.6, water + 6, 292, -60, orange, rust)
    return tuple(drawn)


def _whisper(canvas: Canvas, palette: Palette) -> tuple[Drawing, ...]:
    whole = Rect(0, 0, canvas.width, canvas.height)
    _, shade, light = tones(palette, 3)
    line = drawing("Night line", palette.dark, [box(Rect(0, 0, canvas.width, 5))], whole)
    glow = drawing("Glow line", light, [box(Rect(0, 5, canvas.width, 1.5))], whole)
    return (*line, *glow, *_barn_star((canvas.width - 64, 53), 17, light, shade, whole))


draw = staged(_poster, _frieze, _whisper)
