"""deckgen turns folders of conference posts into presentation decks.

`build` writes one deck for each summit, `outline` says what they would say, `check` what is wrong with posts
and decks. All return frozen values with types.
"""

from __future__ import annotations

import sys
from types import ModuleType

TYPE_CHECKING = False  # that of `typing`, which takes time to import
if TYPE_CHECKING:
    from typing import Any

    from deckgen.build import build, outline
    from deckgen.check import Checked, Finding
    from deckgen.errors import DeckgenError, InputError, ToolMissingError, UsageError
    from deckgen.inspection import check
    from deckgen.result import Built, BuiltDeck, Outline, PlannedDeck

__version__ = "0.1.0"

__all__ = [
    "Built",
    "BuiltDeck",
    "Checked",
    "DeckgenError",
    "Finding",
    "InputError",
    "Outline",
    "PlannedDeck",
    "ToolMissingError",
    "UsageError",
    "__version__",
    "build",
    "check",
    "outline",
]

_HOMES = {
    **dict.fromkeys(("build", "outline"), "deckgen.build"),
    **dict.fromkeys(("Checked", "Finding"), "deckgen.check"),
    **dict.fromkeys(("DeckgenError", "InputError", "ToolMissingError", "UsageError"), "deckgen.errors"),
    **dict.fromkeys(("check",), "deckgen.inspection"),
    **dict.fromkeys(("Built", "BuiltDeck", "Outline", "PlannedDeck"), "deckgen.result"),
}


class _Package(ModuleType):
    """This package, which imports each of its names when it is first asked for: `deckgen --help` waits for none.

    Some names are those of modules, too. Importing `deckgen.build` would set this package's `build` to the module, so
    that is passed over: `deckgen.build` is the function, whatever was imported before.
    """

    def __getattr__(self, name: str) -> Any:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=self)
        from importlib import import_module

        value = getattr(import_module(_HOMES[name]), name)
        setattr(self, name, value)
        return value

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})


sys.modules[__name__].__class__ = _Package
