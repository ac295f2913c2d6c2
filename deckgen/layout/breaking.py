"""Where lines may break, and how many lines a text takes.

Programs disagree in small things: whether a hyphen or a slash ends a line, whether Korean breaks inside a word, and
whether a gap of about a quarter em stands between Chinese and Latin. A text is counted under each of these rules and
the highest count is taken, so that no program needs more lines than were allowed for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from deckgen.metrics import widths
from deckgen.model import Fonts, Run, Runs

GAP_AFTER_WIDE, GAP_AFTER_NARROW = 0.29, 0.23
"""Em that LibreOffice sets between an ideograph or its punctuation and Latin text, and the other way round: a fifth of
the line height of the font before the gap, whether or not the author typed a space. PowerPoint sets none."""

NEUTRAL = frozenset(" \t\u00a0\u3000“”‘’…—–·×°℃※")
"""Characters that take the script of the text before them."""

SLACK = 1.01
SLACK_POINTS = 0.3
"""What a line may be wider than the sum of its advances: rounding of glyph positions, measured in LibreOffice."""

DOUBT = 1.03
"""A line may hold this much more than was reckoned, where it is better not to count on its holding less."""

NEVER_FIRST = frozenset(
    "!%),.:;?]}¢°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠々〻ヽヾゝゞーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ"
)
"""Closing marks and small kana: no line starts with one."""

NEVER_LAST = frozenset("$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（［｛￡￥#＃")
"""Opening marks: no line ends with one."""

CLOSING = frozenset("，。、％·’”〉》」』】〕〗）］｝")
"""Marks that LibreOffice keeps with Latin text right after them."""

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
    """What no rule breaks: the advances of its characters in em, the spaces after it, and whether a line ends there.

    `slash` is how far the character after its first slash reaches, or nothing where it has no slash.
    """

    advances: tuple[float, ...]
    width: float
    space: float
    ends: bool
    slash: float


class Extent(NamedTuple):
    """How much room a text takes: lines, the widest and the last of them in em, and whether a word had to be broken."""

    lines: int
    widest: float
    last: float
    broken: bool


@lru_cache(maxsize=50_000)
def extent(text: Runs, style: Style, width: float, size: float, first: float = 0.0) -> Extent:
    """Lines of `text` at `size` points in `width` points, the first line shorter by `first` points.

    Advances are raised by the slack above, so the answer is what the least favourable program needs.
    """
    limit = max(0.0, width - SLACK_POINTS) / SLACK / size
    start = max(0.0, width - first - SLACK_POINTS) / SLACK / size
    readings = _readings(text, style)
    counts = [_fill(words, limit, start, False) for words in readings]
    counts += [_fill(words, limit, start, True) for words in readings if any(word.slash for word in words)]
    lines = max(c.lines for c in counts)
    last = min(c.last for c in counts if c.lines == lines)
    return Extent(lines, max(c.widest for c in counts) * SLACK, last, any(c.broken for c in counts))


@lru_cache(maxsize=20_000)
def _readings(text: Runs, style: Style) -> tuple[tuple[Word, ...], ...]:
    """The text as words under every rule, without repeating those that agree."""
    chars = tuple(_measured(text, style))
    spaced = tuple(_spaced(chars))
    said = "".join(char for char, _ in chars)
    habits = ((False, True), (True, False), (True, True))
    breaks = dict.fromkeys(_ends(said, loose, glued) for loose, glued in habits)
    widths = (chars,) if chars == spaced else (chars, spaced)
    return tuple(_words_between(said, some, ends) for ends in breaks for some in widths)


def _measured(text: Runs, style: Style) -> list[tuple[str, float]]:
    """The characters with their advances in em."""
    measured: list[tuple[str, float]] = []
    for run in text:
        table = widths(_latin_face(run, style), style.faces.east_asian, style.bold or run.bold)
        measured.extend((char, table[char]) for char in run.text)
    return measured


def _spaced(chars: tuple[tuple[str, float], ...]) -> Iterator[tuple[str, float]]:
    """The characters with the gaps between scripts added to the one before each gap."""
    wide: bool | None = None
    for place, (char, width) in enumerate(chars):
        if char == "\n":
            wide = None
        elif char not in NEUTRAL:
            wide = is_wide(char)
        following = chars[place + 1][0] if place + 1 < len(chars) else "\n"
        changes = wide is not None and following != "\n" and following not in NEUTRAL and is_wide(following) != wide
        gap = (GAP_AFTER_WIDE if wide else GAP_AFTER_NARROW) if changes else 0.0
        yield char, width + gap


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
    slash = kept.find("/", 1) + 1
    reach = sum(advances[: slash + 1]) if 1 < slash < len(kept) else 0.0
    return Word(advances, sum(advances), space, text.endswith("\n"), reach)


@cache
def is_wide(char: str) -> bool:
    """Whether the character belongs to a script whose lines break between any two characters."""
    return "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\uffef" or char >= "\U00020000" or is_hangul(char)


def is_hangul(char: str) -> bool:
    """Whether the character is a Hangul syllable or letter."""
    return "\uac00" <= char <= "\ud7ff" or "\u1100" <= char <= "\u11ff" or "\ua960" <= char <= "\ua97f"


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


def _fill(words: tuple[Word, ...], limit: float, start: float, retreats: bool) -> Extent:
    """Lines filled one after another. With `retreats`, as LibreOffice does it: a line that ends beyond the slash of a
    word such as CI/CD is broken at its last space instead, however far back that is."""
    lines, widest, x, room = 1, 0.0, 0.0, start
    loose_end, broken, last = 0.0, False, 0.0
    for word in words:
        if x + word.width > room:
            reached = word.slash and x + word.slash <= room * DOUBT
            carried = loose_end if retreats and reached and loose_end < x else 0.0
            if x > 0 or room < limit:
                lines, x, room = lines + 1, carried, limit
            if x + word.width > room:
                extra, x = _break_word(word.advances, x, room)
                lines, widest, broken = lines + extra, max(widest, room), broken or extra > 0
            else:
                x += word.width
            loose_end = x
        else:
            x, loose_end = x + word.width, loose_end + word.width
        widest, last = max(widest, x), x
        x += word.space
        loose_end = 0.0 if word.space else loose_end
        if word.ends:
            lines, x, room, loose_end = lines + 1, 0.0, limit, 0.0
    return Extent(lines, widest, last, broken)


def _break_word(advances: tuple[float, ...], x: float, room: float) -> tuple[int, float]:
    """Lines beyond the present one that an over-long word takes from `x` on, and how far it reaches into the last."""
    extra = 0
    for advance in advances:
        if x > 0 and x + advance > room:
            extra, x = extra + 1, 0.0
        x += advance
    return extra, x
