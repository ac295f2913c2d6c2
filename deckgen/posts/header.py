"""The front matter of a post: YAML, TOML or JSON, and what can be saved of a broken one."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from deckgen.model import Notice
from deckgen.posts.lines import Line, Lines, join

_KEY = re.compile(r"([^\s:#\-][^:]{0,60}?)\s*[:：](?:\s+|$)(.*)")
_PLACED = re.compile(r"(?:[\s{,]*[\"'])?([^\s\"'#\-:=：][^\"':=：]{0,60}?)[\"']?\s*[:=：]")
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}([T ][\d:.+Z -]*)?")
_LONGEST = 400
"""A header longer than this many lines is one that was never closed."""

_ENOUGH = 2
"""So many known keys make a header without fences."""
_FEW = 12
"""A header that was never opened is closed within so many lines."""

_NAMES = (
    "title|date|pubdate|authors?|by|tags?|keywords|categories|category|summit|event|conference|theme|detail|lang"
    "|language|description|summary|excerpt|subtitle|visuals|repair|deckgen|layout|slug|link|modified|status"
)
_KNOWN = re.compile(f"(?i){_NAMES}")
"""Keys by which a header is known that was never opened."""

_WIDE = re.compile(f"(?i)({_NAMES})\\s*：(.*)")
"""A known key with a full-width colon, which needs no space; before any other, that is how a sentence goes."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says (keys in lower case), the lines below it, and what was wrong with it.

    `places` are the lines in the file on which keys stand.
    """

    fields: Mapping[str, object]
    body: Lines
    notices: tuple[Notice, ...] = ()
    places: Mapping[str, int] = field(default_factory=dict)

    def line_of(self, key: str) -> int:
        """The line in the file on which the key stands, the first one where that cannot be told."""
        return self.places.get(key, 1)


def read_header(lines: Lines, path: str) -> Header:
    """Splits front matter from the body. A post without one has no fields; a broken one yields what it can."""
    header = _header(lines, path)
    places: dict[str, int] = {}
    for line in lines[: len(lines) - len(header.body)] if header.fields else ():
        found = _PLACED.match(line.text)
        if found:
            places.setdefault(found[1].strip().lower(), line.number)
    return replace(header, places=places)


def _header(lines: Lines, path: str) -> Header:
    start = next((index for index, line in enumerate(lines) if line.text.strip()), None)
    if start is None:
        return Header({}, lines)
    fence = lines[start].text.strip()
    if fence == "{" or (fence.startswith('{"') and fence.endswith("}")):
        return _json(lines, start, path)
    if re.fullmatch(r"-{3,}|\+{3,}", fence):
        return _fenced(lines, start, fence[0], path)
    return _unopened(lines, start, path)


def _unopened(lines: Lines, start: int, path: str) -> Header:
    """A header without its opening fence: keys from the first line on, a known one first, down to a closing fence.

    Or without any fence, as Pelican and MultiMarkdown have it: known keys alone, down to a blank line.
    """
    first = _key(lines[start].text)
    if not first or not _KNOWN.fullmatch(first[1]):
        return Header({}, lines)
    for end in range(start + 1, min(len(lines), start + _FEW)):
        if re.fullmatch(r"-{3,}", lines[end].text.rstrip()):
            parsed = _parsed(lines[start:end], lines[end + 1 :], "-", path)
            number = lines[start].number
            notice = _doubt("front matter is never opened", path, number, "open it with a line of three dashes")
            return replace(parsed, notices=(notice, *parsed.notices))
        if not lines[end].text.strip() and end - start >= _ENOUGH and all(map(_is_known, lines[start:end])):
            return _parsed(lines[start:end], lines[end:], "-", path)
        if not _continues(lines[end]):
            break
    return Header({}, lines)


def _is_known(line: Line) -> bool:
    found = _key(line.text)
    return found is not None and bool(_KNOWN.fullmatch(found[1]))


def _fenced(lines: Lines, start: int, mark: str, path: str) -> Header:
    closing = r"-{3,}|\.{3}" if mark == "-" else r"\+{3,}"
    for end in range(start + 1, min(len(lines), start + _LONGEST)):
        if re.fullmatch(closing, lines[end].text.rstrip()):
            return _parsed(lines[start + 1 : end], lines[end + 1 :], mark, path)
    return _unclosed(lines, start, path)


def _parsed(inner: Lines, body: Lines, mark: str, path: str) -> Header:
    if mark == "-" and not any(_key(line.text) for line in inner) and any(line.text.strip() for line in inner):
        # Two rules of dashes around a text: no header at all, unless the YAML within is one.
        return _not_a_mapping(inner, body, path)
    loaded = _toml(inner) if mark == "+" else _yaml(inner)
    if isinstance(loaded, dict):
        return Header(_keyed(loaded), body)
    if loaded is None:
        return Header({}, body)
    fields, notices = _salvaged(inner, path, mark)
    return Header(fields, body, notices)


def _not_a_mapping(inner: Lines, body: Lines, path: str) -> Header:
    notice = _doubt(
        "front matter is not a list of keys and values", path, inner[0].number, "write one `key: value` a line"
    )
    return Header({}, inner + body, (notice,))


def _yaml(inner: Lines) -> object:
    import yaml
    from frontmatter.default_handlers import YAMLHandler

    try:
        loaded: object = YAMLHandler().load(join(inner))
    except (yaml.YAMLError, ValueError, TypeError, RecursionError, OverflowError):
        return ""
    return loaded


def _toml(inner: Lines) -> object:
    try:
        return tomllib.loads(join(inner))
    except (tomllib.TOMLDecodeError, RecursionError):
        return ""


def _json(lines: Lines, start: int, path: str) -> Header:
    text = join(lines[start:])
    try:
        loaded, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError) as flaw:
        at = text.count("\n", 0, getattr(flaw, "pos", 0))
        # Text that merely starts with a brace is no header; a line with a quoted key is one.
        if not re.match(r'\{\s*"[^"]{1,60}"\s*:', text):
            return Header({}, lines)
        return _broken_json(lines, start, start + at, path)
    if not isinstance(loaded, dict) or not loaded:
        return Header({}, lines)
    rest = text[end:]
    below = start + text.count("\n", 0, end)
    head = rest.split("\n", 1)[0]
    return Header(_keyed(loaded), (lines[below].saying(head), *lines[below + 1 :]))


def _broken_json(lines: Lines, start: int, at: int, path: str) -> Header:
    end = next((i for i in range(start, min(len(lines), start + _LONGEST)) if lines[i].text.strip() == "}"), None)
    number = lines[min(at, len(lines) - 1)].number
    notice = _doubt("front matter is not valid JSON", path, number, "check commas and quotes")
    if end is None:
        return Header({}, lines, (notice,))
    pairs = (re.match(r'\s*"([^"]+)"\s*:\s*"([^"]*)"\s*,?\s*$', line.text) for line in lines[start:end])
    return Header({pair[1].lower(): pair[2] for pair in pairs if pair}, lines[end + 1 :], (notice,))


def _unclosed(lines: Lines, start: int, path: str) -> Header:
    """A header without its closing fence ends where the lines stop looking like one."""
    end = start + 1
    while end < len(lines) and _continues(lines[end]):
        end += 1
    inner = lines[start + 1 : end]
    if not any(_key(line.text) for line in inner):
        return Header({}, lines)
    notice = _doubt("front matter is never closed", path, lines[start].number, "close it with a line of three dashes")
    parsed = _parsed(inner, lines[end:], "-", path)
    return Header(parsed.fields, parsed.body, (notice, *parsed.notices))


def _key(text: str) -> re.Match[str] | None:
    """A line's key and value, where it is an entry of a header."""
    return _KEY.fullmatch(text) or _WIDE.fullmatch(text)


def _continues(line: Line) -> bool:
    """Whether a line looks like one of a header: a key with its value, or a part of the value above."""
    return _key(line.text) is not None or re.match(r"\s+\S|\s*-\s+\S", line.text) is not None


def _salvaged(inner: Lines, path: str, mark: str) -> tuple[dict[str, object], tuple[Notice, ...]]:
    """Reads a header entry by entry, so that one broken entry costs no other."""
    fields: dict[str, object] = {}
    tab = next((line.number for line in inner if re.match(r"\s*\t\s*\S", line.text)), 0)
    notices = [_doubt("front matter is indented with tabs", path, tab, "indent with spaces")] if tab else []
    for entry in _entries(inner):
        loaded = _toml(entry) if mark == "+" else _yaml(entry)
        if isinstance(loaded, dict):
            fields.update(_keyed(loaded))
            continue
        head = re.fullmatch(r"([^:=：]{1,60}?)\s*[:=：]\s*(.*)", entry[0].text.strip())
        value = " ".join([head[2].strip(), *(line.text.strip() for line in entry[1:])]) if head else ""
        if not _DATE.fullmatch(value):  # a day that no calendar has is told of by whoever reads it as a date
            notices.append(_odd_entry(entry[0], path, mark, _remedy(entry[0].text, value, mark), understood=bool(head)))
        if head:
            fields[head[1].strip().lower()] = head[2].strip().lstrip("[").strip("\"'")
    return fields, tuple(notices)


def _remedy(line: str, value: str, mark: str) -> str:
    """What to do about a value that is not valid."""
    if not value or "：" in line:
        return "write one `key = value` a line" if mark == "+" else "write one `key: value` a line"
    quote, opened = value[0], value.count("[") - value.count("]")
    if quote in "\"'" and value.count(quote) % 2:
        return f"close the value with {quote}"
    if quote in "\"'" and mark == "-":
        return f"put the whole value in {'single' if quote == chr(34) else 'double'} quotes"
    if quote == "[":
        return "close the list with ]" if opened > 0 else "put the names in quotes"
    if quote == "{" and "}" not in value:
        return "close the table with }"
    return "put the value in quotes"


def _odd_entry(line: Line, path: str, mark: str, hint: str, *, understood: bool) -> Notice:
    language = "TOML" if mark == "+" else "YAML"
    message = f"front matter is not valid {language}" + (", read as plain text" if understood else ", left out")
    return _doubt(f"{message}: {line.text.strip()[:60]}", path, line.number, hint)


def _doubt(message: str, path: str, line: int, hint: str) -> Notice:
    return Notice(message, path, line, hint, rule="post-setting")


def _entries(inner: Lines) -> Iterator[Lines]:
    entry: list[Line] = []
    for line in inner:
        begins = bool(line.text.strip()) and not line.text[0].isspace() and not line.text.startswith(("-", "#", "]"))
        begins = begins or _strayed(line, entry)
        if begins and entry:
            yield tuple(entry)
            entry = []
        if line.text.strip() and not line.text.lstrip().startswith("#"):
            said = line.text.replace("\t", "  ")
            entry.append(line.saying(said if entry else said.strip()))
    if entry:
        yield tuple(entry)


def _strayed(line: Line, entry: Sequence[Line]) -> bool:
    """Whether a line is an entry of its own although it is indented: a known key below one that has its value."""
    said = line.text.strip()
    key, above = _key(said), _key(entry[0].text.strip()) if entry else None
    return bool(key and _KNOWN.fullmatch(key[1]) and above and above[2] and above[2][0] not in "[{|>\"'")


def _keyed(loaded: Mapping[object, object]) -> dict[str, object]:
    return {str(key).strip().lower(): value for key, value in loaded.items()}
