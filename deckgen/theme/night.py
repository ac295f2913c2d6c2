"""A palette for a dark room, from one for a light one: the same hues, grounds near black, text near white."""

from __future__ import annotations

from deckgen.model import Palette
from deckgen.theme.contrast import NORMAL, ratio
from deckgen.theme.tones import Tone

_STEP = 0.01
_SERIES = (0.58, 0.86)
"""The lightness of a chart's darkest and lightest colour, so that all of them can be told from the ground."""


def by_night(day: Palette) -> Palette:
    """The dark palette of the same family; whatever is text can be read on ground and surface by construction."""
    dark, ink = Tone.of(day.dark), Tone.of(day.ink)
    ground, surface = dark.at(0.2, 0.03).rgb, dark.at(0.265, 0.038).rgb
    return Palette(
        ground=ground,
        surface=surface,
        ink=ink.at(0.95, 0.012).rgb,
        muted=_readable(Tone.of(day.muted).at(0.74, 0.03), surface),
        dark=dark.at(0.31, 0.12).rgb,
        on_dark="FFFFFF",
        primary=_readable(Tone.of(day.primary).at(0.76, 0.12), surface),
        accent=_readable(Tone.of(day.accent).at(0.74, 0.15), surface),
        rule=dark.at(0.4, 0.035).rgb,
        series=tuple(_lifted(colour) for colour in day.series),
        bright=Tone.of(day.bright).at(max(0.8, Tone.of(day.bright).light)).rgb,
        on_primary=ground,
    )


def _readable(tone: Tone, ground: str) -> str:
    """The tone, lightened until text in it can be read."""
    while ratio(tone.rgb, ground) < NORMAL and tone.light < 1:
        tone = tone.at(tone.light + _STEP)
    return tone.rgb


def _lifted(colour: str) -> str:
    tone = Tone.of(colour)
    low, high = _SERIES
    return tone.at(low + (high - low) * tone.light, 0.15).rgb
