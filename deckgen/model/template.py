"""What was found in a company's template: its layouts and their placeholders, colours and fonts; nothing is decided."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.model.theme import Canvas, Fonts, Holder


@dataclass(frozen=True, slots=True)
class FoundLayout:
    """A layout of a template.

    `part` is its name in the package; `kind` PowerPoint's own word for it (`twoObj`), or empty; `master` the number of
    its master, from 0; `ground` the colour behind it as RRGGBB, empty where that is a picture. `used` counts the
    template's own slides that use it; `opens` says that the first of them does. `backdrop` is the file of the picture
    behind it, `shades` that picture's colours from dark to light, once somebody has looked at it.
    """

    part: str
    name: str
    kind: str
    master: int
    holders: tuple[Holder, ...]
    ground: str = ""
    used: int = 0
    opens: bool = False
    backdrop: bytes = b""
    shades: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundMaster:
    """A slide master: its colours as RRGGBB by the names that slides call them (`bg1`, `tx1`, `accent1`), its fonts."""

    name: str
    colors: tuple[tuple[str, str], ...]
    fonts: Fonts


@dataclass(frozen=True, slots=True)
class Template:
    """A template: where it lies, the size of its slides in points, and the package itself without its slides."""

    path: str
    canvas: Canvas
    masters: tuple[FoundMaster, ...]
    layouts: tuple[FoundLayout, ...]
    blob: bytes = b""
