"""Which page of a slide gets which of its notes."""

from __future__ import annotations

from dataclasses import replace

from deckgen.model import Item, Note, Source

REPEATED = 1000
"""So many characters of a note are said again on a page that goes on with what it says."""


def notes_of_pages(notes: tuple[Note, ...], pages: list[tuple[Item, ...]]) -> list[str]:
    """The notes of each page: every note goes to the page that shows what it says; no page stays without.

    A page that shows nothing of any note's own gets the note that it continues, or the beginning of a long one.
    """
    if not notes:
        return ["" for _ in pages]
    given: list[list[Note]] = [[] for _ in pages]
    for note in notes:
        given[_home(note, pages)].append(note)
    for place, page in enumerate(pages):
        if not given[place]:
            given[place] = [_begun(note) for note in _shared(notes, page) or [_nearest(notes, page, place)]]
    return ["\n\n".join(note.text for note in page) for page in given]


def _begun(note: Note) -> Note:
    """A note that stands in full on a page before: a table of 3,000 rows would else follow on each of 300 pages."""
    return note if len(note.text) <= REPEATED else replace(note, text=note.text[:REPEATED].rstrip() + "…")


def _home(note: Note, pages: list[tuple[Item, ...]]) -> int:
    """The first page with an item from the note's lines, else the last page that begins before them."""
    for place, page in enumerate(pages):
        if any(_overlap(note.source, item.source) for item in page):
            return place
    before = [
        p for p, page in enumerate(pages) if page and _same(page, note) and page[0].source.line <= note.source.line
    ]
    return max(before, default=0)


def _shared(notes: tuple[Note, ...], page: tuple[Item, ...]) -> list[Note]:
    return [note for note in notes if any(_overlap(note.source, item.source) for item in page)]


def _nearest(notes: tuple[Note, ...], page: tuple[Item, ...], place: int) -> Note:
    if not page:
        return notes[min(place, len(notes) - 1)]
    line = page[0].source.line
    return min(notes, key=lambda note: abs(note.source.line - line))


def _overlap(one: Source, other: Source) -> bool:
    return one.path == other.path and one.line <= other.end_line and other.line <= one.end_line


def _same(page: tuple[Item, ...], note: Note) -> bool:
    return page[0].source.path == note.source.path
