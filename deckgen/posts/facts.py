"""What is known about a post beside its text: from its front matter, its opening and closing lines, its file's name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import get_args

from deckgen.model import Detail, Facts, Notice
from deckgen.posts.days import date_in, date_in_name, day_in
from deckgen.posts.furniture import at_the_end, furniture
from deckgen.posts.header import Header
from deckgen.posts.lines import Lines

_OPENING = 20
_CLOSING = 8
"""How many lines with text, from the start and from the end, are looked at for date and author."""

_EVENT = re.compile(
    r"(?<![A-Za-z])(?:[A-Z][A-Za-z]{1,20}[ \t]+){1,4}(?:Summit|Conference|Days?|Forum|Meetup)(?![A-Za-z])"
    r"(?:[ \t]+20\d\d)?"
    r"|(?<![A-Za-z])[A-Z][A-Za-z]{2,20}[ \t]?[\u4e00-\u9fff]{0,6}(?:峰会|大会|峰會|大會)"
)
_HASHLIKE = re.compile(r"[0-9a-f]{6,}", re.IGNORECASE)
_MOST = 100
"""So many authors or tags are read of a post, and no more."""


def facts_of(header: Header, body: Lines, path: str) -> tuple[Facts, tuple[Notice, ...]]:
    """The facts of a post. The title stays empty where neither front matter nor lines give one."""
    fields = header.fields
    date, notices = _date(header, path)
    detail, doubted = _detail(header, path)
    visuals, unclear = _visuals(header, path)
    opening = [line.text for line in body if line.text.strip()][:_OPENING]
    title = _one(fields, "title")
    facts = Facts(
        title=title,
        date=date or _date_in_lines(opening) or date_in_name(Path(path).stem),
        day=_day(fields, title, path),
        authors=_many(fields, "author", "authors", "by") or _authors_in_lines(body),
        tags=_many(fields, "tags", "tag", "keywords", "categories", "category"),
        description=_one(fields, "description", "summary", "excerpt", "subtitle"),
        summit=_one(fields, "summit", "event", "conference"),
        theme=_one(fields, "theme"),
        theme_line=header.line_of("theme") if fields.get("theme") else 0,
        detail=detail,
        lang=_one(fields, "lang", "language"),
        link=_link(fields),
        visuals=visuals,
    )
    return facts, notices + doubted + unclear


def name_of(path: str) -> str:
    """A title from the file's name, or nothing where the name says nothing."""
    stem = re.sub(r"^\d{4}-\d{1,2}-\d{1,2}-|^\d{8}[-_]?", "", Path(path).stem)
    words = [word for word in re.split(r"[\s_\-]+", stem) if word]
    if not words or any(_HASHLIKE.fullmatch(word) and re.search(r"\d", word) for word in words):
        return ""
    return " ".join(words) if any(re.search(r"[^\W\d_]", word) for word in words) else ""


def event_in(opening: str) -> str:
    """The event that the opening names, in its words: `OpenStack Vancouver Summit`; empty where it names none."""
    found = _EVENT.search(opening)
    return " ".join(found[0].split()) if found else ""


def _one(fields: Mapping[str, object], *keys: str) -> str:
    for key in keys:
        value = fields.get(key)
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            return " ".join(str(value).split())
    return ""


def _many(fields: Mapping[str, object], *keys: str) -> tuple[str, ...]:
    found: list[str] = []
    for key in keys:
        found.extend(_listed(fields.get(key)))
    return tuple(dict.fromkeys(found))


def _listed(value: object) -> list[str]:
    """The names in a text with commas, in a list, or in a list of mappings; no deeper, since YAML's aliases explode."""
    if isinstance(value, Mapping):
        value = value.get("name")
    parts = value[:_MOST] if isinstance(value, Sequence) and not isinstance(value, str) else [value]
    names = (part.get("name") if isinstance(part, Mapping) else part for part in parts)
    texts = (str(name) for name in names if isinstance(name, str | int | float))
    return [part.strip() for text in texts for part in re.split(r"[,，、;；]", text) if part.strip()][:_MOST]


def _link(fields: Mapping[str, object]) -> str:
    for key in ("link", "canonical_url", "source", "original", "url", "permalink"):
        value = fields.get(key)
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            return value
    return ""


def _date(header: Header, path: str) -> tuple[dt.date | None, tuple[Notice, ...]]:
    key = next((key for key in ("date", "pubdate", "created") if key in header.fields), "date")
    value = header.fields.get(key)
    if isinstance(value, dt.datetime):
        return value.date(), ()
    if isinstance(value, dt.date) or value is None:
        return value, ()
    date = date_in(str(value))
    if date:
        return date, ()
    return None, (
        _doubt(f"date not understood: {str(value)[:40]}", path, header.line_of(key), "write it as 2016-10-27"),
    )


def _detail(header: Header, path: str) -> tuple[str, tuple[Notice, ...]]:
    """How much the post wants on its slides; empty, with a notice, where that is none of the choices."""
    value = _one(header.fields, "detail")
    choices = get_args(Detail)
    if not value or value.lower() in choices:
        return value.lower(), ()
    return "", (_doubt(f"unknown detail {value!r}", path, header.line_of("detail"), f"one of {', '.join(choices)}"),)


def _visuals(header: Header, path: str) -> tuple[bool, tuple[Notice, ...]]:
    """Whether lists may be drawn; YAML reads a bare `off` as false."""
    value = header.fields.get("visuals", True)
    if isinstance(value, bool):
        return value, ()
    said = str(value).strip().lower()
    if said in ("on", "off"):
        return said == "on", ()
    return True, (_doubt(f"`visuals: {said}` is not understood", path, header.line_of("visuals"), "one of on, off"),)


def _doubt(message: str, path: str, line: int, hint: str) -> Notice:
    return Notice(message, path, line, hint, rule="post-setting")


def _day(fields: Mapping[str, object], title: str, path: str) -> int | None:
    value = fields.get("day")
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return day_in(str(value or "")) or day_in(title) or day_in(re.sub(r"[_\-]", " ", Path(path).stem))


def _date_in_lines(lines: Sequence[str]) -> dt.date | None:
    found = (furniture(line) for line in lines)
    return next((line.date for line in found if line and line.date), None)


def _authors_in_lines(body: Lines) -> tuple[str, ...]:
    texts = [line.text for line in body if line.text.strip()]
    opening = (furniture(text) for text in texts[:_OPENING])
    closing = (at_the_end(text) for text in texts[-_CLOSING:])
    return next(((line.author,) for line in (*opening, *closing) if line and line.author), ())
