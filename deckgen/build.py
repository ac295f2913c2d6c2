"""The whole program, stage by stage: posts -> outline -> layout -> render -> decks, and PDFs if wanted.

`outline` and `build` are the library; the command line is a thin skin over them. `plan` makes decks in words of posts,
`make` makes files of those.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen import atomic, layout
from deckgen import theme as looks
from deckgen.errors import InputError, UsageError
from deckgen.look import Look, look, template_of
from deckgen.make import Made, made, shown
from deckgen.model import Canvas, Detail, Notice, Progress, by_place
from deckgen.plan import outline
from deckgen.result import Built, BuiltDeck, Outline, PlannedDeck
from deckgen.save import save

if TYPE_CHECKING:
    from deckgen.fetch import Remote

__all__ = ["SIZES", "build", "explain", "inspect", "outline", "show"]

SIZES = {"16:9": looks.WIDE, "4:3": looks.STANDARD}
"""Slide sizes by the names that people call them by."""


def build(
    paths: Sequence[str | Path] = ("posts",),
    out: str | Path = "decks",
    *,
    theme: str | None = None,
    summit: str | None = None,
    detail: Detail | None = None,
    repair: bool = True,
    size: str = "16:9",
    dark: bool = False,
    layouts: looks.Layouts = None,
    fetch: Remote | None = None,
    pdf: bool = False,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> Built:
    """Builds one deck for each summit into the folder `out`, and a PDF of each if `pdf`.

    Takes the same choices as `outline`. `theme` may be the path of a company's template (.pptx, .potx), whose
    slides have the size that it has; `layouts` then says by names which of its layouts serves for which of ours.
    `size` is the slides', one of SIZES; `dark` asks for the themes' dark variants. `jobs` processes work at once;
    None leaves it to the number of decks. A run that finds another one writing to the same folder waits for it.
    Raises UsageError as `outline` does and for an unknown size, and ToolMissingError where a PDF is wanted and
    LibreOffice is missing; the decks are written by then.
    """
    canvas = _canvas(size)
    told = look(theme, canvas, dark, layouts).notices if theme else ()
    plan = outline(paths, theme=theme, summit=summit, detail=detail, repair=repair, fetch=fetch, progress=progress)
    with atomic.alone(Path(out), lambda: _tell_of_waiting(progress, Path(out), len(plan.decks))):
        decks, notices = _saved(plan, Path(out), made(plan.decks, canvas, dark, jobs, layouts), progress)
        if pdf and decks:
            decks, failed = _with_pdfs(decks, progress)
            notices += failed
    return Built(tuple(decks), by_place((*told, *plan.notices, *notices)))


def _saved(
    plan: Outline, out: Path, files: Iterator[Made], progress: Progress | None
) -> tuple[list[BuiltDeck], list[Notice]]:
    """The decks that could be written into the folder `out`, and what is to be said of these and the others."""
    decks: list[BuiltDeck] = []
    notices: list[Notice] = []
    for number, (planned, file) in enumerate(zip(plan.decks, files, strict=True), 1):
        path = out / f"{planned.deck.summit.slug}.pptx"
        notices += file.notices
        try:
            kept = save(path, file.blob)
        except InputError as error:
            notices.append(replace(error.notice, lost=True))
        else:
            notices += [kept] if kept else []
            decks.append(_built(path, planned, file))
        if progress:
            progress(str(path), number, len(plan.decks))
    return decks, notices


def _tell_of_waiting(progress: Progress | None, out: Path, total: int) -> None:
    if progress:
        progress(f"waiting for another run that writes to {out}", 0, total)


def explain(
    planned: PlannedDeck, size: str = "16:9", dark: bool = False, layouts: looks.Layouts = None
) -> tuple[str, ...]:
    """Why each of a deck's slides would look as it does: lines of text. Raises UsageError for an unknown size."""
    return layout.explain(planned.deck, look(planned.deck.theme, _canvas(size), dark, layouts).theme)


def show(
    theme: str, out: str | Path, *, size: str = "16:9", dark: bool = False, layouts: looks.Layouts = None
) -> tuple[Path, tuple[Notice, ...]]:
    """Writes a theme's specimen to `out`: a .pptx file, or a folder, where it is named after the theme.

    Gives the file's path, and what there is to warn of. Raises UsageError for an unknown theme or
    size, InputError for a theme file that cannot be used and for a place where nothing can be written.
    """
    dress = look(theme, _canvas(size), dark, layouts)
    path = Path(out)
    path = path if path.suffix == ".pptx" else path / f"{dress.theme.name}.pptx"
    if dress.base and path.exists() and path.samefile(template_of(theme)):
        raise UsageError(f"that would overwrite the template: {path}", hint="name another file or folder with -o")
    kept = save(path, shown(dress.theme, dress.base))
    return path, (*dress.notices, *((kept,) if kept else ()))


def inspect(template: str, layouts: looks.Layouts = None) -> Look:
    """What a template is like as a theme, and which of its layouts serves for what.

    Raises UsageError for a name that means no template, InputError for one that cannot be used.
    """
    if not template_of(template):
        raise UsageError(f"not a template: {template}", hint="a .pptx or .potx file, or a theme file that names one")
    return look(template, layouts=layouts)


def _canvas(size: str) -> Canvas:
    if size not in SIZES:
        raise UsageError(f"unknown slide size {size!r}", hint=f"one of {', '.join(SIZES)}")
    return SIZES[size]


def _built(path: Path, planned: PlannedDeck, file: Made) -> BuiltDeck:
    warnings = len(planned.deck.notices) + len(file.notices)
    title = planned.deck.summit.title
    sources = tuple(zip((post.path for post in planned.posts), planned.rules, strict=True))
    posts = len(planned.posts)
    return BuiltDeck(path, None, title, posts, file.slides, file.pictures, warnings, file.seconds, sources)


def _with_pdfs(decks: Sequence[BuiltDeck], progress: Progress | None) -> tuple[list[BuiltDeck], list[Notice]]:
    """The decks with their PDFs beside them; a deck that cannot be exported becomes a notice."""
    from deckgen import export

    result = export.to_pdf([deck.path for deck in decks], progress=progress)
    return [replace(deck, pdf=result.files.get(deck.path)) for deck in decks], list(result.notices)
