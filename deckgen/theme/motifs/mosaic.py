"""Trencadís: broken tiles laid in rings around a medallion, as on the ceilings and benches of Park Güell."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, cos, hypot, pi, sin
from random import Random

from deckgen.model import Canvas, Drawing, Palette, Rect
from deckgen.theme.motifs.draw import Point, Polygon, box, cut, drawing
from deckgen.theme.motifs.stage import staged

_GROUT = 2.1
_STRIP = 14.0


def _poster(rect: Rect, palette: Palette) -> tuple[Drawing, ...]:
    centre = (rect.x + rect.w * 0.56, rect.y + rect.h * 0.37)
    return _medallion(rect, palette, centre, 27.0, 2016)


def _frieze(rect: Rect, palette: Palette) -> tuple[Drawing, ...]:
    centre = (rect.x + rect.w * 0.82, rect.bottom + rect.h * 0.1)
    return _medallion(rect, palette, centre, 25.0, 1914)


def _whisper(canvas: Canvas, palette: Palette) -> tuple[Drawing, ...]:
    rect = Rect(0, 0, _STRIP, canvas.height)
    random = Random(1900)
    tiles: list[tuple[Polygon, int]] = []
    y = -6.0
    while y < canvas.height:
        tall = random.uniform(13, 24)
        slope, lean = random.uniform(-4, 4), random.uniform(3, 11)
        whole = ((0.0, y), (_STRIP, y + slope), (_STRIP, y + tall), (0.0, y + tall - 1))
        for normal in ((1.0, lean / tall - 0.3), (-1.0, 0.3 - lean / tall)):
            limit = normal[0] * _STRIP / 2 + normal[1] * (y + tall / 2) - 0.7
            tiles.append((cut(_shrunk(whole), normal, limit), random.randrange(7)))
        y += tall
    return _laid(tiles, rect, palette)


def _shrunk(tile: Polygon) -> Polygon:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = tile
    return ((ax, ay + 0.7), (bx, by + 0.7), (cx, cy - 0.7), (dx, dy - 0.7))


def _medallion(rect: Rect, palette: Palette, centre: Point, step: float, seed: int) -> tuple[Drawing, ...]:
    random = Random(seed)
    sites = list(_sites(rect, centre, step, random))
    tiles = [(tile, _shade(ring, random)) for tile, ring in _cells(sites, step, random)]
    return _laid(tiles, rect, palette)


def _laid(tiles: list[tuple[Polygon, int]], rect: Rect, palette: Palette) -> tuple[Drawing, ...]:
    """Grout below, and the tiles of each colour as one drawing."""
    drawn = list(drawing("Mosaic grout", palette.dark, [box(rect)], rect))
    for shade, colour in enumerate(palette.series):
        drawn += drawing(
            f"Mosaic {shade + 1}", colour, [tile for tile, its in tiles if its % len(palette.series) == shade], rect
        )
    return tuple(drawn)


def _sites(rect: Rect, centre: Point, step: float, random: Random) -> Iterator[tuple[Point, int]]:
    """The middles of the tiles and their rings, over the frame and a little beyond."""
    reach = max(hypot(x - centre[0], y - centre[1]) for x, y in box(rect)) + step
    yield centre, 0
    for ring in range(1, ceil(reach / step) + 1):
        count = max(6, round(2 * pi * ring / 1.12))
        shift = random.random()
        for n in range(count):
            turn = 2 * pi * (n + shift + random.uniform(-0.24, 0.24)) / count
            radius = step * (ring + random.uniform(-0.16, 0.16))
            x, y = centre[0] + radius * cos(turn), centre[1] + radius * sin(turn)
            if rect.x - step < x < rect.right + step and rect.y - step < y < rect.bottom + step:
                yield (x, y), ring


def _cells(sites: list[tuple[Point, int]], step: float, random: Random) -> Iterator[tuple[Polygon, int]]:
    """Every site's Voronoi cell, drawn in by the grout; some are broken in two."""
    reach = 2.3 * step
    for n, ((x, y), ring) in enumerate(sites):
        cell: Polygon = box(Rect(x - 2 * step, y - 2 * step, 4 * step, 4 * step))
        for m, ((u, v), _) in enumerate(sites):
            if m == n or abs(u - x) > reach or abs(v - y) > reach:
                continue
            far = hypot(u - x, v - y)
            if far < reach:
                normal = ((u - x) / far, (v - y) / far)
                limit = normal[0] * (x + u) / 2 + normal[1] * (y + v) / 2 - _GROUT / 2
                cell = cut(cell, normal, limit)
        if ring > 1 and random.random() < 0.42:
            turn = random.uniform(0, 2 * pi)
            normal = (cos(turn), sin(turn))
            middle = normal[0] * x + normal[1] * y + random.uniform(-3, 3)
            yield cut(cell, normal, middle - _GROUT / 2), ring
            yield cut(cell, (-normal[0], -normal[1]), -middle - _GROUT / 2), ring
        else:
            yield cell, ring


_RINGS: tuple[tuple[int, ...], ...] = (
    (2,),
    (2, 2, 2, 5),
    (1, 1, 1, 2),
    (1, 1, 4),
    (5, 5, 5, 2),
    (6, 6, 0, 6),
    (0, 0, 6),
    (0, 0, 3),
    (3, 3, 3, 0),
    (2, 2, 5, 2),
    (1, 1, 2, 1),
    (4, 4, 1, 4),
    (0, 6, 6, 6),
    (0, 0, 0, 6),
    (3, 0, 3, 3),
    (5, 2, 5, 5),
)
"""The colours of the series that each ring draws its tiles from, from the middle outward."""


def _shade(ring: int, random: Random) -> int:
    if ring > 3 and random.random() < 0.1:
        return random.randrange(7)
    return random.choice(_RINGS[ring % len(_RINGS)])


draw = staged(_poster, _frieze, _whisper)
