"""Section text and a budget to bullets, each a true part of the sentence that it came from.

`condense` makes a section's items, `takeaways` chooses those to remember of a whole deck, `topical` tells whether a
title may stand above them, `shorten` makes a slide's title of a heading, `listed` a list's items alone.
Deterministic, offline, for Chinese with English terms, English, Korean and Japanese; nothing but the standard
library.
"""

from deckgen.summary.condense import Condensed, Context, condense
from deckgen.summary.headings import shorten
from deckgen.summary.lists import items as listed
from deckgen.summary.measure import units
from deckgen.summary.takeaways import Shown, takeaways, topical

__all__ = ["Condensed", "Context", "Shown", "condense", "listed", "shorten", "takeaways", "topical", "units"]
