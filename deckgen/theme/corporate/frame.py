"""What all layouts of a template share: its slide, the room that it leaves for content, and the gap between columns."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.model import Fonts, FoundLayout, Holder, Palette, Rect
from deckgen.model.theme import Canvas
from deckgen.theme.corporate.matching import RUNNING, Parts, beside, parts_of
from deckgen.theme.corporate.styles import inner

LEAD, BELOW_LEAD = 47.0, 3.0
"""The height of a lead, and the gap below it."""

GUTTER = 24.0
MARGIN, ABOVE_FOOTER, BELOW_TITLE = 40.0, 6.0, 10.0


@dataclass(frozen=True, slots=True)
class Frame:
    """What all layouts of a template share: the slide, the room for content, between columns, and how text is set."""

    canvas: Canvas
    area: Rect
    gutter: float
    fonts: Fonts
    palette: Palette

    @property
    def led(self) -> Rect:
        """The room below a lead."""
        top = LEAD + BELOW_LEAD
        return Rect(self.area.x, round(self.area.y + top, 2), self.area.w, round(self.area.h - top, 2))

    def column(self, number: int, room: Rect) -> Rect:
        """One of two columns."""
        width = round((room.w - self.gutter) / 2, 2)
        return Rect(round(room.x + number * (width + self.gutter), 2), room.y, width, room.h)


def area_of(layout: FoundLayout, canvas: Canvas) -> Rect:
    """The room for content on the main layout: its body's, clear of title and footers."""
    parts = parts_of(layout)
    assert parts.title is not None
    above = inner(parts.title)
    low = [h.rect.y for h in layout.holders if h.kind in RUNNING and h.rect.y > 0.6 * canvas.height]
    bottom = min([canvas.height - MARGIN / 2, *(y - ABOVE_FOOTER for y in low)])
    body = body_of(parts)
    if body is None:
        top = above.bottom + BELOW_TITLE
        return Rect(above.x, round(top, 2), above.w, round(bottom - top, 2))
    rect = inner(body)
    top = max(rect.y, parts.title.rect.bottom) if above.y < rect.y and rect.y < parts.title.rect.bottom else rect.y
    return Rect(rect.x, round(top, 2), rect.w, round(min(rect.bottom, bottom) - top, 2))


def body_of(parts: Parts) -> Holder | None:
    """The placeholder for running text: the largest that takes contents, else the largest for text."""
    for some in (parts.contents, parts.texts):
        if some:
            return max(some, key=lambda h: h.rect.w * h.rect.h)
    return None


def gutter_of(layout: FoundLayout) -> float:
    """The gap between the two columns of a layout, where it has them and it is one."""
    pair = beside(parts_of(layout))
    gap = inner(pair[1]).x - inner(pair[0]).right if pair else GUTTER
    return round(gap, 2) if 12 <= gap <= 60 else GUTTER
