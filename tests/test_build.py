"""From posts to finished decks: the project's own posts, and the real ones where they lie beside the project."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import lint
import pytest
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

import deckgen
from deckgen import export
from deckgen.model import Picture, SectionSlide

HERE = Path(__file__).resolve().parent.parent
REAL = HERE.parent / "shared" / "seeds"
FOLDERS = [
    pytest.param(HERE / "posts", id="own"),
    pytest.param(
        REAL, id="real", marks=pytest.mark.skipif(not REAL.is_dir(), reason="the real posts are not beside the project")
    ),
]
SUMMITS = {"barcelona-2016", "beijing-2016", "vancouver-2015", "austin-2016", "tokyo-2015"}
FRAME = {"title", "agenda", "takeaways", "sources"}


@pytest.fixture(scope="module", params=FOLDERS)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, deckgen.Built]:
    """The folder that was built from, and what was built."""
    source: Path = request.param
    return source, deckgen.build([source], tmp_path_factory.mktemp("decks"))


def opened(built: tuple[Path, deckgen.Built]) -> list[tuple[deckgen.BuiltDeck, Deck]]:
    return [(deck, Presentation(str(deck.path))) for deck in built[1].decks]


def key(slide: Slide) -> str:
    return str(slide._element.cSld.get("name"))


def test_each_summit_has_its_deck(built: tuple[Path, deckgen.Built]) -> None:
    assert {deck.path.stem for deck in built[1].decks} == SUMMITS
    assert all(deck.path.is_file() and deck.slides == len(pptx.slides) for deck, pptx in opened(built))


def test_only_the_missing_pictures_are_lost(built: tuple[Path, deckgen.Built]) -> None:
    lost = [notice for notice in built[1].notices if notice.lost]
    assert built[1].exit_code == 1
    assert lost
    assert all(notice.message.startswith("picture not found") and notice.line and notice.hint for notice in lost)


def test_every_picture_that_exists_is_shown(built: tuple[Path, deckgen.Built]) -> None:
    planned = deckgen.outline([built[0]])
    written = {
        block.path
        for deck in planned.decks
        for post in deck.posts
        for section in post.sections
        for block in section.blocks
        if isinstance(block, Picture)
    }
    shown = sum(deck.pictures for deck in built[1].decks)
    assert len(written) <= shown
    assert shown == sum(
        1 for _, pptx in opened(built) for slide in pptx.slides for shape in slide.shapes if "pic" in shape._element.tag
    )


def test_every_slide_has_a_title_of_its_own(built: tuple[Path, deckgen.Built]) -> None:
    for _, pptx in opened(built):
        titles = [slide.shapes.title.text_frame.text if slide.shapes.title else "" for slide in pptx.slides]
        assert all(titles)
        assert len(set(titles)) == len(titles)


def test_every_content_slide_has_notes(built: tuple[Path, deckgen.Built]) -> None:
    for _, pptx in opened(built):
        for slide in pptx.slides:
            if key(slide).split("/")[0] not in FRAME:
                assert slide.has_notes_slide, key(slide)
                notes = slide.notes_slide.notes_text_frame
                assert notes, key(slide)
                assert notes.text.strip(), key(slide)


def test_keys_are_unique_and_agree_with_the_outline(built: tuple[Path, deckgen.Built]) -> None:
    planned = {plan.deck.summit.slug: plan.deck for plan in deckgen.outline([built[0]]).decks}
    for deck, pptx in opened(built):
        keys = [key(slide) for slide in pptx.slides]
        assert len(set(keys)) == len(keys)
        in_words = [slide.key for slide in planned[deck.path.stem].slides]
        pages = [re.sub(r"/\d+$", "", name) if name not in in_words else name for name in keys]
        assert list(dict.fromkeys(pages)) == in_words


def test_a_deck_of_several_posts_has_a_section_for_each(built: tuple[Path, deckgen.Built]) -> None:
    tag = "{http://schemas.microsoft.com/office/powerpoint/2010/main}section"
    planned = {plan.deck.summit.slug: plan for plan in deckgen.outline([built[0]]).decks}
    for deck, pptx in opened(built):
        titles = [slide.title for slide in planned[deck.path.stem].deck.slides if isinstance(slide, SectionSlide)]
        named = [section.get("name") for section in pptx.element.iter(tag)]
        assert len(titles) == (deck.posts if deck.posts > 1 else 0)
        assert [name for name in named if name in titles] == titles


def test_whoever_reads_with_a_machine_finds_order_and_words(built: tuple[Path, deckgen.Built]) -> None:
    running = ("ftr", "dt", "sldNum")
    for deck, pptx in opened(built):
        assert lint.findings(deck.path.read_bytes()) == [], deck.path.name
        assert pptx.core_properties.title == deck.title
        assert re.fullmatch(r"[a-z]{2}-[A-Z]{2}", pptx.core_properties.language)
        for slide in pptx.slides:
            kinds = [str(kind) for kind in slide._element.xpath("p:cSld/p:spTree/*/*/p:nvPr/p:ph/@type")]
            assert kinds[0] in ("title", "ctrTitle"), key(slide)
            assert kinds == sorted(kinds, key=lambda kind: kind in running), key(slide)


def test_the_dark_variant_says_the_same(built: tuple[Path, deckgen.Built], tmp_path: Path) -> None:
    dark = deckgen.build([built[0]], tmp_path, dark=True)
    for (deck, pptx), by_night in zip(opened(built), dark.decks, strict=True):
        assert by_night.path.read_bytes() != deck.path.read_bytes()
        other = Presentation(str(by_night.path))
        assert [_said(slide) for slide in other.slides] == [_said(slide) for slide in pptx.slides]


def _said(slide: Slide) -> list[str]:
    return [text.text or "" for text in slide._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t")]


def test_the_decks_are_valid(built: tuple[Path, deckgen.Built]) -> None:
    tool = Path(sys.executable).with_name("openxml-audit")
    for deck in built[1].decks:
        command = [str(tool), "-o", "json", "-m", "0", str(deck.path)]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        (report,) = json.loads(done.stdout)
        assert not report["errors"], deck.path.name


def test_libreoffice_shows_every_slide_and_shrinks_nothing(built: tuple[Path, deckgen.Built], tmp_path: Path) -> None:
    pymupdf = pytest.importorskip("pymupdf")
    paths = [deck.path for deck in built[1].decks]
    made = export.to_pdf(paths, tmp_path)
    assert not made.notices
    for deck, pptx in opened(built):
        with pymupdf.open(made.files[deck.path]) as pdf:
            assert len(pdf) == len(pptx.slides)
            for number, page in enumerate(pdf, 1):
                for x0, y0, x1, y1, *_ in page.get_text("words"):
                    assert min(x0, y0) >= 0, (deck.path.name, number)
                    assert x1 <= page.rect.width, (deck.path.name, number)
                    assert y1 <= page.rect.height, (deck.path.name, number)
                sizes = {
                    s["size"] for b in page.get_text("dict")["blocks"] for ln in b.get("lines", []) for s in ln["spans"]
                }
                assert min(sizes) >= 9.9, (deck.path.name, number)
