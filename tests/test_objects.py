"""What a post holds beside plain text, from its Markdown to the shapes of the deck: nothing lost, all of it native."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.util import Emu

import deckgen
from deckgen import export, highlight, theme
from deckgen.build import outline
from deckgen.errors import ToolMissingError
from deckgen.layout.breaking import Faces, Style, extent
from deckgen.layout.code import broken, code_lines
from deckgen.model import Code, CodeColors, ContentSlide, Rating, Run, Source, Table, plain
from deckgen.posts.formulas import is_flat, is_formula, runs_of
from deckgen.posts.ratings import rating_of
from deckgen.report import as_json, as_markdown, as_text
from deckgen.theme.contrast import NORMAL, ratio

SOURCE = Source("post.md", 1, 1)
STYLE = Style(Faces("Arial", "Microsoft YaHei", "Courier New"), mono=True)
DRAWINGML = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

PYTHON = '''import os

# 绑定端口
def bind(port: Port, host: str = "compute-01", retries: int = 3) -> bool:
\t"""Bind a port to a host."""
\tif not port.vif_type and host != 'none':
\t\treturn self.plugin.update_port_binding(context, port_id=port.id, host=host, vif_details={"key": "value"})
\treturn True'''
SHELL = (
    "# deploy\nopenstack server create --image ubuntu-16.04-server-cloudimg-amd64 --flavor m1.small "
    '--network selfservice --security-group default --user-data /etc/cloud/init.d/user-data.yaml instance-01\necho "a"'
)


def post_in(folder: Path, text: str, name: str = "post.md") -> Path:
    file = folder / name
    file.write_text(f"---\ntitle: T\nsummit: objects\n---\n{text}\n", "utf-8")
    return file


def built(folder: Path, text: str, **choices: Any) -> Any:
    """The deck of a post, opened again."""
    result = deckgen.build([post_in(folder, text)], folder / "decks", **choices)
    return Presentation(str(result.decks[0].path))


def planned(folder: Path, text: str) -> list[ContentSlide]:
    found = outline([post_in(folder, text)])
    return [slide for slide in found.decks[0].deck.slides if isinstance(slide, ContentSlide)]


def slides_titled(deck: Any, title: str) -> list[Any]:
    return [s for s in deck.slides if s.shapes.title is not None and s.shapes.title.text_frame.text.startswith(title)]


def runs_in(slide: Any) -> list[tuple[str, dict[str, str]]]:
    """The runs of a slide with their properties."""
    found = slide._element.iter(f"{DRAWINGML}r")
    return [(r.find(f"{DRAWINGML}t").text, dict(r.find(f"{DRAWINGML}rPr").attrib)) for r in found]


def code_in(slides: list[Any]) -> list[str]:
    """The lines of code on slides; a line that is continued is one."""
    boxes = [shape for slide in slides for shape in slide.placeholders if shape.name.startswith("Code")]
    return [paragraph.text.replace("\v", "") for box in boxes for paragraph in box.text_frame.paragraphs]


MARKED = """## 标记

H~2~O 与 10^6^ 台主机，~~过时的说法~~新的说法[^1]，m<sup>2</sup> 与 x<sub>i</sub>，表情 ^_^ 与 3~5 台。

- [ ] 升级控制节点
- [x] 升级计算节点 ~~旧的~~

[^1]: 脚注的内容，见 [文档](https://docs.openstack.org)。

## 术语

Neutron
: 网络服务

Nova
: 计算服务
: 虚拟机
"""


def test_marked_text_is_set_as_what_it_is(tmp_path: Path) -> None:
    deck = built(tmp_path, MARKED, detail="full")
    slide = slides_titled(deck, "标记")[0]
    runs = runs_in(slide)
    assert [said for said, how in runs if how.get("strike") == "sngStrike"] == ["过时的说法", "旧的"]
    assert [said for said, how in runs if int(how.get("baseline", 0)) > 0] == ["6", "[1]", "2"]
    assert [said for said, how in runs if int(how.get("baseline", 0)) < 0] == ["2", "i"]
    assert "表情 ^_^ 与 3~5 台" in "".join(said for said, _ in runs)
    assert [said for said, _ in runs if "☐" in said or "☑" in said] == ["☐\t", "☑\t"]
    assert "[1] 脚注的内容，见 文档 (https://docs.openstack.org)。" in slide.notes_slide.notes_text_frame.text


def test_a_footnote_is_no_bullet_and_its_mark_stays(tmp_path: Path) -> None:
    for detail in ("standard", "full"):
        text = "## 一\n\n增长了三成[^a]。\n\n## 二\n\n别的[^b]话。\n\n[^a]: 按主机数。\n[^b]: 其二。\n"
        found = outline([post_in(tmp_path, text)], detail=detail)
        slides = [s for s in found.decks[0].deck.slides if isinstance(s, ContentSlide)]
        said = as_text(found)
        assert "增长了三成[a]" in said
        assert "按主机数" not in said
        assert [next(n.text for n in s.notes if n.text.startswith("[")) for s in slides] == [
            "[a] 按主机数。",
            "[b] 其二。",
        ]


def test_rows_and_lines_are_counted_in_words(tmp_path: Path) -> None:
    said = as_text(outline([post_in(tmp_path, "## 一\n\n```\nx = 1\n```\n\n|a|b|\n|-|-|\n|1|2|\n")]))
    assert "(code of 1 line)" in said
    assert "(table of 1 row: a | b)" in said


def test_terms_are_labels(tmp_path: Path) -> None:
    said = as_text(outline([post_in(tmp_path, MARKED)]))
    assert "Neutron: 网络服务" in said
    assert re.search(r"\* Nova\n +\* 计算服务\n +\* 虚拟机", said)


def test_scripts_are_told_apart_in_plain_text() -> None:
    assert plain((Run("10"), Run("-6", script="raised"), Run(" H"), Run("2", script="lowered"))) == "10⁻⁶ H₂"
    assert plain((Run("4"), Run("th", script="raised"))) == "4th"


def test_marks_come_back_from_an_edited_outline(tmp_path: Path) -> None:
    found = outline([post_in(tmp_path, MARKED)], detail="full")
    (tmp_path / "edited").mkdir()
    (tmp_path / "edited" / "deck.md").write_text(as_markdown(found.decks[0], str(tmp_path / "edited")), "utf-8")
    again = outline([tmp_path / "edited"])
    one, other = (
        [(i.text, i.level, i.number) for s in f.decks[0].deck.slides if isinstance(s, ContentSlide) for i in s.items]  # type: ignore[union-attr]
        for f in (found, again)
    )
    assert one == other


@pytest.mark.parametrize(
    ("code", "language"), [(PYTHON, "python"), (SHELL, "bash"), (PYTHON, ""), ("a\n\n  b", "nope")]
)
def test_code_keeps_every_character(tmp_path: Path, code: str, language: str) -> None:
    for size in ("16:9", "4:3"):
        deck = built(tmp_path, f"## 代码\n\n```{language}\n{code}\n```\n", size=size)
        lines = code_in(slides_titled(deck, "代码"))
        assert [line.rstrip() for line in lines] == [line.expandtabs(4) for line in code.split("\n")]


def test_code_is_coloured_only_where_its_language_is_named(tmp_path: Path) -> None:
    deck = built(tmp_path, f"## 有\n\n```python\n{PYTHON}\n```\n\n## 无\n\n```\n{PYTHON}\n```\n")
    coloured = [len({fill.get("val") for fill in _fills(slides_titled(deck, title)[0])}) for title in ("有", "无")]
    assert coloured[0] >= 4
    assert coloured[1] <= 1


def _fills(slide: Any) -> Iterator[Any]:
    for properties in slide._element.iter(f"{DRAWINGML}rPr"):
        yield from properties.iter(f"{DRAWINGML}srgbClr")


def test_long_code_goes_on_and_loses_nothing(tmp_path: Path) -> None:
    lines = [f"def step_{n}(host):  # 第 {n} 步" for n in range(80)]
    deck = built(tmp_path, "## 代码\n\n```python\n" + "\n".join(lines) + "\n```\n")
    slides = slides_titled(deck, "代码")
    assert len(slides) > 2
    assert code_in(slides) == lines


@pytest.mark.parametrize("dark", [False, True])
def test_every_tone_can_be_read_in_every_theme(dark: bool) -> None:
    for name in theme.names():
        palette = theme.load(name, dark=dark).palette
        tones = {field.name: getattr(palette.code, field.name) for field in fields(CodeColors)}
        assert all(ratio(colour, palette.dark) >= NORMAL for colour in tones.values()), (name, tones)
        assert len(set(tones.values())) >= 4, (name, tones)


@given(
    st.text(st.sampled_from("ab_1 \t\n'\"#(){}:;=中\\/-`$"), max_size=80),
    st.sampled_from(["python", "bash", "json", "c"]),
)
@settings(max_examples=150, deadline=None)
def test_tones_lose_no_character(text: str, language: str) -> None:
    lines = highlight.lines_of(text, language)
    assert not lines or "\n".join("".join(run.text for run in line) for line in lines) == text


@given(st.text(st.sampled_from('abc_1 (),.=-/中文"'), max_size=300), st.floats(60, 600))
@settings(max_examples=200, deadline=None)
def test_a_line_of_code_is_broken_between_words(text: str, width: float) -> None:
    line = (Run(text),) if text else ()
    parts = [plain(part) for part in broken(line, STYLE, width, 14.0)]
    assert "".join(parts) == text
    for before, after in pairwise(parts):
        word = re.search(r"[a-z_1]+$", before)
        if word and re.match(r"[a-z_1]", after):
            raise AssertionError((before, after))
    words = max((len(word) for word in re.findall(r"\w+", text)), default=0)
    if words * 14 < width * 0.6:
        assert all(extent((Run(part),), STYLE, width, 14.0).lines == 1 for part in parts if part.strip())


def test_tabs_reach_the_next_stop() -> None:
    code = Code("a\tb\n\tc\n\n", "", SOURCE, ((Run("a", tone="name"), Run("\tb")), (Run("\tc"),), (), ()))
    assert [plain(line) for line in code_lines(code)] == ["a   b", "    c"]


TABLES = """## 对齐

| 组件 | 数量 | 居中 |
|:-----|-----:|:----:|
| [Neutron](https://docs.openstack.org/) | ~~1~~ **2** | 是 |
| Nova | 800 | 否 |

## 无表头

| | |
|---|---|
| 上午 | Keynote |
| 下午 | Design |

## 宽表

| Vendor | {heads} |
|---|{rule}|
| Rackspace | {cells} |
| Mirantis | {cells} |

## 长表

| 编号 | 题目 |
|---|---|
{rows}
""".format(
    heads=" | ".join(f"Component{n}" for n in range(14)),
    rule="|".join(["---"] * 14),
    cells=" | ".join(["production"] * 14),
    rows="\n".join(f"| {n} | 第 {n} 个题目 |" for n in range(30)),
)


def tables_of(deck: Any, title: str) -> list[Any]:
    return [shape.table for s in slides_titled(deck, title) for shape in s.shapes if shape.has_table]


def texts(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_tables_are_as_their_authors_wrote_them(tmp_path: Path) -> None:
    deck = built(tmp_path, TABLES)
    (aligned,) = tables_of(deck, "对齐")
    assert aligned.first_row
    assert [str(aligned.cell(1, n).text_frame.paragraphs[0].alignment).split()[0] for n in range(3)] == [
        "LEFT",
        "RIGHT",
        "CENTER",
    ]
    assert aligned.cell(1, 0).text_frame.paragraphs[0].runs[0].hyperlink.address == "https://docs.openstack.org/"
    struck, bold = [run for run in aligned.cell(1, 1).text_frame.paragraphs[0].runs if run.text.strip()]
    assert (struck.font._rPr.get("strike"), bold.font.bold) == ("sngStrike", True)
    (bare,) = tables_of(deck, "无表头")
    assert not bare.first_row
    assert texts(bare) == [["上午", "Keynote"], ["下午", "Design"]]


def test_large_tables_are_parted(tmp_path: Path) -> None:
    deck = built(tmp_path, TABLES)
    wide = tables_of(deck, "宽表")
    assert len(wide) > 1
    assert all([row[0] for row in texts(table)] == ["Vendor", "Rackspace", "Mirantis"] for table in wide)
    assert [head for table in wide for head in texts(table)[0][1:]] == [f"Component{n}" for n in range(14)]
    long = tables_of(deck, "长表")
    assert len(long) > 1
    assert all(texts(table)[0] == ["编号", "题目"] and table.first_row for table in long)
    assert [row[0] for table in long for row in texts(table)[1:]] == [str(n) for n in range(30)]


def test_a_table_comes_back_from_an_edited_outline(tmp_path: Path) -> None:
    found = outline([post_in(tmp_path, TABLES)])
    (tmp_path / "edited").mkdir()
    (tmp_path / "edited" / "deck.md").write_text(as_markdown(found.decks[0]), "utf-8")
    again = outline([tmp_path / "edited"])
    one, other = (
        [
            (i.header, i.rows, i.aligns)
            for s in f.decks[0].deck.slides
            if isinstance(s, ContentSlide)
            for i in s.items
            if isinstance(i, Table)
        ]
        for f in (found, again)
    )
    assert len(one) == 4
    assert one == other


def test_links_lead_to_slides_or_are_told(tmp_path: Path) -> None:
    post_in(tmp_path, "## 开头\n\n一段话说明开头。\n\n## 某节\n\n一段话说明某节。\n", "b.md")
    text = (
        "## 第一节\n\n见[后面](#第二节)、[另一篇](b.md#某节)、[没有](#nowhere)、[网页][r]。\n\n"
        "## 第二节\n\n一段话说明第二节。\n\n[r]: https://docs.openstack.org/a\n"
    )
    result = deckgen.build([post_in(tmp_path, text, "a.md"), tmp_path / "b.md"], tmp_path / "decks")
    deck = Presentation(str(result.decks[0].path))
    (slide,) = slides_titled(deck, "第一节")
    links = {
        run.text: run.hyperlink.address for s in slide.placeholders for p in s.text_frame.paragraphs for run in p.runs
    }
    assert links["网页"] == "https://docs.openstack.org/a"
    assert links["没有"] is None if "没有" in links else "没有" in str(links)
    led = [rel.target_part.slide for rel in slide.part.rels.values() if rel.reltype.endswith("/slide")]
    assert [other.shapes.title.text_frame.text for other in led] == ["第二节", "某节"]
    assert [notice.message for notice in result.notices] == ["link leads nowhere: #nowhere"]


def test_a_picture_leads_where_its_author_said(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (400, 300), "navy").save(tmp_path / "a.png")
    text = "## 图\n\n[![架构](a.png)](https://docs.openstack.org/a)\n\n## 别处\n\n[![缩略](a.png)](full.png)\n"
    deck = built(tmp_path, text)
    leads = [
        [
            s.click_action.hyperlink.address
            for s in slides_titled(deck, title)[0].shapes
            if s._element.tag.endswith("}pic")
        ]
        for title in ("图", "别处")
    ]
    assert leads == [["https://docs.openstack.org/a"], [None]]
    assert "](https://docs.openstack.org/a)" in as_markdown(outline([tmp_path / "post.md"]).decks[0])


@pytest.mark.parametrize(
    "text",
    ["E = mc^2", r"\frac{a}{b}", "n", "O(n)", r"O(n \log n)", "a_i", "x=y", r"\alpha", "10^{-3}", "n > 3", "f(x) = 2x"],
)
def test_mathematics_is_told(text: str) -> None:
    assert is_formula(text)


@pytest.mark.parametrize(
    "text",
    [
        "5 and ",
        "5",
        "5-",
        "5/GB and earns US",
        "HOME/bin:",
        "FOO_BAR/",
        "PATH",
        "i++",
        "x = ",
        "12k",
        "5 和 ",
        "100M / yr, US",
    ],
)
def test_prices_and_variables_are_no_mathematics(text: str) -> None:
    assert not is_formula(text)


@pytest.mark.parametrize(
    ("latex", "said", "flat"),
    [
        ("E = mc^2", "E = mc²", True),
        (r"O(n \log n)", "O(n log n)", True),
        (r"x \in \mathbb{R}", "x ∈ ℝ", True),
        (r"10^{-3} \le \alpha", "10⁻³ ≤ α", True),
        (r"\frac{a+1}{b}", "(a + 1)/b", False),
        (r"\sqrt{x}", "√x", False),
        (r"\begin{matrix}1&2\end{matrix}", r"\begin{matrix}1&2\end{matrix}", False),
        (r"\unknown{x}", r"\unknown{x}", False),
    ],
)
def test_formulas_as_text(latex: str, said: str, flat: bool) -> None:
    runs = tuple(run for run in runs_of(latex))
    assert "".join(plain((run,)) for run in runs) == said
    assert is_flat(latex) is flat


FORMULA = r"\frac{1}{n} \sum_{i=1}^{n} x_i"


def test_a_formula_of_two_dimensions_is_a_picture_that_tells_its_latex(tmp_path: Path) -> None:
    pytest.importorskip("ziamath")
    pytest.importorskip("resvg_py")
    text = f"## 平均\n\n$$\n{FORMULA}\n$$\n\n## 坏\n\n$$\n\\unknown{{\\frac{{a}}{{b}}}}\n$$\n"
    result = deckgen.build([post_in(tmp_path, text)], tmp_path / "decks")
    deck = Presentation(str(result.decks[0].path))
    (picture,) = [s for s in slides_titled(deck, "平均")[0].shapes if s._element.tag.endswith("}pic")]
    assert picture._element.nvPicPr.cNvPr.get("descr") == FORMULA
    assert picture.width <= Emu(12192000)
    assert code_in(slides_titled(deck, "坏")) == [r"\unknown{\frac{a}{b}}"]
    assert not result.notices


def test_a_formula_comes_back_from_an_edited_outline(tmp_path: Path) -> None:
    found = outline([post_in(tmp_path, f"## 平均\n\n价格 $5 与 \\$x\\$，而 $E = mc^2$。\n\n$$\n{FORMULA}\n$$\n")])
    (tmp_path / "edited").mkdir()
    (tmp_path / "edited" / "deck.md").write_text(as_markdown(found.decks[0]), "utf-8")
    said = as_text(outline([tmp_path / "edited"]))
    assert "价格 $5 与 $x$，而 E = mc²" in said
    items = [
        i for s in outline([tmp_path / "edited"]).decks[0].deck.slides if isinstance(s, ContentSlide) for i in s.items
    ]
    assert [(i.text, i.language) for i in items if isinstance(i, Code)] == [(FORMULA, "math")]


RATED = """## First talk

评分:★★★☆

讲了网络的架构，很值得一听。端口绑定的过程说得清楚。

## Second talk

一场普通的演讲，没有什么新的内容。

★★☆☆☆

## Third talk

Rating: ★★★★

评分：★

两个评分的演讲说不清楚是什么意思。

## Fourth talk

★★★★★
"""


def test_stars_stand_beside_the_title(tmp_path: Path) -> None:
    slides = planned(tmp_path, RATED)
    rated = {slide.title: slide.rating for slide in slides}
    assert rated["First talk"] == Rating("★★★☆", "评分:★★★☆", Source(str(tmp_path / "post.md"), 7, 7))
    assert (rated["Second talk"] or SOURCE) == Rating("★★☆☆☆", "★★☆☆☆", Source(str(tmp_path / "post.md"), 15, 15))
    told = {
        slide.title: " ".join(plain(i.text) for i in slide.items if hasattr(i, "text") and not isinstance(i, Code))
        for slide in slides
    }
    assert "★" not in told["First talk"] + told["Second talk"]
    assert "评分:★★★☆" in [note.text for slide in slides for note in slide.notes]


def test_stars_are_measured_together_with_the_title(tmp_path: Path) -> None:
    title = "A rather long title of a talk about networks that hardly leaves any room for whatever"
    for name in ("plain", "austin"):
        deck = built(tmp_path, RATED.replace("First talk", title), theme=name)
        slide = slides_titled(deck, title)[0]
        (stars,) = [shape for shape in slide.shapes if shape.name == "Rating"]
        head = slide.shapes.title
        assert stars.text_frame.text == "★★★☆"
        assert "评分:★★★☆" in stars._element.nvSpPr.cNvPr.get("descr")
        assert head.left + head.width <= stars.left + 100
        assert stars.left + stars.width <= deck.slide_width


def test_ratings_in_the_outline(tmp_path: Path) -> None:
    found = outline([post_in(tmp_path, RATED)])
    listed = json.loads(json.dumps(as_json(found)))["decks"][0]["slides"]
    ratings = {slide["title"]: slide["rating"] for slide in listed if slide["rating"]}
    assert ratings["First talk"]["text"] == "★★★☆"
    assert ratings["First talk"]["source"]["line"] == 7
    (tmp_path / "edited").mkdir()
    (tmp_path / "edited" / "deck.md").write_text(as_markdown(found.decks[0]), "utf-8")
    again = outline([tmp_path / "edited"]).decks[0].deck
    shown = {s.title: s.rating for s in again.slides if isinstance(s, ContentSlide) and s.rating}
    assert {title: rating.stars for title, rating in shown.items()} == {t: r["text"] for t, r in ratings.items()}


@pytest.mark.parametrize(
    ("line", "stars"),
    [
        ("评分:★★★☆", "★★★☆"),
        ("推荐指数： ★★★★★ (5/5)", "★★★★★"),
        ("Rating: ⭐⭐⭐", "⭐⭐⭐"),
        ("★★★", "★★★"),
        ("评分:★", "★"),
        ("★", ""),
        ("☆☆☆☆☆", ""),
        ("☆★☆★", ""),
        ("★ 重点 ★", ""),
        ("★★★ 很好", ""),
        ("★" * 20, ""),
        ("评分:很好", ""),
        ("他说，评分:★★★", ""),
    ],
)
def test_which_lines_are_ratings(line: str, stars: str) -> None:
    assert rating_of(line) == stars


def test_all_of_it_is_seen(tmp_path: Path) -> None:
    """What stands in the deck stands on the pages that LibreOffice makes of it."""
    pymupdf = pytest.importorskip("pymupdf")
    try:
        export.find_office()
    except ToolMissingError as missing:
        pytest.skip(str(missing))
    text = f"{MARKED}\n## 代码\n\n```python\n{PYTHON}\n```\n\n{RATED}"
    result = deckgen.build([post_in(tmp_path, text)], tmp_path / "decks", pdf=True, detail="full")
    with pymupdf.open(result.decks[0].pdf) as pages:
        seen = re.sub(r"\s", "", "".join(page.get_text() for page in pages))
    for word in ("过时的说法", "☐升级控制节点", "[1]", "★★★☆", "★★☆☆☆", '"compute-01"', "#绑定端口"):
        assert word in seen, word
