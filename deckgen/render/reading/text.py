"""Text bodies: paragraphs and spans with everything that they inherit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from deckgen.render.reading.colors import color_in, fill_of, tag_of
from deckgen.render.reading.package import Relation
from deckgen.render.reading.styles import EMU, Styles, first, number, share
from deckgen.render.reading.values import UNKNOWN, Align, Anchor, Autofit, Paragraph, Span, Text

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_USUAL_SIZE = 1800
_ANCHORS: Mapping[str, Anchor] = {"t": "top", "ctr": "middle", "b": "bottom"}
_ALIGNS: Mapping[str, Align] = {"l": "left", "ctr": "center", "r": "right"}
_AUTOFITS: Mapping[str, Autofit] = {"noAutofit": "none", "normAutofit": "shrink", "spAutoFit": "grow"}
_INSETS = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))
_NUMBERED = ("buChar", "buAutoNum", "buBlip")


def text_of(body: Any, inherited: Iterable[Any], styles: Styles, links: Mapping[str, Relation]) -> Text:
    """The text of a `txBody`. `inherited` are the body properties behind its own, the nearest first."""
    own = body.find("{*}bodyPr")
    chain = tuple(element for element in (own, *inherited) if element is not None)
    fit, fitted = _autofit(chain)
    insets = tuple(number(first(chain, name), default) / EMU for name, default in _INSETS)
    paragraphs = tuple(_paragraph(p, styles, links) for p in body.iterfind("{*}p"))
    return Text(
        paragraphs=paragraphs,
        insets=(insets[0], insets[1], insets[2], insets[3]),
        anchor=_ANCHORS.get(first(chain, "anchor") or "t", "top"),
        wraps=first(chain, "wrap") != "none",
        autofit=fit,
        scale=share(fitted.get("fontScale"), 1.0) if fitted is not None else 1.0,
        tighter=share(fitted.get("lnSpcReduction"), 0.0) if fitted is not None else 0.0,
        columns=max(1, int(number(first(chain, "numCol"), 1))),
        turned=(first(chain, "vert") or "horz") != "horz",
    )


def _autofit(chain: tuple[Any, ...]) -> tuple[Autofit, Any]:
    """How the text is fitted, and the element that says so where it is the shape's own."""
    for place, element in enumerate(chain):
        for child in element:
            if (tag := tag_of(child)) in _AUTOFITS:
                return _AUTOFITS[tag], child if place == 0 else None
    return "none", None


def _paragraph(element: Any, styles: Styles, links: Mapping[str, Relation]) -> Paragraph:
    own = element.find("{*}pPr")
    level = min(8, max(0, int(number(own.get("lvl") if own is not None else None, 0))))
    behind = tuple(styles.levels(level))
    chain = behind if own is None else (own, *behind)
    spans = tuple(_spans(element, level, behind, styles, links))
    end = element.find("{*}endParaRPr")
    biggest = max((span.size for span in spans), default=0.0) or _size(end, behind)
    leading, exact = _spacing(chain, "lnSpc", 1.0)
    return Paragraph(
        spans=spans,
        level=level,
        left=number(first(chain, "marL"), 0) / EMU,
        first=number(first(chain, "indent"), 0) / EMU,
        hangs=_hangs(chain),
        leading=leading,
        exact=exact,
        before=_gap(chain, "spcBef", biggest),
        after=_gap(chain, "spcAft", biggest),
        align=_ALIGNS.get(first(chain, "algn") or "l", "left"),
        size=biggest,
    )


def _hangs(chain: tuple[Any, ...]) -> bool:
    """Whether a bullet or number stands before the paragraph."""
    for element in chain:
        for child in element:
            if (tag := tag_of(child)) in _NUMBERED or tag == "buNone":
                return tag != "buNone"
    return False


def _spacing(chain: tuple[Any, ...], name: str, default: float) -> tuple[float, bool]:
    """Spacing as a fraction, or in points (then the second value is true)."""
    for element in chain:
        found = element.find(f"{{*}}{name}")
        for child in () if found is None else found:
            if tag_of(child) == "spcPts":
                return number(child.get("val"), 0) / 100, True
            return share(child.get("val"), default), False
    return default, False


def _gap(chain: tuple[Any, ...], name: str, size: float) -> float:
    value, points = _spacing(chain, name, 0.0)
    return value if points else value * size


def _spans(
    element: Any, level: int, behind: tuple[Any, ...], styles: Styles, links: Mapping[str, Relation]
) -> Iterable[Span]:
    defaults = tuple(d for p in behind if (d := p.find("{*}defRPr")) is not None)
    near = sum(
        1 for style in styles.lists[: styles.own] if style.find(f"{{*}}lvl{level + 1}pPr/{{*}}defRPr") is not None
    )
    for child in element:
        tag = tag_of(child)
        if tag not in ("r", "fld", "br"):
            continue
        own = child.find("{*}rPr")
        said = "\n" if tag == "br" else "".join(child.findtext("{*}t") or "").replace("\v", "\n")
        if said:
            yield _span(said, own, defaults, near, styles, links)


def _span(
    said: str, own: Any, defaults: tuple[Any, ...], near: int, styles: Styles, links: Mapping[str, Relation]
) -> Span:
    chain = defaults if own is None else (own, *defaults)
    click = own.find("{*}hlinkClick") if own is not None else None
    lang = first(chain, "lang") or ""
    if first(chain, "cap") == "all":
        said = said.upper()
    faces = {tag: _face(chain, tag, styles, lang) for tag in ("latin", "ea")}
    return Span(
        text=said,
        size=number(first(chain, "sz"), _USUAL_SIZE) / 100,
        bold=first(chain, "b") in ("1", "true"),
        color=_color(own, defaults, near, styles, click),
        latin=faces["latin"],
        east_asian=faces["ea"],
        link=_link(click, links),
    )


def _size(own: Any, behind: tuple[Any, ...]) -> float:
    defaults = tuple(d for p in behind if (d := p.find("{*}defRPr")) is not None)
    return number(first(defaults if own is None else (own, *defaults), "sz"), _USUAL_SIZE) / 100


def _face(chain: tuple[Any, ...], tag: str, styles: Styles, lang: str) -> str:
    for element in chain:
        found = element.find(f"{{*}}{tag}")
        if found is not None and (name := styles.fonts.resolved(found.get("typeface", ""), lang)):
            return name
    return styles.fonts.resolved("+mn-lt" if tag == "latin" else "+mn-ea", lang)


def _color(own: Any, defaults: tuple[Any, ...], near: int, styles: Styles, click: Any) -> str:
    """The text's colour. A link has the theme's colour for links, unless it says that it keeps the text's own."""
    if click is not None and click.find(".//{*}hlinkClr[@val='tx']") is None:
        return styles.scheme.get("hlink", UNKNOWN)
    paints = [fill_of(element, styles.scheme) for element in (own, *defaults)]
    paints.insert(1 + near, styles.color or None)
    found = next((paint for paint in paints if paint is not None), None)
    return found or (styles.scheme.get("tx1", UNKNOWN) if found is None else UNKNOWN)


def _link(click: Any, links: Mapping[str, Relation]) -> str:
    if click is None:
        return ""
    relation = links.get(click.get(_RELATION, ""))
    if relation is None:
        return ""
    return relation.target if relation.external else f"#{relation.target}"


def style_color(element: Any, styles_scheme: Mapping[str, str]) -> str:
    """The colour that a shape's style (`p:style`) gives to its text, or empty."""
    reference = element.find("{*}style/{*}fontRef")
    if reference is None or not len(reference):
        return ""
    return color_in(reference, styles_scheme)
