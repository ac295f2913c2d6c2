"""The slide master and its layouts, with a real placeholder for every slot."""

from __future__ import annotations

from deckgen.model import LayoutSpec, Palette, Slot, TextStyle, Theme
from deckgen.model.theme import LayoutName
from deckgen.render import placeholders, shapes
from deckgen.render.listing import levels
from deckgen.render.xml import HEAD, NS, colour, guid, mapping, rectangle, text, tree

MAIN: LayoutName = "Title and Content"
"""The layout whose title, body and running lines are the master's too."""

_RUNNING = ("footer", "date", "slide_number")
_LEVELS = ("Text", "Second level", "Third level", "Fourth level", "Fifth level")
_DEFAULT = TextStyle((18,))


def master(theme: Theme) -> str:
    """The slide master. The theme's layouts are its rId1 onward."""
    main = theme.layout(MAIN)
    held = []
    for ident, slot in enumerate(_of_master(theme), 2):
        styled = slot.role in _RUNNING
        held.append(_holder(slot, placeholders.on_master(slot), ident, theme, styled=styled))
    content = tree("".join(held), ground=_ground("ground", theme.palette))
    ids = "".join(f'<p:sldLayoutId id="{2147483649 + n}" r:id="rId{n + 1}"/>' for n in range(len(theme.layouts)))
    title = levels(main.slot("title").style, theme.palette, theme.fonts, count=1, heading=True)
    body = levels(main.slot("body").style, theme.palette, theme.fonts, count=9)
    return (
        f"{HEAD}<p:sldMaster {NS}>{content}{mapping(theme.palette)}<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
        f"<p:otherStyle>{default_style(theme)}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def default_style(theme: Theme) -> str:
    """The levels of text that stands in no placeholder."""
    return levels(_DEFAULT, theme.palette, theme.fonts, count=9)


def _of_master(theme: Theme) -> list[Slot]:
    wanted = ("title", "body", *_RUNNING)
    return [slot for slot in theme.layout(MAIN).slots if slot.role in wanted and not slot.index]


def layout(spec: LayoutSpec, theme: Theme) -> str:
    """A slide layout: its ground where that is not the master's, its ornaments, its placeholders."""
    inherited = {slot.role: slot.style for slot in _of_master(theme)}
    parts = [shapes.drawing(drawn, ident, theme.palette) for ident, drawn in enumerate(spec.drawings, 2)]
    for ident, slot in enumerate(spec.slots, len(parts) + 2):
        styled = slot.style != inherited.get(slot.role)
        parts.append(_holder(slot, placeholders.on_layout(slot, spec), ident, theme, styled=styled))
    ground = "" if spec.ground == "ground" else _ground(spec.ground, theme.palette)
    kind = placeholders.TYPES.get(spec.name)
    head = f'type="{kind}"' if kind else 'userDrawn="1"'
    return (
        f'{HEAD}<p:sldLayout {NS} {head} preserve="1">{tree("".join(parts), spec.name, ground)}'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _ground(name: str, palette: Palette) -> str:
    return f"<p:bg><p:bgPr><a:solidFill>{colour(name, palette)}</a:solidFill><a:effectLst/></p:bgPr></p:bg>"


def _holder(slot: Slot, element: str, ident: int, theme: Theme, *, styled: bool) -> str:
    """A placeholder with its geometry, its own list style where `styled`, and words that say what it is for."""
    count = 5 if slot.style.indent else 1
    own = levels(slot.style, theme.palette, theme.fonts, count=count, heading=slot.role == "title") if styled else ""
    rect = slot.rect
    return (
        f"<p:sp><p:nvSpPr>{shapes.properties(ident, placeholders.name(slot))}"
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{element}</p:nvPr></p:nvSpPr>'
        f"<p:spPr>{rectangle(rect.x, rect.y, rect.w, rect.h)}</p:spPr>"
        f"<p:txBody>{shapes.inside(slot.anchor)}<a:lstStyle>{own}</a:lstStyle>{_prompt(slot)}</p:txBody></p:sp>"
    )


def _prompt(slot: Slot) -> str:
    if slot.role == "slide_number":
        field = f'<a:fld id="{guid("slidenum")}" type="slidenum"><a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld>'
        return f"<a:p>{field}</a:p>"
    if slot.role == "body" and slot.style.indent:
        return "".join(_line(words, level) for level, words in enumerate(_LEVELS))
    return _line(placeholders.label(slot), 0)


def _line(words: str, level: int) -> str:
    depth = f'<a:pPr lvl="{level}"/>' if level else ""
    return f'<a:p>{depth}<a:r><a:rPr lang="en-US"/><a:t>{text(words)}</a:t></a:r></a:p>'
