"""What can be said of a deck before LibreOffice sees it."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from deckgen.errors import InputError

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HINT = "PPTX and ODP decks can be exported"
_LARGEST_PART = 50_000_000


def shown_slides(deck: Path) -> int | None:
    """How many slides a PDF of the deck must have: hidden ones are left out. None where it is no PPTX.

    Raises InputError for what is no deck, cannot be opened or has no slide to show.
    """
    try:
        with deck.open("rb") as file:
            if file.read(8) == _OLE:
                _refuse_protected(deck, file.read(_LARGEST_PART))
                return None
        with zipfile.ZipFile(deck) as package:
            if "ppt/presentation.xml" in package.namelist():
                return _counted(deck, package)
            if b"presentation" in package.read("mimetype"):
                return None
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, RuntimeError) as error:
        raise InputError("this is no presentation, or a broken one", path=str(deck), hint=_HINT) from error
    except FileNotFoundError as error:
        raise InputError("deck not found", path=str(deck)) from error
    except OSError as error:
        raise InputError(f"the deck cannot be read: {error.strerror or error}", path=str(deck)) from error
    raise InputError("this is no presentation", path=str(deck), hint=_HINT)


def _refuse_protected(deck: Path, content: bytes) -> None:
    if _ENCRYPTED in content:
        raise InputError("the deck is protected by a password", path=str(deck), hint="save it without a password")


def _counted(deck: Path, package: zipfile.ZipFile) -> int:
    presentation = _part(package, "ppt/presentation.xml")
    links = _part(package, "ppt/_rels/presentation.xml.rels")
    targets = {
        _attribute(link, rb"Id"): _attribute(link, rb"Target")
        for link in re.findall(rb"<(?:\w+:)?Relationship\b[^>]*>", links)
    }
    ids = (_attribute(slide, rb"\w+:id") for slide in re.findall(rb"<\w+:sldId\b[^>]*>", presentation))
    shown = sum(not _hidden(package, targets.get(name, "")) for name in ids)
    if not shown:
        raise InputError("the deck has no slide to show", path=str(deck))
    return shown


def _hidden(package: zipfile.ZipFile, target: str) -> bool:
    name = target.lstrip("/") if target.startswith("/") else f"ppt/{target}"
    root = re.search(rb"<(?:\w+:)?sld\b[^>]*>", _part(package, name)[:4096])
    return root is not None and _attribute(root[0], rb"show") in ("0", "false")


def _part(package: zipfile.ZipFile, name: str) -> bytes:
    with package.open(name) as part:
        return part.read(_LARGEST_PART)


def _attribute(tag: bytes, name: bytes) -> str:
    found = re.search(rb"\s" + name + rb"\s*=\s*[\"']([^\"']*)", tag)
    return found[1].decode("utf-8", "replace") if found else ""
