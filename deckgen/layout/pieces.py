"""Items that no page can hold are cut into pieces that one can, before pages are broken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from deckgen.layout.breaking import NEVER_FIRST, Style
from deckgen.layout.code import broken, code_lines, with_lines
from deckgen.layout.drawn import drawn_pieces
from deckgen.layout.frame import Area
from deckgen.layout.panel_pages import code_capacity, code_width
from deckgen.layout.setting import RESERVE, Format, set_text, split_runs
from deckgen.layout.stack import paragraphs_of
from deckgen.layout.tables import FLOOR, by_columns, table_box, table_sizes
from deckgen.model import Bullet, Code, Figure, Item, Quote, Run, Runs, Table, Visual, plain

SENTENCE_ENDS = "。！？；.!?;\n"
MOST = 6000
"""More characters than any page holds: what is longer is cut without being measured whole, again and again."""

SHARE = 0.9
"""Pieces are cut for a little less than a page."""

MOST_LINES = 6
"""The lines that one line of code may take before it is cut."""


def in_pieces(form: Format, area: Area, items: tuple[Item, ...], least: Area | None = None) -> tuple[Item, ...]:
    """The items in order, each small enough for a page of its own. Nothing is lost but the space at a cut.

    `least` is the smallest room that a page may have: what cannot be drawn in it is told as a list.
    """
    return tuple(piece for item in items for piece in _pieces(form, area, item, least or area))


def _pieces(form: Format, area: Area, item: Item, least: Area) -> Iterator[Item]:
    match item:
        case Figure():
            yield item
        case Bullet():
            yield from _bullet_pieces(form, area, item)
        case Quote():
            yield from _quote_pieces(form, area, item)
        case Code():
            yield from _code_pieces(form, area, item)
        case Table():
            yield from _table_pieces(form, area, item)
        case Visual():
            yield from drawn_pieces(form, least, item) or _told_pieces(form, area, item)


def _told_pieces(form: Format, area: Area, visual: Visual) -> Iterator[Bullet]:
    """What would be drawn as the list that says the same."""
    for line in visual.told:
        yield from _bullet_pieces(form, area, Bullet(line.text, line.source, line.level, line.number))


def _fits(form: Format, area: Area, item: Item) -> bool:
    style = form.layout("Title and Content").slot("body").style
    setting = set_text(paragraphs_of((item,)), style, form.faces, area.rect.w, style.sizes[-1])
    return setting.height <= area.rect.h * RESERVE * SHARE


def _bullet_pieces(form: Format, area: Area, bullet: Bullet) -> Iterator[Bullet]:
    rest = bullet
    while sum(len(run.text) for run in rest.text) > MOST or not _fits(form, area, rest):
        cut = _fitting(form, area, rest)
        first, second = split_runs(rest.text, cut)
        yield replace(rest, text=first)
        rest = replace(rest, text=second)
    yield rest


def _fitting(form: Format, area: Area, bullet: Bullet) -> int:
    """How many of the bullet's characters fit on a page, cut after a sentence where one ends in the last third."""
    text = plain(bullet.text)
    low, high = 1, min(len(text), MOST)
    while low < high:
        middle = (low + high + 1) // 2
        if _fits(form, area, replace(bullet, text=split_runs(bullet.text, middle)[0])):
            low = middle
        else:
            high = middle - 1
    return _cut_place(text, low)


def _cut_place(text: str, most: int) -> int:
    """The best place for a cut at or before `most`: after a sentence, else at a space, else anywhere allowed."""
    for ends in (SENTENCE_ENDS, " ，、,：:"):
        for place in range(most, most * 2 // 3, -1):
            if text[place - 1] in ends and (place == len(text) or text[place] not in NEVER_FIRST):
                return place
    return most


def _quote_pieces(form: Format, area: Area, quote: Quote) -> Iterator[Item]:
    if _fits(form, area, quote):
        yield quote
        return
    for text in quote.paragraphs:
        bullet = Bullet(text, quote.source)
        for piece in _bullet_pieces(form, area, bullet):
            yield Quote((piece.text,), "", quote.source)
    if quote.attribution:
        yield Quote((), quote.attribution, quote.source)


def _code_pieces(form: Format, area: Area, code: Code) -> Iterator[Code]:
    """As many pages as the lines need, about as long as each other, cut at an empty line where one is near."""
    width, style = code_width(form, area)
    lines = [part for line in code_lines(code) for part in _line_parts(line, style, width)]
    heights = [len(broken(line, style, width, FLOOR)) for line in lines]
    capacity = code_capacity(form, area)
    if sum(heights) <= capacity:
        yield with_lines(code, tuple(lines))
        return
    target = ceil(sum(heights) / ceil(sum(heights) / (capacity * SHARE)))
    start, used = 0, 0
    for place, height in enumerate(heights):
        near_gap = not plain(lines[place]).strip() and used >= 0.75 * target
        if place > start and (used + height > target or near_gap):
            yield with_lines(code, tuple(lines[start:place]))
            start, used = place, 0
        used += height
    yield with_lines(code, tuple(lines[start:]))


def _line_parts(line: Runs, style: Style, width: float) -> list[Runs]:
    """A line of code, cut only where it would fill a good part of a page by itself."""
    parts = broken(line, style, width, FLOOR)
    pieces = (parts[n : n + MOST_LINES] for n in range(0, len(parts), MOST_LINES))
    return [tuple(run for part in piece for run in part) for piece in pieces]


def _table_pieces(form: Format, area: Area, table: Table) -> Iterator[Item]:
    """Pieces of about as many rows under the same header; a table too wide is parted between columns, too.

    What has a row or a word too large for all that becomes a list.
    """
    least = table_sizes(form)[-1]
    box = table_box(form, area.rect, table, least)
    if box is None and (parts := by_columns(form, area.rect.w, table, least)):
        yield from (piece for part in parts for piece in _table_pieces(form, area, part))
        return
    header = box.rows[0].height if box and box.header else 0.0
    if box is None or any(row.height + header > area.rect.h for row in box.rows):
        yield from (piece for bullet in _as_list(table) for piece in _bullet_pieces(form, area, bullet))
        return
    if box.rect.h <= area.rect.h:
        yield table
        return
    room, shown = area.rect.h, box.rows[1:] if box.header else box.rows
    body = sum(row.height for row in shown)
    target = body / ceil(body / ((room - header) * SHARE))
    start, used = 0, 0.0
    for place, row in enumerate(shown):
        if place > start and (used >= target or used + row.height > room - header):
            yield from _table_piece(form, area, table, start, place)
            start, used = place, 0.0
        used += row.height
    yield from _table_piece(form, area, table, start, len(table.rows))


def _table_piece(form: Format, area: Area, table: Table, start: int, end: int) -> Iterator[Item]:
    """The rows from one to another; with columns of its own widths a piece may have grown too tall again."""
    piece = replace(table, rows=table.rows[start:end])
    if end - start < len(table.rows):
        yield from _table_pieces(form, area, piece)
    else:
        yield piece


def _as_list(table: Table) -> Iterator[Bullet]:
    if not table.rows:
        yield from (Bullet(cell, table.source) for cell in table.header if plain(cell))
    for row in table.rows:
        for number, (name, cell) in enumerate(zip(table.header, row, strict=False)):
            if not plain(cell):
                continue
            label = (*name, Run("：")) if plain(name) else ()
            yield Bullet((*label, *cell), table.source, min(number, 1))
