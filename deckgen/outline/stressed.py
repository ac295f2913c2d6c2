"""Sentences that the author set in bold: they stand on the slide, whatever else is left out."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from deckgen.model import Block, Bullet, Detail, Item, Picture, Prose, Source, plain
from deckgen.summary import Context, condense, units

MOST_BRIEF = 3
"""So many bullets a brief slide has."""
MIN_UNITS = 5
"""A shorter exclamation is no sentence."""

_NEAR = 8
_ENDS = re.compile(r"[。！？!?…；;.][\"”’」』）)]*$")
_BEGINS = re.compile(r"(?:[。！？!?…；;.][\"”’」』）)]*|[：:])\s*$|\n\s*$|^\s*$")
_INSIDE = re.compile(r"[。！？!?](?=.)|[.;](?=\s)")


@dataclass(frozen=True, slots=True)
class Stressed:
    """A sentence in bold, and where it begins in its paragraph."""

    prose: Prose
    start: int
    paragraph: str


Kept = Item | Picture


def with_stressed(
    items: Sequence[Kept], lead: Bullet | None, blocks: Sequence[Block], context: Context, detail: Detail
) -> tuple[Kept, ...]:
    """The items with the author's bold sentences in their places; a brief slide takes what it has room for."""
    if detail == "full":
        return tuple(items)
    bullets = [item for item in (lead, *items) if isinstance(item, Bullet)]
    said: dict[int, list[str]] = {}
    for bullet in bullets:
        said.setdefault(bullet.source.line, []).append(_letters(plain(bullet.text)))
    room = MOST_BRIEF - len(bullets) if detail == "brief" else sys.maxsize
    out: list[Kept] = []
    at = 0
    for sentence in (found for block in _prose(blocks) for found in stressed(block)):
        if room <= 0 or _is_said(sentence, said):
            continue
        while at < len(items) and not _is_behind(items[at], sentence):
            out.append(items[at])
            at += 1
        new = [item for item in condense((sentence.prose,), context, "full").items if isinstance(item, Bullet)]
        out += new
        room -= len(new)
    return (*out, *items[at:])


def stressed(block: Prose) -> Iterator[Stressed]:
    """The whole sentences of a paragraph that are set in bold; a paragraph all in bold is one if it has no second."""
    text = plain(block.text)
    end = 0
    for bold, stretch in groupby(block.text, key=lambda run: run.bold):
        words = tuple(stretch)
        said = plain(words)
        start, end = end, end + len(said)
        if not bold or units(said) < MIN_UNITS:
            continue
        before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR].lstrip()
        alone = not before.strip() and not after
        ends = _ENDS.search(said.rstrip()) or (not alone and (not after or _ENDS.match(after[0])))
        if ends and _BEGINS.search(before) and not (alone and _INSIDE.search(said.rstrip())):
            yield Stressed(Prose(words, block.source), start, text)


def _prose(blocks: Sequence[Block]) -> Iterator[Prose]:
    return (block for block in blocks if isinstance(block, Prose))


def _is_said(sentence: Stressed, said: dict[int, list[str]]) -> bool:
    """Whether a bullet of the same paragraph says the sentence, or most of it; `said` has their letters by line."""
    whole = _letters(plain(sentence.prose.text))
    near = range(sentence.prose.source.line, sentence.prose.source.end_line + 1)
    for other in (letters for line in near for letters in said.get(line, ())):
        if whole in other or (len(other) * 2 > len(whole) and _is_part(other, whole)):
            return True
    return False


def _is_part(said: str, whole: str) -> bool:
    rest = iter(whole)
    return all(char in rest for char in said)


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _is_behind(item: Kept, sentence: Stressed) -> bool:
    here: Source = sentence.prose.source
    if item.source.line > here.end_line:
        return True
    if not isinstance(item, Bullet) or item.source.line < here.line:
        return False
    return sentence.paragraph.find(plain(item.text)[:4]) > sentence.start
