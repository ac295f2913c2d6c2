"""The slots of our layouts on a template's: what its placeholders serve as, and where everything else stands."""

from __future__ import annotations

from dataclasses import replace

from deckgen.model import Drawing, FoundLayout, Holder, LayoutSpec, Rect, Slot, TextStyle
from deckgen.model.theme import Color, LayoutName
from deckgen.theme.corporate import styles
from deckgen.theme.corporate.colours import nearest
from deckgen.theme.corporate.frame import BELOW_TITLE, LEAD, MARGIN, Frame, body_of
from deckgen.theme.corporate.matching import Parts, beside, headings, parts_of
from deckgen.theme.corporate.styles import dressed, free, held, inner
from deckgen.theme.marks import quotation
from deckgen.theme.motifs.draw import box

CAPTION = 30.0
BAR, BELOW_BAR, BAR_INSET = 40.0, 16.0, 16.0
BESIDE_PICTURE, STATEMENT = 28.0, 0.345
"""The gap between a presented picture and its sentence, and the share of the width that the sentence has."""

META = 46.0
"""The height of the lines for dates and authors."""

_NO_TEXT = TextStyle((styles.BODY_FLOOR,))


def spec(name: LayoutName, layout: FoundLayout, frame: Frame) -> LayoutSpec:
    """One of our layouts on one of the template's."""
    parts = parts_of(layout)
    assert parts.title is not None
    slots = tuple(_SLOTS[name](parts, frame))
    floor = styles.COVER_FLOOR if name in ("Title Slide", "Section Header") else styles.TITLE_FLOOR
    head = styles.title(parts.title, frame.fonts, floor)
    running = tuple(styles.running(layout.holders, frame.fonts))
    return LayoutSpec(name, (head, *slots, *running), drawings=_drawings(name, frame), part=layout.part)


def _lead(frame: Frame, parts: Parts | None = None) -> Slot:
    """The sentence under the title: in a low and wide text placeholder above the content, where there is one."""
    area = frame.area
    slot = free("lead", Rect(area.x, area.y, area.w, LEAD), (19.0, 18.0), "primary")
    main = body_of(parts) if parts else None
    fit = (h for h in (parts.texts if parts else ()) if h is not main and h.rect.w > 0.5 * area.w and h.rect.h < 70)
    holder = next((h for h in fit if main and h.rect.bottom <= main.rect.y + 12), None)
    return dressed(slot, holder)


def _body(holder: Holder | None, rect: Rect, frame: Frame, index: int = 0) -> Slot:
    """A list in a placeholder, or free."""
    if holder is None:
        return free("body", rect, (22.0, 20.0, 18.0), index=index, leading=1.09, after=0.6, indent=styles.INDENT)
    style, first = styles.list_style(holder, frame.fonts)
    return replace(held("body", replace(holder, first=first), style, rect, index), anchor="top")


def _title_slide(parts: Parts, frame: Frame) -> list[Slot]:
    below = next(iter((*parts.subtitles, *parts.texts)), None)
    if below is None:
        assert parts.title is not None
        under = inner(parts.title)
        rect = Rect(under.x, under.bottom + BELOW_TITLE, under.w, min(110.0, frame.canvas.height - under.bottom - 30))
        sizes, style = (20.0, 18.0, 16.0), parts.title.levels[0]
        subtitle = free("subtitle", rect, sizes, _ink(style.color, frame), align=style.align)
    else:
        style = below.levels[0]
        subtitle = held("subtitle", below, styles.text_style(style, frame.fonts, styles.SMALL_FLOOR))
    return [*_shared(subtitle, frame, style.color)]


def _shared(subtitle: Slot, frame: Frame, color: str) -> tuple[Slot, Slot]:
    """The subtitle with the lines for dates and authors below it, within its rectangle where it is high enough."""
    rect, below = subtitle.rect, subtitle.rect.bottom + 8
    inside = rect.h > 2.4 * META or below + META > frame.canvas.height - MARGIN
    if inside:
        share = min(META, 0.4 * rect.h)
        subtitle = replace(subtitle, rect=Rect(rect.x, rect.y, rect.w, round(rect.h - share - 8, 2)))
        below = rect.bottom - share
    place = Rect(rect.x, round(below, 2), rect.w, META if not inside else round(rect.bottom - below, 2))
    align = subtitle.style.align
    return subtitle, free("meta", place, (14.0, 13.0, 12.0), _ink(color, frame), align=align, leading=1.05)


def _ink(color: str, frame: Frame) -> Color:
    return nearest(color, frame.palette) if color else "ink"


def _section(parts: Parts, frame: Frame) -> list[Slot]:
    assert parts.title is not None
    size = parts.title.levels[0].size
    held_texts = [*parts.subtitles, *parts.texts]
    numeral = next((h for h in held_texts if h.rect.w < 0.25 * frame.canvas.width and h.levels[0].size >= size), None)
    lead = next((h for h in held_texts if h is not numeral and h.rect.w > 0.25 * frame.canvas.width), None)
    slots = []
    if numeral is not None:
        style = styles.text_style(numeral.levels[0], frame.fonts, styles.TITLE_FLOOR)
        slots.append(held("number", numeral, style))
    if lead is not None:
        slots.append(held("lead", lead, styles.text_style(lead.levels[0], frame.fonts, styles.SMALL_FLOOR)))
    return slots


def _content(parts: Parts, frame: Frame) -> list[Slot]:
    return [_lead(frame, parts), _body(body_of(parts), frame.led, frame)]


def _columns(parts: Parts, frame: Frame) -> list[Slot]:
    pair: tuple[Holder | None, Holder | None] = beside(parts) or (body_of(parts), None)
    bodies = [_body(_for_text(holder), frame.column(n, frame.led), frame, n) for n, holder in enumerate(pair)]
    return [_lead(frame), *bodies]


def _for_text(holder: Holder | None) -> Holder | None:
    return holder if holder is not None and holder.kind != "pic" else None


def _picture(rect: Rect, holder: Holder | None, index: int = 0) -> list[Slot]:
    """A picture with its caption below, in a placeholder that takes pictures."""
    place = Rect(rect.x, rect.y, rect.w, round(rect.h - CAPTION - 6, 2))
    below = Rect(rect.x, round(rect.bottom - CAPTION, 2), rect.w, CAPTION)
    takes = holder if holder is not None and holder.kind in ("obj", "pic") else None
    return [
        dressed(Slot("picture", place, _NO_TEXT, index=index), takes),
        free("caption", below, (12.5, 11.0, 10.0), "muted", index=index),
    ]


def _picture_right(parts: Parts, frame: Frame) -> list[Slot]:
    return _picture_beside(parts, frame, 1)


def _picture_left(parts: Parts, frame: Frame) -> list[Slot]:
    return _picture_beside(parts, frame, 0)


def _picture_beside(parts: Parts, frame: Frame, side: int) -> list[Slot]:
    pair: tuple[Holder | None, Holder | None] = beside(parts) or (None, None)
    text = _for_text(pair[1 - side]) or (body_of(parts) if pair[side] is None else None)
    body = _body(text, frame.column(1 - side, frame.led), frame)
    return [_lead(frame), body, *_picture(frame.column(side, frame.led), pair[side])]


def _presented(parts: Parts, frame: Frame) -> list[Slot]:
    area = frame.area
    width = round(STATEMENT * area.w, 2)
    x, wide = round(area.right - width, 2), round(area.w - width - BESIDE_PICTURE, 2)
    pair: tuple[Holder | None, Holder | None] = beside(parts) or (None, body_of(parts))
    statement = free(
        "lead", Rect(x, area.y, width, 130.0), (26.0, 24.0, 22.0, 20.0), "primary", bold=True, leading=1.08
    )
    below = Rect(x, round(area.y + 146, 2), width, round(area.h - 146, 2))
    aside = free("body", below, (20.0, 18.0), leading=1.25, after=0.6, indent=styles.INDENT)
    picture = _picture(Rect(area.x, area.y, wide, area.h), pair[0])
    return [*picture, dressed(statement, _for_text(pair[1])), aside]


def _grid(parts: Parts, frame: Frame) -> list[Slot]:
    pair: tuple[Holder | None, Holder | None] = beside(parts) or (body_of(parts), None)
    rooms = [frame.column(n, frame.led) for n in range(2)]
    return [_lead(frame), *(slot for n in range(2) for slot in _picture(rooms[n], pair[n], n))]


def _comparison(parts: Parts, frame: Frame) -> list[Slot]:
    pair: tuple[Holder | None, Holder | None] = beside(parts) or (body_of(parts), None)
    labels: tuple[Holder | None, ...] = headings(parts) if len(headings(parts)) == 2 else (None, None)
    slots: list[Slot] = [_lead(frame)]
    for n, (holder, label) in enumerate(zip(pair, labels, strict=True)):
        column = frame.column(n, frame.led)
        bar = Rect(round(column.x + BAR_INSET, 2), column.y, round(column.w - 2 * BAR_INSET, 2), BAR)
        color: Color = "on_dark" if n else "on_primary"
        heading = free("heading", bar, (20.0, 18.0), color, index=n, bold=True, anchor="middle")
        top = BAR + BELOW_BAR
        room = Rect(column.x, round(column.y + top, 2), column.w, round(column.h - top, 2))
        slots += [dressed(heading, label), _body(_for_text(holder), room, frame, n)]
    return slots


def _quote(parts: Parts, frame: Frame) -> list[Slot]:
    area = frame.area
    said = Rect(area.x + 100, area.y + 24, area.w - 148, area.h - 120)
    quote = free("quote", said, (34.0, 32.0, 28.0, 24.0), "ink", bold=True, leading=1.12, after=0.4, anchor="middle")
    below = Rect(said.x, round(area.bottom - 84, 2), said.w, 52.0)
    return [dressed(quote, body_of(parts)), free("attribution", below, (20.0, 18.0), "muted")]


def _figures(_parts: Parts, frame: Frame) -> list[Slot]:
    room, slots = frame.led, [_lead(frame)]
    width, height = (room.w - 36) / 3, (room.h - 18) / 2
    for n in range(6):
        x, y = room.x + n % 3 * (width + 18) + 20, room.y + n // 3 * (height + 18) + 20
        number = Rect(round(x, 2), round(y, 2), round(width - 40, 2), 60.0)
        label = Rect(number.x, round(y + 66, 2), number.w, round(height - 98, 2))
        slots.append(free("number", number, (48.0, 40.0, 32.0, 26.0), "primary", index=n, bold=True, anchor="bottom"))
        slots.append(free("body", label, (18.0,), "muted", index=n, after=0.2))
    return slots


def _table(parts: Parts, frame: Frame) -> list[Slot]:
    body = body_of(parts)
    takes = body if body is not None and body.kind == "obj" else None
    return [_lead(frame), dressed(free("table", frame.led, (18.0, 16.0, 14.0, 12.0)), takes)]


def _code(parts: Parts, frame: Frame) -> list[Slot]:
    room = frame.led
    inside = Rect(room.x + 20, room.y + 16, room.w - 40, round(0.6 * room.h, 2))
    below = Rect(room.x, round(room.bottom - 82, 2), room.w, 82.0)
    code = free("code", inside, (20.0, 18.0, 16.0, 14.0, 12.0), "on_dark", leading=1.1, mono=True)
    return [_lead(frame), code, _body(body_of(parts), below, frame)]


def _title_only(_parts: Parts, frame: Frame) -> list[Slot]:
    return [_lead(frame)]


def _closing(_parts: Parts, frame: Frame) -> list[Slot]:
    area = frame.area
    body = free("body", area, (20.0, 18.0), leading=1.09, after=0.5, indent=styles.INDENT)
    return [_lead(frame), body]


_SLOTS = {
    "Title Slide": _title_slide,
    "Section Header": _section,
    "Title and Content": _content,
    "Two Content": _columns,
    "Content with Picture Right": _picture_right,
    "Content with Picture Left": _picture_left,
    "Picture with Caption": _presented,
    "Picture Grid": _grid,
    "Comparison": _comparison,
    "Quote": _quote,
    "Big Numbers": _figures,
    "Table": _table,
    "Code": _code,
    "Title Only": _title_only,
    "Closing": _closing,
}


def _drawings(name: LayoutName, frame: Frame) -> tuple[Drawing, ...]:
    """What is drawn behind the slots on each slide of a layout."""
    palette, area = frame.palette, frame.area
    if name == "Comparison":
        bars = (frame.column(n, frame.led) for n in range(2))
        places = (Rect(bar.x, bar.y, bar.w, BAR) for bar in bars)
        names = (("heading bar", palette.primary), ("heading bar 1", palette.dark))
        return tuple(Drawing(n, fill, (box(place),)) for (n, fill), place in zip(names, places, strict=True))
    if name == "Quote":
        return (
            Drawing("panel", palette.surface, (box(area),)),
            Drawing("panel edge", palette.accent, (box(Rect(area.x, area.y, 5.0, area.h)),)),
            Drawing("quotation marks", palette.accent, quotation(Rect(area.x + 32, area.y + 32, 48.0, 40.0))),
        )
    return ()
