"""The table of summits: the built-in one, and what a `summits.toml` beside the posts adds to it."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from deckgen.errors import InputError
from deckgen.model import Summit

NAME = "summits.toml"
_KEYS = ("slug", "name", "place", "year", "start", "end", "aliases", "theme")


@dataclass(frozen=True, slots=True)
class Entry:
    """An event of the table. `name` and `place` by language; `aliases` are further names of the event or the place."""

    slug: str
    name: Mapping[str, str]
    place: Mapping[str, str]
    year: int | None
    start: dt.date | None
    end: dt.date | None
    aliases: tuple[str, ...]
    theme: str

    def in_language(self, lang: str) -> Summit:
        """The event in the language of a deck, such as `zh-CN`."""
        names = tuple(dict.fromkeys((*self.name.values(), *self.calls)))
        return Summit(
            self.slug,
            _said(self.name, lang),
            _said(self.place, lang),
            self.year,
            self.start,
            self.end,
            self.theme,
            names,
        )

    @property
    def calls(self) -> tuple[str, ...]:
        """Everything that the place may be called in a text."""
        return tuple(dict.fromkeys((*self.place.values(), *self.aliases)))


def table_with(folders: Iterable[Path]) -> tuple[Entry, ...]:
    """The built-in table, and those in the folders on top of it. Raises InputError for a table that is broken."""
    entries = {entry.slug: entry for entry in _built_in()}
    for folder in folders:
        file = folder / NAME
        if file.is_file():
            # What stands beside the posts is asked first.
            own = {entry.slug: entry for entry in _read(file)}
            entries = own | {slug: entry for slug, entry in entries.items() if slug not in own}
    return tuple(entries.values())


def slug_of(name: str) -> str:
    """A name for a file: lower case, words joined by hyphens, letters of any script kept."""
    return re.sub(r"[\W_]+", "-", name.lower()).strip("-")[:80].strip("-") or "deck"


@cache
def _built_in() -> tuple[Entry, ...]:
    return _read(Path(__file__).with_name(NAME))


def _read(file: Path) -> tuple[Entry, ...]:
    try:
        loaded = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as flaw:
        raise _unusable(f"table of summits cannot be read: {flaw}", str(file), "it is a TOML file") from None
    rows = loaded.get("summit", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _unusable("table of summits has no [[summit]]", str(file), "begin each event with [[summit]]")
    return tuple(_entry(row, str(file)) for row in rows)


def _entry(row: Mapping[str, object], path: str) -> Entry:
    unknown = [key for key in row if key not in _KEYS]
    if unknown:
        raise _unusable(f"unknown key in the table of summits: {unknown[0]}", path, f"known: {', '.join(_KEYS)}")
    name, place = _by_language(row.get("name", "")), _by_language(row.get("place", ""))
    start, end = _day(row, "start", path), _day(row, "end", path)
    year = row.get("year", start.year if start else None)
    if not isinstance(year, int | None):
        raise _unusable(f"year is not a number: {year}", path, "write year = 2016")
    aliases = row.get("aliases", [])
    if not isinstance(aliases, list):
        raise _unusable("aliases is not a list", path, 'write aliases = ["name", "other name"]')
    words = next(iter((*place.values(), *name.values())), "")
    slug = str(row.get("slug", "")) or slug_of(f"{words} {year or ''}")
    if not name and not place:
        raise _unusable(f"event without a name: {slug}", path, "give it a name or a place")
    return Entry(slug_of(slug), name, place, year, start, end, tuple(map(str, aliases)), str(row.get("theme", "")))


def _unusable(message: str, path: str, hint: str) -> InputError:
    return InputError(message, path=path, hint=hint, rule="post-setting")


def _by_language(value: object) -> dict[str, str]:
    if isinstance(value, dict):
        return {str(lang): str(text) for lang, text in value.items() if str(text)}
    return {"en": str(value)} if str(value) else {}


def _day(row: Mapping[str, object], key: str, path: str) -> dt.date | None:
    value = row.get(key)
    if isinstance(value, str):
        try:
            value = dt.date.fromisoformat(value)
        except ValueError:
            value = str(value)
    if isinstance(value, dt.datetime):
        return value.date()
    if value is None or isinstance(value, dt.date):
        return value
    raise _unusable(f"{key} is not a date: {value}", path, f"write {key} = 2016-10-25")


def _said(texts: Mapping[str, str], lang: str) -> str:
    base = lang.split("-", maxsplit=1)[0]
    return texts.get(lang) or texts.get(base) or texts.get("en") or next(iter(texts.values()), "")
