"""What can go wrong, as one small tree.

    DeckgenError
    ├── InputError         some input could not be used             exit code 1
    ├── UsageError         the call's words are off                 exit code 2
    └── ToolMissingError   LibreOffice or another tool is missing   exit code 3

A message is lower case and without a full stop; `hint` says what to do, naming the choices where there are any.
"""

from __future__ import annotations

from deckgen.model import Notice


class DeckgenError(Exception):
    """The root. `path` and `line` say where (0 where a line makes no sense), `rule` what kind of thing is wrong."""

    exit_code = 1

    def __init__(self, message: str, *, path: str = "", line: int = 0, hint: str = "", rule: str = "") -> None:
        super().__init__(message)
        self.notice = Notice(message, path, line, hint, rule=rule)

    def __str__(self) -> str:
        return str(self.notice)


class InputError(DeckgenError):
    """A post, picture, theme, table or deck that cannot be used; it always has a rule."""


class UsageError(DeckgenError):
    """Wrong words in a call: an unknown theme, a path that is not there, nothing to do."""

    exit_code = 2


class ToolMissingError(DeckgenError):
    """A program that deckgen needs is not on this machine."""

    exit_code = 3
