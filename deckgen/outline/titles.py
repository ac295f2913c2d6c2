"""Titles of a section's slides, by what each of them holds."""

from __future__ import annotations

import re
from dataclasses import replace

from deckgen.model import Bullet, Figure, Item, plain
from deckgen.outline.parts import Part
from deckgen.outline.words import Words
from deckgen.summary import shorten
from deckgen.summary.measure import width

TITLE_WIDTH = 58
"""Two lines of a slide's title (widths count 1 for a wide character and 0.5 for any other)."""
JOINED_WIDTH = 27
"""A sub-heading is joined to its parent's while both together fit one line."""
CONTEXT_WIDTH = 5
"""A title's opening that is at least so wide stands for the whole."""

_COLON = re.compile(r"[:：](?=\s|[^\x00-\x7f])|：")
_OPENING = re.compile(
    r"(?P<name>[^:：?？!！—|丨]{2,60}?)(?P<mark>\s*[:：?？!！](?=\s|[^\x00-\x7f]|$)|：|\s[-–—|丨]+\s|——|丨)"
)


def worded(part: Part, title: str, above: str, words: Words) -> tuple[str, Bullet | None, tuple[Item, ...]]:
    """Title, lead and items of a slide of the section `title`; `above` is the title of the slide before it, if any.

    What announces a drawing is its later slide's title, with the section's before it where both fit, and its first
    one's lead. Later pictures are titled by the first one's caption, what a chart left of its text by its title.
    """
    label = part.label
    if label is not None:
        return _announced(part, label, title, words, first=not above)
    if part.left and above:
        return words.left.format(title=above), part.lead, part.items
    match part.items:
        case (Figure(caption=caption) as figure, *rest) if above and caption and not part.lead:
            return in_context(title, caption, words), None, (replace(figure, caption=""), *rest)
        case (Bullet(text=text), Figure(caption=caption)) if above and plain(text) == caption:
            return in_context(title, caption, words), part.lead, part.items
    return title, part.lead, part.items


def in_context(title: str, told: str, words: Words) -> str:
    """What a slide holds behind the name of its section: the whole name, its opening, or none where neither fits.

    There is none, either, where the words say the name themselves, or a second colon would stand in the title.
    """
    told, whole = _bare(told), _bare(title)
    alone = _COLON.search(told) or whole.casefold() in told.casefold()
    names = () if alone else (opening(title),) if _COLON.search(whole) else (whole, opening(title))
    for limit in (JOINED_WIDTH, TITLE_WIDTH):
        for name in names:
            joined = f"{name}{words.colon}{told}"
            if width(joined) <= limit and not _COLON.search(name):
                return joined
    return shorten(told, TITLE_WIDTH)


def opening(title: str) -> str:
    """The name that a title opens with before it goes on: `Backport or Upgrade? OpenStack Releases Unchained`."""
    found = _OPENING.match(title)
    enough = found and (found["mark"].strip() in ("：", ":") or width(found["name"]) >= CONTEXT_WIDTH)
    return found["name"] if found and enough else _bare(title)


def _bare(title: str) -> str:
    return title.rstrip(" ?？!！:：。.")


def _announced(
    part: Part, label: Bullet, title: str, words: Words, *, first: bool
) -> tuple[str, Bullet | None, tuple[Item, ...]]:
    told = plain(label.text)
    if first and not part.lead:
        return title, label, part.items
    joined = in_context(title, told, words)
    if first and (width(joined) > JOINED_WIDTH or not joined.startswith(_bare(title))):
        return title, part.lead, (label, *part.items)
    return joined, part.lead, part.items
