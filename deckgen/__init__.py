"""deckgen turns folders of conference posts into presentation decks.

`build` writes one deck for each summit, `outline` says what they would say. Both return frozen values with types.
"""

from deckgen.build import build, outline
from deckgen.errors import DeckgenError, InputError, ToolMissingError, UsageError
from deckgen.result import Built, BuiltDeck, Outline, PlannedDeck

__version__ = "0.1.0"

__all__ = [
    "Built",
    "BuiltDeck",
    "DeckgenError",
    "InputError",
    "Outline",
    "PlannedDeck",
    "ToolMissingError",
    "UsageError",
    "__version__",
    "build",
    "outline",
]
