"""From decks to PDF and PNG, by LibreOffice and poppler: the only room that starts other programs."""

from deckgen.export.decks import find
from deckgen.export.images import WIDTH, to_png, to_sheet
from deckgen.export.office import find_office, office_version
from deckgen.export.pdf import to_pdf
from deckgen.export.result import Exported
from deckgen.export.typefaces import stand_in

__all__ = [
    "WIDTH",
    "Exported",
    "find",
    "find_office",
    "office_version",
    "stand_in",
    "to_pdf",
    "to_png",
    "to_sheet",
]
