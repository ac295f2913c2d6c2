"""What a .pptx file shows, as frozen values: all that a slide inherits is resolved, all lengths are points.

Colours are RRGGBB; UNKNOWN is a paint that one colour does not tell (a gradient, a picture, something translucent), the
empty string none at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from deckgen.model import Rect

UNKNOWN = "?"

Kind = Literal["text", "picture", "table", "chart", "line", "other"]
Anchor = Literal["top", "middle", "bottom"]
Align = Literal["left", "center", "right"]
Autofit = Literal["none", "shrink", "grow"]
"""What the office program does where the text is taller than its box: nothing, set it smaller, make the box taller."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style. `color` may be UNKNOWN; faces are names, empty where nobody names one."""

    text: str
    size: float
    bold: bool = False
    color: str = UNKNOWN
    latin: str = ""
    east_asian: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a line break is a newline in a span's text.

    `left` is the indent of its lines and `first` what its first line has more (less, where negative); `hangs` says that
    a bullet or number stands before it. `leading` is a fraction of single spacing, or points where `exact`. `size` is
    what an empty paragraph is as tall as.
    """

    spans: tuple[Span, ...]
    level: int = 0
    left: float = 0.0
    first: float = 0.0
    hangs: bool = False
    leading: float = 1.0
    exact: bool = False
    before: float = 0.0
    after: float = 0.0
    align: Align = "left"
    size: float = 18.0

    @property
    def text(self) -> str:
        """The characters of the spans."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a shape or of a table's cell. `insets` are left, top, right and bottom.

    `scale` and `tighter` are what an office program noted when it shrank the text: the fraction of the sizes, and of
    single spacing what was taken off. `wraps` is whether lines break at the box's sides; `turned` whether they run
    upwards or downwards.
    """

    paragraphs: tuple[Paragraph, ...]
    insets: tuple[float, float, float, float] = (7.2, 3.6, 7.2, 3.6)
    anchor: Anchor = "top"
    wraps: bool = True
    autofit: Autofit = "none"
    scale: float = 1.0
    tighter: float = 0.0
    columns: int = 1
    turned: bool = False

    @property
    def plain(self) -> str:
        """The characters, a line for each paragraph."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Image:
    """The file of a picture: width and height in pixels, 0 where they cannot be told.

    `crop` is what is cut off at the left, top, right and bottom, as fractions. `fault` says why there is nothing to
    show, and is empty where there is. `linked` is the address of a picture that lies outside of the deck. `sideways`
    says that the file asks to be shown turned by a quarter.
    """

    part: str
    bytes: int
    width: int = 0
    height: int = 0
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    sideways: bool = False
    fault: str = ""
    linked: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell: where it begins, how many columns and rows it spans, and its text."""

    row: int
    column: int
    text: Text
    across: int = 1
    down: int = 1
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the widths of its columns, the least heights of its rows, and the cells that are no part of another."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """Something on a slide, with its rectangle on the slide before it is turned by `rotation` degrees.

    `holder` is the placeholder's type ("title", "body", "pic", "ftr" and so on; "obj" for the generic one), empty for
    what is none. `geometry` is the preset's name, "custom" for a freeform. `fill` is the paint behind the text.
    `alt` says what it shows, `decorative` that it shows nothing, and `animated` that it comes, goes or moves while the
    slide is shown.
    """

    id: int
    name: str
    kind: Kind
    rect: Rect | None
    rotation: float = 0.0
    holder: str = ""
    geometry: str = "rect"
    fill: str = ""
    alt: str = ""
    decorative: bool = False
    animated: bool = False
    text: Text | None = None
    image: Image | None = None
    grid: Grid | None = None

    @property
    def said(self) -> str:
        """The characters of its text, those of a table included, without space around them."""
        if self.grid:
            return "\n".join(cell.text.plain for cell in self.grid.cells).strip()
        return self.text.plain.strip() if self.text else ""

    @property
    def is_title(self) -> bool:
        """Whether it is the placeholder that names the slide."""
        return self.holder in ("title", "ctrTitle")


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide as it is shown. `shapes` are its own in drawing order, `behind` those of its layout and master.

    `paint` is the background's. `faults` are relations that lead nowhere.
    """

    number: int
    name: str
    layout: str
    shapes: tuple[Shape, ...]
    behind: tuple[Shape, ...] = ()
    paint: str = UNKNOWN
    backdrop: Image | None = None
    hidden: bool = False
    notes: str = ""
    faults: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The words of its title, or the empty string."""
        return next((" ".join(shape.said.split()) for shape in self.shapes if shape.is_title), "")


@dataclass(frozen=True, slots=True)
class Part:
    """A file within the deck, and its bytes as they are packed."""

    name: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Presentation:
    """A deck: its slides' width and height in points, its slides, and the files that it holds."""

    path: str
    width: float
    height: float
    slides: tuple[Slide, ...]
    parts: tuple[Part, ...] = ()
