"""Links within a deck: to headings of the same post, and to other posts and their headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from os.path import normpath
from pathlib import PurePath
from typing import assert_never
from urllib.parse import unquote

from deckgen.model import (
    Block,
    Bullet,
    Bullets,
    Code,
    ContentSlide,
    Figure,
    Item,
    Notice,
    Picture,
    Post,
    Prose,
    Quote,
    Runs,
    SectionSlide,
    Slide,
    Source,
    Table,
    TakeawaysSlide,
    Visual,
    readable,
)
from deckgen.outline.slides import slug

_WEB = re.compile(r"(?i)(?:https?|mailto):")
_HINT = "name a page of the web, a heading of this post, or a post of the same deck"

Targets = Mapping[tuple[str, str], str]
"""The link that stands for a written one, by the post's path and what is written there."""


def linked(slides: Sequence[Slide], posts: Sequence[Post]) -> tuple[tuple[Slide, ...], tuple[Notice, ...]]:
    """The slides with every link to a heading or post leading to its slide, and a notice for each that leads nowhere.

    What leads nowhere is plain text.
    """
    targets: dict[tuple[str, str], str] = {}
    notices: list[Notice] = []
    keys = _keys(slides, posts)
    for post in posts:
        for link, source in _written(post):
            if (post.path, link) in targets:
                continue
            found = targets[post.path, link] = _target(post.path, link, keys)
            if not found:
                notices.append(
                    Notice(f"link leads nowhere: {readable(link)}", source.path, source.line, _HINT, rule="link-dead")
                )
    return (tuple(_slide(slide, targets) for slide in slides) if targets else tuple(slides)), tuple(notices)


def _written(post: Post) -> Iterator[tuple[str, Source]]:
    """The links of a post that are not to the web."""
    for section in post.sections:
        for block in section.blocks:
            for text, source in _texts(block):
                yield from ((run.link, source) for run in text if run.link and not _WEB.match(run.link))


def _texts(block: Block) -> Iterator[tuple[Runs, Source]]:
    match block:
        case Prose(text=text, source=source):
            yield text, source
        case Bullets(items=items) | Visual(told=items):
            yield from ((item.text, item.source) for item in items)
        case Quote(paragraphs=texts, source=source):
            yield from ((text, source) for text in texts)
        case Table(header=header, rows=rows, source=source):
            yield from ((cell, source) for row in (header, *rows) for cell in row)
        case Picture() | Code():
            pass
        case _:
            assert_never(block)


def _keys(slides: Sequence[Slide], posts: Sequence[Post]) -> dict[tuple[str, str], str]:
    """The key of the slide for each heading of each post, by path and anchor; the post itself has the empty anchor."""
    first: dict[tuple[str, str], str] = {}
    own: dict[tuple[str, str], str] = {}
    below: dict[tuple[str, str], str] = {}
    for slide in slides:
        if isinstance(slide, ContentSlide | SectionSlide):
            path = slide.source.path
            first.setdefault((normpath(path), ""), slide.key)
            own.setdefault((path, slide.section[-1] if slide.section else ""), slide.key)
            for heading in slide.section:
                below.setdefault((path, heading), slide.key)
    return first | {
        (normpath(post.path), anchor): key
        for post in posts
        for anchor, heading in _anchors(post)
        if (key := own.get((post.path, heading)) or below.get((post.path, heading)))
    }


def _anchors(post: Post) -> Iterator[tuple[str, str]]:
    """The headings with their anchors; the second of the same name carries its count, as on sites that show posts."""
    counts: Counter[str] = Counter()
    for section in post.sections:
        if section.path and not section.continues:
            anchor = slug(section.heading)
            yield f"{anchor}-{counts[anchor]}" if counts[anchor] else anchor, section.heading
            counts[anchor] += 1


def _target(path: str, link: str, keys: Mapping[tuple[str, str], str]) -> str:
    """`#` and the key of the slide that a link leads to, or nothing."""
    file, _, anchor = unquote(link).partition("#")
    where = normpath(PurePath(path).parent / file) if file else normpath(path)
    key = keys.get((where, slug(anchor)))
    return f"#{key}" if key else ""


def _slide(slide: Slide, targets: Targets) -> Slide:
    match slide:
        case ContentSlide():
            lead = _bullet(slide.lead, targets) if slide.lead else None
            return replace(slide, lead=lead, items=tuple(_item(item, targets) for item in slide.items))
        case TakeawaysSlide():
            told = tuple(replace(line, bullet=_bullet(line.bullet, targets)) for line in slide.takeaways)
            return replace(slide, takeaways=told)
        case _:
            return slide


def _item(item: Item, targets: Targets) -> Item:
    path = item.source.path
    match item:
        case Bullet():
            return _bullet(item, targets)
        case Quote():
            return replace(item, paragraphs=tuple(_runs(text, path, targets) for text in item.paragraphs))
        case Table():
            header = tuple(_runs(cell, path, targets) for cell in item.header)
            rows = tuple(tuple(_runs(cell, path, targets) for cell in row) for row in item.rows)
            return replace(item, header=header, rows=rows)
        case Figure() | Code() | Visual():
            return item
    assert_never(item)


def _bullet(bullet: Bullet, targets: Targets) -> Bullet:
    return replace(bullet, text=_runs(bullet.text, bullet.source.path, targets))


def _runs(text: Runs, path: str, targets: Targets) -> Runs:
    return tuple(replace(run, link=targets.get((path, run.link), run.link)) if run.link else run for run in text)
