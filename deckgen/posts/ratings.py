"""Ratings: the stars that a reviewer gives what a section tells of, on a line of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from deckgen.model import Block, Bullets, ListItem, Prose, Rating, Runs, plain
from deckgen.posts.inline import trimmed

MOST = 10
"""More stars in a row are an ornament."""
LEAST_BARE = 2
"""Without a label, fewer are one."""

_STARS = r"[★⭐🌟]\ufe0f?"
_LINE = re.compile(
    rf"(?:(?P<label>[^\s:：★☆⭐🌟][^:：，,。;；★☆⭐🌟\n]{{0,23}})\s*[:：]\s*)?"
    rf"(?P<stars>(?:{_STARS}){{1,{MOST}}}[½]?☆{{0,{MOST}}})"
    r"(?:\s*[(（]?\s*\d{1,2}(?:\.\d)?\s*/\s*\d{1,2}\s*[)）]?)?"
)


def rating_of(text: str) -> str:
    """The stars of a line that holds nothing but stars, or a label and stars; else nothing.

    Full stars come first: `☆★☆` is an ornament, and so are stars that are all hollow.
    """
    found = _LINE.fullmatch(text.strip())
    if not found:
        return ""
    stars = found["stars"]
    return stars if found["label"] or len(stars) >= LEAST_BARE else ""


def rated(blocks: Sequence[Block]) -> tuple[Rating | None, tuple[Block, ...]]:
    """The rating at the head or the end of a section's blocks, and the blocks without it.

    Where nothing else stands in the section, or it is rated more than once, the stars are its text.
    """
    places = [n for n, block in enumerate(blocks) if _rating(block)]
    if len(places) != 1 or places[0] not in (0, len(blocks) - 1):
        return None, tuple(blocks)
    block = blocks[places[0]]
    rest = (*blocks[: places[0]], *_without(block), *blocks[places[0] + 1 :])
    return (_rating(block), rest) if rest else (None, tuple(blocks))


def _rating(block: Block) -> Rating | None:
    """The rating that a block is, or that is the first line of a paragraph or list."""
    match block:
        case Prose(text=text):
            line = plain(text).split("\n")[0]
            source = block.source
        case Bullets(items=[ListItem(level=0, number="") as first, *_]):
            line, source = plain(first.text), first.source
        case _:
            return None
    stars = rating_of(line)
    return Rating(stars, line.strip(), source) if stars else None


def _without(block: Block) -> tuple[Block, ...]:
    match block:
        case Prose(text=text) if "\n" in plain(text):
            return (replace(block, text=_after_line(text)),)
        case Bullets(items=[_, *rest]) if rest:
            return (replace(block, items=tuple(rest), source=rest[0].source.to(rest[-1].source)),)
        case _:
            return ()


def _after_line(text: Runs) -> Runs:
    """The runs after the first line break."""
    for place, run in enumerate(text):
        _, found, rest = run.text.partition("\n")
        if found:
            return trimmed((run.saying(rest), *text[place + 1 :]))
    return ()
