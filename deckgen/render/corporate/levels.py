"""What text in a placeholder inherits, level by level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from deckgen.model import Level
from deckgen.model.theme import Align
from deckgen.render.reading.colors import fill_of, tag_of
from deckgen.render.reading.styles import EMU, Fonts, first, number, share
from deckgen.render.reading.values import UNKNOWN

COUNT = 9
_USUAL_SIZE = 1800.0
_ALIGNS: dict[str, Align] = {"l": "left", "ctr": "center", "r": "right", "just": "left", "dist": "left"}
_MARKS = ("buNone", "buChar", "buAutoNum", "buBlip")


def levels_of(lists: tuple[Any, ...], scheme: Mapping[str, str], fonts: Fonts) -> tuple[Level, ...]:
    """The nine levels of a placeholder whose list styles are `lists`, the nearest first."""
    return tuple(_level(tuple(_chain(lists, number)), scheme, fonts) for number in range(COUNT))


def _chain(lists: tuple[Any, ...], level: int) -> Iterator[Any]:
    """The paragraph properties of a level, the nearest first."""
    for name in (f"{{*}}lvl{level + 1}pPr", "{*}defPPr"):
        for style in lists:
            found = style.find(name)
            if found is not None:
                yield found


def _level(chain: tuple[Any, ...], scheme: Mapping[str, str], fonts: Fonts) -> Level:
    runs = tuple(run for properties in chain if (run := properties.find("{*}defRPr")) is not None)
    size = number(first(runs, "sz"), _USUAL_SIZE) / 100
    left, indent = number(first(chain, "marL"), 0) / EMU, number(first(chain, "indent"), 0) / EMU
    mark = next((tag for element in chain for child in element if (tag := tag_of(child)) in _MARKS), "buNone")
    paints = (paint for run in runs if (paint := fill_of(run, scheme)) is not None)
    color = next(paints, scheme.get("tx1", UNKNOWN))
    return Level(
        size=size,
        left=round(left, 2),
        hang=round(-indent, 2) + 0.0,
        before=_gap(chain, "spcBef", size),
        after=_gap(chain, "spcAft", size),
        leading=_leading(chain),
        bullet=mark != "buNone",
        bold=first(runs, "b") in ("1", "true"),
        caps=first(runs, "cap") in ("all", "small"),
        wide=number(first(runs, "spc"), 0) > 0,
        hangs=first(chain, "hangingPunct") in ("1", "true"),
        align=_ALIGNS.get(first(chain, "algn") or "l", "left"),
        face=_face(runs, fonts),
        color=color if color != UNKNOWN else "",
    )


def _face(runs: tuple[Any, ...], fonts: Fonts) -> str:
    for run in runs:
        latin = run.find("{*}latin")
        if latin is not None and (name := fonts.resolved(latin.get("typeface", ""))):
            return name
    return fonts.resolved("+mn-lt")


def _leading(chain: tuple[Any, ...]) -> float | None:
    """Line spacing as a fraction of single spacing; None for an exact distance."""
    for element in chain:
        for child in element.find("{*}lnSpc") if element.find("{*}lnSpc") is not None else ():
            return None if tag_of(child) == "spcPts" else round(share(child.get("val"), 1.0), 4)
    return 1.0


def _gap(chain: tuple[Any, ...], name: str, size: float) -> float:
    """Space before or after a paragraph in points; per cent are of the size."""
    for element in chain:
        for child in element.find(f"{{*}}{name}") if element.find(f"{{*}}{name}") is not None else ():
            value = child.get("val")
            return round(number(value, 0) / 100 if tag_of(child) == "spcPts" else share(value, 0.0) * size, 2)
    return 0.0
