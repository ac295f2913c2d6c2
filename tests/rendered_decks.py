"""Random sections as real decks: is anything shown outside its box? `python tests/rendered_decks.py [SECTIONS] [SEED]`.

Chinese, English, Korean and mixed bullets, nested lists, up to six pictures of any shape, code, tables, quotations, in
any theme and both slide sizes. A glyph counts as astray where its middle lies in no box of its page that may hold text,
and a line as shrunk where it is set at a size that nobody wrote.
"""

from __future__ import annotations

import io
import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import drawings
from drawings import flat
from rendered_lines import random_text

from deckgen import export, layout, render, theme
from deckgen.build import SIZES
from deckgen.model import (
    Bar,
    Bullet,
    Cards,
    Chain,
    Chart,
    ChartBox,
    Code,
    ConnectorBox,
    ContentSlide,
    Deck,
    Drawn,
    Edge,
    Entry,
    Figure,
    Flow,
    GroupBox,
    Item,
    Media,
    Node,
    NodeBox,
    Numbers,
    Page,
    Paragraph,
    PictureBox,
    Quote,
    Rect,
    ShapeBox,
    Source,
    Steps,
    Summit,
    Table,
    TableBox,
    TextBox,
    plain,
    runs,
)

SHAPES = ((1280, 960), (960, 1280), (2000, 500), (400, 1600), (600, 600), (320, 200))
SLACK = 3.0
"""Points that a glyph may stand outside before it counts."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that a viewer would see."""

    theme: str
    size: str
    page: str
    what: str


def sections(rng: random.Random, count: int) -> tuple[ContentSlide, ...]:
    """Random slides in words, each with its own key and title."""
    here = Source("random.md", 1, 1)
    return tuple(
        ContentSlide(f"s{n}", f"{n} {plain(random_text(rng))[:40]}", _lead(rng, here), _items(rng, here), (), here)
        for n in range(count)
    )


def _lead(rng: random.Random, here: Source) -> Bullet | None:
    return Bullet(random_text(rng)[:4], here) if rng.random() < 0.3 else None


def _items(rng: random.Random, here: Source) -> tuple[Item, ...]:
    items: list[Item] = [
        Bullet(
            random_text(rng)[: rng.randint(1, 9)], here, level=rng.choice((0, 0, 0, 1, 1, 2)), number=_number(rng, n)
        )
        for n in range(rng.randint(0, 11))
    ]
    for _ in range(rng.choice((0, 0, 1, 1, 2, 3, 6))):
        width, height = rng.choice(SHAPES)
        caption = plain(random_text(rng))[:40] if rng.random() < 0.5 else ""
        figure = Figure(f"{width}x{height}.png", "a picture", caption, width, height, here)
        items.insert(rng.randint(0, len(items)), figure)
    if rng.random() < 0.15:
        code = "\n".join("    " * rng.randint(0, 3) + plain(random_text(rng))[:90] for _ in range(rng.randint(1, 30)))
        items.insert(rng.randint(0, len(items)), Code(code, "python", here))
    if rng.random() < 0.15:
        items.insert(rng.randint(0, len(items)), _table(rng, here))
    if rng.random() < 0.1:
        items.insert(rng.randint(0, len(items)), Quote((random_text(rng),), rng.choice(("", "某人")), here))
    if rng.random() < 0.3:
        items.insert(rng.randint(0, len(items)), drawings.told(_drawn(rng, here), here))
    return tuple(items) or (Bullet(runs("一句话"), here),)


def _drawn(rng: random.Random, here: Source) -> Drawn:
    """A drawing of any kind, with more or less to read in it."""
    count, words = rng.randint(2, 11), rng.randint(1, 6)
    entries = tuple(Entry(random_text(rng)[:1], random_text(rng)[:words], here) for _ in range(count))
    kind = rng.choice(("numbers", "cards", "steps", "chain", "flow", "chart"))
    if kind == "flow":
        nodes = tuple(Node(str(n), random_text(rng)[:words], here) for n in range(1, count + 1))
        links = {(rng.randint(0, n - 1), n, rng.choice(("是", "no", ""))) for n in range(1, count)}
        return Flow(nodes, tuple(Edge(*link) for link in sorted(links)))
    if kind == "chart":
        bars = tuple(Bar(entry.text, f"{n}%", float(n), here) for n, entry in enumerate(entries, rng.randint(0, 40)))
        return Chart(bars, rng.choice(("", "票数")))
    if kind == "chain" and rng.random() < 0.5:
        entries = tuple(replace(entry, text=()) for entry in entries)
    if kind == "steps" and rng.random() < 0.7:
        entries = tuple(replace(entry, label=runs(f"{n}.")) for n, entry in enumerate(entries, 1))
    of_entries: dict[str, Callable[[tuple[Entry, ...]], Drawn]] = {
        "numbers": Numbers,
        "cards": Cards,
        "steps": Steps,
        "chain": Chain,
    }
    return of_entries[kind](entries)


def _number(rng: random.Random, number: int) -> str:
    return f"{number + 1}." if rng.random() < 0.2 else ""


def _table(rng: random.Random, here: Source) -> Table:
    columns = rng.randint(2, 5)
    rows = tuple(tuple(random_text(rng)[:3] for _ in range(columns)) for _ in range(rng.randint(1, 14)))
    return Table(tuple(random_text(rng)[:1] for _ in range(columns)), rows, here)


def faults(count: int, seed: int, look: str, size: str) -> tuple[list[Fault], int]:
    """The faults of a deck with `count` random sections, and its number of pages. Needs LibreOffice and PyMuPDF."""
    return faults_of(sections(random.Random(seed), count), look, size)


def faults_of(slides: tuple[ContentSlide, ...], look: str, size: str) -> tuple[list[Fault], int]:
    """The same of a deck with these slides."""
    import pymupdf

    chosen = theme.load(look, SIZES[size])
    pages = layout.arrange(Deck(Summit("random", "Random"), look, "zh-CN", slides), chosen)
    blob = render.pptx(pages, chosen, _media(pages), render.Properties("random"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "random.pptx"
        path.write_bytes(blob)
        made = export.to_pdf([path], timeout=600)
        assert not made.notices, made.notices
        with pymupdf.open(made.files[path]) as document:  # type: ignore[no-untyped-call]
            shown = [Fault(look, size, p.key, w) for p, seen in zip(pages, document, strict=True) for w in _of(p, seen)]
    return shown, len(pages)


def _media(pages: Sequence[Page]) -> dict[str, Media]:
    from PIL import Image

    media = {}
    for path in {box.path for page in pages for box in page.boxes if isinstance(box, PictureBox)}:
        width, height = map(int, path.removesuffix(".png").split("x"))
        file = io.BytesIO()
        Image.new("L", (width, height), 90).save(file, "PNG")
        media[path] = Media(file.getvalue(), "png", width, height)
    return media


def _of(page: Page, seen: Any) -> Iterator[str]:
    """What is wrong with a page as it was rendered."""
    holds = [box.rect for box in flat(page.boxes) if isinstance(box, TextBox | TableBox | NodeBox | ChartBox)]
    holds.append(Rect(0, 490, 2000, 60))
    pictures = [box.rect for box in page.boxes if isinstance(box, PictureBox)]
    sizes = set(_sizes(page))
    for block in seen.get_text("rawdict")["blocks"]:
        for span in (span for line in block.get("lines", ()) for span in line["spans"]):
            words = "".join(c["c"] for c in span["chars"]).strip()
            middles = [_middle(c["bbox"]) for c in span["chars"] if not c["c"].isspace()]
            if any(not any(_within(at, rect, SLACK) for rect in holds) for at in middles):
                yield f"outside of every box: {words}"
            if any(_within(at, rect, -SLACK) for at in middles for rect in pictures):
                yield f"on a picture: {words}"
            if words and span["bbox"][3] < 490 and all(abs(span["size"] / size - 1) > 0.03 for size in sizes):
                yield f"shrunk to {span['size']:.1f}: {words}"


def _sizes(page: Page) -> Iterator[float]:
    for box in flat(page.boxes):
        match box:
            case ChartBox(size=size):
                yield size
            case NodeBox(paragraphs=()):
                continue
            case TextBox(size=size, paragraphs=paragraphs) | NodeBox(size=size, paragraphs=paragraphs):
                yield size
                yield from _own(paragraphs)
            case TableBox(size=size, rows=rows):
                yield size
                for row in rows:
                    for cell in row.cells:
                        yield from _own(cell)
            case PictureBox() | ShapeBox() | ConnectorBox() | GroupBox():
                continue


def _own(paragraphs: Sequence[Paragraph]) -> Iterator[float]:
    return (paragraph.size for paragraph in paragraphs if paragraph.size)


def _middle(box: Sequence[float]) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _within(at: tuple[float, float], rect: Rect, slack: float) -> bool:
    return rect.x - slack <= at[0] <= rect.right + slack and rect.y - slack <= at[1] <= rect.bottom + slack


def main(count: int = 280, seed: int = 1) -> None:
    """Prints the faults of random decks in every theme and size, `count` sections in all."""
    kinds = [(name, size) for name in theme.names() for size in SIZES]
    found: list[Fault] = []
    total = 0
    for number, (name, size) in enumerate(kinds):
        some, pages = faults(max(1, count // len(kinds)), seed * 100 + number, name, size)
        found += some
        total += pages
        print(f"{name} {size}: {pages} pages, {len(some)} faults", flush=True)
    print(f"{count} sections, {total} pages, {len(found)} faults")
    for fault in found[:40]:
        print(f"  {fault}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
