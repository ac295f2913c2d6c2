"""A contact sheet: many small pictures on one, each with its number."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from pathlib import Path

SHEET_SLIDE = 480
"""Pixels of a slide's width on the sheet: enough to read its title and to tell it from the others."""

_GAP = 24
_LINE = 30
"""Pixels below a slide, for its number."""
_FEWEST, _MOST = 3, 8
"""Columns: a sheet about as wide as high, but no wider than a large screen."""
_GROUND, _EDGE, _INK = (244, 244, 244), (190, 190, 190), (60, 60, 60)


def contact_sheet(pages: Sequence[Path]) -> bytes:
    """The pictures in `pages`, in rows and numbered from 1, as a PNG.

    All are shown as wide as SHEET_SLIDE and as high as the highest then is. Raises whatever Pillow raises on a file
    that is no picture.
    """
    from PIL import Image, ImageDraw, ImageFont

    sizes = [_size(page) for page in pages]
    height = max(size[1] for size in sizes)
    columns = min(_MOST, max(_FEWEST, math.ceil(math.sqrt(len(pages)))), max(1, len(pages)))
    rows = math.ceil(len(pages) / columns)
    across, down = SHEET_SLIDE + _GAP, height + _LINE + _GAP
    sheet = Image.new("RGB", (columns * across + _GAP, rows * down + _GAP), _GROUND)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(18)
    for number, (page, size) in enumerate(zip(pages, sizes, strict=True)):
        x, y = _GAP + number % columns * across, _GAP + number // columns * down
        with Image.open(page) as image:
            sheet.paste(image.convert("RGB").resize(size), (x, y))
        pen.rectangle((x - 1, y - 1, x + size[0], y + size[1]), outline=_EDGE)
        pen.text((x, y + size[1] + 6), str(number + 1), _INK, font)
    buffer = io.BytesIO()
    sheet.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _size(page: Path) -> tuple[int, int]:
    from PIL import Image

    with Image.open(page) as image:
        return SHEET_SLIDE, max(1, round(image.height * SHEET_SLIDE / image.width))
