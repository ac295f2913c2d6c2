"""Headings and blocks to sections: flat, in reading order, each with the path of headings above it."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.model import Block, Section, Source
from deckgen.posts.nodes import Heading, Node


def sections_of(nodes: Iterable[Node], path: str) -> tuple[Section, ...]:
    """The sections of a post. A level that jumps (`##`, then `####`) nests by one, as a reader takes it.

    Text before the first heading is a section of level 0; there is none where there is no such text.
    """
    found: list[Section] = []
    open_: list[Heading] = []
    blocks: list[Block] = []
    source = Source(path, 1, 1)
    for node in nodes:
        if not isinstance(node, Heading):
            source = source.to(node.source) if blocks or open_ else node.source
            blocks.append(node)
            continue
        _close(found, open_, blocks, source)
        while open_ and open_[-1].level >= node.level:
            open_.pop()
        open_.append(node)
        blocks, source = [], node.source
    _close(found, open_, blocks, source)
    return tuple(found)


def _close(found: list[Section], open_: list[Heading], blocks: list[Block], source: Source) -> None:
    if blocks or open_:
        found.append(Section(tuple(heading.text for heading in open_), len(open_), tuple(blocks), source))
