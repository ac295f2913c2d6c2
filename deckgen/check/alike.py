"""What the layouts of a deck make wrong on every slide: to be told, and mended, once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen.check.finding import Finding

_MANY = 3
"""On so many slides, what is wrong with a placeholder comes from the layouts."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding; `look` is the same wherever the same layouts make it so."""

    finding: Finding
    look: Hashable


def once(faults: Iterable[Fault]) -> Iterator[Finding]:
    """The findings; one for all whose look is the same, with the slides' numbers, where these are many."""
    found: dict[Hashable, list[Finding]] = {}
    for fault in faults:
        found.setdefault(fault.look, []).append(fault.finding)
    for alike in found.values():
        first, numbers = alike[0], sorted({finding.slide for finding in alike})
        if len(numbers) < _MANY:
            yield from alike
        else:
            hint = f"{first.hint}; it comes from the master or the layouts: mend it there, once"
            yield replace(first, message=f"{first.message} ({on_slides(numbers)})", hint=hint)


def on_slides(numbers: Sequence[int], most: int = 5) -> str:
    """Slides by their numbers, which ascend: `slides 2-16, 18`."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][-1] + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    told = [str(span[0]) if len(span) == 1 else f"{span[0]}-{span[-1]}" for span in spans]
    more = " …" if len(told) > most else ""
    return f"slide{'s' if len(numbers) > 1 else ''} {', '.join(told[:most])}{more}"
