"""Sections of a line or two each, gathered on one slide: `label：text`, or a label with its short list beneath."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckgen.model import Block, Bullet, Bullets, Detail, Prose, Run, Runs, Section, Source, plain
from deckgen.outline.tree import Node
from deckgen.summary import Context, condense, shorten, units

LINE_UNITS = 64
"""A section's only paragraph may be this long to count as a line (units as in summary: a CJK character is 1)."""
LIST_ITEMS = 6
LABEL_UNITS = 40
MIN_SIBLINGS = 2


@dataclass(frozen=True, slots=True)
class Gathered:
    """The bullets of the gathered sections, those sections, and the blocks that follow the last one's line."""

    bullets: tuple[Bullet, ...]
    sections: tuple[Section, ...]
    tail: tuple[Block, ...]


def runs_of(nodes: Sequence[Node]) -> tuple[tuple[Node, ...], ...]:
    """The nodes in order, each run of at least two short ones together, every other one alone.

    A run ends where the author asked for a new slide. The last of a run may go on after its line: what follows it
    belongs to the chapter, not to that line.
    """
    found: list[tuple[Node, ...]] = []
    run: list[Node] = []
    for node in nodes:
        if node.section.apart and run:
            found += _apart(run)
            run = []
        if _is_leaf_with(node.section.blocks[:1], node):
            run.append(node)
            if len(node.section.blocks) == 1:
                continue
            found += [tuple(run)] if _may_go_on(run) else [*_apart(run[:-1]), (node,)]
        else:
            found += [*_apart(run), (node,)]
        run = []
    return (*found, *_apart(run))


def gather(nodes: Sequence[Node], title: str, detail: Detail, colon: str) -> Gathered:
    """The sections of such a run as the bullets of one slide. `title` is the post's."""
    sections = tuple(node.section for node in nodes)
    bullets = tuple(b for s in sections for b in _labelled(s, Context(title, s.path), detail, colon))
    return Gathered(bullets, sections, sections[-1].blocks[1:])


def _apart(run: Sequence[Node]) -> list[tuple[Node, ...]]:
    """A run by itself, or its nodes alone where they are too few."""
    return [tuple(run)] if len(run) >= MIN_SIBLINGS else [(node,) for node in run]


def _may_go_on(run: Sequence[Node]) -> bool:
    """Whether the last of a run may have more than its line: a list would swallow what follows it."""
    return len(run) > MIN_SIBLINGS and not any(isinstance(node.section.blocks[0], Bullets) for node in run)


def _is_leaf_with(blocks: tuple[Block, ...], node: Node) -> bool:
    return not node.children and not node.section.continues and _small(node.section.heading, blocks)


def _small(heading: str, blocks: tuple[Block, ...]) -> bool:
    if units(heading) > LABEL_UNITS:
        return False
    match blocks:
        case [Prose(text=text)]:
            return units(plain(text)) <= LINE_UNITS
        case [Bullets(items=items)]:
            return len(items) <= LIST_ITEMS and all(units(plain(i.text)) <= LINE_UNITS / 2 for i in items)
    return False


def _labelled(section: Section, context: Context, detail: Detail, colon: str) -> tuple[Bullet, ...]:
    here = Source(section.source.path, section.source.line, section.source.line)
    stars = f" {section.rating.stars}" if section.rating else ""
    label = Run(f"{shorten(section.heading, LABEL_UNITS)}{stars}", bold=True)
    block = section.blocks[0]
    condensed = condense((block,), context, detail)
    said = [item for item in (condensed.lead, *condensed.items) if isinstance(item, Bullet)]
    if isinstance(block, Prose) and said:
        first = said[0]
        return (Bullet((label, *_after(colon, first.text)), here.to(first.source)),)
    return (Bullet((label,), here), *(replace(b, level=b.level + 1) for b in said))


def _after(colon: str, text: Runs) -> Runs:
    """The text behind a colon, both one run where the text is plain."""
    first, *rest = text
    joined = Run(colon + first.text)
    return (joined, *rest) if first == Run(first.text) else (Run(colon), *text)
