"""Company templates for tests, made from python-pptx's own: no company's file lies here."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
NAMES: Mapping[str, tuple[str, ...]] = {
    "zh": ("标题幻灯片", "标题和内容", "节标题", "两栏内容", "比较", "仅标题", "空白"),
    "ja": (
        "タイトル スライド",
        "タイトルとコンテンツ",
        "セクション見出し",
        "2 つのコンテンツ",
        "比較",
        "タイトルのみ",
        "白紙",
    ),
    "ko": ("제목 슬라이드", "제목 및 내용", "구역 머리글", "콘텐츠 2개", "비교", "제목만", "빈 화면"),
    "de": ("Titelfolie", "Titel und Inhalt", "Abschnittsüberschrift", "Zwei Inhalte", "Vergleich", "Nur Titel", "Leer"),
    "fr": (
        *("Diapositive de titre", "Titre et contenu", "Titre de section", "Deux contenus", "Comparaison"),
        *("Titre seul", "Vide"),
    ),
    "es": (
        *("Diapositiva de título", "Título y objetos", "Encabezado de sección", "Dos objetos", "Comparación"),
        *("Solo el título", "En blanco"),
    ),
}
"""What Office calls the first seven layouts."""

Change = Callable[[Any], None]


def template(*changes: Change) -> bytes:
    """The bytes of a template: python-pptx's default one (4:3, eleven layouts, no slides) after some changes."""
    deck = Presentation()
    for change in changes:
        change(deck)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def wide(deck: Any) -> None:
    """Makes the slides 13.333 inches wide; everything on masters and layouts is stretched with them."""
    stretch = 960 / 720
    deck.slide_width = Pt(960)
    for root in _roots(deck):
        for frame in root.iter(qn("a:xfrm")):
            off, ext = frame.find(qn("a:off")), frame.find(qn("a:ext"))
            off.set("x", str(round(int(off.get("x")) * stretch)))
            ext.set("cx", str(round(int(ext.get("cx")) * stretch)))


def sized(width: float, height: float) -> Change:
    """Makes the slides so many points wide and high, everything on them in proportion."""

    def change(deck: Any) -> None:
        across, down = width / (deck.slide_width / 12700), height / (deck.slide_height / 12700)
        deck.slide_width, deck.slide_height = Pt(width), Pt(height)
        for root in _roots(deck):
            for frame in root.iter(qn("a:xfrm")):
                for tag, pairs in (("a:off", (("x", across), ("y", down))), ("a:ext", (("cx", across), ("cy", down)))):
                    for name, by in pairs:
                        frame.find(qn(tag)).set(name, str(round(int(frame.find(qn(tag)).get(name)) * by)))
            for element in root.iter():
                if element.get("sz", "").isdigit() and not str(element.tag).endswith("}ph"):
                    element.set("sz", str(round(int(element.get("sz")) * down)))

    return change


def named(lang: str) -> Change:
    """Names the layouts as Office does in a language, and takes PowerPoint's types for them away."""

    def change(deck: Any) -> None:
        for layout, name in zip(deck.slide_layouts, NAMES[lang], strict=False):
            layout._element.find(qn("p:cSld")).set("name", name)
            layout._element.attrib.pop("type", None)

    return change


def colored(**colors: str) -> Change:
    """Sets colours of the theme's scheme by their names: dk1, lt1, accent1 …"""

    def change(deck: Any) -> None:
        part = _theme(deck)
        root = etree.fromstring(part.blob)
        for name, value in colors.items():
            entry = root.find(f".//{qn('a:clrScheme')}/{qn(f'a:{name}')}")
            assert entry is not None
            entry[:] = [parse_xml(f'<a:srgbClr {A} val="{value}"/>')]
        part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    return change


def faced(heading: str, body: str) -> Change:
    """Sets the theme's Latin faces."""

    def change(deck: Any) -> None:
        part = _theme(deck)
        root = etree.fromstring(part.blob)
        for tag, face in (("majorFont", heading), ("minorFont", body)):
            found = root.find(f".//{qn(f'a:{tag}')}/{qn('a:latin')}")
            assert found is not None
            found.set("typeface", face)
        part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    return change


def ground(color: str, *layouts: int) -> Change:
    """Paints the backgrounds of some layouts, of the master where none is named; their text becomes white."""

    def change(deck: Any) -> None:
        owners = [deck.slide_layouts[n] for n in layouts] or [deck.slide_master]
        for owner in owners:
            fill = owner.background.fill
            fill.solid()
            fill.fore_color.rgb = _rgb(color)
            for style in owner._element.iter(qn("a:defRPr")) if layouts else ():
                for old in style.findall(qn("a:solidFill")):
                    style.remove(old)
            for holder in owner.placeholders if layouts else ():
                body = holder._element.find(qn("p:txBody"))
                style = body.find(qn("a:lstStyle"))
                level = style.find(qn("a:lvl1pPr"))
                if level is None:
                    level = parse_xml(f"<a:lvl1pPr {A}/>")
                    style.insert(0, level)
                run = level.find(qn("a:defRPr"))
                if run is None:
                    run = parse_xml(f"<a:defRPr {A}/>")
                    level.append(run)
                run.insert(0, parse_xml(f'<a:solidFill {A}><a:srgbClr val="FFFFFF"/></a:solidFill>'))

    return change


def logo(deck: Any) -> None:
    """Puts a small picture into the master's top right corner, as companies do."""
    width = deck.slide_width
    part, ident = deck.slide_master.part.get_or_add_image_part(io.BytesIO(png(60, 30, (200, 30, 60))))
    assert part is not None
    picture = parse_xml(
        '<p:pic xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        f'{A}><p:nvPicPr><p:cNvPr id="99" name="Logo" descr="Example Corp"/><p:cNvPicPr/><p:nvPr userDrawn="1"/>'
        f'</p:nvPicPr><p:blipFill><a:blip r:embed="{ident}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr><a:xfrm><a:off x="{width - Pt(70)}" y="{Pt(8)}"/><a:ext cx="{Pt(60)}" cy="{Pt(30)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
    deck.slide_master._element.find(qn("p:cSld")).find(qn("p:spTree")).append(picture)


def footer(words: str) -> Change:
    """Writes into the footers of all layouts."""

    def change(deck: Any) -> None:
        for layout in deck.slide_layouts:
            for holder in layout.placeholders:
                if holder._element.find(f".//{qn('p:ph')}").get("type") == "ftr":
                    holder.text_frame.text = words

    return change


def without(*layouts: str) -> Change:
    """Takes layouts away by name."""

    def change(deck: Any) -> None:
        for layout in [found for found in deck.slide_layouts if found.name in layouts]:
            deck.slide_layouts.remove(layout)

    return change


def with_slides(deck: Any) -> None:
    """Adds slides of the template's own: with notes, a picture, a chart, a table, and a link between them."""
    from pptx.enum.chart import XL_CHART_TYPE

    first = deck.slides.add_slide(deck.slide_layouts[0])
    first.shapes.title.text = "Sample of Example Corp"
    first.notes_slide.notes_text_frame.text = "a note that must go"
    second = deck.slides.add_slide(deck.slide_layouts[5])
    second.shapes.add_picture(io.BytesIO(png(40, 40, (10, 200, 90))), 0, 0)
    data: Any = chart_data()
    data.categories = ("a", "b")
    data.add_series("s", (1, 2))
    second.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, 0, 0, Emu(4_000_000), Emu(3_000_000), data)
    box = first.shapes.add_textbox(0, 0, Pt(100), Pt(30))
    box.click_action.target_slide = second


def chart_data() -> Any:
    """An empty chart's data."""
    from pptx.chart import data

    return getattr(data, "CategoryChartData")()  # noqa: B009 - which has no types


def png(width: int, height: int, color: tuple[int, int, int]) -> bytes:
    """A picture in one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\x00" + bytes(color) * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def _roots(deck: Any) -> list[Any]:
    return [deck.slide_master._element, *(layout._element for layout in deck.slide_layouts)]


def _theme(deck: Any) -> Any:
    relations = deck.slide_master.part.rels.values()
    return next(rel.target_part for rel in relations if rel.reltype.endswith("/theme"))


def _rgb(color: str) -> Any:
    from pptx.dml import color as colors

    return getattr(colors, "RGBColor").from_string(color)  # noqa: B009 - which has no types
