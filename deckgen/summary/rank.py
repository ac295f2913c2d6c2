"""Which statements matter: cheap features, added up."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from deckgen.summary import chinese as zh
from deckgen.summary import english as en
from deckgen.summary import others
from deckgen.summary import tone as tones
from deckgen.summary.guard import NUMBER
from deckgen.summary.measure import terms
from deckgen.summary.passage import Sentence, Span
from deckgen.summary.statements import Statement
from deckgen.summary.tone import Tone, tone

LIMIT = 36.0
"""Units of a line and a half: what a bullet should not exceed."""
_EASY = 26.0
_RAMBLING = 20
"""In a sentence of more clauses, only the neighbours of a clause colour its tone."""
_LOOKED_AT = 14
_NAME = re.compile(r"[A-Z][A-Za-z0-9]+")
_LOOK_BACK = 160
_SPEAKER = re.compile(r"([^\W\d_][\w· ]{0,15})[：:]\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence in its section.

    `order` is its number there, `opening` whether it opens a paragraph, `answer` whether a question stands before it;
    `clauses` are the terms of its clauses; `speaker` is the span of the name before a dialogue's line, or None.
    """

    sentence: Sentence
    order: int
    opening: bool
    answer: bool
    tone: Tone
    clauses: tuple[tuple[str, ...], ...]
    speaker: Span | None = None

    def terms(self, first: int, last: int) -> dict[str, None]:
        """The distinct terms of these clauses, in order."""
        return dict.fromkeys(term for clause in self.clauses[first : last + 1] for term in clause)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a section speaks of: the weight of each term, and the mean density of its sentences."""

    weights: dict[str, float]
    mean: float
    sentences: int


def read(sentences: Iterable[Sentence]) -> tuple[Reading, ...]:
    """The readings of a section's sentences, which stand in order."""
    said = tuple(sentences)
    speakers = _speakers(said)
    found: list[Reading] = []
    for order, sentence in enumerate(said):
        opening = not order or said[order - 1].passage is not sentence.passage
        answer = not opening and said[order - 1].text.endswith(("?", "？"))
        clauses = tuple(tuple(terms(clause.text)) for clause in sentence.clauses)
        speaker = speakers.get(id(sentence.passage))
        heard = tones.of_speech(tone(sentence.text)) if speaker else tone(sentence.text)
        found.append(Reading(sentence, order, opening, answer, heard, clauses, speaker))
    return tuple(found)


def _speakers(said: Sequence[Sentence]) -> dict[int, Span]:
    """Where a dialogue's passages name who speaks (`王五：`): three or more do, and one of the names returns."""
    named = {id(s.passage): match.span(1) for s in said if s.start == 0 and (match := _SPEAKER.match(s.passage.text))}
    names = Counter(
        s.passage.text[slice(*named[id(s.passage)])] for s in said if s.start == 0 and id(s.passage) in named
    )
    dialogue = len(named) >= 3 and len(names) < len(named)
    return {key: (0, span[1] + 1) for key, span in named.items()} if dialogue else {}


def ground(readings: Sequence[Reading], heading: str, title: str) -> Ground:
    """The terms of these sentences, those of the heading and of the post's title weighing more."""
    counts = Counter(term for reading in readings for clause in reading.clauses for term in clause)
    head, name = set(terms(heading)), set(terms(title))
    weights = {
        term: math.log2(1 + min(n, 8)) * (1.5 if term in head else 1.2 if term in name else 1.0)
        for term, n in counts.items()
    }
    each = [reading.terms(0, len(reading.clauses)) for reading in readings]
    densities = [_density(found, weights) for found in each if len(found) > 2]
    return Ground(weights, sum(densities) / len(densities) if densities else 1.0, len(readings))


def _density(distinct: dict[str, None], weights: dict[str, float]) -> float:
    return sum(weights.get(t, 0.0) for t in distinct) / (len(distinct) + 4) ** 0.6 if distinct else 0.0


def likely(readings: Sequence[Reading], about: Ground, count: int, wanted: frozenset[int]) -> tuple[Reading, ...]:
    """The sentences worth a close look, in order: those that promise most at a glance, and the `wanted` ones."""
    room = max(_LOOKED_AT, 2 * count)
    if len(readings) <= room:
        return tuple(readings)
    promise = [(_promise(reading, about), -reading.order) for reading in readings]
    least = sorted(promise, reverse=True)[room - 1]
    return tuple(r for r, value in zip(readings, promise, strict=True) if value >= least or r.order in wanted)


def _promise(reading: Reading, about: Ground) -> float:
    value = _density(reading.terms(0, len(reading.clauses)), about.weights) / (about.mean or 1.0)
    return value + _place(reading) - 0.6 * min(reading.tone.cost, 1.5)


def _place(reading: Reading) -> float:
    return 0.4 / (1 + 0.35 * reading.order) + (0.12 if reading.opening else 0.0)


def score(statement: Statement, reading: Reading, about: Ground) -> float:
    """How much a statement deserves its line."""
    text = statement.text
    value = 0.8 * _density(reading.terms(statement.first, statement.last), about.weights) / (about.mean or 1.0)
    value += _place(reading)
    value += 0.2 * bool(NUMBER.search(text)) + 0.1 * bool(_NAME.search(text))
    value += _entry(statement, reading.sentence)
    if about.sentences > 5 and reading.order == about.sentences - 1:
        value -= 0.15
    if reading.answer:
        value -= 1.2 if en.ELLIPSIS.search(text) else 0.3
    return value - _length(statement.units) - _announcing(statement, reading.sentence) - voice(statement, reading)


def voice(statement: Statement, reading: Reading) -> float:
    """How much a statement chats instead of telling."""
    clauses = reading.sentence.clauses
    before = clauses[statement.first - 1].text if statement.first else ""
    heard = reading.tone
    if len(clauses) > _RAMBLING and heard is not tones.PLAIN:
        near = clauses[max(0, statement.first - 5)].start, clauses[min(len(clauses), statement.last + 5) - 1].end
        heard = tone(reading.sentence.passage.text[slice(*near)])
    return tones.of_part(heard, statement.text, before)


def _length(size: float) -> float:
    if size < 12:
        return 0.7 if size < 7 else 0.3
    return 0.25 + (size - LIMIT) / 16 if size > LIMIT else max(0.0, size - _EASY) * 0.015


def _announcing(statement: Statement, sentence: Sentence) -> float:
    """A sentence that ends in a colon announces what is not there."""
    last = sentence.clauses[-1]
    return 0.25 if statement.last == len(sentence.clauses) - 1 and last.mark[:1] in (":", "：") else 0.0


def _entry(statement: Statement, sentence: Sentence) -> float:
    """How well it begins: with its subject, at the start of its sentence, without a pronoun that looks back."""
    value = 0.2 if statement.first == 0 else 0.0
    match sentence.lang:
        case "en":
            return value - (0.25 if en.PRONOUN_HEAD.match(statement.text) else 0.0)
        case "zh":
            return value - _chinese_entry(statement, sentence)
        case _:
            return value - (0.25 if others.PRONOUN_HEAD.match(statement.text) else 0.0)


def _chinese_entry(statement: Statement, sentence: Sentence) -> float:
    text = statement.text
    adds = bool(zh.ADDS_HEAD.match(sentence.clauses[statement.first].text))
    looks_back = zh.PRONOUN_HEAD.match(text) and not zh.SURE_PRONOUN_HEAD.match(text)
    cost = 0.2 if text.startswith("他们") else 0.35 if looks_back else 0.2 if zh.PRONOUN.search(text) else 0.0
    if statement.first == statement.last and zh.NOMINAL.match(text):
        cost += 0.6
    if statement.first == 0:
        return cost + 0.3 * adds
    if looks_back:
        cost += 0.15
    if zh.VERB_HEAD.match(text):
        start = sentence.clauses[statement.first].start
        before = sentence.passage.text[max(sentence.start, start - _LOOK_BACK) : start]
        cost += 0.8 if tones.first_person(zh.STANCE.sub("", before)) else 0.3
    return cost + 0.25 * adds


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two lines say the same: the share of the shorter one's terms that the other has too."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def weight(readings: Iterable[Reading]) -> float:
    """The units of the clauses that tell something."""
    return sum(c.units for r in readings for c in r.sentence.clauses if tones.of_part(r.tone, c.text) < 0.8)
