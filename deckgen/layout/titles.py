"""Titles of continuation pages, told apart by what they hold."""

from __future__ import annotations

from collections.abc import Callable

from deckgen.layout.breaking import is_wide
from deckgen.model import Bullet, Item, plain

LONGEST_LABEL = 14.0
"""Em that a label may have to stand in a title."""


def titles_of_pages(
    title: str, items: tuple[Item, ...], starts: list[int], lang: str, fits: Callable[[str], bool]
) -> list[str]:
    """A title a page, all different: the slide's own first, then with the running label or `（2/3）`."""
    titles = [title]
    for number, start in enumerate(starts[1:], 2):
        label = running_label(items, start)
        labelled = _joined(title, label, lang)
        useful = label and labelled not in titles and fits(labelled)
        titles.append(labelled if useful else counted(title, number, len(starts), lang))
    return titles


def running_label(items: tuple[Item, ...], start: int) -> str:
    """The label of the group that a page begins with or within, or nothing where there is none or it is long."""
    first = items[start]
    for place in range(start, -1, -1):
        item = items[place]
        if not isinstance(item, Bullet) or item.level > 0:
            continue
        following = items[place + 1] if place + 1 < len(items) else None
        heads = isinstance(following, Bullet) and following.level > 0
        inside = place == start or (isinstance(first, Bullet) and first.level > 0)
        label = plain(item.text).strip().rstrip("：:")
        return label if heads and inside and _breadth(label) <= LONGEST_LABEL else ""
    return ""


def _breadth(text: str) -> float:
    return sum(1.0 if is_wide(char) else 0.55 for char in text)


def _joined(title: str, label: str, lang: str) -> str:
    return f"{title}：{label}" if lang.startswith(("zh", "ja")) else f"{title}: {label}"


def counted(title: str, number: int, count: int, lang: str) -> str:
    """The title of a page of several: `title（2/3）`."""
    return f"{title}（{number}/{count}）" if lang.startswith(("zh", "ja")) else f"{title} ({number}/{count})"
