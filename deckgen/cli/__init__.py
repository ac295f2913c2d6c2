"""The command line: a thin skin that reads the call, prints what happened, and turns errors into exit codes."""

from __future__ import annotations

from typing import Any

import click

from deckgen import __version__, console
from deckgen.cli.build import build
from deckgen.cli.check import check
from deckgen.cli.doctor import doctor
from deckgen.cli.export import export
from deckgen.cli.outline import outline
from deckgen.cli.themes import themes
from deckgen.errors import DeckgenError


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
      deckgen check trip/ talk.pptx      what is wrong with posts and decks

    Exit codes: 0 done, 1 some input could not be used, 2 wrong usage, 3 a tool is missing, 130 interrupted.
    """


for command in (build, outline, check, export, themes, doctor):
    main.add_command(command)
