"""The command line as a user calls it: in a process of its own."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import click
import corporate
import jsonschema
import pytest

import deckgen
from deckgen.cli import main

HERE = Path(__file__).resolve().parent.parent
POST = """---
title: 东京峰会见闻
date: 2015-10-28
---
## 统一的API

统一的API可以满足对数据中心的抽象，快速满足应用部署变更以及应急需求。
Yahoo日本有50000+虚机、20PB数据和20+OpenStack集群，并运行关键业务。

## 容器

* Magnum负责容器集群
* Kuryr负责容器网络
"""


def run(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`deckgen WORDS` in the folder `cwd`."""
    env = {**os.environ, "PYTHONWARNINGS": "error", **environment}
    return subprocess.run(
        [sys.executable, "-m", "deckgen", *words],
        cwd=cwd,
        env=env,
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )


@pytest.fixture
def trip(tmp_path: Path) -> Path:
    """A folder with the folder `posts` in it, which holds one post."""
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "tokyo.md").write_text(POST, "utf-8")
    return tmp_path


def test_build_without_words_makes_decks_of_posts(trip: Path) -> None:
    done = run("build", cwd=trip)
    assert (done.returncode, done.stderr) == (0, "[1/1] decks/tokyo-2015.pptx\n")
    assert zipfile.is_zipfile(trip / "decks" / "tokyo-2015.pptx")
    head, row = (line.split("\t") for line in done.stdout.splitlines())
    assert head == ["deck", "posts", "slides", "pictures", "warnings", "seconds"]
    assert row[:5] == ["decks/tokyo-2015.pptx", "1", "6", "0", "0"]


def test_the_same_posts_give_the_same_bytes_in_one_process_and_in_two(trip: Path) -> None:
    (trip / "posts" / "austin.md").write_text(POST.replace("东京", "奥斯汀").replace("2015", "2016"), "utf-8")
    run("build", "posts", "-o", "one", cwd=trip, PYTHONHASHSEED="1")
    done = run("build", "posts", "-o", "two", "--jobs", "2", cwd=trip, PYTHONHASHSEED="2", TZ="Asia/Tokyo")
    assert done.returncode == 0
    for name in ("tokyo-2015.pptx", "austin-2016.pptx"):
        assert (trip / "one" / name).read_bytes() == (trip / "two" / name).read_bytes()


def test_a_missing_picture_is_told_with_its_line_and_the_rest_is_built(trip: Path) -> None:
    (trip / "posts" / "tokyo.md").write_text(POST + "\n![](images/keynote.png)\n", "utf-8")
    done = run("build", cwd=trip)
    assert done.returncode == 1
    assert "error: posts/tokyo.md:15: picture not found: images/keynote.png\n  hint: looked in" in done.stderr
    assert (trip / "decks" / "tokyo-2015.pptx").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="names of files hold no control characters there")
def test_the_name_of_a_file_does_not_command_the_terminal(trip: Path) -> None:
    (trip / "posts" / "tokyo.md").unlink()
    (trip / "posts" / "bell\a\x1b[2J.md").write_text(POST + "\n![](gone.png)\n", "utf-8")
    for words in (("outline",), ("check",)):
        done = run(*words, cwd=trip)
        assert not {"\a", "\x1b"} & set(done.stdout + done.stderr)
        assert "posts/bell\ufffd\ufffd[2J.md" in done.stdout


def test_where_no_deck_can_be_written_there_is_no_table(trip: Path) -> None:
    (trip / "decks" / "tokyo-2015.pptx").mkdir(parents=True)
    done = run("build", cwd=trip)
    assert (done.returncode, done.stdout) == (1, "")
    assert "error: decks/tokyo-2015.pptx: the deck cannot be written" in done.stderr


def test_one_bad_post_does_not_stop_the_others(trip: Path) -> None:
    (trip / "posts" / "empty.md").write_bytes(b"")
    done = run("build", cwd=trip)
    assert done.returncode == 1
    assert "error: posts/empty.md" in done.stderr
    assert (trip / "decks" / "tokyo-2015.pptx").exists()


def test_strict_turns_a_warning_into_a_failure(trip: Path) -> None:
    (trip / "posts" / "tokyo.md").write_bytes(POST.encode("gb18030"))
    assert run("outline", cwd=trip).returncode == 0
    assert run("outline", "--strict", cwd=trip).returncode == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("build", "nowhere"), "nowhere: no such file or folder"),
        (("build", "--theme", "paris"), "unknown theme"),
        (("build", "--template", "posts/tokyo.md"), "not a template: posts/tokyo.md"),
        (("build", "--cache", "kept"), "--cache goes with --fetch"),
        (("build", "--pfd"), "did you mean --pdf?"),
        (("build", "--detail", "everything"), "'everything' is not one of 'brief', 'standard', 'full'"),
        (("build", "posts/notes.docx"), "not a post"),
        (("outline", "--layout", "--format", "json"), "--layout goes without --format and -v"),
        (("outline", "-o", "outlines"), "-o goes with --format markdown"),
        (("check", "posts/notes.docx"), "posts/notes.docx: neither a post nor a deck"),
        (("export",), "missing argument 'DECK...'"),
        (("export", "nowhere.pptx"), "nowhere.pptx: no such file or folder"),
        (("export", "posts"), "no decks in posts"),
        (("themes", "--specimen", "paris"), "unknown theme: paris"),
        (("themes", "--inspect", "tokyo"), "not a template: tokyo"),
        (("themes", "-o", "tokyo.pptx"), "-o goes with --specimen"),
        (("themes", "--size", "4:3"), "--size goes with --specimen"),
        (("doctor", "here"), "got unexpected extra argument (here)"),
        (("nonsense",), "no such command 'nonsense'"),
    ],
)
def test_wrong_usage_is_told_and_exits_with_2(trip: Path, words: tuple[str, ...], message: str) -> None:
    (trip / "posts" / "notes.docx").write_bytes(b"")
    done = run(*words, cwd=trip)
    assert done.returncode == 2
    assert done.stderr.startswith("error: ")
    assert message in done.stderr
    assert done.stdout == ""


def test_a_call_without_words_is_answered_with_help_and_exits_with_2(tmp_path: Path) -> None:
    done = run(cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == run("--help", cwd=tmp_path).stdout


def test_a_folder_without_posts_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "posts").mkdir()
    done = run("build", cwd=tmp_path)
    assert done.returncode == 2
    assert "no posts in posts" in done.stderr


def test_outline_as_json_keeps_its_schema(trip: Path) -> None:
    done = run("outline", "posts", "--format", "json", cwd=trip)
    assert done.returncode == 0
    found = json.loads(done.stdout)
    jsonschema.validate(found, json.loads((HERE / "deckgen" / "outline.schema.json").read_text("utf-8")))
    (post,) = found["posts"]
    assert (post["path"], post["title"], post["date"]) == ("posts/tokyo.md", "东京峰会见闻", "2015-10-28")
    assert (post["summit"], post["summit_rule"]) == ("tokyo-2015", "title names 东京, the date 2015-10-28")
    assert [(h["text"], h["line"]) for h in post["headings"]] == [("统一的API", 5), ("容器", 10)]
    bullets = [b for slide in found["decks"][0]["slides"] for b in slide["bullets"] if slide["section"] == ["容器"]]
    assert [b["text"] for b in bullets] == ["Magnum负责容器集群", "Kuryr负责容器网络"]
    assert bullets[1]["source"] == {"path": "posts/tokyo.md", "line": 13, "end_line": 13}
    said = {slide["kind"]: [line["text"] for line in slide["lines"]] for slide in found["decks"][0]["slides"]}
    assert said["agenda"][:2] == ["1 统一的API", "2 容器"]
    assert said["sources"] == ["东京峰会见闻"]
    assert said["title"][-1].endswith("1篇现场笔记")
    keys = {slide["key"] for slide in found["decks"][0]["slides"]}
    agenda = next(slide for slide in found["decks"][0]["slides"] if slide["kind"] == "agenda")
    assert {line["target"] for line in agenda["lines"]} <= keys


def test_outline_as_text_tells_the_rule_and_the_repairs(trip: Path) -> None:
    (trip / "posts" / "tokyo.md").write_text(POST.replace("\n\n## 容器", "## 容器"), "utf-8")
    done = run("outline", "-v", cwd=trip)
    assert "[summit by title names 东京" in done.stdout
    assert re.search(r"line \d+: \S*glued", done.stdout)
    assert not re.search(r"line \d+:", run("outline", "-v", "--no-repair", cwd=trip).stdout)


def test_build_tells_the_rule_and_which_of_several_posts_no_summit_was_found_for(trip: Path) -> None:
    stray = "---\ntitle: Notes of a journey\ndate: 2009-01-02\n---\n" + POST.partition("---\n## ")[2]
    (trip / "posts" / "stray.md").write_text(stray, "utf-8")
    done = run("build", "-v", cwd=trip)
    assert "posts/tokyo.md: in decks/tokyo-2015.pptx, its summit by title names 东京" in done.stderr
    assert "posts/stray.md: in decks/notes-of-a-journey.pptx, its summit by title alone\n" in done.stderr
    told = "warning: posts/stray.md:1: nothing says which summit the post belongs to: it gets a deck of its own\n"
    assert told in done.stderr
    assert [line.split("\t")[4] for line in done.stdout.splitlines()] == ["warnings", "1", "0"]
    assert (done.returncode, run("build", "--strict", cwd=trip).returncode) == (0, 1)
    assert run("build", "posts/stray.md", "--strict", cwd=trip).returncode == 0


def test_a_missing_libreoffice_exits_with_3_and_leaves_the_decks(trip: Path) -> None:
    done = run("build", "--pdf", cwd=trip, PATH="/nonexistent", DECKGEN_SOFFICE="/nonexistent/soffice")
    assert done.returncode == 3
    assert "install" in done.stderr
    assert (trip / "decks" / "tokyo-2015.pptx").exists()


def test_an_edited_deck_is_kept(trip: Path) -> None:
    (trip / "decks").mkdir()
    (trip / "decks" / "tokyo-2015.pptx").write_bytes(b"a person's own")
    done = run("build", cwd=trip)
    assert "tokyo-2015.edited-1.pptx" in done.stderr
    assert (trip / "decks" / "tokyo-2015.edited-1.pptx").read_bytes() == b"a person's own"


def test_no_color_where_none_is_wanted(trip: Path) -> None:
    done = run("doctor", "--quick", cwd=trip, NO_COLOR="1")
    assert done.returncode == 0
    assert "\x1b[" not in done.stdout
    assert f"Python {sys.version_info.major}.{sys.version_info.minor}" in done.stdout


def test_themes_lists_all_seven_with_their_colours(trip: Path) -> None:
    names = [line.split("\t")[0] for line in run("themes", cwd=trip).stdout.splitlines()[1:]]
    assert set(names) == {"plain", "briefing", "barcelona", "beijing", "vancouver", "austin", "tokyo"}


def test_the_version_is_told() -> None:
    assert run("--version", cwd=HERE).stdout == f"deckgen {deckgen.__version__}\n"


@pytest.mark.parametrize("command", [None, *main.commands], ids=str)
def test_help_has_examples_explains_every_option_and_waits_for_nothing_heavy(command: str | None) -> None:
    words = [command, "--help"] if command else ["--help"]
    code = (
        f"import sys; sys.argv[1:] = {words}; import atexit; atexit.register(lambda: print(*sys.modules, file="
        "sys.stderr)); from deckgen.__main__ import run; run()"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60)
    assert "Examples:" in done.stdout
    options = main.commands[command].params if command else main.params
    assert not [option.name for option in options if isinstance(option, click.Option) and not option.help]
    loaded = set(done.stderr.split())
    assert "deckgen.cli" in loaded
    assert not loaded & {"deckgen.model", "deckgen.build", "markdown_it", "pptx", "PIL", "rich"}


@pytest.mark.parametrize("module", ["build", "check", "outline", "inspection"])
def test_the_functions_of_the_library_go_before_modules_of_the_same_name(module: str) -> None:
    code = f"import deckgen.{module}, deckgen; print(*map(callable, (deckgen.build, deckgen.check, deckgen.outline)))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60)
    assert done.stdout == "True True True\n"


README = (HERE / "README.md").read_text("utf-8")


def commands() -> list[str]:
    """Every command line that the README shows."""
    lines = re.findall(r"^\$ (deckgen .*)$", README, re.MULTILINE)
    return [line.split("  #")[0].strip() for line in lines]


def blocks(language: str) -> list[str]:
    """Every block of the README in that language."""
    found = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    return [text for name, text in found if name == language]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with posts of the project's own and a template, as a user has it who follows the README.

    The posts of two summits do for all of its commands.
    """
    folder = tmp_path_factory.mktemp("checkout")
    left_out = shutil.ignore_patterns("*austin*", "*barcelona*", "*vancouver*", "draw")
    shutil.copytree(HERE / "posts", folder / "posts", ignore=left_out)
    (folder / "corp.pptx").write_bytes(corporate.template())
    return folder


@pytest.fixture(scope="module")
def followed(checkout: Path) -> dict[str, subprocess.CompletedProcess[str]]:
    """What came of each command, one after another: some take what others made."""
    return {command: run(*shlex.split(command)[1:], cwd=checkout) for command in commands()}


@pytest.mark.parametrize("command", commands())
def test_every_command_of_the_readme_runs(followed: dict[str, subprocess.CompletedProcess[str]], command: str) -> None:
    # One of the posts shows a missing picture on purpose, so that whatever reads all of them ends with 1.
    done = followed[command]
    assert done.returncode == int("posts" in shlex.split(command)), done.stderr
    assert "Traceback" not in done.stderr


def test_the_error_that_the_readme_shows_is_the_one_that_its_first_command_tells(checkout: Path) -> None:
    (shown,) = (block for block in blocks("") if block.startswith("error: posts/beijing-2016/"))
    assert run("outline", "posts", cwd=checkout).stderr == shown


def test_the_python_of_the_readme_runs(checkout: Path) -> None:
    (code,) = blocks("python")
    done = subprocess.run([sys.executable, "-c", code], cwd=checkout, check=True, capture_output=True, text=True)
    assert "decks/tokyo-2015.pptx" in done.stdout
    assert "picture-missing error posts/beijing-2016/" in done.stdout


def test_the_links_of_the_readme_lead_somewhere() -> None:
    prose = re.sub(r"^```.*?^```$", "", README, flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#+ (.*)$", prose, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    links = re.findall(r"(?<!`)\[[^\]]*\]\(([^)\s…]+)\)", prose)
    assert len(links) > 5
    assert not [link for link in links if link.startswith("#") and link[1:] not in anchors]
    assert not [link for link in links if not link.startswith("#") and not (HERE / link).is_file()]


def test_the_readme_tells_of_every_command() -> None:
    told = re.findall(r"^\| \[?`(\w+)`.*\|.*\|.*\|$", README.partition("## Commands")[2].partition("`--help`")[0], re.M)
    assert told == list(main.commands)
