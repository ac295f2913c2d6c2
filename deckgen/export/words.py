"""Where LibreOffice puts the words of a deck."""

from __future__ import annotations

import html
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from deckgen.errors import InputError
from deckgen.export.pdf import TIMEOUT, to_pdf
from deckgen.export.programs import poppler, run
from deckgen.export.result import Exported
from deckgen.model import Progress, Rect

_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">')
_NUMBER = r'"(-?[\d.]+)"'
_WORD = re.compile(f"<word xMin={_NUMBER} yMin={_NUMBER} xMax={_NUMBER} yMax={_NUMBER}>(.*?)</word>")


@dataclass(frozen=True, slots=True)
class Word:
    """Letters that stand together in a line, and what they cover, in points from the page's top left corner."""

    text: str
    rect: Rect


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page as it was shown: its size in points and its words in the order in which they were drawn."""

    width: float
    height: float
    words: tuple[Word, ...]


def to_words(
    decks: Sequence[Path], *, timeout: float = TIMEOUT, progress: Progress | None = None
) -> Exported[tuple[ShownPage, ...]]:
    """The pages of each deck as LibreOffice shows them, hidden slides left out, by way of a PDF that is thrown away.

    What cannot be shown is a notice. Raises ToolMissingError where LibreOffice or poppler's pdftotext is missing.
    """
    tool = poppler("pdftotext")
    with tempfile.TemporaryDirectory(prefix="deckgen-") as folder:
        made = to_pdf(decks, Path(folder), timeout=timeout, progress=progress)
        files: dict[Path, tuple[ShownPage, ...]] = {}
        notices = list(made.notices)
        for deck, pdf in made.files.items():
            try:
                files[deck] = _read(tool, pdf, timeout)
            except InputError as error:
                notices.append(replace(error.notice, path=str(deck), lost=True))
    return Exported(files, tuple(notices))


def _read(tool: Path, pdf: Path, timeout: float) -> tuple[ShownPage, ...]:
    listed, log = pdf.with_suffix(".html"), pdf.with_suffix(".log")
    code = run((tool, "-bbox", "-enc", "UTF-8", pdf, listed), log, os.environ, timeout, lambda: 0)
    if code != 0 or not listed.exists():
        raise InputError(
            "the words on the slides cannot be read", hint=log.read_text(errors="replace")[:200], rule="render-failed"
        )
    return tuple(_pages(listed.read_text("utf-8", errors="replace")))


def _pages(listed: str) -> Iterator[ShownPage]:
    for part in re.split(r"(?=<page )", listed):
        head = _PAGE.match(part)
        if head:
            yield ShownPage(float(head[1]), float(head[2]), tuple(_words(part)))


def _words(page: str) -> Iterator[Word]:
    for left, top, right, bottom, text in _WORD.findall(page):
        x, y = float(left), float(top)
        yield Word(html.unescape(text), Rect(x, y, float(right) - x, float(bottom) - y))
