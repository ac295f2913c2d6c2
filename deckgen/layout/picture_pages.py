"""Pages with pictures: beside the text that speaks of them, below it, alone with a sentence, in a grid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckgen.layout.badness import UNHEADED, WORDLESS, Fill, Terms, picture_terms, quote_terms, text_terms, total
from deckgen.layout.frame import (
    NARROWEST_CAPTION,
    Area,
    Draft,
    Framed,
    canvas_of,
    caption_room,
    framed,
    natural_width,
    picture_boxes,
    rounded,
)
from deckgen.layout.groups import grouped
from deckgen.layout.phrases import phrased
from deckgen.layout.setting import PITCH, RESERVE, Format, fit, placed, plain_paragraph
from deckgen.layout.stack import BAR, BAR_GAP, Stack, boxes_of, fitting, stacked
from deckgen.model import Box, Bullet, Figure, Item, Quote, Rect, Runs, ShapeBox
from deckgen.model.theme import LayoutName

BESIDE = (0.62, 0.58, 0.54, 0.5, 0.46, 0.4, 0.34)
"""Shares of the content's width that a picture beside text may take; the rest, less the gutter, is text."""

SIDES: tuple[LayoutName, ...] = ("Content with Picture Right", "Content with Picture Left")

NARROWEST_TEXT = 250.0
"""Points that a column of text beside a picture must have."""

PANORAMA, ABOVE_PANORAMA = 1.9, 20.0
"""A picture at least this many times as wide as high may stand below its text, across the slide, at this distance."""

MOST_IN_GRID, GRID_SLOTS = 4, 2
"""Pictures on one page, and how many of them the layout has placeholders for."""

WIDEST_STATEMENT = 360.0
STATEMENT_GAP = 16.0
"""The width of a sentence set large, and the gap below it."""

LOW_TEXT = 0.7
"""Text lower than this share of its picture is centred on it; higher text begins at its top."""

CENTRE = 0.46
"""Where the optical centre of a picture is, as a share of its height."""

TOP = 0.38
"""The share of free height above a picture that does not fill its room."""


def picture_drafts(
    form: Format, area: Area, items: tuple[Item, ...], lead: Bullet | None, room_without_lead: Area
) -> Iterator[Draft]:
    """Every page that holds these pictures and texts. `lead` is the slide's, where the page is its first."""
    figures = tuple(item for item in items if isinstance(item, Figure))
    texts = tuple(item for item in items if not isinstance(item, Figure))
    if len(figures) == 1 and texts:
        yield from _beside(form, area, figures[0], texts)
        yield from _below(form, area, figures[0], texts)
    if len(figures) == 1 and len(texts) <= 3:
        yield from _presented(form, room_without_lead, figures[0], texts, lead)
    if not texts and len(figures) <= MOST_IN_GRID:
        yield from _grid(form, area, figures, lead is not None)


def _beside(form: Format, area: Area, figure: Figure, texts: tuple[Item, ...]) -> Iterator[Draft]:
    choices = [c for share in BESIDE if (c := _at_share(form, area, figure, texts, share)) is not None]
    if not choices:
        return
    best = min(choices, key=lambda choice: total(choice.terms))
    for layout in SIDES:
        yield _beside_draft(form, area, best, layout)


@dataclass(frozen=True, slots=True)
class _Beside:
    """A picture of some width, the text set in what remains, and what is bad about both."""

    shown: Framed
    stack: Stack
    text_width: float
    terms: Terms


def _at_share(form: Format, area: Area, figure: Figure, texts: tuple[Item, ...], share: float) -> _Beside | None:
    style = form.layout("Content with Picture Right").slot("body").style
    shown = framed(form, figure, share * area.rect.w, area.rect.h)
    text_width = area.rect.w - shown.breadth - area.gutter
    if text_width < NARROWEST_TEXT:
        return None
    stack = fitting(form, texts, style, text_width, area.rect.h)
    if stack is None:
        return None
    fill = Fill(max(0.3, stack.height / area.rect.h), 1.0)
    terms = (*text_terms(stack.size, style.sizes[0], fill), *_terms(form, shown), *quote_terms(texts))
    parsed = grouped(texts)
    if parsed is not None and len(parsed.groups) > 1:
        terms = (*terms, ("unheaded", UNHEADED))
    return _Beside(shown, stack, text_width, terms)


def _terms(form: Format, shown: Framed) -> Terms:
    return picture_terms(Rect(0, 0, shown.width, shown.height), canvas_of(form), natural_width(shown.figure))


def _beside_draft(form: Format, area: Area, beside: _Beside, name: LayoutName) -> Draft:
    layout = form.layout(name)
    shown, stack = beside.shown, beside.stack
    right = name == "Content with Picture Right"
    x = area.rect.right - shown.breadth if right else area.rect.x
    text_x = area.rect.x if right else area.rect.right - beside.text_width
    top = area.rect.y + TOP * max(0.0, area.rect.h - max(shown.tall, stack.room))
    picture_top, text_top = top, top
    if stack.height < LOW_TEXT * shown.height:
        text_top += CENTRE * shown.height - 0.5 * stack.height
    elif shown.tall < stack.room:
        picture_top += TOP * (stack.room - shown.tall)
    rect = rounded(Rect(text_x, text_top, beside.text_width, area.rect.bottom - text_top))
    boxes = (*boxes_of(stack, layout.slot("body"), rect), *picture_boxes(form, name, shown, x, picture_top, 0))
    return Draft(name, boxes, beside.terms, stack.size, stack.height / area.rect.h, body=stack.size)


def _below(form: Format, area: Area, figure: Figure, texts: tuple[Item, ...]) -> Iterator[Draft]:
    """A panorama across the slide, under its text."""
    if figure.width < PANORAMA * figure.height:
        return
    slot = form.layout("Title and Content").slot("body")
    for size in slot.style.sizes:
        stack = stacked(form, texts, slot.style, area.rect.w, size)
        y = area.rect.y + stack.room + ABOVE_PANORAMA
        if area.rect.bottom - y < 0.4 * area.rect.h:
            continue
        shown = framed(form, figure, area.rect.w, area.rect.bottom - y)
        x = area.rect.x + (area.rect.w - shown.breadth) / 2
        terms = (*text_terms(size, slot.style.sizes[0], Fill(0.7, 1.0)), *_terms(form, shown))
        text = boxes_of(stack, slot, rounded(replace(area.rect, h=stack.room)))
        boxes = (*text, *picture_boxes(form, "Title and Content", shown, x, y, None))
        fill = (y + shown.tall - area.rect.y) / area.rect.h
        yield Draft("Title and Content", boxes, terms, size, fill, body=size)
        return


@dataclass(frozen=True, slots=True)
class _Statement:
    """The sentence to set large beside a picture, the texts that remain, and the picture's caption."""

    text: Runs
    rest: tuple[Item, ...]
    caption: str
    quoted: bool = False


def _presented(
    form: Format, area: Area, figure: Figure, texts: tuple[Item, ...], lead: Bullet | None
) -> Iterator[Draft]:
    """One large picture with the sentence that presents it set large beside it, and what else is said below that."""
    said = _statement(figure, texts, lead)
    if said is None:
        return
    layout = form.layout("Picture with Caption")
    large, small = layout.slot("lead"), layout.slot("body")
    gap = large.rect.x - layout.slot("picture").rect.right
    shown = framed(form, figure, area.rect.w - large.rect.w - gap, area.rect.h, said.caption)
    top = area.rect.y + TOP * max(0.0, area.rect.h - shown.tall)
    room = Rect(area.rect.x + shown.breadth + gap, top, 0, area.rect.bottom - top)
    room = replace(room, w=min(area.rect.right - room.x, WIDEST_STATEMENT))
    inset = BAR + BAR_GAP if said.quoted else 0.0
    column, share = room.w - inset, 0.5 if said.rest else 0.9
    setting = fit((plain_paragraph(said.text),), large.style, form.faces, column, room.h * share)
    if setting is None:
        return
    setting = phrased(setting, large.style, form.faces)
    height = setting.height / RESERVE + 1
    below = fitting(form, said.rest, small.style, room.w, room.h - height - STATEMENT_GAP) if said.rest else None
    if said.rest and below is None:
        return
    whole = height + (STATEMENT_GAP + below.room if below else 0.0)
    start = top + max(0.0, min(CENTRE * shown.height - 0.5 * whole, room.h - whole))
    boxes = picture_boxes(form, "Picture with Caption", shown, area.rect.x, top, 0)
    if said.quoted:
        boxes.append(ShapeBox(rounded(Rect(room.x, start, BAR, height)), "accent", "quote bar"))
    # With nothing below it, the box has room for a line that nobody foresaw.
    spare = 0.0 if below else max(0.0, min(PITCH * setting.size, area.rect.bottom - start - height))
    boxes.append(placed(large, setting, rounded(Rect(room.x + inset, start, setting.width, height + spare))))
    terms = (*_terms(form, shown), *text_terms(setting.size, large.style.sizes[0], Fill(0.6, 1.0)))
    if below is not None:
        y = start + height + STATEMENT_GAP
        boxes += boxes_of(below, small, Rect(room.x, y, room.w, area.rect.bottom - y))
        terms = (*terms, *text_terms(below.size, small.style.sizes[0], Fill(0.6, 1.0)), *quote_terms(said.rest))
    yield Draft("Picture with Caption", tuple(boxes), terms, setting.size, whole / room.h, led=True)


def _statement(figure: Figure, texts: tuple[Item, ...], lead: Bullet | None) -> _Statement | None:
    """What is set large: the lead, else the first text where it is one sentence, else the caption."""
    if lead is not None:
        return _Statement(lead.text, texts, figure.caption)
    if not texts:
        return _Statement(plain_paragraph(figure.caption).text, (), "") if figure.caption else None
    match texts[0]:
        case Bullet(level=0, number="") as first:
            return _Statement(first.text, texts[1:], figure.caption)
        case Quote(paragraphs=(only,), attribution=""):
            return _Statement(only, texts[1:], figure.caption, True)
        case _:
            return None


def _grid(form: Format, area: Area, figures: tuple[Figure, ...], led: bool) -> Iterator[Draft]:
    """Pictures in one or two rows, each row as high as its pictures allow together."""
    for rows in _rows(figures):
        yield _grid_draft(form, area, rows, led)


def _rows(figures: tuple[Figure, ...]) -> list[tuple[tuple[Figure, ...], ...]]:
    match len(figures):
        case 1 | 2:
            return [(figures,)]
        case 3:
            return [(figures,)]
        case _:
            return [(figures[:2], figures[2:]), (figures,)]


def _grid_draft(form: Format, area: Area, rows: tuple[tuple[Figure, ...], ...], led: bool) -> Draft:
    gap = area.gutter * 0.75
    height = (area.rect.h - gap * (len(rows) - 1)) / len(rows)
    boxes: list[Box] = []
    terms: list[tuple[str, float]] = []
    y, index = area.rect.y, 0
    for row in rows:
        shown = _row(form, area, row, height)
        used = max(one.tall for one in shown)
        x = area.rect.x + (area.rect.w - sum(one.breadth for one in shown) - area.gutter * (len(row) - 1)) / 2
        top = y + (TOP * (height - used) if len(rows) == 1 else 0.0)
        shared = _shared_caption(area, shown)
        for one in shown:
            place = index if index < GRID_SLOTS else None
            boxes += picture_boxes(form, "Picture Grid", one, x, top, place, shared)
            terms += _terms(form, one)
            if not one.figure.caption and not led:
                terms.append(("wordless", WORDLESS))
            x += one.breadth + area.gutter
            index += 1
        y += used + gap
    return Draft("Picture Grid", tuple(boxes), tuple(terms), 0.0, 1.0)


def _shared_caption(area: Area, shown: list[Framed]) -> float:
    """The width of a caption that stands below all pictures of a row, since only the first has one; else 0."""
    level = max(one.height for one in shown) - min(one.height for one in shown) < 1
    if len(shown) < 2 or not level or not shown[0].figure.caption or any(one.figure.caption for one in shown[1:]):
        return 0.0
    return sum(one.breadth for one in shown) + area.gutter * (len(shown) - 1)


def _row(form: Format, area: Area, row: tuple[Figure, ...], height: float) -> list[Framed]:
    """The row's pictures, of one height where their own sizes allow it."""
    room = area.rect.w - area.gutter * (len(row) - 1)
    ratios = [max(1, f.width) / max(1, f.height) for f in row]
    below = max(caption_room(form, f.caption, room / len(row)) for f in row)
    tall = min(height - below, room / sum(ratios))
    widths = [tall * ratio for ratio in ratios]
    if any(f.caption for f in row) and min(widths) < NARROWEST_CAPTION:
        widths = [room / len(row)] * len(row)
    return [framed(form, f, width, tall + below) for f, width in zip(row, widths, strict=True)]
