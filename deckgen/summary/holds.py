"""What holds over more than two clauses: rows, pairs, chains, and what somebody is said to say."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from deckgen.summary import chinese as zh
from deckgen.summary.discourse import STOPS
from deckgen.summary.passage import Clause
from deckgen.summary.pattern import REMEMBERED, late

_SENTENCE = 12.0
"""A complete clause of so many units may be all that is shown of its sentence."""
_INSET = 14.0
"""An example of no more units may be set into another clause."""
SHORT = 5.5
"""A clause of no more units is too short to stand alone."""
_AND = late(r"[和、]|以及|与")
_COLON = late(r"[：:](?!//)\s*(?=[^\W\d])")


class Bond(NamedTuple):
    """Between a clause and the next. `left`: the former may not be the last; `right`: the latter may not be first.

    `apart`: no line has both.
    """

    left: bool = False
    right: bool = False
    apart: bool = False


FREE = Bond()
ONE = Bond(left=True, right=True)


def hold(clauses: tuple[Clause, ...], ties: list[Bond]) -> None:
    """Change the bonds of a Chinese sentence's clauses where more than two of them decide."""
    said = "，".join([clause.text for clause in clauses])
    if zh.HEARSAY_INSIDE.search(said):
        _hold_hearsay(clauses, ties)
    _hold_enumerations(clauses, ties)
    _hold_examples(clauses, ties)
    _hold_speech(clauses, ties)
    if zh.PAIR_START.search(said):
        _hold_pairs(clauses, ties)
    if "：" in said or ":" in said:
        _hold_said(clauses, ties)
    _hold_chains(clauses, ties)
    _free_findings(clauses, ties)
    _end_rows(clauses, ties)


def _hold_speech(clauses: tuple[Clause, ...], ties: list[Bond]) -> None:
    """`他提醒，…，…`, `在我看来，…`: what somebody says or thinks is not shown without him."""
    said = False
    for i, clause in enumerate(clauses[:-1]):
        said = (said or says(clause.text) or thinks(clause.text)) and clause.mark[:1] not in STOPS
        if said:
            ties[i] = Bond(left=ties[i].left, right=True)


def _hold_pairs(clauses: tuple[Clause, ...], ties: list[Bond]) -> None:
    """`一方面…，另一方面…`: the first half goes on to the second."""
    opened: int | None = None
    for i, clause in enumerate(clauses):
        if opened is not None and zh.PAIR_HEAD.match(clause.text):
            ties[opened:i] = [ONE] * (i - opened)
            opened = i
        elif _starts_pair(clause.text):
            opened = i


def _starts_pair(text: str) -> bool:
    """Whether a clause, or the little behind its colon, opens with `一方面`."""
    end = text[-12:].rpartition("：")[2]
    return bool(zh.PAIR_START.match(text) or (end != text and zh.PAIR_START.match(end)))


def _hold_said(clauses: tuple[Clause, ...], ties: list[Bond]) -> None:
    """What follows a colon within a sentence (`做到三点：…，…`) goes on to its end."""
    held = False
    for i, clause in enumerate(clauses[:-1]):
        found = _COLON.search(clause.text)
        held = (held or bool(found)) and clause.mark[:1] not in STOPS
        if found and _AND.search(clause.text, found.end()) and has_subject(clauses[i + 1].text):
            held = False
        if held and clause.mark[:1] not in ";；":
            ties[i] = ONE


def _hold_chains(clauses: tuple[Clause, ...], ties: list[Bond]) -> None:
    """What may not be the last holds the clause before it too, where it goes on with that one's subject."""
    for i, (condition, more) in enumerate(pairwise(clauses)):
        if i + 1 < len(ties) and zh.CONDITION_HEAD.match(condition.text) and zh.JOINS_HEAD.match(more.text):
            ties[i + 1] = ONE
    for i in range(len(ties) - 1, 0, -1):
        if ties[i].left and clauses[i - 1].mark[:1] not in STOPS and _goes_on(*clauses[i - 1 : i + 2]):
            ties[i - 1] = Bond(left=True, right=ties[i - 1].right)


def _goes_on(before: Clause, clause: Clause, after: Clause) -> bool:
    """Whether a clause that asks for the one behind it goes on with the subject of the one before it."""
    if zh.EXAMPLE_HEAD.match(clause.text):
        goes_on = bool(zh.RESULTS_HEAD.match(after.text))
    else:
        goes_on = not has_subject(clause.text) and not zh.FINDS.match(after.text)
    return goes_on and bool(before.units < _SENTENCE or zh.CONTRAST_HEAD.match(after.text) or not complete(before.text))


def _hold_hearsay(clauses: tuple[Clause, ...], ties: list[Bond]) -> None:
    """What others are said to think goes on to the end of the sentence, where it is often denied."""
    held = False
    for i, clause in enumerate(clauses[:-1]):
        held = (held or bool(zh.HEARSAY_HEAD.match(clause.text))) and clause.mark[:1] not in STOPS
        if held:
            ties[i] = ONE


def _hold_enumerations(clauses: tuple[Clause, ...], ties: list[Bond]) -> None:
    """`保证…，构建…，保护…等好处`: the members hang together as far back as they are alike."""
    for last in range(len(clauses) - 1, 0, -1):
        if "等" not in clauses[last].text:
            continue
        if zh.ENDS_ENUMERATION.search(clauses[last].text) and not zh.OWN_ENUMERATION.search(clauses[last].text):
            for i in range(last - 1, -1, -1):
                ties[i] = ONE
                if complete(clauses[i].text) or (not zh.VERB_HEAD.match(clauses[i].text) and clauses[i].units > 12):
                    break


def _hold_examples(clauses: tuple[Clause, ...], ties: list[Bond]) -> None:
    """`很多模块，比如heat，会绕过…`: an example set between a subject and its verb."""
    for i in range(1, len(ties)):
        after = clauses[i + 1].text
        inset = clauses[i].units <= _INSET and zh.EXAMPLE_HEAD.match(clauses[i].text)
        if inset and (zh.ALL_HEAD.match(after) or (zh.VERB_HEAD.match(after) and not complete(clauses[i - 1].text))):
            ties[i - 1 : i + 1] = (ONE, ONE)


def _free_findings(clauses: tuple[Clause, ...], ties: list[Bond]) -> None:
    """`对比了数据，我发现…` has its subject in its second clause, and may stand without the clause before it."""
    for i in range(1, len(ties)):
        if ties[i - 1].right and zh.FINDS.match(clauses[i + 1].text) and not has_subject(clauses[i].text):
            ties[i - 1] = Bond(left=ties[i - 1].left)


def _end_rows(clauses: tuple[Clause, ...], ties: list[Bond]) -> None:
    """`健康检查，监控告警，并可以…`: a row of short members ends where the sentence goes on with `并`."""
    for i in range(1, len(ties)):
        row = max(clauses[i - 1].units, clauses[i].units) <= SHORT and ties[i - 1] == ONE
        if row and zh.ADDS_HEAD.match(clauses[i + 1].text) and not zh.JOINS_HEAD.match(clauses[i + 1].text):
            ties[i] = Bond(right=True)


def says(text: str) -> bool:
    """Whether a Chinese clause ends by saying that somebody says or thinks what follows: `他提醒`, `结论是`."""
    return text[-1:] in zh.SAYS_ENDS and bool(zh.SAYS_TAIL.search(text[-12:]))


def thinks(text: str) -> bool:
    """Whether a Chinese clause opens by saying whose opinion follows: `我认为`, `在我看来`."""
    return text[:1] in zh.STANCE_HEADS and bool(zh.STANCE.match(text))


@lru_cache(REMEMBERED)
def has_subject(text: str) -> bool:
    """Whether a Chinese clause names what it speaks of instead of going on with the clause before it."""
    if not zh.NO_SUBJECT_HEAD.match(text) or zh.ADVICE_HEAD.match(text):
        return True
    head = zh.ADDS_HEAD.match(text) or zh.ADVERB_HEAD.match(text)
    rest = text[head.end() :] if head else text
    if thinks(rest) or not (zh.VERB_HEAD.match(rest) or zh.PRONOUN_HEAD.match(rest) or (head and len(rest) < 4)):
        return True
    return bool(ends_frame(text) or zh.CONDITION_HEAD.match(text) or zh.CONDITION_INSIDE.search(text)) or (
        bool(zh.PREFACE_HEAD.match(text)) and frames(text)
    )


def complete(text: str) -> bool:
    """Whether a Chinese clause has a subject and a verb, and asks for nothing more."""
    if zh.CONDITION_HEAD.match(text) or zh.PREFACE_HEAD.match(text) or zh.OPEN_TAIL.search(text[-24:]):
        return False
    return has_subject(text) and bool(zh.STATES.search(zh.NOT_STATES.sub("", text))) and not frames(text)


def ends_frame(text: str) -> bool:
    """Whether a Chinese clause ends as one does that only gives time, place or topic: `…方面`, `作为…`."""
    ends = text[-1:] in zh.FRAME_ENDS and zh.FRAME_TAIL.search(text, len(text) - 3)
    return bool(ends or zh.FRAME_TO_END.search(text))


def frames(a: str) -> bool:
    """Whether a clause only gives time, place or topic: a phrase without a predicate."""
    if ends_frame(a):
        return True
    return bool(
        "的" in a and zh.NOMINAL.match(a) and not zh.VERB_HEAD.match(a) and not zh.PREDICATE.search(a[: a.rfind("的")])
    )
