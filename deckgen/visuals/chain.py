"""Chains: `A -> B -> C` on a line of its own, or a numbered list of names under a word for their order.

Takes a paragraph whose last line is nothing but three or more short links with arrows between them, perhaps behind
`label:`; and three to nine short names under `order`, `顺序` or the like. Four or more links that are announced as
levels or stages, one above the other, are steps. Refuses arrows inside a sentence or a quotation, in code, between
single letters, and ways through menus (`File -> Open`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from deckgen.model import Bullets, Chain, Entry, ListItem, Prose, Runs, Source, Steps, Visual, plain
from deckgen.summary import units
from deckgen.visuals.found import Found, Place
from deckgen.visuals.parts import flat, lines, part, span

ARROW = re.compile(r"(?:(?<!\s)\s+)?(?<!<)(?:[-=–—]{1,2}[>＞]|[→⇒➔➜➡⟶])\s*")
LINKS = 3
LINK_UNITS = 18.0
NAME_UNITS = 7.5
NAMES = range(3, 10)
LEVELS = range(4, 8)

_LABEL = re.compile(r"[^:：。，,]{2,30}[:：]\s*")
_PAIRS = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》"), ("(", ")"), ("（", "）"))
_STOP = re.compile(r"[。；;！？!?:：`<]|\.\s|https?:")
_MENU = re.compile(
    r"(?:file|edit|view|tools?|settings|preferences|options|start|window|help|system|control panel|menu"
    r"|设置|文件|菜单|工具|控制面板|系统偏好设置|开始)\b",
    re.IGNORECASE,
)
_LEVELS = re.compile(
    r"层次|层级|级别|等级|阶段|阶梯|\b(?:levels?|stages?|tiers?|phases?|maturity)\b|단계|段階|レベル", re.I
)
_ORDER = re.compile(r"顺序|次序|先后|\b(?:sequence|order)\b(?!\s+to\b)|순서|順番|順序", re.IGNORECASE)


def draw(items: Sequence[ListItem]) -> Chain | None:
    """The chain that a line with arrows is, or a list of names."""
    if len(items) == 1:
        return _linked(items[0].text, items[0].source)
    if len(items) < LINKS or not flat(items):
        return None
    return Chain(tuple(Entry(item.text, (), item.source) for item in items))


def find(place: Place) -> Found | None:
    """The chain that a block is or ends in."""
    match place.block:
        case Prose() as prose:
            return _in_prose(prose, place.announced)
        case Bullets(items=items) if _names(items) and _ORDER.search(place.announced):
            made = draw(items)
            return Found.of(Visual(made, items, span(items), "short names in an order")) if made else None
    return None


def _in_prose(prose: Prose, announced: str) -> Found | None:
    if not ARROW.search(plain(prose.text)):
        return None
    *above, line = lines(prose.text)
    said = plain(line)
    label = _LABEL.match(said)
    start = label.end() if label else 0
    links = part(line, start)
    source = _last_line(prose, len(above))
    made = _linked(links, source)
    if made is None or any(run.code or run.link for run in links):
        return None
    texts = [plain(entry.label) for entry in made.entries]
    if any(len(text) < 2 or units(text) > LINK_UNITS or _STOP.search(text) for text in texts) or _MENU.match(texts[0]):
        return None
    if any(text.count(a) != text.count(b) for text in texts for a, b in _PAIRS):
        return None
    called = said[:start] or (plain(above[-1]) if above else announced)
    levels = len(texts) in LEVELS and _LEVELS.search(called)
    visual = _levels(made, source) if levels else _chained(made, links, source)
    end = len(plain(prose.text)) - len(said) + start
    before = part(prose.text, 0, end)
    return Found((replace(prose, text=before), visual) if before else (visual,))


def _chained(made: Chain, links: Runs, source: Source) -> Visual:
    reason = f"{len(made.entries)} links with arrows between them"
    return Visual(made, (ListItem(links, 0, "", source),), source, reason)


def _levels(made: Chain, source: Source) -> Visual:
    told = tuple(ListItem(entry.label, 0, "", source) for entry in made.entries)
    steps = tuple(Entry((), entry.label, source) for entry in made.entries)
    return Visual(Steps(steps), told, source, f"{len(told)} levels with arrows between them")


def _last_line(prose: Prose, above: int) -> Source:
    here = prose.source
    return Source(here.path, here.end_line, here.end_line) if here.end_line - here.line == above else here


def _linked(text: Runs, source: Source) -> Chain | None:
    said = plain(text)
    arrows = list(ARROW.finditer(said))
    starts = [0, *(arrow.end() for arrow in arrows)]
    ends = [*(arrow.start() for arrow in arrows), len(said.rstrip(" 。."))]
    links = [part(text, start, end) for start, end in zip(starts, ends, strict=True)]
    if len(links) < LINKS or not all(links):
        return None
    return Chain(tuple(Entry(link, (), source) for link in links))


def _names(items: Sequence[ListItem]) -> bool:
    texts = [plain(item.text) for item in items]
    return (
        len(items) in NAMES
        and flat(items)
        and all(item.number for item in items)
        and all(0 < units(text) <= NAME_UNITS and not _STOP.search(text) for text in texts)
    )
