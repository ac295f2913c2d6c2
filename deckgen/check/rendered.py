"""What LibreOffice shows of a deck, held against the boxes that are written in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Protocol

from deckgen import metrics
from deckgen.check.finding import Finding
from deckgen.check.measure import CJK
from deckgen.check.sheet import RUNNING, Placed, Sheet, excerpt, sheets
from deckgen.model import Rect
from deckgen.render.reading import Presentation

SLACK = 3.0
"""Points by which the middle of a word may stand outside of its box."""

FEW = 2
"""Letters outside of a box that are put down to chance."""

SHRUNK = 0.94
"""Of the written size: what is shown smaller has been shrunk."""

LEAST = 4
"""Letters that a word must have to be measured by."""

LOST = 0.6
"""Of a text's letters: where fewer are shown, some of it is lost."""

MOST = 20_000
"""Letters of a text in which words are looked for one by one."""

TELLING = 20
"""Letters that a text must have for that."""


class Word(Protocol):
    """Letters that stand together, and what they cover."""

    @property
    def text(self) -> str:
        """The letters."""

    @property
    def rect(self) -> Rect:
        """Points from the page's top left corner."""


class Page(Protocol):
    """A page as it was shown."""

    @property
    def width(self) -> float:
        """Points."""

    @property
    def height(self) -> float:
        """Points."""

    @property
    def words(self) -> Sequence[Word]:
        """Its words."""


@dataclass(frozen=True, slots=True)
class _Box:
    """A text's letters and its box."""

    placed: Placed
    letters: str


def of_render(deck: Presentation, pages: Sequence[Page]) -> tuple[Finding, ...]:
    """Text that is shown outside of its box, smaller than written, or not at all; `pages` are of the slides shown."""
    measured = tuple(sheets(deck))
    if len(measured) != len(pages):
        message = f"LibreOffice shows {len(pages)} pages for {len(measured)} slides"
        return (Finding("render-failed", "error", message, deck.path),)
    return tuple(found for sheet, page in zip(measured, pages, strict=True) for found in _on_page(sheet, page))


def _on_page(sheet: Sheet, page: Page) -> Iterator[Finding]:
    boxes = tuple(_Box(placed, _letters(placed.shape.said)) for placed in sheet.texts)
    across, down = sheet.width / page.width, sheet.height / page.height
    words = [(_letters(word.text), _scaled(word.rect, across, down)) for word in page.words]
    others = _letters(
        "".join(shape.said for shape in sheet.slide.behind) + "".join(c.cell.text.plain for c in sheet.cells)
    )
    for box in boxes:
        if box.placed.is_level and not box.placed.shape.animated and len(box.letters) < MOST:
            rivals = "\n".join([other.letters for other in boxes if other is not box] + [others])
            yield from _of_box(sheet, box, [(w, at) for w, at in words if w in box.letters], rivals)


def _letters(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text) if not char.isspace())


def _scaled(rect: Rect, across: float, down: float) -> Rect:
    return Rect(rect.x * across, rect.y * down, rect.w * across, rect.h * down)


def _of_box(sheet: Sheet, box: _Box, words: list[tuple[str, Rect]], rivals: str) -> Iterator[Finding]:
    shape, said = box.placed.shape, excerpt(box.placed.shape.said)
    own = [(word, at) for word, at in words if word not in rivals]
    strays = [(word, at) for word, at in own if not _within(at, box.placed.rect)]
    count = sum(len(word) for word, _ in strays)
    if count > FEW and shape.holder not in RUNNING:
        message = f"LibreOffice shows {count} letters outside of their box, from {excerpt(strays[0][0], 16)}: {said}"
        hint = "shorten the text, divide it over two slides, or make the box larger"
        yield sheet.finding("render-outside", "error", message, shape, hint)
    ratios = [ratio for word, at in own if (ratio := _ratio(word, at, box.placed))]
    if len(ratios) >= FEW and median(ratios) < SHRUNK:
        message = f"LibreOffice shows the text at {median(ratios):.0%} of its size: {said}"
        hint = "it does not fit at the size that is written; other programs let it overflow"
        yield sheet.finding("render-shrunk", "warning", message, shape, hint)
    seen = sum(len(word) for word, _ in words)
    if len(box.letters) >= TELLING and seen < LOST * len(box.letters):
        message = f"LibreOffice shows {seen} of {len(box.letters)} letters: {said}"
        yield sheet.finding("render-lost", "error", message, shape, "does the text run off the slide?")


def _within(at: Rect, rect: Rect) -> bool:
    x, y = at.x + at.w / 2, at.y + at.h / 2
    return rect.x - SLACK <= x <= rect.right + SLACK and rect.y - SLACK <= y <= rect.bottom + SLACK


def _ratio(word: str, at: Rect, placed: Placed) -> float:
    """How wide a word is shown, of how wide it would be as it is written; 0 where that cannot be told."""
    if len(word) < LEAST:
        return 0.0
    spans = {
        (span.size * placed.text.scale, span.latin, span.bold)
        for paragraph in placed.text.paragraphs
        for span in paragraph.spans
        if span.text.strip()
    }
    if len({size for size, _, _ in spans}) != 1 or len({bold for _, _, bold in spans}) != 1:
        return 0.0
    size, face, bold = next(iter(spans))
    ideographs = all("\u4e00" <= char <= "\u9fff" for char in word)
    if not ideographs and not (len(spans) == 1 and metrics.known(face) and word.isascii()):
        return 0.0
    return at.w / (metrics.advance(word, face, CJK, bold) * size)
