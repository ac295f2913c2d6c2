"""What no validator looks at: ids, relationships, orphans, content types, language tags, names and alternative text."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
IMPLICIT = (
    "slideLayout",
    "slideMaster",
    "theme",
    "notesSlide",
    "notesMaster",
    "slide",
    "presProps",
    "viewProps",
    "tableStyles",
)
"""Relationship types that a part need not name by id."""
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


def findings(deck: bytes) -> list[str]:
    """What is wrong with a deck; empty when nothing is."""
    archive = zipfile.ZipFile(io.BytesIO(deck))
    names = archive.namelist()
    found = [f"{name}: twice in the archive" for name, count in Counter(names).items() if count > 1]
    parts = {name: archive.read(name) for name in names}
    found += _relationships(parts)
    found += _content_types(parts)
    for name, content in parts.items():
        if name.startswith("ppt/") and name.endswith(".xml"):
            found += (f"{name}: {finding}" for finding in _part(name, etree.fromstring(content)))
    found += _media(parts)
    return found


def _owner(rels: str) -> str:
    folder, _, file = rels.rpartition("/")
    return posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))


def _relationships(parts: dict[str, bytes]) -> Iterator[str]:
    reached: set[str] = set()
    for name, content in parts.items():
        if name.endswith(".rels"):
            relations = list(etree.fromstring(content))
            yield from _targets(name, relations, parts, reached)
            yield from _uses(name, relations, parts)
    for name in parts:
        if not name.endswith(".rels") and name != "[Content_Types].xml" and name not in reached:
            yield f"{name}: an orphan"


def _targets(name: str, relations: list[etree._Element], parts: dict[str, bytes], reached: set[str]) -> Iterator[str]:
    """Relationships of one part that lead nowhere; adds to `reached` where the others lead."""
    for ident, count in Counter(relation.get("Id") for relation in relations).items():
        if count > 1:
            yield f"{name}: {ident} twice"
    for relation in relations:
        if relation.get("TargetMode") != "External":
            folder = posixpath.dirname(_owner(name))
            path = posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or "")).lstrip("/")
            reached.add(path)
            if path not in parts:
                yield f"{name}: {relation.get('Id')} leads to {path}, which is not there"


def _uses(name: str, relations: list[etree._Element], parts: dict[str, bytes]) -> Iterator[str]:
    """Relationships of one part that it never names, and names in it that no relationship has."""
    owner = _owner(name)
    if not owner:
        return
    named = {
        str(value)
        for element in etree.fromstring(parts[owner]).iter()
        for key, value in element.attrib.items()
        if str(key).startswith(R)
    }
    for relation in relations:
        kind = (relation.get("Type") or "").rpartition("/")[2]
        if relation.get("Id") not in named and kind not in IMPLICIT:
            yield f"{name}: {relation.get('Id')} ({kind}) is never used"
    for ident in sorted(named - {str(relation.get("Id")) for relation in relations}):
        yield f"{owner}: {ident} dangles"


def _content_types(parts: dict[str, bytes]) -> Iterator[str]:
    root = etree.fromstring(parts["[Content_Types].xml"])
    defaults = {entry.get("Extension") for entry in root if entry.get("Extension")}
    overrides = {(entry.get("PartName") or "").lstrip("/") for entry in root if entry.get("PartName")}
    for name in parts:
        if name != "[Content_Types].xml" and name not in overrides and name.rpartition(".")[2] not in defaults:
            yield f"{name}: no content type"
    for name in overrides - set(parts):
        yield f"{name}: content type of a part that is not there"


def _part(name: str, root: etree._Element) -> Iterator[str]:
    idents = [element.get("id") or "" for element in root.iter(f"{P}cNvPr")]
    for ident, count in Counter(idents).items():
        if count > 1 or not ident.isdigit():
            yield f"shape id {ident} {count} times"
    yield from _languages(root, every="/slides/" in name)
    if "/slides/" in name:
        yield from _slide(root)
    if "/slideLayouts/" in name:
        yield from _ornaments(root)


def _languages(root: etree._Element, *, every: bool) -> Iterator[str]:
    for properties in root.iter(f"{A}rPr", f"{A}endParaRPr"):
        for key in ("lang", "altLang"):
            value = properties.get(key)
            if value is not None and not LANGUAGE.fullmatch(value):
                yield f"{key}={value}"
        if every and properties.tag == f"{A}rPr" and not (properties.get("lang") and properties.get("altLang")):
            yield "a run without lang and altLang"


def _slide(root: etree._Element) -> Iterator[str]:
    holders = [(ph.get("type", "obj"), ph.get("idx", "0")) for ph in root.iter(f"{P}ph")]
    for holder, count in Counter(holders).items():
        if count > 1:
            yield f"placeholder {holder} {count} times"
    if not any(kind in ("title", "ctrTitle") for kind, _ in holders):
        yield "no title"
    for properties in root.iter(f"{P}cNvPr"):
        parent = properties.getparent()
        assert parent is not None
        if parent.tag == f"{P}nvGrpSpPr":
            continue
        if not properties.get("name"):
            yield f"shape {properties.get('id')} has no name"
        speaks = parent.tag in (f"{P}nvPicPr", f"{P}nvGraphicFramePr")
        if speaks and len(properties.get("descr", "")) < 4:
            yield f"{properties.get('name')} has no alternative text"
        shape = parent.getparent()
        assert shape is not None
        words = "".join(run.text or "" for run in shape.iter(f"{A}t")).strip()
        silent = parent.tag == f"{P}nvSpPr" and not words
        if silent and properties.find(f".//{DECORATIVE}") is None and not properties.get("descr"):
            yield f"{properties.get('name')} says nothing and is not marked as an ornament"


def _ornaments(root: etree._Element) -> Iterator[str]:
    for shape in root.iter(f"{P}sp"):
        properties = shape.find(f".//{P}cNvPr")
        assert properties is not None
        if shape.find(f".//{P}ph") is None and properties.find(f".//{DECORATIVE}") is None:
            yield f"{properties.get('name')} is not marked as an ornament"


def _media(parts: dict[str, bytes]) -> Iterator[str]:
    files = [content for name, content in parts.items() if name.startswith("ppt/media/")]
    if len(set(files)) < len(files):
        yield "ppt/media: the same picture twice"
