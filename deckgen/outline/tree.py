"""A post's flat sections as a tree, and the cut of that tree into chapters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen.model import Post, Section

FEW_CHAPTERS = 4
"""A post with fewer chapters than this has its empty containers (`## Topics`) opened."""


@dataclass(frozen=True, slots=True)
class Node:
    """A section with the sections below it."""

    section: Section
    children: tuple[Node, ...] = ()

    @property
    def bare(self) -> bool:
        """Whether nothing stands between this heading and the first one below it."""
        return not self.section.blocks

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in reading order."""
        yield self.section
        for child in self.children:
            yield from child.walk()


def tree(sections: Sequence[Section]) -> tuple[Node, ...]:
    """The outermost sections, each holding those of a deeper level that follow it."""
    nodes: list[Node] = []
    start = 0
    while start < len(sections):
        end = start + 1
        while end < len(sections) and sections[end].level > sections[start].level:
            end += 1
        nodes.append(Node(sections[start], tree(sections[start + 1 : end])))
        start = end
    return tuple(nodes)


def preamble(post: Post) -> tuple[Section, ...]:
    """What stands before the first heading: one section, or more where the author parted it."""
    return tuple(s for s in post.sections if not s.path and (s.blocks or s.asides))


def chapters(post: Post) -> tuple[Node, ...]:
    """The parts that an agenda would name.

    Those are the outermost headings; but where there are only a few, headings that merely gather others are opened.
    """
    nodes = tree([s for s in post.sections if s.path])
    while len(nodes) < FEW_CHAPTERS and any(node.bare and len(node.children) > 1 for node in nodes):
        nodes = tuple(part for node in nodes for part in _opened(node))
    return tuple(node for node in nodes if node.children or not node.bare or node.section.asides)


def _opened(node: Node) -> tuple[Node, ...]:
    """The parts of a node that only gathers them; what its author wrote for the speaker goes to the first."""
    if not node.bare or len(node.children) < 2:
        return (node,)
    first, *rest = node.children
    section = replace(first.section, asides=node.section.asides + first.section.asides)
    return (replace(first, section=section), *rest)
