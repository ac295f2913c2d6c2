"""Which summit a post belongs to, and by which rule that was decided."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from deckgen.model import Notice, Post, Source, Summit
from deckgen.posts.days import without_day
from deckgen.posts.language import majority
from deckgen.posts.script import is_cjk
from deckgen.posts.table import Entry, slug_of, table_with

_EVENT = re.compile(
    r"(?i)summit|openstack\s*days?\b|openinfra|conference|\bdays?\b|峰会|峰會|大会|大會|开发者日|技術大会|サミット|서밋"
)
_OTHER = re.compile(
    r"\b(?!silicon|falcon|beacon|lexicon|emoticon)(?:[a-z]{2,12}|q)con(?=\d|\b)|\b[a-z]{2,12}conf(?=\d|\b)"
    r"|\b(?:css|js|go|vue|react|ruby|rails|rust|swift|perl) conf\b|\bgoogle i/o|\bwwdc|\bre:invent|\bfosdem"
)
"""The names by which conferences of others are known, in small letters: `kubecon`, `css conf`."""
_GENERAL = frozenset(["summit", "design", "china", "conference", "virtual"])
_LATIN = re.compile(r"[A-Za-z]{5,}")
_ENDS = re.compile("[。！？!?\\n]")
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_OPENING = 400
"""So many characters of a post's opening tell what it is about."""
_FOLDER = "folder"
"""The rule of posts that only their folder places. One alone there keeps its title: a folder is often a mere date."""
_NEAR = 48
"""In running text a city counts only with the word for an event this many characters away."""


@dataclass(frozen=True, slots=True)
class Group:
    """A summit and its posts in order: by date, then day, then file name. `rules` says for each what decided.

    `source` is where a table names the summit's theme, if one does.
    """

    summit: Summit
    posts: tuple[Post, ...]
    rules: tuple[str, ...]
    lang: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class _Choice:
    slug: str
    rule: str
    entry: Entry | None = None
    name: str = ""


def group(
    posts: Iterable[Post], *, paths: Iterable[str | os.PathLike[str]] = (), forced: str | None = None
) -> tuple[tuple[Group, ...], tuple[Notice, ...]]:
    """The posts by summit, in the order in which the summits took place, those without a date last; and what is wrong
    in the tables of summits.

    A `summits.toml` in one of the folders `paths` (or beside a file among them), or in a folder of a post, adds to the
    built-in table. `forced` puts all posts into one summit.
    """
    posts = tuple(posts)
    table, notices = table_with(_folders(paths, posts))
    members: dict[str, list[tuple[Post, _Choice]]] = {}
    for post in posts:
        choice = _by_name(forced, "the command line", table, post) if forced else _choice(post, table)
        members.setdefault(choice.slug, []).append((post, choice))
    groups = [_group(found) for found in members.values()]
    return tuple(sorted(groups, key=lambda group: (_first_day(group), group.summit.slug))), notices


def _group(members: list[tuple[Post, _Choice]]) -> Group:
    members = sorted(members, key=lambda member: _place_in_order(member[0]))
    posts = tuple(post for post, _ in members)
    choice = members[0][1]
    lang = majority(posts)
    name = _own_title(posts[0]) if len(posts) == 1 and choice.rule == _FOLDER else choice.name
    summit = choice.entry.in_language(lang) if choice.entry else Summit(choice.slug, name)
    source = choice.entry.source if choice.entry else None
    return Group(summit, posts, tuple(choice.rule for _, choice in members), lang, source)


def _place_in_order(post: Post) -> tuple[dt.date, int, str, str]:
    return post.facts.date or dt.date.max, post.facts.day or 10_000, Path(post.path).name, post.path


def _first_day(group: Group) -> dt.date:
    dates = [post.facts.date for post in group.posts if post.facts.date]
    return group.summit.start or min(dates, default=dt.date.max)


def _choice(post: Post, table: Sequence[Entry]) -> _Choice:
    if post.facts.summit:
        return _by_name(post.facts.summit, "front matter", table, post)
    table = [entry for entry in table if not _elsewhere(post, entry)]
    for rule, text, running in _evidence(post):
        found = _named(text, table, post, running=running)
        if found:
            entry, how = found
            return _Choice(entry.slug, f"{rule} names {how}", entry)
    return _by_date(post, table) or _by_folder(post) or _alone(post)


def _elsewhere(post: Post, entry: Entry) -> bool:
    """Whether a post names another conference, and of this one nothing that its name has beside the place."""
    told = f"{post.facts.title} {' '.join(post.facts.tags)} {post.opening[:_OPENING]}".lower()
    if not _OTHER.search(told):
        return False
    names = [*entry.name.values(), *(alias for alias in entry.aliases if _EVENT.search(alias))]
    words = {word.lower() for name in names for word in _LATIN.findall(name)} - _GENERAL
    return not any(word in told for word in (*words, *(name.lower() for name in names)))


def _evidence(post: Post) -> Iterator[tuple[str, str, bool]]:
    """Where a summit may be named: which rule, the text, and whether it is running text."""
    facts = post.facts
    yield "title", facts.title, False
    yield "tag", ", ".join(facts.tags), False
    yield "file name", _spaced(Path(post.path).stem), False
    for folder in reversed(Path(post.path).parent.parts):
        yield "folder", _spaced(folder), False
    yield "description", facts.description, True
    yield "opening", post.opening, True


def _named(text: str, table: Sequence[Entry], post: Post, *, running: bool) -> tuple[Entry, str] | None:
    """The event that a text names, and the words by which it does."""
    found = [(place, entry, call) for entry in table for place, call in _mentions(text, entry, running=running)]
    if not found:
        return None
    first = min(place for place, _, _ in found)
    rivals = [(entry, call) for place, entry, call in found if place == first]
    longest = max(len(call) for _, call in rivals)
    rivals = [(entry, call) for entry, call in rivals if len(call) == longest]
    return _of_the_year(rivals, text, post)


def _of_the_year(rivals: Sequence[tuple[Entry, str]], text: str, post: Post) -> tuple[Entry, str] | None:
    """Tells the events of one city apart by the year or the date."""
    years = {int(year) for year in _YEAR.findall(text)}
    right = [(entry, call) for entry, call in rivals if entry.year in years]
    if right:
        return right[0][0], f"{right[0][1]} {right[0][0].year}"
    if years and all(entry.year for entry, _ in rivals):
        near = [(e, c) for e, c in rivals if any(year - 1 == e.year for year in years) and _fits(e, post.facts.date)]
        return (near[0][0], near[0][1]) if near else None
    dated = [(entry, call) for entry, call in rivals if _fits(entry, post.facts.date)]
    if dated:
        return dated[0][0], f"{dated[0][1]}, the date {post.facts.date}"
    elsewhere = {int(year) for year in _YEAR.findall(f"{_spaced(post.path)} {post.opening}")}
    told = [(entry, call) for entry, call in rivals if entry.year in elsewhere]
    if told:
        return told[0][0], f"{told[0][1]}, the text {told[0][0].year}"
    if post.facts.date and all(entry.start for entry, _ in rivals):
        return None
    if len(rivals) == 1:
        return rivals[0]
    latest = max(rivals, key=lambda rival: rival[0].year or 0)
    return latest[0], f"{latest[1]}, no year, the latest taken"


def _fits(entry: Entry, date: dt.date | None) -> bool:
    """Whether a post of that date may tell of the event: from a month before it to half a year after."""
    if not date:
        return False
    if not entry.start:
        return entry.year == date.year
    return entry.start - dt.timedelta(31) <= date <= (entry.end or entry.start) + dt.timedelta(183)


def _mentions(text: str, entry: Entry, *, running: bool) -> Iterator[tuple[int, str]]:
    for call in entry.calls:
        for found in _pattern(call).finditer(text):
            if not running or _EVENT.search(call) or _EVENT.search(_sentence(text, found.start(), found.end())):
                yield found.start(), call
                break


def _sentence(text: str, start: int, end: int) -> str:
    """What stands near a name in its own sentence."""
    before = _ENDS.split(text[max(0, start - _NEAR) : start])[-1]
    after = _ENDS.split(text[end : end + _NEAR], maxsplit=1)[0]
    return f"{before} {after}"


@cache
def _pattern(call: str) -> re.Pattern[str]:
    words = r"[\s_-]*".join(re.escape(word) for word in call.split())
    before = "" if is_cjk(call[0]) else r"(?<![A-Za-z])"
    after = "" if is_cjk(call[-1]) else r"(?![A-Za-z])"
    return re.compile(before + words + after, re.IGNORECASE)


def _by_name(name: str, rule: str, table: Sequence[Entry], post: Post) -> _Choice:
    """The event that somebody named outright; an unknown one is taken at its word."""
    for entry in table:
        titles = {entry.slug, *(slug_of(entry.in_language(lang).title) for lang in ("zh", "en"))}
        if slug_of(name) in titles:
            return _Choice(entry.slug, rule, entry)
    found = _named(name, table, post, running=False)
    if found:
        return _Choice(found[0].slug, rule, found[0])
    return _Choice(slug_of(name), rule, name=name)


def _by_date(post: Post, table: Sequence[Entry]) -> _Choice | None:
    """A post that speaks of an event without its place, written while one took place."""
    date = post.facts.date
    if not date or not _EVENT.search(f"{post.facts.title} {' '.join(post.facts.tags)} {post.opening[:_OPENING]}"):
        return None
    for entry in table:
        if entry.start and entry.start <= date <= (entry.end or entry.start) + dt.timedelta(3):
            return _Choice(entry.slug, f"date {date}", entry)
    return None


def _by_folder(post: Post) -> _Choice | None:
    if not post.folder:
        return None
    return _Choice(slug_of(post.folder), _FOLDER, name=_spaced(post.folder))


def _alone(post: Post) -> _Choice:
    name = _own_title(post)
    return _Choice(slug_of(name), "title alone", name=name)


def _own_title(post: Post) -> str:
    return without_day(post.facts.title) or post.facts.title or Path(post.path).stem


def _folders(paths: Iterable[str | os.PathLike[str]], posts: Sequence[Post]) -> list[Path]:
    """Where tables may lie, the ones that count most last."""
    given = (Path(path) for path in paths)
    found = [path if path.is_dir() else path.parent for path in given]
    return list(dict.fromkeys((*found, *(Path(post.path).parent for post in posts))))


def _spaced(name: str) -> str:
    return re.sub(r"[_\-]+", " ", name)
