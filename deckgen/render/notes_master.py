"""The notes master: a sheet of paper with the slide above and the notes below."""

from __future__ import annotations

from deckgen.model import Canvas, TextStyle, Theme
from deckgen.render import shapes
from deckgen.render.listing import levels
from deckgen.render.xml import HEAD, NS, rectangle, tree

PAGE = Canvas(540, 720)
_MARGIN = 54.0
_TEXT = TextStyle((12,), after=0.3)
_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)


def part(theme: Theme) -> str:
    """The part `notesMaster1.xml`."""
    width = PAGE.width - 2 * _MARGIN
    height = width * theme.canvas.height / theme.canvas.width
    image = (
        f"<p:sp><p:nvSpPr>{shapes.properties(2, 'Slide Image')}"
        '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{rectangle(_MARGIN, _MARGIN, width, height)}<a:noFill/>"
        '<a:ln w="6350"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></p:spPr></p:sp>'
    )
    top = 2 * _MARGIN + height - 24
    words = (
        f'<p:sp><p:nvSpPr>{shapes.properties(3, "Notes")}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{rectangle(_MARGIN, top, width, PAGE.height - top - _MARGIN)}"
        '</p:spPr><p:txBody><a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"/><a:lstStyle/>'
        '<a:p><a:pPr lvl="0"/><a:r><a:rPr lang="en-US"/><a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp>'
    )
    ground = '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    # Paper is white, whatever the slides are.
    style = levels(_TEXT, theme.palette, theme.fonts, count=9)
    return (
        f"{HEAD}<p:notesMaster {NS}>{tree(image + words, ground=ground)}{_MAP}<p:notesStyle>{style}</p:notesStyle>"
        "</p:notesMaster>"
    )
