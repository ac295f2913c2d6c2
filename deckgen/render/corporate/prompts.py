"""Mends what LibreOffice writes when it exports a master: styles in sample text alone, placeholders of one index."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from deckgen.render.names import TITLES, A, P

_RUNNING = ("dt", "ftr", "sldNum")
_MARKS = ("buNone", "buAutoNum", "buChar", "buBlip", "tabLst")
_OF_LEVEL = (
    "lnSpc",
    "spcBef",
    "spcAft",
    "buClrTx",
    "buClr",
    "buSzTx",
    "buSzPct",
    "buSzPts",
    "buFontTx",
    "buFont",
    *_MARKS,
)


def adopt(root: Any) -> None:
    """Writes the look of each placeholder's sample text into its list style, for slides to inherit.

    Of a layout only the subtitle's: the sample text of its other placeholders has lost the bullets of the master's.
    """
    for shape in root.iter(f"{P}sp"):
        body, holder = shape.find(f"{P}txBody"), shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if body is None or holder is None:
            continue
        if root.tag == f"{P}sldLayout" and holder.get("type") != "subTitle":
            continue
        style = body.find(f"{A}lstStyle")
        if style is None:
            style = body.makeelement(f"{A}lstStyle", {})
            body.insert(1, style)
        for paragraph in body.findall(f"{A}p"):
            _level(style, paragraph)


def _level(style: Any, paragraph: Any) -> None:
    """One level of a list style from a paragraph of that level, unless it is there."""
    own = paragraph.find(f"{A}pPr")
    run = next((p for p in paragraph.iter(f"{A}rPr")), None)
    number = int(own.get("lvl", "0")) if own is not None else 0
    tag = f"{A}lvl{number + 1}pPr"
    if number > 8 or style.find(tag) is not None or (own is None and run is None):
        return
    level = style.makeelement(tag, {})
    for name in ("marL", "marR", "indent", "algn"):
        if own is not None and own.get(name) is not None:
            level.set(name, own.get(name))
    for child in own if own is not None else ():
        if isinstance(child.tag, str) and child.tag.rpartition("}")[2] in _OF_LEVEL:
            level.append(deepcopy(child))
    if run is not None:
        look = deepcopy(run)
        look.tag = f"{A}defRPr"
        for click in look.findall(f"{A}hlinkClick"):
            look.remove(click)
        level.append(look)
    later = [n for n, other in enumerate(style) if other.tag > tag]
    style.insert(later[0] if later else len(style), level)


def align(layout: Any, master: Any) -> None:
    """Moves a layout's placeholders to where its master has title and body.

    Of several masters, all layouts are exported with the geometry of the last one. They fill its body together.
    """
    title, body = (_place(master, kind) for kind in ("title", "body"))
    rest: list[Any] = []
    for shape in layout.iter(f"{P}sp"):
        ph, frame = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph"), shape.find(f"{P}spPr/{A}xfrm")
        if ph is None or frame is None or ph.get("type") in _RUNNING:
            continue
        if ph.get("type") not in TITLES:
            rest.append(frame)
        elif title is not None:
            _set(frame, title)
    if rest and body is not None:
        _spread(rest, body)


def _spread(frames: list[Any], body: tuple[int, ...]) -> None:
    """Moves and stretches frames so that together they fill a rectangle."""
    places = [_numbers(frame) for frame in frames]
    left, top = min(p[0] for p in places), min(p[1] for p in places)
    wide, high = max(p[0] + p[2] for p in places) - left, max(p[1] + p[3] for p in places) - top
    if min(wide, high) <= 0:
        return
    across, down = body[2] / wide, body[3] / high
    for frame, (x, y, w, h) in zip(frames, places, strict=True):
        moved = (body[0] + (x - left) * across, body[1] + (y - top) * down, w * across, h * down)
        _set(frame, tuple(round(side) for side in moved))


def _place(master: Any, kind: str) -> tuple[int, ...] | None:
    for shape in master.iter(f"{P}sp"):
        ph, frame = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph"), shape.find(f"{P}spPr/{A}xfrm")
        if ph is not None and frame is not None and ph.get("type") == kind:
            return _numbers(frame)
    return None


def _numbers(frame: Any) -> tuple[int, ...]:
    off, ext = frame.find(f"{A}off"), frame.find(f"{A}ext")
    return tuple(int(e.get(name, "0")) for e, name in ((off, "x"), (off, "y"), (ext, "cx"), (ext, "cy")))


def _set(frame: Any, place: tuple[int, ...]) -> None:
    off, ext = frame.find(f"{A}off"), frame.find(f"{A}ext")
    for element, name, value in zip((off, off, ext, ext), ("x", "y", "cx", "cy"), place, strict=True):
        element.set(name, str(value))


def renumber(root: Any) -> None:
    """Gives placeholders that share an index, or have none, one of their own. No slide refers to them any more."""
    if root.tag != f"{P}sldLayout":
        return
    holders = [ph for ph in root.iter(f"{P}ph") if ph.get("type") not in TITLES]
    taken: set[str] = set()
    spare = iter(range(60, 60 + 2 * len(holders) + 1))
    known = {ph.get("idx", "0") for ph in holders}
    for ph in holders:
        index = ph.get("idx", "0")
        if index in taken or index == "0":
            index = next(str(n) for n in spare if str(n) not in known)
            ph.set("idx", index)
        taken.add(index)


def identify(root: Any) -> None:
    """Gives shapes that share an id, or have none, one of their own."""
    shapes = list(root.iter(f"{P}cNvPr"))
    known = {shape.get("id") for shape in shapes}
    spare = (str(number) for number in range(1, 2 * len(shapes) + 2) if str(number) not in known)
    taken: set[str | None] = {None, "0"}
    for shape in shapes:
        if shape.get("id") in taken:
            shape.set("id", next(spare))
        taken.add(shape.get("id"))
