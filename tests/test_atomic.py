"""Files are there whole or not at all, and a folder belongs to one run at a time."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from deckgen import atomic
from deckgen.errors import InputError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@contextmanager
def child(code: str, *words: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process, which says a line when it has come as far as it should and then waits; killed at the end."""
    text = f"import sys, time\nfrom pathlib import Path\nfrom deckgen import atomic\n{code}"
    with subprocess.Popen([sys.executable, "-c", text, *map(str, words)], stdout=subprocess.PIPE, text=True) as started:
        try:
            assert started.stdout
            assert started.stdout.readline() == "there\n"
            yield started
        finally:
            started.kill()


WRITE_HALF = """
with atomic.replacing(Path(sys.argv[1])) as file:
    file.write(b"half")
    file.flush()
    print("there", flush=True)
    time.sleep(60)
"""
HOLD = """
with atomic.alone(Path(sys.argv[1])):
    print("there", flush=True)
    time.sleep(60)
"""
WORK = """
with atomic.workplace(Path(sys.argv[1])) as work:
    (work / "file").write_text("half")
    print("there", flush=True)
    time.sleep(60)
"""


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deck.pptx"
    with atomic.replacing(path) as file:
        file.write(b"one")
    path.chmod(0o640)
    with atomic.replacing(path) as file:
        file.write(b"two")
        assert path.read_bytes() == b"one"
    assert path.read_bytes() == b"two"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert names(path.parent) == ["deck.pptx"]


def test_a_new_file_has_the_permissions_that_the_user_gives_to_files(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        with atomic.replacing(tmp_path / "deck.pptx"):
            pass
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "deck.pptx").stat().st_mode) == 0o640


@pytest.mark.parametrize("error", [OSError("full"), KeyboardInterrupt()])
def test_what_fails_leaves_the_former_file_and_nothing_else(tmp_path: Path, error: BaseException) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(b"one")
    with pytest.raises(type(error)):
        _write_and_fail(path, error)
    assert path.read_bytes() == b"one"
    assert names(tmp_path) == ["deck.pptx"]


def _write_and_fail(path: Path, error: BaseException) -> None:
    with atomic.replacing(path) as file:
        file.write(b"two")
        raise error


@pytest.mark.parametrize("code", [WRITE_HALF, WORK])
def test_what_a_killed_run_left_is_removed_by_the_next_one_and_never_before(tmp_path: Path, code: str) -> None:
    target = tmp_path / "deck.pptx" if code is WRITE_HALF else tmp_path
    with child(code, target), atomic.alone(tmp_path):
        assert len(names(tmp_path)) == 1, "it lives and may go on"
    assert len(names(tmp_path)) == 1
    with atomic.alone(tmp_path):
        assert names(tmp_path) == []


def test_nothing_that_merely_looks_alike_is_removed(tmp_path: Path) -> None:
    kept = [".deckgen-notes.tmp", ".deckgen-0123456789abcdef", "deckgen-0123456789abcdef.tmp", ".~lock.deck.pptx#"]
    for name in kept:
        (tmp_path / name).write_text("a person's")
    (tmp_path / "target").write_text("a person's")
    (tmp_path / ".deckgen-0123456789abcdef.tmp").symlink_to(tmp_path / "target")
    with atomic.alone(tmp_path):
        pass
    assert names(tmp_path) == sorted([*kept, "target", ".deckgen-0123456789abcdef.tmp"])


def test_a_folder_belongs_to_one_run_at_a_time_and_a_killed_one_blocks_nobody(tmp_path: Path) -> None:
    waited: list[float] = []
    with child(HOLD, tmp_path) as other:
        start = time.monotonic()
        threading.Timer(0.7, other.kill).start()
        with atomic.alone(tmp_path, lambda: waited.append(time.monotonic() - start)):
            assert time.monotonic() - start > 0.5
    assert len(waited) == 1
    assert names(tmp_path) == [], "no lock lies about"


def test_whoever_holds_a_folder_may_ask_for_it_again(tmp_path: Path) -> None:
    with atomic.alone(tmp_path), atomic.alone(tmp_path / "." / ""):
        pass
    with child(HOLD, tmp_path):  # it is free again
        pass


def test_patience_with_another_run_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic, "PATIENCE", 0.2)
    message = "another run has been writing to the folder for too long"
    with child(HOLD, tmp_path), pytest.raises(InputError, match=message) as told, atomic.alone(tmp_path):
        pass
    assert told.value.notice.hint


@pytest.mark.parametrize("lock", [".~lock.deck.pptx#", "~$deck.pptx"])
def test_what_is_open_in_an_office_program_is_left_alone(tmp_path: Path, lock: str) -> None:
    path = tmp_path / "deck.pptx"
    (tmp_path / lock).write_text(",somebody,desk,20.11.2026 13:00,")
    with atomic.replacing(path) as file:  # a lock of what is not there says nothing
        file.write(b"one")
    (tmp_path / lock).write_text(",somebody,desk,20.11.2026 13:00,")
    with pytest.raises(InputError, match=r"deck\.pptx is open in another program") as told, atomic.replacing(path):
        pass
    assert lock in told.value.notice.hint
    assert path.read_bytes() == b"one"


def test_what_is_read_only_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(b"one")
    path.chmod(0o444)
    with pytest.raises(InputError, match=r"deck\.pptx is read-only"), atomic.replacing(path):
        pass
    with pytest.raises(InputError, match=r"deck\.pptx is read-only"):
        atomic.copy_all([path], [path], tmp_path)
    assert path.read_bytes() == b"one"
    assert names(tmp_path) == ["deck.pptx"]


def test_many_files_take_their_places_together_or_not_at_all(tmp_path: Path) -> None:
    made = [tmp_path / name for name in "abc"]
    targets = [tmp_path / "out" / f"{name}.png" for name in "abc"]
    for path in made:
        path.write_bytes(path.name.encode())
    atomic.copy_all(made, targets, tmp_path / "out")
    assert [path.read_bytes() for path in targets] == [b"a", b"b", b"c"]
    made[0].write_bytes(b"new")
    made[2].unlink()
    with pytest.raises(FileNotFoundError):
        atomic.copy_all(made, targets, tmp_path / "out")
    assert [path.read_bytes() for path in targets] == [b"a", b"b", b"c"]
    assert names(tmp_path / "out") == ["a.png", "b.png", "c.png"]
