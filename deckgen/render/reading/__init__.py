"""Any .pptx file in, frozen values out: what each slide shows, whichever program wrote it.

`read(path, dimensions)` follows the order in which Office resolves what is unsaid: slide, layout, master, presentation.
"""

from deckgen.render.reading.presentation import contents, read
from deckgen.render.reading.values import (
    UNKNOWN,
    Cell,
    Grid,
    Image,
    Paragraph,
    Part,
    Presentation,
    Shape,
    Slide,
    Span,
    Text,
)

__all__ = [
    "UNKNOWN",
    "Cell",
    "Grid",
    "Image",
    "Paragraph",
    "Part",
    "Presentation",
    "Shape",
    "Slide",
    "Span",
    "Text",
    "contents",
    "read",
]
