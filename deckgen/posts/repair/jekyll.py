"""The furniture of static site generators: includes, shortcodes and highlight tags of Jekyll, Hexo and Hugo."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from deckgen.model import Repair
from deckgen.posts.lines import Line, Lines
from deckgen.posts.repair.rule import BLANK, Mended, each_line, seen

_OPENS_CODE = re.compile(
    r"^\s*(?:\{%-?\s*(?:highlight|codeblock|code)\b([^%}]*)%\}|\{\{[<%]\s*highlight\b([^>%]*)[>%]\}\})\s*$"
)
_CLOSES_CODE = re.compile(
    r"^\s*(?:\{%-?\s*end(?:highlight|codeblock|code)\s*-?%\}|\{\{[<%]\s*/\s*highlight\s*[>%]\}\})\s*$"
)
_SITE = re.compile(
    r"\{\{-?\s*(?:site|page|post|include|layout)\.[A-Za-z_][^{}]{0,80}\}\}|\{\{\s*['\"]([^'\"{}]{1,200})['\"]\s*\|\s*(?:relative_url|absolute_url|prepend:[^{}]{1,60})\s*\}\}"
)
_PICTURE = re.compile(r"\{%\s*(?:img|asset_img|image)\s+([^%{}]{1,400}?)\s*%\}")
_FIGURE = re.compile(r"\{\{[<%]\s*(?:figure|img|image)\s+([^<>{}]{1,400}?)/?\s*[>%]\}\}")
_TAG = re.compile(r"\{%-?[^%{}]{0,400}-?%\}|\{\{[<%][^<>{}]{0,400}[>%]\}\}")
_MORE = re.compile(r"<!--\s*(?:more|excerpt|truncate|summary)\s*-->", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"^\s*\{:\s?[^{}]{0,200}\}\s*$|(?<=\S)\{:\s?[.#\w][^{}]{0,200}\}")
_PLAIN_ATTRIBUTES = re.compile(
    r"(?<=\))\{\s?(?:[.#][\w-]|[a-z]+=)[^{}]{0,200}\}|^(#{1,6}\s.{0,300}?)\s+\{\s?[.#][\w:.-][^{}]{0,200}\}\s*#*\s*$"
)
"""Those of Pandoc and Hugo: `![](a.png){width=300}`, and `## Title {#name}`."""
_CONTENTS = re.compile(r"^\s*(?:\[TOC\]|\[\[_?TOC_?\]\]|@\[toc\](?:\(.{0,40}\))?|\*\s+TOC)\s*$", re.IGNORECASE)
_TOC = re.compile(r"^\s*\{:\s?toc\b[^{}]{0,60}\}\s*$")
_PATH = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|bmp|svg)", re.IGNORECASE)


def highlight_tags(lines: Lines) -> Mended:
    """`{% highlight python %}` up to `{% endhighlight %}` is a code block."""
    kept: list[Line] = []
    repairs: list[Repair] = []
    inside = False
    closes = {index for index, line in enumerate(lines) if _CLOSES_CODE.match(line.text)}
    last = max(closes, default=-1)
    for index, line in enumerate(lines):
        opens = None if inside or line.verbatim else _OPENS_CODE.match(line.text)
        if opens and index < last:
            words = [word for word in (opens[1] or opens[2] or "").split() if re.fullmatch(r"[\w+#.\-]+", word)]
            kept += line.saying(BLANK), replace(line, text="~~~~~~~~" + "".join(words[:1]), verbatim=True)
            repairs.append(seen("site-code", line))
            inside = True
        elif inside and index in closes:
            kept += replace(line, text="~~~~~~~~", verbatim=True), replace(line, text=BLANK, verbatim=False)
            inside = False
        else:
            kept.append(replace(line, verbatim=True) if inside else line)
    return Mended(tuple(kept), tuple(repairs))


def kramdown_contents(lines: Lines) -> Mended:
    """`{:toc}` below a list of one item asks kramdown for a table of contents in its place."""
    kept = list(lines)
    repairs: list[Repair] = []
    for index, line in enumerate(lines):
        if index and _TOC.match(line.text) and not line.verbatim:
            kept[index] = line.saying(BLANK)
            repairs.append(seen("site-contents", line))
            if re.match(r"\s*(?:[*+\-]|1\.)\s", lines[index - 1].text):
                kept[index - 1] = lines[index - 1].saying(BLANK)
    return Mended(tuple(kept), tuple(repairs))


def site_tags(text: str) -> list[str] | None:
    """Tags that a site generator replaces: pictures are kept as Markdown, everything else goes."""
    if not any(mark in text for mark in ("{%", "{{", "{:", "){", "{#", "{.", "<!--", "TOC", "toc")):
        return None
    better = _SITE.sub(lambda found: found[1] or "", text)
    better = _PICTURE.sub(_picture, better)
    better = _FIGURE.sub(_picture, better)
    for furniture in (_TAG, _MORE, _ATTRIBUTES, _CONTENTS):
        better = furniture.sub("", better)
    better = _PLAIN_ATTRIBUTES.sub(lambda found: found[1] or "", better)
    return [better.rstrip() if better.strip() else BLANK] if better != text else None


def _picture(found: re.Match[str]) -> str:
    said = found[1]
    named = dict(_named(said))
    path = named.get("src") or named.get("link") or next(iter(_PATH.findall(said)), "").strip("\"'")
    if not path:
        return ""
    title = named.get("title") or named.get("caption") or named.get("alt") or ""
    quoted = re.findall(r"[\"']([^\"']+)[\"']", said) if not named else []
    return f"![{(title or ''.join(quoted[:1])).replace(']', ' ')}](<{path}>)"


def _named(said: str) -> Iterator[tuple[str, str]]:
    for found in re.finditer(r"(\w+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|(\S+))", said):
        yield found[1].lower(), found[2] or found[3] or found[4] or ""


mend_site_tags = each_line("site-tag", site_tags)
