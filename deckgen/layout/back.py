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
MOST_IN_COLUMN = 4
SOURCE_SIZES = (20.0, 18.0, 16.0, 14.0)
SOURCE_INSET = (10.0, 7.0)


def takeaway_pages(form: Format, slide: TakeawaysSlide, lang: str) -> tuple[Page, ...]:
    """A card a takeaway: its section's name above the sentence, the page that tells of it in the corner."""
    area = area_of(form, False)
    groups = _card_groups(form, area, slide.takeaways)
    return series(form, slide.key, "takeaways", slide.title, [cards.boxes for cards in groups], lang)


def _card_groups(form: Format, area: Area, takeaways: tuple[Takeaway, ...]) -> list[Grid]:
    """In one column where that fits, else in two, else evenly on as few pages as they need."""
    cards = tuple(_card(takeaway) for takeaway in takeaways)
    for pages in range(ceil(len(cards) / MOST_CARDS), len(cards) + 1):
        share = ceil(len(cards) / pages)
        grids = [_card_grid(form, area, cards[n : n + share]) for n in range(0, len(cards), share)]
        found = [g for g in grids if g is not None]
        if len(found) == len(grids):
            return found
    return [_alone(form, area, card) for card in cards]


def _alone(form: Format, area: Area, card: Card) -> Grid:
    """A card by itself; a text too long even so is shortened."""
    while (found := grid(form, area.rect, (card,), 1, "left")) is None:
        card = replace(card, label=_halved(card.label), text=_halved(card.text))
    return found


def _card_grid(form: Format, area: Area, some: tuple[Card, ...]) -> Grid | None:
    one = grid(form, area.rect, some, 1, "left") if len(some) <= MOST_IN_COLUMN else None
    return one or grid(form, area.rect, some, 2, "left")


def _card(takeaway: Takeaway) -> Card:
    label = runs(takeaway.label)
    return Card(label, takeaway.bullet.text, page_link(takeaway.target, UNNUMBERED))


def _halved(text: Runs) -> Runs:
    whole = plain(text)
    return runs(whole[: len(whole) // 2] + "…")


def source_pages(form: Format, slide: SourcesSlide, lang: str) -> tuple[Page, ...]:
    """A row a post: title and authors, date, and where it can be read; on as many pages as they need."""
    area = area_of(form, False)
    size = next(
        (s for s in SOURCE_SIZES if _sources_height(form, area, slide.entries, s) <= area.rect.h), SOURCE_SIZES[-1]
    )
    groups: list[list[TableRow]] = [[]]
    for entry in slide.entries:
        row = _source_row(form, area, entry, size)
        if groups[-1] and sum(r.height for r in groups[-1]) + row.height > area.rect.h:
            groups.append([])
        groups[-1].append(row)
    tables = [(_source_table(area, tuple(rows), size),) for rows in groups]
    return series(form, slide.key, "sources", slide.title, tables, lang)


def _source_columns(area: Area) -> tuple[float, float]:
    date = 130.0
    return area.rect.w - date, date


def _source_table(area: Area, rows: tuple[TableRow, ...], size: float) -> TableBox:
    rect = rounded(replace(area.rect, h=sum(row.height for row in rows)))
    return TableBox(
        rect, _source_columns(area), rows, size, "sources", False, "agenda", ("left", "right"), SOURCE_INSET
    )


def _sources_height(form: Format, area: Area, entries: tuple[SourceEntry, ...], size: float) -> float:
    return sum(_source_row(form, area, entry, size).height for entry in entries)


def _source_row(form: Format, area: Area, entry: SourceEntry, size: float) -> TableRow:
    """The title over authors and link; a very long one is shortened, so that a row never outgrows a page."""
    width = _source_columns(area)[0] - 2 * SOURCE_INSET[0]
    small = max(12.0, size - 4)
    where = entry.link or entry.path
    texts = [Paragraph((Run(_short(entry.title, 200)),), bold=True)]
    if entry.authors:
        texts.append(Paragraph((Run(_short("、".join(entry.authors), 200)),), size=small))
    if where:
        texts.append(Paragraph((Run(_short(where, 200), link=entry.link),), size=small, color="muted"))
    heights = [cell_height(t.text, Style(form.faces, bool(t.bold)), width, t.size or size) for t in texts]
    date = (Paragraph((Run(entry.date.isoformat()),) if entry.date else (), size=small, color="muted"),)
    return TableRow(round(sum(heights) + 2 * SOURCE_INSET[1], 2), (tuple(texts), date))


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
