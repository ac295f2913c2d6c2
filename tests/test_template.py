"""A template of one's own: read, matched, built on, inspected, and refused where it cannot be trusted."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, get_args

import corporate
import lint
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.util import Pt

import deckgen
from deckgen.build import inspect, show
from deckgen.cli import main
from deckgen.errors import InputError, UsageError
from deckgen.look import look
from deckgen.make import shown
from deckgen.model import Holder, LayoutSpec
from deckgen.model.theme import LayoutName
from deckgen.render import template as read
from deckgen.theme import fitted
from deckgen.theme.contrast import free_pairs, ratio
from deckgen.theme.corporate.colours import palette
from deckgen.theme.corporate.matching import NEEDED
from deckgen.theme.corporate.names import NAMES, alike

COLORS = {"dk2": "5A1E3C", "lt2": "F7F1EA", "accent1": "C8102E", "accent2": "FFB81C", "accent3": "00703C"}
TEMPLATES: dict[str, tuple[corporate.Change, ...]] = {
    "plain": (),
    "chinese": (
        *(corporate.wide, corporate.named("zh"), corporate.logo, corporate.colored(**COLORS)),
        *(corporate.ground("5A1E3C", 0, 2), corporate.footer("Example Corp · 内部资料"), corporate.with_slides),
    ),
    "small and dark": (
        *(corporate.sized(720, 405), corporate.named("de"), corporate.ground("101820")),
        corporate.colored(dk1="F2F2F2", lt1="101820", dk2="DDE6ED", lt2="1B2A38", accent1="00A3E0", accent2="FEDB00"),
    ),
    "few": (corporate.wide, corporate.without("Section Header", "Two Content", "Comparison", "Title Only")),
}
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
POST = """---
title: 东京峰会见闻
date: 2015-10-28
---
## 统一的API

统一的API可以满足对数据中心的抽象，快速满足应用部署变更以及应急需求。
Yahoo日本有50000+虚机、20PB数据和20+OpenStack集群，并运行关键业务。

## 容器

* Magnum负责容器集群
* Kuryr负责容器网络
"""


@cache
def template(name: str) -> bytes:
    return corporate.template(*TEMPLATES[name])


@pytest.fixture
def corp(tmp_path: Path) -> Callable[..., Path]:
    """Writes a template's bytes into a file."""

    def written(content: bytes, name: str = "corp.pptx") -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return written


@pytest.fixture
def trip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a post in its folder `posts`, and the template `corp.pptx`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "tokyo.md").write_text(POST, "utf-8")
    (tmp_path / "corp.pptx").write_bytes(template("chinese"))
    return tmp_path


def specimen(path: Path) -> bytes:
    dress = look(str(path))
    return shown(dress.theme, dress.base)


@cache
def made(name: str) -> bytes:
    """The specimen on one of the templates, made once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corp.pptx"
        path.write_bytes(template(name))
        return specimen(path)


@pytest.mark.parametrize("lang", corporate.NAMES)
def test_layouts_are_known_by_their_names_in_every_language(lang: str, corp: Callable[..., Path]) -> None:
    path = corp(corporate.template(corporate.named(lang)))
    chosen = {choice.need: choice.layout.name for choice in look(str(path)).choices}
    title, content, section, two, comparison, only, _ = corporate.NAMES[lang]
    expected = (content, title, section, two, comparison, only)
    assert tuple(chosen[need] for need in NEEDED) == expected
    assert not look(str(path)).notices


def test_names_say_what_a_layout_is_for() -> None:
    assert alike("Title Slide", "1_Title Slide") == 1.0
    assert alike("Two Content", "콘텐츠 2개") == 1.0
    assert 0 < alike("Section Header", "Acme Section Header dark") < 1
    assert alike("Comparison", "Quote") == 0
    for need, names in NAMES.items():
        assert all(alike(other, name) < 1 for name in names for other in NAMES if other != need), need


def test_types_go_before_names(corp: Callable[..., Path]) -> None:
    """A layout that is called one for two contents but has one does not serve as such."""

    def misnamed(deck: Any) -> None:
        deck.slide_layouts[1]._element.find(f"{P}cSld").set("name", "Two Content")
        deck.slide_layouts[3]._element.find(f"{P}cSld").set("name", "Something else")

    chosen = {c.need: c for c in look(str(corp(corporate.template(misnamed)))).choices}
    assert chosen["Two Content"].layout.name == "Something else"
    assert "2 contents" in chosen["Two Content"].why
    assert chosen["Title and Content"].layout.name == "Two Content"


def test_a_missing_layout_is_served_by_the_nearest_with_a_warning(corp: Callable[..., Path]) -> None:
    dress = look(str(corp(template("few"))))
    chosen = {choice.need: choice for choice in dress.choices}
    assert {need for need in NEEDED if chosen[need].nearest} == {
        *("Section Header", "Two Content", "Comparison", "Title Only"),
    }
    assert chosen["Section Header"].layout.name == "Title Slide"
    assert chosen["Two Content"].layout.name == "Title and Content"
    said = [notice.message for notice in dress.notices]
    assert "the template has no layout for Two Content: 'Title and Content' serves instead" in said


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_layout_finds_all_that_slides_need(name: str, corp: Callable[..., Path]) -> None:
    theme = look(str(corp(template(name)))).theme
    own = deckgen_layouts()
    for spec in theme.layouts:
        roles = {(slot.role, slot.index) for slot in spec.slots if slot.role not in ("footer", "date", "slide_number")}
        optional = {("number", 0)} if spec.name == "Section Header" else set()
        assert roles | optional >= own[spec.name] - {("lead", 0)}, spec.name
        assert spec.slot("title").holder is not None
        for slot in spec.slots:
            assert slot.rect.x >= 0, (spec.name, slot.role)
            assert slot.rect.right <= theme.canvas.width + 0.1
            assert slot.rect.bottom <= theme.canvas.height + 0.1
    assert {spec.name for spec in theme.layouts} == set(get_args(LayoutName))


def deckgen_layouts() -> dict[str, set[tuple[str, int]]]:
    running = ("footer", "date", "slide_number")
    return {
        spec.name: {(slot.role, slot.index) for slot in spec.slots if slot.role not in running}
        for spec in deckgen_theme().layouts
    }


def deckgen_theme() -> Any:
    from deckgen import theme

    return theme.load("plain")


@pytest.mark.parametrize("name", TEMPLATES)
def test_slides_are_valid_and_stand_in_the_templates_placeholders(name: str, corp: Callable[..., Path]) -> None:
    path = corp(template(name))
    deck = made(name)
    assert lint.findings(deck) == []
    opened = Presentation(io.BytesIO(deck))
    theme = look(str(path)).theme
    assert (opened.slide_width, opened.slide_height) == (
        Pt(theme.canvas.width * theme.scale),
        Pt(theme.canvas.height * theme.scale),
    )
    for slide in opened.slides:
        holders = {h.placeholder_format.idx: h.placeholder_format.type for h in slide.slide_layout.placeholders}
        assert slide.shapes.title is not None
        for shape in slide.placeholders:
            assert holders.get(shape.placeholder_format.idx) == shape.placeholder_format.type, slide.name
    held = [shape for slide in opened.slides for shape in slide.placeholders if shape.placeholder_format.idx == 1]
    assert any(shape.has_text_frame and shape.text_frame.text for shape in held), "bodies stand in the body placeholder"


def test_the_validator_finds_nothing(tmp_path: Path) -> None:
    for name in TEMPLATES:
        (tmp_path / f"{name}.pptx").write_bytes(made(name))
    command = [sys.executable, "-m", "openxml_audit", "-o", "json", "-m", "0", "-r", str(tmp_path)]
    reports = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)
    assert len(reports) == len(TEMPLATES)
    assert [error for report in reports for error in report["errors"]] == []


def test_the_templates_own_slides_are_gone_and_all_that_belonged_to_them() -> None:
    deck = made("chinese")
    with zipfile.ZipFile(io.BytesIO(template("chinese"))) as before, zipfile.ZipFile(io.BytesIO(deck)) as after:
        assert any(name.startswith("ppt/charts/") for name in before.namelist())
        kept = {after.read(name) for name in after.namelist() if "/media/" in name}
        assert corporate.png(60, 30, (200, 30, 60)) in kept, "the logo stays"
        assert corporate.png(40, 40, (10, 200, 90)) not in kept
        text = b"".join(after.read(name) for name in after.namelist() if name.endswith(".xml"))
        assert b"Sample of Example Corp" not in text
        assert b"a note that must go" not in text
        assert not any("printerSettings" in name or "thumbnail" in name for name in after.namelist())
        assert b"<Application>deckgen<" in after.read("docProps/app.xml")


def test_whatever_names_the_slides_elsewhere_goes_with_them(corp: Callable[..., Path]) -> None:
    """Sections, custom shows, comments' authors, a picture of the first slide."""
    source = io.BytesIO(template("chinese"))
    out = io.BytesIO()
    p14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "ppt/presentation.xml":
                ident = re.search(rb'<p:sldId [^>]*?id="(\d+)"[^>]*?r:id="(rId\d+)"', content)
                assert ident
                shows = (
                    b'<p:custShowLst><p:custShow name="s" id="0"><p:sldLst><p:sld r:id="%s"/></p:sldLst></p:custShow>'
                    b"</p:custShowLst>"
                )
                content = content.replace(b"<p:defaultTextStyle", shows % ident[2] + b"<p:defaultTextStyle")
                sections = (
                    '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
                    f'<p14:sectionLst xmlns:p14="{p14}"><p14:section name="Old section" '
                    'id="{6B5C3A52-4E5E-4B6F-9F0C-3A5A1E0A6F11}"><p14:sldIdLst>'
                    f'<p14:sldId id="{ident[1].decode()}"/></p14:sldIdLst></p14:section></p14:sectionLst>'
                    "</p:ext></p:extLst>"
                )
                content = content.replace(b"</p:presentation>", sections.encode() + b"</p:presentation>")
            after.writestr(name, content)
        assert "docProps/thumbnail.jpeg" in before.namelist()
    deck = specimen(corp(out.getvalue()))
    assert lint.findings(deck) == []
    with zipfile.ZipFile(io.BytesIO(deck)) as package:
        presentation = package.read("ppt/presentation.xml")
        assert b"custShow" not in presentation
        assert b"Old section" not in presentation
        assert "docProps/thumbnail.jpeg" not in package.namelist()


def test_the_companys_footer_stays_and_an_empty_one_says_ours(trip: Path, corp: Callable[..., Path]) -> None:
    def footers(path: Path) -> set[str]:
        built = deckgen.build([trip / "posts"], trip / "out", theme=str(path))
        slides = Presentation(str(built.decks[0].path)).slides
        shapes = (shape for slide in slides for shape in slide.placeholders)
        return {s.text_frame.text for s in shapes if s._element.find(f".//{P}ph").get("type") == "ftr"}

    assert footers(trip / "corp.pptx") == {"Example Corp · 内部资料"}
    (ours,) = footers(corp(template("plain"), "other.pptx"))
    assert "东京" in ours


def test_text_inherits_what_the_template_says(trip: Path) -> None:
    """Size, colour, bullet and place are the template's where text fits at them: no word about them on the slide."""
    built = deckgen.build([trip / "posts"], trip / "out", theme=str(trip / "corp.pptx"))
    deck = Presentation(str(built.decks[0].path))
    title = deck.slides[1].shapes.title
    assert title._element.find(f".//{P}spPr").find("{*}xfrm") is None
    runs = list(title._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}rPr"))
    assert runs
    assert all(run.get("sz") is None and not len(run) for run in runs)


def test_a_small_slide_is_laid_out_as_a_large_one(corp: Callable[..., Path]) -> None:
    """On slides of 10 x 5.625 inches everything is three quarters as large, but the same stands where it stood."""
    small = look(str(corp(corporate.template(corporate.sized(720, 405)), "small.pptx")))
    large = look(str(corp(corporate.template(corporate.sized(960, 540)), "large.pptx")))
    assert (small.theme.scale, large.theme.scale) == (0.75, 1.0)
    for one, other in zip(small.theme.layouts, large.theme.layouts, strict=True):
        for a, b in zip(one.slots, other.slots, strict=True):
            assert (a.rect.x, a.rect.y) == pytest.approx((b.rect.x, b.rect.y), abs=5), "but for margins in points"
    decks = [Presentation(io.BytesIO(shown(dress.theme, dress.base))) for dress in (small, large)]
    cards = [shape for deck in decks for slide in deck.slides for shape in slide.shapes if shape.name == "code panel"]
    assert len(cards) >= 2
    assert cards[0].width / cards[-1].width == pytest.approx(0.75, abs=0.01)
    sizes = [
        {int(run.get("sz")) for slide in deck.slides for run in slide._element.iter("{*}rPr") if run.get("sz")}
        for deck in decks
    ]
    assert min(sizes[0]) == pytest.approx(0.75 * min(sizes[1]), abs=1)


def test_placeholders_keep_their_margins_and_where_text_is_moved_the_box_is_moved_with_them() -> None:
    from deckgen.model import Level, Rect
    from deckgen.render.templates import place

    holder = Holder("body", 1, "Body", Rect(50, 100, 400, 300), (10, 5, 10, 5), "top", (Level(20),))
    assert place(Rect(60, 105, 380, 290), holder) == ""
    assert 'x="635000" y="1905000"' in place(Rect(60, 155, 380, 240), holder)


def test_the_same_template_gives_the_same_bytes(corp: Callable[..., Path]) -> None:
    assert specimen(corp(template("chinese"))) == made("chinese")


def test_a_mapping_says_which_layout_serves(corp: Callable[..., Path], tmp_path: Path) -> None:
    path = corp(template("chinese"))
    chosen = {c.need: c for c in look(str(path), layouts={"Quote": "仅标题"}).choices}
    assert (chosen["Quote"].layout.name, chosen["Quote"].why) == ("仅标题", "told")
    house = tmp_path / "theme.toml"
    house.write_text('template = "corp.pptx"\n[layouts]\nQuote = "仅标题"\n[palette]\naccent = "00573F"\n', "utf-8")
    dress = look(str(house))
    assert {c.need: c.layout.name for c in dress.choices}["Quote"] == "仅标题"
    assert dress.theme.palette.accent == "00573F"


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (
            'template = "corp.pptx"\n[layouts]\nQuote = "Nirgends"',
            "layouts.Quote: the template has no layout 'Nirgends'",
        ),
        ('template = "corp.pptx"\n[layouts]\nQuotes = "空白"', "layouts.Quotes: unknown key"),
        ('template = "corp.pptx"\nlayouts = 3', "layouts: not a table"),
        ('template = "corp.pptx"\n[layouts]\nQuote = "空白"', "layouts.Quote: '空白' has no title"),
        ('template = "gone.pptx"', "template: not found"),
        ('template = "corp.pptx"\nmotif = "bar"', "motif: does not go with a template"),
        ('template = "corp.pptx"\n[palette]\nmuted = "EEEEEE"', "palette: contrast of muted on ground"),
        ("template = 3", "template: not a text"),
    ],
)
def test_a_theme_file_that_names_a_template_is_checked(
    said: str, message: str, corp: Callable[..., Path], tmp_path: Path
) -> None:
    corp(template("chinese"))
    file = tmp_path / "theme.toml"
    file.write_text(said, "utf-8")
    with pytest.raises(InputError) as caught:
        look(str(file))
    assert message in str(caught.value)
    assert str(file) in str(caught.value)


def rezipped(content: bytes, change: Callable[[str, bytes], bytes | None], **added: bytes) -> bytes:
    """The template with its files changed (None takes one away), and with files added; `__` stands for a slash."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            changed = change(name, before.read(name))
            if changed is not None:
                after.writestr(name, changed)
        for name, data in added.items():
            after.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def replaced(part: str, old: bytes, new: bytes) -> bytes:
    def change(name: str, content: bytes) -> bytes:
        return content.replace(old, new, 1) if name == part else content

    return rezipped(template("plain"), change)


def with_link(kind: str, target: str) -> bytes:
    """A template whose master links to something elsewhere."""
    relation = (
        f'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
        f'Target="{target}" TargetMode="External"/></Relationships>'
    )
    return replaced("ppt/slideMasters/_rels/slideMaster1.xml.rels", b"</Relationships>", relation.encode())


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
MAIN = b"presentationml.presentation.main+xml"
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "not a zip file": (lambda: b"hello", "no PowerPoint file"),
    "empty": (lambda: b"", "no PowerPoint file"),
    "cut off": (lambda: template("plain")[:-500], "no PowerPoint file"),
    "old": (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000), "format of before 2007"),
    "with a password": (
        lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(999) + "EncryptedPackage".encode("utf-16-le"),
        "protected by a password",
    ),
    "with macros": (
        lambda: replaced("[Content_Types].xml", MAIN, b"presentationml.presentation.macroEnabled.main+xml"),
        "holds macros",
    ),
    "with a hidden macro part": (
        lambda: rezipped(template("plain"), lambda _, content: content, ppt__vbaProject_bin=b"").replace(
            b"vbaProject_bin", b"vbaProject.bin"
        ),
        "holds macros",
    ),
    "a document": (
        lambda: replaced("[Content_Types].xml", MAIN, b"wordprocessingml.document.main+xml"),
        "no PowerPoint",
    ),
    "linked picture": (lambda: with_link("image", "http://example.org/logo.png"), "links to something outside"),
    "linked object": (lambda: with_link("oleObject", "file:///C:/data.xlsx"), "links to something outside"),
    "linked file": (lambda: with_link("hyperlink", "file:///etc/passwd"), "links to something outside"),
    "entities": (lambda: replaced("ppt/presentation.xml", b"<?xml version='1.0'", ENTITIES[:20]), "broken"),
    "document type": (
        lambda: rezipped(
            template("plain"),
            lambda name, content: (
                ENTITIES + content[content.index(b"?>") + 2 :] if name == "ppt/theme/theme1.xml" else content
            ),
        ),
        "declares a document type with entities",
    ),
    "broken XML": (lambda: replaced("ppt/slideMasters/slideMaster1.xml", b"<p:cSld>", b"<p:cSld"), "no sound XML"),
    "missing layout": (
        lambda: rezipped(template("plain"), lambda n, c: None if n.endswith("slideLayout3.xml") else c),
        "which is not there",
    ),
    "strict": (
        lambda: replaced(
            "_rels/.rels",
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
        ),
        "Strict Open XML",
    ),
    "unlisted": (
        lambda: replaced("ppt/slideMasters/slideMaster1.xml", b'r:id="rId1"', b'r:id="rId77"'),
        "lists a part that is not there",
    ),
    "another part for a layout": (
        lambda: replaced("[Content_Types].xml", b"presentationml.slideLayout+xml", b"presentationml.tags+xml"),
        "is no slideLayout",
    ),
    "a layout without shapes": (
        lambda: rezipped(
            template("plain"),
            lambda n, c: b'<p:sldLayout xmlns:p="%s"/>' % P[1:-1].encode() if n.endswith("slideLayout2.xml") else c,
        ),
        "holds no shapes",
    ),
    "millions of shapes": (
        lambda: replaced("ppt/slideLayouts/slideLayout2.xml", b"</p:spTree>", b"<p:sp/>" * 400_000 + b"</p:spTree>"),
        "holds too much to draw",
    ),
    "bomb": (
        lambda: rezipped(template("plain"), lambda n, c: c + b" " * 30_000_000 if n == "ppt/theme/theme1.xml" else c),
        "unpacks to too much",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_trusted_is_refused_with_the_reason(name: str, corp: Callable[..., Path]) -> None:
    content, message = HOSTILE[name]
    path = corp(content())
    with pytest.raises(InputError) as caught:
        read(path)
    assert message in str(caught.value)
    assert str(path) in str(caught.value)
    assert caught.value.notice.hint


def test_a_link_to_the_companys_web_site_is_no_danger(corp: Callable[..., Path]) -> None:
    read(corp(with_link("hyperlink", "https://example.org/")))


def test_the_contents_of_slides_are_never_unpacked(corp: Callable[..., Path]) -> None:
    """A template with hours of video on its sample slides costs nothing."""

    def swollen(name: str, content: bytes) -> bytes:
        return content + b" " * 101_000_000 if name == "ppt/slides/slide2.xml" else content

    assert read(corp(rezipped(template("chinese"), swollen))).layouts


def test_a_template_without_titles_is_refused(corp: Callable[..., Path]) -> None:
    def untitled(deck: Any) -> None:
        for layout in deck.slide_layouts:
            for holder in list(layout.placeholders):
                if holder.placeholder_format.idx == 0:
                    holder._element.getparent().remove(holder._element)

    with pytest.raises(InputError, match="no layout has a title"):
        fitted(read(corp(corporate.template(untitled))))


channels = st.integers(0, 255)
colors = st.tuples(channels, channels, channels).map(lambda c: "{:02X}{:02X}{:02X}".format(*c))


schemes = st.dictionaries(st.sampled_from(("bg1", "tx1", "bg2", "tx2", "accent1", "accent2", "accent3")), colors)


@given(schemes, colors)
def test_whatever_colours_a_template_has_ours_can_be_read(scheme: dict[str, str], ground: str) -> None:
    made = palette(scheme, ground, scheme.get("tx1", ""))
    unread = [what for what, text, under, needed in free_pairs(made) if ratio(text, under) < needed]
    assert unread == []


def test_brand_colours_that_can_be_read_stay() -> None:
    made = palette(
        {"bg1": "FFFFFF", "tx1": "000000", **{k: v for k, v in COLORS.items() if "accent" in k}}, "FFFFFF", ""
    )
    assert made.primary == "C8102E"
    assert dict(made.scheme or ())["primary"] == "accent1"


def test_text_on_a_picture_can_be_read_on_all_its_shades() -> None:
    made = palette({"tx1": "FFFFFF", "accent1": "4F81BD"}, "", "FFFFFF", ("1A2A44", "3562A5", "4A7CC4"))
    assert made.ground == "3562A5"
    assert all(ratio(made.primary, shade) >= 4 for shade in ("1A2A44", "3562A5"))


def test_layouts_that_libreoffice_exports_are_mended(corp: Callable[..., Path]) -> None:
    """Its masters have their styles in sample text alone, and give placeholders one index."""

    def exported(deck: Any) -> None:
        from pptx.oxml import parse_xml
        from pptx.oxml.ns import qn

        master = deck.slide_master._element
        master.remove(master.find(qn("p:txStyles")))
        for layout in deck.slide_layouts:
            for ph in layout._element.iter(qn("p:ph")):
                if ph.get("type") in (None, "body", "pic"):
                    ph.attrib.pop("idx", None)
        title = next(s for s in deck.slide_master.placeholders if s.placeholder_format.type == 1)
        title._element.find(qn("p:txBody"))[:] = parse_xml(
            f'<p:txBody xmlns:p="{P[1:-1]}" {corporate.A}><a:bodyPr/><a:p><a:pPr algn="ctr"/><a:r>'
            '<a:rPr sz="3300" b="1">'
            '<a:solidFill><a:srgbClr val="12345F"/></a:solidFill></a:rPr><a:t>Click</a:t></a:r></a:p></p:txBody>'
        )[:]

    template_read = read(corp(corporate.template(exported)))
    for layout in template_read.layouts:
        indices = [h.index for h in layout.holders if h.kind not in ("title", "ctrTitle")]
        assert len(set(indices)) == len(indices)
        assert 0 not in indices
    heads = [h for h in template_read.layouts[1].holders if h.kind == "title"]
    assert {(h.levels[0].size, h.levels[0].bold, h.levels[0].color) for h in heads} == {(33.0, True, "12345F")}


def test_inspecting_tells_layouts_fonts_and_colours(trip: Path) -> None:
    found = inspect(str(trip / "corp.pptx"))
    assert len(found.choices) == len(get_args(LayoutName))
    with pytest.raises(UsageError, match="not a template"):
        inspect("tokyo")


def test_faces_that_nobody_can_measure_are_told(corp: Callable[..., Path]) -> None:
    dress = look(str(corp(corporate.template(corporate.faced("Example Sans", "Arial")))))
    assert [n.message for n in dress.notices] == [
        "the widths of Example Sans are not known: text is measured as in a wide face"
    ]
    title = dress.theme.layout("Title and Content").slot("title")
    assert title.style.face == "Example Sans"


def test_a_template_is_never_overwritten(corp: Callable[..., Path]) -> None:
    path = corp(template("plain"))
    with pytest.raises(UsageError, match="would overwrite the template"):
        show(str(path), path)
    assert path.read_bytes() == template("plain")


def run(*words: str) -> Result:
    """`deckgen WORDS` in the current folder, in this process."""
    return CliRunner().invoke(main, words)


def test_building_on_a_template_from_the_command_line(trip: Path) -> None:
    done = run("build", "--template", "corp.pptx")
    assert done.exit_code == 0, done.stderr
    deck = Presentation(str(trip / "decks" / "tokyo-2015.pptx"))
    assert {slide.slide_layout.name for slide in deck.slides} <= set(corporate.NAMES["zh"])
    told = run("themes", "--inspect", "corp.pptx").stdout
    assert "Two Content\t两栏内容\ttitle, 2 contents; name\t" in told
    assert "13.33 x 7.5 inches" in told
    assert run("outline", "--layout", "--template", "corp.pptx").stdout


def test_settings_beside_the_posts_hold_and_the_command_line_beats_them(trip: Path) -> None:
    (trip / "posts" / "deckgen.toml").write_text('template = "../corp.pptx"\ndetail = "brief"\n', "utf-8")
    assert run("build").exit_code == 0
    layouts = {s.slide_layout.name for s in Presentation(str(trip / "decks" / "tokyo-2015.pptx")).slides}
    assert layouts <= set(corporate.NAMES["zh"])
    assert run("build", "--theme", "tokyo").exit_code == 0
    layouts = {s.slide_layout.name for s in Presentation(str(trip / "decks" / "tokyo-2015.pptx")).slides}
    assert "Title Slide" in layouts


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("detail = 'much'", "deckgen.toml:1: detail: unknown: much\n  hint: choose one of brief, standard, full"),
        ("colour = 'red'", "deckgen.toml:1: colour: unknown key"),
        ("theme = 'paris'", "deckgen.toml:1: theme: unknown: paris\n  hint: choose one of plain, "),
        (
            "[layouts]\n'Title Only' = 'x'",
            "deckgen.toml:1: layouts are named for a template alone\n  hint: give the template",
        ),
        ("theme = 'tokio'", "deckgen.toml:1: theme: unknown: tokio\n  hint: did you mean tokyo? choose one of plain, "),
        ("theme = 'tokyo'\ntemplate = 'corp.pptx'", "deckgen.toml:2: template: there is a theme too"),
        ("size = '4:3'\n\ntheme = ", "deckgen.toml:3: not valid TOML: invalid value"),
        ("deatil = 'full'", "deckgen.toml:1: deatil: unknown key\n  hint: did you mean detail?"),
        (
            "\ntemplate = 'gone.pptx'",
            "deckgen.toml:2: template: not found: gone.pptx\n  hint: a path from ./ to a .pptx",
        ),
        (
            "template = 'corp.pptx'\n[layouts]\n\"Title Only\" = 'Titel'",
            "deckgen.toml:3: layouts.Title Only: the template has no layout 'Titel'\n  hint: choose one of 标题",
        ),
        ("theme = " + "[" * 50_000, "deckgen.toml: tables within tables too deep"),
        ("dark = 1", "deckgen.toml:1: dark: not true or false: 1"),
    ],
)
def test_settings_are_checked(trip: Path, said: str, message: str) -> None:
    (trip / "deckgen.toml").write_text(said, "utf-8")
    done = run("build")
    assert done.exit_code == 1
    assert message in done.stderr


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("build", "--template", "gone.pptx"), 2, "template not found: gone.pptx"),
        (("build", "--template", "corp.pptx", "--theme", "tokyo"), 2, "--theme and --template exclude each other"),
        (("build", "--template", "corp.pptx", "--size", "4:3"), 2, "--size does not go with --template"),
        (("build", "--template", "corp.pptx", "--dark"), 2, "a template has no dark variant"),
        (("themes", "--inspect", "tokyo"), 2, "not a template: tokyo"),
        (("build", "--template", "posts/tokyo.pptx"), 1, "no PowerPoint file"),
    ],
)
def test_wrong_words_are_told(trip: Path, words: tuple[str, ...], code: int, message: str) -> None:
    (trip / "posts" / "tokyo.pptx").write_bytes(b"nonsense")
    done = run(*words)
    assert done.exit_code == code
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def holders_of(spec: LayoutSpec) -> list[Holder]:
    return [slot.holder for slot in spec.slots if slot.holder]


def test_no_placeholder_serves_twice_on_a_layout(corp: Callable[..., Path]) -> None:
    for name in TEMPLATES:
        for spec in look(str(corp(template(name)))).theme.layouts:
            indices = [(holder.kind, holder.index) for holder in holders_of(spec)]
            assert len(set(indices)) == len(indices), (name, spec.name, indices)
