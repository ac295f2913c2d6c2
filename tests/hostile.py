"""Input that means harm, or that nobody meant: what each is, and what a reader must be told of it.

`python -m tests.hostile` builds every case in a process of its own and prints what happened, how long it took and how
much memory it took at its peak.
"""

from __future__ import annotations

import os
import resource
import signal
import struct
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

import deckgen
from deckgen.errors import DeckgenError

PATIENCE = 60
"""Seconds after which a case is given up."""

SECRET = "geheim-4711-opensesame"
"""Stands in files outside of the posts' folder; no deck may hold it."""

GOOD = (
    "---\ntitle: A day in Boston\nsummit: Boston 2017\n---\n\n## Keynote\n\nThe keynote showed a cluster of 40 nodes.\n"
)
TEXT = "The speaker showed how a cluster is upgraded without a pause. It takes 40 minutes."


@dataclass(frozen=True, slots=True)
class Case:
    """One input: `make` writes it into the posts' folder, in which a good post lies already.

    `says` must stand in a warning or an error; empty where the input is used without a word. `options` go to `build`.
    """

    name: str
    make: Callable[[Path], object]
    says: str = ""
    options: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a case: the decks by name with their bytes, and all that was said."""

    decks: dict[str, bytes]
    said: str


def tried(case: Case, folder: Path) -> Outcome:
    """Builds the case below `folder`. Whatever is raised but a DeckgenError is a bug."""
    site = folder / "site"
    posts, out = site / "posts", site / "decks"
    posts.mkdir(parents=True)
    (folder / "secret.txt").write_text(SECRET)
    Image.new("RGB", (64, 48), "red").save(folder / "secret.png", pnginfo=_comment())
    (posts / "good.md").write_text(GOOD)
    case.make(posts)
    options = {key: posts / str(value)[1:] if str(value).startswith("@") else value for key, value in case.options}
    try:
        built = deckgen.build([posts], out, **{k: str(v) if isinstance(v, Path) else v for k, v in options.items()})  # type: ignore[arg-type]
        said = "\n".join(map(str, built.notices))
    except DeckgenError as error:
        said = str(error)
    return Outcome({path.name: path.read_bytes() for path in sorted(out.glob("*"))}, said)


def _comment() -> object:
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Comment", SECRET)
    return info


def _post(text: str | bytes, name: str = "bad.md") -> Callable[[Path], object]:
    content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return lambda posts: (posts / name).write_bytes(content)


def _headed(header: str) -> Callable[[Path], object]:
    return _post(f"---\nsummit: Boston 2017\n{header}\n---\n\n## Talk\n\n{TEXT}\n")


def _body(text: str) -> Callable[[Path], object]:
    return _post(f"---\ntitle: T\nsummit: Boston 2017\n---\n\n## Talk\n\n{TEXT}\n\n{text}\n\n{TEXT}\n")


def _named(written: str) -> Callable[[Path], object]:
    return _body(f"![a slide](<{written}>)")


def _file(content: bytes, name: str = "shot.png") -> Callable[[Path], object]:
    def make(posts: Path) -> None:
        (posts / name).write_bytes(content)
        _named(name)(posts)

    return make


def _linked(target: str, name: str = "shot.png") -> Callable[[Path], object]:
    def make(posts: Path) -> None:
        (posts / name).symlink_to(target)
        _named(name)(posts)

    return make


def _theme(text: str) -> Callable[[Path], object]:
    return lambda posts: (posts / "theme.toml").write_text(f'extends = "plain"\n{text}\n')


def _table(text: str) -> Callable[[Path], object]:
    return lambda posts: (posts / "summits.toml").write_text(text)


def _themed(name: str, text: str, says: str) -> Case:
    return Case(name, _theme(text), says, (("theme", "@theme.toml"),))


def _png(width: int, height: int, pixels: bytes = b"\0" * 1000) -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")


def _svg(inside: str, head: str = "") -> bytes:
    root = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 400 300">'
    return f"{head}{root}{inside}<rect width='400' height='300'/></svg>".encode()


def _aliases(levels: int) -> str:
    rows = ['a0: &a0 ["lol", "lol"]']
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join([*rows, f"tags: *a{levels - 1}"])


def _circle(posts: Path) -> None:
    (posts / "again").symlink_to(posts)


def _folder_as_picture(posts: Path) -> None:
    (posts / "shot.png").mkdir()
    _named("shot.png")(posts)


def _pipe_as_picture(posts: Path) -> None:
    os.mkfifo(posts / "shot.png")
    _named("shot.png")(posts)


def _pipe(posts: Path) -> None:
    os.mkfifo(posts / "pipe.md")


def _sparse(posts: Path) -> None:
    with (posts / "sparse.md").open("wb") as file:
        file.truncate(20_000_000_000)


def _deep_folders(posts: Path) -> None:
    here = posts
    for _ in range(60):
        here /= "deeper"
    here.mkdir(parents=True)
    (here / "deep.md").write_text(GOOD.replace("A day", "A night"))


def _outside_post(posts: Path) -> None:
    (posts / "out.md").symlink_to("../../secret.txt")


def _polyglot() -> bytes:
    from io import BytesIO

    out = BytesIO()
    Image.new("RGB", (64, 48), "blue").save(out, "GIF")
    return out.getvalue() + b"PK\x03\x04<script>alert(1)</script>%PDF-1.7"


PICTURES = (
    Case("picture: climbs out", _named("../../secret.png"), "outside of the posts"),
    Case("picture: climbs out, percent-encoded", _named("%2e%2e/%2e%2e/secret.png"), "outside of the posts"),
    Case("picture: /etc/passwd by dots", _named("../../../../../../../etc/passwd"), "outside of the posts"),
    Case("picture: absolute", _named("/etc/passwd"), "picture not found"),
    Case("picture: backslashes", _named("..\\\\..\\\\secret.png"), "picture"),
    Case("picture: symbolic link", _linked("../../secret.png"), "outside of the posts"),
    Case("picture: link to itself", _linked("shot.png"), "picture not found"),
    Case("picture: link to a device", _linked("/dev/zero"), "picture"),
    Case("picture: UNC", _named("\\\\\\\\host\\\\share\\\\a.png"), "picture path refused"),
    Case("picture: file://", _named("file:///etc/passwd"), "picture path refused"),
    Case("picture: smb://", _named("smb://host/a.png"), "picture path refused"),
    Case("picture: http, not fetched", _named("http://127.0.0.1:9/a.png"), "not fetched"),
    Case("picture: no scheme, not fetched", _named("//127.0.0.1:9/a.png"), "not fetched"),
    Case("picture: data", _named("data:image/png;base64," + "A" * 200_000), "left out"),
    Case("picture: javascript", _named("javascript:alert(1)"), "picture path refused"),
    Case("picture: NUL in its name", _named("a%00.png"), "picture not found"),
    Case("picture: name of 5,000 letters", _named("a" * 5000 + ".png"), "picture not found"),
    Case("picture: a folder", _folder_as_picture, "not a file"),
    Case("picture: a pipe", _pipe_as_picture, "not a file"),
    Case("picture: empty", _file(b""), "the file is empty"),
    Case("picture: 60,000 pixels a side", _file(_png(60000, 60000)), "pixels"),
    Case("picture: bomb of pixels", _file(_png(5000, 5000, bytes(75_005_000))), ""),
    Case("picture: no pixels", _file(_png(0, 0)), "broken"),
    Case("picture: cut off", _file(_png(400, 300, os.urandom(360_300))[:9000]), "broken"),
    Case("picture: a web page", _file(b"<html><body>404</body></html>", "shot.jpg"), "web page"),
    Case("picture: a program", _file(b"\x7fELF" + bytes(4000), "shot.jpg"), "unknown"),
    Case("picture: two kinds in one file", _file(_polyglot(), "shot.gif"), ""),
    Case("svg: entities", _file(_svg("<text>&a;</text>", '<!DOCTYPE s [<!ENTITY a "aa">]>'), "a.svg"), "entities"),
    Case(
        "svg: entity of a file",
        _file(_svg("<text>&a;</text>", '<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), "a.svg"),
        "entities",
    ),
    Case("svg: picture of a file", _file(_svg('<image href="/etc/passwd"/>'), "a.svg"), "other files"),
    Case("svg: style from the web", _file(_svg("<style>@import 'http://127.0.0.1';</style>"), "a.svg"), "other files"),
    Case("svg: script", _file(_svg("<script>alert(1)</script>"), "a.svg"), ""),
    Case("svg: deep", _file(_svg("<g>" * 20_000 + "</g>" * 20_000), "a.svg"), "too deep"),
)

POSTS = (
    Case("post: empty", _post(""), "no text"),
    Case("post: only front matter", _post("---\ntitle: T\n---\n"), "no text"),
    Case("post: a program", _post(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40), "bad.md"),
    Case("post: NULs", _post(b"\0" * 4000), "bad.md"),
    Case("post: control characters", _body("a\x01b\x0bc\x1b[31md\x7f\x85e\ufffe"), ""),
    Case("post: lone surrogates", _body("a\ud800b\udfffc"), ""),
    Case("post: bidi overrides", _body("user \u202etxt.exe\u202c and \u2066inner\u2069 \u200f"), ""),
    Case("post: UTF-16", _post(GOOD.encode("utf-16")), "utf-16"),
    Case("post: a line of 1 MB", _body("word " * 200_000), ""),
    Case("post: a word of 1 MB", _body("x" * 1_000_000), ""),
    Case("post: a title of 100,000 letters", _headed("title: " + "long " * 20_000), ""),
    Case("post: 20,000 headings", _post("".join(f"# H{n}\n\n" for n in range(20_000)) + TEXT), ""),
    Case("post: 3,000 quotations deep", _body(">" * 3000 + " x"), ""),
    Case("post: 300 lists deep", _body("\n".join("  " * n + "- x" for n in range(300))), ""),
    Case("post: 5,000 brackets", _body("[" * 5000 + "x" + "]" * 5000), ""),
    Case("post: 20,000 stars", _body("*a **b " * 10_000), ""),
    Case("post: 20,000 backquotes", _body("".join("`" * (n % 90) + "x" for n in range(2000))), ""),
    Case("post: links without end", _body("[a](<b" * 5000), ""),
    Case("post: a comment without end", _body("<!-- " + "x " * 50_000), ""),
    Case("post: tags without end", _body("<div><span " * 5000), ""),
    Case("post: 400 columns", _body("|" + "a|" * 400 + "\n|" + "-|" * 400 + "\n|" + "b|" * 400), ""),
    Case("post: 3,000 rows", _body("|a|b|\n|-|-|\n" + "|x|y|\n" * 3000), ""),
    Case("post: scripts and links that act", _body("[a](javascript:alert(1)) <script>x</script> [b](file:///e)"), ""),
    Case("post: XML in the text", _body('</a:t></a:r><a:blip r:embed="rId9"/> &lt; ]]> <!DOCTYPE x> &xxe;'), ""),
    Case("post: a pipe", _pipe, "is not a file"),
    Case("post: 20 GB of nothing", _sparse, "sparse.md"),
    Case("post: link to a file outside", _outside_post, "link out of the posts"),
    Case("post: a folder within itself", _circle, ""),
    Case("post: 60 folders deep", _deep_folders, ""),
    Case("post: a folder of that name", lambda posts: (posts / "folder.md").mkdir(), ""),
    Case("post: a name with a line break", _post(GOOD.replace("A day", "B"), "a\nb.md"), ""),
    Case("yaml: aliases that explode", _headed(_aliases(12)), ""),
    Case("yaml: runs code", _headed('title: !!python/object/apply:os.system ["touch owned"]'), "front matter"),
    Case("yaml: 2,000 brackets deep", _headed("title: " + "[" * 2000 + "]" * 2000), ""),
    Case("yaml: a key of itself", _headed("? [a, b]\n: c"), ""),
    Case("yaml: dates of nowhere", _headed("title: T\ndate: 99999-99-99"), ""),
    Case("yaml: lists where a text belongs", _headed("title: [a, {b: c}]\nauthor: {x: 1}\nsummit2: 1"), ""),
    Case("yaml: numbers without end", _headed("title: 1" + "0" * 5000 + "\nlang: 9"), ""),
    Case("yaml: a summit that climbs out", _headed("title: T\nsummit: ../../../owned 2017"), ""),
    Case("yaml: an unknown theme", _headed("title: T\ntheme: ../../etc/passwd"), "unknown theme"),
)

THEMES = (
    _themed("theme: infinite size", "[styles.body]\nsizes = [inf]", "styles.body.sizes"),
    _themed("theme: no number", "[styles.body]\nsizes = [nan]", "styles.body.sizes"),
    _themed("theme: 1e300 points", "[styles.body]\nsizes = [1e300]", "styles.body.sizes"),
    _themed("theme: an integer of 400 digits", f"[styles.body]\nsizes = [{'9' * 400}]", "styles.body.sizes"),
    _themed("theme: text of 0 points", "[styles.body]\nsizes = [0]", "styles.body.sizes"),
    _themed("theme: leading of a million", "[styles.body]\nleading = 1000000", "styles.body.leading"),
    _themed("theme: an indent of a mile", "[styles.body]\nindent = 100000", "styles.body.indent"),
    _themed("theme: a canvas of nothing", "[canvas]\nwidth = 0\nheight = 0", "canvas"),
    _themed("theme: a canvas of a mile", "[canvas]\nwidth = 1e9\nheight = 1e9", "canvas"),
    _themed("theme: not TOML", "[[[", "not valid TOML"),
    _themed("theme: deep tables", "a = " + "[" * 5000 + "]" * 5000, "theme.toml"),
    _themed("theme: extends what climbs out", '[palette]\nground = "../../secret"', "palette.ground"),
    _themed("theme: a typeface with markup", '[fonts]\nlatin = "<x/>\\" onload=\\""', ""),
)

TABLES = (
    Case("summits: not TOML", _table("[[["), "summits.toml"),
    Case("summits: wrong kinds", _table('[[summit]]\nname = 3\nplace = ["x"]'), ""),
    Case("summits: no tables", _table("summit = [1, 2]"), "summits.toml"),
    Case("summits: deep", _table("a = " + "[" * 5000 + "]" * 5000), "summits.toml"),
    Case("summits: a slug that climbs out", _table('[[summit]]\nslug = "../../owned"\nname = "Boston"'), ""),
)

CASES = (*PICTURES, *POSTS, *THEMES, *TABLES)


def _measured(case: Case) -> tuple[float, float, str]:
    """Seconds, peak of memory in MB, and the end of it, of a case in a process of its own."""
    reader, writer = os.pipe()
    start = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        signal.alarm(PATIENCE)
        with tempfile.TemporaryDirectory() as folder:
            try:
                outcome = tried(case, Path(folder))
                word = outcome.said.partition("\n")[0].replace(folder, "") or "built"
                word = f"{len(outcome.decks)} decks; {word[:110]}"
            except BaseException as error:
                word = f"CRASH {error!r}"[:160]
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        os.write(writer, f"{peak}\t{word}".encode())
        os._exit(0)
    os.close(writer)
    _, status = os.waitpid(pid, 0)
    with os.fdopen(reader) as told:
        peak_told, _, word = told.read().partition("\t")
    ended = f"KILLED by signal {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else word
    return time.perf_counter() - start, float(peak_told or 0), ended


if __name__ == "__main__":
    wanted = sys.argv[1:]
    print("case | s | MB | what happened")
    for number, case in enumerate(CASES, 1):
        if not wanted or any(word in case.name for word in wanted):
            seconds, peak, word = _measured(case)
            print(f"{number} {case.name} | {seconds:.1f} | {peak:.0f} | {word}", flush=True)
