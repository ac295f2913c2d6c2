"""Native bar charts: the frame on the slide, the chart's part, and the workbook in which its data can be edited."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence

from deckgen.model import ChartBox, Fonts, Palette
from deckgen.render import language
from deckgen.render.shapes import properties
from deckgen.render.xml import HEAD, attribute, emu, fill, frame, text

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_NS = (
    f'xmlns:c="{_CHART}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_CATEGORIES, _VALUES = 111111111, 222222222
"""The ids of the two axes, which need only differ."""

_GAP = 55
"""The room between two bars as a percentage of a bar."""

_INNER = 0.02
"""The share of the chart's height left above and below the bars."""

_CREATED = dt.datetime(1980, 1, 1)
SHEET = "Sheet1"


def frame_of(box: ChartBox, ident: int, relation: str) -> str:
    """The chart's place on its slide; the chart itself is the part at the other end of `relation`."""
    rect = box.rect
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{properties(ident, box.name, box.alt)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f"{frame(rect.x, rect.y, rect.w, rect.h, 'p:xfrm')}"
        f'<a:graphic><a:graphicData uri="{_CHART}"><c:chart xmlns:c="{_CHART}" r:id="{relation}"/></a:graphicData>'
        "</a:graphic></p:graphicFrame>"
    )


def part(box: ChartBox, palette: Palette, fonts: Fonts, lang: str) -> str:
    """The chart's own part. Its workbook is its rId1."""
    return (
        f'{HEAD}<c:chartSpace {_NS}><c:date1904 val="0"/><c:lang val={attribute(lang or "en-US")}/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{_place(box)}{_bars(box, palette, fonts, lang)}"
        f"{_category_axis(box, palette, fonts, lang)}{_value_axis(box)}<c:spPr><a:noFill/></c:spPr></c:plotArea>"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{_text(box.size, 'ink', palette, fonts, lang)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def workbook(box: ChartBox) -> bytes:
    """The chart's data as a workbook of one sheet: names in the first column, values in the second."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": _CREATED})
        sheet = book.add_worksheet(SHEET)
        sheet.set_column(0, 0, 40)
        sheet.write_string(0, 1, box.series)
        form = book.add_format({"num_format": _number_format(box) or "General"})
        for row, (category, value) in enumerate(zip(box.categories, box.values, strict=True), 1):
            sheet.write_string(row, 0, category)
            sheet.write_number(row, 1, value, form)
    return out.getvalue()


def _number_format(box: ChartBox) -> str:
    """The number format that writes every value as its author did (`"+"General`), or nothing where none does."""
    found = {_affixes(written, f"{value:.15g}") for written, value in zip(box.written, box.values, strict=True)}
    if len(found) != 1 or (affixes := found.pop()) is None or any('"' in part for part in affixes):
        return ""
    before, after = (f'"{part}"' if part else "" for part in affixes)
    return f"{before}General{after}"


def _affixes(written: str, value: str) -> tuple[str, str] | None:
    before, number, after = written.partition(value)
    return (before, after) if number else None


def _place(box: ChartBox) -> str:
    """Where the bars stand, so that every office program leaves the names as much room as was measured."""
    left, right = box.label_width / box.rect.w, box.value_width / box.rect.w
    sides = {"x": left, "y": _INNER, "w": max(0.05, 1 - left - right), "h": 1 - 2 * _INNER}
    placed = "".join(f'<c:{side} val="{value:.5f}"/>' for side, value in sides.items())
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{placed}</c:manualLayout></c:layout>"
    )


def _bars(box: ChartBox, palette: Palette, fonts: Fonts, lang: str) -> str:
    last = len(box.categories) + 1
    name = f"<c:tx><c:strRef><c:f>{SHEET}!$B$1</c:f>{_strings((box.series,))}</c:strRef></c:tx>" if box.series else ""
    emphasis = ""
    if box.emphasis is not None:
        emphasis = (
            f'<c:dPt><c:idx val="{box.emphasis}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
            f"<c:spPr>{fill('accent', palette)}</c:spPr></c:dPt>"
        )
    values = "".join(f'<c:pt idx="{n}"><c:v>{value:.15g}</c:v></c:pt>' for n, value in enumerate(box.values))
    return (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'<c:ser><c:idx val="0"/><c:order val="0"/>{name}<c:spPr>{fill(box.color, palette)}</c:spPr>'
        f'<c:invertIfNegative val="0"/>{emphasis}{_labels(box, palette, fonts, lang)}'
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f>{_strings(box.categories)}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!$B$2:$B${last}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(box.values)}"/>{values}</c:numCache></c:numRef></c:val></c:ser>'
        f'<c:gapWidth val="{_GAP}"/><c:axId val="{_CATEGORIES}"/><c:axId val="{_VALUES}"/></c:barChart>'
    )


def _strings(words: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{text(word)}</c:v></c:pt>' for n, word in enumerate(words))
    return f'<c:strCache><c:ptCount val="{len(words)}"/>{points}</c:strCache>'


_SHOWN = (
    '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
    '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


def _labels(box: ChartBox, palette: Palette, fonts: Fonts, lang: str) -> str:
    """A label at the end of each bar: by a number format where that gives the author's words, else as text."""
    form = _number_format(box)
    own = "" if form else "".join(_own_label(n, written, box.size, lang) for n, written in enumerate(box.written))
    style = _text(box.size, "ink", palette, fonts, lang, bold=True)
    return (
        f'<c:dLbls>{own}<c:numFmt formatCode={attribute(form or "General")} sourceLinked="0"/>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{style}{_SHOWN}</c:dLbls>"
    )


def _own_label(number: int, written: str, size: float, lang: str) -> str:
    properties = f'lang="{language.of(written, lang)}" sz="{round(size * 100)}" b="1"'
    return (
        f'<c:dLbl><c:idx val="{number}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/>'
        f"<a:p><a:r><a:rPr {properties}/><a:t>{text(written)}</a:t></a:r></a:p></c:rich></c:tx>{_SHOWN}</c:dLbl>"
    )


def _category_axis(box: ChartBox, palette: Palette, fonts: Fonts, lang: str) -> str:
    return (
        f'<c:catAx><c:axId val="{_CATEGORIES}"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln w="{emu(0.75)}">{fill("rule", palette)}</a:ln></c:spPr>'
        f"{_text(box.size, 'ink', palette, fonts, lang)}"
        f'<c:crossAx val="{_VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(box: ChartBox) -> str:
    """Hidden, since every bar says its value; from nothing to the greatest value, so that no bar lies."""
    return (
        f'<c:valAx><c:axId val="{_VALUES}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{box.top:.15g}"/><c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="t"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:crossAx val="{_CATEGORIES}"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


def _text(size: float, color: str, palette: Palette, fonts: Fonts, lang: str, *, bold: bool = False) -> str:
    """How text in the chart is set: in the theme's faces and colours."""
    face = language.face(language.east_asian(lang), fonts)
    return (
        "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr sz="{round(size * 100)}" b="{int(bold)}" lang={attribute(lang or "en-US")}>{fill(color, palette)}'
        f"<a:latin typeface={attribute(fonts.latin)}/><a:ea typeface={attribute(face)}/></a:defRPr></a:pPr>"
        f"<a:endParaRPr lang={attribute(lang or 'en-US')}/></a:p></c:txPr>"
    )
