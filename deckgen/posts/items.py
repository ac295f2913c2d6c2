"""What stands in one item of a list -> the item, with whatever cannot be part of its text behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from deckgen.model import ListItem, Prose, Run, Runs
from deckgen.posts import meaning
from deckgen.posts.nodes import Heading, Piece


def items_of(pieces: Iterable[Piece], level: int, number: str) -> Iterator[Piece]:
    """The content of a list item at `level` (from 0): its first text carries the number, texts below it are its
    further lines.
    """
    item: ListItem | None = None
    for piece in pieces:
        told = _told(piece, level)
        if told is None:
            if item:
                yield item
                item = None
            yield piece
        elif item:
            item = replace(item, text=(*item.text, Run("\n"), *told.text), source=item.source.to(told.source))
        else:
            box, text = meaning.ticked(told.text)
            text = (Run(f"{box} "), *text) if box and number else text
            item = replace(told, text=text, level=level, number=number or box)
            number = ""
    if item:
        yield item


def _told(piece: Piece, level: int) -> ListItem | None:
    """What the item's text may take in, as an item of its own; None for all else, nested items among it."""
    text: Runs = ()
    match piece:
        case Prose():
            text = piece.text
        case Heading():
            text = (Run(piece.text, bold=True),)
        case ListItem() if piece.level == 0 and level > 0:
            text = piece.text
        case _:
            return None
    return ListItem(text, level, "", piece.source) if text else None
