"""Which placeholder a slot is: its type and index, the same on the layout and on every slide that uses it."""

from __future__ import annotations

from deckgen.model import Holder, LayoutSpec, Slot
from deckgen.model.theme import LayoutName, Role

TYPES: dict[LayoutName, str] = {
    "Title Slide": "title",
    "Section Header": "secHead",
    "Title and Content": "obj",
    "Two Content": "twoObj",
    "Picture with Caption": "picTx",
    "Comparison": "twoTxTwoObj",
    "Table": "tbl",
    "Title Only": "titleOnly",
}
"""The layouts that PowerPoint has a type for; the others are custom ones."""

_FIRST: dict[Role, int] = {
    "body": 1,
    "date": 10,
    "footer": 11,
    "slide_number": 12,
    "lead": 13,
    "number": 14,
    "quote": 15,
    "attribution": 16,
    "table": 17,
    "code": 18,
    "meta": 19,
    "subtitle": 20,
    "picture": 21,
    "caption": 31,
    "heading": 41,
}
_PROMPT = ' hasCustomPrompt="1"'
_PROMPTS: dict[Role, str] = {
    "title": "Title",
    "subtitle": "Subtitle",
    "lead": "The point in one sentence",
    "number": "1",
    "body": "Text",
    "picture": "Picture",
    "caption": "Caption",
    "heading": "Heading",
    "quote": "Quotation",
    "attribution": "Who said it",
    "table": "Table",
    "code": "Code",
    "meta": "Date and authors",
    "footer": "Footer",
    "date": "Date",
    "slide_number": "Slide number",
}


def index(slot: Slot) -> int:
    """The placeholder's `idx`, unique on its layout; 0 for titles, which have none."""
    if slot.role == "title":
        return 0
    if slot.role == "number" and slot.index:
        return 50 + slot.index
    return _FIRST[slot.role] + slot.index


def element(slot: Slot, layout: LayoutSpec, *, prompt: bool = False) -> str:
    """The `p:ph` element of a slot, as a slide has it."""
    if slot.holder:
        return _of_template(slot.holder)
    kind = _kind(slot, layout)
    written = f' type="{kind}"' if kind else ""
    written += "" if slot.role == "title" else f' sz="quarter" idx="{index(slot)}"'
    return f"<p:ph{written}{_PROMPT if prompt else ''}/>"


def _of_template(holder: Holder) -> str:
    kind = "" if holder.kind == "obj" else f' type="{holder.kind}"'
    return f"<p:ph{kind}/>" if holder.kind in ("title", "ctrTitle") else f'<p:ph{kind} idx="{holder.index}"/>'


def on_layout(slot: Slot, layout: LayoutSpec) -> str:
    """The `p:ph` element of a slot on its layout, which says there what it is for."""
    return element(slot, layout, prompt=slot.role not in ("title", "body", "footer", "date", "slide_number"))


def on_master(slot: Slot) -> str:
    """The `p:ph` element of a slot on the master, from which the layouts' ones inherit by type."""
    kinds = {"title": 'type="title"', "body": 'type="body" idx="1"', "date": 'type="dt" sz="half" idx="2"'}
    kinds |= {"footer": 'type="ftr" sz="quarter" idx="3"', "slide_number": 'type="sldNum" sz="quarter" idx="4"'}
    return f"<p:ph {kinds[slot.role]}/>"


def _kind(slot: Slot, layout: LayoutSpec) -> str:
    """The placeholder type; the empty string is the generic one, which takes text, tables, pictures and charts."""
    match slot.role:
        case "title":
            return "ctrTitle" if layout.name == "Title Slide" else "title"
        case "subtitle":
            return "subTitle"
        case "picture":
            return "pic"
        case "table":
            return "tbl"
        case "footer":
            return "ftr"
        case "date":
            return "dt"
        case "slide_number":
            return "sldNum"
        case "body":
            return "" if slot.style.indent else "body"
        case _:
            return "body"


def label(slot: Slot) -> str:
    """What the empty placeholder shows, and the stem of its shape's name."""
    return _PROMPTS[slot.role]


def name(slot: Slot) -> str:
    """The shape's name, as the selection pane shows it."""
    stem = slot.role.replace("_", " ").capitalize()
    return f"{stem} {slot.index + 1}" if slot.index else stem
