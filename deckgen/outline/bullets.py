"""Bullets as a Markdown list: each below the text of the one that it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from deckgen.model import Runs
from deckgen.outline import markdown as md

_NUMBER = re.compile(r"\d{1,9}[.)]")
_BOXES = {"☐": "[ ] ", "☑": "[x] "}


@dataclass(slots=True)
class Listing:
    """A list that grows line by line; as a string it is Markdown."""

    lines: list[str] = field(default_factory=list)
    _columns: list[int] = field(default_factory=lambda: [0])
    """Where the marks of each level stand: that of the first, then where the text of each open item begins."""

    def add(self, text: Runs, level: int, number: str = "", comment: str = "") -> None:
        """Adds a bullet; a level that nobody leads to is reached by items without text."""
        numbered = _NUMBER.fullmatch(number) is not None
        shared = min(level, len(self._columns) - 1)
        column = self._columns[shared]
        marks = "- " * (level - shared) + (f"{number} " if numbered else "- ")
        inside = " " * (column + len(marks))
        box = _BOXES.get(number, "")
        said = md.inline(text, inside)
        if not said:
            return
        # Below a text only a list that begins with 1 may follow without a blank line.
        if numbered and shared == len(self._columns) - 1 and shared and not re.match(r"1[.)]", number):
            self.lines.append("")
        self.lines.append(f"{' ' * column}{marks}{box}{said}{f' {comment}' if comment else ''}")
        between = [column + 2 * step for step in range(1, level - shared + 1)]
        self._columns = [*self._columns[: shared + 1], *between, column + len(marks)]

    def __str__(self) -> str:
        return "\n".join(self.lines)
