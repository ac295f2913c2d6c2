"""The kept parts as a package again: a presentation without slides, to which a deck adds its own."""

from __future__ import annotations

import zipfile

from deckgen.render.archive import beside, content_types, zipped
from deckgen.render.corporate.clean import Kept
from deckgen.render.corporate.package import Link
from deckgen.render.names import RELATIONSHIPS
from deckgen.render.xml import HEAD, attribute

_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def packed(main: str, parts: dict[str, Kept]) -> bytes:
    """The bytes of a .pptx file with these parts; a template becomes a presentation."""
    from lxml import etree

    root = Link("rId1", "officeDocument", _DOCUMENT, main, external=False)
    files = [("_rels/.rels", _relations((root,)).encode())]
    for part in parts.values():
        blob = part.blob
        if part.tree is not None:
            blob = etree.tostring(part.tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        files.append((part.name[1:], blob))
        if part.links:
            files.append((beside(part.name), _relations(part.links).encode()))
    kinds = content_types((part.name, _MAIN if part.name == main else part.content_type) for part in parts.values())
    return zipped(kinds, files, zipfile.ZIP_STORED)


def _relations(links: tuple[Link, ...]) -> str:
    listed = "".join(
        f"<Relationship Id={attribute(link.ident)} Type={attribute(link.type)} Target={attribute(link.target)}"
        f"{' TargetMode=' + attribute('External') if link.external else ''}/>"
        for link in links
    )
    return f'{HEAD}<Relationships xmlns="{RELATIONSHIPS}">{listed}</Relationships>'
