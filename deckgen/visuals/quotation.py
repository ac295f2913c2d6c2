"""Quotations strong enough to stand alone: one short sentence that somebody would remember.

Refuses what block quotations are also used for: notes and warnings, links, code, labels, text that goes on elsewhere.
"""

from __future__ import annotations

import re

from deckgen.model import Quote, plain
from deckgen.summary import units

LONGEST = 40.0
SHORTEST = 6.0

_REMARK = re.compile(
    r"\W*(?:注意?|注[:：]|提示|警告|说明|备注|小贴士|背景|原文|本文|转载|作者|译者|编者|来源|参考|更新|声明|另"
    r"|note|tip|tips|warning|info|important|caution|hint|see|source|update|updated|disclaimer|todo|nb|ps|edit|fyi"
    r"|this (?:post|article|page|document|section|file|project|repo)|translated|originally|read more)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"https?:|www\.|[:：]\s*$|\[!|@|`|[<>{}|=$#]|\.\.\.\s*$")


def strong(quote: Quote) -> bool:
    """Whether the quotation is to stand on a slide of its own."""
    if len(quote.paragraphs) != 1:
        return False
    text = quote.paragraphs[0]
    said = plain(text).strip()
    if any(run.code or run.link for run in text) or "\n" in said:
        return False
    return SHORTEST <= units(said) <= LONGEST and not _REMARK.match(said) and not _ELSEWHERE.search(said)
