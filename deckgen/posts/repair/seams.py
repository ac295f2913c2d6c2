"""Where a title ends and a sentence begins, in a line that lost the break between them.

Every sign gives the place in the text, or 0 where it sees nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from deckgen.posts.lines import Lines
from deckgen.posts.repair.headings import COMMA, KNOWN, LONGEST_TITLE
from deckgen.posts.script import IDEOGRAPH, is_cjk, width

_OPENER = re.compile(
    r"由于|因为|随着|首先|目前|现在|今天|昨天|本次|这次|这个|这是|这里|这三个|我们|如果|当前|当(?!前|年|地|中)|对于|关于|可以?通过|通过|为了"
    r"|根据|作为|不论|无论|不管|至今|(?<![括如及有])以下|下面|接下来|上面|上述|多年前|除了|最初|最近|合理的"
    r"|(?<![正存要会能可需所现])在[^线于]|从|第[一二三四五六七八九十]|大家|很多|其实|虽然"
)
_STARTS = re.compile(
    "an?|and|after|although|as|at|because|before|but|by|each|every|for|from|here|how|i|if|in|is|its?|let|many|most|my|not?"
    "|note|on|once|our|refer|see|since|so|some|that|the|their|there|these|they|this|those|to|today|we|what|when|where|while"
    "|why|with|want|your?|just",
    re.IGNORECASE,
)
"""Words that open sentences and are no second half of a name such as `OpenStack`."""

_JUNCTION = re.compile(
    r"(?<=[a-z0-9)\]?!:\"”’])(?=[A-Z][A-Za-z']*\b)|(?<=[A-Z][A-Z0-9])(?=[A-Z][a-z]+\b)|(?<=[\w)\]])(?=https?://)"
)
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_UNSPACED = re.compile(rf"(?<=[A-Za-z0-9)\]])(?=[{IDEOGRAPH}])|(?<=[{IDEOGRAPH})\]])(?=[A-Za-z])")
_SPACED = re.compile(rf"(?<=[A-Za-z0-9]) (?=[{IDEOGRAPH}])|(?<=[{IDEOGRAPH}]) (?=[A-Za-z])")
_SENTENCE = re.compile("[，。；：！？,.:!?]")
_STOP = re.compile(r"[.:!?…。：][)\"”’]?$")
_MARK = re.compile(r"(?<=\S)!\[|<br\s*/?>(?=\S)|(?<=[^\W\d_])1(?:\.[ \t]+|、)(?=\S)")
_ASKED = re.compile(r"[?？](?=[^\s)）\]】」』”’\"'?？!！*_`])")
_TOLD = re.compile(r"[。，：]|[.:]$")
_ASKED_WIDTH = 20.0
_UNFINISHED = re.compile(r"[的地得中是了和与或在以对把将可能被为及]$")
_LONGEST_LATIN = 100
"""So many characters of Latin text are a title at most."""

_MANY = 10
"""So many places between Chinese and Latin text show an author's habit."""


class Vocabulary:
    """The words of a post, and whether its author spaces Latin words off from Chinese text; read when first asked."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines

    @cached_property
    def words(self) -> Counter[str]:
        """How often each Latin word is written."""
        return Counter(word for line in self._lines for word in _WORD.findall(line.text))

    @cached_property
    def small(self) -> frozenset[str]:
        """The words in lower case."""
        return frozenset(word.lower() for word in self.words)

    @cached_property
    def spaced(self) -> bool:
        """Whether a space between Chinese and Latin text is the rule."""
        texts = [line.text for line in self._lines if not line.verbatim and not line.text.lstrip().startswith("#")]
        wide = sum(len(_SPACED.findall(text)) for text in texts)
        tight = sum(len(_UNSPACED.findall(text)) for text in texts)
        return wide >= _MANY and wide > 4 * tight


def latin_seam(text: str, words: Vocabulary) -> int:
    """`LogsIn this section you will …`: a capital within a word unknown to the post, and a sentence behind."""
    if len(text) < 20:
        return 0
    for found in _JUNCTION.finditer(text, 0, _LONGEST_LATIN + 40):
        at = found.start()
        if _is_title(text[:at]) and _reads_on(text[at:]) and _parts_words(text, at, words):
            return at
    return 0


def _is_title(text: str) -> bool:
    return (
        2 <= len(text) <= _LONGEST_LATIN and text.count("(") == text.count(")") and text.count("[") == text.count("]")
    )


def _reads_on(text: str) -> bool:
    """Whether a text is a sentence rather than the rest of a title."""
    if text.startswith("http"):
        return True
    first, *small = re.findall(r"^[A-Za-z]+|(?<=\s)[a-z][a-z']+", text) or [""]
    few = 2 if _STARTS.fullmatch(first) else 3
    return len(small) >= few and (_STOP.search(text) is not None or ". " in text or len(text) >= 60)


def _parts_words(text: str, at: int, words: Vocabulary) -> bool:
    """Whether two words meet here, rather than one being written with a capital inside, such as `OpenStack`."""
    if text[at - 1] in ')]?!:"”’' or text.startswith("http", at):
        return text[at - 1] != ":" or not text.startswith("http", at)
    before, after = re.findall(r"[A-Za-z0-9]+$", text[:at])[0], re.findall(r"^[A-Za-z]+", text[at:])[0]
    if words.words[before + after] > 1:
        return False
    if _STARTS.fullmatch(after) or text.startswith(after):
        return True
    if text[at - 1].isupper():
        return False
    return words.words[after] > 1 and before.lower() in words.small


def spacing_seam(text: str, words: Vocabulary) -> int:
    """`函数模板OpenFaaS 提供多种…`: the one place without a space, where the author sets spaces everywhere else."""
    found = [seam.start() for seam in _UNSPACED.finditer(text)]
    if not found or not words.spaced:
        return 0
    at = found[0]
    rest = text[at:]
    if not 1 <= width(text[:at]) <= LONGEST_TITLE or width(rest) < 6 or not _SENTENCE.search(rest):
        return 0
    return at


def marked_seam(text: str) -> int:
    """A picture, a line break or a list's first number right behind a word: none of them begins within a title."""
    for found in _MARK.finditer(text):
        if found.start() > 1:
            return found.start()
    known = KNOWN.match(text)
    if known and re.match(r"[：:]?\s*\[|- ", text[known.end() :]):
        return known.end() + (text[known.end()] in "：:")
    return 0


def boundary(text: str, words: Vocabulary) -> int:
    """The end of the title in a run-on heading: the sign that comes first, of those that seldom deceive."""
    known = KNOWN.match(text)
    if known and not re.match("[的与和及之]", text[known.end() :]):
        return known.end() + (text[known.end() : known.end() + 1] in ("：", ":"))
    at = latin_seam(text, words)
    if at:
        return at
    head = text[: text.find("。")] if "。" in text else text
    clause = COMMA.split(head)[0][:40]
    found = [at for sign in (_doubled, _repeated, _capital, _after_latin, _opened) if (at := sign(clause))]
    at = min((at for at in found if width(text[:at]) <= LONGEST_TITLE), default=0)
    known = KNOWN.match(text, at) if at else None
    at = known.end() if known else at
    return 0 if _UNFINISHED.search(text[:at]) else at


def asked_seam(text: str) -> int:
    """`如何提升速度？最初代码完成时，…`: a question, and a text right behind it that asks nothing."""
    found = _ASKED.search(text)
    if not found or width(text) < _ASKED_WIDTH:
        return 0
    rest = text[found.end() :]
    return found.end() if width(rest) >= _ASKED_WIDTH / 2 and _TOLD.search(rest) else 0


def is_whole(text: str, at: int) -> bool:
    """Whether no link, code or emphasis is torn apart at that place."""
    before = text[:at]
    pairs = (("[", "]"), ("(", ")"), ("（", "）"), ("“", "”"), ("《", "》"), ("「", "」"), ("【", "】"))
    return all(before.count(one) == before.count(other) for one, other in pairs) and not any(
        before.count(mark) % 2 for mark in ("**", "`", "$", '"')
    )


def _doubled(clause: str) -> int:
    """`Reducerreducer 是…`: the text begins with the title, which is one word."""
    found = re.match(r"([A-Za-z]{3,30}?)s?(?=\1(?![A-Za-z]))", clause, re.IGNORECASE)
    return found.end() if found else 0


def _repeated(clause: str) -> int:
    """`2.虚拟机疏散虚拟机的疏散问题…`: the text begins with the title's first word."""
    start = len((re.match(r"[\d.、\s]*", clause) or [""])[0])
    for length in (4, 3, 2):
        word = clause[start : start + length]
        at = clause.find(word, start + length)
        near = length > 2 or at == start + length
        if len(word) == length and at > 0 and near and is_cjk(word[0]) and not clause[at - 1].isspace():
            return at
    return 0


def _capital(clause: str) -> int:
    """`Okata Road MapOkata版本…`: a capital right behind a small letter, its word seen before."""
    for found in re.finditer(r"(?<=[a-z])(?=[A-Z][a-z]{2,})", clause):
        word = re.match(r"[A-Za-z]+", clause[found.start() :])
        if word and word[0] in clause[: found.start()]:
            return found.start()
    return 0


def _after_latin(clause: str) -> int:
    """`3.Dragonflow华为的…`: a title all in Latin, its text Chinese."""
    found = re.match(rf"[\d.、\s]*[A-Za-z][A-Za-z0-9 \-+&/.]*[A-Za-z0-9](?=[{IDEOGRAPH}])", clause)
    if (
        not found
        or found.end() < 3
        or re.match(
            "[的与和及之里中上下内外版类型层端]|使用|安装|配置|部署|源码|架构|介绍|入门|分享|开发|实现|相关|如何|怎么|为什么|是什么",
            clause[found.end() :],
        )
    ):
        return 0
    return found.end()


def _opened(clause: str) -> int:
    """`…的扩展性由于现在的…`: a word that opens sentences."""
    found = _OPENER.search(clause, 4)
    return found.start() if found else 0
