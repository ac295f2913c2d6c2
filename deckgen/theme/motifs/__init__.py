"""Motifs: the ornaments that a theme draws on its layouts, generous on title, section and closing, quiet elsewhere.

A motif is a pure function of canvas, palette and layout. Its drawings lie behind the text, never under it: each keeps
to the parts of the slide that the layout's slots leave free.
"""

from deckgen.theme.motifs import arches, bar, eaves, mosaic, quarters, ridges, waves
from deckgen.theme.motifs.stage import Motif

MOTIFS: dict[str, Motif] = {
    "arches": arches.draw,
    "bar": bar.draw,
    "eaves": eaves.draw,
    "mosaic": mosaic.draw,
    "quarters": quarters.draw,
    "ridges": ridges.draw,
    "waves": waves.draw,
}
