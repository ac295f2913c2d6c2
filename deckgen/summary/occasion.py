"""The occasion rather than its subject: who spoke where, who somebody is, what was shown, eaten, joked about."""

from __future__ import annotations

import re

from deckgen.summary.pattern import late, one_of

_I = re.IGNORECASE
_EVENT = late(
    one_of(
        """沙龙 酒店 地铁 机场 盛宴 圆满 落幕 日程 照片 摄影 下载 幻灯 主讲 主持 签到 报名 门票 展台 展位 展区 高潮 会场
        没有视频 视频资料 视频[:：] 演讲(?!者的观点|者认为) presentation 欢迎 掌声 茶歇 收获颇 受益匪浅 座无虚席 赞助
        抽奖 排队 合影 见面 聊了 散场 教室 沟通 招聘 环节 议程 话题 议题 下一[个代款]产品 我司 参加了 拜访 入住 登记
        溜达 周[一二三四五六日天] [早晚]上 [上下中]午 凌晨 分钟讲 带来[的了]?[《<“"]
        第\\s?[\\d一二三四五]+\\s?[个场]\\S{0,4}(?:主题|演讲) 主题\\s?[\\d一二三四五六七八九]+\\s?[：:] 讲师 讲稿 讲解
        开讲 讲完 宗旨 与会 到场 台上 听众 观众 自我介绍 水果 零食 参会 个人原因 谁有兴趣 有兴趣的 精心准备
        问[^，,。：:]{0,4}谁 谁[^，,。]{0,3}用过 交流活动
        专题活动 本次活动 活动现场 主题是 提问 有人问 脚步 秉承 旨在 上场 同学[（(] 在校生
        本专[题场] 本场 本主题 主题的 开门见山 第[一二三四五六]位 从何[做说]起
        将(?:为大家|分享|介绍|展示|探讨|解读|围绕|邀请) 景[点色] 海滩 白云 逛[了街] 转转 高楼 过得很快 开会 温暖 朋友
        出品人 举办 举行 召开 各位 高兴 社区活动 时间被挤 分享$ 演示$ 好了[，,] 看完 开场 现场 惊喜 请来 停留 自然少不了
        大家(?:都|一起|很|也都)"""
    )
    + r"|\b(?:schedule|download|photos?|pdf|booth|swag|hotel|venue|flight|survey conducted|attend(?:ed|ing|ees?)"
    r"|sponsor\w*|registration|hallway|met up|keynote (?:on|drew)|resources|collection of|conference"
    r"|(?:the )?officials? (?:also |has |have )?released|recap|video|youtube|slots?|(?:each|every|this|that) talk"
    r"|speaker|audience|lightning talks?|summit (?:is|was)|\d+ ?min(?:utes)? each"
    r"|(?:dozens|hundreds|thousands) of (?:customers|companies))\b"
    r"|사진|회의장|행사|등록|会場|懇親会|写真|登壇|受付|バッテリー|メモを終|感動|楽し|嬉し|行ってみた",
    _I,
)
_WHO = late(
    r"^[\u3400-\u9fff]{2,4}\s?[(（][^()（）]+[)）]\s|[\u3400-\u9fff]哥(?!哥)"
    r"|(?:作者|开发者|架构师|负责人|工程师|创始人|成员|老师|先生|PTL|CTO|CEO)(?:之一)?(?:$|[，,（(])|人称|热心于|大名鼎鼎|的大牛|加盟|标签早已"
    r"|(?:作者|译者|主编)[^，,。]{2,4}(?:$|[，,])|老师|最早的(?:(?!最早的)[^，,。])*之一"
    r"|曾任|毕业于|任职|(?:来自|现在是|是)[^，,。]{1,24}(?:架构师|负责人|工程师|经理|创始人|CTO|CEO|公司)"
    r"|\b(?:founder|author|maintainer|engineer|manager) (?:of|at)\b"
)
"""Who somebody is."""
_TELLS = late(
    r"(?:^|[，,])\s*(?:主要|重点|进而|然后|并|分别)?(?:讲|介绍|分享|演示|探讨|讨论|谈)(?![究判])(?![^，,]{0,3}(?:很|不))"
    r"|(?<!演)(?:介绍|讲|分享|演示|展示|提到|谈到|解释|强调)[了过](?![^，,]*[：:])|带来了?一[个场]"
    r"|(?:提到|谈到|说到|聊到|指出)[^，,：:]{0,20}(?:问题|挑战|情况|原因|[优缺特]点|进展|计划|现状|不足|方案)$"
    r"|(?:引发|带来|存在|遇到|面临)[了着]?[^，,。]{0,6}(?:新的|不少|许多|诸多)(?:问题|挑战)[^，,。]{0,6}$"
    r"|^[^，,。]{2,8}(?:先|首先|接着|随后|最后|又|开始)[又再]?(?:开始)?(?:介绍|讲|说|从|用|以|谈|解释|引出|回顾|分析|演示)"
    r"|介绍完|给出的是"
    r"|(?:紹介|説明|発表|解説|共有|講演)(?:した|しました|された)$|(?:소개|발표|공유|강연)(?:했다|하였다|했습니다)$|\b(?:session|topic)\b"
    r"|[，,][^，,]{0,8}先[^，,]了[^，,]{1,6}$"
)
"""A clause that tells what is told: `讲 Linux 网络…`, `…，他先报了三个数`, `某某接着从…讲起`."""
_JOKES = late(
    r"\[[\u3400-\u9fff]{1,3}\]|[~～]\s|[!！](?=[^\s!！”」)）])|俺|真心|哇塞|嘿|囧|8卦|八卦|ing\.\.|;-?\)|:-?\)"
    r"|\b(?:lol|haha|btw|fwiw|mid-life)\b",
    _I,
)
"""Smileys and what else shows that a line is not meant in earnest."""
_HEADING = late(
    r"花絮|插曲|[早午晚]餐|开场|外场|场外|题外|闲[话聊]|八卦|逸事|趣事|合影|签到|致谢|鸣谢|感谢|行程|交通|住宿|报名|招聘|交友|吃[喝饭]|美食|旅[行途]|印象$"
    r"|媒体资料|(?:相关|参考)?(?:资料|链接|文献)$|录音|录像|^PS\b|议程|日程"
    r"|\b(?:how to select|other sources|links|resources|references|further reading|social|party|after party|swag"
    r"|venue|travel|logistics|schedule|acknowledge?ments?|about (?:me|the author)|sponsors?|new terms)\b"
    r"|뒷이야기|잡담|참고|링크|おまけ|余談|懇親会|参考|リンク|昼休み|お弁当|ブース",
    _I,
)


def tells_of_event(text: str) -> bool:
    """Whether a line is about the event itself: who spoke where and how, and what there was to see and download."""
    return bool(_EVENT.search(text))


def tells_who(text: str) -> bool:
    """Whether a line says who somebody is."""
    return bool(_WHO.search(text))


def tells_of_telling(text: str) -> bool:
    """Whether a line says that something was told, not what."""
    return bool(_TELLS.search(text))


def jokes(text: str) -> bool:
    """Whether a line is not meant in earnest."""
    return bool(_JOKES.search(text))


def aside(heading: str) -> bool:
    """Whether a heading announces what has nothing to do with the matter: travel, food, who was there, links."""
    return bool(_HEADING.search(heading))
