"""Outlines as Markdown: written, edited, and built word for word."""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckgen import posts
from deckgen.build import outline
from deckgen.make import make
from deckgen.model import (
    AgendaEntry,
    AgendaSlide,
    Bullet,
    Code,
    ContentSlide,
    Deck,
    Figure,
    Item,
    Note,
    Quote,
    Run,
    Runs,
    SectionSlide,
    Slide,
    Source,
    SourceEntry,
    SourcesSlide,
    Summit,
    Table,
    Takeaway,
    TakeawaysSlide,
    TitleSlide,
    Visual,
    plain,
)
from deckgen.outline import edited, written
from deckgen.outline.markdown import inline
from deckgen.outline.origin import Origin, origin_of

HERE = Path(__file__).resolve().parent.parent
SEEDS = HERE.parent / "shared" / "seeds"
SUMMIT = Summit("barcelona-2016", "OpenStack峰会", "巴塞罗那", 2016, dt.date(2016, 10, 25), dt.date(2016, 10, 28))


def read_back(text: str, folder: Path, *, trusted: bool = False) -> Deck:
    """The deck of an outline with that text."""
    file = folder / "deck.md"
    file.write_text(text, "utf-8")
    post = posts.read(file, folder, trusted=trusted)
    assert post.written
    return edited(post, lang=posts.language(post), theme=post.facts.theme)


def as_seen(deck: Deck) -> Deck:
    """The deck without what an outline does not say, which no slide shows."""

    def shown(item: Item) -> Item:
        match item:
            case Figure():
                return replace(item, path=str(Path(item.path).resolve()))
            case Visual():
                return replace(item, reason="")
            case _:
                return item

    def seen(slide: Slide) -> Slide:
        if not isinstance(slide, ContentSlide):
            return slide
        return replace(slide, section=(), items=tuple(map(shown, slide.items)))

    summit = replace(deck.summit, aliases=(), theme="")
    return replace(deck, summit=summit, slides=tuple(map(seen, deck.slides)), notices=())


@pytest.mark.parametrize("detail", ["brief", "standard", "full"])
@pytest.mark.parametrize("folder", [HERE / "posts", SEEDS], ids=["own", "seeds"])
def test_an_outline_gives_the_same_decks_again(folder: Path, detail: str, tmp_path: Path) -> None:
    if not folder.exists():
        pytest.skip("the seed posts are not on this machine")
    found = outline([folder], detail=detail)  # type: ignore[arg-type]
    assert found.decks
    for planned in found.decks:
        file = tmp_path / f"{planned.deck.summit.slug}.md"
        file.write_text(written(planned.deck, planned.posts, str(tmp_path)), "utf-8")
        (again,) = outline([file]).decks
        assert as_seen(again.deck) == as_seen(planned.deck)
        assert written(again.deck, again.posts, str(tmp_path)) == file.read_text("utf-8")


def test_an_unedited_outline_builds_the_same_file(tmp_path: Path) -> None:
    (planned,) = outline([HERE / "posts" / "2015-05-19-vancouver.md"]).decks
    file = tmp_path / "deck.md"
    file.write_text(written(planned.deck, planned.posts, str(tmp_path)), "utf-8")
    (again,) = outline([file]).decks
    assert make(again).blob == make(planned).blob


SIGNS = (
    r"* ** _ __ # ## > | ` `` ``` ~ ~~ ~~~ - + = == --- === : ! ![ [ ] ]( [x] ( ) < > <b> </b> <br> <div> <!-- -->"
    r" & &amp; &#42; \ \\ \* 1. 2) 10. 1 — -- “ ” ： 、 。 a_b _a C# a* *a http://a.b/c_d? https://x.y 网络 容器 Nova"
    r" 한국 の é 𠮷 word $ ^ ^2^ ~2~ $a=b$ { } ' \" / {: {% [^1] $x$ TOC @ % %20"
)
TEXT = st.lists(st.sampled_from([*SIGNS.split(), " ", " ", "  "]), min_size=1, max_size=8).map("".join)
LINE = TEXT.map(lambda text: " ".join(text.split(" ")).strip()).filter(bool)
NAME = LINE.filter(lambda text: "://" not in text)
PLACE = st.builds(lambda path, line, more: Source(path, line, line + more), LINE, st.integers(1, 99), st.integers(0, 5))


SCRIPTS = st.sampled_from(["", "", "", "raised", "lowered"])


@st.composite
def styled(draw: st.DrawFn) -> Runs:
    """Runs in all styles, no two alike side by side, without white space at the ends or addresses not linked."""
    parts = draw(st.lists(st.tuples(TEXT, *[st.booleans()] * 5, SCRIPTS), max_size=4))
    text: list[Run] = []
    for words, bold, italic, code, linked, struck, script in parts:
        link = draw(st.sampled_from(["https://a.b/(c)?d=1_2", "#key"])) if linked else ""
        run = Run(words, bold, italic, code, link, struck, script)
        if not (text and replace(text[-1], text="") == replace(run, text="")):
            text.append(run)
    text = [Run("x"), *text, Run("y")] if text else [Run(draw(LINE))]
    bare = [replace(run, text=re.sub("https?://", "", run.text)) for run in text]
    return merged(tuple(run for run in bare if run.text)) or (Run("z"),)


def merged(text: Runs) -> Runs:
    """The runs, neighbours of one style made one, the whole stripped."""
    out: list[Run] = []
    for run in text:
        alike = out and replace(out[-1], text="") == replace(run, text="")
        out.append(replace(run, text=out.pop().text + run.text) if alike else run)
    out[0] = replace(out[0], text=out[0].text.lstrip())
    out[-1] = replace(out[-1], text=out[-1].text.rstrip())
    return tuple(run for run in out if run.text)


BULLETS = st.builds(
    Bullet, styled(), PLACE, st.integers(0, 3), st.sampled_from(["", "", "1.", "3.", "10.", "2)", "☐", "☑"])
)
CODES = st.builds(
    Code,
    st.lists(TEXT, min_size=1, max_size=4).map("\n".join).map(lambda t: f"x\n{t}\ny"),
    st.sampled_from(["", "python", "c++"]),
    PLACE,
)
QUOTES = st.builds(Quote, st.lists(styled(), min_size=1, max_size=3).map(tuple), st.just("") | LINE, PLACE)
TABLES = st.integers(1, 3).flatmap(
    lambda n: st.builds(
        Table,
        st.tuples(*[styled()] * n),
        st.lists(st.tuples(*[styled() | st.just(())] * n), max_size=3).map(tuple),
        PLACE,
        st.just(()) | st.just(("right", *("left",) * (n - 1))),
    )
)
NOTES = st.builds(Note, st.lists(TEXT, min_size=1, max_size=3).map("\n".join).map(lambda t: f"x{t}y"), PLACE)


@st.composite
def decks(draw: st.DrawFn) -> Deck:
    """A deck of awkward words, its agenda and numbers as every deck has them."""
    count = draw(st.integers(1, 4))
    slides: list[Slide] = []
    chaptered = draw(st.booleans())
    for number in range(1, count + 1):
        if chaptered:
            title, lead = draw(LINE), draw(st.just("") | LINE)
            slides.append(SectionSlide(f"s{number}", str(number), title, lead, (), draw(PLACE)))
        lead_line = draw(st.none() | st.builds(Bullet, styled(), PLACE))
        items = draw(st.lists(BULLETS | CODES | QUOTES | TABLES, min_size=1, max_size=5).map(tuple))
        notes = draw(st.lists(NOTES, max_size=2).map(tuple))
        slides.append(ContentSlide(f"k{number}/网络", draw(LINE), lead_line, items, (), draw(PLACE), notes))
    kind = SectionSlide if chaptered else ContentSlide
    named = [slide for slide in slides if isinstance(slide, kind)]
    entries = [AgendaEntry(str(n), draw(LINE), slide.key) for n, slide in enumerate(named, 1)]
    lines = draw(
        st.lists(st.builds(Takeaway, LINE, st.builds(Bullet, styled(), PLACE), st.just("k1/网络")), max_size=3)
    )
    ends: list[Slide] = [
        TakeawaysSlide("takeaways", draw(LINE), tuple(lines)),
        SourcesSlide(
            "sources", draw(LINE), (SourceEntry(draw(NAME), (draw(LINE),), dt.date(2016, 1, 2), "", "a b.md"),)
        ),
    ]
    entries += [AgendaEntry("", draw(LINE), end.key) for end in ends]
    head = TitleSlide("title", tuple(draw(st.lists(LINE, min_size=1, max_size=2))), draw(LINE), draw(LINE))
    agenda = AgendaSlide("agenda", draw(LINE), tuple(entries))
    return Deck(SUMMIT, "barcelona", "zh-CN", (head, agenda, *slides, *ends))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(decks())
def test_any_words_come_back_as_they_were(tmp_path_factory: pytest.TempPathFactory, deck: Deck) -> None:
    again = read_back(written(deck, ()), tmp_path_factory.mktemp("outline"))
    assert as_seen(again) == as_seen(deck)
    assert not again.notices


OUTLINE = """---
deckgen: outline
summit: OpenStack峰会
place: 巴塞罗那
year: 2016
slug: barcelona-2016
theme: barcelona
lang: zh-CN
---

# OpenStack峰会<br>巴塞罗那2016 <!-- title -->

三件事

*2016年10月25–28日*

## 今天讲什么 <!-- agenda -->

1. [网络怎么办](#day-3/网络)
2. [存储](#day-3/存储)

## 网络 <!-- #day-3/网络 posts/day-3.md:8-14 -->

一句话说清楚 <!-- posts/day-3.md:10 -->

- 规模上去之后有**瓶颈** <!-- posts/day-3.md:10-11 -->
  1. 只能支持数百台 <!-- posts/day-3.md:12 -->

| 方案 | 规模 |
| --- | --- |
| 桥接 | 数百台 |
<!-- posts/day-3.md:13 -->

<!-- notes: 先讲规模 --> <!-- posts/day-3.md:10 -->

### 网络（2） <!-- #day-3/网络~2 posts/day-3.md:16 -->

- 第二页 <!-- posts/day-3.md:17 -->

## 存储 <!-- #day-3/存储 posts/day-3.md:20 -->

> 先备份。
>
> — 管理员 <!-- posts/day-3.md:21 -->

```python
x = 1
```
<!-- posts/day-3.md:23-25 -->

## 要点 <!-- takeaways -->

- [网络](#day-3/网络)：瓶颈在网络 <!-- posts/day-3.md:10 -->

## 资料来源 <!-- sources -->

- [第三天](https://example.org/3)
  - 林晓
  - 2016-10-27
  - `day-3.md`
"""


def lines_of(slide: Slide) -> list[str]:
    assert isinstance(slide, ContentSlide)
    return [plain(item.text) for item in slide.items if isinstance(item, Bullet)]


@pytest.mark.parametrize(
    ("before", "bold", "after", "said"),
    [
        ("the", "most", "of it", "the**most**of it"),
        ("已有", "100%", "的应用", "已有**100%**的应用"),
        ("", "标签：", "正文", "**标签：**正文"),
        ("如", "《书》", "已", "如**《书》**已"),
        ("up ", "by 20%", " a year", "up **by 20%** a year"),
        ("up ", "by 20%", "yearly", "up <b>by 20%</b>yearly"),
        ("all", "(most)", " of it", "all<b>(most)</b> of it"),
        ("up", " by ", "20%", "up<b> by </b>20%"),
    ],
)
def test_what_is_bold_is_written_with_asterisks_where_they_are_read_so(
    tmp_path: Path, before: str, bold: str, after: str, said: str
) -> None:
    line = inline([Run(before), Run(bold, bold=True), Run(after)])
    assert line == said
    slide = read_back(OUTLINE.replace("规模上去之后有**瓶颈**", line), tmp_path).slides[2]
    assert isinstance(slide, ContentSlide)
    bullet = slide.items[0]
    assert isinstance(bullet, Bullet)
    assert [(run.text, run.bold) for run in bullet.text] == [
        pair for pair in ((before, False), (bold, True), (after, False)) if pair[0]
    ]


def test_dollars_in_two_styles_make_no_formula(tmp_path: Path) -> None:
    text = (Run("x*$!"), Run("**$", link="https://a.b/"), Run(" costs $5 or "), Run("a$b", code=True))
    line = inline(text)
    slide = read_back(OUTLINE.replace("规模上去之后有**瓶颈**", line), tmp_path).slides[2]
    assert isinstance(slide, ContentSlide)
    assert isinstance(slide.items[0], Bullet)
    assert slide.items[0].text == text


def test_an_outline_reads_as_it_is_written(tmp_path: Path) -> None:
    deck = read_back(OUTLINE, tmp_path)
    assert not deck.notices
    title, agenda, network, more, storage, takeaways, sources = deck.slides
    meta = "2016年10月25–28日"
    assert title == TitleSlide("title", ("OpenStack峰会", "巴塞罗那2016"), "三件事", meta)
    assert isinstance(agenda, AgendaSlide)
    assert [(e.number, e.title, e.target) for e in agenda.entries] == [
        ("1", "网络怎么办", "day-3/网络"),
        ("2", "存储", "day-3/存储"),
        ("", "要点", "takeaways"),
        ("", "资料来源", "sources"),
    ]
    assert isinstance(network, ContentSlide)
    assert network.lead == Bullet((Run("一句话说清楚"),), Source("posts/day-3.md", 10, 10))
    assert network.source == Source("posts/day-3.md", 8, 14)
    assert [(b.level, b.number, b.source.line) for b in network.items if isinstance(b, Bullet)] == [
        (0, "", 10),
        (1, "1.", 12),
    ]
    assert isinstance(network.items[2], Table)
    assert network.items[2].source == Source("posts/day-3.md", 13, 13)
    assert network.notes == (Note("先讲规模", Source("posts/day-3.md", 10, 10)),)
    assert more.key == "day-3/网络~2"
    assert isinstance(storage, ContentSlide)
    quote, code = storage.items
    assert isinstance(quote, Quote)
    assert quote.attribution == "管理员"
    assert code == Code("x = 1", "python", Source("posts/day-3.md", 23, 25))
    assert isinstance(takeaways, TakeawaysSlide)
    (line,) = takeaways.takeaways
    assert (line.label, line.target, plain(line.bullet.text)) == ("网络", "day-3/网络", "瓶颈在网络")
    assert isinstance(sources, SourcesSlide)
    expected = SourceEntry("第三天", ("林晓",), dt.date(2016, 10, 27), "https://example.org/3", "day-3.md")
    assert sources.entries == (expected,)


def test_comments_may_go_and_lines_may_move(tmp_path: Path) -> None:
    """Without comments kinds come from levels and words, keys from headings, and sources are the outline's lines."""
    bare = re.sub(" ?<!-- (?!notes)[^>]*-->", "", OUTLINE)
    deck = read_back(bare, tmp_path)
    assert [type(slide) for slide in deck.slides] == [type(slide) for slide in read_back(OUTLINE, tmp_path).slides]
    network = deck.slides[2]
    assert isinstance(network, ContentSlide)
    assert network.key == "slide/网络"
    first = network.items[0]
    assert isinstance(first, Bullet)
    here = first.source
    assert bare.split("\n")[here.line - 1] == "- 规模上去之后有**瓶颈**"
    assert here.path.endswith("deck.md")


def test_an_edited_line_is_the_slides_text_exactly(tmp_path: Path) -> None:
    said = "改过的一行：1.6 pb，见 `nova.conf`；不缩短、不合并，也不去掉句号。"
    deck = read_back(OUTLINE.replace("规模上去之后有**瓶颈**", said), tmp_path)
    assert lines_of(deck.slides[2])[0] == said.replace("`", "")
    assert isinstance(deck.slides[2], ContentSlide)
    assert deck.slides[2].items[0].source.line == 10


def test_the_agenda_follows_the_slides(tmp_path: Path) -> None:
    head, rest = OUTLINE.split("## 存储", 1)
    storage, ends = rest.split("## 要点", 1)
    before, network = head.split("## 网络 ", 1)
    moved = f"{before}## 存储{storage}## 全新的一页\n\n- 新的\n\n## 网络 {network}## 要点{ends}"
    agenda = read_back(moved, tmp_path).slides[1]
    assert isinstance(agenda, AgendaSlide)
    assert [entry.title for entry in agenda.entries] == ["存储", "全新的一页", "网络怎么办", "要点", "资料来源"]
    without = read_back(f"{head}## 要点{ends}".replace("#day-3/网络)：", "#day-3/存储)："), tmp_path)
    takeaways = without.slides[-2]
    assert isinstance(takeaways, TakeawaysSlide)
    assert takeaways.takeaways[0].target == ""


def test_a_copied_slide_has_a_key_of_its_own(tmp_path: Path) -> None:
    copied = "## 存储 <!-- #day-3/存储 posts/day-3.md:20 -->\n\n- 又一次\n\n## 要点 "
    keys = [slide.key for slide in read_back(OUTLINE.replace("## 要点 ", copied), tmp_path).slides]
    assert len(set(keys)) == len(keys)
    assert keys.count("day-3/存储") == 1


def test_what_a_slide_has_no_place_for_is_told(tmp_path: Path) -> None:
    spoilt = OUTLINE.replace("## 今天讲什么", "- 列表\n\n## 今天讲什么").replace(
        "2. [存储]", "<!-- notes: x -->\n\n2. [存储]"
    )
    said = [(n.message, n.line, n.lost) for n in read_back(spoilt, tmp_path).notices]
    assert said == [
        ("the title slide has no place for this", 17, True),
        ("the agenda slide has no place for this", 22, True),
    ]
    (above,) = read_back(OUTLINE.replace("# OpenStack", "Text above\n\n# OpenStack", 1), tmp_path).notices
    assert above.message == "above the first heading nothing has a slide"


def test_an_outline_without_headings_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "deck.md").write_text("---\ndeckgen: outline\n---\n\n- nothing\n", "utf-8")
    (notice,) = outline([tmp_path]).notices
    assert notice.message == "the outline has no slides"
    assert notice.lost


def test_an_outline_takes_the_place_of_its_posts(tmp_path: Path) -> None:
    (tmp_path / "day-3.md").write_text("---\ntitle: x\nsummit: Barcelona 2016\n---\n\n## 网络\n\n* a\n* b\n", "utf-8")
    (tmp_path / "deck.md").write_text(OUTLINE, "utf-8")
    (tmp_path / "deck2.md").write_text(OUTLINE, "utf-8")
    found = outline([tmp_path], detail="full")
    assert [planned.posts[0].path for planned in found.decks] == [str(tmp_path / "deck.md")]
    assert [notice.message.split(":")[0] for notice in found.notices] == [
        "another outline of barcelona-2016 is built",
        f"posts of barcelona-2016 are left to the outline {tmp_path / 'deck.md'}",
        "an outline is built as it stands",
    ]


def test_pictures_may_lie_anywhere_if_the_outline_is_named(tmp_path: Path) -> None:
    """An outline that only turned up in a folder is trusted no further than a post."""
    picture = HERE / "posts" / "images" / "vancouver-2015" / "harbour.jpg"
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    text = OUTLINE.replace("## 今天", f"### 图\n\n![港口]({os.path.relpath(picture, folder)})\n\n## 今天")
    (folder / "deck.md").write_text(text, "utf-8")
    found = outline([folder])
    (refused,) = found.notices
    assert refused.message.startswith("picture lies outside of the posts")
    assert "name this file" in refused.hint
    found = outline([folder / "deck.md"])
    assert not found.notices
    (figure,) = [
        i for s in found.decks[0].deck.slides if isinstance(s, ContentSlide) for i in s.items if isinstance(i, Figure)
    ]
    assert (figure.path, figure.alt) == (str(picture), "港口")
    assert figure.width > 0


@pytest.mark.parametrize("comment", ["more", "TODO: ask Mark", "title deck.md:3 of 4", "#", "posts/x.md:0", "x.md:a"])
def test_other_comments_are_no_origins(comment: str) -> None:
    assert origin_of(comment) is None


def test_origins_come_back() -> None:
    for origin in (
        Origin("section", "a/网络~2", Source("my posts/100%.md", 3, 9)),
        Origin(source=Source("C:/x:1.md", 1, 1)),
        Origin("title"),
        Origin(key="#`<>"),
    ):
        assert origin_of(str(origin)[4:-3]) == origin


def run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """`deckgen WORDS` in the folder `cwd`."""
    return subprocess.run(
        [sys.executable, "-m", "deckgen", *words], cwd=cwd, check=False, capture_output=True, text=True, timeout=300
    )


@pytest.fixture
def trip(tmp_path: Path) -> Path:
    """A folder with posts of two summits."""
    (tmp_path / "posts").mkdir()
    for place in ("Tokyo 2015", "Barcelona 2016"):
        text = f"---\ntitle: {place}\nsummit: {place}\n---\n\n## 网络\n\n* 一条线\n* 两条线\n"
        (tmp_path / "posts" / f"{place.split()[0].lower()}.md").write_text(text, "utf-8")
    return tmp_path


def test_one_outline_goes_to_stdout_is_edited_and_built(trip: Path) -> None:
    done = run("outline", "posts/tokyo.md", "--format", "markdown", cwd=trip)
    assert done.returncode == 0, done.stderr
    (trip / "deck.md").write_text(done.stdout.replace("一条线", "改过的一条线。"), "utf-8")
    built = run("build", "deck.md", "-o", "decks", cwd=trip)
    assert built.returncode == 0, built.stderr
    with zipfile.ZipFile(trip / "decks" / "tokyo-2015.pptx") as deck:
        slides = "".join(deck.read(name).decode() for name in deck.namelist() if name.startswith("ppt/slides/slide"))
    assert "改过的一条线。" in slides


def test_several_outlines_need_a_folder(trip: Path) -> None:
    refused = run("outline", "posts", "--format", "markdown", cwd=trip)
    assert refused.returncode == 2
    assert "more than one summit: tokyo-2015, barcelona-2016" in refused.stderr
    assert "-o DIR" in refused.stderr
    done = run("outline", "posts", "--format", "markdown", "-o", "outlines", cwd=trip)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["outlines/tokyo-2015.md", "outlines/barcelona-2016.md"]
    built = run("build", "outlines", cwd=trip)
    assert built.returncode == 0, built.stderr
    assert {file.name for file in (trip / "decks").iterdir()} == {"tokyo-2015.pptx", "barcelona-2016.pptx"}


def test_an_edited_outline_is_never_written_over(trip: Path) -> None:
    words = ("outline", "posts/tokyo.md", "--format", "markdown", "-o", "outlines")
    assert run(*words, cwd=trip).returncode == 0
    again = run(*words, cwd=trip)
    assert "edited" not in again.stderr
    file = trip / "outlines" / "tokyo-2015.md"
    mine = file.read_text("utf-8").replace("一条线", "我的一条线")
    file.write_text(mine, "utf-8")
    told = run(*words, cwd=trip)
    assert "the outline had been edited; it is kept as tokyo-2015.edited-1.md" in told.stderr
    assert (trip / "outlines" / "tokyo-2015.edited-1.md").read_text("utf-8") == mine
    assert "我的" not in file.read_text("utf-8")


def test_a_folder_is_for_markdown_alone(trip: Path) -> None:
    done = run("outline", "posts", "--format", "json", "-o", "outlines", cwd=trip)
    assert done.returncode == 2
    assert "-o goes with --format markdown" in done.stderr
