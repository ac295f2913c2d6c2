"""The last pages: what to remember, and the posts that the deck was made from."""

from __future__ import annotations

from dataclasses import replace

from deckgen.layout.breaking import Style, extent
from deckgen.layout.frame import Area, area_of, head, rounded
from deckgen.layout.setting import PITCH, RESERVE, Format, Setting, set_text
from deckgen.model import (
    Box,
    Page,
    Paragraph,
    Rect,
    Run,
    ShapeBox,
    SourceEntry,
    SourcesSlide,
    TableBox,
    TableRow,
    Takeaway,
    TakeawaysSlide,
    TextBox,
    TextStyle,
)

BAR = 5.0
PADDING = (18.0, 11.0)
CARD_GAP = 14.0
TALLEST_CARD = 92.0
CARD_SIZES = (20.0, 18.0)
CARD_STYLE = TextStyle(CARD_SIZES, leading=1.05, after=0.15)
SOURCE_SIZES = (18.0, 16.0, 14.0)
SOURCE_INSET = (10.0, 7.0)


def takeaway_pages(form: Format, slide: TakeawaysSlide, more: str) -> tuple[Page, ...]:
    """A card a takeaway: its section's name above, linked, and the sentence below it."""
    area = area_of(form, False)
    groups = _card_groups(form, area, slide.takeaways)
    pages = []
    for number, (group, size) in enumerate(groups):
        title = slide.title if number == 0 else more.format(title=slide.title, number=number + 1, count=len(groups))
        key = slide.key if number == 0 else f"{slide.key}/{number + 1}"
        box, notices = head(form, "Title Only", title)
        cards = _cards(form, area, group, size, number == 0)
        pages.append(Page(key, "takeaways", "Title Only", title, (box, *cards), notices=notices))
    return tuple(pages)


def _card_groups(form: Format, area: Area, takeaways: tuple[Takeaway, ...]) -> list[tuple[tuple[Takeaway, ...], float]]:
    """All on one page at the largest size where they fit, else as evenly as they can be over several."""
    for size in CARD_SIZES:
        if _stack_height(form, area, takeaways, size) <= area.rect.h:
            return [(takeaways, size)]
    groups: list[tuple[tuple[Takeaway, ...], float]] = []
    size = CARD_SIZES[-1]
    start = 0
    while start < len(takeaways):
        end = start + 1
        while end < len(takeaways) and _stack_height(form, area, takeaways[start : end + 1], size) <= area.rect.h:
            end += 1
        groups.append((takeaways[start:end], size))
        start = end
    return groups


def _stack_height(form: Format, area: Area, takeaways: tuple[Takeaway, ...], size: float) -> float:
    heights = [_card_height(_card_text(form, area, t, size)) for t in takeaways]
    return sum(heights) + CARD_GAP * (len(heights) - 1)


def _card_text(form: Format, area: Area, takeaway: Takeaway, size: float) -> Setting:
    label = Paragraph((Run(takeaway.label, link=f"#{takeaway.target}"),), color="primary", bold=True)
    text = Paragraph(takeaway.bullet.text)
    paragraphs = (label, text) if takeaway.label else (text,)
    return set_text(paragraphs, CARD_STYLE, form.faces, area.rect.w - BAR - 2 * PADDING[0], size)


def _card_height(setting: Setting) -> float:
    return setting.height / RESERVE + 2 * PADDING[1]


def _cards(form: Format, area: Area, group: tuple[Takeaway, ...], size: float, first: bool) -> list[Box]:
    settings = [_card_text(form, area, takeaway, size) for takeaway in group]
    heights = [_card_height(setting) for setting in settings]
    free = area.rect.h - sum(heights) - CARD_GAP * (len(heights) - 1)
    stretch = min(free / len(heights), max(0.0, TALLEST_CARD - sum(heights) / len(heights)))
    left_over = free - stretch * len(heights)
    y = area.rect.y + (0.25 * left_over if first else 0.0)
    boxes: list[Box] = []
    for number, (setting, height) in enumerate(zip(settings, heights, strict=True)):
        card = rounded(Rect(area.rect.x, y, area.rect.w, height + stretch))
        boxes += _card(card, setting, number)
        y += height + stretch + CARD_GAP
    return boxes


def _card(card: Rect, setting: Setting, number: int) -> list[Box]:
    text = Rect(card.x + BAR + PADDING[0], card.y + PADDING[1], card.w - BAR - 2 * PADDING[0], card.h - 2 * PADDING[1])
    return [
        ShapeBox(card, "surface", f"card {number + 1}"),
        ShapeBox(replace(card, w=BAR), f"series{number}", f"bar {number + 1}"),
        TextBox(
            rounded(text),
            None,
            setting.paragraphs,
            setting.size,
            CARD_STYLE.leading,
            CARD_STYLE.after,
            name=f"takeaway {number + 1}",
            anchor="middle",
            lines=setting.lines,
        ),
    ]


def source_pages(form: Format, slide: SourcesSlide, more: str) -> tuple[Page, ...]:
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
    pages = []
    for number, rows in enumerate(groups):
        title = slide.title if number == 0 else more.format(title=slide.title, number=number + 1, count=len(groups))
        key = slide.key if number == 0 else f"{slide.key}/{number + 1}"
        box, notices = head(form, "Title Only", title)
        table = _source_table(area, tuple(rows), size)
        pages.append(Page(key, "sources", "Title Only", title, (box, table), notices=notices))
    return tuple(pages)


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
    texts = [Paragraph((Run(_short(entry.title, 200), link=entry.link),), bold=True)]
    if entry.authors:
        texts.append(Paragraph((Run(_short("、".join(entry.authors), 200)),), size=small))
    if where:
        texts.append(Paragraph((Run(_short(where, 200), link=entry.link),), size=small, color="muted"))
    height = 0.0
    for text in texts:
        own = text.size or size
        height += extent(text.text, Style(form.faces, bool(text.bold)), width, own).lines * PITCH * own
    date = (Paragraph((Run(entry.date.isoformat()),) if entry.date else (), size=small, color="muted"),)
    return TableRow(round(height / RESERVE + 2 * SOURCE_INSET[1], 2), (tuple(texts), date))


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
