"""Exporting with the real LibreOffice: odd names, broken decks, timeouts, crashes, interruption, two at once."""

from __future__ import annotations

import contextlib
import hashlib
import http.server
import io
import os
import signal
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
from endings import read_only
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor

from deckgen.errors import ToolMissingError, UsageError
from deckgen.export import Exported, find, find_office, office_version, to_pdf, to_png, to_sheet
from deckgen.export.conversion import page_count

PDF: Any = pymupdf  # its functions have no types
COLOR: Any = RGBColor

try:
    OFFICE = find_office()
except ToolMissingError:
    pytest.skip("LibreOffice is not on this machine", allow_module_level=True)


@pytest.fixture(autouse=True)
def nothing_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """After each test no office runs on a profile of ours, and no temporary folder of one lies about."""
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(work))
    yield
    deadline = time.monotonic() + 30  # those that were killed may still be on their way out
    while running(work) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert running(work) == []
    assert list(work.iterdir()) == []
    assert [path for path in tmp_path.rglob("*") if path.name.startswith((".", "lu"))] == []


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


def told(exported: Exported[Any]) -> dict[str, str]:
    assert all(notice.lost for notice in exported.notices)
    return {Path(notice.path).name: notice.message for notice in exported.notices}


def test_many_decks_good_and_bad_in_one_run(tmp_path: Path) -> None:
    good = [
        deck(tmp_path / "a" / "two words.pptx"),
        deck(tmp_path / "a" / "东京 2015.pptx", ("一", "二", "三")),
        deck(tmp_path / "a" / "-v #1%20.pptx", ("dash",)),
        deck(tmp_path / "a" / 'it\'s "quoted" & <odd>; $HOME `id` 🎉.pptx', ("quotes",)),
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
        'it\'s "quoted" & <odd>; $HOME `id` 🎉.pdf': ["quotes"],
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
    assert steps == [(f"export {path}", number, 6) for number, path in enumerate(good, 1)]
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


def test_notes_pages_for_an_archive(tmp_path: Path) -> None:
    path = deck(tmp_path / "a.pptx", ("one", "two"))
    presentation = Presentation(str(path))
    notes = presentation.slides[0].notes_slide.notes_text_frame
    assert notes
    lines = [f"讲给大家听 and explained at length, {number}" for number in range(40)]
    notes.text = "\n".join(lines)
    presentation.core_properties.language = "ko"
    presentation.core_properties.title = "容器 in Boston"
    presentation.core_properties.author = "김철수, 李雷"
    presentation.core_properties.keywords = "Magnum"
    presentation.save(str(path))
    exported = to_pdf([path], tmp_path / "out", notes=True, archive=True)
    assert exported.files == {path: tmp_path / "out" / "a-notes.pdf"}
    with PDF.open(tmp_path / "out" / "a-notes.pdf") as document:
        assert len(document) == 2
        page, bare = document
        assert page.rect.height > page.rect.width, "a sheet of paper"
        assert all(line.replace(" ", "") in page.get_text().replace(" ", "") for line in lines)
        assert all(page.rect.contains(word[:4]) for word in page.get_text("words")), "long notes stay on it"
        assert all(bare.rect.contains(drawn["rect"]) for drawn in bare.get_drawings()), "so do slides without any"
        assert "two" in bare.get_text()
        assert "<pdfaid:part>2</pdfaid:part>" in document.get_xml_metadata()
        catalog = document.xref_object(document.pdf_catalog())
        assert "OutputIntents" in catalog
        assert "/Lang (ko)" in catalog
        said = document.metadata
        assert (said["title"], said["author"], said["keywords"]) == ("容器 in Boston", "김철수, 李雷", "Magnum")
        assert all(font[3].partition("+")[2] for font in page.get_fonts()), "every typeface is embedded, in part"


def test_a_contact_sheet_shows_every_slide_once(tmp_path: Path) -> None:
    colors = [(200, 30, 30), (30, 160, 30), (30, 30, 200), (200, 160, 0)]
    presentation = Presentation()
    for color in colors:
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = COLOR(*color)
    presentation.save(str(tmp_path / "a.pptx"))
    exported = to_sheet([tmp_path / "a.pptx"], tmp_path / "out")
    assert exported.files == {tmp_path / "a.pptx": tmp_path / "out" / "a-sheet.png"}
    with Image.open(tmp_path / "out" / "a-sheet.png") as sheet:
        counts = sheet.convert("RGB").getcolors(1 << 20)
        assert counts
        assert sheet.width == 3 * 480 + 4 * 24
        shown = {color: count for count, color in counts}
        for color in colors:
            assert shown[color] == 480 * 360, color
        assert (244, 244, 244) in shown


def test_folders_stand_for_the_decks_in_them(tmp_path: Path) -> None:
    for name in ("b.pptx", "a.ODP", "notes.md", ".hidden.pptx", "~$b.pptx"):
        (tmp_path / name).touch()
    other = tmp_path / "other.ppt"
    assert find([tmp_path, other, tmp_path / "b.pptx"]) == (tmp_path / "a.ODP", tmp_path / "b.pptx", other)
    with pytest.raises(UsageError, match="no decks in"):
        find([deck(tmp_path / "deep" / "deeper" / "a.pptx").parent.parent])
    (tmp_path / ".hidden.pptx").unlink()


def test_a_pipe_is_no_deck_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pptx")
    assert told(to_pdf([tmp_path / "pipe.pptx"])) == {"pipe.pptx": "this is no file"}


def protected(path: Path) -> Path:
    """As LibreOffice saves a presentation with a password: every part but the list of parts is encrypted."""
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.presentation")
        package.writestr("content.xml", os.urandom(600))
        package.writestr(
            "META-INF/manifest.xml",
            '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>',
        )
    return path


def test_an_odp_deck_with_a_password_is_told(tmp_path: Path) -> None:
    assert told(to_pdf([protected(tmp_path / "a.odp")])) == {"a.odp": "the deck is protected by a password"}


@pytest.mark.parametrize(
    ("number", "timeout", "message"),
    [
        (signal.SIGSTOP, 8.0, "LibreOffice did not finish the deck within 8 seconds"),
        (signal.SIGKILL, 60.0, None),
    ],
)
def test_a_libreoffice_that_is_stopped_is_given_up_and_one_that_is_killed_is_started_again(
    tmp_path: Path, number: signal.Signals, timeout: float, message: str | None
) -> None:
    path = deck(tmp_path / "a.pptx")
    (tmp_path / "a.pdf").write_text("the former one")
    with ThreadPoolExecutor(1) as pool:
        result = pool.submit(to_pdf, [path], timeout=timeout)
        office, socket = program(tmp_path / "work")
        os.kill(office, number)
        exported = result.result(90)
    assert told(exported) == ({"a.pptx": message} if message else {})
    assert ((tmp_path / "a.pdf").read_bytes() == b"the former one") == bool(message)
    assert not socket.exists()


def program(work: Path) -> tuple[int, Path]:
    """The LibreOffice that works below the folder `work`, and the socket that it listens at, as soon as there are both.

    The socket lies in /tmp and is named by the MD5 of the profile's address, each byte without a leading zero.
    """
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        for file in Path("/proc").glob("[0-9]*/cmdline"):
            with contextlib.suppress(OSError):
                words = file.read_text().split("\0")
                profile = next((word.partition("=")[2] for word in words if word.startswith("-env:User")), "")
                digest = hashlib.md5(profile.encode("utf-16-le"), usedforsecurity=False).digest()
                name = "".join(f"{byte:x}" for byte in digest)
                sockets = [path for path in Path("/tmp").glob("OSL_PIPE_*") if path.name.endswith(f"IPC_{name}")]
                if words[0].endswith("soffice.bin") and str(work) in profile and sockets:
                    return int(file.parent.name), sockets[0]
        time.sleep(0.01)
    raise AssertionError("LibreOffice never ran")


def test_a_deck_that_takes_too_long_is_given_up_and_the_former_pdf_stays(tmp_path: Path) -> None:
    path = deck(tmp_path / "slow.pptx")
    (tmp_path / "slow.pdf").write_text("the former one")
    exported = to_pdf([path], timeout=0.01)
    assert told(exported) == {"slow.pptx": "LibreOffice did not finish the deck within 0.01 seconds"}
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
    office, socket = program(tmp_path / "work")
    os.kill(office, signal.SIGSTOP)  # it must not be done before it is interrupted
    child.send_signal(signal.SIGINT)
    _, errors = child.communicate(timeout=60)
    assert b"KeyboardInterrupt" in errors
    assert (tmp_path / "a.pdf").read_text() == "the former one"
    assert not socket.exists()


def test_two_at_once(tmp_path: Path) -> None:
    decks = [deck(tmp_path / f"{n}.pptx", (str(n),)) for n in range(2)]
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda path: to_pdf([path]), decks))
    assert [titles_of(result.files[path]) for result, path in zip(results, decks, strict=True)] == [["0"], ["1"]]


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    path = deck(tmp_path / "a.pptx")
    assert told(to_pdf([path], tmp_path / "file" / "out")) == {
        "a.pptx": "the export cannot be written: Not a directory"
    }
    try:
        with read_only(tmp_path / "locked") as folder:
            (message,) = told(to_png([path], folder, width=64)).values()
    except PermissionError as error:
        pytest.skip(str(error))
    assert message in (
        "the export cannot be written: Read-only file system",
        "the export cannot be written: Permission denied",
    )


def test_what_is_open_elsewhere_or_read_only_is_left_alone(tmp_path: Path) -> None:
    decks = [deck(tmp_path / f"{name}.pptx") for name in "ab"]
    for name in "ab":
        (tmp_path / f"{name}.pdf").write_text("the former one")
    lock = tmp_path / ".~lock.a.pdf#"
    lock.write_text(",somebody,desk,20.11.2026 13:00,")
    (tmp_path / "b.pdf").chmod(0o444)
    assert told(to_pdf(decks)) == {"a.pptx": "a.pdf is open in another program", "b.pptx": "b.pdf is read-only"}
    assert {(tmp_path / f"{name}.pdf").read_text() for name in "ab"} == {"the former one"}
    lock.unlink()


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
