"""The stars of a review beside its slide's title."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from deckgen.layout.breaking import Style, extent
from deckgen.layout.frame import rounded
from deckgen.layout.setting import PITCH, Format
from deckgen.model import LayoutSpec, Paragraph, Rating, Rect, Run, Slot, TextBox, Theme

SIZE = 22.0
GAP = 18.0
"""Between a title and the stars, in points."""

_WORDS = {
    "zh": "{line}（实心星{full}颗，空心星{hollow}颗）",
    "ja": "{line}（塗りつぶした星{full}個、白い星{hollow}個）",
    "ko": "{line} (채운 별 {full}개, 빈 별 {hollow}개)",
}
_OTHERWISE = "{line} ({full} full stars, {hollow} hollow)"


def beside(form: Format, rating: Rating | None) -> Format:
    """The same with titles that leave room for the stars."""
    return form if rating is None else Format(_narrowed(form.theme, _width(form, rating)), form.faces)


def with_stars(form: Format, title: TextBox, rating: Rating, lang: str) -> tuple[TextBox, TextBox]:
    """The title's box, as wide as its text, and right behind it the stars, beside the middle of its lines.

    They keep to the title rather than to the slide's edge, where they would join whatever ornament a theme has there.
    """
    text, style = title.paragraphs[0].text, Style(form.faces, title.bold)
    wide = min(title.rect.w, extent(text, style, title.rect.w, title.size).widest * title.size + GAP)
    tall = PITCH * title.size * title.leading * title.lines
    y = title.rect.y + {"top": 0.0, "middle": 0.5, "bottom": 1.0}[title.anchor] * (title.rect.h - tall)
    stars = TextBox(
        rect=rounded(Rect(title.rect.x + wide, y, _width(form, rating), tall)),
        role=None,
        paragraphs=(Paragraph((Run(rating.stars),)),),
        size=SIZE,
        name="Rating",
        color="accent",
        anchor="middle",
        lines=1,
        alt=_spoken(rating, lang),
    )
    return replace(title, rect=rounded(replace(title.rect, w=wide))), stars


def _width(form: Format, rating: Rating) -> float:
    return extent((Run(rating.stars),), Style(form.faces), 1e6, SIZE).widest * SIZE + 2


def _spoken(rating: Rating, lang: str) -> str:
    """The author's line, and the stars counted: how many of them make a full score, nobody knows but the author."""
    hollow = rating.stars.count("☆")
    full = sum(char in "★⭐🌟" for char in rating.stars)
    return _WORDS.get(lang[:2], _OTHERWISE).format(line=rating.line, full=full, hollow=hollow)


@lru_cache(maxsize=64)
def _narrowed(theme: Theme, by: float) -> Theme:
    return replace(theme, layouts=tuple(_with_room(layout, by) for layout in theme.layouts))


def _with_room(layout: LayoutSpec, by: float) -> LayoutSpec:
    return replace(layout, slots=tuple(_narrower(slot, by) if slot.role == "title" else slot for slot in layout.slots))


def _narrower(slot: Slot, by: float) -> Slot:
    return replace(slot, rect=replace(slot.rect, w=max(slot.rect.w - by, slot.rect.w / 2)))
