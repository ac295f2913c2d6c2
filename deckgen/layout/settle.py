"""Lists of a page that was chosen, in a measure a little narrower where that keeps more words in one piece."""

from __future__ import annotations

from dataclasses import replace

from deckgen.layout import impress
from deckgen.layout.breaking import Style, impress_lines
from deckgen.layout.phrases import EASE, fault_of_words
from deckgen.layout.setting import FREE_INDENT, Format, set_text
from deckgen.model import Box, LayoutSpec, Paragraph, TextBox, TextStyle, hanging

STEP, STEPS = 0.5, 5
"""Measures are narrower by so many em each, and so many of them are tried."""

WORTH = 1.0
"""The fault that each em of a narrower measure must save."""


def settled(form: Format, layout: LayoutSpec, box: Box) -> Box:
    """The box, drawn in from the right where its lists' lines end better; they are as many as before.

    Any box but one of text at the left with bullets is as it was.
    """
    if not isinstance(box, TextBox) or box.align != "left" or not any(p.mark for p in box.paragraphs):
        return box
    if box.lines == len(box.paragraphs) or any(p.hang for p in box.paragraphs):
        return box
    style = _style(layout, box)
    faults = {n: _fault(form, box, style, box.rect.w - n * STEP * box.size) for n in range(STEPS + 1)}
    for n in sorted(faults, key=lambda n: (faults[n] + WORTH * STEP * n, n)):
        width = box.rect.w - n * STEP * box.size
        if n == 0 or _stands(form, box, style, width):
            return box if n == 0 else replace(box, rect=replace(box.rect, w=round(width, 2)))
    return box


def _style(layout: LayoutSpec, box: TextBox) -> TextStyle:
    if box.role is not None:
        return replace(layout.slot(box.role, box.index).style, leading=box.leading, after=box.after)
    return TextStyle((box.size,), box.color, box.bold, False, box.mono, box.leading, box.after, FREE_INDENT)


def _stands(form: Format, box: TextBox, style: TextStyle, width: float) -> bool:
    """Whether every paragraph takes as many lines in the narrower measure as before, and no word is broken."""
    now, then = (set_text(box.paragraphs, style, form.faces, w, box.size, box.after) for w in (box.rect.w, width))
    return then.heights == now.heights and then.broken <= now.broken


def _fault(form: Format, box: TextBox, style: TextStyle, width: float) -> float:
    """How badly the lines of all paragraphs end in a measure."""
    hang = hanging(box.paragraphs, style.indent, box.size)
    return sum(_paragraph_fault(form, paragraph, box, style, width, hang) for paragraph in box.paragraphs)


def _paragraph_fault(
    form: Format, paragraph: Paragraph, box: TextBox, style: TextStyle, width: float, hang: float
) -> float:
    inset = style.indent * paragraph.level + (hang if paragraph.mark else 0.0)
    faces = form.faces._replace(latin=style.face) if style.face else form.faces
    own = Style(faces, style.bold if paragraph.bold is None else paragraph.bold, style.mono)
    limit = (width - inset) / EASE / (paragraph.size or box.size)
    lines = impress_lines(paragraph.text, own)
    return sum(fault_of_words(line, tuple(impress.cuts(line, limit))) for line in lines)
