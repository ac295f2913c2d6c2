"""What is said better by a drawing than by a list. Every noun here keeps the author's words as they were written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from deckgen.model.text import ListItem, Runs, Source


@dataclass(frozen=True, slots=True)
class Entry:
    """A label and what is said of it; either may be empty."""

    label: Runs
    text: Runs
    source: Source


@dataclass(frozen=True, slots=True)
class Numbers:
    """Figures that speak for themselves: the label is the figure (`> 12k`), the text what it counts."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: its heading and its points, with their levels."""

    heading: Runs
    points: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides of one thing: pros and cons, problem and solution."""

    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """A procedure in its order: the label is the author's number or the step's name."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """Links that lead from one to the next: `A -> B -> C`. The label is the link, the text what is said of it."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A question or an end in a flowchart. `name` is the author's number for it, by which others point to it."""

    name: str
    text: Runs
    source: Source


@dataclass(frozen=True, slots=True)
class Edge:
    """A way from one node to another, by their places in the flow; `label` is the answer that leads there."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Flow:
    """A list of decisions: `yes，转2 / no，转3`."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: what it stands for, how the author wrote its value, and the value."""

    label: Runs
    written: str
    value: float
    source: Source


@dataclass(frozen=True, slots=True)
class Chart:
    """Votes or shares that can be compared at a glance. `measure` says what is counted, or is empty.

    `top` is the value at the end of the axis, where that is not the greatest of these bars.
    """

    bars: tuple[Bar, ...]
    measure: str
    top: float = 0.0


@dataclass(frozen=True, slots=True)
class Cards:
    """Things of one rank, each with a name and a line or two about it."""

    entries: tuple[Entry, ...]


Drawn = Numbers | Comparison | Steps | Chain | Flow | Chart | Cards


@dataclass(frozen=True, slots=True)
class Visual:
    """Something to be drawn, and in `told` the same words as a list.

    The list is what stands on the slide where the drawing does not fit, and what the outline and a screen reader are
    told. `reason` says why it was taken for a drawing.
    """

    drawn: Drawn
    told: tuple[ListItem, ...]
    source: Source
    reason: str = ""


def visual_kind(drawn: Drawn) -> str:
    """The drawing's kind by name, as the outline writes it."""
    match drawn:
        case Numbers():
            return "numbers"
        case Comparison():
            return "comparison"
        case Steps():
            return "steps"
        case Chain():
            return "chain"
        case Flow():
            return "flow"
        case Chart():
            return "chart"
        case Cards():
            return "cards"
    assert_never(drawn)
