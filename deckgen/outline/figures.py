"""Pictures as slides show them: which words caption a picture, and which tell of it to those who cannot see it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from deckgen.model import Block, Bullet, Bullets, Figure, Item, Picture, Prose, Quote, Runs, Source, plain
from deckgen.outline.words import Words
from deckgen.summary import Condensed, Context, condense, units

CAPTION_UNITS = 24
"""A paragraph up to so many units right before a picture, without a sentence's end, is the picture's caption."""
ALT_UNITS = 60

_MEANINGLESS = re.compile(
    r"(image|img|picture|photo|pic|figure|图|图片|截图|banner)?[\s\d_-]*(\S*\.\w{3,4})?", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[。！？!?；;，,]|\.\s|\.$")


@dataclass(frozen=True, slots=True)
class Captioned:
    """Blocks without the labels that became captions, and the figure for each picture."""

    blocks: tuple[Block, ...]
    figures: dict[Picture, Figure]


def captioned(blocks: Sequence[Block], heading: str, words: Words) -> Captioned:
    """Finds the words for every picture among the blocks of a section under `heading`."""
    figures: dict[Picture, Figure] = {}
    pictures = [block for block in blocks if isinstance(block, Picture)]
    taken: set[int] = set()
    for position, block in enumerate(blocks):
        if not isinstance(block, Picture):
            continue
        caption, label = _caption(blocks, position, taken)
        taken |= {label} if label is not None else set()
        alt = _alt(block, caption or _presented_by(blocks, position) or heading, pictures, words)
        figures[block] = Figure(block.path, alt, caption, block.width, block.height, block.source, block.link)
    return Captioned(tuple(block for n, block in enumerate(blocks) if n not in taken), figures)


def presented(said: Condensed, blocks: Sequence[Block], context: Context) -> tuple[Item | Picture, ...]:
    """The items, each row of pictures behind a line of the paragraph that presents it, where there is one to be had."""
    found: list[Item | Picture] = []
    presenting = _presenting(blocks)
    lines = {item.source.line for item in (said.lead, *said.items) if isinstance(item, Bullet)}
    for item in said.items:
        opens = isinstance(item, Picture) and not (found and isinstance(found[-1], Picture))
        prose = presenting.get(item.source) if opens else None
        if prose and lines.isdisjoint(range(prose.source.line, prose.source.end_line + 1)):
            told = condense((prose,), context, "standard")
            found += [line for line in (told.lead, *told.items) if isinstance(line, Bullet)][-1:]
        found.append(item)
    return tuple(found)


def _presenting(blocks: Sequence[Block]) -> dict[Source, Prose]:
    """The paragraph right before a picture, by where the picture stands."""
    pairs = pairwise(blocks)
    return {after.source: prose for prose, after in pairs if isinstance(prose, Prose) and isinstance(after, Picture)}


def meaningful(text: str) -> str:
    """An author's alt text or title, or nothing where it is only `image`, a number or a file's name."""
    text = " ".join(text.split())
    return "" if _MEANINGLESS.fullmatch(text) else text


def _caption(blocks: Sequence[Block], position: int, taken: set[int]) -> tuple[str, int | None]:
    """The caption of the picture at that place, and the place of the paragraph that became it, if one did.

    The author's own words about it first; then a label right before it; then one right after it, unless that
    announces what follows it.
    """
    picture = blocks[position]
    assert isinstance(picture, Picture)
    written = meaningful(picture.title) or meaningful(picture.alt)
    if written:
        return written, None
    match blocks[position - 1] if position else None:
        case Prose(text=text) if position - 1 not in taken and _short(text):
            return _bare(text), position - 1
        case Bullets(items=items) if _short(items[-1].text):
            return _bare(items[-1].text), None
    match blocks[position + 1 : position + 3]:
        case [Prose(text=text)] | [Prose(text=text), Prose() | Quote()] if _short(text) and not _announces(text):
            return _bare(text), position + 1
    return "", None


def _announces(text: Runs) -> bool:
    return plain(text).rstrip().endswith((":", "："))


def _short(text: Runs) -> bool:
    label = _bare(text)
    return 0 < units(label) <= CAPTION_UNITS and not _SENTENCE_END.search(label)


def _bare(text: Runs) -> str:
    return " ".join(plain(text).split()).rstrip(" :：")


def _presented_by(blocks: Sequence[Block], position: int) -> str:
    """The sentence before a picture, or before the row of pictures that it stands in."""
    for block in reversed(blocks[:position]):
        match block:
            case Picture():
                continue
            case Prose(text=text):
                return _last_sentence(plain(text))
            case Bullets(items=items):
                return _bare(items[-1].text)
            case Quote(paragraphs=paragraphs):
                return _last_sentence(plain(paragraphs[-1]))
            case _:
                return ""
    return ""


def _last_sentence(text: str) -> str:
    sentences = [part.strip() for part in re.split(r"(?<=[。！？!?])|\n", text) if part.strip()]
    return sentences[-1].rstrip("。:：") if sentences else ""


def _alt(picture: Picture, what: str, pictures: Sequence[Picture], words: Words) -> str:
    written = meaningful(picture.alt) or meaningful(picture.title)
    if written:
        return written
    what = _cut(what)
    if len(pictures) == 1:
        return words.picture_of.format(what=what)
    return words.nth_picture_of.format(what=what, n=pictures.index(picture) + 1, total=len(pictures))


def _cut(text: str) -> str:
    if units(text) <= ALT_UNITS:
        return text
    end = max((m.start() for m in _SENTENCE_END.finditer(text) if units(text[: m.start()]) <= ALT_UNITS), default=0)
    return text[:end] if end else text[:ALT_UNITS]
