"""Lines that are not the post's text: dates, bylines, repost notices and the page around it. What they say is facts."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from deckgen.posts.days import date_in
from deckgen.posts.script import width

_LABELLED_DATE = re.compile(
    r"(?i)^(?:发布|发表|更新|创建|撰写|写作|日期|时间|date|posted|published|updated|created|last modified)[\w\s]{0,8}"
)
_AFTER_DATE = re.compile(
    r"""(?ix)
    \d{1,2}:\d{2}(?::\d{2})? | [ap]\.?m\b\.? | (?:周|星期|礼拜)[一二三四五六日天]
    | (?:mon|tues|wednes|thurs|fri|satur|sun)day
    | (?:阅读|浏览|评论|点击|查看|喜欢|赞|收藏|次|人|字|数|量|来源|原创|编辑)
    | \b(?:views?|reads?|comments?|min|by)\b
    | [\d\s()（）:：,，|/·\-年月日点分号时]
    """
)
_AUTHOR = re.compile(
    r"""(?ix)
    ^[\s*_>]* (?:本文)? (?:作者|撰文|撰稿|文字?\s*[/|｜]|译者|author|written\ by|posted\ by|by)
    (?: \s*[:：/|｜]\s* | (?<=[a-z])\s+ | (?<=[/|｜]) | 为 )
    (\S.{0,59}?) (?:(?:\s{2,}|\s*[|｜\t]|\s+(?=[^\s:：]{2,4}[:：])).*)? [\s*_。.]*$
    """
)
_LABEL = (
    r"作者|撰文|译者|编辑|责编|来源|出处|发布|发表|更新|创建|日期|时间|分类|栏目|标签|字数"
    r"|阅读|浏览|评论|点赞|点击|查看|收藏|喜欢|人气|转发"
)
_GAP = re.compile(
    rf"\s{{2,}}|\s*[|｜·•\t\u3000]\s*|[\s/，,]+(?=(?:{_LABEL})[^\s:：]{{0,4}}\s*(?:[:：]|\d)|20\d\d\s*[\-/.年]\s*\d)"
)
_DONE = "阅读|浏览|评论|点赞|点击|查看|收藏|喜欢|人气|转发|字数|views?|reads?|comments?|likes?"
_AMOUNT = r"\d[\d,.]*\s*[万kw+]?\s*(?:次|人|条|个|字)?"
_COUNT = re.compile(
    rf"(?i)^(?:(?:{_DONE})(?:数|量|次数)?\s*[:：(（]?\s*{_AMOUNT}[)）]?"
    rf"|{_AMOUNT}\s*(?:{_DONE}|min(?:utes?)? read))$"
)
_SAID = re.compile(r"^(?:来源|出处|编辑|责编|分类|栏目|标签|原创)(?:\s*[:：]\s*\S.{0,30})?$")
_PLACES = (
    "微信|微博|新浪微博|朋友圈|QQ空间|QQ好友|QQ|豆瓣|知乎|人人网?|Facebook|Twitter|LinkedIn|Weibo|WeChat|Reddit|Email|X"
)
_SHARE = re.compile(
    rf"(?i)^(?:一键)?(?:分享|转发|share)(?:到|至|给|\s+(?:on|to|via))?[:：]?(?:[\s、，,/|·]*(?:{_PLACES})(?![A-Za-z]))+[\s:：]*$"
)
_SHORT_NAME = 12.0
_NAME = re.compile(r"[A-Z][\w.'\-]*(?: [A-Z][\w.'\-]*){0,3}")
_BYLINE = re.compile(r"^[\s*_]*([^\s@*_，。,:：！!?？][^@*_，。,:：！!?？]{0,30}?)\s*@\w[\w.\-]{0,30}[\s*_]*$")
_LINK = re.compile(r"!?\[([^\[\]]{0,80})\]\([^()\s]{0,200}\)")
_HANDLED = re.compile(
    r"(?!感谢|多谢|关注|转自|来自|欢迎)(?:[\u4e00-\u9fff]{2,4}|[A-Z][a-z]+)(?: [A-Z][A-Za-z]+){0,2} @\w[\w.\-]{1,30}$"
)
"""A name and what its bearer is called on the web, and nothing else."""

_REPOST = re.compile(
    r"""(?x)
    转载.{0,20}(?:注明|标明|出处|来源|授权|声明|请|作者|本文) | (?:注明|标明|保留).{0,12}(?:出处|来源|作者)
    | 未经.{0,10}(?:许可|授权|允许|同意).{0,12}转载 | 版权(?:所有|声明)
    """
)
_COPYRIGHT = re.compile(r"(?i)all rights reserved|^\W{0,4}copyright\s*(?:©|\(c\)|\d)|^\W{0,4}©")
_PLACEHOLDER = re.compile(r"(?i)^[\[(<【]?\s*(?:banner|img|image|图片|图|picture|photo|图片加载中.{0,3})\s*[\])>】]?$")
_PAGE = re.compile(
    r"""(?ix)^(?:
    最新信息|最新文章|相关(?:文章|阅读|推荐|新闻|链接)|推荐阅读|热门文章|上一篇|下一篇|返回(?:顶部|首页|列表)|阅读原文|点击阅读
    |分享(?:到.{0,20}|至)?|收藏|点赞|打赏|举报|关注我们|扫码关注.{0,12}|登录|注册|首页|导航|标签|分类|发表评论|暂无评论
    |share(?:\ this)?|tweet|related\ (?:posts|articles)|previous\ post|next\ post|back\ to\ top|read\ more
    |leave\ a\ (?:reply|comment)|subscribe|sign\ up|log\ ?in
    )[:：>»\s]*$"""
)
_PROMO = re.compile(
    r"""(?x)
    官方微博|官方微信|微信公众号[:：]|扫描.{0,6}二维码|长按.{0,8}(?:二维码|关注)|关注.{0,10}(?:公众号|微信|微博)
    |欢迎(?:关注|订阅)|请随时随地@|更多精彩.{0,8}请
    """
)
_EDITOR = re.compile(r"^(?:编者注|编者按|编辑注|责任编辑|责编|编辑|编后语|Editor'?s note)\s*[:：]", re.IGNORECASE)
_EDITOR_AUTHOR = re.compile(r"(?:本文|文章)?作者(?:为|是|[:：])\s*([^。，,；;\n]{2,40})")


@dataclass(frozen=True, slots=True)
class Furniture:
    """What a line is, and what it tells of the post."""

    kind: str
    sure: bool = False
    """Whether nothing but furniture reads like that, even in the midst of other lines."""
    date: dt.date | None = None
    author: str = ""


def anywhere(text: str) -> Furniture | None:
    """What the line is if it is no text of the post, wherever it stands: a placeholder or a repost notice."""
    bare = text.strip().strip("*_ \t>").strip()
    if not bare or len(bare) > 120:
        return None
    if _PLACEHOLDER.match(bare):
        return Furniture("picture placeholder")
    return Furniture("repost notice") if _REPOST.search(bare) else None


def furniture(text: str) -> Furniture | None:
    """What the line is if it is no text of the post, at its top: dates and bylines, beside what counts anywhere."""
    if len(text) > 400 or text.lstrip().startswith("#"):
        return None
    if width(text) <= 60 and _COPYRIGHT.search(text.strip(" *_>")):
        return Furniture("copyright notice")
    bare = text.strip().strip("*_ \t>").strip()
    return anywhere(text) or _shared(bare) or _in_parts(bare) or _dated(bare) or _signed(text.strip())


def at_the_end(text: str) -> Furniture | None:
    """What the line is if it stands below the text: editor's notes, advertisement, the page's own links."""
    bare = text.strip().strip("*_ \t>#").strip()
    if _EDITOR.match(bare):
        said = _EDITOR_AUTHOR.search(bare)
        return Furniture("editor's note", author=said[1].strip() if said else "")
    if _PAGE.match(bare):
        return Furniture("page furniture")
    if width(bare) <= 60 and _PROMO.search(bare):
        return Furniture("advertisement")
    return furniture(text)


def _shared(bare: str) -> Furniture | None:
    return Furniture("page furniture", sure=True) if _SHARE.match(bare) else None


def _in_parts(bare: str) -> Furniture | None:
    """The line below a page's title: author, date, source and counts of readers side by side.

    A name without a label is an author's where a date and a count follow it.
    """
    parts = [part for part in _GAP.split(bare) if part] if width(bare) <= 80 else []
    told = [_part(part) for part in parts]
    dates = [one.date for one in told if one and one.date]
    authors = [one.author for one in told if one and one.author]
    if len(parts) < 2 or any(one is None for one in told[1:]) or not (dates or authors):
        return None
    if told[0]:
        date, author = (dates[0] if dates else None), (authors[0] if authors else "")
        return Furniture("byline", sure=True, date=date, author=author)
    counted = any(_COUNT.match(part) for part in parts)
    is_name = width(parts[0]) <= _SHORT_NAME and not re.search(r"[\W\d_]", parts[0].replace(" ", ""))
    return Furniture("byline", date=dates[0], author=parts[0]) if dates and counted and is_name else None


def _part(part: str) -> Furniture | None:
    if _COUNT.match(part) or _SAID.match(part):
        return Furniture("page furniture")
    return _dated(part) or _signed(part)


def _dated(bare: str) -> Furniture | None:
    """A date with nothing around it but its label, the time and counts of readers."""
    if width(bare) > 40:
        return None
    date = date_in(bare)
    if not date:
        return None
    rest = _LABELLED_DATE.sub("", bare, count=1)
    rest = re.sub(r"(?i)[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}\s+[a-z]{3,9}\.?,?\s+\d{4}", "", rest)
    rest = _AFTER_DATE.sub("", rest)
    return Furniture("date line", date=date) if width(re.sub(r"[\W_]", "", rest)) <= 3 else None


def _signed(text: str) -> Furniture | None:
    if width(text) > 40:
        return None
    said = _AUTHOR.match(text)
    if said and (re.search("[:：/|｜为]", text[: said.start(1)]) or _NAME.fullmatch(said[1])):
        return Furniture("author line", author=_without_links(said[1].strip()))
    emphasised = re.fullmatch(r"(\*{1,2}|_{1,2})([^*_]+)\1", text)
    said = _BYLINE.match(text) if emphasised or _HANDLED.match(text) else None
    return Furniture("author line", author=said[1].strip()) if said else None


def _without_links(name: str) -> str:
    return _LINK.sub(r"\1", name)
