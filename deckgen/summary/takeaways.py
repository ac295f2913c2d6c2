"""What to remember of a whole deck: one line each from the sections that matter most."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.model import Bullet, Prose, Section
from deckgen.summary import rank
from deckgen.summary.passage import Sentence, passage, sentences
from deckgen.summary.select import Line, lines

_LEADING = 3


def takeaways(sections: Sequence[tuple[Section, ...]], title: str, count: int) -> tuple[tuple[int, Bullet], ...]:
    """Up to `count` lines, each from another group of sections, in reading order, with the index of the group."""
    texts = [_sentences(group) for group in sections]
    whole = rank.ground([s for text in texts for s in text], "", title)
    best = [(index, line) for index, text in enumerate(texts) if (line := _best(text, sections[index], whole, title))]
    best.sort(key=lambda pair: (-pair[1].score, pair[0]))
    chosen: list[tuple[int, Line]] = []
    for index, line in best:
        if all(rank.likeness(line.terms, other.terms) < 0.6 for _, other in chosen):
            chosen.append((index, line))
    return tuple((index, line.bullet) for index, line in sorted(chosen[:count], key=lambda pair: pair[0]))


def _sentences(group: tuple[Section, ...]) -> list[Sentence]:
    return [
        sentence
        for section in group
        for block in section.blocks
        if isinstance(block, Prose)
        for sentence in sentences(passage(block.text, block.source))
    ]


def _best(text: list[Sentence], group: tuple[Section, ...], whole: rank.Ground, title: str) -> Line | None:
    heading = " ".join(section.heading for section in group)
    about = rank.ground(text, heading, title)
    found = [
        line
        for line in lines(text, about)
        if line.statement.units <= rank.LIMIT and rank.voice(line.statement.text, line.sentence) < 0.6
    ]
    return max(
        found,
        key=lambda line: (line.score + rank.score(line.statement, line.sentence, 9, False, whole), -line.order),
        default=None,
    )
