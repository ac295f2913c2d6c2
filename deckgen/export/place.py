"""Putting a finished file in its place, whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

from deckgen.errors import InputError


def put(made: Path, target: Path) -> Path:
    """Copies `made` to `target` by way of a temporary file beside it, and gives `target`.

    Raises InputError where that cannot be written; what was there before is then still there.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(prefix=".", suffix=".tmp", dir=target.parent, delete=False) as file:
            _fill(file.name, made, target)
    except OSError as error:
        raise InputError(
            f"the export cannot be written: {error.strerror or error}",
            path=str(target),
            hint="is the file open elsewhere, the disk full, or the folder read-only?",
        ) from error
    return target


def _fill(temporary: str, made: Path, target: Path) -> None:
    try:
        shutil.copyfile(made, temporary)
        shutil.copymode(made, temporary)
        with Path(temporary).open("rb+") as file:
            os.fsync(file.fileno())
        Path(temporary).replace(target)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(temporary).unlink()
        raise
