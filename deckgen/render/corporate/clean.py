"""A template's package without its slides: what is kept of it, and what is mended so that slides can be built on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from deckgen.render.corporate.package import Archive, Link
from deckgen.render.corporate.prompts import adopt, align, identify, renumber
from deckgen.render.names import PRESENTATIONML, R

_OF_DECK = ("slideMaster", "notesMaster", "handoutMaster", "theme", "tableStyles", "font")
"""What is kept of all that the presentation part refers to. Slides, comments, sections, custom shows, editing history,
printer settings and documents of other programs are not."""

_ELEMENTS = (
    "sldMasterIdLst",
    "notesMasterIdLst",
    "handoutMasterIdLst",
    "sldSz",
    "notesSz",
    "embeddedFontLst",
    "kinsoku",
    "defaultTextStyle",
)
_DROPPED = ("slide", "notesSlide", "comments", "tags", "customXml", "control")
"""What masters and layouts lose: links to slides that are no more, and what programs noted there for themselves."""

_LISTED = ("slideMaster", "slideLayout", "notesMaster", "handoutMaster")
_DRAWN = ("slideMaster+xml", "slideLayout+xml")
_HARMLESS = ("http:", "https:", "mailto:")
_PARTS_OF_SHAPES = ("sp", "pic", "graphicFrame", "grpSp", "cxnSp", "contentPart")


@dataclass(frozen=True, slots=True)
class Kept:
    """A part that stays: its name, content type, content (an element where it is XML that was looked at), relations."""

    name: str
    content_type: str
    tree: Any
    blob: bytes
    links: tuple[Link, ...]

    def to(self, kind: str) -> str:
        """The name of the first part of that kind that it refers to, or the empty string."""
        return next((link.target for link in self.links if link.kind == kind and not link.external), "")

    def named(self, ident: str) -> str:
        """The name of the part that a relationship leads to, or the empty string."""
        return next((link.target for link in self.links if link.ident == ident and not link.external), "")


def kept(archive: Archive) -> dict[str, Kept]:
    """The parts that stay, by name, the presentation part first. Raises InputError for what cannot be trusted."""
    found: dict[str, Kept] = {}
    waiting = [archive.main]
    while waiting:
        name = waiting.pop(0)
        if name in found:
            continue
        part = _part(archive, name)
        found[name] = part
        waiting += [link.target for link in part.links if not link.external]
    for part in found.values():
        for link in part.links:
            told = "" if link.external else found[link.target].content_type
            if link.kind in ("slideMaster", "slideLayout") and told != f"{PRESENTATIONML}{link.kind}+xml":
                raise archive.error(f"is broken: {link.target[1:]} is no {link.kind}")
    _mend(found)
    return found


def _part(archive: Archive, name: str) -> Kept:
    kind = archive.type_of(name)
    looked_at = kind.endswith((*_DRAWN, "theme+xml"))
    if name == archive.main or looked_at or kind.endswith("Master+xml"):
        tree = archive.tree(name)
        if kind.endswith(_DRAWN) and tree.find("{*}cSld/{*}spTree") is None:
            raise archive.error(f"is broken: {name[1:]} holds no shapes")
        if name == archive.main:
            _stripped(tree)
            links = tuple(link for link in archive.links(name) if link.kind in _OF_DECK and not link.external)
        else:
            links = tuple(_trusted(archive, name, tree))
        _without(tree, {link.ident for link in archive.links(name)} - {link.ident for link in links})
        present = tuple(link for link in links if link.external or archive.has(link.target))
        if len(present) < len(links):
            lost = next(link for link in links if link not in present)
            raise archive.error(f"is broken: {name[1:]} refers to {lost.target[1:]}, which is not there")
        _complete(archive, name, tree, {link.ident for link in present if link.kind in _LISTED})
        return Kept(name, kind, tree, b"", present)
    blob = archive.blob(name)
    if kind.endswith("+xml"):
        archive.parsed(name, blob)
    return Kept(name, kind, None, blob, tuple(_trusted(archive, name, None)))


def _complete(archive: Archive, name: str, tree: Any, idents: set[str]) -> None:
    """Raises InputError for a master or layout that is listed and not there."""
    for entry in tree.iter("{*}sldMasterId", "{*}sldLayoutId", "{*}notesMasterId", "{*}handoutMasterId"):
        if entry.get(f"{R}id") not in idents:
            raise archive.error(f"is broken: {name[1:]} lists a part that is not there")


def _stripped(root: Any) -> None:
    """Leaves of the presentation part what masters and text need; slides are numbered from 1."""
    for element in list(root):
        if not isinstance(element.tag, str) or element.tag.rpartition("}")[2] not in _ELEMENTS:
            root.remove(element)
    for name in ("firstSlideNum", "removePersonalInfoOnSave", "showSpecialPlsOnTitleSld"):
        root.attrib.pop(name, None)


def _trusted(archive: Archive, name: str, tree: Any) -> Iterator[Link]:
    """A part's relationships that stay. Raises InputError for one that would open something elsewhere."""
    for link in archive.links(name):
        if link.kind in _DROPPED:
            continue
        if link.external:
            if link.kind != "hyperlink" or not link.target.casefold().startswith(_HARMLESS):
                hint = "embed it in the template, or remove it"
                raise archive.error(f"links to something outside of it: {link.kind} {link.target[:80]}", hint)
            if tree is None:
                continue
        yield link


def _without(root: Any, idents: set[str]) -> None:
    """Takes out what names a relationship that does not stay: a click, a note, or else the shape around it."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or not any(
            str(key).startswith(R) and value in idents for key, value in element.attrib.items()
        ):
            continue
        tag = element.tag.rpartition("}")[2]
        victim = element if tag.startswith("hlink") or tag in ("tags", "custData", "sldId") else _around(element)
        parent = victim.getparent()
        if parent is not None:
            parent.remove(victim)
            if not len(parent) and parent.tag.rpartition("}")[2] in ("custDataLst", "controls", "sldIdLst"):
                parent.getparent().remove(parent)


def _around(element: Any) -> Any:
    """The shape that an element is part of, or the element itself."""
    for above in element.iterancestors():
        if isinstance(above.tag, str) and above.tag.rpartition("}")[2] in _PARTS_OF_SHAPES:
            return above
    return element


def _mend(parts: dict[str, Kept]) -> None:
    """Makes every placeholder one that a slide can name, and styles that stand in sample text alone ones to inherit."""
    for part in parts.values():
        if part.content_type.endswith(_DRAWN):
            master = part if part.content_type.endswith("slideMaster+xml") else parts.get(part.to("slideMaster"))
            if master is not None and master.tree is not None and master.tree.find("{*}txStyles") is None:
                adopt(part.tree)
                if part is not master:
                    align(part.tree, master.tree)
            renumber(part.tree)
            identify(part.tree)
