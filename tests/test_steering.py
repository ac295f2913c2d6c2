"""How an author steers: comments in the text, bold sentences, and the detail that a post asks for.

The cases are plain text like those of the posts: title, what was written, what the slides say of it.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from test_posts import Case, _cases, check, named

from deckgen import posts
from deckgen.build import outline
from deckgen.model import Bullet, ContentSlide, Deck, Detail, Slide, TitleSlide, plain
from deckgen.posts.lines import split
from deckgen.posts.steering import steered

CASES = tuple(_cases(Path(__file__).parent / "cases" / "steering" / "standard.txt"))
BOLD = (
    "Neutron的网络在规模上了之后出现瓶颈，社区版只能支持数百台服务器。新的架构把每一个物理机架作为一个segment，"
    "同一个segment具有路由功能。**我们不打算跟进。**这个方案已经合并到Newton版本，运维团队不再需要手动配置每一台交换机。"
    "测试显示50个子网的创建时间从40秒降到7秒。性能提升了30%，延迟降低到2毫秒。Kuryr把容器网络接到了Neutron。"
)


def deck_of(folder: Path, text: str, detail: Detail | None = None) -> Deck:
    """The deck of a post with that text."""
    (folder / "post.md").write_text(text, "utf-8")
    (planned,) = outline([folder / "post.md"], detail=detail).decks
    return planned.deck


def content(deck: Deck) -> list[ContentSlide]:
    return [slide for slide in deck.slides if isinstance(slide, ContentSlide)]


def bullets(slide: ContentSlide) -> list[str]:
    return [plain(item.text) for item in slide.items if isinstance(item, Bullet)]


def printed(deck: Deck) -> str:
    """The slides as lines: title, items with their lines, what the author has for the speaker; then the warnings."""
    lines: list[str] = []
    for slide in deck.slides:
        if isinstance(slide, TitleSlide | ContentSlide):
            lines += _printed(slide)
    return "\n".join([*lines, *(f"! {notice.line} {notice.message}" for notice in deck.notices)])


def _printed(slide: TitleSlide | ContentSlide) -> list[str]:
    asides = [f"  ({note.text.replace(chr(10), '⏎')} :{note.source.line})" for note in slide.notes if "@" in note.text]
    if isinstance(slide, TitleSlide):
        return ["TITLE", *asides] if asides else []
    items = [f"  * {plain(i.text)} :{i.source.line}" for i in slide.items if isinstance(i, Bullet)]
    others = [f"  {type(i).__name__} :{i.source.line}" for i in slide.items if not isinstance(i, Bullet)]
    return [f"{slide.title} [{slide.key}]", *items, *others, *asides]


@pytest.mark.parametrize("case", CASES, ids=named)
def test_steering(case: Case, tmp_path: Path) -> None:
    check(case, printed(deck_of(tmp_path, case.written)))


def test_a_notes_comment_stands_in_the_notes_in_full_and_first(tmp_path: Path) -> None:
    slide, *_ = content(deck_of(tmp_path, f"## 网络\n\n{BOLD}\n\n<!-- notes: 一句\n     两句 -->\n"))
    assert slide.notes[0].text == "一句\n两句"
    assert (slide.notes[0].source.line, slide.notes[0].source.end_line) == (5, 6)


def test_repairs_leave_the_comments_alone(tmp_path: Path) -> None:
    said = "##没有空格的标题* 星号* 星号   三个空格"
    slide, *_ = content(deck_of(tmp_path, f"## 网络\n\n* 一\n* 二\n\n<!-- notes: {said} -->\n\n##存储\n\n* 三\n* 四\n"))
    assert slide.notes[0].text == said
    post = posts.read(tmp_path / "post.md", tmp_path)
    assert [repair.line for repair in post.repairs] == [8]


def test_what_is_skipped_tells_nothing_of_the_post(tmp_path: Path) -> None:
    text = "<!-- skip -->\n作者：张三\n\n2016-10-27\n<!-- /skip -->\n\n## 网络\n\n* 一\n* 二\n"
    (tmp_path / "post.md").write_text(text, "utf-8")
    post = posts.read(tmp_path / "post.md", tmp_path)
    assert (post.facts.authors, post.facts.date) == ((), None)


@pytest.mark.parametrize("detail", ["standard", "full", "brief"])
def test_a_bold_sentence_is_kept(detail: Detail, tmp_path: Path) -> None:
    slide, *_ = content(deck_of(tmp_path, f"## 网络\n\n{BOLD}\n", detail))
    assert "我们不打算跟进" in bullets(slide)
    if detail == "brief":
        assert len(bullets(slide)) <= 3


def test_a_bold_sentence_is_kept_in_a_brief_slide_with_room(tmp_path: Path) -> None:
    text = "## 网络\n\nNova的cells v2已经合并，测试显示创建时间从40秒降到7秒。**我们不打算跟进。**\n"
    slide, *_ = content(deck_of(tmp_path, text, "brief"))
    assert "我们不打算跟进" in bullets(slide)


def test_a_bold_sentence_stands_where_its_author_put_it(tmp_path: Path) -> None:
    slide, *_ = content(deck_of(tmp_path, f"## 网络\n\n{BOLD}\n"))
    said = bullets(slide)
    assert [BOLD.replace("**", "").find(line[:5]) for line in said] == sorted(
        BOLD.replace("**", "").find(line[:5]) for line in said
    )
    assert said.count("我们不打算跟进") == 1


def test_bold_words_and_labels_are_no_sentences(tmp_path: Path) -> None:
    plain_text = BOLD.replace("**", "")
    words = plain_text.replace("社区版", "**社区版**").replace("性能提升了30%，", "**性能提升了30%，**")
    assert bullets(content(deck_of(tmp_path, f"## 网络\n\n{words}\n"))[0]) == bullets(
        content(deck_of(tmp_path, f"## 网络\n\n{plain_text}\n"))[0]
    )


def test_each_post_has_its_own_detail(tmp_path: Path) -> None:
    head = "summit: Barcelona 2016\n"
    for name, detail in (("a", "full"), ("b", "Brief"), ("c", "standard")):
        (tmp_path / f"{name}.md").write_text(
            f"---\ntitle: {name}\n{head}detail: {detail}\n---\n\n## 网络\n\n{BOLD}\n", "utf-8"
        )
    counts = {}
    for asked in (None, "brief"):
        (planned,) = outline([tmp_path], detail=asked).decks
        counts[asked] = [len(bullets(slide)) for slide in content(planned.deck)]
    full, brief, standard = counts[None]
    assert full > standard > brief
    assert counts["brief"] == [brief] * 3


def test_an_unknown_detail_is_told_with_the_choices(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, f"---\ntitle: a\ndetail: tiny\n---\n\n## 网络\n\n{BOLD}\n")
    (notice,) = deck.notices
    assert (notice.message, notice.hint, notice.lost) == (
        "unknown detail 'tiny'",
        "one of brief, standard, full",
        False,
    )


def test_slides_that_a_break_makes_have_keys_and_titles_of_their_own(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "## 网络\n\n* 一\n* 二\n\n<!-- slide -->\n\n* 三\n* 四\n\n## 存储\n\n* 五\n* 六\n")
    slides: list[Slide] = list(deck.slides)
    assert len({slide.key for slide in slides}) == len(slides)
    assert [(s.key, s.title) for s in content(deck)] == [
        ("post/网络", "网络"),
        ("post/网络~2", "网络 (2)"),
        ("post/存储", "存储"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<!-- slide -->a" * 20_000,
        "a <!-- slide " * 20_000,
        "<!-- notes:\n" * 20_000,
        "`" * 200_000 + "<!-- slide -->",
        "".join("`" * (n % 600) + " " for n in range(1500)) + "<!-- slide -->",
        "<!-- skip -->\n" * 20_000,
        "<!-- x --><!-- y\n" * 20_000,
    ],
    ids=["breaks", "never closed", "notes", "ticks", "runs of ticks", "skips", "others"],
)
def test_comments_take_time_in_proportion(text: str) -> None:
    start = time.process_time()
    steered(split(text), "post.md")
    assert time.process_time() - start < 5
