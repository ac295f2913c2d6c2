"""Many decks to whole PDFs in a temporary folder, by as few LibreOffice processes as they allow."""

from __future__ import annotations

import re
import shutil
import zlib
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from deckgen.errors import InputError
from deckgen.export.decks import Inspected, inspect
from deckgen.export.notes import for_paper
from deckgen.export.office import Form, convert
from deckgen.model import Notice

_HINT = "open the deck in LibreOffice and see what it says"


@dataclass(frozen=True, slots=True)
class Job:
    """A deck, its copy under a plain name, and the folder and stem of what it becomes.

    LibreOffice leaves lock files beside what it opens, and stumbles over some names: it is given a copy.
    """

    deck: Path
    copy: Path
    folder: Path
    stem: str
    about: Inspected

    @property
    def pdf(self) -> Path:
        """Where LibreOffice writes the PDF."""
        return self.copy.with_suffix(".pdf")


Faults = dict[Path, Notice]
"""Why a deck could not be exported, by its path."""


def jobs_of(decks: Sequence[Path], out: Path | None, work: Path, form: Form, ending: str) -> tuple[list[Job], Faults]:
    """The decks that can be tried, copied into `work`, and the faults of the others. `ending` is added to their stems.

    Results go into `out`, or beside each deck; decks of one stem that meet in a folder are numbered.
    """
    jobs: list[Job] = []
    faults: Faults = {}
    taken: set[tuple[Path, str]] = set()
    for number, deck in enumerate(dict.fromkeys(decks), 1):
        folder = out or deck.parent
        stem = _free_stem(deck.stem + ending, folder, taken)
        try:
            about = inspect(deck)
            copy = Path(shutil.copyfile(deck, work / f"{number:04}.{_suffix(deck)}"))
            if form.notes and about.slides:
                for_paper(copy)
            jobs.append(Job(deck, copy, folder, stem, about))
        except InputError as error:
            faults[deck] = replace(error.notice, lost=True)
        except OSError as error:
            faults[deck] = Notice(
                f"the deck cannot be copied: {error.strerror or error}", str(deck), lost=True, rule="deck-unreadable"
            )
    return jobs, faults


def _free_stem(stem: str, folder: Path, taken: set[tuple[Path, str]]) -> str:
    free, number = stem, 1
    while (folder, free.casefold()) in taken:
        number += 1
        free = f"{stem}-{number}"
    taken.add((folder, free.casefold()))
    return free


def _suffix(deck: Path) -> str:
    return re.sub(r"[^a-z0-9]", "", deck.suffix.lower()) or "pptx"


def converted(
    office: Path, jobs: Sequence[Job], work: Path, form: Form, timeout: float, seen: Callable[[Path], None]
) -> tuple[list[Job], Faults]:
    """The jobs whose PDFs now lie whole in `work`, and the faults of the others; `seen` is told of each copy done.

    A deck on which LibreOffice hangs is given up after `timeout` seconds; after a crash each deck that is left is tried
    by itself, once, so that only the guilty one is lost.
    """
    faults: Faults = {}
    batches = deque([(list(jobs), False)] if jobs else [])
    while batches:
        batch, again = batches.popleft()
        ended = convert(office, [job.copy for job in batch], work, form, timeout, seen)
        left = [job for job in batch if not _is_whole(job.pdf)]
        if not left:
            continue
        if ended.code is None:
            faults[left[0].deck] = _notice(left[0], f"LibreOffice did not finish the deck within {timeout:g} seconds")
            batches.extend([(left[1:], again)] if left[1:] else [])
        elif ended.crashed and not again:
            batches.extend(([job], True) for job in left)
        else:
            message = f"LibreOffice {'broke down over' if ended.crashed else 'cannot read'} the deck"
            faults |= {job.deck: _notice(job, message, ended.said) for job in left}
    whole = [job for job in jobs if job.deck not in faults]
    short = {job.deck: fault for job in whole if (fault := _miscounted(job))}
    return [job for job in whole if job.deck not in short], faults | short


def _notice(job: Job, message: str, said: str = "") -> Notice:
    hint = f"{_HINT}; its last words: {said.replace(job.copy.name, job.deck.name)}" if said else _HINT
    return Notice(message, str(job.deck), hint=hint, lost=True, rule="render-failed")


def _is_whole(pdf: Path) -> bool:
    if not pdf.exists():
        return False
    content = pdf.read_bytes()
    return content.startswith(b"%PDF") and b"%%EOF" in content[-1024:]


def _miscounted(job: Job) -> Notice | None:
    pages = page_count(job.pdf.read_bytes())
    if pages and pages == (job.about.slides or pages):
        return None
    return _notice(job, f"LibreOffice wrote {pages} pages for {job.about.slides or 'an unknown number of'} slides")


def page_count(pdf: bytes) -> int:
    """The pages of a PDF as LibreOffice writes it: page objects in the open, or packed into object streams."""
    streams = re.findall(rb"/Type\s*/ObjStm.*?stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    packed = (_unpacked(stream) for stream in streams)
    return sum(len(re.findall(rb"/Type\s*/Page(?![A-Za-z])", part)) for part in (pdf, *packed))


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return b""
