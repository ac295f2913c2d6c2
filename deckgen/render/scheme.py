"""The theme part: colour scheme, typefaces, and the plain set of effects that every theme must have."""

from __future__ import annotations

from deckgen.model import Fonts, Palette, Theme
from deckgen.model.theme import Color
from deckgen.render import language
from deckgen.render.xml import HEAD, attribute

_TRADITIONAL = "Microsoft JhengHei"
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="{{}}" cap="flat" cmpd="sng" algn="ctr">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FORMATS = (
    f'<a:fmtScheme name="deckgen"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{''.join(_LINE.format(width) for width in (6350, 12700, 19050))}</a:lnStyleLst>"
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def part(theme: Theme, lang: str) -> str:
    """The part `theme1.xml` for a deck in the language `lang`."""
    title = theme.name.replace("-", " ").title()
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name={attribute(title)}>'
        f"<a:themeElements>{_colours(theme.palette, title)}{_fonts(theme.fonts, lang)}{_FORMATS}</a:themeElements>"
        f"<a:objectDefaults/><a:extraClrSchemeLst/>{_custom(theme.palette)}</a:theme>"
    )


def _colours(palette: Palette, title: str) -> str:
    others = [*(c for c in palette.series if c not in (palette.primary, palette.accent)), *palette.series * 4][:4]
    text, ground = ("lt", "dk") if palette.night else ("dk", "lt")
    slots = {
        **dict.fromkeys(("dk1", "lt1", "dk2", "lt2"), ""),
        f"{text}1": palette.ink,
        f"{ground}1": palette.ground,
        f"{text}2": palette.muted if palette.night else palette.dark,
        f"{ground}2": palette.surface,
        "accent1": palette.primary,
        "accent2": palette.accent,
        **{f"accent{n}": colour for n, colour in enumerate(others, 3)},
        "hlink": palette.primary,
        "folHlink": palette.muted,
    }
    listed = "".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in slots.items())
    return f"<a:clrScheme name={attribute(title)}>{listed}</a:clrScheme>"


def _custom(palette: Palette) -> str:
    """The colours that the scheme has no place for, so that a person who edits the deck finds them in the picker."""
    names: tuple[Color, ...] = ("muted", "rule", "dark", "on_dark", "bright", "on_primary")
    listed = "".join(
        f'<a:custClr name="{name.replace("_", " ")}"><a:srgbClr val="{palette.of(name)}"/></a:custClr>'
        for name in names
    )
    return f"<a:custClrLst>{listed}</a:custClrLst>"


def _fonts(fonts: Fonts, lang: str) -> str:
    usual = language.face(language.east_asian(lang), fonts)
    scripts = {"Jpan": fonts.japanese, "Hang": fonts.korean, "Hans": fonts.chinese, "Hant": _TRADITIONAL}
    listed = "".join(f'<a:font script="{script}" typeface={attribute(face)}/>' for script, face in scripts.items())
    faces = (
        f'<a:latin typeface={attribute(fonts.latin)}/><a:ea typeface={attribute(usual)}/><a:cs typeface=""/>{listed}'
    )
    both = f"<a:majorFont>{faces}</a:majorFont><a:minorFont>{faces}</a:minorFont>"
    return f'<a:fontScheme name="deckgen">{both}</a:fontScheme>'
