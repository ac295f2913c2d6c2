"""A JPEG's header segments, without touching its pixels."""

from __future__ import annotations

_ABOUT_THE_PICTURE = {0xE1, 0xED, 0xFE}
"""APP1 (Exif, XMP), APP13 (IPTC) and comments: what is said about the picture, not needed to show it."""


def without_metadata(blob: bytes) -> bytes:
    """The same picture without the segments that tell of camera, time and place; its pixels stay bit for bit."""
    kept = [blob[:2]]
    at = 2
    while at + 4 <= len(blob) and blob[at] == 0xFF and blob[at + 1] != 0xDA:
        if blob[at + 1] == 0xFF:  # a filling byte
            at += 1
            continue
        end = at + 2 + int.from_bytes(blob[at + 2 : at + 4], "big")
        if blob[at + 1] not in _ABOUT_THE_PICTURE:
            kept.append(blob[at:end])
        at = end
    return b"".join((*kept, blob[at:]))
