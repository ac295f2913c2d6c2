"""Drawings: they fit or are told as a list, and are written so that they can be moved, edited and read aloud."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from itertools import combinations, pairwise
from typing import Any

import ahem
import drawings
import lint
import pytest
from drawings import HERE, drawn_on, flat
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from pptx import Presentation

from deckgen import layout, render, theme
from deckgen.build import SIZES
from deckgen.layout.breaking import Faces
from deckgen.layout.drawn.placement import place
from deckgen.layout.setting import FREE_INDENT, set_text
from deckgen.model import (
    Bar,
    Box,
    Bullet,
    Chart,
    ChartBox,
    ConnectorBox,
    ContentSlide,
    Drawn,
    Flow,
    GroupBox,
    Item,
    NodeBox,
    Page,
    PictureBox,
    Rect,
    ShapeBox,
    TableBox,
    TextBox,
    TextStyle,
    Theme,
    Visual,
    plain,
    runs,
)
from deckgen.render.properties import Properties
from deckgen.specimen import visuals

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
DETAILS = Properties(title="drawings", language="zh-CN")
LOOKS = (ahem.theme(), ahem.theme(720.0), theme.load("plain"), theme.load("plain", SIZES["4:3"]))
THOROUGH = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))

TEXTS = st.lists(st.builds(lambda words: Bullet(runs(words), HERE), drawings.WORDS), max_size=2)
SLIDES = st.builds(
    lambda title, lead, before, drawn, after: slide(title, (*before, drawn, *after), lead),
    drawings.WORDS,
    st.none() | st.builds(lambda words: Bullet(runs(words), HERE), drawings.WORDS),
    TEXTS,
    drawings.VISUALS,
    TEXTS,
)


def slide(title: str, items: tuple[Item, ...], lead: Bullet | None = None) -> ContentSlide:
    return ContentSlide(title, title, lead, items, (title,), HERE)


def arranged(look: Theme, *slides: ContentSlide) -> tuple[Page, ...]:
    return layout.arrange(ahem.deck(*slides), look)


def of_kinds() -> dict[str, Visual]:
    """One drawing of every kind."""
    made = (
        visuals.numbers(),
        visuals.comparison(),
        visuals.steps(),
        visuals.chain(),
        visuals.flow(),
        visuals.chart(),
        visuals.cards(),
    )
    return {type(each.drawn).__name__: each for each in made}


# Properties of whatever drawing


@THOROUGH
@given(SLIDES, st.sampled_from(LOOKS))
def test_boxes_stay_on_the_page_and_apart(said: ContentSlide, look: Theme) -> None:
    for page in arranged(look, said):
        boxes = list(flat(page.boxes))
        assert len({box.name for box in boxes if isinstance(box, NodeBox)}) == sum(
            isinstance(b, NodeBox) for b in boxes
        )
        for box in boxes:
            assert 0 <= box.rect.x <= box.rect.right <= look.canvas.width + 0.02
            assert 0 <= box.rect.y <= box.rect.bottom <= 500
        solid = [box for box in boxes if not isinstance(box, ShapeBox | ConnectorBox)]
        for one, other in combinations(solid, 2):
            assert _apart(one.rect, other.rect), (one, other)


def _apart(one: Rect, other: Rect) -> bool:
    beside = one.right <= other.x + 0.03 or other.right <= one.x + 0.03
    return beside or one.bottom <= other.y + 0.03 or other.bottom <= one.y + 0.03


@THOROUGH
@given(SLIDES, st.sampled_from(LOOKS))
def test_text_fits_its_node_and_is_never_too_small(said: ContentSlide, look: Theme) -> None:
    faces = Faces.of(look.fonts, "zh-CN")
    for page in arranged(look, said):
        for box in flat(page.boxes):
            if isinstance(box, NodeBox) and box.paragraphs:
                style = TextStyle(
                    (box.size,), box.color, box.bold, False, False, box.leading, box.after, FREE_INDENT, box.align
                )
                needed = set_text(box.paragraphs, style, faces, box.room.w, box.size, box.after)
                assert needed.lines == box.lines
                assert needed.height <= box.room.h + 0.02, box
                assert not needed.broken
                assert min(p.size or box.size for p in box.paragraphs) >= 14
            elif isinstance(box, TextBox) and box.name.startswith("step"):
                assert min(p.size or box.size for p in box.paragraphs) >= 14
            elif isinstance(box, ChartBox):
                assert box.size >= 14


@THOROUGH
@given(SLIDES, st.sampled_from(LOOKS))
def test_nothing_is_lost(said: ContentSlide, look: Theme) -> None:
    shown = Counter("".join(_words(page) for page in arranged(look, said)))
    drawn = next(item.drawn for item in said.items if isinstance(item, Visual))
    texts = [plain(item.text) for item in said.items if isinstance(item, Bullet)]
    wanted = Counter(_bare("".join((*drawings.said(drawn), *texts))))
    assert wanted - shown == Counter()


def _bare(words: str) -> str:
    """Letters and digits, but for the digits of numbers, which may stand in discs without their marks."""
    return "".join(char for char in words if char.isalpha())


def _words(page: Page) -> str:
    said = ""
    for box in flat(page.boxes[1:]):
        match box:
            case TextBox() | NodeBox():
                said += "".join(plain(paragraph.text) for paragraph in box.paragraphs)
            case ChartBox():
                said += "".join((*box.categories, *box.written))
            case ShapeBox() | ConnectorBox() | PictureBox() | TableBox() | GroupBox():
                pass
    return _bare(said)


@THOROUGH
@given(SLIDES, st.sampled_from(LOOKS))
def test_arrows_touch_the_nodes_that_they_are_glued_to(said: ContentSlide, look: Theme) -> None:
    for page in arranged(look, said):
        nodes = {box.name: box.rect for box in flat(page.boxes) if isinstance(box, NodeBox)}
        for box in flat(page.boxes):
            if isinstance(box, ConnectorBox):
                assert box.start != box.end
                assert box.start_at == pytest.approx(_site(nodes[box.start], box.start_site), abs=0.02)
                assert box.end_at == pytest.approx(_site(nodes[box.end], box.end_site), abs=0.02)
                for name in nodes.keys() - {box.start, box.end}:
                    assert not any(_cuts(piece, nodes[name]) for piece in pairwise(_corners(box))), (box, name)


def _site(rect: Rect, site: int) -> tuple[float, float]:
    x = {1: rect.x, 3: rect.right}.get(site, rect.x + rect.w / 2)
    return x, {0: rect.y, 2: rect.bottom}.get(site, rect.y + rect.h / 2)


def _corners(box: ConnectorBox) -> list[tuple[float, float]]:
    """An arrow's ends and the points where it turns."""
    (x, y), (to_x, to_y) = box.start_at, box.end_at
    sideways, arrives_sideways = box.start_site in (1, 3), box.end_site in (1, 3)
    if not box.elbow:
        return [box.start_at, box.end_at]
    if sideways != arrives_sideways:
        return [box.start_at, (to_x, y) if sideways else (x, to_y), box.end_at]
    if sideways:
        turn = (to_x - x) / 2 if box.turn is None else box.turn * (1 if box.start_site == 3 else -1)
        return [box.start_at, (x + turn, y), (x + turn, to_y), box.end_at]
    turn = (to_y - y) / 2 if box.turn is None else box.turn * (1 if box.start_site == 2 else -1)
    return [box.start_at, (x, y + turn), (to_x, y + turn), box.end_at]


def _cuts(piece: tuple[tuple[float, float], tuple[float, float]], rect: Rect) -> bool:
    (x, y), (to_x, to_y) = piece
    level = max(x, to_x) > rect.x + 0.1 and min(x, to_x) < rect.right - 0.1
    return level and max(y, to_y) > rect.y + 0.1 and min(y, to_y) < rect.bottom - 0.1


# Kinds


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", theme.names())
def test_every_kind_is_drawn_in_every_theme(name: str, size: str) -> None:
    look = theme.load(name, SIZES[size])
    for kind, visual in of_kinds().items():
        pages = arranged(look, slide("取舍", (visual,), Bullet(runs("一句话"), HERE)))
        assert [page.kind for page in pages] == [kind.lower()]
        texts = [box for box in flat(pages[0].boxes) if isinstance(box, NodeBox) and box.paragraphs]
        assert all(box.size >= (18 if size == "16:9" else 16) for box in texts), kind


def test_a_drawing_that_does_not_fit_is_told_as_its_list() -> None:
    long = "一二三四五六七八九十" * 12
    for kind in ("numbers", "chain"):
        visual = drawings.visual(f"{kind} {long} / {long} / {long}", HERE)
        assert visual is not None
        pages = arranged(theme.load("plain"), slide("长", (visual,)))
        assert not drawn_on(pages)
        assert sum(plain(p.text).count(long) for page in pages for p in _paragraphs(page)) == 3


def _paragraphs(page: Page) -> list[Any]:
    return [p for box in flat(page.boxes) if isinstance(box, TextBox) for p in box.paragraphs]


@pytest.mark.parametrize(("kind", "most"), [("numbers", 9), ("cards", 9), ("steps", 7), ("chain", 10)], ids=str)
def test_more_than_can_be_read_goes_on_another_page(kind: str, most: int) -> None:
    for count in (most, most + 1, 2 * most + 1):
        entries = " / ".join(f"{n}. | 项目" if kind == "steps" else f"项{n} | 甲乙" for n in range(1, count + 1))
        visual = drawings.visual(f"{kind} {entries}", HERE)
        assert visual is not None
        pages = arranged(theme.load("plain"), slide("多", (visual,)))
        assert {page.kind for page in pages} == {kind}
        assert len(pages) == -(-count // most)


def test_bars_on_several_pages_can_be_compared() -> None:
    bars = tuple(Bar(runs(f"项{'甲' * n}"), str(n), float(n), HERE) for n in range(1, 15))
    pages = arranged(theme.load("plain"), slide("票", (drawings.told(Chart(bars, "票数")),)))
    charts = [box for page in pages for box in flat(page.boxes) if isinstance(box, ChartBox)]
    assert [len(chart.values) for chart in charts] == [7, 7]
    assert {chart.top for chart in charts} == {14.0}
    assert [chart.emphasis for chart in charts] == [0, None], "one bar of all stands out"
    assert [value for chart in charts for value in chart.values] == sorted(range(1, 15), reverse=True)


def test_what_a_bar_cannot_show_is_told_as_a_list() -> None:
    for values in ((3.0,), (1.0, -2.0), (0.0, 0.0)):
        bars = tuple(Bar(runs("项"), f"{value:g}", value, HERE) for value in values)
        assert not drawn_on(arranged(theme.load("plain"), slide("票", (drawings.told(Chart(bars, "")),))))


@pytest.mark.parametrize(
    ("count", "links"),
    [
        (2, ((0, 1),)),
        (5, ((0, 1), (0, 2), (2, 3), (2, 4))),
        (4, ((0, 1), (0, 2), (1, 0), (1, 3))),
        (9, ((0, 1), (0, 4), (1, 2), (1, 3), (2, 5), (2, 6), (3, 6), (5, 7), (5, 8))),
        (6, ((0, 3), (0, 1), (1, 3), (1, 2), (2, 5), (2, 4))),
    ],
)
def test_flowcharts_are_placed_without_a_crossing(count: int, links: tuple[tuple[int, int], ...]) -> None:
    found = [made for columns in range(1, 6) if (made := place(count, links, columns, 4)) is not None]
    assert found
    best = min(found, key=lambda made: made.cost)
    assert len(set(best.cells)) == count
    for one, other in combinations(best.routes, 2):
        inner = set(one.points[1:-1]) & set(other.points[1:-1])
        assert not inner or one.points[-1] == other.points[-1], "arrows may only join at their heads"


def test_a_flowchart_is_cut_by_the_authors_numbers_alone() -> None:
    names = "甲乙丙丁戊己庚辛壬癸子丑寅卯"
    line = "flow " + " / ".join(names) + " ; " + " / ".join(f"{n}>{n + 1}" for n in range(1, len(names)))
    visual = drawings.visual(line, HERE)
    assert visual is not None
    assert isinstance(visual.drawn, Flow)
    pages = arranged(theme.load("plain"), slide("流", (visual,)))
    assert [page.kind for page in pages] == ["flow", "flow"]
    assert "→ 8" in [plain(p.text) for b in flat(pages[0].boxes) if isinstance(b, NodeBox) for p in b.paragraphs]
    nameless = tuple(type(node)("", node.text, HERE) for node in visual.drawn.nodes)
    pages = arranged(theme.load("plain"), slide("流", (drawings.told(Flow(nameless, visual.drawn.edges)),)))
    assert not drawn_on(pages)


# As they are written


@pytest.fixture(scope="module")
def deck() -> bytes:
    look = theme.load("barcelona")
    slides = [slide(kind, (visual,)) for kind, visual in of_kinds().items()]
    return render.pptx(arranged(look, *slides), look, {}, DETAILS)


def test_our_own_lint_finds_nothing(deck: bytes) -> None:
    assert lint.findings(deck) == []


def test_every_drawing_is_one_group_that_says_what_it_shows(deck: bytes) -> None:
    for page in Presentation(io.BytesIO(deck)).slides:
        groups = [shape for shape in page.shapes if shape.shape_type == 6]
        if page.name in ("Comparison", "Chart"):
            assert not groups
            continue
        (group,) = groups
        assert len(group._element.nvGrpSpPr.cNvPr.get("descr")) > 20
        assert any(shape.has_text_frame and shape.text_frame.text for shape in group.shapes)


def test_connectors_are_glued_at_both_ends(deck: bytes) -> None:
    counted = 0
    for page in Presentation(io.BytesIO(deck)).slides:
        nodes = {shape.get("id"): shape for shape in page._element.iter(f"{P}cNvPr")}
        for arrow in page._element.iter(f"{P}cxnSp"):
            ends = [arrow.find(f".//{A}{tag}") for tag in ("stCxn", "endCxn")]
            assert all(nodes[end.get("id")].getparent().tag == f"{P}nvSpPr" for end in ends)
            assert ends[0].get("id") != ends[1].get("id")
            assert all(end.get("idx") in "0123" for end in ends)
            counted += 1
    assert counted == 6 + 8


TURNS = [(start, end) for start in range(4) for end in range(4) if start != end]


@pytest.mark.parametrize(("start", "end"), TURNS)
def test_elbows_run_from_site_to_site(start: int, end: int) -> None:
    """Drawn as DrawingML says: the preset's path, flipped, then turned about the middle of its box."""
    ahead = {0: (0, -1), 1: (-1, 0), 2: (0, 1), 3: (1, 0)}
    (dx, dy), (ex, ey) = ahead[start], ahead[end]
    across, down = (dx or -ex) * 200 or 120, (dy or -ey) * 150 or 90
    one, other = Rect(400, 250, 80, 40), Rect(400 + across, 250 + down, 80, 40)
    nodes = tuple(NodeBox(r, "rectangle", "surface", n, (), 14.0) for n, r in (("one", one), ("other", other)))
    arrow = ConnectorBox("one", start, _site(one, start), "other", end, _site(other, end), "arrow", elbow=True)
    drawn = _written(nodes, arrow)
    assert [pytest.approx(corner, abs=0.02) for corner in _corners(arrow)] == drawn


def _written(nodes: tuple[NodeBox, ...], arrow: ConnectorBox) -> list[tuple[float, float]]:
    """The corners of an arrow as an office program draws it."""
    look = theme.load("plain")
    title = look.layout("Title Only").slot("title")
    boxes: tuple[Box, ...] = (TextBox(title.rect, "title", (), 30.0), *nodes, arrow)
    xml = render.pptx((Page("one", "flow", "Title Only", "one", boxes),), look, {}, DETAILS)
    shape = next(iter(Presentation(io.BytesIO(xml)).slides[0]._element.iter(f"{P}cxnSp")))
    place, preset = shape.find(f".//{A}xfrm"), shape.find(f".//{A}prstGeom")
    x, y, w, h = (
        int(place.find(f"{A}{tag}").get(key)) / 12700
        for tag, key in (("off", "x"), ("off", "y"), ("ext", "cx"), ("ext", "cy"))
    )
    guide = preset.find(f".//{A}gd")
    bend = int(guide.get("fmla").split()[1]) / 100000 * w if guide is not None else w
    path = [(0.0, 0.0), (bend, 0.0), (bend, h), (w, h)] if guide is not None else [(0.0, 0.0), (w, 0.0), (w, h)]
    if place.get("flipH"):
        path = [(w - a, b) for a, b in path]
    if place.get("flipV"):
        path = [(a, h - b) for a, b in path]
    for _ in range(int(place.get("rot", "0")) // 5_400_000):
        path = [(w / 2 - (b - h / 2), h / 2 + (a - w / 2)) for a, b in path]
        # A quarter turn swaps the sides; the middle stays.
        path = [(a, b) for a, b in path]
    return [(x + a, y + b) for a, b in path]


def test_charts_open_with_their_data(deck: bytes) -> None:
    slides = {page.name: page for page in Presentation(io.BytesIO(deck)).slides}
    (frame,) = (shape for shape in slides["Chart"].shapes if shape.has_chart)
    chart, drawn = frame.chart, of_kinds()["Chart"].drawn
    assert isinstance(drawn, Chart)
    (plot,) = chart.plots
    assert list(plot.categories) == [plain(bar.label) for bar in drawn.bars]
    assert list(plot.series[0].values) == [bar.value for bar in drawn.bars]
    labels = [plot.series[0].points[n].data_label.text_frame.text for n in range(len(drawn.bars))]
    assert labels == [bar.written for bar in drawn.bars]
    assert len(frame._element.nvGraphicFramePr.cNvPr.get("descr")) > 20
    book = zipfile.ZipFile(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    words = etree.fromstring(book.read("xl/sharedStrings.xml"))
    assert [plain(bar.label) for bar in drawn.bars] == [said.text for said in words.iter("{*}t") if said.text]
    sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    values = [cell for cell in sheet.iter("{*}c") if cell.get("r", "").startswith("B") and cell.get("t") != "s"]
    assert [float(cell.findtext("{*}v") or "nan") for cell in values] == [bar.value for bar in drawn.bars]


@pytest.mark.parametrize(
    ("written", "form"),
    [
        (("65%", "23.5%"), 'General"%"'),
        (("+4", "+2"), '"+"General'),
        (("12", "7"), "General"),
        (("12 票", "7 票"), 'General" 票"'),
        (("3.50", "2"), ""),
        (("+1+1", "+1"), ""),
    ],
)
def test_values_stand_as_their_author_wrote_them(written: tuple[str, ...], form: str) -> None:
    """By a number format where one gives the author's words, so that an edited value is written like the others."""
    look = theme.load("plain")
    values = [
        float(w.count("+1")) if "+1+1" in written else float("".join(c for c in w if c in "0123456789."))
        for w in written
    ]
    bars = tuple(Bar(runs(f"项{n}号"), w, v, HERE) for n, (w, v) in enumerate(zip(written, values, strict=True)))
    pages = arranged(look, slide("票", (drawings.told(Chart(bars, "")),)))
    made = Presentation(io.BytesIO(render.pptx(pages, look, {}, DETAILS)))
    (chart,) = (shape.chart for shape in made.slides[0].shapes if shape.has_chart)
    labels = chart._chartSpace.find(".//{*}ser/{*}dLbls")
    own = ["".join(run.text or "" for run in label.iter(f"{A}t")) for label in labels.findall("{*}dLbl")]
    assert labels.find("{*}numFmt").get("formatCode") == (form or "General")
    assert own == ([] if form else list(written))


def test_the_same_drawings_give_the_same_bytes(deck: bytes) -> None:
    look = theme.load("barcelona")
    slides = [slide(kind, (visual,)) for kind, visual in of_kinds().items()]
    assert render.pptx(arranged(look, *slides), look, {}, DETAILS) == deck


def test_other_tongues_hear_the_kind_of_drawing() -> None:
    def alt(lang: str, drawn: Drawn) -> str:
        made = layout.arrange(ahem.deck(slide("one", (drawings.told(drawn),)), lang=lang), theme.load("plain"))
        return next(box.alt for box in made[0].boxes if isinstance(box, GroupBox))

    chain = drawings.visual("chain A / B / C", HERE)
    assert chain is not None
    heard = {lang: alt(lang, chain.drawn) for lang in ("zh-CN", "en-US", "ja-JP", "ko-KR", "fr-FR")}
    assert heard == {
        "zh-CN": "链：A → B → C",
        "en-US": "Chain: A → B → C",
        "ja-JP": "連鎖：A → B → C",
        "ko-KR": "사슬: A → B → C",
        "fr-FR": "Chain: A → B → C",
    }
