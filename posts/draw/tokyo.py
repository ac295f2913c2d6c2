"""The diagrams of Tokyo, in indigo and red."""

from __future__ import annotations

from tools import GREY, WHITE, Sheet

INDIGO, SLATE, PALE, SUN = "#27346B", "#6B7BB8", "#E3E7F5", "#CF3A3A"


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
