"""Drawn shapes with text in them, the arrows glued to them, and groups of these."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.model import ConnectorBox, GroupBox, NodeBox, Palette, Rect
from deckgen.model.page import CORNER, PILL, POINT, NodeShape
from deckgen.render import words
from deckgen.render.names import ANCHOR
from deckgen.render.shapes import EMPTY_TEXT, properties
from deckgen.render.words import Setting, Voice
from deckgen.render.xml import emu, fill

_PRESETS: dict[NodeShape, str] = {
    "rectangle": "rect",
    "rounded": "roundRect",
    "pill": "roundRect",
    "oval": "ellipse",
    "diamond": "diamond",
    "pentagon": "homePlate",
    "chevron": "chevron",
}
_WHOLE = 100_000
"""What DrawingML counts a whole as."""

_LINE, _ARROW = 1.5, 2.0
"""The width of outlines and of arrows in points."""

LEFT, RIGHT = 1, 3
"""Connection sites at the sides of all these shapes; 0 is the top and 2 the bottom."""


def node(box: NodeBox, ident: int, voice: Voice) -> str:
    """A shape with its text, or an ornament where it has none."""
    silent = not box.paragraphs
    outline = f'<a:ln w="{emu(_LINE)}">{fill(box.line, voice.palette)}</a:ln>' if box.line else _NO_LINE
    return (
        f"<p:sp><p:nvSpPr>{properties(ident, box.name, decorative=silent)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{_transform('a:xfrm', box.rect)}{_geometry(box)}{fill(box.fill, voice.palette)}{outline}</p:spPr>"
        f"{EMPTY_TEXT if silent else _text(box, voice)}</p:sp>"
    )


_NO_LINE = "<a:ln><a:noFill/></a:ln>"


def _geometry(box: NodeBox) -> str:
    """The preset shape, its corner or tip as long in points on every shape, whatever its size."""
    least = max(0.01, min(box.rect.w, box.rect.h))
    match box.shape:
        case "rounded" | "pill":
            share: float | None = min(0.5, (PILL if box.shape == "pill" else CORNER) / least)
        case "pentagon" | "chevron":
            share = POINT / least
        case _:
            share = None
    guide = f'<a:gd name="adj" fmla="val {round(share * _WHOLE)}"/>' if share is not None else ""
    return f'<a:prstGeom prst="{_PRESETS[box.shape]}"><a:avLst>{guide}</a:avLst></a:prstGeom>'


def _text(box: NodeBox, voice: Voice) -> str:
    left, down = (emu(margin) for margin in box.inset)
    right = emu(box.inset[0] + box.drawn_in)
    setting = Setting(box.size, box.leading, box.after, None, box.color, box.bold, align=box.align)
    return (
        f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="{left}" tIns="{down}" rIns="{right}" bIns="{down}" '
        f'rtlCol="0" anchor="{ANCHOR[box.anchor]}"><a:normAutofit/></a:bodyPr><a:lstStyle/>'
        f"{words.body(box.paragraphs, setting, voice)}</p:txBody>"
    )


def connector(box: ConnectorBox, ident: int, idents: Mapping[str, int], palette: Palette) -> str:
    """An arrow glued to both its nodes, which follows when one of them is moved. `idents` are the nodes' ids by name.

    It is marked as an ornament: what it says is told by the group that it belongs to.
    """
    glue = (
        f'<a:stCxn id="{idents[box.start]}" idx="{box.start_site}"/>'
        f'<a:endCxn id="{idents[box.end]}" idx="{box.end_site}"/>'
    )
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{properties(ident, box.name, decorative=True)}<p:cNvCxnSpPr>{glue}</p:cNvCxnSpPr>"
        f"<p:nvPr/></p:nvCxnSpPr><p:spPr>{_way(box)}"
        f'<a:ln w="{emu(_ARROW)}">{fill(box.color, palette)}<a:tailEnd type="triangle" w="med" len="med"/></a:ln>'
        "</p:spPr></p:cxnSp>"
    )


def _way(box: ConnectorBox) -> str:
    """Place and form of an arrow. One that leaves upwards or downwards is drawn lying, and turned by a quarter."""
    (x, y), (to_x, to_y) = box.start_at, box.end_at
    right, down = to_x - x, to_y - y
    if not box.elbow:
        place = _transform("a:xfrm", box.rect, _flips(right < 0, down < 0))
        return f'{place}<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom>'
    sideways = box.start_site in (LEFT, RIGHT)
    onward = box.start_site in (RIGHT, 2)
    length, across = (abs(right), abs(down)) if sideways else (abs(down), abs(right))
    rect = Rect(x + right / 2 - length / 2, y + down / 2 - across / 2, length, across)
    two_bends = sideways == (box.end_site in (LEFT, RIGHT))
    turn = 0.5 if box.turn is None or not length else box.turn / length
    guide = f'<a:gd name="adj1" fmla="val {round(turn * _WHOLE)}"/>' if two_bends else ""
    form = f'<a:prstGeom prst="bentConnector{3 if two_bends else 2}"><a:avLst>{guide}</a:avLst></a:prstGeom>'
    return _transform("a:xfrm", rect, _turned(sideways, onward, right, down)) + form


def _turned(sideways: bool, forward: bool, right: float, down: float) -> str:
    """Rotation and flips: lying arrows run rightwards (`forward`) or leftwards, others downwards or upwards."""
    if sideways:
        return _flips(not forward, down < 0)
    # Turned clockwise by a quarter, what ran rightwards runs downwards, and what lay below lies at the left.
    return f' rot="{5_400_000 if forward else 16_200_000}"' + _flips(False, (right > 0) if forward else (right < 0))


def _flips(across: bool, down: bool) -> str:
    return (' flipH="1"' if across else "") + (' flipV="1"' if down else "")


def _transform(tag: str, rect: Rect, attributes: str = "", inner: bool = False) -> str:
    place = f'x="{emu(rect.x)}" y="{emu(rect.y)}"', f'cx="{emu(rect.w)}" cy="{emu(rect.h)}"'
    child = f"<a:chOff {place[0]}/><a:chExt {place[1]}/>" if inner else ""
    return f"<{tag}{attributes}><a:off {place[0]}/><a:ext {place[1]}/>{child}</{tag}>"


def group(box: GroupBox, ident: int, content: str) -> str:
    """Shapes as one drawing, at the places that they would have alone."""
    return (
        f"<p:grpSp><p:nvGrpSpPr>{properties(ident, box.name, box.alt)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr>{_transform('a:xfrm', box.rect, inner=True)}</p:grpSpPr>{content}</p:grpSp>"
    )
