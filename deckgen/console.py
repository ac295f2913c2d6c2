"""What a person sees on the terminal: progress, warnings, tables. Plain lines where there is no terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from deckgen.model import Notice

if TYPE_CHECKING:
    from deckgen.result import Built


def tell(notice: Notice) -> None:
    """A warning on stderr: place and message, the hint below."""
    place, _, hint = str(notice).partition("\n")
    kind = click.style("error: ", fg="red") if notice.lost else click.style("warning: ", fg="yellow")
    _err(kind + place + (click.style(f"\n{hint}", dim=True) if hint else ""))


def progress(what: str, done: int, total: int) -> None:
    """One line a step on stderr; on a terminal the line is overwritten by the next."""
    line = f"[{done}/{total}] {what}"
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{line}", nl=done == total, err=True)
    else:
        click.echo(line, err=True)


def summary(built: Built) -> None:
    """The table of what was made."""
    head = ("deck", "posts", "slides", "pictures", "warnings", "seconds")
    rows = [
        (str(d.pdf or d.path), *map(str, (d.posts, d.slides, d.pictures, d.warnings)), f"{d.seconds:.2f}")
        for d in built.decks
    ]
    table(head, rows, numbers=range(1, 6))


def table(head: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int] = ()) -> None:
    """A table on stdout: drawn by rich on a terminal, tab-separated lines elsewhere. `numbers` are right-aligned."""
    if not sys.stdout.isatty():
        for row in (head, *rows):
            click.echo("\t".join(row))
        return
    from rich.console import Console
    from rich.table import Table

    drawn = Table(box=None, pad_edge=False, header_style="bold")
    for column, name in enumerate(head):
        drawn.add_column(name, justify="right" if column in numbers else "left", overflow="fold")
    for row in rows:
        drawn.add_row(*row)
    Console().print(drawn)


def _err(text: str) -> None:
    click.echo(text, err=True, color=_color())


def _color() -> bool | None:
    """False where NO_COLOR asks for none (no-color.org), else click's own judgement of the stream."""
    import os

    return False if os.environ.get("NO_COLOR") else None
