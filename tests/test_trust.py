"""Runs that are killed, interrupted, out of disk or not alone: what was there stays, whole; nothing is left behind.

A few of each; `python tests/endings.py` does many.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import uuid
from dataclasses import replace
from pathlib import Path

import pytest
from endings import (
    HERE,
    MARK,
    Ending,
    Scene,
    call,
    digests,
    ended_by,
    exports,
    killed_export,
    living,
    read_only,
    scene,
    without_room,
)

from deckgen.errors import ToolMissingError
from deckgen.export import find_office

POSTS = ("tokyo", "austin", "boston")
POST = "---\ntitle: {0} summit\n---\n\n## Containers\n\n* Magnum runs {0} clusters\n* Kuryr connects them\n"


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    folder = tmp_path_factory.mktemp("scene")
    (folder / "posts").mkdir()
    for name in POSTS:
        (folder / "posts" / f"{name}.md").write_text(POST.format(name), "utf-8")
    return scene(folder, folder / "posts")


@pytest.fixture(scope="module")
def shared(at: Scene) -> Scene:
    """The same by several processes."""
    return replace(at, words=(*at.words, "--jobs", "2"))


def assert_whole(ending: Ending) -> None:
    assert ending.neither == []
    assert ending.alive == []
    assert "Traceback" not in ending.said


def test_a_killed_build_leaves_old_or_new_decks_and_the_next_one_cleans_up(at: Scene, shared: Scene) -> None:
    for run in (at, shared, at, shared):
        ending = ended_by(signal.SIGKILL, run)
        assert_whole(ending)
        assert all(name.startswith(".deckgen-") for name in ending.rubbish)
    call(*at.words)
    assert digests(at.out) == at.new


@pytest.mark.parametrize(("number", "said"), [(signal.SIGINT, "interrupted"), (signal.SIGTERM, "terminated")])
def test_an_interrupted_build_says_so_in_a_line_and_leaves_nothing(
    at: Scene, number: signal.Signals, said: str
) -> None:
    for _ in range(2):
        ending = ended_by(number, at, whole_group=number == signal.SIGINT)
        assert_whole(ending)
        assert ending.rubbish == []
        if ending.code not in (0, -number):  # done, or not yet begun
            assert ending.code == 128 + number
            assert ending.said.endswith(f"\n{said}\n")


def test_a_full_disk_is_told_and_the_former_decks_stay(at: Scene) -> None:
    try:
        ending = without_room(at, 0.5)
    except PermissionError as error:
        pytest.skip(str(error))
    assert_whole(ending)
    assert ending.rubbish == []
    assert ending.code == 1
    assert "the deck cannot be written: No space left on device" in ending.said


def test_a_deck_that_is_too_large_for_the_system_is_told_and_the_former_decks_stay(at: Scene) -> None:
    """The same for all who may not mount a small disk: no file may be larger than a page."""
    at.restore()
    done = subprocess.run(
        [sys.executable, "-m", "deckgen", *at.words],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )
    assert done.returncode == 1
    assert done.stderr.count("the deck cannot be written: File too large") == len(at.new)
    assert {path.name: path.read_bytes() for path in at.out.iterdir()} == at.old


def test_a_folder_that_cannot_be_written_is_told(at: Scene, tmp_path: Path) -> None:
    try:
        with read_only(tmp_path / "decks") as folder:
            done = subprocess.run(
                [sys.executable, "-m", "deckgen", *at.words, "-o", str(folder)],
                capture_output=True,
                text=True,
                check=False,
            )
    except PermissionError as error:
        pytest.skip(str(error))
    assert done.returncode == 1
    assert "the deck cannot be written: Read-only file system" in done.stderr or "Permission denied" in done.stderr
    assert "Traceback" not in done.stderr


def test_two_builds_into_one_folder_do_not_mix(at: Scene) -> None:
    at.restore()
    runs = []
    for theme in ("plain", "tokyo"):
        words = [*at.words, "--theme", theme]
        runs.append(subprocess.Popen([sys.executable, "-m", "deckgen", *words], stderr=subprocess.PIPE, text=True))
    said = [run.communicate(timeout=120)[1] for run in runs]
    assert [run.returncode for run in runs] == [0, 0], said
    now = {path.name: path.read_bytes() for path in at.out.iterdir()}
    assert now == at.old or digests(at.out) == at.new


def test_a_deck_that_is_open_elsewhere_is_told_and_the_others_are_built(at: Scene) -> None:
    at.restore()
    first, *others = sorted(at.old)
    (at.out / f".~lock.{first}#").write_text(",somebody,desk,20.11.2026 13:00,file:///;")
    command = [sys.executable, "-m", "deckgen", *at.words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"{first} is open in another program\n  hint: close it there" in done.stderr
    assert (at.out / first).read_bytes() == at.old[first]
    assert {name: digests(at.out)[name] for name in others} == {name: at.new[name] for name in others}


@pytest.fixture(scope="module")
def office() -> Path:
    try:
        return find_office()
    except ToolMissingError:
        pytest.skip("LibreOffice is not on this machine")


def test_exports_side_by_side_all_succeed(at: Scene, office: Path, tmp_path: Path) -> None:
    assert office.exists()
    at.restore()
    (tmp_path / "tmp").mkdir()
    decks = [Path(shutil.copy(at.out / name, tmp_path / name)) for name in at.old]
    for ending in exports(decks, tmp_path / "pdf", tmp_path / "tmp", 3):
        assert ending.code == 0, ending.said
        assert_whole(ending)
    assert len(list((tmp_path / "pdf").iterdir())) == len(decks)
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_killed_export_takes_libreoffice_with_it_and_the_next_one_cleans_up(
    at: Scene, office: Path, tmp_path: Path
) -> None:
    assert office.exists()
    at.restore()
    (tmp_path / "tmp").mkdir()
    (tmp_path / "pdf").mkdir()
    deck = at.out / sorted(at.old)[0]
    former = tmp_path / "pdf" / f"{deck.stem}.pdf"
    former.write_text("the former one")
    ending = killed_export(deck, tmp_path / "pdf", tmp_path / "tmp", 0.1)
    assert_whole(ending)
    assert ending.code == -signal.SIGKILL
    assert former.read_text() == "the former one"
    assert list((tmp_path / "tmp").iterdir())
    (done,) = exports([deck], tmp_path / "pdf", tmp_path / "tmp", 1)
    assert done.code == 0, done.said
    assert former.read_bytes().startswith(b"%PDF")
    assert list((tmp_path / "tmp").iterdir()) == []


def test_workers_end_with_the_run_that_started_them(tmp_path: Path) -> None:
    """Also where they wait for work: a library's caller may be killed as well."""
    code = (
        "import os, signal\nfrom deckgen.build import outline\nfrom deckgen.make import made\n"
        "from deckgen.theme import WIDE\n"
        "if __name__ == '__main__':\n"
        f"    plans = outline([{str(HERE / 'posts')!r}]).decks\n"
        "    next(iter(made(plans, WIDE, False, 2)))\n    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    (tmp_path / "caller.py").write_text(code)
    mark = uuid.uuid4().hex
    done = subprocess.run([sys.executable, tmp_path / "caller.py"], env={**os.environ, MARK: mark}, check=False)
    assert done.returncode == -signal.SIGKILL
    assert living(mark) == []
