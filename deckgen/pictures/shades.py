"""The shades of a picture that text will stand on: how dark and how light it is."""

from __future__ import annotations

import io

_SIDE = 32
_MOST_PIXELS = 60_000_000
_DARK, _MIDDLE, _LIGHT = 0.08, 0.5, 0.92
"""Where among all pixels, from the darkest to the lightest, the shades are taken."""


def shades(blob: bytes) -> tuple[str, ...]:
    """A dark, a middle and a light colour of a picture's file as RRGGBB; none for a file that cannot be looked at."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(blob)) as image:
            if image.width * image.height > _MOST_PIXELS:
                return ()
            image.draft("RGB", (4 * _SIDE, 4 * _SIDE))
            small = image.convert("RGBA").resize((_SIDE, _SIDE))
    except Exception:  # Pillow's readers raise nearly any exception on broken files
        return ()
    flat = Image.new("RGBA", small.size, "white")
    flat.alpha_composite(small)
    pixels = sorted(flat.convert("RGB").getdata(), key=lambda c: 0.299 * c[0] + 0.587 * c[1] + 0.114 * c[2])
    taken = (pixels[int(place * (len(pixels) - 1))] for place in (_DARK, _MIDDLE, _LIGHT))
    return tuple("".join(f"{channel:02X}" for channel in pixel) for pixel in taken)
