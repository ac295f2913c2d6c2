"""Decisions: a list of questions, each with the answers that lead on or end.

Takes two or more questions whose nested items all begin with an answer (`yes，转2`, `no: go to step 3`, `否，结束`), at
least one of which leads to another question. Refuses lists with any other nested item, ways that lead nowhere, and
answers that lead on and say more than that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckgen.model import Bullets, Edge, Flow, ListItem, Node, Runs, Visual, plain
from deckgen.visuals.found import Found, Place
from deckgen.visuals.parts import from_zero, grouped, part, span

QUESTIONS = 2

_ANSWER = re.compile(
    r"(?:if\s+)?(?P<answer>yes|no|y|n|true|false|otherwise|else|是的?|否则?|不是|有|没有|对|错|可以|不可以|能|不能|예|아니오|はい|いいえ)"
    r"\s*(?:[，,、:：;；]|[-=–—]{0,2}[>→]|[-–—]{1,2}(?=\s)|→)\s*",
    re.IGNORECASE,
)
_JUMP = re.compile(
    r"(?:请|则|就)?(?:转|跳|跳转|转到|跳到|进入|看|见|到|回到|goto|go\s+to|jump\s+to|see|proceed\s+to|continue\s+with|back\s+to)"
    r"\s*+(?:(?:第|step|question|no\.?|#)\s*+)?(?P<name>\d{1,2})\s*(?:步|题|条|项)?[。.]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question: the word, and the number of the question that it leads to, or what it ends in."""

    word: str
    to: str
    end: Runs


def draw(items: Sequence[ListItem]) -> Flow | None:
    """The list as a flowchart, where every question has its answers and every jump a question."""
    asked = list(_questions(from_zero(items)))
    if len(asked) < QUESTIONS or any(len(answers) < 2 for _, _, answers in asked):
        return None
    places = {name: place for place, (name, _, _) in enumerate(asked)}
    nodes = [Node(name, question.text, question.source) for name, question, _ in asked]
    edges: list[Edge] = []
    for place, (_, _, answers) in enumerate(asked):
        for item, answer in answers:
            if answer.to:
                if answer.to not in places:
                    return None
                edges.append(Edge(place, places[answer.to], answer.word))
            else:
                edges.append(Edge(place, len(nodes), answer.word))
                nodes.append(Node("", answer.end, item.source))
    return Flow(tuple(nodes), tuple(edges)) if any(edge.end < len(asked) for edge in edges) else None


def find(place: Place) -> Found | None:
    """The list at that place as a flowchart."""
    match place.block:
        case Bullets(items=items) if made := draw(items):
            questions = sum(bool(node.name) for node in made.nodes)
            return Found.of(Visual(made, items, span(items), f"{questions} questions whose answers lead on"))
    return None


def _questions(
    items: Sequence[ListItem],
) -> Iterator[tuple[str, ListItem, list[tuple[ListItem, Answer]]]]:
    """Each question with its name and its answers; one with any other nested item has none."""
    for count, (question, below) in enumerate(grouped(items), 1):
        answers = [(item, answer) for item in below if item.level == 1 and (answer := _answer(item))]
        yield question.number.rstrip(".)、） ") or str(count), question, answers if len(answers) == len(below) else []


def _answer(item: ListItem) -> Answer | None:
    text = plain(item.text)
    found = _ANSWER.match(text)
    if not found or found.end() == len(text.rstrip()):
        return None
    jump = _JUMP.fullmatch(text.rstrip(), found.end())
    if not jump and _JUMP.search(text, found.end()):
        return None
    return Answer(found["answer"], jump["name"] if jump else "", () if jump else part(item.text, found.end()))
