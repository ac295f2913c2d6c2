"""Tables set in their cells: how wide the columns are, how tall the rows, and which columns go together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from deckgen.layout.breaking import Style, extent
from deckgen.layout.frame import rounded
from deckgen.layout.setting import Format, cell_height, plain_paragraph
from deckgen.model import Paragraph, Rect, Run, Runs, Table, TableBox, TableRow, plain
from deckgen.model.theme import Align

FLOOR = 14.0
"""Table and code text is never smaller."""

INSET = (10.0, 6.0)
"""A table cell's inner margins: left and right, top and bottom."""

NARROWEST_CELL = 48.0

LONGEST_WORD = 14.0
"""Em that a column is wide at least where a word in it wants as much; longer ones, such as addresses, may break."""

_WORD = r"[^\s⺀-鿿가-퟿豈-￯]+"
"""Compiled when it is first used: a pattern with great ranges takes milliseconds of every start."""
_FIGURE = re.compile(r"[~≈<>≤≥+\-–−]?\s?[$€¥£￥]?\s?\d[\d.,:/×x\- ]*\s?(?:[%‰]|[A-Za-z]{1,4}|[万亿倍个台次])?")


def table_sizes(form: Format) -> tuple[float, ...]:
    """The sizes of table text, the preferred one first, none under the floor."""
    sizes = form.layout("Table").slot("table").style.sizes
    return tuple(size for size in sizes if size >= FLOOR) or (FLOOR,)


def table_box(form: Format, room: Rect, table: Table, size: float) -> TableBox | None:
    """The table at a size, as wide as it needs; None where a column would be too narrow for its words."""
    columns = _columns(form, table, size, room.w)
    if columns is None:
        return None
    headed = any(table.header)
    shown = (table.header, *table.rows) if headed else table.rows
    rows = tuple(_row(form, row, columns, size, headed and not number) for number, row in enumerate(shown))
    rect = rounded(Rect(room.x, room.y, sum(columns), sum(row.height for row in rows)))
    alt = " | ".join(plain(cell) for cell in shown[0]) if shown else ""
    return TableBox(rect, columns, rows, size, alt, headed, aligns=_aligns(table), inset=INSET)


def by_columns(form: Format, width: float, table: Table, size: float) -> tuple[Table, ...]:
    """A table too wide for a page as several, each with the first column; nothing where two columns are too wide."""
    least = [_column(form, table, n, size).least for n in range(len(table.header))]
    groups: list[list[int]] = []
    for number in range(1, len(least)):
        if groups and _fits(least, (*groups[-1], number), width):
            groups[-1].append(number)
        elif _fits(least, (number,), width):
            groups.append([number])
        else:
            return ()
    each = ceil((len(least) - 1) / max(1, len(groups)))
    even = [list(range(n, min(n + each, len(least)))) for n in range(1, len(least), each)]
    chosen = even if all(_fits(least, group, width) for group in even) else groups
    return tuple(_of_columns(table, (0, *group)) for group in chosen) if len(chosen) > 1 else ()


def _fits(least: Sequence[float], others: Sequence[int], width: float) -> bool:
    """Whether these columns fit beside the first one."""
    return least[0] + sum(least[n] for n in others) <= width


def _of_columns(table: Table, places: tuple[int, ...]) -> Table:
    header, *rows = (tuple(row[n] for n in places) for row in (table.header, *table.rows))
    aligns = tuple(table.aligns[n] for n in places) if table.aligns else ()
    return replace(table, header=header, rows=tuple(rows), aligns=aligns)


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column wishes for, so that no cell has a second line, and the least that parts none of its words."""

    wish: float
    least: float


def _columns(form: Format, table: Table, size: float, width: float) -> tuple[float, ...] | None:
    """Widths by what the cells hold: as wide as they wish where there is room, else shared out fairly."""
    columns = [_column(form, table, n, size) for n in range(len(table.header))]
    if not columns or sum(column.least for column in columns) > width:
        return None
    wished = sum(column.wish for column in columns)
    if wished <= width:
        return tuple(round(column.wish * width / wished, 2) for column in columns)
    return tuple(round(share, 2) for share in _shared(columns, width))


def _shared(columns: list[_Column], width: float) -> list[float]:
    """Narrow columns get their wish; what is left goes to the wide ones in proportion to the root of their wish.

    None gets less than its least: one that would is given that first.
    """
    shares: dict[int, float] = {}
    left = width
    while len(shares) < len(columns):
        open_ = [n for n in range(len(columns)) if n not in shares]
        unit = left / sum(columns[n].wish ** 0.5 for n in open_)
        fair = {n: unit * columns[n].wish ** 0.5 for n in open_}
        settled = {n: columns[n].least for n in open_ if fair[n] < columns[n].least}
        settled = settled or {n: columns[n].wish for n in open_ if columns[n].wish <= fair[n]} or fair
        shares |= settled
        left -= sum(settled.values())
    return [shares[n] for n in range(len(columns))]


def _column(form: Format, table: Table, place: int, size: float) -> _Column:
    cells = [row[place] for row in (table.header, *table.rows) if place < len(row)]
    style = Style(form.faces, True)
    widest = max(extent(cell, style, 1e6, size).widest for cell in cells)
    words = {word for cell in cells for run in cell for word in _longest(run)}
    longest = max((extent((word,), style, 1e6, size).widest for word in words), default=0.0)
    around = 2 * INSET[0] + 2
    least = min(longest, LONGEST_WORD) * size + around
    return _Column(max(NARROWEST_CELL, widest * size + around, least), max(NARROWEST_CELL, least))


def _longest(run: Run) -> Iterator[Run]:
    """The longest word of a run, which is about the widest."""
    word = max(re.findall(_WORD, run.text), key=len, default="")
    if word:
        yield run.saying(word)


def _row(form: Format, row: tuple[Runs, ...], columns: tuple[float, ...], size: float, header: bool) -> TableRow:
    style = Style(form.faces, header)
    tallest = max(cell_height(c, style, w - 2 * INSET[0], size) for c, w in zip(row, columns, strict=False))
    cells: tuple[tuple[Paragraph, ...], ...] = tuple((_cell(cell, header),) for cell in row)
    return TableRow(round(tallest + 2 * INSET[1], 2), cells)


def _cell(text: Runs, header: bool) -> Paragraph:
    """A cell's text; in the header without links, whose colour could not be read there."""
    return plain_paragraph(tuple(replace(run, link="") for run in text) if header else text)


def _aligns(table: Table) -> tuple[Align, ...]:
    """The author's, and figures at the right of their columns where the author says nothing."""
    if any(align != "left" for align in table.aligns):
        return table.aligns
    return tuple("right" if _figures([row[n] for row in table.rows]) else "left" for n in range(len(table.header)))


def _figures(cells: list[Runs]) -> bool:
    said = [text for cell in cells if (text := plain(cell).strip())]
    return len(said) > 1 and all(_FIGURE.fullmatch(text) for text in said)
