"""What a deck is dressed in: a theme that we draw, or a company's template, whichever its name means."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckgen import metrics
from deckgen import theme as looks
from deckgen.errors import DeckgenError, InputError, UsageError
from deckgen.model import Canvas, Notice, Template, Theme


@dataclass(frozen=True, slots=True)
class Look:
    """A theme to lay out with, and for a template its package without slides, the layouts chosen, what to warn of."""

    theme: Theme
    base: bytes = b""
    choices: tuple[looks.Choice, ...] = ()
    notices: tuple[Notice, ...] = ()


def look(name: str, canvas: Canvas = looks.WIDE, dark: bool = False, layouts: looks.Layouts = None) -> Look:
    """The look of that name: a theme's, a theme file's, or a template's (.pptx, .potx).

    A template has the size and the colours that it has: `canvas` does not count, and `dark` cannot be asked of it.
    `layouts` says by names which of its layouts serves for which of ours. Raises UsageError for an unknown name,
    InputError for a file that cannot be used, and for layouts that a file names in vain.
    """
    wished = looks.wishes(name, layouts)
    if wished is None:
        if layouts:
            raise _misplaced(layouts)
        return Look(looks.load(name, canvas, dark))
    if dark:
        raise UsageError("a template has no dark variant", hint="leave --dark out, or give a dark template")
    from deckgen import render

    template = _shaded(render.template(wished.template))
    fitted = looks.fitted(template, wished)
    return Look(fitted.theme, template.blob, fitted.choices, (*fitted.notices, *_unmeasured(fitted.theme, wished)))


def _misplaced(layouts: looks.Layouts) -> DeckgenError:
    said, hint = "layouts are named for a template alone", "give the template, or a theme that has one"
    if isinstance(layouts, looks.LayoutNames):
        return InputError(said, path=layouts.path, line=layouts.line, hint=hint, rule="setting-unusable")
    return UsageError(said, hint=hint)


def _shaded(template: Template) -> Template:
    """The template with the shades of the pictures behind its layouts."""
    from deckgen.pictures.shades import shades

    found = {blob: shades(blob) for blob in {layout.backdrop for layout in template.layouts} if blob}
    layouts = (replace(layout, shades=found.get(layout.backdrop, ())) for layout in template.layouts)
    return replace(template, layouts=tuple(layouts))


def _unmeasured(theme: Theme, wished: looks.Wishes) -> tuple[Notice, ...]:
    """A warning for faces whose widths are not known: their text is given room for a wide face's."""
    faces = (theme.fonts.latin, theme.fonts.heading, *(s.style.face for spec in theme.layouts for s in spec.slots))
    unknown = [face for face in dict.fromkeys(faces) if face and not metrics.known(face)]
    hint = "the slides may show more room than needed; everything fits"
    told = f"the widths of {', '.join(unknown)} are not known: text is measured as in a wide face"
    return (Notice(told, wished.template, hint=hint, rule="font-missing"),) if unknown else ()


def template_of(name: str) -> str:
    """The path of the template that a theme's name means, or the empty string."""
    wished = looks.wishes(name)
    return wished.template if wished else ""
