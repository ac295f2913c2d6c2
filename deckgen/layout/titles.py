"""Titles of continuation pages, told apart by what they hold."""

from __future__ import annotations

from collections.abc import Callable

from deckgen.layout.breaking import is_wide
from deckgen.model import Bullet, Item, plain

LONGEST_LABEL = 14.0
"""Em that a label may have to stand in a title."""


def titles_of_pages(
    title: str, items: tuple[Item, ...], spans: list[tuple[int, int]], lang: str, fits: Callable[[str], bool]
) -> list[str]:
    """A title a page, all different: with the labels of the groups that the pages hold, else counted `（2/3）`.

    The first page keeps the slide's own title where every later page has a label of its own.
    """
    if len(spans) == 1:
        return [title]
    labels = [own_label(items, start, end) for start, end in spans]
    labelled = [_joined(title, label, lang) for label in labels]
    told = all(label and fits(whole) for label, whole in zip(labels[1:], labelled[1:], strict=True))
    if told and len(set(labelled[1:])) == len(spans) - 1:
        return [title, *labelled[1:]]
    return [counted(title, number, len(spans), lang) for number in range(1, len(spans) + 1)]


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


def counted(title: str, number: int, count: int, lang: str) -> str:
    """The title of a page of several: `title（2/3）`."""
    return f"{title}（{number}/{count}）" if lang.startswith(("zh", "ja")) else f"{title} ({number}/{count})"
