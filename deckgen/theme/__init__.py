"""What decks look like: from `themes/NAME/theme.toml` to a validated `Theme`.

`load(name, canvas, dark)` gives the Theme, light or dark, `palette(name, dark)` only its colours, `names()` the
built-in ones, `for_name(slug)` the one for a summit that nobody has chosen a theme for. `wishes(name)` says whether
a name means a company's template, `fitted(template, wishes)` makes a Theme of what was found in it. Reads theme files
and nothing else.
"""

from deckgen.theme.choose import for_name
from deckgen.theme.corporate import Choice, Fitted, LayoutNames, Layouts, Wishes, fitted, served, told, wishes
from deckgen.theme.files import names
from deckgen.theme.load import STANDARD, WIDE, load, palette

__all__ = [
    "STANDARD",
    "WIDE",
    "Choice",
    "Fitted",
    "LayoutNames",
    "Layouts",
    "Wishes",
    "fitted",
    "for_name",
    "load",
    "names",
    "palette",
    "served",
    "told",
    "wishes",
]
