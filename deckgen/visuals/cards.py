"""Things of one rank: a list whose items each name something and say a line about it.

Takes three to nine flat, unnumbered items of `label：text` with different short labels and a text of some words.
Refuses labels that are code, addresses or all in small letters (`fs: ...` in a list of changes), facts about a document
(`author: ...`), values of a word or a figure, and long texts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.model import Bullets, Cards, Entry, ListItem, Visual, plain
from deckgen.summary import units
from deckgen.visuals.found import Found, Place
from deckgen.visuals.parts import flat, part, span

CARDS = range(3, 10)
LABEL_UNITS = 12.5
TEXT_UNITS = (5.0, 36.0)

_LABEL = re.compile(
    r"(?P<label>[^:：。；;！？!?|=<>{}]{1,40}?)(?:\s*+(?:[:：](?!//|\d)|——|(?<=[\u3400-\u9fff])－)|\s++[-–—]{1,2}\s)\s*(?=\S)"
)
_FACT = re.compile(
    r"(?:authors?|作者|date|日期|时间|時間|地点|地點|location|place|venue|time|when|where|who|version|版本|license|licence"
    r"|url|link|links|链接|地址|网址|email|mail|邮箱|tel|phone|电话|twitter|github|website|repo|repository|source|来源"
    r"|type|default|required|example|examples|例如|例|比如|usage|note|notes|注|注意|备注|name|名称|id|slides|video|视频"
    r"|speaker|speakers|演讲者|主讲人|嘉宾|主持人|title|标题|keywords|status|状态|price|价格|q|a|问|答|input|output|输入|输出"
    r"|before|after|summary|总结|todo|done|fix|fixed|added|changed|removed|deprecated|abstract|level|track|room"
    r"|功能|作用|用途|常见实现|适用场景|使用场景|原理|定义|格式|位置|说明|描述|function|purpose|description|definition"
    r"|participants?|attendees?|organi[sz]ers?|language|topics?|主题|tags?|category)",
    re.IGNORECASE,
)
_IDENTIFIER = re.compile(
    r"[-/.$@\\]\S*|[A-Z]+-\d\S*|[a-z]+(?:[_.][\w]+)+(?:\(\))?|[a-z]+[A-Z]\w*|\w+\(.*\)|[A-Z_]{2,}_[A-Z_]+|\S+\.\w{1,4}|\d[\d.:/-]*"
)


_SMALL = re.compile(r"[a-z][a-z\d, +-]*")
_LETTER = re.compile(r"[\"“「']?[^\W\d_]|\d+ ?[^\W\d_]")
_ADDRESS = re.compile(r"https?:|www\.|\b\d{1,3}(?:\.\d{1,3}){3}\b|@\w+\.")
_COMMAND = re.compile(
    r"\b(?:sudo|apt(?:-get)?|yum|pip|npm|git|docker|kubectl|curl|systemctl|service)\s+[a-z-]+|\s--?[a-z]|[;{}=]"
    r"|\b(?:Command|Cmd|Shift|Alt|Ctrl|Option)\s*[+-]"
)
_COUNTED = re.compile(r"(?<!\S)\S*?\d\S*", re.ASCII)


def draw(items: Sequence[ListItem]) -> Cards | None:
    """The list as cards, where every item has a label."""
    if len(items) < 2 or not flat(items):
        return None
    entries = [_entry(item) for item in items]
    made = tuple(entry for entry in entries if entry)
    return Cards(made) if len(made) == len(entries) else None


def find(place: Place) -> Found | None:
    """The list at that place as cards."""
    match place.block:
        case Bullets(items=items) if len(items) in CARDS and not any(item.number for item in items):
            made = draw(items)
            if made and all(map(_tells, made.entries)) and _names(made):
                return Found.of(Visual(made, items, span(items), f"{len(items)} items of a label and a line each"))
    return None


def _entry(item: ListItem) -> Entry | None:
    text = plain(item.text)
    bold = item.text[0].text if item.text and item.text[0].bold and not all(run.bold for run in item.text) else ""
    found = _LABEL.match(text)
    if bold and bold.rstrip().endswith((":", "：")):
        end, start = len(bold.rstrip().rstrip(" :：")), len(bold)
    elif found:
        end, start = found.end("label"), found.end()
    else:
        return None
    return Entry(part(item.text, 0, end), part(item.text, start), item.source)


def _tells(entry: Entry) -> bool:
    label, text = plain(entry.label), plain(entry.text)
    low, high = TEXT_UNITS
    return (
        0 < units(label) <= LABEL_UNITS
        and low <= units(text) <= high
        and not any(run.code for run in entry.label)
        and not any(run.link for run in entry.label)
        and _LETTER.match(label) is not None
        and not _ADDRESS.search(text)
        and not _COMMAND.search(text)
        and units(_COUNTED.sub("", text)) >= low
        and not _FACT.fullmatch(label.strip("*_ "))
        and not _IDENTIFIER.fullmatch(label)
    )


def _names(made: Cards) -> bool:
    """Whether the labels are names of different things."""
    labels = [plain(entry.label) for entry in made.entries]
    return len({label.casefold() for label in labels}) == len(labels) and not all(map(_SMALL.fullmatch, labels))
