"""Text in one column: bullets as paragraphs, quotations beside a bar, one below the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

from deckgen.layout.frame import rounded
from deckgen.layout.setting import (
    DRAWN_IN,
    RESERVE,
    Format,
    Setting,
    paragraph_of,
    placed,
    plain_paragraph,
    set_text,
    spaced,
    unwidowed,
)
from deckgen.model import Box, Bullet, Item, Paragraph, Quote, Rect, Run, ShapeBox, Slot, TextBox, TextStyle

BAR, BAR_GAP = 4.0, 16.0
"""The bar at the left of a quotation, and between it and the text."""

QUOTE_STEP = 2.0
"""Points by which a quotation is larger than the text around it."""

QUOTE_LEADING = 1.15
BLOCK_GAP = 20.0


def paragraphs_of(items: tuple[Item, ...]) -> tuple[Paragraph, ...]:
    """Bullets and quotations as paragraphs; a bullet with bullets below it is their label."""
    paragraphs: list[Paragraph] = []
    for place, item in enumerate(items):
        following = items[place + 1] if place + 1 < len(items) else None
        match item:
            case Bullet():
                label = isinstance(following, Bullet) and following.level > item.level
                paragraphs.append(paragraph_of(item, label))
            case Quote():
                paragraphs.extend(quoted(item))
            case _:
                raise TypeError(f"not text: {item!r}")
    return tuple(paragraphs)


def asides_of(items: tuple[Item, ...]) -> tuple[Paragraph, ...]:
    """Text above or below something else on the page: a single bullet is a line without a mark."""
    match items:
        case (Bullet(number="") as only,):
            return (plain_paragraph(only.text),)
        case _:
            return paragraphs_of(items)


def quoted(quote: Quote) -> tuple[Paragraph, ...]:
    """A quotation's paragraphs without marks, who said it last."""
    paragraphs = [replace(plain_paragraph(text), color="primary") for text in quote.paragraphs if text]
    if quote.attribution:
        paragraphs.append(replace(plain_paragraph(f"— {quote.attribution}"), color="muted"))
    return tuple(paragraphs) or (Paragraph((Run(" "),)),)


@dataclass(frozen=True, slots=True)
class Stack:
    """Blocks of text one below the other in a width: each set, and whether it is a quotation."""

    blocks: tuple[tuple[Setting, bool], ...]
    size: float

    @property
    def height(self) -> float:
        """The text's own height in points, with the gaps between blocks."""
        return sum(s.height for s, _ in self.blocks) + BLOCK_GAP * (len(self.blocks) - 1)

    @property
    def room(self) -> float:
        """The height that the boxes need."""
        return sum(_room(s) for s, _ in self.blocks) + BLOCK_GAP * (len(self.blocks) - 1)

    @property
    def widest(self) -> float:
        """The widest line in points."""
        return max(s.widest + (BAR + BAR_GAP if quote else 0.0) for s, quote in self.blocks)

    @property
    def lines(self) -> int:
        """All lines."""
        return sum(s.lines for s, _ in self.blocks)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs."""
        return tuple(p for s, _ in self.blocks for p in s.paragraphs)

    @property
    def broken(self) -> bool:
        """Whether a word had to be broken."""
        return any(s.broken for s, _ in self.blocks)


def _room(setting: Setting) -> float:
    return setting.height / RESERVE + 1


def stacked(form: Format, items: tuple[Item, ...], style: TextStyle, width: float, size: float) -> Stack:
    """Bullets and quotations set at a size in a width."""
    blocks: list[tuple[Setting, bool]] = []
    for is_quote, group in groupby(items, lambda item: isinstance(item, Quote)):
        if not is_quote:
            setting = set_text(paragraphs_of(tuple(group)), style, form.faces, width, size)
            blocks.append((setting, False))
            continue
        for quote in group:
            assert isinstance(quote, Quote)
            own = _quote_style(style)
            setting = set_text(quoted(quote), own, form.faces, width - BAR - BAR_GAP, size + QUOTE_STEP)
            blocks.append((setting, True))
    return Stack(tuple(blocks), size)


def without_widows(form: Format, stack: Stack, style: TextStyle) -> Stack:
    """The stack with slightly narrower blocks where that leaves fewer single characters on last lines."""
    blocks = ((unwidowed(s, _quote_style(style) if quote else style, form.faces), quote) for s, quote in stack.blocks)
    return replace(stack, blocks=tuple(blocks))


def _quote_style(style: TextStyle) -> TextStyle:
    return replace(style, leading=QUOTE_LEADING, after=0.3, indent=20.0)


def fitting(form: Format, items: tuple[Item, ...], style: TextStyle, width: float, height: float) -> Stack | None:
    """The items at the largest of the style's sizes that fits, space drawn in before a size is given up."""
    fallback: Stack | None = None
    for size in style.sizes:
        stack = stacked(form, items, style, width, size)
        if not _holds(height, stack):
            stack = spread(stack, style.after * DRAWN_IN)
        if not _holds(height, stack):
            continue
        if not stack.broken:
            return without_widows(form, stack, style)
        fallback = fallback or stack
    return fallback


def spread(stack: Stack, after: float) -> Stack:
    """The stack with another space between the paragraphs of its lists."""
    return replace(stack, blocks=tuple((s if quote else spaced(s, after), quote) for s, quote in stack.blocks))


def _holds(height: float, stack: Stack) -> bool:
    return stack.height <= height * (1.0 if stack.lines == 1 else RESERVE) and stack.room <= height + 2


def boxes_of(stack: Stack, slot: Slot, rect: Rect) -> tuple[Box, ...]:
    """The stack's boxes in `rect`: the first text in the layout's slot, whatever else free of it."""
    if len(stack.blocks) == 1 and not stack.blocks[0][1]:
        setting = stack.blocks[0][0]
        return (placed(slot, setting, rounded(replace(rect, w=setting.width))),)
    boxes: list[Box] = []
    y, held = rect.y, False
    for number, (setting, is_quote) in enumerate(stack.blocks):
        height = _room(setting)
        if is_quote:
            place = Rect(rect.x + BAR + BAR_GAP, y, setting.width, height)
            boxes.append(ShapeBox(rounded(Rect(rect.x, y, BAR, height)), "accent", f"quote bar {number + 1}"))
            boxes.append(free_text(setting, place, QUOTE_LEADING, f"quote {number + 1}"))
        elif not held:
            boxes.append(placed(slot, setting, rounded(Rect(rect.x, y, setting.width, height))))
            held = True
        else:
            place = Rect(rect.x, y, setting.width, height)
            boxes.append(free_text(setting, place, slot.style.leading, f"text {number + 1}"))
        y += height + BLOCK_GAP
    return tuple(boxes)


def free_text(setting: Setting, rect: Rect, leading: float, name: str) -> TextBox:
    """A setting in a box that is no placeholder."""
    return TextBox(
        rounded(rect),
        None,
        setting.paragraphs,
        setting.size,
        leading,
        setting.after,
        name=name,
        lines=setting.lines,
    )
