"""The guard: what every bullet must satisfy before it may stand on a slide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from deckgen.summary import chinese as zh
from deckgen.summary import english as en
from deckgen.summary import others
from deckgen.summary.passage import Sentence
from deckgen.summary.pattern import late, one_of
from deckgen.summary.shields import Span

NEGATION = late(
    r"[不没無无未非别勿莫]|\b(?:no|not|never|none|neither|nor|cannot|without|hardly|barely)\b|n['’]t\b"
    r"|않|못|없|아니|ない|ません|ぬ",
    re.IGNORECASE | re.ASCII,
)
MODALITY = late(
    one_of(
        """可能 也许 或许 应该 大概 似乎 看起来 看来 好像 据说 听说 传闻 据 预计 估计 计划 打算 希望 建议
        考虑 如果 假如 若 一旦 除非 只有 必须 需要 可以 仅 几乎 大约 大致 约 部分 少数 多数 大多 有些 一些
        有的 将会 将来 尚 曾 试图 尝试 认为 表示"""
    )
    + r"|\b"
    + one_of(
        """may might could should would must can will perhaps maybe probably possibly likely seem seems
        appear appears reportedly allegedly apparently roughly about almost nearly only some most few plan
        plans hope hopes expect expects if unless until rarely sometimes partly mostly claim claims
        believe believes try tries tried propose proposed"""
    )
    + r"\b",
    re.IGNORECASE | re.ASCII,
)
NUMBER = late(r"\d+(?:[.,]\d+)*")

_FREE = late(r"[\s，,、；;：:]+")
_PAIRS = tuple(zip("(（[【《「『“{", ")）]】》」』”}", strict=True))
_MARKS = frozenset('"').union(*_PAIRS)
_BAD_END = late(
    r"(?:[，,、；;：:（(“「\[]|(?:以及|和|与|及|或者?|但是?|而且|并且|因为|由于|如果|虽然|所以|因此|通过|关于|对于|包括|例如|比如)"
    r"|\b(?:and|or|but|the|a|an|of|to|with|for|in|on|at|by|that|which|because|if|when|as|from|than))$",
    re.IGNORECASE,
)
_TAIL = 16
"""A dangling word and what stands before it take no more characters."""
_BAD_START = late(
    r"[，,、；;：:。！!?？.)）」』”\]】》]|(?:的(?!确|士)|了(?!解|不起)|着(?!手|力|重|眼)|等(?!待|级|于|价|同|保|到)|呢|吗|吧|否则|而是|而不是|从而|以便|却|并不是因为)"
)
_FILLERS = (zh.FILLER, zh.POINTER, en.POINTER, others.POINTER)
_HEADS = (zh.FILLER_HEAD, en.FILLER_HEAD, zh.FIELD_HEAD, zh.LABEL_HEAD)
_CLAUSE = late(r"[，,；;。！!？?：:\n]|——")
_ENDS_CLAUSE = frozenset("，,；;。！!？?：:")
_MARKED = 3
"""A clause's mark, with the space beside it, stands within so many characters."""


def faults(bullet: str, sentence: Sentence, kept: tuple[Span, ...]) -> list[str]:
    """What is wrong with a bullet made of these parts of a sentence's passage; an empty list: it may stand."""
    text, offset = sentence.text, sentence.start
    spans = tuple((low - offset, high - offset) for low, high in kept)
    source = "".join(text[low:high] for low, high in spans)
    checks = {
        "nothing said": not bullet.strip(),
        "letters beside the kept parts": bullet != source and _FREE.sub("", bullet) != _FREE.sub("", source),
        "parts out of order": any(a[1] > b[0] for a, b in pairwise(spans)),
        "a number or word cut in two": any(_cuts_word(text, at) for span in spans for at in span),
        "two words glued": any(_glued(text[a[1] - 1], text[b[0]]) for a, b in pairwise(spans)),
        "a negation or hedge lost": _loses_hedge(text, spans),
        "unbalanced brackets or quotes": _unbalances(bullet, text),
        "a dangling end": bool(_BAD_END.search(bullet[-_TAIL:])) and not text.rstrip("。.").endswith(bullet[-4:]),
        "a start in the middle": bool(_BAD_START.match(bullet)) and bool(spans) and spans[0][0] > 0,
    }
    return [fault for fault, found in checks.items() if found]


def ordered(bullet: str, source: str) -> bool:
    """Whether the bullet's characters stand in the source in that order; white space and commas are free."""
    rest = iter(_FREE.sub("", source))
    return all(letter in rest for letter in _FREE.sub("", bullet))


def _unbalances(bullet: str, text: str) -> bool:
    """Whether a bullet has one of a pair of marks of which its sentence has both."""
    if _MARKS.isdisjoint(text):
        return False
    if bullet.count('"') % 2 and not text.count('"') % 2:
        return True
    return any(bullet.count(a) != bullet.count(b) and text.count(a) == text.count(b) for a, b in _PAIRS)


def _cuts_word(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before in ".,-/'’" and at > 1:
        return text[at - 2].isdigit() and after.isdigit()
    if after in ".," and at + 1 < len(text):
        return before.isdigit() and text[at + 1].isdigit()
    return _latin(before) and _latin(after)


def _glued(before: str, after: str) -> bool:
    return _latin(before) and _latin(after)


def _latin(letter: str) -> bool:
    return letter.isalnum() and letter < "\u2000"


def _loses_hedge(text: str, kept: tuple[Span, ...]) -> bool:
    """Whether a gap between or beside kept parts takes a negation or hedge out of a clause that partly stays."""
    if all(_is_whole(text, low, high) for low, high in kept):
        return False
    removed = " ".join(text[low:high] for low, high in _between(kept, len(text)))
    if not removed or removed.isspace():
        return False
    return _weighs(removed) and any(_weighty(text, low, high) for low, high in _gaps(text, kept))


def _is_whole(text: str, low: int, high: int) -> bool:
    """Whether a kept part begins right behind a clause's mark and ends right before one."""
    before = text[max(0, low - _MARKED) : low].rstrip()
    after = text[high : high + _MARKED].lstrip()
    return (low == 0 or before[-1:] in _ENDS_CLAUSE) and (high >= len(text) or after[:1] in _ENDS_CLAUSE)


def _between(kept: tuple[Span, ...], size: int) -> Iterator[Span]:
    """What is not kept of a text of this size."""
    edges = [0, *(edge for span in kept for edge in span), size]
    return zip(edges[::2], edges[1::2], strict=True)


def _weighs(words: str) -> bool:
    return bool(NEGATION.search(words) or MODALITY.search(words))


def _gaps(text: str, kept: tuple[Span, ...]) -> list[Span]:
    """The removed parts of those clauses of which something was kept."""
    bounds = [0, *(m.end() for m in _CLAUSE.finditer(text)), len(text)]
    found: list[Span] = []
    index = 0
    for low, high in pairwise(bounds):
        while index < len(kept) and kept[index][1] <= low:
            index += 1
        inside = [(max(a, low), min(b, high)) for a, b in kept[index : index + 6] if a < high and b > low]
        if inside and inside[0] != (low, high) and any(any(map(str.isalnum, text[a:b])) for a, b in inside):
            edges = [low, *(x for span in inside for x in span), high]
            found.extend((a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)
    return found


def _weighty(text: str, low: int, high: int) -> bool:
    words = text[low:high]
    if not _weighs(words):
        return False
    for pattern in _FILLERS:
        words = pattern.sub("", words)
    for pattern in _HEADS:
        words = pattern.sub("", words.lstrip(), count=1)
    return _weighs(words)
