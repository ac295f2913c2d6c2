"""Labels between lists that lack the blank line above them."""

from __future__ import annotations

import re

from deckgen.model import Repair
from deckgen.posts.lines import Line, Lines
from deckgen.posts.paragraphs import is_label
from deckgen.posts.repair.rule import BLANK, BULLET, Mended, heading_of, seen
from deckgen.posts.script import has_cjk

_BOLD = re.compile(r"^ {0,3}(\*\*|__)(?!\s)([^*_]{1,60}?)\1\s*[:：]?\s*$")
_COLON = re.compile(r"^ {0,3}(\S.{0,40}?)\s*[:：]\s*$")
_NUMBER = re.compile(r"^\s*\d{1,9}[.)][ \t]+(?=\S)")


def lazy_labels(lines: Lines) -> Mended:
    """`**缺点**` between two items names the list below it; without a blank line it would end the item above."""
    kept: list[Line] = []
    repairs: list[Repair] = []
    listed = False
    for index, line in enumerate(lines):
        if listed and _is_label(line) and _is_item(_next(lines, index)):
            # A list that goes on with its numbers begins below a blank line alone.
            kept += line.saying(BLANK), line, line.saying(BLANK)
            repairs.append(seen("lazy-label", line))
        else:
            kept.append(line)
        within = listed and bool(line.text.strip()) and not heading_of(line.text)
        listed = not line.verbatim and (within or _is_item(line))
    return Mended(tuple(kept), tuple(repairs))


def _is_label(line: Line) -> bool:
    """Whether a line that begins no item is all in bold, or short and bare before its colon."""
    if line.verbatim or _is_item(line) or heading_of(line.text):
        return False
    if _BOLD.match(line.text):
        return True
    found = _COLON.match(line.text)
    return found is not None and is_label(found[1]) and (has_cjk(found[1]) or found[1][0].isupper())


def _is_item(line: Line | None) -> bool:
    if line is None or line.verbatim:
        return False
    return BULLET.match(line.text) is not None or _NUMBER.match(line.text) is not None


def _next(lines: Lines, index: int) -> Line | None:
    """The line below, or the one below that where one blank line lies between."""
    below = lines[index + 1 : index + 3]
    return below[-1] if len(below) == 2 and not below[0].text.strip() else below[0] if below else None
