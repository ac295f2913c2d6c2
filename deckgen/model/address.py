"""Addresses as people read them."""

from __future__ import annotations

import re
from urllib.parse import quote

_ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_AMBIGUOUS = "%?#"
"""Characters that would mean something else to whoever copies the address."""


def readable(address: str) -> str:
    """The address with its letters decoded, for messages alone: `%E5%9B%BE.png` is `图.png`.

    What nobody could see (controls, marks of direction, spaces of odd widths) is percent-encoded, and so is what the
    bytes of no UTF-8 stand for.
    """
    return _seen(_ENCODED.sub(_decoded, address))


def _decoded(found: re.Match[str]) -> str:
    try:
        text = bytes.fromhex(found[0].replace("%", "")).decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
    return "".join(quote(char, safe="") if char in _AMBIGUOUS else char for char in text)


def _seen(text: str) -> str:
    return "".join(char if char.isprintable() else quote(char, safe="", errors="replace") for char in text)
