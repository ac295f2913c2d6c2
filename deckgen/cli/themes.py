"""`deckgen themes`."""

from __future__ import annotations

from pathlib import Path

import click

from deckgen import console
from deckgen.cli.options import DARK, FILE, SIZE


@click.command()
@click.option("--specimen", metavar="NAME", help="Instead, make a deck that shows every layout of this theme.")
@click.option("--inspect", metavar="FILE", help="Instead, say which layout of a template serves for what, and why.")
@click.option("-o", "--out", type=FILE, metavar="PATH", help="The specimen's file or folder.  [default: here]")
@SIZE
@DARK
def themes(specimen: str | None, inspect: str | None, out: Path | None, size: str | None, dark: bool) -> None:
    """List the themes with their colours, or show one of them.

    NAME is a theme, a theme file, or a company's own template; FILE is a template, or a theme file that names one.

    \b
    Examples:
      deckgen themes
      deckgen themes --specimen tokyo -o tokyo.pptx
      deckgen themes --specimen house/theme.toml --dark
      deckgen themes --specimen corp.pptx -o specimens
      deckgen themes --inspect corp.pptx
    """
    from deckgen import theme
    from deckgen.errors import UsageError

    if specimen and inspect:
        raise UsageError("--specimen and --inspect exclude each other", hint="one after the other")
    if out and not specimen:
        raise UsageError("-o goes with --specimen", hint="deckgen themes --specimen NAME -o FILE")
    if size and not specimen:
        raise UsageError("--size goes with --specimen", hint="a template's slides have its own size")
    if dark and inspect:
        raise UsageError("--dark does not go with --inspect", hint="a template's colours are its own")
    if specimen:
        from deckgen.build import show

        path, notices = show(specimen, out or Path(), size=size or "16:9", dark=dark)
        console.tell(notices)
        click.echo(path)
    elif inspect:
        _inspect(inspect)
    else:
        rows = [(name, *console.swatches(theme.palette(name, dark))) for name in theme.names()]
        console.table(("theme", "dark", "primary", "accent", "series"), rows)


def _inspect(name: str) -> None:
    """Two tables: what the template is like, and which of its layouts serves for which of ours."""
    from deckgen import theme
    from deckgen.build import inspect
    from deckgen.settings import settings

    said = settings(())
    layouts = said.layouts if said.template and Path(said.template) == Path(name) else None
    found = inspect(name, layouts)
    console.tell(found.notices)
    console.table(("template", ""), theme.told(found.theme, found.choices))
    click.echo()
    console.table(("slide", "layout", "why", "placeholders", "free"), theme.served(found.theme, found.choices))
