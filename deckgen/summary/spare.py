"""Lines for the room that is left on a slide, when the best ones have been chosen."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.summary import chinese as zh
from deckgen.summary import discourse, rank
from deckgen.summary.lines import Line, guarded

_TELLING, _WIDE = 12.0, 64.0
"""Lines of so many units may fill room; in `rather_than_nothing` up to `rank.LONG_LINE`."""
_FULL = 6
"""From so many lines on none is added for a picture."""
_NEAR = 8
"""A pronoun among so many characters at its head lets a line lean."""
_PLAIN = 0.3
"""What a line without figure, result or cause must be worth to fill room."""
_LEAST = -0.8
"""What a line must be worth to stand where most of the room is empty."""
_SPARE = -0.3
"""What a line must be worth to fill room that nothing else wants."""


def spare(rest: Sequence[Line], chosen: Sequence[Line], count: int, wanted: frozenset[int]) -> list[Line]:
    """Lines for the room that is left up to `count`, best first; a sentence that presents a picture may be one more.

    They tell something of weight and say nothing again; that others stand near, or that they are long, costs less.
    """
    found: list[Line] = []
    for line in sorted((line for line in rest if _weighs(line, wanted)), key=lambda line: -line.score):
        both = [*chosen, *found]
        presents = line.order in wanted and all(line.order != other.order for other in both)
        if len(both) >= (max(count, min(count + 1, _FULL)) if presents else count):
            continue
        said = max((len(line.terms & other.terms) for other in both), default=0) / max(1, len(line.terms))
        if said > rank.ALIKE or line.score - 0.8 * said < _SPARE or any(line.overlaps(other) for other in both):
            continue
        if not presents and not _adds(line, both):
            continue
        if safe := guarded(line, alone=False):
            found.append(safe)
    return found


def rather_than_nothing(rest: Sequence[Line], chosen: Sequence[Line], count: int) -> list[Line]:
    """Lines of a dense text, best first, where fewer than `count` were good enough; long ones too, if they tell."""
    found: list[Line] = []
    for line in sorted((line for line in rest if _says(line)), key=lambda line: -line.score):
        both = [*chosen, *found]
        if len(both) >= count:
            break
        if any(line.overlaps(other) or rank.likeness(line.terms, other.terms) > rank.ALIKE for other in both):
            continue
        if line.leans and not any(line.follows(other) for other in both):
            continue
        if safe := guarded(line, alone=False):
            found.append(safe)
    return found


def _says(line: Line) -> bool:
    """Whether a line, be it long, tells something."""
    fits = _TELLING <= line.statement.units <= rank.LONG_LINE
    return fits and line.score > _LEAST and not line.idle and line.voice <= rank.QUIET


def _adds(line: Line, others: Sequence[Line]) -> bool:
    """Whether a line fits beside others: it leans on no other sentence than the one before it."""
    if zh.PRONOUN.search(line.statement.text[:_NEAR]):
        return False
    if line.leans and not (discourse.another(line.statement.text) and any(line.order - 1 == o.order for o in others)):
        return False
    return line.statement.units <= rank.LIMIT or all(line.order != other.order for other in others)


def _weighs(line: Line, wanted: frozenset[int]) -> bool:
    """Whether a line may fill room: it gives a figure, a result or a cause (two, if long), or presents a picture."""
    text, sentence, size = line.statement.text, line.reading.sentence, line.statement.units
    if not _TELLING <= size <= _WIDE or line.idle:
        return False
    if line.voice > (rank.QUIET if size <= rank.LIMIT else 0):
        return False
    claims = discourse.asserts(text, sentence.lang)
    if rank.counts(text) or claims > (size > rank.LIMIT) or discourse.another(text):
        return True
    return size <= rank.LIMIT and (line.order in wanted or line.score > _PLAIN)
