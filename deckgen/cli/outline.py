"""`deckgen outline`."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from deckgen.result import Outline


@click.command()
@PATHS
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    help="To be read, for programs, or to be edited and built.  [default: text]",
)
@click.option("-o", "--out", type=FOLDER, metavar="DIR", help="Write Markdown into DIR, one file a summit.")
@THEME
@TEMPLATE
@SUMMIT
@DETAIL
@SIZE
@DARK
@NO_REPAIR
@FETCH
@CACHE
@click.option("--layout", is_flag=True, help="Instead, say how each slide would be laid out, and why.")
@click.option("-v", "--verbose", is_flag=True, help="In text, also each repair of broken structure, with its line.")
@STRICT
def outline(
    paths: tuple[Path, ...],
    form: str | None,
    out: Path | None,
    layout: bool,
    verbose: bool,
    strict: bool,
    **choices: Any,
) -> None:
    """Show what the slides would say, before any deck is made.

    PATH is a post (.md, .markdown, .txt) or a folder of posts, read recursively; without any it is posts/. Nothing is
    written without -o. As Markdown the outline can be edited: `deckgen build` takes it word for word. --size, --dark
    and --template count with --layout.

    \b
    Examples:
      deckgen outline trip/
      deckgen outline trip/ --format json > outline.json
      deckgen outline trip/ --format markdown -o outlines
      deckgen outline trip/ --layout --template corp.pptx
    """
    from deckgen import report
    from deckgen.build import explain
    from deckgen.build import outline as run
    from deckgen.errors import UsageError

    if layout and (form or verbose):
        raise UsageError("--layout goes without --format and -v", hint="one after the other")
    if out and form != "markdown":
        raise UsageError("-o goes with --format markdown", hint="send the output to a file: deckgen outline > FILE")
    posts = paths or (Path("posts"),)
    options = chosen(posts, choices)
    dress = {name: options.pop(name) for name in ("size", "dark", "layouts")}
    found = run(posts, **options)
    console.tell(found.notices)
    failed = False
    if layout:
        click.echo("\n".join(line for planned in found.decks for line in explain(planned, **dress)))
    elif form == "markdown":
        failed = _edit(found, out)
    elif form == "json":
        click.echo(json.dumps(report.as_json(found), ensure_ascii=False, indent=1))
    else:
        console.outline(report.as_text(found, repairs=verbose))
    sys.exit(found.exit_code or int(failed or (strict and bool(found.notices))))


def _edit(found: Outline, out: Path | None) -> bool:
    """Prints the one outline as Markdown, or writes each into the folder; whether one could not be written."""
    from deckgen import report
    from deckgen.errors import InputError, UsageError
    from deckgen.save import save_outline

    if not out:
        if len(found.decks) > 1:
            names = ", ".join(planned.deck.summit.slug for planned in found.decks)
            raise UsageError(f"more than one summit: {names}", hint="write one file each with -o DIR")
        click.echo("".join(map(report.as_markdown, found.decks)), nl=False)
        return False
    notices = []
    for planned in found.decks:
        path = out / f"{planned.deck.summit.slug}.md"
        try:
            kept = save_outline(path, report.as_markdown(planned, str(out)))
        except InputError as error:
            notices.append(replace(error.notice, lost=True))
        else:
            notices += [kept] if kept else []
            click.echo(path)
    console.tell(notices)
    return any(notice.lost for notice in notices)
