"""Parts of a line that say something by themselves: what a long sentence, or one that hangs on another, still has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckgen.model import Bullet, Runs, plain
from deckgen.summary.passage import joined, passage, sentences, styled
from deckgen.summary.pattern import late
from deckgen.summary.statements import sound, statements

_LIMIT = 36.0
"""A part of more units sheds its asides in brackets."""
_NOW_ASKS = late(r"[，,]\s*那么?(?![些个种样])[^，,。]*(?:什么|如何|怎么|怎样|哪)")
"""Where a sentence that has said something goes on to a question."""


def parts(bullet: Bullet) -> Iterator[Bullet]:
    """The runs of clauses of a bullet's sentences that can stand as lines, without fillers at their heads.

    In order, the shorter of those that begin alike first; each keeps only words of the bullet, in their styles.
    """
    text = passage(_before_question(bullet.text), bullet.source)
    for sentence in sentences(text):
        for statement in statements(sentence, _LIMIT):
            if sound(sentence, statement):
                yield replace(bullet, text=styled(text, statement.kept))


def _before_question(text: Runs) -> Runs:
    """A text up to where it goes on to a question."""
    found = _NOW_ASKS.search(plain(text))
    if not found:
        return text
    left, kept = found.start(), []
    for run in text:
        kept.append(run.saying(run.text[: max(left, 0)]))
        left -= len(run.text)
    return joined(kept)
