"""Predicted lines against the lines that LibreOffice renders: `python tests/rendered_lines.py [BOXES] [SEED]`.

Random text in boxes of random width, written as a deck, converted to PDF, and read back line by line.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from deckgen import export, render, theme
from deckgen.layout import breaking, impress
from deckgen.layout.breaking import Faces, Style, extent
from deckgen.model import Canvas, Page, Paragraph, Rect, Run, Runs, TextBox

CJK = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"  # noqa: E501
LATIN = (  # noqa: SIM905
    "OpenStack Neutron the of and to a is Kubernetes vSwitch live-migration nova-compute API v2.1 100% x86 10+ CI/CD "
    "high-availability (HA) rpc_timeout SDN/NFV Ceph's end-to-end 3000+ deb, etc. https://docs.openstack.org/nova/latest"
).split()
HANGUL = "오픈스택 서밋에서 발표한 네트워크 기능은 클라우드 환경을 위한 새로운 구조를 제안했다".split()  # noqa: SIM905
MARKS = "，。、；：？！）（《》“”‘’…—·％【】"
ODDMENTS = (  # noqa: SIM905
    'x/y/z 1/2 (a)b "q" \'s $5 5% a,b v1.2.3 --x foo_bar/baz http://a.b/c?d=e&f=g C++ #1 @me a…b — – “x” é 10:30 '
    "[1] a.b & = ~ a|b A-1"
).split()
"""What stands in few texts and breaks lines in ways of its own."""

HEIGHT = 500.0
"""The height of a box in points; each stands on a page of its own."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be set at a size in a width, both in points."""

    runs: Runs
    size: float
    width: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A text as it was set, how many lines were expected of it, by LibreOffice's rules alone too, and those seen."""

    text: Text
    expected: int
    alone: int
    lines: tuple[str, ...]

    @property
    def seen(self) -> int:
        """How many lines were seen."""
        return len(self.lines)


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


def odd_text(rng: random.Random) -> Runs:
    """A paragraph such as few posts have: marks and spaces wherever, words glued to each other, a link at times."""
    said = "".join(_scrap(rng) for _ in range(rng.randint(2, 12))) or "x"
    if rng.random() < 0.85:
        return (Run(said),)
    return (Run(said), Run(" ".join(rng.choices(LATIN, k=rng.randint(1, 6))), link="https://a.org/"), Run("以后"))


def _scrap(rng: random.Random) -> str:
    space = " " * rng.choice((0, 0, 0, 0, 0, 0, 1, 1, 2))
    kind = rng.random()
    if kind < 0.4:
        return "".join(rng.choices(CJK, k=rng.randint(1, 6))) + space
    if kind < 0.75:
        return rng.choice((*LATIN, *ODDMENTS)) + space
    return (rng.choice(MARKS) if kind < 0.85 else rng.choice(HANGUL) if kind < 0.9 else "") + space


def measured(boxes: int, seed: int, make: Callable[[random.Random], Runs] = random_text) -> list[Measured]:
    """Sets `boxes` random texts, renders them, and counts their lines. Needs LibreOffice and PyMuPDF."""
    rng = random.Random(seed)
    return rendered([_fitting(rng, make) for _ in range(boxes)])


def rendered(texts: Sequence[Text]) -> list[Measured]:
    """The texts as LibreOffice shows them. A line of nothing but spaces is not seen."""
    look = theme.load("plain", Canvas(960, 540))
    pages = [
        Page(f"p{number}", "bullets", "Title Only", f"page {number}", (_box(text),))
        for number, text in enumerate(texts)
    ]
    seen = _seen(render.pptx(tuple(pages), look, {}, render.Properties("lines")))
    return [
        Measured(text, _expected(text), sum(1 for part in alone(text) if part.strip()), lines)
        for text, lines in zip(texts, seen, strict=True)
    ]


def style() -> Style:
    """How the texts are set."""
    return Style(Faces.of(theme.load("plain", Canvas(960, 540)).fonts, "zh-CN"))


def alone(text: Text) -> list[str]:
    """The lines of a text by LibreOffice's rules alone, without any margin."""
    return [
        line.text[start:end]
        for line in breaking.impress_lines(text.runs, style())
        for start, end in pairwise((0, *impress.cuts(line, text.width / text.size)))
    ]


def _expected(text: Text) -> int:
    return extent(text.runs, style(), text.width, text.size).lines


def _fitting(rng: random.Random, make: Callable[[random.Random], Runs]) -> Text:
    """A text, its size and its width, such that it stands within its page."""
    while True:
        text = Text(make(rng), rng.choice((12.0, 14.0, 18.0, 20.0, 24.0)), rng.uniform(45, 440))
        if _expected(text) * 1.25 * text.size < HEIGHT - 10:
            return text


def _box(text: Text) -> TextBox:
    return TextBox(Rect(20, 5, text.width, HEIGHT), None, (Paragraph(text.runs),), text.size, name="box")


def _seen(deck: bytes) -> Iterator[tuple[str, ...]]:
    import pymupdf

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lines.pptx"
        path.write_bytes(deck)
        export.to_pdf([path], Path(folder), timeout=600)
        with pymupdf.open(path.with_suffix(".pdf")) as document:  # type: ignore[no-untyped-call]
            for page in document:
                yield tuple(_lines(page))


def _lines(page: Any) -> Iterator[str]:
    """The page's lines above its footer, each of the characters on one baseline."""
    lines: list[tuple[float, list[tuple[float, str]]]] = []
    spans = (s for b in page.get_text("rawdict")["blocks"] for line in b.get("lines", ()) for s in line["spans"])
    for y, x, char in sorted((c["origin"][1], c["origin"][0], c["c"]) for span in spans for c in span["chars"]):
        if y > HEIGHT + 10:
            break
        if not lines or y - lines[-1][0] > 4:
            lines.append((y, []))
        lines[-1][1].append((x, char))
    for _, chars in lines:
        said = "".join(char for _, char in sorted(chars))
        if said.strip():
            yield said


def main(boxes: int = 1200, seed: int = 1) -> None:
    """Prints the share predicted exactly, and every text that took more lines than expected."""
    for make in (random_text, odd_text):
        results = measured(boxes, seed, make)
        exact, alone_exact = (sum(r.seen == n for r, n in pairs) for pairs in _counted(results))
        over = [r for r in results if r.seen > r.expected]
        print(
            f"{make.__name__}: {len(results)} boxes, {exact} exact ({exact / len(results):.1%}), by LibreOffice's "
            f"rules alone {alone_exact} ({alone_exact / len(results):.1%}), {len(over)} with more lines than expected"
        )
        for r in over:
            print(f"  {r.seen} > {r.expected} at {r.text.size:g} pt in {r.text.width:.1f}: {r.lines}")


def _counted(results: Sequence[Measured]) -> Iterator[list[tuple[Measured, int]]]:
    yield [(r, r.expected) for r in results]
    yield [(r, r.alone) for r in results]


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
