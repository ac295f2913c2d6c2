"""A section's items cut into the parts that have slides of their own: drawings, quotations, what follows pictures."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen import visuals
from deckgen.model import Bullet, Chain, Code, Figure, Item, Note, Quote, Steps, Visual, plain
from deckgen.outline.leftovers import made_of

FEW = 4
"""A drawing of so few entries leaves room for lines below it."""
LINES_ABOVE, LINES_BELOW = 1, 2
ROW = 2
"""Behind so many pictures in a row, what closes the section would stand beside one that it does not speak of."""


@dataclass(frozen=True, slots=True)
class Said:
    """A section's words: the lead, the items with their figures in place, and those that announce a drawing.

    `beside` are lines that stay with the drawing above them, `left` those that a chart left of its text; `visuals` says
    whether anything may stand apart.
    """

    lead: Bullet | None
    items: tuple[Item, ...]
    labels: tuple[Bullet, ...] = ()
    visuals: bool = True
    beside: frozenset[Bullet] = frozenset()
    left: frozenset[Bullet] = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """Items that share a slide: `lead` stands above them, `label` is what announces its drawing.

    `left` says that they are what the drawing before them left of its text.
    """

    items: tuple[Item, ...]
    lead: Bullet | None = None
    label: Bullet | None = None
    left: bool = False


def parts(said: Said) -> tuple[Part, ...]:
    """The items in their order, cut so that each drawing and each strong quotation stands apart.

    A single line stays with the drawing that it leads to, and a few lines with a small drawing that they follow. What
    closes a section behind a row of pictures stands apart, too, and so does what a chart left of its text.
    """
    runs = list(_runs(said)) if said.visuals else [list(said.items)]
    apart = _shown_each(_closed(_joined(runs, said))) if said.visuals else iter(runs)
    made = [_part(run, said) for run in apart if run]
    if made and said.lead:
        at = _place_of(said.lead, made)
        below = (made[at].lead,) if made[at].lead else ()
        made[at] = replace(made[at], lead=said.lead, items=(*below, *made[at].items))
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


def _runs(said: Said) -> Iterator[list[Item]]:
    """The items, each that stands apart alone: but for what announces a drawing, and what it or a quotation shows."""
    run: list[Item] = []
    rest = deque(said.items)
    while rest:
        item = rest.popleft()
        if not _stands_apart(item):
            if run and (item in said.left) != (run[-1] in said.left):
                yield run
                run = []
            run.append(item)
            continue
        label = [run.pop()] if run and isinstance(item, Visual) and run[-1] in said.labels else []
        if run:
            yield run
        shown = []
        while rest and (_shows(item, rest[0]) if rest[0] not in said.beside else isinstance(item, Visual)):
            shown.append(rest.popleft())
        yield [*label, item, *shown]
        run = []
    if run:
        yield run


def _joined(runs: list[list[Item]], said: Said) -> list[list[Item]]:
    """Short runs put to the drawing behind them, or before them."""
    found: list[list[Item]] = []
    for run in runs:
        if found and _belong(found[-1], run, said):
            found[-1] = [*found[-1], *run]
        else:
            found.append(run)
    return found


def _belong(before: Sequence[Item], run: Sequence[Item], said: Said) -> bool:
    if isinstance(before[0], Quote) and _stands_apart(before[0]):
        return _is_short(run, 1)
    if run[0] in said.left or before[-1] in said.left:
        return False
    above, here = _drawing(before), _drawing(run)
    if above is None:
        return here is not None and _is_short(before, LINES_ABOVE)
    taken = sum(item in said.beside for item in before)
    return here is None and _is_short(run, _room_below(above) - taken)


def _closed(runs: list[list[Item]]) -> Iterator[list[Item]]:
    """The runs, each that ends in lines behind a row of pictures cut there, where lines above present the pictures."""
    for run in runs:
        last = max((at for at, item in enumerate(run) if isinstance(item, Figure)), default=-1)
        row = run[max(0, last + 1 - ROW) : last + 1]
        closes = 0 <= last < len(run) - 1 and len(row) == ROW and all(isinstance(item, Figure) for item in row)
        if closes and all(isinstance(item, Bullet) for item in run[last + 1 :]) and _presented(run):
            yield run[: last + 1]
            yield run[last + 1 :]
        else:
            yield run


def _shown_each(runs: Iterable[list[Item]]) -> Iterator[list[Item]]:
    """The runs, each that ends in several lines with a picture of each cut so that every such pair stands alone.

    The first pair stays with the lines above it.
    """
    for run in runs:
        first = len(run)
        while first > 1 and _names_picture(run[first - 2], run[first - 1]):
            first -= 2
        pairs = (len(run) - first) // 2
        if pairs < ROW or any(isinstance(item, Figure) for item in run[:first]):
            yield run
            continue
        yield run[: first + 2]
        yield from (run[at : at + 2] for at in range(first + 2, len(run), 2))


def _names_picture(line: Item, picture: Item) -> bool:
    """Whether a line says what the picture behind it shows, and no more."""
    match line, picture:
        case Bullet(level=0, text=text), Figure(caption=caption):
            return plain(text) == caption
        case _:
            return False


def _presented(run: Sequence[Item]) -> bool:
    """Whether the author speaks first and then shows: words stand above the first picture, or caption it."""
    first = run[0]
    return not isinstance(first, Figure) or bool(first.caption)


def _place_of(lead: Bullet, made: Sequence[Part]) -> int:
    """The part that the lead stands above: the first, or the one that closes after pictures and says it."""
    *_, last = made
    pictured = len(made) > 1 and any(isinstance(item, Figure) for item in made[-2].items)
    closing = all(isinstance(item, Bullet) for item in last.items) and not last.left
    return len(made) - 1 if pictured and closing and lead.source.line >= _before(made[-2]) else 0


def _before(part: Part) -> int:
    return max(item.source.end_line for item in part.items)


def _part(run: list[Item], said: Said) -> Part:
    drawing = _drawing(run)
    if drawing is None:
        match run:
            case [Bullet() as line, *row] if len(row) >= ROW and all(isinstance(item, Figure) for item in row):
                return Part(tuple(row), line)
        return Part(tuple(run), left=run[0] in said.left)
    at = run.index(drawing)
    above = [item for item in run[:at] if isinstance(item, Bullet)]
    label = next((item for item in above if item in said.labels), None)
    intro = next((item for item in above if item is not label), None)
    return Part((drawing, *run[at + 1 :]), intro, label)


def _stands_apart(item: Item) -> bool:
    return isinstance(item, Visual) or (isinstance(item, Quote) and visuals.strong(item))


def _shows(item: Item, after: Item) -> bool:
    """Whether what follows is the picture of a quotation, or the text that a drawing was made of."""
    match item, after:
        case Quote(), Figure():
            return True
        case Visual(), Code():
            return made_of(item, after)
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
