"""What a check found, as data, and the rules by which it looked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from deckgen.check.rules import RULES

Severity = Literal["error", "warning", "note"]
"""An error is something that an audience will see or miss; a warning may be; a note is good to know."""

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: lower case, no full stop; where; and what to do about it.

    `rule` is one of RULES. A post's finding has a `line` (0 where none makes sense); a deck's has a `slide`, counted
    from 1 (0 for the deck as a whole), and a `shape` by the name that the selection pane shows, or empty.
    """

    rule: str
    severity: Severity
    message: str
    path: str
    line: int = 0
    slide: int = 0
    shape: str = ""
    hint: str = ""

    @property
    def place(self) -> str:
        """Where, for people: `posts/boston.md:14`, or `decks/boston.pptx: slide 3, Body`."""
        if self.slide:
            return f"{self.path}: slide {self.slide}" + (f", {self.shape}" if self.shape else "")
        return f"{self.path}:{self.line}" if self.line else self.path

    def __str__(self) -> str:
        said = f"{self.severity}: {self.place}: {self.message} [{self.rule}]"
        return said + (f"\n  hint: {self.hint}" if self.hint else "")


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at, and what was found, in the order of files, lines and slides.

    `sizes` has for each deck the bytes that its files take by kind ("pictures", "slides" and so on).
    """

    posts: tuple[str, ...] = ()
    decks: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    sizes: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = ()

    def count(self, severity: Severity) -> int:
        """How many findings are of that severity."""
        return sum(finding.severity == severity for finding in self.findings)

    def exit_code(self, *, strict: bool = False) -> int:
        """1 where there is an error, or with `strict` a warning; else 0."""
        return int(self.count("error") > 0 or (strict and self.count("warning") > 0))


__all__ = ["RULES", "SEVERITIES", "Checked", "Finding", "Severity"]
