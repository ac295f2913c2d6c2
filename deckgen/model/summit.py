"""What posts tell of: an event, at a place and a time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Summit:
    """An event: `name` and `place` in the deck's language, theme and slug as chosen for it.

    `aliases` are other names and places by which posts call it, in any language.
    """

    slug: str
    name: str
    place: str = ""
    year: int | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    theme: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        """Place and year: `Barcelona 2016`; no space after a wide character, where every program sets a gap itself."""
        gap = " " if self.place and self.place[-1] < "\u2e80" else ""
        return f"{self.place}{gap}{self.year or ''}".strip()

    @property
    def title(self) -> str:
        """One line: `OpenStack Summit · Barcelona 2016`."""
        return " · ".join(part for part in (self.name, self.where) if part)
