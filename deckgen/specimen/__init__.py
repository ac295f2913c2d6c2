"""A deck that shows what a theme can do: every kind of slide, and every layout.

`deck(theme)` says what stands on it, for layout to arrange; `filled(theme)` are pages placed by hand that fill every
slot of every layout; `media()` has their pictures, which are drawn here. Reads no file.
"""

from deckgen.specimen.drawn import media
from deckgen.specimen.placed import filled
from deckgen.specimen.said import deck

__all__ = ["deck", "filled", "media"]
