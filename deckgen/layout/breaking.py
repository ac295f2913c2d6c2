"""Where lines may break, and how many lines a text takes.

Programs disagree in small things: whether a hyphen or a slash ends a line, whether Korean breaks inside a word, and
whether a gap of about a quarter em stands between Chinese and Latin. A text is counted under each of these rules and
the highest count is taken, so that no program needs more lines than were allowed for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from deckgen.metrics import widths
from deckgen.model import Fonts, Run, Runs

GAP = 0.24
"""Em between an ideograph and a Latin letter, measured in LibreOffice; PowerPoint sets none."""

SLACK = 1.02
SLACK_POINTS = 0.3
"""What a line may be wider than the sum of its advances: rounding of glyph positions, measured in LibreOffice."""

NEVER_FIRST = frozenset(
    "!%),.:;?]}¢°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠々〻ヽヾゝゞーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ"
)
"""Closing marks and small kana: no line starts with one."""

NEVER_LAST = frozenset("$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（［｛￡￥#＃")
"""Opening marks: no line ends with one."""

WHOLE = frozenset("—…‥─")
"""Two of the same stay together."""

LOOSE_ENDS = frozenset("-/?!}|~…—–‐")
"""Marks inside Latin text after which some programs break."""


class Faces(NamedTuple):
    """The three typefaces that a text is set in."""

    latin: str
    east_asian: str
    mono: str

    @classmethod
    def of(cls, fonts: Fonts, lang: str) -> Faces:
        """The theme's faces for a language tag such as `zh-CN`."""
        east_asian = {"ko": fonts.korean, "ja": fonts.japanese}.get(lang[:2].casefold(), fonts.chinese)
        return cls(fonts.latin, east_asian, fonts.mono)


class Style(NamedTuple):
    """How runs without marks of their own are set."""

    faces: Faces
    bold: bool = False
    mono: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """What no rule breaks: the advances of its characters in em, the spaces after it, and whether a line ends there."""

    advances: tuple[float, ...]
    width: float
    space: float
    ends: bool


class Extent(NamedTuple):
    """How much room a text takes: lines, and the widest of them in em."""

    lines: int
    widest: float


def extent(text: Runs, style: Style, width: float, size: float, first: float = 0.0) -> Extent:
    """Lines of `text` at `size` points in `width` points, the first line shorter by `first` points.

    Advances are raised by the slack above, so the answer is what the least favourable program needs.
    """
    limit = max(0.0, width - SLACK_POINTS) / SLACK / size
    start = max(0.0, width - first - SLACK_POINTS) / SLACK / size
    counts = [_fill(words, limit, start) for words in _readings(text, style)]
    return Extent(max(c.lines for c in counts), max(c.widest for c in counts) * SLACK)


@lru_cache(maxsize=20_000)
def _readings(text: Runs, style: Style) -> tuple[tuple[Word, ...], ...]:
    """The text as words under every rule, without repeating those that agree."""
    chars = tuple(_measured(text, style))
    readings = (_words(chars, loose, gap) for loose in (False, True) for gap in (GAP, 0.0))
    return tuple(dict.fromkeys(readings))


def _measured(text: Runs, style: Style) -> list[tuple[str, float]]:
    """The characters with their advances in em."""
    measured: list[tuple[str, float]] = []
    for run in text:
        table = widths(_latin_face(run, style), style.faces.east_asian, style.bold or run.bold)
        measured.extend((char, table[char]) for char in run.text)
    return measured


def _latin_face(run: Run, style: Style) -> str:
    return style.faces.mono if style.mono or run.code else style.faces.latin


def _words(chars: tuple[tuple[str, float], ...], loose: bool, gap: float) -> tuple[Word, ...]:
    words: list[Word] = []
    advances: list[float] = []
    space = 0.0
    for place, (char, width) in enumerate(chars):
        if char == "\n":
            words.append(Word(tuple(advances), sum(advances), space, True))
            advances, space = [], 0.0
            continue
        following = chars[place + 1][0] if place + 1 < len(chars) else ""
        if char in " \t\u3000":
            space += width
        elif following and is_wide(char) != is_wide(following) and _is_letter(char) and _is_letter(following):
            advances.append(width + gap)
        else:
            advances.append(width)
        if following and following != "\n" and may_break(char, following, loose):
            words.append(Word(tuple(advances), sum(advances), space, False))
            advances, space = [], 0.0
    words.append(Word(tuple(advances), sum(advances), space, False))
    return tuple(words)


def _is_letter(char: str) -> bool:
    return char.isalnum()


def is_wide(char: str) -> bool:
    """Whether the character belongs to a script whose lines break between any two characters."""
    return "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\uffef" or char >= "\U00020000" or is_hangul(char)


def is_hangul(char: str) -> bool:
    """Whether the character is a Hangul syllable or letter."""
    return "\uac00" <= char <= "\ud7ff" or "\u1100" <= char <= "\u11ff" or "\ua960" <= char <= "\ua97f"


def may_break(before: str, after: str, loose: bool) -> bool:
    """Whether a line may end between two neighbouring characters, neither of them a newline."""
    if after in " \t\u3000" or before == "\u00a0" or after == "\u00a0":
        return False
    if before in " \t\u3000":
        return True
    if after in NEVER_FIRST or before in NEVER_LAST or (before == after and before in WHOLE):
        return False
    if is_hangul(before) and is_hangul(after):
        return loose
    if is_wide(before) or is_wide(after):
        return True
    return loose and before in LOOSE_ENDS and (after.isalpha() or after in LOOSE_ENDS)


def _fill(words: tuple[Word, ...], limit: float, start: float) -> Extent:
    lines, widest, x, room = 1, 0.0, 0.0, start
    for word in words:
        if x + word.width > room:
            if x > 0 or room < limit:
                lines, x, room = lines + 1, 0.0, limit
            if word.width > room:
                extra, x = _break_word(word.advances, room)
                lines, widest = lines + extra, max(widest, room)
            else:
                x = word.width
        else:
            x += word.width
        widest = max(widest, x)
        x += word.space
        if word.ends:
            lines, x, room = lines + 1, 0.0, limit
    return Extent(lines, widest)


def _break_word(advances: tuple[float, ...], room: float) -> tuple[int, float]:
    """Lines beyond the first that an over-long word takes, and how far it reaches into the last."""
    extra, x = 0, 0.0
    for advance in advances:
        if x > 0 and x + advance > room:
            extra, x = extra + 1, 0.0
        x += advance
    return extra, x
