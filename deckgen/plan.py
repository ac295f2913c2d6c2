"""From paths to decks in words: reading the posts, sorting them by summit, choosing themes, composing the slides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen import pictures, posts
from deckgen import theme as looks
from deckgen.errors import InputError, UsageError
from deckgen.model import Detail, Notice, Post, Progress, by_place
from deckgen.outline import deck as compose
from deckgen.outline import edited
from deckgen.result import Outline, PlannedDeck

if TYPE_CHECKING:
    from deckgen.fetch import Remote

MANY_POSTS = 20
"""Reading so many posts takes long enough to show progress."""

_NO_CHOICE = "`detail` and `summit` count where it is made of posts"


def outline(
    paths: Sequence[str | Path] = ("posts",),
    *,
    theme: str | None = None,
    summit: str | None = None,
    detail: Detail | None = None,
    repair: bool = True,
    fetch: Remote | None = None,
    progress: Progress | None = None,
) -> Outline:
    """What the decks would say, before any is made.

    `paths` are posts, outlines that `deckgen outline --format markdown` wrote, or folders of them. An outline is a deck
    of its own, as it stands; it takes the place of what posts of the same summit would make. `theme`, `summit` and
    `detail` override what the posts and the table of summits say; `repair=False` leaves broken structure as it is.
    Pictures on the web are left out unless `fetch` gets them. A post that cannot be read becomes a notice. Raises
    UsageError for a path that is not there, for an unknown theme, and where no post is found at all.
    """
    if theme and looks.wishes(theme) is None:
        looks.load(theme)
    read, notices = _read(paths, repair, fetch, progress)
    written, left = _written(read, theme)
    groups, doubts = posts.group([post for post in read if not post.written], paths=paths, forced=summit)
    slugs = {planned.deck.summit.slug: planned.posts[0].path for planned in written}
    left += [_left_to(slugs[group.summit.slug], group) for group in groups if group.summit.slug in slugs]
    if written and (detail or summit):
        left.append(
            Notice("an outline is built as it stands", written[0].posts[0].path, 1, _NO_CHOICE, rule="post-setting")
        )
    plans = (*(_plan(group, theme, detail) for group in groups if group.summit.slug not in slugs), *written)
    if len(read) > 1:
        # A post by itself gets a deck of its own as a matter of course; among others it may be one that strayed.
        plans = tuple(_with_notices(planned, planned.alone) for planned in plans)
    told = (notice for planned in plans for notice in planned.deck.notices)
    return Outline(plans, by_place((*notices, *doubts, *left, *told)))


def _read(
    paths: Sequence[str | Path], repair: bool, fetch: Remote | None, progress: Progress | None
) -> tuple[list[Post], list[Notice]]:
    """All posts that can be read, their pictures measured; each one that cannot is a notice."""
    read: list[Post] = []
    notices: list[Notice] = []
    files = posts.find(paths)
    if not files:
        raise UsageError(f"no posts in {', '.join(map(str, paths))}", hint=f"posts end in {', '.join(posts.ENDINGS)}")
    for number, file in enumerate(files, 1):
        get = partial(_fetched, fetch, progress, number, len(files)) if fetch else None
        try:
            post = posts.read(file.path, file.root, repair=repair, trusted=file.named, fetch=get)
            read.append(_with_language(pictures.measure(post)))
        except InputError as error:
            notices.append(replace(error.notice, lost=True))
        if progress and len(files) >= MANY_POSTS:
            progress(f"read {file.path}", number, len(files))
    return read, notices


def _fetched(fetch: Remote, progress: Progress | None, number: int, total: int, url: str) -> Path:
    """The picture at `url`, which the post of that number shows; that may take seconds, so it is told."""
    if progress and not fetch.knows(url):
        progress(f"fetch {url}", number, total)
    return fetch.get(url)


def _with_language(post: Post) -> Post:
    """The post with its language, which decides the words that deckgen itself puts on its slides."""
    return replace(post, facts=replace(post.facts, lang=post.facts.lang or posts.language(post)))


def _plan(group: posts.Group, theme: str | None, detail: Detail | None) -> PlannedDeck:
    """A summit's posts as a deck in words. What the call says goes before what the posts and the table say."""
    chosen, notices = _theme(group, theme)
    deck = compose(group.summit, group.posts, detail=detail, lang=group.lang, theme=chosen)
    return _with_notices(PlannedDeck(deck, group.posts, group.rules), notices)


def _with_notices(planned: PlannedDeck, notices: tuple[Notice, ...]) -> PlannedDeck:
    return replace(planned, deck=replace(planned.deck, notices=planned.deck.notices + notices))


def _written(read: Sequence[Post], theme: str | None) -> tuple[tuple[PlannedDeck, ...], list[Notice]]:
    """The decks of edited outlines, the first one of each summit; a notice for any other."""
    plans: dict[str, PlannedDeck] = {}
    notices: list[Notice] = []
    for post in read:
        if not post.written:
            continue
        slug = post.written.slug
        if slug in plans:
            hint = "give it another `slug:` in its front matter, or leave one of them out"
            message = f"another outline of {slug} is built: {plans[slug].posts[0].path}"
            notices.append(Notice(message, post.path, 1, hint, lost=True, rule="summit-doubled"))
            continue
        lang = posts.language(post)
        chosen, doubted = _theme(posts.Group(post.written, (post,), ("outline",), lang), theme)
        deck = edited(post, lang=lang, theme=chosen)
        plans[slug] = _with_notices(PlannedDeck(deck, (post,), ("outline",)), doubted)
    return tuple(plans.values()), notices


def _left_to(outline: str, group: posts.Group) -> Notice:
    said = f"posts of {group.summit.slug} are left to the outline {outline}"
    return Notice(
        said, group.posts[0].path, hint="leave the outline out to build from the posts again", rule="summit-doubled"
    )


def _theme(group: posts.Group, asked: str | None) -> tuple[str, tuple[Notice, ...]]:
    """The theme for a summit; an unknown one that a post or a table asks for becomes a notice."""
    if asked:
        return asked, ()
    notices: list[Notice] = []
    wishes = [(post.facts.theme, post.path, post.facts.theme_line) for post in group.posts]
    wishes.append((group.summit.theme, *((at.path, at.line) if (at := group.source) else ("", 0))))
    for name, path, line in wishes:
        if name in looks.names():
            return name, tuple(notices)
        if name:
            hint = f"one of {', '.join(looks.names())}"
            notices.append(Notice(f"unknown theme {name!r}", path, line, hint, rule="post-setting"))
    return looks.for_name(group.summit.slug), tuple(notices)
