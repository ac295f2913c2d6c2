"""How large the pictures of a post are, and which of them cannot be shown."""

from __future__ import annotations

from dataclasses import replace

from deckgen.model import Block, Notice, Picture, Post, Section, readable
from deckgen.pictures.files import is_whole, opened, seen_size
from deckgen.pictures.kinds import UnusableError
from deckgen.pictures.pixels import decoded

_Size = tuple[int, int]


def measure(post: Post) -> Post:
    """The post with the width and height of every picture, in pixels as they are seen.

    Pictures that cannot be shown are taken out, each with a notice at its line. JPEG and PNG are read, not decoded;
    the rest, and what looks cut off, is decoded once to be sure, for there is no other way to tell.
    """
    known: dict[str, _Size | UnusableError] = {}
    notices: list[Notice] = []
    sections = tuple(_measured(section, known, notices) for section in post.sections)
    return replace(post, sections=sections, notices=(*post.notices, *notices))


def _measured(section: Section, known: dict[str, _Size | UnusableError], notices: list[Notice]) -> Section:
    blocks: list[Block] = []
    for block in section.blocks:
        if not isinstance(block, Picture):
            blocks.append(block)
            continue
        if block.path not in known:
            known[block.path] = _size(block.path)
        match known[block.path]:
            case UnusableError() as fault:
                notices.append(_notice(block, fault))
            case (width, height):
                blocks.append(replace(block, width=width, height=height))
    return replace(section, blocks=tuple(blocks))


def _size(path: str) -> _Size | UnusableError:
    try:
        with opened(path) as image:
            size = seen_size(image)
            if not is_whole(image, path):
                decoded(image, (size[0] // 8, size[1] // 8))
            return size
    except UnusableError as fault:
        return fault


def _notice(picture: Picture, fault: UnusableError) -> Notice:
    message = f"picture cannot be shown: {readable(picture.written)}: {fault.reason}"
    return Notice(message, picture.source.path, picture.source.line, fault.hint, lost=True, rule="picture-unusable")
