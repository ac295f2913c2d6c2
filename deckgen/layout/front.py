"""The first pages: title, agenda, section openers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckgen.layout.breaking import Style
from deckgen.layout.frame import area_of, head, rounded, shortened
from deckgen.layout.setting import Format, cell_height, fit_or_least, placed, plain_paragraph
from deckgen.layout.titles import counted
from deckgen.model import (
    AgendaEntry,
    AgendaSlide,
    Box,
    Notice,
    Page,
    Paragraph,
    Rect,
    Run,
    SectionSlide,
    Slot,
    TableBox,
    TableRow,
    TextBox,
    TitleSlide,
)
from deckgen.model.theme import Align

NUMBER_WIDTH = 46.0
PAGE_WIDTH = 56.0
INSET = (4.0, 4.0)
TALLEST_ROW, LOWEST_ROW = 58.0, 36.0
AGENDA_SIZES = (22.0, 20.0, 18.0)
UNNUMBERED = "\ufffc"
"""Stands for the number of the page that its run links to, until pages are numbered."""

ALIGNS: tuple[Align, ...] = ("left", "left", "right")


def title_page(form: Format, slide: TitleSlide) -> Page:
    """Title, what the posts tell of, dates and authors."""
    layout = form.layout("Title Slide")
    boxes: list[Box] = []
    notices: list[Notice] = []
    texts = (("title", slide.lines), ("subtitle", (slide.about,)), ("meta", tuple(slide.meta.split("\n"))))
    for role, lines in texts:
        paragraphs = tuple(plain_paragraph(line) for line in lines if line)
        if not paragraphs:
            continue
        slot = layout.slot(role)  # type: ignore[arg-type]
        box, fits = slotted(form, slot, paragraphs)
        boxes.append(box)
        if not fits:
            notices.append(
                Notice(f"{role} too long for the title slide, shortened", hint="give the summit a shorter name")
            )
    return Page(slide.key, "title", "Title Slide", " ".join(slide.lines), tuple(boxes), notices=tuple(notices))


def slotted(form: Format, slot: Slot, paragraphs: tuple[Paragraph, ...]) -> tuple[TextBox, bool]:
    """Paragraphs in their slot; those that do not fit are shortened from the end."""
    setting, fits = fit_or_least(paragraphs, slot.style, form.faces, slot.rect.w, slot.rect.h)
    whole = fits
    while not fits and sum(len(run.text) for p in paragraphs for run in p.text) > 1:
        paragraphs = _shortened(paragraphs)
        setting, fits = fit_or_least(paragraphs, slot.style, form.faces, slot.rect.w, slot.rect.h)
    return placed(slot, setting), whole


def _shortened(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    last = paragraphs[-1]
    text = "".join(run.text for run in last.text).rstrip("…")
    if len(text) < 8:
        return paragraphs[:-1] or (plain_paragraph("…"),)
    return (*paragraphs[:-1], replace(last, text=(Run(text[: int(len(text) * 0.85)].rstrip() + "…"),)))


def section_page(form: Format, slide: SectionSlide) -> Page:
    """A numeral, a title and one line of what it is about."""
    layout = form.layout("Section Header")
    boxes: list[Box] = []
    notices: list[Notice] = []
    for role, text in (("title", slide.title), ("number", slide.number), ("lead", slide.lead)):
        if not text:
            continue
        box, fits = slotted(form, layout.slot(role), (plain_paragraph(text),))  # type: ignore[arg-type]
        boxes.append(box)
        if not fits:
            notices.append(
                Notice(f"{role} too long for its slide, shortened: {text[:40]}…", slide.source.path, slide.source.line)
            )
    notes = "\n\n".join(note.text for note in slide.notes)
    return Page(slide.key, "section", "Section Header", slide.title, tuple(boxes), notes, notices=tuple(notices))


def series(
    form: Format, key: str, kind: str, title: str, contents: Sequence[tuple[Box, ...]], lang: str
) -> tuple[Page, ...]:
    """Pages under one title, counted from the second on."""
    pages: list[Page] = []
    base, notices = shortened(form, title, counted("", len(contents), len(contents), lang))
    for number, boxes in enumerate(contents, 1):
        own = base if number == 1 else counted(base, number, len(contents), lang)
        head_box = head(form, "Title Only", own)
        page_key = key if number == 1 else f"{key}/{number}"
        pages.append(Page(page_key, kind, "Title Only", own, (head_box, *boxes), notices=notices))
        notices = ()
    return tuple(pages)


def agenda_pages(form: Format, slide: AgendaSlide, lang: str) -> tuple[Page, ...]:
    """A line an entry, in two columns where one is too short, on several pages where two are.

    The numbers of the pages that the entries lead to are not known yet: `numbered` fills them in.
    """
    area = area_of(form, False).rect
    column = int(area.h // LOWEST_ROW)
    whole = _agenda_table(form, slide.entries, area)
    alone: list[tuple[TableBox, ...]] = [] if whole is None else [(whole,)]
    chunks = alone or _agenda_columns(form, slide.entries, area, column)
    return series(form, slide.key, "agenda", slide.title, chunks, lang)


def _agenda_columns(
    form: Format, entries: tuple[AgendaEntry, ...], area: Rect, most: int
) -> list[tuple[TableBox, ...]]:
    """Entries in pages of two columns, as many a column as stand in it."""
    width = (area.w - 36) / 2
    left, right = replace(area, w=width), replace(area, x=area.x + width + 36, w=width)
    pages: list[tuple[TableBox, ...]] = []
    rest = entries
    while rest:
        tables: list[TableBox] = []
        half = min(most, -(-len(rest) // 2))
        for rect in (left, right):
            count, table = _longest_table(form, rest[:half], rect)
            if table is not None:
                tables.append(table)
            rest = rest[count:]
        pages.append(tuple(tables))
    return pages


def _longest_table(form: Format, entries: tuple[AgendaEntry, ...], rect: Rect) -> tuple[int, TableBox | None]:
    for count in range(len(entries), 0, -1):
        table = _agenda_table(form, entries[:count], rect)
        if table is not None:
            return count, table
    return (1, _agenda_table(form, (_clipped(entries[0]),), rect)) if entries else (0, None)


def _clipped(entry: AgendaEntry) -> AgendaEntry:
    return replace(entry, title=entry.title[:60] + "…")


def _agenda_table(form: Format, entries: tuple[AgendaEntry, ...], rect: Rect) -> TableBox | None:
    """The entries as one table at the largest size that fits, or None."""
    columns = (NUMBER_WIDTH, rect.w - NUMBER_WIDTH - PAGE_WIDTH, PAGE_WIDTH)
    for size in AGENDA_SIZES:
        heights = [_row_height(form, entry, columns[1], size) for entry in entries]
        if sum(heights) > rect.h:
            continue
        spare = max(0.0, min(TALLEST_ROW * len(entries), rect.h) - sum(heights)) / len(entries)
        rows = tuple(_agenda_row(e, round(h + spare, 2)) for e, h in zip(entries, heights, strict=True))
        box = rounded(replace(rect, h=sum(row.height for row in rows)))
        return TableBox(box, columns, rows, size, "agenda", False, "agenda", ALIGNS, INSET)
    return None


def _row_height(form: Format, entry: AgendaEntry, width: float, size: float) -> float:
    height = cell_height((Run(entry.title),), Style(form.faces), width - 2 * INSET[0], size)
    return max(LOWEST_ROW, height + 2 * INSET[1])


def _agenda_row(entry: AgendaEntry, height: float) -> TableRow:
    link = f"#{entry.target}" if entry.target else ""
    number = Paragraph((Run(entry.number),) if entry.number else (), color="accent", bold=True)
    page = Paragraph((Run(UNNUMBERED, link=link),), color="muted")
    return TableRow(height, ((number,), (Paragraph((Run(entry.title),)),), (page,)))


def numbered(box: Box, numbers: dict[str, int]) -> Box:
    """The box with page numbers in place of the marks that stand for them; a mark that leads nowhere is dropped."""
    match box:
        case TableBox():
            rows = tuple(replace(row, cells=tuple(_numbered_all(c, numbers) for c in row.cells)) for row in box.rows)
            return replace(box, rows=rows)
        case TextBox():
            return replace(box, paragraphs=_numbered_all(box.paragraphs, numbers))
        case _:
            return box


def _numbered_all(paragraphs: tuple[Paragraph, ...], numbers: dict[str, int]) -> tuple[Paragraph, ...]:
    return tuple(_numbered(paragraph, numbers) for paragraph in paragraphs)


def _numbered(paragraph: Paragraph, numbers: dict[str, int]) -> Paragraph:
    if len(paragraph.text) != 1 or paragraph.text[0].text != UNNUMBERED:
        return paragraph
    run = paragraph.text[0]
    number = numbers.get(run.link.removeprefix("#"))
    return replace(paragraph, text=() if number is None else (replace(run, text=str(number)),))
