"""Patterns from word lists, so that the lists can be read."""

from __future__ import annotations

import re

_PREFIX = re.compile(r"[^(\[?\\]*")


def one_of(words: str) -> str:
    """The white-space separated words as a group of alternatives, those with the longest plain beginning first."""

    def plain(word: str) -> int:
        match = _PREFIX.match(word)
        return len(match.group()) if match else 0

    return "(?:" + "|".join(sorted(words.split(), key=plain, reverse=True)) + ")"


def words(*parts: str) -> re.Pattern[str]:
    """A pattern of word lists and plain pattern parts; a part with a space or a line break in it is a word list."""
    return re.compile("".join(one_of(part) if " " in part or "\n" in part else part for part in parts))


def word_set(words: str) -> frozenset[str]:
    """The white-space separated words as a set."""
    return frozenset(words.split())
