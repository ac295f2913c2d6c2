"""`deckgen build`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from deckgen import console
from deckgen.cli.options import (
    CACHE,
    DARK,
    DETAIL,
    FETCH,
    FOLDER,
    NO_REPAIR,
    PATHS,
    SIZE,
    STRICT,
    SUMMIT,
    TEMPLATE,
    THEME,
    chosen,
)


@click.command()
@PATHS
@click.option("-o", "--out", type=FOLDER, metavar="DIR", default="decks", help="Where the decks go.", show_default=True)
@THEME
@TEMPLATE
@SUMMIT
@DETAIL
@SIZE
@DARK
@NO_REPAIR
@FETCH
@CACHE
@click.option("--pdf", is_flag=True, help="Also make a PDF of each deck, by LibreOffice.")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Processes at work.  [default: by the decks' number]")
@click.option("-v", "--verbose", is_flag=True, help="Also say of each post by which rule it came to its summit.")
@STRICT
def build(
    paths: tuple[Path, ...], out: Path, pdf: bool, jobs: int | None, verbose: bool, strict: bool, **choices: Any
) -> None:
    """Build one deck for each summit that the posts tell of.

    PATH is a post (.md, .markdown, .txt) or a folder of posts, read recursively; without any it is posts/. An outline
    that `deckgen outline --format markdown` wrote is built word for word.

    A deck that has been edited since it was built is kept under another name. Options that are always the same can
    stand in a deckgen.toml beside the posts or in the current folder.

    \b
    Examples:
      deckgen build
      deckgen build trip/ notes.md -o out --pdf
      deckgen build trip/ --theme tokyo --detail brief
      deckgen build trip/ --template corp.pptx
      deckgen build outlines/
    """
    from deckgen.build import build as run

    posts = paths or (Path("posts"),)
    with console.progress() as step:
        built = run(posts, out, pdf=pdf, jobs=jobs, progress=step, **chosen(posts, choices))
    console.tell(built.notices)
    if verbose:
        console.sources(built)
    console.summary(built)
    sys.exit(built.exit_code or int(strict and bool(built.notices)))
