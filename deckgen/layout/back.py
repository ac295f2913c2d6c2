"""The last pages: what to remember, and the posts that the deck was made from."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from deckgen.layout.breaking import Style
from deckgen.layout.cards import Card, Grid, grid, page_link
from deckgen.layout.frame import Area, area_of, rounded
from deckgen.layout.front import UNNUMBERED, series
from deckgen.layout.setting import Format, cell_height
from deckgen.model import (
    Page,
    Paragraph,
    Rect,
    Run,
    Runs,
    SourceEntry,
    SourcesSlide,
    TableBox,
    TableRow,
    Takeaway,
    TakeawaysSlide,
    plain,
    runs,
)

MOST_CARDS = 8
MOST_IN_COLUMN = 5
SOURCE_SIZES = (22.0, 20.0, 18.0, 16.0)
SOURCE_INSET = (0.0, 10.0)


def takeaway_pages(form: Format, slide: TakeawaysSlide) -> tuple[Page, ...]:
    """A card a takeaway: its section's name above the sentence, the page that tells of it in the corner."""
    area = area_of(form, False)
    groups = _card_groups(form, area, slide.takeaways)
    return series(form, slide.key, "takeaways", slide.title, [cards.boxes for cards in groups])


def _card_groups(form: Format, area: Area, takeaways: tuple[Takeaway, ...]) -> list[Grid]:
    """In one column where that fits, else in two, else evenly on as few pages as they need; all cards alike."""
    cards = tuple(_card(takeaway) for takeaway in takeaways)
    for pages in range(ceil(len(cards) / MOST_CARDS), len(cards) + 1):
        share = ceil(len(cards) / pages)
        groups = [cards[n : n + share] for n in range(0, len(cards), share)]
        for columns in (1, 2) if share <= MOST_IN_COLUMN else (2,):
            grids = [grid(form, area.rect, group, columns, "left", groups) for group in groups]
            found = [g for g in grids if g is not None]
            if len(found) == len(grids):
                return found
    return [_alone(form, area, card) for card in cards]


def _alone(form: Format, area: Area, card: Card) -> Grid:
    """A card by itself; a text too long even so is shortened."""
    while (found := grid(form, area.rect, (card,), 1, "left")) is None:
        card = replace(card, label=_halved(card.label), text=_halved(card.text))
    return found


def _card(takeaway: Takeaway) -> Card:
    """The one link of a card leads to the page that tells of it."""
    text = tuple(replace(run, link="") for run in takeaway.bullet.text)
    return Card(runs(takeaway.label), text, page_link(takeaway.target, UNNUMBERED))


def _halved(text: Runs) -> Runs:
    whole = plain(text)
    return runs(whole[: len(whole) // 2] + "…")


def source_pages(form: Format, slide: SourcesSlide) -> tuple[Page, ...]:
    """A row a post, beside the motif: title, authors and date, and where it can be read; on as many pages as needed."""
    room = form.layout("Closing").slot("body").rect
    sizes = (s for s in SOURCE_SIZES if sum(_source_row(form, room, e, s).height for e in slide.entries) <= room.h)
    size = next(sizes, SOURCE_SIZES[-1])
    groups: list[list[TableRow]] = [[]]
    for entry in slide.entries:
        row = _source_row(form, room, entry, size)
        if groups[-1] and sum(r.height for r in groups[-1]) + row.height > room.h:
            groups.append([])
        groups[-1].append(row)
    tables = [(_source_table(room, tuple(rows), size),) for rows in groups]
    return series(form, slide.key, "sources", slide.title, tables, "Closing")


def _source_table(room: Rect, rows: tuple[TableRow, ...], size: float) -> TableBox:
    rect = rounded(replace(room, h=sum(row.height for row in rows)))
    return TableBox(rect, (room.w,), rows, size, "sources", False, "agenda", ("left",), SOURCE_INSET)


def _source_row(form: Format, room: Rect, entry: SourceEntry, size: float) -> TableRow:
    """The title over authors, date and link; a very long one is shortened, so that a row never outgrows a page."""
    small = max(12.0, size - 4)
    told = [*((_short("、".join(entry.authors), 120),) if entry.authors else ())]
    told += [entry.date.isoformat()] if entry.date else []
    where = entry.link or entry.path
    texts = [Paragraph((Run(_short(entry.title, 160)),), bold=True)]
    if told:
        texts.append(Paragraph((Run(" · ".join(told)),), size=small))
    if where:
        texts.append(Paragraph((Run(_short(where, 160), link=entry.link),), size=small, color="muted"))
    heights = [cell_height(t.text, Style(form.faces, bool(t.bold)), room.w - 2, t.size or size) for t in texts]
    return TableRow(round(sum(heights) + 2 * SOURCE_INSET[1], 2), (tuple(texts),))


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
