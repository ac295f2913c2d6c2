"""The shapes of a slide, layout or master: where they stand, what fills them, what they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from deckgen.model import Rect
from deckgen.render.reading.colors import color_in, fill_of, tag_of
from deckgen.render.reading.holders import Holders, holder_of
from deckgen.render.reading.package import Package
from deckgen.render.reading.pictures import Dimensions, image_in
from deckgen.render.reading.styles import EMU, Fonts, Styles, number
from deckgen.render.reading.text import style_color, text_of
from deckgen.render.reading.values import UNKNOWN, Cell, Grid, Kind, Shape, Text

_DEEPEST = 32
"""Groups within groups; files that go deeper were made to do harm."""

_MOST_SPANNED = 1000


class Frame(NamedTuple):
    """How a group's own coordinates become the slide's, in EMU: x is `dx + sx * x`. `askew`: turned or mirrored."""

    dx: float = 0.0
    dy: float = 0.0
    sx: float = 1.0
    sy: float = 1.0
    askew: bool = False


WHOLE = Frame()
"""The slide's own coordinates."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What the shapes of one part are read with: its package and name, its theme, and what stands behind it."""

    package: Package
    part: str
    theme: Any
    scheme: dict[str, str]
    fonts: Fonts
    holders: Holders
    defaults: tuple[Any, ...]
    """The list styles of text outside of placeholders."""

    dimensions: Dimensions


def shapes_in(tree: Any, ground: Ground, frame: Frame = WHOLE, depth: int = 0) -> Iterator[Shape]:
    """The shapes of a tree in drawing order, those of groups one by one with their places on the slide."""
    for element in tree if tree is not None and depth < _DEEPEST else ():
        match tag_of(element):
            case "sp":
                yield _drawn(element, ground, frame, "text")
            case "cxnSp":
                yield _drawn(element, ground, frame, "line")
            case "pic":
                yield _drawn(element, ground, frame, "picture")
            case "graphicFrame":
                yield _framed(element, ground, frame)
            case "grpSp":
                yield from _grouped(element, ground, frame, depth)
            case "AlternateContent":
                yield from shapes_in(_chosen(element), ground, frame, depth + 1)


def _chosen(element: Any) -> Any:
    """What an older program would draw: it is drawn everywhere. Else the first choice."""
    fallback = element.find("{*}Fallback")
    return fallback if fallback is not None and len(fallback) else element.find("{*}Choice")


def _grouped(element: Any, ground: Ground, frame: Frame, depth: int) -> Iterator[Shape]:
    properties = element.find("{*}grpSpPr")
    inner = _inner(properties, frame)
    told = _told(element)
    members = shapes_in(element, ground, inner, depth + 1)
    if told["decorative"] or told["alt"]:
        # What is said of the group is said of all that stands in it.
        members = (replace(s, alt=s.alt or told["alt"], decorative=s.decorative or told["decorative"]) for s in members)
    yield from members


def _inner(properties: Any, frame: Frame) -> Frame:
    place = properties.find("{*}xfrm") if properties is not None else None
    if place is None:
        return frame
    off, ext, start, extent = (place.find(f"{{*}}{name}") for name in ("off", "ext", "chOff", "chExt"))
    if off is None or ext is None or start is None or extent is None:
        return frame
    sx = number(ext.get("cx"), 0) / max(1.0, number(extent.get("cx"), 0)) * frame.sx
    sy = number(ext.get("cy"), 0) / max(1.0, number(extent.get("cy"), 0)) * frame.sy
    if not sx or not sy:
        return frame
    dx = frame.dx + number(off.get("x"), 0) * frame.sx - number(start.get("x"), 0) * sx
    dy = frame.dy + number(off.get("y"), 0) * frame.sy - number(start.get("y"), 0) * sy
    askew = frame.askew or any(place.get(name, "0") not in ("0", "false") for name in ("rot", "flipH", "flipV"))
    return Frame(dx, dy, sx, sy, askew)


def _told(element: Any) -> dict[str, Any]:
    """What a shape says of itself: number, name, and its text for those who cannot see it."""
    about = next((found for part in element if (found := part.find("{*}cNvPr")) is not None), None)
    if about is None:
        return {"id": 0, "name": "", "alt": "", "decorative": False}
    mark = about.find(".//{*}decorative")
    return {
        "id": int(number(about.get("id"), 0)),
        "name": about.get("name", ""),
        "alt": (about.get("descr") or about.get("title") or "").strip(),
        "decorative": mark is not None and mark.get("val", "1") in ("1", "true"),
    }


def _is_hidden(element: Any) -> bool:
    about = next((found for part in element if (found := part.find("{*}cNvPr")) is not None), None)
    return about is not None and about.get("hidden") in ("1", "true")


def _drawn(element: Any, ground: Ground, frame: Frame, kind: Kind) -> Shape:
    holder = holder_of(element)
    behind = ground.holders.behind(holder)
    looks = [found for source in (element, *behind.elements) if (found := source.find("{*}spPr")) is not None]
    place = next((found for look in looks if (found := look.find("{*}xfrm")) is not None), None)
    body = element.find("{*}txBody")
    preset = next((found for look in looks if (found := look.find("{*}prstGeom")) is not None), None)
    custom = bool(looks) and looks[0].find("{*}custGeom") is not None
    fill = _fill(element, looks, ground)
    image = image_in(element, ground.package, ground.part, ground.dimensions)
    return Shape(
        **_told(element),
        kind="picture" if image else kind,
        rect=None if _is_hidden(element) else _rect(place, frame),
        rotation=number(place.get("rot"), 0) / 60_000 % 360 if place is not None else 0.0,
        holder=holder.kind if holder else "",
        geometry="custom" if custom else preset.get("prst", "rect") if preset is not None else "rect",
        fill=UNKNOWN if image else fill,
        text=None if body is None else _text(body, element, ground),
        image=image,
    )


def _text(body: Any, element: Any, ground: Ground) -> Text:
    holder = holder_of(element)
    behind = ground.holders.behind(holder)
    bodies = [found for source in behind.elements if (found := source.find("{*}txBody")) is not None]
    own = [found for found in (b.find("{*}lstStyle") for b in (body, *bodies)) if found is not None]
    color = "" if holder else style_color(element, ground.scheme)
    lists = (*own, *behind.styles) if holder else (*own, *ground.defaults)
    styles = Styles(lists, ground.scheme, ground.fonts, color, len(own))
    inherited = [found for found in (b.find("{*}bodyPr") for b in bodies) if found is not None]
    return text_of(body, inherited, styles, ground.package.relations(ground.part))


def _fill(element: Any, looks: list[Any], ground: Ground) -> str:
    """The paint behind a shape's text, by itself, by its placeholder, or by its style."""
    own = next((paint for look in looks if (paint := fill_of(look, ground.scheme)) is not None), None)
    if own is not None:
        return own
    reference = element.find("{*}style/{*}fillRef")
    if reference is None or reference.get("idx", "0") == "0":
        return ""
    return themed_fill(reference, "fillStyleLst", int(number(reference.get("idx"), 1)), ground)


def themed_fill(reference: Any, listed: str, place: int, ground: Ground) -> str:
    """The paint that a reference into one of the theme's lists of fills asks for, counted from 1."""
    fills = None if ground.theme is None else ground.theme.find(f".//{{*}}fmtScheme/{{*}}{listed}")
    if fills is None or not 1 <= place <= len(fills):
        return UNKNOWN
    color = color_in(reference, ground.scheme)
    return color_in(fills[place - 1], ground.scheme, color) if tag_of(fills[place - 1]) == "solidFill" else UNKNOWN


def _rect(place: Any, frame: Frame) -> Rect | None:
    if place is None or frame.askew:
        return None
    off, ext = place.find("{*}off"), place.find("{*}ext")
    if off is None or ext is None:
        return None
    x, y = frame.dx + number(off.get("x"), 0) * frame.sx, frame.dy + number(off.get("y"), 0) * frame.sy
    w, h = number(ext.get("cx"), 0) * frame.sx, number(ext.get("cy"), 0) * frame.sy
    return Rect(x / EMU, y / EMU, w / EMU, h / EMU)


def _framed(element: Any, ground: Ground, frame: Frame) -> Shape:
    """A graphic frame: a table, a chart, or something else that a program of its own draws."""
    holder = holder_of(element)
    table = element.find(".//{*}graphicData/{*}tbl")
    data = element.find(".//{*}graphicData")
    uri = data.get("uri", "") if data is not None else ""
    kind: Kind = "table" if table is not None else "chart" if uri.endswith(("/chart", "/chartex")) else "other"
    place = element.find("{*}xfrm")
    if place is None:
        looks = (found for source in ground.holders.behind(holder).elements for found in source.iterfind("{*}spPr"))
        place = next((found for look in looks if (found := look.find("{*}xfrm")) is not None), None)
    return Shape(
        **_told(element),
        kind=kind,
        rect=None if _is_hidden(element) else _rect(place, frame),
        holder=holder.kind if holder else "",
        fill=UNKNOWN,
        grid=None if table is None else _grid(table, ground),
    )


def _grid(table: Any, ground: Ground) -> Grid:
    columns = tuple(number(c.get("w"), 0) / EMU for c in table.iterfind("{*}tblGrid/{*}gridCol"))
    rows = tuple(table.iterfind("{*}tr"))
    cells = (_cell(cell, r, c, ground) for r, row in enumerate(rows) for c, cell in enumerate(row.iterfind("{*}tc")))
    heights = tuple(number(row.get("h"), 0) / EMU for row in rows)
    return Grid(columns, heights, tuple(cell for cell in cells if cell))


def _cell(element: Any, row: int, column: int, ground: Ground) -> Cell | None:
    if any(element.get(name) in ("1", "true") for name in ("hMerge", "vMerge")):
        return None
    look = element.find("{*}tcPr")
    body = element.find("{*}txBody")
    own = body.find("{*}lstStyle") if body is not None else None
    lists = ground.defaults if own is None else (own, *ground.defaults)
    # A table's style decides the colour of what says nothing of its own.
    styles = Styles(lists, ground.scheme, ground.fonts, UNKNOWN, 0 if own is None else 1)
    text = text_of(body, (), styles, ground.package.relations(ground.part)) if body is not None else Text(())
    sides = (("marL", 91440), ("marT", 45720), ("marR", 91440), ("marB", 45720))
    margins = tuple(number(look.get(n) if look is not None else None, default) / EMU for n, default in sides)
    fill = fill_of(look, ground.scheme)
    return Cell(
        row,
        column,
        replace(text, insets=(margins[0], margins[1], margins[2], margins[3])),
        min(_MOST_SPANNED, max(1, int(number(element.get("gridSpan"), 1)))),
        min(_MOST_SPANNED, max(1, int(number(element.get("rowSpan"), 1)))),
        UNKNOWN if fill is None else fill,
    )
