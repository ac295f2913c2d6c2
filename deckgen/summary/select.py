"""Prose to bullets: the statements that matter most, none of them twice, in the author's order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from deckgen.summary import chinese as zh
from deckgen.summary import discourse, rank
from deckgen.summary.bonds import loose
from deckgen.summary.lines import Line, guarded
from deckgen.summary.spare import rather_than_nothing, spare
from deckgen.summary.statements import sound

_FLOOR = 0.05
"""What a line must add, once there are enough."""
_BARE = -0.3
"""The same before that."""
_CHATS = 1.2
"""A line whose voice costs as much tells nothing."""
_HALF = 10.0
"""Each half of a parted line has so many units at least."""
_HANGS = 0.8
"""What it costs a line to lean on a sentence that has not been chosen."""
_IDLERS = 1
"""Behind so many lines none is taken that only announces."""
_LONG = 0.5
"""What it costs a long line that another long one has been chosen."""
_LIMITS = 0.5
"""What a line gains by limiting one that has been chosen."""
_SCRAP, _TELLS = 4.0, 5.0
"""What is left of a longer sentence, or of one that points elsewhere, says nothing in fewer units."""
_WIDE = 64.0
"""A condition with its consequence may be so long where there is room."""
_RESULT = 52.0
"""A cause with its consequence may be so long."""


@dataclass(slots=True, eq=False)
class _Bid:
    """A line that is still in the running: its worth, and how much of it the chosen lines have already said."""

    line: Line
    worth: float
    said: float = 0.0
    crowd: float = 0.0
    hanging: float = 0.0

    def value(self) -> float:
        """What the line would add now."""
        return self.worth - 0.8 * self.said - (2.0 if self.said > rank.ALIKE else 0.0) - self.crowd - self.hanging

    def beside(self, other: Line) -> None:
        """Take note that `other` has been chosen."""
        line = self.line
        self.said = max(self.said, rank.likeness(line.terms, other.terms))
        if line.statement.units > rank.LIMIT < other.statement.units:
            self.crowd += _LONG
        if line.follows(other):
            self.hanging = -_LIMITS if line.turns else 0.0
        elif self.hanging > 0 and line.names_person and line.after(other):
            self.hanging = 0.0
        if line.reading.sentence.passage is other.reading.sentence.passage:
            self.crowd += 0.18 if line.order == other.order else 0.1


def choose(
    found: Sequence[Line],
    count: int,
    wanted: frozenset[int] = frozenset(),
    enough: int = 2,
    kept: Sequence[Line] = (),
) -> list[Line]:
    """The `count` best lines, in the author's order; those `kept` are among them in any case.

    Sentences in `wanted` stand before a picture and weigh more.

    From `enough` lines on only one that adds something is taken, and none that merely announces.

    Every line has passed the guard: where one fails, the same clauses uncut or the whole sentence take its place.
    """
    chosen, rest = _best(found, count, wanted, enough, kept)
    chosen += spare(rest, chosen, count, wanted)
    chosen += rather_than_nothing(rest, chosen, count // 2)
    chosen = [_grown(line, found, chosen) for line in chosen] if len(chosen) < count else chosen
    chosen = [_with_result(line, found, chosen) for line in chosen]
    chosen += [step for line in chosen if (step := _next_step(line, found, chosen))]
    made = {(line.order, line.statement.first, line.statement.last): line for line in found}
    halves = [half for line in chosen for half in _halved(line, made)]
    return sorted(halves, key=lambda line: (line.order, line.statement.first))


def _best(
    found: Sequence[Line], count: int, wanted: frozenset[int], enough: int, kept: Sequence[Line]
) -> tuple[list[Line], list[Line]]:
    """The lines that deserve their place, one after the other, and those that are left."""
    rest = [
        _Bid(line, line.score + (0.4 if line.order in wanted else 0.0), hanging=_hanging(line))
        for line in found
        if not _chats(line) and not any(line.overlaps(other) for other in kept)
    ]
    chosen = list(kept)
    for bid, line in product(rest, kept):
        bid.beside(line)
    idlers = min(enough, _IDLERS)
    while rest and len(chosen) < count:
        best = max(rest, key=_Bid.value)
        if best.value() < (_FLOOR if len(chosen) >= enough or best.line.reading.tone.cost > 0.4 else _BARE):
            break
        rest.remove(best)
        if len(chosen) >= idlers and best.line.idle:
            continue
        safe = guarded(best.line, alone=all(bid.line.order != best.line.order for bid in rest))
        if safe:
            chosen.append(safe)
            rest = [bid for bid in rest if not bid.line.overlaps(safe)]
            for bid in rest:
                bid.beside(safe)
    return chosen, [bid.line for bid in rest]


def _grown(line: Line, found: Sequence[Line], chosen: Sequence[Line]) -> Line:
    """A line with what its sentence goes on to say, where that gives the only figure and there is room for it."""
    if rank.counts(line.statement.text):
        return line
    for longer in found:
        a, b = longer.statement, line.statement
        goes_on = longer.order == line.order and a.first == b.first and a.last > b.last and a.units <= _WIDE
        if not goes_on or not rank.counts(a.text[len(b.text) :]) or longer.voice > rank.QUIET:
            continue
        if not any(longer.overlaps(other) for other in chosen if other is not line) and sound(
            longer.reading.sentence, a
        ):
            return longer
    return line


def _with_result(line: Line, found: Sequence[Line], chosen: Sequence[Line]) -> Line:
    """A line with the `所以…` behind it, where no other line says what comes of it and both fit."""
    sentence, last = line.reading.sentence, line.statement.last
    after = sentence.clauses[last + 1 : last + 2]
    if sentence.lang != "zh" or not after or not zh.RESULT_HEAD.match(after[0].text):
        return line
    for longer in found:
        goes_on = longer.order == line.order and longer.statement.first == line.statement.first
        if (
            not goes_on
            or longer.statement.last <= last
            or longer.statement.units > _RESULT
            or longer.voice > rank.QUIET
        ):
            continue
        free = not any(longer.overlaps(other) for other in chosen if other is not line)
        if free and not _points(longer) and sound(sentence, longer.statement):
            return longer
    return line


def _next_step(line: Line, found: Sequence[Line], chosen: Sequence[Line]) -> Line | None:
    """The short `然后…` behind a line that tells of what is done `首先`, where no other line has it."""
    clauses, a = line.reading.sentence.clauses, line.statement
    opening = "".join(clause.text for clause in clauses[max(0, a.first - 1) : a.first + 1])
    after = clauses[a.last + 1 : a.last + 2]
    if not after or not zh.FIRST.search(opening) or not zh.NEXT_HEAD.match(after[0].text):
        return None
    for step in found:
        b = step.statement
        if step.order == line.order and b.first in (a.last + 1, a.last + 2) and b.units <= rank.LIMIT:
            free = not any(step.overlaps(other) for other in chosen)
            if free and step.voice <= rank.QUIET and sound(step.reading.sentence, b):
                return step
    return None


def _points(line: Line) -> bool:
    """Whether a line ends by pointing at what follows it."""
    last = line.reading.sentence.clauses[line.statement.last]
    return last.mark[:1] in (":", "：") or bool(zh.POINTER.search(last.text))


def _hanging(line: Line) -> float:
    return (_HANGS / 2 if line.names_person else _HANGS) if line.leans else 0.0


def _halved(line: Line, made: Mapping[tuple[int, int, int], Line]) -> tuple[Line, ...]:
    """A long line as two where its clauses hang so loosely that each half can stand; else the line."""
    sentence, long = line.reading.sentence, line.statement
    if long.units <= rank.LIMIT:
        return (line,)
    places = loose(sentence)[long.first : long.last]
    if not any(places):
        return (line,)
    pairs = [
        (former.statement, latter.statement)
        for k, free in enumerate(places, long.first)
        if free
        and (former := made.get((line.order, long.first, k)))
        and (latter := made.get((line.order, k + 1, long.last)))
    ]
    fitting = [p for p in pairs if min(p[0].units, p[1].units) >= _HALF and all(sound(sentence, half) for half in p)]
    if not fitting:
        return (line,)
    best = min(fitting, key=lambda p: max(p[0].units, p[1].units))
    return tuple(replace(line, statement=half) for half in best)


def sums_up(line: Line) -> bool:
    """Whether a line says what a section comes to: it judges the whole, or opens it with a claim."""
    text, sentence = line.statement.text, line.reading.sentence
    if not 8 <= line.statement.units <= rank.LIMIT or line.leans or discourse.asks(sentence):
        return False
    if line.idle or line.voice > rank.QUIET:
        return False
    ends = line.statement.last == len(sentence.clauses) - 1
    opening = line.order == 0 and line.statement.first == 0 and ends
    return discourse.concludes(text) or (opening and bool(discourse.asserts(text, sentence.lang)))


def _chats(line: Line) -> bool:
    """Whether a line tells nothing: it chats, it stands in brackets, it is a scrap, or what is left of a pointer."""
    sentence = line.reading.sentence
    if line.statement.units < _SCRAP and (len(sentence.clauses) > 1 or sentence.lang in ("ko", "ja")):
        return True
    if line.statement.units < _TELLS and zh.POINTER.search(sentence.text):
        return True
    text = line.statement.text
    return line.voice >= _CHATS or (text[:1] in ("(", "（") and text[-1:] in (")", "）"))
