"""A template in other units, so that sizes of type mean on its slides what they mean on ours."""

from __future__ import annotations

from dataclasses import replace

from deckgen.model import Canvas, Holder, Level, Rect, Template

_USUAL = Canvas(720.0, 540.0)
"""The least width and height that our sizes of type are meant for."""


def scale_of(canvas: Canvas) -> float:
    """How many points of a template's slide one of ours is: 1 for slides 7.5 inches high, 0.75 for small 16:9 ones."""
    return round(min(canvas.height / _USUAL.height, canvas.width / _USUAL.width), 6)


def template_in(template: Template, scale: float) -> Template:
    """The template with all lengths in units of `scale` points."""
    if scale == 1.0:
        return template
    layouts = (
        replace(layout, holders=tuple(_holder(holder, 1 / scale) for holder in layout.holders))
        for layout in template.layouts
    )
    canvas = Canvas(round(template.canvas.width / scale, 2), round(template.canvas.height / scale, 2))
    return replace(template, canvas=canvas, layouts=tuple(layouts))


def _holder(holder: Holder, by: float) -> Holder:
    left, top, right, bottom = (round(inset * by, 2) for inset in holder.insets)
    levels = tuple(_level(level, by) for level in holder.levels)
    return replace(holder, rect=_rect(holder.rect, by), insets=(left, top, right, bottom), levels=levels)


def _rect(rect: Rect, by: float) -> Rect:
    return Rect(*(round(side * by, 2) for side in (rect.x, rect.y, rect.w, rect.h)))


def _level(level: Level, by: float) -> Level:
    size, left, hang, before, after = (
        round(length * by, 2) for length in (level.size, level.left, level.hang, level.before, level.after)
    )
    return replace(level, size=size, left=left, hang=hang, before=before, after=after)
