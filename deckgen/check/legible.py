"""Whether the text can be read: size, contrast, typefaces, amount."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain

from deckgen import metrics
from deckgen.check.finding import Finding
from deckgen.check.geometry import holds, shared
from deckgen.check.sheet import MANY, RUNNING, Sheet, excerpt
from deckgen.model import Rect
from deckgen.render.reading import UNKNOWN, Shape, Text
from deckgen.theme.contrast import LARGE, NORMAL, ratio

FLOOR = 10.0
"""Points below which no text is read from a projection."""

BODY_FLOOR = 18.0
"""Points below which running text is not."""

RUNNING_TEXT = 160
"""Half-widths from which on a text is more than a caption or a label."""

DENSE = 700
"""Half-widths on a slide, title apart, that nobody reads while somebody speaks."""

_PLAIN = frozenset({"rect", "roundRect", "round1Rect", "round2SameRect", "flowChartProcess"})
"""Geometries that are filled nearly to their corners."""

_TOLERANCE = 0.05


def legible(sheet: Sheet) -> Iterator[Finding]:
    """Text that is too small, too pale or too much."""
    yield from _small(sheet)
    yield from _pale(sheet)
    yield from _dense(sheet)


def half_widths(text: str) -> int:
    """The length of a text, full-width characters counting twice."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text if not char.isspace())


def _small(sheet: Sheet) -> Iterator[Finding]:
    for placed in sheet.texts:
        size = _smallest(placed.text)
        floor = BODY_FLOOR if _is_body(placed.shape, placed.text) else FLOOR
        if size < floor - 0.05:
            shrunk = f", shrunk to {placed.text.scale:.0%}" if placed.text.scale < 0.995 else ""
            message = f"text of {size:.3g} pt{shrunk}: {excerpt(placed.shape.said)}"
            hint = f"{floor:g} pt are the least that a room can read; shorten the text or divide it over two slides"
            yield sheet.finding("text-small", "warning", message, placed.shape, hint)
    told: set[int] = set()
    for cell in sheet.cells:
        size = _smallest(cell.cell.text)
        if size < FLOOR - 0.05 and id(cell.shape) not in told:
            told.add(id(cell.shape))
            message = f"text of {size:.3g} pt in the table: {excerpt(cell.cell.text.plain)}"
            hint = f"{FLOOR:g} pt are the least that can be read; leave out columns, or divide the table"
            yield sheet.finding("text-small", "warning", message, cell.shape, hint)


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


def _pale(sheet: Sheet) -> Iterator[Finding]:
    drawn = (*sheet.slide.behind, *sheet.slide.shapes)
    if len(drawn) > MANY:
        return
    for placed in sheet.texts:
        below = drawn[: next(n for n, shape in enumerate(drawn) if shape is placed.shape)]
        ground = placed.shape.fill or _ground(placed.set.ink, below, sheet.slide.paint)
        if placed.is_level and ground != UNKNOWN:
            yield from _paler(sheet, placed.shape, placed.text, ground)
    for cell in sheet.cells:
        if cell.cell.fill not in ("", UNKNOWN):
            yield from _paler(sheet, cell.shape, cell.cell.text, cell.cell.fill)


def _ground(ink: Rect, below: Iterable[Shape], paint: str) -> str:
    """What stands right behind some lines; UNKNOWN where that is not one colour."""
    for shape in reversed(tuple(below)):
        if shape.rect is None:
            return UNKNOWN
        if shape.kind == "line" or (shape.fill == "" and not shape.grid) or not shared(shape.rect, ink):
            continue
        plain = shape.geometry in _PLAIN and shape.fill != UNKNOWN and shape.rotation % 180 == 0
        return shape.fill if plain and holds(shape.rect, ink) else UNKNOWN
    return paint


def _paler(sheet: Sheet, shape: Shape, text: Text, ground: str) -> Iterator[Finding]:
    worst: tuple[float, str, str] | None = None
    for span in (span for p in text.paragraphs for span in p.spans if span.text.strip() and span.color != UNKNOWN):
        size = span.size * text.scale
        needed = LARGE if size >= (14 if span.bold else 18) else NORMAL
        found = ratio(span.color, ground)
        if found < needed - _TOLERANCE and (worst is None or found < worst[0]):
            worst = found, span.color, span.text
    if worst:
        message = f"contrast {worst[0]:.1f}: #{worst[1]} on #{ground}: {excerpt(worst[2])}"
        hint = f"{NORMAL:g} is the least for text, {LARGE:g} for large text (WCAG 2.1)"
        yield sheet.finding("text-contrast", "warning", message, shape, hint)


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
        shown = list(dict.fromkeys(numbers))
        where = f"slide{'s' if len(shown) > 1 else ''} {', '.join(map(str, shown[:5]))}{' …' if len(shown) > 5 else ''}"
        hint = "install it, or use one that every machine has: lines may break elsewhere with what stands in for it"
        yield Finding("font-missing", "warning", f"typeface not on this machine: {face} ({where})", path, hint=hint)
