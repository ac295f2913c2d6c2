"""Formulas that need more than a line, drawn where the libraries for it are installed."""

from __future__ import annotations

import importlib
from dataclasses import dataclass, replace

from deckgen.model import FORMULA, Code, ContentSlide, Deck, Figure, Item, Media, Notice
from deckgen.pictures.kinds import UnusableError
from deckgen.pictures.svg import drawn

SIZE = 28
"""Pixels of an em: a slide shows a picture at up to 1.125 points a pixel."""

LONGEST = 2_000
_HINT = "pip install 'deckgen[math]' draws it"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A deck with its formulas as pictures, the pictures by their paths, and a notice for each that stayed code."""

    deck: Deck
    media: dict[str, Media]
    notices: tuple[Notice, ...]


def with_formulas(deck: Deck, ink: str) -> Drawn:
    """The deck with each formula of its own as a picture in the colour `ink` (RRGGBB), its LaTeX for those who cannot
    see it; what cannot be drawn stays the code that it is.
    """
    media: dict[str, Media] = {}
    notices: list[Notice] = []

    def shown(item: Item) -> Item:
        if not isinstance(item, Code) or item.language != FORMULA:
            return item
        try:
            picture, width, height = _drawn(item.text, ink)
        except UnusableError as fault:
            source = item.source
            notices.append(
                Notice(f"formula shown as code: {fault.reason}", source.path, source.line, fault.hint, rule="text-cut")
            )
            return item
        path = f"formula:{item.text}"
        media[path] = picture
        return Figure(path, item.text, "", width, height, item.source)

    slides = tuple(
        replace(slide, items=tuple(map(shown, slide.items))) if isinstance(slide, ContentSlide) else slide
        for slide in deck.slides
    )
    return Drawn(replace(deck, slides=slides), media, tuple(notices))


def _drawn(latex: str, ink: str) -> tuple[Media, int, int]:
    """A formula as a PNG without a ground, and its size in pixels where an em is SIZE of them."""
    if len(latex) > LONGEST:
        raise UnusableError("it is too long", "part it")
    try:
        ziamath = importlib.import_module("ziamath")
    except ImportError as error:
        raise UnusableError("it needs more than a line", _HINT) from error
    try:
        formula = ziamath.Latex(latex, size=SIZE, color=f"#{ink}")
        svg, (width, height) = formula.svg(), formula.getsize()
    # The library raises whatever its parts do, on LaTeX that it does not know.
    except Exception as error:  # the reader of LaTeX raises whatever its parsing stumbles over
        raise UnusableError("its LaTeX cannot be read", "see that it is complete") from error
    blob = drawn(svg.encode())
    # A PNG opens with its width and height, four bytes each from the sixteenth on (ISO/IEC 15948, 11.2.2).
    across, down = (int.from_bytes(blob[at : at + 4], "big") for at in (16, 20))
    return Media(blob, "png", across, down), max(1, round(width)), max(1, round(height))
