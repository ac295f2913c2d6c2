"""Setting paragraphs in a box: how tall they stand, and the size at which they fit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from deckgen.layout.breaking import Extent, Faces, Style, extent, is_wide
from deckgen.model import (
    Bullet,
    LayoutSpec,
    Paragraph,
    Rect,
    Run,
    Runs,
    Slot,
    TextBox,
    TextStyle,
    Theme,
    hanging,
    plain,
)

PITCH = 1.2
"""The pitch of lines at single spacing, as a multiple of the size, whatever the font."""

CELL_PITCH = 1.45
"""The pitch of lines with East Asian text in a table's cell, where LibreOffice takes the font's own line height."""

RESERVE = 0.97
"""The share of a box's height that text may fill: programs round, and a box that is just full gets shrunk."""

WIDOW = 2.4
"""A last line reckoned shorter than so many em may be a single character, since lines are reckoned on the wide side."""

DRAWN_IN = 0.65
"""The share of the space between paragraphs that is left where it is drawn in to keep a size."""

FREE_INDENT = 20.0
"""The hanging indent of a bullet in a box that is no placeholder."""

SUBORDINATE_STEP = 2.0
"""Points by which a paragraph below the first level is smaller, as long as the floor allows it."""


@dataclass(frozen=True, slots=True)
class Format:
    """What every page of a deck is set with."""

    theme: Theme
    faces: Faces
    lang: str = ""
    """The deck's language tag, for the few words that a page needs of its own."""

    def layout(self, name: str) -> LayoutSpec:
        """The theme's layout of that name."""
        return self.theme.layout(name)  # type: ignore[arg-type]

    def capped(self, body: float, code: float) -> Format:
        """The same with no body text and no code larger than so many points."""
        return replace(self, theme=_capped(self.theme, body, code))


@lru_cache(maxsize=64)
def _capped(theme: Theme, body: float, code: float) -> Theme:
    most = {"body": body, "code": code}
    layouts = tuple(
        replace(layout, slots=tuple(_capped_slot(slot, most.get(slot.role, 1e3)) for slot in layout.slots))
        for layout in theme.layouts
    )
    return replace(theme, layouts=layouts)


def _capped_slot(slot: Slot, most: float) -> Slot:
    sizes = tuple(size for size in slot.style.sizes if size <= most) or slot.style.sizes[-1:]
    return replace(slot, style=replace(slot.style, sizes=sizes))


@dataclass(frozen=True, slots=True)
class Setting:
    """Paragraphs set at a size: their height in points, lines in all, and the widest line's width in points.

    `heights` are the paragraphs' own, without the space after them. `widows` counts the paragraphs whose last line is
    a single character; `broken` says whether a word had to be broken.
    """

    paragraphs: tuple[Paragraph, ...]
    size: float
    after: float
    height: float
    lines: int
    widest: float
    heights: tuple[float, ...]
    widows: int
    broken: bool
    width: float


def set_text(
    paragraphs: tuple[Paragraph, ...],
    style: TextStyle,
    faces: Faces,
    width: float,
    size: float,
    after: float | None = None,
) -> Setting:
    """Set paragraphs at a size in a width. `after` overrides the style's space after a paragraph."""
    space = style.after if after is None else after
    sized = tuple(_sized(p, size, style) for p in paragraphs)
    hang = hanging(sized, style.indent, size)
    heights: list[float] = []
    lines, widest, spaces, widows, broken = 0, 0.0, 0.0, 0, False
    for paragraph in sized:
        own = paragraph.size or size
        inset = style.indent * paragraph.level + (hang if paragraph.mark else 0.0)
        room = _extent(paragraph, style, faces, width - inset, own)
        heights.append(room.lines * PITCH * own * style.leading)
        spaces += space * own if len(heights) < len(sized) else 0.0
        lines += room.lines
        widest = max(widest, inset + room.widest * own)
        widows += room.lines > 1 and room.last < WIDOW
        broken = broken or room.broken
    return Setting(sized, size, space, sum(heights) + spaces, lines, widest, tuple(heights), widows, broken, width)


def _extent(paragraph: Paragraph, style: TextStyle, faces: Faces, width: float, size: float) -> Extent:
    faces = faces._replace(latin=style.face) if style.face else faces
    own = Style(faces, style.bold if paragraph.bold is None else paragraph.bold, style.mono)
    whole = extent(paragraph.text, own, max(width, size), size)
    if not paragraph.hang or whole.lines == 1:
        return whole
    first, following = _at_first_break(paragraph.text)
    if not following:
        return extent(paragraph.text, own, max(width - paragraph.hang, size), size)
    rest = extent(following, own, max(width - paragraph.hang, size), size)
    top = extent(first, own, max(width, size), size)
    if top.lines > 1:
        top = extent(first, own, max(width - paragraph.hang, size), size)
    widest = max(top.widest, rest.widest + paragraph.hang / size)
    return Extent(top.lines + rest.lines, widest, rest.last, top.broken or rest.broken)


def _at_first_break(text: Runs) -> tuple[Runs, Runs]:
    """The runs before and after the first line break."""
    place = plain(text).find("\n")
    first, following = split_runs(text, place if place >= 0 else len(plain(text)))
    return first, (
        replace(following[0], text=following[0].text.removeprefix("\n")),
        *following[1:],
    ) if following else ()


def _sized(paragraph: Paragraph, size: float, style: TextStyle) -> Paragraph:
    if paragraph.level == 0 or paragraph.size is not None:
        return paragraph
    smaller = max(size - SUBORDINATE_STEP, style.sizes[-1])
    return replace(paragraph, size=smaller) if smaller < size else paragraph


def fit(
    paragraphs: tuple[Paragraph, ...],
    style: TextStyle,
    faces: Faces,
    width: float,
    height: float,
    sizes: Iterable[float] = (),
) -> Setting | None:
    """The first of the style's sizes (or of `sizes`) at which the paragraphs fit, or None where none does.

    Before a smaller size is taken, the space between paragraphs is drawn in; and a size that breaks a word is taken
    only where all do.
    """
    fallback: Setting | None = None
    for size in sizes or style.sizes:
        setting = set_text(paragraphs, style, faces, width, size)
        most = height * (1.0 if setting.lines == 1 else RESERVE)
        if setting.height > most:
            setting = spaced(setting, style.after * DRAWN_IN)
        if setting.height > most:
            continue
        if not setting.broken:
            return setting
        fallback = fallback or setting
    return fallback


def spaced(setting: Setting, after: float) -> Setting:
    """The same lines with another space after each paragraph, as a fraction of its size."""
    after = round(after, 2)
    sizes = sum(p.size or setting.size for p in setting.paragraphs[:-1])
    return replace(setting, after=after, height=setting.height + (after - setting.after) * sizes)


def unwidowed(setting: Setting, style: TextStyle, faces: Faces) -> Setting:
    """The same lines in a slightly narrower measure, where that leaves fewer single characters on last lines."""
    best = setting
    for narrower in range(1, 4) if setting.widows else ():
        width = setting.width - narrower * setting.size
        other = set_text(setting.paragraphs, style, faces, width, setting.size, setting.after)
        if other.lines == setting.lines and other.widows < best.widows and not other.broken:
            best = other
    return best


def fit_or_least(
    paragraphs: tuple[Paragraph, ...], style: TextStyle, faces: Faces, width: float, height: float
) -> tuple[Setting, bool]:
    """As `fit`, but at the smallest size where none fits; the second value says whether it does."""
    setting = fit(paragraphs, style, faces, width, height)
    if setting is not None:
        return setting, True
    return set_text(paragraphs, style, faces, width, style.sizes[-1]), False


def placed(slot: Slot, setting: Setting, rect: Rect | None = None) -> TextBox:
    """A setting in a layout's placeholder, which may be moved to `rect`."""
    return TextBox(
        rect=rect or slot.rect,
        role=slot.role,
        paragraphs=setting.paragraphs,
        size=setting.size,
        leading=slot.style.leading,
        after=setting.after,
        index=slot.index,
        color=slot.style.color,
        bold=slot.style.bold,
        mono=slot.style.mono,
        align=slot.style.align,
        anchor=slot.anchor,
        lines=setting.lines,
    )


def cell_height(text: Runs, style: Style, width: float, size: float) -> float:
    """The height of a text in a table's cell, without the cell's margins."""
    pitch = CELL_PITCH if any(char > "\u2000" for char in plain(text)) else PITCH
    return extent(text, style, width, size).lines * pitch * size / RESERVE


def paragraph_of(bullet: Bullet, label: bool = False) -> Paragraph:
    """A bullet as a paragraph with its mark; a label stands bold above the bullets it names."""
    return Paragraph(upright(bullet.text), bullet.level, bullet.number or "bullet", bold=True if label else None)


def plain_paragraph(text: Runs | str) -> Paragraph:
    """Text as a paragraph without a mark."""
    return Paragraph((Run(text),) if isinstance(text, str) else upright(text))


def upright(text: Runs) -> Runs:
    """The runs with those in East Asian script upright: their faces have no italics, and slanted they are ugly."""
    return tuple(replace(run, italic=False) if run.italic and any(map(is_wide, run.text)) else run for run in text)


def split_runs(text: Runs, place: int) -> tuple[Runs, Runs]:
    """The runs before and after a character, without space at the cut."""
    first: list[Run] = []
    second: list[Run] = []
    for run in text:
        head, tail = run.text[:place], run.text[place:]
        place = max(0, place - len(run.text))
        if head:
            first.append(replace(run, text=head))
        if tail:
            second.append(replace(run, text=tail if second else tail.lstrip() or tail))
    return tuple(first), tuple(second)
