"""Bullets that are indented so far that Markdown takes them for text or for code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from deckgen.model import Repair
from deckgen.posts.lines import Line, Lines, join
from deckgen.posts.repair.rule import BULLET, Mended, block_parser, seen
from deckgen.posts.script import has_cjk

_FAR = re.compile(r"^(?: {0,3}\t| {4})[ \t]*[*+\-][ \t]+\S")
_STARRED = re.compile(r"^[ \t]+\*[ \t]+\S")
_PASSES = 4


def indented_bullets(lines: Lines) -> Mended:
    """Bullets too far to the right become items below the item above them, or items where there is none."""
    repairs: list[Repair] = []
    for _ in range(_PASSES):
        if not any(_FAR.match(line.text) for line in lines):
            break
        better = dict(_mended(lines, block_parser().parse(join(lines))))
        if not better:
            break
        repairs += (seen("indented-bullet", lines[index]) for index in better)
        lines = tuple(line.saying(better.get(index, line.text)) for index, line in enumerate(lines))
    return Mended(lines, tuple(repairs))


def _mended(lines: Sequence[Line], tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    items: list[int] = []
    for token in tokens:
        if token.type == "list_item_open" and token.map:
            items.append(token.map[0])
        elif token.type == "list_item_close":
            items.pop()
        elif token.type == "inline" and token.map:
            far = [i for i in range(token.map[0] + 1, token.map[1]) if _FAR.match(lines[i].text)]
            yield from _moved(lines, far, _within(lines, items))
        elif token.type == "code_block" and token.map and not items and _is_list(lines[slice(*token.map)]):
            yield from _moved(lines, [i for i in range(*token.map) if lines[i].text.strip()], 0)


def _within(lines: Sequence[Line], items: Sequence[int]) -> int:
    """The column at which the text of the innermost open item begins; 0 where none is open."""
    marker = BULLET.match(lines[items[-1]].text) if items else None
    return len(marker[0].expandtabs(4)) if marker else 0


def _moved(lines: Sequence[Line], indices: Sequence[int], column: int) -> Iterator[tuple[int, str]]:
    """The lines with the first of them at that column, and the others as far from it as they were."""
    widths = [len(text) - len(text.lstrip()) for index in indices if (text := lines[index].text.expandtabs(4))]
    for index, width in zip(indices, widths, strict=True):
        yield index, " " * (column + max(0, width - widths[0])) + lines[index].text.lstrip()


def _is_list(code: Sequence[Line]) -> bool:
    """Whether what Markdown reads as code holds asterisks with East Asian text behind them, and nothing else."""
    told = [line.text for line in code if line.text.strip()]
    return all(map(_STARRED.match, told)) and any(map(has_cjk, told))
