"""What it looks like: palette, fonts, type scale, layouts with their slots, and drawings. Data only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Color = Literal[
    "ground", "surface", "ink", "muted", "dark", "on_dark", "bright", "primary", "on_primary", "accent", "rule"
]
Role = Literal[
    "title",
    "subtitle",
    "lead",
    "number",
    "body",
    "picture",
    "caption",
    "heading",
    "quote",
    "attribution",
    "table",
    "code",
    "meta",
    "footer",
    "date",
    "slide_number",
]
LayoutName = Literal[
    "Title Slide",
    "Section Header",
    "Title and Content",
    "Two Content",
    "Content with Picture Right",
    "Content with Picture Left",
    "Picture with Caption",
    "Picture Grid",
    "Comparison",
    "Quote",
    "Big Numbers",
    "Table",
    "Code",
    "Title Only",
    "Closing",
]
Align = Literal["left", "center", "right"]
Anchor = Literal["top", "middle", "bottom"]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in points, from the slide's top left corner."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.h


@dataclass(frozen=True, slots=True)
class Canvas:
    """The slide's size in points: 960 x 540 for 16:9, 720 x 540 for 4:3."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as RRGGBB.

    `ground` lies behind everything, `surface` behind cards, `dark` behind section and code panels with `on_dark` upon
    it; `on_primary` stands upon `primary` and `accent`; `ink` is text, `muted` captions and footers, `rule` hairlines;
    `series` serves motifs and charts; `bright` is the accent's sister that can be read upon `dark`.
    """

    ground: str
    surface: str
    ink: str
    muted: str
    dark: str
    on_dark: str
    primary: str
    accent: str
    rule: str
    series: tuple[str, ...]
    bright: str = "FFFFFF"
    on_primary: str = "FFFFFF"

    @property
    def night(self) -> bool:
        """Whether light text stands on a dark ground."""
        return _brightness(self.ground) < _brightness(self.ink)

    def of(self, color: Color) -> str:
        """The RRGGBB of a colour by its name."""
        value: str = getattr(self, color)
        return value


def _brightness(colour: str) -> float:
    """Of RRGGBB, from 0 to 255: the luma of ITU-R BT.601, enough to tell light from dark."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (0, 2, 4))
    return 0.299 * red + 0.587 * green + 0.114 * blue


@dataclass(frozen=True, slots=True)
class Fonts:
    """Typefaces by name: Latin, the East Asian one by language, and a monospaced one."""

    latin: str
    chinese: str
    korean: str
    japanese: str
    mono: str


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a slot sets its text.

    `sizes` in points, the preferred one first, the floor last. `leading` is line spacing as a fraction: the pitch of
    lines is 1.2 x size x leading (measured in LibreOffice for every font). `after` is the space after a paragraph as a
    fraction of its size; `indent` the hanging indent of a level in points, 0 for unbulleted text.
    """

    sizes: tuple[float, ...]
    color: Color = "ink"
    bold: bool = False
    italic: bool = False
    mono: bool = False
    leading: float = 1.0
    after: float = 0.0
    indent: float = 0.0
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder of a layout. `index` tells slots of the same role apart, from 0 in reading order."""

    role: Role
    rect: Rect
    style: TextStyle
    anchor: Anchor = "top"
    index: int = 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """A decorative freeform in one colour: closed polygons in points, drawn as one shape. `fill` is RRGGBB."""

    name: str
    fill: str
    polygons: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True)
class LayoutSpec:
    """A slide layout: its slots in reading order, the colour behind them, and the motif drawn on it."""

    name: LayoutName
    slots: tuple[Slot, ...]
    ground: Color = "ground"
    drawings: tuple[Drawing, ...] = ()

    def slot(self, role: Role, index: int = 0) -> Slot:
        """The slot of that role; KeyError where the layout has none."""
        for slot in self.slots:
            if slot.role == role and slot.index == index:
                return slot
        raise KeyError(f"layout {self.name!r} has no slot {role} {index}")


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything that layout measures against and render writes into the slide master."""

    name: str
    palette: Palette
    fonts: Fonts
    canvas: Canvas
    layouts: tuple[LayoutSpec, ...]

    def layout(self, name: LayoutName) -> LayoutSpec:
        """The layout of that name; KeyError where the theme has none."""
        for layout in self.layouts:
            if layout.name == name:
                return layout
        raise KeyError(f"theme {self.name!r} has no layout {name!r}")
