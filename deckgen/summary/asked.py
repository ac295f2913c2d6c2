"""Answers with their questions: what is said to a case that somebody asked about is not shown without the case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.summary import trim
from deckgen.summary.discourse import STOPS
from deckgen.summary.lines import Line, line
from deckgen.summary.measure import units
from deckgen.summary.pattern import late
from deckgen.summary.readings import Ground, Reading
from deckgen.summary.statements import Statement, made_of, sound

_ASKED = late(
    r"(?:当?(?:有(?:人|位[^，,。]{1,8})|观众|听众|台下|现场|会上|[QＱ]&?A?)[^，,。？?]{0,10}?(?:提?问[到道及了过]?|问题是)"
    r"|被[^，,。]{0,4}问[到及]|[QＱ问][:：])(?:[：:，,]|的是)?\s*(?=[^，,。？?])"
)
_LONGEST = 52.0
"""A question of more units is no label."""
_FEWEST = 8.0


def with_questions(chosen: Sequence[Line], said: Sequence[Reading], about: Ground) -> list[Line]:
    """The lines in order, each answer behind the question that its paragraph put first."""
    found = [*chosen]
    asked = {id(reading.sentence.passage): (reading, made) for reading in said if (made := _question(reading))}
    for other in chosen:
        put = asked.get(id(other.reading.sentence.passage))
        if put and _answers(other, *put) and not any(_covers(one, *put) for one in found):
            found.append(line(put[0], put[1], about))
    return sorted(found, key=lambda one: (one.order, one.statement.first))


def _question(reading: Reading) -> Statement | None:
    """The question that a sentence reports, from behind `有人问到` to its mark."""
    sentence = reading.sentence
    opening = _ASKED.match(sentence.text)
    end = next(_ends(reading), None) if opening and not reading.speaker else None
    if not opening or end is None or any(c.mark[:1] in STOPS for c in sentence.clauses[:end]):
        return None
    start, stop = sentence.start + opening.end(), sentence.clauses[end].end + 1
    kept = ((trim.past_marks(sentence.passage.text, start, stop), stop),)
    made = made_of(sentence, 0, end, kept)
    return made if _FEWEST <= units(made.text) <= _LONGEST and sound(sentence, made) else None


def _ends(reading: Reading) -> Iterator[int]:
    return (n for n, clause in enumerate(reading.sentence.clauses) if clause.mark[:1] in ("？", "?"))


def _answers(other: Line, reading: Reading, made: Statement) -> bool:
    """Whether a line stands behind the question in its paragraph."""
    return other.order > reading.order or (other.order == reading.order and other.statement.first > made.last)


def _covers(other: Line, reading: Reading, made: Statement) -> bool:
    """Whether a line has the question already, or a part of it."""
    return other.order == reading.order and other.statement.first <= made.last
