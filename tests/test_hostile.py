"""Input that means harm: told with a reason, the rest built, nothing read or written outside of the given folders."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import hostile
import pytest


def files(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*")}


def inside(deck: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(deck)) as package:
        assert package.testzip() is None
        return b"\n".join(package.read(name) for name in package.namelist())


@pytest.mark.parametrize("case", hostile.CASES, ids=lambda case: case.name)
def test_it_is_told_and_the_good_post_still_gets_its_deck(
    case: hostile.Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # where a header's command would leave its file
    outcome = hostile.tried(case, tmp_path)
    assert case.says in outcome.said
    refused = case in hostile.THEMES and case.says
    assert bool(outcome.decks) is not bool(refused)
    for name, deck in outcome.decks.items():
        content = inside(deck)
        assert hostile.SECRET.encode() not in content
        if name == "boston-2017.pptx":
            assert b"The keynote showed a cluster of 40 nodes" in content
    assert "boston-2017.pptx" in outcome.decks or refused
    outside = {path for path in files(tmp_path) if path.parts[:2] != ("site", "posts")}
    decks = {Path("site/decks", name) for name in outcome.decks}
    assert (
        outside
        == {Path(name) for name in ("secret.txt", "secret.png", "site", "site/decks")}
        - (set() if outcome.decks else {Path("site/decks")})
        | decks
    )
