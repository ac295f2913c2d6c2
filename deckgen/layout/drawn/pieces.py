"""A drawing with more than can be read at a glance is cut into several, each small enough for a page of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import ceil
from typing import TypeVar, assert_never

from deckgen.layout.drawn import chart, cut_flow
from deckgen.layout.drawn.comparison import comparison_drafts
from deckgen.layout.drawn.cut_flow import flow_parts
from deckgen.layout.drawn.draw import draw
from deckgen.layout.frame import Area
from deckgen.layout.setting import Format
from deckgen.model import (
    Bar,
    Cards,
    Chain,
    Chart,
    Comparison,
    Drawn,
    Entry,
    Flow,
    Node,
    Numbers,
    Source,
    Steps,
    Visual,
)

MOST = {Numbers: 9, Cards: 9, Steps: 7, Chain: 10, Chart: 10}
"""What can be read at a glance."""

FEWEST = 2
"""A piece holds no fewer than so many: one card alone is no drawing."""

Part = TypeVar("Part", Entry, Bar)


def drawn_pieces(form: Format, area: Area, visual: Visual) -> tuple[Visual, ...]:
    """The drawing in as few pieces as fit `area`, all about as large; none where it is better told as a list."""
    drawn = visual.drawn
    match drawn:
        case Numbers(entries=entries) | Steps(entries=entries) | Chain(entries=entries) | Cards(entries=entries):
            kind = type(drawn)
            return _fewest(form, area, visual, entries, MOST[kind], lambda part: kind(tuple(part)))
        case Chart(bars=bars) if chart.drawable(drawn):
            top = max(drawn.top, *(bar.value for bar in bars))
            return _fewest(
                form, area, visual, chart.ranked(bars), MOST[Chart], lambda part: Chart(tuple(part), drawn.measure, top)
            )
        case Chart():
            return ()
        case Flow(nodes=nodes):
            parts = (drawn,) if _readable_whole(form, area, drawn) else flow_parts(drawn)
            fits = len(nodes) > 1 and all(_fits(form, area, part) for part in parts)
            return tuple(replace(visual, drawn=part, source=_source(part.nodes)) for part in parts) if fits else ()
        case Comparison(sides=sides):
            return (visual,) if len(sides) > 1 and all(s.points for s in sides) and _fits(form, area, drawn) else ()
    assert_never(drawn)


def _fewest(
    form: Format,
    area: Area,
    visual: Visual,
    parts: Sequence[Part],
    most: int,
    made: Callable[[Sequence[Part]], Drawn],
) -> tuple[Visual, ...]:
    """As many equal parts as cannot be read together, or one more where those do not fit."""
    least = ceil(len(parts) / most)
    for pages in (least, least + 1):
        share = ceil(len(parts) / pages) if pages else 0
        groups = [parts[n : n + share] for n in range(0, len(parts), share)] if share else []
        if not groups or (len(groups) > 1 and min(map(len, groups)) < FEWEST):
            continue
        drawings = [made(group) for group in groups]
        if all(_fits(form, area, drawn) for drawn in drawings):
            if len(drawings) == 1:
                return (replace(visual, drawn=drawings[0]),)
            pairs = zip(drawings, groups, strict=True)
            return tuple(replace(visual, drawn=drawn, source=_source(group)) for drawn, group in pairs)
    return ()


def _readable_whole(form: Format, area: Area, drawn: Flow) -> bool:
    """Whether a flowchart of a few nodes too many is large enough on one page to be followed all the same."""
    if not cut_flow.MOST < len(drawn.nodes) <= cut_flow.MOST_TOGETHER:
        return False
    sketch = draw(form, area.rect, drawn)
    return sketch is not None and sketch.size >= cut_flow.least_size(drawn)


def _source(group: Sequence[Entry] | Sequence[Bar] | Sequence[Node]) -> Source:
    first, *others = sorted({part.source for part in group}, key=lambda source: source.line)
    return first.to(others[-1]) if others else first


def _fits(form: Format, area: Area, drawn: Drawn) -> bool:
    if isinstance(drawn, Comparison):
        return any(comparison_drafts(form, area, (), drawn, (), led=True))
    return draw(form, area.rect, drawn) is not None
