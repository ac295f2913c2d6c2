"""What to remember of a whole deck: the claims on its slides that are worth taking home."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from deckgen.model import Bullet, plain
from deckgen.summary import chinese as zh
from deckgen.summary import forms, rank, worth
from deckgen.summary.claims import stands_alone, trite
from deckgen.summary.measure import language, terms, units
from deckgen.summary.occasion import aside
from deckgen.summary.pattern import late

_TROUBLE = late(
    r"必须|不能|无法|问题|失败|丢失|中断|停服|故障|瓶颈|困难|关掉|不到|\b(?:must|cannot|can't|fail\w*|lost|lose\w*|stops?|broke\w*)\b"
)
_REMEDY = late(
    r"解决(?!的问题)|措施|办法|避免|以后(?:(?!以后)[^，,])*正常|恢复(?!之?[后时]|以后)|\b(?:solved?|solution|fix(?:ed|es)?|avoids?|instead|workaround)\b"
)
_HALF_TOLD = 2.0
"""What it costs a trouble that its remedy stands in the next line."""
_BELOW = 0.3
"""What it costs a list's item to stand below the line that says what it is an item of."""
_FEATURE = 0.5
"""What it costs a line to be one of several `label：text`."""
_LABELLED = late(r"[^，,。:：]{2,24}[:：]\s*\S")
_NAMES = late(r"(?<![A-Za-z])[A-Za-z]*[A-Z][\w.-]*|\d+(?:\.\d+)?", re.ASCII)
_GOOD = 0.5
"""A line worth less is left out, though there be fewer lines."""
_FAIR = 0.3
"""What the best line of a post has to be worth, so that every post is heard."""
_POOR = 0.3
"""What a line has to be worth to make up the fewest."""
_FEWEST = 5
"""Up to so many lines are made up from lesser ones."""
_SPARE = 0.1
_SPARE_NAMED = -0.1
"""The same of a plain fact, where too few are worth more; a Chinese one that names something may be worth less."""
_SCRAPS = -0.3
"""The same of one that names something, where there is nothing else."""
_CUT = 0.25
"""What it costs a part of a sentence that the sentence goes on."""
_STOPS = "。．.！!；; "
_UNTOLD = 0.3
"""What it costs a sentence that its slide shows no more than a part of it."""
_LONGEST_UNTOLD = 52.0
"""A sentence of more units is none, since its slide has to show it, too."""
_UNHEADED = 0.3
"""What it costs to stand before the first heading, where authors greet and tell of themselves."""
_GENERAL = late(
    r"^(?:简述|概述|前言|引言|背景|其他|其它|杂谈|感受|评论|吐槽|写在.*|还没.*|其余.*|剩下.*|随想|杂记|正文|主会场|分会场|记要|流水|开场"
    r"|活动总结|day\s*\d+|第[一二三四五\d]天|introduction|overview|notes?|thoughts?|misc|other"
    r"|소개|개요|들어가며|はじめに|概要|その他)$",
    re.IGNORECASE,
)
_EMPTY = frozenset(["team", "summit", "conference", "talk", "talks", "峰会", "大会", "会议", "演讲"])
_SAME_SLIDE, _SAME_END, _SAME_CHAPTER, _SAME_POST = 0.45, 0.25, 0.15, 0.04
"""What each line that was taken costs those of its slide (of its conclusions: less), its chapter, its post."""
_ALIKE = 0.5
"""Of two lines that share so much of their terms one is taken: fewer than a slide may have, since these stand alone."""
_HEAD = 5
"""So many letters at the head of two lines are their subject."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A slide's words: the number of its post, its heading with those above it (a line each), its lead and bullets.

    `untold` are the sentences of its section, of which the slide may show a part or nothing.
    """

    post: int
    heading: str
    bullets: tuple[Bullet, ...]
    untold: tuple[Bullet, ...] = ()


@dataclass(frozen=True, slots=True)
class _Claim:
    """A bullet that may be taken home: its slide, its place there, its worth, and what it speaks of."""

    slide: int
    place: int
    post: int
    bullet: Bullet
    worth: float
    concludes: bool
    terms: frozenset[str]
    names: frozenset[str]
    section: tuple[int, str] = (0, "")

    @property
    def named(self) -> bool:
        """Whether it is a Chinese line that names something: what is known of Chinese keeps most others out."""
        text = plain(self.bullet.text)
        return language(text) == "zh" and worth.named(text)

    @property
    def chapter(self) -> str:
        """The outermost of the headings above it."""
        return self.section[1].partition("\n")[0]


def takeaways(shown: Sequence[Shown], count: int) -> tuple[tuple[int, Bullet], ...]:
    """Up to `count` bullets in reading order, each with the index of the slide that shows it.

    Whole claims only: results, figures, causes, judgements, advice; from an author's own conclusions first, some from
    every post and from as many sections as there are, none that says what another says. Good ones only, but for the
    first five: those are made up from plain facts and from parts of long sentences, of sections that have none first.
    A single line has to be good: by itself it says that nothing else is worth remembering.
    """
    claims = _claims(shown)
    taken: list[_Claim] = []
    for post in dict.fromkeys(slide.post for slide in shown):
        _take(taken, [claim for claim in claims if claim.post == post], _FAIR, len(taken) + 1)
    if len(taken) > count:
        taken = sorted(taken, key=lambda claim: -claim.worth)[:count]
    _take(taken, claims, _GOOD, min(count, _FEWEST))
    _take(taken, [claim for claim in claims if units(plain(claim.bullet.text)) <= rank.LIMIT], _GOOD, count)
    _take(taken, claims, _FAIR, min(count, _FEWEST))
    told = {claim.chapter for claim in taken}
    _take(taken, [claim for claim in claims if claim.chapter not in told], _FAIR, count)
    _take(taken, [claim for claim in claims if claim.worth >= _POOR], 0.0, min(count, _FEWEST))
    if len(taken) < min(count, _FEWEST):
        _make_up(taken, [*claims, *_claims(shown, spare=True)], min(count, _FEWEST))
    if len(taken) == 1 < count and taken[0].worth < _GOOD:
        return ()
    taken.sort(key=lambda claim: (claim.slide, claim.place))
    return tuple((claim.slide, claim.bullet) for claim in taken)


def topical(title: str, slide: Shown) -> bool:
    """Whether a chapter's title says what a line from it is about; `What I will tell the team` does not."""
    if _GENERAL.search(title):
        return False
    if not worth.concludes(title):
        return True
    about = {term for bullet in (*slide.bullets, *slide.untold) for term in terms(plain(bullet.text))}
    return bool(about & (set(terms(title)) - _EMPTY))


def _take(taken: list[_Claim], claims: list[_Claim], least: float, count: int) -> None:
    """Add the best claims to those that were taken, while there are good ones and fewer than `count`."""
    rest = [claim for claim in claims if claim not in taken]
    while rest and len(taken) < count:
        best = max(rest, key=lambda claim: _gain(claim, taken))
        if _gain(best, taken) < least:
            return
        taken.append(best)
        rest.remove(best)


def _make_up(taken: list[_Claim], claims: Sequence[_Claim], count: int) -> None:
    """Add what is still worth saying until there are `count`: a line a section first, then a second and a third.

    Plain facts come behind a section's first better line; those that hardly say anything come last.
    """
    fit = [claim for claim in claims if not worth.vague(plain(claim.bullet.text))]
    steps = [*product((1, 2, 3), ((_POOR, _POOR), (_SPARE, _SPARE_NAMED))), *product((1, 2, 3), ((_SPARE, _SCRAPS),))]
    for most, (least, of_named) in steps:
        before = -1
        while before < len(taken) < count:
            before = len(taken)
            told = Counter(claim.section for claim in taken)
            rest = [c for c in fit if told[c.section] < most and c.worth >= (of_named if c.named else least)]
            _take(taken, rest, -1.0, before + 1)


def _gain(claim: _Claim, taken: list[_Claim]) -> float:
    """What a claim adds to those that were taken."""
    value = claim.worth
    for other in taken:
        if rank.likeness(claim.terms, other.terms) >= _ALIKE or _same_names(claim, other) or _same_head(claim, other):
            return float("-inf")
        if claim.slide == other.slide:
            value -= _SAME_END if claim.concludes else _SAME_SLIDE
        elif claim.post == other.post:
            value -= _SAME_CHAPTER if claim.chapter == other.chapter else _SAME_POST
    return value


def _same_names(one: _Claim, other: _Claim) -> bool:
    """Whether two lines, in whatever languages, name the same things and figures."""
    return len(one.names & other.names) >= 2 and rank.likeness(one.names, other.names) > 0.6


def _same_head(one: _Claim, other: _Claim) -> bool:
    """Whether two lines of one section begin alike: they go on about the same."""
    heads = {plain(claim.bullet.text)[:_HEAD] for claim in (one, other)}
    return one.section == other.section and len(heads) == 1


def _claims(shown: Sequence[Shown], *, spare: bool = False) -> list[_Claim]:
    """All claims of the slides, each in its best form; `spare`: those that are parts of lines, or long."""
    texts = [[plain(bullet.text) for bullet in slide.bullets] for slide in shown]
    counts = Counter(term for slide in texts for text in slide for term in dict.fromkeys(terms(text)))
    found = []
    for index, slide in enumerate(shown):
        if aside(slide.heading):
            continue
        concludes = worth.concludes(slide.heading)
        opening = 0.0 if slide.heading else _UNHEADED
        for place, bullet, cost in (*_told(slide, texts[index], concludes=concludes), *_untold(slide, spare=spare)):
            alone = _alone(forms.forms(bullet), concludes=concludes)[:1]
            if spare:
                said_whole = any(not worth.vague(plain(form.text)) for form in alone)
                none = said_whole or trite(plain(bullet.text))
                alone = [] if none else _alone(forms.parted(bullet), concludes=concludes, roomy=True)
            if alone:
                value, form = _best(bullet, alone, slide.heading)
                said = frozenset(terms(plain(form.text)))
                names = frozenset(_NAMES.findall(plain(form.text)[1:]))
                value += _central(said, counts) - cost - opening
                section = (slide.post, slide.heading)
                found.append(_Claim(index, place, slide.post, form, value, concludes, said, names, section))
    return found


def _best(bullet: Bullet, alone: Iterable[Bullet], heading: str) -> tuple[float, Bullet]:
    """The form of a line that is worth most, with its worth; a part costs something where the line goes on."""
    whole = plain(bullet.text)

    def value(said: str) -> float:
        return worth.worth(said, heading) - _CUT * _goes_on(whole, said)

    return max(((value(plain(form.text)), form) for form in alone), key=lambda pair: pair[0])


def _alone(bullets: Iterable[Bullet], *, concludes: bool, roomy: bool = False) -> list[Bullet]:
    """Those of a line's forms that are understood without their slide."""
    return [form for form in bullets if stands_alone(plain(form.text), conclusion=concludes, roomy=roomy)]


def _told(slide: Shown, texts: Sequence[str], *, concludes: bool) -> Iterator[tuple[int, Bullet, float]]:
    """A slide's bullets that may be claims, each with its number and what its place costs it."""
    for place in _places(slide):
        bullet = slide.bullets[place]
        cost = _HALF_TOLD * _is_half_told(texts[place], texts[place + 1 : place + 2])
        yield place, bullet, cost + (0.0 if concludes else _BELOW * bullet.level + _FEATURE * _is_feature(texts, place))


def _untold(slide: Shown, *, spare: bool) -> Iterator[tuple[int, Bullet, float]]:
    """The sentences that may be claims as the author wrote them; those that begin with a filler go on with another.

    `spare`: those as well.
    """
    texts = [plain(bullet.text) for bullet in slide.untold]
    for place, bullet in enumerate(slide.untold):
        if units(texts[place]) > _LONGEST_UNTOLD * (1.0 if language(texts[place]) == "zh" else worth.WIDER):
            continue
        if spare or not zh.FILLER_HEAD.match(texts[place]):
            cost = _UNTOLD + _HALF_TOLD * (spare and _is_half_told(texts[place], texts[place + 1 : place + 2]))
            yield len(slide.bullets) + place, bullet, cost


def _places(slide: Shown) -> Iterator[int]:
    """The numbers of a slide's bullets that may be claims: those of the upper levels that are no labels."""
    labels = {a for a, b in pairwise(range(len(slide.bullets))) if slide.bullets[a].level < slide.bullets[b].level}
    return (n for n, bullet in enumerate(slide.bullets) if n not in labels and bullet.level <= 1)


def _is_feature(texts: Sequence[str], place: int) -> bool:
    """Whether a line is one of several `label：text` in a row, and gives no figure."""
    near = [texts[n] for n in (place - 1, place + 1) if 0 <= n < len(texts)]
    row = bool(_LABELLED.match(texts[place])) and any(_LABELLED.match(text) for text in near)
    return row and not rank.counts(texts[place])


def _is_half_told(text: str, following: Sequence[str]) -> bool:
    """Whether a line tells of a trouble for which the next one has the remedy."""
    return any(_TROUBLE.search(text) and _REMEDY.search(after) for after in following)


def _goes_on(whole: str, part: str) -> bool:
    """Whether a line goes on behind a part of it."""
    return not whole.rstrip(_STOPS).endswith(part.rstrip(_STOPS))


def _central(said: frozenset[str], counts: Counter[str]) -> float:
    """How much of a line the other lines speak of as well."""
    return 0.2 * sum(counts[t] > 1 for t in said) / len(said) if said else 0.0
