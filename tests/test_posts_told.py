"""Posts: what is told of authors and dates, and how what is wrong is told."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from deckgen import posts
from deckgen.model import Post

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
