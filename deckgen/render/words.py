"""Text: runs, paragraphs and list marks as DrawingML."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from deckgen.model import Fonts, Palette, Paragraph, Run, TextStyle, hanging, plain
from deckgen.render import language
from deckgen.render.listing import ALIGN, bullet, dot_colour
from deckgen.render.xml import attribute, emu, fill, text

LinkTo = Callable[[str], str]
"""Takes a run's link, gives its `a:hlinkClick` element, or nothing where the link leads nowhere."""

_LONG_LINK = 40
_AUTOMATIC = (
    (re.compile(r"(\d{1,4})\."), "arabicPeriod"),
    (re.compile(r"(\d{1,4})\)"), "arabicParenR"),
)


@dataclass(frozen=True, slots=True)
class Voice:
    """What all text of a deck has in common: its language, the faces, the colours, and where links lead."""

    lang: str
    fonts: Fonts
    palette: Palette
    link: LinkTo


@dataclass(frozen=True, slots=True)
class Setting:
    """How a box sets its text, beside what it inherits: `style` is what the layout says, None for a free box."""

    size: float
    leading: float
    after: float
    style: TextStyle | None
    color: str = "ink"
    bold: bool = False
    mono: bool = False
    align: str = "left"

    @property
    def indent(self) -> float:
        """The hanging indent of a bullet's text."""
        return self.style.indent if self.style and self.style.indent else 20.0


def body(paragraphs: tuple[Paragraph, ...], setting: Setting, voice: Voice) -> str:
    """The paragraphs of a text body, in order; at least one, since DrawingML wants one."""
    hang = hanging(paragraphs, setting.indent, setting.size)
    starts = _starts(paragraphs)
    said = [_paragraph(p, start, hang, setting, voice) for p, start in zip(paragraphs, starts, strict=True)]
    return "".join(said) or f'<a:p><a:endParaRPr lang="{language.latin(voice.lang)}"/></a:p>'


def _paragraph(paragraph: Paragraph, start: int, hang: float, setting: Setting, voice: Voice) -> str:
    kind = _automatic(paragraph.mark)
    mark, words = "", paragraph.text
    if kind:
        mark = f'<a:buFont typeface={attribute(voice.fonts.latin)}/><a:buAutoNum type="{kind[0]}"' + (
            f' startAt="{start}"/>' if start > 1 else "/>"
        )
    elif paragraph.mark not in ("", "bullet"):
        mark, words = "<a:buNone/>", (Run(paragraph.mark + "\t", bold=True), *words)
    properties = _properties(paragraph, mark, hang, setting, voice.palette)
    size = paragraph.size or setting.size
    pieces = (piece for run in words if run.text for piece in _pieces(run))
    runs = "".join(_run(piece, paragraph, setting, voice) for piece in pieces)
    end = "" if runs else f'<a:endParaRPr lang="{language.latin(voice.lang)}"{_size(size, setting)}/>'
    return f"<a:p>{properties}{runs}{end}</a:p>"


def _properties(paragraph: Paragraph, mark: str, hang: float, setting: Setting, palette: Palette) -> str:
    """The paragraph's own properties: only what its box does not inherit."""
    style, attributes, inner = setting.style, [], []
    own = style is None
    bulleted = bool(style and style.indent)
    if not paragraph.mark and (bulleted and style is not None):
        attributes.append('marL="0" indent="0"')
    elif paragraph.mark and (not bulleted or hang != setting.indent):
        left = paragraph.level * setting.indent + hang
        attributes.append(f'marL="{emu(left)}" indent="{-emu(hang)}"')
    if paragraph.level:
        attributes.append(f'lvl="{min(paragraph.level, 8)}"')
    if own and setting.align != "left":
        attributes.append(f'algn="{ALIGN[setting.align]}"')
    if own:
        attributes.append('eaLnBrk="1" latinLnBrk="0" hangingPunct="0"')
    if own or (style and setting.leading != style.leading):
        inner.append(f'<a:lnSpc><a:spcPct val="{round(setting.leading * 100000)}"/></a:lnSpc>')
    size = paragraph.size or setting.size
    if own or (style and (setting.after, size) != (style.after, style.sizes[0]) and (setting.after or style.after)):
        inner.append(f'<a:spcAft><a:spcPts val="{round(setting.after * size * 100)}"/></a:spcAft>')
    inner.append(_mark(paragraph.mark, mark, bulleted, palette))
    if not attributes and not any(inner):
        return ""
    return f"<a:pPr {' '.join(attributes)}>{''.join(inner)}</a:pPr>"


def _mark(said: str, written: str, bulleted: bool, palette: Palette) -> str:
    if written:
        return written if written == "<a:buNone/>" or bulleted else dot_colour(palette) + written
    if said == "bullet":
        return "" if bulleted else bullet(palette)
    return "<a:buNone/>" if bulleted else ""


def _automatic(mark: str) -> tuple[str, int] | None:
    """The numbering scheme and the number of a mark such as "3.", or None where no scheme writes it so."""
    for pattern, scheme in _AUTOMATIC:
        match = pattern.fullmatch(mark)
        if match and 1 <= int(match[1]) <= 32767 and not match[1].startswith("0"):
            return scheme, int(match[1])
    return None


def _starts(paragraphs: tuple[Paragraph, ...]) -> list[int]:
    """For each paragraph the number that its list starts at.

    Items that count on from one another share a start, so that an item put between them in the office program renumbers
    the rest; an item that does not count on starts a list of its own and so shows the author's number.
    """
    starts: list[int] = []
    lists: dict[int, tuple[str, int, int]] = {}
    for paragraph in paragraphs:
        lists = {level: state for level, state in lists.items() if level <= paragraph.level}
        kind = _automatic(paragraph.mark)
        if kind is None:
            lists.pop(paragraph.level, None)
            starts.append(1)
            continue
        scheme, number = kind
        old = lists.get(paragraph.level)
        first = old[1] if old and old[0] == scheme and old[2] + 1 == number else number
        lists[paragraph.level] = (scheme, first, number)
        starts.append(first)
    return starts


def _size(size: float, setting: Setting) -> str:
    inherited = setting.style.sizes[0] if setting.style else None
    return "" if size == inherited else f' sz="{round(size * 100)}"'


def _pieces(run: Run) -> tuple[Run, ...]:
    """A long link word by word: LibreOffice takes a linked run for one word and breaks it anywhere."""
    if not run.link or len(run.text) < _LONG_LINK:
        return (run,)
    return tuple(replace(run, text=word) for word in re.findall(r"\S*\s+|\S+", run.text))


def _run(run: Run, paragraph: Paragraph, setting: Setting, voice: Voice) -> str:
    properties = _run_properties(run, paragraph, setting, voice)
    lines = run.text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").split("\n")
    said = [f"<a:r>{properties('a:rPr')}<a:t>{text(line)}</a:t></a:r>" if line else "" for line in lines]
    return f"<a:br>{properties('a:rPr', bare=True)}</a:br>".join(said)


def _run_properties(run: Run, paragraph: Paragraph, setting: Setting, voice: Voice) -> Callable[..., str]:
    lang = language.of(plain(paragraph.text) if run.text.isspace() else run.text, voice.lang)
    other = language.latin(voice.lang) if lang != language.latin(voice.lang) else language.east_asian(voice.lang)
    style = setting.style
    inherits_bold = style.bold if style else False
    wanted = paragraph.bold if paragraph.bold is not None else (inherits_bold if style else setting.bold)
    bold = run.bold or wanted
    attributes = f'lang="{lang}" altLang="{other}"' + _size(paragraph.size or setting.size, setting)
    if bold != inherits_bold:
        attributes += f' b="{int(bold)}"'
    click = voice.link(run.link) if run.link else ""
    if run.link.startswith("#"):
        attributes += ' u="none"'
    if run.italic:
        attributes += ' i="1"'
    inner = _ink(paragraph, setting, voice.palette) + _faces(run, lang, setting, voice)

    def element(tag: str, bare: bool = False) -> str:
        content = inner + ("" if bare else click)
        return f"<{tag} {attributes}>{content}</{tag}>" if content else f"<{tag} {attributes}/>"

    return element


def _ink(paragraph: Paragraph, setting: Setting, palette: Palette) -> str:
    if paragraph.color is not None:
        return fill(paragraph.color, palette)
    if setting.style is None and setting.color != "ink":
        return fill(setting.color, palette)
    return ""


def _faces(run: Run, lang: str, setting: Setting, voice: Voice) -> str:
    mono = run.code or setting.mono
    inherited_mono = bool(setting.style and setting.style.mono)
    latin = f"<a:latin typeface={attribute(voice.fonts.mono)}/>" if mono and not inherited_mono else ""
    face = language.face(lang, voice.fonts)
    usual = language.face(language.east_asian(voice.lang), voice.fonts)
    return latin + (
        f"<a:ea typeface={attribute(face)}/>" if lang != language.latin(voice.lang) and face != usual else ""
    )
