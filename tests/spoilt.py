"""A clean deck as python-pptx makes it, and ways to spoil it: each plants one fault that an audience would see."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Inches, Pt

Spoil = Callable[[Any], None]
SPOILS: dict[str, tuple[str, Spoil]] = {}
"""What was done to the deck -> the rule that must find it, and how it is done."""

SENTENCE = "Every rack is a network of its own, and broadcasts end there. "
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def rgb(color: str) -> Any:
    made: Any = RGBColor
    return made.from_string(color)


def picture(width: int = 800, height: int = 600) -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", (width, height), (40, 90, 140)).save(file, "PNG")
    file.seek(0)
    return file


def clean() -> Any:
    """Three slides: bullets, a picture, a table; 10 by 7.5 inches."""
    deck = Presentation()
    bullets = deck.slides.add_slide(deck.slide_layouts[1])
    bullets.shapes.title.text = "What we saw"
    bullets.placeholders[1].text_frame.text = "Broadcasts end at the rack"
    for line in ("Routers talk to one another", "网络分成小段"):
        bullets.placeholders[1].text_frame.add_paragraph().text = line
    shown = deck.slides.add_slide(deck.slide_layouts[5])
    shown.shapes.title.text = "How it looks"
    placed = shown.shapes.add_picture(picture(), Inches(1), Inches(2), Inches(4), Inches(3))
    placed._element.nvPicPr.cNvPr.set("descr", "racks and their routers")
    listed = deck.slides.add_slide(deck.slide_layouts[5])
    listed.shapes.title.text = "Numbers"
    table = listed.shapes.add_table(3, 2, Inches(1), Inches(2), Inches(6), Inches(1.5)).table
    for row, words in enumerate((("Release", "Nodes"), ("Mitaka", "1000"), ("Newton", "2000"))):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    return deck


def saved(deck: Any, path: Path) -> Path:
    deck.save(str(path))
    return path


def spoil(rule: str, name: str) -> Callable[[Spoil], Spoil]:
    def kept(how: Spoil) -> Spoil:
        SPOILS[name] = rule, how
        return how

    return kept


def _body(deck: Any) -> Any:
    return deck.slides[0].placeholders[1]


def _picture(deck: Any) -> Any:
    return next(shape for shape in deck.slides[1].shapes if shape.shape_type == 13)


def textbox(slide: Any, text: str, x: float, y: float, w: float, h: float, size: float = 18) -> Any:
    box = slide.shapes.add_textbox(Inches(x), Inches(y), Inches(w), Inches(h))
    box.text_frame.word_wrap = True
    box.text_frame.auto_size = MSO_AUTO_SIZE.NONE
    box.text_frame.text = text
    box.text_frame.paragraphs[0].runs[0].font.size = Pt(size)
    return box


@spoil("text-off-slide", "a placeholder with far too many bullets")
def _(deck: Any) -> None:
    for _ in range(14):
        _body(deck).text_frame.add_paragraph().text = "One more bullet"


@spoil("text-overflow", "a placeholder with a few bullets too many")
def _(deck: Any) -> None:
    _body(deck).top, _body(deck).left, _body(deck).width, _body(deck).height = map(Inches, (2, 1, 8, 1.5))
    _body(deck).text_frame.add_paragraph().text = "One more bullet"


@spoil("text-overflow", "a box too low for its sentence")
def _(deck: Any) -> None:
    textbox(deck.slides[1], SENTENCE * 2, 6, 2, 3, 0.7)


@spoil("text-overflow", "Chinese in a narrow box")
def _(deck: Any) -> None:
    textbox(deck.slides[1], "每个机架是一个网段，广播止于机架，机架之间不再桥接" * 2, 6, 2, 2, 1)


@spoil("text-overflow", "lines set far apart")
def _(deck: Any) -> None:
    box = textbox(deck.slides[1], SENTENCE, 6, 2, 3, 1.2)
    box.text_frame.paragraphs[0].line_spacing = 3.0


@spoil("text-overflow", "wide margins inside the box")
def _(deck: Any) -> None:
    box = textbox(deck.slides[1], SENTENCE, 6, 2, 3, 1.3)
    box.text_frame.margin_left = box.text_frame.margin_right = Inches(1)


@spoil("text-overflow", "a group that was made smaller")
def _(deck: Any) -> None:
    group = deck.slides[1].shapes.add_group_shape()
    box = group.shapes.add_textbox(Inches(6), Inches(2), Inches(3), Inches(2))
    box.text_frame.word_wrap = True
    box.text_frame.auto_size = MSO_AUTO_SIZE.NONE
    box.text_frame.text = SENTENCE * 2
    transform = group._element.grpSpPr.find(f"{A}xfrm")
    for name, value in (("off", (6, 2)), ("ext", (1.5, 1))):
        pairs = ("x", "y") if name == "off" else ("cx", "cy")
        for key, inches in zip(pairs, value, strict=True):
            transform.find(f"{A}{name}").set(key, str(Inches(inches)))


@spoil("text-overflow", "text that runs upwards")
def _(deck: Any) -> None:
    box = textbox(deck.slides[1], SENTENCE * 2, 6, 2, 0.6, 3)
    box.text_frame._txBody.bodyPr.set("vert", "vert270")


@spoil("text-off-slide", "a box that grows with its text")
def _(deck: Any) -> None:
    box = textbox(deck.slides[1], SENTENCE * 8, 6, 5, 2, 1)
    box.text_frame.auto_size = MSO_AUTO_SIZE.SHAPE_TO_FIT_TEXT


@spoil("text-off-slide", "a line that does not wrap")
def _(deck: Any) -> None:
    textbox(deck.slides[1], SENTENCE * 2, 6, 2, 3, 0.5).text_frame.word_wrap = False


@spoil("text-off-slide", "a table with too many rows")
def _(deck: Any) -> None:
    deck.slides[2].shapes.add_table(3, 1, Inches(1), Inches(5), Inches(6), Inches(1)).table.cell(0, 0).text = (
        SENTENCE * 9
    )


@spoil("text-small", "text of 8 pt")
def _(deck: Any) -> None:
    textbox(deck.slides[1], SENTENCE, 6, 2, 3, 1, size=8)


@spoil("text-small", "running text of 14 pt")
def _(deck: Any) -> None:
    _body(deck).text_frame.text = SENTENCE * 4
    _body(deck).text_frame.paragraphs[0].runs[0].font.size = Pt(14)


@spoil("text-small", "text that PowerPoint shrank")
def _(deck: Any) -> None:
    _body(deck).text_frame.text = SENTENCE * 6
    fit = etree.SubElement(_body(deck).text_frame._txBody.bodyPr, f"{A}normAutofit")
    fit.set("fontScale", "47500")


@spoil("text-small", "a small size inherited from the layout")
def _(deck: Any) -> None:
    styles = deck.slide_layouts[1].placeholders[1].text_frame._txBody.find(f"{A}lstStyle")
    level = etree.SubElement(styles, f"{A}lvl1pPr")
    etree.SubElement(level, f"{A}defRPr").set("sz", "900")


@spoil("text-small", "a table of 7 pt")
def _(deck: Any) -> None:
    table = next(shape for shape in deck.slides[2].shapes if shape.has_table).table
    table.cell(1, 0).text_frame.paragraphs[0].runs[0].font.size = Pt(7)


@spoil("text-dense", "a wall of text")
def _(deck: Any) -> None:
    for place in range(3):
        textbox(deck.slides[2], SENTENCE * 6, 0.2 + 3.2 * place, 3.6, 3.1, 3.8, size=11)


@spoil("text-contrast", "light grey on white")
def _(deck: Any) -> None:
    box = textbox(deck.slides[1], SENTENCE, 6, 2, 3, 2)
    box.text_frame.paragraphs[0].runs[0].font.color.rgb = rgb("CCCCCC")


@spoil("text-contrast", "a shade of the theme's background colour")
def _(deck: Any) -> None:
    color = textbox(deck.slides[1], SENTENCE, 6, 2, 3, 2).text_frame.paragraphs[0].runs[0].font.color
    color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    color.brightness = -0.15


@spoil("text-contrast", "white on a yellow shape")
def _(deck: Any) -> None:
    shape = deck.slides[1].shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(6), Inches(2), Inches(3), Inches(2))
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb("FFE040")
    shape.text_frame.text = "Read me"


@spoil("text-contrast", "black text on a slide that was made dark")
def _(deck: Any) -> None:
    fill = deck.slides[0].background.fill
    fill.solid()
    fill.fore_color.rgb = rgb("101820")


@spoil("text-contrast", "a dark card behind dark text")
def _(deck: Any) -> None:
    card = deck.slides[1].shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(6), Inches(2), Inches(3), Inches(2.5))
    card.fill.solid()
    card.fill.fore_color.rgb = rgb("303030")
    textbox(deck.slides[1], SENTENCE, 6.1, 2.1, 2.8, 2.2)


@spoil("text-covered", "text on other text")
def _(deck: Any) -> None:
    textbox(deck.slides[1], SENTENCE, 6, 2, 3, 1.5)
    textbox(deck.slides[1], SENTENCE, 6.1, 2.2, 3, 1.5)


@spoil("text-covered", "text on a picture")
def _(deck: Any) -> None:
    textbox(deck.slides[1], SENTENCE, 1.5, 2.5, 3, 1.5)


@spoil("text-covered", "a picture before text")
def _(deck: Any) -> None:
    placed = deck.slides[0].shapes.add_picture(picture(), Inches(0.6), Inches(1.7), Inches(4), Inches(3))
    placed._element.nvPicPr.cNvPr.set("descr", "racks")


@spoil("text-covered", "a filled shape before text")
def _(deck: Any) -> None:
    card = deck.slides[0].shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(0.5), Inches(1.7), Inches(9), Inches(3))
    card.fill.solid()
    card.fill.fore_color.rgb = rgb("F0F0F0")


@spoil("picture-distorted", "a picture pulled wide")
def _(deck: Any) -> None:
    _picture(deck).width = Inches(5)


@spoil("picture-distorted", "a picture cropped without its frame")
def _(deck: Any) -> None:
    _picture(deck).crop_left = 0.3


@spoil("picture-coarse", "a small picture blown up")
def _(deck: Any) -> None:
    placed = deck.slides[2].shapes.add_picture(picture(160, 60), Inches(1), Inches(4.5), Inches(5.6), Inches(2.1))
    placed._element.nvPicPr.cNvPr.set("descr", "a curve that rises")


@spoil("picture-linked", "a picture that lies on a drive")
def _(deck: Any) -> None:
    blip = _picture(deck)._element.find(f".//{A}blip")
    part = deck.slides[1].part
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    space = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
    ident = part.relate_to("file:///G:/pictures/racks.png", kind, is_external=True)
    del blip.attrib[f"{space}embed"]
    blip.set(f"{space}link", ident)


@spoil("picture-of-slide", "a slide that is a picture")
def _(deck: Any) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    placed = slide.shapes.add_picture(picture(1600, 1200), 0, 0, Inches(10), Inches(7.5))
    placed._element.nvPicPr.cNvPr.set("descr", "the whole slide, word for word")


@spoil("alt-missing", "a picture without alternative text")
def _(deck: Any) -> None:
    _picture(deck)._element.nvPicPr.cNvPr.set("descr", "")


@spoil("alt-missing", "a file name for an alternative text")
def _(deck: Any) -> None:
    _picture(deck)._element.nvPicPr.cNvPr.set("descr", "IMG_20161027_0931.jpg")


@spoil("alt-missing", "a chart without alternative text")
def _(deck: Any) -> None:
    made: Any = CategoryChartData
    data = made()
    data.categories = ("Mitaka", "Newton")
    data.add_series("nodes", (1000, 2000))
    where = (Inches(1), Inches(4), Inches(5), Inches(3))
    deck.slides[2].shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *where, data)


@spoil("title-missing", "a title left empty")
def _(deck: Any) -> None:
    deck.slides[0].shapes.title.text = " "


@spoil("title-missing", "a slide without a title")
def _(deck: Any) -> None:
    textbox(deck.slides.add_slide(deck.slide_layouts[6]), SENTENCE, 1, 2, 6, 2)


@spoil("title-doubled", "two slides of one title")
def _(deck: Any) -> None:
    deck.slides[2].shapes.title.text = "How it looks"


@spoil("slide-empty", "a slide with nothing on it")
def _(deck: Any) -> None:
    deck.slides.add_slide(deck.slide_layouts[6])


@spoil("shape-off-slide", "a picture beside the slide")
def _(deck: Any) -> None:
    _picture(deck).left = Inches(11)


@spoil("shape-off-slide", "a picture that the edge cuts off")
def _(deck: Any) -> None:
    _picture(deck).left = Inches(7.5)


@spoil("shape-off-slide", "a picture that is cut off once it is turned")
def _(deck: Any) -> None:
    _picture(deck).rotation = 90
    _picture(deck).left, _picture(deck).top = Inches(-1), Inches(1.2)


@spoil("link-dead", "a link into a drive")
def _(deck: Any) -> None:
    run = textbox(deck.slides[1], "Minutes", 6, 2, 3, 1).text_frame.paragraphs[0].runs[0]
    run.hyperlink.address = "file:///C:/minutes/barcelona.docx"


@spoil("font-missing", "a typeface that nobody has")
def _(deck: Any) -> None:
    textbox(deck.slides[1], SENTENCE, 6, 2, 3, 2).text_frame.paragraphs[0].runs[0].font.name = "Frutiger Neue"


def without(path: Path, name: str) -> Path:
    """The deck without one of its parts, as a broken transfer leaves it."""
    kept = path.with_name(f"without-{path.name}")
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(kept, "w") as lacking:
        for entry in whole.infolist():
            if entry.filename != name:
                lacking.writestr(entry, whole.read(entry))
    return kept
