"""What is better drawn than listed: which blocks are taken for a drawing, and what becomes of it on the slides.

The cases are plain text like those of the posts: title, what was written, what was found; they are renewed like those.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_posts import Case, _cases, check, named

from deckgen import posts
from deckgen.build import outline
from deckgen.model import (
    Block,
    Bullet,
    Bullets,
    Cards,
    Chain,
    Chart,
    Code,
    Comparison,
    ContentSlide,
    Deck,
    Detail,
    Drawn,
    Flow,
    ListItem,
    Numbers,
    Prose,
    Quote,
    Source,
    Steps,
    Visual,
    kind_of,
    plain,
    runs,
    visual_kind,
)
from deckgen.outline import edited, written
from deckgen.report import as_json
from deckgen.visuals import KINDS, drawn, redrawn, strong

HERE = Path(__file__).resolve().parent
CASES = tuple(case for file in sorted((HERE / "cases" / "visuals").glob("*.txt")) for case in _cases(file))
SEEDS = HERE.parent.parent / "shared" / "seeds"


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_drawing(case: Case, tmp_path: Path) -> None:
    file = tmp_path / "post.md"
    file.write_text(case.written, "utf-8")
    found = [line for s in posts.read(file, tmp_path).sections for b in drawn(s.blocks, s.heading) for line in _said(b)]
    check(case, "\n".join(found))


def _said(block: Block) -> Iterator[str]:
    match block:
        case Visual(drawn=what, reason=reason):
            yield f"{visual_kind(what).upper()} {reason} :{block.source.line}-{block.source.end_line}"
            yield from (f"  {line}" for line in _drawn(what))
        case Quote(paragraphs=paragraphs):
            yield f"{'QUOTE' if strong(block) else 'quote'} {plain(paragraphs[0])}"
        case Prose(text=text):
            yield f"prose {plain(text)!r}"
        case Bullets(items=items):
            yield f"bullets {len(items)}"
        case Code():
            yield "code"
        case _:
            raise AssertionError(block)


def _drawn(what: Drawn) -> Iterator[str]:
    match what:
        case Numbers(entries=entries) | Steps(entries=entries) | Chain(entries=entries) | Cards(entries=entries):
            yield from (f"[{plain(entry.label)}] {plain(entry.text)}".rstrip() for entry in entries)
        case Comparison(sides=sides):
            for side in sides:
                yield f"[{plain(side.heading)}]"
                yield from (f"{'  ' * point.level}* {plain(point.text)}" for point in side.points)
        case Flow(nodes=nodes, edges=edges):
            yield from (f"({at}) {node.name} {plain(node.text)}" for at, node in enumerate(nodes))
            yield from (f"({edge.start}) {edge.label} -> ({edge.end})" for edge in edges)
        case Chart(bars=bars, measure=measure):
            yield from (f"{bar.value:g} [{plain(bar.label)}] {bar.written} {measure}".rstrip() for bar in bars)


PLAN = """---
title: 升级
---
## 组件的升级

演讲者先讲了升级为什么难，社区版每半年发布一次，运维团队来不及测试每一个组件的新版本。

每一个组件的升级步骤：

1. 备份数据库
2. 停止旧版本服务
3. 安装新版本
4. 启动新版本服务

现场有人问到回滚，演讲者说备份只保留三天，超过三天就要从快照恢复，恢复一次需要两个小时左右。
测试环境每个月演练一次回滚，去年一共演练了十二次，其中两次失败，原因都是数据库版本不一致。

升级顺序：

1. glance
2. nova
3. neutron

## 网络

> 人正在成为云计算时代的最大瓶颈

Neutron的网络在规模上了之后出现瓶颈，社区版只能支持数百台服务器。
测试显示50个子网的创建时间从40秒降到7秒，运维团队不再需要手动配置每一台交换机。
新的架构把每一个物理机架作为一个segment，同一个segment的网络具有路由功能。
"""


def deck_of(folder: Path, text: str, detail: Detail | None = None) -> Deck:
    """The deck of a post with that text."""
    (folder / "post.md").write_text(text, "utf-8")
    (planned,) = outline([folder / "post.md"], detail=detail).decks
    return planned.deck


def content(deck: Deck) -> list[ContentSlide]:
    return [slide for slide in deck.slides if isinstance(slide, ContentSlide)]


def drawings(deck: Deck) -> list[Visual]:
    return [item for slide in content(deck) for item in slide.items if isinstance(item, Visual)]


def told(visual: Visual) -> list[str]:
    return [plain(item.text) for item in visual.told]


def test_drawings_have_slides_of_their_own_under_what_announces_them(tmp_path: Path) -> None:
    slides = content(deck_of(tmp_path, PLAN))
    assert [(kind_of(slide), slide.title) for slide in slides] == [
        ("steps", "组件的升级"),
        ("chain", "组件的升级：升级顺序"),
        ("quote", "网络"),
        ("bullets", "网络 (2)"),
    ]
    assert slides[0].lead
    assert plain(slides[0].lead.text) == "每一个组件的升级步骤"
    assert len({slide.key for slide in slides}) == len(slides)


def test_the_notes_stay_with_what_is_shown_and_nothing_is_said_twice(tmp_path: Path) -> None:
    slides = content(deck_of(tmp_path, PLAN))
    blocks = [note.text for slide in slides for note in slide.notes if not note.text.startswith("出处")]
    assert len(blocks) == len(set(blocks)) == 11
    (steps,) = [slide for slide in slides if kind_of(slide) == "steps"]
    assert any("备份数据库" in note.text for note in steps.notes)
    assert not any("glance" in note.text for note in steps.notes)


@pytest.mark.parametrize("said", ["off", "false", '"off"'])
def test_a_post_may_do_without_drawings(said: str, tmp_path: Path) -> None:
    slides = content(deck_of(tmp_path, PLAN.replace("title: 升级", f"title: 升级\nvisuals: {said}")))
    assert [(slide.title, kind_of(slide)) for slide in slides] == [("组件的升级", "bullets"), ("网络", "bullets")]


def test_an_unknown_wish_for_drawings_is_told_with_the_choices(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, PLAN.replace("title: 升级", "title: 升级\nvisuals: some"))
    (notice,) = deck.notices
    assert (notice.message, notice.hint) == ("`visuals: some` is not understood", "one of on, off")
    assert drawings(deck)


def test_brief_gives_a_section_one_slide_with_its_drawing(tmp_path: Path) -> None:
    slides = content(deck_of(tmp_path, PLAN, "brief"))
    assert [kind_of(slide) for slide in slides] == ["steps", "bullets"]


@pytest.mark.parametrize("detail", ["standard", "full"])
def test_a_drawing_says_what_its_list_says(detail: Detail, tmp_path: Path) -> None:
    steps, chain = drawings(deck_of(tmp_path, PLAN, detail))
    assert told(steps) == ["备份数据库", "停止旧版本服务", "安装新版本", "启动新版本服务"]
    assert isinstance(chain.drawn, Chain)
    assert [plain(entry.label) for entry in chain.drawn.entries] == told(chain) == ["glance", "nova", "neutron"]


@pytest.mark.parametrize(("detail", "goes_on"), [("standard", False), ("full", True)])
def test_a_sentence_that_goes_on_behind_its_figures_does_so_in_full(
    detail: Detail, goes_on: bool, tmp_path: Path
) -> None:
    text = "## 现状\n\n团队介绍了现状，40000+虚机，15PB数据，20+个集群，都跑着关键业务。统一的接口减少了培训的成本。\n"
    slides = content(deck_of(tmp_path, text, detail))
    assert slides[0].lead
    assert plain(slides[0].lead.text) == "团队介绍了现状"
    assert told(drawings(deck_of(tmp_path, text, detail))[0]) == ["40000+虚机", "15PB数据", "20+个集群"]
    shown = [plain(item.text) for slide in slides for item in slide.items if isinstance(item, Bullet)]
    assert ("都跑着关键业务" in shown) == goes_on
    assert any("统一的接口" in line for line in shown)


PLANNED = """## 计划

下一版的计划：

```
PLAN:
Ansible +1+1
Kolla
BGP +1+1+1
SFC +1+1
IPv6+1
eBPF+1
DNS +1
NAT+1
Multicast
P4
```

最后团队展示了测试的结果，五十个子网的创建时间从四十秒降到了七秒。
"""


def test_a_chart_leaves_votes_that_many_share_to_a_line_and_the_rest_to_a_list(tmp_path: Path) -> None:
    chart, rest, _ = content(deck_of(tmp_path, PLANNED))
    assert (chart.title, rest.title) == ("计划", "计划 · 其余")
    drawing, line = chart.items
    assert isinstance(drawing, Visual)
    assert told(drawing) == ["Ansible +1+1", "BGP +1+1+1", "SFC +1+1"]
    assert isinstance(line, Bullet)
    assert plain(line.text) == "IPv6、eBPF、DNS、NAT：+1"
    assert (line.source.line, line.source.end_line) == (11, 14)
    assert [plain(item.text) for item in rest.items if isinstance(item, Bullet)] == ["Kolla", "Multicast", "P4"]
    assert any("PLAN:" in note.text and "P4" in note.text for note in chart.notes)


def test_a_chart_keeps_the_text_that_it_was_made_of_in_full(tmp_path: Path) -> None:
    slides = content(deck_of(tmp_path, PLANNED, "full"))
    assert [type(item) for item in slides[0].items][:2] == [Visual, Code]
    assert len(told(drawings(deck_of(tmp_path, PLANNED, "full"))[0])) == 7


def test_a_single_line_without_votes_stays_below_the_chart(tmp_path: Path) -> None:
    text = "## 计划\n\n```\nAnsible +1+1\nKolla\nSFC +1\nIPv6+1\n```\n"
    (slide,) = content(deck_of(tmp_path, text))
    assert [type(item) for item in slide.items] == [Visual, Bullet]
    (slide,) = content(deck_of(tmp_path, text.replace("Kolla\n", "")))
    assert [type(item) for item in slide.items] == [Visual]


def test_a_name_among_figures_stands_below_them(tmp_path: Path) -> None:
    text = "## 规模\n\n今年的数据：\n\n- Newton\n- \\> 9k hypervisors\n- 12+ regions\n- 100% KVM\n\n每周升级一次。\n"
    first, *_ = content(deck_of(tmp_path, text))
    drawing, name, *_ = first.items
    assert isinstance(drawing, Visual)
    assert told(drawing) == ["> 9k hypervisors", "12+ regions", "100% KVM"]
    assert isinstance(name, Bullet)
    assert plain(name.text) == "Newton"


def test_long_points_are_shortened_but_not_in_full(tmp_path: Path) -> None:
    long = "版本太多，用户不知道该用哪一个，接口的设计应该考虑扩展，只在有重大变化的时候才引入新的版本号，文档也要跟上"
    text = f"## 接口\n\n优点：\n\n- 快\n\n缺点：\n\n- {long}\n\n## 网络\n\n没有图。\n"
    (short,), (whole,) = (drawings(deck_of(tmp_path, text, detail)) for detail in ("standard", "full"))
    assert told(whole) == ["优点", "快", "缺点", long]
    assert long.startswith(told(short)[3])
    assert len(told(short)[3]) < len(long)


def read_back(deck: Deck, folder: Path, change: tuple[str, str] = ("", "")) -> Deck:
    """The deck of the outline that `deck` is written as, its first such words changed."""
    text = written(deck, ())
    assert change[0] in text
    file = folder / "deck.md"
    file.write_text(text.replace(*change, 1) if change[0] else text, "utf-8")
    post = posts.read(file, folder)
    return edited(post, lang="zh-CN", theme="plain")


def test_a_drawing_survives_the_outline_and_its_words_may_be_changed(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, PLAN)
    again = read_back(deck, tmp_path, ("备份数据库", "备份数据库和配置"))
    kinds = [kind_of(slide) for slide in content(again)]
    assert kinds == [kind_of(slide) for slide in content(deck)]
    assert told(drawings(again)[0])[0] == "备份数据库和配置"
    assert isinstance(drawings(again)[0].drawn, Steps)


def test_an_item_that_somebody_adds_belongs_to_the_drawing(tmp_path: Path) -> None:
    again = read_back(deck_of(tmp_path, PLAN), tmp_path, ("2. 停止旧版本服务", "2. 通知用户\n3. 停止旧版本服务"))
    assert told(drawings(again)[0])[:3] == ["备份数据库", "通知用户", "停止旧版本服务"]


def test_a_list_that_makes_no_drawing_any_more_stays_a_list(tmp_path: Path) -> None:
    flow = "## 升级\n\n1. 需要么？\n    - yes，转2\n    - no，不做\n2. 有么？\n    - yes，做\n    - no，等\n"
    deck = deck_of(tmp_path, flow)
    assert isinstance(drawings(deck)[0].drawn, Flow)
    again = read_back(deck, tmp_path, ("转2", "转7"))
    assert not drawings(again)
    assert [plain(item.text) for item in content(again)[0].items if isinstance(item, Bullet)][1] == "yes，转7"


def test_a_line_may_ask_for_a_drawing(tmp_path: Path) -> None:
    text = "---\ndeckgen: outline\nslug: x\n---\n# X\n\n## Y\n\n- one <!-- steps -->\n- two\n- three\n"
    (tmp_path / "deck.md").write_text(text, "utf-8")
    deck = edited(posts.read(tmp_path / "deck.md", tmp_path), lang="en", theme="plain")
    assert [kind_of(slide) for slide in content(deck)] == ["steps"]


def test_the_json_tells_a_drawing_in_words(tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text(PLAN, "utf-8")
    slides = as_json(outline([tmp_path / "post.md"]))["decks"][0]["slides"]
    (steps,) = [slide for slide in slides if slide["kind"] == "steps"]
    assert steps["bullets"][0]["text"] == "备份数据库"
    assert steps["bullets"][0]["source"]["line"] == 10


FOLDERS = [HERE.parent / "posts", SEEDS]


@pytest.mark.parametrize("folder", FOLDERS, ids=["own", "seeds"])
@pytest.mark.parametrize("detail", ["brief", "standard", "full"])
def test_every_drawing_is_that_of_its_list_and_of_its_sources(folder: Path, detail: Detail) -> None:
    if not folder.exists():
        pytest.skip("the seed posts are not on this machine")
    found = [visual for planned in outline([folder], detail=detail).decks for visual in drawings(planned.deck)]
    assert found
    for visual in found:
        again = redrawn(visual_kind(visual.drawn), visual.told)
        assert again
        assert again.drawn == visual.drawn
        for item in visual.told:
            lines = Path(item.source.path).read_text("utf-8").splitlines()[item.source.line - 1 : item.source.end_line]
            rest = iter(_letters("".join(lines)))
            assert all(char in rest for char in _letters(plain(item.text))), item


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum() or char in "+><%")


def test_the_seeds_have_every_kind_of_drawing() -> None:
    if not SEEDS.exists():
        pytest.skip("the seed posts are not on this machine")
    kinds = {kind_of(slide) for planned in outline([SEEDS]).decks for slide in planned.deck.slides}
    assert kinds >= {*KINDS, "quote"}


HERE_SOURCE = Source("post.md", 1, 1)
WORDS = st.text(
    st.sampled_from("升级yes，转2: ：->+1%9k \n第步no.()") | st.characters(codec="utf-8"), min_size=1, max_size=24
)
ITEMS = st.lists(
    st.builds(ListItem, WORDS.map(runs), st.integers(0, 3), st.sampled_from(["", "1.", "2."]), st.just(HERE_SOURCE)),
    min_size=1,
    max_size=12,
).map(tuple)


@given(ITEMS, WORDS)
def test_any_list_is_drawn_whole_or_stays_as_it_is(items: tuple[ListItem, ...], heading: str) -> None:
    block = Bullets(items, HERE_SOURCE)
    found, *left = drawn((block,), heading)
    if not isinstance(found, Visual):
        assert (found, left) == (block, [])
        return
    told = [*found.told, *(item for rest in left if isinstance(rest, Bullets) for item in rest.items)]
    assert sorted(map(str, told)) == sorted(map(str, items))


@given(ITEMS, st.sampled_from(KINDS))
def test_what_is_drawn_again_has_the_words_of_its_list(items: tuple[ListItem, ...], kind: str) -> None:
    made = redrawn(kind, items)
    if made is None:
        return
    words = _letters("".join(plain(item.text) for item in items))
    assert all(_letters(word) in words for word in _words(made.drawn))


def _words(what: Drawn) -> Iterator[str]:
    match what:
        case Numbers(entries=entries) | Chain(entries=entries) | Cards(entries=entries):
            yield from (plain(text) for entry in entries for text in (entry.label, entry.text))
        case Steps(entries=entries):
            yield from (plain(entry.text) for entry in entries)
        case Comparison(sides=sides):
            yield from (plain(point.text) for side in sides for point in side.points)
        case Flow(nodes=nodes):
            yield from (plain(node.text) for node in nodes)
        case Chart(bars=bars):
            yield from (word for bar in bars for word in (plain(bar.label), bar.written))


def test_styles_stay_in_what_is_drawn(tmp_path: Path) -> None:
    first = "- **可靠性**：能不能撑住[企业级](https://example.org/)业务\n"
    text = first + "- 开放性：标准的接口能不能对接\n- 兼容性：原有的平台怎么办\n"
    (tmp_path / "post.md").write_text(text, "utf-8")
    (block,) = posts.read(tmp_path / "post.md", tmp_path).sections[0].blocks
    (visual,) = drawn((block,), "")
    assert isinstance(visual, Visual)
    assert isinstance(visual.drawn, Cards)
    entry = visual.drawn.entries[0]
    assert [run.bold for run in entry.label] == [True]
    assert [run.link for run in entry.text] == ["", "https://example.org/", ""]


@pytest.mark.parametrize(
    "said",
    ["->" * 10_000, "1%," * 10_000, "a:" * 10_000, "+1" * 10_000, "yes，" * 10_000, "> 1k " * 9_000, " " * 20_000],
)
def test_long_lines_take_time_in_proportion(said: str) -> None:
    """Within a sentence, since what a pattern finds to the very end it need not look for again."""
    text = f"x {said} y"
    item = ListItem(runs(text), 0, "1.", HERE_SOURCE)
    blocks = (Prose(runs(text), HERE_SOURCE), Bullets((item, replace(item, number="2."), item), HERE_SOURCE))
    start = time.process_time()
    drawn((*blocks, Code(text, "", HERE_SOURCE), Quote((runs(text),), "", HERE_SOURCE)), "how to order")
    assert time.process_time() - start < 1
