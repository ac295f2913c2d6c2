"""A slide with its texts measured: what the rules for decks look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckgen.check.finding import Finding, Severity
from deckgen.check.geometry import grown, is_level
from deckgen.check.measure import Set, set_text
from deckgen.model import Rect
from deckgen.render.reading import Cell, Presentation, Shape, Slide, Text

RUNNING = frozenset({"dt", "ftr", "sldNum", "hdr"})
"""Placeholders of what runs along the foot of every slide."""

MANY = 400
"""Shapes on a slide: more than that make a drawing, in which everything stands on something."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A shape with words, its text as measured, and the box that it has once it has grown to hold the text."""

    shape: Shape
    text: Text
    rect: Rect
    set: Set

    @property
    def is_level(self) -> bool:
        """Whether the text runs from left to right."""
        return is_level(self.shape.rotation) and not self.text.turned


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell of a table and its text as measured."""

    shape: Shape
    cell: Cell
    set: Set


@dataclass(frozen=True, slots=True)
class Sheet:
    """A slide and its measured texts, in drawing order; `width` and `height` are the slide's."""

    path: str
    width: float
    height: float
    slide: Slide
    texts: tuple[Placed, ...]
    cells: tuple[PlacedCell, ...]

    def finding(
        self, rule: str, severity: Severity, message: str, shape: Shape | None = None, hint: str = ""
    ) -> Finding:
        """A finding on this slide."""
        name = called(shape) if shape else ""
        return Finding(rule, severity, message, self.path, slide=self.slide.number, shape=name, hint=hint)


def sheets(deck: Presentation) -> Iterator[Sheet]:
    """The deck's slides, measured; those that are hidden are passed over."""
    for slide in deck.slides:
        if not slide.hidden:
            texts = tuple(placed for shape in slide.shapes if (placed := _placed(shape)))
            cells = tuple(cell for shape in slide.shapes for cell in _cells(shape))
            yield Sheet(deck.path, deck.width, deck.height, slide, texts, cells)


def _placed(shape: Shape) -> Placed | None:
    if shape.rect is None or shape.text is None or not shape.text.plain.strip():
        return None
    found = set_text(shape.text, shape.rect)
    rect = shape.rect
    if shape.text.autofit == "grow" and found.excess > 0 and not shape.text.turned:
        rect = grown(rect, found.excess, shape.text.anchor)
        found = set_text(shape.text, rect)
    return Placed(shape, shape.text, rect, found)


def _cells(shape: Shape) -> Iterator[PlacedCell]:
    """The cells with words, where they stand once every row is as tall as its text."""
    if shape.grid is None or shape.rect is None:
        return
    measured: list[tuple[Cell, Rect]] = []
    heights = list(shape.grid.rows)
    lefts = _sums(shape.rect.x, shape.grid.columns)
    for cell in shape.grid.cells:
        if cell.row >= len(heights) or cell.column + cell.across >= len(lefts):
            continue
        width = lefts[cell.column + cell.across] - lefts[cell.column]
        rect = Rect(lefts[cell.column], 0.0, width, sum(heights[cell.row : cell.row + cell.down]))
        found = set_text(cell.text, rect)
        if cell.down == 1:
            heights[cell.row] = max(heights[cell.row], rect.h + max(0.0, found.excess))
        measured.append((cell, rect))
    tops = _sums(shape.rect.y, tuple(heights))
    for cell, rect in measured:
        if cell.text.plain.strip():
            last = min(cell.row + cell.down, len(heights))
            placed = replace(rect, y=tops[cell.row], h=tops[last] - tops[cell.row])
            yield PlacedCell(shape, cell, set_text(cell.text, placed))


def _sums(start: float, widths: tuple[float, ...]) -> list[float]:
    found = [start]
    for width in widths:
        found.append(found[-1] + width)
    return found


def called(shape: Shape) -> str:
    """The shape's name, or its number if it has none."""
    return shape.name or f"shape {shape.id}"


def excerpt(text: str, most: int = 24) -> str:
    """The first words of a text, to tell it from others."""
    said = " ".join(text.split())
    return said if len(said) <= most else said[: most - 1].rstrip() + "…"
