"""What takes up a deck's bytes."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.check.finding import Finding
from deckgen.render.reading import Presentation

LARGE_DECK = 50_000_000
"""Bytes from which on mail servers refuse a deck, and projectors' computers take long to open it."""

LARGE_PART = 8_000_000
MANY_PIXELS = 4.0
"""Times as many pixels, each way, as a slide shown on 3840 of them needs."""

_KINDS = (
    ("media/", ""), ("slides/", "slides"), ("slideLayouts/", "layouts"), ("slideMasters/", "layouts"),
    ("notesSlides/", "notes"), ("embeddings/", "embedded files"), ("fonts/", "fonts"), ("charts/", "charts"),
)  # fmt: skip
_FILMS = ("mp4", "m4v", "mov", "avi", "wmv", "mp3", "m4a", "wav", "webm")


def sizes(deck: Presentation) -> tuple[tuple[str, int], ...]:
    """The bytes that a deck's files take, by kind, the largest first."""
    found: dict[str, int] = {}
    for part in deck.parts:
        kind = _kind(part.name)
        found[kind] = found.get(kind, 0) + part.bytes
    return tuple(sorted(found.items(), key=lambda pair: -pair[1]))


def _kind(name: str) -> str:
    for folder, kind in _KINDS:
        if folder in name:
            return kind or ("films and sound" if name.rpartition(".")[2].lower() in _FILMS else "pictures")
    return "other"


def heavy(deck: Presentation) -> Iterator[Finding]:
    """A deck that is too large to be sent, and pictures with far more pixels than are shown."""
    total = sum(part.bytes for part in deck.parts)
    if total > LARGE_DECK:
        largest = sorted(deck.parts, key=lambda part: -part.bytes)[:3]
        told = ", ".join(f"{part.name} {part.bytes / 1e6:.1f} MB" for part in largest)
        hint = "compress the pictures, and link films instead of embedding them"
        yield Finding("deck-heavy", "warning", f"the deck has {total / 1e6:.0f} MB: {told}", deck.path, hint=hint)
    told_of: set[str] = set()
    for slide in deck.slides:
        for shape in slide.shapes:
            image = shape.image
            if not image or not shape.rect or image.part in told_of or image.bytes < LARGE_PART:
                continue
            needed = max(1.0, shape.rect.w / deck.width * 3840)
            if image.width > MANY_PIXELS * needed:
                told_of.add(image.part)
                message = f"the picture has {image.bytes / 1e6:.1f} MB and {image.width} x {image.height} pixels"
                hint = f"{needed:.0f} pixels across are all that a screen shows of it"
                yield Finding("deck-heavy", "note", message, deck.path, slide=slide.number, shape=shape.name, hint=hint)
