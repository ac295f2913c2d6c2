"""Claims: which lines can be read alone and taken home."""

from __future__ import annotations

import re
from functools import lru_cache

from deckgen.summary import chinese as zh
from deckgen.summary import discourse, occasion
from deckgen.summary import english as en
from deckgen.summary.holds import frames
from deckgen.summary.measure import Language, language, units
from deckgen.summary.pattern import REMEMBERED, late
from deckgen.summary.predicate import MARK, states, whole
from deckgen.summary.rank import LONG_LINE
from deckgen.summary.tone import tone
from deckgen.summary.worth import WIDER, judges, named

_I = re.IGNORECASE
_QUESTION = late(
    r"[?？]|吗\s*$|是否|能否|能不能|要不要|怎么|怎样|如何|为什么|有没有|是不是|\b(?:whether|how to|why|what)\b"
    r"|(?<!没)有什么|哪[些个]|多少$|是?什么意思|是什么|까\s*$|는지|어떻게|か\s*$|どう",
    _I,
)
_POINTS = late(
    r"(?:如下|以下|下面|这样的|following|as follows|below|다음|以下のとおり)\s*$|https?:|www\."
    r"|。$|^(?:title|date|author|tags?|slug)\s*:"
    r"|^(?:原因|缺点|优点|好处|结果)[はが是]|^(?:the|his|her|their) (?:problem|answer|reason|catch)\b"
    r"|(?:[是有为]|包括|包含)$"
    r"|[有下到][两三四五六几]\s?[个大种点条][^，,。]{0,8}$|几[个种点条][^，,。]{0,6}$"
    r"|(?:一次|想|一并|来)解决\s*$|下一?[站次届篇]"
    r"|\bnext (?:time|year|post)\b|\bslides\b|발표 자료|슬라이드",
    _I,
)
_IS_A = late(
    r"[\w .\-/]{2,40} = |[^，,。]{1,30}?(?<![不还要])(?:就?是|算是?|属于)(?:一[个种款家类项门套]|基于|指|由|类似)"
    r"(?![^，,。]{0,10}(?:[很最非更太挺大]|问题|挑战|难题|趋势|错误))"
    r"|[^，,。]{1,24}(?:负责|用于|用来|指的是|可以理解为)"
    r"|[^，,。]{1,30}?是[^，,。]{1,30}的[^，,。的]{0,2}(?:组合|集合|规则|网卡|接口|名字|缩写|风格|公司|项目|工具|平台|功能|.{1,4}用户)(?:$|[，,])"
    r"|[\w .\-/]{2,40}? (?:is|are) (?:an?|the name of) "
    r"(?!(?:must|problem|mess|lie|myth|bad|good|better|great|hard|big)\b)"
    r"|.{1,30}(?:란|이란)\s|.{1,24}とは",
    _I,
)
"""What a thing is, or is there for: a definition, to which no judgement is added."""
_POINTER = late(
    r"第[一二三四五](?:[条种类项步点]|[是个](?!月|[^，,。]{1,8}的就?是))|[这那][两三四几]"
    r"|[这那][个些种](?:问题|说法|东西|功能|项目|难题|方案|情况|地方|过程)|(?<!应)该(?=[系框项方工产公问平语模])"
    r"|[前后]者|两者|二者|双方|两边|(?<!其)他(?!们|人)|她(?!们)|[上前下]面|[上如]图|上述|之前的|原来的"
    r"|相关领域|\b(?:solves?|fix(?:es)?|avoids?) the (?:problem|issue)s?\b"
    r"|\b(?:the|The) (?:first|second|third|other|same|former|latter)\b(?! of)|\b[A-Z]\w+ ones\b"
    r"|후자|전자는|두 번째|위의|前者|後者|上記"
)
_POINTER_HEAD = late(
    r"^[两三四几][家位]|[这那](?!次|届|一年|几年|些年)|(?<!其)他们|它|她们|^其(?![实他中次它余])"
    r"|^(?:\W*\w++\W++(?:\w++\W++){0,2})?(?:this|these|those)\b(?! (?:year|week|time|conference|summit))"
    r"|^(?:\w+ )?(?:it|they|he|she|his|her|their|its)\b",
    _I,
)
"""Searched for in the first clause alone: behind it these may mean what the line itself has named."""
_SUBJECTLESS = late(
    r"(?:[一二三五十几\d]+)(?:多?分钟|个?小时|天)之?后|(?:文章|文中|作者)(?:还|也|最后|里|中)|算是|作为[一这]个[^，,。]*$"
    r"|(?:同时|另外|此外|其次|并且|而且|然后|接着|最后)[，,]?|(?:现在|目前|如今)(?:从|可以|就|也|还)|근데|그럼|암튼|간략하게"
    r"|[^，,。]{1,4}出来的|(?:解决)?(?:方法|办法|措施|思路|做法|原因)(?:之一)?就?是|大约|大概|差不多|几乎|甚至|一转眼|居然|竟然|借着|随后|于是"
)
_MANNER = late(r"(?:快速|迅速|有效|大幅|显著|进一步|逐步|更好|轻松)地?")
"""How something is done: before a verb, a clause that begins so has its subject in another."""
_IT = late(r"\b(?:it|they|them|he|him|she)\b|\b[Tt]he (?=\w+ (?:took|takes|was|were|is|are|lasted|cost)\b)")
_UNNAMED_HEAD = late(r"(?:现在|目前|当前|如今|之前|原来|新)的(?=[^，,。]{2,6})|整个(?=[\u3400-\u9fff]{2}[在都就])")
_TOPIC_LESS = late(
    r"(?:아직|이미|여전히|현재|점점|계속|먼저|앞으로)\s(?!.*[은는](?:\s|$))"
    r"|(?:まだ|すでに|既に|現在|今後|引き続き)(?!.*[はが])"
)
_CONDITION_ALONE = late(
    r"(?:如果|假如|若是?|当|一旦|只要|等到?|为了|随着|虽然|由于|因为)[^，,；;。]*$"
    r"|(?:if|when|once|although|because) [^,;]*$",
    _I,
)
_TRUISM = late(
    r"(?:应有|应尽)的(?:责任|义务)|需要(?:相应|不断|进一步|持续)[^，,。]{0,6}(?:提高|提升|加强|完善)|成为[^，,。]{0,8}(?:热点|焦点)"
    r"|越来越(?:重要|流行|普及|火|受[^，,。]{0,8}(?:重视|关注|欢迎))|起[了着到][^，,。]{0,4}作用|密不可分|必不可少|投入?了(?:很[多大]|大量)|看得出来?|越来越[大多强]的|变得越来越|更多的企业"
)
"""Said of everything sooner or later."""
_BORROWED = late(r"[\"“].{8,}[\"”.]?$")
"""A quotation and nothing else."""
_UNTOLD = late(
    r"\(\d\)|(?:^|[;.] )note that\b|^(?:like most|there must|but|and|so|or|yet|no more)\b"
    r"|^(?:\w+er (?:to|than)|(?:a|the|each|any|every) (?:\w+ )?ones?|instead|we have|at first)\b"
    r"|\bsee (?:\d|below|above|the)"
    r"|^(?:that (?:means|is|was|makes)|there (?:will be|are|were))\b|^[^，,。]*却(?!步)|[也亦]同样"
    r"|^if [^,]*$|\bexample given\b|\b(?:under|in|with) our (?:setup|case)\b|\blike \d"
    r"|\b(?:for|of|with|like|about) (?:this|that|it)$"
    r"|^每一?[样个种]都|^效果都?是|(?:参与|讨论|进行|这样做)$",
    _I,
)
"""A line that counts on its neighbours: `the way (1)`."""
_GOES_ON = late(r"->|→|=>|^[^，,。]{0,14}(?<![不要])再(?![次也加谈说])")
"""A flow, or the next of several steps."""
_WITHIN = late(r"在[^，,。]{2,30}?[中里上]\s?(?=[A-Za-z\u3400-\u9fff，,])")
"""Where somebody does something: `在Keynotes里某某介绍了…`."""
_PERSONAL = 0.75
"""The tone of a line that tells more of its author than of its subject costs more."""
_NAMES_IN_A_ROW = 3
"""A line that lists more is a list."""
_SHORTEST, _LONGEST, _ROOMY = 11.0, LONG_LINE, 56.0
"""Units of a claim: fewer say no whole thing, more are no line to take home; up to the last in part of a sentence."""


@lru_cache(REMEMBERED)
def stands_alone(text: str, *, conclusion: bool, roomy: bool = False) -> bool:
    """Whether a line is a claim that is understood without its slide.

    No label, question, announcement, definition, set-up, and nothing that speaks of `the second way` or of `it`.
    A `conclusion` may be advice without a subject; a `roomy` one may be longer.
    """
    lang = language(text)
    longest = (_ROOMY if roomy else _LONGEST) * (1.0 if lang == "zh" else WIDER)
    if not _SHORTEST <= units(text) <= longest or _QUESTION.search(text) or _POINTS.search(text):
        return False
    if occasion.tells_of_event(text) or occasion.tells_who(text) or occasion.tells_of_telling(text):
        return False
    if _GOES_ON.search(text) or _UNTOLD.search(text) or _BORROWED.match(text):
        return False
    if discourse.announces(text, lang) or refers(text, lang) or en.ELLIPSIS.search(text):
        return False
    if _CONDITION_ALONE.match(text) or trite(text) or not whole(text):
        return False
    if discourse.sets_up(text, lang) or _defines(text, lang) or text.count("、") > _NAMES_IN_A_ROW:
        return False
    return states(text, lang, conclusion=conclusion)


def understood(text: str, *, opening: bool = False) -> bool:
    """Whether a line tells something by itself: no label, question, definition or pointer, and no mere time or place.

    One that opens a section may leave its subject to the heading.
    """
    lang = language(text)
    if units(text) < _SHORTEST or occasion.tells_of_event(text) or _POINTS.search(text) or discourse.leans(text, lang):
        return False
    if _QUESTION.search(text) or _defines(text, lang) or tone(text).cost > _PERSONAL or _UNTOLD.search(text):
        return False
    # What a Chinese line says behind its first clause may mean the line before it, which stands on the slide, too.
    if refers(text, lang) if lang == "en" else _points_back(text):
        return False
    if lang == "zh" and _WITHIN.match(text):
        return bool(zh.STATES.search(text)) and not frames(text)
    return opening or states(text, lang, conclusion=False)


def trite(text: str) -> bool:
    """Whether a line is a joke, or true of everything: no part of it says more."""
    return occasion.jokes(text) or bool(_TRUISM.search(text)) or discourse.hollow(text)


def _points_back(text: str) -> bool:
    """Whether a Chinese line opens with what only the text before it names, or without saying what it speaks of."""
    first = MARK.split(text, maxsplit=1)[0]
    return bool(_SUBJECTLESS.match(text) or _POINTER_HEAD.search(first.partition("这个")[0]))


def refers(text: str, lang: Language) -> bool:
    """Whether a line speaks of something that only the text before it names."""
    first = MARK.split(text, maxsplit=1)[0]
    manner = _MANNER.match(text)
    if manner and zh.VERB_HEAD.match(text[manner.end() :]):
        return True
    if discourse.leans(text, lang) or _POINTER.search(text) or _TOPIC_LESS.match(text) or _SUBJECTLESS.match(text):
        return True
    if lang == "en":
        pronoun = _IT.search(text)
        return bool(_POINTER_HEAD.match(first) or (pronoun and not _named_before(text, pronoun.start())))
    return bool(_POINTER_HEAD.search(first)) or (bool(_UNNAMED_HEAD.match(text)) and not named(text))


def _named_before(text: str, at: int) -> bool:
    """Whether an English line has a whole clause before this place, in which a pronoun's noun may stand."""
    clauses = [
        clause for clause in re.split(r"[,;:]|\b(?:and|but|so|because|when|if|which|that)\b", text[:at]) if clause
    ]
    return len(clauses) > 1 and any(en.FINITE.search(clause) for clause in clauses[:-1])


def _defines(text: str, lang: Language) -> bool:
    """Whether a line only says what a thing is: `X是一种…`, but not `最缺的就是…`."""
    return (discourse.defines(text, lang) or bool(_IS_A.match(text))) and not judges(text, lang)
