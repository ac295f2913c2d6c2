"""A page as the XML of its slide, with the list of what the slide refers to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import assert_never
from urllib.parse import quote

from deckgen.model import (
    Box,
    ChartBox,
    ConnectorBox,
    GroupBox,
    LayoutSpec,
    NodeBox,
    Page,
    PictureBox,
    ShapeBox,
    TableBox,
    TextBox,
    Theme,
)
from deckgen.render import charts, language, nodes, shapes, tables, templates
from deckgen.render.names import OFFICE
from deckgen.render.words import LinkTo, Voice
from deckgen.render.xml import HEAD, NS, guid, text, tree

LAYOUT, NOTES, IMAGE, SLIDE, HYPERLINK, CHART = (
    OFFICE + n for n in ("slideLayout", "notesSlide", "image", "slide", "hyperlink", "chart")
)
SAME_COLOURS = "<a:masterClrMapping/>"
_KEEP_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)


@dataclass(slots=True)
class Relations:
    """What a slide refers to, in order: relationship type and target. The n-th has the id `rId` n, counted from 1."""

    targets: list[tuple[str, str]] = field(default_factory=list)
    charts: dict[str, ChartBox] = field(default_factory=dict)
    _known: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, kind: str, target: str) -> str:
        """The id of the relationship to `target`, the same however often it is asked for."""
        pair = (kind, target)
        if pair not in self._known:
            self.targets.append(pair)
            self._known[pair] = f"rId{len(self.targets)}"
        return self._known[pair]

    def chart(self, key: str, box: ChartBox) -> str:
        """The id of the relationship to a chart of the slide with that key; the chart itself is kept in `charts`."""
        target = f"{key} {len(self.charts) + 1}"
        self.charts[target] = box
        return self.add(CHART, target)


def compose(
    page: Page, theme: Theme, lang: str, keys: frozenset[str], date: str = "", mapping: str = SAME_COLOURS
) -> tuple[str, Relations]:
    """The slide's XML and its relations: the layout first, pictures by path, slides by key, links by address.

    `keys` are the keys of all pages of the deck; a link to any other key leads nowhere and is left out. `mapping` is
    the element that says which of the theme's colours are text and which grounds.
    """
    relations = Relations()
    relations.add(LAYOUT, page.layout)
    layout = theme.layout(page.layout)
    voice = Voice(lang, theme.fonts, theme.palette, _links(relations, keys, theme.plain_links))
    boxes = sorted(page.boxes, key=lambda box: not (isinstance(box, TextBox) and box.role == "title"))
    held = next((box for box in boxes if isinstance(box, TableBox) and box.look == "table"), None)
    slide = _Slide(page.key, layout, voice, relations, held)
    parts = [_box(box, slide.ident(box), slide) for box in boxes[:1]]
    parts += [shapes.drawing(drawn, next(slide.idents), theme.palette) for drawn in templates.behind(layout)]
    parts += [_box(box, slide.ident(box), slide) for box in boxes[1:]]
    parts += _running(page, layout, next(slide.idents), voice, date)
    if page.notes:
        relations.add(NOTES, page.key)
    body = tree("".join(parts), page.key)
    return f"{HEAD}<p:sld {NS}>{body}<p:clrMapOvr>{mapping}</p:clrMapOvr></p:sld>", relations


@dataclass(frozen=True, slots=True)
class _Slide:
    """What the boxes of one slide share: where ids come from, which nodes have which, and the table in its slot."""

    key: str
    layout: LayoutSpec
    voice: Voice
    relations: Relations
    held: TableBox | None
    idents: Iterator[int] = field(default_factory=lambda: count(2))
    nodes: dict[str, int] = field(default_factory=dict)

    def ident(self, box: Box) -> int:
        """The next id, kept by name for the arrows that hold on to a node."""
        ident = next(self.idents)
        if isinstance(box, NodeBox):
            self.nodes[box.name] = ident
        return ident


def _box(box: Box, ident: int, slide: _Slide) -> str:
    voice, palette = slide.voice, slide.voice.palette
    match box:
        case TextBox():
            return shapes.text(box, slide.layout, ident, voice)
        case PictureBox():
            return shapes.picture(box, slide.layout, ident, slide.relations.add(IMAGE, box.path), voice)
        case TableBox():
            return tables.table(box, slide.layout, ident, voice, held=box is slide.held)
        case ShapeBox():
            return shapes.panel(box, ident, palette)
        case NodeBox():
            return nodes.node(box, ident, voice)
        case ConnectorBox():
            return nodes.connector(box, ident, slide.nodes, palette)
        case ChartBox():
            return charts.frame_of(box, ident, slide.relations.chart(slide.key, box))
        case GroupBox():
            members = [(member, slide.ident(member)) for member in box.boxes]
            return nodes.group(box, ident, "".join(_box(member, own, slide) for member, own in members))
    assert_never(box)


def _links(relations: Relations, keys: frozenset[str], plain: bool) -> LinkTo:
    """What writes a slide's links; `plain` ones all keep the colour of the text around them."""
    return lambda link, keeps: _click(link, relations, keys, plain or keeps)


def _click(link: str, relations: Relations, keys: frozenset[str], plain: bool) -> str:
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
    return f'<a:hlinkClick r:id="{ident}">{_KEEP_COLOUR}</a:hlinkClick>' if plain else f'<a:hlinkClick r:id="{ident}"/>'


def _running(page: Page, layout: LayoutSpec, first: int, voice: Voice, date: str) -> list[str]:
    """Footer, date and slide number, cloned from the layout as office programs want them, on numbered pages."""
    if page.number is None:
        return []
    said = {"footer": page.footer, "date": date, "slide_number": str(page.number)}
    parts: list[str] = []
    for slot in layout.slots:
        words = said.get(slot.role)
        if words and slot.role == "footer" and slot.holder:
            words = templates.footer(words, slot.holder)
        if words:
            lang = language.of(words, voice.lang)
            other = "en-US" if lang != "en-US" else language.east_asian(voice.lang)
            properties = f'<a:rPr lang="{lang}" altLang="{other}"{templates.fitting(words, slot)}/>'
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
