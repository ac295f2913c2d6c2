"""Small words of the Open XML dialect: escaping, units, namespaces, colours."""

from __future__ import annotations

import re
import uuid
from xml.sax.saxutils import escape, quoteattr

from deckgen.model import Palette

EMU = 12700
"""English metric units in a point."""

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SCHEME = {"ground": "bg1", "surface": "bg2", "ink": "tx1", "primary": "accent1", "accent": "accent2"}
_NAMESPACE = uuid.UUID("5d0f6c0e-5f0a-4a0e-9a9b-3c1d6b7f2e11")


def emu(points: float) -> int:
    """Points as EMU."""
    return round(points * EMU)


def text(words: str) -> str:
    """Words as element content; characters that XML 1.0 does not allow are left out."""
    return escape(_FORBIDDEN.sub("", words))


def attribute(words: str) -> str:
    """Words as a quoted attribute value."""
    return quoteattr(_FORBIDDEN.sub("", words))


def guid(name: str) -> str:
    """A GUID in braces that is always the same for the same name."""
    return f"{{{uuid.uuid5(_NAMESPACE, name)}}}".upper()


def colour(name: str, palette: Palette) -> str:
    """The colour element for a palette's name: a theme colour where the scheme has a place for it, so that a change of
    the scheme in the office program reaches it, else its RRGGBB. `series0` and so on are the theme's series. A
    template's own scheme has names of its own for them.
    """
    if palette.scheme is not None:
        told = dict(palette.scheme).get(name)
        return f'<a:{"schemeClr" if told else "srgbClr"} val="{told or rgb(name, palette)}"/>'
    if name in _SCHEME:
        return f'<a:schemeClr val="{_SCHEME[name]}"/>'
    if name == "dark" and not palette.night:
        return '<a:schemeClr val="tx2"/>'
    return f'<a:srgbClr val="{rgb(name, palette)}"/>'


def rgb(name: str, palette: Palette) -> str:
    """The RRGGBB for a palette's name; the series is gone round again where it is shorter than the index."""
    if name.startswith("series"):
        return palette.series[int(name.removeprefix("series")) % len(palette.series)]
    value: str = getattr(palette, name)
    return value


def mapping(palette: Palette) -> str:
    """The `p:clrMap` of a master: which of the scheme's dark and light colours are text and which are grounds.

    A dark deck maps them the other way round, so that whatever a person pastes into it can be read there.
    """
    text, ground = ("lt", "dk") if palette.night else ("dk", "lt")
    same = " ".join(f'{name}="{name}"' for name in (*(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink"))
    return f'<p:clrMap bg1="{ground}1" tx1="{text}1" bg2="{ground}2" tx2="{text}2" {same}/>'


def fill(name: str, palette: Palette) -> str:
    """A solid fill in the palette's colour of that name."""
    return f"<a:solidFill>{colour(name, palette)}</a:solidFill>"


def rectangle(x: float, y: float, w: float, h: float) -> str:
    """Place, size and the geometry of a plain rectangle."""
    return frame(x, y, w, h) + '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


def frame(x: float, y: float, w: float, h: float, tag: str = "a:xfrm") -> str:
    """Place and size in points."""
    return f'<{tag}><a:off x="{emu(x)}" y="{emu(y)}"/><a:ext cx="{emu(w)}" cy="{emu(h)}"/></{tag}>'


_ROOT = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def tree(content: str, name: str = "", ground: str = "") -> str:
    """A `p:cSld` around shapes."""
    named = f" name={attribute(name)}" if name else ""
    return f"<p:cSld{named}>{ground}<p:spTree>{_ROOT}{content}</p:spTree></p:cSld>"
