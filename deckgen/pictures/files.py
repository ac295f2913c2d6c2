"""Opening picture files that nobody vouches for: what they are, how large, which way up, and whether they are whole."""

from __future__ import annotations

import importlib
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from deckgen.pictures import svg
from deckgen.pictures.kinds import KINDS, UnusableError, kind_of_bytes

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

LARGEST_FILE = 200_000_000
LEAST_SIDE = 8
"""Pixels: what is smaller shows nothing, such as the invisible pictures by which web pages count their readers."""
LARGEST_JPEG = 120_000_000
LARGEST_OTHER = 36_000_000
"""Pixels, at four bytes each and up to four copies of them while a WebP is decoded: under 600 MB in all. A JPEG may be
larger because it is decoded at a fraction of its size."""

_ORIENTATION = 0x0112
_GPS = 0x8825


@contextmanager
def opened(path: str | Path) -> Iterator[ImageFile]:
    """The picture in the file, header read, pixels not yet.

    Raises UnusableError for whatever is wrong, then and while the picture is being used: Pillow's readers raise nearly
    any exception on broken files, and warn of what does not matter here.
    """
    from PIL import Image

    try:
        with warnings.catch_warnings(), _regular(Path(path)).open("rb") as file:
            warnings.simplefilter("ignore")
            with _identified(file) as image:
                _check_size(image)
                yield image
    except UnusableError:
        raise
    except PermissionError as error:
        raise UnusableError("it may not be read", "give yourself the right to read the file") from error
    except Image.DecompressionBombError as error:
        raise UnusableError("it has far too many pixels", "scale it down") from error
    except MemoryError as error:
        raise UnusableError("it does not fit into memory", "scale it down") from error
    except Exception as error:  # Pillow's readers raise nearly any exception on broken files
        raise UnusableError("it is broken or cut off", "copy the file again from where it came from") from error


def _identified(file: IO[bytes]) -> ImageFile:
    from PIL import Image

    kind = kind_of_bytes(file.read(1024))
    if kind not in KINDS:
        raise UnusableError(f"it is {kind}, not a picture", f"{', '.join(KINDS.values())} can be shown")
    if kind == "HEIF":
        _learn_heic()
    if kind == "SVG":
        file.seek(0)
        return Image.open(io.BytesIO(svg.drawn(file.read())), formats=["PNG"])
    return Image.open(file, formats=[kind])


def _learn_heic() -> None:
    try:
        importlib.import_module("pillow_heif").register_heif_opener()
    except ImportError as error:
        raise UnusableError("it is a HEIC photograph", "pip install pillow-heif, or save it as JPEG") from error


def _regular(path: Path) -> Path:
    if not path.exists():
        raise UnusableError("there is no such file")
    if not path.is_file():
        raise UnusableError("it is not a file")
    size = path.stat().st_size
    if not size:
        raise UnusableError("the file is empty", "copy the file again from where it came from")
    if size > LARGEST_FILE:
        raise UnusableError(f"the file has {size // 1_000_000} MB", f"{LARGEST_FILE // 1_000_000} MB are the most")
    return path


def _check_size(image: ImageFile) -> None:
    width, height = stored_size(image)
    most = LARGEST_JPEG if is_jpeg(image) else LARGEST_OTHER
    if width * height > most:
        raise UnusableError(
            f"it has {width} x {height} pixels", f"{most // 1_000_000} million are the most; scale it down"
        )
    if min(width, height) < LEAST_SIDE:
        raise UnusableError(f"it has only {width} x {height} pixels", "pictures of less than 8 pixels show nothing")


def is_jpeg(image: ImageFile) -> bool:
    """Whether a JPEG lies in the file, be it alone or the first of several (MPO)."""
    return image.format in ("JPEG", "MPO")


def stored_size(image: ImageFile) -> tuple[int, int]:
    """Pixels as they lie in the file, before any turning. Pillow's versions differ on what `size` of a TIFF means."""
    tags = getattr(image, "tag_v2", None) if image.format == "TIFF" else None
    return (int(tags[256]), int(tags[257])) if tags else image.size


def seen_size(image: ImageFile) -> tuple[int, int]:
    """Pixels as a viewer sees them: width and height change places where the picture lies on its side."""
    width, height = stored_size(image)
    return (height, width) if orientation(image) >= 5 else (width, height)


def orientation(image: ImageFile) -> int:
    """The EXIF orientation, 1 to 8; 1 (upright) where it is missing or makes no sense."""
    value = _exif(image, _ORIENTATION)
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def has_location(image: ImageFile) -> bool:
    """Whether the picture tells where it was taken."""
    return _exif(image, _GPS) is not None


def _exif(image: ImageFile, tag: int) -> object:
    if image.format == "PNG" and "exif" not in image.info:
        return None  # Pillow would decode the pixels to look behind them
    try:
        return image.getexif().get(tag)
    except Exception:  # a broken EXIF block does not spoil the picture
        return None


def is_whole(image: ImageFile, path: str | Path) -> bool:
    """Whether the file is complete, as far as it can be told without decoding.

    A JPEG ends in its end marker; all chunks of a PNG are there and have the right checksums. False for other kinds,
    of which only decoding tells.
    """
    with Path(path).open("rb") as file:
        if is_jpeg(image):
            return _ends(file, _scan_start(file))
        return image.format == "PNG" and _chunks_are_sound(file)


def _scan_start(file: IO[bytes]) -> int:
    """Where the pixels of a JPEG begin: behind the header segments, one of which may hold a whole small JPEG."""
    file.seek(2)
    while True:
        marker = file.read(4)
        if len(marker) < 4 or marker[0] != 0xFF or marker[1] == 0xDA:
            return file.tell()
        file.seek(int.from_bytes(marker[2:], "big") - 2, 1)


def _ends(file: IO[bytes], start: int) -> bool:
    end = file.seek(0, 2)
    file.seek(max(start, end - 1024))
    return b"\xff\xd9" in file.read()


def _chunks_are_sound(file: IO[bytes]) -> bool:
    from zlib import crc32

    if file.read(8) != b"\x89PNG\r\n\x1a\n":
        return False  # an SVG that has been drawn
    while len(head := file.read(8)) == 8:
        length = int.from_bytes(head[:4], "big")
        body = file.read(length)
        if len(body) < length or int.from_bytes(file.read(4), "big") != crc32(body, crc32(head[4:])):
            return False
        if head[4:] == b"IEND":
            return True
    return False
