"""Picture files: their size as they are seen, and copies that every office program shows.

The only room that imports Pillow, and only when there is a picture to look at.
"""

from deckgen.pictures.formulas import with_formulas
from deckgen.pictures.measure import measure
from deckgen.pictures.prepare import prepare
from deckgen.pictures.sheet import SHEET_SLIDE, contact_sheet

__all__ = ["SHEET_SLIDE", "contact_sheet", "measure", "prepare", "with_formulas"]
