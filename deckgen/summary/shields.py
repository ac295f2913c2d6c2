"""Brackets and quotes: what stands within them is not cut."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.summary.pattern import late

Span = tuple[int, int]

_BRACKETS = {
    "(": ")",
    "（": "）",
    "[": "]",
    "【": "】",
    "《": "》",
    "「": "」",
    "『": "』",
    "“": "”",
    "‘": "’",
    "{": "}",
}
_SHUT = frozenset(_BRACKETS.values())
_BRACKET = late(r"[()（）\[\]【】《》「」『』“”‘’{}\"]")
_LONG_QUOTE = 160


def shields(text: str) -> list[Span]:
    """The outermost spans in brackets or quotes, in order; an unmatched bracket shields nothing."""
    stack: list[tuple[str, int]] = []
    found: list[Span] = []
    for match in _BRACKET.finditer(text):
        mark, at = match.group(), match.start()
        if mark == "’" and at and text[at - 1].isalpha() and text[at - 1] < "\u0250":
            continue
        if mark == '"':
            mark = '"close' if any(shut == '"close' for shut, _ in stack) else '"'
        if mark in _BRACKETS or mark == '"':
            stack.append((_BRACKETS.get(mark, '"close'), at))
        elif mark in _SHUT or mark == '"close':
            depth = next((i for i in range(len(stack) - 1, max(-1, len(stack) - 6), -1) if stack[i][0] == mark), None)
            if depth is not None:
                opened = stack[depth][1]
                del stack[depth:]
                while found and found[-1][0] > opened:
                    found.pop()
                if match.end() - opened <= _LONG_QUOTE:
                    found.append((opened, match.end()))
    return found


class Shield:
    """Spans, sorted, within which nothing is cut."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = spans
        self._next = 0

    def covers(self, at: int) -> bool:
        """Whether a position lies within a span; asked for positions in order."""
        while self._next < len(self._spans) and self._spans[self._next][1] <= at:
            self._next += 1
        return self._next < len(self._spans) and self._spans[self._next][0] <= at


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, overlapping ones made one."""
    result: list[Span] = []
    for low, high in sorted(spans):
        if result and low <= result[-1][1]:
            result[-1] = (result[-1][0], max(high, result[-1][1]))
        elif low < high:
            result.append((low, high))
    return tuple(result)
