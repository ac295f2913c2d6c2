"""What is wrong with posts is found at its line, and nothing in those that are well made."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner
from PIL import Image
from spoilt import SENTENCE, clean, picture, saved, textbox

import deckgen
from deckgen.check import RULES, Checked, Finding
from deckgen.cli import main
from deckgen.errors import UsageError
from deckgen.inspection import check

CASES = Path(__file__).parent / "cases" / "check"
GOOD = """\
---
title: OpenStack Summit Barcelona, day three
date: 2016-10-27
author: Chen Rui
---

## Networks without broadcasts

Every rack is a network of its own, and broadcasts end there. See [the numbers](#numbers-of-the-test).

![racks and their routers](racks.png)

## Numbers of the test

* 1000 nodes answer in 40 ms
* 2000 nodes answer in 45 ms
"""
TEXT = "\n\nEvery rack is a network of its own, and broadcasts end there.\n"


def folder_with(tmp_path: Path, post: str | bytes, name: str = "2016-10-27-barcelona.md") -> Path:
    folder = tmp_path / "posts"
    folder.mkdir()
    Image.new("RGB", (1280, 960), (40, 90, 140)).save(folder / "racks.png")
    (folder / name).write_bytes(post if isinstance(post, bytes) else post.encode())
    return folder


def test_a_good_post_has_no_findings(tmp_path: Path) -> None:
    checked = check([folder_with(tmp_path, GOOD)])
    assert checked.findings == ()
    assert len(checked.posts) == 1
    assert checked.exit_code(strict=True) == 0


SPOILT: dict[str, tuple[str, str, int, str | bytes]] = {
    "a picture that is not there": ("picture-missing", "error", 11, GOOD.replace("(racks.png)", "(rack.png)")),
    "a picture on the web": ("picture-refused", "error", 11, GOOD.replace("racks.png", "https://example.org/r.png")),
    "a picture within the text": (
        "picture-refused",
        "error",
        11,
        GOOD.replace("racks.png", "data:image/png;base64,AAAA"),
    ),
    "a heading with nothing below it": (
        "heading-empty",
        "warning",
        13,
        GOOD.replace("## Numbers", "## Questions\n\n## Numbers"),
    ),
    "a heading at the end": ("heading-empty", "warning", 18, GOOD + "\n## Questions\n"),
    "a link to no heading": ("link-dead", "warning", 9, GOOD.replace("#numbers-of", "#figures-of")),
    "a link to no file": ("link-dead", "warning", 18, GOOD + "\nSee [day two](2016-10-26-barcelona.md).\n"),
    "broken structure": ("structure-guessed", "note", 18, GOOD + "\n##Questions" + TEXT),
    "a heading like a paragraph": ("title-long", "warning", 18, GOOD + "\n## " + SENTENCE.strip(". ") * 4 + TEXT),
    "an event that nobody names": (
        "summit-unknown",
        "warning",
        1,
        GOOD.replace("OpenStack Summit Barcelona, day three", "Notes of a journey").replace("2016-10-27", "2009-01-02"),
    ),
    "another encoding": ("encoding", "warning", 1, GOOD.replace("Chen Rui", "陈锐网络讲座记录").encode("gb18030")),
    "a theme that is not there": ("post-setting", "warning", 4, GOOD.replace("author:", "theme: purple\nauthor:")),
    "a date that is none": ("post-setting", "warning", 3, GOOD.replace("2016-10-27", "the day before")),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_planted_fault_is_found_at_its_line_and_nothing_else(name: str, tmp_path: Path) -> None:
    rule, severity, line, post = SPOILT[name]
    filed = "notes.md" if rule == "summit-unknown" else "2016-10-27-barcelona.md"
    checked = check([folder_with(tmp_path, post, filed)])
    seen = [(finding.rule, finding.severity, finding.line) for finding in checked.findings]
    assert seen == [(rule, severity, line)], [str(finding) for finding in checked.findings]
    assert checked.findings[0].hint
    assert checked.exit_code() == int(severity == "error")
    assert checked.exit_code(strict=True) == int(severity != "note")


def test_an_unreadable_picture_is_found(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, GOOD)
    (folder / "racks.png").write_bytes((folder / "racks.png").read_bytes()[:900])
    assert [finding.rule for finding in check([folder]).findings] == ["picture-unusable"]


def test_a_small_picture_is_found(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, GOOD)
    Image.new("RGB", (300, 180), (40, 90, 140)).save(folder / "racks.png")
    (finding,) = check([folder]).findings
    assert (finding.rule, finding.severity, finding.line) == ("picture-small", "warning", 11)


def test_an_empty_post_is_found_and_the_others_are_checked(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, GOOD)
    (folder / "empty.md").write_text("---\ntitle: nothing\n---\n")
    (finding,) = check([folder]).findings
    assert (finding.rule, finding.severity) == ("post-unreadable", "error")


def test_the_same_post_twice_is_found(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, GOOD)
    (folder / "copy of barcelona 2016.md").write_text(GOOD.replace("\n", "\r\n"), newline="")
    assert "post-doubled" in {finding.rule for finding in check([folder]).findings}


@pytest.mark.parametrize(
    "link", ["#Numbers-of-the-test", "#numbersofthetest", "#numbers_of_the_test", "#top", "#", "#named", "#%E7%BD%91"]
)
def test_anchors_of_all_site_generators_are_known(link: str, tmp_path: Path) -> None:
    post = GOOD.replace("#numbers-of-the-test", link) + '\n<a name="named"></a>\n\n### 网' + TEXT
    assert [str(finding) for finding in check([folder_with(tmp_path, post)]).findings] == []


def test_files_beside_the_post_are_found(tmp_path: Path) -> None:
    post = GOOD + "\nSee [the slides](../papers/net%20work.pdf#page=3) and [the site](/2016/10/27/notes.md).\n"
    folder = folder_with(tmp_path, post)
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "net work.pdf").write_bytes(b"%PDF")
    assert check([folder]).findings == ()


def test_posts_and_decks_are_checked_together(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, GOOD)
    (folder / "talks").mkdir()
    saved(clean(), folder / "talks" / "talk.pptx")
    (folder / "talks" / "~$talk.pptx").write_bytes(b"locked")
    checked = check([folder, folder / "talks" / "talk.pptx"])
    assert (len(checked.posts), [Path(deck).name for deck in checked.decks]) == (1, ["talk.pptx"])
    sizes = dict(checked.sizes[0][1])
    assert {"slides", "pictures", "layouts"} <= sizes.keys()
    assert 0 < sum(sizes.values()) <= Path(checked.decks[0]).stat().st_size


def test_wrong_calls_are_told(tmp_path: Path) -> None:
    for path, said in (
        ("nowhere", "no such file"),
        ("notes.docx", "neither a post nor a deck"),
        ("", "nothing to check"),
    ):
        (tmp_path / "notes.docx").write_bytes(b"")
        (tmp_path / "empty").mkdir(exist_ok=True)
        with pytest.raises(UsageError, match=said):
            check([tmp_path / (path or "empty")])


def test_the_library_gives_the_same(tmp_path: Path) -> None:
    checked = deckgen.check([folder_with(tmp_path, GOOD)])
    assert isinstance(checked, Checked)
    assert checked.findings == ()


def spoilt_folder(tmp_path: Path) -> Path:
    folder = folder_with(tmp_path, GOOD.replace("(racks.png)", "(rack.png)") + "\n## Questions\n")
    deck = clean()
    textbox(deck.slides[1], SENTENCE * 3, 6, 2, 3, 0.7).name = "Aside & more"
    textbox(deck.slides[2], SENTENCE * 3, 6, 4, 3, 0.7)
    saved(deck, folder / "talk über 网络.pptx")
    return folder


def run(*words: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["check", *map(str, words)])
    assert not result.exception or isinstance(result.exception, SystemExit), result.output
    return result.exit_code, result.stdout


def test_text_groups_by_file_tells_a_hint_once_and_counts(tmp_path: Path) -> None:
    code, said = run(spoilt_folder(tmp_path))
    groups = said.rstrip("\n").split("\n\n")
    assert code == 1
    assert groups[-1] == "1 post and 1 deck checked: 3 errors, 1 warning"
    assert groups[0].splitlines()[0].endswith("barcelona.md:11: picture not found: rack.png [picture-missing]")
    assert groups[0].splitlines()[1].startswith("  hint: looked in ")
    assert [line.startswith("  hint: ") for line in groups[1].splitlines()] == [False, True, False]
    assert "talk über 网络.pptx: slide 2, Aside & more: text is about " in groups[1]


def test_exit_codes(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, GOOD + "\n## Questions\n")
    assert run(folder)[0] == 0
    assert run(folder, "--strict")[0] == 1
    assert run(tmp_path / "nowhere")[0] == 2


def test_nothing_found_is_told(tmp_path: Path) -> None:
    assert run(folder_with(tmp_path, GOOD)) == (0, "1 post checked: nothing found\n")


def test_json_has_everything(tmp_path: Path) -> None:
    folder = spoilt_folder(tmp_path)
    code, said = run(folder, "--format", "json")
    found = json.loads(said)
    assert code == 1
    assert found["summary"] == {"error": 3, "warning": 1, "note": 0}
    assert [Path(post).name for post in found["posts"]] == ["2016-10-27-barcelona.md"]
    assert found["decks"][0]["bytes"]["pictures"] > 0
    assert found["findings"][0]["line"] == 11
    overflow = found["findings"][2]
    assert (overflow["rule"], overflow["slide"], overflow["shape"]) == ("text-overflow", 2, "Aside & more")
    assert overflow["line"] is None


def sarif(folder: Path) -> Any:
    schema = json.loads((CASES / "sarif.schema.json").read_text())
    log = json.loads(run(folder, "--format", "sarif")[1])
    checker = jsonschema.FormatChecker()
    jsonschema.Draft7Validator(schema, format_checker=checker).validate(log)
    return log["runs"][0]


def test_sarif_is_valid_and_points_at_the_places(tmp_path: Path) -> None:
    result = sarif(spoilt_folder(tmp_path))
    rules = result["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    assert all(rules[found["ruleIndex"]]["id"] == found["ruleId"] for found in result["results"])
    first, _, overflow, _ = result["results"]
    assert first["locations"][0]["physicalLocation"]["region"] == {"startLine": 11}
    place = overflow["locations"][0]
    assert place["physicalLocation"]["artifactLocation"]["uri"].endswith("talk%20%C3%BCber%20%E7%BD%91%E7%BB%9C.pptx")
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "slide 2/Aside & more"
    assert len(result["artifacts"]) == 2


def test_sarif_of_nothing_is_valid(tmp_path: Path) -> None:
    assert sarif(folder_with(tmp_path, GOOD))["results"] == []


def test_paths_in_sarif_stay_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder_with(tmp_path, GOOD + "\n## Questions\n")
    monkeypatch.chdir(tmp_path)
    (result,) = sarif(Path("posts"))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "posts/2016-10-27-barcelona.md"


def test_every_finding_names_a_rule() -> None:
    assert all(said.endswith(".") and rule.islower() for rule, said in RULES.items())
    with pytest.raises(TypeError):
        Finding("link-dead", "note", "nowhere")  # type: ignore[call-arg]


def test_a_picture_of_a_deck_is_measured() -> None:
    from deckgen.pictures.dimensions import dimensions

    assert dimensions(picture(320, 200).getvalue()) == (320, 200, False)
    assert dimensions(b"no picture") is None
