"""Pages of text: a list, two columns, two headed groups, a quotation, a statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckgen.layout.badness import LABELLED_LIST, UNEVEN, UNHEADED, Fill, Terms, dense_terms, quote_terms, text_terms
from deckgen.layout.breaking import is_wide
from deckgen.layout.cards import Card, grid
from deckgen.layout.frame import Area, Draft, rounded
from deckgen.layout.setting import (
    RESERVE,
    Format,
    Setting,
    fit,
    paragraph_of,
    placed,
    plain_paragraph,
    set_text,
    split_runs,
)
from deckgen.model import Bullet, Item, Paragraph, Quote, Rect, Run, Runs, TextStyle, plain

ROOMY = ((28.0, 0.8), (26.0, 0.8), (24.0, 0.7))
"""Sizes and spaces after a paragraph, tried in turn for text that would leave its room mostly empty."""

WIDEST_SPACE = 1.1
"""The most space after a paragraph, as a fraction of its size, that little text is spread with."""

FEW = 5
"""Text of no more paragraphs than these may be set larger than the theme prefers."""

COMFORTABLE = 0.66
"""The share of the height that text set larger may take."""

CARDS = range(3, 10)
"""How many labelled bullets become cards."""

LONGEST_LABEL = 13

LIST_COLUMNS_FROM = 6
"""A list shorter than this is not set in two columns."""


def paragraphs_of(items: tuple[Item, ...]) -> tuple[Paragraph, ...]:
    """Bullets and quotations as paragraphs; a bullet with bullets below it is their label."""
    paragraphs: list[Paragraph] = []
    for place, item in enumerate(items):
        following = items[place + 1] if place + 1 < len(items) else None
        match item:
            case Bullet():
                label = isinstance(following, Bullet) and following.level > item.level
                paragraphs.append(paragraph_of(item, label))
            case Quote():
                paragraphs.extend(quoted(item))
            case _:
                raise TypeError(f"not text: {item!r}")
    return tuple(paragraphs)


def quoted(quote: Quote) -> tuple[Paragraph, ...]:
    """A quotation inside a list: italic paragraphs without a mark, who said it last."""
    paragraphs = [plain_paragraph(_italic(text)) for text in quote.paragraphs if text]
    if quote.attribution:
        paragraphs.append(replace(plain_paragraph(f"— {quote.attribution}"), color="muted"))
    return tuple(paragraphs)


def _italic(text: Runs) -> Runs:
    return tuple(replace(run, italic=True) for run in text)


def text_drafts(form: Format, area: Area, items: tuple[Item, ...]) -> Iterator[Draft]:
    """Every page that holds a run of bullets and quotations and nothing else."""
    yield from _one_column(form, area, items)
    yield from _comparison(form, items)
    yield from _two_columns(form, area, items)
    yield from _cards(form, area, items)
    if len(items) == 1 and isinstance(items[0], Quote):
        yield from _quotation(form, items[0])


def _one_column(form: Format, area: Area, items: tuple[Item, ...]) -> Iterator[Draft]:
    if len(items) == 1 and isinstance(first := items[0], Bullet) and not first.level and not first.number:
        draft = statement(form, area, first)
        if draft is not None:
            yield replace(draft, lone=True)
            return
    paragraphs = paragraphs_of(items)
    slot = form.layout("Title and Content").slot("body")
    setting = fit(paragraphs, slot.style, form.faces, area.rect.w, area.rect.h)
    if setting is None:
        return
    setting = _roomy(form, paragraphs, slot.style, setting, area.rect)
    fill = Fill(setting.height / area.rect.h, setting.widest / area.rect.w)
    rect = lowered(area.rect, setting)
    terms = (
        *text_terms(setting.size, slot.style.sizes[0], fill),
        *quote_terms(items),
        *_labelled_terms(items),
        *dense_terms(halfwidths(paragraphs)),
    )
    yield Draft("Title and Content", (placed(slot, setting, rect),), terms, setting.size, fill.height)


def _roomy(form: Format, paragraphs: tuple[Paragraph, ...], style: TextStyle, setting: Setting, rect: Rect) -> Setting:
    """Little text is set larger, and what is still short of its page wider apart."""
    if setting.size < style.sizes[0] or setting.height > COMFORTABLE * rect.h:
        return setting
    best = setting
    if len(paragraphs) <= FEW:
        larger = (set_text(paragraphs, style, form.faces, rect.w, size, after) for size, after in ROOMY)
        best = next((s for s in larger if s.height <= COMFORTABLE * rect.h), setting)
    gaps = len(paragraphs) - 1
    if not gaps:
        return best
    after = min(WIDEST_SPACE, best.after + (COMFORTABLE * rect.h - best.height) / (gaps * best.size))
    return set_text(paragraphs, style, form.faces, rect.w, best.size, round(max(best.after, after), 2))


def halfwidths(paragraphs: tuple[Paragraph, ...]) -> int:
    """How much there is to read: an ideograph counts two, any other character one."""
    return sum(2 if is_wide(char) else 1 for p in paragraphs for run in p.text for char in run.text)


def lowered(rect: Rect, setting: Setting) -> Rect:
    """Room for text, begun a little lower where much of it stays empty: the optical middle is above the middle."""
    free = rect.h - setting.height
    drop = min(64.0, 0.3 * max(0.0, free - 0.4 * rect.h))
    return rounded(replace(rect, y=rect.y + drop, h=rect.h - drop))


def _two_columns(form: Format, area: Area, items: tuple[Item, ...]) -> Iterator[Draft]:
    if len(items) < LIST_COLUMNS_FROM or any(isinstance(item, Quote) for item in items):
        return
    layout = form.layout("Two Content")
    style = layout.slot("body").style
    cuts = _column_cuts(items)
    paragraphs = paragraphs_of(items)
    for size in style.sizes if cuts else ():
        cut = _evenest(set_text(paragraphs, style, form.faces, area.column, size), cuts)
        left, right = (
            set_text(half, style, form.faces, area.column, size) for half in (paragraphs[:cut], paragraphs[cut:])
        )
        if max(left.height, right.height) <= area.rect.h * RESERVE:
            draft = _two_column_draft(form, area, left, right)
            yield replace(draft, terms=(*draft.terms, *_labelled_terms(items)))
            return


def _column_cuts(items: tuple[Item, ...]) -> list[int]:
    """Where a list may pass into the second column: before a bullet of the first level."""
    return [place for place in range(1, len(items)) if isinstance(b := items[place], Bullet) and b.level == 0]


def _evenest(whole: Setting, cuts: list[int]) -> int:
    """The cut that makes two columns most alike in height."""
    heights = [height + whole.after * whole.size for height in whole.heights]
    return min(cuts, key=lambda cut: abs(sum(heights[:cut]) - sum(heights[cut:])))


def _two_column_draft(form: Format, area: Area, left: Setting, right: Setting) -> Draft:
    layout = form.layout("Two Content")
    first, second = layout.slot("body", 0), layout.slot("body", 1)
    tallest = max(left, right, key=lambda s: s.height)
    fill = Fill(tallest.height / area.rect.h, 1.0)
    room = lowered(area.rect, tallest)
    uneven = UNEVEN * (1 - min(left.height, right.height) / tallest.height)
    headed = left.paragraphs[0].bold and right.paragraphs[0].bold
    boxes = (
        placed(first, left, rounded(replace(room, w=area.column))),
        placed(second, right, rounded(replace(room, x=room.x + area.column + area.gutter, w=area.column))),
    )
    terms = (
        *text_terms(left.size, first.style.sizes[0], fill),
        ("uneven", uneven),
        ("unheaded", UNHEADED if headed else 0.0),
        *dense_terms(halfwidths((*left.paragraphs, *right.paragraphs))),
    )
    return Draft("Two Content", boxes, terms, left.size, fill.height)


def _comparison(form: Format, items: tuple[Item, ...]) -> Iterator[Draft]:
    """Two labelled groups under headed bars."""
    groups = _two_groups(items)
    if groups is None:
        return
    layout = form.layout("Comparison")
    headings = [layout.slot("heading", n) for n in (0, 1)]
    bodies = [layout.slot("body", n) for n in (0, 1)]
    style = bodies[0].style
    labels = [
        fit((plain_paragraph(group[0].text),), h.style, form.faces, h.rect.w, h.rect.h)
        for group, h in zip(groups, headings, strict=True)
    ]
    for size in style.sizes:
        texts = [
            set_text(paragraphs_of(_raised(group[1:])), style, form.faces, body.rect.w, size)
            for group, body in zip(groups, bodies, strict=True)
        ]
        if all(t.height <= b.rect.h * 0.97 for t, b in zip(texts, bodies, strict=True)):
            break
    else:
        return
    if labels[0] is None or labels[1] is None:
        return
    boxes = []
    for heading, label, body, text in zip(headings, labels, bodies, texts, strict=True):
        assert label is not None
        boxes += [placed(heading, label), placed(body, text)]
    tallest = max(t.height for t in texts)
    fill = Fill(tallest / bodies[0].rect.h, 1.0)
    uneven = UNEVEN * (1 - min(t.height for t in texts) / tallest)
    terms = (*text_terms(texts[0].size, style.sizes[0], fill), ("uneven", 0.5 * uneven))
    yield Draft("Comparison", tuple(boxes), terms, texts[0].size, fill.height)


def _two_groups(items: tuple[Item, ...]) -> tuple[tuple[Bullet, ...], tuple[Bullet, ...]] | None:
    """The items as exactly two labels, each with bullets below it, or None."""
    bullets = tuple(item for item in items if isinstance(item, Bullet))
    labels = [place for place, bullet in enumerate(bullets) if bullet.level == 0]
    if len(bullets) != len(items) or len(labels) != 2 or labels[0] != 0:
        return None
    first, second = bullets[: labels[1]], bullets[labels[1] :]
    return (first, second) if min(len(first), len(second)) > 1 else None


def _raised(bullets: tuple[Bullet, ...]) -> tuple[Bullet, ...]:
    return tuple(replace(bullet, level=max(0, bullet.level - 1)) for bullet in bullets)


def _labelled_terms(items: tuple[Item, ...]) -> Terms:
    labelled = len(items) in CARDS and all(isinstance(item, Bullet) and _labelled(item) for item in items)
    return (("labelled list", LABELLED_LIST),) if labelled else ()


def _cards(form: Format, area: Area, items: tuple[Item, ...]) -> Iterator[Draft]:
    """Bullets of one level that each begin with a label, as cards."""
    cards = [card for item in items if isinstance(item, Bullet) and (card := _labelled(item)) is not None]
    if len(cards) != len(items) or len(cards) not in CARDS:
        return
    for columns in sorted((3, 2), key=lambda n: (-len(cards) % n, -n)):
        found = grid(form, area.rect, cards, columns, "top")
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
    boxes = [placed(slot, setting)]
    if quote.attribution:
        said = fit((plain_paragraph(quote.attribution),), below.style, form.faces, below.rect.w, below.rect.h)
        if said is None:
            return
        boxes.append(placed(below, said))
    yield Draft("Quote", tuple(boxes), (), setting.size, setting.height / slot.rect.h)


def statement(form: Format, area: Area, lead: Bullet) -> Draft | None:
    """A slide that has nothing but its lead: the sentence set large."""
    slot = form.layout("Title and Content").slot("body")
    text = tuple(replace(run, bold=False) for run in lead.text)
    paragraph = Paragraph(text or (Run(" "),), color="primary")
    setting = fit((paragraph,), slot.style, form.faces, area.rect.w, area.rect.h, (32.0, 28.0, 26.0, *slot.style.sizes))
    if setting is None:
        return None
    drop = 0.34 * max(0.0, area.rect.h - setting.height)
    rect = rounded(replace(area.rect, y=area.rect.y + drop, h=area.rect.h - drop))
    return Draft("Title and Content", (placed(slot, setting, rect),), (), setting.size, setting.height / area.rect.h)
