"""Which files are posts."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from deckgen.errors import UsageError

ENDINGS = (".md", ".markdown", ".txt")


@dataclass(frozen=True, slots=True)
class PostFile:
    """A post on the disk. `root` is the folder given by the user, or the folder of the file given by the user.

    `named` says that the user gave the file itself.
    """

    path: str
    root: str
    named: bool = False


def find(paths: Iterable[str | os.PathLike[str]]) -> tuple[PostFile, ...]:
    """The posts that the paths name, each once, in the order given; folders are read recursively, by name.

    Hidden files and folders are passed over, and so are links to folders. Raises UsageError for a path that does not
    exist or a file with another ending.
    """
    found: dict[str, PostFile] = {}
    for given in paths:
        for file in _below(os.fspath(given)):
            found.setdefault(os.path.realpath(file.path), file)
    return tuple(found.values())


def _below(given: str) -> list[PostFile]:
    if Path(given).is_file():
        if not given.lower().endswith(ENDINGS):
            raise UsageError("not a post", path=given, hint=f"posts end in {', '.join(ENDINGS)}")
        return [PostFile(given, str(Path(given).parent), named=True)]
    if not Path(given).is_dir():
        raise UsageError("no such file or folder", path=given, hint="name a folder of posts, or a post")
    files: list[PostFile] = []
    for folder, below, names in os.walk(given):
        below[:] = sorted(name for name in below if not name.startswith("."))
        files.extend(
            PostFile(str(Path(folder) / name), given)
            for name in sorted(names)
            if name.lower().endswith(ENDINGS) and not name.startswith(".")
        )
    return files
