"""Which typefaces this machine has, as far as a program can tell."""

from __future__ import annotations

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
