"""How many lines a text takes.

Programs disagree in small things: whether a hyphen or a slash ends a line, whether Korean breaks inside a word, and
whether a gap stands between Chinese and Latin. A text is counted as LibreOffice fills lines and under the plausible
rules of others, and the highest count is taken, so that no program needs more lines than were allowed for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from deckgen.layout import impress
from deckgen.layout.impress import is_hangul
from deckgen.metrics import widths
from deckgen.model import Fonts, Run, Runs

SLACK = 1.0075
SLACK_POINTS = 0.3
"""What a line may be wider than the sum of its advances: rounding of glyph positions, measured in LibreOffice."""

SHARES = (0.9925, 0.995, 0.9975, 1.0, 1.0025, 1.005)
"""Shares of a line's width that text may take by rounding and kerning."""

SMALL = 0.67
"""The size of raised and lowered text as a share of the text's: two thirds in PowerPoint, 0.58 in LibreOffice."""

NEVER_FIRST = frozenset(
    "!%),.:;?]}¢°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠々〻ヽヾゝゞーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ"
)
"""Closing marks and small kana: no line starts with one."""

NEVER_LAST = frozenset("$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（［｛￡￥#＃")
"""Opening marks: no line ends with one."""

CLOSING = frozenset("，。、％·’”〉》」』】〕〗）］｝")
"""Marks that some programs keep with Latin text right after them."""

WHOLE = frozenset("—…‥─")
"""Two of the same stay together."""

SPACES = " \t\u3000"
ENDS = SPACES + "\n"

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
    """How much room a text takes: lines, the widest and the last of them in em, and whether a word had to be broken."""

    lines: int
    widest: float
    last: float
    broken: bool


@lru_cache(maxsize=50_000)
def extent(text: Runs, style: Style, width: float, size: float) -> Extent:
    """Lines of `text` at `size` points in `width` points.

    Advances are raised by the slack above, so the answer is what the least favourable program needs.
    """
    limit = max(0.0, width - SLACK_POINTS) / SLACK / size
    counts = [_fill(words, limit) for words in _readings(text, style)]
    shown = impress_lines(text, style)
    counts += [_shown(shown, some) for some in _limits(shown, limit, width / size)]
    lines = max(c.lines for c in counts)
    last = min(c.last for c in counts if c.lines == lines)
    return Extent(lines, max(c.widest for c in counts) * SLACK, last, any(c.broken for c in counts))


def _limits(lines: tuple[impress.Line, ...], least: float, most: float) -> tuple[float, ...]:
    """Widths of a line between which the true one lies: at a slash a little less or more may be a whole line."""
    if not any("/" in line.text for line in lines):
        return least, most
    return least, *(most * share for share in SHARES)


def _shown(lines: tuple[impress.Line, ...], limit: float) -> Extent:
    filled = [impress.filled(line, limit) for line in lines]
    return Extent(
        sum(f.lines for f in filled), max(f.widest for f in filled), filled[-1].last, any(f.broken for f in filled)
    )


@lru_cache(maxsize=20_000)
def _readings(text: Runs, style: Style) -> tuple[tuple[Word, ...], ...]:
    """The text as words under every rule, without repeating those that agree."""
    chars = tuple(_measured(text, style))
    said = "".join(char for char, _ in chars)
    habits = ((False, True), (True, False), (True, True))
    breaks = dict.fromkeys(_ends(said, loose, glued) for loose, glued in habits)
    return tuple(_words_between(said, chars, ends) for ends in breaks)


@lru_cache(maxsize=20_000)
def impress_lines(text: Runs, style: Style) -> tuple[impress.Line, ...]:
    """The text's own lines, measured as LibreOffice sets them."""
    glyphs: list[list[impress.Glyph]] = [[]]
    for number, run in enumerate(text, 1):
        faces = (_latin_face(run, style), style.faces.east_asian, style.bold or run.bold)
        latin, east_asian = widths(*faces, "latin"), widths(*faces, "east_asian")
        link = number if run.link else 0
        scale = SMALL if run.script else 1.0
        for char in run.text:
            if char == "\n":
                glyphs.append([])
            else:
                glyphs[-1].append(impress.Glyph(char, scale * latin[char], scale * east_asian[char], link))
    return tuple(impress.measured(tuple(line), number < len(glyphs)) for number, line in enumerate(glyphs, 1))


def _measured(text: Runs, style: Style) -> list[tuple[str, float]]:
    """The characters with their advances in em."""
    measured: list[tuple[str, float]] = []
    for run in text:
        table = widths(_latin_face(run, style), style.faces.east_asian, style.bold or run.bold)
        scale = SMALL if run.script else 1.0
        measured.extend((char, scale * table[char]) for char in run.text)
    return measured


def _latin_face(run: Run, style: Style) -> str:
    return style.faces.mono if style.mono or run.code else style.faces.latin


def _words(chars: tuple[tuple[str, float], ...], loose: bool, glued: bool) -> tuple[Word, ...]:
    said = "".join(char for char, _ in chars)
    return _words_between(said, chars, _ends(said, loose, glued))


def _ends(text: str, loose: bool, glued: bool) -> tuple[int, ...]:
    """Where words end: after each of these many characters."""
    ends = [
        place
        for place, (char, following) in enumerate(pairwise(text), 1)
        if char == "\n" or (following != "\n" and may_break(char, following, loose, glued))
    ]
    if text.endswith("\n"):
        ends.append(len(text))
    return (*ends, len(text))


def _words_between(text: str, chars: tuple[tuple[str, float], ...], ends: tuple[int, ...]) -> tuple[Word, ...]:
    return tuple(_word(text[start:end], chars[start:end]) for start, end in pairwise((0, *ends)))


def _word(text: str, chars: tuple[tuple[str, float], ...]) -> Word:
    kept = text.rstrip(ENDS)
    if any(char in kept for char in ENDS):
        advances = tuple(width for char, width in chars if char not in ENDS)
        space = sum(width for char, width in chars if char in SPACES)
    else:
        advances = tuple([width for _, width in chars[: len(kept)]])
        space = sum([width for char, width in chars[len(kept) :] if char != "\n"]) if len(kept) < len(text) else 0.0
    return Word(advances, sum(advances), space, text.endswith("\n"))


@cache
def is_wide(char: str) -> bool:
    """Whether the character belongs to a script whose lines break between any two characters."""
    return "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\uffef" or char >= "\U00020000" or is_hangul(char)


@lru_cache(maxsize=100_000)
def may_break(before: str, after: str, loose: bool, glued: bool) -> bool:
    """Whether a line may end between two neighbouring characters, neither of them a newline.

    `loose` breaks after hyphens and slashes and within Korean words, `glued` keeps closing marks with Latin after them.
    """
    if after in SPACES or before == "\u00a0" or after == "\u00a0":
        return False
    if before in SPACES:
        return True
    if after in NEVER_FIRST or before in NEVER_LAST or (before == after and before in WHOLE):
        return False
    if is_hangul(before) and is_hangul(after):
        return loose
    if before in CLOSING and not is_wide(after):
        return not glued
    if is_wide(before) or is_wide(after):
        return True
    return loose and before in LOOSE_ENDS and (after.isalpha() or after in LOOSE_ENDS)


def _fill(words: tuple[Word, ...], limit: float) -> Extent:
    """Lines filled with words one after another."""
    lines, widest, x, broken, last = 1, 0.0, 0.0, False, 0.0
    for word in words:
        if x + word.width > limit:
            if x > 0:
                lines, x = lines + 1, 0.0
            if word.width > limit:
                extra, x = _break_word(word.advances, x, limit)
                lines, widest, broken = lines + extra, max(widest, limit), broken or extra > 0
            else:
                x += word.width
        else:
            x += word.width
        widest, last = max(widest, x), x
        x += word.space
        if word.ends:
            lines, x = lines + 1, 0.0
    return Extent(lines, widest, last, broken)


def _break_word(advances: tuple[float, ...], x: float, room: float) -> tuple[int, float]:
    """Lines beyond the present one that an over-long word takes from `x` on, and how far it reaches into the last."""
    extra = 0
    for advance in advances:
        if x > 0 and x + advance > room:
            extra, x = extra + 1, 0.0
        x += advance
    return extra, x
