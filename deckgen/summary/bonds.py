"""Which neighbouring clauses hang together, and which may be left out."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.summary import lexicon as lex
from deckgen.summary.measure import units
from deckgen.summary.passage import Clause, Sentence


@dataclass(frozen=True, slots=True)
class Bond:
    """Between a clause and the next. `left`: the former may not be the last; `right`: the latter may not be first."""

    left: bool = False
    right: bool = False


FREE = Bond()
ONE = Bond(left=True, right=True)


def bonds(sentence: Sentence) -> tuple[Bond, ...]:
    """One bond for each pair of neighbouring clauses."""
    pairs = zip(sentence.clauses, sentence.clauses[1:], strict=False)
    judge = _english if sentence.lang == "en" else _chinese
    return tuple(judge(former, latter, index) for index, (former, latter) in enumerate(pairs))


def is_aside(clause: Clause) -> bool:
    """Whether a clause is a remark that may be left out of any sentence."""
    return bool(lex.ASIDE.match(clause.text)) and not lex.NUMBER.search(clause.text)


def is_example(sentence: Sentence, index: int) -> bool:
    """Whether a clause only illustrates or explains the one before it."""
    text = sentence.clauses[index].text
    if index == 0:
        return False
    if sentence.lang == "en":
        return any(p.match(text) for p in (lex.EN_RELATIVE_HEAD, lex.EN_PARTICIPLE_HEAD, lex.EN_EXAMPLE_HEAD))
    return bool(lex.ZH_EXAMPLE_HEAD.match(text))


def _chinese(former: Clause, latter: Clause, index: int) -> Bond:
    a, b = former.text, latter.text
    if former.mark[:1] in ";；":
        return FREE
    return _chinese_left(a, b) or _chinese_right(a, b) or _chinese_length(a, b, index)


def _chinese_left(a: str, b: str) -> Bond | None:
    """What the former clause asks for."""
    if lex.ZH_OPEN_TAIL.search(a) or (lex.ZH_FRAGMENT_TAIL.search(b) and lex.ZH_VERB_HEAD.match(b) and len(b) < 24):
        return ONE
    if lex.ZH_CONDITION_HEAD.match(a) or lex.ZH_CONDITION_TAIL.search(a):
        return ONE
    if lex.ZH_CONTRAST_HEAD.match(b):
        return Bond(left=True, right=b.startswith("却"))
    if lex.ZH_CAUSE_HEAD.match(a) or lex.ZH_PREFACE_HEAD.match(a):
        return Bond(left=True, right=bool(lex.ZH_THEN_HEAD.match(b)))
    return None


def _chinese_right(a: str, b: str) -> Bond | None:
    """What the latter clause asks for."""
    if lex.ZH_THEN_HEAD.match(b):
        return ONE
    if b.startswith("而是") or lex.ZH_HANGS_HEAD.match(b) or lex.ZH_EXAMPLE_HEAD.match(b):
        return Bond(right=True)
    if b.startswith("而") and "不是" in a:
        return Bond(right=True)
    return None


def _chinese_length(a: str, b: str, index: int) -> Bond:
    """Members of an enumeration and clauses too short to stand alone."""
    long_a, long_b = units(a), units(b)
    if long_a <= 5.5 and long_b <= 5.5:
        return ONE
    if long_b <= 4:
        return Bond(right=True)
    return Bond(left=True) if long_a <= 4 and index == 0 else FREE


def _english(former: Clause, latter: Clause, index: int) -> Bond:
    a, b = former.text, latter.text
    if former.mark.startswith(";"):
        return FREE
    if index == 0 and lex.EN_OPENING_HEAD.match(a):
        conditional = lex.EN_CONTRAST_HEAD.match(a) or a[:4].lower() in ("once", "acco") or lex.MODALITY.match(a)
        return ONE if conditional else Bond(left=True)
    if lex.EN_CONTRAST_HEAD.match(b):
        return Bond(left=True, right=not b.lower().startswith(("but", "yet")))
    if lex.EN_JOIN_HEAD.match(b):
        return Bond(right=not (lex.EN_SUBJECT_HEAD.match(b) and lex.EN_FINITE.search(b)))
    return Bond(right=True)
