"""Bullets that hang at the end of the line before, since the line breaks of a list were lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from deckgen.posts.lines import Line, Lines
from deckgen.posts.repair.habits import Habits, habits_of
from deckgen.posts.repair.rule import BULLET, VEIL, Mended, heading_of, seen, veiled
from deckgen.posts.script import CJK, IDEOGRAPH, is_cjk

_NEAR = 100
_MOST = 500
"""More items than this were never written, nor lost, in one line."""

_LONG = 10_000
_MANY = 3
"""So many items with a dash at the heads of lines are a habit."""
_STAR = re.compile(r"(?<![\s*\\])\*(?=[ \t\xa0]+(?:[^\s*]|\*\*[^\s*]))")
_STARS = re.compile(r"\*+")
_ORDERED = re.compile(r"^\s*\d{1,9}[.)][ \t]+(?=\S)")
_DASH = re.compile(r"(?<=[^\s\-–—|])-(?= +[^\s\-])")
_NUMBER = re.compile(r"(?<=[^\s\d.])(\d{1,2})\.(?= +\S|[^\s\d.])")
_WIDE = re.compile(r"(?<=[^\s*])(?:[ \t\xa0]{2,}|\t)(\*)(?=[ \t\xa0]+[^\s*])|(?<=[^\s*])[ \t]?(\*)(?=\t+[^\s*])")
_PRODUCT = re.compile(r".*?\d\S{0,3}[ \t]+\*[ \t]+\d")
_AFTER = re.compile(rf"(?<=[{CJK}.!?:;)\]\"”]) (\*)(?= +[^\s*\d])")
_ENDS = re.compile(r"[:：。.!！?？;；)）]\s?$")
_POINTER = re.compile(
    r"(?:void|char|int|short|long|float|double|bool|auto|const|unsigned|signed|struct \w+|FILE|\w+_t|\w+_s)$"
)
_GLUED = re.compile(rf"[{IDEOGRAPH})）：:。]\*[ \t]+\S")
_OPENS_ITEM = re.compile(rf"[A-Z{IDEOGRAPH}]")
_MARKED = re.compile(r"[\[`\"“'‘(（《「<]|https?://")


def mend_bullets(lines: Lines) -> Mended:
    """Parts `* 容易出错* 手动升级`, `### 维护特点* 易读的语法` and `## 参考- 链接`; `void* p` and `*em*` stay."""
    habits = habits_of(lines)
    broken = _is_broken(lines, habits)
    kept: list[Line] = []
    repairs = []
    for index, line in enumerate(lines):
        below = "" if line.verbatim else _next(lines, index)
        better = None if line.verbatim else glued_items(line.text, habits, below, broken=broken or _heads(lines, index))
        if better is None:
            kept.append(line)
        else:
            kept.extend(line.saying(text) for text in better)
            repairs.append(seen("glued-bullet", line))
    return Mended(tuple(kept), tuple(repairs))


def glued_items(text: str, habits: Habits, below: str, *, broken: bool) -> list[str] | None:
    """The items that one line should have been, or None.

    `below` is the next line with text; `broken` says that other line breaks of the post were lost for certain.
    """
    if not any(mark in text for mark in ("*", "-", ".")):
        return None
    marker = BULLET.match(text)
    numbered = _ORDERED.match(text) is not None
    heading = heading_of(text) is not None
    start = marker.end() if marker else 0
    shown = veiled(text)
    cuts = _stars(text, shown, start, habits, listed=marker is not None or heading or numbered, broken=broken)
    mark = "*"
    if not cuts and (heading or (marker and marker[2] == "-")):
        cuts, mark = _dashes(shown, start, habits, below, broken=broken), "-"
    if cuts:
        lead = marker[0] if marker else f"{mark} "
        parts = [text[a:b] for a, b in pairwise([start, *cuts, len(text)])]
        return [text[:start] + parts[0].rstrip(), *(lead + part[1:].strip() for part in parts[1:])]
    return _numbered(text, shown, below) if heading else None


def _stars(text: str, shown: str, start: int, habits: Habits, *, listed: bool, broken: bool) -> list[int]:
    if shown.count("* ") > _MOST:
        return []
    literal = _literal_stars(shown, start)
    usual = habits.bullets["*"] > 0
    loose = listed and usual and (broken or len(literal) >= 2)
    cuts = [cut for cut in literal if _parts_items(text, cut, loose=loose, marked=listed and usual)]
    if usual:
        cuts = sorted({*cuts, *_spaced_stars(shown, start, broken=broken and habits.bullets["*"] >= _MANY)})
    # In running text one such asterisk may be a note's mark; several are a list.
    if listed or len(cuts) >= 2:
        return cuts
    lost = broken and habits.bullets["*"] >= _MANY
    return [cut for cut in cuts if _is_picture(text, shown, cut) or (lost and _ends(shown[max(0, cut - 2) : cut]))]


def _ends(before: str) -> bool:
    return _ENDS.search(before) is not None or is_cjk(before[-1:])


def _is_picture(text: str, shown: str, cut: int) -> bool:
    """Whether a picture or a link stands right in front."""
    return shown[cut - 1] == VEIL and text[cut - 1] == ")"


def _spaced_stars(shown: str, start: int, *, broken: bool) -> list[int]:
    """Asterisks behind a wide gap, or in a post that lost its breaks behind the space that ends a sentence."""
    found = [star.start(star.lastindex or 0) for star in _WIDE.finditer(shown, start)]
    found = [cut for cut in found if not _PRODUCT.match(shown[max(start, cut - 10) : cut + 10])]
    return [*found, *(star.start(1) for star in _AFTER.finditer(shown, start))] if broken else found


def _literal_stars(shown: str, start: int) -> list[int]:
    """Where an asterisk before a space closes no emphasis, so that Markdown would print it."""
    found: list[int] = []
    opened = 0
    for run in _STARS.finditer(shown, start):
        before = shown[run.start() - 1] if run.start() else " "
        after = shown[run.end()] if run.end() < len(shown) else " "
        if not before.isspace() and opened >= len(run[0]):
            opened -= len(run[0])
        elif after.isspace() and opened == 2 and len(run[0]) == 3:
            # `**直观*** **即时**`: two that close bold type, and a bullet.
            found.append(run.end() - 1)
            opened = 0
        elif not after.isspace() and before != "\\":
            opened += len(run[0])
        elif _STAR.match(shown, run.start()):
            found.append(run.start())
    return found


def _parts_items(text: str, cut: int, *, loose: bool, marked: bool) -> bool:
    before, after = text[max(0, cut - _NEAR) : cut], text[cut + 1 : cut + 1 + _NEAR].lstrip()
    if is_cjk(before[-1]) or (before[-1] == ")" and after and "](" in before):
        return True
    if _POINTER.search(before[-24:]):
        return False
    return loose or _OPENS_ITEM.match(after) is not None or (marked and _MARKED.match(after) is not None)


def _dashes(shown: str, start: int, habits: Habits, below: str, *, broken: bool) -> list[int]:
    """Where a dash glued to the text before it opens an item: with another one, or a list of dashes below it."""
    cuts = [found.start() for found in _DASH.finditer(shown, start)] if shown.count("- ") <= _MOST else []
    if not habits.bullets["-"] and len(cuts) < 2:
        return []
    listed = re.match(r"\s*- ", below) is not None
    sure = [cut for cut in cuts if _is_sure_dash(shown, cut)]
    if broken and (listed or len(cuts) >= 2):
        return cuts
    return sure if len(sure) >= 2 or (sure and (listed or broken or habits.bullets["-"] >= _MANY)) else []


def _is_sure_dash(shown: str, cut: int) -> bool:
    """Whether a dash parts no two words: it stands behind a mark, or Chinese text or a link is on one of its sides."""
    before, after = shown[cut - 1], shown[cut + 1 : cut + 9].lstrip()[:1]
    return not before.isascii() or before in ".!?)\"'”" + VEIL or is_cjk(after) or after in ("[", "*", "`")


def _numbered(text: str, shown: str, below: str) -> list[str] | None:
    """Parts a heading from the items `1. … 2. …` that hang behind it, the last of them perhaps on the next line."""
    cuts: list[int] = []
    for found in _NUMBER.finditer(shown):
        if int(found[1]) == len(cuts) + 1:
            cuts.append(found.start())
    going = re.match(rf"\s*{len(cuts) + 1}\.\s", below) is not None
    if not cuts or not (len(cuts) >= 2 or going):
        return None
    parts = [text[a:b].strip() for a, b in pairwise([0, *cuts, len(text)])]
    return [parts[0], *(re.sub(r"^(\d{1,2}\.)\s*", r"\1 ", part) for part in parts[1:])]


def _is_broken(lines: Lines, habits: Habits) -> bool:
    """Whether two line breaks were lost for certain: before headings that were parted, or between items."""
    return sum(1 for _ in _lost(lines, habits)) >= 2


def _lost(lines: Lines, habits: Habits) -> Iterator[None]:
    starred = habits.bullets["*"] >= _MANY
    last = 0
    for line in lines:
        if line.verbatim or not line.text.strip():
            continue
        if line.number == last and heading_of(line.text):
            yield None
        if "*" in line.text and (
            _GLUED.search(line.text) or (starred and len(line.text) < _LONG and _literal_stars(veiled(line.text), 1))
        ):
            yield None
        last = line.number


def _heads(lines: Lines, index: int) -> bool:
    """Whether a line is a heading right above a list, with no blank line between."""
    below = lines[index + 1 : index + 2]
    return heading_of(lines[index].text) is not None and bool(below) and BULLET.match(below[0].text) is not None


def _next(lines: Lines, index: int) -> str:
    """The text of the line below, or of the one below that where one blank line lies between."""
    below = (line.text for line in lines[index + 1 : index + 3] if line.text.strip())
    return next(below, "")
