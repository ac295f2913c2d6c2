"""What to remember of a whole deck: the claims on its slides that are worth taking home."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from deckgen.model import Bullet, plain
from deckgen.summary import chinese as zh
from deckgen.summary import discourse, rank
from deckgen.summary import english as en
from deckgen.summary.measure import Language, language, terms, units
from deckgen.summary.pattern import late
from deckgen.summary.tone import tone

_CONCLUDES = late(
    r"总结|小结|结论|收获|感想|启示|建议|带回|带走|心得|体会|教训|写在最后|结语|展望|记住|观察|判断"
    r"|takeaways?\b|lessons?\b|conclusions?\b|\bsummary\b|wrap|closing|final thoughts|recommend|next steps"
    r"|learn(?:ed|t)"
    r"|(?:tell|bring|take|took|brought|remember)\b|기억|정리|결론|마치며|마무리|배운|요약|느낀|시사점"
    r"|まとめ|所感|感想|学び|学んだ|結論|おわりに|終わりに|持ち帰|教訓|気づき",
    re.IGNORECASE,
)
_QUESTION = late(
    r"[?？]|吗\s*$|是否|能否|能不能|要不要|怎么|怎样|如何|为什么|有没有|是不是|\b(?:whether|how to|why|what)\b"
    r"|까\s*$|는지|어떻게|か\s*$|どう",
    re.IGNORECASE,
)
_POINTS = late(
    r"(?:如下|以下|下面|这样的|following|as follows|below|다음|以下のとおり)\s*$|^\W*https?:"
    r"|^(?:原因|缺点|优点|好处|结果)[はが是]|^(?:the|his|her|their) (?:problem|answer|reason|catch)\b"
    r"|발표 자료|슬라이드|\bslides\b|(?:一次|想|一并|来)解决\s*$|下一?[站次届篇]|\bnext (?:time|year|post)\b",
    re.IGNORECASE,
)
_VAGUE = late(r"一些|某些|很多方面|等等|之类|是?这样的|\b(?:some|various|several|things)\b", re.IGNORECASE)
_GOES_ON = late(r"->|→|=>|^[^，,。]{0,14}(?<![不要])再(?![次也加])")
"""A flow, or the next of several steps."""
_REASON_JA = late(r"(?:こと|ため|から)だ$")
_CLAIM_KO = late(r"[다요죠음함]\s*$")
_CLAIM_JA = late(r"[るただいすんくうつぬぶむ]\s*$|べき|ました|ません")
_IMPERATIVE = late(r"(?:do not |don't |never |always )?[A-Z]?[a-z]{2,12}\b(?! of\b)")
_OTHER_WORDS = late(r"[，,]\s*(?:也就是(?!说)|也可以认为是|换句话说|即).*")
_SCENE = late(r"在[^，,。]{2,30}[中下里上时后](?:[，,会将能可]|$)")
"""Where or when something holds: a line may begin with it."""
_BEFORE_VERB = late(r"(?:^|[,;:])\s*(?!(?:only|also|just|not|to)\s+$)\w[^,;:]*\s$", re.IGNORECASE)
_TROUBLE = late(
    r"必须|不能|无法|问题|失败|丢失|中断|停服|故障|瓶颈|困难|关掉|不到|\b(?:must|cannot|can't|fail\w*|lost|lose\w*|stops?|broke\w*)\b"
)
_REMEDY = late(
    r"解决(?!的问题)|措施|办法|避免|以后[^，,]*正常|恢复|\b(?:solved?|solution|fix(?:ed|es)?|avoids?|instead|workaround)\b"
)
_HALF_TOLD = 1.0
"""What it costs a trouble that its remedy stands in the next line."""
_BELOW = 0.3
"""What it costs a list's item to stand below the line that says what it is an item of."""
_NAMES = late(r"[A-Za-z]*[A-Z][\w.-]*|\d+(?:\.\d+)?", re.ASCII)
_SHORTEST, _LONGEST = 11.0, 44.0
_GOOD = 0.5
"""A line worth less is left out, though there be fewer lines."""
_FAIR = 0.3
"""What the best line of a post has to be worth, so that every post is heard."""
_POOR = 0.1
"""What a line has to be worth to make up the fewest."""
_FEWEST = 5
_SAME_SLIDE = 0.45
_SAME_POST = 0.04
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Shown:
    """A slide's words: the number of its post, its heading with those above it, its lead and bullets in order."""

    post: int
    heading: str
    bullets: tuple[Bullet, ...]


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


def takeaways(shown: Sequence[Shown], count: int) -> tuple[tuple[int, Bullet], ...]:
    """Up to `count` bullets in reading order, each with the index of the slide that shows it.

    Whole claims only: results, figures, causes, judgements, advice; from an author's own conclusions first, some from
    every post and from as many sections as there are, none that says what another says. Good ones only, but for the
    first five.
    """
    claims = _claims(shown)
    taken: list[_Claim] = []
    for post in dict.fromkeys(slide.post for slide in shown):
        _take(taken, [claim for claim in claims if claim.post == post], _FAIR, len(taken) + 1)
    if len(taken) > count:
        taken = sorted(taken, key=lambda claim: -claim.worth)[:count]
    _take(taken, claims, _GOOD, count)
    _take(taken, claims, _FAIR, min(count, _FEWEST))
    _take(taken, [claim for claim in claims if claim.worth >= _POOR], -1.0, min(count, _FEWEST))
    taken.sort(key=lambda claim: (claim.slide, claim.place))
    return tuple((claim.slide, claim.bullet) for claim in taken)


def _take(taken: list[_Claim], claims: list[_Claim], least: float, count: int) -> None:
    """Add the best claims to those that were taken, while there are good ones and fewer than `count`."""
    rest = [claim for claim in claims if claim not in taken]
    while rest and len(taken) < count:
        best = max(rest, key=lambda claim: _gain(claim, taken))
        if _gain(best, taken) < least:
            return
        taken.append(best)
        rest.remove(best)


def _gain(claim: _Claim, taken: list[_Claim]) -> float:
    """What a claim adds to those that were taken."""
    value = claim.worth
    for other in taken:
        if rank.likeness(claim.terms, other.terms) >= _ALIKE or _same_names(claim, other):
            return float("-inf")
        if claim.slide == other.slide:
            value -= _SAME_POST if claim.concludes else _SAME_SLIDE
        elif claim.post == other.post:
            value -= _SAME_POST
    return value


def _same_names(one: _Claim, other: _Claim) -> bool:
    """Whether two lines, in whatever languages, name the same things and figures."""
    return len(one.names & other.names) >= 2 and rank.likeness(one.names, other.names) > 0.6


def _claims(shown: Sequence[Shown]) -> list[_Claim]:
    texts = [[plain(bullet.text) for bullet in slide.bullets] for slide in shown]
    counts = Counter(term for slide in texts for text in slide for term in dict.fromkeys(terms(text)))
    found = []
    for index, slide in enumerate(shown):
        labels = {a for a, b in pairwise(range(len(slide.bullets))) if slide.bullets[a].level < slide.bullets[b].level}
        for place, bullet in enumerate(slide.bullets):
            text = texts[index][place]
            if place not in labels and bullet.level <= 1 and _whole(text, slide.heading):
                said = frozenset(terms(text))
                names = frozenset(_NAMES.findall(text[1:]))
                concludes = bool(_CONCLUDES.search(slide.heading))
                worth = _worth(text, slide.heading) + _central(said, counts)
                worth -= _HALF_TOLD * _is_half_told(text, texts[index][place + 1 : place + 2])
                worth -= 0.0 if concludes else _BELOW * bullet.level
                found.append(_Claim(index, place, slide.post, bullet, worth, concludes, said, names))
    return found


def _is_half_told(text: str, following: Sequence[str]) -> bool:
    """Whether a line tells of a trouble for which the next one has the remedy."""
    return any(_TROUBLE.search(text) and _REMEDY.search(after) for after in following)


def _central(said: frozenset[str], counts: Counter[str]) -> float:
    """How much of a line the other lines speak of as well."""
    return 0.4 * sum(counts[t] > 1 for t in said) / len(said) if said else 0.0


def _worth(text: str, heading: str) -> float:
    lang = language(text)
    value = 0.5 * discourse.asserts(text, lang) + (0.45 if rank.counts(text) else 0.0)
    value += 0.3 * discourse.contrasts(text, lang) - 0.3 * bool(_VAGUE.search(text))
    value += (1.0 if value > 0 else 0.6) if _CONCLUDES.search(heading) else 0.0
    value += 0.15 if set(terms(text)) & set(terms(heading)) else 0.0
    return value - (0.3 if units(text) > rank.LIMIT else 0.0) - tone(text).cost


def _whole(text: str, heading: str) -> bool:
    """Whether a line is a claim that can be read alone: no label, question, announcement or set-up."""
    lang = language(text)
    longest = _LONGEST * (1.35 if lang == "en" else 1.0)
    if not _SHORTEST <= units(text) <= longest or _QUESTION.search(text) or _POINTS.search(text):
        return False
    if _GOES_ON.search(text) or discourse.announces(text, lang) or discourse.sets_up(text, lang):
        return False
    if zh.BOTH.search(text[:16]) or en.ELLIPSIS.search(text):
        return False
    return not discourse.leans(text, lang) and _states(text, lang, concludes=bool(_CONCLUDES.search(heading)))


def _states(text: str, lang: Language, *, concludes: bool) -> bool:
    """Whether a line has a subject and a verb; a conclusion may be advice without a subject."""
    match lang:
        case "zh":
            said = _OTHER_WORDS.sub("", re.split("[:：]", text)[-1])
            opens = _SCENE.match(text) or not zh.VERB_HEAD.match(text)
            return concludes or bool(opens and zh.STATES.search(said))
        case "en":
            verb = en.FINITE.search(text)
            subject = verb and _BEFORE_VERB.search(text, 0, verb.start())
            return bool(subject) or (concludes and bool(_IMPERATIVE.match(text)))
        case "ko":
            return bool(_CLAIM_KO.search(text))
        case "ja":
            return bool(_CLAIM_JA.search(text)) and ("は" in text or not _REASON_JA.search(text))
