"""Boxes and drawings as shapes. Whoever calls gives each shape its id."""

from __future__ import annotations

from deckgen.model import Drawing, LayoutSpec, Palette, PictureBox, ShapeBox, Slot, TextBox
from deckgen.model.theme import Anchor
from deckgen.render import placeholders, templates, words
from deckgen.render.names import ANCHOR
from deckgen.render.words import Setting, Voice
from deckgen.render.xml import DECORATIVE, attribute, emu, fill, frame, rectangle


def properties(ident: int, name: str, descr: str = "", *, decorative: bool = False, click: str = "") -> str:
    """The `p:cNvPr` of a shape: id, name, and either alternative text or the mark of an ornament.

    `click` is the element that says where a click leads.
    """
    alt = f" descr={attribute(descr)}" if descr else ""
    head = f'<p:cNvPr id="{ident}" name={attribute(name)}{alt}'
    inside = click + (DECORATIVE if decorative else "")
    return f"{head}>{inside}</p:cNvPr>" if inside else f"{head}/>"


def inside(anchor: Anchor) -> str:
    """The `a:bodyPr` of a box: no inner margins, and text that office programs refit when a person edits it."""
    return (
        '<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" '
        f'anchor="{ANCHOR[anchor]}"><a:normAutofit/></a:bodyPr>'
    )


def placeholder(slot: Slot, layout: LayoutSpec, ident: int, place: str, content: str) -> str:
    """A text placeholder on a slide; `place` is empty where it inherits its geometry, `content` are its paragraphs."""
    inner = templates.inside(slot) if slot.holder else "<a:bodyPr/>"
    return (
        f'<p:sp><p:nvSpPr>{properties(ident, placeholders.name(slot))}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{placeholders.element(slot, layout)}</p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr>"
        f"<p:txBody>{inner}<a:lstStyle/>{content}</p:txBody></p:sp>"
    )


def text(box: TextBox, layout: LayoutSpec, ident: int, voice: Voice) -> str:
    """A text box: in the layout's placeholder of its role, or free."""
    if box.role is None:
        return _free(box, ident, voice)
    slot = layout.slot(box.role, box.index)
    if layout.part and slot.holder is None:
        return _free(templates.free(box, slot, placeholders.name(slot)), ident, voice)
    setting = Setting(box.size, box.leading, box.after, slot.style, mono=box.mono, holder=slot.holder)
    if slot.holder:
        place = templates.place(box.rect, slot.holder)
    else:
        place = "" if box.rect == slot.rect else frame(box.rect.x, box.rect.y, box.rect.w, box.rect.h)
    return placeholder(slot, layout, ident, place, words.body(box.paragraphs, setting, voice))


def _free(box: TextBox, ident: int, voice: Voice) -> str:
    setting = Setting(box.size, box.leading, box.after, None, box.color, box.bold, box.mono, box.align)
    rect = box.rect
    return (
        f'<p:sp><p:nvSpPr>{properties(ident, box.name or "Text", box.alt)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{rectangle(rect.x, rect.y, rect.w, rect.h)}<a:noFill/></p:spPr>"
        f"<p:txBody>{inside(box.anchor)}<a:lstStyle/>{words.body(box.paragraphs, setting, voice)}</p:txBody></p:sp>"
    )


def picture(box: PictureBox, layout: LayoutSpec, ident: int, relation: str, voice: Voice) -> str:
    """A picture, whole and undistorted, in the layout's picture placeholder or free, with a hairline where asked."""
    rect = box.rect
    slot = None if box.index is None else layout.slot("picture", box.index)
    slot = None if slot and layout.part and slot.holder is None else slot
    holder = placeholders.element(slot, layout) if slot else ""
    name = placeholders.name(slot) if slot else "Picture"
    hairline = f'<a:ln w="{emu(0.75)}">{fill(box.line, voice.palette)}</a:ln>' if box.line else ""
    click = voice.link(box.link, False) if box.link else ""
    return (
        f"<p:pic><p:nvPicPr>{properties(ident, name, box.alt, click=click)}"
        f'<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr><p:nvPr>{holder}</p:nvPr></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f"<p:spPr>{rectangle(rect.x, rect.y, rect.w, rect.h)}{hairline}</p:spPr></p:pic>"
    )


def panel(box: ShapeBox, ident: int, palette: Palette) -> str:
    """A plain rectangle."""
    rect = box.rect
    return (
        f"<p:sp><p:nvSpPr>{properties(ident, box.name, box.alt, decorative=not box.alt)}"
        "<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{rectangle(rect.x, rect.y, rect.w, rect.h)}"
        f"{fill(box.fill, palette)}<a:ln><a:noFill/></a:ln></p:spPr>{EMPTY_TEXT}</p:sp>"
    )


EMPTY_TEXT = '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody>'


def drawing(drawn: Drawing, ident: int, palette: Palette) -> str:
    """An ornament as one freeform with a path for each polygon."""
    points = [point for polygon in drawn.polygons for point in polygon]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    width, height = max(x for x, _ in points) - left, max(y for _, y in points) - top
    paths = "".join(_path(polygon, left, top, width, height) for polygon in drawn.polygons)
    return (
        f"<p:sp><p:nvSpPr>{properties(ident, drawn.name, decorative=True)}<p:cNvSpPr/>"
        f'<p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"<p:spPr>{frame(left, top, width, height)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{paths}</a:pathLst></a:custGeom>'
        f"{_paint(drawn.fill, palette)}<a:ln><a:noFill/></a:ln></p:spPr>{EMPTY_TEXT}</p:sp>"
    )


def _paint(rgb: str, palette: Palette) -> str:
    for name in ("accent", "primary", "dark", "surface"):
        if getattr(palette, name) == rgb:
            return fill(name, palette)
    return f'<a:solidFill><a:srgbClr val="{rgb}"/></a:solidFill>'


def _path(polygon: tuple[tuple[float, float], ...], left: float, top: float, width: float, height: float) -> str:
    points = [f'<a:pt x="{emu(x - left)}" y="{emu(y - top)}"/>' for x, y in polygon]
    lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in points[1:])
    return f'<a:path w="{emu(width)}" h="{emu(height)}"><a:moveTo>{points[0]}</a:moveTo>{lines}<a:close/></a:path>'
