"""Palace eaves: tiers of upturned roofs over a red hall, gold on every ridge, and swifts above them."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.model import Canvas, Drawing, Palette, Rect
from deckgen.theme.motifs.draw import Point, Polygon, box, curve, disc, drawing, mixed
from deckgen.theme.motifs.stage import staged, tones

_FALL: tuple[Point, ...] = ((0.0, 0.0), (0.22, 0.4), (0.5, 0.72), (0.78, 0.9), (1.0, 0.93))
"""The slope of a roof: the way out and the way down, as shares of the whole; it flattens and lifts at the tip."""
_SLOPE = curve(_FALL, 6)


@dataclass(frozen=True, slots=True)
class _Roof:
    """A roof seen from the front: half the ridge, half the eaves, and their heights."""

    middle: float
    ridge: float
    top: float
    eaves: float
    foot: float

    @property
    def lift(self) -> float:
        """How far the tips rise above the middle of the eaves."""
        return (self.foot - self.top) * 0.2

    def at(self, across: float, down: float) -> Point:
        """A point of the slope: `across` from -1 to 1 along the eaves, `down` from ridge to eaves."""
        out, fall = _on_slope(down)
        x = self.middle + across * (self.ridge + (self.eaves - self.ridge) * out)
        raised = self.lift * abs(across) ** 5 * down**3
        return x, self.top + (self.foot - self.top) * fall - raised

    def surface(self) -> Polygon:
        """The whole slope."""
        steps = [n / 12 for n in range(13)]
        left, right = [self.at(-1, t) for t in steps], [self.at(1, t) for t in reversed(steps)]
        edge = [self.at(-1 + n / 12, 1) for n in range(1, 24)]
        return (*left, *edge, *right)

    def ribs(self, count: int, half: float) -> list[Polygon]:
        """The rows of tiles that run down the slope."""
        steps = [n / 6 for n in range(7)]
        ribs = []
        for n in range(count):
            across = -0.97 + 1.94 * n / (count - 1)
            line = [self.at(across, t) for t in steps]
            ribs.append(
                (
                    *((x - half * (0.5 + t), y) for (x, y), t in zip(line, steps, strict=True)),
                    *((x + half * (0.5 + t), y) for (x, y), t in reversed(list(zip(line, steps, strict=True)))),
                )
            )
        return ribs

    def edge(self, above: float, below: float) -> Polygon:
        """A band along the eaves."""
        line = [self.at(-1 + n / 20, 1) for n in range(41)]
        return (*((x, y - above) for x, y in line), *((x, y + below) for x, y in reversed(line)))

    def hips(self, half: float) -> list[Polygon]:
        """The gold ridges that run down both ends to the tips."""
        hips = []
        for side in (-1, 1):
            line = [self.at(side, n / 12) for n in range(13)]
            tip = (line[-1][0] + side * half * 2, line[-1][1] - half * 2.2)
            hips.append((*((x, y - half) for x, y in line), tip, *((x, y + half) for x, y in reversed(line))))
        return hips

    def crown(self, tall: float) -> list[Polygon]:
        """The ridge, and the horned beasts at its ends that swallow it."""
        shapes: list[Polygon] = [box(Rect(self.middle - self.ridge, self.top - tall, 2 * self.ridge, tall * 1.4))]
        for side in (-1, 1):
            x = self.middle + side * self.ridge
            outline = ((0.6, 0.5), (0.6, -1.6), (0.2, -2.6), (-0.9, -3.0), (-0.4, -2.3), (-0.9, -1.4), (-1.4, -1.0))
            shapes.append(tuple((x + side * a * tall, self.top + b * tall) for a, b in outline))
        return shapes


def _on_slope(down: float) -> Point:
    line = _SLOPE
    place = down * (len(line) - 1)
    low = min(int(place), len(line) - 2)
    share = place - low
    (ax, ay), (bx, by) = line[low], line[low + 1]
    return ax + (bx - ax) * share, ay + (by - ay) * share


def _roof(roof: _Roof, palette: Palette, frame: Rect, name: str) -> list[Drawing]:
    """One tier: the slope with its rows of tiles, gold along ridge, ends and eaves, and shade below."""
    tall = max(3.0, (roof.foot - roof.top) * 0.055)
    count = max(9, round(roof.eaves * 2 / 9.5))
    ends = [disc(roof.at(-0.97 + 1.94 * n / (count - 1), 1), tall * 0.46, 10) for n in range(count)]
    red, gold, deep, _, ends_gold = tones(palette, 5)
    drawn: list[Drawing] = []
    drawn += drawing(f"{name} shade", palette.dark, [roof.edge(0, tall * 2.6)], frame)
    drawn += drawing(f"{name} slope", red, [roof.surface()], frame)
    drawn += drawing(f"{name} tiles", mixed(red, deep, 0.75), roof.ribs(count, 1.7), frame)
    drawn += drawing(
        f"{name} gold", gold, [roof.edge(tall * 0.15, tall * 0.95), *roof.hips(tall * 0.55), *roof.crown(tall)], frame
    )
    drawn += drawing(
        f"{name} tile ends", ends_gold, [tuple((x, y + tall * 0.4) for x, y in end) for end in ends], frame
    )
    return drawn


def _brackets(middle: float, half: float, top: float, tall: float, step: float) -> list[Polygon]:
    """The row of brackets under the eaves: small cups, two to a step."""
    count = int(half / step)
    cups: list[Polygon] = []
    for n in range(-count, count + 1):
        x = middle + n * step
        cups.append(
            (
                (x - step * 0.36, top),
                (x + step * 0.36, top),
                (x + step * 0.16, top + tall),
                (x - step * 0.16, top + tall),
            )
        )
    return cups


def _hall(middle: float, width: float, top: float, foot: float, palette: Palette, frame: Rect) -> list[Drawing]:
    """A hall of two tiers: its width at the lower eaves, from the upper ridge down to its terraces."""
    tall = foot - top
    half = width / 2
    upper = _Roof(middle, half * 0.4, top, half * 0.8, top + tall * 0.26)
    lower = _Roof(middle, half * 0.6, top + tall * 0.35, half, top + tall * 0.53)
    series = tones(palette, 5)
    drawn: list[Drawing] = []
    floor = top + tall * 0.86
    walls = [box(Rect(middle - half * 0.72, top + tall * 0.5, half * 1.44, floor - top - tall * 0.5))]
    drawn += drawing("Hall", palette.dark, walls, frame)
    doors, columns = [], []
    for n in range(8):
        x = middle - half * 0.72 + half * 1.44 * n / 7
        columns.append(box(Rect(x - half * 0.028, top + tall * 0.52, half * 0.056, floor - top - tall * 0.52)))
        if n < 7:
            bay = half * 1.44 / 7
            doors += [
                box(Rect(x + bay * a, top + tall * 0.66, bay * 0.24, floor - top - tall * 0.66)) for a in (0.22, 0.54)
            ]
    drawn += drawing("Doors", mixed(palette.dark, series[1], 0.42), doors, frame)
    drawn += drawing("Columns", series[3], columns, frame)
    drawn += _roof(lower, palette, frame, "Lower roof")
    waist = [box(Rect(middle - half * 0.62, top + tall * 0.24, half * 1.24, tall * 0.125))]
    drawn += drawing("Waist", palette.dark, waist, frame)
    cups = _brackets(middle, half * 0.6, top + tall * 0.315, tall * 0.028, half * 0.062)
    drawn += drawing("Brackets", mixed(palette.dark, series[1], 0.7), cups, frame)
    drawn += _roof(upper, palette, frame, "Upper roof")
    terraces = [
        box(Rect(middle - half * s, top + tall * y, 2 * half * s, tall * 0.05))
        for s, y in ((0.8, 0.86), (0.98, 0.91), (1.3, 0.96))
    ]
    lines = [
        box(Rect(middle - half * s, top + tall * y, 2 * half * s, tall * 0.011))
        for s, y in ((0.8, 0.86), (0.98, 0.91), (1.3, 0.96))
    ]
    marble = mixed(series[4], palette.ground, 0.35) if palette.night else palette.surface
    drawn += drawing("Terraces", marble, terraces, frame)
    drawn += drawing("Terrace rails", mixed(marble, series[1], 0.55), lines, frame)
    return drawn


def _swifts(places: tuple[tuple[float, float, float], ...], colour: str, frame: Rect) -> tuple[Drawing, ...]:
    """Swifts on the wing, each at a place and of a span."""
    outline = (
        (-1.0, -0.05),
        (-0.5, -0.26),
        (-0.08, -0.1),
        (0.0, -0.22),
        (0.08, -0.1),
        (0.55, -0.34),
        (1.0, -0.3),
        (0.5, -0.14),
        (0.12, 0.08),
        (0.1, 0.34),
        (0.0, 0.2),
        (-0.1, 0.36),
        (-0.1, 0.08),
        (-0.5, -0.1),
    )
    birds = [tuple((x + a * span, y + b * span) for a, b in outline) for x, y, span in places]
    return drawing("Swifts", colour, birds, frame)


def _heaven(rect: Rect, middle: float, palette: Palette) -> list[Drawing]:
    """The sky and what stands in it: a pale sun in a golden haze, or by night a golden moon."""
    gold = tones(palette, 5)[4]
    fade, rings = (palette.ground, (0.84, 0.76, 0.12)) if palette.night else ("FFFFFF", (0.42, 0.58, 0.78))
    drawn = list(drawing("Sky", mixed(gold, fade, 0.92 if palette.night else 0.28), [box(rect)], rect))
    centre = (middle + rect.w * 0.16, rect.y + rect.h * 0.33)
    for reach, share in zip((0.46, 0.36, 0.26), rings, strict=True):
        drawn += drawing("Sun", mixed(gold, fade, share), [disc(centre, rect.w * reach)], rect)
    return drawn


def _poster(rect: Rect, palette: Palette) -> tuple[Drawing, ...]:
    middle = rect.x + rect.w * 0.52
    drawn = _heaven(rect, middle, palette)
    drawn += _hall(middle, max(rect.w * 0.98, 340), rect.y + rect.h * 0.36, rect.bottom + rect.h * 0.01, palette, rect)
    birds = mixed(palette.ground, tones(palette, 5)[4], 0.5) if palette.night else palette.dark
    swifts = ((0.2, 0.19, 15.0), (0.31, 0.13, 11.0), (0.13, 0.28, 9.0), (0.42, 0.22, 8.0))
    drawn += _swifts(tuple((rect.x + rect.w * x, rect.y + rect.h * y, s) for x, y, s in swifts), birds, rect)
    return tuple(drawn)


def _frieze(rect: Rect, palette: Palette) -> tuple[Drawing, ...]:
    _, _, deep, _, pale = tones(palette, 5)
    drawn: list[Drawing] = []
    for middle, width, top in ((0.5, 190.0, 0.34), (0.22, 260.0, 0.2), (0.79, 380.0, 0.05)):
        centre, ridge = rect.x + rect.w * middle, rect.y + rect.h * top
        drawn += _hall(centre, width, ridge, ridge + width * 0.8, palette, rect)
    above = Rect(rect.x, 0, rect.w, rect.bottom)
    swifts = ((150.0, 300.0, 15.0), (104.0, 326.0, 11.0), (62.0, 282.0, 9.0), (180.0, 250.0, 8.0))
    places = tuple((rect.right - x, rect.y - y, span) for x, y, span in swifts)
    drawn += _swifts(places, mixed(palette.dark, pale, 0.6), above)
    wall = Rect(rect.x, rect.y + rect.h * 0.7, rect.w, rect.h)
    drawn += drawing("Wall", mixed(deep, palette.dark, 0.35), [box(wall)], rect)
    gallery = _Roof(rect.x + rect.w / 2, rect.w * 0.62, rect.y + rect.h * 0.66, rect.w * 0.66, rect.y + rect.h * 0.9)
    drawn += _roof(gallery, palette, rect, "Gallery")
    return tuple(drawn)


def _whisper(canvas: Canvas, palette: Palette) -> tuple[Drawing, ...]:
    rect = Rect(0, 0, 14, canvas.height)
    red, gold = tones(palette, 2)
    return (
        *drawing("Wall", red, [box(Rect(0, 0, 10, canvas.height))], rect),
        *drawing("Gold line", gold, [box(Rect(11.5, 0, 2, canvas.height))], rect),
    )


draw = staged(_poster, _frieze, _whisper)
