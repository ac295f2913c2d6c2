"""`deckgen export`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from deckgen import console
from deckgen.cli.options import FILE, FOLDER


@click.command()
@click.argument("decks", nargs=-1, required=True, metavar="DECK...", type=FILE)
@click.option(
    "--to",
    "form",
    type=click.Choice(["pdf", "png", "sheet"]),
    default="pdf",
    show_default=True,
    help="A PDF, one PNG a slide, or one PNG with all slides, small and numbered.",
)
@click.option("-o", "--out", type=FOLDER, metavar="DIR", help="Where the files go.  [default: beside each deck]")
@click.option("--notes", is_flag=True, help="Notes pages instead, each slide with its notes, as NAME-notes.")
@click.option("--pdfa", is_flag=True, help="Make PDF/A-2b, for archives.")
@click.option("--width", type=click.IntRange(16, 16384), metavar="PIXELS", help="Width of each PNG.  [default: 1920]")
@click.option(
    "--timeout",
    type=click.FloatRange(1),
    metavar="SECONDS",
    default=180,
    show_default=True,
    help="How long one deck may take.",
)
def export(
    decks: tuple[Path, ...], form: str, out: Path | None, notes: bool, pdfa: bool, width: int | None, timeout: float
) -> None:
    """Export decks to PDF or PNG, by LibreOffice.

    DECK is a presentation (.pptx, .odp), from any program, or a folder of them. PDFs are tagged, and have the slides'
    titles as bookmarks and the deck's language and metadata. What was exported before stays until the new file is
    complete.

    \b
    Examples:
      deckgen export decks
      deckgen export decks --notes --pdfa -o handouts
      deckgen export decks/tokyo-2015.pptx --to png -o slides
      deckgen export decks --to sheet
    """
    from deckgen import export as run

    _check(decks, form, notes, pdfa, width)
    files = run.find(decks)
    with console.progress() as step:
        if form == "pdf":
            pdfs = run.to_pdf(files, out, notes=notes, archive=pdfa, timeout=timeout, progress=step)
            made, notices = list(pdfs.files.values()), pdfs.notices
        elif form == "sheet":
            sheets = run.to_sheet(files, out, timeout=timeout, progress=step)
            made, notices = list(sheets.files.values()), sheets.notices
        else:
            pngs = run.to_png(files, out, notes=notes, width=width or run.WIDTH, timeout=timeout, progress=step)
            made, notices = [path for paths in pngs.files.values() for path in paths], pngs.notices
    console.tell(notices)
    for path in made:
        click.echo(path)
    sys.exit(int(bool(notices)))


def _check(decks: tuple[Path, ...], form: str, notes: bool, pdfa: bool, width: int | None) -> None:
    from deckgen.errors import UsageError

    for path in decks:
        if not path.exists():
            raise UsageError("no such file or folder", path=str(path), hint="name decks, or folders of them")
    if pdfa and form != "pdf":
        raise UsageError("--pdfa goes with --to pdf")
    if notes and form == "sheet":
        raise UsageError("--notes goes with --to pdf or --to png")
    if width and form != "png":
        raise UsageError("--width goes with --to png")
