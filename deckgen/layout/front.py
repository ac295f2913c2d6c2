"""The first pages: title, agenda, section openers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from deckgen.layout.breaking import Style
from deckgen.layout.frame import CERTAIN, aligned, area_of, head, rounded, shortened
from deckgen.layout.phrases import phrased
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
from deckgen.model.theme import Align, LayoutName

NUMBER_WIDTH = 46.0
PAGE_WIDTH = 56.0
INSET = (4.0, 4.0)
TALLEST_ROW, LOWEST_ROW = 52.0, 36.0
AGENDA_SIZES = (22.0, 20.0, 18.0)
ABOVE_FOOTER, AGENDA_GUTTER = 14.0, 36.0
LONGEST_ENTRY = 90
"""Free room between the agenda and the footer, between its columns, and the characters of its longest entry."""

UNNUMBERED = "\ufffc"
"""Stands for the number of the page that its run links to, until pages are numbered."""

ALIGNS: tuple[Align, ...] = ("left", "left", "right")


def title_page(form: Format, slide: TitleSlide) -> Page:
    """Title, what the posts tell of, dates and authors."""
    layout = form.layout("Title Slide")
    boxes: list[Box] = []
    notices: list[Notice] = []
    texts = (
        ("title", slide.lines),
        ("subtitle", tuple(slide.about.split("\n"))),
        ("meta", tuple(slide.meta.split("\n"))),
    )
    for role, lines in texts:
        paragraphs = tuple(plain_paragraph(line) for line in lines if line)
        if not paragraphs:
            continue
        slot = layout.slot(role)  # type: ignore[arg-type]
        box, fits = slotted(form, slot, paragraphs)
        boxes.append(box)
        if not fits:
            notices.append(
                Notice(
                    f"{role} too long for the title slide, shortened",
                    hint="give the summit a shorter name",
                    rule="title-long",
                )
            )
    return Page(slide.key, "title", "Title Slide", " ".join(slide.lines), tuple(boxes), notices=tuple(notices))


def slotted(form: Format, slot: Slot, paragraphs: tuple[Paragraph, ...]) -> tuple[TextBox, bool]:
    """Paragraphs in their slot; those that do not fit are shortened from the end."""
    width = slot.rect.w * (CERTAIN if slot.holder else 1.0)
    setting, fits = fit_or_least(paragraphs, slot.style, form.faces, width, slot.rect.h)
    whole = fits
    while not fits and sum(len(run.text) for p in paragraphs for run in p.text) > 1:
        paragraphs = _shortened(paragraphs)
        setting, fits = fit_or_least(paragraphs, slot.style, form.faces, width, slot.rect.h)
    setting = phrased(setting, slot.style, form.faces)
    narrower = rounded(aligned(slot, setting.width)) if setting.width < width and not slot.stays else None
    return placed(slot, setting, narrower), whole


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
        if not text or not layout.has(role):  # type: ignore[arg-type]
            continue
        box, fits = slotted(form, layout.slot(role), (plain_paragraph(text),))  # type: ignore[arg-type]
        boxes.append(box)
        if not fits:
            notices.append(
                Notice(
                    f"{role} too long for its slide, shortened: {text[:40]}…",
                    slide.source.path,
                    slide.source.line,
                    rule="text-cut" if role == "lead" else "title-long",
                )
            )
    notes = "\n\n".join(note.text for note in slide.notes)
    return Page(slide.key, "section", "Section Header", slide.title, tuple(boxes), notes, notices=tuple(notices))


def series(
    form: Format,
    key: str,
    kind: str,
    title: str,
    contents: Sequence[tuple[Box, ...]],
    layout: LayoutName = "Title Only",
) -> tuple[Page, ...]:
    """Pages under one title, counted where they are several."""
    pages: list[Page] = []
    count = len(contents)
    base, notices = shortened(form, title, counted("", count, count) if count > 1 else "", 1)
    for number, boxes in enumerate(contents, 1):
        own = counted(base, number, count) if count > 1 else base
        head_box = head(form, layout, own)
        page_key = key if number == 1 else f"{key}/{number}"
        pages.append(Page(page_key, kind, layout, own, (head_box, *boxes), notices=notices))
        notices = ()
    return tuple(pages)


def agenda_pages(form: Format, slide: AgendaSlide) -> tuple[Page, ...]:
    """A line an entry, in two columns where one is too short, on several pages where two are.

    All rows are alike, but where one column would else not do. The numbers of the pages that the entries lead to are
    not known yet: `numbered` fills them in.
    """
    room = area_of(form, False).rect
    room = replace(room, h=room.h - ABOVE_FOOTER)
    entries = tuple(replace(e, title=_clipped(e.title)) for e in slide.entries)
    needed = {columns: _fewest_pages(form, entries, room, columns) for columns in (1, 2)}
    uneven = _uneven_rows(form, entries, room) if min(needed.values()) > 1 else ()
    if uneven:
        table = _agenda_table(entries, room, AGENDA_SIZES[-1], *uneven)
        return series(form, slide.key, "agenda", slide.title, [(table,)])
    columns = 1 if needed[1] <= needed[2] else 2
    pages, width = needed[columns], _column_width(room, columns)
    column = ceil(len(entries) / pages / columns)
    rows = _agenda_rows(form, entries, width, room.h, column) or (AGENDA_SIZES[-1], LOWEST_ROW)
    tables = [
        _agenda_table(
            entries[start : start + column],
            replace(room, x=room.x + (number % columns) * (width + AGENDA_GUTTER), w=width),
            *rows,
        )
        for number, start in enumerate(range(0, len(entries), column))
    ]
    contents = [tuple(tables[start : start + columns]) for start in range(0, len(tables), columns)]
    return series(form, slide.key, "agenda", slide.title, contents)


def _fewest_pages(form: Format, entries: tuple[AgendaEntry, ...], room: Rect, columns: int) -> int:
    """How many pages of so many columns the entries need."""
    width = _column_width(room, columns)
    pages = max(1, ceil(len(entries) / (columns * int(room.h // LOWEST_ROW))))
    while pages < len(entries) and not _agenda_rows(form, entries, width, room.h, ceil(len(entries) / pages / columns)):
        pages += 1
    return pages


def _column_width(room: Rect, columns: int) -> float:
    return (room.w - AGENDA_GUTTER * (columns - 1)) / columns


def _clipped(title: str) -> str:
    return title if len(title) <= LONGEST_ENTRY else title[: LONGEST_ENTRY - 1] + "…"


def _agenda_rows(
    form: Format, entries: tuple[AgendaEntry, ...], width: float, height: float, count: int
) -> tuple[float, float] | None:
    """The size of the text and the height of every row, where so many stand one below the other, or None."""
    column = width - NUMBER_WIDTH - PAGE_WIDTH
    for size in AGENDA_SIZES:
        row = max((_row_height(form, entry, column, size) for entry in entries), default=LOWEST_ROW)
        if row * count <= height:
            return size, round(max(row, min(TALLEST_ROW, height / max(1, count))), 2)
    return None


def _uneven_rows(form: Format, entries: tuple[AgendaEntry, ...], room: Rect) -> tuple[float, ...]:
    """The heights of rows that are as high as each needs, all of them in the room; none where they are too high."""
    column = room.w - NUMBER_WIDTH - PAGE_WIDTH
    needed = [_row_height(form, entry, column, AGENDA_SIZES[-1], 0.0) for entry in entries]
    spare = (room.h - sum(needed)) / max(1, len(needed))
    return tuple(round(height + min(spare, LOWEST_ROW / 4) - 0.005, 2) for height in needed) if spare >= 0 else ()


def _agenda_table(entries: tuple[AgendaEntry, ...], rect: Rect, size: float, *heights: float) -> TableBox:
    """The rows at a size, all of one height or each of its own."""
    columns = (NUMBER_WIDTH, rect.w - NUMBER_WIDTH - PAGE_WIDTH, PAGE_WIDTH)
    own = heights if len(heights) == len(entries) else heights[:1] * len(entries)
    rows = tuple(_agenda_row(entry, height) for entry, height in zip(entries, own, strict=True))
    box = rounded(replace(rect, h=sum(own)))
    return TableBox(box, columns, rows, size, "agenda", False, "agenda", ALIGNS, INSET)


def _row_height(form: Format, entry: AgendaEntry, width: float, size: float, least: float = LOWEST_ROW) -> float:
    height = cell_height((Run(entry.title),), Style(form.faces), width - 2 * INSET[0], size)
    return max(least, height + 2 * INSET[1])


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
