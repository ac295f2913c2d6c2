"""What posts and decks are called, and what they are said to be about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deckgen.model import Post, Summit
from deckgen.outline.words import Words, span
from deckgen.summary import shorten, units
from deckgen.summary.measure import width

ABOUT_WIDTH = 44
"""The lines about the posts on a title or section slide (1 for a wide character, 0.5 for any other)."""
TOPIC_WIDTH = 20
"""A topic among others."""
BETWEEN = " · "
LINE_WIDTH, LINES = 23, 2
"""What a title slide's subtitle holds."""

_DAY = re.compile(r"day\s*\d+|第[一二三四五六七八九十\d]+[天日]|\d+\s*일\s*차|\d+\s*日目", re.IGNORECASE)
_GENERAL = re.compile(
    r"简述|概述|前言|引言|导言|写在前面|背景|总结|小结|结语|后记|introduction|overview|preface|foreword|summary|conclusions?"
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


def topics(titles: Sequence[str], said: Words, before: str = "") -> str:
    """Titles in two lines, as many as fit, without those that every post has (`Introduction`).

    The lines are broken here, between titles: left to itself, a program would break them anywhere. `before` opens the
    first line.
    """
    telling = [shorten(title, TOPIC_WIDTH) for title in titles if not _GENERAL.fullmatch(title.strip())]
    telling = telling or list(titles)
    lines = [before]
    for number, title in enumerate(telling):
        gap = BETWEEN if lines[-1] not in ("", before) else ""
        if width(lines[-1] + gap + title + said.and_more) <= LINE_WIDTH or not lines[-1]:
            lines[-1] += gap + title
        elif len(lines) < LINES:
            lines.append(title)
        else:
            lines[-1] += said.and_more if number else ""
            break
    return "\n".join(lines)


def about(post: Post, titles: Sequence[str], summit: Summit, said: Words) -> str:
    """What a deck of one post is about: the post's title where it says more than the summit's name, else its topics."""
    title = name_of(post, summit)
    rest = _DAY.sub("", title)
    known = (summit.name, summit.place, str(summit.year or ""), *summit.name.split(), *summit.aliases)
    for part in sorted(filter(None, known), key=len, reverse=True):
        rest = re.sub(re.escape(part), "", rest, flags=re.IGNORECASE)
    if units(re.sub(r"[\W_]+", " ", rest)) > 6:
        return shorten(title, ABOUT_WIDTH)
    day = said.day.format(n=post.facts.day) + said.colon if post.facts.day else ""
    return topics(titles, said, day)


def meta(summit: Summit, posts: Sequence[Post], said: Words, lang: str) -> Iterator[str]:
    """Dates, authors and the number of posts, as far as they are known."""
    dates = sorted(post.facts.date for post in posts if post.facts.date)
    if summit.start:
        yield span(summit.start, summit.end, lang)
    elif dates:
        yield span(dates[0], dates[-1], lang)
    authors = tuple(dict.fromkeys(author for post in posts for author in post.facts.authors))
    if authors:
        yield said.comma.join(authors[:3]) + (said.and_more if len(authors) > 3 else "")
    yield said.one_post if len(posts) == 1 else said.posts.format(n=len(posts))
