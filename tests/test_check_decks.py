"""Decks of any program are read with all that they inherit, and every planted fault is found, and no other."""

from __future__ import annotations

import copy
import zipfile
from pathlib import Path
from random import Random
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Inches, Pt
from spoilt import SENTENCE, SPOILS, clean, picture, saved, textbox, without

from deckgen.build import SIZES
from deckgen.check import Finding, of_deck
from deckgen.errors import InputError
from deckgen.inspection import check
from deckgen.make import shown
from deckgen.model import Rect
from deckgen.pictures.dimensions import dimensions
from deckgen.render import reading
from deckgen.theme import load, names

COLOR: Any = RGBColor  # it has no types
INSTALLED = frozenset({"calibri", "arial"})


def found(path: Path) -> tuple[Finding, ...]:
    return of_deck(reading.read(path, dimensions), INSTALLED)


def test_a_clean_deck_has_no_findings(tmp_path: Path) -> None:
    assert found(saved(clean(), tmp_path / "clean.pptx")) == ()


@pytest.mark.parametrize("name", SPOILS)
def test_a_planted_fault_is_found_and_nothing_else(name: str, tmp_path: Path) -> None:
    rule, spoil = SPOILS[name]
    deck = clean()
    spoil(deck)
    findings = found(saved(deck, tmp_path / "spoilt.pptx"))
    assert {finding.rule for finding in findings} == {rule}, [str(finding) for finding in findings]
    assert all(finding.slide or rule == "font-missing" for finding in findings)
    assert all(not finding.message[0].isupper() and not finding.message.endswith(".") for finding in findings)


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("size", SIZES)
def test_specimens_have_no_findings(name: str, size: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.pptx"
    path.write_bytes(shown(load(name, SIZES[size], dark=size == "4:3")))
    assert [str(finding) for finding in found(path)] == []


@pytest.mark.parametrize(("slides", "told"), [(2, ["slide 1", "slide 2"]), (4, ["(slides 1-4)"])])
def test_pale_placeholders_of_many_slides_are_told_of_once(slides: int, told: list[str], tmp_path: Path) -> None:
    deck: Any = Presentation()
    for number in range(slides):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text_frame.text = f"Day {number}"
        slide.shapes.title.text_frame.paragraphs[0].runs[0].font.color.rgb = COLOR(0xD0, 0xD0, 0xD0)
        words = textbox(slide, f"Room {number}", 1, 3, 4, 1).text_frame.paragraphs[0].runs[0]
        words.font.color.rgb = COLOR(0xDD, 0xDD, 0xDD)
    findings = found(saved(deck, tmp_path / "deck.pptx"))
    assert {finding.rule for finding in findings} == {"text-contrast"}
    titles = [str(finding) for finding in findings if "Day" in finding.message]
    assert len(titles) == len(told)
    assert all(place in title for place, title in zip(told, titles, strict=True))
    assert ("mend it there, once" in titles[0]) is (slides == 4)
    assert len(findings) - len(titles) == slides, "what stands freely is told one by one"


def test_a_footer_that_is_too_small_on_every_slide_is_told_of_once(tmp_path: Path) -> None:
    deck: Any = Presentation()
    holder = next(shape for shape in deck.slide_layouts[5].placeholders if shape.placeholder_format.type == 15)
    for number in range(3):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text_frame.text = f"Day {number}"
        footer = copy.deepcopy(holder._element)
        slide.shapes._spTree.append(footer)
        run = slide.shapes[-1].text_frame.paragraphs[0].add_run()
        run.text, run.font.size, run.font.color.rgb = "A summit", Pt(7), COLOR(0, 0, 0)
    (finding,) = found(saved(deck, tmp_path / "deck.pptx"))
    assert (finding.rule, finding.slide) == ("text-small", 1)
    assert finding.message.endswith("(slides 1-3)")


def test_the_place_of_a_fault_is_told(tmp_path: Path) -> None:
    deck = clean()
    textbox(deck.slides[1], SENTENCE * 3, 6, 2, 3, 0.7).name = "Aside"
    (finding,) = found(saved(deck, tmp_path / "talk.pptx"))
    assert (finding.rule, finding.severity, finding.slide, finding.shape) == ("text-overflow", "error", 2, "Aside")
    assert str(finding).startswith(f"error: {tmp_path}/talk.pptx: slide 2, Aside: text is about ")


@pytest.mark.parametrize("name", ["ppt/media/image1.png", "ppt/slideLayouts/slideLayout6.xml"])
def test_a_missing_part_is_found(name: str, tmp_path: Path) -> None:
    findings = found(without(saved(clean(), tmp_path / "deck.pptx"), name))
    assert "deck-damaged" in {finding.rule for finding in findings}


def test_a_slide_without_its_file_is_found_and_the_others_are_read(tmp_path: Path) -> None:
    findings = found(without(saved(clean(), tmp_path / "deck.pptx"), "ppt/slides/slide2.xml"))
    assert [(finding.rule, finding.slide) for finding in findings] == [("deck-damaged", 2)]


def test_a_large_deck_is_found_with_its_largest_parts() -> None:
    parts = (reading.Part("ppt/media/film.mp4", 70_000_000), reading.Part("ppt/slides/slide1.xml", 9_000))
    (finding,) = of_deck(reading.Presentation("talk.pptx", 960, 540, (), parts))
    assert (finding.rule, finding.severity) == ("deck-heavy", "warning")
    assert "ppt/media/film.mp4 70.0 MB" in finding.message


def test_far_more_pixels_than_are_shown_are_found() -> None:
    image = reading.Image("ppt/media/image1.png", 9_000_000, 12_000, 9_000)
    shape = reading.Shape(4, "Photo", "picture", Rect(50, 50, 400, 300), alt="racks", image=image)
    slide = reading.Slide(1, "", "", (shape,), paint="FFFFFF")
    findings = of_deck(reading.Presentation("talk.pptx", 960, 540, (slide,)))
    assert ("deck-heavy", "note") in {(finding.rule, finding.severity) for finding in findings}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "this is no presentation, or a broken one"),
        (b"PK\x03\x04 and then nothing", "this is no presentation, or a broken one"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "the deck is protected by a password or older than .pptx"),
    ],
)
def test_what_is_no_deck_is_an_error_with_a_hint(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "talk.pptx"
    path.write_bytes(content)
    (finding,) = check([path]).findings
    assert (finding.rule, finding.severity, finding.message) == ("deck-unreadable", "error", said)
    assert finding.hint


def test_a_zip_file_without_slides_is_no_deck(tmp_path: Path) -> None:
    path = tmp_path / "talk.pptx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<w/>")
    with pytest.raises(InputError, match="this is no presentation"):
        reading.read(path, dimensions)


def test_entities_in_a_deck_are_not_resolved(tmp_path: Path) -> None:
    whole = saved(clean(), tmp_path / "deck.pptx")
    harmful = tmp_path / "harmful.pptx"
    with zipfile.ZipFile(whole) as package, zipfile.ZipFile(harmful, "w") as changed:
        for entry in package.infolist():
            content = package.read(entry)
            if entry.filename == "ppt/slides/slide1.xml":
                doctype = b'<!DOCTYPE p [<!ENTITY lol "lollol">]>\n<p:sld'
                content = content.replace(b"What we saw", b"&lol;").replace(b"<p:sld", doctype, 1)
            changed.writestr(entry, content)
    assert ("deck-damaged", 1) in {(finding.rule, finding.slide) for finding in found(harmful)}


def test_hidden_slides_are_passed_over(tmp_path: Path) -> None:
    deck = clean()
    textbox(deck.slides[1], SENTENCE * 3, 6, 2, 3, 0.7)
    deck.slides[1]._element.set("show", "0")
    assert found(saved(deck, tmp_path / "deck.pptx")) == ()


def test_text_inherits_from_layout_master_and_presentation(tmp_path: Path) -> None:
    deck = clean()
    textbox(deck.slides[1], "plain", 6, 2, 3, 1).text_frame.paragraphs[0].runs[0].font.size = None
    read = reading.read(saved(deck, tmp_path / "deck.pptx"), dimensions)
    title, body = read.slides[0].shapes
    assert (title.text and title.text.paragraphs[0].spans[0].size, title.holder) == (44.0, "title")
    assert body.text
    assert [paragraph.hangs for paragraph in body.text.paragraphs] == [True, True, True]
    span = body.text.paragraphs[0].spans[0]
    assert (span.size, span.latin, span.color) == (32.0, "Calibri", "000000")
    assert body.rect
    assert (body.rect.x, body.rect.y, body.rect.w, round(body.rect.h, 2)) == (36.0, 126.0, 648.0, 356.38)
    free = read.slides[1].shapes[-1]
    assert free.text
    assert free.text.paragraphs[0].spans[0].size == 18.0


def test_groups_within_groups_are_placed_on_the_slide(tmp_path: Path) -> None:
    deck = clean()
    outer = deck.slides[1].shapes.add_group_shape()
    inner = outer.shapes.add_group_shape()
    inner.shapes.add_textbox(Inches(6), Inches(2), Inches(2), Inches(1)).text_frame.text = "within"
    for group in (inner, outer):
        transform = group._element.grpSpPr.find(".//{*}xfrm")
        for name, keys in (("ext", ("cx", "cy")),):
            for key in keys:
                child = transform.find(f"{{*}}{name}")
                child.set(key, str(int(child.get(key)) // 2))
    read = reading.read(saved(deck, tmp_path / "deck.pptx"), dimensions)
    shape = next(shape for shape in read.slides[1].shapes if shape.said == "within")
    assert shape.rect == Rect(432.0, 144.0, 36.0, 18.0)


def test_what_is_animated_may_stand_on_other_text(tmp_path: Path) -> None:
    deck = clean()
    slide = deck.slides[1]
    for _ in range(2):
        shape = textbox(slide, SENTENCE, 6, 2, 3, 2)
    path = saved(deck, tmp_path / "still.pptx")
    assert {finding.rule for finding in found(path)} == {"text-covered"}
    _animate(slide, shape.shape_id)
    assert found(saved(deck, tmp_path / "moving.pptx")) == ()


def _animate(slide: Any, ident: int) -> None:

    space = "http://schemas.openxmlformats.org/presentationml/2006/main"
    moved = f'<p:par><p:cTn id="1"><p:spTgt spid="{ident}"/></p:cTn></p:par>'
    slide._element.append(etree.fromstring(f'<p:timing xmlns:p="{space}"><p:tnLst>{moved}</p:tnLst></p:timing>'))


def test_a_picture_on_its_side_is_not_called_distorted(tmp_path: Path) -> None:
    from PIL import Image

    deck = clean()
    turned = Image.Exif()
    turned[0x0112] = 6
    path = tmp_path / "turned.jpg"
    Image.open(picture(600, 800)).save(path, exif=turned)
    placed = deck.slides[2].shapes.add_picture(str(path), Inches(1), Inches(4), Inches(4), Inches(3))
    placed._element.nvPicPr.cNvPr.set("descr", "racks")
    assert found(saved(deck, tmp_path / "deck.pptx")) == ()


def test_a_deck_of_a_thousand_slides_is_checked_in_linear_time(tmp_path: Path) -> None:
    import time

    def seconds(count: int) -> float:
        slide = reading.read(saved(clean(), tmp_path / "deck.pptx"), dimensions).slides[0]
        deck = reading.Presentation("deck.pptx", 720, 540, (slide,) * count)
        start = time.process_time()
        of_deck(deck)
        return time.process_time() - start

    seconds(10)
    assert seconds(1000) < 30 * max(0.02, seconds(100))


def test_numbers_that_make_no_sense_are_survived(tmp_path: Path) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    shape = textbox(slide, SENTENCE, 1, 1, 0, 0)
    shape.text_frame.paragraphs[0].runs[0].font.size = Pt(1)
    shape.text_frame._txBody.bodyPr.set("lIns", "99999999")
    shape._element.spPr.find(".//{*}ext").set("cx", "many")
    assert found(saved(deck, tmp_path / "deck.pptx"))


def _slide_of_text(bottom: int) -> Any:
    """A slide as a picture: lines of letters from above down to `bottom` pixels."""
    from PIL import Image, ImageDraw

    page = Image.new("RGB", (1280, 720), "white")
    draw = ImageDraw.Draw(page)
    for y in range(bottom - 30, 90, -44):
        for x in range(80, 900, 22):
            draw.rectangle((x, y, x + 14, y + 29), fill=(20, 20, 30))
    return page


@pytest.mark.parametrize(("bottom", "cut"), [(720, True), (712, True), (640, False), (690, False)])
def test_a_picture_of_text_that_runs_off_its_edge_is_found(bottom: int, cut: bool, tmp_path: Path) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    _slide_of_text(bottom).save(tmp_path / "page.png")
    placed = slide.shapes.add_picture(str(tmp_path / "page.png"), 0, Inches(0.94), Inches(10), Inches(5.625))
    placed.height, placed.top = deck.slide_height, 0
    placed.crop_left = placed.crop_right = 0.125
    placed._element.nvPicPr.cNvPr.set("descr", "the whole slide, word for word")
    checked = check([saved(deck, tmp_path / "marp.pptx")])
    rules = [finding.rule for finding in checked.findings]
    assert rules == ["picture-of-slide", "text-off-slide"][: 1 + cut]


def test_a_photograph_does_not_run_off(tmp_path: Path) -> None:

    from PIL import Image

    from deckgen.pictures.edges import runs_off

    path = tmp_path / "photo.png"
    Image.frombytes("L", (640, 360), Random(1).randbytes(640 * 360)).save(path)
    assert not runs_off(path.read_bytes())
    assert not runs_off(b"no picture")


def test_text_on_a_table_is_found(tmp_path: Path) -> None:
    deck = clean()
    textbox(deck.slides[2], "These words stand on the table", 1, 2.5, 3, 1)
    assert {finding.rule for finding in found(saved(deck, tmp_path / "deck.pptx"))} == {"text-covered"}


ODD = (
    "",
    "-1",
    "99999999999999999999",
    "NaN",
    "inf",
    "1e400",
    "0",
    "50%",
    "%",
    "ffffff",
    "x" * 500,
    "-9223372036854775808",
)


def _mutated(content: bytes, rng: Random) -> bytes:
    """An XML part with a few attributes changed, and elements taken out or put elsewhere."""
    root = etree.fromstring(content)
    elements = [element for element in root.iter() if element is not root and isinstance(element.tag, str)]
    for _ in range(rng.randint(1, 6)):
        if not elements:
            break
        element = rng.choice(elements)
        match rng.randint(0, 3):
            case 0 if element.attrib:
                element.set(rng.choice(list(element.attrib)), rng.choice(ODD))
            case 1 if (parent := element.getparent()) is not None:
                parent.remove(element)
            case 2:
                element.append(etree.fromstring(etree.tostring(rng.choice(elements))))
            case _:
                for name in element.attrib:
                    element.set(name, rng.choice(ODD))
    return bytes(etree.tostring(root))


@pytest.mark.parametrize("seed", range(6))
def test_decks_with_anything_in_them_are_survived(seed: int, tmp_path: Path) -> None:
    rng = Random(seed)
    deck = clean()
    for name in rng.sample(list(SPOILS), 6):
        SPOILS[name][1](deck)
    whole = saved(deck, tmp_path / "deck.pptx")
    for number in range(6):
        broken = tmp_path / f"broken-{number}.pptx"
        with zipfile.ZipFile(whole) as package, zipfile.ZipFile(broken, "w") as changed:
            for entry in package.infolist():
                content = package.read(entry)
                hit = entry.filename.startswith("ppt/") and entry.filename.endswith((".xml", ".rels"))
                changed.writestr(entry, _mutated(content, rng) if hit and rng.random() < 0.5 else content)
        assert check([broken]).decks == (str(broken),)
