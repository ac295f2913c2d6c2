"""SVG drawings, drawn by resvg where it is installed: no office program before 2016 shows them themselves."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from xml.etree import ElementTree

from deckgen.pictures.kinds import UnusableError

LONGEST = 2400
"""Pixels of the longer side: a drawing has no size of its own, so that a slide may show it as large as it likes."""
_LARGEST_FILE = 5_000_000
_DEEPEST = 200
_HINT = "pip install resvg-py, or save the drawing as PNG"
_OUTWARD = re.compile(r"url\(\s*['\"]?(?!['\"#]|data:image/)|@import", re.IGNORECASE)


def drawn(content: bytes) -> bytes:
    """The drawing as a PNG, its longer side 2400 pixels, transparent where nothing is drawn.

    Raises UnusableError without the library, and for drawings that mean harm: entities, references to other files or
    hosts, and reuse within reuse, by which a kilobyte can ask for a billion shapes.
    """
    try:
        resvg = importlib.import_module("resvg_py")
    except ImportError as error:
        raise UnusableError("it is an SVG drawing", _HINT) from error
    text, root = _checked(content)
    side = {"width": LONGEST} if _is_wide(root) else {"height": LONGEST}
    return bytes(resvg.svg_to_bytes(svg_string=text, **side))


def _checked(content: bytes) -> tuple[str, ElementTree.Element]:
    if len(content) > _LARGEST_FILE:
        raise UnusableError("the drawing is too large", _HINT)
    text = content.decode("utf-8-sig")
    if "<!ENTITY" in text:
        raise UnusableError("the drawing declares entities", "save it again without them")
    root = ElementTree.fromstring(text)
    if _is_deep(root):
        raise UnusableError("the drawing nests its shapes too deep", "save it as PNG")
    if any(map(_points_outward, root.iter())):
        raise UnusableError("the drawing refers to other files", "embed them, or save the drawing as PNG")
    if any(depth > 1 for depth in _reuse(root)):
        raise UnusableError("the drawing reuses shapes within reused shapes", "save it as PNG")
    return text, root


def _is_deep(root: ElementTree.Element) -> bool:
    """Whether elements stand within elements so deep that the library, which goes down by recursion, would crash."""
    row = [root]
    for _ in range(_DEEPEST):
        row = [child for element in row for child in element]
        if not row:
            return False
    return True


def _points_outward(element: ElementTree.Element) -> bool:
    values = [*element.attrib.values(), element.text or "" if _name(element) == "style" else ""]
    linked = _link(element) if _name(element) != "a" else ""
    return bool(linked and not linked.startswith(("#", "data:image/"))) or any(map(_OUTWARD.search, values))


def _reuse(root: ElementTree.Element) -> Iterator[int]:
    """For each `use` in the drawing, how many steps of reuse it is part of."""
    targets = {_link(element)[1:] for element in root.iter() if _name(element) == "use"}
    stack = [(root, 0)]
    while stack:
        element, depth = stack.pop()
        depth += element.get("id") in targets
        if _name(element) == "use":
            yield depth + 1
        stack.extend((child, depth) for child in element)


def _link(element: ElementTree.Element) -> str:
    return next((value.strip() for key, value in element.attrib.items() if key.rpartition("}")[2] == "href"), "")


def _name(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _is_wide(root: ElementTree.Element) -> bool:
    box = re.findall(r"[\d.eE+-]+", root.get("viewBox", ""))
    width, height = (box[2], box[3]) if len(box) == 4 else (_number(root, "width"), _number(root, "height"))
    return float(width) >= float(height)


def _number(root: ElementTree.Element, name: str) -> str:
    found = re.match(r"[\d.]+", root.get(name, ""))
    return found[0] if found else "0"
