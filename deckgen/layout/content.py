"""A content slide becomes pages: every way to cut and arrange its items is weighed, and the best one composed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from deckgen.layout.badness import WITHOUT_BAR
from deckgen.layout.continued import repeated_labels
from deckgen.layout.drawn import drawn_drafts
from deckgen.layout.frame import Area, Draft, area_of, drop_of, head, lead_box, shortened, title_fits
from deckgen.layout.groups import grouped
from deckgen.layout.notes import notes_of_pages
from deckgen.layout.panel_pages import panel_drafts
from deckgen.layout.partition import Cut, History, ranked
from deckgen.layout.picture_pages import picture_drafts
from deckgen.layout.pieces import in_pieces
from deckgen.layout.places import places
from deckgen.layout.rating import beside, with_stars
from deckgen.layout.setting import Format, placed, set_text
from deckgen.layout.settle import settled
from deckgen.layout.stack import paragraphs_of
from deckgen.layout.statements import statement
from deckgen.layout.text_pages import text_drafts
from deckgen.layout.titles import titles_of_pages
from deckgen.model import Bullet, Code, ContentSlide, Figure, Item, Notice, Page, Rect, Table, TextBox, Visual, plain

LONGEST_COUNT = " (10/10)"
"""What may have to stand after a title that several pages share."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A content slide's pages, the cuts they were made of, and the cuts that came second, if any did."""

    pages: tuple[Page, ...]
    cuts: tuple[Cut, ...]
    second: tuple[Cut, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A content slide whose cuts are chosen, before anybody has said what its pages are called.

    `title` is as much of the slide's own as fits; `drop` is how much lower it makes the pages begin, in points.
    """

    form: Format
    slide: ContentSlide
    items: tuple[Item, ...]
    cuts: tuple[Cut, ...]
    second: tuple[Cut, ...]
    title: str
    drop: float
    notices: tuple[Notice, ...]


def weigh(form: Format, slide: ContentSlide, lang: str, history: History, shared: bool = False) -> Weighed:
    """How a slide is best cut. `history` holds the layouts of the two pages before; `shared` is a title that other
    slides have, too, so that a count must have room behind it.
    """
    form = beside(form, slide.rating)
    lead, items = _lead_and_items(form, slide)
    counted_title = slide.title + LONGEST_COUNT
    least = area_of(form, True, drop_of(form, counted_title))
    items = in_pieces(form, area_of(form, True), captioned_once(lead, items), least)
    drop = drop_of(form, counted_title if shared else slide.title)
    said = _Said(lead, items, lang)
    cuts, *others = _ranked_cuts(form, said, history, drop) if items else (_statement_cuts(form, lead, drop),)
    if len(cuts) > 1 and not drop and not title_fits(form, counted_title, 1):
        drop = drop_of(form, counted_title)
        cuts, *others = _ranked_cuts(form, said, history, drop)
    title, notices = shortened(form, slide.title, LONGEST_COUNT if shared or len(cuts) > 1 else "")
    told = tuple(replace(n, path=slide.source.path, line=slide.source.line) for n in notices)
    return Weighed(form, slide, items, cuts, others[0] if others else (), title, drop, told)


def own_titles(weighed: Weighed, lang: str) -> list[str]:
    """What the pages are called by what they hold; a page that has no name of its own has an empty one."""
    spans = [(cut.start, cut.end) for cut in weighed.cuts]
    return titles_of_pages(
        weighed.title, weighed.items, spans, lang, lambda text: drop_of(weighed.form, text) <= weighed.drop
    )


def composed(weighed: Weighed, titles: Sequence[str], lang: str) -> Arrangement:
    """The slide's pages with these titles, without footer and number."""
    form, slide, cuts = weighed.form, weighed.slide, weighed.cuts
    notes = notes_of_pages(slide.notes, [weighed.items[cut.start : cut.end] for cut in cuts])
    pages = [_page(form, slide, number, titles[number], cut.draft, notes[number]) for number, cut in enumerate(cuts)]
    first = replace(pages[0], notices=(*weighed.notices, *pages[0].notices))
    if slide.rating and isinstance(title_box := first.boxes[0], TextBox):
        first = replace(first, boxes=(*with_stars(form, title_box, slide.rating, lang), *first.boxes[1:]))
    return Arrangement((first, *pages[1:]), cuts, weighed.second)


def _lead_and_items(form: Format, slide: ContentSlide) -> tuple[Bullet | None, tuple[Item, ...]]:
    """The lead as such where its slot can hold it; else it becomes the first bullet."""
    lead, items = slide.lead, _unsaid(slide)
    if lead is None or lead_box(form, "Title and Content", lead) is not None:
        return lead, items
    return None, (replace(lead, level=0), *items)


def _unsaid(slide: ContentSlide) -> tuple[Item, ...]:
    """The items without the line above its one picture that the title says already."""
    match slide.items:
        case (Bullet(text=text), Figure() as picture) if _letters(plain(text)):
            said = _letters(slide.title).endswith(_letters(plain(text)))
            return (replace(picture, caption=""),) if said else slide.items
        case _:
            return slide.items


def captioned_once(lead: Bullet | None, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items without the captions that only repeat a neighbouring text."""
    return tuple(_captioned(item, (lead, *items[max(0, n - 2) : n + 2])) for n, item in enumerate(items))


def _captioned(item: Item, near: tuple[Item | None, ...]) -> Item:
    if not isinstance(item, Figure) or not item.caption:
        return item
    said = {_letters(plain(other.text)) for other in near if isinstance(other, Bullet)}
    return replace(item, caption="") if _letters(item.caption) in said else item


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _statement_cuts(form: Format, lead: Bullet | None, drop: float) -> tuple[Cut, ...]:
    draft = statement(form, area_of(form, False, drop), lead) if lead is not None else None
    return (Cut(0, 0, draft or Draft("Title Only", (), ()), ()),)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a slide says: its lead and its items, in the language of the deck."""

    lead: Bullet | None
    items: tuple[Item, ...]
    lang: str


def _ranked_cuts(form: Format, said: _Said, history: History, drop: float) -> tuple[tuple[Cut, ...], ...]:
    """The best ways, the best first: with one size of body text and one of code on all pages, where that can be."""
    ways = _ways(form, said, history, drop)
    body = {cut.draft.body for cut in ways[0] if cut.draft.body}
    code = {cut.draft.size for cut in ways[0] if cut.draft.layout == "Code"}
    if len(body) < 2 and len(code) < 2:
        return ways
    even = _ways(form.capped(min(body, default=1e3), min(code, default=1e3)), said, history, drop)
    return even if len(even[0]) == len(ways[0]) else ways


def _ways(form: Format, said: _Said, history: History, drop: float) -> tuple[tuple[Cut, ...], ...]:
    beside = _side_by_side(said.items)

    @cache
    def drafts(start: int, end: int) -> tuple[Draft, ...]:
        own, labels = said.items[start:end], repeated_labels(said.items, start, said.lang)
        if labels and (
            found := tuple(_continuing(form, (*labels, *own), lone=end == start + 1, beside=beside, drop=drop))
        ):
            return found
        if labels and end > start + 1:
            return ()
        lead = said.lead if start == 0 else None
        return tuple(_drafts(form, lead, own, drop)) or (
            (_overfull(form, lead, own[0], drop),) if end == start + 1 else ()
        )

    # Groups that could stand side by side are worth a cut within one.
    whole = () if beside else places(said.items, lambda start, end: bool(drafts(start, end)))
    return ranked(said.items, drafts, history, whole) or ranked(said.items, drafts, history)


def _continuing(form: Format, items: tuple[Item, ...], *, lone: bool, beside: bool, drop: float) -> Iterator[Draft]:
    """Every page that begins within a group and repeats its labels.

    `lone` is one with a single bullet below them; `beside` says that the group began beside another.
    """
    for draft in _drafts(form, None, items, drop):
        bare = beside and any(name == "unheaded" for name, _ in draft.terms)
        terms = (*draft.terms, ("without its bar", WITHOUT_BAR)) if bare else draft.terms
        yield replace(draft, terms=terms, lone=draft.lone or lone)


def _side_by_side(items: tuple[Item, ...]) -> bool:
    found = grouped(items)
    return found is not None and len(found.groups) in (2, 3)


def _drafts(form: Format, lead: Bullet | None, items: tuple[Item, ...], drop: float) -> Iterator[Draft]:
    """Every page that can hold the items, under the lead if there is one."""
    area, bare = area_of(form, lead is not None, drop), area_of(form, False, drop)
    for draft in _kind_of_drafts(form, area, bare, items, lead):
        if lead is None or draft.led:
            yield draft
            continue
        box = lead_box(form, draft.layout, lead, drop)
        if box is not None:
            yield replace(draft, boxes=(box, *draft.boxes))


def _kind_of_drafts(
    form: Format, area: Area, bare: Area, items: tuple[Item, ...], lead: Bullet | None
) -> Iterator[Draft]:
    if any(isinstance(item, Figure) for item in items):
        if not any(isinstance(item, Table | Code | Visual) for item in items):
            yield from picture_drafts(form, area, items, lead, bare)
    elif any(isinstance(item, Visual) for item in items):
        yield from drawn_drafts(form, area, items, lead is not None)
    elif any(isinstance(item, Table | Code) for item in items):
        yield from panel_drafts(form, area, items)
    else:
        drafts = text_drafts(form, area, items, lead is not None)
        yield from (d for d in drafts if d.layout != "Quote" or lead is None)


def _overfull(form: Format, lead: Bullet | None, item: Item, drop: float) -> Draft:
    """The last resort, so that nothing is ever dropped: the item at its smallest, and a warning."""
    area = area_of(form, lead is not None, drop)
    slot = form.layout("Title and Content").slot("body")
    notice = Notice(
        "text does not fit its slide even at the smallest size",
        item.source.path,
        item.source.line,
        "divide it into shorter paragraphs",
        rule="text-cut",
    )
    paragraphs = paragraphs_of((item,)) if not isinstance(item, Figure | Table | Code | Visual) else ()
    setting = set_text(paragraphs, slot.style, form.faces, area.rect.w, slot.style.sizes[-1])
    rect = Rect(area.rect.x, area.rect.y, area.rect.w, area.rect.h)
    return Draft("Title and Content", (placed(slot, setting, rect),), (("overfull", 1000.0),), notices=(notice,))


def _page(form: Format, slide: ContentSlide, number: int, title: str, draft: Draft, notes: str) -> Page:
    layout = form.layout(draft.layout)
    return Page(
        key=slide.key if number == 0 else f"{slide.key}/{number + 1}",
        kind=_kind(draft),
        layout=draft.layout,
        title=title,
        boxes=(head(form, draft.layout, title), *(settled(form, layout, box) for box in draft.boxes)),
        notes=notes,
        notices=draft.notices,
    )


def _kind(draft: Draft) -> str:
    if draft.kind:
        return draft.kind
    match draft.layout:
        case "Picture Grid" | "Picture with Caption":
            return "pictures"
        case "Table" | "Code" | "Quote" | "Comparison":
            return draft.layout.lower()
        case _:
            return "bullets"
