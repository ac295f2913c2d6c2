"""Where it stands: boxes on pages. Layout decides all of this; render only writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, assert_never

from deckgen.model.text import Notice, Runs
from deckgen.model.theme import Align, Anchor, Color, LayoutName, Rect, Role


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph in a box. `mark` is what hangs before it: `bullet`, the author's number ("3."), or nothing.

    `size`, `color` and `bold` are given only where the paragraph differs from its box. `hang` are the points by which
    its lines after the first begin further right.
    """

    text: Runs
    level: int = 0
    mark: str = ""
    size: float | None = None
    color: Color | None = None
    bold: bool | None = None
    hang: float = 0.0


@dataclass(frozen=True, slots=True)
class TextBox:
    """Text in a placeholder of the page's layout (`role`, `index`), or freely placed where `role` is None.

    `size` in points, `leading` and `after` as in TextStyle. `rect` is the box itself; text has no inner margins. For a
    free box `color`, `bold`, `align` and `anchor` count; a placeholder has them from its slot. `lines` is how many
    lines the fitter counted; `alt` says more than a free box's text where that is needed.
    """

    rect: Rect
    role: Role | None
    paragraphs: tuple[Paragraph, ...]
    size: float
    leading: float = 1.0
    after: float = 0.0
    index: int = 0
    name: str = ""
    color: Color = "ink"
    bold: bool = False
    mono: bool = False
    align: Align = "left"
    anchor: Anchor = "top"
    lines: int = 0
    alt: str = ""


@dataclass(frozen=True, slots=True)
class PictureBox:
    """A picture, uncropped and undistorted, in the layout's picture placeholder `index` (None: freely placed).

    `line` is the palette's name of the colour of a hairline around it, `link` a page of the web; each may be empty.
    """

    rect: Rect
    path: str
    alt: str
    index: int | None = 0
    line: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Media:
    """The bytes of a picture as they go into the deck: `extension` is `jpg` or `png`, width and height are pixels."""

    blob: bytes
    extension: Literal["jpg", "png"]
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table box: its height in points and one tuple of paragraphs a cell."""

    height: float
    cells: tuple[tuple[Paragraph, ...], ...]


@dataclass(frozen=True, slots=True)
class TableBox:
    """A native table. `look` chooses its dress: a data table with a header row, or a plain list with rules between.

    `inset` is a cell's inner margin in points, left and right, top and bottom; a row's height includes it. Text in
    cells stands in the middle and is set at single spacing.
    """

    rect: Rect
    columns: tuple[float, ...]
    rows: tuple[TableRow, ...]
    size: float
    alt: str
    header: bool = True
    look: Literal["table", "agenda"] = "table"
    aligns: tuple[Align, ...] = ()
    inset: tuple[float, float] = (8.0, 5.0)


@dataclass(frozen=True, slots=True)
class ShapeBox:
    """A plain rectangle: card, bar, panel or rule. Without text and decorative, unless `alt` says what it shows."""

    rect: Rect
    fill: str
    """A colour's name of the palette, or `series0` … for the theme's series."""
    name: str
    alt: str = ""


NodeShape = Literal["rectangle", "rounded", "pill", "oval", "diamond", "pentagon", "chevron"]


CORNER, PILL, POINT = 8.0, 22.0, 14.0
"""The radii of a rounded node's corners and of a pill's, and how far the tip of a chevron stands out, in points."""

_CUT = 1 - 0.5**0.5
"""The share of its radius by which a corner of 90 degrees cuts into the room for text."""


@dataclass(frozen=True, slots=True)
class NodeBox:
    """A drawn shape with text in it. `name` is its own on the page: connectors hold on to it.

    `inset` is the text's inner margin in points, left and right, top and bottom; `line` the colour of its outline by
    its name in the palette, or empty. `lines` is how many lines the fitter counted. Without text it is an ornament.
    """

    rect: Rect
    shape: NodeShape
    fill: Color
    name: str
    paragraphs: tuple[Paragraph, ...] = ()
    size: float = 0.0
    leading: float = 1.0
    after: float = 0.0
    color: Color = "ink"
    line: str = ""
    bold: bool = False
    align: Align = "center"
    anchor: Anchor = "middle"
    inset: tuple[float, float] = (8.0, 6.0)
    lines: int = 0
    drawn_in: float = 0.0
    """Points by which the right margin is wider."""

    @property
    def room(self) -> Rect:
        """Where its text may stand, by the text rectangles of DrawingML's preset shapes and the inner margins."""
        left, top, right, bottom = _text_margins(self.shape, self.rect)
        across, down = self.inset
        rect = self.rect
        width, height = rect.w - left - right - 2 * across - self.drawn_in, rect.h - top - bottom - 2 * down
        return Rect(rect.x + left + across, rect.y + top + down, width, height)


def _text_margins(shape: NodeShape, rect: Rect) -> tuple[float, float, float, float]:
    """Left, top, right and bottom margins that a shape's own form takes from its text."""
    match shape:
        case "rectangle":
            return 0.0, 0.0, 0.0, 0.0
        case "rounded" | "pill":
            most = min(rect.w, rect.h) / 2
            cut = _CUT * min(PILL if shape == "pill" else CORNER, most)
            return cut, cut, cut, cut
        case "oval":
            return _CUT * rect.w / 2, _CUT * rect.h / 2, _CUT * rect.w / 2, _CUT * rect.h / 2
        case "diamond":
            return rect.w / 4, rect.h / 4, rect.w / 4, rect.h / 4
        case "pentagon":
            return 0.0, 0.0, POINT / 2, 0.0
        case "chevron":
            return POINT, 0.0, POINT, 0.0
    assert_never(shape)


@dataclass(frozen=True, slots=True)
class ConnectorBox:
    """An arrow glued to two nodes of the page, by their names; the sites are 0 top, 1 left, 2 bottom, 3 right.

    `start_at` and `end_at` are where those sites lie, x and y in points. An elbow leaves at a right angle and turns
    `turn` points from its start, by default midway.
    """

    start: str
    start_site: int
    start_at: tuple[float, float]
    end: str
    end_site: int
    end_at: tuple[float, float]
    name: str
    color: Color = "muted"
    elbow: bool = False
    turn: float | None = None

    @property
    def rect(self) -> Rect:
        """What the arrow spans."""
        (x1, y1), (x2, y2) = self.start_at, self.end_at
        return Rect(min(x1, x2), min(y1, y2), abs(x1 - x2), abs(y1 - y2))


@dataclass(frozen=True, slots=True)
class ChartBox:
    """A native bar chart with its data: one series, a label on each bar as its author wrote the value."""

    rect: Rect
    name: str
    categories: tuple[str, ...]
    values: tuple[float, ...]
    written: tuple[str, ...]
    size: float
    alt: str
    series: str = ""
    """What is counted, or nothing."""
    color: Color = "primary"
    top: float = 0.0
    """The value at the end of the axis, so that charts on several pages can be compared."""
    emphasis: int | None = None
    """The place of the bar that stands out in the accent, if one does."""
    label_width: float = 0.0
    """Points at the left for the categories' names; the plot begins right of them."""
    value_width: float = 0.0
    """Points at the right for the label of the longest bar."""


@dataclass(frozen=True, slots=True)
class GroupBox:
    """Boxes that are one drawing: moved as one, and told as one by `alt`. None of them is a placeholder."""

    boxes: tuple[Box, ...]
    name: str
    alt: str

    @property
    def rect(self) -> Rect:
        """What its boxes span."""
        rects = [box.rect for box in self.boxes]
        x, y = min(rect.x for rect in rects), min(rect.y for rect in rects)
        return Rect(x, y, max(rect.right for rect in rects) - x, max(rect.bottom for rect in rects) - y)


Box = TextBox | PictureBox | TableBox | ShapeBox | NodeBox | ConnectorBox | ChartBox | GroupBox


@dataclass(frozen=True, slots=True)
class Page:
    """One slide of the finished deck. Boxes are in drawing order, which is also the reading order after the title."""

    key: str
    kind: str
    layout: LayoutName
    title: str
    boxes: tuple[Box, ...]
    notes: str = ""
    chapter: str = ""
    """The name of the PowerPoint section that the page belongs to, or empty."""
    footer: str = ""
    number: int | None = None
    notices: tuple[Notice, ...] = ()


def hanging(paragraphs: tuple[Paragraph, ...], indent: float, size: float) -> float:
    """Points from a mark's left edge to the text after it, the same for all paragraphs of a box.

    That is `indent`, or more where a number ("10.") at that size needs it. The text of level n starts n x `indent`
    further right. A digit is about half an em wide in every face; a full-width mark counts as two.
    """
    numbers = [p.mark for p in paragraphs if p.mark not in ("", "bullet")]
    widest = max((sum(2 if ord(c) > 0x25FF else 1 for c in mark) for mark in numbers), default=0)
    return max(indent, size * (0.5 * widest + 0.3)) if widest else indent
