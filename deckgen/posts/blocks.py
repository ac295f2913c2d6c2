"""Markdown to blocks: headings, prose, lists, pictures, code, quotations and tables, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from deckgen.model import FORMULA, Code, ListItem, Notice, Prose, Quote, Run, Runs, Source, Table, plain
from deckgen.model.theme import Align
from deckgen.posts import meaning
from deckgen.posts.files import Pictures
from deckgen.posts.footnotes import Footnotes, noted
from deckgen.posts.formulas import is_flat, is_known, runs_of
from deckgen.posts.html import read_html
from deckgen.posts.inline import Image, Inline, Words, merged, trimmed
from deckgen.posts.items import items_of
from deckgen.posts.lines import Lines, join
from deckgen.posts.markdown import tokens_of
from deckgen.posts.nodes import Heading, ListEnd, Node, Piece, packed, table_of
from deckgen.posts.paragraphs import Text, joined, paragraphs

DEEPEST = 8
"""PowerPoint has nine levels of a list, counted here from 0; what lies deeper stands on the last."""


def nodes_of(lines: Lines, pictures: Pictures) -> tuple[Node, ...]:
    """The headings and blocks of a post's body; `pictures` finds its files and gathers the notices."""
    reader = Reader(tokens_of(join(lines)), lines, pictures)
    return tuple(packed(reader.read()))


@dataclass(slots=True)
class Reader:
    """Follows Markdown's tokens. What a post's text is taken to mean can be overridden: `parts`, `title`, `ticked`."""

    tokens: list[Token]
    lines: Lines
    pictures: Pictures
    at: int = 0
    out: list[Piece] = field(default_factory=list)
    footnotes: Footnotes = field(default_factory=Footnotes)

    def read(self) -> list[Piece]:
        """Everything in reading order, the items of lists one by one."""
        while self.at < len(self.tokens):
            self._block()
        return self.footnotes.placed(self.out)

    def _block(self) -> None:
        token = self.tokens[self.at]
        self.at += 1
        match token.type:
            case "heading_open":
                self._heading(token)
            case "inline":
                self._paragraph(token)
            case "fence" | "code_block" | "math_block":
                self._code(token)
            case "blockquote_open":
                self._quote()
            case "bullet_list_open" | "ordered_list_open":
                self._list(token, 0)
            case "table_open":
                self._table(token)
            case "dl_open":
                self._definitions()
            case "footnote_open":
                self._footnote(token)
            case "html_block":
                self._html(token)

    def _source(self, token: Token, first: int = 0, last: int | None = None) -> Source:
        """The place of a token, or of the lines `first` to `last` within it."""
        start, end = token.map or (0, 1)
        here = self.lines[min(start + first, len(self.lines) - 1)].number
        below = start + last if last is not None else end - 1
        there = self.lines[max(0, min(below, len(self.lines) - 1))].number
        return Source(self.pictures.path, here, max(here, there))

    def _inline(self, token: Token, where: Source | None = None) -> Inline:
        inline = Inline()
        inline.take(token.children or ())
        inline.finish()
        self.footnotes.refer(inline.footnotes, where or self._source(token))
        return inline

    def _emit(self, token: Token, inline: Inline, make: Callable[[Text, Source], Piece]) -> None:
        """Adds what a paragraph holds: texts as `make` says, pictures where the author put them."""
        listed = False
        for part in self.parts(inline.pieces):
            if isinstance(part, Image):
                self._picture(token, part)
                continue
            source = self._source(token, part.line, part.end)
            if part.item:
                self.out.append(ListItem(part.runs, 0, "", source))
                listed = True
            else:
                self.out.append(make(part, source))
        if listed:
            self.out.append(ListEnd())

    def _paragraph(self, token: Token) -> None:
        self._emit(token, self._inline(token), lambda text, source: Prose(text.runs, source))

    def _picture(self, token: Token, image: Image) -> None:
        source = self._source(token, image.line, image.line)
        picture = self.pictures.find(image.written, image.alt, image.title, source)
        if picture:
            self.out.append(replace(picture, link=image.link))

    def _heading(self, opening: Token) -> None:
        token = self.tokens[self.at]
        inline = self._inline(token)
        words = [piece for piece in inline.pieces if isinstance(piece, Words)]
        kept = [replace(line, runs=tuple(run for run in line.runs if meaning.is_said(run))) for line in words]
        if any(run.struck for line in words for run in line.runs):
            where = self._source(token)
            self.pictures.notices.append(
                Notice("crossed-out text left out of a heading", where.path, where.line, rule="text-cut")
            )
        text = self.title([line for line in kept if line.runs])
        if text:
            self.out.append(Heading(text, int(opening.tag[1]), self._source(token)))
        for piece in inline.pieces:
            if isinstance(piece, Image):
                self._picture(token, piece)
        self.at += 2

    def parts(self, pieces: Sequence[Words | Image]) -> Iterator[Text | Image]:
        """The texts and pictures of a paragraph."""
        return paragraphs(pieces)

    def title(self, words: Sequence[Words]) -> str:
        """The text of a heading."""
        return " ".join(plain(joined(words)).split())

    def attributed(self, text: Runs) -> tuple[str, Runs]:
        """Who is quoted, and what is left of the quotation's last paragraph."""
        return meaning.attribution(text)

    def table(self, rows: list[list[Runs]], source: Source, aligns: tuple[Align, ...]) -> Table | None:
        """The table of these rows."""
        return table_of(rows, source, aligns)

    def _code(self, token: Token) -> None:
        if token.type == "math_block":
            self._formula(token)
            return
        language = token.info.strip().split()[0].strip("{}.") if token.info.strip() else ""
        self.out.append(Code(token.content.rstrip("\n"), language, self._source(token)))

    def _formula(self, token: Token) -> None:
        """A formula that needs more than a line is code until somebody draws it."""
        latex, source = token.content.strip(), self._source(token)
        if is_flat(latex):
            self.out.append(Prose(trimmed(merged(runs_of(latex))), source))
        else:
            self.out.append(Code(latex, FORMULA if is_known(latex) else "latex", source))

    def _nested(self, closing: str) -> list[Piece]:
        """What stands up to the closing token, kept apart from what came before."""
        outside, self.out = self.out, []
        while self.at < len(self.tokens) and self.tokens[self.at].type != closing:
            self._block()
        self.at += 1
        inside, self.out = self.out, outside
        return inside

    def _quote(self) -> None:
        told: list[tuple[Runs, Source]] = []
        for piece in self._nested("blockquote_close"):
            match piece:
                case Prose():
                    told.append((piece.text, piece.source))
                case ListItem():
                    told.append(((Run(f"{piece.number or '•'} "), *piece.text), piece.source))
                case Heading():
                    told.append(((Run(piece.text, bold=True),), piece.source))
                case Quote():
                    told.extend((paragraph, piece.source) for paragraph in meaning.as_paragraphs(piece))
                case ListEnd():
                    pass
                case _:
                    self._quoted(told)
                    told = []
                    self.out.append(piece)
        self._quoted(told)

    def _quoted(self, told: list[tuple[Runs, Source]]) -> None:
        if not told:
            return
        source = told[0][1].to(told[-1][1])
        texts = [text for text, _ in told]
        by, rest = self.attributed(texts[-1])
        texts = texts[:-1] + ([rest] if rest else [])
        if texts:
            self.out.append(Quote(tuple(texts), by, source))
        else:
            self.out.append(Prose(told[0][0], source))

    def _list(self, opening: Token, level: int) -> None:
        closing = opening.type.replace("_open", "_close")
        while self.at < len(self.tokens) and self.tokens[self.at].type != closing:
            token = self.tokens[self.at]
            self.at += 1
            if token.type == "list_item_open":
                number = token.info + token.markup if opening.type == "ordered_list_open" else ""
                self._item(level, number)
        self.at += 1
        if level == 0:
            self.out.append(ListEnd())

    def _item(self, level: int, number: str) -> None:
        outside, self.out = self.out, []
        while self.at < len(self.tokens) and self.tokens[self.at].type != "list_item_close":
            token = self.tokens[self.at]
            if token.type in ("bullet_list_open", "ordered_list_open"):
                self.at += 1
                self._list(token, min(level + 1, DEEPEST))
            else:
                self._block()
        self.at += 1
        inside, self.out = self.out, outside
        self.out.extend(items_of(inside, level, number))

    def _definitions(self) -> None:
        """A term in bold with what it means: behind a colon where that is one text, else below it."""
        while self.at < len(self.tokens) and self.tokens[self.at].type != "dl_close":
            token = self.tokens[self.at]
            self.at += 1
            if token.type == "dt_open":
                terms = items_of(self._nested("dt_close"), 0, "")
                self.out.extend(meaning.emphasised(term) for term in terms)
            elif token.type == "dd_open":
                self._defined(list(items_of(self._nested("dd_close"), 1, "")))
        self.at += 1
        self.out.append(ListEnd())

    def _defined(self, told: list[Piece]) -> None:
        another = self.tokens[self.at].type == "dd_open"
        match self.out[-1:], told:
            case [[ListItem(level=0) as term], [ListItem(level=1) as said]] if not another:
                text = (*term.text, Run(": "), *said.text)
                self.out[-1] = replace(term, text=text, source=term.source.to(said.source))
            case _:
                self.out.extend(told)

    def _footnote(self, opening: Token) -> None:
        label = str(opening.meta.get("label") or int(opening.meta.get("id", 0)) + 1)
        inside = self._nested("footnote_close")
        source = inside[0].source if inside and not isinstance(inside[0], ListEnd) else self._source(opening)
        self.footnotes.told.setdefault(str(opening.meta.get("id", 0)), []).extend(noted(label, inside, source))

    def _table(self, opening: Token) -> None:
        rows: list[list[Runs]] = []
        images: list[tuple[Token, Image]] = []
        aligns: list[Align] = []
        while self.at < len(self.tokens) and self.tokens[self.at].type != "table_close":
            token = self.tokens[self.at]
            self.at += 1
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "th_open":
                aligns.append(_align(token))
            elif token.type == "inline":
                pieces = self._inline(token, self._source(opening)).pieces
                rows[-1].append(joined([piece for piece in pieces if isinstance(piece, Words)]))
                images.extend((token, piece) for piece in pieces if isinstance(piece, Image))
        self.at += 1
        table = self.table(rows, self._source(opening), tuple(aligns) if any(a != "left" for a in aligns) else ())
        if table:
            self.out.append(table)
        for token, image in images:
            self._picture(token, image)

    def _html(self, token: Token) -> None:
        self.out.extend(read_html(token.content, lambda first, last: self._source(token, first, last), self.pictures))


def _align(cell: Token) -> Align:
    """How a column is aligned, by the style of its header's cell."""
    said = str(cell.attrs.get("style", "")).rpartition(":")[2]
    return "center" if said == "center" else "right" if said == "right" else "left"
