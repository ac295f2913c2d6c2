"""What LibreOffice really shows is held against the boxes that are written: one run of it for all of these decks."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree
from pptx.enum.text import MSO_AUTO_SIZE
from spoilt import SENTENCE, A, clean, saved, textbox

from deckgen.check import Checked
from deckgen.inspection import check
from deckgen.make import shown
from deckgen.theme import load

needs_office = pytest.mark.skipif(
    not shutil.which("soffice") or not shutil.which("pdftotext"), reason="needs LibreOffice and poppler"
)


@pytest.fixture(scope="module")
def looked_at(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Checked]:
    """Each deck's findings by its name."""
    folder = tmp_path_factory.mktemp("rendered")
    saved(clean(), folder / "clean.pptx")
    (folder / "specimen.pptx").write_bytes(shown(load("tokyo")))
    _overflowing(folder / "overflowing.pptx")
    _shrinking(folder / "shrinking.pptx")
    _lost(folder / "lost.pptx")
    (folder / "broken.pptx").write_bytes(b"PK\x03\x04 and then nothing")
    checked = check([folder], render=True)
    return {
        Path(deck).name: Checked(findings=tuple(f for f in checked.findings if f.path == deck))
        for deck in checked.decks
    }


def _overflowing(path: Path) -> None:
    deck = clean()
    textbox(deck.slides[1], SENTENCE * 3, 6, 2, 3, 1).text_frame.auto_size = MSO_AUTO_SIZE.NONE
    saved(deck, path)


def _shrinking(path: Path) -> None:
    """LibreOffice sets text smaller that asks for it, whatever size is written."""
    deck = clean()
    box = textbox(deck.slides[1], SENTENCE * 3, 6, 2, 3, 1.6)
    box.text_frame.paragraphs[0].runs[0].font.name = "Arial"
    properties = box.text_frame._txBody.bodyPr
    for child in list(properties):
        properties.remove(child)
    etree.SubElement(properties, f"{A}normAutofit").set("fontScale", "99000")
    saved(deck, path)


def _lost(path: Path) -> None:
    deck = clean()
    for _ in range(40):
        deck.slides[0].placeholders[1].text_frame.add_paragraph().text = SENTENCE
    saved(deck, path)


def rules(checked: Checked) -> set[str]:
    return {finding.rule for finding in checked.findings if finding.rule.startswith("render")}


@needs_office
def test_clean_decks_have_no_findings(looked_at: Mapping[str, Checked]) -> None:
    assert looked_at["clean.pptx"].findings == ()
    assert [str(finding) for finding in looked_at["specimen.pptx"].findings] == []


@needs_office
def test_text_outside_of_its_box_is_seen(looked_at: Mapping[str, Checked]) -> None:
    assert rules(looked_at["overflowing.pptx"]) == {"render-outside"}
    found = [finding for finding in looked_at["overflowing.pptx"].findings if finding.rule == "render-outside"]
    assert [(finding.severity, finding.slide) for finding in found] == [("error", 2)]


@needs_office
def test_shrunk_text_is_seen(looked_at: Mapping[str, Checked]) -> None:
    assert "render-shrunk" in rules(looked_at["shrinking.pptx"])


@needs_office
def test_text_that_is_not_shown_is_seen(looked_at: Mapping[str, Checked]) -> None:
    assert "render-lost" in rules(looked_at["lost.pptx"])


@needs_office
def test_a_broken_deck_is_told_twice_and_the_others_are_shown(looked_at: Mapping[str, Checked]) -> None:
    found = {(finding.rule, finding.severity) for finding in looked_at["broken.pptx"].findings}
    assert found == {("deck-unreadable", "error"), ("render-failed", "error")}
