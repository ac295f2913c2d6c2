"""Headings and blocks to sections: flat, in reading order, each with the path of headings above it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from deckgen.model import Aside, Block, Section, Source
from deckgen.posts.nodes import Heading, Node, SlideBreak
from deckgen.posts.ratings import rated


def sections_of(nodes: Iterable[Node], path: str) -> tuple[Section, ...]:
    """The sections of a post. A level that jumps (`##`, then `####`) nests by one, as a reader takes it.

    Text before the first heading is a section of level 0; there is none where there is no such text. A slide break
    parts a section; what follows it is a section of the same path one level deeper.
    """
    gathered = _Gathered(Source(path, 1, 1))
    for node in nodes:
        gathered.take(node)
    gathered.close()
    return tuple(gathered.found)


@dataclass(slots=True)
class _Gathered:
    """The sections that are closed, and the one that is open: its headings, blocks, and what it covers."""

    source: Source
    found: list[Section] = field(default_factory=list)
    open: list[Heading] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    apart: bool = False
    continues: bool = False

    def take(self, node: Node) -> None:
        match node:
            case Heading():
                self._heading(node)
            case SlideBreak():
                self._break(node)
            case Aside():
                self._cover(node.source)
                self.asides.append(node)
            case _:
                self._cover(node.source)
                self.blocks.append(node)

    def close(self) -> None:
        """Ends the section; one without heading and content is none."""
        if self.blocks or self.asides or (self.open and not self.continues):
            path = tuple(heading.text for heading in self.open)
            level = len(path) + self.continues
            rating, blocks = rated(self.blocks) if path else (None, tuple(self.blocks))
            self.found.append(Section(path, level, blocks, self.source, self.apart, tuple(self.asides), rating))
        self.blocks, self.asides = [], []

    def _cover(self, source: Source) -> None:
        fresh = not (self.blocks or self.asides or self.open)
        self.source = source if fresh else self.source.to(source)

    def _heading(self, heading: Heading) -> None:
        self.close()
        while self.open and self.open[-1].level >= heading.level:
            self.open.pop()
        self.open.append(heading)
        self.source, self.apart, self.continues = heading.source, False, False

    def _break(self, node: SlideBreak) -> None:
        """A break with nothing above it in its section begins what has begun anyway."""
        if self.blocks:
            self.close()
            self.continues, self.source = True, node.source
        self.apart = True
