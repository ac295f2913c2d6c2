"""Damaged input of every kind: no exception but deckgen's own, and no deck that cannot be opened."""

from __future__ import annotations

import os
from pathlib import Path

import fuzz
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

EXAMPLES = int(os.environ.get("DECKGEN_EXAMPLES", "25"))


@pytest.mark.parametrize("target", fuzz.TARGETS)
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_damage_is_told_or_shown(target: str, data: st.DataObject) -> None:
    fuzz.TARGETS[target](data.draw(fuzz.damaged(target)))


@pytest.mark.parametrize("file", sorted(fuzz.CORPUS.glob("*/*")), ids=lambda file: f"{file.parent.name}/{file.name}")
def test_the_corpus_as_it_is(file: Path) -> None:
    fuzz.TARGETS[file.parent.name](file.read_bytes())
