"""The language of a post, by what its author says or by the script of its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from deckgen.model import Bullets, Code, Picture, Post, Prose, Quote, Section, Table, plain

_KANA = re.compile("[\u3040-\u30ff]")
_HANGUL = re.compile("[\uac00-\ud7af]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_LATIN_WORD = re.compile("[A-Za-z]+")
# Everyday characters that are written in one of the two ways only.
_TRADITIONAL = re.compile(
    "[們個這來時對說會為過還學國開關進實點現發與讓應當體變網絡該從後沒經話題機無處資訊灣軟硬擴據庫儲雲錄組織種類書環節選擇萬億優缺認證測試鏡負載調區塊鏈執層]"
)
_SIMPLIFIED = re.compile(
    "[们个这来时对说会为过还学国开关进实点现发与让应当体变网络该从后没经话题机无处资讯湾软扩据库储云录组织种类书环节选择万亿优认证测试镜负载调区块链执层]"
)
_SAMPLE = 20_000
_SHORT = {
    "zh": "zh-CN",
    "cn": "zh-CN",
    "zh-hans": "zh-CN",
    "zh-hant": "zh-TW",
    "en": "en-US",
    "ja": "ja-JP",
    "ko": "ko-KR",
}


def language(post: Post) -> str:
    """The language tag of a post: `zh-CN`, `zh-TW`, `ja-JP`, `ko-KR`, `en-US`, or what its front matter says."""
    if post.facts.lang:
        return tag_of(post.facts.lang)
    return detected(" ".join((post.facts.title, *_texts(post.sections)))[:_SAMPLE])


def majority(posts: Iterable[Post]) -> str:
    """The language of most of the posts; of those equally frequent, the one that comes first."""
    counts = Counter(language(post) for post in posts)
    return counts.most_common(1)[0][0] if counts else "en-US"


def tag_of(lang: str) -> str:
    """A tag as programs write it, from what people write: `zh`, `zh_cn`, `EN-us`."""
    lang = lang.strip().replace("_", "-")
    if lang.lower() in _SHORT:
        return _SHORT[lang.lower()]
    head, *rest = lang.split("-")
    return "-".join((head.lower(), *(part.upper() if len(part) == 2 else part.title() for part in rest)))


def detected(text: str) -> str:
    """The language of a text by its script; a Chinese text full of English names is still Chinese."""
    han, kana, hangul = (len(script.findall(text)) for script in (_HAN, _KANA, _HANGUL))
    words = len(_LATIN_WORD.findall(text))
    if hangul > max(han, kana) and hangul * 2 > words:
        return "ko-KR"
    if kana * 8 > han and kana * 2 > words:
        return "ja-JP"
    if han * 2 > words:
        traditional = len(_TRADITIONAL.findall(text))
        return "zh-TW" if traditional > len(_SIMPLIFIED.findall(text)) else "zh-CN"
    return "en-US"


def _texts(sections: Iterable[Section]) -> Iterable[str]:
    for section in sections:
        yield section.heading
        for block in section.blocks:
            match block:
                case Prose():
                    yield plain(block.text)
                case Bullets():
                    yield from (plain(item.text) for item in block.items)
                case Quote():
                    yield from (plain(paragraph) for paragraph in block.paragraphs)
                case Table():
                    yield from (plain(cell) for row in (block.header, *block.rows) for cell in row)
                case Picture() | Code():
                    pass
