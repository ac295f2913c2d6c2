"""A deck is put in its place whole or not at all, and never over a person's edits."""

from __future__ import annotations

import resource
import zipfile
from pathlib import Path

import pytest

from deckgen.errors import InputError
from deckgen.save import edited, save, save_outline


def deck(path: Path, application: str) -> bytes:
    """A package that names the program which saved it, as every office file does."""
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("docProps/app.xml", f"<Properties><Application>{application}</Application></Properties>")
    return path.read_bytes()


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_a_deck_as_deckgen_wrote_it_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "tokyo-2015.pptx"
    deck(path, "deckgen")
    assert save(path, b"new") is None
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["tokyo-2015.pptx"]


@pytest.mark.parametrize("application", ["Microsoft Office PowerPoint", "LibreOffice/7.4.7.2"])
def test_a_deck_that_another_program_saved_is_kept(tmp_path: Path, application: str) -> None:
    path = tmp_path / "tokyo-2015.pptx"
    theirs = deck(path, application)
    notice = save(path, b"new")
    assert notice
    assert "tokyo-2015.edited-1.pptx" in notice.message
    assert (tmp_path / "tokyo-2015.edited-1.pptx").read_bytes() == theirs
    assert path.read_bytes() == b"new"


def test_edited_decks_never_take_each_others_names(tmp_path: Path) -> None:
    path = tmp_path / "tokyo-2015.pptx"
    for year in (2016, 2019):
        deck(path, f"Microsoft Office PowerPoint {year}")
        save(path, b"new")
        path.unlink()
    assert names(tmp_path) == ["tokyo-2015.edited-1.pptx", "tokyo-2015.edited-2.pptx"]


def test_a_file_that_is_no_deck_counts_as_a_persons(tmp_path: Path) -> None:
    path = tmp_path / "tokyo-2015.pptx"
    path.write_text("my notes")
    assert edited(path)


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    save(tmp_path / "new" / "folder" / "tokyo-2015.pptx", b"new")
    assert (tmp_path / "new" / "folder" / "tokyo-2015.pptx").read_bytes() == b"new"


def test_what_cannot_be_written_is_an_error_and_leaves_no_rubbish(tmp_path: Path) -> None:
    (tmp_path / "decks").write_text("a file where the folder should be")
    with pytest.raises(InputError, match="cannot be written"):
        save(tmp_path / "decks" / "tokyo-2015.pptx", b"new")
    assert names(tmp_path) == ["decks"]


def test_an_edited_deck_that_a_killed_run_has_set_aside_is_not_kept_twice(tmp_path: Path) -> None:
    """Killed after it gave the edited deck a second name, and before the new deck took the first."""
    path = tmp_path / "tokyo-2015.pptx"
    theirs = deck(path, "Microsoft Office PowerPoint")
    (tmp_path / "tokyo-2015.edited-1.pptx").hardlink_to(path)
    notice = save(path, b"new")
    assert notice
    assert "tokyo-2015.edited-1.pptx" in notice.message
    assert names(tmp_path) == ["tokyo-2015.edited-1.pptx", "tokyo-2015.pptx"]
    assert (tmp_path / "tokyo-2015.edited-1.pptx").read_bytes() == theirs
    assert path.read_bytes() == b"new"


def test_an_edited_deck_stays_where_it_is_if_the_new_one_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "tokyo-2015.pptx"
    theirs = deck(path, "Microsoft Office PowerPoint")
    former = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, former[1]))
    try:
        with pytest.raises(InputError, match="the deck cannot be written: File too large"):
            save(path, bytes(100_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, former)
    assert names(tmp_path) == ["tokyo-2015.pptx"]
    assert path.read_bytes() == theirs


@pytest.mark.parametrize("lock", [".~lock.tokyo-2015.pptx#", "~$tokyo-2015.pptx"])
def test_an_edited_deck_that_is_open_elsewhere_is_left_alone(tmp_path: Path, lock: str) -> None:
    path = tmp_path / "tokyo-2015.pptx"
    theirs = deck(path, "LibreOffice/7.4.7.2")
    (tmp_path / lock).touch()
    with pytest.raises(InputError, match="is open in another program"):
        save(path, b"new")
    assert names(tmp_path) == sorted(["tokyo-2015.pptx", lock])
    assert path.read_bytes() == theirs


def test_outlines_are_saved_as_decks_are(tmp_path: Path) -> None:
    path = tmp_path / "tokyo-2015.md"
    assert save_outline(path, "# one") is None
    assert save_outline(path, "# one") is None
    notice = save_outline(path, "# two")
    assert notice
    assert "the outline had been edited; it is kept as tokyo-2015.edited-1.md" in notice.message
    assert (tmp_path / "tokyo-2015.edited-1.md").read_text() == "# one"
    assert path.read_text() == "# two"
