"""Pages with pictures: beside the text that speaks of them, below it, alone with a sentence, in a grid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckgen.layout.badness import WORDLESS, Fill, Terms, picture_terms, quote_terms, text_terms
from deckgen.layout.frame import (
    Area,
    Draft,
    canvas_of,
    caption_box,
    caption_room,
    contained,
    natural_width,
    picture,
    rounded,
)
from deckgen.layout.setting import Format, Setting, fit, placed, plain_paragraph, set_text
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

MOST_IN_GRID = 4


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
    drafts = [d for share in BESIDE if (d := _at_share(form, area, figure, texts, share)) is not None]
    if not drafts:
        return
    best = min(drafts, key=lambda d: sum(value for _, value in d[0]))
    for layout in SIDES:
        yield _beside_draft(form, area, figure, layout, *best)


def _at_share(
    form: Format, area: Area, figure: Figure, texts: tuple[Item, ...], share: float
) -> tuple[Terms, Setting, tuple[float, float]] | None:
    slot = form.layout("Content with Picture Right").slot("body")
    width, height = contained(figure, share * area.rect.w, area.rect.h)
    room = caption_room(form, figure.caption, width)
    if height + room > area.rect.h:
        width, height = contained(figure, width, area.rect.h - room)
    text_width = area.rect.w - width - area.gutter
    if text_width < NARROWEST_TEXT:
        return None
    setting = fit(paragraphs_of(texts), slot.style, form.faces, text_width, area.rect.h)
    if setting is None:
        return None
    fill = Fill(max(0.3, setting.height / area.rect.h), 1.0)
    rect = Rect(0, 0, width, height)
    terms = (
        *text_terms(setting.size, slot.style.sizes[0], fill),
        *picture_terms(rect, canvas_of(form), natural_width(figure)),
        *quote_terms(texts),
    )
    return terms, setting, (width, height)


def _beside_draft(
    form: Format,
    area: Area,
    figure: Figure,
    name: LayoutName,
    terms: Terms,
    setting: Setting,
    size: tuple[float, float],
) -> Draft:
    layout = form.layout(name)
    width, height = size
    right = name == "Content with Picture Right"
    text_width = area.rect.w - width - area.gutter
    x = area.rect.right - width if right else area.rect.x
    text_x = area.rect.x if right else area.rect.right - text_width
    room = caption_room(form, figure.caption, width)
    tallest = max(height + room, setting.height)
    top = area.rect.y + 0.3 * max(0.0, area.rect.h - tallest)
    place = rounded(Rect(x, top, width, height))
    text_top = top + 0.36 * max(0.0, height - setting.height) if setting.height < 0.6 * height else top
    rect = rounded(Rect(text_x, text_top, text_width, area.rect.bottom - text_top))
    boxes: list[Box] = [placed(layout.slot("body"), setting, rect), picture(figure, place, 0)]
    if figure.caption:
        boxes.append(caption_box(form, name, figure.caption, place, 0, False))
    return Draft(name, tuple(boxes), terms, setting.size, setting.height / area.rect.h)


def _below(form: Format, area: Area, figure: Figure, texts: tuple[Item, ...]) -> Iterator[Draft]:
    """A panorama across the slide, under its text."""
    if figure.width < PANORAMA * figure.height:
        return
    slot = form.layout("Title and Content").slot("body")
    for size in slot.style.sizes:
        setting = set_text(paragraphs_of(texts), slot.style, form.faces, area.rect.w, size)
        text_height = setting.height / 0.97 + 14
        room = area.rect.h - text_height
        if room < 0.4 * area.rect.h:
            continue
        caption = caption_room(form, figure.caption, area.rect.w)
        width, height = contained(figure, area.rect.w, room - caption)
        place = rounded(Rect(area.rect.x + (area.rect.w - width) / 2, area.rect.y + text_height, width, height))
        terms = (
            *text_terms(size, slot.style.sizes[0], Fill(0.7, 1.0)),
            *picture_terms(place, canvas_of(form), natural_width(figure)),
        )
        boxes: list[Box] = [placed(slot, setting, rounded(replace(area.rect, h=text_height - 8)))]
        boxes.append(picture(figure, place, None))
        if figure.caption:
            boxes.append(caption_box(form, "Picture Grid", figure.caption, place, 0, True))
        yield Draft("Title and Content", tuple(boxes), terms, size, (text_height + height) / area.rect.h)
        return


def _presented(
    form: Format, area: Area, figure: Figure, texts: tuple[Item, ...], lead: Bullet | None
) -> Iterator[Draft]:
    """One large picture with the sentence that presents it set large beside it."""
    layout = form.layout("Picture with Caption")
    large, small = layout.slot("lead"), layout.slot("body")
    statement, texts, caption = _statement(figure, texts, lead)
    if not statement:
        return
    slot = layout.slot("picture")
    column = large.rect.w
    width, height = contained(figure, area.rect.w - column - (large.rect.x - slot.rect.right), area.rect.h)
    room = caption_room(form, caption, width)
    if height + room > area.rect.h:
        width, height = contained(figure, width, area.rect.h - room)
    column = min(area.rect.w - width - 28, max(column, 360.0))
    top = area.rect.y + 0.25 * max(0.0, area.rect.h - height - room)
    place = rounded(Rect(area.rect.x, top, width, height))
    said = fit((plain_paragraph(statement),), large.style, form.faces, column, area.rect.h * (0.5 if texts else 0.9))
    if said is None:
        return
    x, said_height = area.rect.x + width + 28, said.height / 0.96 + 2
    boxes: list[Box] = [picture(figure, place, 0)]
    if caption:
        boxes.append(caption_box(form, "Picture with Caption", caption, place, 0, False))
    room_below = height + room - said_height - 16
    body = fit(paragraphs_of(texts), small.style, form.faces, column, room_below) if texts else None
    if texts and body is None:
        return
    together = said_height + (16 + body.height if body else 0)
    start = top + 0.3 * max(0.0, height - together)
    boxes.append(placed(large, said, rounded(Rect(x, start, column, said_height))))
    preferred = large.style.sizes[0]
    terms = [
        *picture_terms(place, canvas_of(form), natural_width(figure)),
        *text_terms(said.size, preferred, Fill(0.6, 1)),
    ]
    if body is not None:
        below = start + said_height + 16
        boxes.append(placed(small, body, rounded(Rect(x, below, column, top + height + room - below))))
        terms += text_terms(body.size, small.style.sizes[0], Fill(0.6, 1))
    yield Draft("Picture with Caption", tuple(boxes), tuple(terms), said.size, together / max(height, 1))


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
    height = (area.rect.h - area.gutter * 0.75 * (len(rows) - 1)) / len(rows)
    boxes: list[Box] = []
    terms: list[tuple[str, float]] = []
    y = area.rect.y
    index = 0
    for row in rows:
        placed_row = _row(form, area, row, height)
        used = max(rect.h + caption_room(form, figure.caption, rect.w) for figure, rect in placed_row)
        drop = 0.3 * (height - used) if len(rows) == 1 else 0.0
        for figure, rect in placed_row:
            slot = index if index < 2 else None
            place = replace(rect, y=y + drop)
            boxes.append(picture(figure, place, slot))
            if figure.caption:
                boxes.append(caption_box(form, "Picture Grid", figure.caption, rounded(place), slot or 0, slot is None))
            terms += picture_terms(place, canvas_of(form), natural_width(figure))
            index += 1
            if not figure.caption and not led:
                terms.append(("wordless", WORDLESS))
        y += used + area.gutter * 0.75
    return Draft("Picture Grid", tuple(boxes), tuple(terms), 0.0, 1.0)


def _row(form: Format, area: Area, row: tuple[Figure, ...], height: float) -> list[tuple[Figure, Rect]]:
    """The row's pictures at one height, centred between the margins."""
    gaps = area.gutter * (len(row) - 1)
    ratios = [max(1, f.width) / max(1, f.height) for f in row]
    for _ in range(2):
        share = min(height, (area.rect.w - gaps) / sum(ratios))
        rooms = max(caption_room(form, f.caption, share * r) for f, r in zip(row, ratios, strict=True))
        share = min(height - rooms, (area.rect.w - gaps) / sum(ratios))
    sizes = [contained(f, share * r, share) for f, r in zip(row, ratios, strict=True)]
    x = area.rect.x + (area.rect.w - gaps - sum(w for w, _ in sizes)) / 2
    placed_row = []
    for figure, (width, tall) in zip(row, sizes, strict=True):
        placed_row.append((figure, Rect(x, 0, width, tall)))
        x += width + area.gutter
    return placed_row
