"""Blocks -> blocks in which what is better drawn than listed was replaced by a Visual.

Each kind of drawing has a module of its own, with a detector that says what it takes and what it refuses, and `draw`,
which makes the drawing of a list alone: so a list that was shortened or edited is drawn again, or stays a list.
"""

from deckgen.visuals.chart import folded, without_votes
from deckgen.visuals.draw import KINDS, drawn, redrawn
from deckgen.visuals.quotation import strong

__all__ = ["KINDS", "drawn", "folded", "redrawn", "strong", "without_votes"]
