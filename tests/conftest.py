"""What all tests share: properties are tried on the same examples each time, so that a change alone can break a test.

`DECKGEN_SEARCH=1 pytest` looks for new examples instead.
"""

from __future__ import annotations

import os
import signal

import pytest
from hypothesis import HealthCheck, settings

# How fast examples are made says more of the machine than of the program.
SLOW = (HealthCheck.too_slow,)
settings.register_profile("same", derandomize=True, deadline=None, suppress_health_check=SLOW)
settings.register_profile("search", deadline=None, print_blob=True, suppress_health_check=SLOW)
settings.load_profile("search" if os.environ.get("DECKGEN_SEARCH") else "same")

# A shell has what it starts in the background ignore Ctrl-C, and whatever that starts inherits it.
signal.signal(signal.SIGINT, signal.default_int_handler)

LONGEST = (
    *("cli", "rendered_lines", "trust", "specimen", "fuzz", "layout", "drawn", "build", "doctor", "hostile", "render"),
    *("export", "check_rendered", "rules"),
)
"""The files whose tests take most time, which go first: no process is to be left with one while others have none."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first; each in its own order, and all others in theirs."""
    places = {f"test_{name}": place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path.stem, len(places)))
