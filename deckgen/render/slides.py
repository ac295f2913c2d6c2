"""A page as the XML of its slide, with the list of what the slide refers to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import assert_never
from urllib.parse import quote

from deckgen.model import Box, LayoutSpec, Page, PictureBox, ShapeBox, TableBox, TextBox, Theme
from deckgen.render import language, shapes, tables
from deckgen.render.words import Voice
from deckgen.render.xml import HEAD, NS, guid, text, tree

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
LAYOUT, NOTES, IMAGE, SLIDE, HYPERLINK = (
    _OFFICE + n for n in ("slideLayout", "notesSlide", "image", "slide", "hyperlink")
)
_KEEP_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)


@dataclass(slots=True)
class Relations:
    """What a slide refers to, in order: relationship type and target. The n-th has the id `rId` n, counted from 1."""

    targets: list[tuple[str, str]] = field(default_factory=list)
    _known: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, kind: str, target: str) -> str:
        """The id of the relationship to `target`, the same however often it is asked for."""
        pair = (kind, target)
        if pair not in self._known:
            self.targets.append(pair)
            self._known[pair] = f"rId{len(self.targets)}"
        return self._known[pair]


def compose(page: Page, theme: Theme, lang: str, keys: frozenset[str], date: str = "") -> tuple[str, Relations]:
    """The slide's XML and its relations: the layout first, pictures by path, slides by key, links by address.

    `keys` are the keys of all pages of the deck; a link to any other key leads nowhere and is left out.
    """
    relations = Relations()
    relations.add(LAYOUT, page.layout)
    layout = theme.layout(page.layout)
    voice = Voice(lang, theme.fonts, theme.palette, lambda link: _click(link, relations, keys))
    boxes = sorted(page.boxes, key=lambda box: not (isinstance(box, TextBox) and box.role == "title"))
    held = next((box for box in boxes if isinstance(box, TableBox) and box.look == "table"), None)
    parts = [_box(box, layout, ident, voice, relations, box is held) for ident, box in enumerate(boxes, 2)]
    parts += _running(page, layout, len(boxes) + 2, voice, date)
    if page.notes:
        relations.add(NOTES, page.key)
    body = tree("".join(parts), page.key)
    return f"{HEAD}<p:sld {NS}>{body}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>", relations


def _box(box: Box, layout: LayoutSpec, ident: int, voice: Voice, relations: Relations, held: bool) -> str:
    match box:
        case TextBox():
            return shapes.text(box, layout, ident, voice)
        case PictureBox():
            return shapes.picture(box, layout, ident, relations.add(IMAGE, box.path), voice.palette)
        case TableBox():
            return tables.table(box, layout, ident, voice, held=held)
        case ShapeBox():
            return shapes.panel(box, ident, voice.palette)
    assert_never(box)


def _click(link: str, relations: Relations, keys: frozenset[str]) -> str:
    """The `a:hlinkClick` of a link: to a slide by `#key`, to an address of the web or of mail; others are dropped."""
    if link.startswith("#"):
        if link[1:] not in keys:
            return ""
        ident = relations.add(SLIDE, link[1:])
        return f'<a:hlinkClick r:id="{ident}" action="ppaction://hlinksldjump">{_KEEP_COLOUR}</a:hlinkClick>'
    scheme = link.partition(":")[0].lower()
    if scheme not in ("http", "https", "mailto"):
        return ""
    ident = relations.add(HYPERLINK, quote(link, safe="%/:=&?~#+!$,;'@()*[]"))
    return f'<a:hlinkClick r:id="{ident}"/>'


def _running(page: Page, layout: LayoutSpec, first: int, voice: Voice, date: str) -> list[str]:
    """Footer, date and slide number, cloned from the layout as office programs want them, on numbered pages."""
    if page.number is None:
        return []
    said = {"footer": page.footer, "date": date, "slide_number": str(page.number)}
    parts: list[str] = []
    for slot in layout.slots:
        words = said.get(slot.role)
        if words:
            lang = language.of(words, voice.lang)
            other = "en-US" if lang != "en-US" else language.east_asian(voice.lang)
            properties = f'<a:rPr lang="{lang}" altLang="{other}"/>'
            run = f"<a:r>{properties}<a:t>{text(words)}</a:t></a:r>"
            if slot.role == "slide_number":
                run = f'<a:fld id="{guid("slidenum")}" type="slidenum">{properties}<a:t>{words}</a:t></a:fld>'
            parts.append(shapes.placeholder(slot, layout, first + len(parts), "", f"<a:p>{run}</a:p>"))
    return parts


def notes(page: Page, lang: str) -> str:
    """The XML of a page's notes: the slide's image, and the notes' text with a paragraph for each line."""
    paragraphs = "".join(_note(line, lang) for line in page.notes.splitlines()) or "<a:p/>"
    image = (
        f"<p:sp><p:nvSpPr>{shapes.properties(2, 'Slide Image')}"
        '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    )
    words = (
        f'<p:sp><p:nvSpPr>{shapes.properties(3, "Notes")}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )
    mapping = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
    return f"{HEAD}<p:notes {NS}>{tree(image + words)}{mapping}</p:notes>"


def _note(line: str, lang: str) -> str:
    tag = language.of(line, lang)
    other = language.latin(lang) if tag != language.latin(lang) else language.east_asian(lang)
    properties = f'lang="{tag}" altLang="{other}"'
    if not line.strip():
        return f"<a:p><a:endParaRPr {properties}/></a:p>"
    return f"<a:p><a:r><a:rPr {properties}/><a:t>{text(line)}</a:t></a:r></a:p>"
