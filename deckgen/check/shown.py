"""Pictures, titles, links and what a slide is as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.check.finding import Finding
from deckgen.check.geometry import area
from deckgen.check.sheet import RUNNING, Sheet, excerpt, sheets
from deckgen.render.reading import Image, Presentation, Shape

DISTORTED, BADLY = 0.03, 0.10
"""Difference between the proportions of a picture and of its box: what is seen, and what is seen by everybody."""

COARSE = 60
"""Pixels to an inch of the slide below which a picture is blurred on a projection."""

WIDE = 0.25
"""Of the slide's width: only pictures this wide are held to that."""

WHOLE = 0.9
"""Of the slide: a picture that covers so much is the slide."""

_SAFE = ("http:", "https:", "mailto:", "tel:", "#")
_FILE_NAME = re.compile(
    r"(image|img|picture|photo|图片|圖片|그림|図)?[\s_\d-]*(\S+\.(png|jpe?g|gif|bmp|tiff?|webp|svg|emf|wmf))?", re.I
)


def shown(sheet: Sheet) -> Iterator[Finding]:
    """What is wrong with the slide's pictures, links and whole."""
    for fault in sheet.slide.faults:
        yield sheet.finding("deck-damaged", "error", fault, hint="save the deck anew from the program that made it")
    if sheet.slide.faults and not sheet.slide.shapes:
        return
    if _is_picture(sheet):
        message = "the slide is one picture: its words can be neither edited nor found nor read aloud"
        yield sheet.finding(
            "picture-of-slide", "warning", message, hint="export from the source as native text instead"
        )
    elif _is_empty(sheet):
        yield sheet.finding("slide-empty", "warning", "the slide shows nothing", hint="fill it, or delete it")
    elif not sheet.slide.title:
        hint = "titles name the slides in the outline, for screen readers and in a PDF's bookmarks"
        yield sheet.finding("title-missing", "warning", "the slide has no title", hint=hint)
    for shape in sheet.slide.shapes:
        if shape.image:
            yield from _picture(sheet, shape, shape.image)
        yield from _unsaid(sheet, shape)
        yield from _links(sheet, shape)


def doubled_titles(sheets: tuple[Sheet, ...]) -> Iterator[Finding]:
    """Slides whose title another one before them has."""
    first: dict[str, int] = {}
    for sheet in sheets:
        title = sheet.slide.title
        if title and (before := first.setdefault(title.casefold(), sheet.slide.number)) != sheet.slide.number:
            shape = next(shape for shape in sheet.slide.shapes if shape.is_title)
            message = f"slide {before} has the same title: {excerpt(title, 40)}"
            yield sheet.finding(
                "title-doubled", "warning", message, shape, "say what is new, or number them: (1/2), (2/2)"
            )


def slide_pictures(deck: Presentation) -> tuple[tuple[int, str], ...]:
    """The slides that are pictures, with the part that holds each."""
    found = ((sheet.slide.number, _whole(sheet)) for sheet in sheets(deck) if _is_picture(sheet))
    return tuple((number, image.part) for number, image in found if image and image.part)


def cut_off(path: str, slide: int) -> Finding:
    """The finding for a slide whose picture is cut off at its lower edge."""
    message = "what the picture shows runs off its lower edge"
    hint = "divide the text over two slides in the source"
    return Finding("text-off-slide", "error", message, path, slide=slide, hint=hint)


def _is_picture(sheet: Sheet) -> bool:
    """Whether everything that is shown is in one picture as large as the slide."""
    return not sheet.texts and not sheet.cells and _whole(sheet) is not None


def _whole(sheet: Sheet) -> Image | None:
    """The picture that covers the slide: the background's, if nothing else is shown, or a shape's."""
    shapes = sheet.slide.shapes
    if sheet.slide.backdrop and not any(shape.kind in ("picture", "chart", "other") for shape in shapes):
        return sheet.slide.backdrop
    whole = WHOLE * sheet.width * sheet.height
    return next((s.image for s in shapes if s.image and s.rect and area(s.rect) >= whole), None)


def _is_empty(sheet: Sheet) -> bool:
    shows = (s for s in sheet.slide.shapes if s.holder not in RUNNING and (s.kind not in ("text", "line") or s.fill))
    said = (placed for placed in sheet.texts if placed.shape.holder not in RUNNING)
    return not any(True for _ in shows) and not any(True for _ in said) and not sheet.slide.backdrop


def _picture(sheet: Sheet, shape: Shape, image: Image) -> Iterator[Finding]:
    if image.fault:
        yield sheet.finding(
            "deck-damaged", "error", f"the picture cannot be shown: {image.fault}", shape, "insert it again"
        )
    if image.linked:
        message = f"the picture lies outside of the deck: {image.linked[:80]}"
        yield sheet.finding(
            "picture-linked", "error", message, shape, "insert it into the deck: elsewhere it is not there"
        )
    if not shape.rect or not image.width or not image.height:
        return
    left, top, right, bottom = image.crop
    width, height = image.width * (1 - left - right), image.height * (1 - top - bottom)
    if width <= 0 or height <= 0 or min(shape.rect.w, shape.rect.h) < 12:
        return
    yield from _distorted(sheet, shape, width / height, image.sideways)
    density = width / (shape.rect.w / 72)
    if density < COARSE and shape.rect.w > WIDE * sheet.width:
        message = f"the picture has {image.width} x {image.height} pixels, {density:.0f} to an inch where it stands"
        yield sheet.finding("picture-coarse", "warning", message, shape, "show it smaller, or take a larger file")


def _distorted(sheet: Sheet, shape: Shape, wanted: float, sideways: bool) -> Iterator[Finding]:
    if shape.rect is None or shape.kind != "picture" or shape.geometry == "custom":
        return
    has = shape.rect.w / shape.rect.h
    off = min(abs(has / it - 1) for it in ((wanted, 1 / wanted) if sideways else (wanted,)))
    if off > DISTORTED:
        way = "wide" if has > wanted else "tall"
        share = has / wanted - 1 if has > wanted else wanted / has - 1
        message = f"the picture is stretched: {share:.0%} too {way}"
        hint = "reset its size, and crop it where it must fill a frame"
        yield sheet.finding("picture-distorted", "error" if off > BADLY else "warning", message, shape, hint)


def _unsaid(sheet: Sheet, shape: Shape) -> Iterator[Finding]:
    if shape.decorative or shape.kind not in ("picture", "chart", "other") or (shape.text and shape.said):
        return
    if not shape.alt:
        message = f"the {_word(shape)} has no alternative text"
    elif shape.kind == "picture" and _FILE_NAME.fullmatch(shape.alt):
        message = f"the alternative text is a file's name: {shape.alt[:60]}"
    else:
        return
    hint = "say in a sentence what it shows, or mark it as decorative"
    yield sheet.finding("alt-missing", "warning", message, shape, hint)


def _word(shape: Shape) -> str:
    return {"picture": "picture", "chart": "chart"}.get(shape.kind, "drawing")


def _links(sheet: Sheet, shape: Shape) -> Iterator[Finding]:
    texts = [cell.text for cell in shape.grid.cells] if shape.grid else [shape.text] if shape.text else []
    spans = (span for text in texts for paragraph in text.paragraphs for span in paragraph.spans)
    for link in dict.fromkeys(span.link for span in spans if span.link):
        if not link.casefold().startswith(_SAFE):
            message = f"the link leads to a place that other machines do not have: {link[:80]}"
            yield sheet.finding("link-dead", "warning", message, shape, "link to the web, or to a slide")
