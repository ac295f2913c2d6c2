"""What each section of an edited outline is: which kind of slide, under which key, and where its lines come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckgen import visuals
from deckgen.model import Bullets, ListItem, Note, Post, Section, Source
from deckgen.outline.origin import NOWHERE, Origin, origins
from deckgen.outline.slides import slug
from deckgen.outline.words import Words


@dataclass(frozen=True, slots=True)
class Sheet:
    """A section of the outline that becomes the slide `key` of this `kind`."""

    section: Section
    kind: str
    key: str
    words: Words
    origins: dict[int, Origin]

    @property
    def title(self) -> str:
        """The heading on one line."""
        return self.section.heading.replace("\n", " ")

    def source(self, own: Source) -> Source:
        """Where something comes from: what its comment says, else its own place in the outline."""
        return self.origins.get(own.line, NOWHERE).source or own

    def drawing(self, own: Source) -> str:
        """The kind of drawing that the comment of a list's item names; empty for none."""
        kind = self.origins.get(own.line, NOWHERE).kind
        return kind if kind in visuals.KINDS else ""

    @property
    def notes(self) -> tuple[Note, ...]:
        """What the speaker sees."""
        return tuple(Note(aside.text, self.source(aside.source)) for aside in self.section.asides)

    @property
    def items(self) -> tuple[ListItem, ...]:
        """The items of all its lists."""
        return tuple(item for block in self.section.blocks if isinstance(block, Bullets) for item in block.items)


def sheets_of(post: Post, said: Words) -> tuple[Sheet, ...]:
    """The slides of an outline in their order, not yet made."""
    starts = [line for section in post.sections for line in _starts(section)]
    known = origins(post.comments, starts)
    kinds = _kinds(post.sections, known, said)
    keys = _keys(post.sections, known, kinds)
    return tuple(
        Sheet(section, kind, key, said, known) for section, kind, key in zip(post.sections, kinds, keys, strict=True)
    )


def _starts(section: Section) -> Iterator[int]:
    """The lines where something begins that may have a source."""
    yield section.source.line
    yield from (aside.source.line for aside in section.asides)
    yield from (section.rating.source.line,) if section.rating else ()
    for block in section.blocks:
        match block:
            case Bullets(items=items):
                yield from (item.source.line for item in items)
            case _:
                yield block.source.line


def _kinds(sections: Sequence[Section], known: dict[int, Origin], said: Words) -> list[str]:
    """What each section is: as its comment says, else by its heading's words, else by its heading's level."""
    found = [known.get(section.source.line, NOWHERE) for section in sections]
    fixed = {said.agenda: "agenda", said.takeaways: "takeaways", said.sources: "sources"}
    titled = any(origin.kind == "title" for origin in found)
    kinds = []
    for place, (section, origin) in enumerate(zip(sections, found, strict=True)):
        first = place == 0 and not titled and not origin.key
        by_level = ("title" if first else "section") if section.level == 1 else "content"
        by_words = "" if origin.key or section.level == 1 else fixed.get(section.heading, "")
        kind = "" if origin.kind in visuals.KINDS else origin.kind
        kinds.append(kind or by_words or by_level)
    return kinds


def _keys(sections: Sequence[Section], known: dict[int, Origin], kinds: Sequence[str]) -> list[str]:
    """A different key for each slide: its comment's, else one made of its heading; a second one carries its count."""
    asked = [known.get(section.source.line, NOWHERE).key for section in sections]
    reserved, used = {key for key in asked if key}, set[str]()
    keys = []
    for section, kind, key in zip(sections, kinds, asked, strict=True):
        plainly = kind if kind not in ("content", "section") else f"slide/{slug(section.heading) or 'untitled'}"
        own, count = key or plainly, 1
        while own in used or (own in reserved and own != key):
            count += 1
            own = f"{key or plainly}~{count}"
        used.add(own)
        keys.append(own)
    return keys
