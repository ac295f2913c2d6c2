"""The warnings that reading, outlining and arranging posts give, as findings."""

from __future__ import annotations

from dataclasses import replace

from deckgen.check.finding import Finding, Severity
from deckgen.model import Notice

_RULES = (
    ("picture not found", "picture-missing"),
    ("picture not fetched", "picture-refused"),
    ("picture path refused", "picture-refused"),
    ("picture inside the text", "picture-refused"),
    ("picture lies outside", "picture-refused"),
    ("picture found under another case", "picture-missing"),
    ("picture", "picture-unusable"),
    ("title too long", "title-long"),
    ("title", "title-long"),
    ("subtitle", "title-long"),
    ("lead", "text-cut"),
    ("meta", "text-cut"),
    ("text does not fit", "text-cut"),
    ("crossed-out text", "text-cut"),
    ("formula", "text-cut"),
    ("not utf-8", "encoding"),
    ("read as", "encoding"),
    ("some bytes", "encoding"),
    ("the post holds no text", "post-unreadable"),
    ("cannot be read", "post-unreadable"),
    ("is not a file", "post-unreadable"),
    ("not a text file", "post-unreadable"),
    ("another outline", "summit-doubled"),
    ("posts of", "summit-doubled"),
)
"""How a notice begins -> its rule, the first that agrees. All others are about what an author set."""

LINK = "link leads nowhere"
"""How a notice begins of a link that no slide can hold. In the post it may lead somewhere; `links` looks."""


def of_notice(notice: Notice) -> Finding:
    """The finding that says what a notice says."""
    said = notice.message.casefold()
    rule = next((rule for start, rule in _RULES if said.startswith(start)), "post-setting")
    severity: Severity = "error" if notice.lost else "warning"
    return Finding(rule, severity, notice.message, notice.path, notice.line, hint=notice.hint)


def placed(notice: Notice, path: str, line: int) -> Notice:
    """The notice, at a place if it names none."""
    return notice if notice.path else replace(notice, path=path, line=line)
