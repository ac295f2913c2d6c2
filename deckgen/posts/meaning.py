"""What the first or last characters of a text mean: a task's box, and who is quoted."""

from __future__ import annotations

import re
from dataclasses import replace

from deckgen.model import ListItem, Run, Runs, plain
from deckgen.posts.inline import trimmed
from deckgen.posts.nodes import Piece

_ATTRIBUTION = re.compile(r"^(?:—+|――+|–|--+|- )\s*(\S.{0,60})$")
_FOOTNOTE = re.compile(r"\[[^\]]+\]")
_TASK = re.compile(r"^\[([ xX])\]\s+")


def ticked(text: Runs) -> tuple[str, Runs]:
    """The character for a task's box, or nothing where an item is no task, and the item's text."""
    found = _TASK.match(text[0].text)
    if not found:
        return "", text
    box = "☐" if found[1] == " " else "☑"
    rest = text[0].text[found.end() :]
    return box, (text[0].saying(rest), *text[1:]) if rest else text[1:]


def is_said(run: Run) -> bool:
    """Whether a run belongs in a heading: crossed-out words and the marks of footnotes do not."""
    return not run.struck and not (run.script and _FOOTNOTE.fullmatch(run.text))


def emphasised(piece: Piece) -> Piece:
    """A list's item in bold; anything else stays as it is."""
    if not isinstance(piece, ListItem):
        return piece
    return replace(piece, text=tuple(replace(run, bold=True) for run in piece.text))


def attribution(text: Runs) -> tuple[str, Runs]:
    """Who is quoted, and what is left of the paragraph that says so."""
    lines = plain(text).split("\n")
    found = _ATTRIBUTION.match(lines[-1].strip())
    if not found:
        return "", text
    kept, length = [], len(plain(text)) - len(lines[-1])
    for run in text:
        kept.append(replace(run, text=run.text[: max(0, length)]))
        length -= len(run.text)
    return found[1].strip(), trimmed(kept)
