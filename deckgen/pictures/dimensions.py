"""The size of a picture that lies in a deck."""

from __future__ import annotations

import io
import warnings

from deckgen.pictures.files import orientation, stored_size

_FORMATS = ("PNG", "JPEG", "MPO", "GIF", "BMP", "TIFF", "WEBP")
"""Drawings such as EMF have no pixels of their own."""


def dimensions(content: bytes) -> tuple[int, int, bool] | None:
    """Width and height in pixels as they lie in the file, and whether it asks to be shown on its side.

    Only the header is read. None where the bytes are no picture of pixels, or a broken one.
    """
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
                return (*stored_size(image), orientation(image) >= 5)
    except Exception:  # Pillow's readers raise nearly any exception on broken files
        return None
