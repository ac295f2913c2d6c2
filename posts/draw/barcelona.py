"""The diagrams of Barcelona, in the colours of its tiles."""

from __future__ import annotations

from tools import GREY, INK, WHITE, Sheet

SEA, TILE, SAND, GREEN, PLUM, CREAM = "#0B6E7F", "#C8502B", "#E2A32D", "#2E8B6F", "#7A3E5D", "#F1E3C6"


def evacuation() -> None:
    """Between the check and the claim another tenant takes the room."""
    sheet = Sheet(1280, 800, "#FFFFFF")
    sheet.text(60, 70, "检查 → 占用 之间的空隙", INK, 46, bold=True)
    for y, name in ((210, "调度器"), (400, "目标节点"), (590, "别的租户")):
        sheet.text(60, y, name, GREY, 38)
        sheet.line([(250, y), (1220, y)], "#C9D3D6", 4)
    sheet.box(300, 165, 210, 90, "检查通过", SEA)
    sheet.arrow([(405, 255), (405, 384)], SEA)
    sheet.box(610, 545, 230, 90, "创建虚拟机", SAND, INK)
    sheet.arrow([(725, 545), (725, 416)], SAND)
    sheet.box(930, 165, 210, 90, "搬迁", TILE)
    sheet.arrow([(1035, 255), (1035, 384)], TILE)
    sheet.disc(405, 400, 14, SEA)
    sheet.disc(725, 400, 14, SAND)
    sheet.disc(1035, 400, 14, TILE)
    sheet.text(405, 448, "三样资源都够", SEA, 34, "mm")
    sheet.text(725, 352, "位置被占走", INK, 34, "mm")
    sheet.text(1035, 448, "失败", TILE, 40, "mm", bold=True)
    sheet.arrow([(300, 710), (1200, 710)], GREY, 4)
    sheet.text(1200, 755, "时间", GREY, 34, "rm")
    sheet.save("images/barcelona-2016/evacuation.png")


def segments() -> None:
    """Four racks, each a segment, joined by routing."""
    sheet = Sheet(1280, 820, "#FFFFFF")
    sheet.box(480, 50, 320, 110, "路由", SEA, size=46, bold=True)
    for number, colour in enumerate((TILE, SAND, GREEN, PLUM)):
        x = 70 + number * 300
        sheet.arrow([(640, 160), (640, 215), (x + 120, 215), (x + 120, 285)], GREY, 5)
        sheet.box(x, 290, 240, 440, fill=CREAM, line=colour)
        ink = INK if colour == SAND else WHITE
        sheet.box(x, 290, 240, 76, f"segment {number + 1}", colour, ink, 34, bold=True)
        for row in range(3):
            sheet.box(x + 30, 396 + row * 90, 180, 68, "虚拟机", WHITE, INK, 32, line="#D8C9A6")
        sheet.text(x + 120, 698, f"机架 {number + 1}", INK, 32, "mm")
    sheet.text(640, 782, "广播止于机架，机架之间只有路由", GREY, 34, "mm")
    sheet.save("images/barcelona-2016/routed-segments.png")


def votes() -> None:
    """What the developers wanted, by their plus-ones."""
    rows = (("BGP 动态路由", 4), ("SFC", 2), ("Ansible", 2), ("Puppet", 2), ("IPv6", 1), ("分布式 DNS", 1))
    sheet = Sheet(1280, 760, "#FFFFFF")
    sheet.text(60, 70, "Dragonflow：Ocata 清单的得票", INK, 46, bold=True)
    for number, (name, count) in enumerate(rows):
        y = 150 + number * 98
        sheet.text(360, y + 32, name, INK, 38, "rm")
        sheet.box(390, y, count * 195, 64, fill=TILE if not number else "#3F88A6", radius=6)
        sheet.text(410 + count * 195, y + 32, str(count), INK, 40, bold=True)
    sheet.save("images/barcelona-2016/votes.png")


def whiteboard() -> None:
    """Three layers, sketched by hand."""
    sheet = Sheet(1200, 900, "#F4F5F3")
    layers = (("应用", TILE, 130), ("控制器", SEA, 380), ("交换机", GREEN, 630))
    for name, colour, y in layers:
        sheet.line([(250, y), (955, y - 6), (948, y + 142), (258, y + 136), (250, y)], colour, 7)
        sheet.text(602, y + 68, name, colour, 60, "mm", bold=True)
    for y in (272, 522):
        sheet.arrow([(480, y), (476, y + 104)], GREY, 6)
        sheet.arrow([(736, y + 104), (731, y + 2)], GREY, 6)
    sheet.text(770, 325, "北向接口", GREY, 40)
    sheet.text(770, 575, "南向接口", GREY, 40)
    sheet.save("images/barcelona-2016/whiteboard.png", 0)


def schedule() -> None:
    """A board beside the door, taller than wide."""
    sheet = Sheet(840, 1260, "#123A46")
    sheet.text(60, 100, "Design Summit", CREAM, 64, bold=True)
    sheet.text(60, 180, "Thursday", SAND, 44)
    rows = ("Nova", "Neutron", "Dragonflow", "Kuryr", "Cinder", "Heat")
    for number, name in enumerate(rows):
        y = 260 + number * 152
        sheet.box(60, y, 720, 124, fill="#1B4C5A")
        sheet.box(60, y, 14, 124, fill=(SEA, TILE, SAND, GREEN, PLUM, "#3F88A6")[number], radius=4)
        sheet.text(110, y + 62, name, CREAM, 50)
    sheet.text(60, 1210, "门口的日程牌", "#9DB8BE", 34)
    sheet.save("images/barcelona-2016/schedule.png")
