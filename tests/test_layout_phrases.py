"""Where the lines of titles and other large texts end."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import ahem
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen import layout, theme
from deckgen.layout import impress, setting
from deckgen.layout.breaking import Faces, Style, impress_lines
from deckgen.layout.phrases import phrased
from deckgen.model import Bullet, ContentSlide, Paragraph, ShapeBox, TextBox, runs

LOOK = theme.load("plain")
FACES = Faces.of(LOOK.fonts, "zh-CN")
STYLE = LOOK.layout("Title and Content").slot("title").style
SIZE, WIDTH = 26.0, 864.0


def set_in(text: str, width: float = WIDTH) -> setting.Setting:
    return setting.set_text((Paragraph(runs(text)),), STYLE, FACES, width, SIZE)


def shown(text: str, share: float = 1.0) -> list[str]:
    """The lines of a title as an office program fills them that runs so much closer or wider."""
    found = phrased(set_in(text), STYLE, FACES)
    (line,) = impress_lines(found.paragraphs[0].text, Style(FACES, STYLE.bold))
    cuts = [0, *impress.cuts(line, share * found.width / SIZE)]
    return [text[start:end].strip() for start, end in pairwise(cuts)]


TITLES = {
    "after a clause": (
        "实现原理主要是基于 IPTables，之后如果不在一个路由域，",
        "即使在同一个路由器下流量也会被拦下来",
    ),
    "after a colon": (
        "Using Rally for OpenStack certification at Scale：",
        "Rally 对于 OpenStack 其实可以做到以下几个层次",
    ),
    "evenly": (
        "Mapping Real Networks to Physical Networks,",
        "Segments, and Routed Networks of all kinds",
    ),
    "before a word that opens a phrase": (
        "随着大家的需求增多虚拟机疏散功能的失败处理",
        "和网络扩展性方案的设计讨论越来越受到关注",
    ),
    "not within a word": (
        "这一次升级把整个机房里面所有的控制节点和网络节点",
        "都搬迁完毕一共用了 20 分钟左右的时间",
    ),
    "not at a hyphen": (
        "OpenStack 网络性能测试：从 ovs-sandbox、tempest 到 rally，",
        "主要靠日志和监控",
    ),
}


def whole(name: str) -> str:
    first, second = TITLES[name]
    return f"{first} {second}" if first.isascii() else first + second


@pytest.mark.parametrize("name", TITLES)
def test_lines_end_where_phrases_do(name: str) -> None:
    assert shown(whole(name)) == [*TITLES[name]]


@pytest.mark.parametrize("share", [0.99, 1.01])
@pytest.mark.parametrize("name", TITLES)
def test_they_end_there_in_programs_that_run_a_little_wider_or_closer(name: str, share: float) -> None:
    assert shown(whole(name), share) == [*TITLES[name]]


@given(st.text(alphabet="ab 中文，。的和-OpenStack 1", min_size=1, max_size=90), st.sampled_from([300.0, 864.0]))
def test_nothing_takes_more_room_for_it(text: str, width: float) -> None:
    before = set_in(text or "a", width)
    after = phrased(before, STYLE, FACES)
    assert (after.lines, after.height, after.paragraphs) == (before.lines, before.height, before.paragraphs)
    assert after.width <= width
    assert before.broken or not after.broken


def test_striking_looks_take_turns() -> None:
    source = ahem.source(1)
    points = tuple(Bullet(runs("一二三四五六七八九十一二三四五六"), source) for _ in range(3))
    slides = [ContentSlide(f"s{n}", f"标题 {n}", None, points, (f"s{n}",), source) for n in range(4)]
    deck = replace(ahem.deck(slides[0]), slides=tuple(slides))
    pages = layout.arrange(deck, ahem.theme())
    names = [{box.name.split()[0] for box in page.boxes if isinstance(box, ShapeBox)} for page in pages]
    assert all(one != other for one, other in pairwise(names))


def test_a_list_is_drawn_in_where_that_keeps_words_whole() -> None:
    long = "统一的 API 具备可以保证云平台服务及应用间的互操作性，构建良好的生态应用，保护用户资产，减少人员培训成本"
    texts = ("OpenStack 的定位和他们的需求非常吻合", long, "Nutanix 可以保持在存储方面的优势") * 2
    bullets = tuple(Bullet(runs(text), ahem.source(1)) for text in texts)
    slide = ContentSlide("s", "标题", None, bullets, ("s",), ahem.source(1))
    (page,) = layout.arrange(ahem.deck(slide), LOOK)
    (body,) = (box for box in page.boxes if isinstance(box, TextBox) and box.role == "body")
    (line,) = impress_lines(runs(long), Style(FACES))
    room = LOOK.layout("Title and Content").slot("body").rect.w
    ends = [next(impress.cuts(line, (width - 20) / body.size)) for width in (room, body.rect.w)]
    assert [long[end - 1] for end in ends] == ["保", "，"]
