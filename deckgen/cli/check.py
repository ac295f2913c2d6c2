"""`deckgen check`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from deckgen import console
from deckgen.cli.options import FILE


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=FILE)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="To be read, for programs, or for code forges and editors.",
)
@click.option("--render", is_flag=True, help="Also compare the decks with what LibreOffice shows of them.")
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings, too.")
def check(paths: tuple[Path, ...], form: str, render: bool, strict: bool) -> None:
    """Say what is wrong with posts and decks, before an audience does.

    PATH is a post, a deck (.pptx, from any program), or a folder of either, read recursively; without any, posts/ and
    decks/. Nothing is written. Exits
    with 1 where there is an error; notes never count.

    \b
    Examples:
      deckgen check
      deckgen check trip/ talk.pptx --strict
      deckgen check decks/ --render
      deckgen check --format sarif > findings.sarif
    """
    from deckgen import __version__
    from deckgen.check import as_json, as_sarif, as_text
    from deckgen.inspection import check as run

    with console.progress() as step:
        checked = run(paths, render=render, progress=step)
    match form:
        case "json":
            click.echo(json.dumps(as_json(checked), ensure_ascii=False, indent=1))
        case "sarif":
            click.echo(json.dumps(as_sarif(checked, __version__), ensure_ascii=False, indent=1))
        case _:
            console.findings(as_text(checked))
    sys.exit(checked.exit_code(strict=strict))
