"""Drawings written as plain text, for cases; and random ones, for properties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import strategies as st

from deckgen.model import (
    Bar,
    Box,
    Cards,
    Chain,
    Chart,
    Comparison,
    Drawn,
    Edge,
    Entry,
    Flow,
    GroupBox,
    ListItem,
    Node,
    Numbers,
    Page,
    Side,
    Source,
    Steps,
    Visual,
    plain,
    runs,
)

HERE = Source("posts/a.md", 1, 1)
OF_ENTRIES: dict[str, type[Numbers | Steps | Chain | Cards]] = {
    "numbers": Numbers,
    "steps": Steps,
    "chain": Chain,
    "cards": Cards,
}


def visual(line: str, where: Source) -> Visual | None:
    """A line of a case as a drawing, or None where it is none.

    numbers 12k | cores / 3 | zones          steps, chain and cards likewise
    comparison 优点: 快, 稳 / 缺点: 贵
    flow ask? / end 1 / end 2 ; 1>2 yes / 1>3 no
    chart votes: BGP +1+1 / SFC +1
    """
    kind, _, rest = line.partition(" ")
    parts = [part.strip() for part in rest.partition(";")[0].split("/")]
    match kind:
        case "numbers" | "steps" | "chain" | "cards":
            return told(OF_ENTRIES[kind](tuple(_entry(part, where) for part in parts)), where)
        case "comparison":
            return told(Comparison(tuple(_side(part, where) for part in parts)), where)
        case "flow":
            return told(Flow(tuple(_nodes(parts, where)), tuple(_edges(rest.partition(";")[2]))), where)
        case "chart":
            measure, _, bars = rest.partition(":")
            return told(Chart(tuple(_bar(bar.strip(), where) for bar in bars.split("/")), measure.strip()), where)
    return None


def _entry(part: str, where: Source) -> Entry:
    label, _, text = part.partition("|")
    return Entry(runs(label.strip()), runs(text.strip()), where)


def _side(part: str, where: Source) -> Side:
    heading, _, points = part.partition(":")
    return Side(runs(heading.strip()), tuple(ListItem(runs(p.strip()), 0, "", where) for p in points.split(",") if p))


def _nodes(parts: list[str], where: Source) -> Iterator[Node]:
    for number, part in enumerate(parts, 1):
        yield Node(str(number), runs(part), where)


def _edges(words: str) -> Iterator[Edge]:
    for start, end, label in re.findall(r"(\d+)>(\d+) ?([^/]*)", words):
        yield Edge(int(start) - 1, int(end) - 1, label.strip())


def _bar(words: str, where: Source) -> Bar:
    label, _, written = words.rpartition(" ")
    value = float(written.count("+1")) if "+1" in written else float(written.rstrip("%"))
    return Bar(runs(label), written, value, where)


def told(drawn: Drawn, where: Source = HERE) -> Visual:
    """The drawing with the same words as a list."""
    return Visual(drawn, tuple(ListItem(runs(words), 0, "", where) for words in said(drawn)), where)


def said(drawn: Drawn) -> list[str]:
    """All that a drawing says, part by part."""
    match drawn:
        case Numbers(entries=entries) | Steps(entries=entries) | Chain(entries=entries) | Cards(entries=entries):
            return [plain((*entry.label, *entry.text)) for entry in entries]
        case Comparison(sides=sides):
            return [w for side in sides for w in (plain(side.heading), *(plain(p.text) for p in side.points))]
        case Flow(nodes=nodes):
            return [plain(node.text) for node in nodes]
        case Chart(bars=bars):
            return [f"{plain(bar.label)} {bar.written}" for bar in bars]
    raise AssertionError(drawn)


def flat(boxes: tuple[Box, ...]) -> Iterator[Box]:
    """The boxes, those of groups one by one."""
    for box in boxes:
        yield from flat(box.boxes) if isinstance(box, GroupBox) else (box,)


def drawn_on(pages: tuple[Page, ...]) -> bool:
    """Whether anything is drawn on these pages: each drawing gives its page its own kind."""
    return any(page.kind in (*OF_ENTRIES, "comparison", "flow", "chart") for page in pages)


# Random drawings

WORDS = st.text(alphabet="ab 中文，OpenStack-한국", min_size=1, max_size=36).map(str.strip).filter(bool)
SHORT = st.text(alphabet="ab中文12k", min_size=1, max_size=8).map(str.strip).filter(bool)
MAYBE = st.just("") | WORDS


def entries(label: st.SearchStrategy[str], text: st.SearchStrategy[str], most: int) -> st.SearchStrategy[object]:
    each = st.builds(lambda a, b: Entry(runs(a), runs(b), HERE), label, text)
    return st.lists(each, min_size=1, max_size=most).map(tuple)


def _flow(draw: st.DrawFn) -> Flow:
    count = draw(st.integers(1, 14))
    places = st.integers(0, count - 1)
    links = draw(st.lists(st.tuples(places, places), max_size=count + 2))
    nodes = tuple(Node(str(n), runs(draw(WORDS)), HERE) for n in range(1, count + 1))
    return Flow(nodes, tuple(Edge(start, end, draw(st.sampled_from(("", "是", "no")))) for start, end in links))


NUMBERS = st.builds(Numbers, entries(SHORT, MAYBE, 20))
STEPS = st.builds(Steps, entries(st.sampled_from(("", "1.", "2)", "10.", "Plan", "准备")), WORDS, 16))
CHAINS = st.builds(Chain, entries(SHORT, st.just("") | SHORT | WORDS, 24))
CARDS = st.builds(Cards, entries(SHORT, WORDS, 20))
POINTS = st.lists(
    st.builds(lambda w, n, m: ListItem(runs(w), n, m, HERE), WORDS, st.integers(0, 1), st.sampled_from(("", "1."))),
    max_size=8,
).map(tuple)
COMPARISONS = st.builds(
    Comparison, st.lists(st.builds(Side, SHORT.map(runs), POINTS), min_size=1, max_size=4).map(tuple)
)
VALUES = st.floats(0, 1e6, allow_nan=False).map(lambda value: round(value, 2))
CHARTS = st.builds(
    Chart,
    st.lists(st.builds(lambda w, v: Bar(runs(w), f"{v:g}%", v, HERE), WORDS, VALUES), min_size=1, max_size=24).map(
        tuple
    ),
    st.just("") | WORDS,
)
DRAWN = st.one_of(NUMBERS, STEPS, CHAINS, CARDS, COMPARISONS, CHARTS, st.composite(_flow)())
VISUALS = DRAWN.map(told)
