"""The zip file that somebody's deck is: parts, and the relations between them, within bounds.

A deck may come from anywhere, so nothing is taken on trust: no part is unpacked beyond a limit, no XML entity is
resolved, nothing outside of the file is opened.
"""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from deckgen.errors import InputError
from deckgen.render.broken import BROKEN, OLE
from deckgen.render.reading.values import Image, Part

LARGEST_XML = 20_000_000
LARGEST_MEDIA = 64_000_000
"""Bytes of one part when unpacked."""

_HINT = "decks end in .pptx; PowerPoint and LibreOffice save older ones as that"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: the last word of the relation's type, and a part's name or, if `external`, an address."""

    kind: str
    target: str
    external: bool


class Package:
    """An open deck. `tree` and `relations` of a part are read once; close it, or use it in a `with`."""

    def __init__(self, path: Path) -> None:
        """Opens the file. Raises InputError for what is no deck or cannot be read."""
        self.path = str(path)
        try:
            with path.open("rb") as file:
                if file.read(8) == OLE:
                    hint = "save it as .pptx without a password"
                    raise self._error("the deck is protected by a password or older than .pptx", hint)
            self._zip = zipfile.ZipFile(path)
        except FileNotFoundError:
            raise self._error("deck not found") from None
        except (zipfile.BadZipFile, ValueError) as error:
            raise self._error("this is no presentation, or a broken one", _HINT) from error
        except OSError as error:
            raise self._error(f"the deck cannot be read: {error.strerror or error}") from error
        self._names = {info.filename.casefold(): info for info in self._zip.infolist()}
        self.images: dict[str, Image] = {}
        """What is known of the pictures that were measured already."""

        self._trees: dict[str, Any] = {}
        self._relations: dict[str, dict[str, Relation]] = {}

    def _error(self, message: str, hint: str = "") -> InputError:
        return InputError(message, path=self.path, hint=hint, rule="deck-unreadable")

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def parts(self) -> tuple[Part, ...]:
        """The files that it holds, in the order of the zip file."""
        return tuple(Part(i.filename, i.compress_size) for i in self._zip.infolist() if not i.is_dir())

    def has(self, name: str) -> bool:
        """Whether there is such a part; programs disagree on upper and lower case."""
        return name.casefold() in self._names

    def size(self, name: str) -> int:
        """Bytes of the part as it is packed; 0 where there is none."""
        info = self._names.get(name.casefold())
        return info.compress_size if info else 0

    def blob(self, name: str, most: int = LARGEST_MEDIA) -> bytes | None:
        """The content of a part; None where it is missing, broken or larger than `most` bytes."""
        info = self._names.get(name.casefold())
        if info is None or info.file_size > most:
            return None
        try:
            with self._zip.open(info) as part:
                content = part.read(most + 1)
        except BROKEN:
            return None
        return content if len(content) <= most else None

    def tree(self, name: str) -> Any:
        """The root element of an XML part; None where it is missing or no sound XML."""
        if name not in self._trees:
            self._trees[name] = self._parsed(name)
        return self._trees[name]

    def forget(self, name: str) -> None:
        """Lets go of an XML part that is not needed again: a deck may have thousands."""
        self._trees.pop(name, None)

    def _parsed(self, name: str) -> Any:
        from lxml import etree

        content = self.blob(name, LARGEST_XML)
        if content is None or b"<!DOCTYPE" in content[:4096]:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            return etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError):
            return None

    def relations(self, name: str) -> dict[str, Relation]:
        """The relations of a part by their ids; the empty string names the package itself."""
        if name not in self._relations:
            folder, file = posixpath.split(name)
            root = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
            found = () if root is None else root.iterfind("{*}Relationship")
            self._relations[name] = {link.get("Id", ""): _relation(link, folder) for link in found}
        return self._relations[name]

    def related(self, name: str, kind: str) -> str:
        """The name of the first part of that kind that a part refers to, or the empty string."""
        found = (r.target for r in self.relations(name).values() if r.kind == kind and not r.external)
        return next(found, "")


def _relation(link: Any, folder: str) -> Relation:
    target = link.get("Target", "")
    kind = link.get("Type", "").rpartition("/")[2]
    if link.get("TargetMode") == "External":
        return Relation(kind, target, external=True)
    place = unquote(target.partition("#")[0])
    absolute = place[1:] if place.startswith("/") else posixpath.normpath(posixpath.join(folder, place))
    return Relation(kind, absolute, external=False)
