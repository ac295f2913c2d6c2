"""Builds far more than anybody should: `python -m tests.load` prints seconds and the peak of memory of each load.

Two thousand posts with a broken one among them, a post with two hundred photographs, and a post of 5 MB, each built by
the command line in a process of its own.
"""

from __future__ import annotations

import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image

POSTS = Path(__file__).resolve().parents[1] / "posts"


def paragraphs() -> list[str]:
    """The running text of the sample posts."""
    texts = (file.read_text("utf-8") for file in sorted(POSTS.rglob("*.md")))
    parts = (part.strip() for text in texts for part in re.split(r"\n\s*\n", text))
    return [part for part in parts if len(part) > 40 and not re.match(r"[-#|>!`<]|\[\^", part) and "![" not in part]


def sections(said: random.Random, count: int) -> Iterator[str]:
    """Sections of three paragraphs each."""
    told = paragraphs()
    for number in range(count):
        yield f"## Section {number}\n\n" + "\n\n".join(said.sample(told, 3)) + "\n\n"


def many(folder: Path) -> None:
    """2,000 posts of twenty summits, and one that is no text."""
    said = random.Random(1)
    for number in range(2000):
        header = f"---\ntitle: Post {number}\nsummit: City{number % 20} Summit 2016\n---\n\n"
        (folder / f"post{number:04}.md").write_text(header + "".join(sections(said, 3)), "utf-8")
    (folder / "broken.md").write_bytes(b"\x00\xff\xfe" * 400)


def photographs(folder: Path) -> None:
    """One post with 200 noisy photographs of four million pixels each."""
    said = random.Random(2)
    parts = ["---\ntitle: Photographs\nsummit: Boston 2017\n---\n\n"]
    for number, section in enumerate(sections(said, 200)):
        Image.effect_noise((2400, 1600), 60).convert("RGB").save(folder / f"{number}.jpg", quality=80)
        parts.append(f"{section}![slide {number}]({number}.jpg)\n\n")
    (folder / "post.md").write_text("".join(parts), "utf-8")


def long(folder: Path) -> None:
    """One post of 5 MB."""
    said = random.Random(3)
    text = "---\ntitle: Long\nsummit: Boston 2017\n---\n\n"
    parts = list(sections(said, 8000))
    sizes = 0
    for part in parts:
        if sizes > 5_000_000:
            break
        text += part
        sizes += len(part.encode())
    (folder / "post.md").write_text(text, "utf-8")


def measured(make: Callable[[Path], None]) -> str:
    """What the build printed last, its seconds, and its peak of memory in MB."""
    with tempfile.TemporaryDirectory() as folder:
        trip = Path(folder, "trip")
        trip.mkdir()
        make(trip)
        start = time.perf_counter()
        command = [sys.executable, "-m", "deckgen", "build", str(trip), "-o", str(Path(folder, "decks"))]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        decks = len(list(Path(folder, "decks").glob("*.pptx")))
    return f"{make.__name__}: exit {done.returncode}, {decks} decks, {seconds:.1f} s, at most {peak:.0f} MB so far"


if __name__ == "__main__":
    for load in (many, photographs, long):
        print(measured(load), flush=True)
