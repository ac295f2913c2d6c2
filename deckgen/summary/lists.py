"""The author's lists: every item kept, made short; short items of a labelled list merged into one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckgen.model import Bullet, Bullets, ListItem, Run, plain
from deckgen.summary import chinese as zh
from deckgen.summary import english as en
from deckgen.summary import rank, tone, trim
from deckgen.summary.bonds import bonds
from deckgen.summary.measure import language, units
from deckgen.summary.passage import Passage, Sentence, Span, joined, passage, sentences
from deckgen.summary.rank import Ground
from deckgen.summary.select import guarded, lines
from deckgen.summary.setting import bullet

SHORT = 10.0
"""Items up to this many units may be merged under their label."""
LONGER = 14.0
"""The same in brief."""
_TERM = re.compile(r"[^：:，。,;；()（）]{2,40}?[：:]\s*(?=\S)(?!//)")
_MARK = re.compile(r"[，,、；;：:。]")
_TERSE = 20.0
_TWO_LINES = 56.0
_TELLING = 12.0


@dataclass(frozen=True, slots=True)
class Room:
    """How much an item may say: `limit` units; where it is `terse`, one that begins with its term says only that."""

    limit: float = rank.LIMIT
    terse: bool = False


EVERYTHING = Room(float("inf"))
BRIEFLY = Room(LONGER, terse=True)


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
    before = replace(sentence, end=clauses[at - 1].end, clauses=clauses[:at])
    return before, replace(sentence, start=clauses[at].start, clauses=clauses[at:])


def _label(sentence: Sentence) -> Span:
    """The first and the last clause of a label: the last one that is no remark, with what it hangs on."""
    ties = bonds(sentence)
    last = next((i for i in range(len(ties), -1, -1) if not zh.ASIDE.match(sentence.clauses[i].text)), len(ties))
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


def items(block: Bullets, base: int, about: Ground, room: Room) -> list[Bullet]:
    """The items, each at its own level above `base`."""
    return [made for item in block.items if (made := _item(item, base, about, room))]


def _item(item: ListItem, base: int, about: Ground, room: Room) -> Bullet | None:
    text = passage(item.text, item.source)
    start = len(text.text) - len(text.text.lstrip())
    end = trim.tail(text.text, start, len(text.text))
    if end <= start:
        return None
    kept = _kept(text, start, end, about, room)
    return bullet(text, kept, item.level + base, item.number)


def _kept(text: Passage, start: int, end: int, about: Ground, room: Room) -> tuple[Span, ...]:
    """The parts of an item that its line keeps, at most the room's units where that can be done faithfully."""
    words = text.text[start:end]
    term = _TERM.match(words)
    if term and room.limit <= LONGER:
        return ((start, trim.tail(text.text, start, start + term.end())),)
    limit = min(room.limit, _TERSE) if room.terse and term else room.limit
    if units(words) <= limit:
        return ((start, end),)
    if term and units(term.group()) <= limit:
        return _with_term(text, (start, start + term.end()), end, about, limit)
    return _best(text, about, limit) or ((start, end),)


def _with_term(text: Passage, term: Span, end: int, about: Ground, limit: float) -> tuple[Span, ...]:
    """`term：` and the beginning of what is said of it, or the term alone."""
    room = limit - units(text.text[slice(*term)])
    rest = replace(text, text=" " * term[1] + text.text[term[1] : end])
    best = _best(rest, about, room) if room >= 8 else ()
    if best and best[0][0] == term[1] and units(trim.text_of(text, best)) <= room:
        return (term, *best)
    return ((term[0], trim.tail(text.text, *term)),)


def _best(text: Passage, about: Ground, limit: float) -> tuple[Span, ...]:
    """The line of an item that says most within the limit, its beginning before the rest."""
    found = lines(rank.read(sentences(text)), about, limit)
    fitting = [line for line in found if line.statement.units <= limit] or found
    fitting.sort(key=lambda line: (-line.score - 0.3 * (line.order == 0 and line.statement.first == 0), line.order))
    safe = (guarded(line, alone=line is fitting[-1]) for line in fitting)
    return next((line.statement.kept for line in safe if line), ())


def merged(label: Bullet, made: Sequence[Bullet], limit: float = rank.LIMIT + 4, each: float = SHORT) -> Bullet | None:
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
