"""Reading the tables of a theme file or a `deckgen.toml`, with errors that name the file, the key and the choices."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from deckgen import toml
from deckgen.errors import InputError

Range = tuple[float, float]
ANY: Range = (0.0, 5000.0)
"""Points: PowerPoint's largest slide is 56 inches, which is 4,032 of them."""

RULE = "setting-unusable"
"""The rule of whatever such a file says that cannot be used."""

_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Fields:
    """A table of the file `path`; `at` is its dotted key, for messages."""

    path: str
    at: str
    raw: dict[str, Any]

    def error(self, key: str, message: str, hint: str = "") -> InputError:
        """An error about one key of this table."""
        line = toml.line_of(self.path, *(self.at.split(".") if self.at else ()), key)
        return InputError(f"{self._key(key)}: {message}", path=self.path, line=line, hint=hint, rule=RULE)

    def only(self, known: Iterable[str]) -> None:
        """Raises InputError for a key that means nothing here, so that a slip of the pen is not passed over."""
        choices = tuple(known)
        for key in self.raw:
            if key not in choices:
                raise self.error(key, "unknown key", toml.choices(key, choices))

    def table(self, key: str) -> Fields:
        """The table below `key`; an absent one is empty."""
        value = self.raw.get(key, {})
        if not isinstance(value, dict):
            raise self.error(key, "not a table")
        return Fields(self.path, self._key(key), value)

    def tables(self) -> Iterable[tuple[str, Fields]]:
        """All tables below this one, in the file's order."""
        return ((key, self.table(key)) for key in self.raw)

    def text(self, key: str, default: str | None = None, choices: Iterable[str] = ()) -> str:
        """A string, one of `choices` where there are any."""
        value = self._value(key, default)
        known = tuple(choices)
        if known and value not in known:
            raise self.error(key, f"unknown: {value}", toml.choices(str(value), known))
        if not isinstance(value, str) or not value.strip():
            raise self.error(key, "not a text")
        return value

    def flag(self, key: str) -> bool:
        """True or false; an absent one is false."""
        value = self.raw.get(key, False)
        if not isinstance(value, bool):
            raise self.error(key, f"not true or false: {value}")
        return value

    def number(self, key: str, default: float | None = None, between: Range = ANY) -> float:
        """A number within a range, its ends included."""
        return self._number(key, self._value(key, default), between)

    def numbers(self, key: str, count: int = 0, between: Range = ANY) -> tuple[float, ...]:
        """A list of numbers within a range: `count` of them, or any number above none."""
        value = self._value(key, None)
        if not isinstance(value, list) or not value or (count and len(value) != count):
            raise self.error(key, f"not a list of {count or 'some'} numbers")
        return tuple(self._number(key, item, between) for item in value)

    def colour(self, key: str) -> str:
        """A colour as RRGGBB in capitals."""
        return self._colour(key, self._value(key, None))

    def colours(self, key: str) -> tuple[str, ...]:
        """A list of at least one colour."""
        value = self._value(key, None)
        if not isinstance(value, list) or not value:
            raise self.error(key, "not a list of colours")
        return tuple(self._colour(key, item) for item in value)

    def _key(self, key: str) -> str:
        return f"{self.at}.{key}" if self.at else key

    def _value(self, key: str, default: object) -> Any:
        value = self.raw.get(key, default)
        if value is None:
            raise self.error(key, "missing", "add it, or extend a theme that has it")
        return value

    def _number(self, key: str, value: object, between: Range) -> float:
        least, most = between
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            raise self.error(key, f"not a number from {least:g} to {most:g}: {str(value)[:40]}")
        return float(value)

    def _colour(self, key: str, value: object) -> str:
        if not isinstance(value, str) or not _COLOUR.fullmatch(value):
            raise self.error(key, f"not a colour: {value}", "six hexadecimal digits, such as C2410C")
        return value.upper()
