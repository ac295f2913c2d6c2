"""Tables as a browser copies them: a line for each row, its cells parted by tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from deckgen.model import Repair
from deckgen.posts.lines import Line, Lines
from deckgen.posts.repair.rule import BLANK, Mended, heading_of, seen
from deckgen.posts.script import width

_FEWEST = 3
_WIDEST = 20
_LONGEST = 400.0
_MARKED = re.compile(r"\s|[*+\-•>|]\s|\d{1,9}[.)]\s")


def tab_tables(lines: Lines) -> Mended:
    """Three rows or more with the same number of cells are a table; the first row is its header."""
    kept: list[Line] = []
    repairs: list[Repair] = []
    last = 0
    for start, end in _tables(lines):
        kept += lines[last:start]
        kept += lines[start].saying(BLANK), *_written(lines[start:end]), lines[end - 1].saying(BLANK)
        repairs.append(seen("tab-table", lines[start]))
        last = end
    return Mended((*kept, *lines[last:]), tuple(repairs))


def _tables(lines: Lines) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(lines):
        cells = _cells(lines[start])
        end = start + 1
        while cells and end < len(lines) and _cells(lines[end]) == cells:
            end += 1
        if cells and end - start >= _FEWEST:
            yield start, end
        start = end


def _cells(line: Line) -> int:
    """How many cells a row has; 0 for a line that is none."""
    tabs = line.text.rstrip(" ").count("\t")
    if line.verbatim or not 0 < tabs < _WIDEST or width(line.text) > _LONGEST:
        return 0
    return 0 if _MARKED.match(line.text) or heading_of(line.text) or not line.text.strip() else tabs + 1


def _written(rows: Lines) -> Iterator[Line]:
    for index, row in enumerate(rows):
        cells = [cell.strip().replace("|", "\\|") for cell in row.text.split("\t")]
        yield replace(row, text=f"| {' | '.join(cells)} |", verbatim=True)
        if index == 0:
            yield replace(row, text="|" + " --- |" * len(cells), verbatim=True)
