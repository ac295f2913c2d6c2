"""Lines of code on a panel: whole where they fit, else broken between words and continued further right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckgen.layout.breaking import SLACK, Style
from deckgen.layout.impress import GAP_AFTER_EAST_ASIAN, east_asian
from deckgen.metrics import widths
from deckgen.model import Code, Paragraph, Run, Runs, plain

TAB = 4
"""The columns from one tab stop to the next."""

DEEPER = 4
"""The columns by which the continuation of a line stands further right than the line."""

DEEPEST = 0.4
"""The share of the width that the indentation of a continuation takes at the most."""

_ATOMS = r"\s+|[⺀-鿿가-퟿豈-￯]|[^\W⺀-鿿가-퟿豈-￯]+|[^\w\s]"
"""Compiled when it is first used: a pattern with great ranges takes milliseconds of every start."""
_AFTER = frozenset(",;([{|&=+")
_WHOLE = ("number", "name", "keyword")


def code_lines(code: Code) -> tuple[Runs, ...]:
    """The code's lines, tabs as spaces up to the next stop, without the empty ones at either end."""
    lines = code.lines or tuple((Run(line),) if line else () for line in code.text.split("\n"))
    first, last = 0, len(lines)
    while first < last and not plain(lines[first]).strip():
        first += 1
    while first < last and not plain(lines[last - 1]).strip():
        last -= 1
    return tuple(_untabbed(line) for line in lines[first:last])


def with_lines(code: Code, lines: tuple[Runs, ...]) -> Code:
    """The same code with these lines alone."""
    return replace(code, text="\n".join(plain(line) for line in lines), lines=lines)


def code_paragraph(line: Runs, style: Style, width: float, size: float) -> Paragraph:
    """A line at that size, its breaks where they part no word if that can be; an empty one is a space."""
    parts = broken(line, style, width, size)
    text = tuple(run for n, part in enumerate(parts) for run in ((Run("\n"), *part) if n else part))
    return Paragraph(text or (Run(" "),), hang=round(_hang(line, style, width, size), 2) if len(parts) > 1 else 0.0)


def broken(line: Runs, style: Style, width: float, size: float) -> list[Runs]:
    """The lines that a line takes in so many points. All its characters are kept.

    Blanks before a break fit, too: one that does not would be a line of its own in some programs.
    """
    limit, rest = width / SLACK / size, (width - _hang(line, style, width, size)) / SLACK / size
    atoms = list(_atoms(line, style))
    parts: list[Runs] = []
    start, used = 0, 0.0
    at = 0
    while at < len(atoms):
        used += atoms[at].width
        if used <= (rest if parts else limit) or at == start or _is_end(atoms, at):
            at += 1
            continue
        at = _cut(atoms, start, at)
        parts.append(_joined(atoms[start:at]))
        start, used = at, 0.0
    return [*parts, _joined(atoms[start:])]


@dataclass(frozen=True, slots=True)
class _Atom:
    """A word, a mark or a blank, never parted; its width in em, with the gap that some programs set before it."""

    run: Run
    width: float


def _atoms(line: Runs, style: Style) -> Iterator[_Atom]:
    table = widths(style.faces.mono, style.faces.east_asian, style.bold)
    script: bool | None = None
    for run in line:
        parts = [run.text] if run.tone in _WHOLE else re.findall(_ATOMS, run.text)
        for part in parts:
            before, script = script, script if (own := east_asian(part[0])) is None else own
            gap = GAP_AFTER_EAST_ASIAN if before is not None and before != script else 0.0
            yield _Atom(run.saying(part), gap + sum(table[char] for char in part))


def _is_end(atoms: list[_Atom], at: int) -> bool:
    """Whether only blanks are left, which may hang over the edge."""
    return at == len(atoms) - 1 and atoms[at].run.text.isspace()


def _cut(atoms: list[_Atom], start: int, over: int) -> int:
    """Where to break before the atom that no longer fits: at a blank, else behind a mark, in the later half."""
    indented = atoms[start].run.text.isspace()
    half = start + max(2 if indented else 1, (over - start) // 2)
    for fits in (str.isspace, lambda text: text[-1] in _AFTER):
        for place in range(over, half - 1, -1):
            if fits(atoms[place - 1].run.text):
                return place
    return over


def _joined(atoms: list[_Atom]) -> Runs:
    out: list[Run] = []
    for atom in atoms:
        if out and out[-1].is_like(atom.run):
            out[-1] = atom.run.saying(out[-1].text + atom.run.text)
        else:
            out.append(atom.run)
    return tuple(out)


def _hang(line: Runs, style: Style, width: float, size: float) -> float:
    text = plain(line)
    columns = len(text) - len(text.lstrip()) + DEEPER
    space = widths(style.faces.mono, style.faces.east_asian, style.bold)[" "]
    return min(columns * space * size, DEEPEST * width)


def _untabbed(line: Runs) -> Runs:
    if not any("\t" in run.text for run in line):
        return line
    out, column = [], 0
    for run in line:
        said = ""
        for char in run.text:
            said += " " * (TAB - column % TAB) if char == "\t" else char
            column += TAB - column % TAB if char == "\t" else 1
        out.append(run.saying(said))
    return tuple(out)
