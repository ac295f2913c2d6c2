"""Posts: what is told of authors and dates, and how what is wrong is told."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from deckgen import posts
from deckgen.errors import InputError
from deckgen.model import Post
from deckgen.plan import outline

TEXT = "今天的会场很热闹，大会见闻与干货着实不少。"


def read(folder: Path, text: str | bytes) -> Post:
    file = folder / "post.md"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return posts.read(file, folder)


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("作者：小王   发布时间：2018-12-20 10:00   阅读 1234", "小王"),
        ("来源：云原生社区 作者：小王 发布时间：2018-12-20 10:00 阅读 1234", "小王"),
        ("作者：小王 | 2018-12-20 | 1.2万次阅读", "小王"),
        ("Alice Wang · 2018-12-20 · 1,234 views", "Alice Wang"),
        ("By Alice Wang | Dec 20, 2018 | 5 min read", "Alice Wang"),
        ("作者:小王(华为) 2018-12-20", "小王(华为)"),
        ("作者：小王，2018-12-20", "小王"),
        ("作者：小王 / 时间：2018-12-20", "小王"),
        ("2018-12-20　作者：小王　评论(3)", "小王"),
    ],
)
def test_a_byline_is_told_in_its_parts(tmp_path: Path, byline: str, author: str) -> None:
    post = read(tmp_path, f"KubeCon 见闻\n\n{byline}\n分享到 微信 微博\n\n{TEXT}")
    assert (post.facts.authors, post.facts.date) == ((author,), dt.date(2018, 12, 20))
    assert [len(section.blocks) for section in post.sections] == [2]


def test_what_merely_resembles_a_byline_is_text(tmp_path: Path) -> None:
    post = read(tmp_path, f"北京 · 2018-12-20 · 三千人参加\n\n{TEXT}")
    assert post.facts.authors == ()
    assert "三千人参加" in str(post.sections)


@pytest.mark.parametrize(
    "raw",
    [
        b"\xff\xfe" + bytes(range(256)) * 20,
        b"\xfe\xff" + bytes(range(256)) * 20,
        b"\xff\xfe\x00\x00" + bytes(range(256)) * 4,
        b"\xff\xfe" + bytes(range(64)),
        b"\xff\xfe" + (PICTURE := bytes(byte * byte * 7 % 251 for byte in range(3000))),
        b"\xef\xbb\xbf" + PICTURE,
        "\ue000\ue001 \x01\x02".encode() * 20,
    ],
)
def test_what_decodes_to_nothing_that_anybody_writes_is_refused(tmp_path: Path, raw: bytes) -> None:
    with pytest.raises(InputError, match="not a text file"):
        read(tmp_path, raw)


def test_a_text_with_a_few_odd_characters_is_read(tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-16", "utf-32"):
        assert read(tmp_path, (f"{TEXT * 2} \ue600 \U0001fae8 \x1b[0m\n" * 5).encode(encoding)).sections
    assert read(tmp_path, "안녕하세요 여러분 서밋 이야기\n".encode("utf-16")).sections


@pytest.mark.parametrize(
    ("entry", "hint"),
    [
        ("title: A: B", "put the value in quotes"),
        ('title: "A', 'close the value with "'),
        ("title: 'A", "close the value with '"),
        ('title: "A" and "B"', "put the whole value in single quotes"),
        ("tags: [a, b", "close the list with ]"),
        ("tags: [a,\n  b", "close the list with ]"),
        ("tags: {a: b", "close the table with }"),
        ("title: @A", "put the value in quotes"),
        ("some words", "write one `key: value` a line"),
    ],
)
def test_broken_entries_of_front_matter_are_told_with_what_mends_them(tmp_path: Path, entry: str, hint: str) -> None:
    (notice,) = read(tmp_path, f"---\nauthor: 王为\n{entry}\n---\n{TEXT}").notices
    assert (notice.line, notice.hint) == (3, hint)


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("---\ntitle: A\n\ndate: soon\n---", 4),
        ("---\ntitle: A\nauthor: B\nDetail: much\n---", 4),
        ("+++\ntitle = 'A'\nvisuals = 'none'\n+++", 3),
        ('{\n"title": "A",\n"author": "B",\n"detail": "much"\n}', 4),
    ],
)
def test_a_bad_setting_is_told_at_its_line(tmp_path: Path, header: str, line: int) -> None:
    (notice,) = read(tmp_path, f"{header}\n{TEXT}").notices
    assert (notice.line, notice.rule) == (line, "post-setting")


@pytest.mark.parametrize(
    ("header", "author", "told"),
    [
        ("title:\tA day\n\tauthor: Ann\n", ("Ann",), [(3, "front matter is indented with tabs")]),
        ("title: A day\nauthor:\n\t- Ann\n\t- Bo\n", ("Ann", "Bo"), [(4, "front matter is indented with tabs")]),
        ("title: A day\n  author: Ann\n", ("Ann",), []),
        ("title: A day\nauthor: Ann\ndate: 2024-13-45\n", ("Ann",), [(4, "date not understood: 2024-13-45")]),
        ("title : A day\nauthor : Ann\ncategory : Cloud\n", ("Ann",), []),
        (
            "title：A day\nauthor：Ann\n",
            ("Ann",),
            [
                (2, "front matter is not valid YAML, read as plain text: title：A day"),
                (3, "front matter is not valid YAML, read as plain text: author：Ann"),
            ],
        ),
    ],
)
def test_what_can_be_understood_of_a_broken_header_is_taken(
    tmp_path: Path, header: str, author: tuple[str, ...], told: list[tuple[int, str]]
) -> None:
    post = read(tmp_path, f"---\n{header}---\n{TEXT}")
    assert (post.facts.title, post.facts.authors) == ("A day", author)
    assert [(notice.line, notice.message) for notice in post.notices] == told
    assert [len(section.blocks) for section in post.sections] == [1]


def test_two_rules_around_a_sentence_with_a_colon_are_no_header(tmp_path: Path) -> None:
    post = read(tmp_path, f"---\n本文介绍网络：从大二层到路由。\n---\n\n{TEXT}")
    assert "从大二层到路由" in str(post.sections)


def test_an_unknown_theme_is_told_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text(f"---\ntitle: A\ntheme: loud\n---\n{TEXT}", "utf-8")
    (notice,) = outline([tmp_path]).notices
    assert (notice.message, notice.line) == ("unknown theme 'loud'", 3)


def test_front_matter_that_was_never_opened_is_read(tmp_path: Path) -> None:
    post = read(tmp_path, f"title: A\ntags:\n  - x\ndate: 2018-12-20\n---\n\n{TEXT}")
    assert (post.facts.title, post.facts.tags, post.facts.date) == ("A", ("x",), dt.date(2018, 12, 20))
    assert [section.path for section in post.sections] == [()]
    assert [(notice.line, notice.message) for notice in post.notices] == [(1, "front matter is never opened")]


def test_known_keys_without_fences_are_a_header(tmp_path: Path) -> None:
    post = read(tmp_path, f"Title: A\nDate: 2018-12-20\nSlug: a\nAuthor: Ann\n\n{TEXT}")
    assert (post.facts.title, post.facts.date, post.facts.authors) == ("A", dt.date(2018, 12, 20), ("Ann",))
    assert not post.notices
    assert "Slug" not in str(post.sections)


@pytest.mark.parametrize(
    "text",
    [
        f"Title: A\nNote: this is text\n\n{TEXT}",
        f"会议：深圳\n---\n\n{TEXT}",
        f"title: A\n{TEXT}\n---\n\n{TEXT}",
        f"title: A\n\n{TEXT}\n\n---\n\n{TEXT}",
    ],
)
def test_a_heading_underlined_is_no_front_matter(tmp_path: Path, text: str) -> None:
    post = read(tmp_path, text)
    assert post.facts.title != "A"
    assert post.notices == ()


def test_warnings_come_in_the_order_of_the_lines(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text(f"![x](a.png)\n\n{TEXT}\n\n![x](b.png)\n", "utf-8")
    (tmp_path / "a.md").write_text(
        f"---\ntitle: x: y\ntheme: loud\ndetail: much\n---\n{TEXT}\n\n[x](no.md)\n\n![x](a.png)\n\n[x](#no)\n", "utf-8"
    )
    told = [(Path(notice.path).name, notice.line) for notice in outline([tmp_path], summit="Boston 2017").notices]
    assert told == [*(("a.md", line) for line in (2, 3, 4, 8, 10, 12)), ("b.md", 1), ("b.md", 5)]
