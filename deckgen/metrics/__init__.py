"""Advance widths of text, from tables shipped as data: no font is opened, so every machine measures alike.

A face that nobody has a table for is measured by a wide stand-in, which wastes a little room and never overflows;
`known` tells. The face "Ahem", in which every glyph is 1 em wide, is there for tests.
"""

from deckgen.metrics.widths import Script, Widths, advance, known, widths

__all__ = ["Script", "Widths", "advance", "known", "widths"]
