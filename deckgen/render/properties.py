"""What a deck says about itself: title, author, subject, keywords, language, date."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from deckgen.render.archive import Part
from deckgen.render.xml import HEAD, text

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


@dataclass(frozen=True, slots=True)
class Properties:
    """A deck's document properties; whatever nobody knows is empty.

    `language` is a tag such as `zh-CN`. `created` must come from the input, never from the clock, so that the same
    posts give the same bytes. `date` is what the date placeholder of every numbered slide says.
    """

    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    language: str = "zh-CN"
    created: dt.date = dt.date(2000, 1, 1)
    date: str = ""


def parts(details: Properties) -> tuple[Part, Part]:
    """The parts `core.xml` and `app.xml`."""
    day = f"{details.created.year:04}-{details.created.month:02}-{details.created.day:02}T00:00:00Z"
    said = {
        "dc:title": details.title,
        "dc:subject": details.subject,
        "dc:creator": details.author,
        "cp:keywords": ", ".join(details.keywords),
        "dc:language": details.language,
    }
    core = (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        + "".join(f"<{tag}>{text(words)}</{tag}>" for tag, words in said.items() if words)
        + f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified></cp:coreProperties>'
    )
    app = (
        f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>deckgen</Application></Properties>"
    )
    kind = "application/vnd.openxmlformats-"
    return (
        Part("/docProps/core.xml", kind + "package.core-properties+xml", core),
        Part("/docProps/app.xml", kind + "officedocument.extended-properties+xml", app),
    )
