"""What a rule is, and what all rules work with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from markdown_it import MarkdownIt

from deckgen.model import Repair
from deckgen.posts.lines import Line, Lines, join

VEIL = "\ue000"
"""Stands for every character that is not text: code, addresses, tags, mathematics."""

HEADING = re.compile(r"^( {0,3})(#{1,6})(?:[ \t]+(.*?))?[ \t]*$")
_CLOSING = re.compile(r"(?:^|[ \t]+)#+[ \t]*$")
BULLET = re.compile(r"^(\s*)([*+\-])[ \t]+(?=\S)")
BLANK = ""

_MAY_BE_RAW = re.compile(r"^\s*(?:[>*+\-]\s*|\d{1,9}[.)]\s*){0,9}(?:```|~~~|<|\|)|^ {4}|^\t")
_TICKS = re.compile("`+")
_HIDDEN = re.compile(
    r"(?<=\])\([^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500}){0,3}(?:\s{1,9}\"[^\"\n]{0,500}\")?\s{0,9}\)"
    r"|</?[A-Za-z][^<>\n]{0,1000}>|<!--[^<>]{0,500}-->|https?://(?:(?!\]\(|[#*]{1,6}\s)[^\s\u3000-\u303f\uff00-\uffef<>])+|\$\$?[^$\n]{1,300}\$\$?"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A small repair. `mend` takes all lines of a post and gives back the better ones with what it changed."""

    name: str
    reason: str
    mend: Callable[[Lines], Mended]


@dataclass(frozen=True, slots=True)
class Mended:
    """Lines after a rule, and every place where it found something."""

    lines: Lines
    repairs: tuple[Repair, ...] = ()


LineRule = Callable[[str], list[str] | None]
"""The lines that one line should have been, or None where it is well as it is."""


def each_line(name: str, rule: LineRule) -> Callable[[Lines], Mended]:
    """A rule for all lines out of one that looks at a single line; verbatim lines are not shown to it."""

    def mend(lines: Lines) -> Mended:
        kept: list[Line] = []
        repairs: list[Repair] = []
        for line in lines:
            better = None if line.verbatim or not line.text.strip() else rule(line.text)
            if better is None:
                kept.append(line)
                continue
            kept.extend(line.saying(text) for text in better)
            repairs.append(seen(name, line))
        return Mended(tuple(kept), tuple(repairs))

    return mend


def seen(name: str, line: Line) -> Repair:
    """The record of a change at that line."""
    text = line.text.strip()
    return Repair(name, line.number, text if len(text) <= 80 else text[:79] + "…")


def veiled(text: str) -> str:
    """The text with everything that is not text made unreadable, each character in its place."""
    return _HIDDEN.sub(lambda found: VEIL * len(found[0]), veiled_code(text))


def veiled_code(text: str) -> str:
    """The text with its code spans made unreadable, each character in its place."""
    return _without_code(text) if "`" in text else text


def heading_of(text: str) -> tuple[int, str] | None:
    """Level and text of an ATX heading, its closing hashes removed; None for any other line."""
    found = HEADING.match(text)
    if not found:
        return None
    return len(found[2]), _CLOSING.sub("", found[3] or "").strip()


def guarded(lines: Lines) -> Lines:
    """The lines with those marked verbatim that Markdown does not read as text: code, tables, raw HTML."""
    if not any(_MAY_BE_RAW.match(line.text) or ("|" in line.text and "-" in line.text) for line in lines):
        return lines
    marked = set(_guarded(join(lines)))
    if not marked:
        return lines
    return tuple(replace(line, verbatim=True) if index in marked else line for index, line in enumerate(lines))


def indented(lines: Lines) -> set[int]:
    """The indices of the lines that Markdown takes for code because of their indentation."""
    if not any(line.text.startswith(("    ", "\t")) for line in lines):
        return set()
    tokens = block_parser().parse(join(lines))
    return {index for token in tokens if token.type == "code_block" and token.map for index in range(*token.map)}


def _guarded(text: str) -> Iterator[int]:
    for token in block_parser().parse(text):
        if not token.map:
            continue
        if (
            token.type in ("fence", "table_open")
            or (token.type == "html_block" and _is_raw(token.content))
            or token.type == "code_block"
        ):
            yield from range(*token.map)


def _is_raw(html: str) -> bool:
    return re.match(r"(?i)\s*<(?:!--|pre|script|style|textarea|table|svg|iframe)", html) is not None


@cache
def block_parser() -> MarkdownIt:
    """Markdown's blocks alone, which tell code from text."""
    return MarkdownIt("commonmark", {"html": True, "maxNesting": 100}).enable("table").disable("inline")


def _without_code(text: str) -> str:
    """Veils code spans: a run of backticks up to the next run of the same length."""
    runs = [(found.start(), found.end()) for found in _TICKS.finditer(text)]
    later: dict[int, list[int]] = {}
    for index, (start, end) in enumerate(runs):
        later.setdefault(end - start, []).append(index)
    for indices in later.values():
        indices.reverse()
    parts: list[str] = []
    at = index = 0
    while index < len(runs):
        start, end = runs[index]
        same = later[end - start]
        while same and same[-1] <= index:
            same.pop()
        if same:
            closing = runs[same[-1]][1]
            parts += text[at:start], VEIL * (closing - start)
            at, index = closing, same[-1]
        index += 1
    return "".join((*parts, text[at:]))
