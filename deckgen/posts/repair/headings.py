"""Headings that are none, and headings that swallowed the sentence below them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckgen.model import Repair
from deckgen.posts.lines import Line, Lines
from deckgen.posts.repair.rule import BLANK, Mended, heading_of, seen
from deckgen.posts.script import IDEOGRAPH, has_cjk, width

KNOWN = re.compile(
    "简述|概述|综述|摘要|前言|序言|引言|导言|背景|简介|介绍|概要|总结|小结|结语|结论|结束语|后记|展望|趋势|参考(?:资料|文献|链接)?"
    "|写在(?:最?前面|最后)|感想|心得|体会|收获|致谢|附录|目录"
)
"""Words that head a section by themselves."""

_NOTE = re.compile(r"(?i)^(?:[*_]{0,2})(?:注意?|备注|附注|说明|提示|ps|p\.s\.|note|n\.b\.)\s*[:：]")
_QUOTED = re.compile(r"^[“\"「『](?=[^“”\"「」『』]{15,}[”\"」』]$)")
_SENTENCE = re.compile(r"[。；！](?=.)|[。；]$")
_COMMA = re.compile("[，,、]")
_OPENER = re.compile(
    r"由于|因为|随着|首先|目前|现在|今天|昨天|本次|这次|这个|这是|这里|我们|如果|当前|对于|关于|通过|为了|根据|作为|在[^线于]|从|第[一二三四五六七八九十]|大家|很多|一些|一个|其实|虽然|就是|主要|是"
)
_LONGEST_TITLE = 30.0
_TOO_LONG = 80.0
_MOST_COMMAS = 3


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading's line, its text, and the first text below it (empty where the next heading follows at once)."""

    index: int
    level: int
    text: str
    body: str


def false_headings(lines: Lines) -> Mended:
    """A note, a whole paragraph or a quotation set as a heading is text, whatever its author used the size for."""
    kept: list[Line] = []
    repairs: list[Repair] = []
    for line in lines:
        heading = None if line.verbatim else heading_of(line.text)
        text = _demoted(heading[1]) if heading else None
        if text is None:
            kept.append(line)
            continue
        kept += line.saying(BLANK), line.saying(text), line.saying(BLANK)
        repairs.append(seen("false-heading", line))
    return Mended(tuple(kept), tuple(repairs))


def swallowed_sentences(lines: Lines) -> Mended:
    """A heading whose line break was lost runs on into its text; it is parted where that text must have begun."""
    cuts: dict[int, tuple[str, str]] = {}
    headings = _headings(lines)
    for siblings in _siblings(headings):
        openers = _openers(siblings)
        for heading in siblings:
            cut = _cut(heading, openers)
            if cut:
                cuts[heading.index] = heading.text[:cut].rstrip(), heading.text[cut:].lstrip()
    kept: list[Line] = []
    repairs: list[Repair] = []
    for index, line in enumerate(lines):
        if index not in cuts:
            kept.append(line)
            continue
        hashes = line.text[: line.text.index("#")] + "#" * (heading_of(line.text) or (1, ""))[0]
        title, text = cuts[index]
        kept += line.saying(f"{hashes} {title}"), line.saying(BLANK), line.saying(text)
        repairs.append(seen("swallowed-sentence", line))
    return Mended(tuple(kept), tuple(repairs))


def _demoted(text: str) -> str | None:
    """The line that a false heading should have been; None for a true one."""
    if _NOTE.match(text):
        return text
    if _QUOTED.match(text) and has_cjk(text):
        return f"> {text}"
    if not has_cjk(text):
        return None
    if _runs_on(text):
        return text
    return None


def _runs_on(text: str) -> bool:
    """Whether a heading's text is a paragraph."""
    if width(text) > _TOO_LONG:
        return True
    if width(text) <= _LONGEST_TITLE:
        return False
    return _SENTENCE.search(text) is not None or len(_COMMA.findall(text)) > _MOST_COMMAS


def _headings(lines: Lines) -> list[_Heading]:
    found: list[_Heading] = []
    body = ""
    for index in range(len(lines) - 1, -1, -1):
        heading = None if lines[index].verbatim else heading_of(lines[index].text)
        if heading:
            found.append(_Heading(index, *heading, body))
            body = ""
        elif lines[index].text.strip():
            body = lines[index].text.strip()
    return found[::-1]


def _siblings(headings: Sequence[_Heading]) -> Iterator[list[_Heading]]:
    """Headings of one level under one parent."""
    open_: dict[int, list[_Heading]] = {}
    for heading in headings:
        for level in [level for level in open_ if level > heading.level]:
            yield open_.pop(level)
        open_.setdefault(heading.level, []).append(heading)
    yield from open_.values()


def _openers(siblings: Sequence[_Heading]) -> tuple[str, ...]:
    """How the texts below these headings begin, where several begin alike."""
    begun = Counter(found[0] for heading in siblings if (found := re.match(f"[{IDEOGRAPH}]{{2}}", heading.body)))
    return tuple(opener for opener, times in begun.most_common() if times >= 2)


def _cut(heading: _Heading, openers: Sequence[str]) -> int:
    """Where the heading ends and its text begins; 0 for nowhere."""
    text = heading.text
    if not heading.body and has_cjk(text) and width(text) >= 12:
        for opener in openers:
            at = text.find(opener, 2)
            if at >= 2 and width(text[:at]) <= 16 and width(text[at:]) >= 6:
                return at
    return _boundary(text) if has_cjk(text) and _runs_on(text) and not _NOTE.match(text) else 0


def _boundary(text: str) -> int:
    """The end of the title in a run-on heading: the signs are ordered by how seldom they deceive."""
    known = KNOWN.match(text)
    if known and not re.match("[的与和及之]", text[known.end() :]):
        return known.end()
    head = text[: text.find("。")] if "。" in text else text
    clause = _COMMA.split(head)[0][:40]
    for sign in (_repeated, _capital, _after_latin, _opened):
        at = sign(clause)
        if at and width(text[:at]) <= _LONGEST_TITLE:
            return at
    return 0


def _repeated(clause: str) -> int:
    """`2.虚拟机疏散虚拟机的疏散问题…`: the text begins with the title's first word."""
    start = len((re.match(r"[\d.、\s]*", clause) or [""])[0])
    for length in (4, 3, 2):
        word = clause[start : start + length]
        at = clause.find(word, start + length)
        if len(word) == length and at > 0:
            return at
    return 0


def _capital(clause: str) -> int:
    """`Okata Road MapOkata版本…`: a capital right behind a small letter, its word seen before."""
    for found in re.finditer(r"(?<=[a-z])(?=[A-Z][a-z]{2,})", clause):
        word = re.match(r"[A-Za-z]+", clause[found.start() :])
        if word and word[0] in clause[: found.start()]:
            return found.start()
    return 0


def _after_latin(clause: str) -> int:
    """`3.Dragonflow华为的…`: a title all in Latin, its text Chinese."""
    found = re.match(rf"[\d.、\s]*[A-Za-z][A-Za-z0-9 \-+&/.]{{2,}}(?=[{IDEOGRAPH}])", clause)
    return found.end() if found else 0


def _opened(clause: str) -> int:
    """`…的扩展性由于现在的…`: a word that opens sentences."""
    found = _OPENER.search(clause, 4)
    return found.start() if found else 0
