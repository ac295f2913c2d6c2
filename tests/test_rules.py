"""Whatever warns or refuses says by which rule: notices and errors about input name one that `check` knows."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import deckgen
from deckgen.check import RULES, Finding
from deckgen.check.notices import of_notice
from deckgen.model import Notice

PACKAGE = Path(__file__).resolve().parent.parent / "deckgen"
MAKERS = {"Notice": 5, "InputError": 6}
"""What makes a notice, and after how many arguments without a name its rule would stand."""


def _makers(tree: ast.Module) -> dict[str, int]:
    """The makers of a file: the two above, and functions of its own that hand a rule on to one of them."""
    own = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name != "__init__")
    names = {node.name: [arg.arg for arg in node.args.args if arg.arg != "self"] for node in own if _makes(node)}
    return MAKERS | {name: arguments.index("rule") for name, arguments in names.items() if "rule" in arguments}


def _makes(function: ast.FunctionDef) -> bool:
    return any(isinstance(node, ast.Name) and node.id in MAKERS for node in ast.walk(function))


def _rules_named(value: ast.expr | None, constants: dict[str, str]) -> list[str]:
    """The ids that an argument may stand for; one that is handed on is told where its maker is called."""
    match value:
        case ast.Constant(value=str(rule)):
            return [rule]
        case ast.IfExp(body=body, orelse=other):
            return _rules_named(body, constants) + _rules_named(other, constants)
        case ast.Name(id="rule"):
            return []
        case ast.Name(id=name):
            return [constants.get(name, f"the unknown {name}")]
    return ["none"]


@cache
def _constants(folder: Path) -> dict[str, str]:
    """The name that stands for a rule in a folder's files, where there is one."""
    return {
        name: rule
        for file in folder.glob("*.py")
        for node in ast.parse(file.read_text("utf-8")).body
        for name, rule in _constant(node)
    }


def _constant(node: ast.stmt) -> list[tuple[str, str]]:
    match node:
        case ast.Assign(targets=[ast.Name(id="RULE" as name)], value=ast.Constant(value=str(rule))):
            return [(name, rule)]
    return []


def _named_in(file: Path) -> list[tuple[int, str]]:
    """The line of everything in a file that makes a notice or an error about input, and the rule that it names."""
    tree = ast.parse(file.read_text("utf-8"))
    makers = _makers(tree)
    constants = _constants(file.parent)
    found: list[tuple[int, str]] = []
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in makers:
                positional = node.args[makers[name]] if len(node.args) > makers[name] else None
                value = next((word.value for word in node.keywords if word.arg == "rule"), positional)
                found += ((node.lineno, rule) for rule in _rules_named(value, constants))
    return found


def test_whatever_makes_a_notice_names_a_rule() -> None:
    named = [(file, line, rule) for file in sorted(PACKAGE.rglob("*.py")) for line, rule in _named_in(file)]
    assert not [f"{file}:{line}: {rule}" for file, line, rule in named if rule not in RULES]
    # Were the makers not found, there would be nothing to hold against them.
    assert len(named) > 40
    assert {"picture-missing", "picture-refused", "post-setting", "setting-unusable"} <= {rule for *_, rule in named}


def test_a_build_tells_the_rules(tmp_path: Path) -> None:
    posts = tmp_path / "posts"
    posts.mkdir()
    (posts / "a.md").write_text(
        "---\ntitle: A talk\ndate: someday\ntheme: nosuch\n---\n\n## One\n\n![](gone.png) and [two](#nowhere).\n\n"
        "![](https://example.org/a.png)\n\nThe racks are networks of their own.\n"
    )
    (posts / "b.md").write_bytes(
        b"# B\n\nThe text of \xff\xfe one flipped pair of bytes in a long enough line of it.\n"
    )
    (posts / "empty.md").write_text("")
    built = deckgen.build([posts], tmp_path / "decks")
    rules = {notice.rule for notice in built.notices}
    assert rules >= {"post-setting", "picture-missing", "picture-refused", "link-dead", "post-unreadable"}
    assert rules <= RULES.keys()


def test_a_notice_becomes_a_finding() -> None:
    notice = Notice("picture not found: a.png", "a.md", 3, "look again", rule="picture-missing")
    finding = Finding("picture-missing", "warning", "picture not found: a.png", "a.md", 3, hint="look again")
    assert of_notice(notice) == finding
    assert of_notice(Notice("picture not found", lost=True, rule="picture-missing")).severity == "error"
