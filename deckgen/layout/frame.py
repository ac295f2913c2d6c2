"""The grid that a theme's layouts span, and boxes that every page shares: title, lead, pictures, captions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from deckgen.layout.badness import Terms
from deckgen.layout.breaking import Faces
from deckgen.layout.setting import PITCH, RESERVE, Format, Setting, fit_or_least, placed, plain_paragraph, set_text
from deckgen.model import Box, Bullet, Figure, Notice, PictureBox, Rect, Slot, TextBox, TextStyle
from deckgen.model.theme import LayoutName

LARGEST_PIXEL = 0.75 * 1.5
"""Points a pixel may take: 1.5 times its size on a screen of 96 dots an inch."""

CAPTION_GAP, CAPTION_LINES = 6.0, 2
NARROWEST_CAPTION = 120.0
TITLE_OVERHANG = 2.0
LEAD_HEIGHT = 47.0


@dataclass(frozen=True, slots=True)
class Area:
    """The room for a page's content, and the gutter between its columns."""

    rect: Rect
    gutter: float

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
    notices: tuple[Notice, ...] = ()


def area_of(form: Format, lead: bool) -> Area:
    """The content's room, which begins higher on a page without a lead."""
    body = form.layout("Title and Content").slot("body").rect
    two = form.layout("Two Content")
    gutter = two.slot("body", 1).rect.x - two.slot("body", 0).rect.right
    top = body.y if lead else form.layout("Picture with Caption").slot("picture").rect.y
    return Area(Rect(body.x, top, body.w, body.bottom - top), gutter)


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
    """The title in its slot, on one line where that can be, else on two; `shortened` has made sure that it fits."""
    slot, rect = _title_room(form, layout)
    setting, _ = fit_or_least((plain_paragraph(title),), slot.style, form.faces, rect.w, rect.h)
    return placed(slot, setting, rect)


def title_fits(form: Format, title: str) -> bool:
    """Whether a title fits a content page at some size."""
    slot, rect = _title_room(form, "Title and Content")
    return fit_or_least((plain_paragraph(title),), slot.style, form.faces, rect.w, rect.h)[1]


def shortened(form: Format, title: str, room_for: str = "") -> tuple[str, tuple[Notice, ...]]:
    """A title that fits with `room_for` after it, and a notice where it had to be cut for that."""
    if title_fits(form, title + room_for):
        return title, ()
    kept = title
    while len(kept) > 1 and not title_fits(form, f"{kept}…{room_for}"):
        kept = kept[: int(len(kept) * 0.9) - 1 if len(kept) > 9 else -1].rstrip()
    notice = Notice(f"title too long for its slide, shortened: {kept}…", hint="give the section a shorter heading")
    return kept + "…", (notice,)


def _title_room(form: Format, layout: LayoutName) -> tuple[Slot, Rect]:
    slot = form.layout(layout).slot("title")
    return slot, replace(slot.rect, y=slot.rect.y - TITLE_OVERHANG, h=slot.rect.h + TITLE_OVERHANG)


def lead_box(form: Format, layout: LayoutName, lead: Bullet) -> TextBox | None:
    """The lead under the title, or None where it does not fit there."""
    slot = form.layout(layout).slot("lead")
    rect = replace(slot.rect, h=LEAD_HEIGHT)
    setting, fits = fit_or_least((plain_paragraph(lead.text),), slot.style, form.faces, rect.w, rect.h)
    return placed(slot, setting, rect) if fits else None


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
    for reserve in (below, _most_below(form)):
        wide, tall = contained(figure, width, height - reserve)
        breadth = max(wide, min(NARROWEST_CAPTION, width)) if text else wide
        below = caption_room(form, text, breadth)
        if tall + below <= height:
            break
    return Framed(shown, wide, tall, below, breadth)


def picture_boxes(form: Format, layout: LayoutName, shown: Framed, x: float, y: float, index: int | None) -> list[Box]:
    """The picture at a place and its caption below, in the layout's slots `index` or free of them."""
    place = Rect(round(x, 2), round(y, 2), round(shown.width, 4), round(shown.height, 4))
    boxes: list[Box] = [PictureBox(place, shown.figure.path, shown.figure.alt, index)]
    if shown.figure.caption:
        boxes.append(_caption_box(form, layout, shown, place, index))
    return boxes


def _caption_box(form: Format, layout: LayoutName, shown: Framed, above: Rect, index: int | None) -> TextBox:
    name: LayoutName = "Picture Grid" if index is None else layout
    slot = form.layout(name).slot("caption", index or 0)
    setting = _caption(_caption_style(form), form.faces, shown.figure.caption, shown.breadth)
    rect = rounded(Rect(above.x, above.bottom + CAPTION_GAP, shown.breadth, shown.below - CAPTION_GAP))
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
