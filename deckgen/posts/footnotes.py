"""Footnotes: what the speaker gets to read of them, and where in the post they belong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from deckgen.model import Aside, Code, ListItem, Prose, Quote, Runs, Source, Table, plain
from deckgen.posts.nodes import ListEnd, Piece


@dataclass(slots=True)
class Footnotes:
    """The footnotes of a post by their ids, and the lines that refer to them."""

    told: dict[str, list[Piece]] = field(default_factory=dict)
    wanted: list[tuple[int, str]] = field(default_factory=list)

    def refer(self, labels: Iterable[str], source: Source) -> None:
        """What stands at that place refers to these footnotes."""
        self.wanted.extend((source.line, label) for label in labels)

    def placed(self, pieces: Sequence[Piece]) -> list[Piece]:
        """The pieces with every footnote behind the one that refers to it first; others stand at the end."""
        if not self.told:
            return list(pieces)
        waiting = sorted(self.wanted, key=lambda one: one[0])
        out: list[Piece] = []
        at = 0
        for piece in pieces:
            while at < len(waiting) and not isinstance(piece, ListEnd) and piece.source.line > waiting[at][0]:
                out += self.told.pop(waiting[at][1], ())
                at += 1
            out.append(piece)
        for _, label in waiting[at:]:
            out += self.told.pop(label, ())
        return out + [piece for note in self.told.values() for piece in note]


def noted(label: str, pieces: Sequence[Piece], source: Source) -> Iterator[Piece]:
    """A footnote as an aside for the speaker, opened by its label; pictures in it stay what they are."""
    lines = [line for piece in pieces for line in _lines(piece)]
    if lines:
        yield Aside("\n".join((f"[{label}] {lines[0]}", *lines[1:])), source, footnote=True)
    yield from (piece for piece in pieces if not any(_lines(piece)))


def _lines(piece: Piece) -> list[str]:
    match piece:
        case Prose(text=text):
            return [_with_addresses(text)]
        case ListItem(text=text, level=level, number=number):
            return [f"{'  ' * level}{number or '•'} {_with_addresses(text)}"]
        case Quote(paragraphs=paragraphs):
            return [_with_addresses(paragraph) for paragraph in paragraphs]
        case Code(text=text):
            return text.split("\n")
        case Table(header=header, rows=rows):
            return [" | ".join(plain(cell) for cell in row) for row in (header, *rows)]
        case _:
            return []


def _with_addresses(text: Runs) -> str:
    """The words, each linked one followed by its address where that is not what it says."""
    said = ""
    for run, after in zip(text, (*text[1:], None), strict=True):
        said += plain((run,))
        ends = run.link and (after is None or after.link != run.link)
        said += f" ({run.link})" if ends and run.link not in said else ""
    return said
