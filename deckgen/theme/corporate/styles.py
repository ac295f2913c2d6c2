"""How slots set their text: as a template's placeholder says, within the bounds of what can be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckgen.model import Fonts, Holder, Level, Rect, Slot, TextStyle
from deckgen.model.theme import Align, Anchor, Color, Role

BODY_FLOOR, TITLE_FLOOR, COVER_FLOOR, TITLE_LEAST, SMALL_FLOOR = 18.0, 24.0, 28.0, 20.0, 16.0
"""The least sizes in points: of running text, of titles on content slides and on covers, of both where their
placeholder holds no two lines otherwise, of text below those."""

BODY_CEILING = 28.0
"""Running text is never larger, though old templates say 32: a slide would hold three lines."""

LEAST_OF_TITLE = 0.6
"""The share of its size that a title may come down to before it takes another line."""

STEP = 2.0
INDENT = 20.0
"""Between two sizes of a scale; the indent of lists where the template has none."""

FULL = 0.97
"""The share of its height that a box is filled to at the most."""


def inner(holder: Holder) -> Rect:
    """Where a placeholder's text stands: its rectangle without the margins."""
    left, top, right, bottom = holder.insets
    rect = holder.rect
    return Rect(
        round(rect.x + left, 2),
        round(rect.y + top, 2),
        round(max(10.0, rect.w - left - right), 2),
        round(max(10.0, rect.h - top - bottom), 2),
    )


def scale(largest: float, floor: float) -> tuple[float, ...]:
    """Sizes from the largest to the floor, step by step; the floor alone where the largest lies below it."""
    sizes = [max(largest, floor)]
    while sizes[-1] - STEP > floor:
        sizes.append(round(sizes[-1] - STEP, 2))
    return (*sizes, floor) if sizes[-1] > floor else tuple(sizes)


def text_style(level: Level, fonts: Fonts, floor: float) -> TextStyle:
    """How text without marks is set at a level."""
    return TextStyle(
        scale(level.size, floor),
        bold=level.bold,
        leading=level.leading or 1.0,
        after=_after(level),
        align=level.align,
        face="" if level.face == fonts.latin else level.face,
    )


def list_style(holder: Holder, fonts: Fonts) -> tuple[TextStyle, int]:
    """How a list is set in a placeholder, and which of its levels is the list's first: the first that has bullets."""
    first = next((n for n, level in enumerate(holder.levels[:5]) if level.bullet), 0)
    level = holder.levels[first]
    indent = level.left if level.bullet and 8 <= level.left <= 60 else INDENT
    style = text_style(replace(level, size=min(level.size, BODY_CEILING)), fonts, BODY_FLOOR)
    return replace(style, indent=indent, after=_after(level)), first


def _after(level: Level) -> float:
    """Space between paragraphs as a fraction of the size; text without any would run together."""
    return round((level.before + level.after) / level.size, 4)


def held(role: Role, holder: Holder, style: TextStyle, rect: Rect | None = None, index: int = 0) -> Slot:
    """A slot that a placeholder serves as, by default where it stands and anchored as it is."""
    return Slot(role, rect or inner(holder), style, holder.anchor, index, holder)


def title(holder: Holder, fonts: Fonts, floor: float) -> Slot:
    """The title's slot. It stays where it is if two lines at the least size fit into it."""
    level, pitch = holder.levels[0], 2 * 1.2 * (holder.levels[0].leading or 1.0)
    for_two_lines = inner(holder).h * FULL / pitch
    least = min(level.size, max(floor, LEAST_OF_TITLE * level.size))
    least = int(4 * max(min(least, for_two_lines), TITLE_LEAST)) / 4
    most = max(least, min(level.size, 2 * for_two_lines))
    style = text_style(replace(level, size=int(4 * most) / 4), fonts, least)
    return replace(held("title", holder, style), stays=style.sizes[-1] <= for_two_lines)


def free(
    role: Role,
    rect: Rect,
    sizes: tuple[float, ...],
    color: Color = "ink",
    *,
    index: int = 0,
    bold: bool = False,
    leading: float = 1.0,
    after: float = 0.0,
    indent: float = 0.0,
    align: Align = "left",
    anchor: Anchor = "top",
    mono: bool = False,
) -> Slot:
    """A slot without a placeholder: text of its own."""
    style = TextStyle(sizes, color, bold, False, mono, leading, after, indent, align)
    return Slot(role, rect, style, anchor, index)


def dressed(slot: Slot, holder: Holder | None) -> Slot:
    """A free slot that a placeholder serves as, set as the slot says and in its colour."""
    return slot if holder is None else replace(slot, holder=replace(holder, colored=False))


def running(holders: tuple[Holder, ...], fonts: Fonts) -> Iterator[Slot]:
    """Footer, date and slide number, where a layout has them."""
    roles: dict[str, Role] = {"ftr": "footer", "dt": "date", "sldNum": "slide_number"}
    for holder in holders:
        if holder.kind in roles:
            size = holder.levels[0].size
            yield held(roles[holder.kind], holder, replace(text_style(holder.levels[0], fonts, size), sizes=(size,)))
