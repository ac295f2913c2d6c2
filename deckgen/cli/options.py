"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

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


def reading(choices: dict[str, Any]) -> dict[str, Any]:
    """The options of reading, as the library names them."""
    choices["repair"] = not choices.pop("no_repair")
    return choices
