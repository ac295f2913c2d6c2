"""What all tests share: properties are tried on the same examples each time, so that a change alone can break a test.

`DECKGEN_SEARCH=1 pytest` looks for new examples instead.
"""

from __future__ import annotations

import os
import signal

from hypothesis import HealthCheck, settings

# How fast examples are made says more of the machine than of the program.
SLOW = (HealthCheck.too_slow,)
settings.register_profile("same", derandomize=True, deadline=None, suppress_health_check=SLOW)
settings.register_profile("search", deadline=None, print_blob=True, suppress_health_check=SLOW)
settings.load_profile("search" if os.environ.get("DECKGEN_SEARCH") else "same")

# A shell has what it starts in the background ignore Ctrl-C, and whatever that starts inherits it.
signal.signal(signal.SIGINT, signal.default_int_handler)
