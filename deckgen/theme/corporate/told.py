"""A template in words: what it is like, and which of its layouts serves for what."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.model import LayoutSpec, Theme
from deckgen.model.theme import Color
from deckgen.theme.corporate.matching import Choice

_RUNNING = ("footer", "date", "slide_number")


def told(theme: Theme, choices: Sequence[Choice]) -> list[tuple[str, str]]:
    """Its slides' size, faces and colours, and the running lines that its layouts have: rows of a name and a value."""
    fonts, palette, by = theme.fonts, theme.palette, theme.scale
    running = dict.fromkeys(s.role for spec in theme.layouts for s in spec.slots if s.role in _RUNNING)
    names: tuple[Color, ...] = ("ground", "ink", "primary", "accent", "dark", "surface", "muted")
    linked = dict(palette.scheme or ())
    colors = (f"{name} #{palette.of(name)}{_from(linked.get(name))}" for name in names)
    return [
        ("slide", f"{theme.canvas.width * by / 72:.4g} x {theme.canvas.height * by / 72:.4g} inches"),
        ("fonts", ", ".join(dict.fromkeys(f for f in (fonts.heading, fonts.latin, fonts.chinese) if f))),
        ("colours", ", ".join(colors)),
        ("series", " ".join(f"#{color}" for color in palette.series)),
        ("body", _body(theme)),
        ("footers", ", ".join(role.replace("_", " ") for role in running) or "none"),
        ("layouts", f"{len({choice.layout.part for choice in choices})} of the template's serve"),
    ]


def _from(name: str | None) -> str:
    return f" ({name})" if name else " (made)"


def _body(theme: Theme) -> str:
    slot, by = theme.layout("Title and Content").slot("body"), theme.scale
    sizes = " ".join(f"{size * by:g}" for size in slot.style.sizes)
    return f"{slot.rect.w * by:.0f} x {slot.rect.h * by:.0f} points below a lead, text of {sizes} points"


def served(theme: Theme, choices: Sequence[Choice]) -> list[tuple[str, str, str, str, str]]:
    """For each of our layouts the template's that serves, why, and which slots have a placeholder there, or none."""
    rows: list[tuple[str, str, str, str, str]] = []
    for choice in choices:
        spec = theme.layout(choice.need)
        why = f"{choice.why} (missing)" if choice.nearest else choice.why
        rows.append((choice.need, choice.layout.name, why, _listed(spec, True), _listed(spec, False)))
    return rows


def _listed(spec: LayoutSpec, held: bool) -> str:
    """The roles of the slots with or without a placeholder, how many of each."""
    slots = [slot for slot in spec.slots if (slot.holder is not None) == held and slot.role not in _RUNNING]
    counts: dict[str, int] = {}
    for slot in slots:
        counts[slot.role] = counts.get(slot.role, 0) + 1
    return ", ".join(f"{count} {role}" if count > 1 else role for role, count in counts.items()) or "-"
