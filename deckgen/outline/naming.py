"""What posts and decks are called, and what they are said to be about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import ceil
from pathlib import PurePath

from deckgen.model import Post, Summit, plain
from deckgen.outline.tree import preamble
from deckgen.outline.words import Words, span
from deckgen.summary import Context, condense, shorten, units
from deckgen.summary.measure import width

ABOUT_WIDTH = 44
"""The lines about the posts on a title or section slide (1 for a wide character, 0.5 for any other)."""
TOPIC_WIDTH = 20
"""A topic among others."""
BETWEEN = " · "
LINE_WIDTH, LINES = 23, 2
"""What a section slide's lead holds."""
COVER_TITLES, COVER_LINES = 3, 5
"""What a title slide's subtitle holds: titles, and lines of that width."""

Weighed = tuple[str, float, int]
"""A title, how much is said under it, and the number of its post."""

_DAY = re.compile(r"day\s*\d+|第[一二三四五六七八九十\d]+[天日]|(?<!\d)\d+\s*(?:일\s*차|日目)", re.IGNORECASE)
_GENERAL = re.compile(
    r"简述|概述|前言|引言|导言|写在前面|背景|总结|小结|结语|后记|introduction|overview|preface|foreword|summary|conclusions?"
    r"|正文|主会场|分会场|资料|媒体资料|议程|日程|目录|大纲|提纲|感想|感受|吐槽|花絮|开场|(?:活动)?尾声|最后|别离|さいごに|最後に"
    r"|conference details|agenda|schedule|outline|keynotes?|参加"
    r"|背景知识|参考(?:文献|资料|链接|阅读)?|其[他它]|(?:相关|常用)链接"
    r"|references?|resources|links|further reading|others?|misc"
    r"|background|소개|개요|들어가며|마치며|はじめに|概要|まとめ|おわりに",
    re.IGNORECASE,
)


def name_of(post: Post, summit: Summit) -> str:
    """The post's title; where it only borrowed a heading of its own, the summit and the day say more."""
    title = post.facts.title
    if title not in {section.heading for section in post.sections}:
        return title
    return summit.title


def description(post: Post) -> str:
    """The author's description, where it says something that the title does not and is short enough."""
    text = post.facts.description.strip()
    return text if text and text != post.facts.title and width(text) <= ABOUT_WIDTH * 2 else ""


def topics(titles: Sequence[str], said: Words) -> str:
    """Titles in two lines, as many as fit, without those that every post has (`Introduction`).

    The lines are broken here, between titles: left to itself, a program would break them anywhere.
    """
    telling = [shorten(title, TOPIC_WIDTH) for title in titles if not _GENERAL.fullmatch(title.strip())]
    telling = telling or list(titles)
    lines = [""]
    for number, title in enumerate(telling):
        gap = BETWEEN if lines[-1] else ""
        if width(lines[-1] + gap + title + said.and_more) <= LINE_WIDTH or not lines[-1]:
            lines[-1] += gap + title
        elif len(lines) < LINES:
            lines.append(title)
        else:
            lines[-1] += said.and_more if number else ""
            break
    return "\n".join(lines)


def about(posts: Sequence[Post], named: Sequence[str], summit: Summit, weighed: Sequence[Weighed]) -> str:
    """What a deck is about, in the author's words; `named` is what its posts are called, `weighed` are its chapters.

    For one post that is its title where it says more than the summit's name, else its description, else what its first
    words sum up; for several, the titles of those with most to say; failing these, the chapters with most to say. What
    the slide's title says is not said again.
    """
    weighed = [one for one in weighed if not _named(one[0], summit)]
    if len(posts) == 1:
        (post,) = posts
        title = "" if _is_file_name(named[0], post) else named[0]
        for said in (title, description(post), opening_of(post)):
            if _telling(said, summit) and not _named(said, summit):
                return shorten(said, ABOUT_WIDTH)
        return _listed(weighed)
    told = [(name, sum(w for _, w, owner in weighed if owner == n)) for n, name in enumerate(named)]
    telling = [(shorten(name, ABOUT_WIDTH), weight, 0) for name, weight in told if _telling(name, summit)]
    return _listed(telling if len(telling) > 1 else weighed)


def opening_of(post: Post) -> str:
    """The sentence that sums up what stands before the first heading, or nothing."""
    blocks = tuple(block for section in preamble(post) for block in section.blocks)
    lead = condense(blocks, Context(post.facts.title, ()), "standard").lead if blocks else None
    return plain(lead.text) if lead and width(plain(lead.text)) <= ABOUT_WIDTH else ""


def _is_file_name(title: str, post: Post) -> bool:
    """Whether a post is called as its file is, having no title of its own."""
    return _letters(title) == _letters(PurePath(post.path).stem)


def names_day(title: str) -> bool:
    """Whether a title says which day of the summit it tells of."""
    return _DAY.search(title) is not None


def _named(title: str, summit: Summit) -> bool:
    """Whether the name of the summit, which stands above it, says the same or more."""
    return _letters(title) in _letters(summit.name)


def _letters(text: str) -> str:
    """The letters and digits of a text, large and small ones made alike."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _telling(title: str, summit: Summit) -> bool:
    """Whether a title says more than the summit's name, place, year and day."""
    rest = _DAY.sub("", title)
    known = (summit.name, summit.place, str(summit.year or ""), *summit.name.split(), *summit.aliases)
    for part in sorted(filter(None, known), key=len, reverse=True):
        rest = re.sub(re.escape(part), "", rest, flags=re.IGNORECASE)
    return units(re.sub(r"[\W_]+", " ", rest)) > 6


def _listed(weighed: Sequence[Weighed]) -> str:
    """The titles with most to say in full and in their order, one a line, as many as a title slide holds."""
    own = {one[0].strip(): one for one in sorted(weighed, key=lambda one: one[1]) if re.search(r"\w", one[0])}
    different = [one for one in weighed if own.get(one[0].strip()) is one]
    telling = [one for one in different if not _GENERAL.fullmatch(one[0].strip())] or different
    kept: list[int] = []
    room = COVER_LINES
    for n in sorted(range(len(telling)), key=lambda n: -telling[n][1])[:COVER_TITLES]:
        lines = ceil(width(telling[n][0]) / LINE_WIDTH)
        if lines <= room:
            room -= lines
            kept.append(n)
    return "\n".join(telling[n][0] for n in sorted(kept))


def meta(summit: Summit, posts: Sequence[Post], said: Words, lang: str, day: int | None = None) -> Iterator[str]:
    """Dates, the day among them, authors and the number of posts, as far as they are known."""
    dates = sorted(post.facts.date for post in posts if post.facts.date)
    if summit.start:
        yield span(summit.start, summit.end, lang)
    elif dates:
        yield span(dates[0], dates[-1], lang)
    if day:
        yield said.day.format(n=day)
    authors = tuple(dict.fromkeys(author for post in posts for author in post.facts.authors))
    if authors:
        yield said.comma.join(authors[:3]) + (said.and_more if len(authors) > 3 else "")
    yield said.one_post if len(posts) == 1 else said.posts.format(n=len(posts))
