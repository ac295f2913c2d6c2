"""DrawingML colours to RRGGBB: theme colours by the slide's colour map, then the changes that are asked for."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from typing import Any

from deckgen.render.reading.values import UNKNOWN

_PRESETS = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF", "yellow": "FFFF00",
    "gray": "808080", "grey": "808080", "orange": "FFA500", "purple": "800080", "navy": "000080", "teal": "008080",
    "silver": "C0C0C0", "maroon": "800000", "lime": "00FF00", "cyan": "00FFFF", "aqua": "00FFFF", "magenta": "FF00FF",
    "ltGray": "D3D3D3", "lightGray": "D3D3D3", "dkGray": "A9A9A9", "darkGray": "A9A9A9", "dkBlue": "00008B",
    "darkBlue": "00008B", "dkRed": "8B0000", "darkRed": "8B0000", "dkGreen": "006400", "darkGreen": "006400",
}  # fmt: skip
"""The preset colours that programs write; the others stay unknown."""

_SYSTEM = {"windowText": "000000", "window": "FFFFFF", "btnText": "000000", "btnFace": "F0F0F0"}
_FULL = 100_000

Scheme = Mapping[str, str]
"""The names that slides use (tx1, bg1, accent1 and so on) -> RRGGBB."""


def scheme_of(theme: Any, mapping: Mapping[str, str]) -> dict[str, str]:
    """The colours of a theme part (None: there is none), by its own names and by those that the colour map gives."""
    listed = None if theme is None else theme.find(".//{*}themeElements/{*}clrScheme")
    own = (
        {} if listed is None else {tag_of(entry): color_in(entry, {}) for entry in listed if isinstance(entry.tag, str)}
    )
    usual = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
    return own | {name: own[target] for name, target in {**usual, **mapping}.items() if target in own}


def fill_of(element: Any, scheme: Scheme) -> str | None:
    """The paint that an element with fill children asks for: RRGGBB, UNKNOWN, "" for none; None where it is silent."""
    if element is None:
        return None
    for child in element:
        match tag_of(child):
            case "solidFill":
                return color_in(child, scheme)
            case "noFill":
                return ""
            case "gradFill" | "blipFill" | "pattFill" | "grpFill":
                return UNKNOWN
    return None


def color_in(holder: Any, scheme: Scheme, placeholder: str = UNKNOWN) -> str:
    """The colour element inside `holder` as RRGGBB; UNKNOWN where there is none, or it is translucent or unheard of."""
    color = next((child for child in holder if isinstance(child.tag, str)), None)
    if color is None:
        return UNKNOWN
    base = _base(color, scheme, placeholder)
    return base if base == UNKNOWN else _changed(base, color)


def _base(color: Any, scheme: Scheme, placeholder: str) -> str:
    value = color.get("val", "")
    match tag_of(color):
        case "srgbClr":
            found = value.upper()
        case "schemeClr":
            found = placeholder if value == "phClr" else scheme.get(value, UNKNOWN)
        case "sysClr":
            found = (color.get("lastClr") or _SYSTEM.get(value, UNKNOWN)).upper()
        case "prstClr":
            found = _PRESETS.get(value, UNKNOWN)
        case _:
            found = UNKNOWN
    return found if _is_color(found) else UNKNOWN


def _is_color(text: str) -> bool:
    return len(text) == 6 and all(char in "0123456789ABCDEF" for char in text)


def _changed(base: str, color: Any) -> str:
    """The colour after its modifications, in their order (ECMA-376 part 1, 20.1.2.3)."""
    rgb = tuple(int(base[i : i + 2], 16) / 255 for i in (0, 2, 4))
    for change in color:
        try:
            share = int(change.get("val", "0").rstrip("%")) / _FULL
        except ValueError:
            return UNKNOWN
        changed = _step(rgb, tag_of(change), share)
        if changed is None:
            return UNKNOWN
        rgb = changed
    return "".join(f"{round(min(1, max(0, part)) * 255):02X}" for part in rgb)


def _step(rgb: tuple[float, ...], change: str, share: float) -> tuple[float, ...] | None:
    match change:
        case "alpha":
            return rgb if share >= 1 else None
        case "tint":
            return tuple(_gamma(_linear(part) * share + 1 - share) for part in rgb)
        case "shade":
            return tuple(_gamma(_linear(part) * share) for part in rgb)
        case "lumMod" | "lumOff" | "satMod" | "satOff":
            hue, light, full = colorsys.rgb_to_hls(*rgb)
            light = light * share if change == "lumMod" else light + share if change == "lumOff" else light
            full = full * share if change == "satMod" else full + share if change == "satOff" else full
            return colorsys.hls_to_rgb(hue, min(1, max(0, light)), min(1, max(0, full)))
        case _:
            return None


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _gamma(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)


def tag_of(element: Any) -> str:
    """The element's local name; empty for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
