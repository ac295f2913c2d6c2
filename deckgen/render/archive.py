"""The zip file that a deck is, written so that the same parts always give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from deckgen.render.names import CONTENT_TYPES, RELATIONSHIPS
from deckgen.render.xml import HEAD, attribute

_STORED = ("jpg", "jpeg", "png", "gif")
_EPOCH = (1980, 1, 1, 0, 0, 0)
Relation = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """A part by its absolute name: content type, content, and its relations (type, target) as rId1, rId2 and so on."""

    name: str
    content_type: str
    content: str
    relations: tuple[Relation, ...] = ()


def packed(parts: Iterable[Part], root: tuple[Relation, ...]) -> bytes:
    """The package of these parts, uncompressed, since it is opened again at once; `root` are its own relations."""
    listed = list(parts)
    files = [("_rels/.rels", _relations(root).encode())]
    for part in listed:
        files.append((part.name[1:], part.content.encode()))
        if part.relations:
            files.append((beside(part.name), _relations(part.relations).encode()))
    return zipped(content_types((part.name, part.content_type) for part in listed), files, zipfile.ZIP_STORED)


def written(package: Any) -> bytes:
    """The bytes of a python-pptx package, its parts in the order in which they refer to one another."""
    files = [("_rels/.rels", package._rels.xml)]
    kinds = []
    for part in package.iter_parts():
        kinds.append((str(part.partname), part.content_type))
        files.append((part.partname[1:], part.blob))
        if len(part.rels):
            files.append((beside(part.partname), part.rels.xml))
    return zipped(content_types(kinds), files, zipfile.ZIP_DEFLATED)


def beside(name: str) -> str:
    """The name within the zip file of the relationships of a part."""
    folder, _, file = name[1:].rpartition("/")
    return f"{folder}/_rels/{file}.rels"


def zipped(kinds: str, files: Iterable[tuple[str, bytes]], packing: int) -> bytes:
    """A zip file of these files in this order: no clock, no owner; pictures as they are, being packed already."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in (("[Content_Types].xml", kinds.encode()), *files):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 0
            stored = name.rpartition(".")[2].lower() in _STORED
            entry.compress_type = zipfile.ZIP_STORED if stored else packing
            archive.writestr(entry, content)
    return out.getvalue()


def _relations(relations: tuple[Relation, ...]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target={attribute(target)}/>'
        for n, (kind, target) in enumerate(relations, 1)
    )
    return f'{HEAD}<Relationships xmlns="{RELATIONSHIPS}">{listed}</Relationships>'


def content_types(parts: Iterable[tuple[str, str]]) -> str:
    """The list of content types for parts given by name and type."""
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    overrides = []
    for name, kind in parts:
        extension = name.rpartition(".")[2]
        if defaults.setdefault(extension, kind) != kind:
            overrides.append(f'<Override PartName="{name}" ContentType="{kind}"/>')
    listed = [f'<Default Extension="{ext}" ContentType="{kind}"/>' for ext, kind in sorted(defaults.items())]
    return f'{HEAD}<Types xmlns="{CONTENT_TYPES}">{"".join((*listed, *overrides))}</Types>'
