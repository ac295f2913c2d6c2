"""Extract the advance tables in `tables/` from installed fonts: `python -m deckgen.metrics.extract [FONT_DIR]`.

Only this script opens font files, and only a developer runs it: it needs fontTools, and the fonts of Debian's packages
fonts-liberation, fonts-crosextra-carlito, fonts-dejavu-core and fonts-noto-cjk. Each of them has the metrics of the
face it stands for, or is known to be no narrower.

A table is text. A line is either `START-END WIDTH`, a range of code points of one width, or `START: WIDTH WIDTH ...`,
consecutive code points; code points are hexadecimal, widths are thousandths of an em.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

FONT_DIR = Path("/usr/share/fonts")
TABLES = Path(__file__).parent / "tables"
SHORTEST_RANGE = 4
FIRST_IDEOGRAPHIC = 0x2E80
WIDEST_HOLE = 0x2000

SOURCES = {
    "sans": ("truetype/liberation/LiberationSans-Regular.ttf", 0),
    "sans-bold": ("truetype/liberation/LiberationSans-Bold.ttf", 0),
    "narrow": ("truetype/liberation/LiberationSansNarrow-Regular.ttf", 0),
    "narrow-bold": ("truetype/liberation/LiberationSansNarrow-Bold.ttf", 0),
    "humanist": ("truetype/crosextra/Carlito-Regular.ttf", 0),
    "humanist-bold": ("truetype/crosextra/Carlito-Bold.ttf", 0),
    "serif": ("truetype/liberation/LiberationSerif-Regular.ttf", 0),
    "serif-bold": ("truetype/liberation/LiberationSerif-Bold.ttf", 0),
    "mono": ("truetype/liberation/LiberationMono-Regular.ttf", 0),
    "mono-bold": ("truetype/liberation/LiberationMono-Bold.ttf", 0),
    "wide": ("truetype/dejavu/DejaVuSans.ttf", 0),
    "wide-bold": ("truetype/dejavu/DejaVuSans-Bold.ttf", 0),
    "cjk": ("opentype/noto/NotoSansCJK-Regular.ttc", 2),
    "cjk-bold": ("opentype/noto/NotoSansCJK-Bold.ttc", 2),
}
"""Table name -> font file below the font directory, and the face in a collection (2 is Simplified Chinese)."""


def read_advances(font: Path, number: int) -> dict[int, int]:
    """Code point -> advance in thousandths of an em, for every character that the font maps."""
    from fontTools.ttLib import TTFont

    with TTFont(font, fontNumber=number, lazy=True) as face:
        units = face["head"].unitsPerEm
        advances = face["hmtx"].metrics
        return {code: round(advances[glyph][0] * 1000 / units) for code, glyph in sorted(face.getBestCmap().items())}


def close_holes(widths: Mapping[int, int]) -> dict[int, int]:
    """Give unmapped ideographs the width of both neighbours: another font will draw them, and as wide."""
    filled = dict(widths)
    codes = sorted(code for code in widths if code >= FIRST_IDEOGRAPHIC)
    for code, following in pairwise(codes):
        if widths[code] == widths[following] and following - code <= WIDEST_HOLE:
            filled.update(dict.fromkeys(range(code + 1, following), widths[code]))
    return filled


def write_table(widths: Mapping[int, int]) -> str:
    """The table as text, in the format that the module's docstring tells."""
    lines: list[str] = []
    varied: list[int] = []
    start = 0
    for first, count, width in _ranges(widths):
        if count >= SHORTEST_RANGE:
            if varied:
                lines.append(f"{start:X}: {' '.join(map(str, varied))}")
                varied = []
            lines.append(f"{first:X}-{first + count - 1:X} {width}")
            continue
        if varied and start + len(varied) != first:
            lines.append(f"{start:X}: {' '.join(map(str, varied))}")
            varied = []
        start = start if varied else first
        varied += [width] * count
    if varied:
        lines.append(f"{start:X}: {' '.join(map(str, varied))}")
    return "\n".join(lines) + "\n"


def _ranges(widths: Mapping[int, int]) -> Iterator[tuple[int, int, int]]:
    """Maximal ranges of consecutive code points of one width, as (first, count, width)."""
    first = count = width = 0
    for code, advance in sorted(widths.items()):
        if count and code == first + count and advance == width:
            count += 1
            continue
        if count:
            yield first, count, width
        first, count, width = code, 1, advance
    if count:
        yield first, count, width


def main(font_dir: Path = FONT_DIR) -> None:
    """Write every table anew."""
    for name, (font, number) in SOURCES.items():
        table = write_table(close_holes(read_advances(font_dir / font, number)))
        (TABLES / f"{name}.txt").write_text(table, encoding="ascii")
        print(f"{name}: {len(table)} bytes")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
