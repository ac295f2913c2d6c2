"""The author's lists: every item kept, made short; short items of a labelled list merged into one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from deckgen.model import Bullet, Bullets, ListItem, Run, plain
from deckgen.summary import chinese as zh
from deckgen.summary import english as en
from deckgen.summary import setting, tone, trim
from deckgen.summary.bonds import bonds
from deckgen.summary.holds import Bond
from deckgen.summary.measure import language, units
from deckgen.summary.passage import Passage, Sentence, joined, passage, sentences
from deckgen.summary.pattern import late
from deckgen.summary.setting import bullet
from deckgen.summary.shields import Span
from deckgen.summary.statements import made_of, openings, sound

SHORT = 10.0
"""Items up to this many units may be merged under their label."""
LONGER = 14.0
"""The same in brief."""
_ROOM = 30.0
"""The room of a line below an item in units."""
_WORTH_A_LINE = 8.0
"""The rest of an item needs so many units for a line of its own."""
_QUIET = 0.6
"""A clause whose tone costs more is an aside."""
_ASIDE = late(
    rf"{zh.EXAMPLE_HEAD.pattern}|看起来|似乎|好像|应该是|我[猜想]|不知道|seems |maybe |i guess |for example",
    re.IGNORECASE,
)
_TERM = late(r"[^：:，。,;；()（）]{2,40}?[：:]\s*(?=\S)(?!//)")
_NAMING = late(r"[^，,；;。.:：]{4,8}(?=[，；])")
_HINGES = late(f"{zh.CONDITION_HEAD.pattern}|{zh.CAUSE_HEAD.pattern}|{zh.PREFACE_HEAD.pattern}")
"""The opening clause of an item that may stand for it in brief, and those that may not."""
_MARK = late(r"[，,、；;：:。]")
_GAP = late(r"\s{2,}")
_OVER = 6.0
"""An item may exceed its room by so many units rather than lose its end."""
_TWO_LINES = 56.0
"""Units of two lines and a half at most, for a label with its items."""
_TELLING = 12.0
"""Fewer units in front of a label say nothing; no item is cut to fewer."""
_SHORT_LABEL = 24.0
"""A label of no more units is kept whole."""
_MOST_MORE = 2
"""So many lines at most stand below a long item."""


def label_of(sentence: Sentence) -> Bullet | None:
    """A lead-in (`先来看看升级的成本：`) as a bullet: what it announces, without the announcing."""
    text, english = sentence.passage.text, sentence.lang == "en"
    start, end = sentence.start, sentence.end
    if not english:
        first, last = _label(sentence)
        start, end = sentence.clauses[first].start, sentence.clauses[last].end
    start, end = _announced(text, start, end, english=english)
    if end - start < 2 or tone.first_person(text[start:end]):
        return None
    spans = trim.kept(start, end, trim.inner(sentence))
    return bullet(sentence.passage, spans) if spans else None


def label_and_rest(sentence: Sentence) -> tuple[Sentence | None, Sentence]:
    """What a long lead-in says before it announces the list, and the announcing part."""
    if sentence.lang == "en":
        return None, sentence
    clauses, (at, _) = sentence.clauses, _label(sentence)
    if sum(clause.units for clause in clauses[:at]) < _TELLING:
        return None, sentence
    ties, end = bonds(sentence), at
    while end and ties[end - 1].left:
        end -= 1
    before = replace(sentence, end=clauses[end - 1].end, clauses=clauses[:end]) if end else None
    return before, replace(sentence, start=clauses[at].start, clauses=clauses[at:])


def _label(sentence: Sentence) -> Span:
    """The first and the last clause of a label: the last one that is no remark, with what it hangs on."""
    ties = bonds(sentence)
    last = next((i for i in range(len(ties), -1, -1) if not zh.ASIDE.match(sentence.clauses[i].text)), len(ties))
    if sum(clause.units for clause in sentence.clauses[: last + 1]) <= _SHORT_LABEL:
        return 0, last
    first = last
    while first and ties[first - 1].left and not zh.CAUSE_HEAD.match(sentence.clauses[first - 1].text):
        first -= 1
    return first, last


def _announced(text: str, start: int, end: int, *, english: bool) -> Span:
    end = trim.tail(text, start, end)
    head, foot = (en.LABEL_HEAD, en.LABEL_TAIL) if english else (zh.LABEL_HEAD, zh.LABEL_TAIL)
    start = trim.head(text, start, end, "en" if english else "zh")
    if (match := head.match(text, start, end)) and end - match.end() >= 2:
        start = match.end()
    if (match := foot.search(text, start, end)) and match.start() - start >= 2:
        end = match.start()
    return start, trim.tail(text, start, end)


def items(block: Bullets, base: int, limit: float) -> list[Bullet]:
    """The items, each at its own level above `base`, of about `limit` units at most."""
    return [one for item in block.items for one in _item(item, base, limit)]


def _item(item: ListItem, base: int, limit: float) -> Iterator[Bullet]:
    """An item's line; two `label：text` that a wide gap parts are a line each."""
    text = passage(item.text, item.source)
    start, number = len(text.text) - len(text.text.lstrip()), item.number
    gaps = [m for m in _GAP.finditer(text.text) if _TERM.match(text.text, m.end())]
    ends = [m.start() for m in gaps] if _TERM.match(text.text, start) else []
    for stop in (*ends, len(text.text)):
        end = trim.tail(text.text, start, stop)
        if end > start:
            kept = _kept(text, start, end, limit)
            yield setting.item(text, kept, item.level + base, number)
            if limit > LONGER:
                yield from _more(text, kept[-1][1], end, item.level + base + 1)
            number = ""
        start = trim.past_marks(text.text, stop, len(text.text))


def _kept(text: Passage, start: int, end: int, limit: float) -> tuple[Span, ...]:
    """The parts of an item that its line keeps: its term and the beginning of what is said of it."""
    words = text.text[start:end]
    term = _TERM.match(words)
    if term and limit <= LONGER:
        return ((start, trim.tail(text.text, start, start + term.end())),)
    if limit <= LONGER and (name := _NAMING.match(words)) and not _HINGES.match(words):
        return ((start, start + name.end()),)
    if units(words) <= limit + _OVER:
        return ((start, end),)
    after = start + term.end() if term else start
    rest = replace(text, text=" " * after + text.text[after:end])
    room = limit - units(text.text[start:after])
    if kept := _opening(rest, max(room, _TELLING)):
        return ((start, after), *kept) if term else kept
    return ((start, end),)


def _more(text: Passage, start: int, end: int, level: int) -> Iterator[Bullet]:
    """The rest of a long item as lines below it: whole clauses, without those that guess, chat or give examples."""
    start = trim.past_marks(text.text, start, end)
    if start == end:
        return
    said = sentences(replace(text, text=" " * start + text.text[start:end]))
    lines = (line for sentence in said for line in _rest(sentence))
    for kept in islice(lines, _MOST_MORE):
        yield replace(bullet(text, kept), level=level)


def _rest(sentence: Sentence) -> Iterator[tuple[Span, ...]]:
    """The clauses of a sentence, as many to a line as hang together or fit it."""
    clauses, ties = sentence.clauses, bonds(sentence)
    first = 0
    while first < len(clauses):
        last = _hangs_to(ties, first)
        if not _is_aside(sentence, first, last):
            while (then := _hangs_to(ties, last + 1)) < len(clauses) and not _is_aside(sentence, last + 1, then):
                if sum(c.units for c in clauses[first : then + 1]) > _ROOM:
                    break
                last = then
            relative = sentence.lang == "en" and en.RELATIVE_HEAD.match(clauses[first].text)
            if kept := () if relative else _line(sentence, first, last):
                yield kept
        first = last + 1


def _hangs_to(ties: tuple[Bond, ...], first: int) -> int:
    """The last of the clauses that cannot be parted from this one."""
    while first < len(ties) and ties[first].left:
        first += 1
    return first


def _is_aside(sentence: Sentence, first: int, last: int) -> bool:
    text = sentence.passage.text[sentence.clauses[first].start : sentence.clauses[last].end]
    return bool(_ASIDE.match(text)) or tone.tone(text).cost > _QUIET


def _line(sentence: Sentence, first: int, last: int) -> tuple[Span, ...]:
    """These clauses without the fillers before them, if they say enough and the guard lets them pass."""
    text, clauses = sentence.passage.text, sentence.clauses
    end = trim.tail(text, clauses[first].start, clauses[last].end)
    for start in (trim.head(text, clauses[first].start, end, sentence.lang), clauses[first].start):
        made = made_of(sentence, first, last, ((start, end),)) if start < end else None
        if made and made.units >= _WORTH_A_LINE and sound(sentence, made):
            return made.kept
    return ()


def _opening(text: Passage, limit: float) -> tuple[Span, ...]:
    """As much of the beginning as fits the limit: whole sentences, or the opening clauses of the first."""
    kept: tuple[Span, ...] = ()
    size = 0.0
    for sentence in sentences(text):
        size += units(sentence.text)
        if size <= limit + _OVER:
            kept = ((kept[0][0] if kept else sentence.start, trim.tail(text.text, sentence.start, sentence.end)),)
            continue
        return kept or _clauses(sentence, limit)
    return kept


def _clauses(sentence: Sentence, limit: float) -> tuple[Span, ...]:
    """The opening clauses that fit the limit, or the fewest that can stand; nothing where only the whole can."""
    opening = [s for s in openings(sentence, limit) if sound(sentence, s)]
    fitting = [s for s in opening if s.units <= limit + _OVER]
    best = fitting[-1] if fitting else next(iter(opening), None)
    return ((sentence.start, best.kept[-1][1]),) if best else ()


def merged(label: Bullet, made: Sequence[Bullet], limit: float = 40.0, each: float = SHORT) -> Bullet | None:
    """`label：a、b、c` in one bullet, or None where the items are nested, long, or too many for a line and a half."""
    texts = [plain(one.text) for one in made]
    if len(made) < 2 or any(b.level != 1 for b in made) or any(units(t) > each or _MARK.search(t) for t in texts):
        return None
    chinese = language(plain(label.text)) in ("zh", "ja")
    colon, comma = ("：", "、") if chinese else (": ", ", ")
    text: list[Run] = [*label.text, Run(colon)]
    source = label.source
    for index, one in enumerate(made):
        text.extend([*([Run(comma)] if index else []), *one.text])
        source = source.to(one.source)
    if units("".join(run.text for run in text)) > limit:
        return None
    return Bullet(joined(text), source, label.level)


def outer(label: Bullet, made: Sequence[Bullet]) -> Bullet | None:
    """The same in up to two lines and a half, nested items left out."""
    return merged(label, [one for one in made if one.level == 1], _TWO_LINES, LONGER)
