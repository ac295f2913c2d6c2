"""A section's blocks to the items of its slides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import assert_never

from deckgen.model import Block, Bullet, Bullets, Code, Detail, ListItem, Picture, Prose, Quote, Table, Visual, plain
from deckgen.summary import lists, readings
from deckgen.summary.asked import with_questions
from deckgen.summary.discourse import periods
from deckgen.summary.lines import Line, lines, stressed
from deckgen.summary.measure import terms, units
from deckgen.summary.passage import Sentence, passage, sentences
from deckgen.summary.readings import Reading
from deckgen.summary.select import choose, sums_up
from deckgen.summary.setting import bullet
from deckgen.summary.whole import everything

Kept = Bullet | Picture | Table | Code | Quote | Visual
ROOMY = 7
ROWS = 3
"""Beside a list of so many rows prose has to add something; else there are `ENOUGH` lines in any case."""
ENOUGH = 2
ITEM = 30.0
"""The room of a list's item in units."""


@dataclass(frozen=True, slots=True)
class Context:
    """What stands above the text: the post's title and the heading path."""

    title: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Condensed:
    """A section in short: `lead` states its point and is no bullet as well; `items` keep the author's order.

    `labels` are those of the items that announce what stands right behind them: a drawing, a table, a code block.
    """

    lead: Bullet | None
    items: tuple[Kept, ...]
    labels: tuple[Bullet, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """Running text: its sentences, the first of which is the section's sentence number `first`."""

    first: int
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list with the sentence that announces it."""

    label: Sentence | None
    block: Bullets


@dataclass(frozen=True, slots=True)
class Label:
    """The sentence that announces a code block, a table or a drawing."""

    sentence: Sentence


Piece = Text | Listing | Label | Picture | Table | Code | Quote | Visual


def condense(blocks: tuple[Block, ...], context: Context, detail: Detail) -> Condensed:
    """The items for a section's slides.

    `standard`: three to six bullets of prose by its weight (up to ten for several pages), every list item, picture,
    table, code block and quotation; `full`: every sentence; `brief`: three bullets at most and one picture or the like.
    Prose that chats, greets or only points at what is not on the slide leaves no bullet, so `items` may be empty.
    """
    pieces = tuple(_pieces(blocks, join=detail != "full"))
    labels = tuple(label for piece in pieces if isinstance(piece, Label) for label in _label(piece))
    if detail == "full":
        return Condensed(None, tuple(item for piece in pieces for item in _everything(piece)), labels)
    said = readings.read(s for piece in pieces if isinstance(piece, Text) for s in piece.sentences)
    listed = [tuple(terms(plain(item.text))) for piece in pieces for item in _rows(piece)]
    about = readings.ground(said, listed, " ".join(context.path[-1:]), context.title)
    rows = sum(len(p.block.items) + (p.label is not None) for p in pieces if isinstance(p, Listing))
    drawn = sum(isinstance(piece, Visual) for piece in pieces)
    count, wanted = _beside(drawn, _count(said, rows, detail)), _before_pictures(pieces)
    found, kept = lines(readings.likely(said, about, count, wanted), about), stressed(said, about)
    kept = kept[:count] if detail == "brief" else kept
    chosen = choose(found, count, wanted, 0 if rows >= ROWS else ENOUGH, kept)
    lead, chosen = _lead(chosen, listed) if pieces and isinstance(pieces[0], Text) else (None, chosen)
    chosen = with_questions(chosen, said, about)
    made = tuple(item for piece in pieces for item in _items(piece, chosen, rows + len(chosen), detail))
    return Condensed(lead.bullet if lead else None, _brief(made) if detail == "brief" else made, labels)


def _rows(piece: Piece) -> tuple[ListItem, ...]:
    """The lines of a list, or of what was a list before it was drawn."""
    match piece:
        case Listing(block=block):
            return block.items
        case Visual(told=told):
            return told
        case _:
            return ()


def _pieces(blocks: tuple[Block, ...], *, join: bool) -> Iterator[Piece]:
    count = 0
    waiting: Sentence | None = None
    for block, after in zip(blocks, (*blocks, None)[1:], strict=True):
        match block:
            case Prose():
                said = tuple(sentences(passage(block.text, block.source)))
                announcing: Sentence | None = None
                if said and _announces(said[-1], after, alone=len(said) == 1):
                    before, announcing = lists.label_and_rest(said[-1])
                    said = said[:-1] + ((before,) if before else ())
                if said:
                    said = tuple(periods(said)) if join else said
                    yield Text(count, said)
                    count += len(said)
                if announcing and isinstance(after, Bullets):
                    waiting = announcing
                elif announcing:
                    yield Label(announcing)
            case Bullets():
                yield Listing(waiting, block)
                waiting = None
            case Picture() | Table() | Code() | Quote() | Visual():
                yield block
            case _:
                assert_never(block)


def _announces(sentence: Sentence, after: Block | None, *, alone: bool) -> bool:
    """Whether a sentence is the label of what follows it: it ends in a colon; or before a list it is a short line
    without a full stop."""
    text = sentence.text.rstrip('"”’ ')
    if not isinstance(after, Bullets | Code | Table | Visual):
        return False
    if text.endswith((":", "：")):
        return True
    if isinstance(after, Code | Table):
        return False
    return alone and units(text) <= 24 and (text[-1:] not in "。！？!?." or ":" in text or "：" in text)


def _count(said: Sequence[Reading], rows: int, detail: Detail) -> int:
    """How many bullets of prose: fewer beside a list."""
    if detail == "brief":
        return min(readings.quota(said), 2 if rows else 3)
    return min(readings.quota(said), max(2, 6 - rows // 3)) if rows else readings.quota(said)


def _beside(drawn: int, count: int) -> int:
    """How many bullets of prose stand beside so many drawings, which take room but do not say it all."""
    return max(min(count, ENOUGH), count - drawn)


def _before_pictures(pieces: tuple[Piece, ...]) -> frozenset[int]:
    """The sentences that stand right before a picture and present it."""
    pairs = pairwise(pieces)
    return frozenset(
        piece.first + len(piece.sentences) - 1
        for piece, after in pairs
        if isinstance(piece, Text) and isinstance(after, Picture)
    )


def _lead(chosen: list[Line], rows: Sequence[tuple[str, ...]]) -> tuple[Line | None, list[Line]]:
    """The line that sums up the others, where enough is left beneath it and a third of that speaks of the same."""
    if len(chosen) + len(rows) < 4:
        return None, chosen
    for lead in sorted(filter(sums_up, chosen), key=lambda line: -line.score):
        rest = [line for line in chosen if line is not lead]
        told = [*(line.terms for line in rest), *map(frozenset, rows)]
        if 3 * sum(bool(lead.terms & other) for other in told) >= len(told):
            return lead, rest
    return None, chosen


def _items(piece: Piece, chosen: list[Line], total: int, detail: Detail) -> Iterator[Kept]:
    match piece:
        case Text():
            inside = range(piece.first, piece.first + len(piece.sentences))
            yield from (line.bullet for line in chosen if line.order in inside)
        case Listing():
            yield from _listed(piece, total, detail)
        case Label():
            yield from _label(piece)
        case Picture() | Table() | Code() | Quote() | Visual():
            yield piece
        case _:
            assert_never(piece)


def _label(piece: Label) -> Iterator[Bullet]:
    label = lists.label_of(piece.sentence)
    yield from [label] if label else []


def _listed(piece: Listing, total: int, detail: Detail) -> Iterator[Bullet]:
    label = lists.label_of(piece.label) if piece.label else None
    made = lists.items(piece.block, 1 if label else 0, lists.LONGER if detail == "brief" and label else ITEM)
    merge = lists.outer if detail == "brief" else lists.merged
    one = merge(label, made) if label and (total > ROOMY or detail == "brief") else None
    yield from [one] if one else [label, *made] if label else made


def _everything(piece: Piece) -> Iterator[Kept]:
    match piece:
        case Text():
            for sentence in piece.sentences:
                yield from (bullet(sentence.passage, statement.kept) for statement in everything(sentence))
        case Listing():
            label = lists.label_of(piece.label) if piece.label else None
            yield from [label] if label else []
            yield from lists.items(piece.block, 1 if label else 0, float("inf"))
        case Label():
            yield from _label(piece)
        case Picture() | Table() | Code() | Quote() | Visual():
            yield piece
        case _:
            assert_never(piece)


def _brief(made: tuple[Kept, ...]) -> tuple[Kept, ...]:
    """Three bullets and one picture or the like at most."""
    bullets = [item for item in made if isinstance(item, Bullet)]
    labels = [a for a, b in pairwise(bullets) if a.level < b.level]
    bullets = bullets[:3]
    while bullets and bullets[-1] in labels:
        bullets.pop()
    other = next((item for item in made if not isinstance(item, Bullet)), None)
    return tuple(item for item in made if item is other or (isinstance(item, Bullet) and item in bullets))
