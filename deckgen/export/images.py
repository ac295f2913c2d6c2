"""Decks to pictures: one a slide, or one of all slides."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from deckgen import atomic
from deckgen.errors import InputError
from deckgen.export.conversion import Job
from deckgen.export.office import Form
from deckgen.export.pdf import TIMEOUT, Order, exported
from deckgen.export.programs import poppler, run
from deckgen.export.result import Exported
from deckgen.model import Progress

WIDTH = 1920
"""Pixels of a slide's picture: as many as a projector shows."""


def to_png(
    decks: Sequence[Path],
    out: Path | None = None,
    *,
    notes: bool = False,
    width: int = WIDTH,
    timeout: float = TIMEOUT,
    progress: Progress | None = None,
) -> Exported[tuple[Path, ...]]:
    """Exports every slide of the decks as a PNG of `width` pixels, into the folder `out` or beside each deck.

    The pictures are named by deck and slide, `tokyo-2015-01.png`, with as many digits as the last one needs. By way of
    PDF, for LibreOffice alone draws only the first slide. Otherwise as `to_pdf`; also raises ToolMissingError where
    poppler's pdftoppm is missing.
    """
    tool = poppler("pdftoppm")

    def drawn(job: Job) -> tuple[Path, ...]:
        pages = _pages(tool, job.pdf, width, timeout)
        digits = max(2, len(str(len(pages))))
        names = tuple(job.folder / f"{job.stem}-{number:0{digits}}.png" for number in range(1, len(pages) + 1))
        with atomic.alone(job.folder):
            atomic.copy_all(pages, names, job.folder)
        return names

    return exported(Order(decks, out, Form(notes), timeout, progress), drawn)


def to_sheet(
    decks: Sequence[Path],
    out: Path | None = None,
    *,
    timeout: float = TIMEOUT,
    progress: Progress | None = None,
) -> Exported[Path]:
    """Exports each deck as one PNG, `tokyo-2015-sheet.png`, with all of its slides, small and numbered.

    Otherwise as `to_png`.
    """
    from deckgen import pictures

    tool = poppler("pdftoppm")

    def drawn(job: Job) -> Path:
        pages = _pages(tool, job.pdf, pictures.SHEET_SLIDE, timeout)
        sheet = job.pdf.with_suffix(".sheet.png")
        sheet.write_bytes(pictures.contact_sheet(pages))
        target = job.folder / f"{job.stem}.png"
        with atomic.alone(target.parent):
            atomic.copy(sheet, target)
        return target

    return exported(Order(decks, out, Form(), timeout, progress), drawn, "-sheet")


def _pages(tool: Path, pdf: Path, width: int, timeout: float) -> list[Path]:
    """The pages of `pdf` as pictures beside it, in order. `timeout` is in seconds for one page."""
    folder = pdf.with_suffix("")
    folder.mkdir()
    command = (tool, "-png", "-scale-to-x", str(width), "-scale-to-y", "-1", pdf, folder / "page")
    code = run(command, pdf.with_suffix(".log"), os.environ, timeout, lambda: len(list(folder.iterdir())))
    if code != 0:
        raise InputError(
            "the slides cannot be drawn",
            hint=pdf.with_suffix(".log").read_text(errors="replace")[:200],
            rule="render-failed",
        )
    return sorted(folder.iterdir(), key=lambda page: int(re.findall(r"\d+", page.stem)[-1]))
