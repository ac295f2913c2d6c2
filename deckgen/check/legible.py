"""Whether the text can be read: size, typefaces, amount."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from deckgen import metrics
from deckgen.check.alike import Fault, on_slides, once
from deckgen.check.finding import Finding
from deckgen.check.sheet import RUNNING, Sheet, excerpt
from deckgen.render.reading import Shape, Text

FLOOR = 10.0
"""Points below which no text is read from a projection."""

BODY_FLOOR = 18.0
"""Points below which running text is not."""

RUNNING_TEXT = 160
"""Half-widths from which on a text is more than a caption or a label."""

DENSE = 700
"""Half-widths on a slide, title apart, that nobody reads while somebody speaks."""


def legible(sheets: Sequence[Sheet]) -> Iterator[Finding]:
    """Text that is too small or too much; what runs along the foot of every slide is told of once."""
    yield from once(fault for sheet in sheets for fault in _small(sheet))
    for sheet in sheets:
        yield from _dense(sheet)


def half_widths(text: str) -> int:
    """The length of a text, full-width characters counting twice."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text if not char.isspace())


def _small(sheet: Sheet) -> Iterator[Fault]:
    for placed in sheet.texts:
        size = _smallest(placed.text)
        floor = BODY_FLOOR if _is_body(placed.shape, placed.text) else FLOOR
        if size < floor - 0.05:
            shrunk = f", shrunk to {placed.text.scale:.0%}" if placed.text.scale < 0.995 else ""
            message = f"text of {size:.3g} pt{shrunk}: {excerpt(placed.shape.said)}"
            hint = f"{floor:g} pt are the least that a room can read; shorten the text or divide it over two slides"
            finding = sheet.finding("text-small", "warning", message, placed.shape, hint)
            runs = placed.shape.holder in RUNNING
            yield Fault(finding, (placed.shape.holder, size) if runs else (sheet.slide.number, placed.shape.id))
    told: set[int] = set()
    for cell in sheet.cells:
        size = _smallest(cell.cell.text)
        if size < FLOOR - 0.05 and id(cell.shape) not in told:
            told.add(id(cell.shape))
            message = f"text of {size:.3g} pt in the table: {excerpt(cell.cell.text.plain)}"
            hint = f"{FLOOR:g} pt are the least that can be read; leave out columns, or divide the table"
            finding = sheet.finding("text-small", "warning", message, cell.shape, hint)
            yield Fault(finding, (sheet.slide.number, cell.shape.id))


def _smallest(text: Text) -> float:
    """The least size of more than a stray character."""
    sizes = [s.size * text.scale for p in text.paragraphs for s in p.spans if len(s.text.strip()) > 1]
    return min(sizes, default=999.0)


def _is_body(shape: Shape, text: Text) -> bool:
    """Whether it is the running text of a slide: in a placeholder for such, long, and neither code nor a caption."""
    if shape.holder not in ("obj", "body") or any(is_mono(s.latin) for p in text.paragraphs for s in p.spans[:1]):
        return False
    return half_widths(text.plain) > RUNNING_TEXT


def is_mono(face: str) -> bool:
    """Whether code is set in that face."""
    return any(name in face.casefold() for name in ("mono", "courier", "consol", "menlo"))


def _dense(sheet: Sheet) -> Iterator[Finding]:
    texts = (p.shape.said for p in sheet.texts if not p.shape.is_title and p.shape.holder not in RUNNING)
    length = sum(map(half_widths, chain(texts, (cell.cell.text.plain for cell in sheet.cells))))
    if length > DENSE:
        hint = "keep what the audience must read, and put the rest into the notes"
        message = f"{length} half-widths of text on one slide, {DENSE} are many"
        yield sheet.finding("text-dense", "warning", message, hint=hint)


def faces_used(sheet: Sheet) -> Iterator[str]:
    """The typefaces that a slide's text is set in."""
    texts = chain((placed.text for placed in sheet.texts), (cell.cell.text for cell in sheet.cells))
    for span in (span for text in texts for p in text.paragraphs for span in p.spans):
        if span.latin and any(" " < char < "\u2000" for char in span.text):
            yield span.latin
        if span.east_asian and any(char >= "\u2e80" for char in span.text):
            yield span.east_asian


def missing_faces(path: str, slides: Iterable[Sheet], installed: frozenset[str]) -> Iterator[Finding]:
    """Typefaces that are neither on this machine nor replaced by one of the same widths."""
    used: dict[str, list[int]] = {}
    for sheet in slides:
        for face in faces_used(sheet):
            used.setdefault(face, []).append(sheet.slide.number)
    for face, numbers in used.items():
        if face.casefold() in installed or metrics.known(face):
            continue
        hint = "install it, or use one that every machine has: lines may break elsewhere with what stands in for it"
        message = f"typeface not on this machine: {face} ({on_slides(list(dict.fromkeys(numbers)))})"
        yield Finding("font-missing", "warning", message, path, hint=hint)
