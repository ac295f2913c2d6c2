"""Placeholders: which of the layout's and the master's a slide's one inherits from, and the styles behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from deckgen.render.names import TITLES
from deckgen.render.reading.colors import tag_of

_ON_MASTER = {"ctrTitle": "title", "title": "title", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum", "hdr": "hdr"}
"""Placeholder types of layouts -> those of the master; all others inherit from its body."""


class Holder(NamedTuple):
    """A placeholder's type ("obj" for the generic one) and index."""

    kind: str
    idx: str


class Behind(NamedTuple):
    """What a placeholder inherits from, the nearest first: shapes, and the master's text styles."""

    elements: tuple[Any, ...] = ()
    styles: tuple[Any, ...] = ()


def holder_of(element: Any) -> Holder | None:
    """The placeholder that a shape fills, or None."""
    found = next((ph for part in element if (ph := part.find("{*}nvPr/{*}ph")) is not None), None)
    return None if found is None else Holder(found.get("type", "obj"), found.get("idx", "0"))


class Holders:
    """The placeholders of a layout and its master; either tree may be None."""

    def __init__(self, layout: Any, master: Any, defaults: tuple[Any, ...]) -> None:
        self._layout = tuple(_placed(layout))
        self._master = {holder.kind: element for holder, element in reversed(tuple(_placed(master)))}
        root = None if master is None else master.find("{*}txStyles")
        self._styles = {} if root is None else {tag_of(style): style for style in root}
        self._defaults = defaults

    def behind(self, holder: Holder | None) -> Behind:
        """What stands behind a placeholder of a slide."""
        if holder is None:
            return Behind()
        on_layout = self._matching(holder)
        kind = on_layout[0].kind if on_layout else holder.kind
        on_master = self._master.get(_ON_MASTER.get(kind, "body"))
        elements = (on_layout[1] if on_layout else None, on_master)
        return Behind(tuple(element for element in elements if element is not None), self._text_styles(kind))

    def _matching(self, holder: Holder) -> tuple[Holder, Any] | None:
        """By index, as PowerPoint does; titles by being titles, and by type where no index agrees."""
        if holder.kind in TITLES:
            return next((pair for pair in self._layout if pair[0].kind in TITLES), None)
        same = [pair for pair in self._layout if pair[0].idx == holder.idx and pair[0].kind not in TITLES]
        alike = [pair for pair in same or self._layout if pair[0].kind == holder.kind]
        return next(iter(alike or same), None)

    def _text_styles(self, kind: str) -> tuple[Any, ...]:
        name = "titleStyle" if kind in TITLES else "otherStyle" if kind in _ON_MASTER else "bodyStyle"
        own = self._styles.get(name)
        return self._defaults if own is None else (own, *self._defaults)


def _placed(root: Any) -> Iterator[tuple[Holder, Any]]:
    tree = None if root is None else root.find("{*}cSld/{*}spTree")
    for element in () if tree is None else tree.iter("{*}sp", "{*}pic", "{*}graphicFrame"):
        holder = holder_of(element)
        if holder:
            yield holder, element
