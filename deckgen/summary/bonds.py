"""Which neighbouring clauses hang together, and which may be left out."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.summary import chinese as zh
from deckgen.summary import english as en
from deckgen.summary.guard import MODALITY, NUMBER
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
    ties = [judge(former, latter, index) for index, (former, latter) in enumerate(pairs)]
    if sentence.lang == "zh":
        _hold_hearsay(sentence.clauses, ties)
        _hold_enumerations(sentence.clauses, ties)
    return tuple(ties)


def _hold_hearsay(clauses: tuple[Clause, ...], ties: list[Bond]) -> None:
    """What others are said to think goes on to the end of the sentence, where it is often denied."""
    start = next((i for i, clause in enumerate(clauses) if zh.HEARSAY_HEAD.match(clause.text)), len(ties))
    for i in range(start, len(ties)):
        ties[i] = ONE


def _hold_enumerations(clauses: tuple[Clause, ...], ties: list[Bond]) -> None:
    """`保证…，构建…，保护…等好处`: the members hang together as far back as they are alike."""
    for last in range(len(clauses) - 1, 0, -1):
        if zh.ENDS_ENUMERATION.search(clauses[last].text):
            for i in range(last - 1, -1, -1):
                ties[i] = ONE
                if not zh.VERB_HEAD.match(clauses[i].text) and clauses[i].units > 12:
                    break


def is_aside(clause: Clause) -> bool:
    """Whether a clause is a remark that may be left out of any sentence."""
    return bool(zh.ASIDE.match(clause.text)) and not NUMBER.search(clause.text)


def is_example(sentence: Sentence, index: int) -> bool:
    """Whether a clause only illustrates or explains the one before it."""
    text = sentence.clauses[index].text
    if index == 0:
        return False
    if sentence.lang == "en":
        return any(p.match(text) for p in (en.RELATIVE_HEAD, en.PARTICIPLE_HEAD, en.EXAMPLE_HEAD))
    return bool(zh.EXAMPLE_HEAD.match(text))


def _chinese(former: Clause, latter: Clause, _index: int) -> Bond:
    a, b = former.text, latter.text
    if former.mark[:1] in ";；":
        return FREE
    return _chinese_left(a, b) or _chinese_right(a, b) or _chinese_length(former, latter)


def _chinese_left(a: str, b: str) -> Bond | None:
    """What the former clause asks for."""
    if _open(a) or _fragment(b):
        return ONE
    if zh.CONDITION_HEAD.match(a) or zh.CONDITION.search(a) or zh.CONDITION_TAIL.search(a[-8:]):
        return ONE
    if _unfinished(a, b):
        return Bond(left=True)
    if zh.TAKES.search(a) and zh.MAKES_HEAD.match(b):
        return ONE
    if zh.THROUGH.search(a) and zh.VERB_HEAD.match(b):
        return Bond(left=True, right=bool(zh.HANGS_HEAD.match(b) or zh.EXAMPLE_HEAD.match(b)))
    return _chinese_turn(a, b)


def _fragment(b: str) -> bool:
    """`推动OpenStack前进的公司`: the end of a phrase that the clause before has opened, no statement of its own."""
    return bool(len(b) < 24 and zh.FRAGMENT_TAIL.search(b[-8:]) and zh.VERB_HEAD.match(b) and not zh.DONE.search(b[:5]))


def _unfinished(a: str, b: str) -> bool:
    """Whether a clause says that something is said, defines by a condition, or belongs to the `我发现` after it."""
    if zh.SAYS_TAIL.search(a) or (zh.DEFINES.search(a) and zh.CONDITION_HEAD.match(b)):
        return True
    return bool(zh.VERB_HEAD.match(a) and zh.STANCE.match(b))


def _chinese_turn(a: str, b: str) -> Bond | None:
    """Contrast, cause and consequence."""
    if zh.CONTRAST_HEAD.match(b):
        return Bond(left=True, right=b.startswith("却"))
    if "却" in b[1:6]:
        return ONE
    if zh.CAUSE_HEAD.match(a) or zh.PREFACE_HEAD.match(a):
        return Bond(left=True, right=bool(zh.THEN_HEAD.match(b) or _result_without_subject(b)))
    return None


def _open(a: str) -> bool:
    """Whether a clause ends in the middle of a phrase; 是…的 ends one."""
    if zh.TIME_TAIL.search(a[-6:]):
        return True
    return bool(zh.OPEN_TAIL.search(a[-24:])) and not (a.endswith("的") and "是" in a)


def _result_without_subject(b: str) -> bool:
    match = zh.RESULT_HEAD.match(b)
    return bool(match and zh.VERB_HEAD.match(b, match.end()))


def _chinese_right(a: str, b: str) -> Bond | None:
    """What the latter clause asks for."""
    if (
        zh.THEN_HEAD.match(b)
        or zh.JOINS_HEAD.match(b)
        or (zh.ASKS.search(a) and zh.ASKS.search(b))
        or (zh.FIRST.search(a) and zh.NEXT_HEAD.match(b))
    ):
        return ONE
    if zh.ASKS_HEAD.match(b) or zh.HANGS_HEAD.match(b) or zh.EXAMPLE_HEAD.match(b) or _result_without_subject(b):
        return Bond(right=True)
    if b.startswith("而") and "不是" in a:
        return Bond(right=True)
    return None


def _chinese_length(former: Clause, latter: Clause) -> Bond:
    """Members of an enumeration, and clauses too short to stand alone."""
    a, b, long_a, long_b = former.text, latter.text, former.units, latter.units
    if zh.FILLER_HEAD.fullmatch(b):
        return FREE
    if (long_a <= 5.5 and long_b <= 5.5) or _enumerates(a, b, long_b):
        return ONE
    nominal = zh.NOMINAL.match(a) and not zh.VERB_HEAD.match(a)
    return Bond(left=long_a <= 5.5 or bool(nominal), right=long_b <= 9)


def _enumerates(a: str, b: str, long_b: float) -> bool:
    """`硬盘资源，计算资源以及网络资源`: the members end alike, or the last one is joined by `以及`."""
    return long_b <= 14 and a[-2:] == b[-2:] and not zh.VERB_HEAD.match(b)


def _english(former: Clause, latter: Clause, index: int) -> Bond:
    a, b = former.text, latter.text
    if en.PRONOUN_HEAD.match(b):
        return Bond(right=True)
    if former.mark.startswith(";"):
        return FREE
    if index == 0 and en.OPENING_HEAD.match(a):
        conditional = en.CONTRAST_HEAD.match(a) or a[:4].lower() in ("once", "acco") or MODALITY.match(a)
        return ONE if conditional else Bond(left=True)
    if en.CONTRAST_HEAD.match(b):
        return Bond(left=True, right=not b.lower().startswith(("but", "yet")))
    if en.JOIN_HEAD.match(b):
        return Bond(right=not (en.SUBJECT_HEAD.match(b) and en.FINITE.search(b)))
    return Bond(right=True)
