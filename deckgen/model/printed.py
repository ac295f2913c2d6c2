"""A page as text, for tests and for people who read a diff."""

from __future__ import annotations

from typing import assert_never

from deckgen.model.page import (
    Box,
    ChartBox,
    ConnectorBox,
    GroupBox,
    NodeBox,
    Page,
    Paragraph,
    PictureBox,
    ShapeBox,
    TableBox,
    TextBox,
)
from deckgen.model.text import plain
from deckgen.model.theme import Rect


def printed(page: Page) -> str:
    """The page in lines: one a box, in points, with its texts indented below."""
    lines = [f"{page.key} [{page.kind}] {page.layout}"]
    for box in page.boxes:
        lines.extend(_printed_box(box))
    return "\n".join(lines)


def _place(rect: Rect) -> str:
    return f"{rect.x:g},{rect.y:g} {rect.w:g}x{rect.h:g}"


def _printed_box(box: Box) -> list[str]:
    match box:
        case TextBox():
            head = f"  {box.role or box.name} {_place(box.rect)} {box.size:g}pt {box.lines} lines"
            return [head, *(_printed_paragraph(p) for p in box.paragraphs)]
        case PictureBox():
            return [f"  picture {_place(box.rect)} {box.path} ({box.alt})"]
        case ShapeBox():
            return [f"  shape {_place(box.rect)} {box.fill} {box.name}"]
        case TableBox():
            head = f"  table {_place(box.rect)} {box.size:g}pt {box.look}"
            cells = (" | ".join(" / ".join(plain(p.text) for p in c) for c in row.cells) for row in box.rows)
            return [head, *(f"    {line}" for line in cells)]
        case NodeBox():
            head = f"  {box.shape} {_place(box.rect)} {box.fill} {box.name} {box.size:g}pt {box.lines} lines"
            return [head, *(_printed_paragraph(p) for p in box.paragraphs)]
        case ConnectorBox():
            ways = f"{box.start}:{box.start_site} -> {box.end}:{box.end_site}"
            return [f"  {'elbow' if box.elbow else 'arrow'} {ways} {box.name}"]
        case ChartBox():
            rows = (f"    {c}: {v:g} ({w})" for c, v, w in zip(box.categories, box.values, box.written, strict=True))
            return [f"  chart {_place(box.rect)} {box.size:g}pt to {box.top:g} {box.name}", *rows]
        case GroupBox():
            inner = (f"  {line}" for child in box.boxes for line in _printed_box(child))
            return [f"  group {_place(box.rect)} {box.name} ({box.alt})", *inner]
    assert_never(box)


def _printed_paragraph(paragraph: Paragraph) -> str:
    mark = {"": "", "bullet": "* "}.get(paragraph.mark, paragraph.mark + " ")
    text = plain(paragraph.text).replace("\n", "⏎")
    return "    " + "  " * paragraph.level + mark + text
