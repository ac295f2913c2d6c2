"""Which table measures which face, and which face of a pair draws a character."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache
from importlib.resources import files
from typing import Literal

EM = 1000

FACES = {
    "sans": ("Arial", "Helvetica", "Liberation Sans", "Arimo"),
    "narrow": ("Arial Narrow", "Liberation Sans Narrow"),
    "humanist": ("Calibri", "Carlito"),
    "serif": ("Times New Roman", "Times", "Liberation Serif", "Tinos"),
    "mono": ("Courier New", "Courier", "Liberation Mono", "Cousine", "Consolas", "Cascadia Mono", "Menlo"),
    "wide": ("Verdana", "DejaVu Sans", "Segoe UI", "Tahoma", "Trebuchet MS"),
    "cjk": (
        *("Microsoft YaHei", "Microsoft YaHei UI", "DengXian", "SimHei", "SimSun", "KaiTi", "FangSong", "PingFang SC"),
        *("微软雅黑", "等线", "黑体", "宋体", "楷体", "仿宋", "微軟正黑體", "新細明體", "游ゴシック", "メイリオ"),
        *("ＭＳ ゴシック", "ＭＳ Ｐゴシック", "맑은 고딕", "굴림", "돋움"),
        *("Noto Sans CJK SC", "Noto Sans CJK TC", "Noto Sans CJK JP", "Noto Sans CJK KR", "Noto Sans SC"),
        *("Source Han Sans SC", "WenQuanYi Micro Hei", "Microsoft JhengHei", "PingFang TC"),
        *("Yu Gothic", "Meiryo", "MS Gothic", "MS PGothic", "Hiragino Sans", "Malgun Gothic", "Apple SD Gothic Neo"),
    ),
    "ahem": ("Ahem",),
}
"""Table -> the faces it measures: those with the same metrics, or with none wider in running text."""

SAFE = "wide"
HEAVY = re.compile(r"(?i)\b(?:semi|demi|extra|ultra)?-?(?:bold|black|heavy)\b")
"""Faces without a table whose names say that they are heavy are measured as bold ones."""

ONE_WEIGHT = frozenset({"ahem"})
TABLE_OF = {face.casefold(): table for table, faces in FACES.items() for face in faces}

EMOJI_WIDTH = 1300
UNKNOWN_WIDTH = 1000

EAST_ASIAN = (
    (0x1100, 0x11FF),  # Hangul Jamo
    (0x2E80, 0x303F),  # radicals, ideographic punctuation
    (0x3040, 0xA4CF),  # kana, bopomofo, ideographs, Yi
    (0xA960, 0xA97F),  # Hangul Jamo
    (0xAC00, 0xD7FF),  # Hangul
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0xFE30, 0xFE4F),  # vertical forms
    (0xFF00, 0xFFEF),  # full-width and half-width forms
    (0x20000, 0x3FFFF),  # ideographs
)
EMOJI = ((0x1F000, 0x1FAFF), (0x2600, 0x27BF))
SHARED = frozenset("§¨°±´¶·×÷")
"""Latin characters that programs set in the East Asian face where the text around them is East Asian."""

Script = Literal["latin", "east_asian"]

JOINERS = frozenset("\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f")


def known(face: str) -> bool:
    """Whether the face has a table of its own; the others are measured by a wide stand-in."""
    return face.casefold() in TABLE_OF


class Table:
    """One face's advances: sorted ranges of code points, in thousandths of an em."""

    __slots__ = ("_starts", "_values")

    def __init__(self, text: str) -> None:
        entries: list[tuple[int, tuple[int, int] | tuple[int, ...]]] = []
        for line in text.splitlines():
            head, _, tail = line.partition(" ")
            numbers = tuple(map(int, tail.split()))
            if head.endswith(":"):
                entries.append((int(head[:-1], 16), numbers))
                continue
            first, _, last = head.partition("-")
            entries.append((int(first, 16), (-int(last, 16), numbers[0])))
        entries.sort()
        self._starts = [start for start, _ in entries]
        self._values = [values for _, values in entries]

    def get(self, code: int) -> int | None:
        """The advance of a code point, or None where the face does not have it."""
        place = bisect_right(self._starts, code) - 1
        if place < 0:
            return None
        values = self._values[place]
        if values[0] < 0:
            return values[1] if code <= -values[0] else None
        offset = code - self._starts[place]
        return values[offset] if offset < len(values) else None


@cache
def _table(face: str, bold: bool) -> Table:
    name = TABLE_OF.get(face.casefold(), SAFE)
    bold = bold or (name == SAFE and bool(HEAVY.search(face)))
    weight = "-bold" if bold and name not in ONE_WEIGHT else ""
    return Table((files("deckgen.metrics") / "tables" / f"{name}{weight}.txt").read_text(encoding="ascii"))


class Widths(dict[str, float]):
    """Character -> advance in em, for a Latin face and an East Asian one; filled as characters are asked for.

    Programs disagree on which face draws the characters that both have and both scripts use, such as quotation marks
    and ellipses. Without a `script` these are as wide as the wider of the two; with one, its face draws all that it
    has. Combining marks and joiners have no width.
    """

    def __init__(self, latin: str, east_asian: str, bold: bool, script: Script | None = None) -> None:
        super().__init__()
        self._latin = _table(latin, bold)
        self._east_asian = _table(east_asian, bold)
        self._script = script

    def __missing__(self, char: str) -> float:
        value = self._measure(char) / EM
        self[char] = value
        return value

    def _measure(self, char: str) -> int:
        code = ord(char)
        if char in JOINERS or unicodedata.combining(char) or 0x1F3FB <= code <= 0x1F3FF:
            return 0
        if self._script is not None and char != " ":
            faces = (self._latin, self._east_asian)
            for table in faces if self._script == "latin" else reversed(faces):
                if (width := table.get(code)) is not None:
                    return width
        return self._widest(char, code)

    def _widest(self, char: str, code: int) -> int:
        if code < 0x2000 and char not in SHARED and (width := self._latin.get(code)) is not None:
            return width
        if _within(code, EAST_ASIAN):
            return self._east_asian.get(code) or EM
        found = [width for table in (self._latin, self._east_asian) if (width := table.get(code)) is not None]
        if _within(code, EMOJI):
            found.append(EMOJI_WIDTH)
        return max(found, default=UNKNOWN_WIDTH)


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)


@cache
def widths(latin: str, east_asian: str, bold: bool = False, script: Script | None = None) -> Widths:
    """The widths of a pair of faces; the same pair gives the same table again."""
    return Widths(latin, east_asian, bold, script)


def advance(text: str, latin: str, east_asian: str, bold: bool = False) -> float:
    """The sum of the advances in em, without kerning (which only shortens) and without gaps between scripts."""
    table = widths(latin, east_asian, bold)
    return sum(table[char] for char in text)
