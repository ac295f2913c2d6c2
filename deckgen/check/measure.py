"""How much room a deck's text takes, by the same advances and line breaks with which deckgen lays out its own.

Where programs differ, the reading that takes less room is taken: what is reported overflows everywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckgen import metrics
from deckgen.layout.breaking import Extent, Faces, Style, extent
from deckgen.model import Rect, Run
from deckgen.render.reading import Paragraph, Text

PITCH = 1.2
"""The pitch of lines at single spacing, as a multiple of the size."""

USUAL = "Arial"
"""Measures a face that nobody has a table for: most of those that decks use are no narrower."""

CJK = "Microsoft YaHei"
_LONGEST_MARK = 8
"""Characters of a number before a tab, such as "(viii)"."""

DOUBT, DOUBT_POINTS = 1.03, 1.5
"""What a line may hold more than its measure: boxes drawn around a line by programs that measure more finely."""

_ENDLESS = 100_000.0
"""Points: the line of a text that does not wrap."""


@dataclass(frozen=True, slots=True)
class Set:
    """Text as it stands in its box: `ink` is what its lines cover on the slide, in points.

    `height` is what the lines need and `room` what the box has for them; `width` and `measure` the same for the widest
    line. `line` is the pitch of the last line. `broken` says that a word had to be broken.
    """

    ink: Rect
    height: float
    room: float
    width: float
    measure: float
    line: float
    lines: int
    broken: bool

    @property
    def excess(self) -> float:
        """Points by which the lines are taller than their room; not above 0 where they fit."""
        return self.height - self.room


def set_text(text: Text, rect: Rect) -> Set:
    """The text as set in the box `rect`."""
    left, top, right, bottom = text.insets
    across, along = (rect.h, rect.w) if text.turned else (rect.w, rect.h)
    measure = max(1.0, (across - left - right) / text.columns)
    room = max(0.0, along - top - bottom)
    paragraphs = tuple(_paragraphs(text, measure))
    lines = sum(found.lines for found, _, _ in paragraphs)
    height = _height(text, paragraphs) / text.columns
    width = max((found.widest * size + p.left for found, size, p in paragraphs), default=0.0)
    pitch = _pitch(text, paragraphs[-1][2], paragraphs[-1][1]) if paragraphs else 0.0
    ink = _ink(text, rect, height, min(width, measure) if text.wraps else width)
    broken = text.wraps and any(found.broken for found, _, _ in paragraphs)
    return Set(ink, height, room, width, measure, pitch, lines, broken)


_Found = tuple[Extent, float, Paragraph]
"""A paragraph's extent, the size at which it is set, and the paragraph."""


def _paragraphs(text: Text, measure: float) -> Iterator[_Found]:
    for paragraph in text.paragraphs:
        size = _size(paragraph) * text.scale
        found = extent(_runs(paragraph), Style(_faces(paragraph)), _line(paragraph, text, measure, size), size)
        yield found, size, paragraph


def _line(paragraph: Paragraph, text: Text, measure: float, size: float) -> float:
    """The width of a line. What the first line has more or less is left out of account: it is rarely much."""
    return max(size, (measure - paragraph.left) * DOUBT + DOUBT_POINTS) if text.wraps else _ENDLESS


def _size(paragraph: Paragraph) -> float:
    """The mean size of a paragraph's characters: where sizes are mixed, most lines have the usual one."""
    count = sum(len(span.text) for span in paragraph.spans)
    return sum(span.size * len(span.text) for span in paragraph.spans) / count if count else paragraph.size


def _runs(paragraph: Paragraph) -> tuple[Run, ...]:
    """The paragraph's runs, without a number and its tab that hang in the indent."""
    runs = tuple(Run(span.text, bold=span.bold, code=_is_mono(span.latin)) for span in paragraph.spans)
    mark, tab, _ = paragraph.text.partition("\t")
    if not tab or paragraph.first >= 0 or len(mark) > _LONGEST_MARK:
        return runs
    skipped = len(mark) + 1
    kept: list[Run] = []
    for run in runs:
        kept.append(replace(run, text=run.text[skipped:]))
        skipped = max(0, skipped - len(run.text))
    return tuple(run for run in kept if run.text)


def _is_mono(face: str) -> bool:
    return face.casefold() in ("courier new", "courier", "consolas", "menlo", "liberation mono", "cascadia mono")


def _faces(paragraph: Paragraph) -> Faces:
    """The faces that draw most of the paragraph."""
    counted = Counter[str]()
    for span in paragraph.spans:
        if not _is_mono(span.latin):
            counted[span.latin] += len(span.text)
    latin = counted.most_common(1)[0][0] if counted else USUAL
    return Faces(latin if metrics.known(latin) else USUAL, CJK, "Courier New")


def _pitch(text: Text, paragraph: Paragraph, size: float) -> float:
    if paragraph.exact:
        return paragraph.leading * text.scale
    return PITCH * size * max(0.1, paragraph.leading - text.tighter)


def _height(text: Text, paragraphs: tuple[_Found, ...]) -> float:
    total = 0.0
    last = len(paragraphs) - 1
    for place, (found, size, paragraph) in enumerate(paragraphs):
        total += found.lines * _pitch(text, paragraph, size)
        total += (paragraph.before if place else 0.0) * text.scale + (
            paragraph.after if place < last else 0.0
        ) * text.scale
    return total


def _ink(text: Text, rect: Rect, height: float, width: float) -> Rect:
    """What the lines cover, where the text runs level; the whole box where it does not."""
    if text.turned or text.columns > 1:
        return rect
    left, top, right, bottom = text.insets
    spare = rect.h - top - bottom - height
    y = rect.y + top + spare * {"top": 0.0, "middle": 0.5, "bottom": 1.0}[text.anchor]
    aligns = {paragraph.align for paragraph in text.paragraphs if paragraph.spans}
    room = rect.w - left - right - width
    share = 0.0 if "left" in aligns or not aligns else 1.0 if aligns == {"right"} else 0.5
    if len(aligns) > 1:
        return Rect(rect.x + left + min(0.0, room) / 2, y, max(width, rect.w - left - right), height)
    return Rect(rect.x + left + room * share, y, width, height)
