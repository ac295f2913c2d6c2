"""Claims: which lines can be read alone and taken home, and what they are worth there."""

from __future__ import annotations

import re

from deckgen.summary import chinese as zh
from deckgen.summary import discourse, rank
from deckgen.summary import english as en
from deckgen.summary.holds import frames, has_subject
from deckgen.summary.measure import Language, language, terms, units
from deckgen.summary.pattern import late, one_of, words
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
_QUESTION = late(
    r"[?？]|吗\s*$|是否|能否|能不能|要不要|怎么|怎样|如何|为什么|有没有|是不是|\b(?:whether|how to|why|what)\b"
    r"|까\s*$|는지|어떻게|か\s*$|どう",
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
_EVENT = late(
    one_of(
        """沙龙 酒店 地铁 机场 盛宴 圆满 落幕 日程 照片 摄影 下载 幻灯 主讲 主持 签到 报名 门票 展台 展位 展区 高潮 会场
        没有视频 视频资料 视频[:：] 演讲(?!者的观点|者认为) presentation 欢迎 掌声 茶歇 收获颇 受益匪浅 座无虚席 赞助
        抽奖 排队 合影 见面 聊了 散场 教室 沟通 招聘 环节 议程 话题 议题 下一个产品 我司 参加了 拜访 入住 登记 溜达
        周[一二三四五六日天] [早晚]上 [上下中]午 凌晨 分钟讲 带来[的了]?[《<“"]
        第\\s?[\\d一二三四五]+\\s?[个场]\\S{0,4}(?:主题|演讲)"""
    )
    + r"|\b(?:schedule|download|photos?|pdf|booth|swag|hotel|venue|flight|survey conducted|attend(?:ed|ing|ees?)"
    r"|sponsor\w*|registration|hallway|met up|keynote (?:on|drew)|resources|collection of|conference)\b"
    r"|사진|회의장|행사|등록|会場|懇親会|写真|登壇|受付",
    _I,
)
"""The event itself: who spoke where, and what there was to eat, see and download."""
_WHO = late(
    r"(?:作者|开发者|架构师|负责人|工程师|创始人|成员|老师|先生|PTL|CTO|CEO)(?:之一)?(?:$|[，,（(])|人称|热心于|大名鼎鼎|的大牛|加盟|标签早已"
    r"|(?:作者|译者|主编)[^，,。]{2,4}(?:$|[，,])|老师|最早的[^，,。]*之一"
    r"|作为自己|曾任|毕业于|任职|(?:来自|现在是|是)[^，,。]{1,24}(?:架构师|负责人|工程师|经理|创始人|CTO|CEO|公司)"
    r"|\b(?:founder|author|maintainer|engineer|manager) (?:of|at)\b"
)
"""Who somebody is."""
_IS_A = late(
    r"[^，,。]{1,30}?(?<![不还要])(?:就?是|算是?|属于)(?:一[个种款家类项门套]|基于|指|由|类似)"
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
    r"|\b(?:the|The) (?:first|second|third|other|same|former|latter)\b(?! of)|\b[A-Z]\w+ ones\b"
    r"|후자|전자는|두 번째|위의|前者|後者|上記"
)
_POINTER_HEAD = late(
    r"[这那](?!次|届|一年|几年|些)|(?<!其)他们|它|她们|^其(?![实他中次它余])"
    r"|^(?:\W*\w+\W+){0,3}(?:this|these|those)\b(?! (?:year|week|time|conference|summit))"
    r"|^(?:\w+ )?(?:it|they|he|she|his|her|their|its)\b",
    _I,
)
"""Searched for in the first clause alone: behind it these may mean what the line itself has named."""
_SUBJECTLESS = late(
    r"(?:现在|目前|如今)(?:从|可以|就|也|还)|근데|그럼|암튼|간략하게"
    r"|(?:解决)?(?:方法|办法|措施|思路|做法|原因)(?:之一)?就?是|大约|大概|差不多|几乎|甚至|一转眼|居然|竟然|借着|随后|于是"
)
_MANNER = late(r"(?:快速|迅速|有效|大幅|显著|进一步|逐步|更好|轻松)地?")
"""How something is done: before a verb, a clause that begins so has its subject in another."""
_IT = late(r"\b(?:it|they|them|he|him|she)\b|\b[Tt]he (?=\w+ (?:took|takes|was|were|is|are|lasted|cost)\b)")
_UNNAMED_HEAD = late(r"(?:现在|目前|当前|如今|之前|原来|新)的(?=[^，,。]{2,6})")
_TOPIC_LESS = late(
    r"(?:아직|이미|여전히|현재|점점|계속|먼저|앞으로)\s(?!.*[은는](?:\s|$))"
    r"|(?:まだ|すでに|既に|現在|今後|引き続き)(?!.*[はが])"
)
_NAMED = late(r"[A-Za-z]{2,}|\d|[“「『]")
_CONDITION_ALONE = late(
    r"(?:如果|假如|若是?|当|一旦|只要|等到?|为了|随着|虽然|由于|因为)[^，,；;。]*$"
    r"|(?:if|when|once|although|because) [^,;]*$",
    _I,
)
_HAS = late(
    r"(?:(?<!现)在使用|在用|跑着|管着|管理着|拥有|运行着|维护着|共有|有着?)(?=[^，,。]*[\d十百千万])"
    r"|\d\S*[^，,。]{0,8}(?:使用|在用|跑着)|(?:운영|사용|보유)(?:한다|하고 있다|중이다)$"
    r"|\b(?:runs?|operates?|uses?|has|have|serves?)\b (?:\w+ ){0,2}\d|(?:運用|利用|使用)して(?:いる|います)$"
)
"""Who has how much of something: the ground of a story rather than its point."""
_VERDICT = words(
    r"""看好 结论 核心 关键 一句话 胜过 挡不住 势不可挡 不如 优于 够用 不?适合 值得 不建议 瓶颈 趋势 越来越 正在成为
    第一个[^，,。]{1,6}的?就?是 最[缺难大多怕值好](?!家|数) 最重要 真正 本质 与其 宁可 反而 代价 有限 教训
    比[^较如，,。]{1,16}(?:重要|好|快|难|贵|便宜|多|少) 而不是 而不在 不在于 不?成熟 没有?(?:解决|成熟) 必须 不要
    不是[^，,。]{1,16}[主首]要
    已经(?:全部|可以|能) 采用了 放弃 换成了? 迁到 改用 弃用 合入 只有[^，,。]*才 先[^，,。]{2,12}再 的观点
    핵심 중요 결국 필요 줄어든다 빨라 어렵 重要 本質 べき 必要 大切 ポイント 課題 採用した 移行した 廃止した
    도입했다 전환했다"""
)
_VERDICT_EN = late(
    r"\b(?:the (?:core|key|point|lesson|trick|catch|bottleneck)|never|always|must|should|don't|do not|cannot|no longer"
    r"|only|adopted|dropped|switched|migrated|replaced|best|worst|better|worse|worth|instead of|rather than|not one"
    r"|not yet|too \w+|most|harder|easier|cheaper|matters?)\b",
    _I,
)
_FIGURE = late(r"[一二两三四五六七八九十百千]+[步倍年天分秒次台]")
_VAGUE = late(
    r"一些|某些|很多方面|等等|之类|是?这样的|还有些|有所|不少|(?<!等)(?:诸多|各种|众多)"
    r"|\b(?:some|various|several|things|stuff|a lot)\b",
    _I,
)
_ASKS_WHAT = late(r"(?<!没)有什么|哪[些个]|多少$")
_TELLS = late(
    r"(?:^|[，,])\s*(?:主要|重点)?(?:讲|介绍|分享|演示|探讨|讨论|谈)(?![究判])(?![^，,]{0,3}(?:很|不))"
    r"|(?<!演)(?:介绍|讲|分享|演示|展示|提到|谈到)[了过](?![^，,]*[：:])|带来了?一[个场]"
    r"|(?:紹介|説明|発表|解説|共有|講演)(?:した|しました|された)$|(?:소개|발표|공유|강연)(?:했다|하였다|했습니다)$|\b(?:session|topic)\b"
    r"|[，,][^，,]{0,8}先[^，,]了[^，,]{1,6}$"
)
"""A clause that tells what is told: `讲 Linux 网络…`, `…，他先报了三个数`."""
_GOES_ON = late(r"->|→|=>|^[^，,。]{0,14}(?<![不要])再(?![次也加谈说])")
"""A flow, or the next of several steps."""
_REASON_JA = late(r"(?:こと|ため|から)だ$")
_CLAIM_KO = late(r"[다요죠음함]\s*$")
_CLAIM_JA = late(r"[るただいすんくうつぬぶむ]\s*$|べき|ました|ません")
_IMPERATIVE = late(r"(?:do not |don't |never |always )?[A-Z]?[a-z]{2,12}\b(?! of\b)")
_OTHER_WORDS = late(r"[，,]\s*(?:也就是(?!说)|也可以认为是|换句话说|即).*")
_SCENE = late(r"在[^，,。]{2,30}[中下里上时后](?:[，,会将能可就]|$)")
"""Where or when something holds: a line may begin with it."""
_WITHIN = late(r"在[^，,。]{2,30}?[中里上]\s?(?=[A-Za-z\u3400-\u9fff，,])")
"""Where somebody does something: `在Keynotes里某某介绍了…`."""
_QUALIFIED = late(
    r"[^，,。的]{2}的[^，,。]{2}|(?:解决|处理|升级|部署|迁移|管理|检查|优化|测试|运行|开发|统一)[^，,。]{0,4}?"
    r"(?:措施|办法|方案|方法|过程|步骤|时间|成本|工作|效率|系统|工具|流程|平台|团队|失败)"
)
"""`统一的接口`, `解决措施`: what looks like a verb belongs to a noun."""
_BEFORE_VERB = late(r"(?:^|[,;:])\s*(?!(?:only|also|just|not|to)\s+$)\w[^,;:]*\s$", _I)
_PARTICIPLE = late(
    r"\b(?:conducted|held|based|given|presented|organi[sz]ed|located|recorded|published) (?:in|by|at|on)\b"
)
_MARK = late(r"[，,；;。：:]\s*|——+")
_ASIDE = late(r"[（(][^（()）]*[）)]")
_PERSONAL = 0.75
"""The tone of a line that tells more of its author than of its subject costs more."""
_NAMES_IN_A_ROW = 3
_WIDER = 1.35
_SHORTEST, _LONGEST, _ROOMY = 11.0, 50.0, 68.0


def concludes(heading: str) -> bool:
    """Whether what stands below a heading is what an author has drawn from it all."""
    return bool(_CONCLUDES.search(heading))


def stands_alone(text: str, *, conclusion: bool, roomy: bool = False) -> bool:
    """Whether a line is a claim that is understood without its slide.

    No label, question, announcement, definition, set-up, and nothing that speaks of `the second way` or of `it`.
    A `conclusion` may be advice without a subject; a `roomy` one may be longer.
    """
    lang = language(text)
    longest = (_ROOMY if roomy else _LONGEST) * (_WIDER if lang == "en" else 1.0)
    if not _SHORTEST <= units(text) <= longest or _QUESTION.search(text) or _POINTS.search(text):
        return False
    if _EVENT.search(text) or _WHO.search(text) or _GOES_ON.search(text) or _TELLS.search(text):
        return False
    if discourse.announces(text, lang) or refers(text, lang) or en.ELLIPSIS.search(text):
        return False
    if _CONDITION_ALONE.match(text) or discourse.hollow(text):
        return False
    if discourse.sets_up(text, lang) or _defines(text, lang) or text.count("、") > _NAMES_IN_A_ROW:
        return False
    return _states(text, lang, conclusion=conclusion)


def understood(text: str, *, opening: bool = False) -> bool:
    """Whether a line tells something by itself: no label, question, definition or pointer, and no mere time or place.

    One that opens a section may leave its subject to the heading.
    """
    lang = language(text)
    if units(text) < _SHORTEST or _EVENT.search(text) or _POINTS.search(text) or discourse.leans(text, lang):
        return False
    if _QUESTION.search(text) or _ASKS_WHAT.search(text) or _defines(text, lang) or tone(text).cost > _PERSONAL:
        return False
    if lang == "zh" and _WITHIN.match(text):
        return bool(zh.STATES.search(text)) and not frames(text)
    return opening or _states(text, lang, conclusion=False)


def refers(text: str, lang: Language) -> bool:
    """Whether a line speaks of something that only the text before it names."""
    first = _MARK.split(text, maxsplit=1)[0]
    manner = _MANNER.match(text)
    if manner and zh.VERB_HEAD.match(text[manner.end() :]):
        return True
    if discourse.leans(text, lang) or _POINTER.search(text) or _TOPIC_LESS.match(text) or _SUBJECTLESS.match(text):
        return True
    if lang == "en":
        pronoun = _IT.search(text)
        return bool(_POINTER_HEAD.match(first) or (pronoun and not _named_before(text, pronoun.start())))
    return bool(_POINTER_HEAD.search(first)) or (bool(_UNNAMED_HEAD.match(text)) and not _NAMED.search(text))


def _named_before(text: str, at: int) -> bool:
    """Whether an English line has a whole clause before this place, in which a pronoun's noun may stand."""
    clauses = [
        clause for clause in re.split(r"[,;:]|\b(?:and|but|so|because|when|if|which|that)\b", text[:at]) if clause
    ]
    return len(clauses) > 1 and any(en.FINITE.search(clause) for clause in clauses[:-1])


def worth(text: str, heading: str) -> float:
    """What a line is worth: results, figures, causes, and most of all what somebody makes of them."""
    lang = language(text)
    claims, figure = discourse.asserts(text, lang), rank.counts(text) or bool(_FIGURE.search(text))
    value = 0.4 * claims + 0.4 * _judges(text, lang) + 0.3 * discourse.contrasts(text, lang)
    value += 0.4 if figure and not _HAS.search(text) else 0.0
    value -= 0.3 * bool(_VAGUE.search(text))
    value += (1.0 if value > 0 else 0.6) if concludes(heading) else 0.0
    value += 0.15 if set(terms(text)) & set(terms(heading)) else 0.0
    value -= 0.1 if not _NAMED.search(text) else 0.0
    return value - (0.35 if units(text) > rank.LIMIT * (1.0 if lang == "zh" else _WIDER) else 0.0) - tone(text).cost


def _judges(text: str, lang: Language) -> bool:
    """Whether a line says what somebody makes of a thing."""
    return bool((_VERDICT_EN if lang == "en" else _VERDICT).search(text)) or discourse.concludes(text)


def _defines(text: str, lang: Language) -> bool:
    """Whether a line only says what a thing is: `X是一种…`, but not `最缺的就是…`."""
    return (discourse.defines(text, lang) or bool(_IS_A.match(text))) and not _judges(text, lang)


def _states(text: str, lang: Language, *, conclusion: bool) -> bool:
    """Whether a line has a subject and a verb; a conclusion may be advice without a subject."""
    match lang:
        case "zh":
            said = _OTHER_WORDS.sub("", _ASIDE.sub("", re.split("[:：]", text)[-1]))
            opens = _SCENE.match(text) or _QUALIFIED.match(text) or has_subject(_MARK.split(text, maxsplit=1)[0])
            return conclusion or bool(opens and zh.STATES.search(said))
        case "en":
            verb = en.FINITE.search(_PARTICIPLE.sub("", text))
            subject = verb and _BEFORE_VERB.search(text, 0, verb.start())
            return bool(subject) or (conclusion and bool(_IMPERATIVE.match(text)))
        case "ko":
            return bool(_CLAIM_KO.search(text))
        case "ja":
            return bool(_CLAIM_JA.search(text)) and ("は" in text or not _REASON_JA.search(text))


def vague(text: str) -> bool:
    """Whether a line speaks of `some` things, or shows that its author has more to ask than to say."""
    return bool(_VAGUE.search(text) or _ASKS_WHAT.search(text))
