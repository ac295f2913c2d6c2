"""Posts and decks as they lie on the disk -> everything that is wrong with them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen import layout, posts
from deckgen import theme as looks
from deckgen.check import (
    Checked,
    Finding,
    cut_off,
    file_links,
    of_deck,
    of_posts,
    of_render,
    sizes,
    slide_pictures,
)
from deckgen.errors import InputError, UsageError
from deckgen.export.typefaces import typefaces
from deckgen.export.words import ShownPage, to_words
from deckgen.model import Post, Progress
from deckgen.pictures.dimensions import dimensions
from deckgen.pictures.edges import runs_off
from deckgen.plan import outline

if TYPE_CHECKING:
    from deckgen.render.reading import Presentation

DECKS = (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx")
USUAL = ("posts", "decks")
"""The folders that are looked at where none is named."""

_ENDINGS = f"posts end in {', '.join(posts.ENDINGS)}, decks in {', '.join(DECKS)}"


def check(paths: Sequence[str | Path] = (), *, render: bool = False, progress: Progress | None = None) -> Checked:
    """What is wrong with posts and decks, before an audience sees it. Nothing is written.

    `paths` are posts, decks of any program (.pptx), or folders of either; without any, those of `posts` and `decks`
    that are there. With `render`, LibreOffice shows each deck, and what it shows is compared with what is written.
    Raises UsageError for a path that is not there and where there is nothing to check, and ToolMissingError where
    `render` lacks a program.
    """
    given = _given(paths)
    decks = tuple(_decks(given))
    with_posts = [path for path in given if Path(path).is_dir() or not _is_deck(path)]
    has_posts = bool(with_posts and posts.find(with_posts))
    if not has_posts and not decks:
        raise UsageError(f"nothing to check in {', '.join(given)}", hint=_ENDINGS)
    read, findings = _check_posts(with_posts, progress) if has_posts else ((), ())
    pages, failed = _rendered(decks, progress) if render and decks else ({}, {})
    installed = typefaces() if decks else None
    weights = []
    for number, path in enumerate(decks, 1):
        found, size = _check_deck(path, installed, pages.get(path))
        findings += (*found, *failed.get(path, ()))
        weights.append((path, size))
        if progress and not render:
            progress(path, number, len(decks))
    return Checked(read, decks, findings, tuple(weights))


def _given(paths: Sequence[str | Path]) -> list[str]:
    named = [os.fspath(path) for path in paths] or [path for path in USUAL if Path(path).is_dir()]
    if not named:
        raise UsageError(f"no folder named {' or '.join(USUAL)} here", hint="name posts, decks, or folders of them")
    for path in named:
        if not Path(path).exists():
            raise UsageError("no such file or folder", path=path, hint="name posts, decks, or folders of them")
        if Path(path).is_file() and not _is_deck(path) and not path.lower().endswith(posts.ENDINGS):
            raise UsageError("neither a post nor a deck", path=path, hint=_ENDINGS)
    return named


def _is_deck(path: str) -> bool:
    """By the ending; `~$name.pptx` is what PowerPoint leaves beside an open deck."""
    return path.lower().endswith(DECKS) and not Path(path).name.startswith(("~$", "."))


def _decks(given: Iterable[str]) -> Iterator[str]:
    """The decks that the paths name, each once, in the order given; hidden files and folders are passed over."""
    seen: set[str] = set()
    for path in given:
        for deck in _below(path) if Path(path).is_dir() else [path] if _is_deck(path) else []:
            real = os.path.realpath(deck)
            if real not in seen:
                seen.add(real)
                yield deck


def _below(given: str) -> Iterator[str]:
    for folder, below, names in os.walk(given):
        below[:] = sorted(name for name in below if not name.startswith("."))
        yield from (str(Path(folder) / name) for name in sorted(names) if _is_deck(name))


def _check_posts(paths: Sequence[str], progress: Progress | None) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    found = outline(paths, progress=progress)
    pages = [layout.arrange(planned.deck, looks.load(planned.deck.theme)) for planned in found.decks]
    every = [post for planned in found.decks for post in planned.posts]
    texts = {post.path: Path(post.path).read_bytes().decode("utf-8", "replace") for post in every}
    exists = {post.path: frozenset(_present(post)) for post in every}
    return tuple(post.path for post in every), of_posts(found, pages, exists, texts)


def _present(post: Post) -> Iterator[str]:
    """The links of a post that lead to a file beside it, or in one of the folders up to the one that was given."""
    from urllib.parse import unquote

    folder = Path(post.path).parent
    above = [folder, *list(folder.parents)[: len(Path(post.folder).parts) + 1]]
    for link in file_links(post):
        name = unquote(link.partition("#")[0].partition("?")[0])
        if any((place / name).exists() for place in above):
            yield link


def _rendered(
    decks: Sequence[str], progress: Progress | None
) -> tuple[dict[str, tuple[ShownPage, ...]], dict[str, tuple[Finding, ...]]]:
    """What LibreOffice shows of the decks, and why it does not show the others."""
    shown = to_words([Path(path) for path in decks], progress=progress)
    pages = {str(path): found for path, found in shown.files.items()}
    failed: dict[str, tuple[Finding, ...]] = {
        notice.path: (Finding("render-failed", "error", notice.message, notice.path, hint=notice.hint),)
        for notice in shown.notices
    }
    return {path: pages[str(Path(path))] for path in decks if str(Path(path)) in pages}, failed


def _cut_off(deck: Presentation) -> Iterator[Finding]:
    """Slides that are pictures of text which goes on below the edge."""
    from deckgen.render import reading

    for number, part in slide_pictures(deck):
        if any(map(runs_off, reading.contents(deck.path, [part]).values())):
            yield cut_off(deck.path, number)


def _check_deck(
    path: str, installed: frozenset[str] | None, pages: Sequence[ShownPage] | None
) -> tuple[tuple[Finding, ...], tuple[tuple[str, int], ...]]:
    """What is wrong with a deck, and its bytes by kind; `pages` are as LibreOffice shows them, if that was asked."""
    from deckgen.render import reading

    try:
        deck = reading.read(path, dimensions)
    except InputError as error:
        notice = error.notice
        return (Finding("deck-unreadable", "error", notice.message, path, hint=notice.hint),), ()
    found = of_deck(deck, installed) + (of_render(deck, pages) if pages is not None else ())
    found += tuple(_cut_off(deck))
    return tuple(sorted(found, key=lambda finding: finding.slide)), sizes(deck)
