"""The diagrams of Vancouver and Austin: sea and forest, rust and night."""

from __future__ import annotations

from tools import GREY, Sheet

DEEP, OCEAN, MIST, FOREST = "#0B3447", "#14506A", "#DCE9EE", "#2F7D5B"
RUST, NIGHT, STEEL, PEACH = "#B24A0A", "#1B2A41", "#2F4A6D", "#F0DEC4"


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
