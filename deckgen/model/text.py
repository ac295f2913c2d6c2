"""What is said: runs of text, the place they came from, and warnings as data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

Script = Literal["", "raised", "lowered"]
Tone = Literal["", "keyword", "string", "comment", "number", "name"]


Progress = Callable[[str, int, int], None]
"""Called while at work, with what has been done, how many are done, and how many there are."""


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

    `lost` says that some input could not be used, so that the deck lacks something that its author gave. `rule` is the
    id of what kind of thing is wrong, such as `picture-missing`; what each says stands in `check`.
    """

    message: str
    path: str = ""
    line: int = 0
    hint: str = ""
    lost: bool = False
    rule: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}: " if self.line else f"{self.path}: " if self.path else ""
        return f"{place}{self.message}" + (f"\n  hint: {self.hint}" if self.hint else "")


def by_place(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """The notices in the order in which an author mends them: file by file as they first come, each from its top."""
    notices = tuple(notices)
    files = {path: place for place, path in enumerate(dict.fromkeys(notice.path for notice in notices))}
    return tuple(sorted(notices, key=lambda notice: (files[notice.path], notice.line)))


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style. `link` is a URL, or `#key` for the slide with that key.

    `struck` is crossed out; `script` says whether it stands raised or lowered and small; `tone` is what a word of code
    is, for its colour.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""
    struck: bool = False
    script: Script = ""
    tone: Tone = ""

    def saying(self, text: str) -> Run:
        """Another text in the same style."""
        return Run(text, self.bold, self.italic, self.code, self.link, self.struck, self.script, self.tone)

    def is_like(self, other: Run) -> bool:
        """Whether the other run is in the same style."""
        return self.saying("") == other.saying("")


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list. `level` counts from 0; `number` is the author's ("3."), a task's box (☐, ☑), or empty."""

    text: Runs
    level: int
    number: str
    source: Source


def runs(text: str) -> Runs:
    """Unstyled text as runs; the empty string gives none."""
    return (Run(text),) if text else ()


_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def plain(text: Iterable[Run]) -> str:
    """The characters of the runs, without their styles.

    Raised and lowered figures and signs are those of Unicode, so that `10²` is never read as `102`; every character
    still stands for one of the run's.
    """
    return "".join(_plain(run) if run.script else run.text for run in text)


def _plain(run: Run) -> str:
    said = run.text.translate(_RAISED if run.script == "raised" else _LOWERED)
    return run.text if any(char.isascii() and char != " " for char in said) else said
