"""Draws overview.png: a title slide and two content slides of each city's theme, for the README.

    python themes/overview.py

Takes the themes' specimens, LibreOffice and poppler. The same programs and fonts give the same picture.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PIL import Image
from pptx import Presentation

from deckgen import export
from deckgen.build import show

SHOWN = {
    "barcelona": ("title", "beside", "takeaways"),
    "beijing": ("title", "quote", "groups"),
    "vancouver": ("title", "diagram", "flow"),
    "austin": ("title", "code", "votes"),
    "tokyo": ("title", "table", "figures"),
}
"""Theme by theme, the keys of the slides in its row."""
WIDTH, GAP = 1200, 12
"""Pixels: of the picture, and between slides."""
GROUND = (222, 224, 228)
SUPERSAMPLED = 2
"""Slides are drawn so many times larger than they are shown."""
COLOURS = 256
"""A palette of so many keeps the file small and looks the same."""


def main() -> None:
    """Writes the picture beside this script."""
    columns = max(len(keys) for keys in SHOWN.values())
    wide = (WIDTH - (columns + 1) * GAP) // columns
    with tempfile.TemporaryDirectory() as folder:
        slides = [slide for theme, keys in SHOWN.items() for slide in _slides(theme, keys, Path(folder), wide)]
    tall = slides[0].height
    rows = len(SHOWN)
    sheet = Image.new("RGB", (columns * (wide + GAP) + GAP, rows * (tall + GAP) + GAP), GROUND)
    for n, slide in enumerate(slides):
        sheet.paste(slide, (GAP + n % columns * (wide + GAP), GAP + n // columns * (tall + GAP)))
    path = Path(__file__).with_name("overview.png")
    sheet.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path}: {sheet.width} x {sheet.height} pixels, {path.stat().st_size // 1000} kB")


def _slides(theme: str, keys: tuple[str, ...], folder: Path, wide: int) -> list[Image.Image]:
    """The theme's slides with these keys, `wide` pixels wide."""
    deck, _ = show(theme, folder)
    numbers = {slide.name: n for n, slide in enumerate(Presentation(str(deck)).slides)}
    made = export.to_png([deck], folder, width=wide * SUPERSAMPLED)
    if made.notices:
        sys.exit(str(made.notices[0]))
    pictures = []
    for key in keys:
        with Image.open(made.files[deck][numbers[key]]) as page:
            tall = round(page.height * wide / page.width)
            pictures.append(page.convert("RGB").resize((wide, tall), Image.Resampling.LANCZOS))
    return pictures


if __name__ == "__main__":
    main()
