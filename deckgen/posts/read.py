"""A file to a Post: the steps of reading, in order."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

from deckgen.errors import InputError
from deckgen.model import Facts, Notice, Post, Prose, Repair, by_place, plain
from deckgen.posts.blocks import nodes_of
from deckgen.posts.days import date_in, day_in
from deckgen.posts.decode import decode
from deckgen.posts.facts import event_in, facts_of, name_of
from deckgen.posts.files import Fetch, Pictures
from deckgen.posts.header import Header, read_header
from deckgen.posts.lines import Lines, split
from deckgen.posts.nodes import Heading, Node
from deckgen.posts.repair import mend
from deckgen.posts.repair.likeness import is_body, is_title
from deckgen.posts.script import has_cjk
from deckgen.posts.sections import sections_of
from deckgen.posts.steering import placed, steered
from deckgen.posts.written import is_outline, read_outline, summit_of

_OPENING = 1500
_LARGEST = 50_000_000
"""Bytes of a post: ten times the longest that was ever heard of."""


def read(
    path: str | os.PathLike[str],
    root: str | os.PathLike[str],
    repair: bool = True,
    trusted: bool = False,
    fetch: Fetch | None = None,
) -> Post:
    """The post in the file `path`; pictures are looked for up to the folder `root`, or its parent.

    `repair=False`, or `repair: false` in the front matter, takes the text as it stands. An outline that deckgen wrote
    (`deckgen: outline`) is always taken so; where it is `trusted`, its pictures may lie anywhere. Those on the web are
    left out unless there is a `fetch` to get them. Raises InputError where the file cannot be read, is a link that
    leads out of `root` (unless it is `trusted`), or holds no text; all else that is wrong is among the post's notices.
    """
    path, root = os.fspath(path), os.fspath(root)
    text, decoded = decode(_bytes(path, None if trusted else root), path)
    header = read_header(split(text), path)
    if is_outline(header.fields):
        return _outline(header, decoded, path, Pictures(path, root, not trusted, may_vouch=True, fetch=fetch))
    own = steered(header.body, path)
    facts, doubted = facts_of(header, own.lines, path)
    wanted = repair and header.fields.get("repair") is not False
    body, repairs = mend(own.lines, titled=bool(facts.title)) if wanted else (own.lines, ())
    pictures = Pictures(path, root, fetch=fetch)
    nodes = nodes_of(body, pictures)
    if not nodes and not pictures.notices:
        raise _unreadable("the post holds no text", path, "write something below the front matter")
    opening = _opening(own.lines)
    facts, nodes = _titled(facts, nodes)
    if wanted and not facts.title and not event_in(opening):
        facts, nodes, guessed = _titled_by_line(facts, nodes)
        repairs += guessed
    facts = _named(facts, nodes, opening, path)
    return Post(
        path=path,
        facts=facts,
        sections=sections_of(placed(nodes, own.marks), path),
        opening=opening,
        repairs=repairs,
        notices=by_place((*decoded, *header.notices, *doubted, *own.notices, *pictures.notices)),
        folder=_folder(path, root),
    )


def _outline(header: Header, decoded: tuple[Notice, ...], path: str, pictures: Pictures) -> Post:
    facts, doubted = facts_of(header, (), path)
    found = read_outline(header.body, pictures)
    return Post(
        path=path,
        facts=replace(facts, title=facts.title or name_of(path) or Path(path).stem),
        sections=found.sections,
        opening="",
        notices=by_place((*decoded, *header.notices, *doubted, *found.notices, *pictures.notices)),
        folder=_folder(path, pictures.root),
        written=summit_of(header.fields, path),
        comments=found.comments,
    )


def _bytes(path: str, fence: str | None) -> bytes:
    """The file's bytes: of a regular file of a size that a person may have written, in the folder `fence` if any."""
    try:
        kind = Path(path).stat()
        if not stat.S_ISREG(kind.st_mode):
            raise _unreadable("is not a file", path, "a post is a text file")
        if kind.st_size > _LARGEST:
            raise _unreadable(f"is larger than {_LARGEST // 1_000_000} MB", path, "divide it into several posts")
        if fence is not None and not _is_below(path, fence):
            raise _unreadable("is a link out of the posts' folder", path, "copy the file, or name it in the call")
        return Path(path).read_bytes()
    except OSError as flaw:
        raise _unreadable(f"cannot be read: {(flaw.strerror or str(flaw)).lower()}", path) from None


def _unreadable(message: str, path: str, hint: str = "") -> InputError:
    return InputError(message, path=path, hint=hint, rule="post-unreadable")


def _is_below(path: str, folder: str) -> bool:
    top = os.path.realpath(folder)
    return os.path.commonpath([top, os.path.realpath(path)]) == top


def _titled(facts: Facts, nodes: tuple[Node, ...]) -> tuple[Facts, tuple[Node, ...]]:
    """Takes the heading that is the title, or repeats it, out of the text."""
    title = facts.title
    headings = [node for node in nodes if isinstance(node, Heading)]
    if headings and nodes[0] is headings[0]:
        first = headings[0]
        tops = [heading for heading in headings if heading.level <= first.level]
        if first.text == title or (not title and first.level == 1 and len(tops) == 1):
            title, nodes = first.text, nodes[1:]
    return replace(facts, title=title), nodes


def _titled_by_line(facts: Facts, nodes: tuple[Node, ...]) -> tuple[Facts, tuple[Node, ...], tuple[Repair, ...]]:
    """Takes the first line for the title where it reads like one and stands alone, above a text or a heading."""
    first, below = nodes[:2] if len(nodes) > 2 else (None, None)
    if not isinstance(first, Prose) or first.source.line != first.source.end_line:
        return facts, nodes, ()
    text = plain(first.text).strip()
    headed = isinstance(below, Heading) or (isinstance(below, Prose) and is_body(plain(below.text)))
    plainly = not any(run.link for run in first.text) and not date_in(text)
    east_asian = any(has_cjk(plain(node.text)) for node in nodes[1:] if isinstance(node, Prose))
    if not headed or not plainly or not is_title(text, chinese=east_asian):
        return facts, nodes, ()
    return replace(facts, title=text), nodes[1:], (Repair("plain-title", first.source.line, text),)


def _named(facts: Facts, nodes: tuple[Node, ...], opening: str, path: str) -> Facts:
    """The facts with a title, if need be from the file's name, the event that the opening names, or a heading."""
    title = facts.title
    if not title:
        named = name_of(path)
        title = named if " " in named else event_in(opening) or named
        heading = next((node.text for node in nodes if isinstance(node, Heading)), "")
        title = title or heading or Path(path).stem
    return replace(facts, title=title, day=facts.day or day_in(title))


def _opening(body: Lines) -> str:
    kept: list[str] = []
    length = 0
    for line in body:
        if line.text.strip():
            kept.append(line.text.strip())
            length += len(line.text)
        if length >= _OPENING:
            break
    return "\n".join(kept)[:_OPENING]


def _folder(path: str, root: str) -> str:
    folder = os.path.relpath(Path(path).parent, root)
    return "" if folder == "." or folder.startswith("..") else Path(folder).as_posix()
