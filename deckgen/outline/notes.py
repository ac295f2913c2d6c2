"""Speaker notes: the author's full words, so that nothing that a slide condenses is out of the speaker's reach."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from deckgen.model import Block, Bullets, Code, ListItem, Note, Picture, Prose, Quote, Section, Table, Visual, plain


def notes_of(sections: Iterable[Section], *, headings: bool = False) -> tuple[Note, ...]:
    """What the author wrote for the speaker, then the text, one note a block, and the footnotes.

    With `headings`, each section's stands below its heading.
    """
    found: list[Note] = []
    for section in sections:
        if headings and section.heading and not section.continues:
            found.append(Note(section.heading, section.source))
        found += [Note(aside.text, aside.source) for aside in section.asides if not aside.footnote]
        found += [Note(section.rating.line, section.rating.source)] if section.rating else []
        found += [Note(text, block.source) for block in section.blocks if (text := _text(block))]
        found += [Note(aside.text, aside.source) for aside in section.asides if aside.footnote]
    return tuple(found)


def _text(block: Block) -> str:
    match block:
        case Prose(text=text):
            return plain(text).strip()
        case Bullets(items=items):
            return _listed(items)
        case Code(text=code):
            return code.rstrip("\n")
        case Quote(paragraphs=paragraphs, attribution=who):
            return "\n".join([*(plain(p).strip() for p in paragraphs), *([f"— {who}"] if who else [])])
        case Table(header=header, rows=rows):
            return "\n".join(" | ".join(plain(cell) for cell in row) for row in (header, *rows) if any(row))
        case Visual(told=items):
            return _listed(items)
        case Picture(title=title):
            return title
    assert_never(block)


def _listed(items: tuple[ListItem, ...]) -> str:
    return "\n".join("  " * i.level + (i.number or "•") + " " + plain(i.text).strip() for i in items)
