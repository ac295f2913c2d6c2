"""What the first or last characters of a text mean: a task's box, and who is quoted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from deckgen.model import ListItem, Quote, Run, Runs, plain
from deckgen.posts.inline import trimmed
from deckgen.posts.nodes import Piece

_ATTRIBUTION = re.compile(r"^(?:—+|――+|–|--+|- )\s*(\S.{0,60})$")
_LONGEST_NAME = 60
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


def as_paragraphs(quote: Quote) -> tuple[Runs, ...]:
    """A quotation within another: its paragraphs, and who is quoted behind a dash."""
    return (*quote.paragraphs, (Run(f"— {quote.attribution}"),)) if quote.attribution else quote.paragraphs


def whole(quotes: Sequence[Quote], *, cited: bool) -> Quote:
    """The paragraphs of one quotation together; `cited` says that the last one, where it is short, names the source."""
    texts = [paragraph for quote in quotes for paragraph in quote.paragraphs]
    by, rest = attribution(texts[-1])
    if cited and not by and len(texts) > 1 and len(plain(texts[-1])) <= _LONGEST_NAME:
        by, rest = plain(texts[-1]).strip(), ()
    kept = (*texts[:-1], *((rest,) if rest else ()))
    source = quotes[0].source.to(quotes[-1].source)
    return Quote(kept, by, source) if kept else Quote(tuple(texts), "", source)


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
