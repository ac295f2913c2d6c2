"""Colours by lightness, chroma and hue as people see them: the OKLCH space.

Björn Ottosson, "A perceptual color space for image processing" (2020), gives the matrices.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import atan2, cos, hypot, sin

_TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_CONES = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
_PALER = 0.92
"""By how much chroma is lessened, again and again, until a colour is one that screens can show."""

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]


@dataclass(frozen=True, slots=True)
class Tone:
    """A colour: `light` from 0 to 1, `chroma` from 0 (grey) to about 0.3, `hue` in radians."""

    light: float
    chroma: float
    hue: float

    @classmethod
    def of(cls, colour: str) -> Tone:
        """The tone of a colour RRGGBB."""
        cones = _times(_TO_CONES, _linear(colour))
        light, a, b = _times(_TO_LAB, _each(cones, 1 / 3))
        return cls(light, hypot(a, b), atan2(b, a))

    def at(self, light: float, most: float = 1.0) -> Tone:
        """The same hue at another lightness, its chroma `most` at the most."""
        return Tone(min(max(light, 0.0), 1.0), min(self.chroma, most), self.hue)

    @property
    def rgb(self) -> str:
        """As RRGGBB; a colour that no screen shows loses chroma until one does."""
        tone = self
        while True:
            channels = tone._channels()
            if all(-0.001 <= channel <= 1.001 for channel in channels):
                return "".join(f"{round(255 * _gamma(min(max(channel, 0.0), 1.0))):02X}" for channel in channels)
            tone = replace(tone, chroma=tone.chroma * _PALER if tone.chroma > 0.001 else 0.0)

    def _channels(self) -> Triple:
        lab = (self.light, self.chroma * cos(self.hue), self.chroma * sin(self.hue))
        first, second, third = _times(_FROM_LAB, lab)
        return _times(_FROM_CONES, (first**3, second**3, third**3))


def _times(matrix: Matrix, values: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, values, strict=True)) for row in matrix)
    return first, second, third


def _each(values: Triple, power: float) -> Triple:
    first, second, third = (max(value, 0.0) ** power for value in values)
    return first, second, third


def _linear(colour: str) -> Triple:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    first, second, third = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue))
    return first, second, third


def _gamma(channel: float) -> float:
    return channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055
