"""Code whose fence was lost: lines in a plain text that only programs, shells and their output write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import IntEnum
from itertools import groupby

from deckgen.posts.lines import Line, Lines
from deckgen.posts.repair.rule import BLANK, Mended, seen
from deckgen.posts.script import IDEOGRAPH, width

_FENCE = "~~~~~~~~"
_FENCED = re.compile(r"^ {0,3}(?:```|~~~)")
_SURE = re.compile(
    r"""(?x)^\s*(?:
    [})\]]+[;,)]*$ | [^|]*[;{}]$ | .*\)\s*=>\s*\{?$ | .*\s\\$
    | \$\ \S | >>>\s | [\w.\-]+@[\w.\-]+[:\]]?[^\s]*[#$]\ | \[[\w.\-]+@[^\]]*\][#$]
    | import\ [\w.*]+(?:\ as\ \w+)?(?:,\ ?[\w.]+)*;?$ | import\ .*\bfrom\ ["'].* | import\ ["'(].*
    | from\ [\w.]+\ import\ | \#include\ ?[<"] | \#!/
    | (?:def|func|fn|function|class|interface|struct|enum)\ +[\w.]+\s*[({:<].*
    | (?:public|private|protected|static|final|async|export)\ +\w.*[({;=].*
    | (?:const|let|var|val|auto|int|char|float|double|bool|string|String|long|void)\ +[\w\[\]{},*\ ]+(?:=|;|\().*
    | (?:if|for|while|elif|else\ if|switch|catch|except|with)\b.*[(=<>.].*[:{]$ | (?:try|else|finally|do)\s*[:{]$
    | for\ \w+\ in\ .*:$
    | (?:print|printf|println|puts|echo|console\.log|System\.out\.\w+)\s*[("'$].*
    | (?://|/\*|\*/)(?:\s|$).*
    | [\w.\[\]"'$]+\s?(?:=|:=|\+=|<-)\s?[\w"'\[({$\-/].*
    | "[^"]+"\s*:\s.* | [|+][\-+=|]{3,}.* | \d{4}-\d\d-\d\d[\sT]\d\d:\d\d:\d\d\S*\s.*
    | (?:[A-Z][a-z]+-)+[A-Z][a-z]+:\ .* | HTTP/\d\.\d\ \d{3}.*
    )"""
)
_COMMAND = re.compile(
    r"^\s*(?:[#$%] )?(?:sudo|apt(?:-get)?|yum|dnf|pip3?|npm|npx|yarn|brew"
    r"|docker(?:-compose)?|kubectl|helm|curl|wget|git|cd|mkdir"
    r"|chmod|chown|cp|mv|rm|ls|cat|grep|systemctl|service|ssh|scp|tar|make|go|cargo|mvn|python3?|node|java|openstack|nova"
    r"|neutron|cinder|glance|keystone|ovs-\w+|ip|virsh|rbd|ceph|source|vim?|echo|export) +(?=\S)"
)
_TYPED = re.compile(rf"{_COMMAND.pattern}|^(?:\$ |>>> |\S+@\S+[#$] |\[\w+@)|.*\);$|^import |^from ")
"""What is code even where it is one line."""

_ARGUMENT = re.compile(r"\s-{1,2}\w|[/|=~<>]|[a-z]_[a-z]|\.\w+(?:\s|$)")
_MAY = re.compile(
    r"""(?x)^(?:
    \s+(?![•●○▪■◦‣·\d])(?=.*[={}()\[\]<>;:"'\\/_$@]|[!-~]+$)\S.* | </?[A-Za-z].*>
    | \s*(?:-\ )?[a-z_][\w.\-/]*:(?:\ +\S.*)? | \s*\#.* | \s*\*\s.* | @\w+(?:\(.*\))?
    | [\w.$]+\([^()]*\)[;,]? | \s*return\b.* | \s*print\ \w.* | :{2,3}\w+ | \S+(?:\s{2,}\S+){2,}
    | .*\b[0-9a-f]{12,}\b.* | /[\w./\-]+.* | .*\b(?:ERROR|INFO|DEBUG|WARN(?:ING)?)\b.* | \.{3} | -{2,} | >\s.*
    | [a-z][\w.\-]*(?:\ [\w./:=\-@{}$"',\[\]<>]+){1,4}(?<!\.) | -{1,2}[A-Za-z][\w\-]*\ .*
    )$"""
)
_KEY = re.compile(r"^\s*(?:- )?[a-z_][\w.\-/]*:(?: +\S.*)?$")
_REMARK = re.compile(r"^\s*#(?!#)")
_INDENTED = re.compile(r"^\s{2,}\S")
_PROSE = re.compile(rf"[{IDEOGRAPH}].*[，。！？；：、]|[。！？]$|\b[A-Za-z]+ [a-z]+ [a-z]+ [a-z]+ [a-z]+ .*[.!?:]$")
_COMMENT = re.compile(r"//|/\*|^\s*\*|#|<!--|\"|'|--")
_MARKDOWN = re.compile(
    r"^ {0,3}#{2,6}[ \t]|^ {0,3}</?(?:p|div|h\d|ul|ol|li|table|blockquote|br|img|a|center|details)\b"
    r"|\]\(|(?<!\*)\*\*[^\s*][^*]*\*\*|(?<!`)`[^`\s]",
    re.IGNORECASE,
)
"""Whoever writes these outside of code writes Markdown, and knows how to mark his code."""

_HEADING = re.compile(r"^ {0,3}#[ \t]+\S")
_WIDEST = 160.0


class _Look(IntEnum):
    """How much a line looks like code."""

    PROSE = 0
    MAY = 1
    SURE = 2


def lost_fences(lines: Lines) -> Mended:
    """In a text without any Markdown, code stands between fences again.

    A heading within code is none: it is a shell's comment.
    """
    if any(_FENCED.match(line.text) for line in lines):
        return Mended(lines)
    looks = [_Look.PROSE if _is_heading(lines, index) else _look(line) for index, line in enumerate(lines)]
    runs = list(_runs(lines, looks))
    inside = {index for start, end in runs for index in range(start, end)}
    outside = [line.text for index, line in enumerate(lines) if index not in inside]
    if (
        not runs
        or any(map(_HEADING.match, outside))
        or sum(_MARKDOWN.search(text) is not None for text in outside) >= 2
    ):
        return Mended(lines)
    kept: list[Line] = []
    last = 0
    for start, end in runs:
        kept += lines[last:start]
        kept += lines[start].saying(BLANK), replace(lines[start], text=_FENCE, verbatim=True)
        kept += (replace(line, verbatim=True) for line in lines[start:end])
        kept += replace(lines[end - 1], text=_FENCE, verbatim=True), lines[end - 1].saying(BLANK)
        last = end
    return Mended((*kept, *lines[last:]), tuple(seen("lost-fence", lines[start]) for start, _ in runs))


def _look(line: Line) -> _Look | None:
    """None for a blank line."""
    text = line.text.rstrip()
    if not text:
        return None
    if width(text) > _WIDEST or text.lstrip().startswith(("![", "|", "$$", "\\")):
        return _Look.PROSE
    prose = _PROSE.search(text) is not None and not _COMMENT.search(text)
    if not prose and (_SURE.match(text) or (_COMMAND.match(text) and _ARGUMENT.search(text))):
        return _Look.SURE if _is_latin(text) else _Look.MAY
    if not prose and (_COMMAND.match(text) or _MAY.match(text)):
        return _Look.MAY
    return _Look.PROSE


def _is_heading(lines: Lines, index: int) -> bool:
    """Whether a line with hashes in front stands between blank lines, as headings do; a comment at least ends code."""
    text = lines[index].text.lstrip()
    if not text.startswith("#"):
        return False
    beside = [_look(line) for line in (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])]
    if text.startswith("##"):
        return True
    return not any(beside) and not (index >= 2 and _look(lines[index - 2]))


def _is_latin(text: str) -> bool:
    """Whether no more than a comment or a string of a line is East Asian."""
    return (
        text.isascii() or _COMMENT.search(text) is not None or len(re.findall(f"[{IDEOGRAPH}]", text)) * 4 < len(text)
    )


def _runs(lines: Lines, looks: Sequence[_Look | None]) -> Iterator[tuple[int, int]]:
    """Where code begins and ends: lines that may be code, blank ones among them, and now and then one that is not."""
    index = 0
    while index < len(lines):
        if not looks[index]:
            index += 1
            continue
        end = _end(looks, index)
        if _is_code(lines[index:end], [look for look in looks[index:end] if look is not None]):
            yield index, end
        index = end


def _end(looks: Sequence[_Look | None], start: int) -> int:
    """The index behind the last line of a run."""
    end = at = start
    while at < len(looks):
        look = looks[at]
        if look:
            end = at + 1
        elif look is _Look.PROSE and not (at + 1 < len(looks) and looks[at - 1] and looks[at + 1]):
            break
        at += 1
    return end


def _is_code(lines: Sequence[Line], looks: Sequence[_Look]) -> bool:
    """Whether a run is code: one line that is for certain, or several of which enough are or are kept like data."""
    told = [line.text for line in lines if line.text.strip()]
    sure = sum(look is _Look.SURE for look in looks)
    if len(told) == 1:
        return sure == 1 and _TYPED.match(told[0]) is not None
    if sum(look is not _Look.PROSE for look in looks) * 10 < 7 * len(looks):
        return False
    return sure * 8 >= len(looks) or _is_data(told) or _is_annotated(lines)


def _is_data(told: Sequence[str]) -> bool:
    """Keys and values as YAML has them, some of them indented."""
    keys = sum(_KEY.match(text) is not None for text in told)
    return keys >= 3 and keys * 10 >= 6 * len(told) and any(_INDENTED.match(text) for text in told)


def _is_annotated(lines: Sequence[Line]) -> bool:
    """Comments of a shell's kind, most of them right above or below a line that is none."""
    found = [
        (remarks, list(some)) for remarks, some in groupby(lines, key=lambda line: _REMARK.match(line.text) is not None)
    ]
    around = [[], *(some for _, some in found), []]
    beside = [
        bool(before and before[-1].text.strip()) or bool(after and after[0].text.strip())
        for (remarks, _), before, after in zip(found, around, around[2:], strict=False)
        if remarks
    ]
    return len(found) > 1 and sum(beside) > 0 and sum(beside) * 3 >= 2 * len(beside)
