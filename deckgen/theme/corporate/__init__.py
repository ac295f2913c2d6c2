"""A company's template as a theme: which of its layouts serves for what, and where on it everything stands."""

from deckgen.theme.corporate.fitted import Fitted, fitted
from deckgen.theme.corporate.matching import Choice
from deckgen.theme.corporate.told import served, told
from deckgen.theme.corporate.wishes import LayoutNames, Layouts, Wishes, wishes

__all__ = ["Choice", "Fitted", "LayoutNames", "Layouts", "Wishes", "fitted", "served", "told", "wishes"]
