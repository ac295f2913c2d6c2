"""The law of imports: which room may lean on which. Whoever breaks it must change this table, and say why."""

from __future__ import annotations

import ast
import sys
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "deckgen"

NOUNS = {"model", "errors"}
STAGES = {"build", "check", "export", "inspection", "report", "theme"}
ALLOWED: dict[str, set[str]] = {
    "model": set(),
    # An error carries its message as a notice, so that a run may go on and tell of it later.
    "errors": {"model"},
    # A table of summits is read as theme files are: with the line, and the key that was meant.
    "posts": NOUNS
    | {"toml", "frontmatter", "yaml", "markdown_it", "mdit_py_plugins", "latex2mathml", "charset_normalizer"},
    "summary": NOUNS,
    # What is better drawn than listed is found where the words are chosen, and measured in the same units.
    "visuals": NOUNS | {"summary"},
    # Which words stand on a slide is summary's to say, which are drawn is visuals'.
    "outline": NOUNS | {"summary", "visuals"},
    "theme": NOUNS | {"toml"},
    "toml": NOUNS,
    # The tables of widths are taken from font files once, by whoever adds a face; a build reads the tables alone.
    "metrics": NOUNS | {"fontTools"},
    # Whatever fits or does not is told by the widths of characters; where Chinese and Japanese words end, by a model.
    "layout": NOUNS | {"metrics", "budoux"},
    # A chart brings the workbook in which its data can be edited.
    "render": NOUNS | {"pptx", "lxml", "xlsxwriter"},
    "pictures": NOUNS | {"PIL"},
    # A contact sheet is a picture made of pictures; what is made takes its place whole or not at all.
    "export": NOUNS | {"atomic", "pictures"},
    # Whoever writes files does it by this one room, which knows nothing of decks.
    "atomic": NOUNS,
    # What the specimen says is data, as an outline is: it is arranged and written by the same stages as any deck.
    "specimen": NOUNS,
    "save": NOUNS | {"atomic"},
    "result": NOUNS,
    # The outline for people is written by the room that reads it back; JSON and the tree are made of the same values.
    "report": NOUNS | {"result", "outline"},
    # Decks are held to the rules by which deckgen makes its own: the same line breaks, the same contrast. What a .pptx
    # shows is told by render's reader.
    "check": NOUNS | {"layout", "metrics", "render", "result", "theme"},
    # Composes the stages, as `build` does, for those who want to know what is wrong and have nothing written.
    "inspection": NOUNS | {"check", "export", "layout", "pictures", "plan", "posts", "render", "theme"},
    # Pictures on the web are fetched only where that is asked for: the stages are handed a function for it, or none.
    "fetch": NOUNS | {"atomic", "platformdirs"},
    # The first half of a build, up to the words; `make` is the other, from there to the bytes of one deck's file.
    "plan": NOUNS | {"fetch", "posts", "pictures", "outline", "theme", "result"},
    # A template is read by render, which alone opens packages, and judged by theme: somebody must hand it over.
    "look": NOUNS | {"theme", "render", "metrics", "pictures"},
    # A deckgen.toml is read as theme files are, with the same errors, and names themes.
    "settings": NOUNS | {"theme", "toml"},
    "highlight": NOUNS | {"pygments"},
    "make": NOUNS | {"highlight", "look", "layout", "pictures", "render", "theme", "result", "specimen"},
    "build": NOUNS | {"atomic", "fetch", "look", "plan", "make", "layout", "theme", "export", "save", "result"},
    # It prints what was built and what the doctor found.
    "console": NOUNS | {"result", "doctor", "click", "rich"},
    # Whether this machine can do the work is found out by having it build and export a deck.
    "doctor": NOUNS | {"atomic", "build", "export", "theme", "metrics"},
    "cli": NOUNS | STAGES | {"console", "doctor", "fetch", "save", "settings", "result", "click", "deckgen"},
    "__init__": NOUNS | {"build", "check", "inspection", "result"},
    "__main__": {"cli"},
}
ONLY_HERE = {
    "pygments": "highlight",
    "pptx": "render",
    "lxml": "render",
    "PIL": "pictures",
    "subprocess": "export",
    "http": "fetch",
    "socket": "fetch",
}


def _files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


@cache
def _nodes(file: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(file.read_text("utf-8"))))


def _room(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imported(file: Path) -> set[str]:
    """The rooms and packages that a file imports, at its top or inside a function."""
    found: set[str] = set()
    for node in _nodes(file):
        match node:
            case ast.Import(names=names):
                found |= {_owner(alias.name) for alias in names}
            case ast.ImportFrom(module=str(module), names=names, level=0):
                if module == "deckgen":
                    found |= {a.name if (PACKAGE / a.name).exists() or _is_file(a.name) else "deckgen" for a in names}
                else:
                    found.add(_owner(module))
            case ast.ImportFrom():
                raise AssertionError(f"{file}: imports are absolute here")
    return found


def _module(file: Path) -> str:
    return ".".join(("deckgen", *file.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")


def _modules_of(file: Path) -> set[str]:
    """The modules of deckgen whose names a file asks for; a package that is merely on the way to one does not count."""
    found: set[str] = set()
    for node in _nodes(file):
        match node:
            case ast.ImportFrom(module=str(module), names=names) if module.partition(".")[0] == "deckgen":
                for alias in names:
                    inner = PACKAGE.joinpath(*module.split(".")[1:], alias.name)
                    is_module = inner.is_dir() or inner.with_suffix(".py").exists()
                    found.add(f"{module}.{alias.name}" if is_module else module)
    return found - {_module(file)}


def _is_file(name: str) -> bool:
    return (PACKAGE / f"{name}.py").exists()


def _owner(module: str) -> str:
    parts = module.split(".")
    return parts[1] if parts[0] == "deckgen" and len(parts) > 1 else parts[0]


@pytest.mark.parametrize("file", _files(), ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_room_imports_only_what_it_may(file: Path) -> None:
    room = _room(file)
    foreign = {name for name in _imported(file) if name not in sys.stdlib_module_names} - {room}
    assert foreign <= ALLOWED[room], f"{file} imports {sorted(foreign - ALLOWED[room])}"


@pytest.mark.parametrize("room", ALLOWED)
def test_the_table_allows_nothing_that_nobody_imports(room: str) -> None:
    imported = set().union(*(_imported(file) for file in _files() if _room(file) == room))
    assert not ALLOWED[room] - NOUNS - imported


def test_no_file_leads_back_to_itself() -> None:
    """Not even by imports for the type checker: whoever reads a file first has read what it builds on."""
    leads = {_module(file): _modules_of(file) for file in _files()}
    while free := {module for module, others in leads.items() if not others & leads.keys()}:
        leads = {module: others for module, others in leads.items() if module not in free}
    assert not leads


@pytest.mark.parametrize(("package", "room"), ONLY_HERE.items())
def test_some_packages_have_one_importer(package: str, room: str) -> None:
    importers = {_room(file) for file in _files() if package in _imported(file)}
    assert importers == {room}


def test_layout_opens_no_files() -> None:
    for file in (PACKAGE / "layout").glob("*.py"):
        assert not {"pathlib", "os", "io"} & _imported(file), file
