"""Deck and theme -> pages: text is measured, pages are broken, boxes are placed. No file is read or written."""

from deckgen.layout.arrange import arrange

__all__ = ["arrange"]
