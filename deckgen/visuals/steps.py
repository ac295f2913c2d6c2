"""Procedures: a list of actions that are done in its order.

Takes three to nine flat, short items that are numbered, under a label or heading that speaks of steps or a procedure
(`升级步骤`, `how to upgrade`, `workflow`), or under one that speaks of a way to do something where every item is an
action; and items that say themselves which step they are (`第一步：`, `Step 2:`). Refuses other numbered lists, however
much they look like actions: most of them only count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.model import Bullets, Entry, ListItem, Steps, Visual, plain, runs
from deckgen.summary import units
from deckgen.visuals.found import Found, Place
from deckgen.visuals.parts import flat, part, span

STEPS = range(3, 10)
ITEM_UNITS = 45.0
LABEL_UNITS = 40.0

_PROCEDURE = re.compile(
    r"步骤|流程|过程|工序|顺序|次序|步驟|절차|단계|手順|工程"
    r"|\b(?:steps?|procedure|process|workflow|pipeline|lifecycle|life cycle|walk-?through|sequence|order)\b(?!\s+to\b)",
    re.IGNORECASE,
)
_NO_PROCEDURE = re.compile(
    r"问题|原因|特点|优点|缺点|区别|成本|要求|规范|原则|\b(?:problems?|issues?|reasons?|principles|tips|rules|pros|cons|goals?"
    r"|pre-?requisites|requirements|in process|process of|features|links|next steps?|improvements?|changes|further)\b",
    re.IGNORECASE,
)
_WAY = re.compile(
    r"(?:升级|部署|安装|迁移|更新|操作|执行|启动|实施|配置|发布|使用|处理|工作)\S{0,2}(?:模式|方式|方法|办法|顺序)|怎么|如何|方法\s*$"
    r"|\bhow (?:to|it works|does)\b"
    r"|\bto (?:install|upgrade|deploy|set up|get started|build|run|release|migrate|create)\b"
    r"|^(?:install|upgrade|deploy|set up|get started|build|release|migrate|creat)\w*\b",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r"(?:首先|然后|接着|再|最后|先|将|把|在\S{1,8}(?:上|中|里))?[，,]?"
    r"(?:应用|停止|升级|启动|安装|配置|部署|下载|创建|新建|打开|关闭|删除|添加|增加|修改|更新|执行|运行|检查|验证|测试|备份|恢复|迁移"
    r"|登录|点击|选择|输入|设置|编译|构建|发布|提交|拉取|推送|克隆|合并|导入|导出|上传|重启|等待|确认|准备|收集|分析|生成|编写|初始化"
    r"|加载|注册|发送|接收|返回|调用|查询|读取|写入|替换|切换|扩容|分配|绑定|挂载|同步|复制|解压|进入|获取|使用|通过|开始|建立|定义|制定)"
)
_VERB = re.compile(
    r"(?:first|then|next|now|finally|after that|lastly)?[,:]?\s*+"
    r"(?:install|run|create|open|click|add|remove|delete|start|stop|restart|apply|upgrade|update|download|clone|fork|push"
    r"|pull|commit|build|deploy|configure|set|select|choose|enter|check|verify|test|copy|move|edit|save|write|read|send"
    r"|wait|make|go|navigate|log|sign|submit|merge|launch|execute|enable|disable|use|import|export|upload|connect|register"
    r"|define|generate|initiali[sz]e|prepare|review|release|tag|back|restore|migrate|shut|boot|drain|evacuate|replace"
    r"|switch|find|get|fetch|load|parse|call|return|attach|mount|assign|ensure|confirm|change|rename|unzip|extract|press"
    r"|type|paste|repeat|publish|monitor|scale|collect|analy[sz]e|train|evaluate|plan|identify|pick|try|ask|bump|convert)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:第\s*[一二三四五六七八九十\d]{1,2}\s*[步阶段]+|(?:step|phase|stage|步骤|阶段|단계)\s*[一二三四五六七八九十\d]{1,2})\s*[:：.、，,\-–—]?\s*",
    re.IGNORECASE,
)
_STAGE = re.compile(r"[^:：，,。]{2,14}[:：]\s*(?=\S)(?!//)")


def draw(items: Sequence[ListItem]) -> Steps | None:
    """The list as steps: the label is the author's number, or the step's own name."""
    if len(items) < 2 or not flat(items):
        return None
    return Steps(tuple(map(_entry, items)))


def find(place: Place) -> Found | None:
    """The list at that place as steps."""
    match place.block:
        case Bullets(items=items) if len(items) in STEPS and flat(items) and all(map(_short, items)):
            reason = _reason(items, place.announced)
            made = draw(items) if reason else None
            return Found.of(Visual(made, items, span(items), reason)) if made else None
    return None


def _entry(item: ListItem) -> Entry:
    text = plain(item.text)
    named = _NAMED.match(text)
    if named and text[named.end() :].strip():
        label = named[0].rstrip(" :：.、，,-–—")
        return Entry(part(item.text, 0, len(label)), part(item.text, named.end()), item.source)
    return Entry(runs(item.number.rstrip(".)、） ")), item.text, item.source)


def _reason(items: Sequence[ListItem], label: str) -> str:
    texts = [plain(item.text) for item in items]
    if all(_NAMED.match(text) for text in texts):
        return "every item says which step it is"
    if not _counted(items) or units(label) > LABEL_UNITS or _NO_PROCEDURE.search(label):
        return ""
    actions = sum(bool(_ACTION.match(text) or _VERB.match(text)) for text in texts)
    if _PROCEDURE.search(label) and (2 * actions > len(texts) or all(map(_STAGE.match, texts))):
        return f"{actions} of {len(texts)} numbered items are actions under {label!r}"
    if _WAY.search(label) and actions == len(texts):
        return f"all numbered items are actions under {label!r}"
    return ""


def _counted(items: Sequence[ListItem]) -> bool:
    numbers = [item.number.rstrip(".)、） ") for item in items]
    return numbers == [str(n) for n in range(1, len(items) + 1)]


def _short(item: ListItem) -> bool:
    return 0 < units(plain(item.text)) <= ITEM_UNITS
