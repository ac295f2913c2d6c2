from __future__ import annotations

import os
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import ahem
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckgen import layout
from deckgen.layout import breaking, front, partition, setting
from deckgen.layout.badness import total
from deckgen.layout.breaking import Faces, Style, extent, may_break
from deckgen.layout.frame import Draft
from deckgen.layout.places import places
from deckgen.model import (
    AgendaEntry,
    AgendaSlide,
    Box,
    Bullet,
    Code,
    ContentSlide,
    Deck,
    Figure,
    Item,
    LayoutSpec,
    Note,
    Page,
    Paragraph,
    PictureBox,
    Quote,
    Rect,
    Run,
    SectionSlide,
    ShapeBox,
    Source,
    SourceEntry,
    SourcesSlide,
    Summit,
    Table,
    TableBox,
    Takeaway,
    TakeawaysSlide,
    TextBox,
    TextStyle,
    TitleSlide,
    Visual,
    plain,
    printed,
    runs,
)
from deckgen.model.theme import LayoutName

CASES = Path(__file__).parent / "cases" / "layout"
AHEM = Style(Faces("Ahem", "Ahem", "Ahem"))
THEME = ahem.theme()


# Lines


def lines(text: str, em: float) -> int:
    """Lines in a width of so many 10 pt glyphs, the slack paid for."""
    return extent((Run(text),), AHEM, em * 10 * breaking.SLACK + breaking.SLACK_POINTS + 0.01, 10.0).lines


@pytest.mark.parametrize(
    ("text", "em", "expected"),
    [
        ("", 5, 1),
        ("aaaaa", 5, 1),
        ("aa aa", 5, 1),
        ("aaa aa", 5, 2),
        ("aa    aa", 5, 2),
        ("a\nb", 5, 2),
        ("aaaaaaaaaaa", 5, 3),
        ("aa aaaaaaa", 5, 3),
        ("中文中文中", 5, 1),
        ("中文中文中文", 5, 2),
        ("中文中文，中", 4, 2),
        ("中文中《文", 4, 2),
        ("中文中——", 4, 2),
        ("中文aaa", 4, 2),
        ("aa-aa", 4, 2),
    ],
)
def test_lines_are_counted_glyph_by_glyph(text: str, em: float, expected: int) -> None:
    assert lines(text, em) == expected


@pytest.mark.parametrize(
    ("before", "after", "loose", "may"),
    [
        ("中", "文", False, True),
        ("中", "，", True, False),
        ("《", "中", True, False),
        ("a", "b", True, False),
        ("中", "a", False, True),
        (" ", "a", False, True),
        ("a", " ", True, False),
        ("-", "b", True, True),
        ("-", "b", False, False),
        ("한", "국", False, False),
        ("\u00a0", "a", True, False),
    ],
)
def test_breaks_are_where_the_languages_allow(before: str, after: str, loose: bool, may: bool) -> None:
    assert may_break(before, after, loose, glued=False) is may


TEXTS = st.text(alphabet="ab c中文，。《》“”-/한국\n…1%", max_size=60)


@given(TEXTS, st.floats(20, 400), st.sampled_from([10.0, 18.0]))
def test_wrapping_loses_nothing(text: str, width: float, size: float) -> None:
    chars = tuple((char, 1.0) for char in text)
    for loose, glued in ((False, True), (True, False), (True, True)):
        words = breaking._words(chars, loose, glued)
        kept = [char for char in text if char not in breaking.SPACES + "\n"]
        assert sum(len(word.advances) for word in words) == len(kept)
        assert sum(word.ends for word in words) == text.count("\n")
    assert extent(runs(text), AHEM, width, size).lines * width >= 0.9 * size * len(text.replace("\n", "").strip()) * 0.5


@given(TEXTS, st.integers(2, 30))
def test_more_room_never_needs_more_lines_by_far(text: str, em: int) -> None:
    assert lines(text, em + 1) <= lines(text, em) + 1
    assert lines(text, 10_000) == text.count("\n") + 1


@given(TEXTS, st.integers(2, 30))
def test_no_line_is_wider_than_its_room(text: str, em: int) -> None:
    room = em * 10 * breaking.SLACK + breaking.SLACK_POINTS + 0.01
    assert extent((Run(text),), AHEM, room, 10.0).widest * 10 <= max(room, 12.9 * breaking.SLACK)


def test_paragraphs_stand_as_high_as_their_lines() -> None:
    style = THEME.layout("Title and Content").slot("body").style
    one = setting.set_text((Paragraph(runs("aaa"), 0, "bullet"),), style, AHEM.faces, 400, 20)
    two = setting.set_text((Paragraph(runs("aaa"), 0, "bullet"),) * 2, style, AHEM.faces, 400, 20)
    assert (one.height, one.lines) == (24.0, 1)
    assert two.height == 24 + 10 + 24
    assert one.widest == pytest.approx(20 + 3 * 20 * breaking.SLACK)


# Cases: a slide as text, and its pages as text


def cases() -> list[tuple[str, str, str, str]]:
    """File, name, slide and pages of every case."""
    found = []
    for path in sorted(CASES.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("=== ")[1:]:
            name, _, rest = block.partition("\n")
            given_, _, expected = rest.partition("\n---\n")
            found.append((path.name, name, given_, expected.strip("\n")))
    return found


def pages_of(text: str) -> tuple[Page, ...]:
    return layout.arrange(ahem.deck(ahem.slide(text)), THEME)


@pytest.mark.parametrize(("file", "name", "text", "expected"), cases(), ids=lambda value: str(value)[:40])
def test_cases(file: str, name: str, text: str, expected: str) -> None:  # noqa: ARG001
    assert "\n\n".join(printed(page) for page in pages_of(text)) == expected


def test_cases_are_renewed_on_request() -> None:
    """`RENEW=1 pytest tests/test_layout.py` writes what the layout says now into the cases, for a diff to be read."""
    if not os.environ.get("RENEW"):
        assert len(cases()) >= 30
        return
    for path in sorted(CASES.glob("*.txt")):
        blocks = [
            f"=== {name}\n{text}\n---\n" + "\n\n".join(printed(page) for page in pages_of(text)) + "\n"
            for file, name, text, _ in cases()
            if file == path.name
        ]
        path.write_text("\n".join(blocks), encoding="utf-8")


# Properties of whatever slide

WORDS = st.text(alphabet="ab 中文，。OpenStack-한국", min_size=1, max_size=90).filter(lambda text: bool(text.strip()))
SOURCES = st.integers(1, 99).map(ahem.source)
BULLETS = st.builds(Bullet, WORDS.map(runs), SOURCES, st.integers(0, 2), st.sampled_from(["", "", "1.", "12."]))
FIGURES = st.builds(
    Figure,
    st.just("a.png"),
    st.just("a picture"),
    st.sampled_from(["", "a caption", "图注" * 30]),
    st.integers(1, 5000),
    st.integers(1, 5000),
    SOURCES,
)
CELLS = st.text(alphabet="ab 中", max_size=40).map(runs)
TABLES = st.integers(1, 9).flatmap(
    lambda n: st.builds(
        Table,
        st.tuples(*[CELLS] * n),
        st.lists(st.tuples(*[CELLS] * n), max_size=25).map(tuple),
        SOURCES,
    )
)
CODES = st.builds(Code, st.text(alphabet="ab \n\t=中", max_size=900), st.just(""), SOURCES)
QUOTES = st.builds(
    Quote, st.lists(WORDS.map(runs), min_size=1, max_size=3).map(tuple), st.sampled_from(["", "somebody"]), SOURCES
)
ITEMS = st.one_of(BULLETS, BULLETS, BULLETS, FIGURES, TABLES, CODES, QUOTES)
SLIDES = st.builds(
    ContentSlide,
    st.just("a"),
    WORDS,
    st.none() | BULLETS,
    st.lists(ITEMS, max_size=14).map(tuple),
    st.just(("a",)),
    SOURCES,
    st.lists(st.builds(Note, WORDS, SOURCES), max_size=4).map(tuple),
)
WIDTHS = st.sampled_from([960.0, 720.0])
THOROUGH = settings(
    max_examples=int(os.environ.get("EXAMPLES", "120")), deadline=None, suppress_health_check=list(HealthCheck)
)


def apart(one: Rect, other: Rect) -> bool:
    return (
        one.right <= other.x + 0.02
        or other.right <= one.x + 0.02
        or one.bottom <= other.y + 0.02
        or other.bottom <= one.y + 0.02
    )


def text_of_boxes(boxes: list[Box]) -> list[str]:
    """All that boxes say, in their order."""
    said: list[str] = []
    for box in boxes:
        match box:
            case TextBox():
                said += [plain(p.text) for p in box.paragraphs]
            case TableBox():
                said += [plain(p.text) for row in box.rows for cell in row.cells for p in cell]
            case PictureBox() | ShapeBox():
                pass
    return said


@THOROUGH
@given(SLIDES, WIDTHS)
def test_boxes_stay_on_the_page_and_apart(slide: ContentSlide, width: float) -> None:
    theme = ahem.theme(width)
    for page in layout.arrange(ahem.deck(slide), theme):
        boxes = [box for box in page.boxes if not isinstance(box, ShapeBox)]
        for box in page.boxes:
            assert box.rect.x >= 0
            assert box.rect.y >= 0
            assert box.rect.w > 0
            assert box.rect.right <= theme.canvas.width + 0.02
            assert box.rect.bottom <= 500
        for place, one in enumerate(boxes):
            for other in boxes[:place]:
                assert apart(one.rect, other.rect), (one, other)


def style_of(layout_of: LayoutSpec, box: TextBox) -> TextStyle:
    """How a box is set: as its slot says, or for a free box as the box itself says."""
    if box.role is not None:
        return replace(layout_of.slot(box.role, box.index).style, leading=box.leading, after=box.after)
    indent = setting.FREE_INDENT
    return TextStyle((box.size,), box.color, box.bold, False, box.mono, box.leading, box.after, indent, box.align)


@THOROUGH
@given(SLIDES, WIDTHS)
def test_text_fits_its_box(slide: ContentSlide, width: float) -> None:
    theme = ahem.theme(width)
    for page in layout.arrange(ahem.deck(slide), theme):
        for box in page.boxes:
            if isinstance(box, TextBox):
                style = style_of(theme.layout(page.layout), box)
                needed = setting.set_text(box.paragraphs, style, AHEM.faces, box.rect.w, box.size, box.after)
                assert needed.lines == box.lines
                assert needed.height <= box.rect.h + 0.01, box
                assert box.size >= (10 if box.role == "caption" or box.name == "caption" else 14)


@pytest.mark.parametrize("caption", ["", "一张图"])
def test_a_dot_beside_a_hairline_is_still_a_picture(caption: str) -> None:
    here = Source("posts/a.md", 1, 1)
    shapes = ((1, 2), (1699, 3))
    figures = tuple(Figure("a.png", "a picture", caption, w, h, here) for w, h in shapes)
    slide = ContentSlide("a", "O", None, (Bullet(runs("O"), here), *figures), ("a",), here)
    boxes = [box for page in arranged(slide) for box in page.boxes if isinstance(box, PictureBox)]
    assert len(boxes) == 2
    assert all(box.rect.w > 0 and box.rect.h > 0 for box in boxes)


def bare(text: str) -> str:
    """Text without space, and without the marks that stand or fall with an arrangement."""
    return "".join(char for char in text if not char.isspace() and char not in "：—")


def said_by(item: Item) -> str:
    match item:
        case Bullet():
            return bare(plain(item.text))
        case Quote():
            return bare("".join(plain(p) for p in item.paragraphs) + item.attribution)
        case Code():
            return bare(item.text)
        case Visual():
            return bare("".join(plain(line.text) for line in item.told))
        case Table() | Figure():
            return ""


@THOROUGH
@given(SLIDES)
def test_nothing_is_lost_and_order_is_kept(slide: ContentSlide) -> None:
    pages = [texts_of(page) for page in layout.arrange(ahem.deck(replace(slide, lead=None)), THEME)]
    items = [item for item in slide.items if not isinstance(item, Figure)]
    if any(isinstance(item, Table) for item in items) or any(isinstance(item, Figure) for item in slide.items):
        said = "".join(text for page in pages for text in page)
        assert all(said_by(item) in said for item in items)
    else:
        assert tells(pages, "".join(said_by(item) for item in items))


def texts_of(page: Page) -> list[str]:
    """What a page says below its title, captions apart."""
    texts = [box for box in page.boxes[1:] if isinstance(box, TextBox) and "caption" not in (box.role, box.name)]
    return [bare(plain(p.text)) for box in texts for p in box.paragraphs]


def tells(pages: list[list[str]], whole: str) -> bool:
    """Whether the pages say all of a text in its order, later ones perhaps after labels from a page before."""
    told = {0}
    for number, texts in enumerate(pages):
        rests = ["".join(texts[labels:]) for labels in range(3 if number else 1)]
        told = {place + len(rest) for place in told for rest in rests if whole.startswith(rest, place)}
    return len(whole) in told


@THOROUGH
@given(SLIDES)
def test_tables_and_pictures_are_all_there(slide: ContentSlide) -> None:
    boxes = [box for page in layout.arrange(ahem.deck(slide), THEME) for box in page.boxes]
    figures = sum(isinstance(item, Figure) for item in slide.items)
    assert sum(isinstance(box, PictureBox) for box in boxes) == figures
    cells = bare("".join(text_of_boxes(boxes)))
    for item in slide.items:
        if isinstance(item, Table):
            assert all(bare(plain(cell)) in cells for row in item.rows for cell in row)


@THOROUGH
@given(SLIDES, WIDTHS)
def test_pictures_keep_their_shape_and_are_not_blown_up(slide: ContentSlide, width: float) -> None:
    theme = ahem.theme(width)
    figures = [item for item in slide.items if isinstance(item, Figure)]
    boxes = [b for page in layout.arrange(ahem.deck(slide), theme) for b in page.boxes if isinstance(b, PictureBox)]
    for figure, box in zip(figures, boxes, strict=True):
        assert box.rect.w * figure.height == pytest.approx(box.rect.h * figure.width, rel=0.02, abs=0.02 * figure.width)
        assert box.rect.w <= figure.width * 0.75 * 1.5 + 0.01


@THOROUGH
@given(SLIDES)
def test_pages_have_keys_titles_and_notes_of_their_own(slide: ContentSlide) -> None:
    pages = layout.arrange(ahem.deck(slide), THEME)
    assert pages == layout.arrange(ahem.deck(slide), THEME)
    assert [page.key for page in pages] == ["a", *(f"a/{n}" for n in range(2, len(pages) + 1))]
    assert len({page.title for page in pages}) == len(pages)
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert {page.footer for page in pages} == {"Summit · City 2016"}
    if slide.notes:
        assert all(page.notes for page in pages)
        assert all(note.text in "\n".join(page.notes for page in pages) for note in slide.notes)


# Breaking pages


def exhaustive(items: tuple[Item, ...], drafts: partition.Drafts, history: partition.History) -> float:
    """The least badness of all ways to cut and arrange the items, tried one after another."""

    def best(start: int, past: partition.History) -> float:
        if start == len(items):
            return 0.0
        return min(
            (
                total(partition.cut_terms(items, start, draft, past)) + best(end, (past[1], draft.layout))
                for end in range(start + 1, len(items) + 1)
                for draft in drafts(start, end)
            ),
            default=float("inf"),
        )

    return best(0, history)


@settings(deadline=None, max_examples=60)
@given(st.lists(ITEMS, min_size=1, max_size=5).map(tuple), st.data())
def test_the_cheapest_way_is_as_cheap_as_exhaustive_search(items: tuple[Item, ...], data: st.DataObject) -> None:
    costs = {
        (start, end): data.draw(st.lists(st.integers(0, 20), min_size=end == start + 1, max_size=3))
        for start in range(len(items))
        for end in range(start + 1, len(items) + 1)
    }
    names: tuple[LayoutName, ...] = ("Title and Content", "Two Content", "Picture Grid")

    def drafts(start: int, end: int) -> list[Draft]:
        return [Draft(names[n], (), (("chance", float(cost)),)) for n, cost in enumerate(costs[start, end])]

    cuts = partition.ranked(items, drafts, ("", ""))[0]
    assert [cut.start for cut in cuts] == [0, *(cut.end for cut in cuts[:-1])]
    assert cuts[-1].end == len(items)
    assert sum(total(cut.terms) for cut in cuts) == pytest.approx(exhaustive(items, drafts, ("", "")))


# The other slides


def arranged(*slides: object) -> tuple[Page, ...]:
    deck = Deck(Summit("a", "Summit", "City", 2016), "ahem", "zh-CN", slides)  # type: ignore[arg-type]
    return layout.arrange(deck, THEME)


def entries(count: int, title: str = "title") -> tuple[AgendaEntry, ...]:
    return tuple(AgendaEntry(str(n + 1), f"{title} {n + 1}", f"s{n + 1}") for n in range(count))


@pytest.mark.parametrize(
    ("titles", "paths", "expected"),
    [
        (["网络", "网络（2）", "网络 (3)"], "aaa", ["网络 (1/4)", "网络 (2/4)", "网络 (3/4)", "网络 (4/4)"]),
        (["网络", "存储", "网络"], "aaa", ["网络 (1/2)", "存储", "网络 (2/2)"]),
        (["网络", "网络"], "ab", ["网络", "网络 (2)"]),
        (["Nova", "Nova (2)"], "aa", ["Nova (1/2)", "Nova (2/2)"]),
        (["网络（2）", "网络"], "aa", ["网络（2）", "网络"]),
        (["网络", "网络（4）"], "aa", ["网络", "网络（4）"]),
    ],
)
def test_slides_of_one_title_have_one_count(titles: list[str], paths: str, expected: list[str]) -> None:
    slides = []
    for number, (title, path) in enumerate(zip(titles, paths, strict=True)):
        source = Source(path, 1, 1)
        items = tuple(Bullet(runs("aaa bbb " * 6), source) for _ in range(12 if title == "网络 (3)" else 1))
        slides.append(ContentSlide(str(number), title, None, items, (), source))
    assert [page.title for page in arranged(*slides)] == expected


def test_the_agenda_names_the_pages_it_leads_to() -> None:
    sections = [SectionSlide(f"s{n}", str(n), "a title", "", (), ahem.source(n)) for n in (1, 2)]
    pages = arranged(TitleSlide("t", ("Summit",), "about", "2016"), AgendaSlide("g", "agenda", entries(2)), *sections)
    table = next(box for box in pages[1].boxes if isinstance(box, TableBox))
    assert [[plain(p.text) for cell in row.cells for p in cell] for row in table.rows] == [
        ["1", "title 1", "3"],
        ["2", "title 2", "4"],
    ]
    assert table.rows[0].cells[2][0].text[0].link == "#s1"
    assert [page.number for page in pages] == [None, 2, None, None]
    assert [page.chapter for page in pages] == ["Summit · City 2016"] * 2 + ["a title"] * 2


@pytest.mark.parametrize("count", [1, 5, 10, 11, 20, 21, 60])
def test_a_long_agenda_takes_columns_and_then_pages(count: int) -> None:
    pages = arranged(AgendaSlide("g", "agenda", entries(count)))
    tables = [box for page in pages for box in page.boxes if isinstance(box, TableBox)]
    assert sum(len(table.rows) for table in tables) == count
    assert all(table.rect.bottom <= 490 for table in tables)
    assert all(apart(a.rect, b.rect) for page in pages for a, b in pairwise(page.boxes[1:]))
    assert len(pages) == (1 if count <= 20 else -(-count // 20))
    assert len({page.title for page in pages}) == len(pages)


def test_an_agenda_whose_titles_just_fit_stays_in_one_column() -> None:
    row = THEME.layout("Title and Content").slot("body").rect.w - front.NUMBER_WIDTH - front.PAGE_WIDTH
    size, longest = front.AGENDA_SIZES[-1], 0
    while lines_at(longest + 1, row - 2 * front.INSET[0], size) == 1:
        longest += 1
    full = tuple(AgendaEntry(str(n), "a" * longest, f"s{n}") for n in range(10))
    wider = tuple(replace(entry, title=entry.title + "a") for entry in full)
    assert [columns_of(page) for page in arranged(AgendaSlide("g", "agenda", full))] == [1]
    assert [columns_of(page) for page in arranged(AgendaSlide("g", "agenda", wider))] == [2]


def columns_of(page: Page) -> int:
    """How many tables stand on a page."""
    return sum(isinstance(box, TableBox) for box in page.boxes)


def lines_at(glyphs: int, width: float, size: float) -> int:
    """Lines of a word of so many glyphs."""
    return extent((Run("a" * glyphs),), AHEM, width, size).lines


@pytest.mark.parametrize("count", [1, 2, 4, 5, 8, 9, 30])
def test_takeaways_stand_on_cards(count: int) -> None:
    takeaways = tuple(Takeaway(f"label {n}", Bullet(runs("文" * 30), ahem.source(1)), "k") for n in range(count))
    pages = arranged(TakeawaysSlide("k", "takeaways", takeaways))
    cards = [b for page in pages for b in page.boxes if isinstance(b, ShapeBox) and b.name.startswith("card")]
    assert len(cards) == count
    assert all(card.rect.bottom <= 490.01 for card in cards)
    numbers = [b for page in pages for b in page.boxes if isinstance(b, TextBox) and b.name.startswith("page")]
    assert {plain(box.paragraphs[0].text) for box in numbers} == {"1"}


def test_a_takeaway_leads_to_its_page_alone() -> None:
    linked = Bullet((Run("文", link="https://example.org"),), ahem.source(1))
    (page,) = arranged(TakeawaysSlide("k", "takeaways", (Takeaway("label", linked, "k"),)))
    links = [run.link for box in page.boxes if isinstance(box, TextBox) for p in box.paragraphs for run in p.text]
    assert [link for link in links if link] == ["#k"]


def test_a_takeaway_names_the_page_that_shows_its_line() -> None:
    lines = tuple(Bullet(runs(f"第{n}点" + "文" * 60), ahem.source(n)) for n in range(1, 13))
    slide = ContentSlide("c", "title", None, lines, ("c",), ahem.source(1))
    last = TakeawaysSlide("k", "takeaways", (Takeaway("label", lines[0], "c"), Takeaway("label", lines[-1], "c")))
    pages = arranged(slide, last)
    assert len(pages) > 2
    numbers = [b for b in pages[-1].boxes if isinstance(b, TextBox) and b.name.startswith("page")]
    assert [plain(box.paragraphs[0].text) for box in numbers] == ["1", str(len(pages) - 1)]


@pytest.mark.parametrize("count", [1, 3, 40])
def test_sources_are_listed_on_as_many_pages_as_they_need(count: int) -> None:
    entry = SourceEntry("a title " * 8, ("somebody",), None, "https://example.org/" + "a" * 90, "posts/a.md")
    pages = arranged(SourcesSlide("q", "sources", (entry,) * count))
    tables = [box for page in pages for box in page.boxes if isinstance(box, TableBox)]
    assert sum(len(table.rows) for table in tables) == count
    assert all(table.rect.bottom <= 490 for table in tables)


@pytest.mark.parametrize("length", [1, 30, 80, 400, 5000])
def test_titles_of_any_length_fit(length: int) -> None:
    slide = replace(ahem.slide("* a bullet"), title="长" * length)
    (page,) = layout.arrange(ahem.deck(slide), THEME)
    box = page.boxes[0]
    assert isinstance(box, TextBox)
    assert box.lines * 1.2 * box.size <= box.rect.h
    assert bool(page.notices) == (length > 60)


def test_every_page_can_be_explained() -> None:
    slide = ahem.slide("title: t\n* 第一条\npicture 1024x768\n* 第二条\npicture 1024x768")
    lines_ = layout.explain(ahem.deck(slide), THEME)
    assert lines_ == (
        "a: Picture with Caption, 26 pt, fill 9%: nothing to blame",
        "a/2: Picture with Caption, 26 pt, fill 9%: continued 7.0",
        "  runner-up: Picture with Caption + Content with Picture Right, badness 8.3 after 7.0",
    )


def seconds(count: int) -> float:
    """Processor time for a deck of so many sections, none of them measured before."""
    slides = [replace(ahem.slide(f"* 中文 {n}\n* a bullet\npicture 800x600"), key=f"k{n}") for n in range(count)]
    breaking.extent.cache_clear()
    breaking._readings.cache_clear()
    start = time.process_time()
    layout.arrange(ahem.deck(*slides), THEME)
    return time.process_time() - start


def test_ten_times_the_sections_take_about_ten_times_as_long() -> None:
    seconds(20)
    assert min(seconds(1000) for _ in range(2)) < 15 * max(seconds(100) for _ in range(3))


@pytest.mark.parametrize(
    ("levels", "most", "expected"),
    [
        ([0, 0, 0], 9, (1, 2, 3)),
        ([0, 1, 1, 0, 1], 9, (3, 5)),
        ([0, 1, 2, 2, 1, 2], 3, (4, 6)),
        ([2, 1, 0], 9, (2, 3)),
        ([0, 1, 1, 1], 2, (2, 3, 4)),
    ],
)
def test_groups_that_fit_a_page_are_not_parted(levels: list[int], most: int, expected: tuple[int, ...]) -> None:
    items = tuple(Bullet(runs("a"), ahem.source(1), level) for level in levels)
    assert places(items, lambda start, end: end - start <= most) == expected


def test_a_long_list_of_groups_takes_no_more_than_its_pages() -> None:
    group = tuple(Bullet(runs(f"一二三四五六 {n}"), ahem.source(n + 1), min(n, 2)) for n in range(6))
    slides = [ContentSlide("a", "标题", None, group * many, ("a",), ahem.source(1)) for many in (10, 40)]
    times = []
    for slide in slides:
        start = time.process_time()
        pages = layout.arrange(ahem.deck(slide), THEME)
        times.append((time.process_time() - start) / len(pages))
    assert times[1] < 4 * times[0]
