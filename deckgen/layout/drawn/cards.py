"""Things of one rank on cards, each with its name above what is said of it."""

from __future__ import annotations

from deckgen.layout.cards import Card, grid
from deckgen.layout.drawn.sketch import Sketch
from deckgen.layout.setting import Format, upright
from deckgen.model import Cards, Entry, Rect

IN_ONE_COLUMN = 4
"""How many cards at the most have the width of the page each."""

ABREAST, NARROWEST = (7, 8), 200.0
"""How many cards may stand four in a row, and the width that each must have for it."""


def draw(form: Format, room: Rect, drawn: Cards) -> Sketch | None:
    """The cards in one, two or three columns of equal cards, or None where they do not fit."""
    cards = [_card(entry) for entry in drawn.entries]
    widest = (4, 3, 2) if len(cards) in ABREAST and room.w >= 4 * NARROWEST else (3, 2)
    choices = sorted(widest, key=lambda n: (-len(cards) % n, -n))
    for columns in (*choices, 1) if len(cards) <= IN_ONE_COLUMN else choices:
        found = grid(form, room, cards, columns, "left" if columns == 1 else "top")
        if found is not None:
            return Sketch(found.boxes, found.size, max(box.rect.bottom for box in found.boxes))
    return None


def _card(entry: Entry) -> Card:
    label, text = upright(entry.label), upright(entry.text)
    return Card(label, text) if text else Card((), label)
