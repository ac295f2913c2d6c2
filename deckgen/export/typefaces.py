"""Which typefaces this machine has, as far as a program can tell."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache

_PATIENCE = 20.0


@cache
def typefaces() -> frozenset[str] | None:
    """The names of the installed families in lower case, as fontconfig lists them; None where it is not there."""
    tool = shutil.which("fc-list")
    if not tool:
        return None
    try:
        said = subprocess.run([tool, ":", "family"], capture_output=True, timeout=_PATIENCE, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return None
    lines = said.decode("utf-8", "replace").splitlines()
    names = frozenset(name.strip().replace("\\", "").casefold() for line in lines for name in line.split(","))
    return names - {""} or None


@cache
def stand_in(face: str, lang: str) -> tuple[str, bool] | None:
    """The family by which this machine shows text in `face`, and whether that has the letters of `lang` ("zh-cn").

    As fontconfig chooses, which LibreOffice asks; None where it is not there. The family is `face` itself where that
    is installed.
    """
    tool = shutil.which("fc-match")
    if not tool:
        return None
    escaped = re.sub(r"([-:,])", r"\\\1", face)
    command = [tool, "-f", "%{family}\t%{lang}", f"{escaped}:lang={lang}"]
    try:
        said = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return None
    families, _, languages = said.decode("utf-8", "replace").partition("\t")
    names = families.split(",")
    chosen = face if face.casefold() in (name.casefold() for name in names) else names[0]
    return (chosen, lang in languages.split("|")) if chosen else None
