"""Whether a line says something of something: the subject and the verb that a claim has, by language."""

from __future__ import annotations

import re

from deckgen.summary import chinese as zh
from deckgen.summary import english as en
from deckgen.summary.holds import has_subject
from deckgen.summary.measure import Language
from deckgen.summary.pattern import late, words

_I = re.IGNORECASE
_NOUNS = late(rf"{zh.NOT_STATES.pattern}|[应作费]用(?!于)|现在|在线|会[议场]|大会|使用者|[天大]使|使命")
"""What holds a verb's character without being one."""
_OTHER_WORDS = late(r"[，,]\s*(?:也就是(?!说)|也可以认为是|换句话说|即).*")
_SCENE = late(r"在[^，,。]{2,30}[中下里上时后](?:[，,会将能可就]|$)")
"""Where or when something holds: a line may begin with it."""
_QUALIFIED = late(
    r"[^，,。的]{2}的[^，,。]{2}|(?:解决|处理|升级|部署|迁移|管理|检查|优化|测试|运行|开发|统一)[^，,。]{0,4}?"
    r"(?:措施|办法|方案|方法|过程|步骤|时间|成本|工作|效率|系统|工具|流程|平台|团队|失败)"
)
"""`统一的接口`, `解决措施`: what looks like a verb belongs to a noun."""
_ACTS_HEAD = late(
    r"来自|趁着|指出|承认|表示|提出|得出|坦言|继续|接着|一定|目的(?:在于|是)|针对|了|来一|从[^，,。]{1,6}回答"
    r"|作为[^，,。]{2,30}[，,](?:已经?|率先|正在|还|就)"
    r"|(?![除为到])[\u3400-\u9fff]{1,3}(?:了|出(?!现|自|身|错))(?=\s?[A-Za-z\u3400-\u9fff])|[转交发传]给"
    r"|帮助(?!文档|中心)|生成(?=[能的了一])|计划(?=通过|[在集用把将])|(?:只|也|还)?(?:能|可以|需要|必须)(?=通过|[把将用在从])"
)
"""A verb that asks for a subject."""
_ENDS_AS_NOUN = late(r"(?<!之类)(?<!似)的$")
_ENDS_AS_PLACE = late(r"[，,；;](?:而|但)?在[^，,；;。]{2,20}(?:[中上里下]|市场|方面|领域)$")
_BEGINS = late(r"[\w\"'“‘「『《(（【<>≥]")
_BEFORE_VERB = late(r"(?:^|[,;:])\s*(?!(?:only|also|just|not|to)\s+$)\w[^,;:]*\s$", _I)
_PARTICIPLE = late(
    r"\b(?:conducted|held|based|given|presented|organi[sz]ed|located|recorded|published) (?:in|by|at|on)\b"
)
_INFINITIVE = late(r"\bto \w+")
_SUBORDINATE = late(r"(?<=[^\s,;:]) (?:when|where|which|who|whom|whose)\b.*", _I)
"""What hangs on the main clause before it."""
_ENGLISH_CLAUSE = late(r"[;:]\s|[.!]\s+(?=[A-Z])|, (?:but|so|and)\b")
_VERB_FIRST = late(
    r"(?:(?:only|just|also|still|not|never|always|often|usually) )?"
    r"(?:\w+(?:(?<![us])s|ed)(?= (?:an?|the|to|on|for|in|with|your?|\d)\b)"
    r"|(?:requires?|uses?|needs?|allows?|makes?|gives?|takes?|lets|helps?|supports?|provides?|runs?|means|keeps)\b)",
    _I,
)
"""A line that opens with its verb, and one whose subject is its heading."""
_LONG_WORD = late(r"[A-Za-z]{4,}")
_TITLE_WORDS, _TITLE_SHARE = 4, 0.7
"""An English line of so many longer words, so many of which begin with a capital, is a title."""
_IMPERATIVE = words(
    """do don't never always plan test watch use avoid keep make start stop try think consider build measure focus write
    ask let set check move separate design prefer choose invest put get give learn know look find read run treat define
    automate monitor document share own ship remember beware be expect separate pick prepare split wait upgrade go""",
    r"\b(?!\sof\b)",
)
_REASON_JA = late(r"(?:こと|ため|から)だ$")
_CLAIM_KO = late(r"[다요죠음함]\s*$")
_CLAIM_JA = late(r"[るただいすんくうつぬぶむ]\s*$|べき|ました|ません")
_SUBJECT_JA = late(r"[はがも]|では")
_NAME_JA = late(r"(?:さん|氏|様)\s*$")
MARK = late(r"[，,；;。：:]\s*|——+")
_ASIDE = late(r"[（(][^（()）]*[）)]")


def states(text: str, lang: Language, *, conclusion: bool) -> bool:
    """Whether a line has a subject and a verb; a conclusion may be advice without a subject."""
    match lang:
        case "zh":
            said = _NOUNS.sub("", _OTHER_WORDS.sub("", _ASIDE.sub("", re.split("[:：]", text)[-1])))
            return conclusion or (opens(text) and bool(zh.STATES.search(said)))
        case "en":
            return _states_in_english(text) or (conclusion and bool(_IMPERATIVE.match(text.lower())))
        case "ko":
            return bool(_CLAIM_KO.search(text))
        case "ja":
            named = _SUBJECT_JA.search(text) or (conclusion and not _REASON_JA.search(text))
            return bool(_CLAIM_JA.search(text) and named) and not _NAME_JA.search(text)


def opens(text: str) -> bool:
    """Whether a Chinese line begins with its subject, or with where or when it holds."""
    found = _SCENE.match(text) or _QUALIFIED.match(text) or has_subject(MARK.split(text, maxsplit=1)[0])
    return bool(found) and not _ACTS_HEAD.match(text)


def whole(text: str) -> bool:
    """Whether a line begins with a word, closes its brackets, and ends where a sentence may.

    It does not where a noun would begin (`X开发的`), or with a mere time or place (`…；而在私有云市场中`).
    """
    if not _BEGINS.match(text) or any(text.count(a) != text.count(b) for a, b in ("()", "（）", "[]", "“”", "《》")):
        return False
    return not _ENDS_AS_PLACE.search(text) and not (_ENDS_AS_NOUN.search(text) and "是" not in text)


def _states_in_english(text: str) -> bool:
    """Whether the first clause has a finite verb with a subject before it, and the line is no title."""
    said = _INFINITIVE.sub(" ", _PARTICIPLE.sub("", text))
    first = _SUBORDINATE.sub("", _ENGLISH_CLAUSE.split(said, maxsplit=1)[0])
    verb = en.FINITE.search(first)
    if not verb or not _BEFORE_VERB.search(first, 0, verb.start()) or _VERB_FIRST.match(said):
        return False
    long = _LONG_WORD.findall(text)
    return len(long) < _TITLE_WORDS or sum(word[0].isupper() for word in long) < _TITLE_SHARE * len(long)
