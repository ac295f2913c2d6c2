"""`deckgen themes`."""

from __future__ import annotations

from pathlib import Path

import click

from deckgen import console
from deckgen.cli.options import DARK, SIZE
from deckgen.errors import UsageError


@click.command()
@click.option("--specimen", metavar="NAME", help="Instead, make a deck that shows every layout of this theme.")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="The specimen's file or folder.  [default: here]")
@SIZE
@DARK
def themes(specimen: str | None, out: Path | None, size: str, dark: bool) -> None:
    """List the themes, with their colours, or show one of them.

    \b
    Examples:
      deckgen themes
      deckgen themes --specimen tokyo -o tokyo.pptx
      deckgen themes --specimen house/theme.toml --dark -o specimens
    """
    from deckgen import theme

    if specimen:
        from deckgen.build import show

        path, notices = show(specimen, out or Path(), size=size, dark=dark)
        console.tell(notices)
        click.echo(path)
        return
    if out:
        raise UsageError("-o goes with --specimen", hint="deckgen themes --specimen NAME -o FILE")
    rows = [(name, *console.swatches(theme.palette(name, dark))) for name in theme.names()]
    console.table(("theme", "dark", "primary", "accent", "series"), rows)
