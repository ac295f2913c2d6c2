"""What to remember of a whole deck: one line each from the sections that matter most."""

from __future__ import annotations

import math
from collections.abc import Sequence

from deckgen.model import Bullet, Prose, Section
from deckgen.summary import chinese as zh
from deckgen.summary import rank
from deckgen.summary.passage import Sentence, passage, sentences
from deckgen.summary.rank import Ground, Reading
from deckgen.summary.select import Line, guarded, lines

_LEADING = 8
"""A section's line is looked for among its first sentences: they state its point."""


def takeaways(sections: Sequence[tuple[Section, ...]], title: str, count: int) -> tuple[tuple[int, Bullet], ...]:
    """Up to `count` lines, each from another group of sections, in reading order, with the index of the group.

    Text before the first heading gives none: it greets more than it tells.
    """
    texts = [rank.read(_sentences(group)) for group in sections]
    whole = rank.ground([reading for text in texts for reading in text], "", title)
    best = [(index, line) for index, text in enumerate(texts) if (line := _best(text, sections[index], whole, title))]
    best.sort(key=lambda pair: (-pair[1].score - _weight(texts[pair[0]]), pair[0]))
    chosen: list[tuple[int, Line]] = []
    for index, line in best:
        if len(chosen) < count and all(rank.likeness(line.terms, other.terms) < 0.6 for _, other in chosen):
            chosen.append((index, line))
    return tuple((index, line.bullet) for index, line in sorted(chosen, key=lambda pair: pair[0]))


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


def _best(text: tuple[Reading, ...], group: tuple[Section, ...], whole: Ground, title: str) -> Line | None:
    """The line that says most of its section and of the whole, short enough for one line and a half."""
    about = rank.ground(text, " ".join(section.heading for section in group), title)
    if not any(section.heading for section in group):
        return None
    found = [
        line
        for line in lines(text[:_LEADING], about)
        if line.statement.units <= rank.LIMIT
        and rank.voice(line.statement, line.reading) < 0.6
        and not line.reading.sentence.text.endswith((":", "："))
        and not zh.PRONOUN_HEAD.match(line.statement.text)
    ]
    found.sort(key=lambda line: (-line.score - rank.score(line.statement, line.reading, whole), line.order))
    return next((safe for line in found if (safe := guarded(line, alone=False))), None)
