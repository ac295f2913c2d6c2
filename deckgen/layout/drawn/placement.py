"""Where the nodes of a flowchart stand on a grid, and how its arrows run between them.

Arrows run on a lattice twice as fine as the grid: nodes stand at even coordinates, the lanes between them are odd. An
arrow is one of the shapes that office programs know as connectors: straight, with one bend, or with two. A beam search
places the nodes one by one, each near one that it is joined to, and keeps the cheapest ways to do so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product

Point = tuple[int, int]
Links = tuple[tuple[int, int], ...]
"""Arrows by the places of their nodes."""

TOP, LEFT, BOTTOM, RIGHT = range(4)
STEP: dict[int, Point] = {TOP: (0, -1), LEFT: (-1, 0), BOTTOM: (0, 1), RIGHT: (1, 0)}

BEAM, REACH = 24, 2
"""How many ways are kept at each step, and how many cells a node may lie from one that it is joined to."""

BEND, LENGTH, BACKWARD, JOINED, CROSSING, OVERLAP, SPREAD = 2.0, 0.5, 2.5, 1.5, 8.0, 60.0, 0.4
"""What an arrow costs for each bend and each half cell, for leaving backwards or upwards, for joining another at its
head, for crossing another, for running on another; and what each cell costs that the whole spans."""

HOPELESS = 40.0
"""A placement dearer than this has arrows that nobody can follow."""


@dataclass(frozen=True, slots=True)
class Route:
    """An arrow on the lattice: the sites that it leaves from and arrives at, and its corners, both ends among them.

    `points` are all that it passes, in order, `runs` the pieces between them; `cost` is what it costs by itself.
    """

    start_site: int
    end_site: int
    corners: tuple[Point, ...]
    points: tuple[Point, ...]
    runs: frozenset[tuple[Point, Point]]
    cost: float

    def moved(self, across: int, down: int) -> Route:
        """The same arrow so many lattice points further right and down."""
        return _route(self.start_site, self.end_site, tuple((x + across, y + down) for x, y in self.corners))


def _route(start_site: int, end_site: int, corners: tuple[Point, ...]) -> Route:
    passed = [corners[0]]
    for (x, y), (to_x, to_y) in pairwise(corners):
        across, down = (to_x > x) - (to_x < x), (to_y > y) - (to_y < y)
        passed += [(x + n * across, y + n * down) for n in range(1, abs(to_x - x) + abs(to_y - y) + 1)]
    backward = BACKWARD * (start_site in (TOP, LEFT)) + 0.5 * BACKWARD * (end_site in (BOTTOM, RIGHT))
    cost = BEND * (len(corners) - 2) + LENGTH * (len(passed) - 1) + backward
    return Route(start_site, end_site, corners, tuple(passed), frozenset(pairwise(passed)), cost)


@dataclass(frozen=True, slots=True)
class Placement:
    """Cells of the nodes (column, row), the arrows between them, and what is bad about it all."""

    cells: tuple[Point, ...]
    routes: tuple[Route, ...]
    cost: float

    @property
    def columns(self) -> int:
        """How many columns are in use."""
        return max(x for x, _ in self.cells) + 1

    @property
    def rows(self) -> int:
        """How many rows are in use."""
        return max(y for _, y in self.cells) + 1


@dataclass(frozen=True, slots=True)
class _Partial:
    """Some nodes placed and the arrows between them: cells by node, routes by arrow."""

    cells: dict[int, Point]
    routes: dict[int, Route]
    cost: float


@lru_cache(maxsize=256)
def place(count: int, links: Links, columns: int, rows: int) -> Placement | None:
    """The nodes on a grid of so many columns and rows at the most, or None where arrows cannot be kept apart."""
    beam = [_Partial({}, {}, 0.0)]
    for node in _order(count, links):
        found = [way for partial in beam for way in _placed(partial, node, links, columns, rows)]
        beam = sorted(found, key=lambda way: way.cost)[:BEAM]
    if not beam or beam[0].cost > HOPELESS * max(1.0, len(links) / 4):
        return None
    best = beam[0]
    left, above = (min(cell[axis] for cell in best.cells.values()) for axis in (0, 1))
    cells = tuple((best.cells[node][0] - left, best.cells[node][1] - above) for node in range(count))
    routes = tuple(best.routes[n].moved(-2 * left, -2 * above) for n in range(len(links)))
    return Placement(cells, routes, best.cost)


def _order(count: int, links: Links) -> list[int]:
    """The nodes so that each follows one that it is joined to, wherever there is one: breadth first."""
    order: list[int] = []
    for root in range(count):
        waiting = [root]
        while waiting:
            node = waiting.pop(0)
            if node not in order:
                order.append(node)
                waiting += [end for start, end in links if start == node]
    return order


def _placed(partial: _Partial, node: int, links: Links, columns: int, rows: int) -> Iterator[_Partial]:
    """Every way to place one more node, with the arrows that join it to those already there."""
    taken = set(partial.cells.values())
    passed = {point for route in partial.routes.values() for point in route.points}
    joined = [n for n, (start, end) in enumerate(links) if node in (start, end)]
    near = [partial.cells[n] for n in {place for j in joined for place in links[j]} if n in partial.cells]
    for cell in _cells(partial, near, columns, rows):
        if cell in taken or (2 * cell[0], 2 * cell[1]) in passed:
            continue
        cells = {**partial.cells, node: cell}
        more = SPREAD * (_span(cells) - _span(partial.cells))
        way: _Partial | None = _Partial(cells, partial.routes, partial.cost + more)
        for number in joined:
            if way is not None and all(end in cells for end in links[number]):
                way = _routed(way, number, links)
        if way is not None:
            yield way


def _span(cells: dict[int, Point]) -> int:
    if not cells:
        return 0
    return (max(x for x, _ in cells.values()) + 1) * (max(y for _, y in cells.values()) + 1)


def _cells(partial: _Partial, near: list[Point], columns: int, rows: int) -> Iterator[Point]:
    if not partial.cells:
        yield from product(range(min(2, columns)), range(min(2, rows)))
        return
    for x in range(columns):
        for y in range(rows):
            if not near or any(abs(x - a) + abs(y - b) <= REACH for a, b in near):
                yield (x, y)


def _routed(partial: _Partial, number: int, links: Links) -> _Partial | None:
    """The cheapest arrow between two placed nodes, or None where none keeps clear of the others' nodes."""
    start, end = (partial.cells[node] for node in links[number])
    nodes = {(2 * x, 2 * y) for x, y in partial.cells.values()}
    others = [(route, links[n][1] == links[number][1]) for n, route in partial.routes.items()]
    best: tuple[float, Route] | None = None
    for route in _routes(start, end):
        if nodes.isdisjoint(route.points[1:-1]) and (best is None or route.cost < best[0]):
            cost = route.cost + sum(_cost_between(route, other, same) for other, same in others)
            best = min(best or (cost, route), (cost, route), key=lambda found: found[0])
    if best is None:
        return None
    return _Partial(partial.cells, {**partial.routes, number: best[1]}, partial.cost + best[0])


def _cost_between(one: Route, other: Route, same_end: bool) -> float:
    """What two arrows do to each other: run on one another, cross, or join at the node that both lead to."""
    met = set(one.points) & set(other.points)
    if not met:
        return 0.0
    shared = one.runs & other.runs
    if any((b, a) in other.runs for a, b in one.runs):
        return OVERLAP
    if shared:
        return JOINED if same_end and _only_the_end(one, other, len(shared)) else OVERLAP
    return CROSSING * len(met & set(one.points[1:-1]) & set(other.points[1:-1]))


def _only_the_end(one: Route, other: Route, shared: int) -> bool:
    return one.points[-shared - 1 :] == other.points[-shared - 1 :]


@lru_cache(maxsize=4096)
def _routes(start: Point, end: Point) -> tuple[Route, ...]:
    """Every connector from one cell to another with two bends at the most."""
    return tuple(_straight(start, end)) + tuple(_one_bend(start, end)) + tuple(_two_bends(start, end))


def _straight(start: Point, end: Point) -> Iterator[Route]:
    (x, y), (to_x, to_y) = _doubled(start), _doubled(end)
    if y == to_y:
        yield _route(RIGHT if to_x > x else LEFT, LEFT if to_x > x else RIGHT, ((x, y), (to_x, to_y)))
    elif x == to_x:
        yield _route(BOTTOM if to_y > y else TOP, TOP if to_y > y else BOTTOM, ((x, y), (to_x, to_y)))


def _one_bend(start: Point, end: Point) -> Iterator[Route]:
    (x, y), (to_x, to_y) = _doubled(start), _doubled(end)
    if x == to_x or y == to_y:
        return
    across = (RIGHT, LEFT) if to_x > x else (LEFT, RIGHT)
    down = (BOTTOM, TOP) if to_y > y else (TOP, BOTTOM)
    yield _route(across[0], down[1], ((x, y), (to_x, y), (to_x, to_y)))
    yield _route(down[0], across[1], ((x, y), (x, to_y), (to_x, to_y)))


def _two_bends(start: Point, end: Point) -> Iterator[Route]:
    """Through a lane between the nodes.

    Never around one side of both: LibreOffice 7.4 draws such a connector along the nodes' edges.
    """
    (x, y), (to_x, to_y) = _doubled(start), _doubled(end)
    if x == to_x or y == to_y:
        return
    across = (RIGHT, LEFT) if to_x > x else (LEFT, RIGHT)
    down = (BOTTOM, TOP) if to_y > y else (TOP, BOTTOM)
    for lane in range(min(x, to_x) + 1, max(x, to_x), 2):
        yield _route(*across, ((x, y), (lane, y), (lane, to_y), (to_x, to_y)))
    for lane in range(min(y, to_y) + 1, max(y, to_y), 2):
        yield _route(*down, ((x, y), (x, lane), (to_x, lane), (to_x, to_y)))


def _doubled(cell: Point) -> Point:
    return 2 * cell[0], 2 * cell[1]
