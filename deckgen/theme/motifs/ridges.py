"""Ridges of mountains that fade into mist above the sea, firs in front of them, and one sail."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from random import Random

from deckgen.model import Canvas, Drawing, Palette, Rect
from deckgen.theme.motifs.draw import Point, Polygon, box, curve, disc, drawing, mixed
from deckgen.theme.motifs.stage import staged, tones

_MIST = ((0.0, 0.0), (22.0, 0.16), (44.0, 0.3), (68.0, 0.42))


def _profile(rect: Rect, height: float, rough: float, seed: int) -> tuple[Point, ...]:
    """The line of a ridge from edge to edge: midpoints displaced again and again, less each time.

    It is drawn on a width of its own, so that a wider frame shows more peaks and not flatter ones.
    """
    random = Random(seed)
    step = 240.0
    count = int(rect.w / step) + 2
    line = [(rect.x - 30 + n * step, height + random.uniform(-rough, rough)) for n in range(count + 1)]
    swing = rough
    for _ in range(5):
        finer: list[Point] = []
        for (ax, ay), (bx, by) in pairwise(line):
            shift = random.uniform(-0.12, 0.12) * (bx - ax)
            finer += [(ax, ay), ((ax + bx) / 2 + shift, (ay + by) / 2 + random.uniform(-swing, swing))]
        line = [*finer, line[-1]]
        swing *= 0.52
    return tuple(line)


def _below(line: tuple[Point, ...], floor: float, shift: float = 0.0) -> Polygon:
    return (*((x, y + shift) for x, y in line), (line[-1][0], floor), (line[0][0], floor))


def _misty(name: str, line: tuple[Point, ...], floor: float, colour: str, mist: str, frame: Rect) -> list[Drawing]:
    """A ridge that grows paler towards its foot."""
    drawn: list[Drawing] = []
    for shift, share in _MIST:
        drawn += drawing(name, mixed(colour, mist, share), [_below(line, floor, shift)], frame)
    return drawn


def _fir(x: float, foot: float, tall: float) -> list[Polygon]:
    """A fir: five skirts on a trunk."""
    skirts: list[Polygon] = [box(Rect(x - tall * 0.018, foot - tall * 0.1, tall * 0.036, tall * 0.1))]
    for n in range(5):
        top, low = foot - tall * (1 - n * 0.16), foot - tall * (0.72 - n * 0.16)
        half = tall * (0.085 + n * 0.038)
        skirts.append(
            (
                (x, top),
                (x + half, low),
                (x + half * 0.25, low - tall * 0.03),
                (x - half * 0.25, low - tall * 0.03),
                (x - half, low),
            )
        )
    return skirts


def _shore(rect: Rect, level: float, seed: int, tall: float) -> list[Polygon]:
    """Firs on a slope that comes in from both sides and leaves the middle to the sea."""
    random = Random(seed)
    shapes: list[Polygon] = []
    for side, reach in ((0, 0.38), (1, 0.3)):
        edge = rect.x + side * rect.w
        into = (1 - 2 * side) * rect.w * reach
        slope = curve(
            (
                (edge, level - tall * 0.36),
                (edge + into * 0.5, level - tall * 0.16),
                (edge + into, level + tall * 0.06),
                (edge + into * 1.3, rect.bottom + 6),
            )
        )
        shapes.append((*slope, (edge, rect.bottom + 6)))
        for n in range(7):
            share = n / 7
            x = edge + into * (share + random.uniform(-0.03, 0.03))
            foot = level - tall * (0.36 - 0.42 * share) + 10
            shapes += _fir(x, foot, tall * random.uniform(0.62, 1.0) * (1 - 0.45 * share))
    return shapes


def _waves(rect: Rect, level: float, seed: int) -> list[Polygon]:
    """Glints on the sea, longer and further apart towards the viewer."""
    random = Random(seed)
    glints: list[Polygon] = []
    y, gap = level + 7, 7.0
    while y < rect.bottom:
        for _ in range(max(2, int(rect.w / 150))):
            x, long = rect.x + random.uniform(0, rect.w), random.uniform(18, 60) * gap / 9
            glints.append(((x, y), (x + long / 2, y - gap * 0.09), (x + long, y), (x + long / 2, y + gap * 0.09)))
        y += gap
        gap *= 1.2
    return glints


def _sail(x: float, y: float, tall: float) -> list[Polygon]:
    return [
        ((x, y - tall), (x, y - tall * 0.12), (x - tall * 0.42, y - tall * 0.12)),
        ((x + tall * 0.06, y - tall * 0.86), (x + tall * 0.4, y - tall * 0.12), (x + tall * 0.06, y - tall * 0.12)),
        (
            (x - tall * 0.36, y - tall * 0.06),
            (x + tall * 0.42, y - tall * 0.06),
            (x + tall * 0.28, y + tall * 0.06),
            (x - tall * 0.24, y + tall * 0.06),
        ),
    ]


@dataclass(frozen=True, slots=True)
class _Air:
    """What the light makes of the colours: the sky and its haze, the ridges from far to near, and what gleams."""

    sky: str
    haze: str
    ridges: tuple[str, str, str, str]
    sea: str
    glints: str
    firs: str
    gleam: str

    @classmethod
    def of(cls, palette: Palette) -> _Air:
        deep, _, blue, light, pale, mist, dark = tones(palette, 7)
        if not palette.night:
            sea, glints = mixed(blue, deep, 0.35), mixed(light, pale, 0.4)
            return cls(mist, "FFFFFF", (pale, light, blue, deep), sea, glints, dark, "FFFFFF")
        night = palette.ground
        far = mixed(blue, dark, 0.1)
        ridges = (far, mixed(deep, blue, 0.1), mixed(dark, deep, 0.25), mixed(dark, night, 0.55))
        return cls(mixed(dark, night, 0.45), blue, ridges, mixed(deep, night, 0.45), far, mixed(night, dark, 0.2), mist)


def _poster(rect: Rect, palette: Palette) -> tuple[Drawing, ...]:
    air = _Air.of(palette)
    sea = rect.y + rect.h * 0.76
    drawn = list(drawing("Sky", air.sky, [box(rect)], rect))
    for n in range(1, 6):
        haze = Rect(rect.x, rect.y + rect.h * 0.07 * n, rect.w, rect.h)
        drawn += drawing("Haze", mixed(air.sky, air.haze, 0.13 * n), [box(haze)], rect)
    drawn += drawing("Sun", air.gleam, [disc((rect.x + rect.w * 0.68, rect.y + rect.h * 0.19), rect.w * 0.1)], rect)
    profiles = ((0.34, 62, 11), (0.44, 54, 23), (0.55, 44, 34), (0.65, 34, 47))
    for (high, rough, seed), colour in zip(profiles, air.ridges, strict=True):
        line = _profile(rect, rect.y + rect.h * high, rough, seed)
        drawn += _misty("Ridge", line, sea, colour, mixed(air.sky, air.haze, 0.5) if palette.night else air.sky, rect)
    drawn += drawing("Sea", air.sea, [box(Rect(rect.x, sea, rect.w, rect.bottom - sea))], rect)
    drawn += drawing("Glints", air.glints, _waves(rect, sea, 5), rect)
    drawn += drawing("Sail", air.gleam, _sail(rect.x + rect.w * 0.56, sea + rect.h * 0.07, 26), rect)
    drawn += drawing("Firs", air.firs, _shore(rect, rect.y + rect.h * 0.93, 8, rect.h * 0.26), rect)
    return tuple(drawn)


def _frieze(rect: Rect, palette: Palette) -> tuple[Drawing, ...]:
    deep, _, blue, light, pale, mist, dark = tones(palette, 7)
    above = Rect(rect.x, 0, rect.w, rect.bottom)
    drawn = list(drawing("Moon", mist, [disc((rect.right - 104, rect.y - 296), 34)], above))
    by_day = (mixed(dark, deep, 0.75), mixed(deep, blue, 0.35), blue, light)
    colours = tuple(reversed(_Air.of(palette).ridges)) if palette.night else by_day
    profiles = ((0.34, 30, 61), (0.52, 26, 19), (0.7, 20, 83), (0.86, 12, 97))
    for (high, rough, seed), colour in zip(profiles, colours, strict=True):
        line = _profile(rect, rect.y + rect.h * high, rough, seed)
        drawn += _misty("Ridge", line, rect.bottom, colour, mixed(colour, blue if palette.night else pale, 0.5), rect)
    return tuple(drawn)


def _whisper(canvas: Canvas, palette: Palette) -> tuple[Drawing, ...]:
    rect = Rect(0, canvas.height - 15, canvas.width, 15)
    deep, _, blue, light, pale, _, dark = tones(palette, 7)
    far, middle, near = (deep, dark, blue) if palette.night else (pale, light, deep)
    return (
        *drawing("Far ridge", far, [_below(_profile(rect, rect.y + 6, 3.4, 29), rect.bottom)], rect),
        *drawing("Ridge", middle, [_below(_profile(rect, rect.y + 9, 3.0, 71), rect.bottom)], rect),
        *drawing("Near ridge", near, [_below(_profile(rect, rect.y + 12.5, 1.8, 13), rect.bottom)], rect),
    )


draw = staged(_poster, _frieze, _whisper)
