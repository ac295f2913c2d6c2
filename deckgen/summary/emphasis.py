"""Sentences that the author set in bold: they stand on the slide, whatever else is left out."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.summary import trim
from deckgen.summary.measure import units
from deckgen.summary.passage import Passage, Sentence
from deckgen.summary.pattern import late
from deckgen.summary.shields import Span
from deckgen.summary.statements import Statement, made_of
from deckgen.summary.whole import everything

_FEWEST = 5.0
"""An exclamation of fewer units is no sentence."""
_NEAR = 8
_ENDS = late(r"[。！？!?…；;.][\"”’」』）)]*$")
_BEGINS = late(r"(?:[。！？!?…；;.][\"”’」』）)]*|[：:])\s*$|\n\s*$|^\s*$")
_INSIDE = late(r"[。！？!?](?=.)|[.;](?=\s)")


def stressed(sentence: Sentence) -> Iterator[Statement]:
    """The lines of a sentence that is set in bold, as a whole or from a colon or a full stop within it on."""
    for low, high in sentence.passage.bold:
        start, end = max(low, sentence.start), min(high, sentence.end)
        if start >= end or not _is_sentence(sentence.passage, (low, high)):
            continue
        if start == sentence.start and trim.tail(sentence.passage.text, start, sentence.end) <= end:
            yield from everything(sentence)
        elif units(sentence.passage.text[start:end]) >= _FEWEST:
            yield _part(sentence, start, end)


def _is_sentence(passage: Passage, stretch: Span) -> bool:
    """Whether a stretch in bold is one sentence or more; a paragraph all in bold, if it has no second."""
    low, high = stretch
    text = passage.text
    said, before, after = text[low:high].rstrip(), text[max(0, low - _NEAR) : low], text[high : high + _NEAR].lstrip()
    if units(said) < _FEWEST or not _BEGINS.search(before):
        return False
    if not before.strip() and not after:
        return bool(_ENDS.search(said)) and not _INSIDE.search(said)
    return bool(not after or _ENDS.search(said) or _ENDS.match(after[0]))


def _part(sentence: Sentence, start: int, end: int) -> Statement:
    clauses, text = sentence.clauses, sentence.passage.text
    inside = [i for i, clause in enumerate(clauses) if clause.start < end and clause.end > start]
    return made_of(sentence, inside[0], inside[-1], ((trim.past_marks(text, start, end), trim.tail(text, start, end)),))
