"""Text that stands on other text or on a picture, and text that something hides."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.check.finding import Finding
from deckgen.check.geometry import area, shared
from deckgen.check.sheet import MANY, RUNNING, Placed, Sheet, called, excerpt
from deckgen.model import Rect
from deckgen.render.reading import UNKNOWN, Shape

ON_TEXT = 0.15
"""Of the smaller text: from there on two texts run into one another."""

ON_PICTURE = 0.15
HIDDEN = 0.3
"""Of a text: from there on a shape drawn above it hides words."""

LARGE_PICTURE = 0.6
"""Of the slide: a picture so large is a background, on which text is meant to stand."""


def crowded(sheet: Sheet) -> Iterator[Finding]:
    """Overlaps that an audience sees; what is animated comes and goes, and is passed over."""
    texts = [placed for placed in sheet.texts if placed.is_level and not placed.shape.animated]
    if len(sheet.slide.shapes) > MANY:
        return
    yield from _on_text(sheet, texts)
    yield from _on_tables(sheet, texts)
    for placed in texts:
        yield from _with_shapes(sheet, placed)


def _on_text(sheet: Sheet, texts: list[Placed]) -> Iterator[Finding]:
    for place, one in enumerate(texts):
        for other in texts[:place]:
            a, b = _core(one), _core(other)
            if shared(a, b) > ON_TEXT * min(area(a), area(b)) and not one.shape.fill:
                message = f"text stands on other text ({called(other.shape)}): {excerpt(one.shape.said)}"
                hint = "move them apart, or shorten the upper one"
                yield sheet.finding("text-covered", "error", message, one.shape, hint)
                break


def _on_tables(sheet: Sheet, texts: list[Placed]) -> Iterator[Finding]:
    """Text on the words of a table, whose rows grow with them."""
    for placed in texts:
        core = _core(placed)
        for cell in sheet.cells:
            words = cell.set.ink
            if shared(core, words) > ON_TEXT * min(area(core), area(words)) and not placed.shape.fill:
                message = f"text stands on a table ({called(cell.shape)}): {excerpt(placed.shape.said)}"
                yield sheet.finding("text-covered", "error", message, placed.shape, "move them apart")
                break


def _core(placed: Placed) -> Rect:
    """What the letters cover: a line's height is more than theirs."""
    ink = placed.set.ink
    spare = 0.18 * placed.set.line
    return Rect(ink.x, ink.y + spare, ink.w, max(0.0, ink.h - 2 * spare))


def _with_shapes(sheet: Sheet, placed: Placed) -> Iterator[Finding]:
    core = _core(placed)
    shapes = sheet.slide.shapes
    above = False
    for shape in shapes:
        if shape is placed.shape:
            above = True
        elif shape.rect is not None and not shape.animated and shape.rotation % 90 == 0:
            found = _covered(sheet, placed, core, shape, above=above)
            if found:
                yield found
                return


def _covered(sheet: Sheet, placed: Placed, core: Rect, shape: Shape, *, above: bool) -> Finding | None:
    if shape.rect is None or not area(core):
        return None
    share = shared(shape.rect, core) / area(core)
    said = excerpt(placed.shape.said)
    if above and share > HIDDEN and _hides(shape):
        message = f"the text is hidden behind {called(shape)}: {said}"
        return sheet.finding("text-covered", "error", message, placed.shape, "move it, or send it to the back")
    whole = sheet.width * sheet.height
    on_picture = not above and shape.kind == "picture" and share > ON_PICTURE and not placed.shape.fill
    if on_picture and area(shape.rect) < LARGE_PICTURE * whole and placed.shape.holder not in RUNNING:
        hint = "move it beside the picture, or give its box a fill"
        return sheet.finding("text-covered", "warning", f"text stands on a picture: {said}", placed.shape, hint)
    return None


def _hides(shape: Shape) -> bool:
    """Whether nothing can be seen through it, as far as that can be told."""
    return shape.kind == "picture" or (shape.fill not in ("", UNKNOWN) and shape.geometry == "rect")
