"""Quotations strong enough to stand alone: one short sentence that somebody would remember.

Takes a block quotation of one line that names who said it, stands in quotation marks, or claims something without
reserve (`the biggest`, `不是…而是`). Refuses what block quotations are also used for: notes and warnings, links, code,
printed messages, definitions, what authors say of themselves and their posts, text that goes on elsewhere.
"""

from __future__ import annotations

import re

from deckgen.model import Quote, plain
from deckgen.summary import units

LONGEST = 40.0
SHORTEST = 6.0

_CLAIM = re.compile(
    r"最(?![近后终新低初少多好])|唯一|永远|从不|从来|不是.{1,20}而是|不仅.{1,24}(?:更|还)|才是|正(?:在)?成为|胜过|没有.{1,12}就没有"
    r"|\b(?:never|always|nothing|nobody|everything|everyone"
    r"|the (?:most|best|worst|biggest|greatest|hardest|only|future)"
    r"|is (?:eating|dead|the new)|not \w+(?: \w+){0,5},? but)\b|가장|最も|最大の",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[“\"「『].+[”\"」』][.。]?(?:\s*[-–—]+.+)?")
_PRINTED = re.compile(
    r"\d{1,2}:\d\d|\b(?:error|warn(?:ing)?|exception|failed|debug|traceback)\b|\d{4}-\d\d|\bthis\b|(?<!\d)\d+\.\s", re.I
)
_REMARK = re.compile(
    r"\W*(?:注意?|注[:：]|提示|警告|说明|备注|小贴士|背景|原文|本文|转载|作者|译者|编者|来源|参考|更新|声明|另"
    r"|note|tip|tips|warning|info|important|caution|hint|see|source|update|updated|disclaimer|todo|nb|ps|edit|fyi"
    r"|this (?:post|article|page|document|section|file|project|repo)|translated|originally|read more)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"不好意思|抱歉|疲劳|这一?个?(?:blog|博客|系列)|写(?:完|了|在)?[^，,。]{0,6}(?:blog|博客|文章)|更新[中了]|未完待续"
    r"|\b(?:sorry|my blog|i (?:wrote|will write|am writing))\b",
    re.IGNORECASE,
)
"""What an author says of the writing, of being tired or late."""
_ELSEWHERE = re.compile(r"https?:|www\.|pic\.twitter|\bt\.co/|[:：]|\[!|@|`|[<>{}|=$#]|(?:\.\.\.|[?？])\W*$")


def strong(quote: Quote) -> bool:
    """Whether the quotation is to stand on a slide of its own."""
    if len(quote.paragraphs) != 1:
        return False
    text = quote.paragraphs[0]
    said = plain(text).strip()
    if any(run.code or run.link for run in text) or "\n" in said:
        return False
    if not SHORTEST <= units(said) <= LONGEST or any(bad.search(said) for bad in (_ELSEWHERE, _PRINTED, _ASIDE)):
        return False
    return not _REMARK.match(said) and bool(quote.attribution or _MARKED.fullmatch(said) or _CLAIM.search(said))
