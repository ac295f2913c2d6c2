"""The grid that a theme's layouts span, and boxes that every page shares: title, lead, pictures, captions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckgen.layout.badness import Terms
from deckgen.layout.setting import Format, fit_or_least, placed, plain_paragraph
from deckgen.model import Box, Bullet, Figure, Notice, PictureBox, Rect, TextBox
from deckgen.model.theme import LayoutName

LARGEST_PIXEL = 0.75 * 1.5
"""Points a pixel may take: 1.5 times its size on a screen of 96 dots an inch."""

CAPTION_GAP = 6.0
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


def picture(figure: Figure, rect: Rect, index: int | None) -> PictureBox:
    """The picture at a place."""
    return PictureBox(rounded(rect), figure.path, figure.alt, index)


def rounded(rect: Rect) -> Rect:
    """Hundredths of a point are enough, and print well."""
    return Rect(round(rect.x, 2), round(rect.y, 2), round(rect.w, 2), round(rect.h, 2))


def head(form: Format, layout: LayoutName, title: str) -> tuple[TextBox, tuple[Notice, ...]]:
    """The title in its slot, on one line where that can be, else on two; one that fits nowhere is shortened."""
    slot = form.layout(layout).slot("title")
    rect = replace(slot.rect, y=slot.rect.y - TITLE_OVERHANG, h=slot.rect.h + TITLE_OVERHANG)
    text = title
    notices: tuple[Notice, ...] = ()
    setting, fits = fit_or_least((plain_paragraph(title),), slot.style, form.faces, rect.w, rect.h)
    while not fits:
        notices = (
            Notice(
                f"title too long for its slide, shortened: {title[:40]}…", hint="give the section a shorter heading"
            ),
        )
        text = text[: int(len(text) * 0.85) - 1].rstrip()
        setting, fits = fit_or_least((plain_paragraph(text + "…"),), slot.style, form.faces, rect.w, rect.h)
    return placed(slot, setting, rect), notices


def lead_box(form: Format, layout: LayoutName, lead: Bullet) -> TextBox | None:
    """The lead under the title, or None where it does not fit there."""
    slot = form.layout(layout).slot("lead")
    rect = replace(slot.rect, h=LEAD_HEIGHT)
    setting, fits = fit_or_least((plain_paragraph(lead.text),), slot.style, form.faces, rect.w, rect.h)
    return placed(slot, setting, rect) if fits else None


def caption_box(form: Format, layout: LayoutName, text: str, below: Rect, index: int, role_free: bool) -> TextBox:
    """A caption under a picture, as wide as the picture; in the slot `index`, or free where the layout has none."""
    slot = form.layout(layout).slot("caption", 0 if role_free else index)
    width = max(below.w, 120.0)
    setting, _ = fit_or_least((plain_paragraph(text),), slot.style, form.faces, width, 3 * 15.0)
    rect = rounded(Rect(below.x, below.bottom + CAPTION_GAP, width, setting.height / 0.97 + 1))
    box = placed(slot, setting, rect)
    return replace(box, role=None, name="caption") if role_free else box


def caption_room(form: Format, text: str, width: float) -> float:
    """The height that a caption needs below its picture, gap included."""
    if not text:
        return 0.0
    slot = form.layout("Picture Grid").slot("caption")
    setting, _ = fit_or_least((plain_paragraph(text),), slot.style, form.faces, max(width, 120.0), 3 * 15.0)
    return CAPTION_GAP + setting.height / 0.97 + 1
