"""All detectors over a section's blocks, the surest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from deckgen.model import Block, Drawn, ListItem, Visual
from deckgen.visuals import cards, chain, chart, comparison, diagnosis, flow, numbers, steps
from deckgen.visuals.found import Found, Place
from deckgen.visuals.parts import span

_FINDERS: tuple[Callable[[Place], Found | None], ...] = (
    flow.find,
    diagnosis.find,
    comparison.find,
    chart.find,
    steps.find,
    chain.find,
    numbers.find,
    cards.find,
)
_DRAWN: dict[str, Callable[[Sequence[ListItem]], Drawn | None]] = {
    "numbers": numbers.draw,
    "comparison": comparison.draw,
    "steps": steps.draw,
    "chain": chain.draw,
    "flow": flow.draw,
    "chart": chart.draw,
    "cards": cards.draw,
}
KINDS = tuple(_DRAWN)


def drawn(blocks: Sequence[Block], heading: str, *, whole: bool = False) -> tuple[Block, ...]:
    """The blocks of a section under `heading`, each that is surely better drawn replaced by its drawing.

    Where a drawing is made of a part of a sentence, what follows it there makes little sense without it: it is left
    out unless the `whole` text is wanted.
    """
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        one = next((made for find in _FINDERS if (made := find(Place(blocks, at, heading, whole)))), None)
        found += one.blocks if one else (blocks[at],)
        at += one.taken if one else 1
    return tuple(found)


def redrawn(kind: str, told: Sequence[ListItem], reason: str = "") -> Visual | None:
    """The drawing of that kind that a list makes; None where it makes none, and for an unknown kind."""
    draw = _DRAWN.get(kind)
    made = draw(tuple(told)) if draw and told else None
    return Visual(made, tuple(told), span(told), reason) if made else None
