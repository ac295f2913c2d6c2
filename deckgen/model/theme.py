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
class CodeColors:
    """The colours of words of code upon `dark` as RRGGBB, by their tone; empty where it is that of all code."""

    keyword: str = ""
    string: str = ""
    number: str = ""
    name: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as RRGGBB.

    `ground` lies behind everything, `surface` behind cards, `dark` behind section and code panels with `on_dark` upon
    it; `on_primary` stands upon `primary` and `accent`; `ink` is text, `muted` captions and footers, `rule` hairlines;
    `series` serves motifs and charts; `bright` is the accent's sister that can be read upon `dark`. `scheme` says by
    which name of a template's own colour scheme a colour goes there (`primary`, `accent1`); None is deckgen's scheme.
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
    code: CodeColors = CodeColors()
    scheme: tuple[tuple[str, str], ...] | None = None

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
    """Typefaces by name: Latin, the East Asian one by language, and a monospaced one.

    `heading` is the Latin face of titles, empty where that is `latin`.
    """

    latin: str
    chinese: str
    korean: str
    japanese: str
    mono: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a slot sets its text.

    `sizes` in points, the preferred one first, the floor last. `leading` is line spacing as a fraction: the pitch of
    lines is 1.2 x size x leading (measured in LibreOffice for every font). `after` is the space after a paragraph as a
    fraction of its size; `indent` the hanging indent of a level in points, 0 for unbulleted text. `face` is the Latin
    face, empty for the theme's.
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
    face: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """What paragraphs of one list level inherit in a template's placeholder.

    Lengths are points: the size, where text and its mark begin, the space before and after. `leading` is a fraction as
    in TextStyle, None where lines are set at an exact distance. `caps`, `wide` and `hangs` say that letters are set as
    capitals, further apart than usual, and that punctuation may hang out of the box.
    """

    size: float
    left: float = 0.0
    hang: float = 0.0
    before: float = 0.0
    after: float = 0.0
    leading: float | None = 1.0
    bullet: bool = False
    bold: bool = False
    caps: bool = False
    wide: bool = False
    hangs: bool = False
    align: Align = "left"
    face: str = ""
    color: str = ""


@dataclass(frozen=True, slots=True)
class Holder:
    """A placeholder of a template's own layout.

    `kind` and `index` are its type and index as the layout has them, `rect` its own rectangle, `insets` the margins
    within it (left, top, right, bottom), `levels` what its text inherits. A slot's first level is the holder's level
    `first`. `words` is what the layout itself says there. `colored` says whether text keeps the template's colour.
    """

    kind: str
    index: int
    name: str
    rect: Rect
    insets: tuple[float, float, float, float]
    anchor: Anchor
    levels: tuple[Level, ...]
    first: int = 0
    words: str = ""
    colored: bool = True
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder of a layout. `index` tells slots of the same role apart, from 0 in reading order.

    `holder` is the placeholder of a template's layout that serves as it; in such a layout (LayoutSpec.part) a slot
    without one is text of its own. A slot that `stays` keeps its rectangle however long its text is.
    """

    role: Role
    rect: Rect
    style: TextStyle
    anchor: Anchor = "top"
    index: int = 0
    holder: Holder | None = None
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A decorative freeform in one colour: closed polygons in points, drawn as one shape. `fill` is RRGGBB."""

    name: str
    fill: str
    polygons: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True)
class LayoutSpec:
    """A slide layout: its slots in reading order, the colour behind them, and the motif drawn on it.

    `part` is the layout's name in a template's package; its drawings are then drawn on each slide.
    """

    name: LayoutName
    slots: tuple[Slot, ...]
    ground: Color = "ground"
    drawings: tuple[Drawing, ...] = ()
    part: str = ""

    def has(self, role: Role) -> bool:
        """Whether there is a slot of that role."""
        return any(slot.role == role for slot in self.slots)

    def slot(self, role: Role, index: int = 0) -> Slot:
        """The slot of that role; KeyError where the layout has none."""
        for slot in self.slots:
            if slot.role == role and slot.index == index:
                return slot
        raise KeyError(f"layout {self.name!r} has no slot {role} {index}")


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything that layout measures against and render writes into the slide master.

    `scale` is how many points on the slide one of these points is: 1, but for a template whose slides are of another
    size than those that sizes of type are meant for. `plain_links` says that links keep the colour of the text around
    them, since the template's own for links could not be read.
    """

    name: str
    palette: Palette
    fonts: Fonts
    canvas: Canvas
    layouts: tuple[LayoutSpec, ...]
    scale: float = 1.0
    plain_links: bool = False

    def layout(self, name: LayoutName) -> LayoutSpec:
        """The layout of that name; KeyError where the theme has none."""
        for layout in self.layouts:
            if layout.name == name:
                return layout
        raise KeyError(f"theme {self.name!r} has no layout {name!r}")
