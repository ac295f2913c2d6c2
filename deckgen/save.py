"""Putting a finished deck or outline in its place: whole or not at all, and never over a person's edits."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
import zipfile
from collections.abc import Callable
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
    return _save(path, blob, "deck", lambda: edited(path))


def save_outline(path: Path, text: str) -> Notice | None:
    """Writes an outline as `save` writes a deck; one that says anything else is kept under a name of its own."""
    blob = text.encode("utf-8")
    return _save(path, blob, "outline", lambda: path.read_bytes() != blob)


def _save(path: Path, blob: bytes, what: str, is_edited: Callable[[], bool]) -> Notice | None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        notice = _set_aside(path, what) if path.exists() and is_edited() else None
        _replace(path, blob)
    except OSError as error:
        raise InputError(
            f"the {what} cannot be written: {error.strerror or error}",
            path=str(path),
            hint=f"is the {what} open elsewhere, the disk full, or the folder read-only?",
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


def _set_aside(path: Path, what: str) -> Notice:
    number = 1
    while (kept := path.with_name(f"{path.stem}.edited-{number}{path.suffix}")).exists():
        number += 1
    path.rename(kept)
    hint = f"the new {what} took its name"
    return Notice(f"the {what} had been edited; it is kept as {kept.name}", str(path), hint=hint)


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
