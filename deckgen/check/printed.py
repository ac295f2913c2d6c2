"""Findings as text for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from deckgen.check.finding import SEVERITIES, Checked, Finding


def as_text(checked: Checked) -> str:
    """The findings file by file, and a line that counts them. A hint is told once a file."""
    parts = [_group(list(found)) for _, found in groupby(checked.findings, key=lambda finding: finding.path)]
    return "\n\n".join([*parts, summary(checked)])


def _group(findings: list[Finding]) -> str:
    return "\n".join(_lines(findings))


def _lines(findings: list[Finding]) -> Iterator[str]:
    told: set[str] = set()
    for finding in findings:
        said, _, hint = str(finding).partition("\n")
        yield said
        if hint and hint not in told:
            told.add(hint)
            yield hint


def summary(checked: Checked) -> str:
    """What was looked at and how much was found, in one line."""
    looked = (("post", len(checked.posts)), ("deck", len(checked.decks)))
    at = " and ".join(_counted(count, word) for word, count in looked if count)
    found = [_counted(checked.count(severity), severity) for severity in SEVERITIES if checked.count(severity)]
    return f"{at or 'nothing'} checked: {', '.join(found) if found else 'nothing found'}"


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def as_json(checked: Checked) -> dict[str, Any]:
    """The findings as values for `json.dumps`."""
    return {
        "posts": list(checked.posts),
        "decks": [{"path": path, "bytes": dict(sizes)} for path, sizes in checked.sizes],
        "findings": [_as_value(finding) for finding in checked.findings],
        "summary": {severity: checked.count(severity) for severity in SEVERITIES},
    }


def _as_value(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "path": finding.path,
        "line": finding.line or None,
        "slide": finding.slide or None,
        "shape": finding.shape or None,
        "message": finding.message,
        "hint": finding.hint or None,
    }
