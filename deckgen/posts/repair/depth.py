"""Nesting deeper than anybody reads, which Markdown's parser would leave out, text and all."""

from __future__ import annotations

import re

from deckgen.posts.repair.rule import each_line

DEEPEST = 30
"""So many marks of quotations and lists in front of a line are kept."""

_WIDEST = 80
"""Lists indented further than this many columns are taken for lists indented so far."""

_MARK = re.compile(r"[ \t]{0,4}(?:>|[*+\-](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]?")
_INDENT = re.compile(rf"[ \t]{{{_WIDEST},}}(?=(?:[*+\-]|\d{{1,9}}[.)])[ \t])")


def too_deep(text: str) -> list[str] | None:
    """The line with no more than so many marks in front, and lists not indented out of sight."""
    far = _INDENT.match(text)
    if far:
        return [" " * _WIDEST + text[far.end() :]]
    at = kept = count = 0
    while found := _MARK.match(text, at):
        at = found.end()
        count += 1
        kept = at if count <= DEEPEST else kept
    # A drawn line is made of the same characters as marks are.
    return [text[:kept] + text[at:]] if count > DEEPEST and text[at:].strip() else None


mend_depth = each_line("too-deep", too_deep)
