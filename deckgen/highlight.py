"""What the words of a program are, by Pygments: its colours are the theme's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deckgen.model import Code, ContentSlide, Deck, Item, Run, Runs, Slide
from deckgen.model.text import Tone

if TYPE_CHECKING:
    from pygments.lexer import Lexer
    from pygments.token import _TokenType

LONGEST = 50_000
"""Characters of one block of code from which on it stays in one colour: nobody reads it on slides."""

_TONES: dict[str, Tone] = {
    "Comment": "comment",
    "Comment.Preproc": "keyword",
    "Comment.PreprocFile": "string",
    "Generic.Deleted": "number",
    "Generic.Heading": "name",
    "Generic.Inserted": "string",
    "Generic.Prompt": "comment",
    "Generic.Subheading": "name",
    "Keyword": "keyword",
    "Literal.Number": "number",
    "Literal.String": "string",
    "Literal.Date": "number",
    "Name.Attribute": "name",
    "Name.Builtin": "name",
    "Name.Builtin.Pseudo": "keyword",
    "Name.Class": "name",
    "Name.Decorator": "name",
    "Name.Exception": "name",
    "Name.Function": "name",
    "Name.Namespace": "name",
    "Name.Tag": "name",
    "Operator.Word": "keyword",
}
"""By the names of Pygments' token types; what is not here is as its parent, and what has none has no tone."""


def toned(deck: Deck) -> Deck:
    """The deck with its code in tones, where its language is named and known; no language is ever guessed."""
    return replace(deck, slides=tuple(_toned(slide) for slide in deck.slides))


def _toned(slide: Slide) -> Slide:
    if not isinstance(slide, ContentSlide) or not any(isinstance(item, Code) for item in slide.items):
        return slide
    return replace(slide, items=tuple(_item(item) for item in slide.items))


def _item(item: Item) -> Item:
    return replace(item, lines=lines_of(item.text, item.language)) if isinstance(item, Code) else item


def lines_of(text: str, language: str) -> tuple[Runs, ...]:
    """The lines of a program as runs in tones, every character kept; none where the language is not known."""
    lexer = _lexer(language) if language and len(text) <= LONGEST else None
    if lexer is None:
        return ()
    lines: list[list[Run]] = [[]]
    for kind, said in lexer.get_tokens(text):
        tone = _tone(kind)
        for place, part in enumerate(said.split("\n")):
            if place:
                lines.append([])
            _add(lines[-1], part, tone)
    found = tuple(tuple(line) for line in lines)
    # A lexer that loses a character, as one with a fault may, is not to be believed.
    return found if "\n".join("".join(run.text for run in line) for line in found) == text else ()


def _add(line: list[Run], text: str, tone: Tone) -> None:
    if not text:
        return
    if line and (line[-1].tone == tone or text.isspace()):
        line[-1] = line[-1].saying(line[-1].text + text)
    else:
        line.append(Run(text, tone=tone))


def _lexer(language: str) -> Lexer | None:
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language.casefold(), ensurenl=False, stripnl=False)
    except ClassNotFound:
        return None


def _tone(kind: _TokenType) -> Tone:
    """The tone of a token's type, or of the nearest of those above it that has one."""
    name = str(kind).removeprefix("Token").removeprefix(".")
    while name:
        if name in _TONES:
            return _TONES[name]
        name = name.rpartition(".")[0]
    return ""
