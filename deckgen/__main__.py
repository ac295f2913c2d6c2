"""`python -m deckgen` and `deckgen` are the command line."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

_SAID = {signal.SIGINT: b"\ninterrupted\n", signal.SIGTERM: b"\nterminated\n"}


def run() -> None:
    """The command line as a process: an interrupt ends it with 130 and one line, after it has cleaned up behind it."""
    for number in _SAID:
        signal.signal(number, _end)
    from deckgen.cli import main

    try:
        main()
    finally:
        for number in _SAID:
            signal.signal(number, signal.SIG_IGN)  # what is done can no longer be interrupted


def _end(number: int, _: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # once is enough: what is under way is being cleaned up
    os.write(2, _SAID[signal.Signals(number)])
    sys.exit(128 + number)


# Further processes import this file once more, under another name.
if __name__ == "__main__":
    run()
