"""Which language a stretch of text is in, as far as an office program must know: for line breaking and for the face."""

from __future__ import annotations

import re

from deckgen.model import Fonts

_HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u31c0-\u31ef\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_EAST = re.compile(f"[{_HAN}\u3000-\u30ff\u31f0-\u31ff\uff00-\uffef\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\u31f0-\u31ff]")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")
_EAST_ASIAN = ("zh", "ja", "ko")


def east_asian(lang: str) -> str:
    """The East Asian language of a deck: its own, where it has one, else Chinese as read on the mainland."""
    return lang if lang.split("-", maxsplit=1)[0] in _EAST_ASIAN else "zh-CN"


def latin(lang: str) -> str:
    """The language of a deck's Latin text: its own, where that is not East Asian, else American English."""
    return "en-US" if lang.split("-", maxsplit=1)[0] in _EAST_ASIAN or not lang else lang


def of(words: str, lang: str) -> str:
    """The language tag for a stretch of text in a deck whose language is `lang`.

    A syllable of Hangul makes it Korean; kana make it Japanese where they are at least a tenth of it, since a Chinese
    name may hold one; any other East Asian character makes it the deck's East Asian language.
    """
    east = len(_EAST.findall(words))
    if not east:
        return latin(lang)
    if _HANGUL.search(words):
        return "ko-KR"
    if len(_KANA.findall(words)) * 10 >= east:
        return "ja-JP"
    return east_asian(lang)


def face(lang: str, fonts: Fonts) -> str:
    """The East Asian typeface for a language tag."""
    return {"ko": fonts.korean, "ja": fonts.japanese}.get(lang.split("-", maxsplit=1)[0], fonts.chinese)
