"""`deckgen doctor`."""

from __future__ import annotations

import sys

import click

from deckgen import console


@click.command()
def doctor() -> None:
    """Say whether this machine has what deckgen needs, and what to do where it has not."""
    from deckgen.doctor import examine

    findings = tuple(examine())
    for finding in findings:
        console.finding(finding)
    sys.exit(max((finding.exit_code for finding in findings), default=0))
