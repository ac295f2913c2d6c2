"""Pages of text: a list, two columns, points on cards, a quotation, a statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from deckgen.layout.badness import (
    LABELLED_LIST,
    LONG_IN_COLUMN,
    PLAIN_LIST,
    UNEVEN,
    UNHEADED,
    UNHEADED_ALONE,
    Fill,
    Terms,
    dense_terms,
    quote_terms,
    text_terms,
)
from deckgen.layout.breaking import is_wide
from deckgen.layout.cards import Card, grid
from deckgen.layout.frame import Area, Draft, aligned, rounded
from deckgen.layout.groups import evenest, group_drafts, grouped
from deckgen.layout.phrases import phrased
from deckgen.layout.points import point_drafts, points_of
from deckgen.layout.setting import (
    RESERVE,
    Format,
    Setting,
    fit,
    placed,
    plain_paragraph,
    set_text,
    split_runs,
    unwidowed,
)
from deckgen.layout.stack import Stack, boxes_of, fitting, paragraphs_of, spread
from deckgen.layout.statements import quote_drafts, statement
from deckgen.model import Bullet, Item, Paragraph, Quote, Rect, TextStyle, plain

WIDEST_SPACE = 1.3
"""The most space after a paragraph, as a fraction of its size, that little text is spread with."""

COMFORTABLE = 0.84
"""The share of the height that text spread wider may take."""

OPTICAL = 0.38
"""The share of free height above what stands at the optical centre, which is above the middle."""

FROM_THE_TOP, VOID = 4, 0.28
"""Text of so many lines begins at the top of its room, unless more than that share of it stays free; else it stands at
the optical centre."""

CARDS, ACROSS = range(3, 10), 4
"""How many labelled bullets become cards, and how many of them at the most have the width of the page each."""

LONGEST_LABEL = 13

LONGEST_QUOTATION = 160
"""Half-widths of a quotation that is set large between marks; a longer one is text beside a bar."""

LIST_COLUMNS_FROM = 6
"""A list shorter than this is not set in two columns."""


def text_drafts(form: Format, area: Area, items: tuple[Item, ...], led: bool) -> Iterator[Draft]:
    """Every page that holds a run of bullets and quotations and nothing else; `led` is one that has a lead."""
    yield from _one_column(form, area, items)
    yield from group_drafts(form, area, items, led)
    yield from _two_columns(form, area, items)
    yield from _cards(form, area, items)
    yield from point_drafts(form, area, items)
    yield from quote_drafts(form, area, items)
    if len(items) == 1 and isinstance(quote := items[0], Quote):
        said = sum(_halfwidths(plain(text)) for text in quote.paragraphs)
        if said <= LONGEST_QUOTATION or not any(_one_column(form, area, items)):
            yield from _quotation(form, quote)


def _one_column(form: Format, area: Area, items: tuple[Item, ...]) -> Iterator[Draft]:
    if len(items) == 1 and isinstance(first := items[0], Bullet) and not first.level and not first.number:
        draft = statement(form, area, first)
        if draft is not None:
            yield replace(draft, lone=True)
            return
    slot = form.layout("Title and Content").slot("body")
    stack = fitting(form, items, slot.style, area.rect.w, area.rect.h)
    if stack is None:
        return
    preferred = stack.size == slot.style.sizes[0]
    fill = Fill(stack.height / area.rect.h, stack.widest / area.rect.w)
    if preferred:
        stack = _spread(slot.style, stack, area.rect)
    terms = (
        *text_terms(stack.size, slot.style.sizes[0], fill),
        *quote_terms(items),
        *_labelled_terms(items),
        *_unheaded_terms(items),
        *((("plain list", PLAIN_LIST),) if points_of(form, area, items) else ()),
        *dense_terms(halfwidths(stack.paragraphs)),
    )
    boxes = boxes_of(stack, slot, lowered(area.rect, stack.height, stack.lines))
    yield Draft("Title and Content", boxes, terms, stack.size, fill.height, body=stack.size)


def _spread(style: TextStyle, stack: Stack, rect: Rect) -> Stack:
    """Text that leaves room gets more space between its paragraphs."""
    gaps = sum(len(setting.paragraphs) - 1 for setting, _ in stack.blocks)
    if not gaps or stack.height > COMFORTABLE * rect.h:
        return stack
    after = min(WIDEST_SPACE, style.after + (COMFORTABLE * rect.h - stack.height) / (gaps * stack.size))
    return spread(stack, after)


def halfwidths(paragraphs: tuple[Paragraph, ...]) -> int:
    """How much there is to read: an ideograph counts two, any other character one."""
    return sum(_halfwidths(run.text) for p in paragraphs for run in p.text)


@lru_cache(maxsize=20_000)
def _halfwidths(text: str) -> int:
    return sum(2 if is_wide(char) else 1 for char in text)


def lowered(rect: Rect, height: float, lines: int) -> Rect:
    """Room for text: from the top, or for little text from where it stands at the optical centre."""
    free = max(0.0, rect.h - height)
    drop = OPTICAL * free if lines < FROM_THE_TOP or free > VOID * rect.h else 0.0
    return rounded(replace(rect, y=rect.y + drop, h=rect.h - drop))


def _unheaded_terms(items: tuple[Item, ...]) -> Terms:
    parsed = grouped(items)
    if parsed is None or len(parsed.groups) > 3:
        return ()
    alone = len(parsed.groups) == 1
    return (("unheaded", UNHEADED_ALONE if alone and not parsed.before else 0.0 if alone else UNHEADED),)


def _two_columns(form: Format, area: Area, items: tuple[Item, ...]) -> Iterator[Draft]:
    if len(items) < LIST_COLUMNS_FROM or any(isinstance(item, Quote) for item in items):
        return
    layout = form.layout("Two Content")
    style = layout.slot("body").style
    cuts = column_cuts(items)
    paragraphs = paragraphs_of(items)
    if not cuts:
        return
    least = set_text(paragraphs, style, form.faces, area.column, style.sizes[-1])
    if least.height > 2 * area.rect.h:
        return
    for size in style.sizes:
        cut = evenest(set_text(paragraphs, style, form.faces, area.column, size), cuts)
        left, right = (
            set_text(half, style, form.faces, area.column, size) for half in (paragraphs[:cut], paragraphs[cut:])
        )
        if max(left.height, right.height) <= area.rect.h * RESERVE:
            draft = _two_column_draft(form, area, left, right)
            yield replace(draft, terms=(*draft.terms, *_labelled_terms(items), *_unheaded_terms(items)))
            return


def column_cuts(items: tuple[Item, ...]) -> list[int]:
    """Where a list may pass into the second column: before a bullet of the first level, but not within a series."""
    return [
        place
        for place in range(1, len(items))
        if isinstance(b := items[place], Bullet) and b.level == 0 and not _continues(items, place)
    ]


def _continues(items: tuple[Item, ...], place: int) -> bool:
    """Whether a numbered bullet goes on a series that something else has begun, so that a column would cut it off."""
    number = isinstance(b := items[place], Bullet) and bool(b.number)
    return number and any(isinstance(i, Bullet) and i.level == 0 and not i.number for i in items[:place])


def _two_column_draft(form: Format, area: Area, left: Setting, right: Setting) -> Draft:
    layout = form.layout("Two Content")
    first, second = layout.slot("body", 0), layout.slot("body", 1)
    left, right = unwidowed(left, first.style, form.faces), unwidowed(right, first.style, form.faces)
    tallest = max(left, right, key=lambda s: s.height)
    fill = Fill(tallest.height / area.rect.h, 1.0)
    room = lowered(area.rect, tallest.height, tallest.lines)
    uneven = UNEVEN * (1 - min(left.height, right.height) / tallest.height)
    pitch = 1.2 * first.style.leading * left.size
    long = sum(height > 2.5 * pitch for height in (*left.heights, *right.heights))
    boxes = (
        placed(first, left, rounded(replace(room, w=left.width))),
        placed(second, right, rounded(replace(room, x=room.x + area.column + area.gutter, w=right.width))),
    )
    paragraphs = (*left.paragraphs, *right.paragraphs)
    terms = (
        *text_terms(left.size, first.style.sizes[0], fill),
        ("uneven", uneven),
        ("long in a column", LONG_IN_COLUMN * long / len(paragraphs)),
        *dense_terms(halfwidths(paragraphs)),
    )
    return Draft("Two Content", boxes, terms, left.size, fill.height, body=left.size)


def _labelled_terms(items: tuple[Item, ...]) -> Terms:
    labelled = len(items) in CARDS and all(isinstance(item, Bullet) and _labelled(item) for item in items)
    return (("labelled list", LABELLED_LIST),) if labelled else ()


def _cards(form: Format, area: Area, items: tuple[Item, ...]) -> Iterator[Draft]:
    """Bullets of one level that each begin with a label, as cards."""
    cards = [card for item in items if isinstance(item, Bullet) and (card := _labelled(item)) is not None]
    if len(cards) != len(items) or len(cards) not in CARDS:
        return
    choices = sorted((3, 2), key=lambda n: (-len(cards) % n, -n))
    for columns in (1, *choices) if len(cards) <= ACROSS else choices:
        found = grid(form, area.rect, cards, columns, "left" if columns == 1 else "top")
        if found is not None:
            fill = Fill(min(found.fill, 0.9), 1.0)
            yield Draft("Title Only", found.boxes, text_terms(found.size, 18.0, fill), found.size, found.fill)
            return


def _labelled(bullet: Bullet) -> Card | None:
    """`label：text` as a card, or None for any other bullet."""
    text = plain(bullet.text)
    places = [place for mark in ("：", ": ") if 0 < (place := text.find(mark)) <= LONGEST_LABEL * len(mark)]
    if bullet.level or bullet.number or not places:
        return None
    label, rest = split_runs(bullet.text, min(places))
    return Card(label, split_runs(rest, 1)[1]) if len(plain(rest).strip()) > 1 else None


def _quotation(form: Format, quote: Quote) -> Iterator[Draft]:
    layout = form.layout("Quote")
    slot, below = layout.slot("quote"), layout.slot("attribution")
    paragraphs = tuple(plain_paragraph(text) for text in quote.paragraphs if text)
    setting = fit(paragraphs, slot.style, form.faces, slot.rect.w, slot.rect.h)
    if setting is None:
        return
    setting = phrased(setting, slot.style, form.faces)
    boxes = [placed(slot, setting, rounded(aligned(slot, setting.width)))]
    if quote.attribution:
        said = fit((plain_paragraph(quote.attribution),), below.style, form.faces, below.rect.w, below.rect.h)
        if said is None:
            return
        boxes.append(placed(below, said))
    yield Draft("Quote", tuple(boxes), (), setting.size, setting.height / slot.rect.h, led=True)
