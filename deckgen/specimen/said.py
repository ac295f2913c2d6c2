"""What the specimen says: a deck in words with every kind of slide, as a conference's posts would give it."""

from __future__ import annotations

from deckgen.model import (
    AgendaEntry,
    AgendaSlide,
    Bullet,
    Code,
    ContentSlide,
    Deck,
    Figure,
    Item,
    Note,
    Quote,
    Run,
    Runs,
    SectionSlide,
    Slide,
    Source,
    SourceEntry,
    SourcesSlide,
    Summit,
    Table,
    Takeaway,
    TakeawaysSlide,
    Theme,
    TitleSlide,
    runs,
)
from deckgen.specimen import visuals
from deckgen.specimen.drawn import DIAGRAM, PHOTOGRAPH, SECOND, SIZE

LANG = "zh-CN"
_HERE = Source("specimen", 1, 1)
_FIRST, _SECOND, _THIRD = "网络", "社区", "图示"


def deck(theme: Theme) -> Deck:
    """The deck in words; its title is the theme's."""
    title = theme.name.replace("-", " ").title()
    chapters = ((_FIRST, _network()), (_SECOND, _community()), (_THIRD, _drawings()))
    slides: list[Slide] = [
        TitleSlide(
            "title",
            (title, "主题样张"),
            "要点、图片、表格、代码与引文",
            "specimen · 中文 · English",
            (Note("标题页：主题的完整图案只在这里、章节页和结尾页出现。", _HERE),),
        ),
        _agenda(chapters),
    ]
    for n, (name, said) in enumerate(chapters, 1):
        lead = ("扩展性、服务链与路线图", "版本、声音与调查", "数字、步骤、流程与投票")[n - 1]
        slides.append(SectionSlide(f"section-{n}", str(n), name, lead, (name,), _HERE, (Note(lead, _HERE),)))
        slides += said
    slides += (_takeaways(), _sources())
    return Deck(Summit("specimen", title, theme=theme.name), theme.name, LANG, tuple(slides))


def _agenda(chapters: tuple[tuple[str, tuple[ContentSlide, ...]], ...]) -> AgendaSlide:
    entries: list[AgendaEntry] = []
    for n, (name, said) in enumerate(chapters, 1):
        entries.append(AgendaEntry(str(n), name, f"section-{n}"))
        entries += (AgendaEntry("", slide.title, slide.key) for slide in said[:2])
    ends = (AgendaEntry("", "要点回顾", "takeaways"), AgendaEntry("", "来源", "sources"))
    return AgendaSlide("agenda", "目录", (*entries, *ends))


def _slide(key: str, title: str, chapter: str, items: tuple[Item, ...], lead: str = "") -> ContentSlide:
    first = Bullet(runs(lead), _HERE) if lead else None
    note = Note(f"{title}：这里是作者的完整原文。The author's full text stands in the notes.", _HERE)
    return ContentSlide(key, title, first, items, (chapter, title), _HERE, (note,))


def _bullet(*said: str | Run, level: int = 0, number: str = "") -> Bullet:
    return Bullet(tuple(Run(part) if isinstance(part, str) else part for part in said), _HERE, level, number)


def _picture(path: str, caption: str) -> Figure:
    return Figure(path, f"图片：{caption}", caption, *SIZE, _HERE)


def _network() -> tuple[ContentSlide, ...]:
    return (
        _slide("list", "扩展性：层次、数字与链接", _FIRST, _list(), "每个机架作为一个 segment，段内具有路由功能"),
        _slide(
            "beside",
            "Dragonflow：文字与照片",
            _FIRST,
            (
                _bullet("控制器分布在每个节点上，", Run("没有单点故障", bold=True)),
                _bullet("流表由本地应用计算"),
                _bullet("计划在 Ocata 支持 BGP 与 SFC"),
                _picture(PHOTOGRAPH, "演讲现场的幻灯片"),
            ),
            "分布式的 SDN 控制器，已被多家厂商采用",
        ),
        _slide(
            "diagram",
            "路由网络：文字与示意图",
            _FIRST,
            (
                _picture(DIAGRAM, "三个机架，各自一个 segment"),
                _bullet("子网不再跨越机架"),
                _bullet("故障域缩小到单个机架"),
                _bullet("规模随机架数量增长"),
            ),
            "二层网络之上再加一个 segment 标志",
        ),
        _slide("alone", "路线图：一张图片", _FIRST, (_picture(SECOND, "Ocata 周期的计划"),), "下一个周期先做完升级"),
        _slide(
            "two",
            "对照：两张图片",
            _FIRST,
            (_picture(PHOTOGRAPH, "主题演讲，第一天"), _picture(SECOND, "主题演讲，第二天")),
        ),
        _slide("code", "服务链：代码", _FIRST, (_code(),), "端口对组成链，流量按顺序经过"),
    )


def _list() -> tuple[Item, ...]:
    return (
        _bullet("社区版高可用方案（VRRP）只能支持", Run("数百台", bold=True), "服务器"),
        _bullet("规模再大，agent 之间的心跳就会变慢", level=1),
        _bullet("新的架构已进入 ", Run("Newton", bold=True), "，见 ", Run("说明", link="https://example.org/newton")),
        _bullet("停止旧版本的服务", number="1."),
        _bullet("升级数据库 ", Run("nova-manage db sync", code=True), number="2."),
    )


def _code() -> Code:
    lines = (
        "# 端口对、端口对组、分类器，最后是链",
        "neutron port-pair-create --ingress p1 --egress p2 PP1",
        "neutron port-pair-create --ingress p3 --egress p4 PP2",
        "neutron port-pair-group-create --port-pair PP1 PG1",
        "neutron port-pair-group-create --port-pair PP2 PG2",
        "neutron flow-classifier-create --protocol tcp FC1",
        "neutron port-chain-create \\",
        "    --port-pair-group PG1 --port-pair-group PG2 \\",
        "    --flow-classifier FC1 PC1",
    )
    return Code("\n".join(lines), "console", _HERE)


def _community() -> tuple[ContentSlide, ...]:
    return (
        _slide("table", "版本：表格", _SECOND, (_table(),), "每半年一个版本"),
        _slide(
            "quote",
            "声音：引文",
            _SECOND,
            (
                Quote(
                    (runs("人正在成为云计算时代的最大瓶颈，设计应当一上手就可以使用"),), "主题演讲，第一天上午", _HERE
                ),
            ),
        ),
        _slide("long", "调查：较长的列表", _SECOND, _long()),
        _slide("scripts", "各种文字：한국어、日本語、English", _SECOND, _scripts()),
    )


def _drawings() -> tuple[ContentSlide, ...]:
    return (
        _slide("figures", "规模：作者写下的数字", _THIRD, (visuals.numbers(),)),
        _slide("groups", "取舍：优点与缺点", _THIRD, (visuals.comparison(),), "分布式路由值得，但并不免费"),
        _slide("steps", "升级：四步", _THIRD, (visuals.steps(), _bullet("每一个模块都按这个模式升级"))),
        _slide("procedure", "操作：较长的步骤", _THIRD, (visuals.procedure(),)),
        _slide("chain", "顺序：一条链", _THIRD, (_bullet("服务按依赖关系依次升级"), visuals.chain())),
        _slide("flow", "取舍：升级还是反合", _THIRD, (visuals.flow(),), "以满足基本需要为依据"),
        _slide("votes", "路线图：现场的投票", _THIRD, (visuals.chart(),), "与会者最想先做什么"),
        _slide("challenges", "挑战：卡片", _THIRD, (visuals.cards(),)),
    )


def _long() -> tuple[Item, ...]:
    lines = (
        "部署以 Ansible 最多，Puppet 其次",
        "容器已用于生产环境的团队超过三分之一",
        "网络仍是最常提到的难点",
        "监控与日志多为自行搭建",
        "升级平均跨两个版本",
        "裸机管理的需求明显增加",
        "对 IPv6 的支持进展缓慢",
        "互操作性测试成为采购的条件",
        "文档的质量得到肯定",
    )
    return tuple(_bullet(line) for line in lines)


def _scripts() -> tuple[Item, ...]:
    return (
        _bullet("네트워크는 랙마다 하나의 세그먼트로 나뉜다"),
        _bullet("ポートチェインの順序でパケットが流れる"),
        _bullet("The network still gets most of the work in every cycle"),
    )


def _table() -> Table:
    def row(*cells: str) -> tuple[Runs, ...]:
        return tuple(runs(cell) for cell in cells)

    rows = (
        row("Liberty", "2015-10", "27", "Magnum 与容器"),
        row("Mitaka", "2016-04", "29", "统一的命令行"),
        row("Newton", "2016-10", "32", "网络的 segment"),
        row("Ocata", "2017-02", "31", "稳定，而不是新功能"),
        row("Pike", "2017-08", "32", "滚动升级"),
    )
    return Table(row("版本", "日期", "项目", "重点"), rows, _HERE)


def _takeaways() -> TakeawaysSlide:
    said = (
        ("扩展性", "每个机架一个 segment，网络规模不再受限", "list"),
        ("Dragonflow", "分布式控制器没有单点故障", "beside"),
        ("版本", "每半年一个版本，升级是日常工作", "table"),
        ("声音", "一上手就可以使用，才是好的设计", "quote"),
    )
    return TakeawaysSlide(
        "takeaways",
        "要点回顾",
        tuple(Takeaway(label, Bullet(runs(line), _HERE), target) for label, line, target in said),
    )


def _sources() -> SourcesSlide:
    entries = (
        SourceEntry("峰会第一天：网络", ("作者",), None, "https://example.org/day-one", "day-one.md"),
        SourceEntry("峰会第二天：社区", (), None, "", "day-two.md"),
    )
    return SourcesSlide("sources", "来源", entries)
