"""The command line: a thin skin that reads the call, prints what happened, and turns errors into exit codes.

What the work itself needs is imported by whatever does it, so that `--help` is there at once.
"""

from __future__ import annotations

import sys
from typing import Any, NoReturn

import click

from deckgen import __version__, console
from deckgen.cli.build import build
from deckgen.cli.check import check
from deckgen.cli.doctor import doctor
from deckgen.cli.export import export
from deckgen.cli.outline import outline
from deckgen.cli.themes import themes


class Commands(click.Group):
    """The commands in the order in which a user meets them; errors become messages and exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """As they were added, not by the alphabet."""
        return list(self.commands)

    def main(self, *args: Any, **extra: Any) -> Any:
        """Runs a command and ends the process: with 1, 2 or 3 where it fails, as the error's class says."""
        try:
            sys.exit(super().main(*args, **{**extra, "standalone_mode": False}))
        except click.UsageError as error:
            _refuse(error)
        except click.Abort:
            sys.exit(130)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a command; deckgen's own errors are told."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except Exception as error:
            from deckgen.errors import DeckgenError

            if not isinstance(error, DeckgenError):
                raise
            console.fail(error)
            ctx.exit(error.exit_code)


def _refuse(error: click.UsageError) -> NoReturn:
    """Tells of a call that click does not understand, in the words of all other errors."""
    from deckgen.errors import UsageError

    meant = getattr(error, "possibilities", None)
    said = error.message if meant else error.format_message()
    help_for = error.ctx.command_path if error.ctx else "deckgen"
    hint = f"did you mean {' or '.join(sorted(meant))}?" if meant else f"see `{help_for} --help`"
    console.fail(UsageError(f"{said[:1].lower()}{said[1:].rstrip('.')}", hint=hint))
    sys.exit(UsageError.exit_code)


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="deckgen", message="%(prog)s %(version)s")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Turn folders of conference posts into presentation decks.

    \b
    Examples:
      deckgen build                      one deck a summit from posts/, into decks/
      deckgen build trip/ -o out --pdf   the same from trip/, with a PDF of each
      deckgen outline trip/              what the slides would say, nothing written
      deckgen check trip/ talk.pptx      what is wrong with posts and decks
      deckgen export talk.pptx           a PDF of any deck

    Exit codes: 0 done, 1 some input could not be used, 2 wrong usage, 3 a tool is missing, 130 interrupted.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(2)


for command in (build, outline, check, export, themes, doctor):
    main.add_command(command)
