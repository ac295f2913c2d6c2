"""TOML that people write: on which line each key stands, however it is written, and what was meant by a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen import toml
from deckgen.errors import InputError

WRITTEN = """\
# theme = "no"
theme = "tokyo"
"a key" . inner = 1
text = \'\'\'
size = "not a key"
\'\'\'

[layouts]
"Title Only" = "Titel" # comment
'Two Content' = "x"

[dark.palette]
primary = "C7A6F0"
[[summit]]
slug = "a"
[[summit]]
slug = "b"
name = { en = "B", zh = "乙" }
[summit.place]
en = "Boston"
"""


@pytest.mark.parametrize(
    ("key", "line"),
    [
        (("theme",), 2),
        (("a key", "inner"), 3),
        (("size",), 0),
        (("layouts",), 8),
        (("layouts", "Title Only"), 9),
        (("layouts", "Two Content"), 10),
        (("layouts", "Quote"), 8),
        (("dark", "palette", "primary"), 13),
        (("summit",), 14),
        (("summit", "0", "slug"), 15),
        (("summit", "1", "slug"), 17),
        (("summit", "1", "name", "zh"), 18),
        (("summit", "1", "place", "en"), 20),
        (("summit", "1"), 16),
        (("nothing",), 0),
    ],
)
def test_the_line_of_a_key_is_found(tmp_path: Path, key: tuple[str, ...], line: int) -> None:
    path = tmp_path / "some.toml"
    path.write_text(WRITTEN, "utf-8")
    assert toml.parsed(path, "setting-unusable")
    assert toml.line_of(path, *key) == line


def test_there_is_no_line_in_what_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "corp.pptx").write_bytes(b"PK\xff\xfe")
    assert toml.line_of(tmp_path / "corp.pptx", "layouts") == 0
    assert toml.line_of(tmp_path / "gone.toml", "layouts") == 0


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"a = 1\nb = [1, 2\n", 3, "not valid TOML: unclosed array"),
        (b"a = 1\nb = = 2\n", 2, "not valid TOML: invalid value"),
        (b"a = '\xb0\xa1'\n", 0, "cannot be read as UTF-8 text"),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(tmp_path: Path, content: bytes, line: int, message: str) -> None:
    (tmp_path / "some.toml").write_bytes(content)
    with pytest.raises(InputError) as told:
        toml.parsed(tmp_path / "some.toml", "setting-unusable")
    assert (told.value.notice.line, told.value.notice.message) == (line, message)


def test_the_name_that_was_probably_meant_comes_before_all_others() -> None:
    known = ("Title Only", "Two Content", "theme")
    every = "choose one of Title Only, Two Content, theme"
    assert toml.choices("title only", known) == f"did you mean Title Only? {every}"
    assert toml.choices("teme", known) == f"did you mean theme? {every}"
    assert toml.choices("colour", known) == every
