"""Two sides under headed bars: text in the layout's own placeholders, which needs no telling in other words."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.layout.frame import Area, Draft
from deckgen.layout.groups import group_drafts
from deckgen.layout.setting import Format
from deckgen.model import Bullet, Comparison, Item, Side


def comparison_drafts(
    form: Format, area: Area, before: tuple[Item, ...], drawn: Comparison, after: tuple[Item, ...], led: bool
) -> Iterator[Draft]:
    """Pages with the sides beside each other and the text before and after them."""
    if any(isinstance(item, Bullet) and item.level for item in (*before, *after)):
        return
    sides = tuple(bullet for side in drawn.sides for bullet in _bullets(side))
    yield from group_drafts(form, area, (*before, *sides, *after), led)


def _bullets(side: Side) -> Iterator[Bullet]:
    first = side.points[0]
    yield Bullet(side.heading, first.source)
    for point in side.points:
        yield Bullet(point.text, point.source, point.level + 1, point.number)
