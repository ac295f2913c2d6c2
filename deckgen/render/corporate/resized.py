"""The XML of a slide in other units: all lengths that it says, and sizes of type, times a scale."""

from __future__ import annotations

from typing import Any

_LENGTHS: dict[str, tuple[str, ...]] = {
    "off": ("x", "y"),
    "chOff": ("x", "y"),
    "ext": ("cx", "cy"),
    "chExt": ("cx", "cy"),
    "pt": ("x", "y"),
    "path": ("w", "h"),
    "ln": ("w",),
    "gridCol": ("w",),
    "tr": ("h",),
    "tcPr": ("marL", "marR", "marT", "marB"),
    "pPr": ("marL", "indent"),
    "bodyPr": ("lIns", "tIns", "rIns", "bIns"),
    "spcPts": ("val",),
    "rPr": ("sz",),
    "endParaRPr": ("sz",),
    "defRPr": ("sz",),
}
"""Which attributes of which elements are lengths, in EMU or hundredths of a point."""


def resized(xml: str, scale: float) -> str:
    """The slide or chart with every length times `scale`. Placeholders that say nothing stay as their layout says."""
    from lxml import etree

    if scale == 1.0:
        return xml
    root = etree.fromstring(xml.encode())
    for element in root.iter():
        if isinstance(element.tag, str):
            _resize(element, scale)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True).decode()


def _resize(element: Any, scale: float) -> None:
    for name in _LENGTHS.get(element.tag.rpartition("}")[2], ()):
        value = element.get(name)
        if value is not None and value.lstrip("-").isdigit():
            element.set(name, str(round(int(value) * scale)))
