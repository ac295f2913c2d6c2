"""Specimens: every theme, light and dark, on both canvases, as whole decks under every check."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, get_args

import lint
import pymupdf
import pytest
from pptx import Presentation
from pptx.util import Pt

from deckgen import layout, specimen, theme
from deckgen.build import SIZES, show
from deckgen.errors import UsageError
from deckgen.make import shown
from deckgen.model import kind_of
from deckgen.model.theme import LayoutName

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
SPECIMENS = list(product(theme.names(), SIZES, (False, True)))
IDS = [f"{name}-{size}-{'dark' if dark else 'light'}" for name, size, dark in SPECIMENS]
RUNNING = ("ftr", "dt", "sldNum")


@cache
def made(name: str, size: str = "16:9", dark: bool = False) -> bytes:
    """A specimen's bytes, which do not change while the tests run."""
    return shown(theme.load(name, SIZES[size], dark))


def opened(name: str, size: str = "16:9", dark: bool = False) -> Any:
    return Presentation(io.BytesIO(made(name, size, dark)))


@pytest.mark.parametrize(("name", "size", "dark"), SPECIMENS, ids=IDS)
def test_our_own_lint_finds_nothing(name: str, size: str, dark: bool) -> None:
    assert lint.findings(made(name, size, dark)) == []
    deck, canvas = opened(name, size, dark), SIZES[size]
    assert (deck.slide_width, deck.slide_height) == (Pt(canvas.width), Pt(canvas.height))


def test_the_validator_finds_nothing(tmp_path: Path) -> None:
    """All at once, since its start takes long; each theme in both sizes and, since it passes over colours, tones."""
    specimens = [(name, size, size == "4:3") for name in theme.names() for size in SIZES]
    for number, specimen_of in enumerate(specimens):
        (tmp_path / f"{number}.pptx").write_bytes(made(*specimen_of))
    command = [sys.executable, "-m", "openxml_audit", "-o", "json", "-m", "0", "-r", str(tmp_path)]
    reports = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)
    assert len(reports) == len(specimens)
    assert [error for report in reports for error in report["errors"]] == []


@pytest.mark.parametrize("size", SIZES)
def test_every_layout_and_every_kind_of_slide_is_shown(size: str) -> None:
    slides = list(opened("tokyo", size).slides)
    assert {slide.slide_layout.name for slide in slides} == set(get_args(LayoutName))
    said = specimen.deck(theme.load("tokyo"))
    kinds = {kind_of(slide) for slide in said.slides}
    assert kinds == {
        "title",
        "agenda",
        "section",
        "bullets",
        "pictures",
        "table",
        "code",
        "quote",
        "takeaways",
        "sources",
        "numbers",
        "comparison",
        "steps",
        "chain",
        "flow",
        "chart",
        "cards",
    }
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("size", SIZES)
def test_everything_finds_room(size: str) -> None:
    for name in theme.names():
        look = theme.load(name, SIZES[size])
        assert [str(notice) for page in layout.arrange(specimen.deck(look), look) for notice in page.notices] == []


def test_reading_order_is_title_then_content_then_running_lines() -> None:
    for slide in opened("vancouver").slides:
        kinds = [_kind(shape) for shape in slide.shapes]
        assert kinds[0] in ("title", "ctrTitle"), slide.name
        last = [kind for kind in kinds if kind in RUNNING]
        assert not last or kinds[-len(last) :] == last, slide.name


def _kind(shape: Any) -> str:
    holder = shape._element.find(f".//{P}ph")
    return "" if holder is None else str(holder.get("type", "obj"))


def test_whoever_cannot_see_it_is_told() -> None:
    slides = list(opened("austin").slides)
    tables = [shape for slide in slides for shape in slide.shapes if shape.has_table]
    data = [shape for shape in tables if shape.is_placeholder]
    assert data
    assert all(shape.table.first_row for shape in data), "screen readers name a cell by its header"
    spoken = [*tables, *(shape for slide in slides for shape in slide.shapes if shape._element.tag == f"{P}pic")]
    assert len(spoken) >= 8
    assert all(len(shape._element.find(f".//{P}cNvPr").get("descr")) > 3 for shape in spoken)


def test_the_deck_says_its_title_and_language_and_has_sections() -> None:
    deck = opened("beijing", dark=True)
    assert (deck.core_properties.title, deck.core_properties.language) == ("Beijing Dark: specimen", "zh-CN")
    sections = [section.get("name") for section in deck.element.iter(f"{P14}section")]
    assert sections[:5] == ["Beijing Dark", "网络", "社区", "图示", "要点回顾"]
    listed = [entry.get("id") for entry in deck.element.iter(f"{P14}sldId")]
    assert listed == [entry.get("id") for entry in deck.element.iter(f"{P}sldId")]


def test_the_numbers_of_the_agenda_are_those_of_the_slides() -> None:
    deck = opened("plain", "4:3")
    agenda = next(slide for slide in deck.slides if slide.name == "agenda")
    numbers = {slide.shapes.title.text_frame.text: n for n, slide in enumerate(deck.slides, 1)}
    table = next(shape.table for shape in agenda.shapes if shape.has_table)
    for row in table.rows:
        _, title, number = (cell.text_frame.text for cell in row.cells)
        assert numbers[title] == int(number)


@pytest.mark.parametrize("dark", [False, True], ids=("light", "dark"))
def test_the_same_bytes_twice(dark: bool) -> None:
    specimen.media.cache_clear()
    assert shown(theme.load("barcelona", dark=dark)) == made("barcelona", dark=dark)


def test_pictures_are_whole_files() -> None:
    for media in specimen.media().values():
        opened_again = pymupdf.Pixmap(media.blob)  # type: ignore[no-untyped-call]
        assert (opened_again.width, opened_again.height) == (media.width, media.height) == (960, 720)
        assert len(media.blob) < 100_000


def test_a_specimen_is_written_to_a_file_or_into_a_folder(tmp_path: Path) -> None:
    path, notices = show("tokyo", tmp_path / "new" / "deck.pptx")
    assert (path, notices) == (tmp_path / "new" / "deck.pptx", ())
    assert path.read_bytes() == made("tokyo")
    assert show("tokyo", tmp_path, size="4:3", dark=True)[0] == tmp_path / "tokyo-dark.pptx"
    path.write_bytes(b"edited")
    _, (notice,) = show("tokyo", path)
    assert "deck.edited-1.pptx" in notice.message
    with pytest.raises(UsageError, match="unknown theme"):
        show("kyoto", tmp_path)
