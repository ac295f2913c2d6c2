"""Statements: every run of clauses of a sentence that can stand as a line of its own, already shortened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from deckgen.summary import chinese as zh
from deckgen.summary import guard, trim
from deckgen.summary.bonds import bonds, is_aside
from deckgen.summary.holds import Bond
from deckgen.summary.measure import units
from deckgen.summary.passage import Sentence
from deckgen.summary.shields import Span

_WIDEST = 72.0
_ROOMY = 52.0
"""Runs of more units shed what they can do without."""
_LONGEST_RUN = 7


class Statement(NamedTuple):
    """A possible line: the clauses first..last of a sentence, the parts of the passage that it keeps, its words."""

    first: int
    last: int
    kept: tuple[Span, ...]
    text: str
    units: float


def whole(sentence: Sentence) -> Statement:
    """The sentence itself, without its final mark."""
    end = trim.tail(sentence.passage.text, sentence.start, sentence.end)
    return made_of(sentence, 0, len(sentence.clauses) - 1, ((sentence.start, end),))


def uncut(sentence: Sentence, statement: Statement) -> Statement:
    """The clauses of a statement with nothing left out."""
    start = sentence.clauses[statement.first].start
    end = trim.tail(sentence.passage.text, start, _end(sentence, statement.last))
    return made_of(sentence, statement.first, statement.last, ((start, end),))


def sound(sentence: Sentence, statement: Statement) -> bool:
    """Whether the guard lets a statement pass."""
    return not guard.faults(statement.text, sentence, statement.kept)


@dataclass(frozen=True, slots=True)
class _Anatomy:
    """A sentence with its bonds, the spans that any line sheds, and the clauses that are mere remarks."""

    sentence: Sentence
    ties: tuple[Bond, ...]
    inner: tuple[Span, ...]
    remarks: tuple[int, ...]


def statements(sentence: Sentence, limit: float) -> list[Statement]:
    """All statements of a sentence, not yet guarded; never empty: in the end the sentence itself."""
    body = _anatomy(sentence)
    starts = [0, *(first for first, tie in enumerate(body.ties, 1) if not tie.right)]
    return [statement for first in starts for statement in _from(body, first, limit)] or [whole(sentence)]


def openings(sentence: Sentence, limit: float) -> list[Statement]:
    """The statements with which a sentence opens, not yet guarded; never empty: in the end the sentence itself."""
    return list(_from(_anatomy(sentence), 0, limit)) or [whole(sentence)]


def _anatomy(sentence: Sentence) -> _Anatomy:
    ties = bonds(sentence)
    remarks = tuple(
        [
            i
            for i, tie in enumerate(ties, 1)
            if not tie.left and not (i < len(ties) and ties[i].right) and is_aside(sentence.clauses[i].text)
        ]
    )
    return _Anatomy(sentence, ties, trim.inner(sentence), remarks)


def _from(body: _Anatomy, first: int, limit: float) -> Iterator[Statement]:
    sentence, ties = body.sentence, body.ties
    text, clauses = sentence.passage.text, sentence.clauses
    start, size, said = -1, 0.0, ""
    for last in range(first, min(len(clauses), first + _LONGEST_RUN)):
        size += clauses[last].units
        if last > first and (size > _WIDEST or ties[last - 1].apart):
            return
        if last < len(ties) and ties[last].left:
            continue
        if start < 0 or last == first + 1:
            start = trim.head(text, clauses[first].start, clauses[last].end, sentence.lang, cause=first == last)
        statement = _shortened(body, first, last, start, limit)
        if statement and statement.text != said:
            said = statement.text
            yield statement


def _shortened(body: _Anatomy, first: int, last: int, start: int, limit: float) -> Statement | None:
    """The run of clauses with all that it can shed; asides in brackets go only where it is too long."""
    sentence = body.sentence
    span = start, _end(sentence, last)
    cuts = body.inner
    if body.remarks:
        cuts = (*cuts, *(_extent(sentence, i, i) for i in body.remarks if first < i <= last))
    best = _cut(sentence, first, last, span, cuts)
    if best and best.units > limit and (more := _brackets(body, first, last)):
        best = _cut(sentence, first, last, span, (*cuts, *more)) or best
    if best and best.units > _ROOMY and (more := _means(body, first, last)):
        return _cut(sentence, first, last, span, (*cuts, *more)) or best
    return best


def _means(body: _Anatomy, first: int, last: int) -> tuple[Span, ...]:
    """The clauses within a very long run that only say by what means the next one is reached."""
    clauses = body.sentence.clauses
    inside = [
        n
        for n in range(first + 1, last)
        if zh.MEANS.fullmatch(clauses[n].text) and not zh.MEANS.match(clauses[last].text)
    ]
    return tuple(_extent(body.sentence, n, n) for n in inside) if body.sentence.lang == "zh" else ()


def _brackets(body: _Anatomy, first: int, last: int) -> tuple[Span, ...]:
    clauses = body.sentence.clauses
    return trim.asides(body.sentence.passage.text, clauses[first].start, clauses[last].end)


def _end(sentence: Sentence, last: int) -> int:
    """The end of a clause; a question keeps its mark."""
    clause = sentence.clauses[last]
    return clause.end + 1 if clause.mark[:1] in ("？", "?") else clause.end


def _extent(sentence: Sentence, first: int, last: int) -> Span:
    """Clauses with the mark before them."""
    return sentence.clauses[first - 1].end, sentence.clauses[last].end


def _cut(sentence: Sentence, first: int, last: int, span: Span, cuts: tuple[Span, ...]) -> Statement | None:
    start, end = span
    inside = [cut for cut in cuts if cut[0] < end and cut[1] > start]
    spans = list(trim.kept(start, end, inside)) if inside else [span]
    if spans:
        low, high = spans[0]
        spans[0] = trim.past_marks(sentence.passage.text, low, high), high
        low, high = spans[-1]
        spans[-1] = low, trim.tail(sentence.passage.text, low, high)
    statement = made_of(sentence, first, last, tuple(s for s in spans if s[0] < s[1]))
    return statement if statement.text and not statement.text.isspace() else None


def made_of(sentence: Sentence, first: int, last: int, spans: tuple[Span, ...]) -> Statement:
    """The statement that keeps these spans."""
    text = trim.text_of(sentence.passage, spans)
    return Statement(first, last, spans, text, units(text))
