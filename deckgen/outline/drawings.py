"""Drawings among a section's items: kept short, or made of lines that were gathered."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen import visuals
from deckgen.model import Bullet, Bullets, Cards, Comparison, Detail, Item, ListItem, Steps, Visual, visual_kind
from deckgen.summary import listed

ITEM_UNITS = 30.0
"""A point, a step or what a card says is kept to about this length, as the items of a list are."""
FEW_CARDS, ROOMY_UNITS = 3, 44.0
"""So few cards are wide enough for more."""


def shortened(visual: Visual, detail: Detail) -> tuple[Item, ...]:
    """The drawing with its longer texts kept short, or its list where that no longer makes one."""
    free = detail == "full" or not isinstance(visual.drawn, Comparison | Cards | Steps)
    roomy = isinstance(visual.drawn, Cards) and len(visual.told) <= FEW_CARDS
    limit = float("inf") if free else ROOMY_UNITS if roomy else ITEM_UNITS
    # A long item may come as several lines, of which a drawing has room for the first.
    bullets = [line for item in visual.told for line in listed(Bullets((item,), item.source), 0, limit)[:1]]
    told = tuple(ListItem(b.text, b.level, b.number, b.source) for b in bullets)
    made = visuals.redrawn(visual_kind(visual.drawn), told, visual.reason)
    return (made,) if made else tuple(bullets)


def gathered(bullets: Sequence[Bullet], heading: str) -> tuple[Item, ...]:
    """The bullets as a drawing, where they make one."""
    told = tuple(ListItem(b.text, b.level, b.number, b.source) for b in bullets)
    if not told:
        return ()
    block = Bullets(told, told[0].source.to(told[-1].source))
    found = visuals.drawn((block,), heading)
    return tuple(b for b in found if isinstance(b, Visual)) if found != (block,) else tuple(bullets)
