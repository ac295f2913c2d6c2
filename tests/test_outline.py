"""Posts in, a deck in words out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from deckgen import posts
from deckgen.layout import arrange
from deckgen.model import (
    AgendaSlide,
    Bullet,
    ContentSlide,
    Deck,
    Detail,
    Entry,
    Figure,
    ListItem,
    Numbers,
    Prose,
    Quote,
    SectionSlide,
    Source,
    SourcesSlide,
    Summit,
    Takeaway,
    TakeawaysSlide,
    TextBox,
    TitleSlide,
    Visual,
    plain,
    runs,
)
from deckgen.outline import deck
from deckgen.outline.apart import told_apart
from deckgen.outline.enumerations import spread
from deckgen.outline.remembered import with_remembered
from deckgen.outline.titles import in_context
from deckgen.outline.unheard import with_unheard
from deckgen.outline.words import span, words
from deckgen.summary import Condensed, Context
from deckgen.theme import load

PROSE = (
    "Neutron的网络在规模上了之后出现瓶颈，社区版只能支持数百台服务器。"
    "新的架构把每一个物理机架作为一个segment，同一个segment具有路由功能。"
    "这个方案已经合并到Newton版本，运维团队不再需要手动配置每一台交换机。"
    "测试显示50个子网的创建时间从40秒降到7秒。\n"
)


def made(tmp_path: Path, *texts: str, detail: Detail = "standard") -> Deck:
    """The deck of the posts with these texts, all of one summit."""
    read = []
    for number, text in enumerate(texts, 1):
        path = tmp_path / f"post-{number}.md"
        path.write_text(text, "utf-8")
        read.append(posts.read(path, tmp_path))
    ((group,), _) = posts.group(read, forced="Barcelona 2016")
    return deck(group.summit, group.posts, detail=detail, lang=group.lang, theme="plain")


def content(made_deck: Deck) -> list[ContentSlide]:
    return [slide for slide in made_deck.slides if isinstance(slide, ContentSlide)]


def lines(slide: ContentSlide) -> list[str]:
    """The lines of the slide, those of its drawings among it."""
    told = (item.told if isinstance(item, Visual) else (item,) for item in slide.items)
    return [plain(line.text) for row in told for line in row if isinstance(line, Bullet | ListItem)]


def test_one_post_has_its_headings_for_chapters(tmp_path: Path) -> None:
    said = made(tmp_path, f"---\ntitle: Day 3\n---\n## 网络\n\n{PROSE}\n## 存储\n\n* Ceph\n* Swift\n")
    kinds = [type(slide) for slide in said.slides]
    assert kinds == [TitleSlide, AgendaSlide, ContentSlide, ContentSlide, TakeawaysSlide, SourcesSlide]
    agenda = said.slides[1]
    assert isinstance(agenda, AgendaSlide)
    assert [(entry.number, entry.title) for entry in agenda.entries] == [
        ("1", "网络"),
        ("2", "存储"),
        ("", "要点"),
        ("", "资料来源"),
    ]
    assert {entry.target for entry in agenda.entries} <= {slide.key for slide in said.slides}


def test_several_posts_each_open_with_a_section_slide_in_the_order_of_their_days(tmp_path: Path) -> None:
    later = f"---\ntitle: 东道主的第三天\ndate: 2016-10-27\n---\n## 网络\n\n{PROSE}"
    first = f"---\ntitle: 第一天见闻\ndate: 2016-10-25\n---\n## 网络\n\n{PROSE}"
    said = made(tmp_path, later, first)
    openings = [slide for slide in said.slides if isinstance(slide, SectionSlide)]
    assert [(slide.number, slide.title) for slide in openings] == [("1", "第一天见闻"), ("2", "东道主的第三天")]
    assert [slide.title for slide in content(said)] == ["网络", "东道主的第三天：网络"]
    assert len({slide.key for slide in said.slides}) == len(said.slides)


def test_sections_of_one_line_share_a_slide(tmp_path: Path) -> None:
    short = "".join(
        f"### {name}\n\n{line}\n\n"
        for name, line in [
            ("可靠性", "系统整体可靠性是否足以满足企业级业务要求"),
            ("开放性", "能否开放标准的API以满足云管理工具对接的需求"),
            ("兼容性", "能否兼容企业原有的VMware系统"),
        ]
    )
    said = made(tmp_path, f"## 面临的挑战\n\n{short}## 其它\n\n{PROSE}## 网络\n\n{PROSE}## 计算\n\n{PROSE}")
    together = content(said)[0]
    assert together.title == "面临的挑战"
    assert [line.split("：")[0] for line in lines(together)] == ["可靠性", "开放性", "兼容性"]
    assert together.section == ("面临的挑战", "可靠性", "开放性", "兼容性")


def test_short_sections_in_a_row_share_a_slide_beside_long_ones(tmp_path: Path) -> None:
    sections = f"### 现状\n\n{PROSE}\n### 部署\n\nKolla和Ansible都在计划里\n\n### 测试\n\n报告显示提升了250%\n"
    said = made(tmp_path, f"## 网络\n\n{PROSE}\n{sections}")
    assert [slide.title for slide in content(said)] == ["网络", "网络：现状", "网络：部署、测试"]
    assert lines(content(said)[2]) == ["部署：Kolla和Ansible都在计划里", "测试：报告显示提升了250%"]


def test_a_quotation_presents_the_picture_after_it(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"")
    said = made(tmp_path, f"## 趋势\n\n> 人正在成为云计算时代的最大瓶颈\n\n![](a.png)\n\n## 计算\n\n{PROSE}")
    (figure,) = [item for item in content(said)[0].items if isinstance(item, Figure)]
    assert figure.alt == "现场图片：人正在成为云计算时代的最大瓶颈"


def test_long_subsections_do_not_share_a_slide(tmp_path: Path) -> None:
    said = made(tmp_path, f"## 网络\n\n### 扩展性\n\n{PROSE}\n### 性能\n\n{PROSE}\n## 计算\n\n{PROSE}")
    assert [slide.title for slide in content(said)] == ["扩展性", "性能", "计算"]


def test_a_heading_that_only_gathers_stands_in_the_titles_below_it_or_leads_them(tmp_path: Path) -> None:
    others = "".join(f"## 主题{n}\n\n{PROSE}\n" for n in "甲乙丙丁")
    long = "OpenStack Compute节点不定期变为不可用或显示出一些未部署的计算节点"
    said = made(tmp_path, f"{others}## 问题：\n\n### 扩展性\n\n{PROSE}\n### {long}\n\n{PROSE}结束语在此。\n")
    first, second = content(said)[-2:]
    assert first.title == "问题：扩展性"
    assert (second.title, plain(second.lead.text) if second.lead else "") == (long, "问题")


def test_notes_hold_the_full_text_and_tell_where_it_stands(tmp_path: Path) -> None:
    said = made(tmp_path, f"## 网络\n\n{PROSE}\n## 存储\n\n{PROSE}")
    first = content(said)[0]
    notes = "\n".join(note.text for note in first.notes)
    assert PROSE.strip() in notes
    assert "post-1.md，第1–3行" in notes


def test_what_has_no_slide_stands_in_the_notes_beside_it(tmp_path: Path) -> None:
    said = made(tmp_path, f"## 网络\n\n{PROSE}\n## 再见\n\n哈哈，谢谢大家！\n")
    assert [slide.title for slide in content(said)] == ["网络"]
    assert "哈哈，谢谢大家" in "\n".join(note.text for note in content(said)[0].notes)


def test_a_label_before_a_picture_is_its_caption(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"")
    said = made(tmp_path, f"## 趋势\n\n全分布式虚拟网络\n\n![image](a.png)\n\n## 计算\n\n{PROSE}")
    (figure,) = [item for item in content(said)[0].items if isinstance(item, Figure)]
    assert figure.caption == "全分布式虚拟网络"
    assert figure.alt == "现场图片：全分布式虚拟网络"
    assert lines(content(said)[0]) == []


@pytest.mark.parametrize(
    ("after", "caption"),
    [
        ("机架与segment的对应关系\n", "机架与segment的对应关系"),
        (f"机架与segment的对应关系\n\n{PROSE}", "机架与segment的对应关系"),
        ("各项目的计划如下：\n\n* Nova\n* Neutron\n", ""),
        ("各项目的计划\n\n* Nova\n* Neutron\n", ""),
        (PROSE, ""),
    ],
)
def test_a_short_line_after_a_picture_is_its_caption(tmp_path: Path, after: str, caption: str) -> None:
    (tmp_path / "a.png").write_bytes(b"")
    said = made(
        tmp_path,
        f"## 趋势\n\n今年的重点是网络的规模，大家都在讨论怎样扩展。\n\n![](a.png)\n\n{after}\n## 计算\n\n{PROSE}",
    )
    (figure,) = [item for item in content(said)[0].items if isinstance(item, Figure)]
    assert figure.caption == caption


def test_an_authors_own_alt_text_stays(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"")
    said = made(tmp_path, f"## 趋势\n\n{PROSE}\n![机架与segment的对应关系](a.png)\n\n## 计算\n\n{PROSE}")
    (figure,) = [item for item in content(said)[0].items if isinstance(item, Figure)]
    assert (figure.alt, figure.caption) == ("机架与segment的对应关系", "机架与segment的对应关系")


@pytest.mark.parametrize("alt", ["image", "", "图片", "IMG_1234", "1.jpg", "screenshot.png", "图 3"])
def test_an_alt_text_that_says_nothing_is_replaced(tmp_path: Path, alt: str) -> None:
    (tmp_path / "a.png").write_bytes(b"")
    said = made(tmp_path, f"## 趋势\n\n{PROSE}\n![{alt}](a.png)\n\n## 计算\n\n{PROSE}")
    (figure,) = [item for item in content(said)[0].items if isinstance(item, Figure)]
    assert figure.caption == ""
    assert figure.alt.startswith("现场图片：测试显示")


def test_brief_keeps_to_what_matters(tmp_path: Path) -> None:
    weights = zip("甲乙丙丁戊己庚", (3, 1, 4, 2, 6, 5, 7), strict=True)
    text = "".join(f"## 主题{name}\n\n{PROSE * weight}主题{name}到此为止。\n\n" for name, weight in weights)
    said = made(tmp_path, text, detail="brief")
    assert [slide.title for slide in content(said)] == ["主题甲", "主题丙", "主题戊", "主题己", "主题庚"]
    assert all(len(lines(slide)) <= 3 for slide in content(said))


def test_brief_has_two_slides_a_chapter_and_the_rest_in_their_notes(tmp_path: Path) -> None:
    parts = "".join(
        f"### 部分{n}\n\n{PROSE * weight}部分{n}到此为止。\n\n" for n, weight in zip("甲乙丙", (2, 1, 3), strict=True)
    )
    said = made(
        tmp_path, f"## 网络\n\n{parts}## 计算\n\n{PROSE}\n## 存储\n\n{PROSE}\n## 镜像\n\n{PROSE}\n", detail="brief"
    )
    assert [slide.title for slide in content(said)][:2] == ["网络：部分甲", "网络：部分丙"]
    assert "部分乙到此为止" in "\n".join(note.text for note in content(said)[1].notes)


def test_the_title_slide_says_what_the_post_is_about(tmp_path: Path) -> None:
    said = made(tmp_path, f"---\ntitle: OpenStack巴塞罗那峰会Day3\n---\n## 简述\n\n{PROSE}\n## 1.虚拟机疏散\n\n{PROSE}")
    title = said.slides[0]
    assert isinstance(title, TitleSlide)
    assert title.lines == ("OpenStack峰会", "巴塞罗那2016")
    assert title.about == "虚拟机疏散"
    assert title.meta == "2016年10月25–28日 · 第3天 · 1篇现场笔记"


@pytest.mark.parametrize(
    ("start", "end", "lang", "expected"),
    [
        ((2016, 10, 25), (2016, 10, 28), "zh-CN", "2016年10月25–28日"),
        ((2016, 10, 25), None, "zh-CN", "2016年10月25日"),
        ((2016, 9, 30), (2016, 10, 2), "zh-CN", "2016年9月30日 – 10月2日"),
        ((2016, 10, 25), (2016, 10, 28), "en-US", "25–28 October 2016"),
        ((2016, 9, 30), (2016, 10, 2), "en-US", "30 September – 2 October 2016"),
        ((2015, 12, 30), (2016, 1, 2), "en-US", "30 December 2015 – 2 January 2016"),
        ((2016, 10, 25), (2016, 10, 28), "ko-KR", "2016년 10월 25–28일"),
    ],
)
def test_dates_as_the_language_writes_them(
    start: tuple[int, int, int], end: tuple[int, int, int] | None, lang: str, expected: str
) -> None:
    assert span(dt.date(*start), dt.date(*end) if end else None, lang) == expected


def test_a_takeaway_stands_under_a_title_that_has_a_topic(tmp_path: Path) -> None:
    advice = "## What I will tell the team\n\n* Plan for two maintenance windows, not one\n"
    lessons = "## Neutron: lessons learned\n\n* Never upgrade the Neutron server and its agents together\n"
    slide = made(tmp_path, f"---\ntitle: Upgrades without tears\n---\n{advice}\n{lessons}").slides[-2]
    assert isinstance(slide, TakeawaysSlide)
    assert [takeaway.label for takeaway in slide.takeaways] == ["Upgrades without tears", "Neutron: lessons learned"]


def test_a_takeaway_may_be_a_sentence_of_the_notes(tmp_path: Path) -> None:
    claim = "一万节点的瓶颈最后出现在镜像仓库上，而不是etcd。"
    steps = "".join(f"{n}. 第{n}台机器\n" for n in range(1, 5))
    said = made(tmp_path, f"---\ntitle: 笔记\n---\n## 镜像\n\n{claim}\n\n{steps}\n## 存储\n\n* Ceph\n* Swift\n")
    slide = said.slides[-2]
    assert isinstance(slide, TakeawaysSlide)
    (takeaway,) = slide.takeaways
    assert plain(takeaway.bullet.text) == claim.rstrip("。")
    assert takeaway.target in {slide.key for slide in said.slides}


ROW = "![](a.png)\n\n![](b.png)\n\n![](c.png)\n"


def pictured(tmp_path: Path, text: str) -> list[ContentSlide]:
    for name in "abc":
        (tmp_path / f"{name}.png").write_bytes(b"")
    return content(made(tmp_path, f"{text}\n## 计算\n\n{PROSE}"))


def test_what_closes_a_section_behind_a_row_of_pictures_stands_apart(tmp_path: Path) -> None:
    shown, closing, _ = pictured(
        tmp_path, f"## 路线图\n\n社区公布了下一个版本的路线图，各个项目都讲了计划。\n\n{ROW}\n{PROSE}"
    )
    assert shown.lead
    assert plain(shown.lead.text).startswith("社区公布了下一个版本的路线图")
    assert [type(item) for item in shown.items] == [Figure] * 3
    assert closing.title == "路线图 (2)"
    assert all(isinstance(item, Bullet) for item in closing.items)
    assert any("Neutron" in note.text for note in closing.notes)


def test_text_that_follows_its_pictures_stays_with_them(tmp_path: Path) -> None:
    first, *_ = pictured(tmp_path, f"## 路线图\n\n{ROW}\n{PROSE}")
    assert {type(item) for item in first.items} == {Figure, Bullet}


def test_later_pictures_are_titled_by_their_caption(tmp_path: Path) -> None:
    plan = "计划如下：\n\n```\nA +1+1\nB +1\nC +1\n```\n"
    slides = pictured(tmp_path, f"## 网络\n\n{plan}\n测试报告公布了出来\n\n{ROW}")
    assert [slide.title for slide in slides][:2] == ["网络", "网络：测试报告公布了出来"]
    assert [item.caption for item in slides[1].items if isinstance(item, Figure)] == ["", "", ""]


def test_lines_that_name_a_picture_each_title_its_slide(tmp_path: Path) -> None:
    listed = "* 热补丁\n\n![](a.png)\n\n* 热插拔机制\n\n![](b.png)\n\n* 热插拔场景\n\n![](c.png)\n"
    text = f"## Suse\n\n有七成的银行在使用他们的操作系统，厂商在会上投入很多。\n\n{listed}"
    slides = pictured(tmp_path, text)
    assert [slide.title for slide in slides][:3] == ["Suse", "Suse：热插拔机制", "Suse：热插拔场景"]
    assert [type(item) for item in slides[1].items] == [Bullet, Figure]
    whole = Deck(Summit("test", "Test"), "plain", "zh-CN", (slides[1],))
    (page,) = arrange(whole, load("plain"))
    assert [box.role for box in page.boxes if isinstance(box, TextBox)] == ["title"]


@pytest.mark.parametrize(
    ("title", "told", "joined"),
    [
        ("网络", "升级顺序", "网络：升级顺序"),
        ("Backport or Upgrade? OpenStack Releases Unchained", "判断依据：", "Backport or Upgrade：判断依据"),
        ("Hold my beer! Upgrading from one release to the next", "升级的顺序", "Hold my beer：升级的顺序"),
        ("NFV：把服务连成链", "流量依次经过几种服务", "NFV：流量依次经过几种服务"),
        ("网络", "愿望清单：BGP得票最多", "愿望清单：BGP得票最多"),
        ("Dragonflow", "会上公布了dragonflow的测试报告", "会上公布了dragonflow的测试报告"),
        ("A" * 120, "升级的顺序", "升级的顺序"),
    ],
)
def test_a_later_slide_keeps_the_name_of_its_section_where_that_fits(title: str, told: str, joined: str) -> None:
    assert in_context(title, told, words("zh-CN")) == joined


def test_an_enumeration_in_a_line_is_a_list_where_there_is_room(tmp_path: Path) -> None:
    items = "".join(f"- {name}\n" for name in ("计划", "移植特性", "测试", "部署", "停机"))
    cost = f"升级的成本：\n\n{items}\n"
    slide = content(made(tmp_path, f"## 升级\n\n{PROSE}\n{cost}"))[0]
    assert [(item.level, plain(item.text)) for item in slide.items if isinstance(item, Bullet)][-6:] == [
        (0, "升级的成本"),
        *((1, name) for name in ("计划", "移植特性", "测试", "部署", "停机")),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "升级的成本：计划、测试、部署",
        "计划、测试、部署、停机",
        "升级：先计划，再测试、部署、停机、验证",
        "A：一、二、三：四、五",
    ],
)
def test_other_lines_stay_lines(line: str) -> None:
    bullet = Bullet(runs(line), Source("post.md", 1, 1))
    assert spread((bullet,)) == (bullet,)


def test_the_cover_names_the_chapters_with_most_to_say(tmp_path: Path) -> None:
    told = {"网络": 3, "总结": 9, "存储": 1, "计算": 2, "镜像": 2}
    chapters = "".join(
        f"## {name}\n\n" + "".join(f"* {name}的第{item}个变化\n" for item in range(3 * count)) + "\n"
        for name, count in told.items()
    )
    said = made(tmp_path, f"---\ntitle: OpenStack巴塞罗那峰会\n---\n{chapters}")
    title = said.slides[0]
    assert isinstance(title, TitleSlide)
    assert title.about == "网络\n计算\n镜像"


def test_the_cover_names_no_chapter_twice_and_none_by_its_marks(tmp_path: Path) -> None:
    told = "".join(f"* {name}\n" for name in ("Ceph", "Swift", "Manila"))
    chapters = "".join(
        f"## {name}\n\n{told}* {n}\n\n" for n, name in enumerate(("网络", "……", "网络", "参考资料", "存储"))
    )
    title = made(tmp_path, f"---\ntitle: OpenStack巴塞罗那峰会\n---\n{chapters}").slides[0]
    assert isinstance(title, TitleSlide)
    assert title.about.split("\n") == ["网络", "存储"]


def test_a_file_name_is_nothing_to_say_on_a_cover(tmp_path: Path) -> None:
    title = made(tmp_path, "## 网络\n\n* Neutron\n* DVR\n\n## 存储\n\n* Ceph\n* Swift\n").slides[0]
    assert isinstance(title, TitleSlide)
    assert title.about.split("\n") == ["网络", "存储"]


def test_the_cover_prefers_the_posts_own_words(tmp_path: Path) -> None:
    head = "title: OpenStack巴塞罗那峰会\ndescription: 网络和升级是这一届讨论最多的话题"
    said = made(tmp_path, f"---\n{head}\n---\n## 网络\n\n{PROSE}\n## 存储\n\n{PROSE}")
    title = said.slides[0]
    assert isinstance(title, TitleSlide)
    assert title.about == "网络和升级是这一届讨论最多的话题"


ONE_SIDED = (
    "同一套网络要同时服务虚拟机和容器，运维团队因此必须维护两套SDN方案。"
    "两层封装让吞吐下降了30%，这是容器跑在虚拟机里最大的问题。"
    "测试显示去掉一层封装之后延迟从9毫秒降到4毫秒。\n"
)
QUIET = (
    "Kuryr打算把虚拟机里的容器端口也交给Neutron管理，"
    "并对这些端口使用VLAN标记来区分不同的容器网络，支持的驱动有OVN、Midonet、Dragonflow和Calico。\n"
)


def test_each_long_paragraph_has_a_line_where_the_section_has_room(tmp_path: Path) -> None:
    long = "\n".join(f"{ONE_SIDED.replace('网络', name)}" for name in ("网络", "存储", "计算"))
    (slide,) = content(made(tmp_path, f"## 容器\n\n{long}\n{QUIET}"))
    assert any(line.startswith("Kuryr打算") for line in lines(slide))


def test_a_page_of_one_line_has_what_its_other_paragraphs_say(tmp_path: Path) -> None:
    short = "从原理讲到现状，最后用Tacker演示了一条服务链。\n"
    said = made(tmp_path, f"## 服务链\n\n{short}\n演示里的设计已经合并到主干，延迟降到了4毫秒。\n## 网络\n\n{PROSE}")
    assert len(lines(content(said)[0])) == 2


def test_a_page_of_one_line_takes_the_opening_without_its_label(tmp_path: Path) -> None:
    short = "简介：对服务链的实现方法和未来做了详细的阐述，做了一个Demo演示目前通过Tacker可以做到的程度。\n"
    said = made(tmp_path, f"## 服务链\n\n{short}\n评论：设计已经合并到主干，延迟降到了4毫秒。\n## 网络\n\n{PROSE}")
    assert [line[:4] for line in lines(content(said)[0])] == ["对服务链", "设计已经"]


@pytest.mark.parametrize(
    "text",
    [
        "休息之前是例牌的招聘环节，各家公司的负责人轮流上台，每人三分钟，台下的人可以随时提问，气氛比上午要好很多，连走廊里也站满了人。",
        "那么网络到了这样的规模，社区的方案到底能不能满足运维团队的要求，升级的时候又应该怎么保证每一台交换机的配置都没有问题呢？",
    ],
)
def test_a_paragraph_about_the_event_or_of_questions_has_no_line_to_give(text: str) -> None:
    blocks = [Prose(runs(line), Source("a.md", n, n)) for n, line in enumerate((PROSE, text), 1)]
    said = Condensed(None, (Bullet(blocks[0].text, blocks[0].source),))
    assert with_unheard(said, blocks, Context("", ("网络",))) == said


def test_a_line_to_take_home_stands_on_the_slide_that_it_leads_to() -> None:
    def bullet(text: str, line: int, level: int = 0) -> Bullet:
        return Bullet(runs(text), Source("a.md", line, line), level)

    section, above = Source("a.md", 1, 9), Source("a.md", 2, 2)
    figures = Visual(Numbers((Entry(runs("7 秒"), runs("创建子网"), above),)), (), above, "a figure")
    listed = (bullet("分组", 3), bullet("子项", 4, 1), bullet("末尾", 8))
    slides = (
        ContentSlide("a", "网络", None, (figures,), ("网络",), section),
        ContentSlide("b", "网络", None, listed, ("网络",), section),
    )
    told = [bullet("Ceph 是出场率最高的存储方案", 3), bullet("末尾", 8)]
    end = TakeawaysSlide("t", "要点", tuple(Takeaway("网络", line, "a") for line in told))
    (_, text), led = with_remembered(slides, end)
    assert isinstance(text, ContentSlide)
    assert text.items == (*listed[:2], told[0], listed[2])
    assert [line.target for line in led.takeaways] == ["b", "b"]


def test_a_later_slide_is_told_apart_by_the_line_above_its_others(tmp_path: Path) -> None:
    post = (
        "## 升级\n\nglance -> cinder -> nova\n\n要做的准备：\n\n* 备份数据库\n* 关掉旧服务\n* 通知所有的用户\n\n"
        + f"## 网络\n\n{PROSE}"
    )
    first, second, *_ = content(made(tmp_path, post))
    assert (first.title, second.title) == ("升级", "升级：要做的准备")
    assert lines(second) == ["备份数据库", "关掉旧服务", "通知所有的用户"]


def test_a_later_slide_is_told_apart_by_what_its_lines_name() -> None:
    def said(*texts: str) -> list[Bullet]:
        return [Bullet(runs(text), Source("a.md", n, n)) for n, text in enumerate(texts, 1)]

    before = said("Nova的服务要一起升级")
    items = said("先升级除nova-compute以外的服务", "再把nova-compute一台一台升级", "Nova的配置最后再改")
    zh = words("zh-CN")
    assert told_apart("升级", items, before, zh) == ("升级：nova-compute", tuple(items))
    assert told_apart("升级", items[:1], items, zh)[0] == "升级"
    assert told_apart("升级", items[2:], before, zh)[0] == "升级"
    quote = Quote((runs("没有备份就没有升级"),), "王工", Source("a.md", 5, 5))
    assert told_apart("升级", [quote], before, zh)[0] == "升级：王工"


def test_a_heading_that_only_says_that_its_parts_follow_is_no_chapter(tmp_path: Path) -> None:
    parts = "".join(f"### {name}\n\n{PROSE.replace('Neutron', name)}\n" for name in ("Ceph", "Nova"))
    said = made(tmp_path, f"## 简述\n\n{PROSE}\n## 正文\n\n介绍分为两个部分\n\n{parts}")
    assert [slide.title for slide in content(said)] == ["简述", "Ceph", "Nova"]
    assert "介绍分为两个部分" in [note.text for note in content(said)[1].notes]
    opening = said.slides[0]
    assert isinstance(opening, TitleSlide)
    assert opening.about == "Ceph\nNova"


def test_a_title_slide_says_nothing_twice(tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    path.write_text(f"---\ntitle: 六月沙龙的总结与回顾\n---\n{PROSE}", "utf-8")
    (group,), _ = posts.group([posts.read(path, tmp_path)])
    opening = deck(group.summit, group.posts, lang=group.lang, theme="plain").slides[0]
    assert isinstance(opening, TitleSlide)
    assert opening.about not in opening.lines
