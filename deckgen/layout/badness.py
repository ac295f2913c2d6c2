"""What makes a page bad, term by term: the one place where taste is written down as numbers.

Pages are chosen so that a slide's total is least. A term's unit is about "one point of text size below the preferred",
so a weight says how many such points one would give to avoid the fault.
"""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.layout.breaking import is_wide
from deckgen.model import Bullet, Code, Figure, Item, Quote, Rect, Runs, Table, Visual, plain

CONTINUED = 7.0
"""Every page after a slide's first: the listener must find the thread again."""

SMALL = 2.0
"""Each point of text below the preferred size."""

SPARSE_BELOW, SPARSE = 0.45, 12.0
"""Text that fills less than this share of its room, up to the weight for an empty page."""

CROWDED_ABOVE, CROWDED = 0.9, 4.0
"""Text that fills more than this share of its room, up to the weight for a full one."""

LONE = 14.0
"""One bullet alone on a page, while the slide has more."""

PARTED = 16.0
"""A picture, table, drawing or code block on another page than the text that it follows."""

CUT_FROM_LABEL, CUT_IN_GROUP, CUT_IN_LIST = 70.0, 34.0, 1.5
"""A page break right after a label, among the bullets below it (for each level) or of a numbered series, and between
other bullets of the first level."""

CUT_IN_SERIES = 12.0
"""A page break between two numbered bullets of which the first has bullets below it."""

GROUPS_APART = 6.0
"""A page break between two labelled groups that could stand side by side."""

PARTED_CAPTIONED = 8.0
"""A picture on another page than the text that it follows, where its own caption presents it."""

READABLE_WIDTH, READABLE_HEIGHT, TINY = 0.437, 0.55, 180.0
"""A picture narrower than this share of the slide (a portrait: lower), for each missing share of one."""

GENEROUS_AREA, STINTED = 0.36, 9.0
"""A picture that has less than this share of the slide's area, up to the weight for none."""

WORDLESS = 3.0
"""A picture that no sentence on its page presents."""

ALIKE = 3.0
"""The third page in a row with the same layout."""

SEEN_LAST, SEEN_BEFORE = 3.0, 1.5
"""A page of a striking look (panels, rows) right after another of it, and after one between."""

UNEVEN = 9.0
"""Two columns of which one is empty, in proportion."""

RAGGED = 4.0
"""Text so narrow that the right half of its room is void, in proportion."""

WRAPPED_CODE = 2.0
"""Code whose lines had to be broken."""

LONGEST_BESIDE, QUOTE_IN_LIST = 80, 4.0
"""A quotation of more half-widths than these among other text, where it could stand alone."""

DENSE_ABOVE, DENSE = 440, 3.0
"""Half-widths of text on a page beyond which nobody reads along, for each hundred more."""

UNHEADED, UNHEADED_ALONE = 10.0, 2.0
"""Two or three labelled groups one after the other, where headed bars side by side would tell them apart; one group
that has the page for itself in a plain list."""

WITHOUT_BAR = 8.0
"""A group that began beside another under a bar, and goes on without one."""

LONG_IN_COLUMN = 6.0
"""Bullets of three lines and more in one of two columns, in proportion to all."""

PLAIN_LIST = 2.0
"""A few short bullets set as a list, where panels or rows would give them weight."""

LABELLED_LIST = 3.0
"""Bullets that all begin with a label set as a list, where cards would show the labels."""

Terms = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Fill:
    """How a text fills its room: shares of the height and of the width."""

    height: float
    width: float


def text_terms(size: float, preferred: float, fill: Fill) -> Terms:
    """The terms of text in a box of its own."""
    terms = [("small", SMALL * max(0.0, preferred - size))]
    if fill.height < SPARSE_BELOW:
        terms.append(("sparse", SPARSE * ((SPARSE_BELOW - fill.height) / SPARSE_BELOW) ** 2))
    if fill.height > CROWDED_ABOVE:
        terms.append(("crowded", CROWDED * (fill.height - CROWDED_ABOVE) / (1 - CROWDED_ABOVE)))
    if fill.width < 0.5:
        terms.append(("ragged", RAGGED * (0.5 - fill.width) / 0.5))
    return tuple(terms)


def picture_terms(rect: Rect, canvas: tuple[float, float], natural_width: float) -> Terms:
    """The terms of a picture at `rect`; one shown at `natural_width`, its largest, is not to blame."""
    width, height = rect.w / canvas[0], rect.h / canvas[1]
    if rect.w >= 0.99 * natural_width:
        return ()
    tall = rect.h > rect.w
    lack = READABLE_HEIGHT - height if tall else READABLE_WIDTH - width
    stinted = STINTED * max(0.0, 1 - width * height / GENEROUS_AREA)
    return (("tiny", TINY * max(0.0, lack)), ("stinted", stinted))


def dense_terms(halfwidths: int) -> Terms:
    """The terms of how much there is to read, in half-widths (an ideograph counts two)."""
    return (("dense", DENSE * (halfwidths - DENSE_ABOVE) / 100),) if halfwidths > DENSE_ABOVE else ()


def quote_terms(items: tuple[Item, ...]) -> Terms:
    """The terms of long quotations among other paragraphs."""
    long = [q for q in items if isinstance(q, Quote) and sum(map(_halfwidths, q.paragraphs)) > LONGEST_BESIDE]
    return (("quote in a list", QUOTE_IN_LIST * len(long)),) if long else ()


def _halfwidths(text: Runs) -> int:
    return sum(2 if is_wide(char) else 1 for char in plain(text))


def drawn_terms(size: float, preferred: float) -> Terms:
    """The terms of a drawing whose smallest text has that size."""
    return (("small", SMALL * max(0.0, preferred - size)),)


def break_terms(before: Item, after: Item) -> Terms:
    """The terms of a page break between two items of a slide."""
    terms: list[tuple[str, float]] = [("continued", CONTINUED)]
    match before, after:
        case Bullet(), Bullet():
            if after.level > before.level or plain(before.text).rstrip().endswith(("：", ":")):
                terms.append(("cut from its label", CUT_FROM_LABEL))
            elif after.level > 0:
                terms.append(("cut in a group", CUT_IN_GROUP * after.level))
            elif after.number and before.number:
                terms.append(("cut in a series", CUT_IN_GROUP))
            else:
                terms.append(("cut in a list", CUT_IN_LIST))
        case Bullet(), Figure(caption=caption) if caption:
            terms.append(("parted", PARTED_CAPTIONED))
        case Bullet(), Figure() | Table() | Code() | Visual():
            terms.append(("parted", PARTED))
        case Quote(), Bullet() | Figure():
            terms.append(("parted", CUT_IN_LIST))
        case _:
            pass
    return tuple(terms)


def total(terms: Terms) -> float:
    """The sum of the terms."""
    return sum(value for _, value in terms)
