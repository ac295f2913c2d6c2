"""Patterns from word lists, so that the lists can be read; compiled when they are first asked."""

from __future__ import annotations

import re
from typing import Any, cast

REMEMBERED = 512
"""What is asked of a clause again and again, for each of its neighbours, is remembered for so many clauses."""

_PREFIX = re.compile(r"[^(\[?\\]*")


class _Late:
    """Stands for a pattern until it is used: to compile all of this room's would take half of its import."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        """A method of the compiled pattern, which from now on stands for this one."""
        compiled = re.compile(self.pattern, self.flags)
        for method in ("match", "search", "fullmatch", "findall", "finditer", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        object.__setattr__(self, "__class__", _Compiled)
        return getattr(self, name)


class _Compiled:
    """A pattern after its first use; without `__getattr__` Python finds its methods at once."""


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when it is first used."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


def one_of(words: str) -> str:
    """The white-space separated words as a group of alternatives, those with the longest plain beginning first."""

    def plain(word: str) -> int:
        match = _PREFIX.match(word)
        return len(match.group()) if match else 0

    return "(?:" + "|".join(sorted(words.split(), key=plain, reverse=True)) + ")"


def spread(heads: str, tail: str) -> str:
    """The white-space separated heads, each with the tail, as alternatives.

    A search passes over a text most quickly where every alternative begins with a letter of its own.
    """
    return "|".join(head + tail for head in heads.split())


def words(*parts: str) -> re.Pattern[str]:
    """A pattern of word lists and plain pattern parts; a part with a space or a line break in it is a word list."""
    return late("".join(one_of(part) if " " in part or "\n" in part else part for part in parts))


def word_set(words: str) -> frozenset[str]:
    """The white-space separated words as a set."""
    return frozenset(words.split())
