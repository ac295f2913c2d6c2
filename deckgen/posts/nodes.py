"""What a post's body is made of before it falls into sections: headings and blocks in one stream."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from deckgen.model import Aside, Block, Bullets, ListItem, Runs, Source, Table
from deckgen.model.theme import Align


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading without its markup; `level` is the author's."""

    text: str
    level: int
    source: Source


@dataclass(frozen=True, slots=True)
class ListEnd:
    """Parts two lists that follow each other."""


@dataclass(frozen=True, slots=True)
class SlideBreak:
    """The author wants a new slide from here on."""

    source: Source


Node = Heading | Block | SlideBreak | Aside
Piece = Node | ListItem | ListEnd


def packed(pieces: Iterable[Piece]) -> Iterator[Node]:
    """Makes lists of the list items that stand together; what is for the speaker parts none."""
    items: list[ListItem] = []
    asides: list[Aside] = []
    for piece in pieces:
        if isinstance(piece, ListItem):
            items.append(piece)
            continue
        if items and isinstance(piece, Aside):
            asides.append(piece)
            continue
        if items:
            yield _list_of(items)
            yield from asides
            items, asides = [], []
        if not isinstance(piece, ListEnd):
            yield piece
    if items:
        yield _list_of(items)
    yield from asides


def table_of(
    rows: list[list[Runs]], source: Source, aligns: tuple[Align, ...] = (), *, headed: bool = True
) -> Table | None:
    """A table whose rows are as long as its header, which is the first row; None where every cell is empty.

    One that is not `headed`, or whose first row is empty, has none.
    """
    headed = headed and bool(rows) and any(rows[0])
    rows = [row for row in rows if any(row)]
    if not rows:
        return None
    columns = max(len(row) for row in rows)
    header, *body = [tuple(row) + ((),) * (columns - len(row)) for row in (rows if headed else [[], *rows])]
    left: Align = "left"
    rest = (left,) * (columns - len(aligns)) if aligns else ()
    return Table(header, tuple(body), source, (*aligns, *rest))


def _list_of(items: list[ListItem]) -> Bullets:
    return Bullets(tuple(items), items[0].source.to(items[-1].source))
