"""What to remember of a whole deck: one line each from the sections that matter most."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from deckgen.model import Bullet, Prose, Section
from deckgen.summary import chinese as zh
from deckgen.summary import rank
from deckgen.summary.passage import Sentence, passage, sentences
from deckgen.summary.rank import Ground, Reading
from deckgen.summary.select import Line, guarded, lines

_LEADING = 8
"""A section's line is looked for among its first sentences: they state its point."""
_FEW = 5
"""A deck with fewer groups of sections than this takes several lines from each."""


def takeaways(sections: Sequence[tuple[Section, ...]], title: str, count: int) -> tuple[tuple[int, Bullet], ...]:
    """Up to `count` lines in reading order, with the index of the group that each comes from.

    Each from another group of sections, or several from each where there are few. Text before the first heading gives
    none: it greets more than it tells.
    """
    texts = [rank.read(_sentences(group)) for group in sections]
    whole = rank.ground([reading for text in texts for reading in text], "", title)
    share = math.ceil(_FEW / max(1, len(sections)))
    best = [
        (index, line) for index, text in enumerate(texts) for line in _best(text, sections[index], whole, title, share)
    ]
    best.sort(key=lambda pair: (-pair[1].score - _weight(texts[pair[0]]), pair[0]))
    chosen: list[tuple[int, Line]] = []
    for index, line in best:
        if len(chosen) < count and all(rank.likeness(line.terms, other.terms) < 0.6 for _, other in chosen):
            chosen.append((index, line))
    return tuple((index, line.bullet) for index, line in sorted(chosen, key=lambda pair: (pair[0], pair[1].order)))


def _weight(text: tuple[Reading, ...]) -> float:
    """What a section's length says about its weight in the whole."""
    return 0.15 * math.log2(1 + rank.weight(text) / 40)


def _sentences(group: tuple[Section, ...]) -> list[Sentence]:
    return [
        sentence
        for section in group
        for block in section.blocks
        if isinstance(block, Prose)
        for sentence in sentences(passage(block.text, block.source))
    ]


def _best(
    text: tuple[Reading, ...], group: tuple[Section, ...], whole: Ground, title: str, share: int
) -> Iterator[Line]:
    """The lines that say most of their section and of the whole, from different sentences, each short enough."""
    about = rank.ground(text, " ".join(section.heading for section in group), title)
    if not any(section.heading for section in group):
        return
    found = [line for line in lines(text[: _LEADING * share], about) if _stands_alone(line)]
    found.sort(key=lambda line: (-line.score - rank.score(line.statement, line.reading, whole), line.order))
    taken: set[int] = set()
    for line in found:
        if len(taken) < share and line.order not in taken and (safe := guarded(line, alone=False)):
            taken.add(line.order)
            yield safe


def _stands_alone(line: Line) -> bool:
    """Whether a line can be read without what stands around it, and is worth it."""
    return (
        line.statement.units <= rank.LIMIT
        and rank.voice(line.statement, line.reading) < 0.6
        and not line.reading.sentence.text.endswith((":", "："))
        and not zh.PRONOUN_HEAD.match(line.statement.text)
    )
