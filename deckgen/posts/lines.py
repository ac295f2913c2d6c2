"""Text as lines that remember where they stood in the file, through every later change."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

_FILE_LINE = re.compile(r"\r\n|\r|\n")
_INNER_BREAK = re.compile("[\u2028\u2029\x85\x0b\x0c]")
# Zero-width characters and the controls, surrogates and non-characters that XML 1.0 forbids. The zero-width joiner
# stays: emoji such as families are made with it.
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200c\u200e\u200f\u2060\ufeff\ufffe\uffff\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a post. `number` counts from 1 in the file as it lies on the disk, where CR, CRLF or LF end a line.

    `verbatim` marks lines that no repair may touch: code, tables, raw HTML, mathematics.
    """

    text: str
    number: int
    verbatim: bool = False

    def saying(self, text: str) -> Line:
        """Another text at the same place."""
        return replace(self, text=text)


Lines = tuple[Line, ...]


def split(text: str) -> Lines:
    """The lines of a file's text; the line separators of Unicode and form feeds divide a line, too.

    Zero-width characters and controls are left out; everything else is kept.
    """
    found: list[Line] = []
    for number, whole in enumerate(_FILE_LINE.split(text), start=1):
        found.extend(Line(_UNWANTED.sub("", part), number) for part in _INNER_BREAK.split(whole))
    return tuple(found)


def join(lines: Iterable[Line]) -> str:
    """The text of the lines, one after the other."""
    return "\n".join(line.text for line in lines)
