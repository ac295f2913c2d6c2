"""Pages in, the bytes of a .pptx file out. Nothing is decided here: what the pages say is written, natively.

`pptx(pages, theme, media, details)` composes the XML of every slide directly and leaves parts and relationships to
python-pptx. The template (theme part, master, layouts, notes master) is generated from the Theme, or a company's own,
which `template(path)` reads.
"""

from deckgen.render.corporate import read as template
from deckgen.render.deck import Media, pptx
from deckgen.render.properties import Properties

__all__ = ["Media", "Properties", "pptx", "template"]
