"""Lines to take home that no slide shows yet: each is put on the slide that it is linked to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckgen.model import (
    Bullet,
    Cards,
    Comparison,
    ContentSlide,
    Item,
    Quote,
    SectionSlide,
    Takeaway,
    TakeawaysSlide,
    Visual,
    kind_of,
    plain,
)
from deckgen.summary.measure import terms
from deckgen.summary.rank import likeness

SAME = 0.7
"""A line of which so much stands in one of the slide's lines is there already."""


def lines_of(slide: ContentSlide) -> tuple[Bullet, ...]:
    """What a slide says in lines, those of its comparisons and cards among it: what is drawn else says too little.

    What stands below a chart says nothing without it.
    """
    if kind_of(slide) == "chart":
        return (slide.lead,) if slide.lead else ()
    told = [line for item in slide.items for line in _told(item)]
    return (*((slide.lead,) if slide.lead else ()), *told)


def _told(item: Item) -> tuple[Bullet, ...]:
    match item:
        case Bullet():
            return (item,)
        case Visual(drawn=Comparison() | Cards(), told=told):
            return tuple(Bullet(line.text, line.source, line.level, line.number) for line in told)
        case Quote(paragraphs=paragraphs, source=source):
            return tuple(Bullet(text, source) for text in paragraphs)
        case _:
            return ()


def with_remembered(
    slides: Sequence[SectionSlide | ContentSlide], end: TakeawaysSlide
) -> tuple[tuple[SectionSlide | ContentSlide, ...], TakeawaysSlide]:
    """The slides, with each line to take home on the slide that it leads to, where it stands in the text.

    A slide with a drawing has no room for it: the line then stands on the slide of text of the same section, if there
    is one, and leads there.
    """
    found = list(slides)
    lines: list[Takeaway] = []
    for line in end.takeaways:
        section = _section(found, line.target)
        shown = next((n for n, slide in section if _says(slide, line.bullet)), None)
        place = _place(section, line.bullet) if shown is None else shown
        if shown is None and place is not None:
            slide = dict(section)[place]
            found[place] = replace(slide, items=_among(slide.items, line.bullet))
        lines.append(line if place is None else replace(line, target=found[place].key))
    return tuple(found), replace(end, takeaways=tuple(lines))


def _section(slides: Sequence[SectionSlide | ContentSlide], key: str) -> list[tuple[int, ContentSlide]]:
    """The slides of the section that the slide of this key belongs to, that one first."""
    here = next((slide for slide in slides if slide.key == key), None)
    if not isinstance(here, ContentSlide):
        return []
    found = [
        (n, slide)
        for n, slide in enumerate(slides)
        if isinstance(slide, ContentSlide) and slide.source == here.source and slide.section == here.section
    ]
    return sorted(found, key=lambda pair: pair[1].key != key)


def _place(section: Sequence[tuple[int, ContentSlide]], line: Bullet) -> int | None:
    """The slide of text that should have the line as well; None where there is none."""
    drawn = {n for n, slide in section if any(isinstance(item, Visual) for item in slide.items)}
    roomy = sorted(((n, slide) for n, slide in section if n not in drawn), key=lambda pair: pair[0])
    behind = [n for n, slide in roomy if any(item.source.line <= line.source.line for item in slide.items)]
    return behind[-1] if behind else roomy[0][0] if roomy else None


def _says(slide: ContentSlide, line: Bullet) -> bool:
    said, here = plain(line.text), frozenset(terms(plain(line.text)))
    return any(
        said in plain(other.text) or likeness(here, frozenset(terms(plain(other.text)))) >= SAME
        for other in lines_of(slide)
    )


def _among(items: tuple[Item, ...], line: Bullet) -> tuple[Item, ...]:
    """The items with the line where it stands in the text, but never within a list."""
    at = sum(item.source.line <= line.source.line for item in items)
    while at < len(items) and isinstance(item := items[at], Bullet) and item.level:
        at += 1
    return (*items[:at], line, *items[at:])
