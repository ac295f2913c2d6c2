"""Posts: plain-text cases for every repair and every kind of block, and what must hold for any text whatsoever.

A case is a title, a dot, what was written, a dot, what is made of it, a dot. `␠` stands for a space at the end of a
line. `DECKGEN_RENEW=1 pytest tests/test_posts.py` writes what is made anew; read the difference before you keep it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from deckgen import posts
from deckgen.model import Bullets, Code, Picture, Post, Prose, Quote, Runs, Table
from deckgen.posts.lines import join, split
from deckgen.posts.repair import RULES
from deckgen.posts.repair.rule import guarded

CASES = Path(__file__).parent / "cases" / "posts"
RENEW = bool(os.environ.get("DECKGEN_RENEW"))


@dataclass(frozen=True)
class Case:
    file: Path
    title: str
    written: str
    made: str


def cases(folder: str) -> list[Case]:
    return [case for file in sorted((CASES / folder).glob("*.txt")) for case in _cases(file)]


def _cases(file: Path) -> Iterator[Case]:
    lines = file.read_text("utf-8").split("\n")
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        title, dot = lines[at], at + 1
        middle = lines.index(".", dot + 1)
        end = lines.index(".", middle + 1)
        yield Case(file, title, "\n".join(lines[dot + 1 : middle]), "\n".join(lines[middle + 1 : end]))
        at = end + 1


def check(case: Case, made: str) -> None:
    if RENEW and made != case.made:
        text = case.file.read_text("utf-8")
        head = f"{case.title}\n.\n{case.written}\n.\n"
        old = head + (f"{case.made}\n" if case.made else "") + ".\n"
        assert old in text
        case.file.write_text(text.replace(old, f"{head}{made}\n.\n"), "utf-8")
        return
    assert made == case.made


def named(case: Case) -> str:
    return f"{case.file.stem}: {case.title}"


@pytest.mark.parametrize("case", cases("rules"), ids=named)
def test_a_rule(case: Case) -> None:
    lines = split(case.written.replace("␠", " "))
    first = True
    for rule in (rule for rule in RULES if rule.name == case.file.stem):
        # Rules that come before the lines are guarded look at them as they are.
        lines = rule.mend(lines if not first or rule.name in ("too-deep", "indented-prose") else guarded(lines)).lines
        first = False
    assert not first, "no rule of that name"
    check(case, re.sub(" +$", lambda found: "␠" * len(found[0]), join(lines), flags=re.MULTILINE))


def test_every_rule_has_cases_and_a_reason() -> None:
    assert {rule.name for rule in RULES} == {file.stem for file in (CASES / "rules").glob("*.txt")}
    assert all(rule.reason for rule in RULES)


def printed(post: Post) -> str:
    """The post as lines: sections with their level, blocks with their kind and lines."""
    out: list[str] = []
    for section in post.sections:
        out.append(f"{'=' * section.level or '-'} {' > '.join(section.path)} :{section.source.line}".replace("  ", " "))
        for block in section.blocks:
            out.extend(_printed(block))
        out.extend(f"N {aside.text} :{aside.source.line}" for aside in section.asides)
    out.extend(f"! {notice.line} {notice.message}" for notice in post.notices)
    return "\n".join(out)


def _printed(block: object) -> list[str]:
    match block:
        case Prose(text, source):
            return [f"P {_styled(text)} :{source.line}-{source.end_line}"]
        case Bullets(items):
            return [
                f"{'  ' * i.level}* {i.number} {_styled(i.text)} :{i.source.line}".replace("*  ", "* ") for i in items
            ]
        case Quote(paragraphs, by, source):
            return [f"> {_styled(paragraph)} :{source.line}" for paragraph in paragraphs] + ([f">> {by}"] if by else [])
        case Code(text, language, source):
            return [f"C {language} {text!r} :{source.line}-{source.end_line}"]
        case Table(header, rows, source):
            cells = [" | ".join(_styled(cell) for cell in row) for row in (header, *rows)]
            return [f"T {row}" for row in cells] + [f"T :{source.line}"]
        case Picture(_, written, alt, title, source):
            return [f"I {written} ({alt}) ({title}) :{source.line}"]
    raise AssertionError(block)


def _styled(text: Runs) -> str:
    out = ""
    for run in text:
        marks = "**" * run.bold + "_" * run.italic + "`" * run.code + "~~" * run.struck
        marks += {"": "", "raised": "^", "lowered": "~"}[run.script]
        out += marks + run.text.replace("\n", "⏎") + marks[::-1] + (f"<{run.link}>" if run.link else "")
    return out


@pytest.mark.parametrize("case", cases("blocks"), ids=named)
def test_blocks(case: Case, tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a.png").write_bytes(b"a picture")
    file = tmp_path / "post.md"
    file.write_text(case.written.replace("␠", " "), "utf-8")
    check(case, printed(posts.read(file, tmp_path)))
