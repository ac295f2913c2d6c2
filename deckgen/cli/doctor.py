"""`deckgen doctor`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from deckgen import console


@click.command()
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default="decks",
    show_default=True,
    help="The folder that decks are to go to: is there room?",
)
@click.option("--quick", is_flag=True, help="Without building and exporting a deck on trial, which takes seconds.")
def doctor(out: Path, quick: bool) -> None:
    """Say whether this machine has what deckgen needs, and what to do where it has not.

    Python, packages, themes, typefaces and what stands in for them, LibreOffice, free space, and a deck on trial.
    """
    from deckgen.doctor import examine

    worst = 0
    for finding in examine(out, quick=quick):
        console.finding(finding)
        worst = max(worst, finding.exit_code)
    sys.exit(worst)
