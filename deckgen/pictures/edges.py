"""Whether what a picture shows runs off its lower edge, as a web page does that was photographed too low."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from deckgen.pictures.files import LARGEST_OTHER

if TYPE_CHECKING:
    from PIL.Image import Image

_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "WEBP")
_DIFFERENT = 60
"""Of 255 shades: from there on a pixel is not the ground."""

_NARROW, _WIDE = 0.025, 0.035
"""Of the height and width: margins that nobody leaves below text, and that everybody leaves on the other sides."""

_LINE = 0.03
"""Of the height: where the last line stands."""

_LONG = 0.25
"""Of the width that the last line must have: what is shorter is a page's number or a mark."""


def runs_off(content: bytes) -> bool:
    """Whether text goes on to the lower edge, while margins are kept on all other sides.

    False for photographs, which go on to all edges, and for what cannot be decoded.
    """
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
                if image.width * image.height > LARGEST_OTHER or min(image.size) < 100:
                    return False
                return _cut(image.convert("L"))
    except Exception:  # Pillow's readers raise nearly any exception on broken files
        return False


def _cut(image: Image) -> bool:
    """Whether the last line stands at the edge itself, or far nearer to it than anything does to the other edges."""
    from PIL import ImageChops

    w, h = image.size
    usual = image.crop((0, 0, w, 1)).histogram()
    ground = max(range(256), key=usual.__getitem__)
    plain = image.point([ground] * 256)
    ink = ImageChops.difference(image, plain).point([0] * _DIFFERENT + [255] * (256 - _DIFFERENT))
    left, top, right, bottom = ink.getbbox() or (0, 0, w, h)
    if min(left / w, 1 - right / w, top / h) < _WIDE or 1 - bottom / h > _NARROW:
        return False
    line = ink.crop((0, int(bottom - _LINE * h), w, bottom)).getbbox()
    return line is not None and line[2] - line[0] > _LONG * w
