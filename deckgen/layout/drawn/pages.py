"""Pages with one drawing, and the text that stands before and after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckgen.layout.badness import Fill, Terms, drawn_terms, text_terms
from deckgen.layout.drawn.comparison import comparison_drafts
from deckgen.layout.drawn.cut_flow import least_size
from deckgen.layout.drawn.draw import draw
from deckgen.layout.drawn.numbers import joined
from deckgen.layout.drawn.sketch import PREFERRED, Sketch
from deckgen.layout.drawn.told import alternative
from deckgen.layout.frame import Area, Draft, rounded
from deckgen.layout.setting import RESERVE, Format, Setting, fit, placed
from deckgen.layout.stack import asides_of, free_text
from deckgen.model import (
    Box,
    Bullet,
    Chart,
    Comparison,
    GroupBox,
    Item,
    Numbers,
    Quote,
    Rect,
    TextBox,
    Visual,
    visual_kind,
)
from deckgen.model.theme import LayoutName

TEXT_GAP = 24.0
"""Between a drawing and the text above or below it."""

BESIDE = 0.36
"""The share of a page's height that text above and below a drawing may take in all."""


def drawn_drafts(form: Format, area: Area, items: tuple[Item, ...], led: bool) -> Iterator[Draft]:
    """Every page that holds one drawing, with bullets and quotations before and after it; `led` is one with a lead."""
    places = [place for place, item in enumerate(items) if isinstance(item, Visual)]
    if len(places) != 1 or not all(isinstance(item, Visual | Bullet | Quote) for item in items):
        return
    before, visual, after = items[: places[0]], items[places[0]], items[places[0] + 1 :]
    assert isinstance(visual, Visual)
    kind = visual_kind(visual.drawn)
    if isinstance(visual.drawn, Comparison):
        found = comparison_drafts(form, area, before, visual.drawn, after, led)
        yield from (replace(draft, kind=kind) for draft in found)
        return
    whole = joined(visual.drawn, after) if isinstance(visual.drawn, Numbers) else None
    if whole is not None:
        visual, after = replace(visual, drawn=whole), ()
    texts = _texts(form, area, before, after)
    if texts is None:
        return
    sketch = draw(form, texts.room, visual.drawn)
    if sketch is None or sketch.size < least_size(visual.drawn):
        return
    boxes = _boxes(form, texts, _whole(sketch, visual, form.lang), sketch.bottom)
    fill = (sketch.bottom - texts.room.y) / texts.room.h
    terms = (*texts.terms, *drawn_terms(sketch.size, PREFERRED))
    layout: LayoutName = "Title and Content" if texts.before or texts.after else "Title Only"
    yield Draft(layout, boxes, terms, sketch.size, fill, kind=kind)


def _whole(sketch: Sketch, visual: Visual, lang: str) -> tuple[Box, ...]:
    """The drawing's boxes as one group that says what it shows; a chart says so itself."""
    if isinstance(visual.drawn, Chart):
        return sketch.boxes
    return (GroupBox(sketch.boxes, visual_kind(visual.drawn), alternative(visual.drawn, lang)),)


@dataclass(frozen=True, slots=True)
class _Texts:
    """The text before and after a drawing, and the room that remains for it."""

    before: Setting | None
    after: Setting | None
    room: Rect
    above: Rect
    terms: Terms


def _texts(form: Format, area: Area, before: tuple[Item, ...], after: tuple[Item, ...]) -> _Texts | None:
    """The text at one size above and below, or None where it takes too much of the page."""
    style = form.layout("Title and Content").slot("body").style
    left = BESIDE * area.rect.h
    settings: list[Setting | None] = []
    terms: Terms = ()
    for items in (before, after):
        setting = fit(asides_of(items), style, form.faces, area.rect.w, left) if items else None
        if items and setting is None:
            return None
        if setting is not None:
            left -= _room(setting)
            terms = (*terms, *text_terms(setting.size, style.sizes[0], Fill(0.6, 1)))
        settings.append(setting)
    above, below = (_room(setting) + TEXT_GAP if setting else 0.0 for setting in settings)
    rect = area.rect
    room = replace(rect, y=rect.y + above, h=rect.h - above - below)
    return _Texts(settings[0], settings[1], room, rect, terms)


def _room(setting: Setting) -> float:
    return setting.height / RESERVE + 1


def _boxes(form: Format, texts: _Texts, drawing: tuple[Box, ...], bottom: float) -> tuple[Box, ...]:
    """Text, drawing, text: the first text in the layout's placeholder."""
    slot = form.layout("Title and Content").slot("body")
    boxes: list[Box] = []
    if texts.before:
        boxes.append(placed(slot, texts.before, rounded(replace(texts.above, h=_room(texts.before)))))
    boxes += drawing
    if texts.after:
        place = rounded(replace(texts.above, y=bottom + TEXT_GAP, h=_room(texts.after)))
        below: TextBox = placed(slot, texts.after, place)
        boxes.append(free_text(texts.after, place, slot.style.leading, "after") if texts.before else below)
    return tuple(boxes)
