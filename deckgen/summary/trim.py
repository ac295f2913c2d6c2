"""Compression by deletion: what a line can shed without saying anything else than its source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from deckgen.summary import chinese as zh
from deckgen.summary import english as en
from deckgen.summary import others
from deckgen.summary.guard import MODALITY, NEGATION, NUMBER
from deckgen.summary.measure import Language
from deckgen.summary.passage import Passage, Sentence
from deckgen.summary.pattern import late
from deckgen.summary.shields import Span, merged, shields

_EDGE = "，,、；;：:。.！!…~～ \t\n\r\u3000"
_POINTS = late(r"[参请见看如]")
_ACRONYM = late(r"\b[A-Z][a-z0-9]?[A-Z][A-Za-z0-9]*\b")
_ROUND = "（("
_HEADS: dict[Language, tuple[re.Pattern[str], ...]] = {
    "zh": (zh.FILLER_HEAD, zh.FIELD_HEAD),
    "en": (en.FILLER_HEAD,),
    "ko": (others.KOREAN_FILLER_HEAD,),
    "ja": (others.JAPANESE_FILLER_HEAD,),
}
_INNER: dict[Language, tuple[re.Pattern[str], ...]] = {
    "zh": (zh.FILLER, zh.POINTER),
    "en": (en.POINTER,),
    "ko": (others.POINTER,),
    "ja": (others.POINTER,),
}


def head(text: str, start: int, end: int, lang: Language, *, cause: bool = False) -> int:
    """Where the line really begins: behind fillers and field names. `cause`: drop a lone 由于 as well."""
    for _ in range(5):
        before = start
        start = past_marks(text, start, end)
        for pattern in _HEADS[lang]:
            match = pattern.match(text, start, end)
            if match and end - match.end() >= 4 and _leaves_words_whole(text, match):
                start = match.end()
        if cause and (match := zh.CAUSE.match(text, start, end)):
            start = match.end()
        if lang == "zh" and (match := zh.LATE_HEAD.match(text, start, end)):
            start = match.end()
        if start == before:
            break
    return start


def _leaves_words_whole(text: str, match: re.Match[str]) -> bool:
    """A Latin word or a number is never cut in two."""
    at = match.end()
    return at >= len(text) or not (text[at - 1].isalnum() and text[at].isalnum() and text[at] < "\u0250" > text[at - 1])


def past_marks(text: str, start: int, end: int) -> int:
    """The start without the marks and spaces before the first letter or opening mark."""
    while start < end and text[start] in _EDGE:
        start += 1
    return start


def tail(text: str, start: int, end: int) -> int:
    """Where the line ends: before its final marks; a question mark stays."""
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return end


def inner(sentence: Sentence) -> tuple[Span, ...]:
    """Fillers, smileys and pointers at things that are not on the slide."""
    text = sentence.passage.text
    patterns = _INNER[sentence.lang]
    if sentence.lang == "zh" and not _POINTS.search(text, sentence.start, sentence.end):
        patterns = patterns[:-1]
    found = [m.span() for p in patterns for m in p.finditer(text, sentence.start, sentence.end)]
    return merged(found) if found else ()


def asides(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Round brackets without numbers, negations or acronyms, and the space before them: left out of a long line."""
    found: list[Span] = []
    part = text[start:end]
    if not any(mark in part for mark in _ROUND):
        return ()
    for low, high in shields(part):
        words = part[low:high]
        if words[0] in _ROUND and low > 0 and not _weighs(words):
            before, particle = part[:low].rstrip(" "), others.PARTICLE.match(part, high)
            found.append((start + len(before), start + (particle.start(1) if particle else high)))
    return tuple(found)


def _weighs(words: str) -> bool:
    return bool(NUMBER.search(words) or NEGATION.search(words) or _ACRONYM.search(words) or MODALITY.search(words))


def kept(start: int, end: int, cuts: Sequence[Span]) -> tuple[Span, ...]:
    """What remains of start..end without the cuts."""
    return tuple(_kept(start, end, merged(cuts))) if cuts else ((start, end),)


def _kept(start: int, end: int, cuts: tuple[Span, ...]) -> Iterator[Span]:
    for low, high in cuts:
        if high <= start or low >= end:
            continue
        if low > start:
            yield start, low
        start = max(start, high)
    if start < end:
        yield start, end


def text_of(passage: Passage, spans: Iterable[Span]) -> str:
    """The characters in these spans."""
    return "".join([passage.text[low:high] for low, high in spans])
