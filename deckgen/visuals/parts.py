"""Parts of an author's text with its styles, and the places where it names, counts and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckgen.model import ListItem, Run, Runs, Source, plain

_MARKS = re.compile(r"[\s,，、;；]*(?:and\s+)?")
_STOP = re.compile(r"[。！？!?]|\.(?=\s|$)|\n")
_COLON = re.compile(r"[:：]\s*(?=\S)")
_SAYING = re.compile(
    r"(?:演讲者|讲师|讲者|嘉宾|主讲人?|他们?|她们?|the (?:speakers?|talk)|he|she|they)\s?"
    r"(?:先|又|还|接着|then |also )?\s?(?:(?:说|表示|指出|提到|称|透露|认为|介绍|强调)[了到出过]?"
    r"|(?:报|给|列)[了出]{0,2}[一两三四五六几]组?个?(?:数字?|数据|例子)"
    r"|(?:claim(?:ed|s)|sa(?:id|ys)|told us|mention(?:ed|s)|report(?:ed|s)"
    r"|gave (?:some|three|these) (?:numbers|figures))(?: that)?)\s*",
    re.IGNORECASE,
)
"""`The speaker claimed that`: who speaks need not be said on a slide about the talk."""
_TOLD = re.compile(
    r"[^，,。:：]{0,24}?(?:显示|指出|表示|发现|认为|透露|估计|[^据来地的话是小]说)(?![的了过，,：:])\s*"
    r"|[^,.:]{0,60}?\b(?:found|claim(?:ed|s)?|sa(?:id|ys?)|show(?:ed|s)?|report(?:ed|s)?|estimate[ds]?|believes?|noted"
    r"|mentioned|told us)\s+that\s+",
    re.IGNORECASE,
)
_THAT = re.compile(r"(?<!\s)\s+that$", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:(?<!\d)[,.]|[,.](?!\d)|[，、;；。!！？?]|(?<!\s)\s+and\s|\n)\s*")


def part(text: Runs, start: int, end: int | None = None) -> Runs:
    """The characters from `start` up to `end` in their styles, without white space at the ends."""
    said = plain(text)
    stop = len(said) if end is None else end
    while start < stop and said[start].isspace():
        start += 1
    while stop > start and said[stop - 1].isspace():
        stop -= 1
    found: list[Run] = []
    at = 0
    for run in text:
        words = run.text[max(start - at, 0) : max(stop - at, 0)]
        at += len(run.text)
        if words:
            found.append(replace(run, text=words))
    return tuple(found)


def bare(text: str) -> str:
    """A label without the colon behind it and the white space around it."""
    return " ".join(text.split()).rstrip(" :：")


def flat(items: Sequence[ListItem]) -> bool:
    """Whether no item is nested below another."""
    return len({item.level for item in items}) == 1


def from_zero(items: Sequence[ListItem]) -> tuple[ListItem, ...]:
    """The items with their outermost level at 0."""
    least = min((item.level for item in items), default=0)
    return tuple(replace(item, level=item.level - least) for item in items)


def grouped(items: Sequence[ListItem]) -> Iterator[tuple[ListItem, tuple[ListItem, ...]]]:
    """Each outermost item with those nested below it."""
    at = 0
    while at < len(items):
        end = at + 1
        while end < len(items) and items[end].level > items[at].level:
            end += 1
        yield items[at], tuple(items[at + 1 : end])
        at = end


def span(items: Sequence[ListItem]) -> Source:
    """Where the items stand, from the first to the last."""
    return items[0].source.to(items[-1].source)


def lines(text: Runs) -> tuple[Runs, ...]:
    """The lines of a text that its author broke."""
    said = plain(text)
    starts = [0, *(found.end() for found in re.finditer("\n", said))]
    ends = [*(start - 1 for start in starts[1:]), len(said)]
    return tuple(part(text, start, end) for start, end in zip(starts, ends, strict=True))


def clauses(text: Runs) -> Iterator[tuple[int, int]]:
    """Where the stretches between commas and stops begin and end, white space around them left out."""
    said = plain(text)
    start = 0
    for mark in (*_CLAUSE.finditer(said), None):
        end = mark.start() if mark else len(said)
        words = said[start:end]
        if words.strip():
            yield start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        start = mark.end() if mark else end


def behind_saying(said: str, start: int, end: int) -> int:
    """Where a clause goes on behind the words that somebody says it (`A survey found that`); its start without them."""
    found = _TOLD.match(said, start, end)
    return found.end() if found else start


def announced(said: str, start: int, end: int) -> int:
    """Where a clause goes on behind a colon that announces something; its start where it has none."""
    colon = _COLON.search(said, start, end)
    return colon.end() if colon else start


def around(text: Runs, start: int, end: int) -> tuple[Runs, Runs, Runs]:
    """What stands before the clauses from `start` to `end`, now announcing them with a colon; how their sentence goes
    on; what follows it. Each is empty where only marks are left, the first also where it only says who speaks.
    """
    said = plain(text)
    stop = _STOP.search(said, end)
    ends = stop.end() if stop else len(said)
    marks = _MARKS.match(said, end)
    before = part(text, 0, len(_THAT.sub("", said[:start].rstrip(" ,，、:："))))
    rest, after = part(text, min(marks.end() if marks else end, ends), ends), part(text, ends)
    colon = Run(":" if said[:start].isascii() else "：")
    announcing = (*before, colon) if _says(before) and not _SAYING.fullmatch(plain(before)) else ()
    return announcing, rest if _says(rest) else (), after if _says(after) else ()


def _says(text: Runs) -> bool:
    return any(char.isalnum() for char in plain(text))
