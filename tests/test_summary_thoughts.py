"""Bullets that are whole thoughts: nothing named, caused, asked or judged is cut off before its point."""

from __future__ import annotations

import pytest

from deckgen.model import Bullet, Prose, Source, plain, runs
from deckgen.summary import Context, condense
from deckgen.summary.tone import tone

CONTEXT = Context("OpenStack 峰会", ("网络",))


def said(*paragraphs: str) -> list[str]:
    blocks = tuple(Prose(runs(text), Source("a.md", n, n)) for n, text in enumerate(paragraphs, 1))
    condensed = condense(blocks, CONTEXT, "standard")
    items = (*((condensed.lead,) if condensed.lead else ()), *condensed.items)
    return [plain(item.text) for item in items if isinstance(item, Bullet)]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            "另一个重要的问题是社区在讨论疏散的“撤销”功能，即一旦疏散失败或者之前宕掉的计算节点恢复之后怎么把虚拟机重新迁移回来。",
            ("撤销", "迁移回来"),
        ),
        (
            "大家拿来做的事情主要在监控和追踪上，社区的一个项目叫 bcc，主要作用是帮助开发者减少 eBPF 本身的复杂性。",
            ("bcc", "复杂性"),
        ),
        (
            "OpenStack社区的默认配置没有开启心跳功能，所以服务进程和rabbitMQ的连接在某种网络情况下会丢失。",
            ("心跳", "丢失"),
        ),
        (
            "升级的时候演讲者建议先把所有节点上旧版本的接口服务全部下线，避免新的接口请求走入老代码。",
            ("下线", "老代码"),
        ),
    ],
)
def test_what_is_named_or_caused_keeps_what_is_said_of_it(text: str, whole: tuple[str, str]) -> None:
    first, second = whole
    lines = said(text, "测试显示50个子网的创建时间从40秒降到7秒。")
    assert all((first in line) == (second in line) for line in lines)
    assert any(first in line for line in lines)


def test_an_opinion_begins_a_line_of_its_own() -> None:
    text = (
        "演讲者的回答很简单，首先，升级nova中除了compute的所有服务，其实主要是需要升级数据库和nova-conductor，然后，"
        "nova-compute再一个一个升级，在我看来其实应该将nova-api分离出来，等所有nova-compute升级完成，再升级nova-api。"
    )
    lines = said(text)
    assert any("一个一个升级" in line for line in lines)
    assert not any("一个一个升级" in line and "在我看来" in line for line in lines)


def test_an_answer_has_the_case_that_was_asked_about() -> None:
    text = (
        "有人问到类似大型公有云的部署场景下，有很多很多的计算节点需要升级的情况又应该怎么升级？"
        "升级控制节点上除了计算以外的所有服务，需要停机三十分钟。计算节点每次升级50个，整个过程要三天。"
    )
    lines = said("每一个模块的升级都分四步，先停止旧版本的服务，升级数据库，再启动新版本。", text)
    answer = next(n for n, line in enumerate(lines) if "50个" in line)
    question = next(n for n, line in enumerate(lines) if line.endswith("怎么升级？"))
    assert question < answer
    assert "有人问" not in lines[question]


def test_a_suggestion_that_is_argued_against_is_no_advice() -> None:
    text = (
        "基于中断的收包不够迅速？那就另在用户态实现一套吧。然而所带来的问题就是内核自带丰富的技术生态圈，"
        "上面有好用的接口，上面有好用的框架，你真的要重来一遍吗？"
        "内核从3.15版本开始引入了 eBPF，程序在虚拟机里执行，不会让内核崩溃。"
    )
    lines = said(text, "目前只有一家厂商的商业产品使用 eBPF 实现了完整的网络功能。")
    assert not any("实现一套吧" in line for line in lines)
    assert not any(line.endswith("生态圈") for line in lines)
    assert any("eBPF" in line for line in lines)


def test_what_is_always_true_gives_way_to_what_is_not() -> None:
    text = (
        "目前社区版的网络只能支持数百台服务器，当规模到了很大的程度，则必须想到对策解决扩展性的问题。"
        "每个机架作为一个网段，网段之间走路由，所以广播止于机架。新的架构已经合并到了上一个版本。"
    )
    lines = said(text)
    assert any("数百台" in line for line in lines)
    assert not any("想到对策" in line for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "社区默认没有打开心跳，消息队列的连接断了也没人知道。",
        "私有云里控制平面停一会儿还能忍，转发平面一断就是事故。",
        "难题来自万兆以上的高速网络，中断已经来不及处理所有的包。",
    ],
)
def test_words_within_words_do_not_chat(text: str) -> None:
    """`打开心跳` is not `开心`, `私有云` no Japanese `私`, `万兆以上` nothing said above."""
    assert tone(text).cost == 0


def test_what_goes_on_with_another_subject_does_not_begin_a_line() -> None:
    text = "日本CloudStack占主流，主要是三家厂商都在使用CloudStack，大约占了7成市场，当初选择的原因是稳定性比较好。"
    assert not any(line.startswith("大约占了") for line in said(text, "测试显示50个子网的创建时间从40秒降到7秒。"))
