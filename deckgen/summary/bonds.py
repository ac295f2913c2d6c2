"""Which neighbouring clauses hang together, and which may be left out."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from deckgen.summary import chinese as zh
from deckgen.summary import discourse
from deckgen.summary import english as en
from deckgen.summary.discourse import STOPS
from deckgen.summary.guard import MODALITY, NUMBER
from deckgen.summary.holds import FREE, ONE, SHORT, Bond, complete, ends_frame, frames, has_subject, hold, says, thinks
from deckgen.summary.measure import Language
from deckgen.summary.passage import Clause, Sentence
from deckgen.summary.pattern import REMEMBERED
from deckgen.summary.thoughts import keep

_SHORT_ANSWER = 22.0
"""An answer of fewer units needs its question."""
_SHORT_QUESTION = 8.0
"""A question of no more units asks about what stands before it."""
_FRAME = 20.0
"""Time, place or topic of no more units belongs to the clause behind it."""
_ASKED = ("？", "?")


def bonds(sentence: Sentence) -> tuple[Bond, ...]:
    """One bond for each pair of neighbouring clauses."""
    return _bonds(sentence.clauses, sentence.lang) if len(sentence.clauses) > 1 else ()


@lru_cache(REMEMBERED // 8)
def _bonds(clauses: tuple[Clause, ...], lang: Language) -> tuple[Bond, ...]:
    judge = _english if lang == "en" else _chinese
    marks = [".", *(clause.mark for clause in clauses)]
    ties = [
        _between(former, latter, lang)
        if former.mark[:1] in STOPS
        else judge(former, latter, opening=marks[index][:1] in STOPS)
        for index, (former, latter) in enumerate(pairwise(clauses))
    ]
    if lang == "zh":
        hold(clauses, ties)
        keep(clauses, ties)
    return tuple(ties)


def loose(sentence: Sentence) -> tuple[bool, ...]:
    """For each pair of neighbouring clauses, whether each side reads on its own, neither as cause nor as result."""
    pairs = zip(bonds(sentence), sentence.clauses[1:], strict=True)
    return tuple(tie == FREE and not _goes_on(clause.text, sentence.lang) for tie, clause in pairs)


def _goes_on(text: str, lang: Language) -> bool:
    if lang == "zh" and (zh.ADDS_HEAD.match(text) or zh.RESULT_HEAD.match(text)):
        return True
    return discourse.turns(text, lang) or discourse.leans(text, lang)


def _between(former: Clause, latter: Clause, lang: Language) -> Bond:
    """Two sentences that were joined: the former is not shown without what turns against it or answers it."""
    question = former.mark[:1] in "？?"
    turned = discourse.turns(latter.text, lang)
    return Bond(
        left=question or turned or discourse.opens(former.text, lang),
        right=(question and (latter.units < _SHORT_ANSWER or bool(en.ELLIPSIS.search(latter.text))))
        or (not turned and discourse.leans(latter.text, lang)),
    )


@lru_cache(REMEMBERED)
def is_aside(text: str) -> bool:
    """Whether a clause is a remark that may be left out of any sentence."""
    return bool(zh.ASIDE.match(text)) and not NUMBER.search(text)


def _chinese(former: Clause, latter: Clause, *, opening: bool) -> Bond:  # noqa: ARG001
    a, b = former.text, latter.text
    if zh.PAIR_HEAD.match(b) or _lists(a, b) or zh.EXAMPLE_INSIDE.match(b):
        return ONE
    if former.mark[:1] in ";；":
        return FREE
    if latter.mark[:1] in _ASKED:
        return _chinese_left(a, b) or Bond(left=former.units <= SHORT, right=latter.units <= _SHORT_QUESTION)
    return _chinese_left(a, b) or _chinese_right(a, b) or _chinese_length(former, latter)


def _lists(a: str, b: str) -> bool:
    """Whether a row of Latin names goes on over the comma."""
    comma = "," in a or "，" in a
    return comma and bool(zh.LATIN_ENUMERATION.search(a)) and not b.startswith(("这", "所以", "因此"))


def _chinese_left(a: str, b: str) -> Bond | None:
    """What the former clause asks for."""
    if _open(a) or _fragment(b) or zh.LATER_HEAD.match(b):
        return ONE
    if zh.CONDITION_HEAD.match(a) or _ends_condition(a):
        return ONE
    asks = zh.ASKS_INSIDE.search(a)
    if asks and (zh.WHETHER.search(a) or zh.CONDITION.search(a)):
        return ONE
    if _unfinished(a, b):
        return Bond(left=True)
    if asks and _takes(a, b):
        return ONE
    if zh.PREDICATE_HEAD.match(b) and zh.VERB_HEAD.match(a) and not complete(a):
        return ONE
    if zh.VAGUE_TAIL.search(a) and (zh.EXAMPLE_HEAD.match(b) or zh.PAIR_START.match(b)):
        return ONE
    return _chinese_turn(a, b)


def _ends_condition(text: str) -> bool:
    """`…的时候`, `…之后`: whether a clause ends as one does that says when something else is so."""
    return text[-1:] in zh.CONDITION_ENDS and bool(zh.CONDITION_TAIL.search(text[-8:]))


def _takes(a: str, b: str) -> bool:
    """`把…转化为…`, `通过…，实现…`: whether the former clause names the object or the means of the latter."""
    if zh.WAY_TAIL.search(a) or (zh.TAKES.search(a) and zh.MAKES_HEAD.match(b)):
        return True
    return bool(zh.THROUGH.search(a) or zh.ACTS_AS.search(a)) and not has_subject(b)


def _fragment(b: str) -> bool:
    """`推动OpenStack前进的公司`: the end of a phrase that the clause before has opened, no statement of its own."""
    return bool(
        len(b) < 24
        and zh.FRAGMENT_TAIL.search(b[-8:])
        and zh.VERB_HEAD.match(b)
        and not (zh.STATES_HEAD.match(b) or zh.MORE_HEAD.match(b) or ends_frame(b))
    )


def _unfinished(a: str, b: str) -> bool:
    """Whether a clause says that something is said, defines by a condition, or belongs to the `我发现` after it."""
    if says(a) or (zh.DEFINES.search(a) and zh.CONDITION_HEAD.match(b)):
        return True
    return bool(zh.VERB_HEAD.match(a) and (thinks(b) or zh.FINDS.match(b)))


def _chinese_turn(a: str, b: str) -> Bond | None:
    """Contrast, cause and consequence."""
    if turn := zh.CONTRAST_HEAD.match(b):
        rest = b[turn.end() :]
        return Bond(left=True, right=b.startswith("却") or bool(zh.ASKS_HEAD.match(rest)) or not has_subject(rest))
    if "却" in b[1:6]:
        return ONE
    if zh.CONCEDES_HEAD.match(a) or (zh.PREFACE_HEAD.match(a) and not zh.PREDICATE.search(a)):
        return ONE
    if zh.CAUSE_HEAD.match(a):
        return Bond(left=True, right=bool(zh.THEN_HEAD.match(b) or _result_without_subject(b) or not has_subject(b)))
    return None


def _open(a: str) -> bool:
    """Whether a clause ends in the middle of a phrase; 是…的 ends one."""
    if zh.TIME_TAIL.search(a[-6:]):
        return True
    if a[-1] not in zh.OPEN_ENDS and not a[-1].isascii():
        return False
    return bool(zh.OPEN_TAIL.search(a[-24:])) and not (a.endswith("的") and "是" in a)


def _result_without_subject(b: str) -> bool:
    match = zh.RESULT_HEAD.match(b)
    return bool(match and zh.VERB_HEAD.match(b, match.end()))


def _chinese_right(a: str, b: str) -> Bond | None:
    """What the latter clause asks for."""
    if b.startswith("以及") and complete(a) and not zh.ASKS.search(b):
        return Bond(right=True)
    if b.startswith("从而") and complete(a) and not (zh.THEN_HEAD.match(a) or zh.MAY.search(a)):
        return Bond(right=True)
    if (zh.ASKS.search(a) and zh.ASKS.search(b)) or (zh.NEXT_HEAD.match(b) and zh.FIRST.search(a)):
        return ONE
    if not zh.LINKS_HEAD.match(b):
        return None
    if zh.THEN_HEAD.match(b) or zh.JOINS_HEAD.match(b) or zh.RESULTS_HEAD.match(b):
        return ONE
    if zh.ASKS_HEAD.match(b) or zh.HANGS_HEAD.match(b) or zh.EXAMPLE_HEAD.match(b) or _result_without_subject(b):
        return Bond(right=True)
    if b.startswith("因为") or (b.startswith("而") and "不是" in a):
        return Bond(right=True)
    return None


def _chinese_length(former: Clause, latter: Clause) -> Bond:
    """Members of an enumeration, and clauses too short to stand alone."""
    a, b, long_a, long_b = former.text, latter.text, former.units, latter.units
    if zh.FILLER_HEAD.fullmatch(b):
        return FREE
    if (long_a <= SHORT and long_b <= SHORT) or _enumerates(a, b, long_b):
        return ONE
    frame = long_a <= _FRAME and frames(a)
    if frame:
        return ONE
    if long_a <= SHORT:
        return ONE
    scrap = long_b <= 9 and not (_ends_condition(b) or ends_frame(b))
    return Bond(right=scrap or not has_subject(b))


def _enumerates(a: str, b: str, long_b: float) -> bool:
    """`硬盘资源，计算资源以及网络资源`: the members end alike, or the last one is joined by `以及`."""
    return long_b <= 14 and a[-2:] == b[-2:] and not zh.VERB_HEAD.match(b)


def _english(former: Clause, latter: Clause, *, opening: bool) -> Bond:
    a, b = former.text, latter.text
    if en.ELLIPSIS.search(a):
        return ONE
    refers = bool(en.PRONOUN_HEAD.match(b))
    if opening and en.OPENING_HEAD.match(a) and former.mark[:1] != ";":
        conditional = en.CONTRAST_HEAD.match(a) or a[:4].lower() in ("once", "acco") or MODALITY.match(a)
        return ONE if conditional else Bond(left=True, right=refers)
    if refers:
        return Bond(right=True)
    if former.mark.startswith(";"):
        return FREE
    if en.CONTRAST_HEAD.match(b):
        return Bond(left=True, right=not b.lower().startswith(("but", "yet")))
    if en.JOIN_HEAD.match(b):
        return Bond(right=not (en.SUBJECT_HEAD.match(b) and en.FINITE.search(b)))
    return Bond(right=True)
