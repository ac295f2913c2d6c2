"""`deckgen export`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from deckgen import console


@click.command()
@click.argument("decks", nargs=-1, required=True, metavar="DECK...", type=click.Path(path_type=Path))
@click.option("--to", "form", type=click.Choice(["pdf", "png"]), default="pdf", show_default=True)
@click.option("-o", "--out", type=click.Path(path_type=Path, file_okay=False), help="[default: beside each deck]")
def export(decks: tuple[Path, ...], form: str, out: Path | None) -> None:
    """Export decks to PDF, or to one PNG a slide, with LibreOffice.

    \b
    Examples:
      deckgen export decks/*.pptx --to pdf
      deckgen export decks/tokyo-2015.pptx --to png -o pictures
    """
    from deckgen import export as run

    with console.progress() as step:
        if form == "pdf":
            pdfs = run.to_pdf(decks, out, progress=step)
            made, notices = list(pdfs.files.values()), pdfs.notices
        else:
            pngs = run.to_png(decks, out, progress=step)
            made, notices = [path for paths in pngs.files.values() for path in paths], pngs.notices
    console.tell(notices)
    for path in made:
        click.echo(path)
    sys.exit(int(bool(notices)))
