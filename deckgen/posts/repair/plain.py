"""Plain text copied off a page: which of its lines were headings.

Nothing here touches a post that has a heading already. A line becomes one by the strongest sign there is: a table of
contents that repeats it, a number in a sequence, bold type, or standing alone and short before a body of text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from deckgen.posts.lines import Line, Lines
from deckgen.posts.paragraphs import is_label
from deckgen.posts.repair.headings import KNOWN
from deckgen.posts.repair.likeness import SHORT_LATIN, is_body, is_led, is_title
from deckgen.posts.repair.numbers import Numbered, sequences
from deckgen.posts.repair.rule import BLANK, BULLET, Mended, heading_of, seen
from deckgen.posts.script import has_cjk, width

_MARKS = re.compile(
    r"^[\s▼▲►▶●•◆■□○★☆·*+\-–—#>]*(?:\d{1,2}(?:\.\d{1,2})*[.．、):：]?\s*|[一二三四五六七八九十]{1,3}[、.．]\s*)?"
)
_SETEXT = re.compile(r"^ {0,3}(?:=+|-{2,})\s*$")
_BOLD = re.compile(r"^(\*\*|__)(?!\s)([^*_]+?)\1\s*$")
_ITEM = re.compile(r"^\d{1,2}(?:[.．)][ \t]+|、)(?=\S)")
"""A number that runs in no sequence of sections is an item's."""

_ENOUGH = 6
_TALL_TITLE = 70.0
_MOST_IN_A_ROW = 2


@dataclass(frozen=True, slots=True)
class _Told:
    """A line with text: where it stands, what it says without its marks of emphasis, and whether it stands alone.

    One that `leads` begins a paragraph, and what follows it there is a body of text.
    """

    index: int
    text: str
    alone: bool
    bold: bool
    leads: bool = False


def plain_title(lines: Lines) -> Mended:
    """In a text without headings the first line is its title, if it is short and stands alone."""
    told = _told(lines)
    if not _is_plain(lines, told) or not told[0].alone:
        return Mended(lines)
    first = told[0]
    marked = _MARKS.sub("", first.text, count=1) != first.text
    if marked or width(first.text) > _TALL_TITLE or re.search("[。；，,;]$|https?://", first.text):
        return Mended(lines)
    return _with_headings(lines, {first.index: 1}, frozenset(), "plain-title")


def plain_headings(lines: Lines) -> Mended:
    """In a text without headings but its title, the lines that must have been headings."""
    told = _told(lines)
    if told and _is_title(lines[told[0].index]):
        told = told[1:]
    if len(told) < _ENOUGH or not _is_plain(lines, told):
        return Mended(lines)
    contents, levels = _from_contents(told)
    rest = [line for line in told if line.index not in contents and line.index not in levels]
    if not levels:
        levels = _from_numbers(told)
    levels |= _from_bold(rest) | _from_standing(lines, told, contents, levels)
    return _with_headings(lines, levels, contents, "plain-heading")


def _told(lines: Lines) -> list[_Told]:
    texts = [line.text.strip() for line in lines]
    spaced = sum(1 for before, text in pairwise(texts) if text and not before)
    # Without blank lines every Chinese line is a paragraph; a Latin one is the hard-wrapped part of one.
    chinese = sum(map(has_cjk, texts)) * 2 > sum(map(bool, texts))
    close = chinese and spaced * 3 < sum(map(bool, texts))
    found: list[_Told] = []
    last = ""
    for index, text in enumerate(texts):
        if not text or lines[index].verbatim:
            continue
        before = index == 0 or not texts[index - 1] or (close and re.search("[。！？!?.…]$", last) is not None)
        after = index + 1 == len(texts) or not texts[index + 1] or close
        bold = _BOLD.match(text)
        leads = before and not after and has_cjk(text) and is_body(texts[index + 1])
        found.append(_Told(index, bold[2].strip() if bold else text, before and after, bold is not None, leads))
        last = text
    return found


def _is_plain(lines: Lines, told: Sequence[_Told]) -> bool:
    """Whether the text is long enough to have sections and shows none."""
    if len(told) < _ENOUGH or sum(width(line.text) for line in told) < 120:
        return False
    shown = {line.index for line in told}
    for index in shown:
        text = lines[index].text
        if heading_of(text) or re.match(r"\s*<h[1-6]", text, re.IGNORECASE):
            return False
        if _SETEXT.match(text) and index - 1 in shown:
            return False
    return True


def _is_title(line: Line) -> bool:
    heading = heading_of(line.text)
    return heading is not None and heading[0] == 1


def _from_contents(told: Sequence[_Told]) -> tuple[frozenset[int], dict[int, int]]:
    """A table of contents, and the lines below it that it names: the surest sign there is."""
    keys = [_key(line.text) for line in told]
    last = {key: place for place, key in enumerate(keys) if key}
    start = 0
    while start < len(told):
        end = start
        while end < len(told) and keys[end] and last[keys[end]] > end and width(told[end].text) <= _TALL_TITLE * 1.5:
            end += 1
        named = {told[last[key]].index: 2 for key in keys[start:end]}
        if end - start >= 3 and len(named) == end - start and min(named) > told[end - 1].index and _is_spread(named):
            listed = {line.index for line in told[start:end]}
            if start and _heads_contents(told[start - 1]):
                listed.add(told[start - 1].index)
            return frozenset(listed), named
        start = max(end, start + 1)
    return frozenset(), {}


def _is_spread(named: Iterable[int]) -> bool:
    """Whether most of the lines that a table of contents names have a text of their own below them."""
    places = sorted(named)
    return sum(after - place > 2 for place, after in pairwise(places)) * 2 > len(places) - 1


def _heads_contents(line: _Told) -> bool:
    return width(line.text) <= 16 and (not line.alone or (is_label(line.text) and "目录" in line.text))


def _key(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", _MARKS.sub("", text, count=1))).casefold()


def _from_numbers(told: Sequence[_Told]) -> dict[int, int]:
    """Lines numbered in sequence, each alone and with a text below it."""
    numbered = [
        Numbered(place, line.text)
        for place, line in enumerate(told)
        if (line.alone or line.bold or line.leads)
        and width(line.text) <= SHORT_LATIN * 0.6 + 5
        and not re.search("[。，；,;：:]$", line.text)
    ]
    bodies = [is_body(line.text) for line in told]
    return {told[place].index: level for place, level in sequences(numbered, bodies).items()}


def _from_bold(told: Sequence[_Told]) -> dict[int, int]:
    """Two or more lines all in bold, each with a text below it."""
    found = [
        line.index
        for line, after in pairwise(told)
        if line.bold
        and line.alone
        and not after.bold
        and width(line.text) <= 40
        and not re.search("[。；，,;：:]$", line.text)
    ]
    return dict.fromkeys(found, 2) if len(found) >= 2 else {}


def _from_standing(
    lines: Lines, told: Sequence[_Told], contents: frozenset[int], levels: dict[int, int]
) -> dict[int, int]:
    """Short lines that stand alone before a body of text; beside numbered headings only words that head sections."""
    chinese = sum(has_cjk(line.text) for line in told) * 2 > len(told)
    ruled = _is_ruled(told, levels)
    texts = {line.index: line.text.strip() for line in told}
    found: list[int] = []
    leads = False
    row: list[int] = []
    for place in range(len(told) - 1, -1, -1):
        line = told[place]
        before = told[place - 1].text if place and not _is_parted(lines, told[place - 1].index, line.index) else ""
        stands = line.index not in contents and line.index not in levels and line.alone and not _ITEM.match(line.text)
        stands = stands and leads and is_title(line.text, chinese=chinese) and not is_led(line.text, before)
        if stands:
            row.append(line.index)
        else:
            found += _headings_of(row)
            row = []
        # A heading may stand right above another one that has its text.
        leads = stands or is_body(line.text) or not line.alone or line.index in levels or _is_item(line.text)
    found += _headings_of(row)
    if ruled:
        found = [index for index in found if KNOWN.fullmatch(texts[index])]
    return dict.fromkeys(found, 2) if len(found) * 1.8 <= len(told) else {}


def _is_parted(lines: Lines, one: int, other: int) -> bool:
    """Whether code or the like stands between two lines with text."""
    return any(line.verbatim and line.text.strip() for line in lines[one + 1 : other])


def _is_item(text: str) -> bool:
    return BULLET.match(text) is not None or _ITEM.match(text) is not None or text.startswith("•")


def _headings_of(row: list[int]) -> list[int]:
    """Short lines right above each other that may be headings; many of them are a list."""
    return row if len(row) <= _MOST_IN_A_ROW else []


def _is_ruled(told: Sequence[_Told], levels: dict[int, int]) -> bool:
    """Whether the headings found already span the text as its sections, so that other short lines are labels."""
    tops = [index for index, level in levels.items() if level == 2]
    return len(tops) >= 3 and (max(tops) - min(tops)) * 10 >= 4 * (told[-1].index - told[0].index)


def _with_headings(lines: Lines, levels: dict[int, int], dropped: frozenset[int], name: str) -> Mended:
    kept: list[Line] = []
    for index, line in enumerate(lines):
        if index in dropped:
            kept.append(line.saying(BLANK))
        elif index in levels:
            kept.extend(_heading(line, levels[index]))
        else:
            kept.append(line)
    repairs = [(index, seen(name, lines[index])) for index in levels]
    repairs += [(index, seen("table-of-contents", lines[index])) for index in dropped]
    return Mended(tuple(kept), tuple(repair for _, repair in sorted(repairs, key=lambda repair: repair[0])))


def _heading(line: Line, level: int) -> Iterator[Line]:
    bold = _BOLD.match(line.text.strip())
    yield line.saying(BLANK)
    yield line.saying("#" * level + " " + (bold[2] if bold else line.text).strip())
    yield line.saying(BLANK)
