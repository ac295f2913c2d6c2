"""What a person sees on the terminal: progress, warnings, tables. Plain lines where there is no terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from deckgen.doctor import Finding
    from deckgen.errors import DeckgenError
    from deckgen.model import Notice, Palette
    from deckgen.result import Built

_UNSEEN = {**dict.fromkeys((*range(32), *range(127, 160)), "\ufffd"), ord("\t"): "\t", ord("\n"): "\n"}
"""Control characters, by which a file's name could command the terminal."""
_COLORS = {"ok": "green", "note": "blue", "warning": "yellow", "error": "red"}


def tell(notices: Iterable[Notice]) -> None:
    """Warnings on stderr: place and message, the hint below."""
    for notice in notices:
        _say("error" if notice.lost else "warning", notice)


def fail(error: DeckgenError) -> None:
    """An error that ended the command, on stderr."""
    _say("error", error.notice)


def finding(found: Finding) -> None:
    """A line of the doctor's report, on stdout."""
    click.echo(f"{click.style(f'{found.state:<8}', fg=_COLORS[found.state])}{found.what}", color=_color())
    if found.hint:
        click.echo(f"        hint: {found.hint}")


def findings(text: str) -> None:
    """The report of a check, on stdout."""
    for line in text.split("\n"):
        click.echo(_colored(line), color=_color())


def outline(text: str) -> None:
    """An outline as text, on stdout."""
    click.echo(text.translate(_UNSEEN))


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """Something to call with what was done, how many are done and how many there are.

    A bar and the time on stderr where that is a terminal, moving even while one long post is at work; else a line a
    step.
    """
    if not sys.stderr.isatty():
        yield lambda what, done, total: click.echo(f"[{done}/{total}] {what}", err=True)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    told = TextColumn("{task.description}", markup=False)
    columns = (SpinnerColumn(), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), told)
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda what, done, total: bar.update(task, description=what, completed=done, total=total)


def summary(built: Built) -> None:
    """The table of what was made; nothing where nothing was."""
    if not built.decks:
        return
    head = ("deck", "posts", "slides", "pictures", "warnings", "seconds")
    rows = [
        (
            str(d.path) + (f", {d.pdf.name}" if d.pdf else ""),
            *map(str, (d.posts, d.slides, d.pictures, d.warnings)),
            f"{d.seconds:.2f}",
        )
        for d in built.decks
    ]
    table(head, rows, numbers=range(1, 6))


def sources(built: Built) -> None:
    """Which post went into which deck, and by which rule, on stderr."""
    for deck in built.decks:
        for post, rule in deck.sources:
            click.echo(f"{post}: in {deck.path}, its summit by {rule}".translate(_UNSEEN), err=True)


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


def swatches(palette: Palette) -> tuple[str, ...]:
    """The dark, primary and accent colour and the series, as cells of a table; coloured blocks on a terminal."""
    colors = (palette.dark, palette.primary, palette.accent)
    if not sys.stdout.isatty() or _color() is False:
        return (*(f"#{color}" for color in colors), " ".join(f"#{color}" for color in palette.series))
    blocks = "".join(f"[#{color}]██[/]" for color in palette.series)
    return (*(f"[#{color}]██[/] #{color}" for color in colors), blocks)


def _say(kind: str, notice: Notice) -> None:
    for line in f"{kind}: {notice}".split("\n"):
        click.echo(_colored(line), err=True, color=_color())


def _colored(line: str) -> str:
    line = line.translate(_UNSEEN)
    kind, colon, rest = line.partition(":")
    if colon and kind in _COLORS:
        return click.style(f"{kind}:", fg=_COLORS[kind]) + rest
    return click.style(line, dim=True) if line.startswith("  hint: ") else line


def _color() -> bool | None:
    """False where NO_COLOR asks for none (no-color.org), else None: click judges the stream itself."""
    return False if os.environ.get("NO_COLOR") else None
