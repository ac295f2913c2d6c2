"""HTML comments in a post, found before anything else looks at its text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Generator, Iterator

from deckgen.model import Comment, Source
from deckgen.posts.lines import Line, Lines

_TICKS = re.compile("`+")
_ESCAPE_OR_TICKS = re.compile(r"\\[!-/:-@\[-`{-~]|`+")
_OPENING = re.compile(r"(?<!\\)(?:\\\\)*(<!--)")
_FENCE = re.compile(r"^(?:\s|>|[*+\-](?=\s)|\d{1,9}[.)](?=\s))*(`{3,}(?=[^`]*$)|~{3,})")
_KEPT_CLOSING = re.compile(r"--(\\+)>")

Piece = Line | Comment


def pieces(lines: Lines, path: str, wanted: re.Pattern[str]) -> Iterator[Piece]:
    """The lines with the comments apart whose inside `wanted` matches; the others stay as they are.

    What stands beside a comment is a line of its own, of the same number. Code is no place for comments, and neither
    is one that is never closed.
    """
    last = max((index for index, line in enumerate(lines) if "-->" in line.text), default=-1)
    at, fence = 0, ""
    while at < len(lines):
        line = lines[at]
        fence, was = _fence(fence, line.text), fence
        if fence or was or at > last or "<!--" not in line.text:
            yield line
            at += 1
        else:
            at = yield from _parted(lines, at, path, wanted)


def _parted(lines: Lines, at: int, path: str, wanted: re.Pattern[str]) -> Generator[Piece, None, int]:
    """The pieces of a line, and of those that its last comment reaches; the value is the index of the next line."""
    text, start, told = lines[at].text, 0, False
    seen, shown = 0, _shown(text)
    while found := _OPENING.search(shown, seen):
        end, close = _closing(lines, at, found.end())
        if end < 0:
            break
        inside = _inside(lines, at, found.end(), end, close)
        ours = wanted.match(inside) is not None
        before = text[start : found.start(1)] if ours else text[start:] if end > at else ""
        if before.strip():
            yield lines[at].saying(before.rstrip() if ours else before)
            told = True
        if ours:
            yield Comment(inside, Source(path, lines[at].number, lines[end].number), after_text=told)
        elif end > at:
            yield from lines[at + 1 : end]
        seen = close + len("-->")
        start = seen if ours else start if end == at else 0
        if end > at:
            at, text, told = end, lines[end].text, False
            shown = " " * seen + _shown(text[seen:])
    if text[start:].strip() or not told:
        yield lines[at].saying(text[start:])
    return at + 1


def _shown(text: str) -> str:
    """The text, its code spans blank: from one run of backticks to the next as long; an escaped one opens none."""
    if "`" not in text:
        return text
    starts: dict[int, list[int]] = {}
    for run in _TICKS.finditer(text):
        starts.setdefault(len(run[0]), []).append(run.start())
    parts: list[str] = []
    kept = at = 0
    while found := _ESCAPE_OR_TICKS.search(text, at):
        at, length = found.end(), len(found[0])
        later = starts.get(length, []) if found[0][0] == "`" else []
        closing = bisect_right(later, found.start())
        if closing < len(later):
            at = later[closing] + length
            parts += text[kept : found.start()], " " * (at - found.start())
            kept = at
    return "".join((*parts, text[kept:]))


def _closing(lines: Lines, at: int, start: int) -> tuple[int, int]:
    """The line where a comment closes that opens in the line `at`, and the place there; -1 where it does not."""
    for index in range(at, len(lines)):
        close = lines[index].text.find("-->", start if index == at else 0)
        if close >= 0:
            return index, close
    return -1, -1


def _inside(lines: Lines, at: int, start: int, end: int, close: int) -> str:
    """What stands between two places in the lines `at` and `end`."""
    if at == end:
        said = lines[at].text[start:close]
    else:
        said = "\n".join([lines[at].text[start:], *(ln.text for ln in lines[at + 1 : end]), lines[end].text[:close]])
    return _KEPT_CLOSING.sub(_one_less, said)


def _one_less(found: re.Match[str]) -> str:
    r"""A comment cannot say `-->`; `--\>` stands for it."""
    return f"--{found[1][1:]}>"


def _fence(fence: str, text: str) -> str:
    """The fence that is open after a line, given the one that was open before it; empty for none."""
    found = _FENCE.match(text)
    if not fence:
        return found[1] if found else ""
    closes = found and found[1].startswith(fence) and text.rstrip().endswith(found[1])
    return "" if closes else fence
