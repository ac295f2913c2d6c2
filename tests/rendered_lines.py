"""Predicted lines against the lines that LibreOffice renders: `python -m tests.rendered_lines [BOXES] [SEED]`.

Random text in boxes of random width, written as a deck, converted to PDF, and read back line by line.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from deckgen import export, render, theme
from deckgen.layout.breaking import Faces, Style, extent
from deckgen.model import Canvas, Page, Paragraph, Rect, Run, Runs, TextBox

CJK = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"  # noqa: E501
LATIN = (  # noqa: SIM905
    "OpenStack Neutron the of and to a is Kubernetes vSwitch live-migration nova-compute API v2.1 100% x86 10+ CI/CD "
    "high-availability (HA) rpc_timeout SDN/NFV Ceph's end-to-end 3000+ deb, etc. https://docs.openstack.org/nova/latest"
).split()
HANGUL = "오픈스택 서밋에서 발표한 네트워크 기능은 클라우드 환경을 위한 새로운 구조를 제안했다".split()  # noqa: SIM905
MARKS = "，。、；：？！）（《》“”‘’…—·％【】"
CELL = 178.0
"""The height of a box in points; six stand on a page."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A text as it was set, the lines that were expected of it, and those that were seen."""

    text: str
    size: float
    width: float
    expected: int
    seen: int


def random_text(rng: random.Random) -> Runs:
    """A paragraph such as posts have: Chinese with English names, English, Korean, marks, bold and code."""
    kind = rng.choice(("mixed", "mixed", "chinese", "english", "korean"))
    parts = [_part(rng, kind) for _ in range(rng.randint(2, 14))]
    return tuple(Run(part, bold=rng.random() < 0.1, code=rng.random() < 0.05) for part in parts)


def _part(rng: random.Random, kind: str) -> str:
    match kind:
        case "english":
            return " ".join(rng.choices(LATIN, k=rng.randint(1, 4))) + " "
        case "korean":
            return " ".join(rng.choices(HANGUL, k=rng.randint(1, 3))) + " "
        case "chinese":
            return "".join(rng.choices(CJK, k=rng.randint(2, 14))) + rng.choice(MARKS)
        case _:
            spaced = " " if rng.random() < 0.5 else ""
            chinese = "".join(rng.choices(CJK, k=rng.randint(1, 9)))
            mark = rng.choice(MARKS) if rng.random() < 0.4 else ""
            return spaced + rng.choice(LATIN) + spaced + chinese + mark


def measured(boxes: int, seed: int) -> list[Measured]:
    """Sets `boxes` random texts, renders them, and counts their lines. Needs LibreOffice and PyMuPDF."""
    rng = random.Random(seed)
    look = theme.load("plain", Canvas(960, 540))
    faces = Faces.of(look.fonts, "zh-CN")
    texts = [_fitting(rng, Style(faces)) for _ in range(boxes)]
    expected = [extent(text, Style(faces), width, size).lines for text, size, width in texts]
    pages = []
    for start in range(0, boxes, 6):
        page = [_box(place, *texts[start + place]) for place in range(min(6, boxes - start))]
        pages.append(Page(f"p{start}", "bullets", "Title Only", f"page {start}", tuple(page)))
    seen = list(_seen(render.pptx(tuple(pages), look, {}, render.Properties("lines")), boxes))
    return [
        Measured("".join(r.text for r in text), size, width, count, lines)
        for (text, size, width), count, lines in zip(texts, expected, seen, strict=True)
    ]


def _fitting(rng: random.Random, style: Style) -> tuple[Runs, float, float]:
    """A text, its size and its width, such that it stands within its cell of the page."""
    while True:
        text, size, width = random_text(rng), rng.choice((12.0, 14.0, 18.0, 20.0, 24.0)), rng.uniform(90, 440)
        if extent(text, style, width, size).lines * 1.2 * size < CELL - 10:
            return text, size, width


def _corner(place: int) -> tuple[float, float]:
    return 10 + 475.0 * (place % 2), 5 + CELL * (place // 2)


def _box(place: int, text: Runs, size: float, width: float) -> TextBox:
    x, y = _corner(place)
    return TextBox(Rect(x, y, width, CELL), None, (Paragraph(text),), size, name=f"box {place}")


def _seen(deck: bytes, boxes: int) -> Iterator[int]:
    import pymupdf

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lines.pptx"
        path.write_bytes(deck)
        export.to_pdf([path], Path(folder))
        with pymupdf.open(  # type: ignore[no-untyped-call]
            path.with_suffix(".pdf")
        ) as document:
            for number in range(boxes):
                x, y = _corner(number % 6)
                yield _lines(document[number // 6], x, y)


def _lines(page: object, x: float, y: float) -> int:
    """Baselines within the cell of the page that begins at (x, y)."""
    spans = [
        span
        for block in page.get_text("dict")["blocks"]  # type: ignore[attr-defined]
        for line in block.get("lines", ())
        for span in line["spans"]
        if span["text"].strip()
    ]
    baselines = sorted(
        s["origin"][1] for s in spans if x - 2 <= s["origin"][0] < x + 470 and y - 2 <= s["origin"][1] < y + 176
    )
    return sum(1 for n, base in enumerate(baselines) if n == 0 or base - baselines[n - 1] > 4)


def main(boxes: int = 1200, seed: int = 1) -> None:
    """Prints the share predicted exactly, and every text that took more lines than expected."""
    results = measured(boxes, seed)
    exact = sum(r.seen == r.expected for r in results)
    over = [r for r in results if r.seen > r.expected]
    print(
        f"{len(results)} boxes: {exact} exact ({exact / len(results):.1%}), {len(over)} with more lines than expected"
    )
    for r in over:
        print(f"  {r.seen} > {r.expected} at {r.size:g} pt in {r.width:.1f}: {r.text}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
