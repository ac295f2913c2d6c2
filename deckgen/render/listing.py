"""A theme's text styles as list levels, for the master and the layouts."""

from __future__ import annotations

from deckgen.model import Fonts, Palette, TextStyle
from deckgen.render.xml import attribute, colour, emu, fill

ALIGN = {"left": "l", "center": "ctr", "right": "r"}
CONTROLS = 'eaLnBrk="1" latinLnBrk="0" hangingPunct="0"'
"""East Asian line breaking on, words of Latin script whole, no mark hanging out of the box."""


def bullet(palette: Palette) -> str:
    """The dot in the accent colour."""
    return f'<a:buClr>{colour("accent", palette)}</a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/>'


def levels(style: TextStyle, palette: Palette, fonts: Fonts, *, count: int = 5, heading: bool = False) -> str:
    """The levels `a:lvl1pPr` and so on of a style; `heading` takes the theme's heading faces."""
    return "".join(_level(style, palette, fonts, n, "mj" if heading else "mn") for n in range(count))


def _level(style: TextStyle, palette: Palette, fonts: Fonts, level: int, faces: str) -> str:
    size = style.sizes[0]
    flags = f' b="{int(style.bold)}" i="{int(style.italic)}"'
    latin = fonts.mono if style.mono else f"+{faces}-lt"
    mark = bullet(palette) if style.indent else "<a:buNone/>"
    left, hang = emu(style.indent * (level + 1)), -emu(style.indent)
    return (
        f'<a:lvl{level + 1}pPr marL="{left}" indent="{hang}" algn="{ALIGN[style.align]}" defTabSz="914400" rtl="0" '
        f'{CONTROLS}><a:lnSpc><a:spcPct val="{round(style.leading * 100000)}"/></a:lnSpc>'
        '<a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="{round(style.after * size * 100)}"/></a:spcAft>'
        f'{mark}<a:defRPr sz="{round(size * 100)}"{flags} kern="1200">{fill(style.color, palette)}'
        f'<a:latin typeface={attribute(latin)}/><a:ea typeface="+{faces}-ea"/><a:cs typeface="+{faces}-cs"/>'
        f"</a:defRPr></a:lvl{level + 1}pPr>"
    )
