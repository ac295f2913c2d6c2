"""Where a slide's items may be parted at all: not within a group of bullets that one page can hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from deckgen.model import Bullet, Item

Fits = Callable[[int, int], bool]
"""Whether the items from one place to another have room on a page."""


def places(items: tuple[Item, ...], fits: Fits) -> tuple[int, ...]:
    """Where a page may end, the end of all items last.

    To cut a group costs more than the page that it saves, so nobody needs to try; a group that is too large is cut
    between the groups within it.
    """
    return tuple(_within(items, 0, len(items), 0, fits))


def _within(items: tuple[Item, ...], start: int, end: int, level: int, fits: Fits) -> Iterator[int]:
    """The ends of the groups of a level, and those of the groups within one that has no room on a page."""
    heads = [place for place in range(start, end) if place == start or _level(items[place]) <= level]
    for head, bound in pairwise((*heads, end)):
        if bound - head > 1 and not fits(head, bound):
            deeper = min(_level(item) for item in items[head + 1 : bound])
            yield from (place for place in _within(items, head + 1, bound, deeper, fits) if place < bound)
        yield bound


def _level(item: Item) -> int:
    return item.level if isinstance(item, Bullet) else 0
