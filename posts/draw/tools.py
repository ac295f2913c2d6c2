"""A sheet to draw on: boxes, arrows and words, at twice the size and then reduced, so that edges are smooth."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

Point = tuple[float, float]
IMAGES = Path(__file__).parents[1]
FONTS = {
    False: ("NotoSansCJK-Regular.ttc", "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
    True: ("NotoSansCJK-Bold.ttc", "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"),
}
FACES = {"ja": 0, "ko": 1, "zh": 2}
FINE = 2

INK, GREY, WHITE = "#22303A", "#5E6B73", "#FFFFFF"
"""What all diagrams are written in."""


def font(size: float, bold: bool = False, lang: str = "zh") -> ImageFont.FreeTypeFont:
    """Noto Sans CJK at `size` pixels."""
    for name in FONTS[bold]:
        try:
            return ImageFont.truetype(name, round(size), index=FACES[lang])
        except OSError:
            continue
    raise SystemExit("these pictures are drawn with Noto Sans CJK: apt install fonts-noto-cjk")


class Sheet:
    """A drawing of `width` x `height` pixels. All lengths are pixels of the finished picture."""

    def __init__(self, width: int, height: int, ground: str, lang: str = "zh") -> None:
        self.width, self.height, self.lang = width, height, lang
        self.image = Image.new("RGB", (width * FINE, height * FINE), ground)
        self.draw = ImageDraw.Draw(self.image)

    def box(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        text: str = "",
        fill: str = "#ffffff",
        ink: str = "#ffffff",
        size: float = 38,
        line: str = "",
        bold: bool = False,
        radius: float = 10,
    ) -> None:
        """A rounded rectangle with centred words; `line` is its border's colour."""
        edges = [v * FINE for v in (x, y, x + w, y + h)]
        self.draw.rounded_rectangle(edges, radius * FINE, fill or None, line or None, 4 * FINE if line else 0)
        if text:
            self.text(x + w / 2, y + h / 2, text, ink, size, "mm", bold)

    def text(
        self, x: float, y: float, text: str, ink: str, size: float = 38, anchor: str = "lm", bold: bool = False
    ) -> None:
        """Words at a point; `anchor` as Pillow writes it. Several lines are centred on the point."""
        face = font(size * FINE, bold, self.lang)
        lines = text.split("\n")
        for number, line in enumerate(lines):
            lower = (number - (len(lines) - 1) / 2) * size * 1.3
            self.draw.text((x * FINE, (y + lower) * FINE), line, ink, face, anchor)

    def line(self, points: Sequence[Point], ink: str, width: float = 5, dashed: bool = False) -> None:
        """A line through the points."""
        for (x1, y1), (x2, y2) in pairwise(points):
            parts = max(1, round(math.hypot(x2 - x1, y2 - y1) / 12)) if dashed else 1
            for part in range(0, parts, 2):
                a, b = part / parts, (part + 1) / parts
                ends = [x1 + (x2 - x1) * a, y1 + (y2 - y1) * a, x1 + (x2 - x1) * b, y1 + (y2 - y1) * b]
                self.draw.line([v * FINE for v in ends], ink, round(width * FINE))

    def arrow(self, points: Sequence[Point], ink: str, width: float = 6, dashed: bool = False) -> None:
        """A line that ends in a head."""
        (x1, y1), (x2, y2) = points[-2:]
        angle = math.atan2(y2 - y1, x2 - x1)
        size = 14 + width * 1.4
        neck = (x2 - size * 0.8 * math.cos(angle), y2 - size * 0.8 * math.sin(angle))
        self.line([*points[:-1], neck], ink, width, dashed)
        sides = [(x2 - size * math.cos(angle + a), y2 - size * math.sin(angle + a)) for a in (0.45, -0.45)]
        self.polygon([(x2, y2), *sides], ink)

    def polygon(self, points: Sequence[Point], fill: str | tuple[int, int, int]) -> None:
        """A filled polygon."""
        self.draw.polygon([(x * FINE, y * FINE) for x, y in points], fill)

    def disc(self, x: float, y: float, radius: float, fill: str, line: str = "") -> None:
        """A filled circle."""
        edges = [v * FINE for v in (x - radius, y - radius, x + radius, y + radius)]
        self.draw.ellipse(edges, fill, line or None, 4 * FINE if line else 0)

    def finished(self) -> Image.Image:
        """The picture at its own size."""
        return self.image.resize((self.width, self.height), Image.Resampling.LANCZOS)

    def save(self, name: str, colours: int = 64) -> None:
        """Writes a PNG below the posts; few colours make it small."""
        path = IMAGES / name
        path.parent.mkdir(parents=True, exist_ok=True)
        image = self.finished()
        image = image.quantize(colours, dither=Image.Dither.NONE) if colours else image
        image.save(path, optimize=True)


def mixed(first: str, second: str, share: float) -> tuple[int, int, int]:
    """A colour between two: `share` of the second."""
    a, b = (tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5)) for colour in (first, second))
    red, green, blue = (round(x + (y - x) * share) for x, y in zip(a, b, strict=True))
    return red, green, blue


def sky(width: int, height: int, stops: Sequence[tuple[float, str]]) -> Image.Image:
    """A gradient from top to bottom through colours at shares of the height."""
    column = Image.new("RGB", (1, height))
    for y in range(height):
        share = y / (height - 1)
        low = max((stop for stop in stops if stop[0] <= share), key=lambda stop: stop[0])
        high = min((stop for stop in stops if stop[0] >= share), key=lambda stop: stop[0])
        span = high[0] - low[0]
        column.putpixel((0, y), mixed(low[1], high[1], (share - low[0]) / span if span else 0))
    return column.resize((width, height))
