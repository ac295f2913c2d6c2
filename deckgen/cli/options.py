"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from deckgen.fetch import Remote

FILE = click.Path(path_type=Path)
FOLDER = click.Path(path_type=Path, file_okay=False)

PATHS = click.argument("paths", nargs=-1, metavar="[PATH]...", type=FILE)
DETAIL = click.option(
    "--detail",
    type=click.Choice(["brief", "standard", "full"]),
    help="How much of the posts stands on the slides; the rest is in the speaker notes.  [default: standard]",
)
TEMPLATE = click.option(
    "--template", type=FILE, metavar="FILE", help="A company's own template (.pptx, .potx) in place of a theme."
)
THEME = click.option(
    "--theme", metavar="NAME", help="One theme for all decks: a name that `deckgen themes` lists, or a theme.toml."
)
SUMMIT = click.option("--summit", metavar="NAME", help="Put all posts into one deck, of this summit.")
SIZE = click.option("--size", type=click.Choice(["16:9", "4:3"]), help="The slides' size.  [default: 16:9]")
DARK = click.option("--dark", is_flag=True, help="The theme's dark variant: light text on dark grounds.")
NO_REPAIR = click.option("--no-repair", is_flag=True, help="Read the posts as they are, broken structure included.")
FETCH = click.option("--fetch", is_flag=True, help="Fetch the pictures that posts show from the web.")
CACHE = click.option(
    "--cache", type=FOLDER, metavar="DIR", help="Where fetched pictures are kept.  [default: the user's cache folder]"
)
STRICT = click.option("--strict", is_flag=True, help="Exit with 1 on any warning.")


def chosen(paths: Sequence[Path], choices: dict[str, Any]) -> dict[str, Any]:
    """The options as the library names them, those not given from a `deckgen.toml`.

    A template is a theme by its path. Raises UsageError for options that exclude each other.
    """
    from deckgen.errors import UsageError
    from deckgen.settings import settings

    theme, template = choices.pop("theme"), choices.pop("template")
    if theme and template:
        raise UsageError("--theme and --template exclude each other", hint="a theme file may name its template")
    if template and choices["size"]:
        raise UsageError("--size does not go with --template", hint="slides have the size of the template's")
    if template and template.suffix.lower() not in {".pptx", ".potx"}:
        raise UsageError(f"not a template: {template}", hint="a file that ends in .pptx or .potx")
    said = settings(paths)
    own = str(template) if template else theme
    layouts = said.layouts if not own or (template and said.template in (None, own)) else None
    choices["theme"] = own or said.theme or said.template
    choices["layouts"] = layouts
    choices["summit"] = choices.get("summit") or said.summit
    choices["detail"] = choices.get("detail") or said.detail
    choices["size"] = choices["size"] or said.size or "16:9"
    choices["dark"] = choices["dark"] or (said.dark and not own)
    choices["fetch"] = _fetch(choices.pop("fetch"), choices.pop("cache"))
    choices["repair"] = not choices.pop("no_repair")
    return choices


def _fetch(wanted: bool, cache: Path | None) -> Remote | None:
    """What fetches pictures, where that is wanted: only whoever gives the command may ask for it."""
    if not wanted:
        if cache:
            from deckgen.errors import UsageError

            raise UsageError("--cache goes with --fetch")
        return None
    from deckgen.fetch import Remote, default_cache

    return Remote(cache or default_cache())
