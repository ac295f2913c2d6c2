"""Posts and decks to findings: what is wrong, where, how bad, and what to do about it.

`of_posts` looks at what was read and how it would be laid out, `of_deck` at any .pptx as `render.reading` reads it,
`of_render` at what LibreOffice shows of it. All of them are pure; findings are data, printed as text, JSON or SARIF.
"""

from deckgen.check.deck import of_deck
from deckgen.check.finding import RULES, SEVERITIES, Checked, Finding, Severity
from deckgen.check.heavy import sizes
from deckgen.check.links import file_links
from deckgen.check.posts import of_posts
from deckgen.check.printed import as_json, as_text
from deckgen.check.rendered import of_render
from deckgen.check.sarif import as_sarif
from deckgen.check.shown import cut_off, slide_pictures

__all__ = [
    "RULES",
    "SEVERITIES",
    "Checked",
    "Finding",
    "Severity",
    "as_json",
    "as_sarif",
    "as_text",
    "cut_off",
    "file_links",
    "of_deck",
    "of_posts",
    "of_render",
    "sizes",
    "slide_pictures",
]
