"""Full detail: every sentence as lines, with nothing left out but the marks at its ends."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.summary import chinese as zh
from deckgen.summary import trim
from deckgen.summary.bonds import bonds
from deckgen.summary.measure import units
from deckgen.summary.passage import Sentence
from deckgen.summary.statements import Statement, made_of, sound, whole

_LONG = 60.0


def everything(sentence: Sentence) -> tuple[Statement, ...]:
    """The sentence as one line; a long one cut where its clauses hang loosely."""
    parts = tuple(_parts(sentence)) if units(sentence.text) > _LONG else ()
    return parts if len(parts) > 1 and all(sound(sentence, part) for part in parts) else (whole(sentence),)


def _parts(sentence: Sentence) -> Iterator[Statement]:
    text, clauses, ties = sentence.passage.text, sentence.clauses, bonds(sentence)
    first, size = 0, 0.0
    for last, clause in enumerate(clauses):
        size += clause.units
        final = last == len(ties)
        loose = not final and not ties[last].left and not ties[last].right
        if final or (loose and size > _LONG / 2 and not zh.ADDS_HEAD.match(clauses[last + 1].text)):
            end = sentence.end if final else clause.end
            yield made_of(sentence, first, last, ((clauses[first].start, trim.tail(text, clauses[first].start, end)),))
            first, size = last + 1, 0.0
