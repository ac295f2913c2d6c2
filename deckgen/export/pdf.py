"""Decks to PDF."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from deckgen import atomic
from deckgen.errors import InputError
from deckgen.export.conversion import Faults, Job, converted, jobs_of
from deckgen.export.office import Form, clean, find_office
from deckgen.export.result import Exported, Made
from deckgen.model import Notice, Progress

TIMEOUT = 180.0
"""Seconds for one deck; one of forty slides takes about two."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made of which decks, where; `timeout` is in seconds for one deck."""

    decks: Sequence[Path]
    out: Path | None
    form: Form
    timeout: float
    progress: Progress | None


def to_pdf(
    decks: Sequence[Path],
    out: Path | None = None,
    *,
    notes: bool = False,
    archive: bool = False,
    timeout: float = TIMEOUT,
    progress: Progress | None = None,
) -> Exported[Path]:
    """Exports decks to tagged PDFs with language, metadata and bookmarks, into the folder `out` or beside each deck.

    With `notes` a page shows a slide and its notes, and the PDF is called `NAME-notes.pdf`; `archive` asks for
    PDF/A-2b.
    One LibreOffice process converts all of them, `timeout` is in seconds for one deck. A PDF is put in its place only
    when it is complete and has as many pages as the deck has slides; what cannot be exported is a notice. Raises
    ToolMissingError where LibreOffice is missing.
    """
    return exported(Order(decks, out, Form(notes, archive), timeout, progress), _finished)


def _finished(job: Job) -> Path:
    """Puts the PDF in its place, in the deck's language: LibreOffice names that of its profile, in as many bytes."""
    lang = job.about.lang
    if re.fullmatch(r"[a-z]{2}(-.*)?", lang):
        fitting = lang if len(lang) <= len("en-US") else lang[:2]
        entry = f"/Lang({fitting})".ljust(len("/Lang(en-US)")).encode()
        content = job.pdf.read_bytes()
        job.pdf.write_bytes(re.sub(rb"/Lang\([a-z]{2}-[A-Z]{2}\)", entry, content, count=1))
    target = job.folder / f"{job.stem}.pdf"
    with atomic.alone(target.parent):
        atomic.copy(job.pdf, target)
    return target


def exported(order: Order, finish: Callable[[Job], Made], ending: str = "") -> Exported[Made]:
    """Converts all decks and has each whole PDF finished by `finish`, which may raise InputError or OSError.

    `ending` is added to the stem of whatever a deck becomes.
    """
    office = find_office()
    with _workplace() as work:
        ending = ("-notes" if order.form.notes else "") + ending
        jobs, faults = jobs_of(order.decks, order.out, work, order.form, ending)
        seen = _teller(jobs, order.progress)
        ready, failed = converted(office, jobs, work, order.form, order.timeout, seen)
        faults |= failed
        files: dict[Path, Made] = {}
        for job in ready:
            try:
                files[job.deck] = finish(job)
            except InputError as error:
                faults[job.deck] = replace(error.notice, path=str(job.deck), lost=True)
            except OSError as error:
                message = f"the export cannot be written: {error.strerror or error}"
                hint = "is the disk full, or the folder read-only?"
                faults[job.deck] = Notice(message, str(job.deck), hint=hint, lost=True, rule="file-unwritten")
    return Exported(files, _in_order(order.decks, faults))


@contextmanager
def _workplace() -> Iterator[Path]:
    """A temporary folder; those of killed runs are removed first, with what their offices left elsewhere."""
    folder = Path(tempfile.gettempdir())
    for dead in atomic.abandoned(folder):
        clean(dead)
        atomic.remove(dead)
    with atomic.workplace(folder) as work:
        yield work


def _in_order(decks: Sequence[Path], faults: Faults) -> tuple[Notice, ...]:
    return tuple(faults[deck] for deck in dict.fromkeys(decks) if deck in faults)


def _teller(jobs: Sequence[Job], progress: Progress | None) -> Callable[[Path], None]:
    """Speaks of the decks by the paths that they were given by, and counts them."""
    decks = {job.copy: job.deck for job in jobs}
    told: set[Path] = set()

    def tell(copy: Path) -> None:
        if progress and copy not in told:
            told.add(copy)
            progress(f"export {decks[copy]}", len(told), len(jobs))

    return tell
