"""What all tests share: properties are tried on the same examples each time, so that a change alone can break a test.

`DECKGEN_SEARCH=1 pytest` looks for new examples instead.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None, print_blob=True)
settings.load_profile("search" if os.environ.get("DECKGEN_SEARCH") else "same")
