"""The short comments in an outline that say what a line is, which key it has, and where its words come from.

`<!-- takeaways -->`, `<!-- #boston/network posts/boston.md:14-16 -->`, `<!-- steps posts/boston.md:15 -->`: a kind of
slide or of drawing, a key behind `#`, a path with its lines, each of them optional. In keys and paths white space and
the characters % < > # ` are written as in addresses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, unquote

from deckgen import visuals
from deckgen.model import Comment, Source

KINDS = ("title", "agenda", "section", "takeaways", "sources", *visuals.KINDS)

_PLACE = re.compile(r"(.+):(\d{1,9})(?:[-–](\d{1,9}))?")
_UNSAFE = re.compile(r"[%<>#`\s]")


@dataclass(frozen=True, slots=True)
class Origin:
    """What such a comment says; empty or None for what it does not."""

    kind: str = ""
    key: str = ""
    source: Source | None = None

    def __str__(self) -> str:
        place = ""
        if self.source:
            last = f"-{self.source.end_line}" if self.source.end_line != self.source.line else ""
            place = f"{_safe(self.source.path)}:{self.source.line}{last}"
        words = " ".join(filter(None, (self.kind, f"#{_safe(self.key)}" if self.key else "", place)))
        return f"<!-- {words} -->"


NOWHERE = Origin()


def origin_of(comment: str) -> Origin | None:
    """What a comment says of a line's origin; None for a comment that speaks of something else."""
    kind, key, source = "", "", None
    for word in comment.split():
        place = _PLACE.fullmatch(word)
        if word in KINDS and not kind:
            kind = word
        elif word.startswith("#") and len(word) > 1 and not key:
            key = unquote(word[1:])
        elif place and not source and int(place[2]):
            line = int(place[2])
            source = Source(unquote(place[1]), line, max(line, int(place[3] or line)))
        else:
            return None
    return Origin(kind, key, source) if kind or key or source else None


def origins(comments: Sequence[Comment], starts: Sequence[int]) -> dict[int, Origin]:
    """The origin of what begins at each of the lines `starts`: the first such comment from there up to the next."""
    found: dict[int, Origin] = {}
    lines = sorted(starts)
    at = 0
    for comment in comments:
        origin = origin_of(comment.text)
        while at < len(lines) and lines[at] <= comment.source.line:
            at += 1
        if origin and at:
            found.setdefault(lines[at - 1], origin)
    return found


def _safe(text: str) -> str:
    return _UNSAFE.sub(lambda found: quote(found[0], safe=""), text)
