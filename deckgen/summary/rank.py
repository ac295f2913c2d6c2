"""Which statements matter: cheap features, added up."""

from __future__ import annotations

from typing import NamedTuple

from deckgen.summary import chinese as zh
from deckgen.summary import discourse
from deckgen.summary import english as en
from deckgen.summary import tone as tones
from deckgen.summary.bonds import is_aside
from deckgen.summary.discourse import STOPS
from deckgen.summary.holds import has_subject, thinks
from deckgen.summary.measure import Language
from deckgen.summary.passage import Clause, Sentence
from deckgen.summary.pattern import late
from deckgen.summary.readings import Ground, Reading, density, place
from deckgen.summary.statements import Statement
from deckgen.summary.tone import tone

LIMIT = 36.0
"""Units of a line and a half: what a bullet should not exceed."""
_EASY = 26.0
"""Up to so many units a line of Chinese costs nothing for its length."""
_LONGEST = 66.0
"""From so many on it costs most."""
_WHOLE = 56.0
"""A sentence of a language whose sentences are hardly ever cut may be so long."""
_BRIEF, _SCANT, _SHORT = 10.0, 14.0, 20.0
"""Such a sentence says little, even with a figure, or without one, or not much, in fewer units."""
_FEW = 3
"""Only behind so many sentences is one the section's last."""
_STRETCH = 14.0
"""A whole statement may exceed the limit by so many units where cutting it would leave a fragment."""
_RAMBLING = 20
"""In a sentence of more clauses, only the neighbours of a clause colour its tone."""
_CHATS = 0.7
"""A clause whose tone costs so much is missed by nobody."""
_DEFINES = 0.4
"""What it costs to say only what a thing is."""
_DIGRESSION = 1.0
"""What it costs the author's opinion to stand within a sentence about something else."""
_HOLLOW = 0.8
"""What it costs to say what is true of everything."""
_RIDER = 8.0
"""A clause of no more units belongs to the one before it."""
_SCRAP = 16.0
"""What is left of a chatting sentence has to be longer than this to tell anything."""
_COUNT = late(
    r"[\d十百千万亿两三四五六七八九]"
    r"(?:(?<=\d)(?<![A-Za-z]\d)|(?<=[十百千万亿])[多余]?[台个次倍人节家条种年行]|(?<=[两三四五六七八九])倍)"
)
_ADDRESS = late(r"://|^[（(]?\d+[）).、]")
_NAME = late(r"[A-Z][A-Za-z0-9]+")
LONG_LINE = 45.0
"""Units of two lines: what a line may have that is added where it is missed."""
ALIKE = 0.55
"""Two lines that share so much of their terms say the same."""
QUIET = 0.3
"""A line that chats no more than this tells."""


class _Weights(NamedTuple):
    """What it costs a statement to need what stands before it and to be the section's last, and what a turn gains."""

    leaning: float
    last: float
    turning: float


_CUT = _Weights(leaning=0.35, last=0.0, turning=0.6)
_SHOWN_WHOLE = _Weights(leaning=0.2, last=0.35, turning=0.2)
"""For languages whose sentences are hardly ever cut; by measurement on English lectures (VT-SSum, dev)."""


class Merit(NamedTuple):
    """How much a statement deserves its line, how much it chats, and whether it only announces or sets up."""

    score: float
    voice: float
    idle: bool


def merit(statement: Statement, reading: Reading, about: Ground, said: dict[str, None]) -> Merit:
    """What a statement that speaks of these terms is worth."""
    text, lang = statement.text, reading.sentence.lang
    weights, figure = _weights(lang), counts(text) and not _ADDRESS.search(text)
    announces, sets_up = discourse.announces(text, lang), discourse.sets_up(text, lang)
    chats = voice(statement, reading)
    value = 0.8 * density(said, about.weights) / (about.mean or 1.0)
    value += place(reading)
    value += (
        0.35 * figure
        + 0.1 * bool(_NAME.search(text))
        + (0.3 if reading.tone.opinion else 0.18) * discourse.asserts(text, lang)
    )
    value += _entry(statement, reading.sentence)
    if reading.order == len(about.densities) - 1 >= _FEW and not figure:
        value -= weights.last
    if reading.answer:
        value -= 1.2 if en.ELLIPSIS.search(text) else 0.3
    value -= (
        (_length(statement.units) if lang == "zh" else _whole_length(statement.units, figure=figure))
        + _role(statement, reading.sentence, announces=announces, sets_up=sets_up)
        + _parted(statement, reading)
    )
    return Merit(value - chats, chats, announces or sets_up)


def counts(text: str) -> bool:
    """Whether a text gives a figure."""
    return bool(_COUNT.search(text))


def _role(statement: Statement, sentence: Sentence, *, announces: bool, sets_up: bool) -> float:
    """What a statement loses by announcing, by setting up what it does not say, by asking; a turn gains."""
    last = sentence.clauses[statement.last]
    cost = 1.2 if announces else 0.0
    if sets_up:
        cost += 0.9
    elif discourse.defines(statement.text, sentence.lang):
        cost += _DEFINES
    elif discourse.hollow(statement.text):
        cost += _HOLLOW
    elif any(discourse.turns(clause.text, sentence.lang) for clause in _opening(statement, sentence)):
        cost -= _weights(sentence.lang).turning
    if last.mark[:1] in (":", "："):
        cost += 0.25
    elif last.mark[:1] in ("?", "？") and statement.last + 1 < len(sentence.clauses):
        cost += 1.0
    opinion = statement.first and thinks(sentence.clauses[statement.first].text)
    cost += _DIGRESSION if opinion else 0.0
    if sentence.lang == "zh" and zh.NAMES.search(statement.text):
        cost -= 0.3
    return cost


def _opening(statement: Statement, sentence: Sentence) -> tuple[Clause, ...]:
    """The first clause of a statement, and that of its sentence where it is shown to the end."""
    first = sentence.clauses[statement.first]
    opens = sentence.clauses[0]
    return (first, opens) if statement.last == len(sentence.clauses) - 1 else (first,)


def _parted(statement: Statement, reading: Reading) -> float:
    """What it costs to show a part of a sentence: much where the whole would nearly fit, little at a loose joint."""
    sentence = reading.sentence
    clauses = sentence.clauses
    if statement.last - statement.first + 1 == len(clauses):
        return 0.0
    before = _dropped(clauses, statement.first, -1)
    after = _dropped(clauses, statement.last, 1)
    cut = bool(before or after)
    if after and reading.costs[after[-1]] >= _CHATS:
        after = []
    told = [i for i in (*before, *after) if reading.costs[i] < _CHATS and not is_aside(clauses[i].text)]
    if not told:
        return 1.0 if cut and statement.units < _SCRAP else 0.0
    rider = clauses[after[0]] if after else None
    if rider and (sentence.lang != "zh" or rider.units <= _RIDER or not has_subject(rider.text)):
        return 0.6 if statement.units + sum(clauses[i].units for i in told) <= LIMIT + _STRETCH else 0.35
    return 0.12


def _dropped(clauses: tuple[Clause, ...], at: int, step: int) -> list[int]:
    """The numbers of the clauses of the same sentence before or behind a clause, a few at most."""
    found: list[int] = []
    while len(found) < 8:
        edge = at - 1 if step < 0 else at
        if not 0 <= at + step < len(clauses) or clauses[edge].mark[:1] in STOPS:
            break
        at += step
        found.append(at)
    return found


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
    if size > _LONGEST:
        return 1.37 + (size - _LONGEST) / 8
    return 0.41 + (size - LIMIT) * 0.032 if size > LIMIT else max(0.0, size - _EASY) * 0.012


def _whole_length(size: float, *, figure: bool) -> float:
    if size < _SHORT:
        return 1.6 if size < (_BRIEF if figure else _SCANT) else 0.0 if figure else 0.3
    return max(0.0, size - _WHOLE) * 0.01


def _entry(statement: Statement, sentence: Sentence) -> float:
    """How well it begins: at the start of a sentence, with a subject, without a pronoun."""
    first = statement.first
    starts = first == 0 or sentence.clauses[first - 1].mark[:1] in STOPS
    value = 0.2 if starts else 0.0
    if sentence.lang == "zh":
        if first == statement.last and zh.NOMINAL.match(statement.text):
            value -= 0.6
        value -= 0.2 if refers(statement.text) else 0.0
    return value


def refers(text: str) -> bool:
    """Whether a Chinese text speaks of `他们` or `这个问题`."""
    return bool(zh.PRONOUN.search(text))


def leaning(statement: Statement, sentence: Sentence) -> bool:
    """Whether a statement needs what stands before it: it opens with a pronoun, or goes on with another's subject."""
    own = sentence.clauses[statement.first].text
    if discourse.leans(own, sentence.lang):
        return True
    if not own.startswith(statement.text[:8]) and discourse.leans(statement.text, sentence.lang):
        return True
    if sentence.lang != "zh":
        return False
    if zh.BOTH.search(statement.text[:16]) or zh.THIS.search(own):
        return True
    return statement.first > 0 and not has_subject(own)


def cost_of_leaning(lang: Language) -> float:
    """What it costs a statement to need what stands before it."""
    return _weights(lang).leaning


def _weights(lang: Language) -> _Weights:
    return _CUT if lang == "zh" else _SHOWN_WHOLE


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two lines say the same: the share of the shorter one's terms that the other has too."""
    return 0.0 if one.isdisjoint(other) else len(one & other) / min(len(one), len(other))
