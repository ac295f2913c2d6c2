"""What all drawings share: how text stands in a node, where a drawing stands in its room, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

from deckgen.layout.frame import rounded
from deckgen.layout.setting import RESERVE, Format, Setting, set_text, unwidowed, upright
from deckgen.model import Box, NodeBox, Paragraph, Rect, Runs, TextStyle
from deckgen.model.page import NodeShape
from deckgen.model.theme import Align, Anchor, Color

PREFERRED, FLOOR = 18.0, 14.0
"""Text in a drawing is better not smaller than the first, and never smaller than the second, in points."""

DROP = 0.36
"""The share of the free height above a drawing: a little more than half of it stays below."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """A drawing at its place: its boxes, the size of its smallest text in points, and the y where it ends."""

    boxes: tuple[Box, ...]
    size: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Look:
    """How a node is drawn: shape, colours of ground, text and outline, and how its text is set."""

    shape: NodeShape
    fill: Color
    color: Color = "ink"
    line: str = ""
    bold: bool = False
    align: Align = "center"
    anchor: Anchor = "middle"
    inset: tuple[float, float] = (8.0, 6.0)
    leading: float = 1.0
    after: float = 0.2

    @property
    def style(self) -> TextStyle:
        """The same for the fitter."""
        return TextStyle((FLOOR,), self.color, self.bold, leading=self.leading, after=self.after, align=self.align)

    def width(self, outer: float, height: float = 0.0) -> float:
        """The width that a node of a width and height has for its text."""
        return self.empty(Rect(0.0, 0.0, outer, height or outer)).room.w

    def beside(self, width: float, height: float) -> float:
        """The height that a node of that width and height has beside its text's."""
        return height - self.empty(Rect(0.0, 0.0, width, height)).room.h

    def empty(self, rect: Rect) -> NodeBox:
        """A node without text."""
        return NodeBox(rect, self.shape, self.fill, "", inset=self.inset)


def said(label: Runs, text: Runs, label_color: Color | None, size: float | None = None) -> tuple[Paragraph, ...]:
    """A label in bold above what is said of it; either may be missing. `size` is the text's own, in points."""
    head = (Paragraph(upright(label), color=label_color, bold=True),) if label else ()
    return (*head, *((Paragraph(upright(text), size=size),) if text else ()))


def set_in(form: Format, paragraphs: tuple[Paragraph, ...], look: Look, width: float, size: float) -> Setting:
    """Paragraphs as they stand in a node with `width` points for its text."""
    return set_text(paragraphs, look.style, form.faces, width, size)


def drawn_in(form: Format, paragraphs: tuple[Paragraph, ...], look: Look, width: float, size: float) -> Setting:
    """The same, in a narrower measure where that leaves no single character on a line."""
    return unwidowed(set_in(form, paragraphs, look, width, size), look.style, form.faces)


def needed(setting: Setting) -> float:
    """The height that a setting needs, with the reserve that every program is left."""
    return setting.height / RESERVE + 1.0


def node(rect: Rect, look: Look, setting: Setting, name: str) -> NodeBox:
    """A node with its text, which has wider margins where it was drawn in."""
    place = rounded(rect)
    spare = look.empty(place).room.w - setting.width
    middle = look.align == "center"
    across = look.inset[0] + (floor(50 * spare) / 100 if middle else 0.0)
    return NodeBox(
        place,
        look.shape,
        look.fill,
        name,
        setting.paragraphs,
        setting.size,
        look.leading,
        setting.after,
        look.color,
        look.line,
        look.bold,
        look.align,
        look.anchor,
        (across, look.inset[1]),
        setting.lines,
        0.0 if middle else floor(100 * spare) / 100,
    )


def top_of(room: Rect, height: float) -> float:
    """The y of a drawing of that height, at the optical centre of its room."""
    return room.y + DROP * max(0.0, room.h - height)
