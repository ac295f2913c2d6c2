"""What stood around the post on its page: dates, bylines, repost notices, placeholders, a teaser at the end."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from deckgen.model import Repair
from deckgen.posts.furniture import Furniture, anywhere, at_the_end, furniture
from deckgen.posts.lines import Lines
from deckgen.posts.repair.likeness import is_title
from deckgen.posts.repair.rule import BLANK, Mended, heading_of, seen
from deckgen.posts.script import has_cjk

_OPENING = 12
"""So many lines with text at the top may be dates and bylines."""

_DASHES = re.compile(r"^\s*(?:[—–―─━=_*~·.\-]\s*){4,}$")
_GRAM = 5
_LONGEST = 400


def furniture_above(lines: Lines) -> Mended:
    """Date, author and repost notice above the text, placeholders of lost pictures anywhere: known, so not shown."""
    told = 0
    kept = list(lines)
    repairs: list[Repair] = []
    for index, line in enumerate(lines):
        if line.verbatim or not line.text.strip():
            continue
        told = _OPENING if heading_of(line.text) and told > 1 else told + 1
        look = furniture if told <= _OPENING else anywhere
        what = look(line.text)
        if what and not _is_listed(line.text) and (what.sure or _is_apart(lines, index, look)):
            kept[index] = line.saying(BLANK)
            repairs.append(seen("page-furniture", line))
    return Mended(tuple(kept), tuple(repairs))


def furniture_below(lines: Lines) -> Mended:
    """Editor's notes, advertisement, page links and the teaser that repeats the opening, below the text."""
    told = [index for index, line in enumerate(lines) if line.text.strip() and not line.verbatim]
    opening = "".join(lines[index].text for index in told[:8])[:2000]
    kept = list(lines)
    repairs: list[Repair] = []
    for index in reversed(told[8:]):
        line = lines[index]
        what = at_the_end(line.text) or _teaser(line.text, opening)
        if not what or _is_listed(line.text):
            break
        kept[index] = line.saying(BLANK)
        repairs.append(seen("page-furniture", line))
    return Mended(tuple(kept), tuple(reversed(repairs)))


def dashes(lines: Lines) -> Mended:
    """Lines drawn with dashes of any kind part nothing that a slide does not part by itself."""
    drawn = [index for index, line in enumerate(lines) if _is_drawn(lines, index) and not line.verbatim]
    marked = set(drawn)
    kept = [line.saying(BLANK) if index in marked else line for index, line in enumerate(lines)]
    return Mended(tuple(kept), tuple(seen("drawn-line", lines[index]) for index in drawn))


def _is_apart(lines: Lines, index: int, look: Callable[[str], Furniture | None]) -> bool:
    """Whether the lines above and below are blank, furniture too, headings, or the title: no part of a paragraph."""
    for step in (-1, 1):
        for at in range(index + step, index + step * _OPENING, step):
            text = lines[at].text if 0 <= at < len(lines) else ""
            if not text.strip() or heading_of(text) or _is_title(lines, at):
                break
            if not look(text):
                return False
    return True


def _is_title(lines: Lines, index: int) -> bool:
    """Whether the line opens the text and reads like a title, under which a byline may stand without a blank line."""
    text = lines[index].text.strip()
    opens = index <= _OPENING and not any(lines[above].text.strip() for above in range(index))
    return opens and is_title(text, chinese=has_cjk(text))


def _is_drawn(lines: Lines, index: int) -> bool:
    """Whether it is a drawn line that Markdown does not know; those that it knows are left to it."""
    text = lines[index].text
    if not _DASHES.match(text) or re.fullmatch(r"\s*(?:[-*_]\s*)+|\s*=+\s*|\s*~+\s*", text):
        return False
    return len(set(text) - set(" \t")) == 1


def _is_listed(text: str) -> bool:
    return re.match(r"\s*(?:[*+\-]|\d+[.)])\s", text) is not None and not re.match(r"\s*\*[^*]+\*\s*$", text)


def _teaser(text: str, opening: str) -> Furniture | None:
    """A paragraph at the end that says again what title and opening said."""
    bare = re.sub(r"\W", "", text)
    if not 50 <= len(bare) <= _LONGEST or "![" in text or re.match(r"\s*\[[^\]]*\]:", text):
        return None
    known = _grams(re.sub(r"\W", "", opening))
    own = _grams(bare)
    # Latin letters repeat themselves sooner than Chinese characters do.
    share = 0.4 if has_cjk(text) else 0.75
    return Furniture("teaser") if len(own & known) >= share * len(own) else None


def _grams(text: Sequence[str]) -> set[str]:
    return {"".join(text[start : start + _GRAM]) for start in range(len(text) - _GRAM + 1)}
