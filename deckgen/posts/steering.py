"""What an author says to deckgen in comments: where a slide begins, what is left out, what only the speaker sees.

<!-- slide -->            a new slide begins here
<!-- notes: ... -->       goes into the speaker notes of its slide, in as many lines as it takes
<!-- skip -->             leaves out what follows, up to
<!-- /skip -->
"""

from __future__ import annotations

import inspect
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from deckgen.model import Aside, Bullets, Comment, Notice
from deckgen.posts.comments import Piece, pieces
from deckgen.posts.lines import Line, Lines
from deckgen.posts.nodes import Heading, Node, SlideBreak

_NOTES = re.compile(r"\s*notes?[ \t]*[:：][ \t]*", re.IGNORECASE)
_WANTED = re.compile(r"\s*(?:(?:slide|/?[ \t]*skip)\s*$|notes?[ \t]*[:：])", re.IGNORECASE)
_OPENED = re.compile(r"<!--[ \t]*(?:slide\b|/?skip\b|notes?[ \t]*[:：])", re.IGNORECASE)
_HEADING = re.compile(r"^ {0,3}#{1,6}(?![#!])")


@dataclass(frozen=True, slots=True)
class Mark:
    """A word to deckgen, and whether it stands behind text on its line."""

    node: SlideBreak | Aside
    after_text: bool


@dataclass(frozen=True, slots=True)
class Steered:
    """The lines that are left, and what their author said beside them."""

    lines: Lines
    marks: tuple[Mark, ...] = ()
    notices: tuple[Notice, ...] = ()


def steered(lines: Lines, path: str) -> Steered:
    """Takes out the comments that are meant for deckgen, and what they leave out; other comments stay."""
    if not any("<!--" in line.text for line in lines):
        return Steered(lines)
    found = tuple(pieces(lines, path, _WANTED))
    gone, notices = _left_out(found)
    kept: list[Line] = []
    marks: list[Mark] = []
    for piece, out in zip(found, gone, strict=True):
        if isinstance(piece, Comment):
            marks.extend(() if out else _mark(piece))
        elif not out:
            kept.append(piece)
        elif not kept or kept[-1].number != piece.number:
            kept.append(piece.saying(""))
    return Steered(tuple(kept), tuple(marks), (*notices, *_unclosed(kept, path)))


def said_in(comment: str) -> str | None:
    """What a comment has for the notes, None where it has nothing; lines that begin below the word stay as they are."""
    found = _NOTES.match(comment)
    if not found:
        return None
    inside = comment[found.end() :]
    if inside.startswith("\n"):
        return inside.strip("\n").rstrip()
    return inspect.cleandoc(inside).rstrip() if "\n" in inside else inside.strip()


def placed(nodes: Sequence[Node], marks: Sequence[Mark]) -> tuple[Node, ...]:
    """The nodes with the marks among them, each behind the last node that begins before it.

    A list goes on behind a slide break that stands within it; a break right before a heading belongs behind that.
    """
    breaks = [mark.node.source.line for mark in marks if isinstance(mark.node, SlideBreak)]
    parted = [part for node in nodes for part in _parted(node, breaks)]
    waiting = list(marks)
    out: list[Node] = []
    for node in reversed(parted):
        while waiting and _is_behind(waiting[-1], node):
            _insert(out, waiting.pop().node)
        out.append(node)
    for mark in reversed(waiting):
        _insert(out, mark.node)
    return tuple(reversed(out))


def _insert(backwards: list[Node], node: Node) -> None:
    before_heading = isinstance(node, SlideBreak) and backwards and isinstance(backwards[-1], Heading)
    backwards.insert(len(backwards) - 1 if before_heading else len(backwards), node)


def _is_behind(mark: Mark, node: Node) -> bool:
    line = mark.node.source.line
    return node.source.line < line or (mark.after_text and node.source.line == line)


def _parted(node: Node, breaks: Sequence[int]) -> Iterator[Node]:
    """A list in the parts between the breaks within it; any other node as it is."""
    if not isinstance(node, Bullets):
        yield node
        return
    for _, some in groupby(node.items, key=lambda item: bisect_left(breaks, item.source.line)):
        items = tuple(some)
        yield Bullets(items, items[0].source.to(items[-1].source))


def _mark(comment: Comment) -> Iterator[Mark]:
    text = said_in(comment.text)
    if text is None:
        yield Mark(SlideBreak(comment.source), comment.after_text)
    elif text.strip():
        yield Mark(Aside(text, comment.source), comment.after_text)


def _left_out(found: Sequence[Piece]) -> tuple[list[bool], tuple[Notice, ...]]:
    """For each piece whether it is left out, `skip` and `/skip` included; what is wrong with these."""
    gone = [False] * len(found)
    notices: list[Notice] = []
    words = [(index, word) for index, piece in enumerate(found) if (word := _skip_word(piece))]
    for (index, word), (after, closing) in pairwise([*words, (len(found), "")]):
        if word == "skip":
            end = after + 1 if closing == "/skip" else _section_end(found, index + 1, after)
            gone[index:end] = [True] * (end - index)
        if word == "skip" and closing != "/skip":
            notices.append(
                _unpaired(found[index], "<!-- skip --> is never closed: the rest of its section is left out")
            )
        elif word == "/skip" and not gone[index]:
            gone[index] = True
            notices.append(_unpaired(found[index], "<!-- /skip --> closes nothing"))
    return gone, tuple(notices)


def _unclosed(lines: Iterable[Line], path: str) -> Iterator[Notice]:
    for line in lines:
        found = _OPENED.search(line.text)
        if found and "-->" not in line.text[found.end() :]:
            yield Notice(
                f"comment is never closed: {found[0].strip()}",
                path,
                line.number,
                "close it with -->",
                rule="post-setting",
            )


def _skip_word(piece: Piece) -> str:
    word = "".join(piece.text.split()).lower() if isinstance(piece, Comment) else ""
    return word if word in ("skip", "/skip") else ""


def _section_end(found: Sequence[Piece], start: int, limit: int) -> int:
    """The index of the next heading, or `limit`."""
    headings = (i for i in range(start, limit) if isinstance(found[i], Line) and _HEADING.match(found[i].text))
    return next(headings, limit)


def _unpaired(piece: Piece, message: str) -> Notice:
    assert isinstance(piece, Comment)
    return Notice(
        message,
        piece.source.path,
        piece.source.line,
        "write <!-- skip --> before and <!-- /skip --> after",
        rule="post-setting",
    )
