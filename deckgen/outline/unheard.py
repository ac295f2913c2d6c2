"""Long paragraphs of which a slide would say nothing: a line of each, as far as the section has room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckgen.model import Block, Bullet, Detail, Prose, plain
from deckgen.summary import Condensed, Context, condense, units
from deckgen.summary.claims import understood
from deckgen.summary.condense import Kept
from deckgen.summary.forms import forms
from deckgen.summary.measure import terms
from deckgen.summary.rank import ALIKE, LIMIT, LONG_LINE, likeness

LONG = 50.0
"""A paragraph of so many units says something that its section's slide should say, too."""
SHORT, FEW = 20.0, 3
"""So does a shorter one, where the slide has fewer than so many lines and nothing beside them."""
ROOM = 12
"""The lines of two slides."""
LONGEST, LONG_BESIDE = LONG_LINE, LIMIT + 4
"""A line of more units is not worth it; nor is, beside others, one that exceeds a line and a half by more."""


def with_unheard(said: Condensed, blocks: Sequence[Block], context: Context) -> Condensed:
    """What a section says, with a line of each long paragraph of which it says nothing.

    The longest come first, while there are fewer than ROOM lines. A paragraph that only chats, asks, or says what the
    slide says has none to give; and a section that says nothing at all stays silent.
    """
    lines = [item for item in (said.lead, *said.items) if isinstance(item, Bullet)]
    waiting = [block for block in blocks if isinstance(block, Prose) and not _heard(block, lines)]
    if not lines or not waiting:
        return said
    bare = len(lines) == len(said.items) + (said.lead is not None)
    found: list[Bullet] = []
    for size, block in sorted(((units(plain(b.text)), b) for b in waiting), key=lambda pair: -pair[0]):
        others = (*lines, *found)
        room = ROOM if size >= LONG else FEW if bare and size >= SHORT else 0
        if len(others) < room:
            longest = LONGEST if len(others) < FEW else LONG_BESIDE
            found += _line(block, context, others, longest=longest, opening=bare and block is blocks[0])
    return replace(said, items=_placed(said, found)) if found else said


def _heard(block: Prose, lines: Sequence[Bullet]) -> bool:
    return any(block.source.line <= line.source.line <= block.source.end_line for line in lines)


def _line(
    block: Prose, context: Context, others: Sequence[Bullet], *, longest: float, opening: bool
) -> tuple[Bullet, ...]:
    """The first line of a paragraph by itself that is understood there and is none of the others', if there is one."""
    known = [frozenset(terms(plain(other.text))) for other in others]
    for line in _told(block, context, whole=len(others) < FEW):
        said = plain(line.text)
        here = frozenset(terms(said))
        new = units(said) <= longest and all(likeness(here, other) < ALIKE for other in known)
        if new and understood(said, opening=opening):
            return (line,)
    return ()


def _told(block: Prose, context: Context, *, whole: bool) -> Iterator[Bullet]:
    """The lines of a paragraph in short, then its whole sentences where these are wanted, too; none keeps `简介：`."""
    details: tuple[Detail, ...] = ("standard", "full") if whole else ("standard",)
    for detail in details:
        told = condense((block,), context, detail)
        for line in (told.lead, *told.items):
            if isinstance(line, Bullet):
                *_, bare = forms(line)
                yield bare


def _placed(said: Condensed, found: Sequence[Bullet]) -> tuple[Kept, ...]:
    """The items with those lines among them, where they stand in the text."""
    items = list(said.items)
    for line in sorted(found, key=lambda line: line.source.line):
        items.insert(sum(item.source.line <= line.source.line for item in items), line)
    return tuple(items)
