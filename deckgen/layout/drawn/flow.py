"""A list of decisions as a flowchart: questions outlined, ends filled, the answers beside the arrows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from deckgen.layout.breaking import Style, extent
from deckgen.layout.drawn.cut_flow import is_reference
from deckgen.layout.drawn.placement import BOTTOM, LEFT, RIGHT, TOP, Placement, Route, place
from deckgen.layout.drawn.sketch import FLOOR, PREFERRED, Look, Sketch, drawn_in, needed, node, top_of
from deckgen.layout.frame import rounded
from deckgen.layout.setting import Format, Setting, upright
from deckgen.model import Box, ConnectorBox, Flow, Node, NodeBox, Paragraph, Rect, Run, TextBox

SIZES = (20.0, PREFERRED, 16.0, FLOOR)
MOST_LINES = 4

QUESTION = Look("rectangle", "surface", line="primary", inset=(10.0, 7.0))
END = Look("pill", "primary", "on_primary", bold=True, inset=(4.0, 3.0))
REFERENCE = Look("pill", "surface", "primary", "primary", bold=True, inset=(4.0, 3.0))

NARROWEST, WIDEST, LOWEST, TALLEST = 112.0, 300.0, 50.0, 96.0
COLUMNS, ROWS = range(1, 6), 4
"""The columns that are tried, and the most rows."""

LANE, LANE_HEIGHT, WIDEST_LANE, TALLEST_LANE = 46.0, 38.0, 84.0, 56.0
"""Between columns and between rows: the least that an arrow and an answer need, and the most."""

ANSWER_SIZE, ANSWER_HEIGHT, CLEAR, LONGEST_ANSWER = 15.0, 19.0, 5.0, 96.0
"""An answer's size and height, its distance from the arrow, and the widest in points."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """The grid in points: where its first node stands, a node's width, the height of each row, the lanes between."""

    x: float
    y: float
    width: float
    heights: tuple[float, ...]
    lane: float
    lane_height: float

    def rect(self, cell: tuple[int, int]) -> Rect:
        column, row = cell
        y = self.y + sum(self.heights[:row]) + row * self.lane_height
        return rounded(Rect(self.x + column * (self.width + self.lane), y, self.width, self.heights[row]))

    def lane_at(self, place: int, *, across: bool) -> float:
        """The x (or y) of the middle of a lane, by its odd place on the lattice."""
        before = self.rect((place // 2, 0) if across else (0, place // 2))
        return before.right + self.lane / 2 if across else before.bottom + self.lane_height / 2


def draw(form: Format, room: Rect, drawn: Flow) -> Sketch | None:
    """The flowchart, or None where its texts, answers or arrows find no room at the floor."""
    links = tuple((edge.start, edge.end) for edge in drawn.edges)
    count = len(drawn.nodes)
    if not links or any(start == end or not 0 <= min(start, end) <= max(start, end) < count for start, end in links):
        return None
    answers = [_answer_width(form, edge.label) for edge in drawn.edges]
    if max(answers) > LONGEST_ANSWER:
        return None
    placements = {place(count, links, columns, ROWS) for columns in COLUMNS}
    ordered = sorted((p for p in placements if p is not None), key=lambda p: (p.cost, p.columns))
    for size in SIZES:
        for placement in ordered:
            sketch = _drawn(form, room, drawn, placement, answers, size)
            if sketch is not None:
                return sketch
    return None


def _answer_width(form: Format, label: str) -> float:
    if not label:
        return 0.0
    return extent((Run(label),), Style(form.faces, True), 1e6, ANSWER_SIZE).widest * ANSWER_SIZE + 4


def _drawn(
    form: Format, room: Rect, drawn: Flow, placement: Placement, answers: list[float], size: float
) -> Sketch | None:
    lane = max(LANE, *(_lane_needed(route, width) for route, width in zip(placement.routes, answers, strict=True)))
    inner = room.w - lane * (placement.columns - 1)
    width = min(WIDEST, inner / placement.columns)
    if width < NARROWEST:
        return None
    settings = _settings(form, drawn, width, size)
    if settings is None:
        return None
    heights = _heights(placement, settings, width, room.h - LANE_HEIGHT * (placement.rows - 1))
    if heights is None:
        return None
    if placement.columns > 1:
        lane = min(max(lane, WIDEST_LANE), lane + (inner - width * placement.columns) / (placement.columns - 1))
    grid = _grid(room, width, heights, lane)
    return _checked(drawn, placement, grid, settings, answers)


def _lane_needed(route: Route, width: float) -> float:
    """The width of the lanes for an answer beside an arrow that leaves sideways."""
    if not width or route.start_site not in (LEFT, RIGHT):
        return 0.0
    turns_at_once = len(route.corners) == 4
    return (2 if turns_at_once else 1) * (width + 2 * CLEAR) + (0 if turns_at_once else 10)


def _heights(
    placement: Placement, settings: list[tuple[Setting, Look]], width: float, most: float
) -> tuple[float, ...] | None:
    """The height of each row, `most` in all: the same for all rows where there is room, else as much as each needs."""
    needs = [LOWEST] * placement.rows
    for (_, row), (setting, look) in zip(placement.cells, settings, strict=True):
        needs[row] = max(needs[row], needed(setting) + look.beside(width, LOWEST))
    same, rows = max(needs), placement.rows
    if same * rows <= most:
        return (max(same, min(TALLEST, same + 0.4 * (most / rows - same))),) * rows
    return tuple(needs) if sum(needs) <= most else None


def _grid(room: Rect, width: float, heights: tuple[float, ...], lane: float) -> _Grid:
    lanes = len(heights) - 1
    spare = room.h - sum(heights) - LANE_HEIGHT * lanes
    lane_height = min(TALLEST_LANE, LANE_HEIGHT + spare / max(1, lanes))
    return _Grid(room.x, top_of(room, sum(heights) + lane_height * lanes), width, heights, lane, lane_height)


def _settings(form: Format, drawn: Flow, width: float, size: float) -> list[tuple[Setting, Look]] | None:
    found: list[tuple[Setting, Look]] = []
    for number, each in enumerate(drawn.nodes):
        look = QUESTION if any(edge.start == number for edge in drawn.edges) else END
        look = REFERENCE if is_reference(each) else look
        setting = drawn_in(form, _said(each), look, look.width(width, TALLEST), size)
        if setting.broken or setting.lines > MOST_LINES:
            return None
        found.append((setting, look))
    return found


def _said(each: Node) -> tuple[Paragraph, ...]:
    return (Paragraph(upright(each.text) or (Run(each.name or " "),)),)


def _checked(
    drawn: Flow,
    placement: Placement,
    grid: _Grid,
    settings: list[tuple[Setting, Look]],
    answers: list[float],
) -> Sketch | None:
    """The boxes, if no answer meets a node or another answer."""
    nodes = [
        node(grid.rect(cell), look, setting, f"node {number}")
        for number, (cell, (setting, look)) in enumerate(zip(placement.cells, settings, strict=True), 1)
    ]
    arrows: list[ConnectorBox] = []
    labels: list[TextBox] = []
    for number, (edge, route, width) in enumerate(zip(drawn.edges, placement.routes, answers, strict=True), 1):
        arrow = _arrow(nodes[edge.start], nodes[edge.end], route, grid, number)
        arrows.append(arrow)
        if width:
            labels.append(_label(edge.label, width, arrow, route, number))
    boxes: list[NodeBox | TextBox] = [*nodes, *labels]
    if any(_meet(one.rect, other.rect) for one, other in combinations(boxes, 2)):
        return None
    bottom = max(box.rect.bottom for box in boxes)
    return Sketch((*arrows, *_in_order(drawn, nodes, labels)), settings[0][0].size, bottom)


def _in_order(drawn: Flow, nodes: list[NodeBox], labels: list[TextBox]) -> Iterator[Box]:
    """Each node followed by the answers that lead on from it: the order in which it is read aloud."""
    by_name = {label.name: label for label in labels}
    for number, each in enumerate(nodes):
        yield each
        for arrow, edge in enumerate(drawn.edges, 1):
            if edge.start == number and f"answer {arrow}" in by_name:
                yield by_name[f"answer {arrow}"]


def _site(rect: Rect, site: int) -> tuple[float, float]:
    x = {LEFT: rect.x, RIGHT: rect.right}.get(site, rect.x + rect.w / 2)
    y = {TOP: rect.y, BOTTOM: rect.bottom}.get(site, rect.y + rect.h / 2)
    return round(x, 2), round(y, 2)


def _arrow(start: NodeBox, end: NodeBox, route: Route, grid: _Grid, number: int) -> ConnectorBox:
    start_at, end_at = _site(start.rect, route.start_site), _site(end.rect, route.end_site)
    turn = None
    if len(route.corners) == 4:
        sideways = route.start_site in (LEFT, RIGHT)
        lane = grid.lane_at(route.corners[1][0 if sideways else 1], across=sideways)
        turn = round(abs(lane - start_at[0 if sideways else 1]), 2)
    return ConnectorBox(
        start.name,
        route.start_site,
        start_at,
        end.name,
        route.end_site,
        end_at,
        f"arrow {number}",
        elbow=len(route.corners) > 2,
        turn=turn,
    )


def _label(words: str, width: float, arrow: ConnectorBox, route: Route, number: int) -> TextBox:
    """The answer close to where its arrow leaves; above a level arrow, unless that turns upwards."""
    x, y = arrow.start_at
    after = route.corners[2] if len(route.corners) > 2 else route.corners[1]
    if route.start_site in (LEFT, RIGHT):
        left = x + CLEAR if route.start_site == RIGHT else x - CLEAR - width
        upward = after[1] < route.corners[0][1]
        top = y + 2 if upward else y - 2 - ANSWER_HEIGHT
    else:
        left = x + CLEAR
        top = y + 2 if route.start_site == BOTTOM else y - 2 - ANSWER_HEIGHT
    return TextBox(
        rounded(Rect(left, top, width, ANSWER_HEIGHT)),
        None,
        (Paragraph((Run(words),)),),
        ANSWER_SIZE,
        name=f"answer {number}",
        color="primary",
        bold=True,
        anchor="middle",
        lines=1,
    )


def _meet(one: Rect, other: Rect) -> bool:
    return not (
        one.right <= other.x + 0.01
        or other.right <= one.x + 0.01
        or one.bottom <= other.y + 0.01
        or other.bottom <= one.y + 0.01
    )
