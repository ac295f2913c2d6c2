"""Putting a finished deck in its place: whole or not at all, and never over a person's edits."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
import zipfile
from pathlib import Path

from deckgen.errors import InputError
from deckgen.model import Notice

APPLICATION = "deckgen"
"""What a deck's docProps/app.xml names as its application; a program that saves the deck writes its own name there."""


def save(path: Path, blob: bytes) -> Notice | None:
    """Writes a deck to `path` by way of a temporary file beside it.

    A deck that another program has saved since is kept under a name of its own, and the notice tells which. Raises
    InputError where the folder or the file cannot be written; what was there before is then still there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        notice = _set_aside(path) if path.exists() and edited(path) else None
        _replace(path, blob)
    except OSError as error:
        raise InputError(
            f"the deck cannot be written: {error.strerror or error}",
            path=str(path),
            hint="is the deck open elsewhere, the disk full, or the folder read-only?",
        ) from error
    return notice


def edited(path: Path) -> bool:
    """Whether the file is anything but a deck as deckgen wrote it."""
    try:
        with zipfile.ZipFile(path) as package:
            properties = package.read("docProps/app.xml").decode("utf-8", "replace")
    except (OSError, KeyError, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return True
    name = re.search(r"<(?:\w+:)?Application>(.*?)</", properties)
    return not name or name[1].strip() != APPLICATION


def _set_aside(path: Path) -> Notice:
    number = 1
    while (kept := path.with_name(f"{path.stem}.edited-{number}{path.suffix}")).exists():
        number += 1
    path.rename(kept)
    return Notice(f"the deck had been edited; it is kept as {kept.name}", str(path), hint="the new deck took its name")


def _replace(path: Path, blob: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(blob)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
