"""A section read: its sentences with what each speaks of and how it speaks, and how many bullets they deserve."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from deckgen.summary import tone as tones
from deckgen.summary.measure import terms
from deckgen.summary.passage import Sentence
from deckgen.summary.pattern import late
from deckgen.summary.shields import Span
from deckgen.summary.tone import Tone, tone

_TELLS = 0.8
"""A clause whose tone costs less tells something."""
_MOST = 8
"""A term gains nothing by occurring more often."""
_LOGS = tuple(math.log2(1 + n) for n in range(_MOST + 1))
_LOOKED_AT = 12
"""So many sentences of a section, at least, are taken apart."""
_PAGES = 450
"""A section that tells more, in units, goes on over several slides."""
_ROOMY = 80.0
"""A section of no more units than this has room for a line a sentence."""
_EARLY = 0.4
_EARLY_WHOLE = 1.3
"""What the first sentence of a section gains; more in the languages whose sentences are shown whole, by measurement: on
English lectures (VT-SSum, dev) the first five sentences match the slide better than any other cheap feature."""
_SPEAKER = late(r"([^\W\d_][\w· ]{0,15})[：:]\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence in its section.

    `order` is its number there, `opening` whether it opens a paragraph, `answer` whether a question stands before it;
    `clauses` are the terms of its clauses, `costs` what their tone costs each; `speaker` is the span of the name before
    a dialogue's line, or None.
    """

    sentence: Sentence
    order: int
    opening: bool
    answer: bool
    tone: Tone
    clauses: tuple[tuple[str, ...], ...]
    costs: tuple[float, ...]
    speaker: Span | None = None

    def terms(self, first: int, last: int) -> dict[str, None]:
        """The distinct terms of these clauses, in order."""
        return dict.fromkeys(chain.from_iterable(self.clauses[first : last + 1]))


@dataclass(frozen=True, slots=True)
class Ground:
    """What a section speaks of: the weight of each term, the density of each sentence, and the mean density."""

    weights: dict[str, float]
    densities: tuple[float, ...]
    mean: float


def read(sentences: Iterable[Sentence]) -> tuple[Reading, ...]:
    """The readings of a section's sentences, which stand in order."""
    said = tuple(sentences)
    speakers = _speakers(said)
    found: list[Reading] = []
    known: dict[str, str] = {}
    for order, sentence in enumerate(said):
        opening = not order or said[order - 1].passage is not sentence.passage
        answer = not opening and said[order - 1].text.endswith(("?", "？"))
        clauses = tuple([_one_of_each(terms(clause.text), known) for clause in sentence.clauses])
        speaker = speakers.get(id(sentence.passage))
        heard = tone(sentence.text)
        heard = tones.of_speech(heard) if speaker else heard
        costs = tones.of_parts(heard, (clause.text for clause in sentence.clauses))
        found.append(Reading(sentence, order, opening, answer, heard, clauses, costs, speaker))
    return tuple(found)


def _one_of_each(found: Sequence[str], known: dict[str, str]) -> tuple[str, ...]:
    """The terms, equal ones being one object throughout the section, since a long post has a great many of few."""
    return tuple(map(known.setdefault, found, found))


def _speakers(said: Sequence[Sentence]) -> dict[int, Span]:
    """Where a dialogue's passages name who speaks (`王五：`): three or more do, and one of the names returns."""
    named = {id(s.passage): match for s in said if s.start == 0 and (match := _SPEAKER.match(s.passage.text))}
    names = {match.group(1) for match in named.values()}
    dialogue = len(named) >= 3 and len(names) < len(named)
    return {key: match.span() for key, match in named.items()} if dialogue else {}


def ground(readings: Sequence[Reading], items: Sequence[tuple[str, ...]], heading: str, title: str) -> Ground:
    """The terms of these sentences and list items, those of the heading and of the post's title weighing more."""
    clauses = chain.from_iterable(reading.clauses for reading in readings)
    counts = Counter(chain.from_iterable(chain(clauses, items)))
    head, name = set(terms(heading)), set(terms(title))
    weights = {
        term: (_LOGS[n] if n < _MOST else _LOGS[_MOST]) * (1.5 if term in head else 1.2 if term in name else 1.0)
        for term, n in counts.items()
    }
    each = chain((reading.terms(0, len(reading.clauses)) for reading in readings), map(dict.fromkeys, items))
    found = [(density(distinct, weights), len(distinct) > 2) for distinct in each]
    telling = [value for value, tells in found if tells]
    mean = sum(telling) / len(telling) if telling else 1.0
    return Ground(weights, tuple([value for value, _ in found[: len(readings)]]), mean)


def density(distinct: dict[str, None], weights: dict[str, float]) -> float:
    """How much these terms weigh for their number."""
    return sum(map(weights.__getitem__, distinct)) / (len(distinct) + 4) ** 0.65 if distinct else 0.0


def likely(readings: Sequence[Reading], about: Ground, count: int, wanted: frozenset[int]) -> tuple[Reading, ...]:
    """The sentences worth a close look, in order: those that promise most at a glance, and the `wanted` ones."""
    room = max(_LOOKED_AT, 2 * count)
    if len(readings) <= room:
        return tuple(readings)
    promise = [(_promise(reading, about), -reading.order) for reading in readings]
    least = sorted(promise, reverse=True)[room - 1]
    return tuple(r for r, value in zip(readings, promise, strict=True) if value >= least or r.order in wanted)


def _promise(reading: Reading, about: Ground) -> float:
    value = about.densities[reading.order] / (about.mean or 1.0)
    return value + place(reading) - 0.6 * min(reading.tone.cost, 1.5)


def place(reading: Reading) -> float:
    """What a sentence gains by standing early, or at the head of a paragraph."""
    early = _EARLY if reading.sentence.lang == "zh" else _EARLY_WHOLE
    return early / (1 + 0.35 * reading.order) + (0.12 if reading.opening else 0.0)


def weight(readings: Iterable[Reading]) -> float:
    """The units of the clauses that tell something."""
    return sum(
        clause.units
        for reading in readings
        for clause, cost in zip(reading.sentence.clauses, reading.costs, strict=True)
        if cost < _TELLS
    )


def quota(readings: Sequence[Reading]) -> int:
    """How many bullets a section's prose deserves by the weight of its text.

    Three to six, fewer for a line or two; a section of several pages has up to ten, for two slides.
    """
    told = weight(readings)
    count = max(1, min(6, round(1.6 + told / 75))) if told else 1
    if told > _PAGES:
        count = min(10, 6 + round((told - _PAGES) / 100))
    if told <= _ROOMY:
        count = max(count, min(5, sum(reading.tone.cost < 0.8 for reading in readings)))
    return count
