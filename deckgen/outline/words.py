"""The few words that deckgen itself puts on slides, by the deck's language.

Between wide characters and figures there is no space: the programs that show the deck set a gap there themselves.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Fixed titles and phrases; the patterns take the names in their braces."""

    agenda: str
    takeaways: str
    sources: str
    introduction: str
    posts: str
    one_post: str
    day: str
    picture_of: str
    nth_picture_of: str
    origin: str
    full_heading: str
    colon: str
    comma: str
    and_more: str
    left: str


_CHINESE = Words(
    agenda="今天讲什么",
    takeaways="要点",
    sources="资料来源",
    introduction="写在前面",
    posts="{n}篇现场笔记",
    one_post="1篇现场笔记",
    day="第{n}天",
    picture_of="现场图片：{what}",
    nth_picture_of="现场图片：{what}（{n}/{total}）",
    origin="出处：{title}（{path}，第{first}–{last}行）",
    full_heading="原标题：{heading}",
    colon="：",
    comma="、",
    and_more="等",
    left="{title} · 其余",
)
_ENGLISH = Words(
    agenda="Agenda",
    takeaways="Key takeaways",
    sources="Sources",
    introduction="Introduction",
    posts="{n} trip reports",
    one_post="1 trip report",
    day="Day {n}",
    picture_of="Picture: {what}",
    nth_picture_of="Picture: {what} ({n} of {total})",
    origin="From: {title} ({path}, lines {first}–{last})",
    full_heading="Full heading: {heading}",
    colon=": ",
    comma=", ",
    and_more=" and more",
    left="{title} · the rest",
)
_KOREAN = Words(
    agenda="목차",
    takeaways="핵심 요점",
    sources="출처",
    introduction="들어가며",
    posts="참관기 {n}편",
    one_post="참관기 1편",
    day="{n}일 차",
    picture_of="현장 사진: {what}",
    nth_picture_of="현장 사진: {what} ({n}/{total})",
    origin="출처: {title} ({path}, {first}–{last}행)",
    full_heading="원래 제목: {heading}",
    colon=": ",
    comma=", ",
    and_more=" 등",
    left="{title} · 나머지",
)
_JAPANESE = Words(
    agenda="目次",
    takeaways="要点",
    sources="出典",
    introduction="はじめに",
    posts="現地レポート{n}本",
    one_post="現地レポート1本",
    day="{n}日目",
    picture_of="会場の写真：{what}",
    nth_picture_of="会場の写真：{what}（{n}/{total}）",
    origin="出典：{title}（{path}、{first}–{last}行目）",
    full_heading="元の見出し：{heading}",
    colon="：",
    comma="、",
    and_more="など",
    left="{title} · その他",
)
_BY_LANGUAGE = {"zh": _CHINESE, "en": _ENGLISH, "ko": _KOREAN, "ja": _JAPANESE}
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def words(lang: str) -> Words:
    """The words for a language tag such as `zh-CN`; English for a language that has none here."""
    return _BY_LANGUAGE.get(lang.split("-", maxsplit=1)[0].lower(), _ENGLISH)


def span(start: dt.date, end: dt.date | None, lang: str) -> str:
    """A day or a span of days as the language writes it: `2016年10月25–28日`, `25–28 October 2016`."""
    end = end or start
    match lang.split("-", maxsplit=1)[0].lower():
        case "zh" | "ja":
            return _counted(start, end, "{}年", "{}月", "{}日")
        case "ko":
            return _counted(start, end, "{}년 ", "{}월 ", "{}일")
        case _:
            return _english(start, end)


def _counted(start: dt.date, end: dt.date, year: str, month: str, day: str) -> str:
    head = year.format(start.year) + month.format(start.month)
    if start == end:
        return head + day.format(start.day)
    if (start.year, start.month) == (end.year, end.month):
        return head + day.format(f"{start.day}–{end.day}")
    tail = month.format(end.month) + day.format(end.day)
    return head + day.format(start.day) + " – " + (tail if start.year == end.year else year.format(end.year) + tail)


def _english(start: dt.date, end: dt.date) -> str:
    last = f"{end.day} {_MONTHS[end.month - 1]} {end.year}"
    if start == end:
        return last
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{last}"
    first = f"{start.day} {_MONTHS[start.month - 1]}"
    return f"{first} – {last}" if start.year == end.year else f"{first} {start.year} – {last}"
