"""Puts into a template's package what a deck needs beside its slides, and the template may lack."""

from __future__ import annotations

import re
from typing import Any

from deckgen.model import Theme
from deckgen.render import archive, notes_master, properties, scheme, tables, template
from deckgen.render.names import OFFICE, PRESENTATIONML, THEME, A
from deckgen.render.properties import Properties
from deckgen.render.xml import HEAD, NS

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
_ORDER = (
    *("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst", "sldSz", "notesSz"),
    *("embeddedFontLst", "kinsoku", "defaultTextStyle"),
)


def dress(deck: Any, theme: Theme, details: Properties) -> None:
    """Adds document properties, table styles, a notes master, and the rules of East Asian line breaking."""
    core, app = properties.parts(details)
    package = deck.part.package
    _relate(package, package, core, _PACKAGE + "core-properties")
    _relate(package, package, app, OFFICE + "extended-properties")
    _table_styles(deck, theme)
    _notes_master(deck, theme, details.language)
    for name, root in (("presProps", "presentationPr"), ("viewProps", "viewPr")):
        part = archive.Part(f"/ppt/{name}.xml", f"{PRESENTATIONML}{name}+xml", f"{HEAD}<p:{root} {NS}/>")
        _relate(deck.part, package, part, OFFICE + name)
    _defaults(deck, theme, details)


def first_free(package: Any, folder: str) -> int:
    """The number of the first part that can be added to a folder: beyond all that the template has there."""
    names = (re.fullmatch(rf"/ppt/{folder}/\D*(\d{{1,9}})\.\w+", str(part.partname)) for part in package.iter_parts())
    return max((int(name[1]) for name in names if name), default=0) + 1


def mapping(layout: Any) -> str:
    """The element by which a layout gives the theme's colours other meanings than its master, or the empty string."""
    from lxml import etree

    found = layout.find("{*}clrMapOvr/{*}overrideClrMapping")
    return "" if found is None else etree.tostring(found).decode()


def _relate(owner: Any, package: Any, part: archive.Part, kind: str) -> None:
    """Adds a part that `owner` refers to."""
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    taken = {str(other.partname) for other in package.iter_parts()}
    stem, _, ending = part.name.rpartition(".")
    names = (part.name, *(f"{stem}{number}.{ending}" for number in range(2, len(taken) + 3)))
    name = next(name for name in names if name not in taken)
    owner.relate_to(Part(PackURI(name), part.content_type, package, part.content.encode()), kind)


def _table_styles(deck: Any, theme: Theme) -> None:
    """Ours beside the template's own, whose default stays the default."""
    from lxml import etree

    ours = tables.styles(theme.palette)
    found = next((rel for rel in deck.part.rels.values() if rel.reltype == OFFICE + "tableStyles"), None)
    if found is None:
        part = archive.Part("/ppt/tableStyles.xml", PRESENTATIONML + "tableStyles+xml", ours)
        _relate(deck.part, deck.part.package, part, OFFICE + "tableStyles")
        return
    root = etree.fromstring(found.target_part.blob)
    root.extend(etree.fromstring(ours.encode()).findall(f"{A}tblStyle"))
    found.target_part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _notes_master(deck: Any, theme: Theme, lang: str) -> None:
    """Ours, where the template has none."""
    from lxml import etree
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI
    from pptx.oxml.ns import qn
    from pptx.parts.slide import NotesMasterPart

    if any(rel.reltype == OFFICE + "notesMaster" for rel in deck.part.rels.values()):
        return
    package = deck.part.package
    names = {str(part.partname) for part in package.iter_parts()}
    free = next(name for n in range(1, len(names) + 2) if (name := f"/ppt/theme/theme{n}.xml") not in names)
    uri, content = PackURI("/ppt/notesMasters/notesMaster1.xml"), notes_master.part(theme).encode()
    master = NotesMasterPart.load(uri, PRESENTATIONML + "notesMaster+xml", package, content)
    look = Part(PackURI(free), THEME, package, scheme.part(theme, lang).encode())
    master.relate_to(look, OFFICE + "theme")
    listed = etree.Element(qn("p:notesMasterIdLst"))
    entry = etree.SubElement(listed, qn("p:notesMasterId"))
    entry.set(qn("r:id"), deck.part.relate_to(master, OFFICE + "notesMaster"))
    deck.element.find(qn("p:sldMasterIdLst")).addnext(listed)


def _defaults(deck: Any, theme: Theme, details: Properties) -> None:
    """The list of slides, the rules of line breaking and the style of free text, where they are not there."""
    from lxml import etree
    from pptx.oxml.ns import qn

    root = deck.element
    ours = etree.fromstring(template.presentation(theme, details).encode())
    for name in ("sldIdLst", "notesSz", "kinsoku", "defaultTextStyle"):
        if root.find(qn(f"p:{name}")) is None:
            before = {qn(f"p:{earlier}") for earlier in _ORDER[: _ORDER.index(name)]}
            place = max((n for n, child in enumerate(root) if child.tag in before), default=-1) + 1
            root.insert(place, ours.find(qn(f"p:{name}")))
