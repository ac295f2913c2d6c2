"""TOML that people write by hand: theme files, a `deckgen.toml`, tables of summits. What it says, and on which line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from deckgen.errors import InputError

_PART = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")
_NAME = r"(?:\"[^\"]*\"|'[^']*'|[\w-]+)"
_NAMES = rf"\s*({_NAME}(?:\s*\.\s*{_NAME})*)\s*"
_TABLE = re.compile(rf"\s*(\[\[?){_NAMES}\]")
_KEY = re.compile(rf"{_NAMES}=")
_AT = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")


def parsed(path: Path, rule: str) -> dict[str, Any]:
    """The tables of a TOML file. Raises InputError of that rule where it is none, or cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        hint = "save it in UTF-8" if isinstance(error, UnicodeDecodeError) else ""
        raise InputError("cannot be read as UTF-8 text", path=str(path), hint=hint, rule=rule) from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        at = _AT.search(said)
        flaw, line = (said[: at.start()], int(at[1] or text.count("\n") + 1)) if at else (said, 0)
        message = f"not valid TOML: {flaw[:1].lower()}{flaw[1:]}"
        raise InputError(message, path=str(path), line=line, rule=rule) from error
    except RecursionError as error:
        raise InputError("tables within tables too deep", path=str(path), rule=rule) from error


def line_of(path: str | Path, *key: str) -> int:
    """The line on which a key stands, counted from 1; that of the table around it where the key has none of its own.

    Tables of one name are told apart by a number after it, from 0: `line_of(path, "summit", "1", "start")`. 0 where
    the file does not say it, or cannot be read.
    """
    try:
        places = _places(Path(path).read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        return 0
    whole = next((key[:length] for length in range(len(key), 0, -1) if key[:length] in places), ())
    return places.get(whole, 0)


def _places(text: str) -> dict[tuple[str, ...], int]:
    places: dict[tuple[str, ...], int] = {}
    counts: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    within = False  # a text of several lines
    for number, line in enumerate(text.split("\n"), 1):
        if not within and (head := _TABLE.match(line)):
            table = _parts(head[2])
            places.setdefault(table, number)
            if head[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, str(counts[table]))
            elif len(table) > 1 and table[:1] in counts:
                table = (table[0], str(counts[table[:1]]), *table[1:])
            places.setdefault(table, number)
        elif not within and (key := _KEY.match(line)):
            places.setdefault((*table, *_parts(key[1])), number)
        within ^= (line.count('"""') + line.count("'''")) % 2 == 1
    return places


def _parts(names: str) -> tuple[str, ...]:
    return tuple("".join(found) for found in _PART.findall(names))


def choices(wrong: str, known: Iterable[str]) -> str:
    """A hint for a name that nobody knows: all that there are, first the one that was probably meant."""
    names = tuple(known)
    lower = {name.casefold(): name for name in names}
    near = get_close_matches(wrong.casefold(), lower, n=1, cutoff=0.7)
    meant = f"did you mean {lower[near[0]]}? " if near else ""
    return f"{meant}choose one of {', '.join(names)}"
