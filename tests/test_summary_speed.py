"""What the summarizer costs: time in proportion to the text, whatever its author repeats."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import get_args

import pytest

from deckgen.model import Bullet, Bullets, Detail, ListItem, Prose, Source, plain, runs
from deckgen.summary import Context, Shown, condense, shorten, takeaways
from deckgen.summary.claims import understood

CASES = Path(__file__).parent / "cases" / "summary"
CONTEXT = Context("OpenStack 峰会", ("网络",))
HERE = Source("a.md", 1, 1)
LENGTH = 20_000


@pytest.mark.parametrize(
    "said",
    [
        " ",
        "a",
        "A1",
        "1",
        "一",
        "- ",
        "a, ",
        "because ",
        "以后",
        "有",
        "只有",
        "叫 A",
        "重点在",
        "，",
        "（",
        "“",
        "？ ",
        "~",
    ],
)
def test_what_is_repeated_takes_time_in_proportion(said: str) -> None:
    """Within a sentence, since ends are trimmed; to begin anew at each of so many takes a second and more."""
    text = f"网络 x{said * (LENGTH // len(said))}. 升级必须停服务，因为不支持回滚吗"
    bullet = Bullet(runs(text), HERE)
    items = Bullets(tuple(ListItem(runs(text), 0, "", HERE) for _ in range(2)), HERE)
    start = time.process_time()
    for detail in get_args(Detail):
        condense((Prose(runs(text), HERE), items), CONTEXT, detail)
    takeaways([Shown(0, "总结", (bullet,), (bullet,))], 6)
    understood(text)
    shorten(text, 30)
    assert time.process_time() - start < 1


def test_speed(capsys: pytest.CaptureFixture[str]) -> None:
    """Prints the time for 10 kB of prose and for 1 MB, each in one section; nothing is asserted about time.

    The former is the median over texts that differ, so that nothing is remembered from one to the next.
    """
    body = [p for path in sorted(CASES.glob("*.txt")) for p in path.read_text("utf-8").split("\n\n") if len(p) > 60]
    text = cycle(body)
    _seconds(text, 10_000)
    small, large = median(_seconds(text, 10_000) for _ in range(9)), _seconds(text, 1_000_000)
    with capsys.disabled():
        print(f"\nsummary: {small * 1e3:.1f} ms per 10 kB, {large * 1e3:.0f} ms per 1 MB, {large / small:.0f} times")


def _seconds(text: Iterator[str], size: int) -> float:
    """The time that a section of so many bytes of the text takes."""
    made: list[Prose] = []
    total = 0
    while total < size:
        made.append(Prose(runs(next(text)), HERE))
        total += len(plain(made[-1].text).encode())
    start = time.process_time()
    condensed = condense(tuple(made), CONTEXT, "standard")
    assert condensed.items
    return (time.process_time() - start) * size / total
