"""The warnings that reading, outlining and arranging posts give, as findings."""

from __future__ import annotations

from dataclasses import replace

from deckgen.check.finding import Finding, Severity
from deckgen.model import Notice


def of_notice(notice: Notice) -> Finding:
    """The finding that says what a notice says."""
    severity: Severity = "error" if notice.lost else "warning"
    return Finding(notice.rule, severity, notice.message, notice.path, notice.line, hint=notice.hint)


def placed(notice: Notice, path: str, line: int) -> Notice:
    """The notice, at a place if it names none."""
    return notice if notice.path else replace(notice, path=path, line=line)
