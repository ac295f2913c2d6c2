"""What may be taken home of a deck: whole claims that are understood without their slides."""

from __future__ import annotations

import pytest

from deckgen.model import Bullet, Source, plain, runs
from deckgen.summary import Shown, takeaways
from deckgen.summary.claims import understood
from deckgen.summary.worth import concludes


def shown(heading: str, *lines: str, post: int = 0, untold: tuple[str, ...] = ()) -> Shown:
    return Shown(post, heading, bullets(lines), bullets(untold))


def bullets(lines: tuple[str, ...]) -> tuple[Bullet, ...]:
    return tuple(Bullet(runs(line), Source("a.md", n, n)) for n, line in enumerate(lines, 1))


def taken(*slides: Shown, count: int = 6) -> list[str]:
    return [plain(bullet.text) for _, bullet in takeaways(slides, count)]


CLAIM = "一万节点的瓶颈最后出现在镜像仓库上，而不是etcd"


def test_the_claim_itself_is_taken() -> None:
    assert taken(shown("镜像", CLAIM)) == [CLAIM]


@pytest.mark.parametrize(
    "line",
    [
        # A definition, and one that has lost its head.
        "eBPF是一种在内核里运行字节码的技术，不需要改内核",
        "如果节点挂掉之后需要将虚拟机疏散到正常的节点之上",
        "Backstage is a tool that catalogues more than 200 services",
        # An announcement, at the head and at the end.
        "演讲者介绍了3个数据中心必须迁移的原因",
        "田中带的团队管着最忙的网站之一，他先报了三个数",
        "一场圆桌讨论，没有视频，讲内核网络现在遇到的难题",
        "NTTが自社クラウドの200台での運用事例を紹介した",
        # What is true of everything.
        "每个开源项目都要先经过试验，再走到成功",
        "当集群的规模到了很大的程度，则必须想到对策解决扩展性的问题",
        "OVO 还有很长的路要走，而且需要所有开发者配合",
        # What only the lines before it name.
        "我更看好第二条路，因为它更快",
        "nova-api 丢了响应，连接也断了，重启这两个服务才恢复",
        "现在的设计还有些混杂，所以最终还会有所变化",
        "社区最后还是合入了后者，因为前者不支持升级",
        "아직 초기 단계라 Neutron과 Docker 양쪽에 할 일이 남아 있다",
        "Today, 94% of the engineers use it every week",
        "Contracting ones must wait, because 30% of the servers still run",
        # The event, and who somebody is.
        "地铁就在机场的地下一层，到酒店最多30分钟",
        "王老师是国内最早的Python用户之一，必须认识一下",
        "更多照片必须看这里：https://example.org/photos",
        "在讲解滤镜的过程中，李工必须从初级逐步过渡到高级",
        "主题三：运维不能只靠人，必须自动化",
        "陈工先用操作系统来类比游戏的难度，因为都必须调度",
        "IBM就提到了传统网络必须解决的三个问题",
        "信息时代，保护好用户的数据，是企业必须承担也应有的责任",
        "卖软件真心没戏了！整套后台只能卖200元，不如开源[泪]",
        # No subject, or no verb.
        "指出必须尽早定位缺陷，因为缺陷越晚处理，成本越高",
        "集成了 libuv 作为网络库，而不是直接从 socket 封装",
        "Canonical 为 Ubuntu 开发的，用来取代 SysVinit 的，必须用 GPL 的",
        "Only requires Python 3.8 to be installed",
        "Dive into Scheduler Performance and Where the Bottleneck Must Live",
        "The point at which better control and more value is reached",
        "There will be only 2 releases next to the 28 that were",
        "Members grew from 28 to 150 (as of now",
        "1リクエスト1コンテナしか受けられない",
        "同时安全组中不能有一条放开80端口的规则",
        "来自Huawei和RedHat的合作必须持续3年",
        "运营商强调了OpenStack在减少开支方面最重要的作用",
    ],
)
def test_what_cannot_stand_alone_or_says_nothing_is_left(line: str) -> None:
    assert taken(shown("网络", line, CLAIM)) == [CLAIM]


def test_the_point_goes_before_its_ground() -> None:
    ground = "야후 재팬은 가상 머신 5만 대 이상을 OpenStack 클러스터 20여 개로 운영한다"
    point = "환경이 달라도 API는 하나여야 한다는 것이 발표의 핵심이었다"
    assert taken(shown("하나의 API", ground, point), count=1) == [point]
    ground, point = "银行里有70%在使用Suse的操作系统", "银行最怕的是停机，所以热补丁比新功能重要"
    assert taken(shown("Suse", ground, point), count=1) == [point]


def test_an_entry_of_a_list_of_features_goes_behind_a_conclusion() -> None:
    rows = ("高扩展性：普通服务器，从TB扩到PB", "高性能：数据分布均匀，不需要元数据服务器")
    point = "Ceph是本次大会出场率最高的存储方案"
    assert taken(shown("Ceph", point, *rows), count=1) == [point]


def test_what_somebody_is_said_to_say_stands_without_the_saying() -> None:
    line = "红帽的架构师也说了类似的话：传统架构师不考虑 API，云架构师第一个考虑的就是 API"
    (said,) = takeaways([shown("API", line)], 1)
    assert plain(said[1].text) == "传统架构师不考虑 API，云架构师第一个考虑的就是 API"
    assert said[1].source == Source("a.md", 1, 1)


def test_a_preference_gives_way_to_its_reason() -> None:
    line = "我更看好第二条路，Overlay 里最缺的就是监控和追踪的工具"
    assert taken(shown("IO Visor", line)) == ["Overlay 里最缺的就是监控和追踪的工具"]


def test_a_sentence_that_its_slide_does_not_show_may_be_taken() -> None:
    slides = [shown("升级", "升级一共分为五步"), shown("监控", "监控的界面很漂亮", untold=(CLAIM, f"但是{CLAIM}"))]
    assert [(n, plain(bullet.text)) for n, bullet in takeaways(slides, 6)] == [(1, CLAIM)]


PLAIN = "分配 IP 将可以由外部的 IPAM 系统来做"
LONG = "容器跑在虚拟机里会面临两个问题，一是网络的复杂性，因为需要管理两套 SDN 方案，另外一个就是两层封装的性能问题"


def test_plain_facts_and_long_sentences_make_up_five() -> None:
    slides = [shown("镜像", CLAIM), shown("IPAM", PLAIN), shown("容器的网络", LONG)]
    assert taken(*slides) == [CLAIM, PLAIN, LONG]


def test_plain_facts_are_left_where_there_are_five_good_lines() -> None:
    good = (
        CLAIM,
        "Ceph是本次大会出场率最高的存储方案",
        "银行最怕的是停机，所以热补丁比新功能重要",
        "云计算时代最大的瓶颈正在变成人自己",
        "Overlay 里最缺的就是监控和追踪的工具",
    )
    slides = [shown(f"话题{n}", line) for n, line in enumerate(good)]
    assert taken(*slides, shown("IPAM", PLAIN)) == list(good)


def test_a_section_that_has_no_line_goes_before_a_plain_fact_of_one_that_has() -> None:
    first = shown("IPAM", CLAIM, "IPAM 可以把流表存放在外部的 Redis 里")
    assert taken(first, shown("Rally", "Rally 只测试了 Neutron 的 API 层面"), count=2)[1].startswith("Rally")


def test_a_part_of_a_long_sentence_is_taken_without_its_filler_and_its_question() -> None:
    line = "当然，Swarm 目前并不是企业客户对私有云的主要需求，那么 OpenStack 对企业客户的需求有什么增强和改进"
    assert taken(shown("网络", CLAIM, untold=(line,))) == [CLAIM, "Swarm 目前并不是企业客户对私有云的主要需求"]


def test_a_reason_stands_without_who_explains_it() -> None:
    line = "伊藤特别强调了为什么统一的 API 很重要：因为统一的 API 可以减少对运维人员的培训成本，不必重学"
    assert taken(shown("API", line)) == ["统一的 API 可以减少对运维人员的培训成本，不必重学"]


@pytest.mark.parametrize(
    "line",
    [
        "快速满足应用部署变更以及应急需求，同时可以减少对用户和运维人员的培训成本",
        "这样的方案和 VMware 的集成方案很相似，效果都是用户可以使用 OpenStack 的 API",
        "IPAM 是 L 版的新功能",
        "一些厂商也提供了一些提高性能的解决方案",
        "port-pair-group是对单个port-pair的组合，flow-classifer是根据网络多元组定义的策略规则",
        "OVO 还有很长的路要走，而且需要所有开发者配合",
        "在 Keynote 里，雅虎的经理介绍了 OpenStack 在雅虎的应用",
    ],
)
def test_what_is_never_taken_makes_up_nothing(line: str) -> None:
    assert taken(shown("网络", line), shown("镜像", CLAIM, untold=(line,))) == [CLAIM]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("针对软件质量，杨工认为良好的架构才是质量的根基，而不是测试", "良好的架构才是质量的根基，而不是测试"),
        ("王工提到，其实硬件的研发周期最长，因为打样就要3个月", "硬件的研发周期最长，因为打样就要3个月"),
        ("我是比较看好的，因为内核缺乏安全的网络工具，eBPF 正在成为答案", "内核缺乏安全的网络工具，eBPF 正在成为答案"),
    ],
)
def test_a_claim_goes_before_the_words_that_bring_it(line: str, said: str) -> None:
    assert taken(shown("质量", line)) == [said]


@pytest.mark.parametrize(
    "line",
    [
        "杨工并不认为良好的架构才是质量的根基，必须有测试",
        "有人指出架构才是质量的根基，而不是测试",
        "杨工曾经认为架构是3个根基之一",
        "社区部分人认为架构必须先做，但一部分人否定",
    ],
)
def test_what_is_denied_or_hearsay_never_loses_its_head(line: str) -> None:
    assert not any(claim.startswith(("良好", "架构")) for claim in taken(shown("质量", line)))


@pytest.mark.parametrize(
    "heading", ["花絮", "午餐小插曲", "相关资料", "招聘信息", "After Party", "Other Sources of Talks"]
)
def test_what_stands_beside_the_matter_is_never_taken(heading: str) -> None:
    assert taken(shown(heading, CLAIM)) == []


@pytest.mark.parametrize(
    ("heading", "concluding"),
    [
        ("总结", True),
        ("带回来的三点", True),
        ("What I will tell the team", True),
        ("网络\n小结", True),
        ("PyCon2013 珠海场小结", False),
        ("移动专场小结", False),
        ("Shortcuts and lessons from industrial recommender systems", False),
    ],
)
def test_the_title_of_a_report_or_a_talk_concludes_nothing(heading: str, *, concluding: bool) -> None:
    assert concludes(heading) is concluding


def test_no_two_lines_of_a_section_go_on_about_the_same() -> None:
    lines = ("统一的 API 可以减少30%的培训成本", "统一的 API 必须先于界面，应用才能换机房")
    assert len(taken(shown("API", *lines))) == 1


def test_no_part_of_a_platitude_is_taken() -> None:
    line = "云计算时代，网络必须先行，容器的网络只能由 Neutron 管理，这是企业应有的责任"
    assert taken(shown("网络", line)) == []


def test_a_plain_fact_without_a_name_makes_up_nothing() -> None:
    assert taken(shown("上海", "风格跟北京还是有点不同"), shown("镜像", CLAIM)) == [CLAIM]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("Oracle 发布了集成 OpenStack 的系统，首次支持 ARM", "Solaris 也集成了一套管理用的界面"),
        ("Magnum 用 Neutron 管理容器的网络和地址", "控制台的界面已经比上一版漂亮"),
        ("网络的瓶颈是 VRRP，只能支持数百台服务器", "网络里的 VRRP 属于可选的组件，由各家自行配置"),
    ],
)
def test_news_names_and_limits_go_before_additions_and_generalities(better: str, worse: str) -> None:
    assert taken(shown("话题", worse, better), count=1) == [better]


def test_another_chapter_is_heard_before_the_same_speaks_twice() -> None:
    first = shown("容器", "Docker 最大的瓶颈是镜像仓库，必须分层")
    second = shown("容器\n细节", "Kuryr 必须由 Neutron 管理，否则要维护两套方案")
    other = shown("存储", "Ceph 必须由运维自己调优，否则要维护两套磁盘")
    assert taken(first, second, other, count=2) == [plain(line.bullets[0].text) for line in (first, other)]


def test_a_single_line_has_to_be_good() -> None:
    assert taken(shown("IPAM", PLAIN)) == []
    assert taken(shown("IPAM", PLAIN), shown("镜像", CLAIM)) == [PLAIN, CLAIM]


def test_a_line_ends_before_a_place_that_only_leads_on() -> None:
    line = "74%的企业必须走混合云的路线；而在私有云市场中"
    assert taken(shown("市场", line), shown("镜像", CLAIM)) == ["74%的企业必须走混合云的路线", CLAIM]


@pytest.mark.parametrize(
    ("line", "clear"),
    [
        ("在28日Keynote里网络组的PTL介绍了新项目Kuryr会解决这个问题", True),
        ("Kuryr计划把虚拟机里的容器端口也交给Neutron管理", True),
        ("CephFS supports multiple active metadata servers now", True),
        ("两家巨头将会在代码开发、接口定义等方面合作", False),
        ("十几分钟之后，通过手机播放了处理过的视频短片", False),
        ("文章还提倡为这些人提供交流的平台和机会", False),
        ("作为一个单独的项目有些牵强", False),
        ("在“容器的网络”的演讲中", False),
        ("The biggest ones are in the network and in storage", False),
        ("They share the issues that were fixed while it ran", False),
    ],
)
def test_a_line_of_another_paragraph_is_clear_without_that(line: str, *, clear: bool) -> None:
    assert understood(line) is clear
