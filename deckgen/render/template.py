"""An empty deck in a theme's dress: every part that a presentation needs before it has a slide."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.model import Canvas, Theme
from deckgen.render import layouts, notes_master, properties, scheme, tables
from deckgen.render.archive import Part, packed
from deckgen.render.names import OFFICE, PRESENTATIONML, THEME
from deckgen.render.properties import Properties
from deckgen.render.xml import HEAD, NS, attribute, emu

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/"

_NO_START = "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
_NO_END = "$([{£¥·‘“〈《「『【〔〖〝﹗﹙﹛﹝＄（．［｛￡￥"


def template(theme: Theme, details: Properties) -> bytes:
    """A valid presentation without slides, as the bytes of a .pptx file."""
    return packed(_parts(theme, details), _root())


def _root() -> tuple[tuple[str, str], ...]:
    return (
        (OFFICE + "officeDocument", "/ppt/presentation.xml"),
        (_PACKAGE + "metadata/core-properties", "/docProps/core.xml"),
        (OFFICE + "extended-properties", "/docProps/app.xml"),
    )


def _parts(theme: Theme, details: Properties) -> list[Part]:
    names = [f"/ppt/slideLayouts/slideLayout{n}.xml" for n in range(1, len(theme.layouts) + 1)]
    look = scheme.part(theme, details.language)
    to_master = ((OFFICE + "slideMaster", "/ppt/slideMasters/slideMaster1.xml"),)
    to_layouts = tuple((OFFICE + "slideLayout", name) for name in names)
    return [
        Part("/ppt/presentation.xml", PRESENTATIONML + "presentation.main+xml", presentation(theme, details), _below()),
        Part(
            "/ppt/slideMasters/slideMaster1.xml",
            PRESENTATIONML + "slideMaster+xml",
            layouts.master(theme),
            (*to_layouts, (OFFICE + "theme", "/ppt/theme/theme1.xml")),
        ),
        *(
            Part(name, PRESENTATIONML + "slideLayout+xml", layouts.layout(spec, theme), to_master)
            for name, spec in zip(names, theme.layouts, strict=True)
        ),
        Part(
            "/ppt/notesMasters/notesMaster1.xml",
            PRESENTATIONML + "notesMaster+xml",
            notes_master.part(theme),
            ((OFFICE + "theme", "/ppt/theme/theme2.xml"),),
        ),
        Part("/ppt/theme/theme1.xml", THEME, look),
        Part("/ppt/theme/theme2.xml", THEME, look),
        Part("/ppt/tableStyles.xml", PRESENTATIONML + "tableStyles+xml", tables.styles(theme.palette)),
        Part("/ppt/presProps.xml", PRESENTATIONML + "presProps+xml", f"{HEAD}<p:presentationPr {NS}/>"),
        Part("/ppt/viewProps.xml", PRESENTATIONML + "viewProps+xml", f"{HEAD}<p:viewPr {NS}/>"),
        *properties.parts(details),
    ]


def _below() -> tuple[tuple[str, str], ...]:
    return (
        (OFFICE + "slideMaster", "/ppt/slideMasters/slideMaster1.xml"),
        (OFFICE + "notesMaster", "/ppt/notesMasters/notesMaster1.xml"),
        (OFFICE + "theme", "/ppt/theme/theme1.xml"),
        (OFFICE + "presProps", "/ppt/presProps.xml"),
        (OFFICE + "viewProps", "/ppt/viewProps.xml"),
        (OFFICE + "tableStyles", "/ppt/tableStyles.xml"),
    )


def presentation(theme: Theme, details: Properties) -> str:
    """The presentation part: masters, sizes, the rules of line breaking and the style of free text, no slides."""
    canvas = theme.canvas
    return (
        f'{HEAD}<p:presentation {NS} saveSubsetFonts="1" autoCompressPictures="0">'
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst/>'
        f'<p:sldSz cx="{emu(canvas.width)}" cy="{emu(canvas.height)}"{_standard(canvas)}/>'
        f'<p:notesSz cx="{emu(notes_master.PAGE.width)}" cy="{emu(notes_master.PAGE.height)}"/>'
        f'<p:kinsoku lang="{_breaking(details.language)}" invalStChars={attribute(_NO_START)} '
        f"invalEndChars={attribute(_NO_END)}/>"
        f"<p:defaultTextStyle>{layouts.default_style(theme)}</p:defaultTextStyle></p:presentation>"
    )


def _standard(canvas: Canvas) -> str:
    return ' type="screen4x3"' if (canvas.width, canvas.height) == (720, 540) else ""


def _breaking(lang: str) -> str:
    """The language whose rules of line breaking the list of forbidden characters stands for."""
    known: Mapping[str, str] = {"ja": "ja-JP", "ko": "ko-KR"}
    return known.get(lang.split("-", maxsplit=1)[0], "zh-CN")
