"""Cutting a run of items into pages: of all ways, the one whose total badness is least."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from deckgen.layout.badness import (
    ALIKE,
    CUT_IN_SERIES,
    GROUPS_APART,
    LONE,
    SEEN_BEFORE,
    SEEN_LAST,
    Terms,
    break_terms,
    total,
)
from deckgen.layout.frame import Draft
from deckgen.model import Bullet, Item

LONGEST = 20
"""No page holds more items than this, which keeps the work linear in the number of items."""

HOPELESS = 4
"""After so many more items in turn for which there is no page, still more are not tried."""

Drafts = Callable[[int, int], Iterable[Draft]]
"""The pages that hold the items from one place up to another, all of them possible."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A page that was chosen: the items it holds, how it is laid out, and all that is bad about it."""

    start: int
    end: int
    draft: Draft
    terms: Terms


@dataclass(frozen=True, slots=True)
class _Way:
    """The best way to a place with a certain history: what it costs, and its last page after the way before."""

    cost: float
    cut: Cut | None
    before: _Way | None


History = tuple[str, str]

VARIED = "Title Only"
"""The layout of pages that are drawn free of placeholders, so that two of them need not look alike."""


def cut_terms(items: tuple[Item, ...], start: int, draft: Draft, history: History) -> Terms:
    """All that is bad about a page that begins at `start` after pages of the layouts in `history`."""
    terms = draft.terms
    if start:
        terms = (*terms, *break_terms(items[start - 1], items[start]))
    if start and _after_a_group(items, start):
        terms = (*terms, ("groups apart", GROUPS_APART))
    if start and _within_series(items, start):
        terms = (*terms, ("cut in a series", CUT_IN_SERIES))
    if draft.lone and len(items) > 1:
        terms = (*terms, ("lone", LONE))
    return (*terms, *alike_terms(draft, history))


def _within_series(items: tuple[Item, ...], start: int) -> bool:
    """Whether a numbered bullet begins here, after the bullets below the number before it."""
    after = items[start]
    if not isinstance(after, Bullet) or after.level or not after.number:
        return False
    before = next((i for i in reversed(items[:start]) if not isinstance(i, Bullet) or not i.level), None)
    return isinstance(before, Bullet) and bool(before.number) and before is not items[start - 1]


def alike_terms(draft: Draft, history: History) -> Terms:
    """What looks like the pages before: a look of its own is soon seen enough, a common layout at the third time."""
    if draft.look:
        return (("seen", SEEN_LAST * (history[1] == draft.look) + SEEN_BEFORE * (history[0] == draft.look)),)
    return (("alike", ALIKE),) if history[0] == history[1] == draft.layout != VARIED else ()


def _after_a_group(items: tuple[Item, ...], start: int) -> bool:
    """Whether a labelled group begins here right after another."""
    before, label = items[start - 1], items[start]
    below = items[start + 1] if start + 1 < len(items) else None
    if not isinstance(before, Bullet) or not isinstance(label, Bullet) or not isinstance(below, Bullet):
        return False
    return label.level == 0 < min(before.level, below.level)


def ranked(
    items: tuple[Item, ...], drafts: Drafts, history: History, places: tuple[int, ...] = ()
) -> tuple[tuple[Cut, ...], ...]:
    """The best cuts for every pair of layouts that may come last, the best of all first.

    `places` are where a page may end, the end of all items last; without them it may end after any item.
    """
    places = places or tuple(range(1, len(items) + 1))
    ways: list[dict[History, _Way]] = [{} for _ in range(len(items) + 1)]
    ways[0][history] = _Way(0.0, None, None)
    for number, start in enumerate((0, *places[:-1])):
        failed = 0
        for end in places[number:]:
            if failed == HOPELESS or (end > start + LONGEST and end > places[number]):
                break
            found = tuple(drafts(start, end))
            failed = 0 if found else failed + 1
            for draft in found:
                for past, way in ways[start].items():
                    terms = cut_terms(items, start, draft, past)
                    cost = way.cost + total(terms)
                    state = (past[1], draft.seen)
                    known = ways[end].get(state)
                    if known is None or cost < known.cost - 1e-9:
                        ways[end][state] = _Way(cost, Cut(start, end, draft, terms), way)
    return tuple(_walked(way) for way in sorted(ways[-1].values(), key=lambda way: way.cost))


def _walked(way: _Way) -> tuple[Cut, ...]:
    cuts: list[Cut] = []
    step: _Way | None = way
    while step is not None and step.cut is not None:
        cuts.append(step.cut)
        step = step.before
    return tuple(reversed(cuts))
