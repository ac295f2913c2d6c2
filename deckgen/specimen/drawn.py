"""Two pictures of the kinds that posts are full of: a photograph of a projected slide, and a white diagram.

They are drawn here, pixel row by pixel row, so that a specimen needs no file and no imaging library.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field
from functools import cache

from deckgen.model import Media

Colour = tuple[int, int, int]

PHOTOGRAPH, SECOND, DIAGRAM = "photograph.png", "second.png", "diagram.png"
SIZE = (960, 720)
"""Pixels, of every picture."""

_WHITE, _INK, _GREY = (250, 250, 248), (52, 64, 78), (168, 178, 188)
_HALL, _HEADS, _SCREEN = (104, 80, 68), (20, 16, 18), (238, 241, 244)
_TINTS: dict[str, Colour] = {PHOTOGRAPH: (52, 104, 148), SECOND: (158, 84, 52)}


@dataclass(slots=True)
class _Sheet:
    """A picture while it is drawn; lengths are shares of its width and height."""

    rows: list[bytearray] = field(default_factory=list)

    def box(self, x: float, y: float, w: float, h: float, colour: Colour) -> None:
        """A filled rectangle."""
        width, height = SIZE
        left, right = round(x * width), round((x + w) * width)
        for row in self.rows[round(y * height) : round((y + h) * height)]:
            row[left * 3 : right * 3] = bytes(colour) * (right - left)

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """A filled circle; the radius is a share of the width."""
        width, height = SIZE
        middle, reach = y * height, radius * width
        for n in range(max(0, round(middle - reach)), min(height, round(middle + reach))):
            half = (reach**2 - (n - middle) ** 2) ** 0.5 if abs(n - middle) < reach else 0.0
            left, right = max(0, round(x * width - half)), min(width, round(x * width + half))
            self.rows[n][left * 3 : right * 3] = bytes(colour) * (right - left)

    def png(self) -> bytes:
        """The file: 8 bits a channel, no filter (PNG specification, 11.2)."""
        head = struct.pack(">IIBBBBB", *SIZE, 8, 2, 0, 0, 0)
        pixels = zlib.compress(b"".join(b"\0" + bytes(row) for row in self.rows), 9)
        return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    checked = kind + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))


@cache
def media() -> dict[str, Media]:
    """The pictures by path, as `render.pptx` takes them."""
    sheets = {PHOTOGRAPH: _photograph(_TINTS[PHOTOGRAPH]), SECOND: _photograph(_TINTS[SECOND]), DIAGRAM: _diagram()}
    return {path: Media(sheet.png(), "png", *SIZE) for path, sheet in sheets.items()}


def _photograph(tint: Colour) -> _Sheet:
    """A dark hall, darker towards its corners, a lit screen with a slide, and the heads of those in front."""
    width, height = SIZE
    glow = [1 - 0.7 * abs(2 * x / width - 1) ** 2 for x in range(width)]
    line = bytes(round(channel * share) for share in glow for channel in _HALL)
    sheet = _Sheet()
    for y in range(height):
        share = 1 - 0.75 * abs(2 * y / height - 0.8) ** 1.5 / 1.4
        sheet.rows.append(bytearray(line.translate(bytes(round(value * max(0.0, share)) for value in range(256)))))
    sheet.box(0.125, 0.105, 0.75, 0.67, (20, 18, 20))
    sheet.box(0.135, 0.12, 0.73, 0.64, _SCREEN)
    sheet.box(0.135, 0.12, 0.73, 0.1, tint)
    sheet.box(0.17, 0.152, 0.4, 0.036, _SCREEN)
    for n, long in enumerate((0.3, 0.24, 0.27, 0.18)):
        sheet.disc(0.182, 0.302 + 0.1 * n, 0.007, tint)
        sheet.box(0.205, 0.285 + 0.1 * n, long, 0.03, _INK)
    for n, tall in enumerate((0.14, 0.22, 0.3, 0.37)):
        sheet.box(0.57 + 0.068 * n, 0.69 - tall, 0.046, tall, tint if n == 3 else _GREY)
    for x, low in ((0.07, 0.93), (0.25, 0.96), (0.46, 0.94), (0.67, 0.97), (0.89, 0.92)):
        sheet.disc(x, low, 0.05, _HEADS)
        sheet.disc(x, low + 0.17, 0.1, _HEADS)
    return sheet


def _diagram() -> _Sheet:
    """Boxes with lines between them, on white."""
    sheet = _Sheet([bytearray(bytes(_WHITE) * SIZE[0]) for _ in range(SIZE[1])])
    line = 0.004
    for n in range(3):
        x = 0.1 + 0.29 * n
        sheet.box(0.5 - line / 2, 0.27, line, 0.11, _GREY)
        sheet.box(x + 0.11, 0.38, line, 0.1, _GREY)
        sheet.box(x, 0.48, 0.22, 0.15, (214, 228, 236))
        sheet.box(x + 0.03, 0.54, 0.16, 0.026, _INK)
        sheet.box(x + 0.11, 0.63, line, 0.08, _GREY)
        for m in range(2):
            sheet.box(x + 0.115 * m, 0.71, 0.105, 0.13, (240, 226, 206))
            sheet.box(x + 0.02 + 0.115 * m, 0.765, 0.065, 0.022, _INK)
    sheet.box(0.21, 0.378, 0.582, 0.006, _GREY)
    sheet.box(0.34, 0.12, 0.32, 0.15, (52, 104, 148))
    sheet.box(0.4, 0.18, 0.2, 0.03, _WHITE)
    return sheet
