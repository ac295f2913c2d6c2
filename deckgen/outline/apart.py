"""What tells a section's later slides from its first: the words above all their lines, or what these name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from deckgen.model import Bullet, Cards, Chain, Item, Quote, Steps, Visual, plain
from deckgen.outline.titles import JOINED_WIDTH, in_context
from deckgen.outline.words import Words
from deckgen.summary.measure import width

LABEL_WIDTH = 20
"""A line that is the label of all others becomes the title's end, if it is no wider."""

_NAME = re.compile(r"(?<![A-Za-z0-9])(?:[A-Z][A-Za-z0-9]+(?:[-./][A-Za-z0-9]+)*|[a-z]+(?:-[a-z0-9]+)+)(?![A-Za-z0-9])")


def told_apart(title: str, items: Sequence[Item], before: Sequence[Item], words: Words) -> tuple[str, tuple[Item, ...]]:
    """The title and the items of a slide that goes on after one with the items `before` under the same title.

    A line under which all the others stand goes into the title; else a name that half of the lines speak of, and none
    before them; else the labels of cards. Failing all, nothing changes.
    """
    lines = [item for item in items if isinstance(item, Bullet)]
    head = lines[0] if len(lines) == len(items) > 1 else None
    if head and not head.level and all(line.level for line in lines[1:]):
        label = plain(head.text).rstrip(" :：")
        if width(label) <= LABEL_WIDTH and "。" not in label:
            return in_context(title, label, words), tuple(replace(line, level=line.level - 1) for line in lines[1:])
    told = _labels(items, words) or _name(lines, before, title)
    joined = in_context(title, told, words) if told else title
    return (joined if joined != told and width(joined) <= JOINED_WIDTH else title), tuple(items)


def _labels(items: Sequence[Item], words: Words) -> str:
    match items:
        case [Visual(drawn=Cards(entries=entries) | Chain(entries=entries) | Steps(entries=entries))]:
            return words.comma.join(plain(entry.label) for entry in entries if entry.label)
        case [Quote(attribution=who)]:
            return who
        case _:
            return ""


def _name(lines: Sequence[Bullet], before: Sequence[Item], title: str) -> str:
    """The name that most of the lines speak of, half of them at least, where nothing before them does."""
    earlier = title + " ".join(_text(item) for item in before)
    spoken = [set(_NAME.findall(plain(line.text))) for line in lines]
    names = sorted({name for found in spoken for name in found if name.casefold() not in earlier.casefold()})
    counts = {name: sum(name in found for found in spoken) for name in names}
    best = max(names, key=lambda name: counts[name], default="")
    return best if best and 2 * counts[best] >= len(lines) and (len(lines) == 1 or counts[best] > 1) else ""


def _text(item: Item) -> str:
    match item:
        case Bullet(text=text):
            return plain(text)
        case Visual(told=told):
            return " ".join(plain(line.text) for line in told)
        case _:
            return ""
