"""Which statements matter: cheap features, added up, and a penalty for saying again what has been said."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from deckgen.summary import lexicon as lex
from deckgen.summary.measure import terms, units
from deckgen.summary.passage import Sentence
from deckgen.summary.statements import Statement

LIMIT = 36.0
_NAME = re.compile(r"\b[A-Z][A-Za-z0-9]+")
_HEAVY_COLON = re.compile(r"[:：]\s*$")


@dataclass(frozen=True, slots=True)
class Ground:
    """What a section speaks of: the weight of each term, and its mean for the section's sentences."""

    weights: dict[str, float]
    mean: float
    sentences: int


def ground(sentences: Iterable[Sentence], heading: str, title: str) -> Ground:
    """The terms of these sentences, those of the heading and of the post's title weighing more."""
    each = [terms(s.text) for s in sentences]
    counts = Counter(term for found in each for term in found)
    head, name = set(terms(heading)), set(terms(title))
    weights = {
        term: math.log2(1 + min(n, 8)) * (1.5 if term in head else 1.2 if term in name else 1.0)
        for term, n in counts.items()
    }
    densities = [_density(found, weights) for found in each if len(found) > 2]
    return Ground(weights, sum(densities) / len(densities) if densities else 1.0, len(each))


def _density(found: list[str], weights: dict[str, float]) -> float:
    distinct = dict.fromkeys(found)
    return sum(weights.get(t, 0.0) for t in distinct) / (len(distinct) + 4) ** 0.6 if distinct else 0.0


def score(statement: Statement, sentence: Sentence, order: int, opening: bool, about: Ground) -> float:
    """How much a statement deserves its line. `order` counts sentences in the section; `opening`: a paragraph's first."""
    text = statement.text
    value = 0.8 * _density(terms(text), about.weights) / (about.mean or 1.0)
    value += 0.4 / (1 + 0.35 * order) + (0.12 if opening else 0.0)
    value += 0.2 * bool(lex.NUMBER.search(text)) + 0.1 * bool(_NAME.search(text))
    value += _entry(statement, sentence)
    if about.sentences > 5 and order == about.sentences - 1:
        value -= 0.15
    return value - _length(statement.units) - voice(text, sentence)


def _length(size: float) -> float:
    if size < 12:
        return 0.7 if size < 7 else 0.3
    return 0.35 + (size - LIMIT) / 45 if size > LIMIT else 0.0


def _entry(statement: Statement, sentence: Sentence) -> float:
    """How well it begins: with its subject, at the start of its sentence, without a pronoun that looks back."""
    first = sentence.clauses[statement.first].text
    value = 0.2 if statement.first == 0 else 0.0
    if sentence.lang == "en":
        return value - (0.25 if lex.EN_PRONOUN_HEAD.match(statement.text) else 0.0)
    if sentence.lang in ("ko", "ja"):
        return value - (0.25 if lex.KOJA_PRONOUN_HEAD.match(statement.text) else 0.0)
    if lex.ZH_PRONOUN_HEAD.match(statement.text) and not lex.ZH_SURE_PRONOUN_HEAD.match(statement.text):
        value -= 0.35
    if statement.first:
        value -= 0.3 * bool(lex.ZH_VERB_HEAD.match(statement.text)) + 0.1 * bool(lex.ZH_ADDS_HEAD.match(first))
    return value


def voice(text: str, sentence: Sentence) -> float:
    """How much it chats instead of telling."""
    value = 1.6 * bool(lex.CHATTER.search(text)) or 0.45 * bool(lex.CHATTER.search(sentence.text))
    value += 1.0 * bool(lex.QUESTION.search(text))
    if match := lex.FIRST_PERSON.search(text):
        value += 0.25 if match.group() in ("我们", "we", "our", "us", "우리") else 0.7
    value += 0.3 * bool(lex.SECOND_PERSON.search(text))
    return value + 0.25 * bool(_HEAVY_COLON.search(sentence.text) and sentence.text.rstrip(":： ").endswith(text[-6:]))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two lines say the same: the share of the shorter one's terms that the other has too."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def weight(sentences: Iterable[Sentence]) -> float:
    """The units of the sentences that tell something."""
    return sum(units(s.text) for s in sentences if voice(s.text, s) < 1.0)
