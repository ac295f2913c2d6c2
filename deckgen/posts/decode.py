"""Bytes to text: UTF-8, UTF-16, GB18030 and what else is found, never silently wrong."""

from __future__ import annotations

import codecs
import unicodedata

from deckgen.errors import InputError
from deckgen.model import Notice
from deckgen.posts.script import is_cjk

_HINT = "save the file as UTF-8"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAMPLE = 64 * 1024
_STRANGE = frozenset({"Cc", "Cn", "Co", "Cs"})


def decode(raw: bytes, path: str) -> tuple[str, tuple[Notice, ...]]:
    """The text of a file and what to warn of. Raises InputError where the bytes are no text in any known encoding."""
    text, notices = _decoded(raw, path)
    if _is_strange(text, wide=raw.startswith(_WIDE)):
        raise _no_text(path)
    return text, notices


def _decoded(raw: bytes, path: str) -> tuple[str, tuple[Notice, ...]]:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _marked(raw, encoding, path)
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError as flaw:
        return _guessed(raw, flaw, path)


def _is_strange(text: str, *, wide: bool) -> bool:
    """Whether much of it is controls, unassigned, private or replaced: what bytes of a program or picture become.

    Read as UTF-16, most pairs of bytes are letters (a sixth of random pairs is not), so that fewer tell enough there;
    what a terminal leaves behind in a short text of bytes is no sign.
    """
    sample = text[:_SAMPLE]
    shown = [char for char in sample if not char.isspace()]
    strange = sum(char == "\ufffd" or unicodedata.category(char) in _STRANGE for char in shown)
    return strange > (0.1 * len(shown) if wide else max(0.25 * len(shown), 8))


def _no_text(path: str) -> InputError:
    return InputError("not a text file, or in an unknown encoding", path=path, hint=_HINT, rule="post-unreadable")


def _marked(raw: bytes, encoding: str, path: str) -> tuple[str, tuple[Notice, ...]]:
    text = raw.decode(encoding, "replace").removeprefix("\ufeff")
    if "\ufffd" in text:
        line = _line_of(text, text.index("\ufffd"))
        return text, (_doubt(f"some bytes are not {encoding}, shown as \ufffd", path, line),)
    notices = () if encoding == "utf-8" else (_doubt(f"read as {encoding}", path, 1),)
    return text, notices


def _guessed(raw: bytes, flaw: UnicodeDecodeError, path: str) -> tuple[str, tuple[Notice, ...]]:
    for encoding in _candidates(raw):
        try:
            text = raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        return text, (_doubt(f"not UTF-8, read as {encoding}", path, 1),)
    # One flipped byte in a UTF-8 file is more likely than a whole file in an unknown encoding.
    text = raw.decode("utf-8", "replace")
    if text.count("\ufffd") * 50 > len(text):
        raise _no_text(path)
    line = raw.count(b"\n", 0, flaw.start) + 1
    return text, (_doubt("some bytes are not UTF-8, shown as \ufffd", path, line),)


def _doubt(message: str, path: str, line: int) -> Notice:
    return Notice(message, path, line, _HINT, rule="encoding")


def _candidates(raw: bytes) -> list[str]:
    """Encodings to try, the likeliest first; none where the file is nearly UTF-8 or no text at all."""
    from charset_normalizer import from_bytes

    damaged = raw.decode("utf-8", "replace")
    if "\0" in damaged[:_SAMPLE] or damaged.count("\ufffd") * 200 < sum(ord(char) > 127 for char in damaged):
        return _wide(raw)
    if _mostly_chinese(raw):
        return ["gb18030"]
    best = from_bytes(raw[:_SAMPLE]).best()
    return [best.encoding] if best else []


def _wide(raw: bytes) -> list[str]:
    """UTF-16 without a byte order mark: the byte order in which everyday characters come out."""
    if len(raw) % 2:
        return []
    sample = raw[: _SAMPLE // 2 * 2]
    found = [(_everyday(sample.decode(encoding, "replace")), encoding) for encoding in ("utf-16-le", "utf-16-be")]
    share, encoding = max(found)
    return [encoding] if share >= 0.85 else []


def _everyday(text: str) -> float:
    """The share of characters that are ASCII, East Asian punctuation or everyday Chinese."""
    return sum(map(_is_everyday, text)) / max(1, len(text))


def _is_everyday(char: str) -> bool:
    if char.isascii():
        return char.isprintable() or char.isspace()
    return _in_gb2312_level_one(char) or (is_cjk(char) and not "\u4e00" <= char <= "\u9fff")


def _mostly_chinese(raw: bytes) -> bool:
    """GB18030 decodes nearly anything; only if what comes out is everyday Chinese was it meant."""
    text = raw[:_SAMPLE].decode("gb18030", "ignore")
    foreign = [char for char in text if ord(char) > 127 and not unicodedata.category(char).startswith("P")]
    common = sum("\u4e00" <= char <= "\u9fff" and _in_gb2312_level_one(char) for char in foreign)
    return bool(foreign) and common >= 0.85 * len(foreign)


def _in_gb2312_level_one(char: str) -> bool:
    try:
        return 0xB0 <= char.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        return False


def _line_of(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1
