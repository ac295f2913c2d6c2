"""Motifs: the ornaments that a theme draws on its layouts, generous on title, section and closing, quiet elsewhere.

A motif is a pure function of canvas, palette and layout. Its drawings lie behind the text, never under it: each keeps
to the parts of the slide that the layout's slots leave free.
"""

from collections.abc import Callable

from deckgen.model import Canvas, Drawing, Palette
from deckgen.model.theme import LayoutName

Motif = Callable[[Canvas, Palette, LayoutName], tuple[Drawing, ...]]


def none(canvas: Canvas, palette: Palette, layout: LayoutName) -> tuple[Drawing, ...]:  # noqa: ARG001
    """No ornament at all."""
    return ()


MOTIFS: dict[str, Motif] = {"none": none}
