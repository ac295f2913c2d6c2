"""Headings that are none: notes, paragraphs and quotations that were set in a heading's size."""

from __future__ import annotations

import re

from deckgen.model import Repair
from deckgen.posts.lines import Line, Lines
from deckgen.posts.repair.rule import BLANK, Mended, heading_of, seen
from deckgen.posts.script import has_cjk, width

KNOWN = re.compile(
    "简述|概述|综述|摘要|前言|序言|引言|导言|背景|简介|介绍|概要|总结|小结|结语|结论|结束语|后记|展望|趋势|参考(?:资料|文献|链接|文章|书目|阅读)?"
    "|写在(?:最?前面|最后)|感想|心得|体会|收获|致谢|附录|目录(?:结构)?"
)
"""Words that head a section by themselves."""

COMMA = re.compile("[，,、]")
LONGEST_TITLE = 30.0

_NOTE = re.compile(r"(?i)^(?:[*_]{0,2})(?:注意?|备注|附注|说明|提示|ps|p\.s\.|note|n\.b\.)\s*[:：]")
_QUOTED = re.compile(r"^[“\"「『](?=[^“”\"「」『』]{15,}[”\"」』]$)")
_SENTENCE = re.compile(r"[。；！](?=[^」』”’）)》】\]])|[。；]$")
_STOPPED = re.compile(r"^(?!\d{1,2}[.、]).*(?:[。、，]|[다요죠]\.)$")
_ANNOUNCES = re.compile("(?:是|为|如下|包括|执行|运行|以下.{1,6}|关系|需求|效果)[：:]$|[，,].*[：:]$")
_TOO_LONG = 80.0
_MOST_COMMAS = 3
_STOP = 10.0
_COLON = 14.0
"""Headings that end with a full stop, or with a colon, are no wider than so many full-width characters."""


def false_headings(lines: Lines) -> Mended:
    """A note, a whole paragraph or a quotation set as a heading is text, whatever its author used the size for."""
    kept: list[Line] = []
    repairs: list[Repair] = []
    first = True
    for line in lines:
        heading = None if line.verbatim else heading_of(line.text)
        text = _demoted(heading[1], is_title=first) if heading else None
        first = first and heading is None
        if text is None:
            kept.append(line)
            continue
        kept += line.saying(BLANK), line.saying(text), line.saying(BLANK)
        repairs.append(seen("false-heading", line))
    return Mended(tuple(kept), tuple(repairs))


def is_note(text: str) -> bool:
    """Whether a heading's text says of itself that it is a note."""
    return _NOTE.match(text) is not None


def runs_on(text: str) -> bool:
    """Whether a heading's text is a paragraph, or a sentence."""
    return _is_paragraph(text) or _is_sentence(text)


def _is_paragraph(text: str) -> bool:
    if width(text) <= LONGEST_TITLE:
        return False
    return width(text) > _TOO_LONG or _SENTENCE.search(text) is not None or len(COMMA.findall(text)) > _MOST_COMMAS


def _is_sentence(text: str) -> bool:
    stopped = _STOPPED.search(text) is not None and width(text) > _STOP
    return stopped or (_ANNOUNCES.search(text) is not None and width(text) > _COLON)


def _demoted(text: str, *, is_title: bool) -> str | None:
    """The line that a false heading should have been; None for a true one. A title may be a sentence."""
    if is_note(text):
        return text
    if not has_cjk(text):
        return None
    if _QUOTED.match(text):
        return f"> {text}"
    said = text.rstrip("。！；：:") if is_title else text
    return text if runs_on(said) else None
