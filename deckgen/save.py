"""Putting a finished deck or outline in its place: whole or not at all, and never over a person's edits."""

from __future__ import annotations

import filecmp
import os
import re
import shutil
import zipfile
import zlib
from collections.abc import Callable
from itertools import count
from pathlib import Path

from deckgen import atomic
from deckgen.errors import InputError
from deckgen.model import Notice

APPLICATION = "deckgen"
"""What a deck's docProps/app.xml names as its application; a program that saves the deck writes its own name there."""

_LONGEST = 1_000_000
"""Bytes of a deck's properties that are looked at: a thousand times as many as they have."""


def save(path: Path, blob: bytes) -> Notice | None:
    """Writes a deck to `path` by way of a temporary file beside it.

    A deck that another program has saved since is kept under a name of its own, and the notice tells which. Raises
    InputError where the folder or the file cannot be written, and where the deck is open elsewhere or read-only; what
    was there before is then still there.
    """
    return _save(path, blob, "deck", lambda: edited(path))


def save_outline(path: Path, text: str) -> Notice | None:
    """Writes an outline as `save` writes a deck; one that says anything else is kept under a name of its own."""
    blob = text.encode("utf-8")
    return _save(path, blob, "outline", lambda: path.read_bytes() != blob)


def _save(path: Path, blob: bytes, what: str, is_edited: Callable[[], bool]) -> Notice | None:
    try:
        with atomic.alone(path.parent), atomic.replacing(path) as file:
            file.write(blob)
            file.flush()  # where the disk is full, nothing has happened yet
            return _set_aside(path, what) if path.exists() and is_edited() else None
    except OSError as error:
        raise InputError(
            f"the {what} cannot be written: {error.strerror or error}",
            path=str(path),
            hint=f"is the {what} open elsewhere, the disk full, or the folder read-only?",
            rule="file-unwritten",
        ) from error


def edited(path: Path) -> bool:
    """Whether the file is anything but a deck as deckgen wrote it."""
    try:
        with zipfile.ZipFile(path) as package, package.open("docProps/app.xml") as part:
            properties = part.read(_LONGEST).decode("utf-8", "replace")
    except (OSError, KeyError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError):
        return True
    name = re.search(r"<(?:\w+:)?Application>(.*?)</", properties)
    return not name or name[1].strip() != APPLICATION


def _set_aside(path: Path, what: str) -> Notice:
    """Gives an edited file a second name. It keeps its own until the new one takes that, so that no moment lacks it."""
    names = (path.with_name(f"{path.stem}.edited-{number}{path.suffix}") for number in count(1))
    kept = next(name for name in names if _keeps(path, name))
    hint = f"the new {what} took its name"
    return Notice(f"the {what} had been edited; it is kept as {kept.name}", str(path), hint=hint, rule="edit-kept")


def _keeps(path: Path, name: Path) -> bool:
    """Whether `name` now holds what `path` does; false where it holds anything else."""
    try:
        os.link(path, name)
    except FileExistsError:
        return name.is_file() and filecmp.cmp(path, name, shallow=False)  # a killed run may have come this far
    except OSError:  # some file systems know no second names
        if name.exists():
            return name.is_file() and filecmp.cmp(path, name, shallow=False)
        atomic.copy(path, name)
        shutil.copystat(path, name)
    return True
