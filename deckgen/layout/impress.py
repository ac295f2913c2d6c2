"""Lines as LibreOffice Impress fills them, measured on version 7.4, and held to it by tests.

Its ways are its own: a line is as long as can be, then goes back to where its last character's script allows a break.
East Asian text may break before any character that may begin a line, were it within a Latin word; Latin text breaks
where the Unicode rules say, but after no slash if a space can be found before it. Between two scripts stands a gap,
and a line that holds all but the gap is full. Of several spaces one hangs, the others begin the next line. A link
is set as one piece.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from deckgen.layout.linebreak import breaks

GAP_AFTER_EAST_ASIAN, GAP_AFTER_LATIN = 0.29, 0.245
"""Em between two scripts: a fifth of the line height of the face before the gap, here of the tallest."""

NEVER_FIRST = frozenset(
    " !),.:;?]}¢'\"、。〉》」』】〕〗〞︰︱︳﹐､﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？｜｝︴︶︸︺︼︾﹀﹂﹄﹏､～￠々‖•·ˇˉ―-′’”"
)
NEVER_LAST = frozenset("([{£¥'\"‵〈《「『【〔〖（［｛￡￥〝︵︷︹︻︽︿﹁﹃﹙﹛﹝“‘")
"""What neither begins nor ends a line after East Asian text, whatever `p:kinsoku` says; a mark takes the spaces before
it along."""

LONGEST_PATH = 66
"""So many characters before a slash are searched for a space."""


class Glyph(NamedTuple):
    """A character, its advance in em in the face of either script, and the number of the link it stands in, or 0."""

    char: str
    latin: float
    east_asian: float
    link: int = 0


class Filled(NamedTuple):
    """Lines, the widest and the last of them in em, and whether a word had to be broken."""

    lines: int
    widest: float
    last: float
    broken: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A text without line breaks: where each character begins and ends in em if all stood on one line, which are in
    East Asian script, where scripts change, and where its links stand."""

    text: str
    starts: tuple[float, ...]
    ends: tuple[float, ...]
    east_asian: tuple[bool, ...]
    changes: tuple[int, ...]
    links: tuple[tuple[int, int], ...]
    goes_on: bool = False
    """Whether a line break follows the text."""


def measured(glyphs: tuple[Glyph, ...], goes_on: bool = False) -> Line:
    """Glyphs one after another, with the gaps between scripts; `goes_on` says that a line break follows."""
    text = "".join(glyph.char for glyph in glyphs)
    scripts = _scripts(text)
    changes = _changes(text, scripts)
    starts: list[float] = []
    ends: list[float] = []
    x = 0.0
    for place, glyph in enumerate(glyphs):
        if place in changes:
            x += GAP_AFTER_EAST_ASIAN if scripts[place - 1] else GAP_AFTER_LATIN
        starts.append(x)
        x += glyph.east_asian if scripts[place] else glyph.latin
        ends.append(x)
    return Line(text, tuple(starts), tuple(ends), scripts, tuple(changes), tuple(_links(glyphs)), goes_on)


def _changes(text: str, scripts: tuple[bool, ...]) -> dict[int, None]:
    """Where gaps stand: between scripts, and before the first East Asian character after others of no script."""
    found = [place for place, (one, other) in enumerate(pairwise(scripts), 1) if one != other]
    first = next((place for place, char in enumerate(text) if east_asian(char) is not None), 0)
    return dict.fromkeys([first, *found] if first and scripts[first] else found)


def _links(glyphs: tuple[Glyph, ...]) -> Iterator[tuple[int, int]]:
    start = 0
    for place in range(1, len(glyphs) + 1):
        if place == len(glyphs) or glyphs[place].link != glyphs[start].link:
            if glyphs[start].link:
                yield start, place
            start = place


def _scripts(text: str) -> tuple[bool, ...]:
    """Whether each character counts as East Asian: what belongs to no script goes with the text before it."""
    own = [east_asian(char) for char in text]
    current = next((script for script in own if script is not None), False)
    scripts = []
    for script in own:
        current = current if script is None else script
        scripts.append(current)
    return tuple(scripts)


@cache
def east_asian(char: str) -> bool | None:
    """Whether a character is East Asian, or None for one that takes the script of the text before it."""
    if char in " \u00a0":
        return None
    if char < "\u0590" or "\u1e00" <= char <= "\u1fff":
        return False
    if "\u2e80" <= char <= "\ua4cf" or "\u1100" <= char <= "\u11ff" or "\uac00" <= char <= "\ud7ff":
        return True
    if "\uf900" <= char <= "\ufaff" or "\ufe30" <= char <= "\ufe4f" or "\uff00" <= char <= "\uffef":
        return True
    return True if char >= "\U00020000" else None


def filled(line: Line, limit: float) -> Filled:
    """How the text fills lines of `limit` em."""
    start, lines, widest, used, broken = 0, 0, 0.0, 0.0, False
    for end in cuts(line, limit):
        lines += 1
        used = breadth(line, start, end)
        widest = max(widest, used)
        broken = broken or (end < len(line.text) and _within_word(line.text, end))
        start = end
    return Filled(lines, widest, used, broken)


def cuts(line: Line, limit: float) -> Iterator[int]:
    """Where each line ends, in characters from the beginning of the text.

    A space that does not fit before a line break leaves the break a line of its own.
    """
    start, end = 0, _end(line, 0, limit)
    yield end
    while end < len(line.text):
        start, end = end, _end(line, end, limit)
        yield end
    if line.goes_on and line.text and line.ends[-1] >= line.starts[start] + limit:
        yield end


def breadth(line: Line, start: int, end: int) -> float:
    """The width in em from one character to another, without the spaces at the end."""
    while end > start and line.text[end - 1] == " ":
        end -= 1
    return line.ends[end - 1] - line.starts[start] if end > start else 0.0


def _within_word(text: str, place: int) -> bool:
    return text[place - 1].isalnum() and not breaks(text, place)


def _end(line: Line, start: int, limit: float) -> int:
    """Where the line that begins at `start` ends."""
    if not line.text or line.ends[-1] < line.starts[start] + limit:
        return _after_long_link(line, start, len(line.text))
    full = line.starts[start] + limit
    portion = _portion(line, start, full)
    most = bisect_left(line.ends, full, start, portion)
    if most < portion and line.text[most] == " ":
        return _after_long_link(line, start, most + 1)
    end = _broken(line, start, most)
    return _after_long_link(line, start, _before_link(line, start, end, most))


def _portion(line: Line, start: int, full: float) -> int:
    """The end of the stretch in one script within which the line gets full, be it by the gap after it."""
    following = bisect_left(line.changes, start + 1)
    number = bisect_left(line.changes, full, following, key=line.starts.__getitem__)
    return line.changes[number] if number < len(line.changes) else len(line.text)


def _broken(line: Line, start: int, most: int) -> int:
    """Where a line ends that has room up to `most`."""
    if most <= start:
        return start + 1
    if most >= len(line.text):
        return most
    end = _east_asian_break(line.text, start, most) if line.east_asian[most - 1] else _latin(line.text, start, most)
    end = max(end, start)
    if end < most and line.text[end] == "。" and end + 1 < len(line.text):
        end += 1
    return end if end > start else most


def _east_asian_break(text: str, start: int, most: int) -> int:
    end = most
    while end > start and (text[end] in NEVER_FIRST or text[end - 1] in NEVER_LAST):
        end -= 1
    if end == most:
        while end > start and is_hangul(text[end]) and is_hangul(text[end - 1]):
            end -= 1
    return end


def _latin(text: str, start: int, most: int) -> int:
    if breaks(text, most) and text[most - 1] != "/":
        return most
    end = most - 1
    while end > start and not breaks(text, end):
        end -= 1
    if end <= start or text[end - 1] != "/":
        return end
    for place in range(end - 2, max(-1, end - 1 - LONGEST_PATH), -1):
        if text[place].isspace():
            return place + 1
    return end


@cache
def is_hangul(char: str) -> bool:
    """Whether the character is a Hangul syllable or letter."""
    return "\uac00" <= char <= "\ud7ff" or "\u1100" <= char <= "\u11ff" or "\ua960" <= char <= "\ua97f"


def _before_link(line: Line, start: int, end: int, most: int) -> int:
    """A link that does not fit goes to the next line, or is cut anywhere where it fills a line by itself."""
    for first, last in line.links:
        if first < end < last:
            return first if first > start else most
    return end


def _after_long_link(line: Line, start: int, end: int) -> int:
    """Nothing follows a link that was cut on the line on which the link ends."""
    for first, last in line.links:
        if first < start < last < end:
            return last
    return end
