"""The nouns of deckgen, in the order in which the data passes through them.

`text`   what is said: runs of text, where they came from, what is to be warned of
`post`   what was read: a post, its sections, their blocks
`deck`   what will be shown: slides and their items, in words
`theme`  what it looks like: palette, type scale, layouts and their slots
`page`   where it stands: boxes on pages, in points

All of them are frozen and slotted, hold tuples rather than lists, can be pickled, and import nothing but the
standard library. Lengths are points (1/72 inch) unless a name says otherwise.
"""

from deckgen.model.deck import (
    AgendaEntry,
    AgendaSlide,
    Bullet,
    ContentSlide,
    Deck,
    Detail,
    Item,
    Note,
    SectionSlide,
    Slide,
    SourceEntry,
    SourcesSlide,
    Summit,
    Takeaway,
    TakeawaysSlide,
    TitleSlide,
    kind_of,
)
from deckgen.model.page import (
    Box,
    Page,
    Paragraph,
    PictureBox,
    ShapeBox,
    TableBox,
    TableRow,
    TextBox,
    printed,
)
from deckgen.model.post import (
    Block,
    Bullets,
    Code,
    Facts,
    ListItem,
    Picture,
    Post,
    Prose,
    Quote,
    Repair,
    Section,
    Table,
)
from deckgen.model.text import Notice, Run, Runs, Source, plain, runs
from deckgen.model.theme import (
    Canvas,
    Drawing,
    Fonts,
    LayoutSpec,
    Palette,
    Rect,
    Slot,
    TextStyle,
    Theme,
)

__all__ = [
    "AgendaEntry",
    "AgendaSlide",
    "Block",
    "Box",
    "Bullet",
    "Bullets",
    "Canvas",
    "Code",
    "ContentSlide",
    "Deck",
    "Detail",
    "Drawing",
    "Facts",
    "Fonts",
    "Item",
    "LayoutSpec",
    "ListItem",
    "Note",
    "Notice",
    "Page",
    "Palette",
    "Paragraph",
    "Picture",
    "PictureBox",
    "Post",
    "Prose",
    "Quote",
    "Rect",
    "Repair",
    "Run",
    "Runs",
    "Section",
    "SectionSlide",
    "ShapeBox",
    "Slide",
    "Slot",
    "Source",
    "SourceEntry",
    "SourcesSlide",
    "Summit",
    "Table",
    "TableBox",
    "TableRow",
    "Takeaway",
    "TakeawaysSlide",
    "TextBox",
    "TextStyle",
    "Theme",
    "TitleSlide",
    "kind_of",
    "plain",
    "printed",
    "runs",
]
