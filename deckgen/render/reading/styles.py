"""What text inherits: the chain of styles behind a shape, the nearest first, and the theme's typefaces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from deckgen.render.reading.colors import Scheme, tag_of

_SCRIPTS = {"zh-tw": "Hant", "zh-hk": "Hant", "zh-mo": "Hant", "zh": "Hans", "ja": "Jpan", "ko": "Hang"}
EMU = 12700
_ABSURD = 1e11
"""EMU, or whatever else is counted: a hundred kilometres."""


@dataclass(frozen=True, slots=True)
class Fonts:
    """A theme's typefaces: by what a slide calls them ("+mn-lt"), and by script for languages that it names."""

    named: Mapping[str, str]
    scripts: Mapping[str, str]

    def resolved(self, face: str, lang: str = "") -> str:
        """The typeface's own name; for an East Asian one that the theme leaves open, the one for the language."""
        if not face.startswith("+"):
            return face
        found = self.named.get(face, "")
        if found or not face.endswith("-ea"):
            return found
        tag = lang.casefold()
        script = _SCRIPTS.get(tag) or _SCRIPTS.get(tag[:2], "")
        return self.scripts.get(face[1:3] + script, "")


def fonts_of(theme: Any) -> Fonts:
    """The typefaces of a theme part; none where the part is None."""
    named: dict[str, str] = {}
    scripts: dict[str, str] = {}
    for short, tag in (("mj", "majorFont"), ("mn", "minorFont")):
        fonts = None if theme is None else theme.find(f".//{{*}}fontScheme/{{*}}{tag}")
        for font in () if fonts is None else fonts:
            kind = tag_of(font)
            suffix = {"latin": "lt", "ea": "ea", "cs": "cs"}.get(kind)
            if suffix:
                named[f"+{short}-{suffix}"] = font.get("typeface", "")
            elif kind == "font":
                scripts[short + font.get("script", "")] = font.get("typeface", "")
    return Fonts(named, scripts)


@dataclass(frozen=True, slots=True)
class Styles:
    """The list styles behind a text, the nearest first, and what its colours and faces mean.

    `color` is what the shape's own style gives to its text, or empty.
    """

    lists: tuple[Any, ...]
    scheme: Scheme
    fonts: Fonts
    color: str = ""
    own: int = 0
    """How many of the lists are nearer than `color`."""

    def levels(self, level: int) -> Iterator[Any]:
        """The paragraph properties of a level, the nearest first."""
        name = f"{{*}}lvl{level + 1}pPr"
        for style in self.lists:
            found = style.find(name)
            if found is not None:
                yield found
        for style in self.lists:
            found = style.find("{*}defPPr")
            if found is not None:
                yield found


def first(elements: Iterator[Any] | tuple[Any, ...], name: str) -> str | None:
    """The first of the elements' attributes of that name."""
    return next((value for element in elements if (value := element.get(name)) is not None), None)


def number(value: str | None, default: float) -> float:
    """An integer as DrawingML writes it; the default where there is none or it makes no sense."""
    try:
        found = float(value) if value is not None else default
    except ValueError:
        return default
    return found if abs(found) < _ABSURD else default


def share(value: str | None, default: float) -> float:
    """A percentage as a fraction: thousandths of a percent, or a number with a percent sign."""
    if value is not None and value.endswith("%"):
        return number(value[:-1], default * 100) / 100
    return number(value, default * 100_000) / 100_000
