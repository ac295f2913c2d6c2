"""Where a detector looks, and what it gives back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckgen.model import Block, Bullets, Prose, Visual, plain
from deckgen.visuals.parts import around, bare

_SENTENCE = re.compile(r"(?<=[。！？!?])\s*|(?<=[.])\s+|\n")


@dataclass(frozen=True, slots=True)
class Place:
    """The block number `at` of a section under `heading`.

    `whole` says that all the text beside a drawing is wanted, else only what makes sense without it.
    """

    blocks: Sequence[Block]
    at: int
    heading: str
    whole: bool = False

    @property
    def block(self) -> Block:
        """The block itself."""
        return self.blocks[self.at]

    @property
    def after(self) -> Sequence[Block]:
        """The blocks that follow it."""
        return self.blocks[self.at + 1 :]

    @property
    def announced(self) -> str:
        """What stands right above it: the last sentence of the paragraph before it, or the heading."""
        match self.blocks[self.at - 1] if self.at else None:
            case Prose(text=text):
                sentences = [part for part in _SENTENCE.split(plain(text)) if part.strip()]
                return bare(sentences[-1]) if sentences else ""
            case Bullets(items=items):
                return bare(plain(items[-1].text))
            case None:
                return self.heading
        return ""


@dataclass(frozen=True, slots=True)
class Found:
    """The blocks that take the place of `taken` blocks, one of them drawn."""

    blocks: tuple[Block, ...]
    taken: int = 1

    @staticmethod
    def of(visual: Visual, taken: int = 1) -> Found:
        """A drawing that stands for so many blocks."""
        return Found((visual,), taken)

    @staticmethod
    def within(place: Place, start: int, end: int, visual: Visual) -> Found:
        """A drawing of the clauses from `start` to `end` of a paragraph, between what else that says."""
        prose = place.block
        assert isinstance(prose, Prose)
        before, rest, after = (replace(prose, text=text) for text in around(prose.text, start, end))
        blocks: tuple[Prose | Visual, ...] = (before, visual, *((rest,) if place.whole else ()), after)
        return Found(tuple(block for block in blocks if isinstance(block, Visual) or block.text))
