"""What holds for every run: the choices in a `deckgen.toml` beside the posts, or in the current folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from deckgen import toml
from deckgen.model import Detail
from deckgen.model.theme import LayoutName
from deckgen.theme import LayoutNames, names
from deckgen.theme.fields import RULE, Fields

FILE = "deckgen.toml"
SIZES = ("16:9", "4:3")
_KEYS = ("theme", "template", "layouts", "summit", "detail", "size", "dark")


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of a file; None where it says nothing. `theme` and `template` are names or paths from here."""

    theme: str | None = None
    template: str | None = None
    layouts: LayoutNames | None = None
    summit: str | None = None
    detail: Detail | None = None
    size: str | None = None
    dark: bool = False


def settings(paths: Iterable[Path]) -> Settings:
    """What the first `deckgen.toml` says: beside the posts in `paths` (files or folders), else in the current folder.

    Raises InputError, naming file, key and choices, for one that says what cannot be used.
    """
    folders = [path if path.is_dir() else path.parent for path in paths]
    for folder in dict.fromkeys([*folders, Path()]):
        if (folder / FILE).is_file():
            return _read(folder / FILE)
    return Settings()


def _read(path: Path) -> Settings:
    fields = Fields(str(path), "", toml.parsed(path, RULE))
    fields.only(_KEYS)
    if {"theme", "template"} <= fields.raw.keys():
        raise fields.error("template", "there is a theme too", "a theme file may name its template; keep one of them")
    layouts = fields.table("layouts")
    layouts.only(get_args(LayoutName))
    return Settings(
        _theme(fields, path),
        _template(fields, path),
        _layout_names(layouts) if layouts.raw else None,
        fields.text("summit") if "summit" in fields.raw else None,
        cast(Detail, fields.text("detail", choices=get_args(Detail))) if "detail" in fields.raw else None,
        fields.text("size", choices=SIZES) if "size" in fields.raw else None,
        fields.flag("dark"),
    )


def _layout_names(layouts: Fields) -> LayoutNames:
    names = tuple((key, layouts.text(key)) for key in layouts.raw)
    return LayoutNames(names, layouts.path, toml.line_of(layouts.path, "layouts"))


def _template(fields: Fields, path: Path) -> str | None:
    """The path of the template, which is written from where the settings lie."""
    if "template" not in fields.raw:
        return None
    told = path.parent / fields.text("template")
    if not told.is_file():
        raise fields.error("template", f"not found: {told}", f"a path from {path.parent}/ to a .pptx or .potx file")
    return str(told)


def _theme(fields: Fields, path: Path) -> str | None:
    """A built-in theme by its name, or the path of a theme file, from where the settings lie."""
    if "theme" not in fields.raw:
        return None
    told = fields.text("theme")
    if told in names():
        return told
    if not (path.parent / told).exists():
        raise fields.error("theme", f"unknown: {told}", f"{toml.choices(told, names())}, or give a theme file")
    return str(path.parent / told)
