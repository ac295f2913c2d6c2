"""Posts -> findings: what their authors would want to know before a deck is made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from deckgen.check.finding import Finding
from deckgen.check.links import dead_links
from deckgen.check.notices import of_notice, placed
from deckgen.model import (
    AgendaSlide,
    ContentSlide,
    Notice,
    Page,
    Picture,
    Post,
    Section,
    SectionSlide,
    Slide,
    SourcesSlide,
    TakeawaysSlide,
    TitleSlide,
    readable,
)
from deckgen.result import Outline, PlannedDeck

SMALL_SIDE = 200
"""Pixels of the shorter side below which the print on a photograph of a slide cannot be read."""

LONG_SIDE = 320


def of_posts(
    found: Outline, pages: Sequence[tuple[Page, ...]], exists: Mapping[str, frozenset[str]], texts: Mapping[str, str]
) -> tuple[Finding, ...]:
    """What is wrong with the posts of an outline, by file and line; each finding once.

    `pages` are those of each deck, `texts` the posts' files as text by path, and `exists` the relative links of each
    post that lead to a file.
    """
    # What no slide can hold a link to may yet lead to a file beside the post: `dead_links` looks.
    findings = [of_notice(notice) for notice in found.notices if notice.rule != "link-dead"]
    for planned, arranged in zip(found.decks, pages, strict=True):
        findings += _long_titles(planned)
        findings += (of_notice(notice) for notice in _arranged(planned, arranged))
        findings += map(of_notice, planned.alone)
        for post in planned.posts:
            findings += _of_post(post, exists.get(post.path, frozenset()), texts.get(post.path, ""))
    findings += _doubled(texts)
    order = {post.path: n for n, post in enumerate(post for planned in found.decks for post in planned.posts)}
    return tuple(sorted(dict.fromkeys(findings), key=lambda f: (order.get(f.path, -1), f.path, f.line)))


def _of_post(post: Post, exists: frozenset[str], text: str) -> Iterator[Finding]:
    yield from _small_pictures(post)
    if not post.written:
        yield from _empty_headings(post)
    yield from _guessed(post)
    yield from dead_links(post, exists, text)


def _small_pictures(post: Post) -> Iterator[Finding]:
    for picture in (block for section in post.sections for block in section.blocks if isinstance(block, Picture)):
        sides = sorted((picture.width, picture.height))
        if sides[0] > 0 and ((sides[0] < SMALL_SIDE and sides[1] < 2 * LONG_SIDE) or sides[1] < LONG_SIDE):
            size = f"{picture.width} x {picture.height}"
            message = f"picture of {size} pixels is too small to be read: {readable(picture.written)}"
            hint = f"take a larger file: pictures are never blown up, and {LONG_SIDE} pixels fill a third of a slide"
            yield Finding("picture-small", "warning", message, post.path, picture.source.line, hint=hint)


def _empty_headings(post: Post) -> Iterator[Finding]:
    """Headings with nothing below them, be it text or a heading of a deeper level."""
    followers = [*post.sections[1:], None]
    for section, following in zip(post.sections, followers, strict=True):
        leads = following is not None and following.level > section.level
        if section.heading and not section.blocks and not section.asides and not leads and not _lost(post, section):
            message = f"nothing stands below the heading: {section.heading[:60]}"
            hint = "write something below it, or delete it: it makes no slide"
            yield Finding("heading-empty", "warning", message, post.path, section.source.line, hint=hint)


def _lost(post: Post, section: Section) -> bool:
    """Whether something stood there that could not be used, of which a notice tells."""
    after = [other.source.line for other in post.sections if other.source.line > section.source.line]
    end = min(after, default=10**9)
    return any(section.source.line <= notice.line < end for notice in post.notices)


def _guessed(post: Post) -> Iterator[Finding]:
    """One note a post: broken structure is no fault of its words."""
    if not post.repairs:
        return
    rules = Counter(repair.rule for repair in post.repairs)
    told = ", ".join(f"{rule} {count}" if count > 1 else rule for rule, count in rules.most_common(4))
    more = ", …" if len(rules) > 4 else ""
    count = len(post.repairs)
    message = f"structure was guessed in {count} place{'s' if count > 1 else ''}: {told}{more}"
    hint = "`deckgen outline -v` tells each; `repair: false` in the front matter leaves the post as it is"
    line = min(repair.line for repair in post.repairs)
    yield Finding("structure-guessed", "note", message, post.path, line, hint=hint)


def _long_titles(planned: PlannedDeck) -> Iterator[Finding]:
    """Headings that had to be cut to become a slide's title."""
    told: set[tuple[str, int]] = set()
    for slide in planned.deck.slides:
        if isinstance(slide, ContentSlide | SectionSlide) and slide.section:
            place = slide.source.path, slide.source.line
            if (
                slide.title.endswith("…")
                and not slide.section[-1].rstrip().endswith(("…", "..."))
                and place not in told
            ):
                told.add(place)
                message = f"the heading is too long for a title, and is shown as: {slide.title}"
                hint = "give the section a shorter heading; its words may open the text instead"
                yield Finding("title-long", "warning", message, *place, hint=hint)


def _arranged(planned: PlannedDeck, pages: Sequence[Page]) -> Iterator[Notice]:
    """What had to give way on the slides, at the place in the posts that it comes from."""
    places = {slide.key: _place(slide) for slide in planned.deck.slides}
    usual = planned.posts[0].path if planned.posts else ""
    for page in pages:
        key = max((key for key in places if page.key == key or page.key.startswith(f"{key}/")), key=len, default="")
        path, line = places.get(key) or (usual, 0)
        for notice in page.notices:
            yield placed(notice, path, line)


def _place(slide: Slide) -> tuple[str, int] | None:
    match slide:
        case ContentSlide() | SectionSlide():
            return slide.source.path, slide.source.line
        case TitleSlide() | AgendaSlide() | TakeawaysSlide() | SourcesSlide():
            return None


def _doubled(texts: Mapping[str, str]) -> Iterator[Finding]:
    """Posts that say the same, word for word, as another one."""
    seen: dict[str, str] = {}
    for path, text in texts.items():
        words = "".join(text.split())
        first = seen.setdefault(words, path)
        if first != path and words:
            hint = "leave one of them out: its sections would be shown twice"
            yield Finding("post-doubled", "warning", f"the post says the same as {first}", path, 1, hint=hint)
