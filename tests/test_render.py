"""Pages as decks: reopened and compared, checked by a validator, by our own lint, and by LibreOffice."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import lint
import pymupdf
import pytest
from lxml import etree
from pptx import Presentation

from deckgen import render, specimen, theme
from deckgen.model import Canvas, Page, Paragraph, PictureBox, Run, TableBox, TextBox, plain, runs
from deckgen.render import language
from deckgen.render.properties import Properties
from deckgen.specimen import placed
from deckgen.specimen.drawn import DIAGRAM, PHOTOGRAPH

PLAIN = theme.load("plain")
DETAILS = Properties(
    "OpenStack 峰会 · 巴塞罗那 2016",
    "王先生、李女士",
    "Neutron & Dragonflow",
    ("OpenStack", "Neutron"),
    "zh-CN",
    dt.date(2016, 10, 28),
)
EMU = 12700
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def made(name: str = "plain", canvas: Canvas = theme.WIDE) -> tuple[tuple[Page, ...], bytes]:
    """The specimen of a theme: its pages, and the deck that was written from them."""
    look = theme.load(name, canvas)
    pages = specimen.filled(look)
    return pages, render.pptx(pages, look, specimen.media(), DETAILS)


@pytest.fixture(scope="module")
def barcelona() -> tuple[tuple[Page, ...], bytes]:
    return made("barcelona")


def opened(deck: bytes) -> Any:
    return Presentation(io.BytesIO(deck))


def body_page(*paragraphs: Paragraph, size: float = 22) -> Page:
    """A page with a title and a list."""
    layout = PLAIN.layout("Title and Content")
    title, body = layout.slot("title"), layout.slot("body")
    boxes = (
        TextBox(title.rect, "title", (Paragraph(runs("Title")),), 30),
        TextBox(body.rect, "body", paragraphs, size, body.style.leading, body.style.after),
    )
    return Page("one", "bullets", "Title and Content", "Title", boxes, number=1)


def body_xml(*paragraphs: Paragraph, size: float = 22, details: Properties = DETAILS) -> list[Any]:
    """The paragraphs of the list, as they are written."""
    deck = opened(render.pptx((body_page(*paragraphs, size=size),), PLAIN, {}, details))
    return list(deck.slides[0].placeholders[1]._element.iter(f"{A}p"))


def said(paragraph: etree._Element) -> str:
    """The words of a paragraph's runs."""
    return "".join(run.text or "" for run in paragraph.iter(f"{A}t"))


def test_every_box_is_there_with_its_words_and_its_place(barcelona: tuple[tuple[Page, ...], bytes]) -> None:
    pages, deck = barcelona
    slides = list(opened(deck).slides)
    assert len(slides) == len(pages)
    for page, slide in zip(pages, slides, strict=True):
        assert slide.slide_layout.name == page.layout
        assert slide.name == page.key
        assert slide.shapes.title.text_frame.text.replace("\n", " ") == page.title
        assert slide.has_notes_slide == bool(page.notes)
        if page.notes:
            assert slide.notes_slide.notes_text_frame.text == page.notes
        shapes = list(slide.shapes)
        assert len(shapes) == len(page.boxes) + (2 if page.number is not None else 0)
        boxes = sorted(page.boxes, key=lambda box: not (isinstance(box, TextBox) and box.role == "title"))
        for box, shape in zip(boxes, shapes, strict=False):
            place = (shape.left / EMU, shape.top / EMU, shape.width / EMU, shape.height / EMU)
            assert place == pytest.approx((box.rect.x, box.rect.y, box.rect.w, box.rect.h), abs=0.001)
            _same_words(box, shape)


def _same_words(box: Any, shape: Any) -> None:
    if isinstance(box, TextBox):
        assert shape.is_placeholder == (box.role is not None)
        numbers = [p.mark + "\t" if p.mark not in ("", "bullet") else "" for p in box.paragraphs]
        words = [number + plain(p.text) for number, p in zip(numbers, box.paragraphs, strict=True)]
        assert [p.text for p in shape.text_frame.paragraphs] == words
        assert [p.level for p in shape.text_frame.paragraphs] == [p.level for p in box.paragraphs]
    elif isinstance(box, TableBox):
        said = [[cell.text_frame.text for cell in row.cells] for row in shape.table.rows]
        assert said == [["\n".join(plain(p.text) for p in cell) for cell in row.cells] for row in box.rows]
        assert shape.table.first_row == box.header
        assert not shape.table.horz_banding
    elif isinstance(box, PictureBox):
        assert shape.image.blob == specimen.media()[box.path].blob
        assert shape._element.nvPicPr.cNvPr.get("descr") == box.alt


def test_text_that_stands_as_the_layout_says_inherits_everything(barcelona: tuple[tuple[Page, ...], bytes]) -> None:
    """A change of the master reaches every title and list, and a reset of the slide changes nothing."""
    for slide in opened(barcelona[1]).slides:
        title = slide.shapes.title._element
        assert not list(title.spPr)
        assert not list(title.iter(f"{A}solidFill"))
        assert all(run.get("sz") is None and run.get("b") is None for run in title.iter(f"{A}rPr"))
    body = opened(barcelona[1]).slides[2].placeholders[1]._element
    assert not list(body.spPr)
    assert all(run.get("sz") is None for run in body.iter(f"{A}rPr"))
    assert not list(body.iter(f"{A}buChar")), "bullets are the master's"


def test_size_is_written_only_where_it_differs() -> None:
    bullet = Paragraph((Run("一"), Run("二", bold=True)), 0, "bullet")
    assert [run.get("sz") for p in body_xml(bullet) for run in p.iter(f"{A}rPr")] == [None, None]
    smaller = body_xml(bullet, size=18)
    assert [run.get("sz") for p in smaller for run in p.iter(f"{A}rPr")] == ["1800", "1800"]
    assert [run.get("b") for p in smaller for run in p.iter(f"{A}rPr")] == [None, "1"]
    assert [s.get("val") for p in smaller for s in p.iter(f"{A}spcPts")] == ["1080"], "space after follows the size"


def test_nothing_shrinks_text_on_the_quiet(barcelona: tuple[tuple[Page, ...], bytes]) -> None:
    archive = zipfile.ZipFile(io.BytesIO(barcelona[1]))
    text = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))
    assert "fontScale" not in text
    assert "lnSpcReduction" not in text
    assert 'hangingPunct="1"' not in text


def test_numbers_are_the_authors() -> None:
    marks = ("1.", "2.", "bullet", "3.", "7.", "2)", "", "①", "一、", "10.")
    paragraphs = body_xml(*(Paragraph(runs(f"item {n}"), 0, mark) for n, mark in enumerate(marks)))
    words = [f"{mark}\titem {n}" if mark not in ("", "bullet") else f"item {n}" for n, mark in enumerate(marks)]
    assert [said(paragraph) for paragraph in paragraphs] == words
    plain_, dotted = paragraphs[6].find(f"{A}pPr"), paragraphs[2].find(f"{A}pPr")
    assert plain_.find(f"{A}buNone") is not None
    assert (plain_.get("marL"), plain_.get("indent")) == ("0", "0")
    assert dotted.find(f"{A}buNone") is None
    hanging = {
        (p.find(f"{A}pPr").get("marL"), p.find(f"{A}pPr").get("indent")) for p in paragraphs if p is not paragraphs[6]
    }
    assert len(hanging) == 1, "all items of a box hang alike"
    (number, _) = paragraphs[0].iter(f"{A}rPr")
    assert number.get("b") == "1"
    assert number.find(f".//{A}schemeClr").get("val") == "accent2"


def test_levels_are_real() -> None:
    nested = body_xml(*(Paragraph(runs("x"), level, "bullet") for level in (0, 1, 2, 1)))
    own = [p.find(f"{A}pPr") for p in nested]
    assert [None if properties is None else properties.get("lvl") for properties in own] == [None, "1", "2", "1"]


def test_line_breaks_tabs_and_forbidden_characters() -> None:
    (paragraph,) = body_xml(Paragraph(runs("one\ntwo\tthree\x0bfour\x00\x1f & <b>"), 0, "bullet"))
    assert [child.tag.removeprefix(A) for child in paragraph if child.tag != f"{A}pPr"] == ["r", "br", "r", "br", "r"]
    assert said(paragraph) == "onetwo\tthreefour & <b>"


LANGUAGES = {
    "OpenStack Summit": "en-US",
    "虚拟机疏散 (evacuate)": "zh-CN",
    "네트워크": "ko-KR",
    "サービスの順序": "ja-JP",
    "北海道の思い出は海の中": "ja-JP",
    "讨论“の”这个字的用法和它在中文里的由来": "zh-CN",
    "2016": "en-US",
    "，": "zh-CN",
}


@pytest.mark.parametrize("text", LANGUAGES)
def test_language_of_a_run(text: str) -> None:
    assert language.of(text, "zh-CN") == LANGUAGES[text]
    (paragraph,) = body_xml(Paragraph(runs(text), 0, "bullet"))
    (run,) = paragraph.iter(f"{A}rPr")
    assert run.get("lang") == LANGUAGES[text]
    assert run.get("altLang") == ("zh-CN" if LANGUAGES[text] == "en-US" else "en-US")
    faces = {"ko-KR": ["Malgun Gothic"], "ja-JP": ["Yu Gothic"]}
    assert [face.get("typeface") for face in run.iter(f"{A}ea")] == faces.get(LANGUAGES[text], [])


def test_a_japanese_deck_is_japanese_throughout() -> None:
    (paragraph,) = body_xml(Paragraph(runs("仮想機械"), 0, "bullet"), details=replace(DETAILS, language="ja-JP"))
    (run,) = paragraph.iter(f"{A}rPr")
    assert run.get("lang") == "ja-JP"
    assert not list(run.iter(f"{A}ea")), "the theme's East Asian face is the Japanese one"


def test_links() -> None:
    targets = (
        "https://example.org/a?b=1&c=峰会",
        "mailto:a@example.org",
        "#one",
        "#gone",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "../x.md",
    )
    page = body_page(Paragraph(tuple(Run(f"link {n} ", link=target) for n, target in enumerate(targets)), 0, "bullet"))
    slide = opened(render.pptx((page,), PLAIN, {}, DETAILS)).slides[0]
    clicks = [run.find(f"{A}hlinkClick") for run in slide.placeholders[1]._element.iter(f"{A}rPr")]
    assert [click is not None for click in clicks] == [True, True, True, False, False, False, False]
    assert clicks[2].get("action") == "ppaction://hlinksldjump"
    outside = [rel.target_ref for rel in slide.part.rels.values() if rel.is_external]
    assert outside == ["https://example.org/a?b=1&c=%E5%B3%B0%E4%BC%9A", "mailto:a@example.org"]


def test_a_link_upon_a_bar_keeps_the_colour_of_its_text() -> None:
    word = (Run("link", link="https://example.org"),)
    below, upon = body_xml(Paragraph(word), Paragraph(word, color="on_primary"))
    assert below.find(f".//{A}hlinkClick/{A}extLst") is None
    assert upon.find(f".//{A}hlinkClick/{A}extLst") is not None
    assert upon.find(f".//{A}rPr/{A}solidFill") is not None


def test_agenda_leads_to_its_slides(barcelona: tuple[tuple[Page, ...], bytes]) -> None:
    slide = next(s for s in opened(barcelona[1]).slides if s.name == "Title Only")
    ids = [click.get(f"{{{specimen_r()}}}id") for click in slide._element.iter(f"{A}hlinkClick")]
    names = [slide.part.related_part(ident).slide.name for ident in ids]
    assert list(dict.fromkeys(names)) == [layout.name for layout in PLAIN.layouts[2:8]]
    assert names[0] == names[1] == names[2]


def test_a_long_link_is_breakable_at_its_spaces() -> None:
    words = "The network still gets most of the work in every cycle 网络工作"
    (paragraph,) = body_xml(Paragraph((Run(words, link="https://example.org/"),), 0, "bullet"))
    assert said(paragraph) == words
    assert len(list(paragraph.iter(f"{A}hlinkClick"))) == 12


def test_a_second_table_is_free() -> None:
    layout = PLAIN.layout("Table")
    first = placed.table(layout.slot("table").rect)
    second = replace(first, rect=replace(first.rect, y=320))
    page = Page("t", "table", "Table", "Title", (placed.text(layout.slot("title"), layout), first, second))
    deck = render.pptx((page,), PLAIN, {}, DETAILS)
    assert [s.is_placeholder for s in opened(deck).slides[0].shapes if s.has_table] == [True, False]
    assert lint.findings(deck) == []


def specimen_r() -> str:
    """The namespace of relationship ids."""
    return "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_footer_and_number_stand_on_every_numbered_slide(barcelona: tuple[tuple[Page, ...], bytes]) -> None:
    for page, slide in zip(barcelona[0], opened(barcelona[1]).slides, strict=True):
        kinds = {shape.placeholder_format.type.name: shape for shape in slide.placeholders}
        assert ("SLIDE_NUMBER" in kinds) == ("FOOTER" in kinds) == (page.number is not None)
        if page.number is not None:
            assert kinds["FOOTER"].text_frame.text == page.footer
            fields = list(kinds["SLIDE_NUMBER"]._element.iter(f"{A}fld"))
            assert [field.get("type") for field in fields] == ["slidenum"]
            assert "DATE" not in kinds


def test_date_stands_where_there_is_one() -> None:
    deck = render.pptx((body_page(Paragraph(runs("x"), 0, "bullet")),), PLAIN, {}, replace(DETAILS, date="2016-10-28"))
    dates = [s for s in opened(deck).slides[0].placeholders if s.placeholder_format.type.name == "DATE"]
    assert [shape.text_frame.text for shape in dates] == ["2016-10-28"]


def test_sections_follow_the_chapters(barcelona: tuple[tuple[Page, ...], bytes]) -> None:
    pages, deck = barcelona
    root = opened(deck).element
    p14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
    sections = [(s.get("name"), len(list(s.iter(f"{p14}sldId")))) for s in root.iter(f"{p14}section")]
    assert sections == [(pages[0].title, 2), ("版式一", 6), ("版式二", 8)]
    ids = [e.get("id") for e in root.iter(f"{p14}sldId")]
    assert ids == [e.get("id") for e in root.iter(f"{P}sldId")]


def test_one_chapter_needs_no_sections() -> None:
    page = replace(body_page(Paragraph(runs("x"), 0, "bullet")), chapter="only")
    assert b"sectionLst" not in zipfile.ZipFile(io.BytesIO(render.pptx((page,), PLAIN, {}, DETAILS))).read(
        "ppt/presentation.xml"
    )


def test_what_the_deck_says_of_itself(barcelona: tuple[tuple[Page, ...], bytes]) -> None:
    core = opened(barcelona[1]).core_properties
    assert (core.title, core.author, core.subject) == (DETAILS.title, DETAILS.author, DETAILS.subject)
    assert (core.keywords, core.language) == ("OpenStack, Neutron", "zh-CN")
    assert core.created == core.modified == dt.datetime(2016, 10, 28)


def test_same_input_same_bytes(barcelona: tuple[tuple[Page, ...], bytes]) -> None:
    assert made("barcelona")[1] == barcelona[1]


def test_same_bytes_in_another_process(tmp_path: Path) -> None:
    """Neither the hash seed, nor the clock, nor the time zone, nor the folder is in the bytes."""
    code = (
        "import pathlib, sys; sys.path.insert(0, sys.argv[1]); import test_render;"
        "pathlib.Path('deck.pptx').write_bytes(test_render.made('tokyo')[1])"
    )
    decks = []
    for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/Chicago")):
        folder = tmp_path / seed
        folder.mkdir()
        environment = {"PYTHONHASHSEED": seed, "TZ": zone, "PATH": ""}
        here = str(Path(__file__).parent)
        subprocess.run([sys.executable, "-c", code, here], cwd=folder, env=environment, check=True)
        decks.append((folder / "deck.pptx").read_bytes())
    assert decks[0] == decks[1]


def test_a_picture_is_there_once_and_as_it_is() -> None:
    look = theme.load("plain")
    media = specimen.media()
    same = {**media, DIAGRAM: media[PHOTOGRAPH]}
    deck = render.pptx(specimen.filled(look), look, same, DETAILS)
    archive = zipfile.ZipFile(io.BytesIO(deck))
    (image,) = [info for info in archive.infolist() if info.filename.startswith("ppt/media/")]
    assert image.filename == "ppt/media/image1.png"
    assert image.compress_type == zipfile.ZIP_STORED
    assert archive.read(image) == media[PHOTOGRAPH].blob
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_dark_deck_turns_its_scheme_round() -> None:
    """What a person pastes into it takes the scheme's text and ground by name, and must be readable there."""
    deck = opened(render.pptx((), theme.load("plain", dark=True), {}, DETAILS))
    mapping = deck.slide_masters[0]._element.find(f"{P}clrMap")
    assert [mapping.get(name) for name in ("bg1", "tx1", "bg2", "tx2")] == ["dk1", "lt1", "dk2", "lt2"]
    notes = deck.notes_master._element.find(f"{P}clrMap")
    assert [notes.get(name) for name in ("bg1", "tx1")] == ["lt1", "dk1"], "notes are printed on white paper"


def test_the_lint_can_find() -> None:
    _, deck = made()
    archive = zipfile.ZipFile(io.BytesIO(deck))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as spoilt:
        for name in archive.namelist():
            content = archive.read(name)
            if name == "ppt/slides/slide3.xml":
                content = content.replace(b'id="3"', b'id="2"', 1).replace(b'lang="zh-CN"', b'lang="chinese"', 1)
            if name == "ppt/slides/_rels/slide5.xml.rels":
                content = content.replace(b'Id="rId2"', b'Id="rId77"')
            spoilt.writestr(name, content)
        spoilt.writestr("ppt/slides/slide99.xml", archive.read("ppt/slides/slide1.xml"))
    found = "\n".join(lint.findings(out.getvalue()))
    for finding in (
        "shape id 2 2 times",
        "lang=chinese",
        "rId77 (hyperlink) is never used",
        "rId2 dangles",
        "an orphan",
    ):
        assert finding in found


def test_a_deck_without_pages_is_a_deck() -> None:
    deck = render.pptx((), PLAIN, {}, Properties())
    assert len(opened(deck).slides) == 0
    assert [layout.name for layout in opened(deck).slide_layouts] == [layout.name for layout in PLAIN.layouts]
    assert lint.findings(deck) == []


def test_a_page_for_a_layout_that_is_not_there() -> None:
    bare = replace(PLAIN, layouts=PLAIN.layouts[:3])
    page = replace(body_page(Paragraph(runs("x"), 0, "bullet")), layout="Closing")
    with pytest.raises(KeyError, match="no layout 'Closing'"):
        render.pptx((page,), bare, {}, DETAILS)


def test_a_thousand_slides_take_linear_time() -> None:
    """Four times the slides take about four times as long; the shape API of python-pptx would take sixteen."""
    page = body_page(*(Paragraph(runs("大二层网络规模一大就变得复杂"), 0, "bullet") for _ in range(4)))

    def seconds(count: int) -> float:
        pages = tuple(replace(page, key=f"k{n}", notes="notes") for n in range(count))
        start = time.process_time()
        render.pptx(pages, PLAIN, {}, DETAILS)
        return time.process_time() - start

    assert min(seconds(1000) for _ in range(2)) < 9 * min(seconds(250) for _ in range(2))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_every_word(barcelona: tuple[tuple[Page, ...], bytes], tmp_path: Path) -> None:
    pages, deck = barcelona
    (tmp_path / "deck.pptx").write_bytes(deck)
    command = [
        "soffice",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
    ]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(tmp_path / "deck.pptx")], check=True, capture_output=True, timeout=180
    )
    with pymupdf.open(tmp_path / "deck.pdf") as document:  # type: ignore[no-untyped-call]
        assert len(document) == len(pages)
        for page, sheet in zip(pages, document, strict=True):
            shown = "".join(sheet.get_text().split())
            for box in page.boxes:
                if isinstance(box, TextBox):
                    for paragraph in box.paragraphs:
                        assert "".join(plain(paragraph.text).split()) in shown, f"{page.key}: {plain(paragraph.text)}"
