"""Posts of one summit -> Deck: which slides there are, in which words."""

from deckgen.outline.compose import deck

__all__ = ["deck"]
