"""From any picture to upright pixels in RGB, RGBA or L, in the colours that screens assume."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from deckgen.pictures.files import is_jpeg, orientation

if TYPE_CHECKING:
    from PIL.Image import Image, Transpose
    from PIL.ImageFile import ImageFile


def decoded(image: ImageFile, wanted: tuple[int, int]) -> Image:
    """The first frame, upright, in mode L, RGB or RGBA, without metadata.

    `wanted` is how many pixels of width and height are needed: a JPEG is decoded at the half, quarter or eighth of its
    size that is still large enough. Raises whatever Pillow raises on broken files.
    """
    turn = orientation(image)
    if is_jpeg(image):
        image.draft(None, wanted if turn < 5 else wanted[::-1])
    image.load()
    flat = _eight_bits(image)
    method = None if image.format == "TIFF" else _turns().get(turn)  # Pillow turns a TIFF itself, and it alone
    flat = _screen_colours(flat) if method is None else _screen_colours(flat).transpose(method)
    flat.info = {}
    return flat


def _turns() -> dict[int, Transpose]:
    """What sets a picture upright, by its EXIF orientation: CIPA DC-008, 4.6.4, tag 274."""
    from PIL.Image import Transpose

    return {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }


def _eight_bits(image: Image) -> Image:
    """Mode L, RGB, RGBA or CMYK. Pillow's own conversion clips 16-bit greys to white instead of scaling them."""
    if image.mode in ("RGBA", "CMYK") or (image.mode in ("L", "RGB") and "transparency" not in image.info):
        return image
    if "transparency" in image.info or image.mode in ("LA", "PA", "La", "RGBa"):
        return image.convert("RGBA")
    if image.mode.startswith("I") or image.mode == "F":
        most = 65535 if image.mode.startswith("I;16") else max(255, _brightest(image))
        return image.point(lambda value: value * (255 / most)).convert("L")
    return image.convert("L" if image.mode == "1" else "RGB")


def _brightest(image: Image) -> float:
    extrema = image.getextrema()
    top = extrema[1]
    return float(top) if isinstance(top, (int, float)) else 255.0


def _screen_colours(image: Image) -> Image:
    """In sRGB: office programs ignore the profile that came with the picture, or each reads it in its own way."""
    profile = image.info.get("icc_profile")
    if profile and image.mode != "L":
        try:
            return _through(image, profile)
        except Exception:  # a broken profile does not spoil the picture
            pass
    return image.convert("RGB") if image.mode == "CMYK" else image


def _through(image: Image, profile: bytes) -> Image:
    from PIL import ImageCms

    given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    if "srgb" in ImageCms.getProfileDescription(given).lower():
        return image
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    turned = ImageCms.profileToProfile(image, given, ImageCms.createProfile("sRGB"), outputMode=mode)
    assert turned is not None, "only a conversion in place returns nothing"
    return turned
