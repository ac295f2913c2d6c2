"""Headings and bullets that hang at the end of the line before, since the line break between them was lost."""

from __future__ import annotations

import re

from deckgen.posts.repair.rule import BULLET, VEIL, each_line, heading_of, veiled
from deckgen.posts.script import IDEOGRAPH, is_cjk

_HASHES = re.compile(r"(?<![#\\])(#{2,})(?=[ \t\u3000\xa0]+[^\s#]|[^\s#\d!\]\)'\"])")
_LONE_LETTER = re.compile(r"(?:^|[^A-Za-z])[A-Za-z]$")
_NEAR = 100
"""So many characters before a mark tell whether it is glued to them."""

_OPENS = "“\"'(（「『[【《`"
_STAR = re.compile(r"(?<![\s*\\])\*(?=[ \t]+[^\s*])")
_STARS = re.compile(r"\*+")
_POINTER = re.compile(
    r"(?:void|char|int|short|long|float|double|bool|auto|const|unsigned|signed|struct \w+|FILE|\w+_t|\w+_s)$"
)


def glued_heading(text: str) -> list[str] | None:
    """Parts `…趋势  ## OpenStack` and `![image](x)## SDN`; `C## x` and `a ## b` stay."""
    shown = veiled(text)
    cuts = [found.start() for found in _HASHES.finditer(shown) if _is_glued(shown, text, found)]
    if not cuts:
        return _glued_to_closing(text)
    parts = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    return [parts[0].rstrip(), *parts[1:]]


def _is_glued(shown: str, text: str, hashes: re.Match[str]) -> bool:
    start = hashes.start()
    before = shown[max(0, start - _NEAR) : start]
    bare = before.rstrip()
    spaces = len(before) - len(bare)
    if len(hashes[1]) > 6 or not bare.strip("#>*+-. \t0123456789") or bare[-1] in _OPENS:
        return False
    before = bare
    after_picture = bare[-1] == VEIL and text[start - spaces - 1] == ")"
    spaced = shown[hashes.end() : hashes.end() + 1].isspace()
    if not spaced and not (after_picture or spaces >= 2 or before[-1] in "。！？…"):
        return False
    if after_picture:
        return True
    if spaces == 0:
        return before[-1] != VEIL and not _LONE_LETTER.search(before[-2:])
    return spaces >= 2


def _glued_to_closing(text: str) -> list[str] | None:
    """Parts `## Topics ##### Taking Risks`: the closing hashes of one heading run into those that open the next."""
    heading = heading_of(text)
    if not heading:
        return None
    own = heading[0]
    for found in re.finditer(r"(?<=\s)(#{2,})(?= +[^\s#])", veiled(text)):
        if own < len(found[1]) <= own + 6 and found.start() > own:
            cut = found.start() + own
            return [text[:cut], text[cut:]]
    return None


def glued_bullet(text: str) -> list[str] | None:
    """Parts `* 容易出错* 手动升级` and `### 维护特点* 易读的语法`; `void* p`, `*em*` and `**bold**` stay."""
    marker = BULLET.match(text)
    listed = marker is not None or heading_of(text) is not None
    start = marker.end() if marker else 0
    cuts = [cut for cut in _literal_stars(veiled(text), start) if _parts_items(text, cut)]
    # In running text one such asterisk may be a note's mark; several are a list.
    if not cuts or not (listed or len(cuts) >= 2):
        return None
    lead = marker[0] if marker else "* "
    parts = [text[start:end] for start, end in zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(text)], strict=True)]
    return [parts[0].rstrip(), *(lead + part.strip() for part in parts[1:])]


def _literal_stars(shown: str, start: int) -> list[int]:
    """Where an asterisk before a space closes no emphasis, so that Markdown would print it."""
    found: list[int] = []
    opened = 0
    for run in _STARS.finditer(shown, start):
        before = shown[run.start() - 1] if run.start() else " "
        after = shown[run.end()] if run.end() < len(shown) else " "
        if not before.isspace() and opened >= len(run[0]):
            opened -= len(run[0])
        elif not after.isspace() and before != "\\":
            opened += len(run[0])
        elif _STAR.match(shown, run.start()):
            found.append(run.start())
    return found


def _parts_items(text: str, cut: int) -> bool:
    before, after = text[max(0, cut - _NEAR) : cut], text[cut + 1 : cut + 1 + _NEAR].lstrip()
    if not after:
        return False
    if is_cjk(before[-1]):
        return True
    if _POINTER.search(before[-24:]):
        return False
    return after[0].isupper() or re.match(f"[{IDEOGRAPH}]", after[0]) is not None


mend_headings = each_line("glued-heading", glued_heading)
mend_bullets = each_line("glued-bullet", glued_bullet)
