"""A theme for layout tests, in a typeface whose glyphs are all 1 em wide, and slides written as plain text."""

from __future__ import annotations

import re
from functools import cache

import drawings

from deckgen.model import (
    Bullet,
    Canvas,
    Code,
    ContentSlide,
    Deck,
    Figure,
    Fonts,
    Item,
    LayoutSpec,
    Note,
    Palette,
    Quote,
    Rect,
    Run,
    Runs,
    Slot,
    Source,
    Summit,
    Table,
    TextStyle,
    Theme,
    runs,
)
from deckgen.model.theme import LayoutName, Role

TITLE = TextStyle((30.0, 26.0), "dark", bold=True)
LEAD = TextStyle((19.0, 18.0), "primary")
BODY = TextStyle((22.0, 20.0, 18.0), after=0.5, indent=20.0)
CAPTION = TextStyle((12.0, 10.0), "muted")
LARGE = TextStyle((26.0, 22.0, 20.0), "primary", bold=True)
CODE = TextStyle((18.0, 16.0, 14.0), "on_dark", mono=True)
TABLE = TextStyle((18.0, 16.0, 14.0))
NUMBER = TextStyle((60.0, 48.0), "bright", bold=True)

Place = tuple[Role, tuple[float, ...], TextStyle]

COMMON: tuple[Place, Place] = (("title", (48, 10, 864, 64), TITLE), ("lead", (48, 78, 864, 44), LEAD))
WIDE, LEFT, RIGHT = (48, 128, 864, 362), (48, 128, 420, 362), (492, 128, 420, 362)

LAYOUTS: dict[LayoutName, tuple[Place, ...]] = {
    "Title Slide": (
        ("title", (48, 132, 460, 132), TITLE),
        ("subtitle", (48, 298, 460, 130), BODY),
        ("meta", (48, 446, 460, 40), CAPTION),
    ),
    "Section Header": (
        ("title", (48, 186, 760, 100), TITLE),
        ("number", (48, 74, 400, 106), NUMBER),
        ("lead", (48, 294, 760, 76), LEAD),
    ),
    "Title and Content": (*COMMON, ("body", WIDE, BODY)),
    "Two Content": (*COMMON, ("body", LEFT, BODY), ("body", RIGHT, BODY)),
    "Content with Picture Right": (
        *COMMON,
        ("body", LEFT, BODY),
        ("picture", RIGHT, BODY),
        ("caption", (492, 460, 420, 30), CAPTION),
    ),
    "Content with Picture Left": (
        *COMMON,
        ("picture", LEFT, BODY),
        ("caption", (48, 460, 420, 30), CAPTION),
        ("body", RIGHT, BODY),
    ),
    "Picture with Caption": (
        COMMON[0],
        ("picture", (48, 100, 538, 358), BODY),
        ("caption", (48, 464, 538, 26), CAPTION),
        ("lead", (614, 100, 298, 130), LARGE),
        ("body", (614, 246, 298, 244), BODY),
    ),
    "Picture Grid": (
        *COMMON,
        ("picture", LEFT, BODY),
        ("caption", (48, 460, 420, 30), CAPTION),
        ("picture", RIGHT, BODY),
        ("caption", (492, 460, 420, 30), CAPTION),
    ),
    "Comparison": (
        *COMMON,
        ("heading", (64, 128, 388, 40), TextStyle((20.0, 18.0), bold=True)),
        ("body", (48, 184, 420, 306), BODY),
        ("heading", (508, 128, 388, 40), TextStyle((20.0, 18.0), bold=True)),
        ("body", (492, 184, 420, 306), BODY),
    ),
    "Quote": (COMMON[0], ("quote", (148, 164, 716, 222), LARGE), ("attribution", (148, 402, 716, 52), LEAD)),
    "Table": (*COMMON, ("table", WIDE, TABLE)),
    "Code": (*COMMON, ("code", (68, 144, 824, 230), CODE), ("body", (48, 408, 864, 82), BODY)),
    "Title Only": COMMON,
    "Closing": (
        ("title", (48, 10, 576, 64), TITLE),
        ("lead", (48, 78, 576, 44), LEAD),
        ("body", (48, 128, 576, 362), BODY),
    ),
}


@cache
def theme(width: float = 960.0) -> Theme:
    """The theme on a canvas of that width; what lies right of the left margin is fitted to it."""
    black = "000000"
    palette = Palette(black, black, black, black, black, black, black, black, black, (black,))
    fonts = Fonts("Ahem", "Ahem", "Ahem", "Ahem", "Ahem")
    layouts = tuple(LayoutSpec(name, _slots(slots, width)) for name, slots in LAYOUTS.items())
    return Theme("ahem", palette, fonts, Canvas(width, 540.0), layouts)


def _slots(slots: tuple[Place, ...], width: float) -> tuple[Slot, ...]:
    made: list[Slot] = []
    scale = (width - 96.0) / 864.0
    for role, (x, y, w, h), style in slots:
        index = sum(slot.role == role for slot in made)
        made.append(Slot(role, Rect(48 + (x - 48) * scale, y, w * scale, h), style, index=index))
    return tuple(made)


def source(line: int) -> Source:
    """A line of the one post that all tests use."""
    return Source("posts/a.md", line, line)


def styled(text: str) -> Runs:
    """Text with **bold** and `code` as runs."""
    parts = re.split(r"(\*\*.+?\*\*|`.+?`)", text)
    return tuple(Run(part.strip("*`"), bold=part.startswith("**"), code=part.startswith("`")) for part in parts if part)


def slide(text: str) -> ContentSlide:
    """A content slide from a few lines: see the cases for how its items are written."""
    title, lead = "", None
    items: list[Item] = []
    notes: list[Note] = []
    for number, line in enumerate(text.splitlines(), 1):
        where = source(number)
        if match := re.fullmatch(r"(title|lead|note): (.*)", line):
            kind, said = match.groups()
            title = said if kind == "title" else title
            lead = Bullet(styled(said), where) if kind == "lead" else lead
            notes += [Note(said, where)] if kind == "note" else []
        elif line.strip():
            items.append(item(line, where))
    return ContentSlide("a", title, lead, tuple(items), (title,), source(1), tuple(notes))


def item(line: str, where: Source) -> Item:
    """One line of a case as an item."""
    if match := re.fullmatch(r"( *)(\*|\d+\.) (.*)", line):
        spaces, mark, text = match.groups()
        return Bullet(styled(text), where, len(spaces) // 2, "" if mark == "*" else mark)
    if match := re.fullmatch(r"picture (\d+)x(\d+) ?(.*)", line):
        width, height, caption = match.groups()
        return Figure("a.png", "a picture", caption, int(width), int(height), where)
    if match := re.fullmatch(r"> (.*?)(?: -- (.*))?", line):
        return Quote((styled(match[1]),), match[2] or "", where)
    if match := re.fullmatch(r"code (.*)", line):
        return Code(match[1].replace("|", "\n"), "", where)
    if match := re.fullmatch(r"table (.*)", line):
        header, *rows = [tuple(runs(cell.strip()) for cell in row.split("|")) for row in match[1].split("/")]
        return Table(header, tuple(rows), where)
    if found := drawings.visual(line, where):
        return found
    raise ValueError(f"not an item: {line!r}")


def deck(*slides: ContentSlide, lang: str = "zh-CN") -> Deck:
    """A deck of content slides."""
    return Deck(Summit("a", "Summit", "City", 2016), "ahem", lang, slides)
