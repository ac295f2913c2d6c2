"""Pages of one sentence, set large on a panel: a lone bullet, or a short quotation with what is said of it below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckgen.layout.frame import Area, Draft, rounded
from deckgen.layout.phrases import phrased
from deckgen.layout.setting import RESERVE, Format, Setting, fit, placed, set_text, upright
from deckgen.layout.stack import asides_of, free_text
from deckgen.model import Box, Bullet, Item, Paragraph, Quote, Rect, Run, Runs, ShapeBox, TextStyle

SIZES = (40.0, 36.0, 32.0, 28.0, 26.0, 24.0, 22.0)
MOST_LINES, LEADING = 3, 1.12
"""A sentence's sizes, its lines at the most where a smaller size remains, and its line spacing."""

DROP = 0.36
"""The share of the free height above the panel: a little more than half of it stays below."""

EDGE, INSET, MARGIN, TALLEST = 5.0, 52.0, 40.0, 264.0
"""The bar at the panel's left edge, the text's distance from that and from the upper and lower edge, and the height of
the panel where the text needs less."""

LEAST_QUOTED = 26.0
BELOW, BELOW_GAP, BELOW_SHARE = (1, 2), 26.0, 0.3
"""The least size of a quotation among other text that is set like this; the bullets that may stand below it, the room
above these, and the share of the page that they may take."""


def statement(form: Format, area: Area, said: Bullet) -> Draft | None:
    """A slide of one sentence: set large on a panel with a bar in the accent, at the optical centre."""
    return _stated(form, area, said.text, None)


def quote_drafts(form: Format, area: Area, items: tuple[Item, ...]) -> Iterator[Draft]:
    """A short quotation of nobody in particular as a statement, with a bullet or two below it."""
    match items:
        case (Quote(paragraphs=(text,), attribution=""), *bullets) if len(bullets) in BELOW:
            if any(not isinstance(item, Bullet) or item.level for item in bullets):
                return
            style = form.layout("Title and Content").slot("body").style
            below = fit(asides_of(tuple(bullets)), style, form.faces, area.rect.w, BELOW_SHARE * area.rect.h)
            draft = _stated(form, area, text, below) if below else None
            if draft is not None and draft.size >= LEAST_QUOTED:
                yield draft
        case _:
            return


def _stated(form: Format, area: Area, said: Runs, below: Setting | None) -> Draft | None:
    """A sentence on its panel, and what is said of it below that."""
    slot = form.layout("Title and Content").slot("body")
    style = replace(slot.style, leading=LEADING, bold=True)
    beneath = below.height / RESERVE + 1 + BELOW_GAP if below else 0.0
    setting = _large(form, area, said, style, area.rect.h - 2 * MARGIN - beneath)
    if setting is None:
        return None
    height = setting.height / RESERVE + 1
    tall = max(height + 2 * MARGIN, min(TALLEST - beneath, area.rect.h))
    panel = Rect(area.rect.x, area.rect.y + DROP * (area.rect.h - tall - beneath), area.rect.w, tall)
    inner = Rect(panel.x + EDGE + INSET, panel.y + (tall - height) / 2, setting.width, height)
    boxes: list[Box] = [
        ShapeBox(rounded(panel), "surface", "statement panel"),
        ShapeBox(rounded(replace(panel, w=EDGE)), "accent", "statement bar"),
        replace(placed(slot, setting, rounded(inner)), leading=style.leading),
    ]
    if below:
        place = Rect(area.rect.x, panel.bottom + BELOW_GAP, area.rect.w, beneath - BELOW_GAP)
        boxes.append(free_text(below, place, slot.style.leading, "below"))
    fill = (tall + beneath) / area.rect.h
    return Draft("Title and Content", tuple(boxes), (), setting.size, fill, look="statement")


def _large(form: Format, area: Area, said: Runs, style: TextStyle, room: float) -> Setting | None:
    """A sentence as large as it is read at a glance, else as large as fits."""
    color = form.layout("Quote").slot("quote").style.color
    text = upright(tuple(replace(run, bold=False) for run in said)) or (Run(" "),)
    paragraph = Paragraph(text, color=color, bold=True)
    width = area.rect.w - EDGE - 2 * INSET
    sizes = (*SIZES, *(s for s in style.sizes if s < SIZES[-1]))
    fitting = (set_text((paragraph,), style, form.faces, width, size) for size in sizes)
    setting = next((s for s in fitting if s.lines <= MOST_LINES and s.height <= room and not s.broken), None)
    setting = setting or fit((paragraph,), style, form.faces, width, room, sizes)
    return phrased(setting, style, form.faces) if setting else None
