"""Files that are there whole or not at all, and folders that one run at a time writes to.

A file is written under a temporary name beside its place, synced and renamed. Whoever is killed in between leaves that
temporary file, but no longer holds the lock on it: the next run knows it for dead by that, and removes it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import shutil
import stat
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import BinaryIO

from deckgen.errors import InputError

if sys.platform != "win32":
    import fcntl

PATIENCE = 600.0
"""Seconds to wait for another run that writes to the same folder."""

_PAUSE = 0.1
_TEMPORARY = re.compile(r"\.deckgen-[0-9a-f]{16}\.tmp")
_UNLOCKABLE = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL, errno.EBADF}
"""What file systems answer that know no locks; some network drives are such."""

_held: ContextVar[frozenset[tuple[int, int]]] = ContextVar("held", default=frozenset())
"""Device and inode of the folders that are locked here, so that whoever holds a folder may ask for it again."""


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes the place of `path` when the block ends, and vanishes where it fails.

    Makes the folder where there is none. A former file's permissions are kept. Raises InputError where another program
    has `path` open or it is read-only, OSError where nothing can be written; what was there before is then still there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    _refuse_taken(path)
    file = _opened(path.parent)
    temporary = Path(file.name)
    try:
        with file:
            yield file
            file.flush()
            os.fsync(file.fileno())
            if path.exists():
                temporary.chmod(stat.S_IMODE(path.stat().st_mode))
            if sys.platform == "win32":  # which renames no open file; elsewhere its lock is kept to the end
                file.close()
            temporary.replace(path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()
        raise
    _sync(path.parent)


def copy(made: Path, target: Path) -> None:
    """Puts a copy of the file `made` in the place of `target`. Raises as `replacing` does."""
    with made.open("rb") as source, replacing(target) as file:
        shutil.copyfileobj(source, file)


def copy_all(made: Sequence[Path], targets: Sequence[Path], folder: Path) -> None:
    """Puts copies of the files `made` in the places of `targets`, all of which lie in `folder`.

    Everything is written before the first one takes its place, so that a full disk leaves the former ones together.
    Raises as `replacing` does.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for target in targets:
        _refuse_taken(target)
    with workplace(folder) as work:
        for number, file in enumerate(made):
            with file.open("rb") as source, (work / str(number)).open("xb") as new:
                shutil.copyfileobj(source, new)
                new.flush()
                os.fsync(new.fileno())
        for number, target in enumerate(targets):
            (work / str(number)).replace(target)
    _sync(folder)


@contextmanager
def alone(folder: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """While the block runs, no other run that asks for `folder` gets it; what killed runs left in it is removed first.

    Makes the folder where there is none. `waiting` is called once if another run has it. The lock is the system's and
    ends with its process, so that a killed run blocks nobody. Where the folder cannot be made or locked, the block runs
    all the same: whatever it writes is whole. Raises InputError where the other run is not done within ten minutes.
    """
    with _locked(folder, waiting) as newly:
        if newly:
            for path in abandoned(folder):
                remove(path)
        yield


def remove(path: Path) -> None:
    """Removes a file, or a folder and all that is in it, as far as that is possible."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()


def abandoned(folder: Path) -> Iterator[Path]:
    """The temporary files and folders in `folder` whose runs are dead, each locked until the next one is asked for."""
    if sys.platform == "win32":
        return
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if _TEMPORARY.fullmatch(entry.name)]
    except OSError:
        return
    for name in names:
        with contextlib.suppress(OSError), _claimed(folder / name):
            yield folder / name


@contextmanager
def workplace(folder: Path) -> Iterator[Path]:
    """A folder for temporary files in `folder`, private and gone afterwards."""
    while True:
        work = folder / _name()
        work.mkdir(mode=0o700)
        with contextlib.ExitStack() as stack:
            stack.callback(shutil.rmtree, work, ignore_errors=True)
            if sys.platform != "win32":
                try:
                    stack.enter_context(_claimed(work))
                except OSError as error:  # taken for dead while it had no lock yet
                    if error.errno not in _UNLOCKABLE:
                        continue
            yield work
            return


def _name() -> str:
    return f".deckgen-{secrets.token_hex(8)}.tmp"


def _opened(folder: Path) -> BinaryIO:
    """A new temporary file, locked. Whoever sweeps between its making and its locking takes it for dead: once more."""
    while True:
        path = folder / _name()
        file = path.open("xb")
        if sys.platform == "win32" or _claims(file.fileno(), path):
            return file
        file.close()
        path.unlink(missing_ok=True)


def _claims(handle: int, path: Path) -> bool:
    """Locks an open file and says whether `path` still is that file; true also where nothing can be locked."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.path.samestat(os.fstat(handle), path.lstat())
    except (BlockingIOError, FileNotFoundError):
        return False
    except OSError as error:
        if error.errno in _UNLOCKABLE:
            return True
        raise


@contextmanager
def _claimed(path: Path) -> Iterator[None]:
    """Holds the lock on one's own file or folder. Raises OSError where it is another's, or in use."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(handle).st_uid != os.getuid() or not os.path.samestat(os.fstat(handle), path.lstat()):
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(path))
        yield
    finally:
        os.close(handle)


@contextmanager
def _locked(folder: Path, waiting: Callable[[], None]) -> Iterator[bool]:
    """Holds the lock on `folder`; gives whether it was not held before."""
    handle = _handle(folder)
    if handle is None:
        yield True
        return
    at = os.fstat(handle)
    identity = (at.st_dev, at.st_ino)
    token = None
    try:
        if identity not in _held.get():
            _wait(handle, folder, waiting)
            token = _held.set(_held.get() | {identity})
        yield token is not None
    finally:
        if token:
            _held.reset(token)
        os.close(handle)


def _handle(folder: Path) -> int | None:
    if sys.platform == "win32":  # where a folder cannot be locked
        return None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return None


def _wait(handle: int, folder: Path, waiting: Callable[[], None]) -> None:
    start = None
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            pass
        except OSError as error:
            if error.errno in _UNLOCKABLE:
                return
            raise
        if start is None:
            start = time.monotonic()
            waiting()
        if time.monotonic() - start > PATIENCE:
            hint = "end that run, or choose another folder"
            raise InputError(
                "another run has been writing to the folder for too long",
                path=str(folder),
                hint=hint,
                rule="file-unwritten",
            )
        time.sleep(_PAUSE)


def _refuse_taken(path: Path) -> None:
    """Raises InputError where `path` is open in an office program, or read-only.

    LibreOffice and Microsoft's programs mark an open file by another file beside it.
    """
    for name in (f".~lock.{path.name}#", f"~${path.name}"):
        if path.exists() and path.with_name(name).exists():
            hint = f"close it there; if nobody has it open, delete {path.with_name(name)}"
            raise InputError(
                f"{path.name} is open in another program", path=str(path), hint=hint, rule="file-unwritten"
            )
    if path.exists() and (not path.stat().st_mode & 0o222 or not os.access(path, os.W_OK)):
        hint = "make it writable, move it away, or choose another folder with -o"
        raise InputError(f"{path.name} is read-only", path=str(path), hint=hint, rule="file-unwritten")


def _sync(folder: Path) -> None:
    """Makes the new name itself outlive a power cut, where the system can."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
