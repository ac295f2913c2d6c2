"""Whole thoughts: which clauses of a Chinese sentence say too little, or something else, where it is cut."""

from __future__ import annotations

from itertools import pairwise

from deckgen.summary import chinese as zh
from deckgen.summary.discourse import STOPS
from deckgen.summary.holds import FREE, ONE, Bond, has_subject, thinks
from deckgen.summary.passage import Clause
from deckgen.summary.pattern import late, words

_ROOM = 62.0
"""What belongs together is one line while it is no longer than this."""
_NEAR = 52.0
"""The same of a step with what it prevents, and of an opinion."""
_LESSON = 18.0
"""What something prevents is said in no more units."""
_TELLS_HEAD = late(
    r"(?:主要)?(?:作用|功能|用途|目的|特点|思路|想法)|主要|其(?![实中他次])|专门|用来|用于|可以|能够?|是|提供|负责"
)
_THAT_IS = late(r"即(?![使将便刻可])|也就是(?!说)")
_PREVENTS = words("避免 防止 以免 以防 免得 不至于")
_LIES_IN = late(r"(?:事情|重点|精力|工作|问题|关键|瓶颈|难点)[^，,]{0,3}在[^，,]{1,100}[上里中]$")
"""`重点在…上` is a statement and no frame for the next one."""
_TROUBLE_IS = late(r"(?:问题|麻烦|代价|困难)(?:就是|在于|是)")
_ASKED = ("？", "?")


def keep(clauses: tuple[Clause, ...], ties: list[Bond]) -> None:
    """Change a sentence's bonds so that what is named, caused or thought is not cut off before its point.

    Opinions begin a line of their own.
    """
    for i, (former, latter) in enumerate(pairwise(clauses)):
        if former.mark[:1] not in STOPS:
            ties[i] = _kept(former, latter, ties[i])
    _hold_rhetoric(clauses, ties)
    _part_opinions(clauses, ties)


def _kept(former: Clause, latter: Clause, tie: Bond) -> Bond:
    a, b, size = former.text, latter.text, former.units + latter.units
    if size <= _ROOM and _explains(a, b):
        return ONE
    if size <= _NEAR and latter.units <= _LESSON and _PREVENTS.match(b):
        return tie._replace(left=True)
    if tie == ONE and _LIES_IN.search(a) and has_subject(b):
        return FREE
    return tie


def _explains(a: str, b: str) -> bool:
    """Whether a clause says what the thing is that the one before it names: `一个项目叫 bcc，主要作用是…`, `…，即…`."""
    return bool((b[:1] in "即也" and _THAT_IS.match(b)) or (zh.NAMES_TAIL.search(a) and _TELLS_HEAD.match(b)))


def _hold_rhetoric(clauses: tuple[Clause, ...], ties: list[Bond]) -> None:
    """`所带来的问题就是…，你真的要重来一遍吗?`: the trouble is told by the question at the end."""
    if clauses[-1].mark[:1] not in _ASKED:
        return
    first = next((i for i, clause in enumerate(clauses[:-1]) if _TROUBLE_IS.search(clause.text)), len(ties))
    ties[first:] = [ONE] * (len(ties) - first)


def _part_opinions(clauses: tuple[Clause, ...], ties: list[Bond]) -> None:
    """`…，在我看来…`: what the author thinks begins a line, and goes on to the sentence's end where that fits."""
    for i, clause in enumerate(clauses[1:], 1):
        if not thinks(clause.text) or ties[i - 1].left:
            continue
        ties[i - 1] = Bond(apart=True)
        if sum(c.units for c in clauses[i:]) <= _NEAR and not any(c.mark[:1] in STOPS for c in clauses[i:-1]):
            ties[i:] = [ONE] * (len(ties) - i)
