"""Kept parts of a passage set as a bullet: the author's styles, even punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from deckgen.model import Bullet, Run, Runs
from deckgen.summary.measure import HAN, KANA
from deckgen.summary.passage import Passage, joined, source_of, styled
from deckgen.summary.pattern import late
from deckgen.summary.shields import Span

_CJK = HAN + KANA
_HALF = late(rf"[,;:](?:(?<=[{_CJK}”’」』）)][,;:])\s?(?=\S)|(?=[{_CJK}“「]))")
_WIDE_MARK = {",": "，", ";": "；", ":": "："}
_SMALL = late(
    r"(?:we|they|it|he|she|this|that|these|those|the|a|an|there|our|their|its|his|her|each|every|some|many|most|all|both|if"
    r"|you|i|your|my|who|what|which|where|why|how|several|such|another|other|using|when|in|for|with|after|before|until|more|no|not|only|one|two|three)\s+[a-z]",
    re.ASCII,
)
_FIGURE = late(
    r"(?<![A-Za-z0-9.\-－–—~～至到])(?:\d[\d.,]*\s?(?:%|％)?\s?[\-－–—~～]\s?)?(?:\d[\d,]*(?:\.\d+)?\s?(?:%|％|[+＋](?!\d)|[kK]\b|万|亿|倍|[TPGM]B\b|ms\b|毫秒|秒|分钟|小时)"
    r"|\d[\d,]+(?:\.\d+)?\s?(?:个|台|行|步|人|家|次|项|节点|clusters?\b|nodes?\b|people\b|projects?\b|services\b|cores\b"
    r"|months?\b|days\b|contributors\b|users\b|servers\b))"
)
_AFTER_WIDE = late(r"(?<=[，；：、。])\s+")


def bullet(passage: Passage, kept: tuple[Span, ...]) -> Bullet:
    """The kept parts as a bullet. One that begins in the middle of an English sentence gets its capital letter."""
    plain = item(passage, kept)
    text = plain.text
    if not (text and _SMALL.match(text[0].text)):
        return plain
    return replace(plain, text=(text[0].saying(text[0].text[0].upper() + text[0].text[1:]), *text[1:]))


def item(passage: Passage, kept: tuple[Span, ...], level: int = 0, number: str = "") -> Bullet:
    """The kept parts as an item of the author's list, which begins as its author wants."""
    source = source_of(passage, kept[0][0], kept[-1][1])
    return Bullet(typeset(styled(passage, kept)), source, level, number)


def with_figure(text: Runs) -> Runs:
    """The first figure with its measure in bold, where the author has set nothing in bold, code or a link."""
    if any(run.bold or run.code or run.link for run in text):
        return text
    for index, run in enumerate(text):
        if match := _FIGURE.search(run.text):
            low, high = match.span()
            parts = (
                run.saying(run.text[:low]),
                replace(run.saying(match.group()), bold=True),
                run.saying(run.text[high:]),
            )
            return (*text[:index], *(part for part in parts if part.text), *text[index + 1 :])
    return text


def typeset(text: Runs) -> Runs:
    """Half-width commas beside CJK made full-width, so that all lines read as one hand; no letter changes."""
    words = "".join(run.text for run in text).replace("\n", " ")
    if not words.isascii():
        words = _HALF.sub(lambda m: _WIDE_MARK[m.group()[0]] + m.group()[1:], words)
    at = 0
    result: list[Run] = []
    for run in text:
        even = words[at : at + len(run.text)]
        even = _AFTER_WIDE.sub("", even) if " " in even else even
        result.append(run if even == run.text else run.saying(even))
        at += len(run.text)
    return joined(_stripped([run for run in result if run.text]))


def _stripped(text: list[Run]) -> Iterable[Run]:
    while text and not text[0].text.strip():
        text = text[1:]
    while text and not text[-1].text.strip():
        text = text[:-1]
    if text:
        if text[0].text[0].isspace():
            text[0] = text[0].saying(text[0].text.lstrip())
        if text[-1].text[-1].isspace():
            text[-1] = text[-1].saying(text[-1].text.rstrip())
    return text
