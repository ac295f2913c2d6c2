"""What a heading looks like where nothing marks it, and what a body of text looks like: by words and length alone."""

from __future__ import annotations

import re

from deckgen.posts.furniture import furniture
from deckgen.posts.repair.headings import KNOWN
from deckgen.posts.script import has_cjk, width

_STOPS = re.compile(
    r"[。，；、,;:：…‥]$|[。；]|https?://|->|→|==|\||!\[|^[(（\[<>{`*_+\-•—–@#/$%&=~^]|[)）]\s*[:：]$|\t|\s{3,}|\.{3}|\$\S+\$"
    r"|\w/\w+/\w|@\d|(?:^|\s)#\w|[-|/–—] "
    r"(?:Speaker ?Deck|SlideShare|YouTube|Twitter|X|Qiita|connpass|GitHub|Google\+|Medium|知乎"
    r"|简书)$"
)
_SPOKEN = re.compile(
    r"^(?:在.*[中里上时后前]|当|如[果图下]|这|那|我|你|他|她|它|但|而且|所以|因此|首先|其次|然后|最后|接下来|下面|以下|以上|可以|就是|其中|另外|此外|不过|由于|因为|图\s?\d)"
    r"|了|[吧呢吗啊呀哦的么]$|[！!？?]$"
)
_ANNOUNCED = re.compile(r"(?:如下|如下所示|[分别即应]为|例如|比如|结果为|就会|会显示|代码[为是]|代码如下.*|如图.*)$")
_ASKED = re.compile(
    r"^(?:什么|为什么|为何|如何|怎么|怎样|哪些?|谁|何时|是否|需要|要不要)|(?:什么|为何|如何|怎么样?|退路|吗)[?？]$"
)
_KANA = re.compile(r"[\u3040-\u30ff]")
_CLAUSE_JA = re.compile(
    r"(?<!について)(?<!とは)(?<!まとめ)(?<!はじめに)(?<!おわりに)(?<!さいごに)(?<!おまけ)(?<!もの)(?<!こと)[\u3041-\u3096ー？?！!]$"
)
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_CLAUSE_KO = re.compile(
    r"(?:[다요죠]|[니까]\??|면|고|지만|는데|에서|에게|으로|에는|하는|되는|이란|입니다|습니다)[.!?]?$"
)
_ENDS_KO = re.compile(
    r"(?:들어가며|마치며|나가며|시작하며|맺으며|결론)$|보고$|광고$|창고$|사고$|재고$|참고$|경고$|최고$|신고$|화면$|측면$|장면$|표면$|평면$"
)
_LABELLED = re.compile(r"^(?!第|[\d.]+\s*[:：]).{1,6}[:：]\s*\S")
_LABELLED_LATIN = re.compile(
    r"^(?:speakers?|presenters?|authors?|by|date|location|where|when|slides?|videos?|links?|source|notes?|room|time|venue|host)"
    r"s?\s*[:：]|@\w",
    re.IGNORECASE,
)
_FILE = re.compile(r"^[\w./\-]*\w\.[a-z]{1,5}$|^\.{0,2}/\S*$|^\S+\(\)$")
_PLACE = re.compile(
    r"^[A-Z]\w+(?: [A-Z]\w+)?, [A-Z]\w+$|^[A-Z][a-z]+ (?:19|20)\d\d$|^(?:Abstract|Slides|TBD|TBA)\b.{0,8}$"
)
_OPENS_LATIN = re.compile(
    r"^(?:on|in|at|if|when|while|but|and|so|then|now|here|there|this|that|these|those"
    r"|it|it's|we|you|they|he|she|i|i'm|let"
    r"|let's|just|please|also|as|since|because|after|before|for example|the following|below"
    r"|above|see|note|try|make sure|no|yes)\b"
    r"(?:\s+\S+){3,}",
    re.IGNORECASE,
)
_FINITE = re.compile(r"\b(?:is|are|was|were|will|can't|don't|doesn't|isn't|has|have|had|would|should|could|I|we|you)\b")
_QUESTION = re.compile(r"^(?:what|why|how|when|where|who|which|is|are|do|does|can|should)\b.{0,70}\?$", re.IGNORECASE)
_SHORT_CJK = 24.0
_SHORT_WORDS = 30.0
"""Titles in Korean and Japanese are longer, being written in words and syllables."""

SHORT_LATIN = 75.0
_BODY = 22.0
_CLAUSE = 16.0
_SENTENCE = 9.0
_STOPPED = re.compile(r"[。！]$|[a-z가-힣][.]$")
_PREDICATE = re.compile("是否|能否|可以|能够|需要|通过|已经|正在|就是|满足|使得?")
_PUNCTUATED = re.compile("[，。；：！？、,.;:!?]")


def is_title(text: str, *, chinese: bool) -> bool:
    """Whether a line that stands alone reads like a heading; `chinese` says that most of the text is East Asian."""
    if len(text) < 2 or _STOPS.search(text) or _FILE.match(text) or furniture(text):
        return False
    if not has_cjk(text):
        return _is_latin_title(text, chinese=chinese)
    syllabic = _KANA.search(text) or _HANGUL.search(text)
    if width(text) > (_SHORT_WORDS if syllabic else _SHORT_CJK) or re.search('[，,]|[：:][“"]', text):
        return False
    if _LABELLED.match(text) and not KNOWN.match(text):
        return False
    if _KANA.search(text):
        return not _CLAUSE_JA.search(text)
    if _HANGUL.search(text):
        asks = text.endswith("?") and width(text) <= _SHORT_CJK
        return asks or not _CLAUSE_KO.search(text) or _ENDS_KO.search(text) is not None
    if _ANNOUNCED.search(text) or (width(text) >= _CLAUSE * 0.75 and _PREDICATE.search(text)):
        return False
    return not _SPOKEN.search(text) or (text.endswith(("?", "？")) and _ASKED.search(text) is not None)


def _is_latin_title(text: str, *, chinese: bool) -> bool:
    """A name in Latin letters among Chinese text is the title of a talk; its marks are the title's own."""
    bare = text.lstrip("\"'“‘")
    if not bare or not (bare[0].isupper() or bare[0].isdigit()) or not re.search("[A-Za-z]{2}", bare):
        return False
    if (
        _LABELLED_LATIN.search(text)
        or _PLACE.match(text)
        or re.search(r"[={};]|_\w+_|\w\(\)|[a-z]\.[a-z]+\.[a-z]", text)
    ):
        return False
    if chinese:
        return width(text) <= SHORT_LATIN
    if width(text) > SHORT_LATIN / 2 or (text.endswith((".", "?", "!")) and not _QUESTION.match(text)):
        return False
    return _QUESTION.match(text) is not None or not (_OPENS_LATIN.match(text) or _FINITE.search(text))


def is_led(text: str, before: str) -> bool:
    """Whether the line above announces this one: `部署如下：`. The title of a talk stands for itself even then."""
    return re.search("[：:，,、]$", before) is not None and (has_cjk(text) or len(text.split()) < 3)


def is_body(text: str) -> bool:
    """Whether a line is a text that may stand below a heading."""
    if text.endswith((":", "：")):
        return width(text) >= _BODY / 3
    if (width(text) >= _BODY and _PUNCTUATED.search(text)) or (width(text) >= _SENTENCE and _STOPPED.search(text)):
        return True
    return width(text) >= _CLAUSE and _PREDICATE.search(text) is not None
