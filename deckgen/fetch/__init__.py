"""Pictures from the web, for those who ask for them: the only room that speaks to a network.

Posts are written by others, and so are the addresses in them. Only http and https are spoken, only to public addresses,
and only for so long and so much.
"""

from deckgen.fetch.addresses import is_public
from deckgen.fetch.remote import Remote, default_cache
from deckgen.fetch.request import Limits

__all__ = ["Limits", "Remote", "default_cache", "is_public"]
