"""Scripts and widths: which characters are Chinese, Japanese or Korean, and how long a text looks."""

from __future__ import annotations

import re

CJK = (
    "\u2e80-\u303f\u3040-\u30ff\u3100-\u31bf\u31f0-\u33ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
)
"""The inside of a regular expression's character class: East Asian letters and punctuation."""

IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
"""East Asian letters without punctuation."""

ENDS = "。！？!?…；;"
"""Marks that end a sentence, wherever it is written."""

_CJK = re.compile(f"[{CJK}]")
# East Asian Width W and F, as ranges: one search in C is what makes this cheap enough to ask of every line.
_WIDE = re.compile(
    "[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19"
    "\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003fffd]"
)
_IDEOGRAPH = re.compile(f"[{IDEOGRAPH}]")


def is_cjk(char: str) -> bool:
    """Whether the character is East Asian, punctuation included; false for the empty string."""
    return bool(char) and _CJK.match(char) is not None


def has_cjk(text: str) -> bool:
    """Whether there is an East Asian letter in the text."""
    return _IDEOGRAPH.search(text) is not None


def width(text: str) -> float:
    """The length of a text in full-width characters: a Latin letter counts half."""
    if text.isascii():
        return len(text) / 2
    return (len(text) + len(_WIDE.findall(text))) / 2
