"""A copy of a picture that every office program shows, no larger than the slide can use."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.errors import InputError
from deckgen.model import Media
from deckgen.pictures.files import has_location, is_whole, opened, orientation, seen_size
from deckgen.pictures.jpeg import without_metadata
from deckgen.pictures.kinds import UnusableError
from deckgen.pictures.pixels import decoded

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

DPI = 220
"""What PowerPoint keeps by default when it compresses pictures: sharp on a 4K screen and in print."""
KEEP_ABOVE = 0.8
"""An original that would shrink by less than a fifth is kept: encoding it again would cost more than it saves."""
KEEP_BELOW = 1_500_000
"""Bytes of an original that is worth keeping as it is."""
JPEG_QUALITY = 88
PHOTO = 1.0
SMALL = 300_000
"""Bytes a pixel, and in all, above which a PNG is taken for a photograph: drawings take a tenth of that."""


def prepare(path: str | Path, width: float, height: float) -> Media:
    """The picture in `path` for a box of `width` x `height` points: JPEG or PNG, upright, 8 bits, sRGB.

    Scaled down to 220 pixels an inch of the box, never up; small originals that any program shows are kept byte for
    byte, except that the place where a photograph was taken is not passed on. The same file and box give the same
    bytes. Raises InputError where the file cannot be used.
    """
    try:
        with opened(path) as image:
            size = _fitting(seen_size(image), width, height)
            kept = _original(image, Path(path), size)
            return kept or _encoded(decoded(image, size), size, image.format in ("JPEG", "MPO"))
    except UnusableError as fault:
        raise InputError(
            f"picture cannot be shown: {fault.reason}", path=str(path), hint=fault.hint, rule="picture-unusable"
        ) from fault


def _fitting(size: tuple[int, int], width: float, height: float) -> tuple[int, int]:
    scale = min(1.0, max(width / size[0], height / size[1]) * DPI / 72)
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _original(image: ImageFile, path: Path, size: tuple[int, int]) -> Media | None:
    """The file as it is, or None where it has to be encoded again."""
    blob = path.read_bytes()
    large = len(blob) > KEEP_BELOW or size[0] < KEEP_ABOVE * seen_size(image)[0]
    if large or orientation(image) != 1 or not is_whole(image, path) or not _is_plain(image, blob):
        return None
    if not has_location(image):
        return Media(blob, "png" if image.format == "PNG" else "jpg", *image.size)
    return Media(without_metadata(blob), "jpg", *image.size) if image.format == "JPEG" else None


def _is_plain(image: ImageFile, blob: bytes) -> bool:
    """Whether every program shows the file: no MPO, CMYK, animation, and no PNG of 16 bits a channel."""
    if image.format == "PNG":
        return blob[24] <= 8 and not getattr(image, "is_animated", False)
    return image.format == "JPEG" and image.mode in ("L", "RGB")


def _encoded(image: Image, size: tuple[int, int], photo: bool) -> Media:
    from PIL.Image import Resampling

    if image.size != size:
        image = image.resize(size, Resampling.LANCZOS, reducing_gap=3.0)
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    if image.mode == "RGBA" or not (photo or _is_photo(image)):
        return Media(_saved(image, "PNG", compress_level=6), "png", *size)
    blob = _saved(image, "JPEG", quality=JPEG_QUALITY, subsampling=0)  # full colour: red on dark must stay legible
    return Media(blob, "jpg", *size)


def _is_photo(image: Image) -> bool:
    quick = len(_saved(image, "PNG", compress_level=1))
    return quick > max(SMALL, PHOTO * image.width * image.height)


def _saved(image: Image, kind: str, **options: int) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()
