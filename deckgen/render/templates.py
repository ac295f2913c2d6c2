"""Text in the placeholders of a company's template: where it stands, and what its box must say of itself."""

from __future__ import annotations

from dataclasses import replace

from deckgen.model import Drawing, Holder, LayoutSpec, Rect, Slot, TextBox
from deckgen.render.names import ANCHOR
from deckgen.render.xml import frame

_NEAR = 0.06
"""Points by which a box may differ from its placeholder's and is left where that is."""

_WIDE, _LEAST = 0.6, 8.0
"""What a letter takes of its size at the most, on the average; the least size of a running line in points."""

_PROMPTS = frozenset(
    {"", "footer", "页脚", "頁尾", "フッター", "바닥글", "fußzeile", "fusszeile", "pied de page", "pie de página"}
)
"""What a layout's footer says where nobody has written into it."""


def place(rect: Rect, holder: Holder) -> str:
    """The geometry of a placeholder whose text stands in `rect`; empty where that is the layout's own."""
    left, top, right, bottom = holder.insets
    outer = Rect(rect.x - left, rect.y - top, rect.w + left + right, rect.h + top + bottom)
    own = holder.rect
    pairs = ((outer.x, own.x), (outer.y, own.y), (outer.w, own.w), (outer.h, own.h))
    if all(abs(one - other) < _NEAR for one, other in pairs):
        return ""
    return frame(outer.x, outer.y, outer.w, outer.h)


def free(box: TextBox, slot: Slot, name: str) -> TextBox:
    """A box that no placeholder of the template serves: free, with all that its slot says."""
    style = slot.style
    return replace(
        box,
        role=None,
        name=box.name or name,
        color=style.color,
        bold=style.bold,
        mono=style.mono,
        align=style.align,
        anchor=slot.anchor,
    )


def inside(slot: Slot) -> str:
    """The `a:bodyPr`: never shrunk in advance, in one column, anchored as the slot is."""
    assert slot.holder is not None
    anchor = "" if slot.anchor == slot.holder.anchor else f' anchor="{ANCHOR[slot.anchor]}"'
    columns = "" if slot.holder.columns == 1 else ' numCol="1"'
    return f"<a:bodyPr{columns}{anchor}><a:normAutofit/></a:bodyPr>"


def behind(layout: LayoutSpec) -> tuple[Drawing, ...]:
    """What is drawn on a slide because its layout, being a template's, does not have it."""
    return layout.drawings if layout.part else ()


def fitting(words: str, slot: Slot) -> str:
    """The attribute `sz` of a running line where the template's own size would take more than a line, else nothing."""
    if slot.holder is None:
        return ""
    size, ems = slot.holder.levels[0].size, sum(1.0 if ord(char) > 0x2E7F else _WIDE for char in words)
    most = slot.rect.w / max(ems, 1.0)
    return "" if size <= most else f' sz="{round(max(most, _LEAST) * 100)}"'


def footer(words: str, holder: Holder) -> str:
    """What the footer says: the company's own words where the layout has some, else ours."""
    own = holder.words.strip("<>{}[] ")
    return words if own.casefold() in _PROMPTS else holder.words
