"""What a run found and made: values for callers, and for the command line to print."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from deckgen.model import Deck, Notice, Post

ALONE = "title alone"
"""The rule by which a post comes to a summit that nothing names."""


@dataclass(frozen=True, slots=True)
class PlannedDeck:
    """A deck in words, with the posts it tells of and the rule by which each came to its summit."""

    deck: Deck
    posts: tuple[Post, ...]
    rules: tuple[str, ...]

    @property
    def alone(self) -> tuple[Notice, ...]:
        """A warning for each post of which nothing says to which summit it belongs."""
        message = "nothing says which summit the post belongs to: it gets a deck of its own"
        hint = "name it by `summit:` in the front matter, in a summits.toml, or by the folder's name"
        posts = (post for post, rule in zip(self.posts, self.rules, strict=True) if rule == ALONE)
        return tuple(Notice(message, post.path, 1, hint, rule="summit-unknown") for post in posts)


@dataclass(frozen=True, slots=True)
class Outline:
    """All decks that a run would make. `notices` has every warning, those of the posts included."""

    decks: tuple[PlannedDeck, ...]
    notices: tuple[Notice, ...]

    @property
    def exit_code(self) -> int:
        """0, or 1 where some input could not be used."""
        return int(any(notice.lost for notice in self.notices))


@dataclass(frozen=True, slots=True)
class BuiltDeck:
    """A deck that was written, with what it holds and the seconds it took.

    `sources` are its posts by their paths, each with the rule by which it came to this summit.
    """

    path: Path
    pdf: Path | None
    title: str
    posts: int
    slides: int
    pictures: int
    warnings: int
    seconds: float
    sources: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Built:
    """All decks that a run made, and every warning."""

    decks: tuple[BuiltDeck, ...]
    notices: tuple[Notice, ...]

    @property
    def exit_code(self) -> int:
        """0, or 1 where some input could not be used."""
        return int(any(notice.lost for notice in self.notices))
