"""The package that a template is: opened within bounds, and refused with the reason where it cannot be trusted.

A template comes from anywhere. No part is unpacked beyond a limit, no XML with a document type is parsed, nothing
outside of the file is opened; slides and what belongs to them are never read.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.parsers import expat

from deckgen.errors import InputError
from deckgen.render.broken import BROKEN, OLE

MOST_FILES = 20_000
MOST_ELEMENTS = 300_000
LARGEST_XML = 20_000_000
LARGEST_PART = 100_000_000
MOST_BYTES = 300_000_000
"""Files in the zip file, elements of a part in XML, and bytes when unpacked: of a part in XML, of any part, and of all
parts that are read."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STRICT = "http://purl.oclc.org/ooxml/"
_MAIN = (
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
    "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
)
_AGAIN = "save it as .pptx or .potx in PowerPoint or LibreOffice"


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship: its id, the last word of its type, the whole type, and a part's name or an address."""

    ident: str
    kind: str
    type: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Archive:
    """An open template; `main` is the name of its presentation part. Names begin with a slash."""

    path: str
    zip: zipfile.ZipFile
    names: dict[str, zipfile.ZipInfo]
    types: dict[str, str]
    defaults: dict[str, str]
    main: str
    read: list[int]

    def error(self, message: str, hint: str = _AGAIN) -> InputError:
        """An error about this file."""
        return _refused(message, self.path, hint)

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name[1:].casefold() in self.names

    def type_of(self, name: str) -> str:
        """A part's content type, or the empty string."""
        return self.types.get(name.casefold(), self.defaults.get(name.rpartition(".")[2].casefold(), ""))

    def blob(self, name: str, most: int = LARGEST_PART) -> bytes:
        """The content of a part. Raises InputError where it is missing, broken or too large."""
        info = self.names.get(name[1:].casefold())
        if info is None:
            raise self.error(f"is broken: {name[1:]} is not there")
        self.read[0] += info.file_size
        if info.file_size > most or self.read[0] > MOST_BYTES:
            raise self.error(f"unpacks to too much: {name[1:]}", "templates have some megabytes; remove large pictures")
        try:
            return self.zip.read(info)
        except BROKEN as error:
            raise self.error(f"is broken: {name[1:]} cannot be unpacked") from error

    def tree(self, name: str) -> Any:
        """The root element of a part in XML. Raises InputError where it is none, or has a document type."""
        return self.parsed(name, self.blob(name, LARGEST_XML))

    def parsed(self, name: str, content: bytes) -> Any:
        """The root element of some XML."""
        from lxml import etree

        self._bounded(name, content)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            return etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self.error(f"is broken: {name[1:]} is no sound XML") from error

    def _bounded(self, name: str, content: bytes) -> None:
        """Raises InputError for XML that declares a document type, or has more elements than anybody draws."""
        found: list[bool] = []
        elements = count()
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = lambda *_: found.append(True)
        parser.StartElementHandler = lambda *_: next(elements)
        try:
            for start in range(0, len(content), 65_536):
                parser.Parse(content[start : start + 65_536], False)
                if found:
                    break
        except expat.ExpatError:
            pass
        if found:
            raise self.error(f"declares a document type with entities: {name[1:]}", "no office program writes that")
        if next(elements) > MOST_ELEMENTS:
            raise self.error(f"holds too much to draw: {name[1:]}", "templates have some hundred shapes; simplify it")

    def links(self, name: str) -> tuple[Link, ...]:
        """The relationships of a part; the empty string is the package itself."""
        folder, file = posixpath.split(name)
        rels = posixpath.join(folder or "/", "_rels", f"{file}.rels")
        if not self.has(rels):
            return ()
        return tuple(_link(entry, folder or "/") for entry in self.tree(rels).iterfind("{*}Relationship"))


def _link(entry: Any, folder: str) -> Link:
    target, kind = entry.get("Target", ""), entry.get("Type", "")
    external = entry.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join(folder, unquote(target.partition("#")[0])))
    return Link(entry.get("Id", ""), kind.rpartition("/")[2], kind, target, external)


def _refused(message: str, path: str, hint: str = "") -> InputError:
    return InputError(f"the template {message}", path=path, hint=hint, rule="template-unusable")


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """The template in a file. Raises InputError for what is none, or none that can be trusted."""
    _looked_at(path)
    try:
        archive = zipfile.ZipFile(path)
    except (*BROKEN,) as error:
        raise _refused("is no PowerPoint file, or a broken one", str(path), _AGAIN) from error
    with archive:
        yield _archive(path, archive)


def _looked_at(path: Path) -> None:
    """Raises InputError for a file that is none, or is no zip file but an older or an encrypted kind."""
    if not path.is_file():
        raise InputError("template not found", path=str(path), hint="a .pptx or .potx file", rule="template-unusable")
    try:
        with path.open("rb") as file:
            head = file.read(8)
            locked = head == OLE and _ENCRYPTED in head + file.read(LARGEST_PART)
    except OSError as error:
        raise _refused(f"cannot be read: {error.strerror or error}", str(path)) from error
    if locked:
        raise _refused("is protected by a password", str(path), "save it without the password")
    if head == OLE:
        raise _refused("is in the format of before 2007", str(path), _AGAIN)


def _archive(path: Path, archive: zipfile.ZipFile) -> Archive:
    listed = archive.infolist()
    names = {info.filename.casefold(): info for info in listed if not info.is_dir()}
    found = Archive(str(path), archive, names, {}, {}, "", [0])
    if len(listed) > MOST_FILES:
        raise found.error(f"holds {len(listed)} files")
    if any(info.flag_bits & 1 for info in listed):
        raise found.error("is protected by a password", "save it without the password")
    if len(names) < len(listed) - sum(info.is_dir() for info in listed):
        raise found.error("is broken: it holds two files of the same name")
    for entry in found.tree("/[Content_Types].xml"):
        if entry.get("PartName"):
            found.types[entry.get("PartName").casefold()] = entry.get("ContentType", "")
        elif entry.get("Extension"):
            found.defaults[entry.get("Extension").casefold()] = entry.get("ContentType", "")
    return Archive(found.path, archive, names, found.types, found.defaults, _main(found), found.read)


def _main(found: Archive) -> str:
    """The name of the presentation part; refuses programs within the file, and files of other kinds."""
    macros = any("macroEnabled" in kind or "vbaProject" in kind for kind in found.types.values())
    if macros or any(name.endswith("vbaproject.bin") for name in found.names):
        raise found.error("holds macros", "save it without them, as .pptx or .potx")
    mains = [link for link in found.links("") if link.kind == "officeDocument"]
    if any(link.type.startswith(_STRICT) for link in mains):
        raise found.error("is Strict Open XML", "save it as a plain PowerPoint presentation or template")
    for link in mains:
        if found.type_of(link.target) in _MAIN:
            return link.target
    raise found.error("is no PowerPoint presentation or template")
