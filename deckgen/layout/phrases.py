"""Where the lines of a large text end: rather between phrases than within them, and about as long as each other."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from deckgen.layout import impress
from deckgen.layout.breaking import Faces, Style, impress_lines, is_wide
from deckgen.layout.setting import Setting, set_text
from deckgen.model import TextStyle, plain

if TYPE_CHECKING:
    from budoux import Parser

STEP, NARROWEST = 0.02, 0.45
"""By how many em a measure must be narrower than a line that shall not fit, and the least share of the given one."""

SAFE, FRAGILE = 0.7, 6.0
"""Lines that end at the same places only in measures within so many em may end elsewhere in another program; the fault
of that."""

MORE = 3.0
"""A line more than needed."""

EASE = 1.004
"""By how much lines run wider than the sum of their advances, on average."""

LONGEST = 240
"""The lines of a text of more characters end where they may."""

WORST = 9.0
"""The fault of a line that ends within a Chinese word, in the unit of all that follow."""

JOINED = 7.0
"""A line that ends at a hyphen, between a figure and what it counts, or after the first character in brackets."""

DANGLING = 4.0
"""A line that ends with a word that belongs to the next (`in`, 在), in a foreign term, or before one of the last."""

PHRASE, OPENING, CLAUSE = 2.5, 1.5, 0.0
"""A line that ends between two words, before a word that opens a phrase (`with`, 和), and after a clause."""

UNEVEN, ORPHAN, LONE = 3.5, 10.0, 1.5
"""A line shorter than the longest, in proportion to what it lacks, and a last line of less than so many em."""

CLAUSE_ENDS = frozenset("，。；：！？,;:!?—…】》」』）")
ENUMERATED = "、"
OPENING_BRACKETS = "([（【《「『"

OPENERS = frozenset("和与及或并而但且在对从把被为以将让由向于跟比按是有也都就")
"""Chinese words of one character that begin a phrase."""

COUNTING = frozenset("一二三四五六七八九十两几每这那第某各")
"""Those that belong to what they count or point at."""

CLOSERS = frozenset("的了着过地得吗呢吧等们后时里中上下")
"""Those that end one; the first seven and 等 never begin a line well."""

NEVER_OPEN = frozenset("的了着过地得吗呢吧等们")

_WORDS = (
    "a an the of in on at by for to into from with without and or nor but as than that which who via per is are was"
)
WORDS_OPEN = frozenset(_WORDS.split())
"""Short words that belong to what follows."""


@lru_cache(maxsize=5_000)
def phrased(setting: Setting, style: TextStyle, faces: Faces, most: int = 0) -> Setting:
    """As many lines in a measure, narrower where that helps, in which they end best; up to `most` where that helps.

    Of the measures in which they end at the same places the middle one is taken, so that they end there, too, where
    text runs a little wider or closer.
    """
    if setting.lines == len(setting.paragraphs) or sum(len(plain(p.text)) for p in setting.paragraphs) > LONGEST:
        return setting
    most = max(most, setting.lines)
    for width in _measures(setting, style, faces, most):
        other = set_text(setting.paragraphs, style, faces, width, setting.size, setting.after)
        if setting.lines <= other.lines <= most and (setting.broken or not other.broken):
            return other
    return setting


def _measures(setting: Setting, style: TextStyle, faces: Faces, most_lines: int) -> list[float]:
    """Measures in points, the one in which the lines end best first."""
    lines = _lines(setting, style, faces)
    found: list[tuple[float, float]] = []
    most = setting.width / EASE
    while most > NARROWEST * setting.width:
        ends = tuple(tuple(impress.cuts(line, most / size)) for line, size in lines)
        count = sum(map(len, ends))
        if count > most_lines:
            break
        widths = [_widths(line, cuts) for (line, _), cuts in zip(lines, ends, strict=True)]
        # Down to the width of the longest line, all lines end at the same places.
        least = max(size * max(own) for (_, size), own in zip(lines, widths, strict=True))
        fault = sum(_fault(line, cuts, own) for (line, _), cuts, own in zip(lines, ends, widths, strict=True))
        fault += FRAGILE * (most - least < SAFE * setting.size) + MORE * max(0, count - setting.lines)
        found.append((round(fault, 6), EASE * (least + most) / 2))
        most = min(most, least) - STEP * setting.size
    return [width for _, width in sorted(found, key=lambda each: each[0])]


def _lines(setting: Setting, style: TextStyle, faces: Faces) -> list[tuple[impress.Line, float]]:
    """The text's own lines, each with the size in points that it is set at."""
    found = []
    faces = faces._replace(latin=style.face) if style.face else faces
    for paragraph in setting.paragraphs:
        own = Style(faces, style.bold if paragraph.bold is None else paragraph.bold, style.mono)
        size = paragraph.size or setting.size
        found += [(line, size) for line in impress_lines(paragraph.text, own)]
    return found


def fault_of_words(line: impress.Line, cuts: tuple[int, ...]) -> float:
    """How badly lines end where they are cut, however long they are: words cut in two, and lone characters."""
    if len(cuts) < 2:
        return 0.0
    faults = _faults(line.text)
    orphan = ORPHAN if impress.breadth(line, cuts[-2], cuts[-1]) < LONE else 0.0
    return sum(faults[cut] for cut in cuts[:-1] if cut < len(faults)) + orphan


def _fault(line: impress.Line, cuts: tuple[int, ...], widths: list[float]) -> float:
    """How badly a text's own lines end where they are cut."""
    if len(cuts) < 2:
        return 0.0
    longest = max(widths) or 1.0
    uneven = sum(1 - width / longest for width in widths) / (len(widths) - 1)
    return fault_of_words(line, cuts) + UNEVEN * uneven


def _widths(line: impress.Line, cuts: tuple[int, ...]) -> list[float]:
    """The widths in em of the lines that end at `cuts`, without the spaces at their ends."""
    return [impress.breadth(line, start, end) for start, end in pairwise((0, *cuts))]


@lru_cache(maxsize=2_000)
def _faults(text: str) -> tuple[float, ...]:
    """How badly a line would end before each character of the text."""
    words = _word_starts(text)
    return tuple(_fault_at(text, place, words) if place else 0.0 for place in range(len(text)))


def _fault_at(text: str, place: int, words: frozenset[int]) -> float:
    before, after = text[place - 1], text[place]
    if _just_opened(text[:place].rstrip()):
        return JOINED
    if before == " ":
        return _fault_at_space(text, place)
    if before in CLAUSE_ENDS:
        return CLAUSE
    if before == ENUMERATED:
        return OPENING
    if before in "-/" or (before.isdigit() and is_wide(after)):
        return JOINED
    if after in NEVER_OPEN:
        return DANGLING
    if is_wide(before) and is_wide(after) and place not in words:
        return WORST
    if before in OPENERS or before in COUNTING:
        return DANGLING
    return OPENING if after in OPENERS or before in CLOSERS else PHRASE


def _just_opened(line: str) -> bool:
    """Whether a bracket was opened right at the end of a line, or a character before it."""
    return any(bracket in line[-2:] for bracket in OPENING_BRACKETS)


def _fault_at_space(text: str, place: int) -> float:
    words = text[:place].split()
    if not words or words[-1][-1] in CLAUSE_ENDS:
        return CLAUSE
    before, after = words[-1].casefold(), text[place:].split(maxsplit=1)
    if before in WORDS_OPEN or before[-1] in OPENERS:
        return DANGLING
    if before[-1].isdigit() and after and is_wide(after[0][0]):
        return JOINED
    if after and (after[0].casefold() in WORDS_OPEN or after[0][0] in OPENERS):
        return OPENING
    within_term = bool(after) and not is_wide(before[-1]) and not is_wide(after[0][0]) and any(map(is_wide, text))
    return DANGLING if within_term else PHRASE


def _word_starts(text: str) -> frozenset[int]:
    """Where words of Chinese or Japanese begin, as a model of these languages says."""
    if not any(is_wide(char) for char in text):
        return frozenset()
    starts, place = set(), 0
    for word in _parser(any("\u3041" <= char <= "\u30fa" for char in text)).parse(text):
        starts.add(place)
        place += len(word)
    return frozenset(starts)


@cache
def _parser(japanese: bool) -> Parser:
    import budoux

    if japanese:
        return budoux.load_default_japanese_parser()
    return budoux.load_default_simplified_chinese_parser()
