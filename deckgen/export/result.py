"""What became of the decks that were to be exported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from deckgen.model import Notice

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Exported(Generic[Made]):
    """What was made of each deck, by its path as given; a deck that could not be exported has a notice instead."""

    files: Mapping[Path, Made]
    notices: tuple[Notice, ...]
