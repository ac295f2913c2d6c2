"""Puts the slides into the template and writes the package."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any, Protocol

from deckgen.model import Page, Theme
from deckgen.render import archive, charts, corporate, slides
from deckgen.render.properties import Properties
from deckgen.render.template import template
from deckgen.render.xml import attribute, guid

_FIRST_ID = 256
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_TYPES = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif"}


class Media(Protocol):
    """A picture's file as it goes into the deck: its bytes, and its extension without a dot."""

    @property
    def blob(self) -> bytes:
        """The file's bytes."""

    @property
    def extension(self) -> str:
        """`jpg`, `png` or `gif`."""


def pptx(
    pages: Iterable[Page], theme: Theme, media: Mapping[str, Media], details: Properties, base: bytes = b""
) -> bytes:
    """The bytes of a .pptx file with these pages.

    `media` has the file for every picture box's path. `base` is the package without slides of the template that the
    theme was made from (Template.blob); without one it is generated from the theme. The same input gives the same
    bytes, on every machine. Raises KeyError where a page names a layout, slot or picture that is not there.
    """
    from pptx import Presentation

    deck = Presentation(io.BytesIO(base or template(theme, details)))
    if base:
        corporate.dress(deck, theme, details)
    listed = tuple(pages)
    parts = _slides(deck, listed, theme, media, details)
    _list(deck, listed, parts)
    return archive.written(deck.part.package)


def _slides(
    deck: Any, pages: tuple[Page, ...], theme: Theme, media: Mapping[str, Media], details: Properties
) -> list[Any]:
    """Attaches a slide part for every page, with all that it refers to."""
    from pptx.opc.constants import CONTENT_TYPE
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    package = deck.part.package
    keys = frozenset(page.key for page in pages)
    layouts = _layouts(deck, theme)
    composed = [_composed(page, theme, details, keys, layouts) for page in pages]
    # Bytes rather than SlideParts, which would hold every slide as a tree: of 6,000 slides that is 600 MB.
    parts = [
        Part(PackURI(f"/ppt/slides/slide{n}.xml"), CONTENT_TYPE.PML_SLIDE, package, xml)
        for n, (xml, _) in enumerate(composed, 1)
    ]
    by_key = {page.key: part for page, part in reversed(list(zip(pages, parts, strict=True)))}
    pictures = _pictures(package, composed, media)
    diagrams = _charts(package, composed, theme, details.language)
    for n, (page, part, (_, relations)) in enumerate(zip(pages, parts, composed, strict=True), 1):
        for number, (kind, target) in enumerate(relations.targets, 1):
            leads_to: Any
            match kind:
                case slides.LAYOUT:
                    leads_to = layouts[target]
                case slides.SLIDE:
                    leads_to = by_key[target]
                case slides.NOTES:
                    leads_to = _notes(deck, n, page, part, details.language)
                case slides.IMAGE:
                    leads_to = pictures[target]
                case slides.CHART:
                    leads_to = diagrams[target]
                case _:
                    leads_to = target
            # The public relate_to would give two copies of a picture one relationship, and their ids would be off.
            ident = part.rels._add_relationship(kind, leads_to, kind == slides.HYPERLINK)
            assert ident == f"rId{number}", f"{page.key}: {kind} {target} became {ident}"
    return parts


def _layouts(deck: Any, theme: Theme) -> dict[str, Any]:
    """The layout parts by the names of our layouts: a template's by its own parts, which several may share."""
    if not theme.layouts[0].part:
        return {layout.name: layout.part for layout in deck.slide_layouts}
    every = (layout.part for master in deck.slide_masters for layout in master.slide_layouts)
    parts = {str(part.partname): part for part in every}
    return {spec.name: parts[spec.part] for spec in theme.layouts}


def _composed(
    page: Page, theme: Theme, details: Properties, keys: frozenset[str], layouts: Mapping[str, Any]
) -> tuple[bytes, slides.Relations]:
    """A slide's XML and its relations, in the units and with the colours of its layout."""
    mapping = corporate.mapping(layouts[theme.layout(page.layout).name]._element)
    if mapping and theme.palette.scheme:
        # The names of the scheme's colours mean others here.
        theme = replace(theme, palette=replace(theme.palette, scheme=()))
    colours = mapping or slides.SAME_COLOURS
    xml, relations = slides.compose(page, theme, details.language, keys, details.date, colours)
    # As bytes at once: a string that holds one ideograph takes two bytes for every letter of its tags.
    return corporate.resized(xml, theme.scale).encode(), relations


def _pictures(
    package: Any, composed: Iterable[tuple[bytes, slides.Relations]], media: Mapping[str, Media]
) -> dict[str, Any]:
    """A part for every distinct picture, by path, numbered in the order of their first appearance."""
    from pptx.opc.packuri import PackURI
    from pptx.parts.image import ImagePart

    first = corporate.first_free(package, "media")
    by_content: dict[str, Any] = {}
    by_path: dict[str, Any] = {}
    for _, relations in composed:
        for kind, path in relations.targets:
            if kind != slides.IMAGE or path in by_path:
                continue
            file = media[path]
            digest = hashlib.sha256(file.blob).hexdigest()
            if digest not in by_content:
                extension = file.extension.lower().lstrip(".")
                name = PackURI(f"/ppt/media/image{first + len(by_content)}.{extension}")
                by_content[digest] = ImagePart(name, _TYPES[extension], package, file.blob)
            by_path[path] = by_content[digest]
    return by_path


def _charts(
    package: Any, composed: Iterable[tuple[bytes, slides.Relations]], theme: Theme, lang: str
) -> dict[str, Any]:
    """A part for every chart, each with the workbook of its data, numbered in the order of the slides."""
    from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    first = max(corporate.first_free(package, folder) for folder in ("charts", "embeddings"))
    by_name: dict[str, Any] = {}
    for _, relations in composed:
        for name, box in relations.charts.items():
            number = first + len(by_name)
            xml = corporate.resized(charts.part(box, theme.palette, theme.fonts, lang), theme.scale).encode()
            chart = Part(PackURI(f"/ppt/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, package, xml)
            book = PackURI(f"/ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx")
            data = Part(book, CONTENT_TYPE.SML_SHEET, package, charts.workbook(box))
            chart.relate_to(data, RELATIONSHIP_TYPE.PACKAGE)
            by_name[name] = chart
    return by_name


def _notes(deck: Any, number: int, page: Page, slide: Any, lang: str) -> Any:
    """The notes part of a slide, which points back to it and to the notes master."""
    from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    name = PackURI(f"/ppt/notesSlides/notesSlide{number}.xml")
    part = Part(name, CONTENT_TYPE.PML_NOTES_SLIDE, deck.part.package, slides.notes(page, lang).encode())
    part.relate_to(deck.notes_master.part, RELATIONSHIP_TYPE.NOTES_MASTER)
    part.relate_to(slide, RELATIONSHIP_TYPE.SLIDE)
    return part


def _list(deck: Any, pages: tuple[Page, ...], parts: list[Any]) -> None:
    """Names the slides in the presentation part, in order, and the sections that they belong to."""
    from lxml import etree
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.oxml.ns import qn

    root = deck.element
    listed = root.find(qn("p:sldIdLst"))
    for n, part in enumerate(parts):
        entry = etree.SubElement(listed, qn("p:sldId"))
        entry.set("id", str(_FIRST_ID + n))
        # Every part is new here; the public relate_to would first look through all relationships for each of them.
        entry.set(qn("r:id"), deck.part.rels._add_relationship(RELATIONSHIP_TYPE.SLIDE, part))
    if not parts:
        root.remove(listed)
    if len({page.chapter for page in pages if page.chapter}) > 1:
        root.append(etree.fromstring(_sections(pages)))


def _sections(pages: tuple[Page, ...]) -> str:
    """The extension list with a section for each run of pages of one chapter; pages without one give theirs a name."""
    sections = []
    numbered = enumerate(pages, _FIRST_ID)
    for chapter, run in groupby(numbered, key=lambda pair: pair[1].chapter):
        members = list(run)
        name = chapter or members[0][1].title
        ids = "".join(f'<p14:sldId id="{ident}"/>' for ident, _ in members)
        ident = guid(f"section {members[0][1].key}")
        sections.append(
            f'<p14:section name={attribute(name)} id="{ident}"><p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>'
        )
    return (
        '<p:extLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
        '<p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
        f'<p14:sectionLst xmlns:p14="{_P14}">{"".join(sections)}</p14:sectionLst></p:ext></p:extLst>'
    )
