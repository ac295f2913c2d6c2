"""Links within a post: to its headings, and to files beside it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from deckgen.check.finding import Finding
from deckgen.model import Bullets, Post, Prose, Quote, Run, Source, Table, Visual, readable

_FILES = (".md", ".markdown", ".txt", ".pdf", ".pptx", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".zip")
"""What a relative link must end in to be looked for: what a site makes of other names, nobody can tell."""

_NAMED = re.compile(r"""(?:\bid|\bname)\s*=\s*["']?([^"'\s>]+)|\{:?\s*#([^\s}]+)|\[\^([^\]\s]+)\]:""")
_TOP = frozenset({"", "top"})


def file_links(post: Post) -> tuple[str, ...]:
    """The relative links of a post that name a file, as the author wrote them, each once."""
    return tuple(dict.fromkeys(link for link, _ in _links(post) if _names_file(link)))


def dead_links(post: Post, exists: frozenset[str], text: str) -> Iterator[Finding]:
    """Links to headings that the post does not have, and to files that are not there.

    `exists` are those of `file_links` that are there; `text` is the post's file, in which raw HTML may set anchors.
    """
    links = list(_links(post))
    inner = any(link.startswith("#") for link, _ in links)
    anchors = _anchors(post, text) if inner else frozenset[str]()
    for link, source in dict.fromkeys(links):
        if link.startswith("#") and not _is_anchor(link, anchors):
            hint = "anchors are made from headings: lower case, hyphens for spaces"
            message = f"the post has no heading for the link: {readable(link)[:80]}"
        elif _names_file(link) and link not in exists:
            hint = "looked beside the post and in the folders above it, up to the one that was given"
            message = f"the link names a file that is not there: {readable(link)[:80]}"
        else:
            continue
        yield Finding("link-dead", "warning", message, source.path, source.line, hint=hint)


def _links(post: Post) -> Iterator[tuple[str, Source]]:
    for section in post.sections:
        for block in section.blocks:
            match block:
                case Prose(text=text, source=source):
                    yield from _of_runs(text, source)
                case Bullets(items=items) | Visual(told=items):
                    for item in items:
                        yield from _of_runs(item.text, item.source)
                case Quote(paragraphs=paragraphs, source=source):
                    for paragraph in paragraphs:
                        yield from _of_runs(paragraph, source)
                case Table(header=header, rows=rows, source=source):
                    for cell in (cell for row in (header, *rows) for cell in row):
                        yield from _of_runs(cell, source)
                case _:
                    continue


def _of_runs(text: tuple[Run, ...], source: Source) -> Iterator[tuple[str, Source]]:
    return ((run.link, source) for run in text if run.link)


def _names_file(link: str) -> bool:
    path = link.partition("#")[0].partition("?")[0]
    relative = path and not path.startswith("/") and not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", path)
    return bool(relative) and path.casefold().endswith(_FILES)


def _anchors(post: Post, text: str) -> frozenset[str]:
    """Every name that a link may use: those that the text sets, and those that site generators make of headings."""
    named = {name for groups in _NAMED.findall(text) for name in groups if name}
    headings = {section.heading for section in post.sections}
    headings |= {line.strip("# \t") for line in text.splitlines() if line.startswith("#")}
    made = {_slug(heading) for heading in headings}
    return frozenset({name.casefold() for name in named} | made)


def _is_anchor(link: str, anchors: frozenset[str]) -> bool:
    """Whether a heading answers to the link; a number that tells headings of one name apart may be missing."""
    wanted = unquote(link[1:]).casefold()
    if wanted in _TOP or wanted.startswith(("fn", ":~:", "!")) or wanted in anchors:
        return True
    plain = _slug(wanted)
    return plain in anchors or re.sub(r"-?\d+$", "", plain) in anchors


def _slug(heading: str) -> str:
    """A heading as all generators' anchors agree on it: letters and digits alone, in lower case."""
    folded = unicodedata.normalize("NFKC", heading).casefold()
    return "".join(char for char in folded if char.isalnum())
