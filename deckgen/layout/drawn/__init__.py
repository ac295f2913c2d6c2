"""Drawings: one module for each kind, which places what a `Visual` says in a room, or says that it does not fit.

A drawing gives its boxes, the size of its smallest text and where it ends. `pages` makes pages of them, with the text
that stands before and after; `pieces` cuts one that holds more than can be read at a glance.
"""

from deckgen.layout.drawn.pages import drawn_drafts
from deckgen.layout.drawn.pieces import drawn_pieces

__all__ = ["drawn_drafts", "drawn_pieces"]
