"""A deck, whoever made it -> findings."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.check.crowded import crowded
from deckgen.check.finding import Finding
from deckgen.check.fits import fits
from deckgen.check.heavy import heavy
from deckgen.check.legible import legible, missing_faces
from deckgen.check.pale import pale
from deckgen.check.sheet import sheets
from deckgen.check.shown import doubled_titles, shown
from deckgen.render.reading import Presentation


def of_deck(deck: Presentation, installed: frozenset[str] | None = None) -> tuple[Finding, ...]:
    """What is wrong with a deck, in the order of its slides; hidden slides are passed over.

    `installed` are the names of this machine's typefaces in lower case; None leaves the question open.
    """
    return tuple(sorted(_found(deck, installed), key=lambda finding: finding.slide))


def _found(deck: Presentation, installed: frozenset[str] | None) -> Iterator[Finding]:
    measured = tuple(sheets(deck))
    yield from heavy(deck)
    if installed is not None:
        yield from missing_faces(deck.path, measured, installed)
    yield from doubled_titles(measured)
    yield from pale(measured)
    yield from legible(measured)
    for sheet in measured:
        yield from shown(sheet)
        yield from fits(sheet)
        yield from crowded(sheet)
