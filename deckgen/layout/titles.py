"""Titles of continuation pages, told apart by what they hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import count

from deckgen.layout.breaking import is_wide
from deckgen.model import Bullet, Item, plain

Part = tuple[str, list[str]]
"""A slide's title, and those of its pages as `titles_of_pages` gives them."""

_NUMBERED = re.compile(r"(.*\S)(?:（(\d{1,3})）| \((\d{1,3})\))")

LONGEST_LABEL = 14.0
"""Em that a label may have to stand in a title."""


def titles_of_pages(
    title: str, items: tuple[Item, ...], spans: list[tuple[int, int]], lang: str, fits: Callable[[str], bool]
) -> list[str]:
    """A title a page: with the label of the group that it holds, else empty, which stands for the slide's own.

    The first page keeps the slide's own title; so do all where a later one has no label of its own.
    """
    if len(spans) == 1:
        return [""]
    labels = [own_label(items, start, end) for start, end in spans]
    labelled = [_joined(title, label, lang) for label in labels]
    told = all(label and fits(whole) for label, whole in zip(labels[1:], labelled[1:], strict=True))
    if told and len(set(labelled[1:])) == len(spans) - 1:
        return ["", *labelled[1:]]
    return [""] * len(spans)


def own_label(items: tuple[Item, ...], start: int, end: int) -> str:
    """The label of the one group that a page holds from its beginning, or nothing where the label is long."""
    label = items[start]
    if not isinstance(label, Bullet) or label.level:
        return ""
    below = items[start + 1 : end]
    if not below or not all(isinstance(item, Bullet) and item.level > 0 for item in below):
        return ""
    text = plain(label.text).strip().rstrip("：:")
    return text if _breadth(text) <= LONGEST_LABEL else ""


def _breadth(text: str) -> float:
    return sum(1.0 if is_wide(char) else 0.55 for char in text)


def _joined(title: str, label: str, lang: str) -> str:
    return f"{title}：{label}" if lang.startswith(("zh", "ja")) else f"{title}: {label}"


def counted_titles(parts: Sequence[Part]) -> list[list[str]]:
    """The titles of slides of one section: pages without a name of their own are counted through as parts of it."""
    total = sum(not own for _, pages in parts for own in pages)
    numbers = count(1)
    return [
        [own or (counted(title, next(numbers), total) if total > 1 else title) for own in pages]
        for title, pages in parts
    ]


def ordinal_titles(parts: Sequence[Part], before: int) -> list[list[str]]:
    """The titles of slides that have only their title in common, and `before` others: numbered from the second on."""
    numbers = count(before + 1)
    return [[own or ordinal(title, next(numbers)) for own in pages] for title, pages in parts]


def ordinal(title: str, number: int) -> str:
    """The title of the second and any later page of the same name: `title (2)`."""
    return title if number == 1 else f"{title} ({number})"


def without_number(title: str) -> tuple[str, int]:
    """A title as `ordinal` makes it, parted again; any other is its own, with 0 for a number."""
    found = _NUMBERED.fullmatch(title)
    return (found[1], int(found[2] or found[3])) if found else (title, 0)


def counted(title: str, number: int, of: int) -> str:
    """The title of a page of several: `title (2/3)`.

    The brackets are half-width in every language: LibreOffice opens gaps between full-width ones and figures within.
    """
    return f"{title} ({number}/{of})"
