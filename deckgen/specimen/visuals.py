"""What the specimen draws: one of every kind of drawing, as a conference's posts would give it."""

from __future__ import annotations

from deckgen.model import (
    Bar,
    Cards,
    Chain,
    Chart,
    Comparison,
    Drawn,
    Edge,
    Entry,
    Flow,
    ListItem,
    Node,
    Numbers,
    Side,
    Source,
    Steps,
    Visual,
    runs,
)

_HERE = Source("specimen", 1, 1)


def _visual(drawn: Drawn, *told: str) -> Visual:
    return Visual(drawn, tuple(ListItem(runs(line), 0, "", _HERE) for line in told), _HERE)


def _entries(*pairs: tuple[str, str]) -> tuple[Entry, ...]:
    return tuple(Entry(runs(label), runs(text), _HERE) for label, text in pairs)


def _told(entries: tuple[Entry, ...]) -> tuple[str, ...]:
    return tuple("".join(run.text for run in (*entry.label, *entry.text)) for entry in entries)


def numbers() -> Visual:
    """Six figures, as their author wrote them."""
    entries = _entries(
        ("> 12k", "Hypervisors"),
        ("> 300k", "cores"),
        ("10+", "availability zones"),
        ("15+", "virtual private cloud"),
        ("1.6 pb", "block storage"),
        ("100%", "KVM"),
    )
    return _visual(Numbers(entries), *_told(entries))


def comparison() -> Visual:
    """Pros and cons."""
    pros = ("升级时不必停机", "每个节点独立恢复", "流量不再绕行网络节点", "控制面可以横向扩展")
    cons = ("需要更多的内存", "排查问题要看每个节点", "与旧的插件不能混用")
    sides = tuple(
        Side(runs(heading), tuple(ListItem(runs(line), 0, "", _HERE) for line in lines))
        for heading, lines in (("优点", pros), ("缺点", cons))
    )
    return _visual(Comparison(sides), "优点", *pros, "缺点", *cons)


def steps() -> Visual:
    """A procedure of four short steps, which stand in a row."""
    entries = _entries(
        ("1.", "部署新代码和新配置"),
        ("2.", "停止旧版本的服务"),
        ("3.", "升级数据库 schema"),
        ("4.", "启动新版本的服务"),
    )
    return _visual(Steps(entries), *_told(entries))


def procedure() -> Visual:
    """A procedure of six longer steps, which stand one below the other."""
    entries = _entries(
        ("1.", "在目标环境部署新版本的代码，与旧版本并存"),
        ("2.", "停止 API 服务，让正在进行的请求结束"),
        ("3.", "备份数据库，然后运行 nova-manage db sync"),
        ("4.", "先启动控制节点，再逐个启动计算节点"),
        ("5.", "运行 Tempest 的冒烟测试"),
        ("6.", "删除旧版本的代码与配置"),
    )
    return _visual(Steps(entries), *_told(entries))


def chain() -> Visual:
    """The order of an upgrade, too long for one row."""
    services = ("glance", "cinder", "nova", "neutron", "swift", "keystone", "horizon")
    entries = _entries(*((name, "") for name in services))
    return _visual(Chain(entries), " → ".join(_told(entries)))


def flow() -> Visual:
    """A list of decisions with the answers that lead on."""
    said = (
        ("1", "马上需要这个功能？"),
        ("2", "社区有 patch 在解决？"),
        ("3", "patch 已合入主干？"),
        ("", "等待后续版本升级"),
        ("4", "能用 hook 机制解决？"),
        ("", "反合 patch"),
        ("", "私有 patch，升级时移植"),
        ("", "临时 hook"),
    )
    ways = (
        (0, 1, "yes"),
        (0, 3, "no"),
        (1, 2, "yes"),
        (1, 4, "no"),
        (2, 5, "yes"),
        (2, 6, "no"),
        (4, 7, "yes"),
        (4, 6, "no"),
    )
    nodes = tuple(Node(name, runs(text), _HERE) for name, text in said)
    return _visual(Flow(nodes, tuple(Edge(*way) for way in ways)), *(text for _, text in said))


def chart() -> Visual:
    """Votes, as they were cast."""
    votes = (("动态路由", 4), ("服务链", 2), ("负载均衡", 2), ("自动部署", 2), ("地址转换", 1), ("流量镜像", 1))
    bars = tuple(Bar(runs(name), "+1" * count, float(count), _HERE) for name, count in votes)
    return _visual(Chart(bars, ""), *(f"{name} {'+1' * count}" for name, count in votes))


def cards() -> Visual:
    """Six things of one rank, each with a line about it."""
    entries = _entries(
        ("系统高可靠性", "是否足以满足企业级业务要求"),
        ("资源多样性", "能否按业务要求提供多种资源类型"),
        ("API 开放性", "能否满足客户云管理工具对接的需求"),
        ("运维自动化", "能否实现高水平的自动化运维"),
        ("水平可扩展性", "能否随业务总量水平扩容"),
        ("业务高并发性", "性能是否满足高并发性业务的要求"),
    )
    return _visual(Cards(entries), *_told(entries))
