"""Findings as SARIF 2.1.0, which code forges and editors show at the line (OASIS, sarif-v2.1.0-os)."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from deckgen.check.finding import Checked, Finding
from deckgen.check.rules import RULES

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_PLACES = list(RULES)


def as_sarif(checked: Checked, version: str) -> dict[str, Any]:
    """A SARIF log with one run of deckgen `version`, as values for `json.dumps`."""
    rules = [{"id": rule, "shortDescription": {"text": said}} for rule, said in RULES.items()]
    driver = {"name": "deckgen", "version": version, "semanticVersion": version, "rules": rules}
    looked = (*checked.posts, *checked.decks)
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(path)}} for path in looked],
        "results": [_result(finding) for finding in checked.findings],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(finding: Finding) -> dict[str, Any]:
    said = finding.message + (f" ({finding.hint})" if finding.hint else "")
    return {
        "ruleId": finding.rule,
        "ruleIndex": _PLACES.index(finding.rule),
        "level": finding.severity,
        "message": {"text": said},
        "locations": [_location(finding)],
    }


def _location(finding: Finding) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.path)}}
    if finding.line:
        physical["region"] = {"startLine": finding.line}
    location: dict[str, Any] = {"physicalLocation": physical}
    if finding.slide:
        name = f"slide {finding.slide}" + (f"/{finding.shape}" if finding.shape else "")
        location["logicalLocations"] = [{"name": finding.shape or name, "fullyQualifiedName": name, "kind": "element"}]
    return location


def _uri(path: str) -> str:
    """A path as a URI reference: relative ones stay so, that they mean the same on another machine."""
    place = PurePath(path)
    return place.as_uri() if place.is_absolute() else quote(place.as_posix(), safe="/")
