"""Exporting with the real LibreOffice: odd names, broken decks, timeouts, crashes, interruption, two at once."""

from __future__ import annotations

import http.server
import io
import os
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from lxml import etree
from PIL import Image
from pptx import Presentation

from deckgen.errors import ToolMissingError
from deckgen.export import Exported, find_office, office_version, to_pdf, to_png
from deckgen.export.conversion import page_count

PDF: Any = pymupdf  # its functions have no types

try:
    OFFICE = find_office()
except ToolMissingError:
    pytest.skip("LibreOffice is not on this machine", allow_module_level=True)


@pytest.fixture(autouse=True)
def nothing_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """After each test no office runs on a profile of ours, and no temporary folder or socket of one lies about."""
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(work))
    before = dead_sockets()
    yield
    assert running(work) == []
    assert list(work.iterdir()) == []
    assert dead_sockets() <= before
    assert [path for path in tmp_path.rglob("*") if path.name.startswith((".", "lu"))] == []


def dead_sockets() -> set[Path]:
    return {pipe for pipe in Path("/tmp").glob("OSL_PIPE_*") if is_dead(pipe)}


def is_dead(pipe: Path) -> bool:
    """Whether nobody listens at a socket any more; those of other people's offices are alive."""
    with socket.socket(socket.AF_UNIX) as client:
        try:
            client.connect(str(pipe))
        except ConnectionRefusedError:
            return True
        except OSError:
            return False
    return False


def running(work: Path) -> list[str]:
    """The command lines of living programs that name the folder `work`."""
    lines = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            lines.append(file.read_text().replace("\0", " "))
        except OSError:
            continue
    return [line for line in lines if str(work) in line]


SECTIONS = """<p:extLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">
<p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">
<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">
<p14:section name="One" id="{6A1B6E4C-0000-4000-8000-000000000001}"><p14:sldIdLst><p14:sldId id="256"/></p14:sldIdLst>
</p14:section></p14:sectionLst></p:ext></p:extLst>"""


def deck(path: Path, titles: tuple[str, ...] = ("容器 and 网络", "Kolla"), hidden: int = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    presentation = Presentation()
    for title in titles + ("hidden",) * hidden:
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text = title
        if title == "hidden":
            slide._element.set("show", "0")
    presentation.core_properties.language = "zh-CN"
    presentation.element.append(etree.fromstring(SECTIONS))
    presentation.save(str(path))
    return path


def spoilt(path: Path) -> Path:
    """A deck that only LibreOffice finds out about: its list of contents is torn."""
    part = "[Content_Types].xml"
    source = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    with zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content[: len(content) // 2] if name == part else content)
    return path


def titles_of(pdf: Path) -> list[str]:
    with PDF.open(pdf) as document:
        return [str(entry[1]) for entry in document.get_toc()]


def told(exported: Exported[Path]) -> dict[str, str]:
    assert all(notice.lost for notice in exported.notices)
    return {Path(notice.path).name: notice.message for notice in exported.notices}


def test_many_decks_good_and_bad_in_one_run(tmp_path: Path) -> None:
    good = [
        deck(tmp_path / "a" / "two words.pptx"),
        deck(tmp_path / "a" / "东京 2015.pptx", ("一", "二", "三")),
        deck(tmp_path / "a" / "-v #1%20.pptx", ("dash",)),
        deck(tmp_path / "b" / "Two Words.PPTX", ("same stem",), hidden=2),
    ]
    torn = tmp_path / "torn.pptx"
    torn.write_bytes(good[0].read_bytes()[:5000])
    (tmp_path / "words.pptx").write_text("no deck at all")
    (tmp_path / "empty.pptx").write_bytes(b"")
    sheet = tmp_path / "sheet.pptx"
    with zipfile.ZipFile(sheet, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
    protected = tmp_path / "protected.pptx"
    protected.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    bad = [torn, tmp_path / "words.pptx", tmp_path / "empty.pptx", sheet, protected, tmp_path / "gone.pptx", tmp_path]
    bad += [deck(tmp_path / "no slides.pptx", ()), spoilt(deck(tmp_path / "spoilt.pptx"))]
    steps: list[tuple[str, int, int]] = []
    out = tmp_path / "out"

    exported = to_pdf([bad[0], *good, *bad[1:], good[0]], out, progress=lambda *step: steps.append(step))

    made = {path.name: titles_of(path) for path in exported.files.values()}
    assert made == {
        "two words.pdf": ["容器 and 网络", "Kolla"],
        "东京 2015.pdf": ["一", "二", "三"],
        "-v #1%20.pdf": ["dash"],
        "Two Words-2.pdf": ["same stem"],
    }
    assert list(exported.files) == good
    assert told(exported) == {
        "torn.pptx": "this is no presentation, or a broken one",
        "words.pptx": "this is no presentation, or a broken one",
        "empty.pptx": "this is no presentation, or a broken one",
        "sheet.pptx": "this is no presentation, or a broken one",
        "protected.pptx": "the deck is protected by a password",
        "gone.pptx": "deck not found",
        tmp_path.name: "the deck cannot be read: Is a directory",
        "no slides.pptx": "the deck has no slide to show",
        "spoilt.pptx": "LibreOffice cannot read the deck",
    }
    assert steps == [(path.name, number, 5) for number, path in enumerate(good, 1)]
    with PDF.open(out / "two words.pdf") as document:
        catalog = document.xref_object(document.pdf_catalog())
        assert "StructTreeRoot" in catalog, "tagged"
        assert "/Lang (zh-CN)" in catalog


def test_pictures_of_slides(tmp_path: Path) -> None:
    first = deck(tmp_path / "-a.pptx", tuple(str(n) for n in range(11)))
    second = deck(tmp_path / "二.pptx", ("one",))
    exported = to_png([first, second], width=640)
    assert [path.name for path in exported.files[first]] == [f"-a-{n:02}.png" for n in range(1, 12)]
    assert exported.files[second] == (tmp_path / "二-01.png",)
    with Image.open(tmp_path / "-a-11.png") as image:
        assert (image.format, image.size) == ("PNG", (640, 480))
    assert exported.notices == ()


def test_a_deck_that_takes_too_long_is_given_up_and_the_former_pdf_stays(tmp_path: Path) -> None:
    path = deck(tmp_path / "slow.pptx")
    (tmp_path / "slow.pdf").write_text("the former one")
    exported = to_pdf([path], timeout=0.3)
    assert told(exported) == {"slow.pptx": "LibreOffice did not finish the deck within 0.3 seconds"}
    assert (tmp_path / "slow.pdf").read_text() == "the former one"


def test_after_a_crash_every_deck_is_tried_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A LibreOffice that is killed whenever it is given the second deck: the others must not suffer."""
    program = tmp_path / "soffice"
    program.write_text(f'#!/bin/sh\ncase "$*" in *0002.pptx*) kill -9 $$;; esac\nexec "{OFFICE}" "$@"\n')
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("DECKGEN_SOFFICE", str(program))
    decks = [deck(tmp_path / f"{name}.pptx") for name in "abc"]
    exported = to_pdf(decks)
    assert [path.name for path in exported.files.values()] == ["a.pdf", "c.pdf"]
    assert told(exported) == {"b.pptx": "LibreOffice broke down over the deck"}


def test_ctrl_c_leaves_the_former_pdf_and_nothing_else(tmp_path: Path) -> None:
    path = deck(tmp_path / "a.pptx")
    (tmp_path / "a.pdf").write_text("the former one")
    code = "import sys; from pathlib import Path; from deckgen.export import to_pdf; to_pdf([Path(sys.argv[1])])"
    env = {**os.environ, "TMPDIR": str(tmp_path / "work")}
    child = subprocess.Popen([sys.executable, "-c", code, path], stderr=subprocess.PIPE, env=env)
    deadline = time.monotonic() + 20
    while not running(tmp_path / "work" / ".deckgen-") and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(0.4)
    child.send_signal(signal.SIGINT)
    _, errors = child.communicate(timeout=20)
    assert b"KeyboardInterrupt" in errors
    assert (tmp_path / "a.pdf").read_text() == "the former one"


def test_two_at_once(tmp_path: Path) -> None:
    decks = [deck(tmp_path / f"{n}.pptx", (str(n),)) for n in range(2)]
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda path: to_pdf([path]), decks))
    assert [titles_of(result.files[path]) for result, path in zip(results, decks, strict=True)] == [["0"], ["1"]]


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    exported = to_pdf([deck(tmp_path / "a.pptx")], tmp_path / "file" / "out")
    assert told(exported) == {"a.pptx": "the export cannot be written: Not a directory"}


def test_nothing_that_a_deck_links_to_is_fetched(tmp_path: Path) -> None:
    asked: list[str] = []

    class Server(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        path = linked(tmp_path / "a.pptx", f"http://127.0.0.1:{server.server_port}/spy.png")
        exported = to_pdf([path])
        server.shutdown()
    assert exported.notices == ()
    assert asked == []


def linked(path: Path, address: str) -> Path:
    """A deck whose only picture lies elsewhere."""
    presentation = Presentation(str(deck(path, ("linked",))))
    slide = presentation.slides[0]
    buffer = io.BytesIO()
    Image.new("RGB", (20, 20)).save(buffer, "PNG")
    picture = slide.shapes.add_picture(buffer, 0, 0)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    blip = picture._element.blipFill.blip
    blip.attrib.clear()
    name = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}link"
    blip.set(name, slide.part.rels.get_or_add_ext_rel(kind, address))
    presentation.save(str(path))
    return path


def test_pages_are_counted_whether_packed_or_not(tmp_path: Path) -> None:
    document = PDF.open()
    for _ in range(7):
        document.new_page()
    document.save(tmp_path / "open.pdf")
    document.save(tmp_path / "packed.pdf", use_objstms=1, deflate=True)
    assert b"ObjStm" in (tmp_path / "packed.pdf").read_bytes()
    for name in ("open.pdf", "packed.pdf"):
        assert page_count((tmp_path / name).read_bytes()) == 7
    assert page_count(b"%PDF-1.6 nothing") == 0


def test_what_is_missing_is_told_with_the_way_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DECKGEN_SOFFICE", "/nowhere/soffice")
    with pytest.raises(ToolMissingError, match="DECKGEN_SOFFICE names no program: /nowhere/soffice") as named:
        to_pdf([tmp_path / "a.pptx"])
    assert named.value.exit_code == 3
    monkeypatch.delenv("DECKGEN_SOFFICE")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("deckgen.export.office._PLACES", ())
    for system in ("apt install", "dnf install", "brew install", "winget install"):
        with pytest.raises(ToolMissingError, match=system):
            to_pdf([tmp_path / "a.pptx"])
    with pytest.raises(ToolMissingError, match="poppler"):
        to_png([tmp_path / "a.pptx"])


def test_the_version_is_found() -> None:
    assert office_version(OFFICE)[0].isdigit()
    assert office_version(Path("/nowhere/soffice")) == ""
