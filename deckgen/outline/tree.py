"""A post's flat sections as a tree, and the cut of that tree into chapters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen.model import Aside, Post, Prose, Section, plain
from deckgen.summary import units

FEW_CHAPTERS = 4
"""A post with fewer chapters than this has its empty containers (`## Topics`) opened."""
INTRODUCED = 30
"""So many units below a heading such as `正文` only say that its parts follow."""

_GATHERS = re.compile(
    r"正文|主体|主要内容|会议内容|详细内容|内容|议题|话题|演讲|分享|topics?|sessions?|talks?|presentations?"
    r"|main(?: content| part)?|body|contents?|본문|세션|발표|本編|本文|セッション|内容紹介",
    re.IGNORECASE,
)
"""Headings that say no more than that something follows."""


@dataclass(frozen=True, slots=True)
class Node:
    """A section with the sections below it."""

    section: Section
    children: tuple[Node, ...] = ()

    @property
    def gathers(self) -> bool:
        """Whether its heading only says that its parts follow (`正文`), and little else stands between."""
        said = [plain(block.text) for block in self.section.blocks if isinstance(block, Prose)]
        little = len(said) == len(self.section.blocks) and sum(map(units, said)) <= INTRODUCED
        return little and len(self.children) > 1 and bool(_GATHERS.fullmatch(self.section.heading.strip(" :：")))

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

    Those are the outermost headings; but where there are only a few, headings that merely gather others are opened,
    and those that say no more than that in any case.
    """
    nodes = tuple(part for node in tree([s for s in post.sections if s.path]) for part in _opened(node, node.gathers))
    while len(nodes) < FEW_CHAPTERS and any(node.bare and len(node.children) > 1 for node in nodes):
        nodes = tuple(part for node in nodes for part in _opened(node, node.bare))
    return tuple(node for node in nodes if node.children or not node.bare or node.section.asides)


def _opened(node: Node, opens: bool) -> tuple[Node, ...]:
    """The parts of a node that only gathers them; what stands above them, or is for the speaker, goes to the first."""
    if not opens or len(node.children) < 2:
        return (node,)
    first, *rest = node.children
    above = tuple(Aside(plain(block.text), block.source) for block in node.section.blocks if isinstance(block, Prose))
    section = replace(first.section, asides=(*node.section.asides, *above, *first.section.asides))
    return (replace(first, section=section), *rest)
