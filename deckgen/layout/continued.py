"""What a page repeats because its first bullet stands below it on the page before: its labels."""

from __future__ import annotations

from dataclasses import replace

from deckgen.model import Bullet, Item, Run, Runs, plain

LONGEST_REPEATED = 48
"""A label of more characters is shortened where it is repeated."""

MARKS = {"zh": "（续）", "ja": "（続き）", "ko": " (계속)"}
OTHER_MARK = " (cont.)"
"""What tells a repeated label, by the language of the deck."""

COLONS = "：:"


def repeated_labels(items: tuple[Item, ...], start: int, lang: str) -> tuple[Bullet, ...]:
    """The bullets above the one at `start`, one of each level from the first, to stand before it on a new page.

    The first of them is marked as repeated. None where the item at `start` is no bullet or stands below none.
    """
    found: list[Bullet] = []
    first = items[start]
    level = first.level if isinstance(first, Bullet) else 0
    for item in reversed(items[:start]) if level else ():
        if isinstance(item, Bullet) and item.level < level:
            found.append(item)
            level = item.level
        if not level:
            break
    if not found:
        return ()
    *lower, top = found
    return (replace(top, text=_marked(top.text, lang)), *reversed(lower))


def _marked(label: Runs, lang: str) -> Runs:
    """The label with the mark before its colon, if it ends with one."""
    text = plain(label).rstrip()
    colon = text[-1] if text and text[-1] in COLONS else ""
    kept = text.rstrip(COLONS)
    if len(kept) > LONGEST_REPEATED:
        kept = kept[: LONGEST_REPEATED - 1].rstrip() + "…"
    return (Run(kept + MARKS.get(lang[:2].casefold(), OTHER_MARK) + colon),)
