"""Votes or shares as a bar chart: the author's own value on each bar, the one that stands out in the accent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckgen.layout.breaking import Style, extent, is_wide
from deckgen.layout.drawn.sketch import FLOOR, PREFERRED, Sketch, top_of
from deckgen.layout.drawn.told import alternative
from deckgen.layout.frame import rounded
from deckgen.layout.setting import PITCH, Format, plain_paragraph, set_text
from deckgen.model import Bar, Box, Chart, ChartBox, Rect, Run, TextBox, TextStyle, plain

SIZES = (20.0, PREFERRED, 16.0, FLOOR)
TALLEST, BESIDE, BETWEEN = 58.0, 10.0, 4.0
"""The pitch of bars where there is room, and the least height beside a name of one line and of two."""

MOST_LABEL, LABEL_LINES, MARGIN = 0.45, 2, 14.0
"""The share of the width that names may take, their lines, and the room right of them."""

_JOINS = frozenset("-/|?!}\u00ad‐‒–—…")
"""Marks within a word behind which a line may end."""

MEASURE = TextStyle((16.0,), "muted")


def ranked(bars: tuple[Bar, ...]) -> tuple[Bar, ...]:
    """The longest bar first; bars whose names count (years, releases, ranges) keep the author's order."""
    if all(any(char.isdigit() for char in plain(bar.label)) for bar in bars):
        return bars
    return tuple(sorted(bars, key=lambda bar: -bar.value))


def drawable(drawn: Chart) -> bool:
    """Whether bars can show these values: none is negative, and there is something to compare."""
    return len(drawn.bars) > 1 and all(bar.value >= 0 for bar in drawn.bars) and any(bar.value for bar in drawn.bars)


def draw(form: Format, room: Rect, drawn: Chart) -> Sketch | None:
    """The chart below what it measures, or None where its names do not fit beside the bars."""
    measure = list(_measure(form, room, drawn.measure))
    below = measure[0].rect.h + 8 if measure else 0.0
    for size in SIZES:
        labels = [_label(form, bar, size, MOST_LABEL * room.w - MARGIN) for bar in drawn.bars]
        if any(lines > LABEL_LINES or broken for lines, _, broken in labels):
            continue
        least = max(PITCH * size + BESIDE, max(lines for lines, _, _ in labels) * PITCH * size + BETWEEN)
        if least * len(drawn.bars) + below > room.h:
            continue
        height = len(drawn.bars) * max(least, min(TALLEST, (room.h - below) / len(drawn.bars)))
        top = top_of(room, height + below)
        place = rounded(Rect(room.x, top + below, room.w, height))
        chart = _chart(form, drawn, place, size, max(width for _, width, _ in labels) + MARGIN)
        boxes: list[Box] = [replace(box, rect=replace(box.rect, y=round(top, 2))) for box in measure]
        return Sketch((*boxes, chart), size, place.bottom)
    return None


def _measure(form: Format, room: Rect, words: str) -> Iterator[TextBox]:
    if words:
        text = set_text((plain_paragraph(words),), MEASURE, form.faces, room.w, MEASURE.sizes[0])
        place = rounded(Rect(room.x, room.y, room.w, text.height / 0.97 + 1))
        yield TextBox(place, None, text.paragraphs, text.size, name="measure", color=MEASURE.color, lines=text.lines)


def _label(form: Format, bar: Bar, size: float, width: float) -> tuple[int, float, bool]:
    """A name's lines, its widest line in points, and whether it cannot be set like that.

    Beside bars, LibreOffice breaks lines at spaces alone: a name in East Asian script has to stand on one. Where a line
    would end within a word, at a hyphen, it breaks none of the chart's names at all.
    """
    room = extent(_flat(bar), Style(form.faces), width, size)
    unbreakable = room.lines > 1 and any(is_wide(char) or char in _JOINS for char in plain(bar.label))
    return room.lines, room.widest * size, room.broken or unbreakable


def _flat(bar: Bar) -> tuple[Run, ...]:
    return (Run(" ".join(plain(bar.label).split()) or " "),)


def _chart(form: Format, drawn: Chart, place: Rect, size: float, label_width: float) -> ChartBox:
    values = [bar.value for bar in drawn.bars]
    most = max(values)
    first = values.index(most) if values.count(most) == 1 and most >= drawn.top else None
    value = max(extent((Run(bar.written, bold=True),), Style(form.faces), 1e6, size).widest for bar in drawn.bars)
    return ChartBox(
        rect=place,
        name="chart",
        categories=tuple(plain(_flat(bar)).strip() for bar in drawn.bars),
        values=tuple(values),
        written=tuple(bar.written for bar in drawn.bars),
        size=size,
        alt=alternative(drawn, form.lang),
        series=drawn.measure,
        top=max(drawn.top, most),
        emphasis=first,
        label_width=round(label_width, 2),
        value_width=round(value * size + MARGIN, 2),
    )
