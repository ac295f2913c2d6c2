"""A company's template: read as facts, written without its slides.

`read(path)` gives the Template: what its layouts, placeholders, colours and fonts are, and its package without slides.
Which layout serves for what is decided elsewhere. The other functions are for writing slides into that package.
"""

from __future__ import annotations

from pathlib import Path

from deckgen.model import Template
from deckgen.render.corporate.clean import kept
from deckgen.render.corporate.dress import dress, first_free, mapping
from deckgen.render.corporate.facts import canvas_of, found
from deckgen.render.corporate.pack import packed
from deckgen.render.corporate.package import opened
from deckgen.render.corporate.resized import resized

__all__ = ["dress", "first_free", "mapping", "read", "resized"]


def read(path: str | Path) -> Template:
    """The template in a .pptx or .potx file.

    Raises InputError, with the reason, for a file that is missing, broken, protected by a password or no presentation,
    and for one that holds macros, links to files elsewhere, XML with entities, or unpacks to too much.
    """
    with opened(Path(path)) as archive:
        parts = kept(archive)
        masters, layouts = found(archive, parts)
        if not layouts:
            raise archive.error("has no layouts")
        return Template(str(path), canvas_of(parts[archive.main].tree), masters, layouts, packed(archive.main, parts))
