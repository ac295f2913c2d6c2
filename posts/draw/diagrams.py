"""The diagrams and charts, in the colours of their cities."""

from __future__ import annotations

from tools import Sheet

SEA, TILE, SAND, GREEN, PLUM, CREAM = "#0B6E7F", "#C8502B", "#E2A32D", "#2E8B6F", "#7A3E5D", "#F1E3C6"
RED, WINE, GOLD, STRAW = "#A3211F", "#5E1216", "#B8862B", "#E4C98A"
DEEP, OCEAN, MIST, FOREST = "#0B3447", "#14506A", "#DCE9EE", "#2F7D5B"
RUST, NIGHT, STEEL, PEACH = "#B24A0A", "#1B2A41", "#2F4A6D", "#F0DEC4"
INDIGO, SLATE, PALE, SUN = "#27346B", "#6B7BB8", "#E3E7F5", "#CF3A3A"
INK, GREY, WHITE = "#22303A", "#5E6B73", "#FFFFFF"


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


def clusters() -> None:
    """Services in one cluster, virtual machines in the other."""
    sheet = Sheet(1280, 780, "#F7FAFB")
    sheet.box(50, 130, 560, 600, fill=MIST, line=OCEAN)
    sheet.box(670, 130, 560, 600, fill=MIST, line=FOREST)
    sheet.text(330, 190, "管理集群", OCEAN, 46, "mm", bold=True)
    sheet.text(950, 190, "计算集群", FOREST, 46, "mm", bold=True)
    for number, name in enumerate(("Nova", "Neutron", "Cinder", "Glance", "Keystone", "Horizon")):
        sheet.box(90 + number % 2 * 250, 260 + number // 2 * 150, 230, 120, name, OCEAN, size=42)
    for number in range(9):
        sheet.box(712 + number % 3 * 166, 260 + number // 3 * 150, 144, 120, "虚拟机", FOREST, size=36)
    sheet.arrow([(590, 490), (700, 490)], "#35788F", 10)
    sheet.box(50, 30, 1180, 74, "vSphere web client", DEEP, size=38)
    sheet.save("images/vancouver-2015/vio-clusters.png")


def expand() -> None:
    """The two halves of a database upgrade."""
    sheet = Sheet(1280, 680, "#FFFFFF")
    sheet.text(60, 70, "Two halves of one migration", NIGHT, 46, bold=True)
    rows = (("old server", 60, 700, STEEL), ("new server", 590, 630, RUST))
    for number, (name, x, w, colour) in enumerate(rows):
        sheet.box(x, 150 + number * 110, w, 84, name, colour, size=40)
    sheet.box(60, 400, 420, 96, "expand", PEACH, NIGHT, 44, line=STEEL, bold=True)
    sheet.box(800, 400, 420, 96, "contract", PEACH, NIGHT, 44, line=RUST, bold=True)
    sheet.text(270, 540, "adds columns", GREY, 38, "mm")
    sheet.text(1010, 540, "drops columns", GREY, 38, "mm")
    sheet.text(640, 448, "lazy data", GREY, 36, "mm")
    sheet.arrow([(60, 610), (1225, 610)], GREY, 4)
    sheet.text(1220, 648, "time", GREY, 36, "rm")
    sheet.save("images/austin-2016/expand-contract.png")


def binding() -> None:
    """A port that is bound twice."""
    sheet = Sheet(1280, 720, "#FFFFFF")
    sheet.box(60, 180, 300, 340, fill=PEACH, line=STEEL)
    sheet.box(100, 230, 220, 90, "VM", NIGHT, size=42, bold=True)
    sheet.box(100, 390, 220, 90, "OVS", STEEL, size=42)
    sheet.line([(210, 320), (210, 390)], NIGHT, 6)
    sheet.box(560, 360, 260, 140, "ToR switch", RUST, size=42, bold=True)
    sheet.box(980, 360, 240, 140, "fabric", STEEL, size=42)
    sheet.arrow([(360, 435), (555, 435)], NIGHT, 8)
    sheet.arrow([(820, 435), (975, 435)], RUST, 8)
    sheet.text(458, 395, "VLAN 101", NIGHT, 34, "mm", bold=True)
    sheet.text(898, 330, "VXLAN 5001", RUST, 34, "mm", bold=True)
    sheet.text(210, 560, "host", GREY, 38, "mm")
    sheet.box(400, 90, 820, 90, "ml2_port_binding_levels: 0 → VXLAN, 1 → VLAN", "#F7F1E8", NIGHT, 34, line=PEACH)
    sheet.line([(690, 180), (690, 360)], RUST, 4, dashed=True)
    sheet.text(640, 650, "Neutron records both levels of one port", GREY, 36, "mm")
    sheet.save("images/austin-2016/port-binding.png")


def drivers() -> None:
    """Four drivers between the services and another API."""
    sheet = Sheet(1280, 760, "#FAFAFC", "ja")
    sheet.text(60, 70, "OpenStack", INDIGO, 44, bold=True)
    for number, name in enumerate(("Nova", "Cinder", "Glance", "Neutron")):
        x = 60 + number * 295
        sheet.box(x, 120, 265, 110, name, INDIGO, size=44, bold=True)
        sheet.arrow([(x + 132, 230), (x + 132, 325)], SLATE)
        sheet.box(x, 330, 265, 110, "driver", PALE, INDIGO, 42, line=SLATE)
        sheet.arrow([(x + 132, 440), (x + 132, 545)], SUN)
    sheet.text(60, 278, "RPC", GREY, 34)
    sheet.text(60, 492, "REST", SUN, 34)
    sheet.box(60, 550, 1150, 120, "Acropolis REST API", SUN, size=46, bold=True)
    sheet.text(640, 718, "storage and virtual machines stay where they are", GREY, 34, "mm")
    sheet.save("images/tokyo-2015/drivers.png")


def ports() -> None:
    """Containers in a virtual machine, each with a port."""
    sheet = Sheet(1280, 780, "#FAFAFC", "ja")
    sheet.box(60, 60, 1160, 430, fill=PALE, line=INDIGO)
    sheet.text(640, 115, "VM", INDIGO, 46, "mm", bold=True)
    for number, name in enumerate(("web", "api", "job")):
        x = 130 + number * 360
        sheet.box(x, 170, 300, 120, name, INDIGO, size=44)
        sheet.box(x + 60, 330, 180, 76, f"VLAN {101 + number}", SUN, size=34)
        sheet.line([(x + 150, 290), (x + 150, 330)], INDIGO, 6)
        sheet.line([(x + 150, 406), (640, 560)], SLATE, 5)
    sheet.box(440, 540, 400, 100, "trunk port", SLATE, size=42, bold=True)
    sheet.arrow([(640, 640), (640, 690)], INDIGO, 6)
    sheet.text(640, 730, "Neutron", INDIGO, 44, "mm", bold=True)
    sheet.save("images/tokyo-2015/nested-ports.png")


def plan() -> None:
    """Which drivers come first."""
    sheet = Sheet(1280, 620, "#FAFAFC", "ja")
    sheet.text(60, 70, "Kuryr drivers", INDIGO, 46, bold=True)
    sheet.line([(100, 330), (1180, 330)], SLATE, 6)
    for number, name in enumerate(("OVN", "MidoNet", "Dragonflow", "Calico")):
        x = 190 + number * 300
        first = number == 0
        sheet.disc(x, 330, 34 if first else 26, SUN if first else "#FAFAFC", "" if first else SLATE)
        sheet.text(x, 240, name, SUN if first else INDIGO, 46, "mm", bold=True)
        sheet.text(x, 420, "first" if first else "planned", GREY, 38, "mm")
    sheet.text(640, 540, "one SDN for virtual machines and containers", GREY, 36, "mm")
    sheet.save("images/tokyo-2015/kuryr-plan.png")


def chain() -> None:
    """Port pairs on the way from one side to the other."""
    sheet = Sheet(1280, 520, "#FAFAFC", "ja")
    names = ("firewall", "balancer", "detection")
    sheet.disc(90, 230, 44, SUN)
    sheet.disc(1190, 230, 44, SUN)
    sheet.arrow([(134, 230), (205, 230)], INDIGO)
    for number, name in enumerate(names):
        x = 210 + number * 310
        sheet.box(x, 150, 240, 160, name, INDIGO, size=42, bold=True)
        sheet.arrow([(x + 240, 230), (x + (305 if number < 2 else 311), 230)], INDIGO)
        sheet.text(x + 120, 350, "port-pair", GREY, 34, "mm")
    sheet.line([(210, 400), (210, 425), (1070, 425), (1070, 400)], SLATE, 5)
    sheet.text(640, 465, "port-chain", INDIGO, 42, "mm", bold=True)
    sheet.text(90, 320, "in", GREY, 36, "mm")
    sheet.text(1190, 320, "out", GREY, 36, "mm")
    sheet.text(640, 80, "flow-classifier → port-pair-group → …", GREY, 38, "mm")
    sheet.save("images/tokyo-2015/service-chain.png")


def poster() -> None:
    """The programme at the entrance, taller than wide."""
    sheet = Sheet(900, 1280, "#171D3A", "ko")
    sheet.disc(680, 240, 150, SUN)
    sheet.text(70, 420, "OpenStack Summit", WHITE, 68, bold=True)
    sheet.text(70, 510, "Tokyo 2015", "#AAB5DB", 56)
    for number, name in enumerate(("Keynotes", "Kuryr", "NFV", "Design Summit")):
        y = 620 + number * 140
        sheet.line([(70, y - 20), (830, y - 20)], "#3C4D8F", 4)
        sheet.text(70, y + 46, ("09:00", "11:15", "14:00", "16:30")[number], "#AAB5DB", 46)
        sheet.text(280, y + 46, name, WHITE, 50)
    sheet.save("images/tokyo-2015/poster.png")


DIAGRAMS = (
    evacuation,
    segments,
    votes,
    whiteboard,
    schedule,
    database,
    window,
    layers,
    clusters,
    expand,
    binding,
    drivers,
    ports,
    plan,
    chain,
    poster,
)
