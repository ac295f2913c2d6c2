"""Text: runs, paragraphs and list marks as DrawingML."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from deckgen.model import Fonts, Holder, Level, Palette, Paragraph, Run, TextStyle, hanging, plain
from deckgen.model.theme import Color
from deckgen.render import language
from deckgen.render.listing import ALIGN, CONTROLS, bullet
from deckgen.render.xml import attribute, emu, fill, text

LinkTo = Callable[[str, bool], str]
"""Takes a run's link and whether it keeps the colour of its text, gives its `a:hlinkClick` element, or nothing where
the link leads nowhere."""

_UPON = frozenset({"on_primary", "on_dark", "bright"})
"""Colours of text upon bars and panels, on which the theme's own colour of links could not be read."""

_STRUCK = ' strike="sngStrike"'
_BASELINES = {"raised": 30000, "lowered": -25000}
"""How far raised and lowered text is moved, in thousandths of a per cent of its size: what office programs take."""

_NEAR = 0.02
"""Points by which lengths may differ and are the same."""

_LONG_LINK = 40
"""Characters from which on a link is written word by word."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What all text of a deck has in common: its language, the faces, the colours, and where links lead."""

    lang: str
    fonts: Fonts
    palette: Palette
    link: LinkTo


@dataclass(frozen=True, slots=True)
class Setting:
    """How a box sets its text, beside what it inherits: `style` is what the layout says, None for a free box.

    `holder` is a template's placeholder that the text stands in, from which it then inherits instead.
    """

    size: float
    leading: float
    after: float
    style: TextStyle | None
    color: Color = "ink"
    bold: bool = False
    mono: bool = False
    align: str = "left"
    holder: Holder | None = None

    @property
    def indent(self) -> float:
        """The hanging indent of a bullet's text."""
        return self.style.indent if self.style and self.style.indent else 20.0

    def depth(self, paragraph: Paragraph) -> int:
        """The list level that a paragraph has in its box; lists may begin below a template's first level."""
        return min(paragraph.level + (self.holder.first if self.holder and paragraph.mark else 0), 8)

    def inherited(self, paragraph: Paragraph) -> Level | None:
        """What a paragraph inherits; None in a free box, where it must say all."""
        if self.holder:
            return self.holder.levels[self.depth(paragraph)]
        return _level(self.style, paragraph.level) if self.style else None


@lru_cache(maxsize=256)
def _level(style: TextStyle, level: int) -> Level:
    """What the master that is made from a style says of one of its levels."""
    return Level(
        size=style.sizes[0],
        left=style.indent * (level + 1),
        hang=style.indent,
        after=style.after * style.sizes[0],
        leading=style.leading,
        bullet=bool(style.indent),
        bold=style.bold,
        align=style.align,
    )


def body(paragraphs: tuple[Paragraph, ...], setting: Setting, voice: Voice) -> str:
    """The paragraphs of a text body, in order; at least one, since DrawingML wants one."""
    hang = hanging(paragraphs, setting.indent, setting.size)
    said = "".join(_paragraph(paragraph, hang, setting, voice) for paragraph in paragraphs)
    return said or f'<a:p><a:endParaRPr lang="{language.latin(voice.lang)}"/></a:p>'


def _paragraph(paragraph: Paragraph, hang: float, setting: Setting, voice: Voice) -> str:
    properties = _properties(paragraph, hang, setting, voice.palette)
    pieces = (piece for run in paragraph.text if run.text for piece in _pieces(run))
    runs = _number(paragraph, setting, voice) + "".join(_run(p, paragraph, setting, voice) for p in pieces)
    size = _size(paragraph, setting)
    end = "" if runs else f'<a:endParaRPr lang="{language.latin(voice.lang)}"{size}/>'
    return f"<a:p>{properties}{runs}{end}</a:p>"


def _color(paragraph: Paragraph, setting: Setting) -> Color:
    """The name of the colour that a paragraph has, be it inherited."""
    return paragraph.color or (setting.style.color if setting.style else setting.color)


def _number(paragraph: Paragraph, setting: Setting, voice: Voice) -> str:
    """The author's number and the tab after it, as text.

    Automatic numbering would show another number than the author's wherever a list is interrupted, begins late or
    counts in a way of its own; and no search, outline view or text extraction would find the number.
    """
    if paragraph.mark in ("", "bullet"):
        return ""
    numbered = replace(paragraph, text=(Run(paragraph.mark),), color="accent")
    return _run(Run(paragraph.mark + "\t", bold=True), numbered, setting, voice)


def _properties(paragraph: Paragraph, hang: float, setting: Setting, palette: Palette) -> str:
    """The paragraph's own properties: only what its box does not inherit."""
    inherited = setting.inherited(paragraph)
    attributes = _place(paragraph, hang, setting, inherited)
    spacing = _spacing(paragraph.size or setting.size, setting, inherited)
    dotted, bulleted = paragraph.mark == "bullet", bool(inherited and inherited.bullet)
    mark = "" if dotted == bulleted else bullet(palette) if dotted else "<a:buNone/>"
    return f"<a:pPr{attributes}>{spacing}{mark}</a:pPr>" if attributes or spacing or mark else ""


def _place(paragraph: Paragraph, hang: float, setting: Setting, inherited: Level | None) -> str:
    """Indents, level and alignment."""
    left = paragraph.level * setting.indent + hang if paragraph.mark else paragraph.hang
    first = hang if paragraph.mark else paragraph.hang
    attributes = ""
    if inherited is None:
        attributes += f' marL="{emu(left)}" indent="{-emu(first)}"' if left or first else ""
        attributes += f' algn="{ALIGN[setting.align]}" {CONTROLS}'
    else:
        attributes += (
            "" if _stands(left, first, paragraph, inherited) else f' marL="{emu(left)}" indent="{-emu(first)}"'
        )
        if setting.style and setting.style.align != inherited.align:
            attributes += f' algn="{ALIGN[setting.style.align]}"'
        attributes += ' hangingPunct="0"' if inherited.hangs else ""
    depth = setting.depth(paragraph)
    return attributes + (f' lvl="{depth}"' if depth else "")


def _stands(left: float, hang: float, paragraph: Paragraph, inherited: Level) -> bool:
    """Whether text stands where it should without a word; where a template's own bullet hangs is the template's."""
    own_bullet = paragraph.mark == "bullet" and inherited.bullet and inherited.hang > 0
    return abs(left - inherited.left) < _NEAR and (own_bullet or abs(hang - inherited.hang) < _NEAR)


def _spacing(size: float, setting: Setting, inherited: Level | None) -> str:
    """Space between lines and after the paragraph, where they are not the layout's."""
    after = setting.after * size
    written = ""
    if inherited is None or setting.leading != inherited.leading:
        written += f'<a:lnSpc><a:spcPct val="{round(setting.leading * 100000)}"/></a:lnSpc>'
    if inherited is None or abs(after - inherited.before - inherited.after) > _NEAR:
        written += '<a:spcBef><a:spcPts val="0"/></a:spcBef>' if inherited and inherited.before else ""
        written += f'<a:spcAft><a:spcPts val="{round(after * 100)}"/></a:spcAft>'
    return written


def _size(paragraph: Paragraph, setting: Setting) -> str:
    size, inherited = paragraph.size or setting.size, setting.inherited(paragraph)
    return "" if inherited and abs(size - inherited.size) < _NEAR else f' sz="{round(size * 100)}"'


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
    inherited = setting.inherited(paragraph)
    wanted = setting.style.bold if setting.style else setting.bold
    bold = run.bold or (wanted if paragraph.bold is None else paragraph.bold)
    attributes = f'lang="{lang}" altLang="{other}"' + _size(paragraph, setting)
    if bold != bool(inherited and inherited.bold):
        attributes += f' b="{int(bold)}"'
    if inherited and inherited.caps:
        attributes += ' cap="none"'
    if inherited and inherited.wide:
        attributes += ' spc="0"'
    click = voice.link(run.link, _color(paragraph, setting) in _UPON) if run.link else ""
    # A line that is one link needs no underline; a word of a sentence that leads to another slide does.
    if run.link.startswith("#") and all(other.link == run.link for other in paragraph.text):
        attributes += ' u="none"'
    if run.italic:
        attributes += ' i="1"'
    attributes += _STRUCK if run.struck else ""
    attributes += f' baseline="{_BASELINES[run.script]}"' if run.script else ""
    inner = _ink(run, paragraph, setting, voice.palette) + _faces(run, lang, setting, voice)

    def element(tag: str, bare: bool = False) -> str:
        content = inner + ("" if bare else click)
        return f"<{tag} {attributes}>{content}</{tag}>" if content else f"<{tag} {attributes}/>"

    return element


def _ink(run: Run, paragraph: Paragraph, setting: Setting, palette: Palette) -> str:
    if run.tone and (toned := getattr(palette.code, run.tone)):
        return f'<a:solidFill><a:srgbClr val="{toned}"/></a:solidFill>'
    color = _color(paragraph, setting)
    if paragraph.color is not None or (run.link and color in _UPON):  # which a link that keeps its colour must say
        return fill(color, palette)
    if setting.style is None and (setting.color != "ink" or palette.scheme is not None):
        return fill(setting.color, palette)
    if setting.style and setting.holder and not setting.holder.colored:
        return fill(setting.style.color, palette)
    return ""


def _faces(run: Run, lang: str, setting: Setting, voice: Voice) -> str:
    mono = run.code or setting.mono
    inherited_mono = bool(setting.style and setting.style.mono and not setting.holder)
    latin = f"<a:latin typeface={attribute(voice.fonts.mono)}/>" if mono and not inherited_mono else ""
    face = language.face(lang, voice.fonts)
    usual = language.face(language.east_asian(voice.lang), voice.fonts)
    return latin + (
        f"<a:ea typeface={attribute(face)}/>" if lang != language.latin(voice.lang) and face != usual else ""
    )
