"""The Markdown that posts are written in: CommonMark with the extensions that people use."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath.index import math_block_dollar, math_inline_dollar
from mdit_py_plugins.footnote import footnote_plugin

from deckgen.posts.formulas import is_formula
from deckgen.posts.script import is_cjk

_SCRIPT = re.compile(
    r"(?<=[A-Za-z0-9)])\^([0-9]{1,3}|[+\-][0-9]{1,3}|n|st|nd|rd|th)\^(?![\w^])|(?<=[A-Za-z)])~([0-9]{1,2})~(?![\d~])"
)

_LINES = 60
"""The most lines that a formula has."""

DEEPEST = 200
"""Blocks nested deeper than this are not read as structure."""


def tokens_of(text: str) -> list[Token]:
    """The block tokens of a text, their inline children parsed."""
    return _parser().parse(text)


def inline_of(text: str) -> list[Token]:
    """The inline tokens of one stretch of text."""
    (token,) = _parser().parseInline(text)
    return token.children or []


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST})
    parser.enable(["table", "strikethrough"]).use(footnote_plugin).use(deflist_plugin)
    # Indented pictures of text are common, local file links are not harmful in a value that is only ever read.
    parser.validateLink = bool  # type: ignore[method-assign, assignment]
    parser.inline.ruler.at("emphasis", _emphasis)
    parser.inline.ruler.before("strikethrough", "script", _script)
    inline = _formulas_alone(math_inline_dollar(allow_space=False, allow_digits=False, allow_double=True))
    parser.inline.ruler.before("escape", "math_inline", inline)
    block = _formula_block(math_block_dollar(allow_labels=False))
    parser.block.ruler.before("fence", "math_block", block, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    return parser


def _formulas_alone(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """The rule for `$…$`, which passes over prices and whatever else is no mathematics."""

    def guarded(state: StateInline, silent: bool) -> bool:
        at, known = state.pos, len(state.tokens)
        pending = state.pending
        if state.src[at] != "$" or not rule(state, silent):
            return False
        if is_formula(state.src[at : state.pos].strip("$")):
            return True
        del state.tokens[known:]
        state.pos, state.pending = at, pending
        return False

    return guarded


def _formula_block(rule: Callable[[StateBlock, int, int, bool], bool]) -> Callable[[StateBlock, int, int, bool], bool]:
    """The rule for `$$…$$` on lines of their own, which passes over what is no mathematics."""

    def guarded(state: StateBlock, first: int, last: int, silent: bool) -> bool:
        line, known = state.line, len(state.tokens)
        end = _end_of_formula(state, first, last)
        if not end or not rule(state, first, end, silent):
            return False
        if silent or is_formula(state.tokens[-1].content):
            return True
        del state.tokens[known:]
        state.line = line
        return False

    return guarded


def _end_of_formula(state: StateBlock, first: int, last: int) -> int:
    """The line behind the one that closes a formula, 0 where none does: no blank line is in it, and not many others."""
    start = state.bMarks[first] + state.tShift[first]
    if not state.src.startswith("$$", start):
        return 0
    for line in range(first, min(last, first + _LINES)):
        said = state.src[start if line == first else state.bMarks[line] : state.eMarks[line]].rstrip()
        if not said:
            return 0
        if said.endswith("$$") and (line > first or len(said) > len("$$$$")):
            return line + 1
    return 0


def _script(state: StateInline, silent: bool) -> bool:
    """`10^6^` and `H~2~O` as Pandoc has them, but with figures and their endings alone: `^_^` is a face."""
    found = _SCRIPT.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        token = state.push("sup" if found[1] else "sub", "sup" if found[1] else "sub", 0)
        token.content = found[1] or found[2]
    state.pos = found.end()
    return True


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Emphasis as CommonMark has it, and beside East Asian text also where its flanking rule fails.

    `**标签：**正文` and `如**《书》**已` are literal in CommonMark, since there the inner neighbour is punctuation and
    the outer one a letter; East Asian text has no spaces to tell the two sides apart.
    """
    marker = state.src[state.pos]
    if silent or marker not in "_*":
        return False
    opens, closes, length = state.scanDelims(state.pos, marker == "*")
    if marker == "*":
        before = state.src[state.pos - 1] if state.pos else " "
        after = state.src[state.pos + length] if state.pos + length < state.posMax else " "
        opens = opens or (_is_punctuation(after) and is_cjk(before))
        closes = closes or (_is_punctuation(before) and is_cjk(after))
    for _ in range(length):
        token = state.push("text", "", 0)
        token.content = marker
        state.delimiters.append(Delimiter(ord(marker), length, len(state.tokens) - 1, -1, opens, closes))
    state.pos += length
    return True


def _is_punctuation(char: str) -> bool:
    return isMdAsciiPunct(ord(char)) or isPunctChar(char)
