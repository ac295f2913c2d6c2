"""Numbers at the head of lines, and when a run of them numbers sections rather than the items of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_DIGITS = "一二三四五六七八九十"
_STYLES = (
    ("part", re.compile(rf"^第\s*([{_DIGITS}]{{1,3}}|\d{{1,2}})\s*[章节部篇]分?[\s、.:：]*")),
    ("chinese", re.compile(rf"^([{_DIGITS}]{{1,3}})\s*[、.．]\s*")),
    ("bracketed", re.compile(rf"^[（(]\s*([{_DIGITS}]{{1,3}}|\d{{1,2}})\s*[)）]\s*")),
    ("named", re.compile(r"^(?:part|chapter|topic|session)\s*(\d{1,2})\b[\s.:：\-–—]*", re.IGNORECASE)),
    ("nested", re.compile(r"^\d{1,2}\.(\d{1,2})(?![\d.])[\s.、]*(?=\S)")),
    ("plain", re.compile(r"^(\d{1,2})\s*[.．、)]\s*(?=[^\d\s])")),
)


_LINES = 4
"""A section that is numbered anew in each chapter has so many lines with text, its heading included."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that may carry a number; `place` is its place among the lines with text."""

    place: int
    text: str


def sequences(lines: Sequence[Numbered], bodies: Sequence[bool]) -> dict[int, int]:
    """The places of the lines that number sections, with the level of each (2 for the style met first).

    `bodies` says of every line with text whether it is a body of text. A style counts when it runs 1, 2, 3 … and
    most of its lines have a body before the next number.
    """
    runs = {style: _run(style, lines) for style, _ in _STYLES}
    good = {
        style: places
        for style, places in runs.items()
        if _has_bodies(places, bodies) and not (_restarts(style, lines) > 1 and _is_brief(places, len(bodies)))
    }
    first = sorted(good, key=lambda style: good[style][0])
    # A style that begins anew numbers the parts of sections that have no number themselves.
    base = 3 if first and _restarts(first[0], lines) else 2
    return {place: min(6, base + depth) for depth, style in enumerate(first) for place in good[style]}


def _run(style: str, lines: Sequence[Numbered]) -> list[int]:
    """The places of the lines of one style, where their numbers follow each other."""
    found: list[int] = []
    expected = 1
    for line in lines:
        number = _number(style, line.text)
        if number == expected or (number == 1 and style in ("nested", "bracketed", "plain") and found):
            found.append(line.place)
            expected = number + 1
    return found


def _restarts(style: str, lines: Sequence[Numbered]) -> int:
    """How often a style begins anew."""
    return max(0, sum(_number(style, line.text) == 1 for line in lines) - 1)


def _is_brief(places: Sequence[int], end: int) -> bool:
    """Whether there are so few lines below most numbers that these number items, not sections."""
    lengths = sorted(after - place for place, after in zip(places, [*places[1:], end], strict=True))
    return lengths[len(lengths) // 2] < _LINES


def _number(style: str, text: str) -> int:
    for name, pattern in _STYLES:
        found = pattern.match(text)
        if found:
            return _value(found[1]) if name == style else 0
    return 0


def _value(digits: str) -> int:
    if digits.isdigit():
        return int(digits)
    tens, _, ones = digits.rpartition("十") if "十" in digits else ("", "", digits)
    base = 10 * (_DIGITS.index(tens[0]) + 1 if tens else 1) if "十" in digits else 0
    return base + (_DIGITS.index(ones[0]) + 1 if ones else 0)


def _has_bodies(places: Sequence[int], bodies: Sequence[bool]) -> bool:
    if len(places) < 2:
        return False
    return sum(_bodied(places, bodies)) * 10 >= 6 * len(places)


def _bodied(places: Sequence[int], bodies: Sequence[bool]) -> Iterator[bool]:
    for place, after in zip(places, [*places[1:], len(bodies)], strict=True):
        yield any(bodies[place + 1 : after])
