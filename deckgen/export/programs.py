"""Running a program so that nothing of it is left, whatever happens."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from deckgen.errors import ToolMissingError

_POPPLER = (
    "install poppler: apt install poppler-utils (Debian, Ubuntu), dnf install poppler-utils (Fedora), "
    "brew install poppler (macOS), winget install oschwartz10612.Poppler (Windows)"
)
_PAUSE = 0.05
_NULL = subprocess.DEVNULL


def poppler(name: str) -> Path:
    """The path of one of poppler's programs. Raises ToolMissingError where it is not on this machine."""
    found = shutil.which(name)
    if not found:
        raise ToolMissingError(f"{name} is not on this machine", hint=_POPPLER)
    return Path(found)


def run(
    command: Sequence[str | Path], log: Path, env: Mapping[str, str], timeout: float, steps: Callable[[], int]
) -> int | None:
    """Runs `command`, its output going to the file `log`; gives its exit code, or None where it was ended.

    `steps` counts what the program has finished; `timeout` is how many seconds it may take for the next step. The
    program runs in a process group of its own: LibreOffice is a wrapper around the real thing, which lives on when
    only the wrapper is killed. The group is ended on a timeout, on Ctrl-C and on any other exception; where this
    process is killed outright, by a shell in the group that waits for just that.
    """
    with log.open("wb") as out, _group() as group:
        process = _started([str(word) for word in command], out.fileno(), env, group)
        try:
            done, since = steps(), time.monotonic()
            while process.poll() is None:
                if steps() != done:
                    done, since = steps(), time.monotonic()
                if time.monotonic() - since > timeout:
                    return None
                time.sleep(_PAUSE)
            steps()  # what was finished since the last look
            return process.returncode
        finally:
            _end(process, group)


@contextmanager
def _group() -> Iterator[int]:
    """A process group whose first member ends all others when the pipe from here breaks; 0 on Windows."""
    if sys.platform == "win32":
        yield 0
        return
    command = ("/bin/sh", "-c", "read _; kill -KILL 0")
    guard = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=_NULL, stderr=_NULL, process_group=0)
    try:
        yield guard.pid
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(guard.pid, signal.SIGKILL)
        guard.communicate()


def _started(command: list[str], out: int, env: Mapping[str, str], group: int) -> subprocess.Popen[bytes]:
    if sys.platform == "win32":
        flag = subprocess.CREATE_NEW_PROCESS_GROUP
        return subprocess.Popen(command, stdin=_NULL, stdout=out, stderr=out, env=env, creationflags=flag)
    return subprocess.Popen(command, stdin=_NULL, stdout=out, stderr=out, env=env, process_group=group)


def _end(process: subprocess.Popen[bytes], group: int) -> None:
    """Ends the whole group, also where the wrapper is gone already."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(group, signal.SIGKILL)
    process.wait()
