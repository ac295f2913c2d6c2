"""The forms in which a line may be taken home: without who says it, without what it hangs on, or in part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckgen.model import Bullet, Runs, plain
from deckgen.summary import chinese as zh
from deckgen.summary.passage import passage, sentences, styled
from deckgen.summary.pattern import late
from deckgen.summary.predicate import opens
from deckgen.summary.statements import sound, statements

_SAYS = late(
    r"(?![^，,。：:]{0,8}(?:有人|大家|我们?|谁|网友|有的|业内|分析师|据|(?:部分|多数|少数|有些|一些|很多|不少|许多)))"
    r"(?![^：:]{0,30}?(?:[不没未否误曾]|过去|以前|原来|原本|一度|起初)[^，,。：:]{0,4}(?:说|指出|认为|表示|提到|承认|强调|建议))"
    r"(?:[^，,。：:]{2,10}[，,])?(?:针对[^，,。]{2,20}[，,]|在[^，,。]{1,16}中[，,])?[^，,。：:]{2,24}?"
    r"(?:(?:话|说|指出|认为|提到|结论|观点|强调|感触|体会)是?[：:]\s*|(?:指出|认为|表示|坦言|承认|强调)[，,]?\s*(?=[^：:]*$)"
    r"|(?:提到|谈到|说|提醒|建议)[，,]\s*(?:其实|实际上)?(?=[^：:]*$))"
)
"""`X认为`, where X is somebody certain, and neither denies it nor thought so once."""
_MARKS = late(r"[，,；;：:。！？!?(（—–]|\.\s| - ")
"""Where a line can be parted; one without any is its own only part."""
_WHY = late(r"[^，,。：:]{2,40}(?:强调|解释|说明|说|讲|谈)了?(?:一下)?为什么[^，,。：:]{2,20}[：:]\s*(?:是?因为)?")
"""`X强调了为什么…：因为`: the reason follows."""
_OPENING = late(
    r"(?:我|个人|笔者)是?(?:[更最也很]|比较)?(?:看好|喜欢|赞成|同意|支持|倾向)[^，,。；;：:]{0,12}[，,]\s*(?:因为)?"
)
"""A preference of the author's, which the next clause gives the reason for."""
_LIMIT = 36.0
"""A part of more units sheds its asides in brackets."""
_NOW_ASKS = late(r"[，,]\s*那么?(?![些个种样])[^，,。]*(?:什么|如何|怎么|怎样|哪)")
"""Where a sentence that has said something goes on to a question."""


def parted(bullet: Bullet) -> Iterator[Bullet]:
    """The parts of a bullet, and of what somebody is said to say in it."""
    for form in forms(bullet):
        if _MARKS.search(plain(form.text)) or zh.FILLER_HEAD.match(plain(form.text)):
            yield from parts(form)


def forms(bullet: Bullet) -> Iterator[Bullet]:
    """What somebody is said to say in a bullet, what follows a clause that hangs on another line, and the bullet."""
    text = plain(bullet.text)
    if field := zh.FIELD_HEAD.match(text):
        bullet, text = _from(bullet, field.end()), text[field.end() :]
    for head in (_SAYS, _WHY, _OPENING):
        found = head.match(text)
        if found and opens(text[found.end() :]):
            yield _from(bullet, found.end())
    yield bullet


def parts(bullet: Bullet) -> Iterator[Bullet]:
    """The runs of clauses of a bullet's sentences that can stand as lines, without fillers at their heads.

    In order, the shorter of those that begin alike first; each keeps only words of the bullet, in their styles. What
    stands behind a turn to a question is no part.
    """
    asks = _NOW_ASKS.search(plain(bullet.text))
    text = passage(_stretch(bullet, 0, asks.start()) if asks else bullet.text, bullet.source)
    for sentence in sentences(text):
        for statement in statements(sentence, _LIMIT):
            if sound(sentence, statement):
                yield replace(bullet, text=styled(text, statement.kept))


def _from(bullet: Bullet, start: int) -> Bullet:
    """The bullet without its first letters."""
    return replace(bullet, text=_stretch(bullet, start, len(plain(bullet.text))))


def _stretch(bullet: Bullet, start: int, end: int) -> Runs:
    """A bullet's characters from `start` up to `end` in their styles."""
    return styled(passage(bullet.text, bullet.source), ((start, end),))
