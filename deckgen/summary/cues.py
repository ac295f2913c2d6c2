"""By which words a sentence shows what it does: cues for announcing, setting up, turning, leaning, asserting.

Patterns named by an act are matched at the start of a text, unless they say `INSIDE` or `END`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from deckgen.summary.measure import Language
from deckgen.summary.pattern import late, spread, words

_I = re.IGNORECASE


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of a language: `sets_up`, `turns` and `leans` open a text, `turned` and `claims` stand anywhere."""

    sets_up: re.Pattern[str]
    turned: re.Pattern[str]
    turns: re.Pattern[str]
    leans: re.Pattern[str]
    claims: re.Pattern[str]


_TOLD = (
    "(?:介绍|讲解|讲述|阐述|分享|演示|描述|讲到|(?<!演)讲(?![者师座坛话])|谈到|谈(?!判)|聊(?!天)|提到|探讨|讨论|展示|回顾"
    "|梳理|解读|强调|公布)"
)
ANNOUNCES = words(
    rf"""[^，,：:。；;]{{0,36}}?{_TOLD}了 [^，,：:。；;]{{0,36}}?(?:介绍|描述|分享)(?:的|这|一下|过|说?明)
    [^，,。]{{0,6}}(?:简单|简要|详细)?{_TOLD} 从[^，,。]{{1,8}}讲到 [^，,。]{{0,16}}[讲听]的是
    [^，,。]{{0,30}}(?:做|带来|进行|有|给出)[了过]?[^，,。]{{0,24}}(?:演讲|报告|主题|阐述|研究|交流|session|topic|介绍|分享|讨论)
    [^，,。]{{0,24}}是[^，,。]{{0,40}}(?:演讲|分享|讲座|会议|议题|主题|文章|材料)$
    [^，,。]{{0,10}}先(?:报|给|列|画|抛)[了出] [^，,。]{{0,12}}[张幅个](?:图|表|流程图|清单)
    [^，,。]{{0,12}}最(?:有意思|精彩|感兴趣|期待)的 [^，,。]{{0,8}}(?:讲师|演讲者|主讲人|嘉宾)(?:来自|是)
    [^，,。]{{0,20}}(?:议题|演讲|讲座|分享|话题|主题)(?:的是|来自|由|关注|涉及)"""
)
TOLD_INSIDE = words(
    """介绍 讲 讲述 阐述 描述 分享 演示 演讲 谈 聊 提到 探讨 讨论 展示 回顾 梳理 解读 强调 公布 听的是 报告 主题 研究
    交流 session topic 会议 议题 话题 文章 材料 先报 先给 先列 先画 先抛 张图 幅图 个图 流程图 张表 幅表 个表 清单
    最有意思 最精彩 最感兴趣 最期待 嘉宾 发布 出来 差不多 反复 很多人 如图 如下 如上 样的"""
)
"""One of these stands in every Chinese announcement: the quickest look for most texts, which have none."""
HAPPENS = words(
    r"""[^，,。]{0,40}(?:公布|发布)了?出来 [^，,。]{0,24}也?出来了 [^，,。]{0,24}差不多[^，,。]{0,2}(?:结束|完)
    [^，,。]{0,24}反复[^，,。]{0,4}(?:讨论|提) [^，,。]{0,20}很多人(?:问|对|了解) [^，,。]{0,24}如[下图上]$
    [^，,。]{0,16}这样的$"""
)
TALKS_INSIDE = late(
    r"有(?:了|着)?(?:一些|不少|很多|许多|几个)的?(?:分享|演讲|讲座|议题|报告|讨论|presentations?|talks?|sessions?)(?=$|[，,])",
    _I,
)
PLACE = late(r"[^，,。]{0,20}[上中里下][，,]")
AFTER_COMMA = late(r"[，,；;]\s*([^，,；;]+)")
RESULT_INSIDE = late(r"\d{2}|\d[%倍万亿]|[:：]|说明|因为|导致|减少|降低|提高|提升|解决|证明|意味着|成熟|不支持|没有")
ANNOUNCES_EN = late(
    r"(?:[^,.;:]{0,60}\b)?(?:introduced|presented|gave (?:a|an|the|us)|talk(?:ed|s)? about"
    r"|walk(?:ed|s)? (?:us )?through|spoke about|covered|covers|discussed|discusses|described|describes|explained how"
    r"|demoed|demonstrated|showed off|kicked off|opened with|shared (?:the|their|some|his|her|a few)"
    r"|(?:talk|session|panel|post|keynote) (?:is|was) about|(?:came|comes) up again|on every(?:body|one)'s mind"
    r"|took the stage|gave an overview"
    r"|went over)\b|.{0,24}\bmost (?:interesting|exciting) (?:part|talk|session|thing)|(?:here|below) (?:is|are)\b"
    r"|(?:we|i) (?:went|attended|visited|sat|listened|came|met|spent)\b",
    _I,
)
ANNOUNCES_KO_END = late(
    r"(?:소개|발표|설명|공유|논의|시연|강연|이야기|정리|참석|참관)(?:를|을)?\s?(?:했|하였|됐|되었|한다|합니다|해\s?주)"
    r"|다(?:루었|뤘|룬)|들었(?:다|습니다)|(?:다음과|아래와) 같"
    r"|(?:비교해|살펴|알아|다뤄|정리해|소개해|진행해|설명해|공유해|시작해)\s?(?:보(?:겠|려|도록|기로|고자)|봅시다|볼까)"
    r"|하기로 (?:했|하였)"
)
ANNOUNCES_JA_END = late(
    r"(?:紹介|発表|説明|解説|共有|議論|デモ|講演|登壇|報告)(?:を|が|も)?(?:し|され|行|あり|あった|でした)"
    r"|について(?:話|聞|語)|参加し|以下の(?:とおり|通り)|話をし|(?:見|み)(?:ていき|ましょう|てみ)|参照して(?:ください|下さい)"
)
SAID_TO_THINK_INSIDE = late(
    r"(?:很多|不少|有些?|好多|许多|多数)(?:人|同学|朋友|公司|团队|开发者|用户|企业)"
    r"[^，,。]{0,2}(?:说|认为|觉得|以为|问)"
)
OBJECT_OPEN_END = late(r"(?:一次|一并|一起|就是来|想|能)(?:解决|搞定|处理)[。.]?$")
SUMS_UP_INSIDE = late(
    r"总之|总的来说|总体来说|一句话|核心[是在]|关键在于|结论是|本质上?是|真正|瓶颈"
    r"|最(?:多|重要|关键|核心|高|好|难)的"
    r"|\b(?:in short|bottom line|the key|the answer|the real|most important)\b"
    r"|핵심|결국|가장 (?:중요|큰)|要するに|ポイントは|一番",
    _I,
)
PERSON = late(r"[他她]|该[行司公校团]|(?:he|she|they|his|her|their)\b|彼|그[는녀]", _I)
ANOTHER = late(
    r"另一个[^，,。]{0,6}(?:问题|原因|挑战|功能|变化|限制)|another (?:\w+ )?(?:problem|reason|limit|catch)\b", _I
)
FIGURE_INSIDE = late(r"\d|[一二三四五六七八九十两几][倍成]|[百千万亿]")
_CHINESE_CLAIMS = words(
    """必须 不能 无法 导致 因为 由于 瓶颈 只能 只有 减少 降低 提高 提升 节省 节约 超过 达到 下降 上升 增加 成熟 降到
    降至 缩短 翻倍 变差 变慢 足够 建议 关键 最(?![近后新初先]) 核心 结论 教训 证明 说明 意味着 值得 应该 不要 不如
    优于 取代 代替 不支持 不再 失败 成功 解决(?!方案) 原因 代价 局限 首次 而不是 看好 趋势 唯一 严重 容易 很难 难以 避免
    防止 重启 恢复 完成 丢失 中断 有限 依赖 需要 从而 使得 正在成为 欠妥 早期 初期 起步 面临"""
)
_ENGLISH_CLAIMS = late(
    r"\b(?:because|cannot|can't|must|should|never|always|only|reduc\w+|cut|dropp?\w*|fell|rose|grew|sav\w+|fail\w+"
    r"|solv\w+|the (?:problem|catch|answer|reason|point|trouble|lesson|downside)|bottleneck|cost\w*|lesson|faster"
    r"|slower|cheaper|better|worse|most|least|replac\w+|avoid\w*|instead|recommend\w*|need\w*|require\w*|takes?|took"
    r"|lost|broke\w*|depends?|means|limit\w*|without|more than|at least|not)\b",
    _I,
)
_KOREAN_CLAIMS = late("해야|없다|않|줄|늘|때문|가장|못|필요|낮|높|원인|해결|병목|이상|중요|핵심")
_JAPANESE_CLAIMS = late("べき|ない|ません|減|増|改善|必要|原因|最も|課題|解決|ボトルネック|重要|以上|削減|向上")

_CHINESE = Cues(
    words(
        """[^，,。]{0,12}(?:看似|看上去|乍一看|表面上|听上去|听起来|以为) 很多人 不少人 有人 有些人 许多人
        大家都?(?:以为|认为|觉得|知道) 过去 以往 以前 从前 早期 原来(?!的) 原本 本来 起初 最初 一开始 理论上 按理说 诚然
        固然 首先 虽然 [^，,。]{0,10}(?:方法|办法|方案|思路|做法|原因)之一(?![^。]*[A-Z])
        [^。？?]{0,40}[？?]\\s*那就?[^，,。？?]{2,30}吧 那就?[^，,。？?]{2,30}吧$"""
    ),
    words(
        """但(?!愿) 不过(?![如是]) 然而 可是 却 其实 实际上? 事实上 而是 欠妥 不对 误解 误区 现在 如今 回答 他说 答案
        并非 并不是? 反而 问题(?:在于|是) 麻烦在于 关键在于"""
    ),
    words(
        """但是?(?!愿) 不过(?![如是]) 然而 可是 可惜 只是 其实 实际上 事实上 实际不 问题在于 麻烦在于 关键(?:在于|是)
        反而 相反 遗憾的是 很遗憾 结果(?![是显表集])"""
    ),
    words(
        """原因(?:是|在于) 第[二三四五]是
        所以 因此 因而 于是 由此 这样(?!在) 例如 比如 譬如 否则 不然 其中 另外一个 另一个 另一方面 后者 前者 同样
        此时 这时 最好 也(?!许) 还(?!原) 又 并(?![非行发不]) 与[^，,]{1,30}一起 而且 而(?!且) 对此 为此 那么 再 主要靠
        主要的?[^，,。]{0,3}(?:是|作用|功能|目的|想法|思路|原理|做法) 所?带来的[^，,。]{0,3}(?:问题|好处|挑战|影响)
        [^，,。]{0,4}这(?:种|方面|一点|些|个|样(?!在)|两|几)
        [^，,。]{0,30}(?:这一点|这方面|这些方面|这种情况)
        [^，,。]{1,16}来说则 目前?其[他它余][^，,。]{0,14}(?:还|也) [^，,。]{0,12}(?:不是|并非|也是|都是)这样(?![的一])
        看起来 反过来 [上里下]面(?:有|是) 你(?:就|也|还)?可以(?:用|通过|在|把) 期间 其间 在此期间"""
    ),
    _CHINESE_CLAIMS,
)
_ENGLISH = Cues(
    late(
        r"(?:at first|when asked|(?:during|in) the q&a|some(?:body|one) asked|on paper|in theory|many people"
        r"|most people|some (?:people|say|argue)|people (?:think|often|tend)|it (?:seems|looks|sounds|used)"
        r"|traditionally|historically|until (?:now|recently)|everyone|everybody|one (?:way|option|approach)|first,"
        r"|initially|we (?:assumed|expected|thought|started)|[^,.;]{0,50}\bused to\b)",
        _I,
    ),
    late(
        r"\b(?:but|however|yet|actually|in fact|in reality|instead|now|turns? out|the (?:problem|catch|answer))\b",
        _I,
    ),
    late(
        r"(?:but|however|yet|still,|in fact|actually|in reality|instead|unfortunately|nevertheless|that said|except"
        r"|sadly|it turns? out|turns out)",
        _I,
    ),
    late(
        r"(?:so|therefore|thus|hence|that is why|that's why|otherwise|for example|for instance|then|the others?"
        r"|another|both|neither|each of them|one of them|as a result|because of (?:this|that)|after that|in this"
        r"|in the same way|in that case|similarly|likewise"
        r"|with this|and|or|also|even)\b",
        _I,
    ),
    _ENGLISH_CLAIMS,
)
_KOREAN = Cues(
    late(r"언뜻|겉으로|흔히|많은 사람|보통|원래|처음에|이전에|과거에|기존에"),
    late(r"하지만|그러나|지만|는데|실제로|사실"),
    late(r"하지만|그러나|그런데|다만|실제로|사실"),
    late(r"그래서|따라서|이 |이를|이로|그 |예를 들어|덕분에|이렇게|그러면|그렇지|그중|이때|둘 다|게다가"),
    _KOREAN_CLAIMS,
)
_JAPANESE = Cues(
    late(r"一見|多くの(?:人|方)|従来|以前|最初|当初|もともと|理論上|かつて"),
    late(r"しかし|だが|ですが|ところが|実は|実際"),
    late(r"しかし|ただし|ただ、|だが|ところが|実際|実は|でも|とはいえ"),
    late(r"そのため|したがって|そこで|例えば|たとえば|また前者|前者|後者|こうして|だから|なので|その|この|両者|すると"),
    _JAPANESE_CLAIMS,
)
HOLLOW = late(r"(?:每一?[个种]|任何|凡是|万事|every |each |any |all )[^，,。]{0,16}(?:都|总|会|has |have |needs? )", _I)
HOLLOW_INSIDE = late(
    "|".join(
        [
            spread("想到 找到 采取 拿出 考虑", "[^，,。]{0,4}(?:对策|办法|措施|方案)"),
            spread("必须 需要 应该 要", "[^，,。]{0,4}解决[^，,。]{0,8}问题$"),
            spread("不断 持续 进一步 更好地?", "[^，,。]{0,6}(?:完善|提高|发展|改进|优化|进步|努力)"),
            spread("前景 未来", "[^，,。]{0,6}(?:广阔|可期|光明)"),
            "路要走|任重道远|不言而喻|毋庸置疑|牛逼|아무리 강조해도|말할 것도 없|言うまでもな",
        ]
    )
)
"""True of everything, or at all times."""
DEFINES = late(
    r"[^，,。]{0,20}?(?:就?是一?种|就是|是指|指的是|是一家)"
    r"|[\w .-]{2,30} (?:is|are) (?:an?|the) (?:\w+ ){0,3}"
    r"(?:company|tool|framework|protocol|technique|way|style|standard)\b",
    re.IGNORECASE,
)
CUES: dict[Language, Cues] = {"zh": _CHINESE, "en": _ENGLISH, "ko": _KOREAN, "ja": _JAPANESE}
