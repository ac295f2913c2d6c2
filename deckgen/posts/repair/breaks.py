"""Line breaks that were lost within a paragraph, and rules of dashes that turned a paragraph into a heading."""

from __future__ import annotations

import re

from deckgen.model import Repair
from deckgen.posts.furniture import furniture
from deckgen.posts.lines import Line, Lines, join
from deckgen.posts.repair.rule import BLANK, Mended, each_line, heading_of, indented, seen, veiled
from deckgen.posts.script import CJK, IDEOGRAPH, has_cjk, width

_BEFORE_LABEL = re.compile(rf"(?<=[{CJK})\].;,]) {{2,}}(?=[^\s，,。；;：:、]{{2,12}}[：:](?!//))")
_GAP = re.compile(rf"(?<=[{CJK})\]]) {{3,}}(?=[{IDEOGRAPH}])")
_RULE = re.compile(r"^ {0,3}(-+|=+)[ \t]*$")
_HARD = "  "
_TITLE = 60.0
"""A paragraph wider than this (in full-width characters) over a rule of dashes was not meant as a heading."""

_SENTENCES = 30.0
"""Nor was one wider than this that holds more than one sentence."""


def lost_break(text: str) -> list[str] | None:
    """Parts `…支持扩展   高可靠性：没有单点故障` before each label, and Chinese text at gaps of three spaces."""
    if heading_of(text) or not has_cjk(text) or furniture(text):
        return None
    shown = veiled(text)
    cuts = {found.span() for found in _BEFORE_LABEL.finditer(shown)} | {found.span() for found in _GAP.finditer(shown)}
    if not cuts:
        return None
    parts: list[str] = []
    start = 0
    for cut, end in sorted(cuts):
        parts.append(text[start:cut])
        start = end
    parts.append(text[start:])
    # Words in columns are a table drawn with spaces, or a form.
    if len(parts) > 2 and all(width(part) <= 8 for part in parts):
        return None
    return [part.rstrip() + _HARD for part in parts]


def setext_trap(lines: Lines) -> Mended:
    """A rule right below a whole paragraph was meant to part, not to make a heading of all that."""
    kept: list[Line] = []
    repairs: list[Repair] = []
    above: list[Line] = []
    for line in lines:
        if not line.verbatim and above and _RULE.match(line.text) and _is_text(join(above)):
            kept.append(line.saying(BLANK))
            repairs.append(seen("setext-trap", above[-1]))
        above = [] if line.verbatim or not line.text.strip() or heading_of(line.text) else [*above[-4:], line]
        kept.append(line)
    return Mended(tuple(kept), tuple(repairs))


def _is_text(paragraph: str) -> bool:
    bare = paragraph.strip()
    return (
        width(bare) > _TITLE
        or bare.endswith(("。", "！", "；", "……"))
        or (bare.startswith("![") and has_cjk(bare))
        or (width(bare) > _SENTENCES and re.search("[。！？；](?=[^」』”’）)》】])", bare) is not None)
    )


def indented_prose(lines: Lines) -> Mended:
    """Chinese paragraphs that begin with four spaces or more are no code: that is how paragraphs are indented."""
    kept: list[Line] = []
    repairs: list[Repair] = []
    code = indented(lines)
    for index, line in enumerate(lines):
        if index in code and _is_prose(line.text):
            kept.append(line.saying(line.text.strip()))
            repairs.append(seen("indented-prose", line))
        else:
            kept.append(line)
    return Mended(tuple(kept), tuple(repairs))


def _is_prose(text: str) -> bool:
    letters = len(re.findall(f"[{IDEOGRAPH}]", text))
    return (
        letters * 2 > len(text.strip())
        and not re.search(r"\S {3,}\S", text)
        and re.search("[，。；：！？]", text) is not None
        and not re.match(r"\s*(?:#|//|/\*|\*)", text)
    )


mend_lost_breaks = each_line("lost-break", lost_break)
