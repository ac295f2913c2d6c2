"""Running text taken apart: a passage into sentences, a sentence into clauses, every piece with its place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

from deckgen.model import Run, Runs, Source, plain
from deckgen.summary import chinese, english
from deckgen.summary.measure import CJK, Language, language, units
from deckgen.summary.pattern import late
from deckgen.summary.shields import Shield, Span, merged, shields

_STOP = late(
    r"[。！？!?….\s](?:(?<=[。！？!?…])[。！？!?…]*[”’」』）)\"\]]*"
    rf"|(?<=[^\s.]\.)\.*[”’\"』」)）\]]*(?=\s|$|[{CJK}])|(?<=\n)|(?<=[{CJK}）)]\s)\s+(?=\S))"
)
"""All that may end a sentence; its first character stands first, so that the others are passed over quickly."""
_COMMA = late(r"，|；|,(?!\d)|;(?!\d)|——+")
_LATIN = late(r"[A-Za-z0-9+#)/.\-_]")
_OPEN_END = late(
    r"(?:[，,、；;：:（(]|但是?|因为|由于|不禁|以及|从而|如果|虽然|为了|[而和与及或把被将]"
    r"|\b(?:and|or|but|because|of|to|the|an?|with|for|that|which))\s*$"
)
"""A line that ends so goes on in the next one."""
_LINE_BREAK = late(r"\n")
_NAME_BEGINS = late(rf"[A-Z][\w ]*[{CJK}]{{4}}")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an author's text with its styles and its place.

    `offsets` are where the runs begin, `breaks` where the line breaks stand, both in order; `bold` are the stretches
    that the author set in bold, `code` the spans set as code.
    """

    text: str
    runs: Runs
    source: Source
    offsets: tuple[int, ...]
    breaks: tuple[int, ...]
    bold: tuple[Span, ...]
    code: tuple[Span, ...]


class Clause(NamedTuple):
    """A part of a sentence: its span in the passage without the mark behind it, the mark, its words, their length.

    The words leave out a field's name (`简介：`) at their head."""

    start: int
    end: int
    mark: str
    text: str
    units: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span in the passage with its final mark, its clauses, and the language whose rules hold."""

    passage: Passage
    start: int
    end: int
    clauses: tuple[Clause, ...]
    lang: Language

    @property
    def text(self) -> str:
        """The sentence as the author wrote it."""
        return self.passage.text[self.start : self.end]


def passage(runs: Runs, source: Source) -> Passage:
    """The passage of these runs."""
    text = plain(runs)
    offsets = tuple(accumulate([len(run.text) for run in runs], initial=0))
    breaks = tuple([match.start() for match in _LINE_BREAK.finditer(text)]) if "\n" in text else ()
    bold = merged([span for span, run in zip(pairwise(offsets), runs, strict=True) if run.bold])
    code = tuple([span for span, run in zip(pairwise(offsets), runs, strict=True) if run.code])
    return Passage(text, runs, source, offsets, breaks, bold, code)


def source_of(text: Passage, start: int, end: int) -> Source:
    """The lines of a part, when the passage has kept the file's line breaks; else those of the whole passage."""
    whole = text.source
    if len(text.breaks) != whole.end_line - whole.line:
        return whole
    first, last = bisect_left(text.breaks, start), bisect_left(text.breaks, end)
    return Source(whole.path, whole.line + first, whole.line + last)


def styled(text: Passage, kept: Iterable[Span]) -> Runs:
    """The runs of the kept parts of a passage, in order, their styles as the author set them."""
    pieces: list[Run] = []
    for start, end in kept:
        index = bisect_right(text.offsets, start) - 1
        while index < len(text.runs) and text.offsets[index] < end:
            run, low = text.runs[index], text.offsets[index]
            words = run.text[max(start - low, 0) : end - low]
            pieces.append(run if words == run.text else run.saying(words))
            index += 1
    return joined(pieces)


def joined(pieces: Iterable[Run]) -> Runs:
    """The runs with neighbours of one style made one."""
    result: list[Run] = []
    for run in pieces:
        last = result[-1] if result else None
        if last and run.is_like(last):
            result[-1] = run.saying(last.text + run.text)
        elif run.text:
            result.append(run)
    return tuple(result)


def sentences(text: Passage) -> Iterator[Sentence]:
    """The sentences of a passage in order. A hard line break ends one, unless a comma stands before it."""
    words = text.text
    whole = sorted([*shields(words), *text.code])
    guarded = Shield(whole)
    start = 0
    for match in _STOP.finditer(words):
        if match.start() < start or guarded.covers(match.start()) or not _ends(words, match, start):
            continue
        yield from _sentence(text, start, match.end(), whole)
        start = match.end()
    yield from _sentence(text, start, len(words), whole)


def _ends(words: str, match: re.Match[str], start: int) -> bool:
    mark = match.group()
    if mark[0] == "\n":
        return not _OPEN_END.search(words, max(0, match.start() - 12), match.start())
    if mark[0] == ".":
        before = words[max(0, match.start() - 8) : match.start() + 1]
        return not english.ABBREVIATION.search(before) and not re.match(
            r"\s+[a-z]", words[match.end() : match.end() + 3]
        )
    if mark == "!" and match.start() - start <= 10 and re.match(r" [A-Z]", words[match.end() : match.end() + 2]):
        return False
    if mark[0] in "…!?" and len(mark) == 1:
        return _free_end(words, match.end())
    return True


def _free_end(words: str, end: int) -> bool:
    """Whether what follows a question or exclamation mark can begin a sentence: `v1?v2` and `（！）` do not."""
    before, after = words[end - 2 : end - 1], words[end : end + 1]
    glued = before.isalnum() and after.isalnum() and before < "\u2000" > after
    return not after or not (after in "，,)）.：、/=&" or glued)


def _sentence(text: Passage, start: int, end: int, whole: list[Span]) -> Iterator[Sentence]:
    words = text.text
    while start < end and words[start].isspace():
        start += 1
    while end > start and words[end - 1].isspace():
        end -= 1
    if not any(map(str.isalnum, words[start:end])):
        return
    lang = language(words[start:end])
    inside = whole[bisect_left(whole, (start, 0)) : bisect_left(whole, (end, 0))] if whole else whole
    yield Sentence(text, start, end, tuple(_clauses(words, start, end, lang, inside)), lang)


def _clauses(words: str, start: int, end: int, lang: Language, whole: list[Span]) -> Iterator[Clause]:
    bare = end
    while bare > start and (words[bare - 1] in "。！!？?….,，;；:：、" or words[bare - 1].isspace()):
        bare -= 1
    breaks = {"zh": _chinese_breaks, "en": _english_breaks}.get(lang)
    at = start
    for low, high in breaks(words, start, bare, whole) if breaks else ():
        if low > at:
            yield _clause(words, at, low, high)
        at = high
    yield _clause(words, at, bare, end)


def _clause(words: str, start: int, end: int, after: int) -> Clause:
    text = words[start:end]
    if ("：" in text or ":" in text) and (field := chinese.FIELD_HEAD.match(text)):
        text = text[field.end() :]
    return Clause(start, end, words[end:after].strip(), text, units(text))


def _chinese_breaks(words: str, start: int, end: int, whole: list[Span]) -> Iterator[Span]:
    guarded = Shield(whole)
    for match in _COMMA.finditer(words, start, end):
        low, high = match.span()
        if low == start or (whole and guarded.covers(low)):
            continue
        while high < end and words[high].isspace():
            high += 1
        if match.group() in ",，" and _within_names(words, start, low, high, match.group()):
            continue
        yield low, high


def _within_names(words: str, start: int, low: int, high: int, mark: str) -> bool:
    """Whether a comma parts Latin names: `Nova, Cinder`. A name may begin a clause, unless it ends a row of names."""
    if not _LATIN.match(words, high, high + 1):
        return False
    before = words[max(start, low - 24) : low].rstrip()
    if not _LATIN.match(before[-1:]):
        return False
    if chinese.LATIN_ENUMERATION.search(before):
        return True
    return mark == "," and not _NAME_BEGINS.match(words, high, high + 24)


def _english_breaks(words: str, start: int, end: int, whole: list[Span]) -> Iterator[Span]:
    guarded = Shield(whole)
    found = [m for m in english.BREAK.finditer(words, start, end) if not guarded.covers(m.start())]
    last = start
    # The first finite verb behind the last break: to look for it before each mark would take ever longer.
    verb = english.FINITE.search(words, start, end) if found else None
    for index, match in enumerate(found):
        stop = found[index + 1].start() if index + 1 < len(found) else end
        finite = verb is not None and verb.end() <= match.start()
        if _english_break(words, last, match, stop, finite=finite, final=index + 1 == len(found)):
            last = match.end()
            if verb and verb.start() < last:
                verb = english.FINITE.search(words, last, end)
            yield match.span()


def _english_break(words: str, last: int, match: re.Match[str], stop: int, *, finite: bool, final: bool) -> bool:
    """Whether a sentence breaks at a mark or conjunction; `finite`: it has had a verb since the last break."""
    mark, after = match.group("mark"), words[match.end() : match.end() + 70]
    if match.group("conj"):
        return match.start() - last > 30 and finite
    if mark != ",":
        return True
    if english.OPENING_HEAD.match(words, last, match.start()) and not english.OPENING_HEAD.match(after):
        return True
    if english.JOIN_HEAD.match(after):
        head = after[: max(0, stop - match.end())]
        verb = english.FINITE.search(head)
        whole = verb and not english.INSET.search(head, 9, verb.start()) and finite
        return bool(whole and (english.SUBJECT_HEAD.match(after) or english.CONTRAST_HEAD.match(after)))
    if not (final and finite):
        return False
    heads = (
        english.RELATIVE_HEAD,
        english.PARTICIPLE_HEAD,
        english.EXAMPLE_HEAD,
        english.REASON_HEAD,
        english.CONTRAST_HEAD,
    )
    return any(head.match(after) for head in heads)
