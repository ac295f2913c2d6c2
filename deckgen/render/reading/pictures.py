"""Pictures: which file, how large, and what is cut off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from deckgen.render.names import R
from deckgen.render.reading.package import LARGEST_MEDIA, Package
from deckgen.render.reading.styles import share
from deckgen.render.reading.values import Image

Dimensions = Callable[[bytes], tuple[int, int, bool] | None]
"""A picture's bytes -> width and height in pixels as they lie in the file, and whether it is to be shown on its side.

None where the bytes are no picture that can be measured.
"""


def image_in(element: Any, package: Package, part: str, dimensions: Dimensions) -> Image | None:
    """The picture that fills a shape (a `p:pic`, or a shape filled with a picture), or None."""
    filled = element.find("{*}blipFill")
    if filled is None:
        filled = element.find("{*}spPr/{*}blipFill")
    if filled is None:
        filled = element.find("{*}blipFill") if element.tag.endswith("}bgPr") else None
    if filled is None or filled.find("{*}tile") is not None:
        return None
    return image_of(filled, package, part, dimensions)


def image_of(filled: Any, package: Package, part: str, dimensions: Dimensions) -> Image:
    """The picture of a `blipFill`; its `fault` says what is wrong with it."""
    blip = filled.find("{*}blip")
    crop = _crop(filled)
    if blip is None:
        return Image("", 0, crop=crop, fault="it has no file")
    relations = package.relations(part)
    embedded, linked = relations.get(blip.get(f"{R}embed", "")), relations.get(blip.get(f"{R}link", ""))
    if embedded is None:
        if linked is not None:
            return Image("", 0, crop=crop, linked=linked.target)
        return Image("", 0, crop=crop, fault="its file is not in the deck")
    if embedded.external:
        return Image("", 0, crop=crop, linked=embedded.target)
    return _stored(embedded.target, crop, package, dimensions)


def _stored(name: str, crop: tuple[float, float, float, float], package: Package, dimensions: Dimensions) -> Image:
    if not package.has(name):
        return Image(name, 0, crop=crop, fault="its file is not in the deck")
    if name not in package.images:
        package.images[name] = _measured(name, package, dimensions)
    return replace(package.images[name], crop=crop)


def _measured(name: str, package: Package, dimensions: Dimensions) -> Image:
    if package.size(name) > LARGEST_MEDIA:
        return Image(name, package.size(name))
    content = package.blob(name)
    if not content:
        return Image(name, package.size(name), fault="its file is empty or broken")
    width, height, sideways = dimensions(content) or (0, 0, False)
    return Image(name, package.size(name), width, height, sideways=sideways)


def _crop(filled: Any) -> tuple[float, float, float, float]:
    """What is cut off at each side, as fractions of the picture; negative where it is padded."""
    source = filled.find("{*}srcRect")
    sides = [share(source.get(side), 0.0) if source is not None else 0.0 for side in "ltrb"]
    return sides[0], sides[1], sides[2], sides[3]
