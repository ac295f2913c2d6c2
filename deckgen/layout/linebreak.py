"""Where a line may end: the pair rules of Unicode Standard Annex #14, in the edition that LibreOffice compiles.

Measured on LibreOffice 7.4, which follows the annex as of Unicode 5 with few changes: a quotation mark parts from
nothing, a closing mark keeps the Latin text after it, and a hyphen ends a line even before a digit.
"""

from __future__ import annotations

import unicodedata
from functools import cache

CLASSES = {
    "OP": "([{（［｛〈《「『【〔〖〝﹙﹛﹝｢¡¿",
    "CL": ")]}，。、）］｝〉》」』】〕〗〞〟﹚﹜﹞｡｣､．",
    "NS": "：；・ー々〻ヽヾゝゞ゛゜〜゠ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ‼⁇",
    "EX": "!?！？",
    "IS": ",.:;",
    "SY": "/\\",
    "QU": "'\"“”‘’«»‹›",
    "BA": "\t\u3000|\u00ad‐–\u2012\u2027",
    "HY": "-",
    "B2": "—",
    "IN": "…‥",
    "PO": "%¢％￠‰′″℃℉",
    "PR": "+$£¥±€＄￡￥№−",
    "GL": "\u00a0\u2007\u2011\u202f",
    "ZW": "\u200b",
    "WJ": "\u2060\ufeff",
    "AL": "°·_#&*<=>@^`~§©®×÷¬¦",
    "BB": "´",
    "SP": " ",
}
"""The annex's classes, for the characters whose class their general category does not tell."""

CLASS_OF = {char: name for name, chars in CLASSES.items() for char in chars}

BY_CATEGORY = {"Nd": "NU", "Ps": "OP", "Pe": "CL", "Pi": "QU", "Pf": "QU", "Sc": "PR", "Zs": "BA"}

NEVER_BEFORE = frozenset({"CL", "EX", "IS", "SY", "SP", "ZW"})
"""No line begins with one of these, not even after a space."""

NOT_BEFORE = frozenset({"QU", "CM", "GL", "WJ", "BA", "HY", "NS"})
NOT_AFTER = frozenset({"OP", "QU", "GL", "WJ", "BB"})
"""No line begins, or ends, with one of these, where no space stands between."""

TOGETHER = frozenset(
    {
        *(("AL", after) for after in ("AL", "NU", "PR", "OP", "IN")),
        *(("NU", after) for after in ("AL", "NU", "PR", "PO", "OP", "IN")),
        *(("PR", after) for after in ("AL", "NU", "ID")),
        *(("PO", after) for after in ("AL", "NU")),
        *(("CL", after) for after in ("AL", "NU")),
        *(("IS", after) for after in ("AL", "NU")),
        *(("ID", after) for after in ("PO", "IN")),
        *(("IN", "IN"), ("B2", "B2")),
    }
)
"""Classes that no line parts, the first before the second."""

AFTER_SPACES = frozenset({("CL", "NS"), ("B2", "B2")})
"""Classes that no line parts even where spaces stand between."""


@cache
def class_of(char: str) -> str:
    """The line breaking class of a character by its name in the annex; ideographs and syllables are ID."""
    if char in CLASS_OF:
        return CLASS_OF[char]
    category = unicodedata.category(char)
    if category in {"Mn", "Mc", "Me"}:
        return "CM"
    if "\u2e80" <= char <= "\ua4cf" or char >= "\ua960" or "\u1100" <= char <= "\u11ff":
        return "ID"
    return BY_CATEGORY.get(category, "AL")


def breaks(text: str, place: int) -> bool:
    """Whether a line may end before the character at `place`; it may at both ends of the text."""
    if not 0 < place < len(text):
        return True
    before, after = class_of(text[place - 1]), class_of(text[place])
    if before == "ZW":
        return after != "SP"
    if after in NEVER_BEFORE:
        return False
    if before == "SP":
        return _breaks_after_spaces(text, place, after)
    if after in NOT_BEFORE or before in NOT_AFTER or (before, after) in TOGETHER:
        return False
    return not _within_number(text, place, before, after)


def _breaks_after_spaces(text: str, place: int, after: str) -> bool:
    last = place - 1
    while last >= 0 and text[last] == " ":
        last -= 1
    before = class_of(text[last]) if last >= 0 else "SP"
    return before != "OP" and (before, after) not in AFTER_SPACES


def _within_number(text: str, place: int, before: str, after: str) -> bool:
    """Whether the place is inside of what is written as one number: `1/2`, `(10)%`, `$(5`."""
    if before in {"PR", "PO"} and after == "OP":
        return place + 1 < len(text) and class_of(text[place + 1]) == "NU"
    if (before == "SY" and after == "NU") or (before == "CL" and after in {"PO", "PR"}):
        start = place - 1 - (before == "CL")
        while start >= 0 and class_of(text[start]) in {"SY", "IS"}:
            start -= 1
        return start >= 0 and class_of(text[start]) == "NU"
    return False
