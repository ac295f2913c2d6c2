"""Posts: bytes, front matter, facts, pictures, summits; and what must hold for any text whatsoever."""

from __future__ import annotations

import datetime as dt
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckgen import posts
from deckgen.errors import InputError, UsageError
from deckgen.model import Bullets, Picture, Post, Prose, plain
from deckgen.posts.lines import join, split
from deckgen.posts.repair import mend

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
WRITINGS = st.text(
    st.sampled_from("#*>-+_`~[]()!|<>{}%:：。，、 \t\n\r\u3000\xa0ab1.汉字标题C\u00e9안か\x00\u2028\ufeff=&\\\"'$")
    | st.characters(),
    max_size=400,
)
TEXT = "今天的会场很热闹，大会见闻与干货着实不少。"


def read(folder: Path, text: str | bytes, name: str = "post.md", *, repair: bool = True) -> Post:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return posts.read(file, folder, repair=repair)


def said(post: Post) -> str:
    blocks = (block for section in post.sections for block in section.blocks)
    return " ".join(plain(block.text) for block in blocks if isinstance(block, Prose))


@pytest.mark.parametrize(
    ("encoding", "notices"),
    [("utf-8", 0), ("utf-8-sig", 0), ("utf-16", 1), ("utf-16-le", 1), ("gb18030", 1)],
)
def test_encodings_are_told(tmp_path: Path, encoding: str, notices: int) -> None:
    post = read(tmp_path, ("## 标题\n\n" + TEXT * 20).encode(encoding))
    assert post.sections[0].heading == "标题"
    assert said(post) == TEXT * 20
    assert len(post.notices) == notices
    assert all(encoding in str(notice).replace("utf-16-le", encoding) for notice in post.notices)


def test_other_encodings_are_detected(tmp_path: Path) -> None:
    text = "これはテストです。東京サミットの報告を書きました。" * 20
    post = read(tmp_path, text.encode("shift_jis"))
    assert said(post) == text
    assert "not UTF-8" in post.notices[0].message


def test_a_flipped_byte_is_told_with_its_line(tmp_path: Path) -> None:
    raw = (TEXT + "\n").encode() * 40 + b"a\xffb\n"
    post = read(tmp_path, raw)
    assert (post.notices[0].line, "\ufffd" in said(post)) == (41, True)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not a text file"):
        read(tmp_path, bytes(range(256)) * 50)


def test_line_numbers_count_in_the_file(tmp_path: Path) -> None:
    post = read(tmp_path, "---\rtitle: a\r\n---\n一。\u2028二。\r\r\n## 三\f四")
    assert [(plain(b.text), b.source.line) for b in post.sections[0].blocks if isinstance(b, Prose)] == [
        ("一。", 4),
        ("二。", 4),
    ]
    assert (post.sections[1].heading, post.sections[1].source.line) == ("三", 6)


def test_a_bare_carriage_return_ends_a_line(tmp_path: Path) -> None:
    post = read(tmp_path, "## 一\r* 甲\r* 乙\r## 二\r* 丙")
    assert [section.heading for section in post.sections] == ["一", "二"]


def test_what_xml_forbids_is_left_out(tmp_path: Path) -> None:
    assert said(read(tmp_path, "a\u200bb\x00c\x1bd\ufffee👨\u200d👩")) == "abcde👨\u200d👩"


@pytest.mark.parametrize(
    "header",
    [
        "---\ntitle: A\ndate: 2016-10-27\ntags: [x, y]\n---",
        "+++\ntitle = 'A'\ndate = 2016-10-27\ntags = ['x', 'y']\n+++",
        '{\n"title": "A",\n"date": "2016-10-27",\n"tags": ["x", "y"]\n}',
        "---\ntitle : A\ndate: 2016/10/27\ntags: x, y\n...",
        "\ufeff---\nTitle: A\nDATE: 2016年10月27日\nTags:\n  - x\n  - y\n---",
    ],
)
def test_front_matter(tmp_path: Path, header: str) -> None:
    post = read(tmp_path, header + "\n" + TEXT)
    assert (post.facts.title, post.facts.date, post.facts.tags) == ("A", dt.date(2016, 10, 27), ("x", "y"))
    assert said(post) == TEXT
    assert post.notices == ()


@pytest.mark.parametrize(
    ("header", "title", "line"),
    [
        ("---\nauthor: 王为\ntitle: A: B\n---", "A: B", 3),
        ("---\ntitle: A\nauthor: 王为\ndate: 2024-13-45\n---", "A", 4),
        ("---\ntitle: A\nauthor: 王为\ntags: [a\n---", "A", 4),
        ("---\ntitle: A\nauthor: 王为\n\n", "A", 1),
        ("+++\ntitle = 'A'\nauthor = '王为'\ntags = [\n+++", "A", 4),
    ],
)
def test_broken_front_matter_is_told_and_saved(tmp_path: Path, header: str, title: str, line: int) -> None:
    post = read(tmp_path, header + "\n" + TEXT)
    assert (post.facts.title, post.facts.authors) == (title, ("王为",))
    assert post.notices[0].line == line
    assert said(post) == TEXT


def test_two_rules_around_a_text_are_no_header(tmp_path: Path) -> None:
    post = read(tmp_path, f"---\n{TEXT}\n---\n\n第二段。")
    assert said(post) == f"{TEXT} 第二段。"
    assert "front matter" in post.notices[0].message


def test_repairs_can_be_switched_off(tmp_path: Path) -> None:
    broken = "## 趋势\n\n网络  ## 挑战\n"
    assert len(read(tmp_path, broken).sections) == 2
    assert len(read(tmp_path, broken, repair=False).sections) == 1
    assert len(read(tmp_path, "---\nrepair: false\n---\n" + broken).sections) == 1


@pytest.mark.parametrize(
    ("name", "text", "title", "day"),
    [
        ("2016-10-27-barcelona-day-3.md", TEXT, "barcelona day 3", 3),
        ("a.md", f"# 第二天\n\n{TEXT}", "第二天", 2),
        (
            "002_7d550feb2406d3f9.txt",
            f"记录我在OpenStack Vancouver Summit上的见闻\n\n## Topics\n\n{TEXT}",
            "OpenStack Vancouver Summit",
            None,
        ),
        ("notes-of-2017.md", f"波士顿见闻\n\n{TEXT}\n\n## 存储\n\n{TEXT}", "波士顿见闻", None),
        ("a.txt", f"**波士顿见闻**\n\n作者：陈锐\n\n{TEXT}\n\n{TEXT}", "波士顿见闻", None),
        ("my notes.md", f"这句话说的是昨天的会场。\n\n{TEXT}\n\n{TEXT}", "my notes", None),
        ("my notes.md", f"优点\n\n* 快\n* 省\n\n{TEXT}", "my notes", None),
    ],
)
def test_a_title_without_front_matter(tmp_path: Path, name: str, text: str, title: str, day: int | None) -> None:
    facts = read(tmp_path, text, name).facts
    assert (facts.title, facts.day) == (title, day)


@pytest.mark.parametrize("byline", ["作者：陈锐\n日期：2017年5月9日", "2017-05-09 作者：陈锐"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_first_line_that_is_the_title_is_not_shown_as_text(tmp_path: Path, byline: str, gap: str) -> None:
    post = read(tmp_path, f"波士顿见闻{gap}{byline}\n\n{TEXT}\n\n## 存储\n\n{TEXT}", "notes.md")
    assert (post.facts.title, post.facts.authors, post.facts.date) == ("波士顿见闻", ("陈锐",), dt.date(2017, 5, 9))
    assert [(section.heading, len(section.blocks)) for section in post.sections] == [("", 1), ("存储", 1)]
    assert "plain-title" in {repair.rule for repair in post.repairs}


def test_dates_and_authors_stand_in_the_text(tmp_path: Path) -> None:
    facts = read(tmp_path, f"*陈锐 RuiChen @kiwik*\n\n*2015/05/19 23:35:50 *\n\n{TEXT}").facts
    assert (facts.date, facts.authors) == (dt.date(2015, 5, 19), ("陈锐 RuiChen",))
    facts = read(tmp_path, f"标题\n\n2016年5月12日 11:27 阅读 2694\n\n{TEXT}\n\n编者注:本文作者为王为。").facts
    assert (facts.date, facts.authors) == (dt.date(2016, 5, 12), ("王为",))
    facts = read(tmp_path, f"作者：[youngsterxyf](https://github.com/youngsterxyf)\n\n{TEXT}").facts
    assert facts.authors == ("youngsterxyf",)
    facts = read(tmp_path, f"标题\n\n陈锐 RuiChen @kiwik\n\n感谢 @someone\n\n{TEXT}").facts
    assert facts.authors == ("陈锐 RuiChen",)


def test_posts_are_found_by_name_and_once(tmp_path: Path) -> None:
    for name in ("b.md", "a.TXT", "deep/er/c.markdown", ".hidden/d.md", "e.pdf"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    found = posts.find([tmp_path, tmp_path / "b.md"])
    assert [Path(file.path).relative_to(tmp_path).as_posix() for file in found] == [
        "a.TXT",
        "b.md",
        "deep/er/c.markdown",
    ]
    with pytest.raises(UsageError, match="not a post"):
        posts.find([tmp_path / "e.pdf"])
    with pytest.raises(UsageError, match="no such file"):
        posts.find([tmp_path / "nowhere"])


def test_a_path_from_the_sites_root(tmp_path: Path) -> None:
    (tmp_path / "site/images").mkdir(parents=True)
    (tmp_path / "site/images/a b.png").write_bytes(b"x")
    root = tmp_path / "site" / "posts"
    (root / "deep").mkdir(parents=True)
    (root / "deep/post.md").write_text("![x](/images/a%20b.png)\n\n![y](../../images/a%20b.png)")
    post = posts.read(root / "deep/post.md", root)
    assert [type(block) for block in post.sections[0].blocks] == [Picture, Picture]
    assert not post.notices


def test_no_picture_from_outside(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"x")
    root = tmp_path / "site" / "posts"
    root.mkdir(parents=True)
    (root / "link.png").symlink_to(tmp_path / "secret.png")
    ways = [
        "../../secret.png",
        "link.png",
        str(tmp_path / "secret.png"),
        "file:///etc/passwd",
        "\\\\\\\\host\\\\a.png",
        "C:\\\\a.png",
    ]
    (root / "post.md").write_text("\n\n".join(f"![x](<{way}>)" for way in ways) + "\n\n" + TEXT)
    post = posts.read(root / "post.md", root)
    assert not [block for section in post.sections for block in section.blocks if isinstance(block, Picture)]
    assert [notice.line for notice in post.notices] == [1, 3, 5, 7, 9, 11]
    assert all(notice.hint for notice in post.notices)


@pytest.mark.parametrize("way", ["../../../../etc/passwd.png", "%2e%2e/../../x/a.png", "/../../../etc/passwd.png"])
def test_places_outside_are_neither_looked_in_nor_named(tmp_path: Path, way: str) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (notice,) = read(tmp_path / "a" / "b", f"![x]({way})\n\n{TEXT}").notices
    assert notice.message.startswith("picture lies outside of the posts: ")
    assert (notice.rule, "looked in" in notice.hint) == ("picture-refused", False)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("图片.png", "图片.png"),
        ("a%20b.png", "a b.png"),
        ("a%1b%5B31m.png", "a%1B[31m.png"),
        ("a%e2%80%aegnp.jpg", "a%E2%80%AEgnp.jpg"),
        ("%ff%fe.png", "%ff%fe.png"),
        ("100%25.png", "100%25.png"),
    ],
)
def test_addresses_are_told_as_people_read_them(tmp_path: Path, written: str, shown: str) -> None:
    (notice,) = read(tmp_path, f"![x]({written})\n\n{TEXT}").notices
    assert notice.message == f"picture not found: {shown}"


def slugs(folder: Path, *writings: tuple[str, str]) -> list[tuple[str, str]]:
    found, _ = posts.group([read(folder, text, name) for name, text in writings], paths=[folder])
    return [(group.summit.slug, rule) for group in found for rule in group.rules]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("---\ntitle: OpenStack巴塞罗那峰会Day3\n---\n", "barcelona-2016"),
        ("---\ntitle: OpenStack Day China Beijing 2016\n---\n", "beijing-2016"),
        ("---\ntags: [Vancouver, summit]\ndate: 2015-05-19\ntitle: x\n---\n", "vancouver-2015"),
        ("---\ntitle: 温哥华峰会 2018\n---\n", "vancouver-2018"),
        ("---\ntitle: 见闻\ndate: 2016-05-12\n---\n今天有关奥斯汀OpenStack Summit网络主题的演讲。\n", "austin-2016"),
        ("---\ntitle: 第一届奥斯汀设计峰会 2010\n---\n", "austin-2010"),
        ("---\nsummit: Tokyo 2015\ntitle: x\n---\n", "tokyo-2015"),
        ("---\nsummit: barcelona-2016\ntitle: Tokyo\n---\n", "barcelona-2016"),
        ("---\nsummit: GopherCon 2020\ntitle: x\n---\n", "gophercon-2020"),
        ("---\ntitle: 峰会第二天\ndate: 2017-11-07\n---\n", "sydney-2017"),
        ("---\ntitle: kubecon 2019 -- ShangHai\ndate: 2019-11-05\n---\n", "kubecon-2019-shanghai"),
        ("---\ntitle: CSS Conf 峰会见闻\ndate: 2018-05-23\n---\n", "css-conf-峰会见闻"),
        ("---\ntitle: KubeCon 之前的 OpenStack 柏林峰会\ndate: 2018-11-14\n---\n", "berlin-2018"),
        ("---\ntitle: 我在波士顿学摄影\ndate: 2001-01-01\n---\n", "我在波士顿学摄影"),
        ("---\ntitle: 随笔\n---\n下次希望可以在波士顿吃龙虾，但这与会议无关，只是一个心愿罢了，写在这里。\n", "随笔"),
    ],
)
def test_which_summit(tmp_path: Path, text: str, slug: str) -> None:
    assert slugs(tmp_path, ("post.md", text + TEXT))[0][0] == slug


def test_the_rule_that_decided_is_told(tmp_path: Path) -> None:
    found = slugs(
        tmp_path,
        ("2015-10-28-tokyo.md", TEXT),
        ("qcon/a.md", "---\ntitle: 甲\n---\n" + TEXT),
        ("b.md", "---\ntitle: 海边会议 Day 2\n---\n" + TEXT),
    )
    assert found == [
        ("tokyo-2015", "title names Tokyo, the date 2015-10-28"),
        ("qcon", "folder"),
        ("海边会议", "title alone"),
    ]


def test_a_post_that_is_alone_in_its_folder_gives_the_deck_its_title(tmp_path: Path) -> None:
    text = "---\ntitle: {}\n---\n" + TEXT
    alone = [read(tmp_path, text.format("海边会议 Day 2"), "2024-05-x/a.md")]
    two = [read(tmp_path, text.format(title), f"qcon/{title}.md") for title in ("甲", "乙")]
    found, _ = posts.group([*alone, *two], paths=[tmp_path])
    assert {(group.summit.slug, group.summit.name) for group in found} == {("2024-05-x", "海边会议"), ("qcon", "qcon")}


def test_the_order_within_a_summit(tmp_path: Path) -> None:
    head = "---\nsummit: barcelona-2016\ntitle: {}\n{}---\n" + TEXT
    writings = [
        read(tmp_path, head.format("Day 2", ""), "a.md"),
        read(tmp_path, head.format("第一天", ""), "b.md"),
        read(tmp_path, head.format("x", "date: 2016-10-27\n"), "c.md"),
        read(tmp_path, head.format("y", "date: 2016-10-25\n"), "d.md"),
        read(tmp_path, head.format("z", ""), "0.md"),
    ]
    ((group,), _) = posts.group(writings)
    assert [Path(post.path).name for post in group.posts] == ["d.md", "c.md", "b.md", "a.md", "0.md"]
    assert (group.summit.place, group.summit.year, group.lang) == ("巴塞罗那", 2016, "zh-CN")
    assert "峰会" in group.summit.name


def test_a_table_beside_the_posts(tmp_path: Path) -> None:
    (tmp_path / "summits.toml").write_text(
        '[[summit]]\nname = "KubeCon"\nplace = "Tokyo"\nyear = 2015\naliases = ["云原生大会"]\ntheme = "night"\n',
        "utf-8",
    )
    post = read(tmp_path, f"---\ntitle: 云原生大会\n---\n{TEXT}")
    ((group,), _) = posts.group([post], paths=[tmp_path])
    assert (group.summit.slug, group.summit.name, group.summit.theme) == ("tokyo-2015", "KubeCon", "night")


GOOD = '[[summit]]\nplace = "东京"\nyear = 2015\nslug = "ours"\n'


@pytest.mark.parametrize(
    ("table", "line", "message", "hint", "lost"),
    [
        ("[[summit]\n" + GOOD, 1, "not valid TOML: expected ']]' at the end of an array declaration", "", True),
        (f"{GOOD}allias = ['x']\n", 5, "unknown key: allias", "did you mean aliases?", False),
        (f"[[summit]]\ncity = 'x'\nname = 'y'\n{GOOD}", 2, "unknown key: city", "choose one of slug, name, ", False),
        (f"{GOOD}start = 'soon'\n", 5, "start is not a date: soon", "write start = 2016-10-25", False),
        (f"{GOOD}[[summit]]\nname = 'x'\nyear = '2016'\n", 7, "year is not a number: 2016", "write year = 2016", False),
        (f"{GOOD}aliases = '东京大会'\n", 5, "aliases is not a list", "write aliases = [", False),
        (f"{GOOD}\n[[summit]]\nnmae = 'x'\n", 7, "unknown key: nmae", "did you mean name?", False),
        (f"{GOOD}[[summit]]\nslug = 'x'\n", 5, "the event has no name", "give it a name or a place", True),
        (f"{GOOD}[[summits]]\nname = 'x'\n", 5, "unknown key: summits", "begin each event with [[summit]]", False),
    ],
)
def test_what_is_wrong_in_a_table_is_told_with_its_line_and_the_rest_is_used(
    tmp_path: Path, table: str, line: int, message: str, hint: str, lost: bool
) -> None:
    (tmp_path / "summits.toml").write_text(table, "utf-8")
    post = read(tmp_path, f"---\ntitle: 东京见闻 2015\n---\n{TEXT}")
    ((group,), (notice, *_)) = posts.group([post], paths=[tmp_path])
    assert group.summit.slug == ("tokyo-2015" if "TOML" in message else "ours")
    assert (notice.path, notice.line, notice.lost) == (str(tmp_path / "summits.toml"), line, lost)
    assert notice.message == message
    assert notice.hint.startswith(hint)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (TEXT, "zh-CN"),
        ("這是一個關於雲端運算的會議，講者說明了網路與儲存的發展。", "zh-TW"),
        ("東京サミットのレポートです。とても面白かったです。", "ja-JP"),
        ("바르셀로나 서밋에서 들은 이야기를 정리합니다.", "ko-KR"),
        ("Notes from the summit in Barcelona.", "en-US"),
        ("---\nlang: zh_tw\n---\nNotes.", "zh-TW"),
    ],
)
def test_languages(tmp_path: Path, text: str, lang: str) -> None:
    assert posts.language(read(tmp_path, text, "x.md")) == lang


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=WRITINGS)
def test_any_text_is_read(tmp_path: Path, text: str) -> None:
    try:
        post = read(tmp_path, text)
    except InputError as error:
        assert error.notice.message in ("the post holds no text", "not a text file, or in an unknown encoding"), error  # noqa: PT017
        return
    lines = len(split(text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")))
    for section in post.sections:
        assert section.level == len(section.path)
        for block in section.blocks:
            assert 1 <= block.source.line <= block.source.end_line <= lines
    posts.group([post])


@settings(max_examples=150, deadline=None)
@given(text=WRITINGS)
def test_the_letters_of_a_text_stay(text: str) -> None:
    """Repairs part and mark lines; what they drop is named by its rule."""
    dropping = {
        "page-furniture",
        "site-tag",
        "site-contents",
        "table-of-contents",
        "drawn-line",
        "too-deep",
        "site-code",
    }
    mended, repairs = mend(split(text))
    if not {repair.rule for repair in repairs} & dropping:
        assert [c for line in mended for c in line.text if c.isalnum()] == [
            c for line in split(text) for c in line.text if c.isalnum()
        ]


@pytest.mark.parametrize(
    "text",
    [
        "汉字word，" * 200_000,
        "## 标题\n\n" * 10_000,
        ">" * 10_000 + " 引文",
        "[" * 10_000 + "a" + "]" * 10_000,
        "<a " * 10_000,
        "<div>" + "<a " * 10_000,
        "容易* 手动" * 20_000,
        "汉字## 标题 " * 10_000,
        "```" + "`a" * 10_000,
        "\n".join("  " * depth + "- a" for depth in range(600)),
        "banner\n" * 20_000,
        "{%" * 50_000,
        "标题行\n\n" + f"{TEXT}\n\n" * 3_000,
        "\n".join(f"{number}. 标题" for number in range(5_000)),
    ],
    ids=lambda text: f"{text[:12]!r}",
)
def test_reading_takes_linear_time(tmp_path: Path, text: str) -> None:
    started = time.process_time()
    post = read(tmp_path, text + "\n\n结束的一句话。")
    assert time.process_time() - started < 10
    assert post.sections


def test_deep_quotations_keep_their_words(tmp_path: Path) -> None:
    assert "引文" in str(read(tmp_path, ">" * 10_000 + " 引文").sections)


def clean_files() -> list[Path]:
    """Markdown that came with the installed packages, written by people who know how."""
    roots = [Path(entry) for entry in sys.path if entry.endswith("site-packages")]
    found = {file for root in roots for file in root.rglob("*.md") if file.stat().st_size < 100_000}
    return sorted(file for file in found if not file.stem.startswith("LICENSE"))


def test_clean_markdown_is_left_alone() -> None:
    files = clean_files()
    if not files:
        pytest.skip("no package here came with Markdown files")
    for file in files:
        _, repairs = mend(split(file.read_text("utf-8")))
        # A notice of copyright below the text is furniture wherever it stands.
        assert [repair for repair in repairs if "©" not in repair.seen] == [], file


@pytest.mark.parametrize(
    "text",
    [
        "# foo#\n\n## foo ##\n\n### foo ###     \n\n# foo \\#\n",
        "#5 bolt\n\n#hashtag\n\n####### foo\n\n\\## foo\n",
        "Foo *bar\nbaz*\n====\n\nFoo\n-------------------------\n\nFoo\n   ----      \n",
        "- foo\n-----\n\n> Foo\n---\n\nFoo\nBar\n---\n",
        "* a *\n\na * foo bar*\n\nfoo*bar*\n\n5*6*78\n\n**foo*bar**\n",
        "- foo\n***\n- bar\n\n* Foo\n* * *\n* Bar\n\n- Foo\n- * * *\n",
        "    a simple\n      indented code block\n\n- foo\n\n      bar\n",
        "1.  A paragraph\n    with two lines.\n\n        indented code\n\n    > A block quote.\n",
        "[foo]: /url 'title'\n\n[foo]\n\n![foo](/url \"title\")\n\n[link](</my uri>)\n",
        "| foo | bar |\n| --- | --- |\n| baz  ## a | bim* b |\n",
        '`` foo ` bar  ## x ``\n\n<a href="`">`\n\n`foo* bar`\n',
        "void* p; char* Q; a ## b; C## x; x = a* b;\n\n***\n\n___\n",
    ],
)
def test_specimens_of_commonmark_are_left_alone(text: str) -> None:
    mended, repairs = mend(split(text))
    assert (join(mended), repairs) == (text, ())


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the folder of real posts is not here")
class TestRealPosts:
    def test_they_fall_into_five_summits(self) -> None:
        read = [posts.read(file.path, file.root) for file in posts.find([SEEDS])]
        found = [group.summit.slug for group in posts.group(read, paths=[SEEDS])[0]]
        assert found == ["vancouver-2015", "tokyo-2015", "austin-2016", "beijing-2016", "barcelona-2016"]

    def test_the_missing_picture_is_told_with_its_line(self) -> None:
        read = [posts.read(file.path, file.root) for file in posts.find([SEEDS])]
        notices = [notice for post in read for notice in post.notices]
        assert [(notice.line, notice.message) for notice in notices] == [
            (10, "picture not found: /images/openstack-beijing-2016/1.JPG")
        ]
        assert sum(isinstance(b, Picture) for p in read for s in p.sections for b in s.blocks) == 22

    def test_mending_twice_changes_nothing_more(self) -> None:
        for file in SEEDS.glob("*.txt"):
            once, _ = mend(split(file.read_text("utf-8")))
            assert mend(once, titled=True)[1] == ()


def test_an_item_of_several_paragraphs_spans_their_lines(tmp_path: Path) -> None:
    post = read(tmp_path, "# A\n\n* The racks are networks.\n\n  Broadcasts end there.\n")
    lists = [block for section in post.sections for block in section.blocks if isinstance(block, Bullets)]
    assert [(item.source.line, item.source.end_line) for item in lists[0].items] == [(3, 5)]
