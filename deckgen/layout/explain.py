"""Why pages look as they do: the layout, sizes and badness of every content page, and what came second."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckgen.layout.arrange import arrangements
from deckgen.layout.badness import total
from deckgen.layout.content import Arrangement
from deckgen.layout.partition import Cut
from deckgen.model import Deck, Page, Theme


def explain(deck: Deck, theme: Theme) -> tuple[str, ...]:
    """Lines of text about a deck's content pages: how each is laid out, what is bad about it, and the runner-up.

    Badness is roughly in points of text size below the preferred. Takes and raises what `arrange` does.
    """
    return tuple(line for arrangement in arrangements(deck, theme) for line in _slide(arrangement))


def _slide(arrangement: Arrangement) -> Iterator[str]:
    for page, cut in zip(arrangement.pages, arrangement.cuts, strict=True):
        yield _page(page, cut)
    if arrangement.second:
        layouts = " + ".join(cut.draft.layout for cut in arrangement.second)
        yield f"  runner-up: {layouts}, badness {_sum(arrangement.second):.1f} after {_sum(arrangement.cuts):.1f}"


def _page(page: Page, cut: Cut) -> str:
    size = f", {cut.draft.size:g} pt" if cut.draft.size else ""
    terms = ", ".join(f"{name} {value:.1f}" for name, value in cut.terms if value > 0) or "nothing to blame"
    return f"{page.key}: {page.layout}{size}, fill {cut.draft.fill:.0%}: {terms}"


def _sum(cuts: Iterable[Cut]) -> float:
    return sum(total(cut.terms) for cut in cuts)
