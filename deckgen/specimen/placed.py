"""Pages that fill every slot of every layout, placed by hand."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.model import (
    Box,
    LayoutSpec,
    Page,
    Paragraph,
    PictureBox,
    Rect,
    Run,
    ShapeBox,
    Slot,
    TableBox,
    TableRow,
    TextBox,
    Theme,
    runs,
)
from deckgen.model.theme import Role
from deckgen.specimen.drawn import DIAGRAM, PHOTOGRAPH, SECOND

WORDS: dict[Role, tuple[str, ...]] = {
    "subtitle": ("第三天：Neutron 扩展性、Dragonflow 与 Ocata 路线图",),
    "lead": ("每个机架作为一个 segment，段内具有路由功能",),
    "caption": ("路由网络：子网与 segment 的关联（IBM 演讲）",),
    "heading": ("优点", "缺点"),
    "quote": ("人正在成为云计算时代的最大瓶颈，我们需要一上手就可以使用、实现完全自动化的设计",),
    "attribution": ("—— 主题演讲，第一天上午",),
    "meta": ("2016 年 10 月 25–28 日", "3 篇现场笔记 · 王先生、李女士"),
    "code": (
        "neutron port-pair-create --ingress p1 --egress p2 PP1",
        "neutron port-pair-group-create --port-pair PP1 PG1",
        "neutron port-chain-create --port-pair-group PG1 \\",
        "        --flow-classifier FC1 PC1",
    ),
}
FIGURES: tuple[tuple[str, str], ...] = (("> 12k", "Hypervisors"), ("> 300k", "cores"), ("10+", "availability zones"))
FIGURES += (("15+", "virtual private cloud"), ("1.6 pb", "block storage"), ("100%", "KVM 与 OVS"))


def bullets(slot: Slot) -> tuple[Paragraph, ...]:
    """A list with bold words, a second level, a number and a paragraph without a mark, as much as its slot takes."""
    first = (
        Paragraph((Run("社区版高可用方案（VRRP）只能支持"), Run("数百台", bold=True), Run("服务器")), 0, "bullet"),
        Paragraph(runs("加上 segment 标志"), 1, "bullet"),
        Paragraph(
            (
                Run("新的架构已进入 "),
                Run("Newton", bold=True),
                Run(" 版本，见 "),
                Run("说明", link="https://example.org/a?b=1&c=2"),
            ),
            0,
            "bullet",
        ),
    )
    more = (
        Paragraph(runs("停止旧版本的服务"), 0, "1."),
        Paragraph((Run("升级数据库 "), Run("nova-manage db sync", code=True)), 0, "2."),
        Paragraph(runs("回到目录"), 0, "bullet"),
    )
    if slot.rect.h < 300:
        return first[:1]
    return first + more if slot.rect.w > 600 else first


def words(slot: Slot, layout: LayoutSpec) -> tuple[Paragraph, ...]:
    """What stands in a slot of the specimen."""
    if slot.role == "title":
        cover = ("OpenStack 峰会", "巴塞罗那 2016")
        return tuple(Paragraph(runs(line)) for line in (cover if layout.name == "Title Slide" else (heading(layout),)))
    if slot.role == "number":
        return (Paragraph(runs(FIGURES[slot.index][0] if layout.name == "Big Numbers" else "3")),)
    if slot.role == "body" and layout.name == "Big Numbers":
        return (Paragraph(runs(FIGURES[slot.index][1])),)
    if slot.role == "body":
        return bullets(slot)
    said = WORDS[slot.role]
    return tuple(
        Paragraph(runs(line)) for line in (said if slot.role in ("meta", "code") else said[slot.index :][:1] or said)
    )


def heading(layout: LayoutSpec) -> str:
    """The title of a layout's page."""
    return f"版式：{layout.name}"


def text(slot: Slot, layout: LayoutSpec, size: float | None = None) -> TextBox:
    """A slot filled with the specimen's words."""
    style = slot.style
    chosen = size or style.sizes[0]
    return TextBox(slot.rect, slot.role, words(slot, layout), chosen, style.leading, style.after, slot.index)


def picture(slot: Slot) -> PictureBox:
    """A picture of 4:3 at the top of its slot."""
    rect = slot.rect
    width = min(rect.w, rect.h * 4 / 3)
    path = (PHOTOGRAPH, DIAGRAM, SECOND)[slot.index]
    return PictureBox(Rect(rect.x, rect.y, width, width * 3 / 4), path, "幻灯片：segment 与子网", slot.index)


def table(rect: Rect) -> TableBox:
    """A data table with a header row."""
    rows = (
        ("Release", "日期", "项目"),
        ("Mitaka", "2016-04", "29"),
        ("Newton", "2016-10", "32"),
        ("Ocata", "2017-02", "31"),
    )
    cells = tuple(TableRow(44.0, tuple((Paragraph(runs(word)),) for word in row)) for row in rows)
    columns = (rect.w * 0.5, rect.w * 0.3, rect.w * 0.2)
    return TableBox(
        Rect(rect.x, rect.y, rect.w, 176),
        columns,
        cells,
        18,
        "Releases with date and projects",
        aligns=("left", "left", "right"),
    )


def agenda(theme: Theme) -> TableBox:
    """A list of links with rules between its lines."""
    body = theme.layout("Title and Content").slot("body").rect
    rows = []
    for n, layout in enumerate(theme.layouts[2:8], 1):
        link = f"#{layout.name}"
        row = (
            Paragraph((Run(str(n), link=link),), color="accent", bold=True),
            Paragraph((Run(heading(layout), link=link),)),
            Paragraph((Run(str(n + 2), link=link),), color="muted", size=16),
        )
        rows.append(TableRow(56.0, tuple((cell,) for cell in row)))
    columns = (46.0, body.w - 102, 56.0)
    return TableBox(
        Rect(body.x, body.y, body.w, 336),
        columns,
        tuple(rows),
        22,
        "agenda",
        False,
        "agenda",
        ("left", "left", "right"),
        (4, 4),
    )


def cards(layout: LayoutSpec) -> Iterator[Box]:
    """The grounds of figures and of code, which are drawn with them."""
    if layout.name == "Big Numbers":
        for n in range(6):
            number, label = layout.slot("number", n).rect, layout.slot("body", n).rect
            card = Rect(number.x - 20, number.y - 20, number.w + 40, label.bottom - number.y + 32)
            yield ShapeBox(card, "surface", f"card {n + 1}")
            yield ShapeBox(Rect(card.x, card.y, card.w, 4), "accent" if not n else "primary", f"edge {n + 1}")
    if layout.name == "Code":
        rect = layout.slot("code").rect
        yield ShapeBox(Rect(rect.x - 20, rect.y - 16, rect.w + 40, rect.h + 32), "dark", "code panel")


def filled(theme: Theme) -> tuple[Page, ...]:
    """A page for every layout, every slot of it filled; then one with free boxes."""
    pages = tuple(_page(theme, layout, n) for n, layout in enumerate(theme.layouts, 1))
    return (*pages, free(theme, len(pages) + 1))


def _page(theme: Theme, layout: LayoutSpec, number: int) -> Page:
    bare = layout.name in ("Title Slide", "Section Header")
    return Page(
        layout.name,
        "specimen",
        layout.name,
        "OpenStack 峰会 巴塞罗那 2016" if layout.name == "Title Slide" else heading(layout),
        tuple(_boxes(theme, layout)),
        f"第 {number} 页的备注。\n\nSecond paragraph.",
        "" if number < 3 else "版式一" if number < 9 else "版式二",
        "" if bare else "OpenStack 峰会 · 巴塞罗那 2016",
        None if bare else number,
    )


def _boxes(theme: Theme, layout: LayoutSpec) -> Iterator[Box]:
    yield from cards(layout)
    for slot in layout.slots:
        match slot.role:
            case "footer" | "date" | "slide_number":
                continue
            case "picture":
                yield picture(slot)
            case "table":
                yield table(slot.rect)
            case "lead" if layout.name == "Title Only":
                yield agenda(theme)
            case _:
                yield text(slot, layout, 20 if layout.name == "Two Content" and slot.role == "body" else None)


_SCRIPTS = (
    ("虚拟机疏散", "三种资源确认后仍可能被新虚拟机抢占"),
    ("확장성", "네트워크는 랙마다 하나의 세그먼트"),
    ("サービスチェイン", "ポートチェインの順序で流れる"),
    (
        "Ocata 周期的网络工作，以及 the network still gets most of the work in every cycle, 见说明",
        "The network still gets most of the work",
    ),
)


def free(theme: Theme, number: int) -> Page:
    """A page with free text, labelled cards, and the other scripts."""
    body = theme.layout("Title and Content").slot("body").rect
    boxes: list[Box] = [text(theme.layout("Title Only").slot("title"), theme.layout("Title Only"))]
    for n, (label, line) in enumerate(_SCRIPTS):
        card = Rect(body.x, body.y + n * 92, body.w, 78)
        boxes.append(ShapeBox(card, "surface", f"card {n + 1}"))
        boxes.append(ShapeBox(Rect(card.x, card.y, 5, card.h), f"series{n}", f"bar {n + 1}"))
        link = (Run(label, link="https://example.org/" + "posts-of-the-summit/" * 4),) if n == 3 else runs(label)
        lines = (Paragraph(link, bold=True, color="primary"), Paragraph(runs(line)))
        boxes.append(
            TextBox(
                Rect(card.x + 24, card.y + 8, card.w - 48, 62),
                None,
                lines,
                20,
                1.05,
                0.1,
                name=f"takeaway {n + 1}",
                anchor="middle",
            )
        )
    return Page(
        "takeaways",
        "takeaways",
        "Title Only",
        heading(theme.layout("Title Only")),
        tuple(boxes),
        "",
        "版式二",
        "OpenStack 峰会",
        number,
    )
