"""The command line: a thin skin that reads the call, prints what happened, and turns errors into exit codes."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from deckgen import __version__, console
from deckgen.errors import DeckgenError, InputError, UsageError

if TYPE_CHECKING:
    from deckgen.result import Outline

PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
DETAIL = click.option(
    "--detail",
    type=click.Choice(["brief", "standard", "full"]),
    help="How much of the posts stands on the slides; the rest is in the speaker notes.  [default: standard]",
)
THEME = click.option("--theme", metavar="NAME", help="One theme for all decks; `deckgen themes` lists them.")
SUMMIT = click.option("--summit", metavar="NAME", help="Put all posts into one deck, of this summit.")
SIZE = click.option("--size", type=click.Choice(["16:9", "4:3"]), default="16:9", show_default=True, help="Slide size.")
DARK = click.option("--dark", is_flag=True, help="Light text on dark grounds: the theme's dark variant.")
NO_REPAIR = click.option("--no-repair", is_flag=True, help="Read the posts as they are, broken structure included.")
STRICT = click.option("--strict", is_flag=True, help="Exit with 1 on any warning.")


class Commands(click.Group):
    """The commands in the order in which a user meets them; deckgen's errors become messages and exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """As they were added, not by the alphabet."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a command; 1, 2 or 3 where it fails, as the error's class says."""
        try:
            return super().invoke(ctx)
        except DeckgenError as error:
            console.fail(error)
            ctx.exit(error.exit_code)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="deckgen", message="%(prog)s %(version)s")
def main() -> None:
    """Turn folders of conference posts into presentation decks.

    \b
    Examples:
      deckgen build                      one deck a summit from posts/, into decks/
      deckgen build trip/ -o out --pdf   the same from trip/, with a PDF of each
      deckgen outline trip/              what the slides would say, nothing written

    Exit codes: 0 done, 1 some input could not be used, 2 wrong usage, 3 a tool is missing.
    """


@main.command()
@PATHS
@click.option("-o", "--out", type=click.Path(path_type=Path, file_okay=False), default="decks", show_default=True)
@THEME
@SUMMIT
@DETAIL
@SIZE
@DARK
@NO_REPAIR
@click.option("--pdf", is_flag=True, help="Also make a PDF of each deck, with LibreOffice.")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Processes at work at once.  [default: by the load]")
@STRICT
def build(paths: tuple[Path, ...], out: Path, pdf: bool, jobs: int | None, strict: bool, **choices: Any) -> None:
    """Build one deck for each summit that the posts tell of.

    PATH is a post (.md, .markdown, .txt) or a folder of posts, read recursively; without any it is posts/. An edited
    outline (`deckgen outline --format markdown`) is built word for word.
    A deck that you have edited since is kept under a name of its own.

    \b
    Examples:
      deckgen build
      deckgen build trip/ notes.md -o out --pdf
      deckgen build trip/ --theme tokyo --detail brief
      deckgen outline trip/ --format markdown > deck.md && deckgen build deck.md
    """
    from deckgen.build import build as run

    with console.progress() as step:
        built = run(paths or ("posts",), out, pdf=pdf, jobs=jobs, progress=step, **_read(choices))
    console.tell(built.notices)
    console.summary(built)
    sys.exit(built.exit_code or int(strict and bool(built.notices)))


@main.command()
@PATHS
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
@click.option(
    "-o", "--out", type=click.Path(path_type=Path, file_okay=False), help="Write Markdown, one file a summit, into DIR."
)
@THEME
@SUMMIT
@DETAIL
@SIZE
@DARK
@NO_REPAIR
@click.option("--layout", is_flag=True, help="Instead, explain how each slide would be laid out, and why.")
@click.option("-v", "--verbose", is_flag=True, help="Also tell each repair of broken structure, with its line.")
@STRICT
def outline(
    paths: tuple[Path, ...],
    form: str,
    out: Path | None,
    layout: bool,
    size: str,
    dark: bool,
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
    """
    from deckgen import report
    from deckgen.build import explain
    from deckgen.build import outline as run

    if out and form != "markdown":
        raise UsageError("-o goes with --format markdown", hint="send the output to a file: deckgen outline > FILE")
    found = run(paths or ("posts",), **_read(choices))
    console.tell(found.notices)
    failed = False
    if layout:
        click.echo("\n".join(line for planned in found.decks for line in explain(planned, size, dark)))
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


@main.command()
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


@main.command()
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


@main.command()
def doctor() -> None:
    """Say whether this machine has what deckgen needs, and what to do where it has not."""
    from deckgen.doctor import examine

    findings = tuple(examine())
    for finding in findings:
        console.finding(finding)
    sys.exit(max((finding.exit_code for finding in findings), default=0))


def _read(choices: dict[str, Any]) -> dict[str, Any]:
    """The options of reading, as the library names them."""
    choices["repair"] = not choices.pop("no_repair")
    return choices
