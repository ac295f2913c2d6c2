"""What can be said of a deck before LibreOffice sees it."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from deckgen.errors import InputError, UsageError

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HINT = "PPTX and ODP decks can be exported"
_LARGEST_PART = 50_000_000
BROKEN = (KeyError, StopIteration, EOFError, NotImplementedError, RuntimeError, zlib.error)
"""What a package raises that lacks parts, is encrypted, or holds bytes that cannot be unpacked."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """How many slides a PDF of the deck must show (hidden ones are left out), and its language, as far as it says."""

    slides: int | None = None
    lang: str = ""


ENDINGS = (".pptx", ".odp")


def find(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The decks that the paths name, each once: a folder stands for those that lie right in it, by name.

    What office programs keep beside an open deck (`~$NAME`) is passed over, and so is what is hidden. Raises UsageError
    where no deck is found at all.
    """
    found: dict[Path, None] = {}
    given = tuple(paths)
    for path in given:
        below = sorted(path.iterdir()) if path.is_dir() else [path]
        found |= dict.fromkeys(file for file in below if file == path or _is_deck(file))
    if not found:
        hint = f"decks end in {', '.join(ENDINGS)}"
        raise UsageError(f"no decks in {', '.join(map(str, given))}", hint=hint)
    return tuple(found)


def _is_deck(file: Path) -> bool:
    return file.suffix.lower() in ENDINGS and not file.name.startswith((".", "~$"))


def inspect(deck: Path) -> Inspected:
    """Looks into a deck. Raises InputError for what is no deck, cannot be opened or has no slide to show."""
    try:
        if deck.exists() and not deck.is_file() and not deck.is_dir():  # a pipe could be waited at for ever
            raise _unreadable("this is no file", str(deck), _HINT)
        with deck.open("rb") as file:
            if file.read(8) == _OLE:
                if _ENCRYPTED in file.read(_LARGEST_PART):
                    raise _protected(deck)
                return Inspected()
        with zipfile.ZipFile(deck) as package:
            if "ppt/presentation.xml" in package.namelist():
                return Inspected(_shown_slides(deck, package), _language(package))
            if b"presentation" in package.read("mimetype"):
                if b"encryption-data" in package.read("META-INF/manifest.xml"):
                    raise _protected(deck)
                return Inspected()
    except (zipfile.BadZipFile, ElementTree.ParseError, *BROKEN) as error:
        raise _unreadable("this is no presentation, or a broken one", str(deck), _HINT) from error
    except FileNotFoundError as error:
        raise _unreadable("deck not found", str(deck)) from error
    except OSError as error:
        raise _unreadable(f"the deck cannot be read: {error.strerror or error}", str(deck)) from error
    raise _unreadable("this is no presentation", str(deck), _HINT)


def _unreadable(message: str, path: str, hint: str = "") -> InputError:
    return InputError(message, path=path, hint=hint, rule="deck-unreadable")


def _protected(deck: Path) -> InputError:
    return _unreadable("the deck is protected by a password", str(deck), "save it without a password")


def _shown_slides(deck: Path, package: zipfile.ZipFile) -> int:
    links = tree(package, "ppt/_rels/presentation.xml.rels")
    targets = {link.get("Id", ""): link.get("Target", "") for link in links}
    slides = tree(package, "ppt/presentation.xml").findall("{*}sldIdLst/{*}sldId")
    names = [next(value for key, value in slide.items() if key.endswith("}id")) for slide in slides]
    shown = sum(not _is_hidden(package, targets[name]) for name in names)
    if not shown:
        raise _unreadable("the deck has no slide to show", str(deck))
    return shown


def _language(package: zipfile.ZipFile) -> str:
    name = "docProps/core.xml"
    return (tree(package, name).findtext("{*}language") or "").strip() if name in package.namelist() else ""


def tree(package: zipfile.ZipFile, name: str) -> ElementTree.Element:
    """A part as a tree, as far as its first 50 MB go. Raises one of BROKEN, BadZipFile or ParseError."""
    with package.open(name) as part:
        return ElementTree.fromstring(part.read(_LARGEST_PART))


def _is_hidden(package: zipfile.ZipFile, target: str) -> bool:
    name = target.lstrip("/") if target.startswith("/") else f"ppt/{target}"
    with package.open(name) as part:
        _, slide = next(iter(ElementTree.iterparse(part, ("start",))))
    return slide.get("show") in ("0", "false")
