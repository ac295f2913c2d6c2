"""Enumerations within a line, `升级的成本：计划、测试、部署、停机`, as a label with its items below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckgen.model import Bullet, Item, plain
from deckgen.summary import units
from deckgen.visuals.parts import part

FEWEST = 4
"""A line of fewer items is read as easily as they are below one another."""
LABEL_UNITS, ITEM_UNITS = 16.0, 12.0
ROOM = 9
"""So many lines at most may stand on a slide where a line is spread."""

_LINE = re.compile(r"(?P<label>[^:：，,。；;、]{2,32})[:：]\s*+(?P<items>[^:：，,。；;]*、[^:：，,。；;]*)")
_ITEM = re.compile("[^、]+")


def spread(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items, each enumeration among them one item a line where there is room for that and no drawing or picture."""
    if not all(isinstance(item, Bullet) for item in items):
        return tuple(items)
    made = tuple(line for item in items if isinstance(item, Bullet) for line in _spread(item))
    return made if len(made) <= ROOM else tuple(items)


def _spread(line: Bullet) -> Iterator[Bullet]:
    said = plain(line.text)
    plainly = not line.level and not line.number and not any(run.link for run in line.text)
    found = _LINE.fullmatch(said) if plainly else None
    spans = [m.span() for m in _ITEM.finditer(said, found.start("items"))] if found else []
    short = all(units(said[start:end]) <= ITEM_UNITS for start, end in spans)
    if not found or len(spans) < FEWEST or not short or units(found["label"]) > LABEL_UNITS:
        yield line
        return
    yield replace(line, text=part(line.text, 0, found.end("label")))
    yield from (replace(line, text=part(line.text, start, end), level=1) for start, end in spans)
