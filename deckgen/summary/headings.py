"""Headings as slide titles."""

from __future__ import annotations

from deckgen.summary.measure import width
from deckgen.summary.pattern import late

_NUMBER = late(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}(?:[.、．)）]|\s*[:：](?=\s))(?!\d)|\d{1,2}(?:\.\d{1,2}){1,3}(?=\s)(?!\s*(?:版|release|[GM]Hz|倍|[%+]))"
    r"|[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|第[一二三四五六七八九十\d]{1,3}[章节部分]+[：:、]?)\s*"
)
_MARKUP = late(r"^#+\s*|(?:(?<!\s)\s+)?(?<!#)#+$|[*`]{1,3}(?=\S)|(?<=\S)[*`]{1,3}")
_BREAKS = late(r"[:：?？!！。;；，]\s*|\s[–—|丨-]\s|[丨|]|——|(?=[（(])")
_SPEAKER = late(r"(?<=[\"”」』》])\s*(?:\bby\b|[-–—/])\s*[^\"“「『《]{2,80}$")
"""Who gives a talk, behind its quoted title."""
_DANGLING = late(
    r"(?:[\s/&]+(?:and|or|of|for|to|the|an?|in|on|with|at|by|from|as|via|its|their|your|how|that))*[\s/&]*$"
)
"""Asked of no more than a title's width: in a long row of such words it would begin anew at each of them."""
_KATAKANA = late(r"[ァ-ヴー]+$")
_QUOTES = {"“": "”", "「": "」", "『": "』", "《": "》", '"': '"'}


def shorten(title: str, limit: float) -> str:
    """The heading without its number and markup; cut at a natural place where it is wider than `limit`.

    `limit` counts 1 for a wide character and 0.5 for any other.
    """
    plain = _MARKUP.sub("", title.strip()).strip()
    if (match := _NUMBER.match(plain)) and len(plain) - match.end() >= 2:
        plain = plain[match.end() :]
    if width(plain) > limit:
        plain = _SPEAKER.sub("", plain)
    if width(plain) <= limit:
        return plain
    places = [m.start() + (m.group().rstrip()[-1:] in "?？!！" and bool(m.group())) for m in _BREAKS.finditer(plain)]
    fitting = [at for at in places if at <= 2 * limit and limit * 0.3 <= width(plain[:at]) <= limit]
    if fitting:
        return _opened(plain[: fitting[-1]].rstrip(" ,，:：;；-–—|丨"))
    return _opened(_cut(plain, limit))


def _opened(short: str) -> str:
    """A beginning without the quotation mark that it no longer closes."""
    closing = _QUOTES.get(short[:1])
    return short[1:] if closing and closing not in short[1:] and len(short) > 2 else short


def _cut(plain: str, limit: float) -> str:
    """As many whole words as fit before an ellipsis, which no article or preposition stands before."""
    end = min(len(plain), int(2 * limit))
    while end and width(plain[:end]) > limit - 1:
        end -= 1
    while (
        0 < end < len(plain)
        and plain[end - 1] < "\u2000"
        and plain[end] < "\u2000"
        and plain[end - 1].isalnum()
        and plain[end].isalnum()
    ):
        end -= 1
    kept = plain[:end]
    if _KATAKANA.match(plain[end : end + 1]):
        kept = _KATAKANA.sub("", kept) if width(_KATAKANA.sub("", kept)) > limit / 2 else kept
    kept = _DANGLING.sub("", kept).rstrip(" ,，:：;；-–—")
    return (kept or plain[: int(limit)]) + "…"
