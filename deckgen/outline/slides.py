"""A chapter of a post as slides: which sections share one, in what order, under which titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from deckgen.model import (
    Block,
    Bullet,
    ContentSlide,
    Detail,
    Figure,
    Item,
    Note,
    Picture,
    Post,
    Section,
    Source,
    Visual,
    runs,
)
from deckgen.outline.apart import told_apart
from deckgen.outline.drawings import gathered, shortened
from deckgen.outline.enumerations import spread
from deckgen.outline.figures import captioned, presented
from deckgen.outline.leftovers import named_beside, unfolded
from deckgen.outline.notes import notes_of
from deckgen.outline.parts import Said, in_brief, parted, parts
from deckgen.outline.siblings import gather, runs_of
from deckgen.outline.titles import JOINED_WIDTH, TITLE_WIDTH, worded
from deckgen.outline.tree import Node
from deckgen.outline.unheard import with_unheard
from deckgen.outline.words import Words
from deckgen.summary import Condensed, Context, condense, shorten
from deckgen.summary.measure import width
from deckgen.visuals import drawn


@dataclass(frozen=True, slots=True)
class Scope:
    """What every slide of a post needs to know. `name` is what the post is called, `stem` begins its slides' keys."""

    post: Post
    name: str
    stem: str
    detail: Detail
    words: Words


def chapter_slides(node: Node, scope: Scope) -> tuple[ContentSlide, ...]:
    """The slides of a chapter; what has no slide of its own stands in the notes of the next one, or the last."""
    slides: list[ContentSlide] = []
    waiting: tuple[Note, ...] = ()
    for made in _node_slides(node, None, scope):
        if isinstance(made, Section):
            waiting += notes_of([made], headings=True) if made.blocks or made.asides else ()
        else:
            slides.append(replace(made, notes=waiting + made.notes))
            waiting = ()
    if slides and waiting:
        slides[-1] = replace(slides[-1], notes=slides[-1].notes + waiting)
    return tuple(slides)


def section_slides(section: Section, scope: Scope, title: str) -> tuple[ContentSlide, ...]:
    """One section's own blocks as slides: none where nothing of them belongs on one, several where it has drawings."""
    return _slides(section, title, (section,), _said(section, section.blocks, scope), scope)


def title_of(section: Section) -> str:
    """The section's heading as a slide's title."""
    return shorten(section.heading, TITLE_WIDTH).rstrip(" :：")


def _node_slides(node: Node, above: Node | None, scope: Scope, within: str = "") -> Iterator[ContentSlide | Section]:
    """A node's own slide, or its section where it has none; then its children's. Short ones in a row share a slide.

    `within` is the title of the section that the node continues.
    """
    title = within or _below(above, title_of(node.section), JOINED_WIDTH, scope)
    rows = runs_of(node.children)
    if node.bare and len(rows) == 1 and len(rows[0]) > 1:
        yield from _together(rows[0], title, node.section, scope)
        return
    own = section_slides(node.section, scope, title)
    yield from (_led(own[0], above), *own[1:]) if own else (node.section,)
    for run in rows:
        if len(run) > 1:
            labels = scope.words.comma.join(title_of(child.section) for child in run)
            joined = _below(node, labels, TITLE_WIDTH, scope)
            yield from _together(run, joined if joined != labels else title, None, scope)
        else:
            yield from _node_slides(run[0], node, scope, title if run[0].section.continues else "")


def _together(run: tuple[Node, ...], title: str, above: Section | None, scope: Scope) -> tuple[ContentSlide, ...]:
    """The slide of a run of short sections, under the heading `above` them, or under their own."""
    found = gather(run, scope.name, scope.detail, scope.words.colon)
    rest = _said(above or found.sections[0], found.tail, scope)
    bullets = gathered(found.bullets, title) if scope.post.facts.visuals else found.bullets
    items = (*bullets, *_only(rest.lead), *rest.items)
    sections = (above, *found.sections) if above else found.sections
    # The stars of each of them stand in its own line.
    return _slides(
        above or replace(sections[0], rating=None), title, sections, replace(rest, lead=None, items=items), scope
    )


def _below(above: Node | None, title: str, limit: float, scope: Scope) -> str:
    """A title after that of the section above it, while both together are no wider than `limit`."""
    parent = title_of(above.section) if above else ""
    joined = f"{parent}{scope.words.colon}{title}"
    return joined if parent and width(joined) <= limit and not title.startswith(parent) else title


def _led(slide: ContentSlide, above: Node | None) -> ContentSlide:
    """A slide below a heading that has no slide of its own: that heading is its lead, unless its title names it."""
    if not above or not above.bare or slide.title.startswith(title_of(above.section)):
        return slide
    heading = above.section.source
    here = Source(heading.path, heading.line, heading.line)
    return replace(slide, lead=Bullet(runs(title_of(above.section)), here), items=(*_only(slide.lead), *slide.items))


def _slides(
    section: Section, title: str, sections: tuple[Section, ...], said: Said, scope: Scope
) -> tuple[ContentSlide, ...]:
    """The slides of what a section says, each with the notes of the blocks that it shows."""
    covered = tuple(dict.fromkeys([*section.path, *(s.heading for s in sections if s.heading)]))
    key = _key(section, scope)
    made = parts(said)
    notes = parted(made, _notes(sections, scope))
    slides: list[ContentSlide] = []
    for part, told in zip(made, notes, strict=True):
        above = slides[-1].title if slides else ""
        titled, lead, items = worded(part, title, above, scope.words)
        if titled == title and slides and not lead:
            titled, items = told_apart(title, items, [item for slide in slides for item in slide.items], scope.words)
        rating = None if slides else section.rating
        items = items if scope.detail == "brief" else spread(items)
        slides.append(ContentSlide(key, titled, lead, items, covered, section.source, told, rating))
    return tuple(slides)


def _said(section: Section, blocks: tuple[Block, ...], scope: Scope) -> Said:
    found = captioned(blocks, section.heading or scope.name, scope.words)
    whole = scope.detail == "full"
    shown = drawn(found.blocks, section.heading, whole=whole) if scope.post.facts.visuals else found.blocks
    context = Context(scope.name, section.path)
    condensed: Condensed = condense(shown, context, scope.detail)
    condensed = with_unheard(condensed, shown, context) if scope.detail == "standard" else condensed
    whole_items = condensed.items if whole else presented(condensed, found.blocks, context)
    items = tuple(one for item in whole_items for one in _kept(item, found.figures, scope.detail))
    lead, items = (condensed.lead, items) if items else (None, _only(condensed.lead))
    apart = scope.post.facts.visuals and scope.detail != "brief"
    if whole:
        return Said(lead, items, condensed.labels, apart)
    rest = unfolded(items, scope.words)
    names = named_beside(found.blocks, shown)
    named = {item for item in items if isinstance(item, Bullet) and item.source in names}
    said = Said(lead, rest.items, condensed.labels, apart, rest.beside | named, rest.left)
    return in_brief(said) if scope.detail == "brief" else said


def _kept(item: Item | Picture, figures: Mapping[Picture, Figure], detail: Detail) -> tuple[Item, ...]:
    match item:
        case Picture():
            return (figures[item],)
        case Visual():
            return shortened(item, detail)
        case _:
            return (item,)


def _only(lead: Bullet | None) -> tuple[Item, ...]:
    """A lead with nothing beneath it is the slide's one bullet."""
    return (lead,) if lead else ()


def _notes(sections: tuple[Section, ...], scope: Scope) -> tuple[Note, ...]:
    heading = sections[0].heading
    shown = shorten(heading, TITLE_WIDTH)
    full = [Note(scope.words.full_heading.format(heading=heading), sections[0].source)] if heading != shown else []
    span = sections[0].source
    for section in sections:
        for block in section.blocks:
            span = span.to(block.source)
    origin = scope.words.origin.format(title=scope.name, path=span.path, first=span.line, last=span.end_line)
    return (*full, *notes_of(sections, headings=len(sections) > 1), Note(origin, span))


def _key(section: Section, scope: Scope) -> str:
    return "/".join([scope.stem, *([slug(part) for part in section.path] or ["opening"])])


def slug(text: str) -> str:
    """Letters and digits of any script in lower case, joined by single hyphens."""
    return re.sub(r"[\W_]+", "-", text.lower()).strip("-")
