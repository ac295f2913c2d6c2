"""The grid that a theme's layouts span, and boxes that every page shares: title, lead, pictures, captions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from deckgen.layout.badness import Terms
from deckgen.layout.breaking import Faces
from deckgen.layout.phrases import phrased
from deckgen.layout.setting import (
    PITCH,
    RESERVE,
    Format,
    Setting,
    fit_or_least,
    placed,
    plain_paragraph,
    set_text,
)
from deckgen.model import Box, Bullet, Figure, Notice, PictureBox, Rect, Slot, TextBox, TextStyle
from deckgen.model.theme import LayoutName

LARGEST_PIXEL = 0.75 * 1.5
"""Points a pixel may take: 1.5 times its size on a screen of 96 dots an inch."""

LEAST = 1.0
"""The least height of a picture in points, where its caption would take all there is."""
HAIRLINE = "rule"
"""Drawn around every picture: a white diagram stands off the ground by it, a photograph does not show it."""

CERTAIN = 0.94
"""The share of a title's width that is counted on in a company's template, whose faces nobody has measured."""

CAPTION_GAP, CAPTION_LINES = 6.0, 2
NARROWEST_CAPTION = 120.0


@dataclass(frozen=True, slots=True)
class Area:
    """The room for a page's content, the gutter between its columns, and how much lower a long title has moved it."""

    rect: Rect
    gutter: float
    drop: float = 0.0

    @property
    def column(self) -> float:
        """The width of one of two columns."""
        return (self.rect.w - self.gutter) / 2


@dataclass(frozen=True, slots=True)
class Draft:
    """A page as it might be: layout, boxes below the title, what is bad about it, and how it was set."""

    layout: LayoutName
    boxes: tuple[Box, ...]
    terms: Terms
    size: float = 0.0
    fill: float = 0.0
    lone: bool = False
    """Whether the page shows one bullet and nothing else."""
    body: float = 0.0
    """The size of its body text in points, 0 where it has none in the body's scale."""
    led: bool = False
    """Whether the page shows a lead of its own making, or cannot show one."""
    notices: tuple[Notice, ...] = ()
    kind: str = ""
    """What the page is called, where its layout does not say it."""
    look: str = ""
    """What it looks like, where its layout does not say it."""

    @property
    def seen(self) -> str:
        """By what it is told from other pages in passing."""
        return self.look or self.layout


def area_of(form: Format, lead: bool, drop: float = 0.0) -> Area:
    """The content's room, which begins higher on a page without a lead, and lower by `drop` under a longer title."""
    body = form.layout("Title and Content").slot("body").rect
    two = form.layout("Two Content")
    gutter = two.slot("body", 1).rect.x - two.slot("body", 0).rect.right
    top = drop + (body.y if lead else form.layout("Picture with Caption").slot("picture").rect.y)
    return Area(Rect(body.x, top, body.w, body.bottom - top), gutter, drop)


def canvas_of(form: Format) -> tuple[float, float]:
    """The slide's width and height in points."""
    return form.theme.canvas.width, form.theme.canvas.height


def contained(figure: Figure, width: float, height: float) -> tuple[float, float]:
    """The largest width and height of a picture within bounds, undistorted and not enlarged beyond reason."""
    pixels_wide, pixels_high = max(1, figure.width), max(1, figure.height)
    scale = min(width / pixels_wide, height / pixels_high, LARGEST_PIXEL)
    return pixels_wide * scale, pixels_high * scale


def natural_width(figure: Figure) -> float:
    """The widest that a picture may be shown."""
    return max(1, figure.width) * LARGEST_PIXEL


def rounded(rect: Rect) -> Rect:
    """Hundredths of a point are enough, and print well."""
    return Rect(round(rect.x, 2), round(rect.y, 2), round(rect.w, 2), round(rect.h, 2))


def head(form: Format, layout: LayoutName, title: str) -> TextBox:
    """The title in its slot, on one line where that can be; a second line grows downwards from the same top line."""
    slot = form.layout(layout).slot("title")
    setting = _title(form, slot, title)
    if setting.lines == 1 or _stays(slot, setting):
        return placed(slot, setting)
    setting = phrased(setting, slot.style, form.faces)
    height = setting.height / RESERVE + 0.5
    return placed(slot, setting, rounded(replace(aligned(slot, setting.width), y=_top_line(slot), h=height)))


def aligned(slot: Slot, width: float) -> Rect:
    """The slot's rectangle with another width, at the side to which its text is aligned."""
    share = {"left": 0.0, "center": 0.5, "right": 1.0}[slot.style.align]
    return replace(slot.rect, x=slot.rect.x + share * (slot.rect.w - width), w=width)


def drop_of(form: Format, title: str) -> float:
    """How much lower than its slot a title of two lines ends, in points; 0 for one line."""
    slot = form.layout("Title and Content").slot("title")
    setting = _title(form, slot, title)
    if setting.lines == 1 or _stays(slot, setting):
        return 0.0
    return max(0.0, _top_line(slot) + setting.height / RESERVE + 0.5 - slot.rect.bottom)


def _title(form: Format, slot: Slot, title: str) -> Setting:
    """On one line at the largest size that allows it, else on two."""
    paragraphs = (plain_paragraph(title),)
    settings: list[Setting] = []
    width = slot.rect.w * (CERTAIN if slot.holder else 1.0)
    for size in slot.style.sizes:
        settings.append(set_text(paragraphs, slot.style, form.faces, width, size))
        if settings[-1].lines == 1:
            return settings[-1]
    room = _visible(slot) * RESERVE
    fitting = (s for s in settings if s.lines == 2 and not s.broken and s.height <= room)
    return next(fitting, settings[-1])


def _visible(slot: Slot) -> float:
    """The height of a title that stays on the slide where a template's box reaches above it."""
    above = max(0.0, -slot.rect.y)
    return slot.rect.h - above * (2 if slot.anchor == "middle" else 1)


def _stays(slot: Slot, setting: Setting) -> bool:
    """Whether a title stands in its slot however long it is."""
    return slot.stays and setting.height <= slot.rect.h * RESERVE


def _top_line(slot: Slot) -> float:
    """Where the only line of a title begins."""
    spare = slot.rect.h - PITCH * slot.style.sizes[0] * slot.style.leading
    return slot.rect.y + spare * {"top": 0.0, "middle": 0.5, "bottom": 1.0}[slot.anchor]


def title_fits(form: Format, title: str, lines: int = 2) -> bool:
    """Whether a title fits a content page at some size on so many lines."""
    return _title(form, form.layout("Title and Content").slot("title"), title).lines <= lines


def shortened(form: Format, title: str, room_for: str = "", lines: int = 2) -> tuple[str, tuple[Notice, ...]]:
    """A title that fits with `room_for` after it, and a notice where it had to be cut for that."""
    if title_fits(form, title + room_for, lines):
        return title, ()
    kept = title
    while len(kept) > 1 and not title_fits(form, f"{kept}…{room_for}", lines):
        kept = kept[: int(len(kept) * 0.9) - 1 if len(kept) > 9 else -1].rstrip()
    notice = Notice(
        f"title too long for its slide, shortened: {kept}…",
        hint="give the section a shorter heading",
        rule="title-long",
    )
    return kept + "…", (notice,)


def lead_box(form: Format, layout: LayoutName, lead: Bullet, drop: float = 0.0) -> TextBox | None:
    """The lead under the title, or None where it does not fit there."""
    slot = form.layout(layout).slot("lead")
    setting, fits = fit_or_least((plain_paragraph(lead.text),), slot.style, form.faces, slot.rect.w, slot.rect.h)
    if not fits:
        return None
    setting = phrased(setting, slot.style, form.faces)
    rect = aligned(slot, setting.width)
    rect = replace(rect, y=rect.y + drop)
    return placed(slot, setting, None if rect == slot.rect else rounded(rect))


@dataclass(frozen=True, slots=True)
class Framed:
    """A picture as large as its room allows, with its caption: its size, the height below it, the width of both."""

    figure: Figure
    width: float
    height: float
    below: float
    breadth: float

    @property
    def tall(self) -> float:
        """The height of picture and caption."""
        return self.height + self.below


def framed(form: Format, figure: Figure, width: float, height: float, caption: str | None = None) -> Framed:
    """The picture and its caption (or another one) within a width and height, neither distorted nor blown up."""
    text = figure.caption if caption is None else caption
    shown = replace(figure, caption=text)
    below = caption_room(form, text, width)
    for reserve in (below, _most_below(form)) if text else (0.0,):
        wide, tall = contained(figure, width, max(LEAST, height - reserve))
        breadth = max(wide, min(NARROWEST_CAPTION, width)) if text else wide
        below = caption_room(form, text, breadth)
        if tall + below <= height:
            break
    return Framed(shown, wide, tall, below, breadth)


def picture_boxes(
    form: Format, layout: LayoutName, shown: Framed, x: float, y: float, index: int | None, caption: float = 0.0
) -> list[Box]:
    """The picture at a place and its caption below, in the layout's slots `index` or free of them.

    The caption is as wide as the picture, or as `caption` says.
    """
    place = Rect(round(x, 2), round(y, 2), round(shown.width, 4), round(shown.height, 4))
    boxes: list[Box] = [PictureBox(place, shown.figure.path, shown.figure.alt, index, HAIRLINE, shown.figure.link)]
    if shown.figure.caption:
        boxes.append(_caption_box(form, layout, shown, place, index, caption or shown.breadth))
    return boxes


def _caption_box(
    form: Format, layout: LayoutName, shown: Framed, above: Rect, index: int | None, width: float
) -> TextBox:
    name: LayoutName = "Picture Grid" if index is None else layout
    slot = form.layout(name).slot("caption", index or 0)
    setting = _caption(_caption_style(form), form.faces, shown.figure.caption, width)
    rect = rounded(Rect(above.x, above.bottom + CAPTION_GAP, width, shown.below - CAPTION_GAP))
    box = placed(slot, setting, rect)
    return replace(box, role=None, name="caption") if index is None else box


def caption_room(form: Format, text: str, width: float) -> float:
    """The height that a caption needs below its picture, gap included."""
    if not text:
        return 0.0
    return CAPTION_GAP + _caption(_caption_style(form), form.faces, text, width).height / RESERVE + 0.1


def _caption_style(form: Format) -> TextStyle:
    return form.layout("Picture Grid").slot("caption").style


def _most_below(form: Format) -> float:
    style = _caption_style(form)
    return CAPTION_GAP + CAPTION_LINES * PITCH * style.leading * style.sizes[0] / RESERVE + 0.1


@lru_cache(maxsize=2_000)
def _caption(style: TextStyle, faces: Faces, text: str, width: float) -> Setting:
    """The caption on two lines at the most; what is longer is shortened, and stands in full in the notes."""
    height = (CAPTION_LINES + 0.5) * PITCH * style.leading
    kept = text
    while True:
        for size in style.sizes:
            setting = set_text((plain_paragraph(kept),), style, faces, width, size)
            if setting.height <= height * size or len(kept) <= 1:
                return setting
        kept = kept[: int(len(kept) * 0.8) - 1].rstrip() + "…" if len(kept) > 3 else "…"
