"""What a claim is worth to those who were not there: results, figures, causes, and what somebody makes of them."""

from __future__ import annotations

import re
from functools import lru_cache

from deckgen.summary import discourse, rank
from deckgen.summary.measure import Language, language, terms, units
from deckgen.summary.pattern import REMEMBERED, late, words
from deckgen.summary.tone import tone

_I = re.IGNORECASE
_CONCLUDES = late(
    r"总结|小结|结论|收获|感想|启示|建议|带回|带走|心得|体会|教训|写在最后|结语|展望|记住|观察|判断"
    r"|takeaways?\b|lessons?\b|conclusions?\b|\bsummary\b|wrap|closing|final thoughts|recommend|next steps"
    r"|learn(?:ed|t)"
    r"|(?:tell|bring|take|took|brought|remember)\b|기억|정리|결론|마치며|마무리|배운|요약|느낀|시사점"
    r"|まとめ|所感|感想|学び|学んだ|結論|おわりに|終わりに|持ち帰|教訓|気づき",
    _I,
)
_REPORT = late(
    r"\d|.{26}|[A-Za-z]{2}.*[\u3400-\u9fff]{2}.*(?:总结|小结|感想|心得|体会)|(?:大会|峰会|活动|专场|沙龙|会议)"
)
"""Names, years and length are those of a report's title or a talk's."""
_HAS = late(
    r"(?:(?<!现)在使用|在用|跑着|管着|管理着|拥有|运行着|维护着|共有|有着?)(?=[^，,。\d十百千万]{0,200}+[\d十百千万])"
    r"|(?<!\S)[^\s\d]*\d\S*[^，,。]{0,8}(?:使用|在用|跑着)|(?:운영|사용|보유)(?:한다|하고 있다|중이다)$"
    r"|\b(?:runs?|operates?|uses?|has|have|serves?)\b (?:\w+ ){0,2}\d|(?:運用|利用|使用)して(?:いる|います)$"
)
"""Who has how much of something: the ground of a story rather than its point."""
_VERDICT = words(
    r"""看好 结论 核心 关键 一句话 胜过 挡不住 势不可挡 不如 优于 够用 不?适合 值得 不建议 瓶颈 趋势 正在成为
    第一个[^，,。]{1,6}的?就?是 最[缺难大多怕值好](?!家|数) 最重要 真正 本质 与其 宁可 反而 代价 有限 教训
    比[^较如，,。]{1,16}(?:重要|好|快|难|贵|便宜|多|少) 而不是 而不在 不在于 不?成熟 没有?(?:解决|成熟) 必须 不要
    不是[^，,。]{1,16}[主首]要
    已经(?:全部|可以|能) 采用了 放弃 换成了? 迁到 改用 弃用 合入 只有(?:(?!只有)[^，,。])*才 先[^，,。]{2,12}再 的观点
    핵심 중요 결국 필요 줄어든다 빨라 어렵 重要 本質 べき 必要 大切 ポイント 課題 採用した 移行した 廃止した
    도입했다 전환했다"""
)
_VERDICT_EN = late(
    r"\b(?:the (?:core|key|point|lesson|trick|catch|bottleneck)|never|always|must|should|don't|do not|cannot|no longer"
    r"|only|adopted|dropped|switched|migrated|replaced|best|worst|better|worse|worth|instead of|rather than|not one"
    r"|not yet|too \w+|most|harder|easier|cheaper|matters?)\b",
    _I,
)
_TROUBLE = late(
    r"严重|丢失|失败|打不开|不可用|挂掉|宕|事故|拖垮|崩溃|弄崩|一断|撑不住|(?:只能|才能?)(?:撑|支持)|挡不住|踩[了过]?坑|难题|不够用"
)
"""What went wrong, or would: it matters to whoever runs the thing."""
_NEWS = late(
    r"^[\d.\-/年月号日 ]{3,}[，,]|新项目|新功能|新版本|计划(?!书|任务|经济)|引入|首次|正式|合入|合并到|merge|路线图"
    r"|\b(?:introduc\w+|released?|announc\w+|deprecat\w+|will ship|now supports?)\b|새로|新しく|リリース",
    _I,
)
"""What is new, or is to come."""
_FIGURE = late(r"[一二两三四五六七八九十百千][步倍年天分秒次台]")
_VAGUE = late(
    r"一些|某些|很多方面|等等|之类|是?这样的|还有些|有所|不少|(?<!等)(?:诸多|各种|众多)"
    r"|\b(?:some|various|several|things|stuff|a lot)\b",
    _I,
)
_NAMED = late(r"[A-Za-z]{2,}|\d|[“「『]")
_NAME_HEAD = late(r"[A-Z][A-Za-z0-9.+-]+")
_ALSO = late(r"[也还](?![未没不无能可算在])|\b(?:also|too)\b|또한|\w도 |また|も(?:でき|あり|使え)", _I)
"""What adds to something else."""
_SCANT = 15.0
"""So few units seldom say enough."""
_FIRST_PERSON = late(r"我(?![们司国方])|笔者|\b(?:I|I'm|I've|my)\b|나는|저는|私は")
_MINE = 0.3
"""What a line loses by speaking of its author."""
WIDER = 1.35
"""A line of another language than Chinese may have so many times the units: its words count 2.5 each."""


@lru_cache(REMEMBERED)
def concludes(heading: str) -> bool:
    """Whether what stands below a heading is what an author has drawn from it all.

    `heading` has a line for each of the headings above one another. `总结` in the title of a report, or `lessons` in
    that of a talk, says how that was meant.
    """
    return any(_CONCLUDES.search(line) and not _REPORT.search(line) for line in heading.splitlines())


@lru_cache(REMEMBERED)
def worth(text: str, heading: str) -> float:
    """What a line is worth: results, figures, causes, news, and most of all what somebody makes of them.

    The weights follow those that a logistic regression found on 354 lines of 60 posts, each read and signed or not.
    """
    lang = language(text)
    claims, figure = discourse.asserts(text, lang), rank.counts(text) or bool(_FIGURE.search(text))
    value = 0.4 * claims + 0.4 * judges(text, lang) + 0.3 * discourse.contrasts(text, lang)
    value += 0.4 if figure and not _HAS.search(text) else 0.0
    value += 0.2 * bool(_TROUBLE.search(text)) + 0.3 * bool(_NEWS.search(text)) + 0.1 * bool(_NAME_HEAD.match(text))
    value += (1.0 if value > 0 else 0.6) if concludes(heading) else 0.0
    value += 0.2 if set(terms(text)) & set(terms(heading)) else 0.0
    value -= 0.45 * bool(_VAGUE.search(text)) + 0.3 * bool(_ALSO.search(text)) + 0.2 * (not named(text))
    value -= _MINE if _FIRST_PERSON.search(text) and not concludes(heading) else 0.0
    size = units(text) / (1.0 if lang == "zh" else WIDER)
    return value - (0.25 if size > rank.LIMIT else 0.2 if size < _SCANT else 0.0) - tone(text).cost


def judges(text: str, lang: Language) -> bool:
    """Whether a line says what somebody makes of a thing."""
    return bool((_VERDICT_EN if lang == "en" else _VERDICT).search(text)) or discourse.concludes(text)


def vague(text: str) -> bool:
    """Whether a line speaks of `some` things rather than of certain ones."""
    return bool(_VAGUE.search(text))


def named(text: str) -> bool:
    """Whether a line names something, or gives a figure."""
    return bool(_NAMED.search(text))
