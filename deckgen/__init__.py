"""deckgen turns folders of conference posts into presentation decks.

`build` writes one deck for each summit, `outline` says what they would say, `check` what is wrong with posts
and decks. All return frozen values with types.
"""

import sys

try:
    from deckgen.build import build, outline
    from deckgen.check import Checked, Finding
    from deckgen.errors import DeckgenError, InputError, ToolMissingError, UsageError
    from deckgen.inspection import check
    from deckgen.result import Built, BuiltDeck, Outline, PlannedDeck
except KeyboardInterrupt:
    # Half a second in which a user of the program may think better of it, and is to see no traceback for that.
    if sys.argv[0].endswith(("-m", "deckgen", "deckgen.exe")):
        sys.stderr.write("\ninterrupted\n")
        raise SystemExit(130) from None
    raise

__version__ = "0.1.0"

__all__ = [
    "Built",
    "BuiltDeck",
    "Checked",
    "DeckgenError",
    "Finding",
    "InputError",
    "Outline",
    "PlannedDeck",
    "ToolMissingError",
    "UsageError",
    "__version__",
    "build",
    "check",
    "outline",
]
