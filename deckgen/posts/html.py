"""HTML in a post, read into the same blocks as Markdown; scripts, styles and comments are dropped."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from html.parser import HTMLParser

from deckgen.model import Code, ListItem, Prose, Quote, Runs, Source, plain
from deckgen.posts import meaning
from deckgen.posts.files import Pictures
from deckgen.posts.inline import Image, Inline, Tag, Words
from deckgen.posts.markdown import inline_of
from deckgen.posts.nodes import Heading, ListEnd, Piece, table_of
from deckgen.posts.paragraphs import joined, paragraphs

SourceOf = Callable[[int, int], Source]
"""The place in the post of the lines from one to another, counted from 0 within the HTML."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PARTING = frozenset(
    [
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "div",
        "section",
        "article",
        "center",
        "figure",
        "figcaption",
        "details",
        "summary",
        "header",
        "footer",
        "main",
        "aside",
        "nav",
        "hr",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "caption",
        "blockquote",
        "pre",
        "address",
        "form",
    ]
)
"""Tags that end a paragraph."""

_MANY = 200
_MARKDOWN = re.compile(r"!?\[[^\]\n]{0,300}\]\([^)\n]{1,1000}\)|\*\*\S|`\S")


def read_html(content: str, source_of: SourceOf, pictures: Pictures) -> list[Piece]:
    """The blocks that a stretch of HTML holds."""
    reader = _Reader(source_of, pictures)
    reader.feed(_closed(_without_comments(content)))
    reader.close()
    reader.flush()
    return reader.out


def _closed(content: str) -> str:
    """The HTML with the brackets escaped that open no tag, where there are so many that the parser would crawl."""
    if content.count("<") - content.count(">") < _MANY:
        return content
    return re.sub(r"<(?![^<>]*>)", "&lt;", content)


def _without_comments(content: str) -> str:
    """The HTML without its comments, each line break kept; a comment that is never closed is text."""
    parts: list[str] = []
    at = 0
    while (start := content.find("<!--", at)) >= 0 and (end := content.find("-->", start + 4)) >= 0:
        parts += content[at:start], "\n" * content.count("\n", start, end)
        at = end + 3
    return "".join(parts) + content[at:].replace("<!--", "")


class _Reader(HTMLParser):
    """Follows the tags: what parts paragraphs flushes the text gathered so far into the block that is open."""

    def __init__(self, source_of: SourceOf, pictures: Pictures) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[Piece] = []
        self._source_of = source_of
        self._pictures = pictures
        self._inline = Inline()
        self._open: list[str] = []
        self._counts: list[int] = []
        self._rows: list[list[Runs]] = []
        self._headed = False
        self._quoted = -1
        self._cited = False
        self._code: list[str] | None = None
        self._begun = 0
        self._dropped = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._dropped:
            return
        if tag in ("script", "style"):
            self._dropped = tag
            return
        self._cited = self._cited or tag in ("cite", "footer")
        if tag not in _PARTING:
            self._inline.line = self._row()
            self._inline.open_tag(Tag(tag, {name: value or "" for name, value in attrs}, closing=False))
            return
        self.flush()
        self._begin(tag)
        if tag != "hr":
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._dropped:
            self._dropped = "" if tag == self._dropped else self._dropped
            return
        if tag not in _PARTING:
            self._inline.open_tag(Tag(tag, {}, closing=True))
            return
        self.flush()
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        self._end(tag)

    def _begin(self, tag: str) -> None:
        match tag:
            case "ul" | "ol":
                self._counts.append(0 if tag == "ol" else -1)
            case "li" if self._counts and self._counts[-1] >= 0:
                self._counts[-1] += 1
            case "table":
                self._rows, self._begun, self._headed = [], self._row(), False
            case "tr":
                self._rows.append([])
            case "pre":
                self._code, self._begun = [], self._row()
            case "blockquote" if "blockquote" not in self._open:
                self._quoted, self._cited = len(self.out), False

    def _end(self, tag: str) -> None:
        match tag:
            case "ul" | "ol":
                if self._counts:
                    self._counts.pop()
                if not self._counts:
                    self.out.append(ListEnd())
            case "table":
                self._end_table()
            case "blockquote" if "blockquote" not in self._open:
                self._end_quote()
            case "pre":
                self._end_code()

    def handle_data(self, data: str) -> None:
        if self._dropped:
            return
        if self._code is not None:
            self._code.append(data)
            return
        self._inline.line = self._row()
        if _MARKDOWN.search(data):
            self._inline.take(inline_of(data.strip()))
            return
        for index, line in enumerate(data.split("\n")):
            if index:
                self._inline.break_line("soft")
                self._inline.line += 1
            self._inline.say(line)

    def flush(self) -> None:
        """Ends the paragraph that is open and puts it where it belongs."""
        if self._code is not None:
            return
        pieces = self._inline.finish()
        inline, self._inline = self._inline, Inline(line=self._row())
        if not pieces:
            return
        words = [piece for piece in pieces if isinstance(piece, Words)]
        where = self._source_of(min(piece.line for piece in pieces), max(piece.line for piece in pieces))
        inside = next((tag for tag in reversed(self._open) if tag not in ("p", "div", "center", "section")), "")
        if words and inside in ("td", "th"):
            self._cell(joined(words))
            self._headed = self._headed or (inside == "th" and len(self._rows) == 1)
        elif words and inside in _HEADINGS:
            self.out.append(Heading(" ".join(plain(joined(words)).split()), int(inside[1]), where))
        elif words and inside in ("li", "dt", "dd"):
            item = ListItem(joined(words), self._level(inside), self._number(), where)
            self.out.append(meaning.emphasised(item) if inside == "dt" else item)
        elif words and "blockquote" in self._open:
            self.out.append(Quote((joined(words),), "", where))
        else:
            self._prose(inline)
            return
        self._show(pieces)

    def _prose(self, inline: Inline) -> None:
        for part in paragraphs(inline.pieces):
            if isinstance(part, Image):
                self._show([part])
            else:
                self.out.append(Prose(part.runs, self._source_of(part.line, part.end)))

    def _show(self, pieces: Sequence[Words | Image]) -> None:
        for piece in pieces:
            if isinstance(piece, Image):
                where = self._source_of(piece.line, piece.line)
                picture = self._pictures.find(piece.written, piece.alt, piece.title, where)
                if picture:
                    self.out.append(replace(picture, link=piece.link))

    def _cell(self, text: Runs) -> None:
        if not self._rows:
            self._rows.append([])
        self._rows[-1].append(text)

    def _level(self, tag: str) -> int:
        return 1 if tag == "dd" else max(0, len(self._counts) - 1)

    def _number(self) -> str:
        return f"{self._counts[-1]}." if self._counts and self._counts[-1] > 0 else ""

    def _end_quote(self) -> None:
        """The paragraphs of a quotation are one, if nothing else stands among them."""
        quotes = [piece for piece in self.out[self._quoted :] if isinstance(piece, Quote)] if self._quoted >= 0 else []
        if quotes and len(quotes) == len(self.out) - self._quoted:
            self.out[self._quoted :] = [meaning.whole(quotes, cited=self._cited)]
        self._quoted = -1

    def _end_table(self) -> None:
        headed = self._headed or self._bold_first()
        table = table_of(self._rows, self._source_of(self._begun, self._row()), headed=headed)
        if table:
            self.out.append(table)
        self._rows = []

    def _bold_first(self) -> bool:
        """Whether all of the first row is in bold, as a header is that was not marked as one."""
        return bool(self._rows) and all(run.bold for cell in self._rows[0] for run in cell)

    def _end_code(self) -> None:
        text = "".join(self._code or ()).strip("\n")
        self._code = None
        if text.strip():
            self.out.append(Code(text, "", self._source_of(self._begun, self._row())))

    def _row(self) -> int:
        return self.getpos()[0] - 1
