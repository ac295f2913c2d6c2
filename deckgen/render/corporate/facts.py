"""What a template's masters and layouts say: placeholders with all that they inherit, colours, fonts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from deckgen.model import Canvas, Fonts, FoundLayout, FoundMaster, Holder, Rect
from deckgen.model.theme import Anchor
from deckgen.render.corporate.clean import Kept
from deckgen.render.corporate.levels import levels_of
from deckgen.render.corporate.package import Archive
from deckgen.render.names import R
from deckgen.render.reading import colors, styles
from deckgen.render.reading.styles import EMU, number
from deckgen.render.reading.values import UNKNOWN

_ON_MASTER = {"ctrTitle": "title", "title": "title", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum"}
_STYLE = {"title": "titleStyle", "dt": "otherStyle", "ftr": "otherStyle", "sldNum": "otherStyle"}
_ANCHORS: dict[str, Anchor] = {"t": "top", "ctr": "middle", "b": "bottom"}
_INSETS = {"lIns": 7.2, "tIns": 3.6, "rIns": 7.2, "bIns": 3.6}
_NAMED = ("bg1", "tx1", "bg2", "tx2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
_MOST_SLIDES = 2_000
_MONO = "Courier New"
_COVERS = 0.8
"""The share of the slide from which on a shape counts as its background."""


@dataclass(frozen=True, slots=True)
class _Master:
    """A master with what its layouts inherit from it; `scheme` and `fonts` are its theme's."""

    number: int
    part: Kept
    parts: Mapping[str, Kept]
    theme: Any
    scheme: Mapping[str, str]
    fonts: styles.Fonts
    defaults: Any

    @property
    def tree(self) -> Any:
        """The root element."""
        return self.part.tree


def canvas_of(deck: Any) -> Canvas:
    """The size of the slides in points."""
    size = deck.find("{*}sldSz")
    width, height = (number(size.get(side) if size is not None else None, 0) / EMU for side in ("cx", "cy"))
    return Canvas(round(width, 2), round(height, 2)) if min(width, height) >= 72 else Canvas(720.0, 540.0)


def found(archive: Archive, parts: dict[str, Kept]) -> tuple[tuple[FoundMaster, ...], tuple[FoundLayout, ...]]:
    """The masters and their layouts, in the deck's order."""
    main = parts[archive.main]
    used = _used(archive)
    canvas = canvas_of(main.tree)
    masters: list[FoundMaster] = []
    layouts: list[FoundLayout] = []
    for entry in main.tree.iterfind("{*}sldMasterIdLst/{*}sldMasterId"):
        part = parts.get(main.named(entry.get(f"{R}id", "")))
        if part is None or part.tree is None:
            continue
        theme = parts.get(part.to("theme"))
        master = _master(len(masters), part, parts, None if theme is None else theme.tree, main.tree)
        masters.append(_told(master))
        for listed in part.tree.iterfind("{*}sldLayoutIdLst/{*}sldLayoutId"):
            layout = parts.get(part.named(listed.get(f"{R}id", "")))
            if layout is not None and layout.tree is not None and not _upright(layout.tree):
                layouts.append(_layout(layout, master, used, canvas))
    return tuple(masters), tuple(layouts)


def _upright(root: Any) -> bool:
    """Whether a layout is one for text that runs downwards."""
    return any(
        (body.get("vert") or "horz") != "horz"
        for shape, ph in _placed(root)
        if ph.get("type", "obj") in ("title", "ctrTitle", "body", "obj")
        and (body := shape.find("{*}txBody/{*}bodyPr")) is not None
    )


def _used(archive: Archive) -> dict[str, int]:
    """How many of the template's own slides use each layout, the first slide's first: what its makers use it for."""
    counts: dict[str, int] = {}
    slides = [link.target for link in archive.links(archive.main) if link.kind == "slide" and not link.external]
    for slide in slides[:_MOST_SLIDES]:
        for link in archive.links(slide):
            if link.kind == "slideLayout":
                counts[link.target.casefold()] = counts.get(link.target.casefold(), 0) + 1
    return counts


def _master(place: int, part: Kept, parts: Mapping[str, Kept], theme: Any, deck: Any) -> _Master:
    mapping = part.tree.find("{*}clrMap")
    scheme = colors.scheme_of(theme, {} if mapping is None else dict(mapping.attrib))
    return _Master(place, part, parts, theme, scheme, styles.fonts_of(theme), deck.find("{*}defaultTextStyle"))


def _told(master: _Master) -> FoundMaster:
    known = tuple((n, master.scheme[n]) for n in _NAMED if master.scheme.get(n, UNKNOWN) != UNKNOWN)
    name = master.theme.get("name", "") if master.theme is not None else ""
    return FoundMaster(name, known, _fonts(master.fonts))


def _fonts(fonts: styles.Fonts) -> Fonts:
    """The faces that text without one of its own is set in, by language."""
    latin, heading = fonts.resolved("+mn-lt") or "Arial", fonts.resolved("+mj-lt")
    usual = {"zh": "Microsoft YaHei", "ko": "Malgun Gothic", "ja": "Yu Gothic"}
    script = {"zh": "Hans", "ko": "Hang", "ja": "Jpan"}
    own = {lang: fonts.scripts.get(f"mn{script[lang]}", "") or usual[lang] for lang in usual}
    own["zh"] = fonts.named.get("+mn-ea") or own["zh"]
    return Fonts(latin, own["zh"], own["ko"], own["ja"], _MONO, "" if heading == latin else heading)


def _layout(part: Kept, master: _Master, used: dict[str, int], canvas: Canvas) -> FoundLayout:
    root = part.tree
    override = root.find("{*}clrMapOvr/{*}overrideClrMapping")
    scheme = master.scheme
    if override is not None:
        scheme = colors.scheme_of(master.theme, dict(override.attrib))
    told = root.find("{*}cSld")
    ground, backdrop = _ground(part, master, scheme, canvas)
    return FoundLayout(
        part=part.name,
        name=told.get("name", "") if told is not None else "",
        kind=root.get("type", ""),
        master=master.number,
        holders=tuple(_holders(root, master, scheme)),
        ground=ground,
        backdrop=backdrop,
        used=used.get(part.name.casefold(), 0),
        opens=next(iter(used), "") == part.name.casefold(),
    )


def _placed(root: Any) -> Iterator[tuple[Any, Any]]:
    """The shapes of a layout or master that are placeholders, each with its `p:ph`; grouped ones cannot be placed."""
    tree = root.find("{*}cSld/{*}spTree")
    for shape in () if tree is None else tree.iterfind("{*}sp"):
        holder = shape.find("{*}nvSpPr/{*}nvPr/{*}ph")
        if holder is not None:
            yield shape, holder


def _holders(root: Any, master: _Master, scheme: Mapping[str, str]) -> Iterator[Holder]:
    on_master = {ph.get("type", "body"): shape for shape, ph in reversed(list(_placed(master.tree)))}
    for shape, ph in _placed(root):
        kind = ph.get("type", "obj")
        behind = on_master.get(_ON_MASTER.get(kind, "body"))
        holder = _holder(shape, ph, behind, master, scheme)
        if holder is not None:
            yield holder


def _holder(shape: Any, ph: Any, behind: Any, master: _Master, scheme: Mapping[str, str]) -> Holder | None:
    shapes = tuple(s for s in (shape, behind) if s is not None)
    rect = next((r for s in shapes if (r := _rect(s)) is not None), None)
    bodies = tuple(b for s in shapes if (b := s.find("{*}txBody/{*}bodyPr")) is not None)
    turned = (styles.first(bodies, "vert") or "horz") != "horz" or any(_rotated(s) for s in shapes[:1])
    if rect is None or turned:
        return None
    kind = ph.get("type", "obj")
    texts = master.tree.find(f"{{*}}txStyles/{{*}}{_STYLE.get(_ON_MASTER.get(kind, ''), 'bodyStyle')}")
    lists = tuple(li for s in shapes if (li := s.find("{*}txBody/{*}lstStyle")) is not None)
    lists += tuple(style for style in (texts, master.defaults) if style is not None)
    left, top, right, bottom = (number(styles.first(bodies, n), d * EMU) / EMU for n, d in _INSETS.items())
    properties = shape.find("{*}nvSpPr/{*}cNvPr")
    return Holder(
        kind=kind,
        index=int(number(ph.get("idx"), 0)),
        name=properties.get("name", "") if properties is not None else "",
        rect=rect,
        insets=(round(left, 2), round(top, 2), round(right, 2), round(bottom, 2)),
        anchor=_ANCHORS.get(styles.first(bodies, "anchor") or "t", "top"),
        levels=levels_of(lists, scheme, master.fonts),
        words=_words(shape) if kind in ("ftr", "dt") else "",
        columns=int(number(styles.first(bodies, "numCol"), 1)),
    )


def _words(shape: Any) -> str:
    """What a footer says on its layout."""
    lines = ("".join(t.text or "" for t in p.iter("{*}t")) for p in shape.iterfind("{*}txBody/{*}p"))
    return "\n".join(lines).strip()


def _rotated(shape: Any) -> bool:
    place = shape.find("{*}spPr/{*}xfrm")
    return place is not None and number(place.get("rot"), 0) % 21_600_000 != 0


def _rect(shape: Any) -> Rect | None:
    place = shape.find("{*}spPr/{*}xfrm")
    if place is None or place.find("{*}off") is None or place.find("{*}ext") is None:
        return None
    off, ext = place.find("{*}off"), place.find("{*}ext")
    x, y, w, h = (number(e.get(n), 0) / EMU for e, n in ((off, "x"), (off, "y"), (ext, "cx"), (ext, "cy")))
    return Rect(round(x, 2), round(y, 2), round(w, 2), round(h, 2)) if w > 0 and h > 0 else None


def _ground(part: Kept, master: _Master, scheme: Mapping[str, str], canvas: Canvas) -> tuple[str, bytes]:
    """What is behind a layout: a colour, of its background or of a shape that covers the slide, or a picture's file."""
    hides = part.tree.get("showMasterSp") in ("0", "false")
    for owner in (part, master.part):
        root = owner.tree
        covered = None if hides and owner is master.part else _covered(root, canvas, scheme)
        told = root.find("{*}cSld/{*}bg")
        if covered is not None:
            color, holder = covered
        elif told is not None:
            color, holder = _painted(told, master, scheme), told
        else:
            continue
        return ("", _picture(owner, holder, master)) if color == UNKNOWN else (color, b"")
    return scheme.get("bg1", ""), b""


def _picture(owner: Kept, holder: Any, master: _Master) -> bytes:
    """The file of the picture in a shape or background, or nothing."""
    blip = next(holder.iter("{*}blip"), None)
    name = owner.named(blip.get(f"{R}embed", "")) if blip is not None else ""
    return master.parts[name].blob if name in master.parts else b""


def _covered(root: Any, canvas: Canvas, scheme: Mapping[str, str]) -> tuple[str, Any] | None:
    """The paint of the last shape that covers nearly all of the slide, UNKNOWN for a picture, and that shape."""
    found = None
    for shape in root.find("{*}cSld/{*}spTree"):
        rect = _rect(shape) if isinstance(shape.tag, str) else None
        if rect is not None and rect.w * rect.h >= _COVERS * canvas.width * canvas.height:
            paint = UNKNOWN if shape.tag.endswith("}pic") else colors.fill_of(shape.find("{*}spPr"), scheme)
            found = (paint, shape) if paint else found
    return found


def _painted(background: Any, master: _Master, scheme: Mapping[str, str]) -> str:
    properties, reference = background.find("{*}bgPr"), background.find("{*}bgRef")
    if properties is not None:
        gradient = properties.find("{*}gradFill/{*}gsLst/{*}gs")
        color = colors.fill_of(properties, scheme)
        return colors.color_in(gradient, scheme) if gradient is not None else color or UNKNOWN
    if reference is None:
        return UNKNOWN
    base = colors.color_in(reference, scheme)
    place = int(number(reference.get("idx"), 0)) - 1001
    fills = None if master.theme is None else master.theme.find(".//{*}fmtScheme/{*}bgFillStyleLst")
    if fills is None or not 0 <= place < len(fills):
        return base
    chosen = fills[place]
    if chosen.tag.endswith("}solidFill"):
        return colors.color_in(chosen, scheme, base)
    stop = chosen.find("{*}gsLst/{*}gs")
    return colors.color_in(stop, scheme, base) if stop is not None else UNKNOWN
