"""Headings that hang at the end of the line before, since the line break between them was lost."""

from __future__ import annotations

import re
from functools import partial

from deckgen.model import Repair
from deckgen.posts.lines import Lines
from deckgen.posts.repair.habits import Habits, habits_of
from deckgen.posts.repair.rule import BLANK, VEIL, Mended, each_line, heading_of, veiled
from deckgen.posts.script import is_cjk

_HASHES = re.compile(r"(?<![#\\&])(#+)(?=[ \t\u3000\xa0]+[^\s#]|[^\s#\d!\]\)'\"])")
_LONE_LETTER = re.compile(r"(?:^|[^A-Za-z])[A-Za-z]$")
_NEAR = 100
"""So many characters before a mark tell whether it is glued to them."""

_OPENS = "“(（「『[【《`"
_QUOTE = re.compile(r"(?:^|[\s\W])[\"']$")
"""A straight quotation mark that opens: one behind a space, or behind another mark."""

_ENDS = "。！？…!?.：:）)」』】~\"'”_*"
_ROUNDS = 3


def mend_headings(lines: Lines) -> Mended:
    """The rule. What one round finds shows more of the author's habits to the next."""
    repairs: tuple[Repair, ...] = ()
    for _ in range(_ROUNDS):
        mended = each_line("glued-heading", partial(glued_heading, habits=habits_of(lines)))(lines)
        lines, repairs = mended.lines, repairs + mended.repairs
        if not mended.repairs:
            break
    return Mended(lines, repairs)


def glued_heading(text: str, habits: Habits) -> list[str] | None:
    """Parts `…趋势  ## OpenStack` and `![image](x)## SDN`; `C## x` and `a ## b` stay."""
    if "#" not in text:
        return None
    shown = veiled(text)
    cuts = [found.start() for found in _HASHES.finditer(shown) if _is_glued(shown, text, found, habits)]
    if not cuts:
        return _glued_to_closing(text, shown, habits)
    parts = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    # Markdown reads on in a block of HTML up to the next blank line.
    gap = [BLANK] if text.lstrip().startswith("<") else []
    return [parts[0].rstrip(), *gap, *parts[1:]]


def _is_glued(shown: str, text: str, hashes: re.Match[str], habits: Habits) -> bool:
    start, level = hashes.start(), len(hashes[1])
    before = shown[max(0, start - _NEAR) : start]
    bare = before.rstrip()
    spaces = len(before) - len(bare)
    if level > 6 or not bare.strip("#>*+-. \t0123456789") or bare[-1] in _OPENS or _QUOTE.search(bare[-2:]):
        return False
    after_picture = bare[-1] == VEIL and text[start - spaces - 1] == ")"
    spaced = shown[hashes.end() : hashes.end() + 1].isspace()
    if level == 1:
        return spaced and spaces != 1 and habits.levels[1] >= (1 if after_picture else 2) and _ends(bare)
    if not spaced and not (after_picture or spaces >= 2 or bare[-1] in "。！？…"):
        return False
    if after_picture or spaces >= 2:
        return True
    if spaces == 1:
        return bare[-1] in _ENDS + VEIL and habits.levels[level] > 0 and not heading_of(text[:start])
    return level > 2 or not _LONE_LETTER.search(bare[-2:])


def _ends(bare: str) -> bool:
    """Whether a text ends in such a way that `# ` right behind it opens a heading: `C#` and `No#` do not."""
    return bare[-1] in _ENDS + VEIL or is_cjk(bare[-1]) or re.search(r"[A-Za-z]{2}$|\d$", bare[-2:]) is not None


def _glued_to_closing(text: str, shown: str, habits: Habits) -> list[str] | None:
    """Parts what hangs behind the closing hashes of a heading: `## Topics ##### Taking Risks`, `## 文档 ##如今…`."""
    heading = heading_of(text)
    if not heading:
        return None
    own = heading[0]
    for found in re.finditer(r"(?<=\s)(#{2,})(?= *[^\s#])", shown):
        cut = found.start() + own
        if found.start() <= own:
            continue
        if own < len(found[1]) <= own + 6 and shown[found.end()] == " ":
            return [text[:cut], text[cut:]]
        if len(found[1]) == own and habits.closed >= 2:
            return [text[:cut], BLANK, text[cut:].lstrip()]
    return None
