from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import ahem
import pytest
import rendered_decks
import rendered_lines

from deckgen import export
from deckgen.errors import ToolMissingError
from deckgen.model import Run, Runs

BOXES = 150
CASES = Path(__file__).parent / "cases" / "lines" / "impress.txt"
PAGES = CASES.with_name("pages.txt")


@pytest.fixture(autouse=True)
def _tools() -> None:
    """These tests show slides with the real LibreOffice."""
    pytest.importorskip("pymupdf")
    try:
        export.find_office()
    except ToolMissingError as missing:
        pytest.skip(str(missing))


@pytest.mark.parametrize(("look", "size"), [("plain", "16:9"), ("tokyo", "4:3")])
def test_nothing_of_random_slides_stands_outside_its_box(look: str, size: str) -> None:
    faults, pages = rendered_decks.faults(12, seed=11, look=look, size=size)
    assert pages > 12
    assert not faults


@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_pages_that_once_were_shown_otherwise_than_expected(size: str) -> None:
    blocks = [block.split("\n", 1) for block in PAGES.read_text(encoding="utf-8").split("=== ")[1:]]
    slides = tuple(replace(ahem.slide(text.rstrip("\n")), key=name) for name, text in blocks)
    faults, pages = rendered_decks.faults_of(slides, "plain", size)
    assert pages >= len(slides)
    assert not faults


@pytest.mark.parametrize("make", [rendered_lines.random_text, rendered_lines.odd_text])
def test_no_text_takes_more_lines_than_expected(make: Callable[[random.Random], Runs]) -> None:
    results = rendered_lines.measured(BOXES, 4, make)
    assert not [r for r in results if r.seen > r.expected]
    assert sum(r.seen == r.expected for r in results) >= 0.85 * BOXES
    assert sum(r.seen == r.alone for r in results) >= 0.93 * BOXES


def test_lines_are_those_that_are_rendered() -> None:
    cases = list(lines_of_cases())
    assert len(cases) > 10
    for (name, _, expected), shown in zip(cases, rendered_lines.rendered([text for _, text, _ in cases]), strict=True):
        visible = [line.replace(" ", "") for line in expected if line.strip()]
        assert [line.replace(" ", "") for line in shown.lines] == visible, name


def test_lines_are_foretold_to_the_letter() -> None:
    for name, text, expected in lines_of_cases():
        assert rendered_lines.alone(text) == expected, name


def lines_of_cases() -> Iterator[tuple[str, rendered_lines.Text, list[str]]]:
    """Name, text and lines of every case: `SIZE pt in WIDTH`, the text, and below `---` each line in brackets.

    `<...>` is a link.
    """
    for block in CASES.read_text(encoding="utf-8").split("=== ")[1:]:
        name, measures, text, _, *lines = block.strip("\n").split("\n")
        size, width = map(float, measures.split(" pt in "))
        yield name, rendered_lines.Text(linked(text), size, width), [line[1:-1] for line in lines]


def linked(text: str) -> Runs:
    """The text as runs, with links."""
    parts = re.split(r"(<.+?>)", text)
    return tuple(Run(part.strip("<>"), link="https://a.org/" if part[0] == "<" else "") for part in parts if part)
