"""The table of summits: the built-in one, and what a `summits.toml` beside the posts adds to it."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from deckgen import toml
from deckgen.errors import InputError
from deckgen.model import Notice, Source, Summit

NAME = "summits.toml"
RULE = "post-setting"
_EVENT = "summit"
_KEYS = ("slug", "name", "place", "year", "start", "end", "aliases", "theme")


@dataclass(frozen=True, slots=True)
class Entry:
    """An event of the table. `name` and `place` by language; `aliases` are further names of the event or the place.

    `source` is where its theme is named.
    """

    slug: str
    name: Mapping[str, str]
    place: Mapping[str, str]
    year: int | None
    start: dt.date | None
    end: dt.date | None
    aliases: tuple[str, ...]
    theme: str
    source: Source

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


def table_with(folders: Iterable[Path]) -> tuple[tuple[Entry, ...], tuple[Notice, ...]]:
    """The built-in table with those in the folders on top of it, and what is wrong in these."""
    entries = {entry.slug: entry for entry in _built_in()}
    notices: list[Notice] = []
    for folder in folders:
        file = folder / NAME
        if file.is_file():
            read, doubts = _read(file)
            # What stands beside the posts is asked first.
            own = {entry.slug: entry for entry in read}
            entries = own | {slug: entry for slug, entry in entries.items() if slug not in own}
            notices += doubts
    return tuple(entries.values()), tuple(notices)


def slug_of(name: str) -> str:
    """A name for a file: lower case, words joined by hyphens, letters of any script kept."""
    return re.sub(r"[\W_]+", "-", name.lower()).strip("-")[:80].strip("-") or "deck"


@cache
def _built_in() -> tuple[Entry, ...]:
    return _read(Path(__file__).with_name(NAME))[0]


def _read(file: Path) -> tuple[tuple[Entry, ...], tuple[Notice, ...]]:
    """The events of a table, and what is wrong in it: one slip of the pen costs no other event."""
    try:
        loaded = toml.parsed(file, RULE)
    except InputError as error:
        return (), (replace(error.notice, lost=True),)
    rows = loaded.get(_EVENT, [])
    notices = [
        Notice(f"unknown key: {key}", str(file), toml.line_of(file, key), "begin each event with [[summit]]", rule=RULE)
        for key in loaded
        if key != _EVENT
    ]
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        place = toml.line_of(file, _EVENT)
        return (), (Notice("summit is no event", str(file), place, "begin each event with [[summit]]", True, RULE),)
    events = [_Row(file, number, row) for number, row in enumerate(rows)]
    entries = [entry for event in events if (entry := event.entry())]
    return tuple(entries), (*notices, *(notice for event in events for notice in event.notices))


class _Row:
    """An event as it is written; `notices` has what could not be understood, once `entry` has been asked for."""

    def __init__(self, file: Path, number: int, row: Mapping[str, object]) -> None:
        self.file, self.number, self.row = file, number, row
        self.notices: list[Notice] = []

    def entry(self) -> Entry | None:
        """The event with all that could be understood; None for one without a name."""
        for key in self.row:
            if key not in _KEYS:
                self._doubt(key, f"unknown key: {key}", toml.choices(key, _KEYS))
        name, place = _by_language(self.row.get("name", "")), _by_language(self.row.get("place", ""))
        start, end = self._day("start"), self._day("end")
        year = self._year() or (start.year if start else None)
        words = next(iter((*place.values(), *name.values())), "")
        slug = slug_of(str(self.row.get("slug", "")) or f"{words} {year or ''}")
        if not words:
            self._doubt("", "the event has no name", "give it a name or a place", lost=True)
            return None
        place_of_theme = Source(str(self.file), line := self._line("theme"), line)
        theme = str(self.row.get("theme", ""))
        return Entry(slug, name, place, year, start, end, self._aliases(), theme, place_of_theme)

    def _year(self) -> int | None:
        year = self.row.get("year")
        if isinstance(year, int) and not isinstance(year, bool):
            return year
        if year is not None:
            self._doubt("year", f"year is not a number: {year}", "write year = 2016")
        return None

    def _aliases(self) -> tuple[str, ...]:
        aliases = self.row.get("aliases", [])
        if isinstance(aliases, list):
            return tuple(map(str, aliases))
        self._doubt("aliases", "aliases is not a list", 'write aliases = ["name", "other name"]')
        return (str(aliases),)

    def _day(self, key: str) -> dt.date | None:
        value = self.row.get(key)
        if isinstance(value, str):
            with contextlib.suppress(ValueError):
                value = dt.date.fromisoformat(value)
        if isinstance(value, dt.datetime):
            return value.date()
        if value is None or isinstance(value, dt.date):
            return value
        self._doubt(key, f"{key} is not a date: {value}", f"write {key} = 2016-10-25")
        return None

    def _doubt(self, key: str, message: str, hint: str, *, lost: bool = False) -> None:
        self.notices.append(Notice(message, str(self.file), self._line(key), hint, lost, RULE))

    def _line(self, key: str) -> int:
        return toml.line_of(self.file, _EVENT, str(self.number), key)


def _by_language(value: object) -> dict[str, str]:
    if isinstance(value, dict):
        return {str(lang): str(text) for lang, text in value.items() if str(text)}
    return {"en": str(value)} if str(value) else {}


def _said(texts: Mapping[str, str], lang: str) -> str:
    base = lang.split("-", maxsplit=1)[0]
    return texts.get(lang) or texts.get(base) or texts.get("en") or next(iter(texts.values()), "")
