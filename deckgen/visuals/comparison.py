"""Two sides of one thing: pros and cons, problem and solution.

Takes two lists right after one another, each under its label or heading, where the one label says advantages and the
other drawbacks, or the one a problem and the other its solution; the same as a list of two items with points below
them. Refuses labels that say both or more than a few words, and lists with anything between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckgen.model import Block, Bullets, Comparison, ListItem, Prose, Runs, Side, Visual, plain
from deckgen.summary import units
from deckgen.visuals.found import Found, Place
from deckgen.visuals.parts import bare, from_zero, grouped, part, span

LABEL_UNITS = 15.0

_NAMED = r"(?:(?:the|its|some|main|key|主要|目前|当前|存在|的|其)\s?)*"
_GOOD = (
    r"(?:.{0,12}(?:优点|优势|好处|长处|優點|優勢|장점|長所|利点)"
    rf"|{_NAMED}(?:pros?|advantages?|benefits?|strengths?|upsides?|good|what we liked?))"
)
_BAD = (
    r"(?:.{0,12}(?:缺点|缺陷|劣势|不足(?:之处)?|弊端|短处|坏处|缺點|劣勢|단점|短所|欠点)"
    rf"|{_NAMED}(?:cons?|disadvantages?|drawbacks?|weakness(?:es)?|downsides?|limitations?|bad|what we disliked?))"
)
_PROBLEM = (
    r"(?:.{0,12}(?:问题|挑战|难点|痛点|困难|瓶颈|問題|挑戰|과제|문제점?|課題)"
    rf"|{_NAMED}(?:problems?|challenges?|issues?|pain points?))"
)
_SOLUTION = (
    r"(?:.{0,8}(?:解决|应对|改进|优化)(?:方案|办法|方法|措施|思路|之道|策略)?"
    r"|对策|解決(?:方案|辦法|策)?|해결책|해결 방안|対策"
    rf"|{_NAMED}(?:solutions?|answers?|fix(?:es)?|mitigations?|how (?:we|they) (?:solved|fixed) (?:it|them)))"
)
_SIDES = tuple(
    (re.compile(one, re.IGNORECASE), re.compile(other, re.IGNORECASE))
    for one, other in ((_GOOD, _BAD), (_PROBLEM, _SOLUTION))
)
_BOTH = re.compile(r"优缺点|利弊|优劣|pros\s*(?:and|&|/)\s*cons|good\s+and", re.IGNORECASE)


def draw(items: Sequence[ListItem]) -> Comparison | None:
    """The two outermost items as headings, what is nested below each as its points."""
    sides = [(head, from_zero(below)) for head, below in grouped(from_zero(items))]
    if len(sides) != 2:
        return None
    if not any(below for _, below in sides):
        sides = [pair for head, _ in sides for pair in _inline(head)]
    if len(sides) != 2 or not all(below for _, below in sides):
        return None
    return Comparison(tuple(Side(part(head.text, 0, len(bare(plain(head.text)))), below) for head, below in sides))


def find(place: Place) -> Found | None:
    """The two sides that begin at that place."""
    match [place.block, *place.after[:3]]:
        case [Bullets(items=items), *_] if _opposed(*_heads(items)) and (made := draw(items)):
            return _found(made, items, 1)
        case [Prose() as one, Bullets(items=these), Prose() as other, Bullets(items=those)]:
            return _labelled(one, these, other, those)
        case [Prose() as one, Prose() as other, *_]:
            return _told(one, other)
    return None


def _found(made: Comparison, told: Sequence[ListItem], taken: int, before: tuple[Block, ...] = ()) -> Found:
    names = " and ".join(plain(side.heading) for side in made.sides)
    return Found((*before, Visual(made, tuple(told), span(told), f"lists under {names}")), taken)


def _labelled(one: Prose, these: Sequence[ListItem], other: Prose, those: Sequence[ListItem]) -> Found | None:
    """Two lists, each below a paragraph that is its label; the first may be the last line of a longer one."""
    above, line = _last_line(one)
    if not _opposed(plain(line), plain(other.text)):
        return None
    told = [_item(line, one), *_below(these), _item(other.text, other), *_below(those)]
    made = draw(told)
    return _found(made, told, 4, (replace(one, text=above),) if above else ()) if made else None


def _told(one: Prose, other: Prose) -> Found | None:
    """Two paragraphs: `优点：…` and `缺点：…`."""
    told = [ListItem(block.text, 0, "", block.source) for block in (one, other)]
    lines = all("\n" not in plain(block.text).strip() for block in (one, other))
    made = draw(told) if lines and _opposed(*_heads(told)) else None
    return _found(made, told, 2) if made else None


def _last_line(prose: Prose) -> tuple[Runs, Runs]:
    """What stands above the last line of a paragraph, and that line."""
    at = plain(prose.text).rstrip().rfind("\n")
    return (part(prose.text, 0, at), part(prose.text, at + 1)) if at >= 0 else ((), part(prose.text, 0))


def _item(text: Runs, block: Prose) -> ListItem:
    here = replace(block.source, line=block.source.end_line)
    return ListItem(part(text, 0, len(bare(plain(text)))), 0, "", here)


def _below(items: Sequence[ListItem]) -> Iterator[ListItem]:
    return (replace(item, level=item.level + 1) for item in from_zero(items))


def _heads(items: Sequence[ListItem]) -> tuple[str, str]:
    """The labels of a list of two; empty where it has more or fewer."""
    heads = [(plain(head.text), below) for head, below in grouped(from_zero(items))]
    if len(heads) != 2:
        return "", ""
    one, other = (text if below else re.split("[:：]", text, maxsplit=1)[0] for text, below in heads)
    return one, other


def _inline(head: ListItem) -> Iterator[tuple[ListItem, tuple[ListItem, ...]]]:
    found = re.match(r"([^:：]+)[:：]\s*(?=\S)", plain(head.text))
    if found:
        point = replace(head, text=part(head.text, found.end()), number="")
        yield replace(head, text=part(head.text, 0, found.end(1))), (point,)


def _opposed(one: str, other: str) -> bool:
    one, other = bare(one), bare(other)
    if not one or not other or max(units(one), units(other)) > LABEL_UNITS or _BOTH.search(one + other):
        return False
    return any(
        (a.fullmatch(one) and b.fullmatch(other)) or (b.fullmatch(one) and a.fullmatch(other)) for a, b in _SIDES
    )
