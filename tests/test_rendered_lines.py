from __future__ import annotations

import pytest
import rendered_decks
import rendered_lines

from deckgen import export
from deckgen.errors import ToolMissingError

BOXES = 90


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


def test_hardly_any_text_takes_more_lines_than_expected() -> None:
    results = rendered_lines.measured(BOXES, seed=4)
    over = [r for r in results if r.seen > r.expected]
    assert len(over) <= 1, over
    assert all(r.seen == r.expected + 1 for r in over)
    assert sum(r.seen == r.expected for r in results) >= 0.8 * BOXES
