"""Posts of one summit -> Deck: which slides there are, in which words; and the deck as Markdown to edit, and back."""

from deckgen.outline.compose import deck
from deckgen.outline.edited import edited
from deckgen.outline.written import written

__all__ = ["deck", "edited", "written"]
