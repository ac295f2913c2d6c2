"""What went wrong, why, and what helped: `现象：…`, `原因：…`, `解决：…`.

Takes three paragraphs, lines or items right after one another, each of which opens with its label: one for what was
seen, one for its cause, one for its remedy, in that order and each once. Refuses everything without all three labels,
nested lists, and long texts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from deckgen.model import Bullets, ListItem, Prose, Visual, plain
from deckgen.summary import units
from deckgen.visuals import cards
from deckgen.visuals.found import Found, Place
from deckgen.visuals.parts import lines, span

TEXT_UNITS = (2.0, 160.0)
_SEEN = (
    r"(?:问题|故障|异常|错误)?(?:现象|症状|描述|表现)|问题|故障|症狀|現象|증상|현상|문제"
    r"|symptoms?|problem|issue|what (?:happened|we saw)"
)
_CAUSE = (
    r"(?:问题|故障|根本|具体|主要)?原因(?:分析|定位)?|根因(?:分析)?|(?:问题|故障)(?:分析|定位)|원인"
    r"|(?:root )?(?:causes?|reason)|diagnosis"
)
_REMEDY = (
    r"(?:解决|处理|修复|应对|规避)(?:方案|办法|方法|措施|过程|方式)?|对策|解決(?:方法|策)?|対策"
    r"|해결(?:책| ?방법| 방안)?|조치|solution|fix|resolution|remedy|workaround|how (?:we|they) (?:solved|fixed) it"
)
_ROLES = tuple(re.compile(words, re.IGNORECASE) for words in (_SEEN, _CAUSE, _REMEDY))


def find(place: Place) -> Found | None:
    """Cause and remedy of what the block at that place tells, as cards."""
    match [place.block, *place.after[:2]]:
        case [Bullets(items=items), *_] if len(items) == len(_ROLES):
            return _found(items, 1)
        case [Prose() as prose, *_] if len(told := _lines(prose)) == len(_ROLES):
            return _found(told, 1)
        case [Prose() as one, Prose() as two, Prose() as three]:
            return _found([ListItem(p.text, 0, "", p.source) for p in (one, two, three)], 3)
    return None


def _found(told: Sequence[ListItem], taken: int) -> Found | None:
    if any("\n" in plain(item.text).strip() for item in told):
        return None
    made = cards.draw(told)
    if not made:
        return None
    pairs = zip(_ROLES, made.entries, strict=True)
    if not all(role.fullmatch(plain(entry.label).strip(" *_【】[]")) for role, entry in pairs):
        return None
    low, high = TEXT_UNITS
    if not all(low <= units(plain(entry.text)) <= high for entry in made.entries):
        return None
    reason = "what was seen, its cause and its remedy, each labelled"
    return Found.of(Visual(made, tuple(told), span(told), reason), taken)


def _lines(prose: Prose) -> list[ListItem]:
    """The lines that its author broke the paragraph into."""
    found = lines(prose.text)
    here = prose.source
    each = here.end_line - here.line + 1 == len(found)
    return [
        ListItem(text, 0, "", replace(here, line=here.line + n, end_line=here.line + n) if each else here)
        for n, text in enumerate(found)
    ]
