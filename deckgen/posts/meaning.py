"""What the first or last characters of a text mean: a task's box, and who is quoted."""

from __future__ import annotations

import re
from dataclasses import replace

from deckgen.model import Runs, plain
from deckgen.posts.inline import trimmed

_ATTRIBUTION = re.compile(r"^(?:—+|――+|–|--+|- )\s*(\S.{0,60})$")
_TASK = re.compile(r"^\[([ xX])\]\s+")


def ticked(text: Runs) -> Runs:
    """A task's box as the character for it."""
    found = _TASK.match(text[0].text)
    if not found:
        return text
    box = "☐ " if found[1] == " " else "☑ "
    return (replace(text[0], text=box + text[0].text[found.end() :]), *text[1:])


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
