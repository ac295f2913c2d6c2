"""How an author writes where nothing got lost: which headings and bullets stand at the heads of a post's own lines."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from deckgen.posts.lines import Lines
from deckgen.posts.repair.rule import BULLET, heading_of

_CLOSED = re.compile(r"^ {0,3}#{1,6}[^\s#].*[^#]#+\s*$|^ {0,3}#{1,6}[ \t].*[ \t]#+\s*$")


@dataclass(frozen=True, slots=True)
class Habits:
    """The marks that begin lines of a post.

    `levels` counts the headings of each level, `closed` those with hashes behind them, too, `bullets` the items by
    their mark.
    """

    levels: Counter[int]
    closed: int
    bullets: Counter[str]


def habits_of(lines: Lines) -> Habits:
    """The habits that the lines show outside of code and tables."""
    levels: Counter[int] = Counter()
    bullets: Counter[str] = Counter()
    closed = 0
    for line in lines:
        if line.verbatim:
            continue
        heading = heading_of(line.text)
        if heading:
            levels[heading[0]] += 1
            closed += _CLOSED.match(line.text) is not None
        elif found := BULLET.match(line.text):
            bullets[found[2]] += 1
    return Habits(levels, closed, bullets)
