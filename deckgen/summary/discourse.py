"""What a sentence does in its text: announce, set up, turn, lean on what stands before, or assert."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from deckgen.summary import chinese as zh
from deckgen.summary import cues, others
from deckgen.summary import english as en
from deckgen.summary.cues import CUES
from deckgen.summary.measure import Language, units
from deckgen.summary.passage import Sentence
from deckgen.summary.pattern import REMEMBERED

STOPS = "。！？!?.…"
"""Marks that end a sentence; behind a clause they show that its sentence ends within a joined one."""
_PRONOUNS = {
    "zh": zh.PRONOUN_HEAD,
    "en": en.PRONOUN_HEAD,
    "ko": others.PRONOUN_HEAD,
    "ja": others.PRONOUN_HEAD,
}
_JOINED = 62.0
"""Two sentences that hang together are one line while they are no longer than this."""
_CORRECTED = 96.0
"""What is set up and the sentence that corrects it may be so long: a part of that sentence will do."""
_ANSWERED = 44.0
"""A question of up to so many units stays with its answer."""


def announces(text: str, lang: Language) -> bool:
    """Whether a text says that something was shown or told rather than what: `介绍了…`, `talked about …`."""
    match lang:
        case "zh":
            return _announces_in_chinese(text)
        case "en":
            found = cues.ANNOUNCES_EN.match(text)
            return bool(found) and not (cues.FIGURE_INSIDE.search(text) or CUES[lang].turned.search(text))
        case "ko":
            return bool(cues.ANNOUNCES_KO_END.search(text[-16:])) and not cues.FIGURE_INSIDE.search(text)
        case "ja":
            return bool(cues.ANNOUNCES_JA_END.search(text[-16:])) and not cues.FIGURE_INSIDE.search(text)


def _announces_in_chinese(text: str) -> bool:
    """Whether the first clause announces, and the next one has no subject of its own to say more."""
    if "有" in text and cues.TALKS_INSIDE.search(text):
        return True
    if not cues.TOLD_INSIDE.search(text):
        return False
    frame = cues.PLACE.match(text)
    start = frame.end() if frame else 0
    happens = cues.HAPPENS.match(text, start)
    found = happens or cues.ANNOUNCES.match(text, start)
    if not found or cues.RESULT_INSIDE.search(text) or CUES["zh"].turned.search(text):
        return False
    if happens:
        return True
    rest = cues.AFTER_COMMA.search(text, found.end())
    return not rest or bool(zh.VERB_HEAD.match(rest.group(1)) or zh.ADDS_HEAD.match(rest.group(1)))


def sets_up(text: str, lang: Language) -> bool:
    """Whether a text only prepares its opposite, or defines a term: `很多人以为…`, `it used to …`."""
    cue = CUES[lang]
    prepares = cue.sets_up.match(text) or (lang == "zh" and cues.SAID_TO_THINK_INSIDE.search(text))
    return bool(prepares) and not cue.turned.search(text)


def defines(text: str, lang: Language) -> bool:
    """Whether a text only says what a thing is: `X是一种…`, `X is a protocol …`."""
    if lang == "zh" and "是" not in text:
        return False
    return bool(cues.DEFINES.match(text)) and not CUES[lang].turned.search(text)


def hollow(text: str) -> bool:
    """Whether a text says what is always true: `则必须想到对策解决…的问题`, `every project needs …`."""
    return bool(cues.HOLLOW.match(text) or cues.HOLLOW_INSIDE.search(text))


def contrasts(text: str, lang: Language) -> bool:
    """Whether a text sets one thing against another: `不是…而是…`, `but`."""
    return bool(CUES[lang].turned.search(text))


def concludes(text: str) -> bool:
    """Whether a text says what matters most of all that is said: `瓶颈`, `真正…`, `the key`."""
    return bool(cues.SUMS_UP_INSIDE.search(text))


def opens(text: str, lang: Language) -> bool:
    """Whether a text asks for the next one: it sets up, or leaves out what its verb is about (`想一次解决`)."""
    return sets_up(text, lang) or bool(cues.OBJECT_OPEN_END.search(text))


@lru_cache(REMEMBERED)
def turns(text: str, lang: Language) -> bool:
    """Whether a text opens by turning against what stands before it: `不过…`, `However, …`."""
    return bool(CUES[lang].turns.match(text))


@lru_cache(REMEMBERED)
def leans(text: str, lang: Language) -> bool:
    """Whether a text cannot be understood without what stands before it: `这种…`, `This …`, `所以…`."""
    if not (_PRONOUNS[lang].match(text) or CUES[lang].leans.match(text)):
        return False
    return not (lang == "zh" and zh.SURE_PRONOUN_HEAD.match(text))


def personal(text: str) -> bool:
    """Whether a text opens with a person's pronoun: somebody named earlier in the paragraph will do."""
    return bool(cues.PERSON.match(text))


def another(text: str) -> bool:
    """Whether a text names one more problem or reason beside the one before it: `另一个重要的问题…`."""
    return bool(cues.ANOTHER.match(text))


def asserts(text: str, lang: Language) -> int:
    """How many words of result, cause, advice or judgement a text has, up to two."""
    claims = CUES[lang].claims
    first = claims.search(text)
    return 0 if not first else 1 + bool(claims.search(text, first.end()))


def asks(sentence: Sentence) -> bool:
    """Whether a sentence ends in a question mark."""
    return sentence.text.endswith(("?", "？"))


def periods(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences, those made one that would mislead or dangle if parted.

    A question is joined with its answer, a claim with the `不过` that limits it, and a sentence with what it
    leans on,
    while both fit a line or two.
    """
    held: Sentence | None = None
    for sentence in sentences:
        if held and _belong(held, sentence):
            held = replace(held, end=sentence.end, clauses=held.clauses + sentence.clauses)
            continue
        if held:
            yield held
        held = sentence
    if held:
        yield held


def _belong(former: Sentence, latter: Sentence) -> bool:
    if former.passage is not latter.passage or former.lang != latter.lang:
        return False
    if "\n" in former.passage.text[former.end - 1 : latter.start + 1]:
        return False
    if asks(former):
        return not asks(latter) and units(former.text) <= _ANSWERED
    if opens(former.text, former.lang):
        return units(former.text) <= _ANSWERED and units(former.text) + units(latter.text) <= _CORRECTED
    if asks(latter) or not (turns(latter.text, latter.lang) or leans(latter.text, latter.lang)):
        return False
    return units(former.text) + units(latter.text) <= _JOINED
