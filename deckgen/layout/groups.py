"""Labelled groups: each label on a bar, its bullets below; two or three groups side by side, one in two columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckgen.layout.badness import UNEVEN, Fill, text_terms
from deckgen.layout.frame import Area, Draft, area_of, lead_box, rounded
from deckgen.layout.setting import (
    DRAWN_IN,
    RESERVE,
    Format,
    Setting,
    fit,
    placed,
    plain_paragraph,
    set_text,
    spaced,
    unwidowed,
)
from deckgen.layout.stack import asides_of, free_text, paragraphs_of
from deckgen.model import Box, Bullet, Item, Paragraph, Rect, ShapeBox, Slot, TextBox, TextStyle
from deckgen.model.theme import Color, LayoutName

BAR_HEIGHT, BAR_INSET, BELOW_BAR = 40.0, 16.0, 16.0
"""A label's bar, the label's distance from its left edge, and the space below it."""

BARS: tuple[tuple[Color, Color], ...] = (("primary", "on_primary"), ("dark", "on_dark"), ("primary", "on_primary"))
"""The bars' colours from left to right, each with the colour of the label upon it."""

BESIDE_GROUPS = 2
"""Bullets that may stand before the groups, and after them."""

COMFORTABLE, WIDEST_SPACE = 0.75, 1.1
"""The share of their height that columns are spread over, and the most space after a paragraph for that."""

GAP = 18.0
RULE, ABOVE_RULE, AFTER_RULE = 1.0, 14.0, 14.0
"""The hairline that parts the groups from text after them, and the room above and below it."""

FROM_THE_LEFT = 5
"""A single group is set in two columns under its label from so many bullets on."""


@dataclass(frozen=True, slots=True)
class Groups:
    """Bullets before the groups, the groups with their labels first, and bullets after them."""

    before: tuple[Bullet, ...]
    groups: tuple[tuple[Bullet, ...], ...]
    after: tuple[Bullet, ...]


def grouped(items: tuple[Item, ...]) -> Groups | None:
    """The items as labelled groups with nothing between them, or None."""
    bullets = tuple(item for item in items if isinstance(item, Bullet))
    if len(bullets) != len(items) or not bullets or bullets[0].level:
        return None
    tops = [place for place, bullet in enumerate(bullets) if bullet.level == 0]
    parts = [bullets[start:end] for start, end in zip(tops, [*tops[1:], len(bullets)], strict=True)]
    labelled = [place for place, part in enumerate(parts) if len(part) > 1]
    if not labelled or labelled != list(range(labelled[0], labelled[-1] + 1)):
        return None
    first, last = labelled[0], labelled[-1] + 1
    before, after = (tuple(part[0] for part in some) for some in (parts[:first], parts[last:]))
    if any(bullet.number for part in parts for bullet in part[:1]):
        return None
    return Groups(before, tuple(parts[first:last]), after)


def raised(bullets: tuple[Bullet, ...]) -> tuple[Bullet, ...]:
    """The bullets one level higher."""
    return tuple(replace(bullet, level=max(0, bullet.level - 1)) for bullet in bullets)


def group_drafts(form: Format, area: Area, items: tuple[Item, ...], led: bool) -> Iterator[Draft]:
    """Pages of one to three labelled groups under headed bars, with a bullet or two before and after them."""
    found = grouped(items)
    if found is None or len(found.groups) > len(BARS) or max(len(found.before), len(found.after)) > BESIDE_GROUPS:
        return
    opening = found.before[0] if len(found.before) == 1 and not led and not area.drop else None
    if opening is not None and not opening.number:
        rest, below = replace(found, before=()), area_of(form, True)
        layout = _layout(rest, True, below)
        box = lead_box(form, layout, opening)
        if box is not None:
            yield from (replace(d, boxes=(box, *d.boxes), led=True) for d in _page(form, below, rest, layout))
    layout = _layout(found, led, area)
    yield from _page(form, area, found, layout)
    if len(found.groups) == 1 and layout != "Title and Content":
        yield from _page(form, area, found, "Title and Content")


def _layout(found: Groups, led: bool, area: Area) -> LayoutName:
    if len(found.groups) == 2 and not found.before and not (led and area.drop):
        return "Comparison"
    if len(found.groups) == 1 and len(found.groups[0]) <= FROM_THE_LEFT:
        return "Title and Content"
    return "Title Only" if len(found.groups) > 2 else "Two Content"


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the groups stand: the room of the bars and columns, and the text before and after."""

    area: Area
    top: float
    column: float
    gutter: float
    before: Setting | None
    after: Setting | None

    def x(self, number: int) -> float:
        return self.area.rect.x + number * (self.column + self.gutter)

    @property
    def text_top(self) -> float:
        return self.top + BAR_HEIGHT + BELOW_BAR

    @property
    def height(self) -> float:
        """What columns may take."""
        below = _room(self.after) + AFTER_RULE + ABOVE_RULE if self.after else 0.0
        return self.area.rect.bottom - self.text_top - below


def _room(setting: Setting) -> float:
    return setting.height / RESERVE + 1


def _page(form: Format, area: Area, found: Groups, layout: LayoutName) -> Iterator[Draft]:
    """The groups at the largest size that fits: from the line where comparisons begin, else from the top."""
    style = form.layout("Two Content").slot("body").style
    line = form.layout("Comparison").slot("body").rect.y - BAR_HEIGHT - BELOW_BAR
    for size in style.sizes:
        frame = _framed(form, area, found, layout, size, line)
        columns = _columns(form, found, style, frame, size)
        if columns is None or (any(t.broken for t in columns) and size > style.sizes[-1]):
            continue
        for after, top in ((1.0, line), (DRAWN_IN, line), (DRAWN_IN, 0.0), (DRAWN_IN**2, 0.0)):
            texts = [spaced(t, after * style.after) for t in columns]
            if top != line and layout != "Comparison":
                frame = _framed(form, area, found, layout, size, top)
            if max(t.height for t in texts) > frame.height * RESERVE:
                continue
            labels = _labels(form, found, frame, area)
            if labels is not None:
                texts = [unwidowed(text, style, form.faces) for text in _spread(texts, frame.height)]
                yield _draft(form, frame, layout, labels, texts)
            return


def _spread(texts: list[Setting], height: float) -> list[Setting]:
    """Columns that leave much room get more space between their paragraphs, all of them the same."""
    after = min((_widest_space(text, height) for text in texts if len(text.paragraphs) > 1), default=0.0)
    return [spaced(text, after) if after > text.after else text for text in texts]


def _widest_space(text: Setting, height: float) -> float:
    spare = COMFORTABLE * height - text.height
    return min(WIDEST_SPACE, text.after + max(0.0, spare) / ((len(text.paragraphs) - 1) * text.size))


def _framed(form: Format, area: Area, found: Groups, layout: LayoutName, size: float, line: float) -> _Frame:
    style = form.layout("Title and Content").slot("body").style
    before, after = (
        set_text(asides_of(some), style, form.faces, area.rect.w, size) if some else None
        for some in (found.before, found.after)
    )
    columns = 1 if layout == "Title and Content" else max(2, len(found.groups))
    gutter = area.gutter if columns == 2 else GAP
    top = area.rect.y + (_room(before) + GAP if before else 0.0)
    if not before:
        top = max(top, line)
    return _Frame(area, top, (area.rect.w - gutter * (columns - 1)) / columns, gutter, before, after)


def _columns(form: Format, found: Groups, style: TextStyle, frame: _Frame, size: float) -> list[Setting] | None:
    """The text of each column: a group's bullets, or the halves of a single group's."""
    bodies = [raised(group[1:]) for group in found.groups]
    if len(bodies) == 1 and frame.column < frame.area.rect.w:
        cuts = [n for n, bullet in enumerate(bodies[0]) if n and bullet.level == 0]
        if not cuts:
            return None
        whole = set_text(paragraphs_of(bodies[0]), style, form.faces, frame.column, size)
        cut = evenest(whole, cuts)
        bodies = [bodies[0][:cut], bodies[0][cut:]]
    return [set_text(paragraphs_of(body), style, form.faces, frame.column, size) for body in bodies]


def evenest(whole: Setting, cuts: list[int]) -> int:
    """The cut that makes two columns most alike in height; of two equal ones that with the longer left column."""
    heights = [height + whole.after * whole.size for height in whole.heights]
    return min(cuts, key=lambda cut: (round(abs(sum(heights[:cut]) - sum(heights[cut:])), 2), -cut))


def _labels(form: Format, found: Groups, frame: _Frame, area: Area) -> list[Setting] | None:
    """The labels on their bars, each on one line."""
    slot = form.layout("Comparison").slot("heading")
    width = (area.rect.w if len(found.groups) == 1 else frame.column) - 2 * BAR_INSET
    labels: list[Setting] = []
    for group in found.groups:
        setting = fit((plain_paragraph(group[0].text),), slot.style, form.faces, width, BAR_HEIGHT)
        if setting is None or setting.lines > 1:
            return None
        labels.append(setting)
    return labels


def _draft(form: Format, frame: _Frame, layout: LayoutName, labels: list[Setting], texts: list[Setting]) -> Draft:
    boxes: list[Box] = []
    style = form.layout("Two Content").slot("body").style
    rect = frame.area.rect
    if frame.before:
        boxes.append(free_text(frame.before, replace(rect, h=_room(frame.before)), style.leading, "before"))
    tallest = max(texts, key=lambda t: t.height)
    low = min(frame.height, _room(tallest)) if frame.after else frame.height
    single = len(labels) == 1
    for number, text in enumerate(texts):
        if number < len(labels):
            wide = rect.w if single else frame.column
            boxes += _bar(form, frame, layout, labels[number], number, wide)
        place = rounded(Rect(frame.x(number), frame.text_top, text.width, low))
        if layout == "Title Only":
            boxes.append(free_text(text, place, style.leading, f"text {number + 1}"))
        else:
            boxes.append(placed(form.layout(layout).slot("body", number), text, place))
    if frame.after:
        y = frame.text_top + low + ABOVE_RULE
        boxes.append(ShapeBox(rounded(Rect(rect.x, y, rect.w, RULE)), "rule", "rule"))
        y += AFTER_RULE
        boxes.append(free_text(frame.after, Rect(rect.x, y, rect.w, _room(frame.after)), style.leading, "after"))
    fill = Fill((frame.text_top - rect.y + tallest.height) / rect.h, 1.0)
    uneven = 0.5 * UNEVEN * (1 - min(t.height for t in texts) / tallest.height)
    terms = (*text_terms(tallest.size, style.sizes[0], fill), ("uneven", uneven))
    return Draft(layout, tuple(boxes), terms, tallest.size, fill.height, body=tallest.size)


def _bar(form: Format, frame: _Frame, layout: LayoutName, label: Setting, number: int, width: float) -> tuple[Box, ...]:
    """A label on its bar, which the layout of comparisons has drawn already."""
    slot: Slot = form.layout("Comparison").slot("heading", min(number, 1))
    if layout == "Comparison":
        return (placed(slot, label),)
    bar = Rect(frame.x(number), frame.top, width, BAR_HEIGHT)
    text = TextBox(
        rounded(Rect(bar.x + BAR_INSET, bar.y, width - 2 * BAR_INSET, BAR_HEIGHT)),
        None,
        tuple(Paragraph(p.text, color=BARS[number][1], bold=True) for p in label.paragraphs),
        label.size,
        slot.style.leading,
        name=f"label {number + 1}",
        color=BARS[number][1],
        bold=True,
        anchor="middle",
        lines=1,
    )
    return (ShapeBox(rounded(bar), BARS[number][0], f"bar {number + 1}"), text)
