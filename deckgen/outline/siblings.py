"""Sections of a line or two each, gathered on one slide: `label：text`, or a label with its short list beneath."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckgen.model import Block, Bullet, Bullets, Detail, Prose, Run, Section, Source, plain
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


def gather(node: Node, title: str, detail: Detail, colon: str) -> Gathered | None:
    """The children of `node` on one slide, or None where they are too long, too few or have children of their own."""
    if len(node.children) < MIN_SIBLINGS:
        return None
    sections = tuple(child.section for child in node.children)
    if any(child.children for child in node.children) or not all(_small(s) for s in sections[:-1]):
        return None
    last = sections[-1]
    if not _small(replace(last, blocks=last.blocks[:1])):
        return None
    if len(last.blocks) > 1 and any(isinstance(s.blocks[0], Bullets) for s in sections):
        return None
    bullets = tuple(b for s in sections for b in _labelled(s, Context(title, s.path), detail, colon))
    return Gathered(bullets, sections, last.blocks[1:])


def _small(section: Section) -> bool:
    if units(section.heading) > LABEL_UNITS:
        return False
    match section.blocks:
        case [Prose(text=text)]:
            return units(plain(text)) <= LINE_UNITS
        case [Bullets(items=items)]:
            return len(items) <= LIST_ITEMS and all(units(plain(i.text)) <= LINE_UNITS / 2 for i in items)
    return False


def _labelled(section: Section, context: Context, detail: Detail, colon: str) -> tuple[Bullet, ...]:
    here = Source(section.source.path, section.source.line, section.source.line)
    label = Run(shorten(section.heading, LABEL_UNITS), bold=True)
    block = section.blocks[0]
    condensed = condense((block,), context, detail)
    said = [item for item in (condensed.lead, *condensed.items) if isinstance(item, Bullet)]
    if isinstance(block, Prose) and said:
        first = said[0]
        return (Bullet((label, Run(colon), *first.text), here.to(first.source)),)
    return (Bullet((label,), here), *(replace(b, level=b.level + 1) for b in said))
