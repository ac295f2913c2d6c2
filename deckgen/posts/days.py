"""Dates and days as authors write them: `2016年5月12日`, `Day3`, `第二天`."""

from __future__ import annotations

import datetime as dt
import re

_CHINESE = "一二三四五六七八九十"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMERIC = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
_NAME = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_MONTH_FIRST = re.compile(rf"(?i)\b{_NAME}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b")
_DAY_FIRST = re.compile(rf"(?i)\b(\d{{1,2}})(?:st|nd|rd|th)?\s+{_NAME},?\s+((?:19|20)\d\d)\b")
_PACKED = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_DAY = re.compile(
    rf"(?i)\bday[\s_-]*(\d{{1,2}})(?!\d)|(?<![a-z])day[\s_-]*(\d{{1,2}})(?!\d)|第\s*([{_CHINESE}]|\d{{1,2}})\s*天|\b(first|second|third|fourth|fifth)[\s_-]+day\b|(\d{{1,2}})\s*日目|(\d{{1,2}})\s*일차"
)
_SERIES = re.compile(
    rf"(?i)\s*[-–—:：|·]*\s*(?:\(?\bpart[\s_-]*\d{{1,2}}\)?|第\s*(?:[{_CHINESE}]|\d{{1,2}})\s*[篇部弹辑波回]|[（(【\[]\s*(?:[{_CHINESE}上中下]|\d{{1,2}})\s*[)）】\]])"
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth")


def date_in(text: str) -> dt.date | None:
    """The first date in a text, or None; impossible dates are passed over."""
    for found in _NUMERIC.finditer(text):
        date = _date(found[1], found[2], found[3])
        if date:
            return date
    for found in _MONTH_FIRST.finditer(text):
        date = _date(found[3], _month(found[1]), found[2])
        if date:
            return date
    for found in _DAY_FIRST.finditer(text):
        date = _date(found[3], _month(found[2]), found[1])
        if date:
            return date
    return None


def date_in_name(name: str) -> dt.date | None:
    """The date in a file's name, `20161027` included."""
    date = date_in(name.replace("_", "-"))
    if date:
        return date
    found = _PACKED.search(name)
    return _date(found[1], found[2], found[3]) if found else None


def day_in(text: str) -> int | None:
    """The day of an event that a title names, or None."""
    found = _DAY.search(text)
    if not found:
        return None
    word = next(part for part in found.groups() if part)
    if word in _CHINESE:
        return _CHINESE.index(word) + 1
    if word.lower() in _ORDINALS:
        return _ORDINALS.index(word.lower()) + 1
    return int(word) or None


def without_day(title: str) -> str:
    """A title without what numbers it within a series: `Day 3`, `第二天`, `(三)`."""
    bare = _SERIES.sub("", _DAY.sub("", title))
    return re.sub(r"\s{2,}", " ", bare).strip(" \t-–—:：|·,，、_")


def _month(name: str) -> int:
    return _MONTHS.index(name.lower()[:3]) + 1


def _date(year: str, month: str | int, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
