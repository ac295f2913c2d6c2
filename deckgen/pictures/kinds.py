"""What a file is, told by its first bytes: names are often wrong, and Pillow is to try one reader, not thirty."""

from __future__ import annotations


class UnusableError(Exception):
    """A picture that cannot be shown: the reason, and what may be done about it."""

    def __init__(self, reason: str, hint: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


KINDS = {
    "JPEG": "JPEG",
    "PNG": "PNG",
    "GIF": "GIF",
    "WEBP": "WebP",
    "AVIF": "AVIF",
    "BMP": "BMP",
    "TIFF": "TIFF",
    "JPEG2000": "JPEG 2000",
    "HEIF": "HEIC",
    "SVG": "SVG",
}
"""The kinds that can be shown, by Pillow's names for them; those by which one knows them."""

_STARTS = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"\0\0\0\x0cjP  \r\n", "JPEG2000"),
    (b"\xff\x4f\xff\x51", "JPEG2000"),
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"%!PS", "PostScript"),
    (b"version https://git-lfs", "a Git LFS pointer"),
)
_MARKUP = ((b"<svg", "SVG"), (b"<html", "a web page"), (b"<!doctype html", "a web page"), (b"<?xml", "XML"))


def kind_of_bytes(head: bytes) -> str:
    """A key of KINDS, or what the file is instead ("a web page"), from its first kilobyte."""
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head[4:8] == b"ftyp":
        return _kind_of_media(head)
    lower = head.lower()
    return next((kind for mark, kind in _MARKUP if mark in lower), "something unknown")


def _kind_of_media(head: bytes) -> str:
    """An ISO media file names its brands in the first box: ISO/IEC 14496-12, 4.3."""
    box = head[8 : max(16, int.from_bytes(head[:4], "big"))]
    brands = {box[i : i + 4] for i in range(0, len(box), 4)}
    if brands & {b"avif", b"avis"}:
        return "AVIF"
    return "HEIF" if brands & {b"heic", b"heix", b"hevc", b"mif1"} else "a film"
