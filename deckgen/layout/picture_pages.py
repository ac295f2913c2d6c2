"""Pages with pictures: beside the text that speaks of them, below it, alone with a sentence, in a grid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckgen.layout.badness import WORDLESS, Fill, Terms, picture_terms, quote_terms, text_terms, total
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
from deckgen.layout.setting import RESERVE, Format, Setting, fit, placed, plain_paragraph, set_text
from deckgen.layout.text_pages import paragraphs_of
from deckgen.model import Box, Bullet, Figure, Item, Rect, Runs
from deckgen.model.theme import LayoutName

BESIDE = (0.62, 0.58, 0.54, 0.5, 0.46, 0.4, 0.34)
"""Shares of the content's width that a picture beside text may take; the rest, less the gutter, is text."""

SIDES: tuple[LayoutName, ...] = ("Content with Picture Right", "Content with Picture Left")

NARROWEST_TEXT = 250.0
"""Points that a column of text beside a picture must have."""

PANORAMA = 1.9
"""A picture at least this many times as wide as high may stand below its text, across the slide."""

MOST_IN_GRID, GRID_SLOTS = 4, 2
"""Pictures on one page, and how many of them the layout has placeholders for."""

WIDEST_STATEMENT = 360.0
STATEMENT_GAP = 16.0
"""The width of a sentence set large, and the gap below it."""

LOW_TEXT = 0.6
"""Text lower than this share of its picture is set a little above the picture's middle."""


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
    setting: Setting
    text_width: float
    terms: Terms


def _at_share(form: Format, area: Area, figure: Figure, texts: tuple[Item, ...], share: float) -> _Beside | None:
    style = form.layout("Content with Picture Right").slot("body").style
    shown = framed(form, figure, share * area.rect.w, area.rect.h)
    text_width = area.rect.w - shown.breadth - area.gutter
    if text_width < NARROWEST_TEXT:
        return None
    setting = fit(paragraphs_of(texts), style, form.faces, text_width, area.rect.h)
    if setting is None:
        return None
    fill = Fill(max(0.3, setting.height / area.rect.h), 1.0)
    terms = (*text_terms(setting.size, style.sizes[0], fill), *_terms(form, shown), *quote_terms(texts))
    return _Beside(shown, setting, text_width, terms)


def _terms(form: Format, shown: Framed) -> Terms:
    return picture_terms(Rect(0, 0, shown.width, shown.height), canvas_of(form), natural_width(shown.figure))


def _beside_draft(form: Format, area: Area, beside: _Beside, name: LayoutName) -> Draft:
    layout = form.layout(name)
    shown, setting = beside.shown, beside.setting
    right = name == "Content with Picture Right"
    x = area.rect.right - shown.breadth if right else area.rect.x
    text_x = area.rect.x if right else area.rect.right - beside.text_width
    top = area.rect.y + 0.3 * max(0.0, area.rect.h - max(shown.tall, setting.height / RESERVE))
    short = setting.height < LOW_TEXT * shown.height
    text_top = top + 0.36 * (shown.height - setting.height) if short else top
    rect = rounded(Rect(text_x, text_top, beside.text_width, area.rect.bottom - text_top))
    boxes = (placed(layout.slot("body"), setting, rect), *picture_boxes(form, name, shown, x, top, 0))
    return Draft(name, boxes, beside.terms, setting.size, setting.height / area.rect.h)


def _below(form: Format, area: Area, figure: Figure, texts: tuple[Item, ...]) -> Iterator[Draft]:
    """A panorama across the slide, under its text."""
    if figure.width < PANORAMA * figure.height:
        return
    slot = form.layout("Title and Content").slot("body")
    for size in slot.style.sizes:
        setting = set_text(paragraphs_of(texts), slot.style, form.faces, area.rect.w, size)
        text_height = setting.height / RESERVE + 1
        y = area.rect.y + text_height + 16
        if area.rect.bottom - y < 0.4 * area.rect.h:
            continue
        shown = framed(form, figure, area.rect.w, area.rect.bottom - y)
        x = area.rect.x + (area.rect.w - shown.breadth) / 2
        terms = (*text_terms(size, slot.style.sizes[0], Fill(0.7, 1.0)), *_terms(form, shown))
        text = placed(slot, setting, rounded(replace(area.rect, h=text_height)))
        boxes = (text, *picture_boxes(form, "Title and Content", shown, x, y, None))
        yield Draft("Title and Content", boxes, terms, size, (y + shown.tall - area.rect.y) / area.rect.h)
        return


def _presented(
    form: Format, area: Area, figure: Figure, texts: tuple[Item, ...], lead: Bullet | None
) -> Iterator[Draft]:
    """One large picture with the sentence that presents it set large beside it, and what else is said below that."""
    statement, texts, caption = _statement(figure, texts, lead)
    if not statement:
        return
    layout = form.layout("Picture with Caption")
    large, small = layout.slot("lead"), layout.slot("body")
    gap = large.rect.x - layout.slot("picture").rect.right
    shown = framed(form, figure, area.rect.w - large.rect.w - gap, area.rect.h, caption)
    column = min(area.rect.w - shown.breadth - gap, WIDEST_STATEMENT)
    top = area.rect.y + 0.25 * max(0.0, area.rect.h - shown.tall)
    room = area.rect.bottom - top
    said = fit((plain_paragraph(statement),), large.style, form.faces, column, room * (0.5 if texts else 0.9))
    if said is None:
        return
    said_height = said.height / RESERVE + 1
    rest = room - said_height - STATEMENT_GAP
    body = fit(paragraphs_of(texts), small.style, form.faces, column, rest) if texts else None
    if texts and body is None:
        return
    body_height = STATEMENT_GAP + body.height / RESERVE + 1 if body else 0.0
    start = top + 0.3 * max(0.0, min(room, shown.height) - said_height - body_height)
    x = area.rect.x + shown.breadth + gap
    boxes = picture_boxes(form, "Picture with Caption", shown, area.rect.x, top, 0)
    boxes.append(placed(large, said, rounded(Rect(x, start, column, said_height))))
    terms = (*_terms(form, shown), *text_terms(said.size, large.style.sizes[0], Fill(0.6, 1.0)))
    if body is not None:
        y = start + said_height + STATEMENT_GAP
        boxes.append(placed(small, body, rounded(Rect(x, y, column, area.rect.bottom - y))))
        terms = (*terms, *text_terms(body.size, small.style.sizes[0], Fill(0.6, 1.0)), *quote_terms(texts))
    yield Draft("Picture with Caption", tuple(boxes), terms, said.size, (said_height + body_height) / room)


def _statement(figure: Figure, texts: tuple[Item, ...], lead: Bullet | None) -> tuple[Runs, tuple[Item, ...], str]:
    """The sentence to set large, the texts that remain, and the caption that remains."""
    if lead is not None:
        return lead.text, texts, figure.caption
    if texts:
        first = texts[0]
        alone = isinstance(first, Bullet) and not first.level and not first.number
        return (first.text, texts[1:], figure.caption) if alone and isinstance(first, Bullet) else ((), texts, "")
    return (plain_paragraph(figure.caption).text, (), "") if figure.caption else ((), (), "")


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
        top = y + (0.3 * (height - used) if len(rows) == 1 else 0.0)
        for one in shown:
            boxes += picture_boxes(form, "Picture Grid", one, x, top, index if index < GRID_SLOTS else None)
            terms += _terms(form, one)
            if not one.figure.caption and not led:
                terms.append(("wordless", WORDLESS))
            x += one.breadth + area.gutter
            index += 1
        y += used + gap
    return Draft("Picture Grid", tuple(boxes), tuple(terms), 0.0, 1.0)


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
