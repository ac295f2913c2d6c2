"""Native tables, and the table styles that dress them."""

from __future__ import annotations

from deckgen.model import LayoutSpec, Palette, Paragraph, TableBox, TableRow
from deckgen.model.theme import Align
from deckgen.render import placeholders, words
from deckgen.render.shapes import properties
from deckgen.render.words import Setting, Voice
from deckgen.render.xml import HEAD, emu, fill, frame, guid

_LOOKS = ("table", "agenda")


def table(box: TableBox, layout: LayoutSpec, ident: int, voice: Voice, *, held: bool) -> str:
    """A table: in the layout's table placeholder if it is `held` and there is one, else free.

    A header row is marked as one, so that screen readers name its cells.
    """
    slot = next((slot for slot in layout.slots if slot.role == "table"), None) if held else None
    slot = None if slot and layout.part and slot.holder is None else slot
    holder = placeholders.element(slot, layout) if slot else ""
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in box.columns)
    rows = "".join(_row(row, box, box.header and not n, voice) for n, row in enumerate(box.rows))
    flags = ' firstRow="1"' if box.header else ""
    name = "Agenda" if box.look == "agenda" else "Table"
    rect = box.rect
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{properties(ident, name, box.alt)}"
        f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>{holder}</p:nvPr>'
        f"</p:nvGraphicFramePr>{frame(rect.x, rect.y, rect.w, rect.h, 'p:xfrm')}"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        f"<a:tbl><a:tblPr{flags}><a:tableStyleId>{guid(box.look)}</a:tableStyleId></a:tblPr>"
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _row(row: TableRow, box: TableBox, header: bool, voice: Voice) -> str:
    cells = "".join(
        _cell(paragraphs, box, box.aligns[n] if n < len(box.aligns) else "left", header, voice)
        for n, paragraphs in enumerate(row.cells)
    )
    return f'<a:tr h="{emu(row.height)}">{cells}</a:tr>'


def _cell(paragraphs: tuple[Paragraph, ...], box: TableBox, align: Align, header: bool, voice: Voice) -> str:
    beside, above = emu(box.inset[0]), emu(box.inset[1])
    setting = Setting(box.size, 1.0, 0.0, None, "on_primary" if header else "ink", header, align=align)
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{words.body(paragraphs, setting, voice)}</a:txBody>"
        f'<a:tcPr marL="{beside}" marR="{beside}" marT="{above}" marB="{above}" anchor="ctr"/></a:tc>'
    )


def styles(palette: Palette) -> str:
    """The part `tableStyles.xml`: a data table with a filled header, and a list with nothing but rules."""
    dressed = "".join(_style(look, palette) for look in _LOOKS)
    return (
        f'{HEAD}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{guid("table")}">'
        f"{dressed}</a:tblStyleLst>"
    )


def _style(look: str, palette: Palette) -> str:
    line = f'<a:ln w="9525" cmpd="sng">{fill("rule", palette)}</a:ln>'
    none = "<a:ln><a:noFill/></a:ln>"
    sides = "".join(f"<a:{side}>{none}</a:{side}>" for side in ("left", "right", "top"))
    borders = f"{sides}<a:bottom>{line}</a:bottom><a:insideH>{line}</a:insideH><a:insideV>{none}</a:insideV>"
    whole = (
        '<a:wholeTbl><a:tcTxStyle><a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef><a:schemeClr val="tx1"/>'
        f"</a:tcTxStyle><a:tcStyle><a:tcBdr>{borders}</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"
    )
    first = (
        '<a:firstRow><a:tcTxStyle b="on"><a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef>'
        f'<a:srgbClr val="{palette.on_primary}"/></a:tcTxStyle><a:tcStyle><a:tcBdr/><a:fill>{fill("primary", palette)}'
        "</a:fill></a:tcStyle></a:firstRow>"
    )
    return (
        f'<a:tblStyle styleId="{guid(look)}" styleName="{look}">{whole}{first if look == "table" else ""}</a:tblStyle>'
    )
