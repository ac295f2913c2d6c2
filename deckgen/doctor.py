"""Whether this machine has what deckgen needs, and what to do where it has not."""

from __future__ import annotations

import dataclasses
import importlib.metadata
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from deckgen import export, metrics, theme
from deckgen.errors import DeckgenError, ToolMissingError

PACKAGES = ("python-pptx", "lxml", "pillow", "markdown-it-py", "python-frontmatter", "charset-normalizer")
OLDEST_PYTHON = (3, 11)
FREE_SPACE = 200_000_000
"""Bytes below which decks with many pictures, and LibreOffice's temporary profile, may find no room."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report."""

    state: Literal["ok", "warning", "error"]
    what: str
    hint: str = ""
    exit_code: int = 0


def examine() -> Iterator[Finding]:
    """One finding after the other: Python, packages, themes, programs, space."""
    yield _python()
    yield from map(_package, PACKAGES)
    yield _themes()
    yield _fonts()
    yield _office()
    yield _poppler()
    yield _space()


def _python() -> Finding:
    version = platform.python_version()
    if sys.version_info < OLDEST_PYTHON:
        return Finding("error", f"Python {version}", "deckgen wants Python 3.11 or later", 3)
    return Finding("ok", f"Python {version}")


def _package(name: str) -> Finding:
    try:
        return Finding("ok", f"{name} {importlib.metadata.version(name)}")
    except importlib.metadata.PackageNotFoundError:
        return Finding("error", f"{name} is missing", f"pip install {name}", 3)


def _themes() -> Finding:
    names = theme.names()
    try:
        for name in names:
            theme.load(name)
            theme.load(name, dark=True)
    except DeckgenError as error:
        return Finding("error", f"a theme cannot be used: {error.notice}", error.notice.hint, 1)
    return Finding("ok", f"{len(names)} themes: {', '.join(names)}")


def _fonts() -> Finding:
    """Whether deckgen knows how wide the themes' typefaces run."""
    faces = {face for name in theme.names() for face in dataclasses.astuple(theme.load(name).fonts)}
    unknown = sorted(face for face in faces if not metrics.known(face))
    if unknown:
        hint = "text in them is measured by a wide stand-in, which leaves room unused"
        return Finding("warning", f"no widths are known for {', '.join(unknown)}", hint)
    return Finding("ok", f"{len(faces)} typefaces of the themes can be measured")


def _office() -> Finding:
    try:
        office = export.find_office()
        return Finding("ok", f"LibreOffice {export.office_version(office)} at {office}")
    except ToolMissingError as error:
        return Finding("warning", "LibreOffice is missing: decks can be built, but not exported", error.notice.hint)


def _poppler() -> Finding:
    tool = shutil.which("pdftoppm")
    if tool:
        return Finding("ok", f"pdftoppm at {tool}")
    return Finding("warning", "pdftoppm is missing: no export to PNG", "install poppler-utils (brew: poppler)")


def _space() -> Finding:
    free = shutil.disk_usage(Path.cwd()).free
    if free < FREE_SPACE:
        return Finding("warning", f"{free / 1e6:.0f} MB free", "decks with many pictures may find no room")
    return Finding("ok", f"{free / 1e9:.1f} GB free")
