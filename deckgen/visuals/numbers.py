"""Figures: a list whose items each begin with a figure and say what it counts.

Takes three to twelve flat, unnumbered, short items: `> 12k Hypervisors`, `1.6 pb block storage`, `300多台服务器`,
`nodes: 3000+`; one in four may be a bare name, which becomes a line of its own beside the figures. Takes three such in
a row of one sentence, too (`50000+虚机，20PB数据，20+集群`). Refuses dates and years, times, versions, items that count
themselves (`1 first`), and figures most of which carry neither sign nor unit nor size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deckgen.model import Bullets, Entry, ListItem, Numbers, Prose, Visual, plain
from deckgen.summary import units
from deckgen.visuals.found import Found, Place
from deckgen.visuals.parts import announced, clauses, flat, part, span

ENTRIES = range(3, 13)
TEXT_UNITS = 15.0
NAME_UNITS = 5.0
NOUN_UNITS = 6.0

_UNIT = (
    r"(?:[KMGTPE]i?[Bb]ps|[KMGTPE]i?B|[kmgtp]b|bn|million|billion|trillion|thousand|ms|µs|us|ns|MHz|GHz|QPS|TPS|IOPS|x"
    r"|[kKMBGT])(?![A-Za-z0-9])"
)
_MEASURE = r"(?:多|余|几)?\s?(?:个|台|家|人|名|位|次|倍|种|项|条|年|天|小时|分钟|毫秒|秒|核|篇|款|套|场|国)"
FIGURE = re.compile(
    r"(?P<sign>[>＞<＜≥≤≈~～+]\s?|约|近|超过?|逾|(?:over|more than|up to|about|nearly|almost|roughly)\s)?\s*"
    r"(?P<money>[$€£¥])?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d++(?:\.\d++)?)"
    rf"(?P<unit>\s?[%％]|\s?{_UNIT}|\s?(?:百万|千万|[万亿千]))?(?P<measure>{_MEASURE})?"
    r"(?:[+＋](?!\d)(?P<plus>)|(?![\w.:：/-](?<![\u2e80-\uffff])))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\d+(?:\.\d+){2,}|\d+(?:\.\d+)?:\d{2,}")
"""An address or a version: `192.168.1.10:8080`."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_PAIR = re.compile(r"(?P<name>[^:：]{1,24})[:：]\s*")


def draw(items: Sequence[ListItem]) -> Numbers | None:
    """The list as figures, where every item has one."""
    entries = tuple(entry for item in items if (entry := _entry(item)))
    if len(items) < 2 or len(entries) < len(items) or not flat(items) or not any(entry.text for entry in entries):
        return None
    return Numbers(entries)


def find(place: Place) -> Found | None:
    """The list at that place as figures."""
    match place.block:
        case Bullets(items=items) as block if _counts(items):
            return _in_a_list(block)
        case Prose() as prose:
            return _in_a_row(place, prose)
    return None


def _in_a_list(block: Bullets) -> Found | None:
    """The figures of a list; its bare names follow as what is left of it."""
    told = tuple(item for item in block.items if _has_figure(item))
    names = tuple(item for item in block.items if not _has_figure(item))
    made = draw(told)
    if not made:
        return None
    visual = Visual(made, told, span(told), f"{len(told)} of {len(block.items)} items begin with a figure")
    return Found((visual, Bullets(names, span(names))) if names else (visual,))


def figure_in(text: str) -> tuple[re.Match[str], str] | None:
    """The figure that a text begins with, or that stands alone behind `name:`; and what it counts."""
    if _ADDRESS.match(text):
        return None
    if found := FIGURE.match(text):
        return found, text[found.end() :].strip()
    pair = _PAIR.match(text)
    if pair and (found := FIGURE.match(text, pair.end())) and not text[found.end() :].strip(" 。."):
        return found, pair["name"].strip()
    return None


def _entry(item: ListItem) -> Entry | None:
    text = plain(item.text)
    found = figure_in(text)
    if found is None:
        return None
    figure, _ = found
    if figure.start():
        name = text.find(figure[0].strip(), 0) and _PAIR.match(text)
        assert name
        return Entry(part(item.text, figure.start(), figure.end()), part(item.text, 0, name.end("name")), item.source)
    return Entry(part(item.text, 0, figure.end()), part(item.text, figure.end()), item.source)


def _has_figure(item: ListItem) -> bool:
    return figure_in(plain(item.text)) is not None


def _counts(items: Sequence[ListItem]) -> bool:
    if len(items) not in ENTRIES or not flat(items) or any(item.number for item in items):
        return False
    found = [(plain(item.text), figure_in(plain(item.text))) for item in items]
    if any(units(text) > NAME_UNITS for text, figure in found if not figure):
        return False
    figures = [figure for _, figure in found if figure]
    if len(figures) < 3 or 4 * len(figures) < 3 * len(items):
        return False
    speaking = [_speaks(figure) or bool(figure["measure"]) for figure, _ in figures]
    said = all(0 < units(what) <= TEXT_UNITS for _, what in figures)
    return said and 2 * sum(speaking) > len(speaking) and not any(_YEAR.fullmatch(f[0].strip()) for f, _ in figures)


def _in_a_row(place: Place, prose: Prose) -> Found | None:
    row = next((run for run in _rows(prose) if len(run) in ENTRIES), [])
    told = tuple(ListItem(part(prose.text, start, end), 0, "", prose.source) for start, end in row)
    made = draw(told)
    if not made:
        return None
    visual = Visual(made, told, span(told), f"{len(told)} figures in a row")
    return Found.within(place, row[0][0], row[-1][1], visual)


def _rows(prose: Prose) -> Iterator[list[tuple[int, int]]]:
    """Where the clauses stand that each are a figure and what it counts, as many as follow on one another."""
    said = plain(prose.text)
    row: list[tuple[int, int]] = []
    for first, end in clauses(prose.text):
        start = first if row else announced(said, first, end)
        found = FIGURE.match(said, start, end)
        if found and _speaks(found) and 0 < units(said[found.end() : end]) <= NOUN_UNITS:
            row.append((start, end))
        else:
            yield row
            row = []
    yield row


def _speaks(figure: re.Match[str]) -> bool:
    """Whether a figure tells of its own that it measures something, and does not only count a few."""
    marked = figure["sign"] or figure["money"] or figure["unit"] or figure["plus"] is not None
    return bool(marked) or "," in figure["digits"] or float(figure["digits"].replace(",", "")) >= 100
