"""Paragraphs: which of an author's line breaks part two thoughts, make a list, or mean nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from deckgen.model import Run, Runs, plain
from deckgen.posts.inline import Image, Piece, Words, merged
from deckgen.posts.ratings import rating_of
from deckgen.posts.script import ENDS, has_cjk, is_cjk, width

LABEL = 16.0
"""A line up to this wide (in full-width characters) without punctuation inside may be a label."""

_SHORT = 40.0
_ENDS_THOUGHT = re.compile(rf"[{ENDS}:：.][\"'”’」』）)\]】*_~]*$")
_INSIDE = re.compile("[，,、。！!？?；;：:]")
_LABELLED = re.compile(r"(?!\d)[^\s，,。！!？?；;：:][^，,。！!？?；;：:]{0,23}[:：](?!//)\s*\S")


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, or one line of an author's own list (`item`); lines count from 0 at the paragraph's start."""

    runs: Runs
    line: int
    end: int
    item: bool = False


def paragraphs(pieces: Sequence[Piece]) -> Iterator[Text | Image]:
    """What a paragraph of Markdown holds: texts and pictures in the author's order."""
    return in_order(pieces, _texts)


def in_order(pieces: Sequence[Piece], texts: Callable[[list[Words]], Iterable[Text]]) -> Iterator[Text | Image]:
    """Texts and pictures in the author's order; `texts` tells what lines stand for that no picture parts."""
    for is_words, run in groupby(pieces, key=lambda piece: isinstance(piece, Words)):
        some = list(run)
        if is_words:
            yield from texts([piece for piece in some if isinstance(piece, Words)])
        else:
            yield from (piece for piece in some if isinstance(piece, Image))


def joined(lines: Sequence[Words]) -> Runs:
    """All lines as one text: hard breaks stay, soft ones vanish beside East Asian text and are a space elsewhere."""
    text: list[Run] = []
    for index, line in enumerate(lines):
        text.extend(line.runs)
        if index + 1 < len(lines):
            text.append(Run(_between(line, lines[index + 1])))
    return merged(run for run in text if run.text)


def is_label(text: str) -> bool:
    """Whether a line is so short and bare that it names what follows: `解决方案`, `优点：`."""
    bare = text.strip().rstrip(":： ")
    return 0 < width(bare) <= LABEL and not _INSIDE.search(bare)


def _texts(lines: Sequence[Words]) -> Iterator[Text]:
    if not lines:
        return
    lead, items = _own_list(lines)
    if items:
        for line in lead:
            yield Text(line.runs, line.line, line.line)
        for line in items:
            yield Text(line.runs, line.line, line.line, item=True)
        return
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or _parts(lines[index - 1], lines[index]):
            part = lines[start:index]
            yield Text(joined(part), part[0].line, part[-1].line)
            start = index


def _own_list(lines: Sequence[Words]) -> tuple[Sequence[Words], Sequence[Words]]:
    """Three or more short lines, each broken on purpose, are a list that lacks its bullets; a label may lead it.

    So are lines that each begin with a label of their own, however they are broken.
    """
    nothing: tuple[Sequence[Words], Sequence[Words]] = ((), ())
    if len(lines) >= 3 and all(_LABELLED.match(plain(line.runs)) for line in lines):
        return (), lines
    if len(lines) < 3 or any(line.ending != "hard" for line in lines[:-1]):
        return nothing
    if any(width(plain(line.runs)) > _SHORT for line in lines):
        return nothing
    first = plain(lines[0].runs)
    leads = first.endswith((":", "：")) or is_label(first)
    if leads and any(not is_label(plain(line.runs)) for line in lines[1:]):
        return lines[:1], lines[1:]
    return (lines[:1], lines[1:]) if first.endswith((":", "：")) else ((), lines)


def _parts(line: Words, after: Words) -> bool:
    """Whether a break between East Asian lines ends a paragraph: authors there do not wrap by hand."""
    one, other = plain(line.runs), plain(after.runs)
    if not (has_cjk(one) or has_cjk(other)):
        return False
    if line.ending == "hard":
        return width(one) > _SHORT
    return bool(_ENDS_THOUGHT.search(one[-8:])) or _is_apart(one) or _is_apart(other)


def _is_apart(text: str) -> bool:
    return bool(rating_of(text)) or (is_label(text) and not text.endswith((",", "，", "、")))


def _between(line: Words, after: Words) -> str:
    if line.ending == "hard":
        return "\n"
    one, other = plain(line.runs)[-1], plain(after.runs)[0]
    return "" if is_cjk(one) or is_cjk(other) else " "
