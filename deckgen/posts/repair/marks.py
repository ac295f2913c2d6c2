"""Marks that Markdown does not know as such: `##标题`, bullets of other programs, emphasis with a space inside."""

from __future__ import annotations

import re

from deckgen.posts.lines import Line, Lines
from deckgen.posts.repair.rule import Mended, each_line, seen, veiled, veiled_code
from deckgen.posts.script import IDEOGRAPH, has_cjk, width

_TIGHT = re.compile(r"^( {0,3}#{2,6})([^\s#!\d\\].*)$")
_TIGHT_NUMBER = re.compile(rf"^( {{0,3}}#{{2,6}})(\d{{1,2}}[.、].*|\d{{1,2}}[{IDEOGRAPH}].*)$")
_TIGHT_ONE = re.compile(rf"^( {{0,3}}#)([{IDEOGRAPH}][^#]*)$")
_WIDE_SPACE = re.compile(r"^(\s{0,3}(?:#{1,6}|[*+\-]|\d{1,3}[.)]))[ \t]*[\u3000\xa0][\s\u3000\xa0]*(?=\S)")
_FOREIGN = re.compile(r"^(\s*)[•●○▪■□◆◇►▶➢➤✓✔★☆·‣⁃∙](?![•●○▪■□◆◇★☆])[ \t\u3000\xa0]*(?=\S)")
_ENUMERATED = re.compile(r"^(\s{0,3})(?:[（(](\d{1,2})[)）]|(\d{1,2})[、．])[ \t\u3000\xa0]*(?=\S)")
_LOOSE = re.compile(r"^(\*{1,2})(?!\*)([^*]+?)(?:\s+)(\1)$|^(\*{1,2})(?!\*)\s+([^*]+?)\s*(\4)$")
_OPEN_LINK = re.compile(r"(?<=\]\()(https?://[^\s()（）<>\"]{1,500}?)(?=[.,;:，。；：]{0,3}(?:）|\s*$|\s+[^\s)\"'(]))")
_LOOSE_BEGINNING = re.compile(r"^\*\*[ \t]+([^*\s][^*]{0,200}?)[ \t]*\*\*(?=[ \t]+[^\s*])")
_PICTURE = re.compile(
    r"(!\[[^\]\n]{0,500}\]\()([^()<>\n\"]{1,500}?\.(?:jpe?g|png|gif|webp|bmp|svg|tiff?))(?=\s*(?:\"[^\"\n]*\"\s*)?\))",
    re.I,
)


def heading_space(text: str) -> list[str] | None:
    """`##标题` is meant as a heading; `#hashtag`, `#!/bin/sh` and `##123` are not."""
    found = _TIGHT.match(text) or _TIGHT_NUMBER.match(text)
    if not found and width(text) <= 30:
        found = _TIGHT_ONE.match(text)
    return [f"{found[1]} {found[2]}"] if found else None


def wide_space(text: str) -> list[str] | None:
    """Markdown wants a plain space after a heading's or a bullet's mark; full-width ones are a slip of the keyboard."""
    found = _WIDE_SPACE.match(text)
    return [f"{found[1]} {text[found.end() :]}"] if found else None


def loose_emphasis(text: str) -> list[str] | None:
    """`*2015/05/19 23:35:50 *` was meant to be emphasised; a bullet that ends with an asterisk is left alone."""
    bare = text.strip()
    found = _LOOSE.match(bare)
    if not found or bare.startswith("* "):
        better = _LOOSE_BEGINNING.sub(r"**\1**", text, count=1)
        return [better] if better != text else None
    mark, inner = (found[1], found[2]) if found[1] else (found[4], found[5])
    return [f"{mark}{inner.strip()}{mark}"]


def spaced_picture(text: str) -> list[str] | None:
    """A picture's file name with a space in it ends the address for Markdown, unless it stands in angle brackets."""
    better = _PICTURE.sub(lambda found: f"{found[1]}<{found[2]}>" if re.search(r"\s", found[2]) else found[0], text)
    return [better] if better != text else None


def open_link(text: str) -> list[str] | None:
    """`[name](https://…: text` and `[name](https://…）`: a link that is never closed, or by a full-width bracket."""
    shown = veiled_code(text)
    places = [found.end(1) for found in _OPEN_LINK.finditer(shown)]
    for at in reversed(places):
        text = f"{text[:at]}){text[at:].removeprefix('）')}"
    return [text] if places else None


def foreign_bullets(lines: Lines) -> Mended:
    """Bullets that other programs draw (`•`, `●`, `■`), and `1、` or `（1）`, where two or more follow each other."""
    kept = list(lines)
    marked = [_mark(line) for line in lines]
    changed: list[int] = []
    for index, mark in enumerate(marked):
        if mark and (_follows(marked, lines, index, -1) or _follows(marked, lines, index, 1)):
            kept[index] = lines[index].saying(mark[1])
            changed.append(index)
    return Mended(tuple(kept), tuple(seen("foreign-bullet", lines[index]) for index in changed))


def _mark(line: Line) -> tuple[int, str] | None:
    """The number of an item (0 where it has none), and the line as Markdown writes it."""
    if line.verbatim:
        return None
    found = _FOREIGN.match(line.text)
    if found:
        return 0, f"{found[1]}* {line.text[found.end() :]}"
    found = _ENUMERATED.match(line.text)
    if found:
        number = int(found[2] or found[3])
        return number, f"{found[1]}{number}. {line.text[found.end() :]}"
    return None


def _follows(marked: list[tuple[int, str] | None], lines: Lines, index: int, step: int) -> bool:
    """Whether the neighbour is the next item of the same list; one blank line may lie between."""
    here = marked[index]
    for distance in (1, 2):
        at = index + step * distance
        if here is None or not 0 <= at < len(marked):
            return False
        other = marked[at]
        if other:
            return other[0] == here[0] + step if here[0] else other[0] == 0
        if lines[at].text.strip():
            return False
    return False


def cramped_mark(text: str) -> list[str] | None:
    """`*内容` and `-内容` as bullets, where Chinese text follows and no emphasis is meant."""
    found = re.match(rf"^(\s{{0,3}})([*\-+])(?=[{IDEOGRAPH}])", text)
    if not found or "*" in veiled(text)[found.end() :] or not has_cjk(text):
        return None
    return [f"{found[1]}{found[2]} {text[found.end() :]}"]


mend_heading_space = each_line("heading-space", heading_space)
mend_wide_space = each_line("wide-space", wide_space)
mend_loose_emphasis = each_line("loose-emphasis", loose_emphasis)
mend_spaced_picture = each_line("spaced-picture", spaced_picture)
mend_open_link = each_line("open-link", open_link)
mend_cramped_mark = each_line("cramped-bullet", cramped_mark)
