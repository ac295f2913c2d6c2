"""Decks to PDF."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from deckgen.errors import InputError
from deckgen.export.conversion import Faults, Job, converted, jobs_of
from deckgen.export.office import find_office
from deckgen.export.place import put
from deckgen.export.result import Exported, Made, Progress
from deckgen.model import Notice

TIMEOUT = 180.0
"""Seconds for one deck; one of forty slides takes about two."""


def to_pdf(
    decks: Sequence[Path], out: Path | None = None, *, timeout: float = TIMEOUT, progress: Progress | None = None
) -> Exported[Path]:
    """Exports decks to tagged PDFs with language and bookmarks, into the folder `out` or beside each deck.

    One LibreOffice process converts all of them, `timeout` is in seconds for one deck. A PDF is put in its place only
    when it is complete and has as many pages as the deck has slides; what cannot be exported is a notice. Raises
    ToolMissingError where LibreOffice is missing.
    """
    return exported(decks, out, timeout, progress, _finished)


def _finished(job: Job) -> Path:
    """Puts the PDF in its place, in the deck's language: LibreOffice names that of its profile, in as many bytes."""
    lang = job.about.lang
    if re.fullmatch(r"[a-z]{2}-[A-Z]{2}", lang):
        content = job.pdf.read_bytes()
        job.pdf.write_bytes(re.sub(rb"/Lang\([a-z]{2}-[A-Z]{2}\)", f"/Lang({lang})".encode(), content, count=1))
    return put(job.pdf, job.folder / f"{job.stem}.pdf")


def exported(
    decks: Sequence[Path],
    out: Path | None,
    timeout: float,
    progress: Progress | None,
    finish: Callable[[Job], Made],
) -> Exported[Made]:
    """Converts all decks and has each whole PDF finished by `finish`, which may raise InputError."""
    office = find_office()
    with tempfile.TemporaryDirectory(prefix="deckgen-") as folder:
        work = Path(folder)
        jobs, faults = jobs_of(decks, out, work)
        ready, failed = converted(office, jobs, work, timeout, _teller(jobs, progress))
        faults |= failed
        files: dict[Path, Made] = {}
        for job in ready:
            try:
                files[job.deck] = finish(job)
            except InputError as error:
                faults[job.deck] = Notice(error.notice.message, str(job.deck), hint=error.notice.hint, lost=True)
    return Exported(files, _in_order(decks, faults))


def _in_order(decks: Sequence[Path], faults: Faults) -> tuple[Notice, ...]:
    return tuple(faults[deck] for deck in dict.fromkeys(decks) if deck in faults)


def _teller(jobs: Sequence[Job], progress: Progress | None) -> Callable[[Path], None]:
    """Speaks of the decks by their own names, and counts them."""
    names = {job.copy: job.deck.name for job in jobs}
    told: set[Path] = set()

    def tell(copy: Path) -> None:
        if progress and copy not in told:
            told.add(copy)
            progress(names[copy], len(told), len(jobs))

    return tell
