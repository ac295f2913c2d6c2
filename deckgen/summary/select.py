"""Prose to bullets: the statements that matter most, none of them twice, in the author's order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.model import Bullet, Run, Runs
from deckgen.summary import lexicon as lex
from deckgen.summary import rank, trim
from deckgen.summary.measure import terms, units
from deckgen.summary.passage import Passage, Sentence, joined, source_of, styled
from deckgen.summary.statements import Statement, statements, whole

LIMIT = rank.LIMIT
_ALIKE = 0.55
_FLOOR = 0.35


@dataclass(frozen=True, slots=True)
class Line:
    """A statement with its sentence's place in the section, and what it is worth."""

    order: int
    sentence: Sentence
    statement: Statement
    score: float
    terms: frozenset[str]

    @property
    def bullet(self) -> Bullet:
        """The line as a bullet."""
        return bullet(self.sentence.passage, self.statement)


def lines(sentences: Sequence[Sentence], about: rank.Ground, limit: float = LIMIT) -> list[Line]:
    """Every possible line of these sentences with its score."""
    found: list[Line] = []
    before: Passage | None = None
    for order, sentence in enumerate(sentences):
        opening = sentence.passage is not before
        before = sentence.passage
        for statement in statements(sentence, limit):
            value = rank.score(statement, sentence, order, opening, about)
            value += 0.6 if _bold(sentence, statement) else 0.0
            found.append(Line(order, sentence, statement, value, frozenset(terms(statement.text))))
    return found


def _bold(sentence: Sentence, statement: Statement) -> bool:
    """Whether the author set a whole sentence in bold, in a paragraph that is not all bold."""
    words = sentence.passage.runs
    if not any(run.bold for run in words) or all(run.bold for run in words):
        return False
    said = styled(sentence.passage, statement.kept)
    return all(run.bold for run in said if run.text.strip())


def choose(found: Sequence[Line], count: int, wanted: frozenset[int] = frozenset()) -> list[Line]:
    """The `count` best lines, in the author's order. Sentences in `wanted` stand before a picture and weigh more."""
    rest = sorted(
        found, key=lambda line: (-_worth(line, wanted), line.order, line.statement.first, line.statement.last)
    )
    chosen: list[Line] = []
    while rest and len(chosen) < count:
        best = max(rest, key=lambda line: _worth(line, wanted) - _repeats(line, chosen))
        if chosen and _worth(best, wanted) - _repeats(best, chosen) < _FLOOR:
            break
        chosen.append(best)
        rest = [line for line in rest if not _overlaps(line, best)]
    return sorted(chosen, key=lambda line: (line.order, line.statement.first))


def _worth(line: Line, wanted: frozenset[int]) -> float:
    return line.score + (0.4 if line.order in wanted else 0.0)


def _repeats(line: Line, chosen: Sequence[Line]) -> float:
    worst = max((rank.likeness(line.terms, other.terms) for other in chosen), default=0.0)
    same = sum(line.order == other.order for other in chosen)
    near = sum(line.sentence.passage is other.sentence.passage for other in chosen)
    return 0.8 * worst + (2.0 if worst > _ALIKE else 0.0) + 0.12 * same + 0.06 * near


def _overlaps(line: Line, other: Line) -> bool:
    a, b = line.statement, other.statement
    return line.order == other.order and a.first <= b.last and b.first <= a.last


def bullet(passage: Passage, statement: Statement, level: int = 0, number: str = "") -> Bullet:
    """A statement as a bullet: the author's styles, full-width commas beside CJK."""
    spans = statement.kept
    source = source_of(passage, spans[0][0], spans[-1][1])
    return Bullet(set_in_type(styled(passage, spans)), source, level, number)


def set_in_type(text: Runs) -> Runs:
    """The runs with their punctuation made even; no letter changes."""
    words = trim.typeset("".join(run.text for run in text))
    at = 0
    result: list[Run] = []
    for run in text:
        result.append(Run(words[at : at + len(run.text)], run.bold, run.italic, run.code, run.link))
        at += len(run.text)
    return joined(_stripped(result))


def _stripped(text: list[Run]) -> list[Run]:
    first = next((i for i, run in enumerate(text) if run.text.strip()), 0)
    last = next((i for i in range(len(text) - 1, -1, -1) if text[i].text.strip()), -1)
    result = text[first : last + 1]
    if result:
        head, end = result[0], result[-1]
        result[0] = Run(head.text.lstrip(), head.bold, head.italic, head.code, head.link)
        end = result[-1]
        result[-1] = Run(end.text.rstrip(), end.bold, end.italic, end.code, end.link)
    return result


def quota(sentences: Sequence[Sentence]) -> int:
    """How many bullets a section's prose deserves: three to six by the weight of its text, fewer for a line or two."""
    weight = rank.weight(sentences)
    return max(1, min(6, round(1.6 + weight / 75))) if weight else 1


def everything(sentence: Sentence, limit: float = 60.0) -> list[Statement]:
    """The whole sentence as lines: cut only where clauses hang loosely, and only when it is long."""
    if units(sentence.text) <= limit or len(sentence.clauses) < 2:
        return [_trimmed(sentence, 0, len(sentence.clauses) - 1)]
    from deckgen.summary.bonds import bonds

    ties = bonds(sentence)
    result: list[Statement] = []
    first = 0
    for last in range(len(sentence.clauses)):
        ahead = units(sentence.passage.text[sentence.clauses[first].start : sentence.clauses[last].end])
        loose = last < len(ties) and not ties[last].left and not ties[last].right
        if last == len(ties) or (
            loose and ahead > limit / 2 and not lex.ZH_ADDS_HEAD.match(sentence.clauses[last + 1].text)
        ):
            result.append(_trimmed(sentence, first, last))
            first = last + 1
    return result


def _trimmed(sentence: Sentence, first: int, last: int) -> Statement:
    from deckgen.summary.guard import faults

    text = sentence.passage.text
    start = sentence.clauses[first].start
    end = sentence.clauses[last].end if last < len(sentence.clauses) - 1 else sentence.end
    end = trim.tail(text, start, end)
    if end <= start:
        return whole(sentence)
    words = text[start:end]
    made = Statement(first, last, ((start, end),), words, units(words))
    return whole(sentence) if faults(words, sentence, made.kept) else made
