"""The inside of a paragraph: words in their styles, line by line, and the pictures among them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import groupby
from typing import Literal

from markdown_it.token import Token

from deckgen.model import Run, Runs
from deckgen.model.text import Script
from deckgen.posts.formulas import runs_of

Ending = Literal["", "soft", "hard"]

_URL = re.compile(r"https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
_SCRIPTS: dict[str, Script] = {"sup": "raised", "sub": "lowered"}
_SILENT = ("script", "style", "template", "noscript")
_PLAYED = ("audio", "video", "iframe", "object", "canvas")
"""What stands within these is shown only by a browser that cannot show them."""


@dataclass(frozen=True, slots=True)
class Words:
    """One line of an author's paragraph. `line` counts from 0 at the paragraph's start; `ending` is how it broke."""

    runs: Runs
    line: int
    ending: Ending = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in running text, as written. `link` is the page of the web that it leads to, or empty."""

    written: str
    alt: str
    title: str
    line: int
    link: str = ""


Piece = Words | Image


@dataclass(frozen=True, slots=True)
class Tag:
    """An HTML tag: its name in lower case, its attributes, and whether it closes."""

    name: str
    attributes: dict[str, str]
    closing: bool


@dataclass(slots=True)
class Inline:
    """Collects the pieces of one paragraph."""

    pieces: list[Piece] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    line: int = 0
    _runs: list[Run] = field(default_factory=list)
    _bold: int = 0
    _italic: int = 0
    _code: int = 0
    _silent: int = 0
    _strike: int = 0
    _scripts: list[Script] = field(default_factory=list)
    _links: list[str] = field(default_factory=list)

    def take(self, tokens: Iterable[Token]) -> None:
        """Reads Markdown's inline tokens."""
        for token in tokens:
            self._take(token)

    def finish(self) -> list[Piece]:
        """All pieces, the last line included."""
        self._close("")
        return self.pieces

    def say(self, text: str, *, code: bool = False) -> None:
        """Adds text in the style that is open now."""
        if self._silent or not text:
            return
        link = self._links[-1] if self._links else ""
        if code or self._code or link:
            self._add(text, link, code=code or self._code > 0)
            return
        at = 0
        for found in _URL.finditer(text):
            url = _trimmed(found[0])
            self._add(text[at : found.start()], "")
            self._add(url, url)
            at = found.start() + len(url)
        self._add(text[at:], "")

    def break_line(self, ending: Ending) -> None:
        """Ends a line of the author's."""
        self._close(ending)

    def show(self, written: str, alt: str, title: str) -> None:
        """Adds a picture."""
        if self._silent or not written:
            return
        self._close("")
        link = self._links[-1] if self._links and _URL.match(self._links[-1]) else ""
        self.pieces.append(Image(written, alt, title, self.line, link))

    def open_tag(self, tag: Tag) -> None:
        """Follows an HTML tag that may stand in running text; unknown ones are passed over."""
        step = -1 if tag.closing else 1
        match tag.name:
            case "b" | "strong" | "mark":
                self._bold = max(0, self._bold + step)
            case "i" | "em" | "cite":
                self._italic = max(0, self._italic + step)
            case "code" | "kbd" | "tt" | "samp":
                self._code = max(0, self._code + step)
            case "del" | "s" | "strike":
                self._strike = max(0, self._strike + step)
            case "sup" | "sub" if not tag.closing:
                self._scripts.append(_SCRIPTS[tag.name])
            case "sup" | "sub":
                self._scripts = self._scripts[:-1]
            case name if name in _SILENT:
                self._silent = max(0, self._silent + step)
            case name if name in _PLAYED:
                self._tag_with_address(tag)
                self._silent = max(0, self._silent + step)
            case _:
                self._tag_with_address(tag)

    def _open(self, html: str) -> None:
        """Follows a tag as written; what is closed at once (`<video/>`) has nothing within it."""
        if tag := tag_of(html):
            self.open_tag(tag)
            if tag.name in _PLAYED and html.endswith("/>"):
                self.open_tag(Tag(tag.name, {}, closing=True))

    def _tag_with_address(self, tag: Tag) -> None:
        address = tag.attributes.get("src", "")
        match tag.name:
            case "br":
                self._close("hard")
            case "a" if tag.closing:
                if self._links:
                    self._links.pop()
            case "a":
                self._links.append(tag.attributes.get("href", ""))
            case "img" if not tag.closing:
                self.show(
                    address or tag.attributes.get("data-src", ""),
                    tag.attributes.get("alt", ""),
                    tag.attributes.get("title", ""),
                )
            case "iframe" | "video" | "embed" | "source" if address and not tag.closing:
                url = "https:" + address if address.startswith("//") else address
                self._put(Run(url, self._bold > 0, self._italic > 0, link=url))

    def _take(self, token: Token) -> None:
        match token.type:
            case "text" | "text_special":
                self.say(token.content)
            case "code_inline":
                self.say(token.content, code=True)
            case "softbreak" | "hardbreak":
                self._close("soft" if token.type == "softbreak" else "hard")
                self.line += 1
            case "image":
                self.show(str(token.attrs.get("src", "")), _alt(token), str(token.attrs.get("title", "")))
            case "html_inline":
                self._open(token.content)
                self.line += token.content.count("\n")
            case "math_inline" | "math_inline_double":
                for run in runs_of(token.content):
                    self._add(run.text, "", code=run.code, script=run.script, italic=run.italic)
            case "footnote_ref":
                self._footnote(token)
            case _:
                self._style(token)

    def _style(self, token: Token) -> None:
        match token.type:
            case "strong_open" | "strong_close":
                self._bold += token.nesting
            case "em_open" | "em_close":
                self._italic += token.nesting
            case "s_open" | "s_close":
                self._strike += token.nesting
            case "sup" | "sub":
                self._add(token.content, "", script=_SCRIPTS[token.type])
            case "link_open":
                self._links.append(str(token.attrs.get("href", "")))
            case "link_close":
                if self._links:
                    self._links.pop()

    def _footnote(self, token: Token) -> None:
        label = str(token.meta.get("label") or int(token.meta.get("id", 0)) + 1)
        self.footnotes.append(str(token.meta.get("id", 0)))
        self._add(f"[{label}]", "", script="raised")

    def _add(self, text: str, link: str, *, code: bool = False, script: Script = "", italic: bool = False) -> None:
        if not text or self._silent:
            return
        script = script or (self._scripts[-1] if self._scripts else "")
        self._put(Run(text, self._bold > 0, italic or self._italic > 0, code, link, self._strike > 0, script))

    def _put(self, run: Run) -> None:
        if self._runs and run.is_like(self._runs[-1]):
            run = run.saying(self._runs.pop().text + run.text)
        self._runs.append(run)

    def _close(self, ending: Ending) -> None:
        line = trimmed(self._runs)
        if line:
            self.pieces.append(Words(line, self.line, ending))
        self._runs = []


def tag_of(html: str) -> Tag | None:
    """The first tag in a piece of HTML; None for comments and declarations."""
    reader = _TagReader()
    reader.feed(html)
    reader.close()
    return reader.tag


class _TagReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tag: Tag | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag = self.tag or Tag(tag, {name: value or "" for name, value in attrs}, closing=False)

    def handle_endtag(self, tag: str) -> None:
        self.tag = self.tag or Tag(tag, {}, closing=True)


def trimmed(line: Iterable[Run]) -> Runs:
    """The runs without white space at either end (the full-width space too) and without empty ones."""
    kept = [run for run in line if run.text]
    while kept and not kept[0].text.lstrip():
        kept.pop(0)
    while kept and not kept[-1].text.rstrip():
        kept.pop()
    if kept:
        kept[0] = kept[0].saying(kept[0].text.lstrip())
        kept[-1] = kept[-1].saying(kept[-1].text.rstrip())
    return tuple(kept)


def merged(line: Iterable[Run]) -> Runs:
    """The runs, neighbours of one style made one."""
    alike = groupby(line, key=lambda run: run.saying(""))
    return tuple(style.saying("".join(run.text for run in same)) for style, same in alike)


def _alt(token: Token) -> str:
    """What the picture shows, without markup."""
    said = (child.content for child in token.children or () if child.type in ("text", "text_special", "code_inline"))
    return "".join(said).strip()


def _trimmed(url: str) -> str:
    """A bare address without the punctuation of the sentence around it."""
    url = url.rstrip(".,;:!?'*")
    while url.endswith(")") and url.count(")") > url.count("("):
        url = url[:-1].rstrip(".,;:!?'*")
    return url
