"""From what was found in a template to a Theme that decks can be laid out with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast, get_args

from deckgen.model import FoundLayout, Holder, Notice, Palette, Template, Theme
from deckgen.model.theme import LayoutName
from deckgen.theme import contrast
from deckgen.theme.corporate import colours
from deckgen.theme.corporate.frame import Frame, area_of, body_of, gutter_of
from deckgen.theme.corporate.matching import Choice, choices, missing, parts_of
from deckgen.theme.corporate.scaled import scale_of, template_in
from deckgen.theme.corporate.slots import spec
from deckgen.theme.corporate.wishes import NONE, Wishes

LEAST_AREA = (300.0, 200.0)
"""Width and height that the room for content must have, in points of a slide 540 points high."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A theme made of a template, the layouts chosen and why, and what is to be warned of."""

    theme: Theme
    choices: tuple[Choice, ...]
    notices: tuple[Notice, ...]


def fitted(template: Template, wishes: Wishes = NONE) -> Fitted:
    """The template as a theme: its geometry, its type and colours, our layouts on its own.

    Lengths are in points of a slide 540 points high (Theme.scale). Raises InputError where no layout has a title, or
    where a wish names a layout that is not there.
    """
    scale = scale_of(template.canvas)
    there = template_in(template, scale)
    chosen = choices(there, dict(wishes.layouts), wishes.path or template.path)
    main = chosen["Title and Content"].layout
    master = there.masters[main.master]
    palette = _palette(main, there, wishes)
    fonts = replace(master.fonts, **dict(wishes.fonts))
    area = area_of(main, there.canvas)
    frame = Frame(there.canvas, area, gutter_of(chosen["Two Content"].layout), fonts, palette)
    known = cast(tuple[LayoutName, ...], get_args(LayoutName))
    layouts = tuple(spec(name, chosen[name].layout, frame) for name in known)
    link = dict(master.colors).get("hlink", palette.ink)
    grounds = (palette.ground, palette.surface, *main.shades)
    plain_links = any(contrast.ratio(link, under) < contrast.NORMAL for under in grounds)
    theme = Theme(Path(template.path).stem, palette, fonts, there.canvas, layouts, scale, plain_links)
    notices = (*missing(chosen, template, wishes.path), *_narrow(frame, template))
    return Fitted(theme, tuple(chosen[name] for name in known), notices)


def _palette(main: FoundLayout, template: Template, wishes: Wishes) -> Palette:
    body: Holder | None = body_of(parts_of(main))
    ink = body.levels[0].color if body else ""
    made = colours.palette(dict(template.masters[main.master].colors), main.ground, ink, main.shades)
    if not wishes.palette:
        return made
    kept = tuple(pair for pair in made.scheme or () if pair[0] not in dict(wishes.palette))
    wished = replace(made, scheme=kept, **cast(dict[str, Any], dict(wishes.palette)))
    contrast.check_palette(wished, wishes.path)
    return wished


def _narrow(frame: Frame, template: Template) -> tuple[Notice, ...]:
    if frame.area.w >= LEAST_AREA[0] and frame.area.h >= LEAST_AREA[1]:
        return ()
    told = f"the template leaves little room for content: {frame.area.w:.0f} x {frame.area.h:.0f} points"
    return (Notice(told, template.path, hint="make the placeholder of its main layout larger", rule="template-unfit"),)
