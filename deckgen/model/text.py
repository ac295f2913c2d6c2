"""What is said: runs of text, the place they came from, and warnings as data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A place in a post: lines count from 1 in the file as it lies on the disk, before any repair."""

    path: str
    line: int
    end_line: int

    def to(self, other: Source) -> Source:
        """The span from here to `other`, which must lie in the same file."""
        return Source(self.path, min(self.line, other.line), max(self.end_line, other.end_line))


@dataclass(frozen=True, slots=True)
class Notice:
    """A warning: what is wrong (lower case, no full stop), where, and what to do about it.

    `lost` says that some input could not be used, so that the deck lacks something that its author gave.
    """

    message: str
    path: str = ""
    line: int = 0
    hint: str = ""
    lost: bool = False

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}: " if self.line else f"{self.path}: " if self.path else ""
        return f"{place}{self.message}" + (f"\n  hint: {self.hint}" if self.hint else "")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style. `link` is a URL, or `#key` for the slide with that key."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""


Runs = tuple[Run, ...]


def runs(text: str) -> Runs:
    """Unstyled text as runs; the empty string gives none."""
    return (Run(text),) if text else ()


def plain(text: Iterable[Run]) -> str:
    """The characters of the runs, without their styles."""
    return "".join(run.text for run in text)
