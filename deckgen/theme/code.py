"""The colours of code: the theme's own hues, as light as the panel that code stands on wants them."""

from __future__ import annotations

from dataclasses import replace
from math import pi, tau

from deckgen.model import CodeColors, Palette
from deckgen.theme.contrast import NORMAL, ratio
from deckgen.theme.tones import Tone

_LIGHT, _CHROMA, _STEP = 0.82, 0.12, 0.01
"""The lightness that they begin with, the most chroma, and by how much a colour is lightened until it can be read."""

_QUIET = 0.7
"""The lightness that a comment's grey begins with."""

_SAFE = NORMAL + 0.1


def with_code(palette: Palette) -> Palette:
    """The palette with colours for code, each of which can be read upon `dark`."""
    keyword, name = Tone.of(palette.accent), Tone.of(palette.bright)
    string = _apart([Tone.of(colour) for colour in palette.series], [keyword, name])
    number = _apart([Tone.of(colour) for colour in palette.series], [keyword, name, string])
    loud = [_readable(tone.at(_LIGHT, _CHROMA), palette.dark) for tone in (keyword, string, number, name)]
    comment = _readable(Tone.of(palette.on_dark).at(_QUIET, 0.02), palette.dark)
    return replace(palette, code=CodeColors(loud[0], loud[1], loud[2], loud[3], comment))


def _apart(among: list[Tone], others: list[Tone]) -> Tone:
    """The one whose hue is farthest from those of the others."""
    return max(among, key=lambda tone: min(_between(tone, other) for other in others))


def _between(one: Tone, other: Tone) -> float:
    """The angle between two hues."""
    turn = abs(one.hue - other.hue) % tau
    return min(turn, 2 * pi - turn)


def _readable(tone: Tone, ground: str) -> str:
    while ratio(tone.rgb, ground) < _SAFE and tone.light < 1:
        tone = tone.at(tone.light + _STEP)
    return tone.rgb
