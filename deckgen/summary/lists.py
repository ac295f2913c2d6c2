"""The author's lists: every item kept, made short; short items of a labelled list merged into one line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.model import Bullet, Bullets, ListItem, Run, Runs, Source, plain
from deckgen.summary import lexicon as lex
from deckgen.summary import trim
from deckgen.summary.measure import language, units
from deckgen.summary.passage import Passage, Sentence, passage, sentences
from deckgen.summary.rank import Ground
from deckgen.summary.select import bullet, lines, set_in_type, source_of, styled
from deckgen.summary.statements import Statement, whole

LIMIT = 36.0
SHORT = 10.0
_TERM = re.compile(r"[^：:，。,;；()（）]{2,40}?[：:]\s*(?=\S)(?!//)")


def label_of(sentence: Sentence) -> Bullet | None:
    """A lead-in (`先来看看升级的成本：`) as a bullet: what it announces, without the announcing."""
    text = sentence.passage.text
    clause = sentence.clauses[-1]
    start, end = clause.start, clause.end
    if sentence.lang == "en":
        start, end = sentence.start, sentence.end
    while len(sentence.clauses) > 1 and sentence.lang != "en":
        if not _remark(text[start:end]):
            break
        index = sentence.clauses.index(clause)
        if index == 0:
            return None
        clause = sentence.clauses[index - 1]
        start, end = clause.start, clause.end
    start, end = _announced(text, start, end, sentence.lang == "en")
    if end - start < 2 or lex.FIRST_PERSON.search(text[start:end]):
        return None
    spans = trim.kept(start, end, trim.inner(sentence))
    words = trim.text_of(sentence.passage, spans)
    return bullet(sentence.passage, Statement(0, 0, spans, words, units(words))) if words.strip() else None


def _remark(words: str) -> bool:
    return bool(lex.ASIDE.match(words))


def _announced(text: str, start: int, end: int, english: bool) -> tuple[int, int]:
    end = trim.tail(text, start, end)
    head, foot = (lex.EN_LABEL_HEAD, lex.EN_LABEL_TAIL) if english else (lex.ZH_LABEL_HEAD, lex.ZH_LABEL_TAIL)
    start = trim.head(text, start, end, "en" if english else "zh")
    if (match := head.match(text, start, end)) and end - match.end() >= 2:
        start = match.end()
    if (match := foot.search(text, start, end)) and match.start() - start >= 2:
        end = match.start()
    return start, trim.tail(text, start, end)


def items(block: Bullets, label: Bullet | None, about: Ground, limit: float, terse: bool) -> list[Bullet]:
    """The items beneath their label. `limit`: units a line; `terse`: an item with a term keeps the term alone."""
    base = 1 if label else 0
    made = [item_bullet(item, base, about, limit, terse) for item in block.items]
    return ([label] if label else []) + [b for b in made if b]


def item_bullet(item: ListItem, base: int, about: Ground, limit: float, terse: bool) -> Bullet | None:
    """One item, at most `limit` units long where that can be done faithfully."""
    text = passage(item.text, item.source)
    end = trim.tail(text.text, 0, len(text.text))
    start = len(text.text) - len(text.text.lstrip())
    if end <= start:
        return None
    level = item.level + base
    words = text.text[start:end]
    term = _TERM.match(words)
    cap = min(limit, 20.0) if terse and term else limit
    if units(words) <= cap:
        return _plain(text, start, end, level, item.number)
    if term and units(term.group()) <= cap:
        return _with_term(text, start, end, start + term.end(), item, level, about, cap)
    best = _best(text, about, limit)
    return bullet(text, best, level, item.number) if best else _plain(text, start, end, level, item.number)


def _plain(text: Passage, start: int, end: int, level: int, number: str) -> Bullet:
    words = text.text[start:end]
    return bullet(text, Statement(0, 0, ((start, end),), words, units(words)), level, number)


def _with_term(
    text: Passage, start: int, end: int, after: int, item: ListItem, level: int, about: Ground, limit: float
) -> Bullet:
    room = limit - units(text.text[start:after])
    rest = Passage(" " * after + text.text[after:end], text.runs, text.source)
    best = _best(rest, about, room) if room >= 8 else None
    if best and best.units <= room and best.first == 0:
        words = text.text[start:after] + best.text
        kept = ((start, after), *best.kept)
        return bullet(text, Statement(0, 0, kept, words, units(words)), level, item.number)
    return _plain(text, start, trim.tail(text.text, start, after), level, item.number)


def _best(text: Passage, about: Ground, limit: float) -> Statement | None:
    found = lines(list(sentences(text)), about, limit)
    fitting = [line for line in found if line.statement.units <= limit] or found
    if not fitting:
        return None
    return max(
        fitting, key=lambda line: (line.score + 0.3 * (line.order == 0 and line.statement.first == 0), -line.order)
    ).statement


def merged(label: Bullet, made: Sequence[Bullet]) -> Bullet | None:
    """`label：a、b、c` in one bullet, or None where the items are nested, long, or too many for a line and a half."""
    if len(made) < 2 or any(b.level != 1 or units(plain(b.text)) > SHORT or _marked(plain(b.text)) for b in made):
        return None
    chinese = language(plain(label.text) + "".join(plain(b.text) for b in made)) in ("zh", "ja")
    colon, comma = ("：", "、") if chinese else (": ", ", ")
    text: list[Run] = [*label.text, Run(colon)]
    for index, one in enumerate(made):
        text.extend(([Run(comma)] if index else []) + list(one.text))
    if units("".join(run.text for run in text)) > LIMIT + 4:
        return None
    source: Source = label.source
    for one in made:
        source = source.to(one.source)
    return Bullet(_joined(text), source, label.level)


def _marked(words: str) -> bool:
    return bool(re.search(r"[，,、；;：:。]", words))


def _joined(text: list[Run]) -> Runs:
    from deckgen.summary.passage import joined

    return joined(text)


__all__ = ["items", "label_of", "merged", "set_in_type", "source_of", "styled", "whole"]
