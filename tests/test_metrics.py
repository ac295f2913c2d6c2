from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen import metrics
from deckgen.metrics import extract

ARIAL = metrics.widths("Arial", "Microsoft YaHei")


def test_advances_are_those_of_the_faces() -> None:
    assert metrics.advance("Hello", "Arial", "Microsoft YaHei") == pytest.approx(0.722 + 0.556 + 2 * 0.222 + 0.556)
    assert metrics.advance("Hello", "Courier New", "Microsoft YaHei") == pytest.approx(5 * 0.6)
    assert metrics.advance("峰会，", "Arial", "Microsoft YaHei") == 3.0
    assert metrics.advance("한국", "Arial", "Malgun Gothic") == pytest.approx(1.84)


def test_bold_is_measured_bold() -> None:
    assert metrics.advance("bold", "Arial", "SimHei", bold=True) > metrics.advance("bold", "Arial", "SimHei")


def test_characters_that_either_face_may_draw_are_as_wide_as_the_wider() -> None:
    assert ARIAL["“"] == 1.0
    assert ARIAL["…"] == 1.0
    assert ARIAL["·"] == 1.0


@pytest.mark.parametrize("char", ["\u0301", "\u200b", "\u200d", "\ufe0f", "\U0001f3fd"])
def test_marks_and_joiners_have_no_width(char: str) -> None:
    assert ARIAL[char] == 0.0


def test_unknown_faces_are_measured_wide() -> None:
    assert metrics.known("arial")
    assert not metrics.known("Nobody's Sans")
    for char in "abcXYZ019":
        assert metrics.widths("Nobody's Sans", "Nobody's Hei")[char] >= 0.9 * ARIAL[char]
    assert metrics.widths("Nobody's Sans", "Nobody's Hei")["中"] == 1.0


@given(st.characters(exclude_categories=["Cs"]))
def test_every_character_has_a_width(char: str) -> None:
    assert 0.0 <= ARIAL[char] <= 3.0


@given(st.dictionaries(st.integers(0x20, 0x3FF), st.integers(0, 2000), min_size=1))
def test_a_written_table_reads_back(widths: dict[int, int]) -> None:
    from deckgen.metrics.widths import Table

    table = Table(extract.write_table(widths))
    assert {code: table.get(code) for code in range(0x10, 0x410)} == {
        code: widths.get(code) for code in range(0x10, 0x410)
    }


@pytest.mark.parametrize("name", sorted(extract.SOURCES))
def test_tables_are_what_the_fonts_say(name: str) -> None:
    pytest.importorskip("fontTools")
    font, number = extract.SOURCES[name]
    path = extract.FONT_DIR / font
    if not path.exists():
        pytest.skip(f"{path} is not installed")
    from deckgen.metrics.widths import Table

    table = Table((extract.TABLES / f"{name}.txt").read_text(encoding="ascii"))
    seen = extract.read_advances(path, number)
    sample = [code for code in seen if code < 0x250 or code % 97 == 0]
    assert {code: table.get(code) for code in sample} == {code: seen[code] for code in sample}
