"""Whether this machine has what deckgen needs, and what to do where it has not."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from deckgen import atomic, export, metrics, theme
from deckgen.build import build
from deckgen.errors import DeckgenError, ToolMissingError

OLDEST_PYTHON = (3, 11)
OLDEST_OFFICE = 7
"""The first LibreOffice that tags PDFs as asked, and makes PDF/A-2."""
FREE_SPACE = 200_000_000
"""Bytes below which decks with many pictures, and LibreOffice's temporary profile, may find no room."""

_OPTIONAL = {
    "pillow-heif": "HEIC pictures",
    "resvg-py": "SVG drawings and formulas",
    "ziamath": "formulas of more than a line",
}
_EXTRA = re.compile(r"extra == ['\"](?:pictures|math)['\"]")
_SAMPLE = "The quick brown fox jumps over the lazy dog, 0123456789."
_SCRIPTS = {"latin": "en", "heading": "en", "chinese": "zh-cn", "korean": "ko", "japanese": "ja", "mono": "en"}
_LETTERS = {"en": "Latin", "zh-cn": "Chinese", "ko": "Korean", "ja": "Japanese"}
_TYPEFACES = "apt install fonts-liberation fonts-crosextra-carlito fonts-noto-cjk, or the like"
_TRIAL = """---
title: A trial
date: 2015-10-28
---
## 试试看 and see

* Magnum负责容器集群
* Kuryr connects containers to networks
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report."""

    state: Literal["ok", "warning", "error"]
    what: str
    hint: str = ""
    exit_code: int = 0


def examine(out: Path = Path("decks"), *, quick: bool = False) -> Iterator[Finding]:
    """One finding after the other: Python, packages, themes, typefaces, programs, room for decks in the folder `out`.

    At the end a small deck is built and exported on trial, unless `quick`: that takes some seconds.
    """
    yield _python()
    yield from _packages()
    yield _themes()
    yield from _typefaces()
    yield _office()
    yield _poppler()
    yield _space("decks", out)
    yield _space("temporary files", Path(tempfile.gettempdir()))
    if not quick:
        yield _trial()


def _python() -> Finding:
    version = platform.python_version()
    if sys.version_info < OLDEST_PYTHON:
        return Finding("error", f"Python {version}", "deckgen wants Python 3.11 or later", 3)
    return Finding("ok", f"Python {version}")


def _packages() -> Iterator[Finding]:
    """Every package that deckgen asks for, as its own metadata say."""
    try:
        wanted = importlib.metadata.requires("deckgen") or []
    except importlib.metadata.PackageNotFoundError:
        yield Finding("warning", "deckgen is not installed: it runs from its sources", "pip install .")
        return
    asked = [line for line in wanted if "extra ==" not in line or _EXTRA.search(line)]
    yield from (_package(name) for name in dict.fromkeys(re.split(r"[^\w.-]", line)[0] for line in asked))


def _package(name: str) -> Finding:
    try:
        return Finding("ok", f"{name} {importlib.metadata.version(name)}")
    except importlib.metadata.PackageNotFoundError:
        if name in _OPTIONAL:
            return Finding("warning", f"{name} is missing: no {_OPTIONAL[name]}", f"pip install {name}")
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


def _typefaces() -> Iterator[Finding]:
    """Whether deckgen knows how wide each typeface of the themes runs, and what this machine shows in its place."""
    wanted: dict[str, str] = {}
    for name in theme.names():
        fonts = theme.load(name).fonts
        for slot, lang in _SCRIPTS.items():
            if face := getattr(fonts, slot):
                wanted.setdefault(face, lang)
    if any(export.stand_in(face, lang) is None for face, lang in wanted.items()):
        hint = "apt install fontconfig (Debian, Ubuntu); elsewhere, see that an office program lists them"
        yield Finding("warning", f"it cannot be told whether these are here: {', '.join(wanted)}", hint)
        return
    yield from (_typeface(face, lang) for face, lang in wanted.items())


def _typeface(face: str, lang: str) -> Finding:
    chosen, fitting = export.stand_in(face, lang) or (face, True)
    if not metrics.known(face):
        hint = "text in it is measured by a wide stand-in, which leaves room unused"
        return Finding("warning", f"{face}: its widths are not known", hint)
    if not fitting:
        hint = f"decks are right all the same, but PDFs and pictures made here lack these letters: {_TYPEFACES}"
        return Finding("warning", f"{face}: nothing here has {_LETTERS[lang]} letters", hint)
    if chosen == face:
        return Finding("ok", f"{face}: installed")
    if _width(chosen) == _width(face):
        return Finding("ok", f"{face}: {chosen} stands in, as wide")
    hint = f"decks are right all the same, but PDFs and pictures made here may break lines elsewhere: {_TYPEFACES}"
    return Finding("warning", f"{face}: {chosen} stands in, of another width", hint)


def _width(face: str) -> float:
    """The width of a line of Latin text in em. East Asian faces all set theirs in squares."""
    return metrics.advance(_SAMPLE, face, face) if metrics.known(face) else 0.0


def _office() -> Finding:
    try:
        office = export.find_office()
    except ToolMissingError as error:
        return Finding("warning", "LibreOffice is missing: decks can be built, but not exported", error.notice.hint)
    version = export.office_version(office)
    if not version:
        return Finding("warning", f"{office} does not say its version", "is it LibreOffice, and does it start?")
    if int(version.split(".")[0]) < OLDEST_OFFICE:
        return Finding("warning", f"LibreOffice {version} at {office}", f"export wants {OLDEST_OFFICE}.0 or later")
    return Finding("ok", f"LibreOffice {version} at {office}")


def _poppler() -> Finding:
    tool = shutil.which("pdftoppm")
    if tool:
        return Finding("ok", f"pdftoppm at {tool}")
    return Finding("warning", "pdftoppm is missing: no export to PNG", "install poppler-utils (brew: poppler)")


def _space(what: str, folder: Path) -> Finding:
    """The room in a folder, or in the nearest one above it that is there."""
    there = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.is_dir())
    if not os.access(there, os.W_OK):
        hint = "make it writable, or choose another folder with -o"
        return Finding("warning", f"{there}: {what} cannot be written here", hint)
    free = shutil.disk_usage(there).free
    if free < FREE_SPACE:
        hint = "decks with many pictures may find no room"
        return Finding("warning", f"{there}: {free / 1e6:.0f} MB free for {what}", hint)
    return Finding("ok", f"{there}: {free / 1e9:.1f} GB free for {what}")


def _trial() -> Finding:
    start = time.perf_counter()
    with atomic.workplace(Path(tempfile.gettempdir())) as work:
        post = work / "trial.md"
        post.write_text(_TRIAL, encoding="utf-8")
        try:
            built = build([post], work / "decks", pdf=True)
        except ToolMissingError:
            return Finding("ok", "a trial deck was built, and not exported without LibreOffice")
        except DeckgenError as error:
            return Finding("error", f"no trial deck can be built: {error.notice.message}", error.notice.hint, 1)
        if all(deck.pdf for deck in built.decks) and built.decks:
            seconds = time.perf_counter() - start
            return Finding("ok", f"a trial deck was built and exported to PDF in {seconds:.1f} s")
        notice = next(notice for notice in built.notices if notice.lost)
        return Finding("error", f"the trial deck cannot be exported: {notice.message}", notice.hint, 1)
