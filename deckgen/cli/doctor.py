"""`deckgen doctor`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from deckgen import console
from deckgen.cli.options import FOLDER


@click.command()
@click.option(
    "-o",
    "--out",
    type=FOLDER,
    metavar="DIR",
    default="decks",
    show_default=True,
    help="Where decks are to go: is there room?",
)
@click.option("--quick", is_flag=True, help="Leave out the deck on trial, which takes seconds.")
def doctor(out: Path, quick: bool) -> None:
    """Say what this machine lacks for deckgen, and how to get it.

    Looks at Python, packages, themes, typefaces and what stands in for them, LibreOffice and free space, then builds
    and exports a deck on trial. Exits with 3 where a package is missing, with 1 where the trial fails; warnings tell of
    what decks can do without.

    \b
    Examples:
      deckgen doctor
      deckgen doctor --quick -o /media/stick
    """
    from deckgen.doctor import examine

    worst = 0
    for finding in examine(out, quick=quick):
        console.finding(finding)
        worst = max(worst, finding.exit_code)
    sys.exit(worst)
