"""Notes pages as their author sees them in PowerPoint, by way of a copy that LibreOffice understands."""

from __future__ import annotations

import copy
import posixpath
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from deckgen.export.decks import BROKEN, tree

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml"
_LARGEST = 2_000_000_000
_FITS = ("noAutofit", "spAutoFit", "normAutofit")
_EMPTY = (
    f'<p:notes xmlns:a="{_A}" xmlns:r="{_R}" xmlns:p="{_P}"><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/>'
    '<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr>'
    '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr>'
    "<p:spPr/></p:sp></p:spTree></p:cSld></p:notes>"
)


def for_paper(deck: Path) -> None:
    """Rewrites the PPTX file `deck`, a copy, so that LibreOffice prints its notes as they are meant.

    LibreOffice heeds the notes master's places, but not its text sizes, lets long notes run off the paper, and shows a
    slide without notes over the paper's edge (measured with 7.4). So each slide gets notes, and each notes' text the
    master's style and leave to shrink. What cannot be understood is left as it is.
    """
    changed: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(deck) as package:
            if sum(part.file_size for part in package.infolist()) > _LARGEST:
                return
            changed = _changed(package)
            if changed:
                _write(package, changed, deck.with_suffix(".paper"))
    except (zipfile.BadZipFile, ElementTree.ParseError, *BROKEN):
        return
    if changed:
        deck.with_suffix(".paper").replace(deck)


def _write(package: zipfile.ZipFile, changed: dict[str, bytes], target: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for name in dict.fromkeys(package.namelist()):
            if name not in changed:
                with package.open(name) as source, new.open(name, "w", force_zip64=True) as part:
                    shutil.copyfileobj(source, part)
        for name, content in changed.items():
            new.writestr(name, content)


def _changed(package: zipfile.ZipFile) -> dict[str, bytes]:
    """The parts that are to be other than they are; none where there is no notes master to go by."""
    parts = set(package.namelist())
    related = dict(_related(package, "ppt/presentation.xml"))
    master = next((path for path, kind in related.items() if kind == "notesMaster"), "")
    if master not in parts:
        return {}
    style = _style(tree(package, master))
    changed: dict[str, bytes] = {}
    added: list[str] = []
    for slide in (path for path, kind in related.items() if kind == "slide" and path in parts):
        notes = next((path for path, kind in _related(package, slide) if kind == "notesSlide"), "")
        if notes in parts:
            changed[notes] = _fitted(tree(package, notes), style)
            continue
        added.append(f"ppt/notesSlides/paper{len(added) + 1}.xml")
        changed[added[-1]] = _EMPTY.encode()
        changed[_rels_of(added[-1])] = _links((("notesMaster", master), ("slide", slide)))
        changed[_rels_of(slide)] = _linked(tree(package, _rels_of(slide)), added[-1])
    types = tree(package, "[Content_Types].xml")
    for name in added:
        ElementTree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=_NOTES_TYPE)
    return {**changed, "[Content_Types].xml": _bytes(types)}


def _related(package: zipfile.ZipFile, part: str) -> Iterator[tuple[str, str]]:
    """The parts to which a part is related, with the last word of each relationship's type."""
    for link in tree(package, _rels_of(part)):
        if link.get("TargetMode") != "External":
            path = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), link.get("Target", "")))
            yield path.lstrip("/"), link.get("Type", "").rpartition("/")[2]


def _rels_of(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def _links(targets: tuple[tuple[str, str], ...]) -> bytes:
    root = Element(f"{{{_RELS}}}Relationships")
    for number, (kind, target) in enumerate(targets, 1):
        _link(root, f"rId{number}", kind, target)
    return _bytes(root)


def _linked(rels: Element, notes: str) -> bytes:
    _link(rels, "rIdPaper", "notesSlide", notes)
    return _bytes(rels)


def _link(root: Element, ident: str, kind: str, target: str) -> None:
    ElementTree.SubElement(root, f"{{{_RELS}}}Relationship", Id=ident, Type=f"{_R}/{kind}", Target=f"/{target}")


def _style(master: Element) -> tuple[Element, ...]:
    """The master's levels of text, without typefaces by the theme's names, which LibreOffice does not look up here."""
    found = master.find(f"{{{_P}}}notesStyle")
    levels = tuple(copy.deepcopy(level) for level in found) if found is not None else ()
    for level in levels:
        for run in level.iter(f"{{{_A}}}defRPr"):
            for face in [face for face in run if face.get("typeface", "").startswith("+")]:
                run.remove(face)
    return levels


def _fitted(notes: Element, style: tuple[Element, ...]) -> bytes:
    for shape in notes.iter(f"{{{_P}}}sp"):
        holder = shape.find(f"{{{_P}}}nvSpPr/{{{_P}}}nvPr/{{{_P}}}ph")
        body = shape.find(f"{{{_P}}}txBody")
        if holder is None or holder.get("type") != "body" or body is None:
            continue
        box, levels = body.find(f"{{{_A}}}bodyPr"), body.find(f"{{{_A}}}lstStyle")
        if box is not None and not any(child.tag.rpartition("}")[2] in _FITS for child in box):
            box.insert(0, Element(f"{{{_A}}}normAutofit"))
        if levels is not None and not len(levels):
            levels.extend(copy.deepcopy(style))
    return _bytes(notes)


def _bytes(root: Element) -> bytes:
    """The part as bytes. LibreOffice reads the lists of the package only where their names have no prefix."""
    for prefix, space in (("a", _A), ("p", _P), ("r", _R), ("rel", _RELS), ("ct", _TYPES)):
        ElementTree.register_namespace(prefix, space)
    written: bytes = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return re.sub(rb"(?:(?<=<)|(?<=</))(?:rel|ct):|(?<= xmlns):(?:rel|ct)(?==)", b"", written)
