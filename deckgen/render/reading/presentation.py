"""A .pptx file to the values that tell what it shows."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from deckgen.errors import InputError
from deckgen.render.names import R
from deckgen.render.reading.colors import fill_of, scheme_of
from deckgen.render.reading.holders import Holders, holder_of
from deckgen.render.reading.package import Package
from deckgen.render.reading.pictures import Dimensions, image_in
from deckgen.render.reading.shapes import Ground, shapes_in, themed_fill
from deckgen.render.reading.styles import EMU, fonts_of, number
from deckgen.render.reading.values import UNKNOWN, Image, Presentation, Shape, Slide

_FIRST_BACKGROUND = 1000
"""A theme's fills for backgrounds are numbered from here on, less one (ECMA-376 part 1, 20.1.4.1.7)."""

_NOT_SHOWN = ("notesSlide", "comments", "tags")


def read(path: str | os.PathLike[str], dimensions: Dimensions) -> Presentation:
    """The deck in the file, whichever program wrote it; `dimensions` measures a picture's bytes.

    What a slide leaves unsaid comes from its layout, then the master, then the presentation's defaults. Raises
    InputError where the file is missing, protected, broken or no presentation; a slide that is broken is passed over.
    """
    with Package(Path(path)) as package:
        main = package.related("", "officeDocument") or "ppt/presentation.xml"
        root = package.tree(main)
        if root is None or not root.tag.endswith("}presentation"):
            raise InputError(
                "this is no presentation", path=str(path), hint="PPTX decks can be checked", rule="deck-unreadable"
            )
        size = root.find("{*}sldSz")
        width, height = (number(size.get(side) if size is not None else None, 0) / EMU for side in ("cx", "cy"))
        if width <= 0 or height <= 0:
            width, height = 720.0, 540.0
        names = _slide_names(package, main, root)
        slides = tuple(_slide(n, name, root, package, dimensions) for n, name in enumerate(names, 1))
        return Presentation(str(path), width, height, slides, package.parts())


def contents(path: str | os.PathLike[str], parts: Iterable[str]) -> dict[str, bytes]:
    """The bytes of some of a deck's parts by their names; those that are missing or broken are left out."""
    with Package(Path(path)) as package:
        found = ((name, package.blob(name)) for name in dict.fromkeys(parts))
        return {name: content for name, content in found if content}


def _slide_names(package: Package, main: str, root: Any) -> list[str]:
    """The parts of the slides, in order."""
    relations = package.relations(main)
    listed = [relations.get(entry.get(f"{R}id", "")) for entry in root.iterfind("{*}sldIdLst/{*}sldId")]
    return [relation.target if relation else "" for relation in listed]


def _slide(n: int, name: str, deck: Any, package: Package, dimensions: Dimensions) -> Slide:
    root = package.tree(name) if name else None
    if root is None:
        return Slide(n, "", "", (), faults=("the slide's file is missing or broken",))
    layout_name = package.related(name, "slideLayout")
    master_name = package.related(layout_name, "slideMaster") if layout_name else ""
    layout, master = package.tree(layout_name), package.tree(master_name)
    ground = _ground(name, (root, layout, master), master_name, deck, package, dimensions)
    tree = root.find("{*}cSld/{*}spTree")
    paint, backdrop = _background(((name, root), (layout_name, layout), (master_name, master)), ground)
    slide = Slide(
        number=n,
        name=_name(root),
        layout=_name(layout),
        shapes=_moving(root, tuple(shapes_in(tree, ground))),
        behind=tuple(_behind((root, layout, master), (layout_name, master_name), ground)),
        paint=paint,
        backdrop=backdrop,
        hidden=root.get("show") in ("0", "false"),
        notes=_notes(name, package),
        faults=tuple(_faults(name, root, package)),
    )
    package.forget(name)
    return slide


def _name(root: Any) -> str:
    """What a slide or layout is called, or the empty string."""
    named = None if root is None else root.find("{*}cSld")
    return "" if named is None else named.get("name", "")


def _moving(root: Any, shapes: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """The shapes, those marked that the slide's animations name."""
    moved = {element.get("spid") for element in root.iterfind("{*}timing//{*}spTgt")}
    return tuple(replace(shape, animated=str(shape.id) in moved) for shape in shapes) if moved else shapes


def _ground(
    name: str, roots: tuple[Any, Any, Any], master_name: str, deck: Any, package: Package, dimensions: Dimensions
) -> Ground:
    theme = package.tree(package.related(master_name, "theme")) if master_name else None
    mapping: dict[str, str] = {}
    for root, tag in ((roots[2], "clrMap"), (roots[1], "overrideClrMapping"), (roots[0], "overrideClrMapping")):
        found = None if root is None else root.find(f".//{{*}}{tag}")
        mapping |= {} if found is None else dict(found.attrib)
    others = None if roots[2] is None else roots[2].find("{*}txStyles/{*}otherStyle")
    listed = (deck.find("{*}defaultTextStyle"), others)
    defaults = tuple(style for style in listed if style is not None)
    holders = Holders(roots[1], roots[2], defaults)
    return Ground(package, name, theme, scheme_of(theme, mapping), fonts_of(theme), holders, defaults, dimensions)


def _behind(roots: tuple[Any, Any, Any], names: tuple[str, str], ground: Ground) -> Iterator[Shape]:
    """What layout and master draw behind the slide: shapes that are no placeholders, the master's first."""
    slide, layout, master = roots
    shown = [root is None or root.get("showMasterSp") not in ("0", "false") for root in (slide, layout)]
    sources = [(master, names[1])] if all(shown) else []
    sources += [(layout, names[0])] if shown[0] else []
    for root, name in sources:
        tree = None if root is None else root.find("{*}cSld/{*}spTree")
        own = [element for element in (() if tree is None else tree) if holder_of(element) is None]
        yield from shapes_in(own, _moved(ground, name))


def _moved(ground: Ground, part: str) -> Ground:
    return replace(ground, part=part)


def _background(sources: tuple[tuple[str, Any], ...], ground: Ground) -> tuple[str, Image | None]:
    """The paint of a slide's background, and the picture if it is one."""
    for name, root in sources:
        found = None if root is None else root.find("{*}cSld/{*}bg")
        if found is None:
            continue
        properties, reference = found.find("{*}bgPr"), found.find("{*}bgRef")
        if properties is not None:
            image = image_in(properties, ground.package, name, ground.dimensions)
            return fill_of(properties, ground.scheme) or UNKNOWN, image
        if reference is not None:
            place = int(number(reference.get("idx"), 0))
            listed = "bgFillStyleLst" if place > _FIRST_BACKGROUND else "fillStyleLst"
            return themed_fill(reference, listed, place % _FIRST_BACKGROUND, ground), None
    return ground.scheme.get("bg1", UNKNOWN), None


def _notes(name: str, package: Package) -> str:
    notes = package.related(name, "notesSlide")
    root = package.tree(notes)
    package.forget(notes)
    for element in () if root is None else root.iter("{*}sp"):
        holder = holder_of(element)
        if holder and holder.kind == "body":
            lines = ("".join(t.text or "" for t in p.iter("{*}t")) for p in element.iter("{*}p"))
            return "\n".join(lines)
    return ""


def _faults(name: str, root: Any, package: Package) -> Iterator[str]:
    """Relations that lead nowhere; PowerPoint calls such a deck broken and offers to repair it."""
    relations = package.relations(name)
    for relation in relations.values():
        if not relation.external and relation.kind not in _NOT_SHOWN and not package.has(relation.target):
            yield f"{relation.kind} is missing: {relation.target}"
    used = {value for element in root.iter() for key, value in element.attrib.items() if key.startswith(R)}
    for ident in sorted(used - relations.keys() - {""}):
        yield f"relation {re.sub(r'[^A-Za-z0-9_.-]', '?', ident)[:40]} is not declared"
