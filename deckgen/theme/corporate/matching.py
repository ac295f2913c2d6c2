"""Which layout of a template serves for what: by what its placeholders can hold, then by type, name and place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from deckgen import toml
from deckgen.errors import InputError
from deckgen.model import Canvas, FoundLayout, Holder, Notice, Template
from deckgen.model.theme import LayoutName
from deckgen.theme.corporate.names import alike

NEEDED: tuple[LayoutName, ...] = (
    "Title and Content",
    "Title Slide",
    "Section Header",
    "Two Content",
    "Comparison",
    "Title Only",
)
"""The layouts that slides are made with; all others are made of these unless somebody says otherwise."""

NEAREST: dict[LayoutName, tuple[LayoutName, ...]] = {
    "Title and Content": ("Two Content", "Comparison", "Title Only"),
    "Title Slide": ("Section Header", "Title Only", "Title and Content"),
    "Section Header": ("Title Slide", "Title Only", "Title and Content"),
    "Two Content": ("Title and Content",),
    "Comparison": ("Two Content", "Title and Content"),
    "Title Only": ("Title and Content", "Two Content"),
}
MADE_OF: dict[LayoutName, LayoutName] = {
    "Content with Picture Right": "Two Content",
    "Content with Picture Left": "Two Content",
    "Picture with Caption": "Two Content",
    "Picture Grid": "Two Content",
    "Quote": "Title and Content",
    "Big Numbers": "Title Only",
    "Table": "Title and Content",
    "Code": "Title and Content",
    "Closing": "Title Only",
}
TITLES, RUNNING = ("title", "ctrTitle"), ("ftr", "dt", "sldNum", "hdr")

_KINDS: dict[LayoutName, tuple[str, ...]] = {
    "Title and Content": ("obj", "tx"),
    "Title Slide": ("title",),
    "Section Header": ("secHead",),
    "Two Content": ("twoObj", "twoColTx"),
    "Comparison": ("twoTxTwoObj",),
    "Title Only": ("titleOnly",),
}
_KIND, _NAME, _USED, _SAME_MASTER, _ROOM, _SPARE, _FIRST = 30.0, 20.0, 6.0, 25.0, 30.0, 8.0, 0.01
"""What speaks for a layout: PowerPoint's type for it, its name, that the template's own slides use it, that the main
layout (for a cover, the first slide) has the same master, the share of the slide that its body has; what speaks against
it: each placeholder that would not be used, and being further down."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The layout that serves for a need, why, and whether it is only the nearest."""

    need: LayoutName
    layout: FoundLayout
    why: str
    nearest: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """A layout's placeholders by what they can hold, in reading order."""

    title: Holder | None
    subtitles: tuple[Holder, ...]
    contents: tuple[Holder, ...]
    texts: tuple[Holder, ...]
    pictures: tuple[Holder, ...]
    others: int

    @property
    def told(self) -> str:
        """What there is, in words."""
        counts = (
            ("title", int(self.title is not None)),
            ("subtitle", len(self.subtitles)),
            ("content", len(self.contents)),
            ("text", len(self.texts)),
            ("picture", len(self.pictures)),
        )
        listed = [name if count == 1 else f"{count} {name}s" for name, count in counts if count]
        return ", ".join(listed) or "nothing"


def parts_of(layout: FoundLayout) -> Parts:
    """The placeholders of a layout, sorted; contents take text, pictures and tables, texts only text."""
    rest = sorted((h for h in layout.holders if h.kind not in (*TITLES, *RUNNING)), key=_reading_order)
    kinds: dict[str, list[Holder]] = {"subTitle": [], "obj": [], "body": [], "pic": [], "": []}
    for holder in rest:
        kinds[holder.kind if holder.kind in kinds else ""].append(holder)
    title = next((h for h in layout.holders if h.kind in TITLES), None)
    subtitles, contents, texts, pictures = (tuple(kinds[kind]) for kind in ("subTitle", "obj", "body", "pic"))
    return Parts(title, subtitles, contents, texts, pictures, len(kinds[""]))


def _reading_order(holder: Holder) -> tuple[float, float]:
    return round(holder.rect.y / 24), holder.rect.x


def choices(template: Template, told: Mapping[LayoutName, str], path: str) -> dict[LayoutName, Choice]:
    """The layout for every need. `told` says by names which one serves; `path` is the file that says it.

    Raises InputError for a name that the template does not have, and for a template in which no layout has a title.
    """
    said = {need: _named(template, need, name, path) for need, name in told.items()}
    titled = [layout for layout in template.layouts if parts_of(layout).title]
    if not titled:
        raise InputError(
            "no layout has a title",
            path=template.path,
            hint="add a title placeholder to the layouts",
            rule="template-unfit",
        )
    chosen: dict[LayoutName, Choice] = {}
    opener = next((layout.master for layout in template.layouts if layout.opens), None)
    for need in NEEDED:
        main = chosen.get("Title and Content")
        master = opener if need == "Title Slide" and opener is not None else main.layout.master if main else None
        found = said.get(need) or _best(need, template, titled, master)
        if found is not None:
            chosen[need] = found
    for need in NEEDED:
        if need not in chosen:
            near = next((chosen[n] for n in NEAREST[need] if n in chosen), Choice(need, titled[0], "", True))
            chosen[need] = Choice(need, near.layout, "the nearest", True)
    for need, base in MADE_OF.items():
        chosen[need] = said.get(need) or Choice(need, chosen[base].layout, f"as {base}", chosen[base].nearest)
    return chosen


def missing(chosen: Mapping[LayoutName, Choice], template: Template, path: str) -> Iterator[Notice]:
    """A warning for every need that only the nearest layout serves; `path` is the file in which others can be named."""
    file = path if path.endswith(".toml") else "a deckgen.toml"
    for need in NEEDED:
        choice = chosen[need]
        if choice.nearest:
            told = f"the template has no layout for {need}: {choice.layout.name!r} serves instead"
            yield Notice(
                told,
                template.path,
                hint=f'if it has one, name it in the table [layouts] of {file}: "{need}" = "…"',
                rule="template-unfit",
            )


def _named(template: Template, need: LayoutName, name: str, path: str) -> Choice:
    for layout in template.layouts:
        if layout.name.strip().casefold() == name.strip().casefold():
            if parts_of(layout).title is None:
                raise InputError(
                    f"layouts.{need}: {name!r} has no title",
                    path=path,
                    line=toml.line_of(path, "layouts", need),
                    hint="choose one with a title",
                    rule="setting-unusable",
                )
            return Choice(need, layout, "told")
    names = dict.fromkeys(layout.name for layout in template.layouts)
    raise InputError(
        f"layouts.{need}: the template has no layout {name!r}",
        path=path,
        line=toml.line_of(path, "layouts", need),
        hint=toml.choices(name, names),
        rule="setting-unusable",
    )


def _best(need: LayoutName, template: Template, titled: list[FoundLayout], master: int | None) -> Choice | None:
    best: tuple[float, Choice] | None = None
    for place, layout in enumerate(titled):
        found = _scored(need, layout, template.canvas)
        if found is None:
            continue
        score, why = found
        score += _SAME_MASTER * (layout.master == master) - _FIRST * place
        if best is None or score > best[0]:
            best = score, Choice(need, layout, why)
    return best[1] if best else None


def _scored(need: LayoutName, layout: FoundLayout, canvas: Canvas) -> tuple[float, str] | None:
    parts = parts_of(layout)
    spare = _spare(need, parts, canvas)
    if spare is None:
        return None
    kind, name = layout.kind in _KINDS[need], alike(need, layout.name)
    other = max(alike(n, layout.name) for n in NEEDED if n != need)
    if need in ("Section Header", "Title Slide") and not kind and not name and (other or spare):
        return None
    score = _KIND * kind + _NAME * (name - other) + _USED * min(layout.used, 2) - _SPARE * spare
    if need == "Title and Content":
        score += _ROOM * min(0.5, max(_share(h, canvas) for h in (*parts.contents, *parts.texts)))
    reasons = [parts.told, *([f"type {layout.kind}"] if kind else []), *(["name"] if name else [])]
    return score, "; ".join(reasons)


def _spare(need: LayoutName, parts: Parts, canvas: Canvas) -> float | None:
    """How many placeholders a need would leave unused, or None where they cannot serve it."""
    title = parts.title
    assert title is not None
    on_top = title.rect.bottom < 0.45 * canvas.height and title.rect.w > 0.4 * canvas.width
    large = [h for h in (*parts.contents, *parts.texts) if _share(h, canvas) > 0.25]
    unused = parts.others + len(parts.pictures)
    match need:
        case "Title and Content":
            fits = on_top and len(large) == 1 and len(parts.contents) <= 1 and large[0].rect.y >= title.rect.y
            return unused + len(parts.texts) + len(parts.contents) - 1.0 + len(parts.subtitles) if fits else None
        case "Title Slide":
            fits = not parts.contents and not large and (bool(parts.subtitles) or title.kind == "ctrTitle")
            return unused + float(len(parts.texts)) if fits else None
        case "Section Header":
            low = title.rect.y > 0.2 * canvas.height or title.levels[0].size > 0.06 * canvas.height
            fits = not parts.contents and not large and low
            return unused + max(0.0, len(parts.texts) - 1.0) + len(parts.subtitles) if fits else None
        case "Two Content":
            fits = on_top and beside(parts) is not None
            return unused + len(parts.texts) + len(parts.contents) - 2.0 if fits else None
        case "Comparison":
            fits = on_top and beside(parts) is not None and len(headings(parts)) == 2
            return unused + len(parts.texts) - 2.0 + len(parts.contents) - 2.0 if fits else None
        case _:
            fits = on_top and not large and not parts.subtitles
            return unused + float(len(parts.texts) + len(parts.contents)) if fits else None


def _share(holder: Holder, canvas: Canvas) -> float:
    return holder.rect.w * holder.rect.h / (canvas.width * canvas.height)


def beside(parts: Parts) -> tuple[Holder, Holder] | None:
    """Two placeholders of one height side by side, that take contents, or text and a picture; the left one first."""
    held = (*parts.contents, *parts.pictures) if parts.contents else (*parts.texts, *parts.pictures)
    for n, one in enumerate(held):
        for other in held[n + 1 :]:
            level = abs(one.rect.y - other.rect.y) < 12 and abs(one.rect.h - other.rect.h) < 0.15 * one.rect.h
            apart = one.rect.right <= other.rect.x + 12 or other.rect.right <= one.rect.x + 12
            alike_wide = 0.6 < one.rect.w / other.rect.w < 1.7
            if level and apart and alike_wide and one.rect.h > 90:
                return (one, other) if one.rect.x < other.rect.x else (other, one)
    return None


def headings(parts: Parts) -> tuple[Holder, ...]:
    """The texts right above two contents side by side, from left to right."""
    pair = beside(parts)
    if pair is None:
        return ()
    above = [h for h in parts.texts if h not in pair and h.rect.h < 0.5 * pair[0].rect.h]
    over = (next((h for h in above if _over(h, content)), None) for content in pair)
    return tuple(h for h in over if h is not None)


def _over(text: Holder, content: Holder) -> bool:
    middle = text.rect.x + text.rect.w / 2
    return content.rect.x <= middle <= content.rect.right and text.rect.bottom <= content.rect.y + 12
