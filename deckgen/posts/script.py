"""Scripts and widths: which characters are Chinese, Japanese or Korean, and how long a text looks."""

from __future__ import annotations

import re
import unicodedata

CJK = "\u2e80-\u303f\u3040-\u30ff\u3100-\u31bf\u31f0-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
"""The inside of a regular expression's character class: East Asian letters and punctuation."""

IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
"""East Asian letters without punctuation."""

ENDS = "。！？!?…；;"
"""Marks that end a sentence, wherever it is written."""

_CJK = re.compile(f"[{CJK}]")
_IDEOGRAPH = re.compile(f"[{IDEOGRAPH}]")


def is_cjk(char: str) -> bool:
    """Whether the character is East Asian, punctuation included; false for the empty string."""
    return bool(char) and _CJK.match(char) is not None


def has_cjk(text: str) -> bool:
    """Whether there is an East Asian letter in the text."""
    return _IDEOGRAPH.search(text) is not None


def width(text: str) -> float:
    """The length of a text in full-width characters: a Latin letter counts half."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WF" else 0.5 for char in text)
