"""Decks to pictures, one a slide."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from deckgen.errors import InputError, ToolMissingError
from deckgen.export.conversion import Job
from deckgen.export.pdf import TIMEOUT, exported
from deckgen.export.place import put
from deckgen.export.programs import run
from deckgen.export.result import Exported, Progress

_HINT = (
    "install poppler: apt install poppler-utils (Debian, Ubuntu), dnf install poppler-utils (Fedora), "
    "brew install poppler (macOS), winget install oschwartz10612.Poppler (Windows)"
)


def to_png(
    decks: Sequence[Path],
    out: Path | None = None,
    *,
    width: int = 1920,
    timeout: float = TIMEOUT,
    progress: Progress | None = None,
) -> Exported[tuple[Path, ...]]:
    """Exports every slide of the decks as a PNG of `width` pixels, into the folder `out` or beside each deck.

    The pictures are named by deck and slide, `tokyo-2015-01.png`, with as many digits as the last one needs. By way of
    PDF, for LibreOffice alone draws only the first slide. Otherwise as `to_pdf`; also raises ToolMissingError where
    poppler's pdftoppm is missing.
    """
    tool = shutil.which("pdftoppm")
    if not tool:
        raise ToolMissingError("pdftoppm is not on this machine", hint=_HINT)

    def drawn(job: Job) -> tuple[Path, ...]:
        pages = _pages(Path(tool), job.pdf, width, timeout)
        digits = max(2, len(str(len(pages))))
        return tuple(
            put(page, job.folder / f"{job.stem}-{number:0{digits}}.png") for number, page in enumerate(pages, 1)
        )

    return exported(decks, out, timeout, progress, drawn)


def _pages(tool: Path, pdf: Path, width: int, timeout: float) -> list[Path]:
    """The pages of `pdf` as pictures beside it, in order. `timeout` is in seconds for one page."""
    folder = pdf.with_suffix("")
    folder.mkdir()
    command = (tool, "-png", "-scale-to-x", str(width), "-scale-to-y", "-1", pdf, folder / "page")
    code = run(command, pdf.with_suffix(".log"), os.environ, timeout, lambda: len(list(folder.iterdir())))
    if code != 0:
        raise InputError("the slides cannot be drawn", hint=pdf.with_suffix(".log").read_text(errors="replace")[:200])
    return sorted(folder.iterdir(), key=lambda page: int(re.findall(r"\d+", page.stem)[-1]))
