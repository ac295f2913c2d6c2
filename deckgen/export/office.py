"""LibreOffice: where it is, and how one process of it turns many decks into PDFs without touching a user's profile."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from deckgen.errors import ToolMissingError
from deckgen.export.programs import run

VARIABLE = "DECKGEN_SOFFICE"
_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_HINT = (
    "install LibreOffice with Impress: apt install libreoffice-impress (Debian, Ubuntu), dnf install "
    "libreoffice-impress (Fedora), brew install --cask libreoffice (macOS), winget install "
    f"TheDocumentFoundation.LibreOffice (Windows); or name its program in {VARIABLE}"
)


@dataclass(frozen=True, slots=True)
class Form:
    """How PDFs are to be made: pages of the slides or, with `notes`, of each slide with its notes; for an archive."""

    notes: bool = False
    archive: bool = False

    @property
    def filter(self) -> str:
        """LibreOffice's name for it, with the options by their names in its PDF export.

        Without Quality, LibreOffice 7.4 takes the other options to mean a JPEG quality of 0. Version 2 is PDF/A-2b,
        which allows for the transparency that slides have.
        """
        wanted: dict[str, bool | int] = {"UseTaggedPDF": True, "ExportBookmarks": True, "Quality": 90}
        if self.notes:
            wanted |= {"ExportNotesPages": True, "ExportOnlyNotesPages": True}
        if self.archive:
            wanted |= {"SelectPdfVersion": 2}
        options = {
            name: {"type": "boolean" if isinstance(value, bool) else "long", "value": str(value).lower()}
            for name, value in wanted.items()
        }
        return f"pdf:impress_pdf_Export:{json.dumps(options)}"


_SETTINGS = (
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Common/Misc", "FirstRun", "false"),
)
"""A deck may come from anywhere: nothing in it is run, nothing that it links to is fetched."""


@dataclass(frozen=True, slots=True)
class Ended:
    """LibreOffice's exit code, None where it had to be ended, and the last thing that it said."""

    code: int | None
    said: str

    @property
    def crashed(self) -> bool:
        """Whether it broke down: 0 and 1 are its answers to what it can and cannot read."""
        return self.code not in (None, 0, 1)


def find_office() -> Path:
    """LibreOffice's program: what DECKGEN_SOFFICE names, else from the PATH, else from the usual places.

    Raises ToolMissingError with the way to install it.
    """
    if named := os.environ.get(VARIABLE):
        if found := shutil.which(named):
            return Path(found)
        raise ToolMissingError(f"{VARIABLE} names no program: {named}", hint=_HINT)
    found = next((path for name in (*_NAMES, *_PLACES) if (path := shutil.which(name))), None)
    if not found:
        raise ToolMissingError("LibreOffice is not on this machine", hint=_HINT)
    program = Path(found).resolve().parent
    if (program / "libsofficeapp.so").exists() and not (program / "libsdlo.so").exists():
        raise ToolMissingError("LibreOffice is here, but without Impress", hint=_HINT)
    return Path(found)


def office_version(office: Path) -> str:
    """What `office` says of itself ("7.4.7.2"); empty where it says nothing within half a minute."""
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        said = subprocess.run([office, "--version"], capture_output=True, timeout=30, check=False).stdout.decode()
        return next((word for word in said.split() if word[0].isdigit()), "")
    return ""


def convert(
    office: Path, decks: Sequence[Path], work: Path, form: Form, timeout: float, seen: Callable[[Path], None]
) -> Ended:
    """Turns `decks` into PDFs of the same stems in `work`; gives how LibreOffice ended.

    One process converts them one after another, on a profile of its own below `work`: a second process on a
    profile in use ends silently. `timeout` is in seconds for each deck; `seen` is told of each deck that has become
    a PDF. The exit code says little (0 also for a missing or broken deck): look at the files.
    """
    home = work / "office"
    _write_settings(home / "profile" / "user")
    profile = (home / "profile").resolve().as_uri()
    (home / "tmp").mkdir(exist_ok=True)
    env = {**os.environ, "TMPDIR": str(home / "tmp"), "SAL_USE_VCLPLUGIN": "svp", **_encoding()}
    options = ("--headless", "--norestore", "--nolockcheck", "--nologo", "--nodefault")
    command: list[str | Path] = [
        office,
        f"-env:UserInstallation={profile}",
        *options,
        "--convert-to",
        form.filter,
        "--outdir",
        work,
        *decks,
    ]

    told: set[Path] = set()

    def steps() -> int:
        for deck in decks:
            if deck not in told and (work / f"{deck.stem}.pdf").exists():
                told.add(deck)
                seen(deck)
        return len(told)

    try:
        code = run(command, home / "log", env, timeout, steps)
        return Ended(code, _last_words(home / "log"))
    finally:
        clean(work)


def clean(work: Path) -> None:
    """Removes LibreOffice's profile and socket from below the temporary folder `work`, whose office is no more."""
    _remove_socket((work / "office" / "profile").resolve().as_uri())
    shutil.rmtree(work / "office", ignore_errors=True)


def _last_words(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").split("\n")
    said = [line.strip() for line in lines if line.strip() and not line.startswith("convert ")]
    return said[-1][:200] if said else ""


def _encoding() -> dict[str, str]:
    """Without a UTF-8 locale LibreOffice cannot open a path that is not ASCII."""
    told = next((os.environ[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(name)), "")
    return {} if sys.platform == "win32" or "utf" in told.lower() else {"LC_ALL": "C.UTF-8"}


def _write_settings(user: Path) -> None:
    user.mkdir(parents=True)
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    space = 'xmlns:oor="http://openoffice.org/2001/registry"'
    text = f'<?xml version="1.0" encoding="UTF-8"?><oor:items {space}>{items}</oor:items>'
    (user / "registrymodifications.xcu").write_text(text, encoding="utf-8")


def _remove_socket(profile: str) -> None:
    """The socket of an office that was killed lies in /tmp whatever TMPDIR says, named by the profile's MD5.

    The user's number is part of its name unless the user has none but that, as is usual in containers.
    """
    if sys.platform == "win32":
        return
    digest = hashlib.md5(profile.encode("utf-16-le"), usedforsecurity=False).digest()
    name = "".join(f"{byte:x}" for byte in digest)
    for user in (f"{os.getuid()}_", ""):
        Path(f"/tmp/OSL_PIPE_{user}SingleOfficeIPC_{name}").unlink(missing_ok=True)
