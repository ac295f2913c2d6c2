"""Drawings among a section's items: kept short, and given slides of their own where they need the room."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen import visuals
from deckgen.model import (
    Bullet,
    Bullets,
    Cards,
    Chain,
    Code,
    Comparison,
    Detail,
    Figure,
    Item,
    ListItem,
    Note,
    Quote,
    Steps,
    Visual,
    visual_kind,
)
from deckgen.summary import listed

ITEM_UNITS = 30.0
"""A point, a step or what a card says is kept to about this length, as the items of a list are."""
FEW = 4
"""A drawing of so few entries leaves room for lines below it."""
LINES_ABOVE, LINES_BELOW = 1, 2


@dataclass(frozen=True, slots=True)
class Said:
    """A section's words: the lead, the items with their figures in place, and those that announce a drawing.

    `visuals` says whether anything may stand apart.
    """

    lead: Bullet | None
    items: tuple[Item, ...]
    labels: tuple[Bullet, ...] = ()
    visuals: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """Items that share a slide: `lead` stands above them, `label` is what announces its drawing."""

    items: tuple[Item, ...]
    lead: Bullet | None = None
    label: Bullet | None = None


def shortened(visual: Visual, detail: Detail) -> tuple[Item, ...]:
    """The drawing with its longer texts kept short, or its list where that no longer makes one."""
    free = detail == "full" or not isinstance(visual.drawn, Comparison | Cards | Steps)
    limit = float("inf") if free else ITEM_UNITS
    # A long item may come as several lines, of which a drawing has room for the first.
    bullets = [line for item in visual.told for line in listed(Bullets((item,), item.source), 0, limit)[:1]]
    told = tuple(ListItem(b.text, b.level, b.number, b.source) for b in bullets)
    made = visuals.redrawn(visual_kind(visual.drawn), told, visual.reason)
    return (made,) if made else tuple(bullets)


def gathered(bullets: Sequence[Bullet], heading: str) -> tuple[Item, ...]:
    """The bullets as a drawing, where they make one."""
    told = tuple(ListItem(b.text, b.level, b.number, b.source) for b in bullets)
    if not told:
        return ()
    block = Bullets(told, told[0].source.to(told[-1].source))
    found = visuals.drawn((block,), heading)
    return tuple(b for b in found if isinstance(b, Visual)) if found != (block,) else tuple(bullets)


def parts(said: Said) -> tuple[Part, ...]:
    """The items in their order, cut so that each drawing and each strong quotation stands apart.

    A single line stays with the drawing that it leads to, and a few lines with a small drawing that they follow.
    """
    runs = list(_runs(said.items, said.labels)) if said.visuals else [list(said.items)]
    made = [_part(run, said.labels) for run in _joined(runs) if run]
    if made and said.lead:
        below = (made[0].lead,) if made[0].lead else ()
        made[0] = replace(made[0], lead=said.lead, items=(*below, *made[0].items))
    return tuple(made)


def in_brief(said: Said) -> Said:
    """What a brief slide says: its first drawing with the line that leads to it, where it has one."""
    at = next((n for n, item in enumerate(said.items) if isinstance(item, Visual)), None)
    if at is None:
        return said
    above = said.items[max(0, at - 1) : at]
    led = said.lead is not None or not all(isinstance(item, Bullet) and item.level == 0 for item in above)
    return replace(said, items=said.items[at : at + 1] if led else (*above, said.items[at]))


def parted(made: Sequence[Part], notes: Sequence[Note]) -> tuple[tuple[Note, ...], ...]:
    """The notes of a section, each with the last slide that begins before it; the last one says where all stands."""
    if len(made) < 2:
        return (tuple(notes),) * len(made)
    *told, origin = notes
    starts = [_first_line(part) for part in made[1:]]
    found: list[list[Note]] = [[] for _ in made]
    for note in told:
        found[sum(start <= note.source.line for start in starts)].append(note)
    return tuple((*mine, origin) for mine in found)


def _first_line(part: Part) -> int:
    said = [line for line in (part.lead, part.label) if line]
    return min(item.source.line for item in (*said, *part.items))


def _runs(items: Sequence[Item], labels: Collection[Bullet]) -> Iterator[list[Item]]:
    """The items, each that stands apart alone: but for what announces a drawing, and what it or a quotation shows."""
    run: list[Item] = []
    rest = deque(items)
    while rest:
        item = rest.popleft()
        if not _stands_apart(item):
            run.append(item)
            continue
        label = [run.pop()] if run and isinstance(item, Visual) and run[-1] in labels else []
        if run:
            yield run
        shown = [rest.popleft()] if rest and _shows(item, rest[0]) else []
        yield [*label, item, *shown]
        run = []
    if run:
        yield run


def _joined(runs: list[list[Item]]) -> list[list[Item]]:
    """Short runs put to the drawing behind them, or before them."""
    found: list[list[Item]] = []
    for run in runs:
        if found and _belong(found[-1], run):
            found[-1] = [*found[-1], *run]
        else:
            found.append(run)
    return found


def _belong(before: Sequence[Item], run: Sequence[Item]) -> bool:
    if isinstance(before[0], Quote) and _stands_apart(before[0]):
        return _is_short(run, 1)
    above, here = _drawing(before), _drawing(run)
    if above is None:
        return here is not None and _is_short(before, LINES_ABOVE)
    return here is None and _is_short(run, _room_below(above))


def _part(run: list[Item], labels: Collection[Bullet]) -> Part:
    drawing = _drawing(run)
    if drawing is None:
        return Part(tuple(run))
    at = run.index(drawing)
    above = [item for item in run[:at] if isinstance(item, Bullet)]
    label = next((item for item in above if item in labels), None)
    intro = next((item for item in above if item is not label), None)
    return Part((drawing, *run[at + 1 :]), intro, label)


def _stands_apart(item: Item) -> bool:
    return isinstance(item, Visual) or (isinstance(item, Quote) and visuals.strong(item))


def _shows(item: Item, after: Item) -> bool:
    """Whether what follows is the picture of a quotation, or the text that a drawing was made of."""
    match item, after:
        case Quote(), Figure():
            return True
        case Visual(source=part), Code(source=whole):
            return whole.line <= part.line <= part.end_line <= whole.end_line
        case _:
            return False


def _drawing(run: Sequence[Item]) -> Visual | None:
    return next((item for item in run if isinstance(item, Visual)), None)


def _is_short(run: Sequence[Item], lines: int) -> bool:
    return len(run) <= lines and all(isinstance(item, Bullet) and item.level == 0 for item in run)


def _room_below(visual: Visual) -> int:
    match visual.drawn:
        case Chain():
            return LINES_BELOW
        case Steps(entries=entries) if len(entries) <= FEW:
            return LINES_BELOW
        case _:
            return 1
