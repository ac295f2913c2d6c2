"""From the tables of a theme file to a Theme, everything checked on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast, get_args

from deckgen.model import Canvas, Drawing, Fonts, LayoutSpec, Palette, Rect, Slot, TextStyle, Theme
from deckgen.model.theme import Align, Anchor, Color, LayoutName, Role
from deckgen.theme import contrast, motifs
from deckgen.theme.code import with_code
from deckgen.theme.fields import Fields
from deckgen.theme.files import DARK, find, laid_over, read
from deckgen.theme.marks import quotation
from deckgen.theme.motifs.draw import box
from deckgen.theme.night import by_night

WIDE, STANDARD = Canvas(960, 540), Canvas(720, 540)
_KEYS = ("motif", "canvas", "palette", "scene", "fonts", "styles", "places", "layouts", DARK)
_BY_NIGHT = ("palette", "scene", "styles", "layouts")
_STYLE = ("sizes", "color", "bold", "italic", "mono", "leading", "after", "indent", "align")
_FONTS = ("latin", "chinese", "korean", "japanese", "mono")
_COLOURS = tuple(get_args(Color))
_SIZES, _LEADING, _AFTER, _INDENT = (6.0, 200.0), (0.7, 3.0), (0.0, 5.0), (0.0, 100.0)
"""What type can be set in: points, fractions of 1.2 x size, fractions of the size, points."""


def load(name: str, canvas: Canvas = WIDE, dark: bool = False) -> Theme:
    """The theme `name` (built-in, or a path to a theme file or its folder), fitted to a canvas in points.

    `dark` asks for its variant with light text on a dark ground: what the file's table `dark` says, and for colours
    that it says nothing of, ones derived from the light variant's. Raises UsageError for an unknown theme, InputError
    for a file that says what cannot be used: a key that nobody knows, a value of the wrong kind, a slot off the slide,
    two colours that cannot be told apart.
    """
    path = find(name)
    fields = _fields(name, dark)
    fields.only(_KEYS)
    colours = _palette(fields, dark)
    scene = _scene(fields, colours)
    fonts = _fonts(fields.table("fonts"))
    fit = _Fit.to(canvas, fields.table("canvas"))
    layouts = _layouts(fields, colours, scene, fit)
    theme = Theme(path.resolve().parent.name + ("-dark" if dark else ""), colours, fonts, canvas, layouts)
    contrast.check(theme, str(path))
    return theme


def palette(name: str, dark: bool = False) -> Palette:
    """The colours of a theme alone, which takes a hundredth of the time. Raises as `load` does."""
    return _palette(_fields(name, dark), dark)


def _fields(name: str, dark: bool) -> Fields:
    """The theme file's tables; for the dark variant, those of its table `dark` laid over them, but for the palette."""
    path = find(name)
    fields = Fields(str(path), "", read(path))
    night = fields.table(DARK)
    night.only(_BY_NIGHT)
    if not dark:
        return fields
    over = {key: night.table(key).raw for key in night.raw if key != "palette"}
    return Fields(str(path), "", laid_over(fields.raw, over))


class _Fit:
    """Fits rectangles of the file's canvas to the canvas wanted: margins stay, what lies between them is scaled."""

    def __init__(self, canvas: Canvas, drawn: Canvas, margin: float) -> None:
        self.canvas, self.drawn, self.margin = canvas, drawn, margin
        self.down = canvas.height / drawn.height
        self.across = (canvas.width - 2 * margin) / (drawn.width - 2 * margin)

    @classmethod
    def to(cls, canvas: Canvas, fields: Fields) -> _Fit:
        fields.only(("width", "height", "margin"))
        drawn = Canvas(fields.number("width"), fields.number("height"))
        margin = fields.number("margin")
        if min(canvas.width, drawn.width) <= 2 * margin:
            raise fields.error("margin", "leaves no room between the margins")
        return cls(canvas, drawn, margin)

    def rect(self, x: float, y: float, w: float, h: float) -> Rect:
        left, right = self._x(x), self._x(x + w)
        return Rect(_tidy(left), _tidy(y * self.down), _tidy(right - left), _tidy(h * self.down))

    def _x(self, x: float) -> float:
        if x <= self.margin:
            return x
        if x >= self.drawn.width - self.margin:
            return self.canvas.width - (self.drawn.width - x)
        return self.margin + (x - self.margin) * self.across


def _tidy(points: float) -> float:
    return round(points, 2)


def _palette(fields: Fields, dark: bool) -> Palette:
    day = _colours(fields.table("palette"), None)
    return with_code(_colours(fields.table(DARK).table("palette"), by_night(day)) if dark else day)


def _scene(fields: Fields, colours: Palette) -> Palette:
    """The colours of the motif: in both variants the light one's, on the ground that they stand on, unless told."""
    day = _colours(fields.table("palette"), None)
    here = replace(day, ground=colours.ground, surface=colours.surface, ink=colours.ink)
    return _colours(fields.table("scene"), here)


def _colours(fields: Fields, others: Palette | None) -> Palette:
    """A palette, with the colours of `others` where the table has none; all must be there where there are none."""
    fields.only((*_COLOURS, "series"))
    wanted = [name for name in _COLOURS if name in fields.raw or others is None]
    named: dict[str, Any] = {name: fields.colour(name) for name in wanted}
    if "series" in fields.raw or others is None:
        named["series"] = fields.colours("series")
    return replace(others, **named) if others else Palette(**named)


def _fonts(fields: Fields) -> Fonts:
    fields.only(_FONTS)
    return Fonts(*(fields.text(name) for name in _FONTS))


def _layouts(fields: Fields, palette: Palette, scene: Palette, fit: _Fit) -> tuple[LayoutSpec, ...]:
    styles = {name: _style(table) for name, table in fields.table("styles").tables()}
    places = fields.table("places")
    draw = motifs.MOTIFS[fields.text("motif", choices=motifs.MOTIFS)]
    table = fields.table("layouts")
    known = get_args(LayoutName)
    table.only(known)
    layouts = []
    for name in cast(tuple[LayoutName, ...], known):
        layout = table.table(name)
        layout.only(("ground", "slots", "panels"))
        slots = tuple(_slots(layout.table("slots"), places, styles, fit))
        if not any(slot.role == "title" for slot in slots):
            raise table.error(name, "no slot for a title", "extend plain, which has all layouts and their slots")
        ground = cast(Color, layout.text("ground", "ground", _COLOURS))
        panels = tuple(_panel(key, panel, palette, fit) for key, panel in layout.table("panels").tables())
        layouts.append(LayoutSpec(name, slots, ground, (*draw(fit.canvas, scene, name), *panels)))
    return tuple(layouts)


def _style(fields: Fields) -> TextStyle:
    fields.only(_STYLE)
    return TextStyle(
        sizes=tuple(sorted(fields.numbers("sizes", between=_SIZES), reverse=True)),
        color=cast(Color, fields.text("color", "ink", _COLOURS)),
        bold=fields.flag("bold"),
        italic=fields.flag("italic"),
        mono=fields.flag("mono"),
        leading=fields.number("leading", 1.0, _LEADING),
        after=fields.number("after", 0.0, _AFTER),
        indent=fields.number("indent", 0.0, _INDENT),
        align=cast(Align, fields.text("align", "left", get_args(Align))),
    )


def _slots(table: Fields, places: Fields, styles: dict[str, TextStyle], fit: _Fit) -> Iterator[Slot]:
    for key, fields in table.tables():
        role, _, index = key.partition(" ")
        if role not in get_args(Role) or not (index.isdigit() or not index):
            hint = f"a role ({', '.join(get_args(Role))}), followed by its index where there are several"
            raise table.error(key, "not the name of a slot", hint)
        yield _slot(role, int(index or 0), fields, places, styles, fit)


def _slot(role: str, index: int, fields: Fields, places: Fields, styles: dict[str, TextStyle], fit: _Fit) -> Slot:
    fields.only(("rect", "anchor", "style"))
    place = places.table(role)
    spot = fields if "rect" in fields.raw else place
    rect = fit.rect(*spot.numbers("rect", 4))
    if rect.right > fit.canvas.width or rect.bottom > fit.canvas.height or not rect.w or not rect.h:
        raise spot.error("rect", "not on the slide", f"the slide is {fit.drawn.width:g} x {fit.drawn.height:g} points")
    style = styles[fields.text("style", "body" if role == "picture" else role, styles)]
    anchor = fields.text("anchor", place.text("anchor", "top", get_args(Anchor)), get_args(Anchor))
    return Slot(cast(Role, role), rect, style, cast(Anchor, anchor), index)


def _panel(key: str, fields: Fields, palette: Palette, fit: _Fit) -> Drawing:
    """A plain rectangle, or opening quotation marks that fill it."""
    fields.only(("rect", "fill", "shape"))
    rect = fit.rect(*fields.numbers("rect", 4))
    quoted = fields.text("shape", "rectangle", ("rectangle", "quotation marks")) == "quotation marks"
    polygons = quotation(rect) if quoted else (box(rect),)
    return Drawing(key, palette.of(cast(Color, fields.text("fill", choices=_COLOURS))), polygons)
