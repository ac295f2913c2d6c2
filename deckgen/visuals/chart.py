"""Votes and shares that can be compared at a glance: bars.

Takes three or more lines that end in votes (`SFC +1+1`, `IPv6 +1`), of a list or of a block of plain text, two of
which differ; three or more flat items of `name：62%` or `62% name`; and three or more such
shares in one sentence that come to a whole. Refuses shares of different wholes, changes (`30% faster`, `下降40%`), and
lines in a programming language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckgen.model import Bar, Bullets, Chart, Code, ListItem, Prose, Source, Visual, plain, runs
from deckgen.summary import units
from deckgen.visuals.found import Found, Place
from deckgen.visuals.parts import announced, behind_saying, clauses, flat, part, span

BARS = 3
MANY = 6
"""Beyond so many bars, those of the least value say no more than a line of their names."""
SHARES = range(BARS, 13)
LABEL_UNITS = 40.0
SHARE_UNITS = 16.0
WHOLE = (95.0, 101.5)
MOST = 100.0

_VOTES = re.compile(r"(?<!\s)(?<![+＋]1)\s*(?P<votes>[+＋]1(?!\d)(?:\s*[+＋]1(?!\d))*)\s*$")
_COUNT = re.compile(
    r"(?<!\s)(?:\s*[:：(（]\s*|\s+)(?P<count>\d{1,6})\s*(?:票|votes?|표)\s*+(?:[)）]\s*)?$", re.IGNORECASE
)
_SHARE = r"(?P<share>\d{1,3}(?:\.\d+)?)\s?[%％]"
_FIRST = re.compile(
    rf"(?:about|around|some|约|近|有|大约)?\s*{_SHARE}\s*+(?:of\s+|is\s+|are\s+)?(?:的|是|为|在)?\s*+(?P<name>\S.*)"
)
_LAST = re.compile(rf"(?P<name>.*?\S)(?:\s*+[:：(（占为是有-]\s*+|\s++)(?:(?:了|到|达|约)\s*+)?{_SHARE}\s*[)）]?")
_CHANGE = re.compile(
    r"\b(?:faster|slower|longer|shorter|lower|higher|fewer|less|more|better|worse|increase[sd]?|decrease[sd]?|reduc\w+|growth"
    r"|gain|drop|improv\w+|saving|sav\w+)\b|提[升高]|下降|降低|减少|增[加长]|上升|缩短|节[省约]|加快|变[快慢]|증가|감소|향상|절감"
    r"|増|減|短縮|向上|改善",
    re.IGNORECASE,
)
"""By how much something changed: of such figures no two have one whole."""
_PLAIN = ("", "text", "txt", "plain", "plaintext", "none", "md", "markdown")


def draw(items: Sequence[ListItem]) -> Chart | None:
    """The lines as bars: votes, counts or shares, all of one kind."""
    if len(items) < 2 or not flat(items):
        return None
    for read, measure in ((_voted, ""), (_counted, ""), (_shared, "%")):
        bars = [read(item) for item in items]
        made = tuple(bar for bar in bars if bar)
        if len(made) == len(items):
            return Chart(made, measure)
    return None


def find(place: Place) -> Found | None:
    """The votes or shares at that place."""
    match place.block:
        case Code(language=language) as code if language.lower() in _PLAIN:
            return _votes_in(code)
        case Bullets(items=items) if flat(items) and len(items) >= BARS:
            made = draw(items)
            if made and _compares(made, whole=False):
                return Found.of(Visual(made, items, span(items), _reason(made)))
        case Prose() as prose:
            return _shares_in(place, prose)
    return None


def folded(visual: Visual) -> tuple[Visual, tuple[ListItem, ...]]:
    """The chart without the bars of the least value, where it has many and some share that; and their lines."""
    made = visual.drawn
    assert isinstance(made, Chart)
    least = min(bar.value for bar in made.bars)
    kept = [at for at, bar in enumerate(made.bars) if bar.value > least]
    same = {bar.written for bar in made.bars if bar.value == least}
    if len(made.bars) <= MANY or not BARS <= len(kept) <= len(made.bars) - BARS or len(same) > 1:
        return visual, ()
    told = tuple(visual.told[at] for at in kept)
    chart = replace(made, bars=tuple(made.bars[at] for at in kept))
    rest = tuple(item for at, item in enumerate(visual.told) if at not in kept)
    return Visual(chart, told, span(told), visual.reason), rest


def without_votes(code: Code) -> tuple[ListItem, ...]:
    """The lines of a block of text that carry no vote, but for one on top that announces the others."""
    lines = [item for item in _lines(code) if not _voted(item)]
    if lines and plain(lines[0].text).endswith((":", "：")):
        lines = lines[1:]
    return tuple(lines)


def _reason(made: Chart) -> str:
    return f"{len(made.bars)} {'shares' if made.measure else 'lines with votes'}"


def _compares(made: Chart, *, whole: bool = True) -> bool:
    """Whether there is something to compare: votes or shares that differ, or shares that come to a whole."""
    values = [bar.value for bar in made.bars]
    if len(values) < BARS or any(units(plain(bar.label)) > LABEL_UNITS for bar in made.bars):
        return False
    if made.measure and any(units(plain(bar.label)) > SHARE_UNITS or bar.value > MOST for bar in made.bars):
        return False
    if made.measure and any(_CHANGE.search(plain(bar.label)) for bar in made.bars):
        return False
    low, high = WHOLE
    return len(set(values)) > 1 and (not (made.measure and whole) or low <= sum(values) <= high)


def _voted(item: ListItem) -> Bar | None:
    text = plain(item.text)
    found = _VOTES.search(text)
    if not found or not text[: found.start()].strip():
        return None
    votes = found["votes"].strip()
    return Bar(part(item.text, 0, found.start()), votes, float(len(re.findall("[+＋]", votes))), item.source)


def _counted(item: ListItem) -> Bar | None:
    text = plain(item.text)
    found = _COUNT.search(text)
    if not found or not text[: found.start()].strip():
        return None
    written = text[found.start("count") :].strip(" )）")
    return Bar(part(item.text, 0, found.start()), written, float(found["count"]), item.source)


def _shared(item: ListItem) -> Bar | None:
    text = plain(item.text).strip().rstrip("。.；;")
    found = _FIRST.fullmatch(text) or _LAST.fullmatch(text)
    if not found or "%" in found["name"] or "％" in found["name"]:
        return None
    start, end = found.span("name")
    first = len(plain(item.text)) - len(plain(item.text).lstrip())
    written = re.search(_SHARE, text)
    assert written
    return Bar(part(item.text, first + start, first + end), written[0], float(found["share"]), item.source)


def _votes_in(code: Code) -> Found | None:
    """The lines with votes in a block of plain text; it stays where it says more than those."""
    lines = list(_lines(code))
    told = tuple(item for item in lines if _voted(item))
    made = draw(told)
    if not made or not _compares(made) or 3 * len(told) < len(lines):
        return None
    visual = Visual(made, told, span(told), _reason(made))
    return Found((visual, code)) if len(told) < len(lines) else Found.of(visual)


def _lines(code: Code) -> Iterator[ListItem]:
    """The lines of a block of text; a fence stands above the first where the block is longer than its text."""
    texts = code.text.rstrip("\n").split("\n")
    here = code.source
    first = here.line + (here.end_line - here.line + 1 > len(texts))
    for at, text in enumerate(texts):
        if text.strip():
            line = min(first + at, here.end_line)
            yield ListItem(runs(text.strip()), 0, "", Source(here.path, line, line))


def _shares_in(place: Place, prose: Prose) -> Found | None:
    """The clauses of a sentence that follow on one another and each give a share."""
    said = plain(prose.text)
    if said.count("%") + said.count("％") < BARS:
        return None
    for row in _rows(prose):
        if len(row) not in SHARES:
            continue
        told = tuple(ListItem(part(prose.text, start, end), 0, "", prose.source) for start, end in row)
        made = draw(told)
        if made and _compares(made):
            return Found.within(place, row[0][0], row[-1][1], Visual(made, told, span(told), _reason(made)))
    return None


def _rows(prose: Prose) -> Iterator[list[tuple[int, int]]]:
    said = plain(prose.text)
    row: list[tuple[int, int]] = []
    for first, end in clauses(prose.text):
        starts = (first,) if row else (behind_saying(said, first, end), first, announced(said, first, end))
        start = next((at for at in starts if _shared(ListItem(runs(said[at:end]), 0, "", prose.source))), None)
        if start is not None:
            row.append((start, end))
        else:
            yield row
            row = []
    yield row
