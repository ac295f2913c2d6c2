"""Contrast as WCAG 2.1 defines it (success criterion 1.4.3), checked for every pair that a theme can produce."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckgen.errors import InputError
from deckgen.model import LayoutSpec, Palette, Slot, Theme
from deckgen.model.theme import Color

NORMAL = 4.5
LARGE = 3.0
"""Enough for text of 18 points, or of 14 in bold."""

_FREE: tuple[tuple[Color, Color, float], ...] = (
    *((text, ground, NORMAL) for text in ("ink", "muted", "primary") for ground in ("ground", "surface")),
    *(("accent", ground, LARGE) for ground in ("ground", "surface")),
    ("on_dark", "dark", NORMAL),
    ("bright", "dark", LARGE),
    ("on_primary", "primary", NORMAL),
    ("on_primary", "accent", LARGE),
)
"""What may stand on what beside the slots' own colours; accent and bright are for large text and marks."""


def ratio(one: str, other: str) -> float:
    """The contrast ratio of two colours RRGGBB, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def pairs(theme: Theme) -> Iterator[tuple[str, str, str, float]]:
    """Every pair of text and ground: what it is, both colours, and the ratio that it needs."""
    palette = theme.palette
    yield from free_pairs(palette)
    for layout in theme.layouts:
        for slot in layout.slots:
            if slot.role != "picture":
                colour = slot.style.color
                ground = _behind(slot, layout, palette)
                yield f"{slot.role} of {layout.name} ({colour})", palette.of(colour), ground, _needed(slot)


def free_pairs(palette: Palette) -> Iterator[tuple[str, str, str, float]]:
    """The pairs that stand outside of slots, in the same form."""
    for text, under, needed in _FREE:
        yield f"{text} on {under}", palette.of(text), palette.of(under), needed


def _needed(slot: Slot) -> float:
    smallest = slot.style.sizes[-1]
    return LARGE if smallest >= (14 if slot.style.bold else 18) else NORMAL


def _behind(slot: Slot, layout: LayoutSpec, palette: Palette) -> str:
    """The colour that a slot stands on: the last drawing that lies behind the whole of it, else the layout's ground.

    Code stands on the dark panel that is drawn together with it.
    """
    if slot.role == "code":
        return palette.dark
    ground = palette.of(layout.ground)
    for drawing in layout.drawings:
        for polygon in drawing.polygons:
            xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
            rect = slot.rect
            if min(xs) <= rect.x and max(xs) >= rect.right and min(ys) <= rect.y and max(ys) >= rect.bottom:
                ground = drawing.fill
    return ground


def check(theme: Theme, path: str) -> None:
    """Raises InputError for the first pair that cannot be read."""
    _check(pairs(theme), path)


def check_palette(palette: Palette, path: str) -> None:
    """Raises InputError for the first pair that cannot be read outside of slots."""
    _check(free_pairs(palette), path)


def _check(listed: Iterable[tuple[str, str, str, float]], path: str) -> None:
    for what, text, ground, needed in listed:
        found = ratio(text, ground)
        if found < needed:
            message = f"palette: contrast of {what} is {found:.2f}: {text} on {ground}"
            raise InputError(
                message, path=path, hint=f"make it at least {needed:g} (WCAG 2.1)", rule="setting-unusable"
            )
