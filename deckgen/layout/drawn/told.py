"""What a drawing shows, in words: for screen readers, and for whoever hovers over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from deckgen.model import Cards, Chain, Chart, Comparison, Drawn, Entry, Flow, Node, Numbers, Runs, Steps, plain

LONGEST = 900
"""Characters after which the words are cut off: the texts themselves stand in the shapes."""

NAMES = {
    "zh": ("数字", "对照", "步骤", "链", "流程图", "条形图", "卡片"),
    "ja": ("数値", "比較", "手順", "連鎖", "フローチャート", "棒グラフ", "カード"),
    "ko": ("수치", "비교", "단계", "사슬", "순서도", "막대 차트", "카드"),
    "en": ("Figures", "Comparison", "Steps", "Chain", "Flowchart", "Bar chart", "Cards"),
}
_KINDS = (Numbers, Comparison, Steps, Chain, Flow, Chart, Cards)


def alternative(drawn: Drawn, lang: str) -> str:
    """The kind of drawing in the deck's language, then all that it says in the author's words."""
    names = NAMES.get(lang.partition("-")[0].lower(), NAMES["en"])
    mark = "：" if lang.startswith(("zh", "ja")) else ": "
    words = f"{names[_KINDS.index(type(drawn))]}{mark}{_words(drawn)}"
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def _words(drawn: Drawn) -> str:
    match drawn:
        case Numbers(entries=entries):
            return "; ".join(_entry(entry, " ") for entry in entries)
        case Steps(entries=entries) | Cards(entries=entries):
            return "; ".join(_entry(entry, " ") for entry in entries)
        case Chain(entries=entries):
            return " → ".join(_entry(entry, ": ") for entry in entries)
        case Comparison(sides=sides):
            return "; ".join(_joined([_flat(side.heading), *(_flat(p.text) for p in side.points)]) for side in sides)
        case Flow():
            return "; ".join(_ways(drawn))
        case Chart(bars=bars, measure=measure):
            rows = [f"{_flat(bar.label)} {bar.written}" for bar in bars]
            return "; ".join([measure, *rows] if measure else rows)
    assert_never(drawn)


def _entry(entry: Entry, between: str) -> str:
    return between.join(part for part in (_flat(entry.label), _flat(entry.text)) if part)


def _joined(parts: Iterable[str]) -> str:
    return " / ".join(part for part in parts if part)


def _ways(flow: Flow) -> Iterator[str]:
    """Every node with the answers that lead on from it; an end is told where a way leads to it."""
    for place, node in enumerate(flow.nodes):
        ways = [edge for edge in flow.edges if edge.start == place]
        said = ", ".join(f"{edge.label} → {_named(flow.nodes[edge.end])}".strip() for edge in ways)
        if said or not any(edge.end == place for edge in flow.edges):
            yield f"{_named(node)}: {said}" if said else _named(node)


def _named(node: Node) -> str:
    return _flat(node.text) or node.name


def _flat(text: Runs) -> str:
    return " ".join(plain(text).split())
