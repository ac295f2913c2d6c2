"""Formulas in a text: what is one, and how it reads on one line. The typesetting is left to whoever draws pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from xml.etree.ElementTree import Element

from deckgen.model import Run, Runs
from deckgen.model.text import Script
from deckgen.posts.script import has_cjk

LONGEST = 2_000
"""Characters from which on nothing is read as a formula."""

_COMMAND = re.compile(r"\\(?:[A-Za-z]+|[{},;:!|\\])")
_NAMES = "log|ln|lg|sin|cos|tan|exp|max|min|lim|mod|gcd|det|dim|arg|sup|inf|Pr"
_PLAIN = re.compile(rf"(?>(?<![A-Za-z])(?:{_NAMES}|[A-Za-z]{{1,2}})(?![A-Za-z])|[0-9\s+\-*/=<>()\[\]|.,!':^_{{}}])+")
_TELLING = re.compile(r"[A-Za-z0-9)}\]]\s*[\^_=<>+\-*/]\s*[A-Za-z0-9({\\\-]|^[A-Za-z]$|^[A-Za-z]{1,2}\([^()]+\)$")
_PRICE = re.compile(r"\d[^=^<>_]*[\s/,][^=^<>_]*$")
_LOOSE = re.compile(r"[=+\-*/<>,:;^_&(\[{]\s*$")

_RELATIONS = frozenset("=<>≤≥≠≈≡∼+−±∓×·÷∈∉⊂⊆∪∩→←⇒⇔↦∧∨")
_ACCENTS = {"^": "\u0302", "¯": "\u0304", "˜": "\u0303", "~": "\u0303", "˙": "\u0307", "→": "\u20d7", "ˉ": "\u0304"}
_LARGE = frozenset("∑∏∫⋃⋂")
_FLAT = frozenset(["math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mstyle", "msub", "msup", "msubsup"])


def is_formula(text: str) -> bool:
    """Whether what stands between dollar signs is mathematics, and not prices or names of variables of a shell."""
    text = text.strip()
    if not text or len(text) > LONGEST or has_cjk(re.sub(r"\\text\{[^{}]*\}", "", text)) or "\n\n" in text:
        return False
    if _COMMAND.search(text):
        return text.count("{") == text.count("}")
    if _PRICE.match(text) or _LOOSE.search(text):
        return False
    return bool(_PLAIN.fullmatch(text) and _TELLING.search(text))


def is_flat(latex: str) -> bool:
    """Whether a formula says the same on one line: no fractions, roots, matrices, nor limits above and below."""
    tree = _tree(latex)
    if tree is None or any(run.code for run in runs_of(latex)):
        return False
    flat = (e.tag in _FLAT and not (e.tag.startswith("msub") and _says(e[0]) in _LARGE) for e in tree.iter())
    return all(flat)


def is_known(latex: str) -> bool:
    """Whether all commands of a formula are known."""
    return _tree(latex) is not None


def runs_of(latex: str) -> Runs:
    """A formula as text on one line, scripts raised and lowered; what cannot be said so is its LaTeX as code."""
    tree = _tree(latex)
    try:
        said = tuple(_spaced(_said(tree, ""))) if tree is not None else ()
    except _Unsayable:
        said = ()
    return said if any(run.text.strip() for run in said) else (Run(latex.strip(), code=True),)


def _spaced(runs: Iterator[Run]) -> Iterator[Run]:
    """The runs without space at the beginning, behind an opening bracket and behind other space."""
    before = " "
    for run in runs:
        text = run.text.lstrip() if before.endswith((" ", "(", "[")) else run.text
        before = text or before
        yield run.saying(text)


class _Unsayable(Exception):  # noqa: N818
    """A part of a formula needs a second dimension."""


def _tree(latex: str) -> Element | None:
    """The formula as MathML; None where it cannot be read or has commands that are not known."""
    from latex2mathml.converter import convert_to_element
    from latex2mathml.exceptions import InvalidStyleForGenfracError

    try:
        tree: Element = convert_to_element(latex)
    except (InvalidStyleForGenfracError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        return None
    for element in tree.iter():
        element.text = unescape(element.text or "")
    return None if any((element.text or "").startswith("\\") for element in tree.iter()) else tree


def _said(element: Element, script: Script) -> Iterator[Run]:
    match element.tag:
        case "math" | "mrow" | "mstyle":
            for child in element:
                yield from _said(child, script)
        case "mi" | "mn" | "mtext" | "mo" | "mspace":
            yield _leaf(element, script)
        case "msup" | "msub" | "msubsup" if not script and len(element) > 1:
            yield from _said(element[0], script)
            names: list[Script] = ["raised"] if element.tag == "msup" else ["lowered", "raised"]
            for name, child in zip(names, element[1:], strict=False):
                yield from _said(child, name)
        case "mfrac" if len(element) == 2:
            yield from _grouped(element[0], script)
            yield Run("/", script=script)
            yield from _grouped(element[1], script)
        case "msqrt":
            yield Run("√", script=script)
            yield from _grouped(element, script)
        case "mover" if len(element) == 2 and len(_says(element[0])) == 1 and _says(element[1]) in _ACCENTS:
            (run,) = _said(element[0], script)
            yield replace(run, text=run.text + _ACCENTS[_says(element[1])])
        case _:
            raise _Unsayable


def _grouped(element: Element, script: Script) -> Iterator[Run]:
    """A part in brackets, if it is more than one sign."""
    inner = [run for child in ([element] if element.tag != "msqrt" else element) for run in _said(child, script)]
    alone = len("".join(run.text for run in inner).strip()) == 1 or all(run.text.isalnum() for run in inner)
    yield from inner if alone else (Run("(", script=script), *inner, Run(")", script=script))


def _leaf(element: Element, script: Script) -> Run:
    text = (element.text or "").replace("\xa0", " ")
    match element.tag:
        case "mi":
            wordy = len(text) > 1
            return Run(
                f" {text} " if wordy and not script else text, italic=not wordy and text.isalpha(), script=script
            )
        case "mo" if text in _RELATIONS and not script:
            return Run(f" {text} ")
        case "mo" if text == ",":
            return Run(", ", script=script)
        case "mspace":
            return Run(" ", script=script)
        case _:
            return Run(text, script=script)


def _says(element: Element) -> str:
    return "".join(part for part in element.itertext())
