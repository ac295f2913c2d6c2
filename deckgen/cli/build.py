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
@click.option("-o", "--out", type=click.Path(path_type=Path, file_okay=False), default="decks", show_default=True)
@THEME
@TEMPLATE
@SUMMIT
@DETAIL
@SIZE
@DARK
@NO_REPAIR
@FETCH
@CACHE
@click.option("--pdf", is_flag=True, help="Also make a PDF of each deck, with LibreOffice.")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Processes at work at once.  [default: by the load]")
@STRICT
def build(paths: tuple[Path, ...], out: Path, pdf: bool, jobs: int | None, strict: bool, **choices: Any) -> None:
    """Build one deck for each summit that the posts tell of.

    PATH is a post (.md, .markdown, .txt) or a folder of posts, read recursively; without any it is posts/. An edited
    outline (`deckgen outline --format markdown`) is built word for word.
    A deck that you have edited since is kept under a name of its own. Options that are always the same can stand in a
    deckgen.toml beside the posts or here.

    \b
    Examples:
      deckgen build
      deckgen build trip/ notes.md -o out --pdf
      deckgen build trip/ --theme tokyo --detail brief
      deckgen build trip/ --template corp.pptx
      deckgen outline trip/ --format markdown > deck.md && deckgen build deck.md
    """
    from deckgen.build import build as run

    posts = paths or (Path("posts"),)
    with console.progress() as step:
        built = run(posts, out, pdf=pdf, jobs=jobs, progress=step, **chosen(posts, choices))
    console.tell(built.notices)
    console.summary(built)
    sys.exit(built.exit_code or int(strict and bool(built.notices)))
