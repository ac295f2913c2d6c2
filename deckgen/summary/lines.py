"""The possible lines of a section, each with what it is worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckgen.model import Bullet
from deckgen.summary import discourse, emphasis, rank
from deckgen.summary.readings import Ground, Reading
from deckgen.summary.setting import bullet, with_figure
from deckgen.summary.statements import Statement, sound, statements, uncut, whole


@dataclass(frozen=True, slots=True)
class Line:
    """A statement with its sentence's place in the section, what it is worth, and whether it needs what precedes it.

    `order` is the number of its sentence there; `voice` is how much it chats; one that is `idle` only announces or sets
    up.
    """

    reading: Reading
    statement: Statement
    order: int
    score: float
    voice: float
    idle: bool
    terms: frozenset[str]
    leans: bool

    @property
    def turns(self) -> bool:
        """Whether the line limits or corrects what stands before it."""
        sentence = self.reading.sentence
        return discourse.turns(sentence.clauses[self.statement.first].text, sentence.lang)

    @property
    def names_person(self) -> bool:
        """Whether the line opens with `he` or `they`."""
        return discourse.personal(self.statement.text)

    def after(self, other: Line) -> bool:
        """Whether the line stands in another's paragraph, behind it."""
        return self.order > other.order and self.reading.sentence.passage is other.reading.sentence.passage

    def follows(self, other: Line) -> bool:
        """Whether the line stands right behind another, in the same sentence or the next."""
        if self.order == other.order:
            return other.statement.last == self.statement.first - 1
        ends = other.statement.last == len(other.reading.sentence.clauses) - 1
        return self.order == other.order + 1 and ends and self.statement.first == 0

    def overlaps(self, other: Line) -> bool:
        """Whether two lines share a clause."""
        a, b = self.statement, other.statement
        return self.order == other.order and a.first <= b.last and b.first <= a.last

    @property
    def bullet(self) -> Bullet:
        """The line as a bullet."""
        kept, name = self.statement.kept, self.reading.speaker
        if name and kept[0][0] >= name[1]:
            kept = (name, *kept)
        plain = bullet(self.reading.sentence.passage, kept)
        return replace(plain, text=with_figure(plain.text))


def lines(readings: Sequence[Reading], about: Ground, limit: float = rank.LIMIT) -> list[Line]:
    """Every possible line of these sentences with its score."""
    return [line(r, statement, about) for r in readings for statement in statements(r.sentence, limit)]


def stressed(readings: Sequence[Reading], about: Ground) -> list[Line]:
    """The lines that the author insists on: sentences in bold."""
    return [line(r, statement, about) for r in readings for statement in emphasis.stressed(r.sentence)]


def line(reading: Reading, statement: Statement, about: Ground) -> Line:
    """A statement of a sentence with what it is worth."""
    leans = rank.leaning(statement, reading.sentence)
    said = reading.terms(statement.first, statement.last)
    merit = rank.merit(statement, reading, about, said)
    value = merit.score - (rank.cost_of_leaning(reading.sentence.lang) if leans else 0.0)
    return Line(reading, statement, reading.order, value, merit.voice, merit.idle, frozenset(said), leans)


def guarded(line: Line, *, alone: bool) -> Line | None:
    """The line if the guard lets it pass, else its clauses uncut, else (where it is `alone`) its whole sentence."""
    sentence = line.reading.sentence
    if sound(sentence, line.statement):
        return line
    other = uncut(sentence, line.statement)
    if not sound(sentence, other):
        if not alone:
            return None
        other = whole(sentence)
    return replace(line, statement=other)
