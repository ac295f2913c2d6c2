"""What a drawing leaves of the list or block that it was made of: names, votes that many share, lines without any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from deckgen import visuals
from deckgen.model import Block, Bullet, Bullets, Chart, Code, Item, ListItem, Run, Source, Visual
from deckgen.outline.words import Words
from deckgen.summary.passage import joined

FEW_LINES = 1
"""So many lines without votes stay below the chart; more have a slide of their own."""


def named_beside(blocks: Sequence[Block], shown: Sequence[Block]) -> frozenset[Source]:
    """Where the items stand that a drawing left of its list. `shown` is what became of the author's `blocks`."""
    lists = [block.source for block in blocks if isinstance(block, Bullets)]
    whole = {line: n for n, here in enumerate(lists) for line in range(here.line, here.end_line + 1)}
    return frozenset(
        item.source
        for drawing, rest in pairwise(shown)
        if isinstance(drawing, Visual) and isinstance(rest, Bullets)
        if whole.get(drawing.source.line, -1) == whole.get(rest.source.line, -2)
        for item in rest.items
    )


@dataclass(frozen=True, slots=True)
class Unfolded:
    """A section's items with the lines that stay beside the drawing above them, and those that a chart left."""

    items: tuple[Item, ...]
    beside: frozenset[Bullet]
    left: frozenset[Bullet]


def unfolded(items: Sequence[Item], words: Words) -> Unfolded:
    """The items, each chart small enough for one page, with the lines that it leaves instead of all its text."""
    kept: list[Item] = []
    beside: list[Bullet] = []
    left: list[Bullet] = []
    drawing: Visual | None = None
    for item in items:
        match item:
            case Visual(drawn=Chart()):
                smaller, same = visuals.folded(item)
                shared = [_shared(same, words)] if same else []
                kept += [smaller, *shared]
                beside += shared
                drawing = item
            case Code() if drawing and made_of(drawing, item):
                lines = [Bullet(line.text, line.source) for line in visuals.without_votes(item)]
                kept += lines
                (beside if len(lines) <= FEW_LINES else left).extend(lines)
            case _:
                drawing = None
                kept.append(item)
    return Unfolded(tuple(kept), frozenset(beside), frozenset(left))


def made_of(drawing: Visual, code: Code) -> bool:
    """Whether the drawing shows lines of that block."""
    whole, part = code.source, drawing.source
    return whole.line <= part.line <= part.end_line <= whole.end_line


def _shared(same: Sequence[ListItem], words: Words) -> Bullet:
    """One line of what has the same votes: `IPv6、eBPF：+1`."""
    bars = visuals.redrawn("chart", same)
    assert bars
    assert isinstance(bars.drawn, Chart)
    said: list[Run] = []
    for bar in bars.drawn.bars:
        said += [Run(words.comma), *bar.label] if said else bar.label
    text = joined([*said, Run(words.colon + bars.drawn.bars[-1].written)])
    return Bullet(text, same[0].source.to(same[-1].source))
