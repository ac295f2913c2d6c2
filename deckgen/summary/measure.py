"""How long a text is, in which language it is written, and which terms it is made of."""

from __future__ import annotations

import re
from itertools import pairwise
from operator import add
from typing import Literal

from deckgen.summary.pattern import late, word_set

Language = Literal["zh", "ja", "ko", "en"]

WIDE = (
    "\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\u33ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\ua960-\\ua97f\\uac00-\\ud7a3"
    "\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff01-\\uff60\\uffe0-\\uffe6\\U00020000-\\U0003fffd"
)
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
KANA = "\u3041-\u30ff"
_HANGUL_FIRST, _HANGUL_LAST = "\uac00", "\ud7a3"
HANGUL = f"{_HANGUL_FIRST}-{_HANGUL_LAST}"
CJK = HAN + KANA + HANGUL

_WIDE = late(f"[{WIDE}]+")
"""Runs of wide characters: to find few long ones is quicker than many short ones."""
_WORD = late(r"[A-Za-z0-9][\w.+/#'-]*", re.ASCII)
_PHONETIC = late(f"[{HANGUL}{KANA}]")
_HANGUL = late(f"[{HANGUL}]+")
_KANA = late(f"[{KANA}]+")
_HAN = late(f"[{HAN}]+")
_WORDS = late(r"[A-Za-z]{2,}")

_EMPTY_HAN = frozenset(
    "的了是在和与及也都就这那有我你他她它们个不没被把将为以于而或但并其之着过得地很更最还又再要会能可从到对由向让使给上下中里后前时呢吗吧啊么等所如因此"
)
_EMPTY_WORDS = word_set(
    """a an the and or but of to in on at for with by from as is are was were be been being it its this that these
    those we you he she they i our your their his her them us me my not no do does did has have had will would
    can could should may might must so if then than there here what which who when where how why all some any
    more most very also just only into about over out up one two e g i.e e.g etc"""
)
_FULL_HAN = "\u3400-\u4dbf\uf900-\ufaff" + "".join(
    f"{chr(ord(before) + 1)}-{chr(ord(after) - 1)}"
    for before, after in pairwise(["\u4dff", *sorted(_EMPTY_HAN), "\ua000"])
    if ord(after) - ord(before) > 1
)
"""The Han characters without those that carry no meaning, as ranges."""
_TERM = late(rf"[A-Za-z][A-Za-z0-9]*(?:[.\-+#/][A-Za-z0-9]+)*|\d+(?:\.\d+)?|[{_FULL_HAN}{KANA}]{{2,}}|[{HANGUL}]+")


def units(text: str) -> float:
    """The length of a text: 1 for a wide (CJK) character, 2.5 for a Latin word or number, 0 for the rest.

    36 units fill about a line and a half of a slide.
    """
    wide = 0 if text.isascii() else _length(_WIDE, text)
    return wide + 2.5 * len(_WORD.findall(text))


def _length(runs: re.Pattern[str], text: str) -> int:
    """How many characters of a text lie in such runs."""
    return len("".join(runs.findall(text)))


def width(text: str) -> float:
    """The width of a text on a line: 1 for a wide character, 0.5 for any other."""
    wide = _length(_WIDE, text)
    return wide + 0.5 * (len(text) - wide)


def language(text: str) -> Language:
    """The language whose rules fit the text best: Korean and Japanese by their scripts, Chinese by its characters."""
    if text.isascii():
        return "en"
    hangul = kana = 0
    if _PHONETIC.search(text):
        hangul, kana = _length(_HANGUL, text), _length(_KANA, text)
    han = _length(_HAN, text)
    words = len(_WORDS.findall(text))
    if hangul + kana + han < 0.6 * words:
        return "en"
    if hangul > kana + han:
        return "ko"
    return "ja" if kana > 0.15 * (kana + han) else "zh"


def terms(text: str) -> list[str]:
    """The terms that carry meaning, in order: words for Latin and Korean, character bigrams for Han and kana."""
    found: list[str] = []
    for piece in _TERM.findall(text):
        first = piece[0]
        if first < "\u0250":
            word = piece.lower()
            if word not in _EMPTY_WORDS:
                found.append(word)
        elif _HANGUL_FIRST <= first <= _HANGUL_LAST:
            found.append(piece[:2])
        else:
            found += map(add, piece, piece[1:])
    return found
