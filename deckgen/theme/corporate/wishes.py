"""What somebody says of a template: in a theme file that names it, or beside it on the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from deckgen.errors import UsageError
from deckgen.model.theme import Color, LayoutName
from deckgen.theme.fields import Fields
from deckgen.theme.files import find, read

ENDINGS = (".pptx", ".potx")
_KEYS = ("template", "layouts", "palette", "fonts")
_FONTS = ("latin", "chinese", "korean", "japanese", "mono", "heading")


@dataclass(frozen=True, slots=True)
class Wishes:
    """Which of a template's layouts serves for which of ours, by names, colours and faces to take instead of its own,
    and the file that says so.
    """

    template: str = ""
    layouts: tuple[tuple[LayoutName, str], ...] = ()
    palette: tuple[tuple[str, str], ...] = ()
    fonts: tuple[tuple[str, str], ...] = ()
    path: str = ""


NONE = Wishes()


@dataclass(frozen=True, slots=True)
class LayoutNames:
    """Which of a template's layouts serves for which of ours, by names, and where a file says so."""

    names: tuple[tuple[str, str], ...]
    path: str
    line: int = 0


Layouts = LayoutNames | Mapping[str, str] | None
"""The same from a file, from a call, or nothing."""


def _named(layouts: Layouts) -> dict[str, str]:
    return dict(layouts.names if isinstance(layouts, LayoutNames) else layouts or {})


def template_named(name: str) -> bool:
    """Whether a theme's name is the path of a template."""
    return name.casefold().endswith((*ENDINGS, ".pptm", ".potm", ".ppt", ".otp", ".odp"))


def wishes(name: str, layouts: Layouts = None) -> Wishes | None:
    """The template that a theme's name means, and what is wished of it; None for a theme that is drawn by us.

    `name` is a template's path, or that of a theme file with the key `template`. `layouts` adds to what the file says.
    Raises UsageError for what is not there, InputError for a file that says what cannot be used.
    """
    if template_named(name):
        if not Path(name).is_file():
            raise UsageError(f"template not found: {name}", hint=f"a file that ends in {' or '.join(ENDINGS)}")
        file = layouts.path if isinstance(layouts, LayoutNames) else name
        told = Fields(file, "", {"layouts": _named(layouts)})
        return Wishes(name, _layouts(told.table("layouts")), path=file)
    path = find(name)
    raw = read(path)
    if "template" not in raw:
        return None
    named = Fields(str(path), "", raw).table("layouts").raw
    fields = Fields(str(path), "", {**raw, "layouts": {**named, **_named(layouts)}})
    for key in raw:
        if key not in _KEYS:
            raise fields.error(key, "does not go with a template", f"choose one of {', '.join(_KEYS)}")
    template = fields.text("template")
    if not Path(template).is_file():
        raise fields.error("template", f"not found: {template}", f"a path from here to a {' or '.join(ENDINGS)} file")
    palette, fonts = fields.table("palette"), fields.table("fonts")
    palette.only(get_args(Color))
    fonts.only(_FONTS)
    return Wishes(
        template,
        _layouts(fields.table("layouts")),
        tuple((key, palette.colour(key)) for key in palette.raw),
        tuple((key, fonts.text(key)) for key in fonts.raw),
        str(path),
    )


def _layouts(fields: Fields) -> tuple[tuple[LayoutName, str], ...]:
    fields.only(get_args(LayoutName))
    return tuple((cast(LayoutName, key), fields.text(key)) for key in fields.raw)
