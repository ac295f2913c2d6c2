"""The diagrams of Beijing, in vermilion and gold."""

from __future__ import annotations

from tools import GREY, INK, WHITE, Sheet

RED, WINE, GOLD, STRAW = "#A3211F", "#5E1216", "#B8862B", "#E4C98A"


def database() -> None:
    """One large cloud with one database, and three small ones."""
    sheet = Sheet(1280, 760, "#FFFFFF")
    sheet.text(310, 60, "一套大的", WINE, 46, "mm", bold=True)
    sheet.text(950, 60, "几套小的", WINE, 46, "mm", bold=True)
    hosts = [(90 + number % 3 * 160, 370 + number // 3 * 115) for number in range(9)]
    for x, y in hosts:
        sheet.line([(310, 230), (x + 60, y + 38)], "#E3B9B5", 4)
    for x, y in hosts:
        sheet.box(x, y, 120, 76, "主机", "#F3E5CB", INK, 32)
    sheet.box(200, 130, 220, 100, "数据库", RED, bold=True)
    sheet.text(310, 735, "都等它同步", RED, 36, "mm")
    sheet.line([(630, 40), (630, 720)], STRAW, 4)
    for number in range(3):
        x = 680 + number * 200
        sheet.box(x, 130, 160, 90, "数据库", GOLD, INK, 34, bold=True)
        for row in range(3):
            y = 370 + row * 115
            sheet.line([(x + 80, 220 if not row else y - 40), (x + 80, y)], STRAW, 5)
            sheet.box(x + 20, y, 120, 76, "主机", "#F3E5CB", INK, 32)
    sheet.text(950, 735, "各管各的", GOLD, 36, "mm")
    sheet.save("beijing-2016/images/db-sync.png")


def window() -> None:
    """What an upgrade interrupts, and for how long."""
    sheet = Sheet(1280, 560, "#FFFFFF")
    sheet.text(60, 60, "升级的时间线", WINE, 46, bold=True)
    sheet.text(60, 190, "控制面", INK, 40)
    sheet.text(60, 330, "数据面", INK, 40)
    for x in (620, 880):
        sheet.line([(x, 130), (x, 430)], RED, 3, dashed=True)
    sheet.box(240, 150, 380, 80, "备份", STRAW, INK)
    sheet.box(620, 150, 260, 80, "中断", RED, bold=True)
    sheet.box(880, 150, 340, 80, "验证", STRAW, INK)
    sheet.box(240, 290, 980, 80, "一直在转发，只重启 ovs agent", GOLD, INK)
    sheet.arrow([(240, 430), (1225, 430)], GREY, 4)
    sheet.text(750, 478, "10–20 分钟", RED, 42, "mm", bold=True)
    sheet.text(1220, 478, "时间", GREY, 36, "rm")
    sheet.save("beijing-2016/images/upgrade-window.png")


def layers() -> None:
    """Images that build on images."""
    sheet = Sheet(1280, 800, "#FFFFFF")
    rows = (
        (("base", 90, 1100),),
        (("openstack-base", 90, 720), ("mariadb", 850, 340)),
        (("nova-base", 90, 340), ("neutron-base", 470, 340), ("rabbitmq", 850, 340)),
    )
    for level, row in enumerate(rows):
        for name, x, w in row:
            fill = (WINE, RED, GOLD)[level]
            sheet.box(x, 640 - level * 150, w, 120, name, fill, INK if level == 2 else WHITE, 42, bold=True)
    for number, name in enumerate(("nova-api", "nova-compute", "neutron-server", "l3-agent")):
        sheet.box(90 + number * 190, 190, 170, 120, name.replace("-", "-\n"), STRAW, INK, 32)
    sheet.text(90, 90, "Kolla：镜像一层叠一层", WINE, 46, bold=True)
    sheet.save("beijing-2016/images/kolla-layers.png")
