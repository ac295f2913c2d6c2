"""Words to Markdown that says exactly them: styles as marks, and a backslash only where a character means something."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby, pairwise
from string import punctuation

from deckgen.model import Run, Runs

_MARKS = re.compile(
    r"[\\`*\[]|<(?=[A-Za-z/!?]|$)|&(?=#?\w{1,40};)|~(?=~|$)|(?<=~)~|^~|(?<=[A-Za-z0-9)])[\^~](?=[0-9+\-nrst])|\$(?=[^\s$][^$\n]*\$)"
)
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_NUMBER = re.compile(r"\d{1,9}(?=[.)](?:\s|$))")
_STARTS = re.compile(r">|#{1,6}(?:\s|$)|[+\-:](?:\s|$)|[=\-]+\s*$|[|:\-\s]+$")
_TAGS = {"raised": "sup", "lowered": "sub"}
_IN_TARGET = re.compile(r"[<>]|\\(?=[!-/:-@\[-`{-~])")
_IN_TITLE = re.compile(r"[\"\\<]|&(?=#?\w{1,40};)")
_URL = re.compile(r"https?://[A-Za-z0-9\-._~/]*[A-Za-z0-9\-_~/]")
_URL_GOES_ON = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]")
_SIMPLE = re.compile(r"[\w#./:~\-?=%+,@]+")
_EAST_ASIAN = "[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]"
"""Compiled when it is first used: a pattern with great ranges takes milliseconds of every start."""


def inline(text: Iterable[Run], indent: str = "") -> str:
    """Text as Markdown; a line break of the author's stays one, the next line behind `indent`."""
    lines = [_line(line) for line in _lines(text)]
    return f"\\\n{indent}".join(_started(line) for line in lines)


def heading(lines: Iterable[str]) -> str:
    """The text of a heading on one line, its own line breaks as `<br>`."""
    text = "<br>".join(_line((Run(line.strip()),)) for line in lines)
    return f"{text[:-1]}\\#" if text.endswith("#") else text


def cell(text: Runs) -> str:
    """The text of a table's cell, on one line."""
    return "<br>".join(_line(line) for line in _lines(text)).replace("|", "\\|")


def picture(path: str, alt: str, caption: str, link: str = "") -> str:
    """A picture with what it shows, its caption as Markdown's title, and where it leads."""
    shown = _in_brackets(_line((Run(" ".join(alt.split())),)))
    title = _IN_TITLE.sub(_backslashed, " ".join(caption.split()))
    where = _target(path)
    said = f'![{shown}]({where} "{title}")' if title else f"![{shown}]({where})"
    return f"[{said}]({_target(link)})" if link else said


def fenced(text: str, language: str) -> str:
    """Code between fences that are longer than any within it."""
    mark = "~" if "`" in language else "`"
    longest = max((len(found) for found in re.findall(f"{mark}+", text)), default=0)
    fence = mark * max(3, longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"


def _lines(text: Iterable[Run]) -> list[Runs]:
    """The lines of a text without white space around them; empty ones are left out."""
    lines: list[list[Run]] = [[]]
    for run in text:
        first, *rest = (run.text.replace("\n", " ") if run.code else run.text).split("\n")
        lines[-1].append(run.saying(first))
        lines += ([run.saying(part)] for part in rest)
    return [line for line in map(_trimmed, lines) if line]


def _trimmed(line: list[Run]) -> Runs:
    kept = [run for run in line if run.text]
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[0] = kept[0].saying(kept[0].text.lstrip())
        kept[-1] = kept[-1].saying(kept[-1].text.rstrip())
    alike = groupby(kept, key=lambda run: run.saying(""))
    return tuple(style.saying("".join(run.text for run in same)) for style, same in alike)


def _line(line: Runs) -> str:
    out = ""
    for place, (run, after) in enumerate(pairwise((*line, Run(""))), 1):
        closed = "$" in run.text and any("$" in later.text for later in line[place:])
        said = _styled(_said(run, after.text, closed), run, out, _beginning(after))
        # These right before a link would make a picture or a footnote of it.
        out = f"{out[:-1]}\\{out[-1]}" if out.endswith(("!", "^")) and said.startswith("[") else out
        out += said
    return out


def _said(run: Run, after: str, closed: bool) -> str:
    """A run's text, as a link where it is one; a bare address is its own link if nothing after it would join it.

    `closed` says that a dollar in a later run would make a formula of what follows the last one here.
    """
    said = _code(run.text) if run.code else _escaped(run.text, closed)
    bare = run.text == run.link and _URL.fullmatch(run.text) and not run.code and not _URL_GOES_ON.match(after)
    if not run.link or bare:
        return said
    return f"[{said if run.code else _in_brackets(said)}]({_target(run.link)})"


def _target(address: str) -> str:
    """An address or a path as Markdown's target."""
    if _SIMPLE.fullmatch(address):
        return address
    return f"<{_IN_TARGET.sub(_backslashed, ' '.join(address.split()))}>"


def _in_brackets(said: str) -> str:
    return said.replace("]", "\\]")


def _backslashed(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _beginning(run: Run) -> str:
    """The first character of a run as it is written: a mark or a tag stands before one in a style."""
    return run.text[:1] if run.is_like(Run("")) else "<"


def _styled(said: str, run: Run, before: str, after: str) -> str:
    """Bold and italic by asterisks where Markdown is sure to read them so, by tags elsewhere; the rest by tags.

    `before` is the line so far, `after` the character that follows.
    """
    said = f"<{_TAGS[run.script]}>{said}</{_TAGS[run.script]}>" if run.script else said
    said = f"<del>{said}</del>" if run.struck else said
    if not (run.bold or run.italic):
        return said
    opens = said[0].isalnum() or (not said[0].isspace() and _lets_marks_stand(before[-1:]))
    closes = said[-1].isalnum() or (not said[-1].isspace() and _lets_marks_stand(after))
    if opens and closes and not before.endswith("*"):
        mark = "*" * (2 * run.bold + run.italic)
        return f"{mark}{said}{mark}"
    said = f"<i>{said}</i>" if run.italic else said
    return f"<b>{said}</b>" if run.bold else said


def _lets_marks_stand(outside: str) -> bool:
    """Whether asterisks between this character and a sign open or close, as they always do next to a letter.

    The outer neighbour must be a gap or a sign (CommonMark 6.2), or East Asian, as deckgen reads it.
    """
    if not outside or outside in " \t" or outside in punctuation:
        return True
    return unicodedata.category(outside)[0] == "P" or re.match(_EAST_ASIAN, outside) is not None


def _escaped(text: str, closed: bool) -> str:
    marked = {found.start() for pattern in (_MARKS, _UNDERSCORE) for found in pattern.finditer(text)}
    marked |= {text.rindex("$")} if closed else set()
    return "".join(f"\\{char}" if place in marked else char for place, char in enumerate(text))


def _code(text: str) -> str:
    longest = max((len(found) for found in re.findall("`+", text)), default=0)
    ticks = "`" * (longest + 1)
    padded = text.strip() and (text[0] == "`" or text[-1] == "`" or (text[0] == text[-1] == " "))
    return f"{ticks} {text} {ticks}" if padded else f"{ticks}{text}{ticks}"


def _started(line: str) -> str:
    """A line that Markdown takes for text although it begins like a heading, a list, a quotation or a table."""
    number = _NUMBER.match(line)
    if number:
        return f"{number[0]}\\{line[number.end() :]}"
    return f"\\{line}" if _STARTS.match(line) else line
