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
    NO_REPAIR,
    PATHS,
    SIZE,
    STRICT,
    SUMMIT,
    TEMPLATE,
    THEME,
    chosen,
)
from deckgen.errors import InputError, UsageError

if TYPE_CHECKING:
    from deckgen.result import Outline


@click.command()
@PATHS
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
@click.option(
    "-o", "--out", type=click.Path(path_type=Path, file_okay=False), help="Write Markdown, one file a summit, into DIR."
)
@THEME
@TEMPLATE
@SUMMIT
@DETAIL
@SIZE
@DARK
@NO_REPAIR
@FETCH
@CACHE
@click.option("--layout", is_flag=True, help="Instead, explain how each slide would be laid out, and why.")
@click.option("-v", "--verbose", is_flag=True, help="Also tell each repair of broken structure, with its line.")
@STRICT
def outline(
    paths: tuple[Path, ...],
    form: str,
    out: Path | None,
    layout: bool,
    verbose: bool,
    strict: bool,
    **choices: Any,
) -> None:
    """Show what the slides would say, before any deck is made.

    As Markdown it can be edited and built: `deckgen build` takes such a file word for word.

    \b
    Examples:
      deckgen outline trip/
      deckgen outline trip/ --format json > outline.json
      deckgen outline trip/ --format markdown > deck.md
      deckgen outline trip/ --format markdown -o outlines
      deckgen outline trip/ --layout --size 4:3
      deckgen outline trip/ --layout --template corp.pptx
    """
    from deckgen import report
    from deckgen.build import explain
    from deckgen.build import outline as run

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
        click.echo(report.as_text(found, repairs=verbose))
    sys.exit(found.exit_code or int(failed or (strict and bool(found.notices))))


def _edit(found: Outline, out: Path | None) -> bool:
    """Prints the one outline as Markdown, or writes each into the folder; whether one could not be written."""
    from deckgen import report
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
