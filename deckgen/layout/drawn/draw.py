"""Which module draws what."""

from __future__ import annotations

from typing import assert_never

from deckgen.layout.drawn import cards, chain, chart, flow, numbers, steps
from deckgen.layout.drawn.sketch import Sketch
from deckgen.layout.setting import Format
from deckgen.model import Cards, Chain, Chart, Comparison, Drawn, Flow, Numbers, Rect, Steps


def draw(form: Format, room: Rect, drawn: Drawn) -> Sketch | None:
    """The drawing in its room, or None where it does not fit; a comparison is text in placeholders, and never here."""
    match drawn:
        case Numbers():
            return numbers.draw(form, room, drawn)
        case Steps():
            return steps.draw(form, room, drawn)
        case Chain():
            return chain.draw(form, room, drawn)
        case Flow():
            return flow.draw(form, room, drawn)
        case Chart():
            return chart.draw(form, room, drawn)
        case Cards():
            return cards.draw(form, room, drawn)
        case Comparison():
            return None
    assert_never(drawn)
