"""deckgen turns folders of conference posts into presentation decks."""

__version__ = "0.1.0"
