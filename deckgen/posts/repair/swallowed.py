"""Headings that swallowed the sentence below them, since the line break between the two was lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckgen.model import Repair
from deckgen.posts.lines import Line, Lines
from deckgen.posts.repair.headings import is_note, runs_on
from deckgen.posts.repair.rule import BLANK, Mended, heading_of, seen
from deckgen.posts.repair.seams import Vocabulary, asked_seam, boundary, is_whole, latin_seam, marked_seam, spacing_seam
from deckgen.posts.script import IDEOGRAPH, has_cjk, width

_NEAR = 600
"""So many characters of a heading tell where its title ends."""


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading's line, its text, and the first text below it (empty where the next heading follows at once)."""

    index: int
    level: int
    text: str
    body: str


def swallowed_sentences(lines: Lines) -> Mended:
    """A heading whose line break was lost runs on into its text; it is parted where that text must have begun."""
    cuts: dict[int, tuple[str, str]] = {}
    headings = _headings(lines)
    words = Vocabulary(lines)
    for siblings in _siblings(headings):
        openers = _openers(siblings)
        for heading in siblings:
            cut = _cut(heading, openers, words)
            if cut:
                cuts[heading.index] = (
                    heading.text[:cut].rstrip(),
                    re.sub(r"^<br\s*/?>", "", heading.text[cut:]).lstrip(),
                )
    kept: list[Line] = []
    repairs: list[Repair] = []
    for index, line in enumerate(lines):
        if index not in cuts:
            kept.append(line)
            continue
        hashes = line.text[: line.text.index("#")] + "#" * (heading_of(line.text) or (1, ""))[0]
        title, text = cuts[index]
        kept += line.saying(f"{hashes} {title}"), line.saying(BLANK), line.saying(text)
        repairs.append(seen("swallowed-sentence", line))
    return Mended(tuple(kept), tuple(repairs))


def _headings(lines: Lines) -> list[_Heading]:
    found: list[_Heading] = []
    body = ""
    for index in range(len(lines) - 1, -1, -1):
        heading = None if lines[index].verbatim else heading_of(lines[index].text)
        if heading:
            found.append(_Heading(index, *heading, body))
            body = ""
        elif lines[index].text.strip():
            body = lines[index].text.strip()
    return found[::-1]


def _siblings(headings: Sequence[_Heading]) -> Iterator[list[_Heading]]:
    """Headings of one level under one parent."""
    open_: dict[int, list[_Heading]] = {}
    for heading in headings:
        for level in [level for level in open_ if level > heading.level]:
            yield open_.pop(level)
        open_.setdefault(heading.level, []).append(heading)
    yield from open_.values()


def _openers(siblings: Sequence[_Heading]) -> tuple[str, ...]:
    """How the texts below these headings begin, where several begin alike."""
    begun = Counter(found[0] for heading in siblings if (found := re.match(f"[{IDEOGRAPH}]{{2}}", heading.body)))
    return tuple(opener for opener, times in begun.most_common() if times >= 2)


def _cut(heading: _Heading, openers: Sequence[str], words: Vocabulary) -> int:
    """Where the heading ends and its text begins; 0 for nowhere."""
    text = heading.text[:_NEAR]
    at = 0 if is_note(text) else marked_seam(text) or _seam(heading, openers, words)
    return at if at and is_whole(text, at) else 0


def _seam(heading: _Heading, openers: Sequence[str], words: Vocabulary) -> int:
    text = heading.text[:_NEAR]
    if not has_cjk(text):
        return latin_seam(text, words)
    if not heading.body and width(text) >= 12:
        for opener in openers:
            at = text.find(opener, 2)
            if at >= 2 and width(text[:at]) <= 16 and width(text[at:]) >= 6:
                return at
    return spacing_seam(text, words) or asked_seam(text) or (boundary(text, words) if runs_on(text) else 0)
