"""Deck and theme -> pages: text is measured, pages are broken, boxes are placed. No file is read or written."""

from deckgen.layout.arrange import arrange
from deckgen.layout.explain import explain

__all__ = ["arrange", "explain"]
