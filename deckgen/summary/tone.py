"""Whether a sentence tells or chats: greetings, asides, opinions, questions, and who speaks to whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from deckgen.summary.pattern import late, word_set, words

_CHATTER = words(
    """谢谢 感谢 鸣谢 致谢 转载 敬请 欢迎关注 欢迎加入 欢迎大家 欢迎交流 欢迎留言 欢迎转发 关注我们 公众号
    官方微博 关注微博 编者注 编者按 小编 点击阅读 点击查看 点击原文 点击这里 点击下方 扫码 扫描二维码
    阅读原文 请随时 请记住 请移步 请戳 请看 请参考 详见 请指出 请大家 请标明 请注明 指正 见附图 有图有真相
    上图， 话不多说 闲话 言归正传 写在前面 写在最前面 个人立场 不代表 水平有限 能力有限 如有不 如有错
    再见 再会 下次见 后会有期 相见 见～ 见~ 见! 见！ 有兴趣的 感兴趣的话 感兴趣的朋友 感兴趣的同学
    感兴趣的读者 有福了 同学们可以 同学都应该 呵呵 哈哈 嘿嘿 嘻嘻 囧 高屋建瓴 好评 太给力
    惊喜不断 美食 吃饭 便当 尝尝 拍照 笑而不语 午餐 午饭 空调 咖啡 早餐 晚餐 晚饭 啤酒 好吃 小吃 合影 合照 抽奖
    纪念品 T恤 时差 困意 熬夜 已经凌晨 晚宴 聚餐 酒会 茶歇 举手 台风 发音 穿着 美女 帅哥 很帅 路漫漫 前线战报 一线战报
    一线快报 干货 本文 本系列 这系列 这个系列 这一系列 系列文章 系列发布 今天开始 今天就到 今天blog
    今天先写 未完待续 写到这里 明天继续 排队排 待续 下一篇 后面的文章 后续文章 火热进行 火热上演
    阅读\\s*\\d 发表于 原文链接 作者[：:] 日期[：:] 第[一二三四五六七八九十\\d]+[弹波辑] 감사 고맙 환영
    점심 저녁식사 맥주 커피 구독 뵙겠 즐거운 맛있 ありがとう 感謝 お昼 ランチ ビール 美味し おいし 楽し
    お楽しみ それでは また来年 また次回 また今度 ご覧くだ お疲れ お弁当"""
)
_STAMP = late(
    r"\W*(?:评分|阅读|来源|注|声明|PS|P\.S\.)\s*[:：]|\W*https?://\S+$|[\W\d:：/年月日时分秒.\-]+$|\W*@\w|.{0,16}\s@\w+\W*$"
)
_STAMPED = 2.0
"""The chatter of a line that is no running text at all: a rating, a date, a note of the author's."""
_CHATTER_WORDS = word_set(
    """thank thanks cheers lunch dinner breakfast coffee beer jetlag swag subscribe delicious selfie haha lol enjoyed"""
)
_CHATTER_STARTS = word_set("stay see jet t follow click read sign fun in next")
_CHATTER_EN = late(
    r"(?:stay tuned|see you|jet lag|t-shirts?|follow (?:us|me)|click here|read more|sign up|fun fact"
    r"|in this (?:post|article|blog|series)|next post)\b",
    re.IGNORECASE,
)
_LATIN_WORD = late(r"[a-z]+(?:['’][a-z]+)?")
_OPINION = words(
    """有料 给力 精彩 高能 惊艳 震撼 幽默 流畅 火爆 有趣 有意思 好玩 失望
    开心(?!跳) 兴奋 激动 热闹 得意 惊讶 可惜 遗憾 揪心 比较关[注心] 很关[注心] 也关[注心] 功不可没"""
)
_OPINION_WORDS = word_set(
    """amazing awesome exciting impressive fun funny interesting boring
    nice lovely great favorite favourite"""
)
_BACK = words(
    """以(?<![兆万千百亿年个台倍级度%G\\d]以)上
    上述 前面 上文 前文 上面的 上面说 上面提 如前 刚才 刚刚 这个图 这张图 这幅图 图中 图里 上图 下图 下面这
    above aforementioned previously"""
)
_TALE = late(
    r"(?:我|他|她)(?:们)?(?!司|国)[^，。,]{0,8}(?:说|问|笑|推辞|坐|找了?|看了?下|一下子|有点)|(?:他|她)(?:明显|也许)"
)
_STANCE = words("觉得 认为 看来 看好 发现 感觉 理解 建议 思います 생각")
_STANCE_WORDS = word_set("think feel believe guess opinion found noticed recommend suggest")
_ME = late(r"我(?![们司国方军市省校])|咱|笔者|나는|저는|제가|私(?![有下密人服立])|僕")
_US = late(r"我们|우리")
_ME_WORDS = frozenset(["i", "my", "me", "i'm", "i've", "i’m", "i’ve", "i'd", "myself"])
_US_WORDS = frozenset(["we", "our", "us", "we're", "we’re", "we've", "we’ve"])
_YOU = late("同学们|大家|各位|你|您")
_YOU_WORDS = frozenset(["you", "your", "you're", "you’re", "you'll", "you’ll"])
_PERSONS = late(f"{_ME.pattern}|{_US.pattern}|{_YOU.pattern}")
_PERSON_WORDS = _ME_WORDS | _US_WORDS | _YOU_WORDS
_NO_WORDS: frozenset[str] = frozenset()
_HEARD = _CHATTER_WORDS | _CHATTER_STARTS | _OPINION_WORDS | _STANCE_WORDS | _PERSON_WORDS
_ASKS_END = late(r"[？?]\s*+(?:[”\"’』」)）]+\s*)?$|[吗呢么][。]?\s*$")
_ASKS_ENDS = frozenset('？?”"’』」)）吗呢么。')
_ASKS_HEAD = words("怎么 为什么 如何 是否 是不是 哪")


class Tone(NamedTuple):
    """How much a text does of what a slide does not: each from 0 to 1; and those of its Latin words that show it."""

    chatter: float = 0.0
    opinion: float = 0.0
    question: float = 0.0
    back: float = 0.0
    person: float = 0.0
    tale: float = 0.0
    words: frozenset[str] = _NO_WORDS

    @property
    def cost(self) -> float:
        """All of it together."""
        return 1.6 * self.chatter + 0.75 * self.opinion + self.question + self.back + self.person + 0.5 * self.tale


PLAIN = Tone()


def tone(text: str) -> Tone:
    """The tone of a sentence."""
    spoken = _spoken(text)
    found = Tone(
        chatter=_chats(text, spoken),
        opinion=_opinion(text, spoken),
        question=_asks(text),
        back=float(bool(_BACK.search(text))),
        person=_persons(text, spoken),
        tale=float(bool(_TALE.search(text))),
        words=spoken,
    )
    return found if found.cost else PLAIN


def _asks(text: str) -> float:
    text = text.rstrip()
    ends = text[-1:] in _ASKS_ENDS and _ASKS_END.search(text)
    return float(bool(ends or _ASKS_HEAD.match(text)))


def _spoken(text: str) -> frozenset[str]:
    """The Latin words of a text, in lower case, that have a tone."""
    return _HEARD.intersection(_LATIN_WORD.findall(text.lower()))


def _chats(text: str, spoken: frozenset[str]) -> float:
    if _STAMP.match(text):
        return _STAMPED
    if _CHATTER.search(text) or not spoken.isdisjoint(_CHATTER_WORDS):
        return 1.0
    return float(not spoken.isdisjoint(_CHATTER_STARTS) and bool(_CHATTER_EN.search(text)))


def _opinion(text: str, spoken: frozenset[str]) -> float:
    return float(bool(_OPINION.search(text) or spoken & _OPINION_WORDS))


def _persons(text: str, spoken: frozenset[str]) -> float:
    if not _PERSONS.search(text) and spoken.isdisjoint(_PERSON_WORDS):
        return 0.0
    me = _ME.search(text) or spoken & _ME_WORDS
    us = _US.search(text) or spoken & _US_WORDS
    you = _YOU.search(text) or spoken & _YOU_WORDS
    holds = _STANCE.search(text) or spoken & _STANCE_WORDS
    return (0.3 if me and holds else 0.7 if me else 0.2 if us else 0.0) + (0.3 if you else 0.0)


def of_part(whole: Tone, part: str, before: str = "") -> float:
    """The cost of a part of a sentence: its own tone, and something of its sentence's; `before`: the clause before."""
    if whole is PLAIN:
        return 0.0
    if whole.chatter == _STAMPED:
        return whole.cost
    spoken = _spoken(part) if whole.words else _NO_WORDS
    own = Tone(
        chatter=_chats(part, spoken) if whole.chatter else 0.0,
        opinion=_opinion(before[-8:] + part if len(before) <= 8 else part, spoken) if whole.opinion else 0.0,
        question=_asks(part) if whole.question else 0.0,
        back=float(bool(whole.back and _BACK.search(part))),
        person=_persons(part, spoken) if whole.person else 0.0,
        tale=whole.tale,
    )
    return own.cost + 0.2 * (whole.chatter - own.chatter)


def of_parts(whole: Tone, parts: Iterable[str]) -> tuple[float, ...]:
    """The cost of each part of a sentence."""
    return tuple(0.0 for _ in parts) if whole is PLAIN else tuple(of_part(whole, part) for part in parts)


def of_speech(heard: Tone) -> Tone:
    """The tone of a line whose speaker is named: he may speak of himself and say what he thinks."""
    return PLAIN if heard is PLAIN else heard._replace(opinion=0.0, person=0.0, tale=0.0)


def first_person(text: str) -> bool:
    """Whether the author speaks of himself."""
    return bool(_ME.search(text))
