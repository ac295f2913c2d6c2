"""A palette for our own shapes from a template's colours: what can be read stays, what cannot is mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from deckgen.model import Palette
from deckgen.model.theme import Color
from deckgen.theme.contrast import LARGE, NORMAL, ratio
from deckgen.theme.tones import Tone

_STEP = 0.01
_CARD, _RULE, _FAINT = 0.06, 0.16, 0.62
"""Shares of the way from the ground to the ink: to a card's surface, to a hairline; from the ink to small print."""

_LEAST_SERIES = 2.0
"""The contrast with the ground that a bar of a chart must have."""

_LINKED = ("ground", "surface", "ink", "muted", "dark", "on_dark", "primary", "accent", "rule", "bright", "on_primary")


def palette(colors: Mapping[str, str], ground: str, ink: str, shades: tuple[str, ...] = ()) -> Palette:
    """The palette for a master's colours, its ground and the colour of its body text, either empty where unknown.

    `shades` are the colours, from dark to light, of a picture that is the ground.
    """
    under, text = _ground_and_ink(colors, ground or _middle(shades, ink), ink)
    grounds = (under, *shades)
    surface = _surface(colors, under, text)
    text = _readable(text, (*grounds, surface), NORMAL)
    accents = [colors[name] for name in (f"accent{n}" for n in range(1, 7)) if name in colors] or [text]
    primary = _readable(accents[0], (*grounds, surface), NORMAL)
    second = next((c for c in accents[1:] if _apart(c, primary)), accents[-1])
    on_primary = max(("FFFFFF", text, "000000"), key=lambda color: min(NORMAL, ratio(color, primary)))
    primary = _readable(primary, (*grounds, surface), NORMAL, (on_primary, NORMAL))
    accent = _readable(second, (*grounds, surface), LARGE, (on_primary, LARGE))
    dark = _dark(colors, primary, under)
    made = Palette(
        ground=under,
        surface=surface,
        ink=text,
        muted=_readable(_between(under, text, _FAINT), (*grounds, surface), NORMAL),
        dark=dark,
        on_dark="FFFFFF",
        primary=primary,
        accent=accent,
        rule=_between(under, text, _RULE),
        series=tuple(_readable(color, (under,), _LEAST_SERIES) for color in accents),
        bright=_readable(second, (dark,), NORMAL),
        on_primary=on_primary,
    )
    return _linked(made, colors)


def _middle(shades: tuple[str, ...], ink: str) -> str:
    """The middle shade of a picture, where text in the ink can be read on it at all."""
    middle = shades[len(shades) // 2] if shades else ""
    return middle if middle and (not ink or ratio(ink, middle) >= LARGE) else ""


def nearest(color: str, palette: Palette) -> Color:
    """The name of the palette's colour that is most like one in lightness, so that it can be read where that can."""
    names: tuple[Color, ...] = ("ink", "on_dark", "muted", "ground")
    return min(names, key=lambda name: abs(Tone.of(palette.of(name)).light - Tone.of(color).light))


def _ground_and_ink(colors: Mapping[str, str], ground: str, ink: str) -> tuple[str, str]:
    """The ground that text is read on: where it is a picture, one that its text can be read on."""
    usual = colors.get("tx1", "000000")
    text = ink or usual
    if ground and ink and ratio(text, ground) >= LARGE:
        return ground, _readable(text, (ground,), NORMAL)
    if ground:
        return ground, _readable(usual, (ground,), NORMAL)
    grounds = (colors.get("bg1", "FFFFFF"), colors.get("tx1", "000000"), "FFFFFF", "000000")
    return next((g for g in grounds if ratio(text, g) >= NORMAL), "FFFFFF"), text


def _surface(colors: Mapping[str, str], ground: str, ink: str) -> str:
    """A card's colour: the second background where it is near the first, else a step from it to the ink, or away."""
    own = colors.get("bg2", ground)
    if 0.015 < abs(Tone.of(own).light - Tone.of(ground).light) < 0.1 and ratio(ink, own) >= NORMAL + 1:
        return own
    away = max(("000000", "FFFFFF"), key=lambda color: ratio(ink, color))
    steps = (_between(ground, ink, _CARD), _between(ground, away, _CARD))
    return next((step for step in steps if ratio(ink, step) >= NORMAL), ground)


def _dark(colors: Mapping[str, str], primary: str, ground: str) -> str:
    """A panel under white text: the second text colour where it is dark, else the first accent, darkened."""
    for own in (colors.get("tx2", ""), colors.get("dk2", ""), primary):
        if own and ratio("FFFFFF", own) >= NORMAL + 2 and ratio(own, ground) >= 1.25:
            return own
    tone = Tone.of(primary)
    return tone.at(min(tone.light, 0.34), 0.12).rgb


def _apart(one: str, other: str) -> bool:
    """Whether two colours are told apart at a glance."""
    a, b = (tuple(int(c[i : i + 2], 16) for i in (0, 2, 4)) for c in (one, other))
    return sum(abs(x - y) for x, y in zip(a, b, strict=True)) > 90


def _between(one: str, other: str, share: float) -> str:
    """The colour a share of the way from one to another."""
    parts = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (0, 2, 4))
    return "".join(f"{round(a + (b - a) * share):02X}" for a, b in parts)


def _readable(color: str, grounds: tuple[str, ...], needed: float, under: tuple[str, float] = ("", 0.0)) -> str:
    """The colour, made darker or lighter until it can be read on all grounds; black or white where no shade can.

    `under` is a colour that must be read upon it, and the contrast that this needs.
    """

    def enough(shade: str) -> bool:
        return all(ratio(shade, ground) >= needed for ground in grounds) and (
            not under[0] or ratio(under[0], shade) >= under[1]
        )

    if enough(color):
        return color
    tone = Tone.of(color)
    for step in range(1, 100):
        for light in (tone.light - step * _STEP, tone.light + step * _STEP):
            if 0 <= light <= 1 and enough(shade := tone.at(light).rgb):
                return shade
    return max(("000000", "FFFFFF"), key=lambda c: min(ratio(c, ground) for ground in grounds))


def _linked(made: Palette, colors: Mapping[str, str]) -> Palette:
    """The palette with the names that the template's scheme has for its colours: a change of that reaches them."""
    preferred = ("bg1", "tx1", "bg2", "tx2", *(f"accent{n}" for n in range(1, 7)))
    by_color = {colors[name]: name for name in reversed(preferred) if name in colors}
    pairs = [(name, by_color[getattr(made, name)]) for name in _LINKED if getattr(made, name) in by_color]
    pairs += [(f"series{n}", by_color[color]) for n, color in enumerate(made.series) if color in by_color]
    return replace(made, scheme=tuple(pairs))
