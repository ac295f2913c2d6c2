"""The doctor says what this machine has and lacks, and what to do about it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from endings import read_only

from deckgen.errors import ToolMissingError
from deckgen.export import find_office

NOTHING = "/nonexistent"


def examined(folder: Path, *words: str, **environment: str) -> tuple[int, list[str]]:
    """The exit code of `deckgen doctor WORDS` run in `folder`, and its lines, hints joined to what they belong to."""
    command = [sys.executable, "-m", "deckgen", "doctor", *words]
    env = {**os.environ, **environment}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=200, check=False)
    assert done.stderr == ""
    return done.returncode, done.stdout.replace("\n        hint: ", " -> ").splitlines()


def line(lines: list[str], part: str) -> str:
    (found,) = [line for line in lines if part in line]
    return found


def test_every_line_has_its_state_and_a_trial_deck_is_made(tmp_path: Path) -> None:
    try:
        find_office()
    except ToolMissingError:
        pytest.skip("LibreOffice is not on this machine")
    (tmp_path / "tmp").mkdir()
    code, lines = examined(tmp_path, TMPDIR=str(tmp_path / "tmp"))
    assert code == 0
    assert all(line.startswith(("ok      ", "warning ", "error   ")) for line in lines)
    assert all(" -> " in line for line in lines if not line.startswith("ok"))
    assert line(lines, f"Python {sys.version_info.major}.{sys.version_info.minor}").startswith("ok")
    assert line(lines, "python-pptx ").startswith("ok")
    assert line(lines, "LibreOffice ").startswith("ok")
    assert line(lines, "a trial deck was built and exported to PDF").startswith("ok")
    assert list((tmp_path / "tmp").iterdir()) == []
    assert [path.name for path in tmp_path.iterdir()] == ["tmp"], "and nothing else is written"


def test_a_machine_without_programs_can_build_all_the_same(tmp_path: Path) -> None:
    code, lines = examined(tmp_path, PATH=NOTHING, DECKGEN_SOFFICE=f"{NOTHING}/soffice")
    assert code == 0
    assert line(lines, "LibreOffice is missing: decks can be built").startswith("warning")
    assert "apt install libreoffice-impress" in line(lines, "LibreOffice is missing")
    assert "poppler-utils" in line(lines, "pdftoppm is missing")
    assert "apt install fontconfig" in line(lines, "it cannot be told whether these are here: Arial")
    assert line(lines, "a trial deck was built, and not exported").startswith("ok")


def test_an_office_that_does_not_work_is_an_error(tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    code, lines = examined(tmp_path, DECKGEN_SOFFICE=str(program))
    assert code == 1
    assert line(lines, f"{program} does not say its version").startswith("warning")
    assert line(lines, "the trial deck cannot be exported: LibreOffice cannot read the deck").startswith("error")


def test_typefaces_and_what_stands_in_for_them(tmp_path: Path) -> None:
    """A machine that has but one typeface, DejaVu Sans: Latin text runs wider, and Chinese has no letters."""
    if not shutil.which("fc-match"):
        pytest.skip("fontconfig is not on this machine")
    command = ["fc-match", "-f", "%{family}\t%{file}", "DejaVu Sans"]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    family, _, file = found.stdout.partition("\t")
    if family != "DejaVu Sans":
        pytest.skip("DejaVu Sans is not on this machine")
    (tmp_path / "fonts").mkdir()
    shutil.copy(file, tmp_path / "fonts")
    config = tmp_path / "fonts.conf"
    config.write_text(
        f"<fontconfig><dir>{tmp_path / 'fonts'}</dir><cachedir>{tmp_path / 'cache'}</cachedir></fontconfig>"
    )
    code, lines = examined(tmp_path, "--quick", FONTCONFIG_FILE=str(config))
    assert code == 0
    assert line(lines, "Arial: DejaVu Sans stands in, of another width").startswith("warning")
    assert line(lines, "Microsoft YaHei: nothing here has Chinese letters").startswith("warning")
    assert "fonts-noto-cjk" in line(lines, "Malgun Gothic: nothing here has Korean letters")


def test_quick_is_without_a_trial(tmp_path: Path) -> None:
    code, lines = examined(tmp_path, "--quick")
    assert code == 0
    assert not [line for line in lines if "trial deck" in line]


def test_a_package_that_is_missing_is_an_error(tmp_path: Path) -> None:
    """As the metadata say that go with the program; these ask for one that nobody has."""
    record = tmp_path / "deckgen-9.dist-info"
    record.mkdir()
    (record / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: deckgen\nVersion: 9\nRequires-Dist: deckgen-wants-this<2,>=1\n"
        'Requires-Dist: resvg-py>=0.1; extra == "pictures"\nRequires-Dist: pytest; extra == "dev"\n'
    )
    source = str(Path(__file__).resolve().parent.parent)
    code, lines = examined(tmp_path, "--quick", PYTHONPATH=os.pathsep.join([str(tmp_path), source]))
    assert code == 3
    assert line(lines, "deckgen-wants-this is missing").startswith("error")
    assert "pip install deckgen-wants-this" in line(lines, "deckgen-wants-this is missing")
    assert line(lines, "resvg-py")
    assert not [line for line in lines if line.split()[1] == "pytest"]


def test_room_for_decks_is_looked_for_where_they_are_to_go(tmp_path: Path) -> None:
    code, lines = examined(tmp_path, "--quick", "-o", str(tmp_path / "new" / "decks"))
    assert code == 0
    assert f"{tmp_path}: " in line(lines, "GB free for decks")
    try:
        with read_only(tmp_path / "full") as folder:
            _, lines = examined(tmp_path, "--quick", "-o", str(folder))
    except PermissionError as error:
        pytest.skip(str(error))
    assert line(lines, f"{folder}: decks cannot be written here").startswith("warning")
