"""Where theme files lie, and how one extends another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from deckgen import toml
from deckgen.errors import InputError, UsageError
from deckgen.theme.fields import RULE

FILE = "theme.toml"
DARK = "dark"
"""The table of what is otherwise in the theme's dark variant."""
Raw = dict[str, Any]


def folder() -> Path:
    """The built-in themes: inside the package when installed, beside it in a working copy."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "themes"
    return inside if inside.is_dir() else package.parent / "themes"


def names() -> tuple[str, ...]:
    """The built-in themes: `plain` first, as the base of the others, then by name."""
    found = sorted(path.parent.name for path in folder().glob(f"*/{FILE}"))
    return tuple(sorted(found, key=lambda name: name != "plain"))


def find(name: str, beside: Path | None = None) -> Path:
    """The theme file for a built-in name, or for a path to a theme file or its folder (relative to `beside`).

    Raises UsageError, naming the choices, when there is none.
    """
    built_in = folder() / name / FILE
    if name in names():
        return built_in
    path = (beside or Path()) / name
    path = path / FILE if path.is_dir() else path
    if path.is_file() and path.suffix == ".toml":
        return path
    raise UsageError(f"unknown theme: {name}", hint=f"{toml.choices(name, names())}, or give a {FILE}")


def read(path: Path) -> Raw:
    """The theme file's tables, laid over those of the themes that it extends. Raises InputError."""
    chain: list[Raw] = []
    seen: set[Path] = set()
    here: Path | None = path
    while here is not None:
        if here.resolve() in seen:
            raise InputError(
                "extends: a theme cannot extend itself", path=str(path), hint="break the circle", rule=RULE
            )
        seen.add(here.resolve())
        raw = _tables(here)
        base = raw.pop("extends", None)
        chain.append(raw)
        here = None if base is None else _base(base, here)
    merged: Raw = {}
    for raw in reversed(chain):
        merged = laid_over(_outdated(merged, raw), raw)
    return merged


def _outdated(base: Raw, over: Raw) -> Raw:
    """The base without the dark colours whose light ones change: those are then derived from the new ones."""
    night, changed = base.get(DARK), over.get("palette")
    if not isinstance(night, dict) or not isinstance(night.get("palette"), dict) or not isinstance(changed, dict):
        return base
    kept = {key: value for key, value in night["palette"].items() if key not in changed}
    return {**base, DARK: {**night, "palette": kept}}


def _tables(path: Path) -> Raw:
    """What a theme file says, with the path of its template from here rather than from the file."""
    raw = toml.parsed(path, RULE)
    if isinstance(raw.get("template"), str):
        raw["template"] = str(path.parent / raw["template"])
    return raw


def _base(name: object, file: Path) -> Path:
    if not isinstance(name, str):
        raise InputError(
            "extends: not the name of a theme",
            path=str(file),
            hint=f"choose {', '.join(names())}",
            rule=RULE,
        )
    try:
        return find(name, file.parent)
    except UsageError as error:
        raise InputError(
            f"extends: {error.notice.message}", path=str(file), hint=error.notice.hint, rule=RULE
        ) from error


def laid_over(base: Raw, over: Raw) -> Raw:
    """The tables of `base` with what `over` says instead, table by table."""
    merged = dict(base)
    for key, value in over.items():
        old = merged.get(key)
        merged[key] = laid_over(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged
