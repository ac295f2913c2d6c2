"""One target for each way into the program, and examples made of a saved corpus by damaging it.

The tests try the same few examples each time; `make fuzz` looks for new ones. A file that once broke the program is
kept under tests/corpus, where every run tries it as it is.
"""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

import deckgen
from deckgen.errors import DeckgenError

CORPUS = Path(__file__).parent / "corpus"
POST = "---\ntitle: A day in Boston\nsummit: Boston 2017\n---\n\n## Keynote\n\nIt showed a cluster.\n\n![a](shot.png)\n"
TOKENS = (
    *(b"\0", b"\xff", b"\xed\xa0\x80", "\u202e".encode(), "，".encode(), b"\r", b"\n\n", b"\n---\n", b"\n+++\n"),
    *(b"# ", b"- ", b"1. ", b"> ", b"```", b"|", b"![](", b"](", b"**", b"<!-- ", b"-->", b"<br>", b"&#x0;", b"$$"),
    *(b"\n[summit]\n", b"= inf", b"= -1", b"= 1e308", b"[[", b"]]", b'"', b"'", b"{", b"}", b": ", b"&a ", b"*a"),
    *(b"<a:t>", b"</a:t>", b'="', b'"/>', b"<!DOCTYPE x [", b"9" * 400, b"-" * 300, b"\xe5" * 3),
)


def post(content: bytes) -> None:
    """A post, built."""
    _built({"post.md": content})


def table(content: bytes) -> None:
    """A table of summits beside a post."""
    _built({"post.md": POST.encode(), "summits.toml": content})


def picture(content: bytes) -> None:
    """A picture that a post shows."""
    _built({"post.md": POST.encode(), "shot.png": content})


def theme(content: bytes) -> None:
    """A theme of one's own."""
    _built({"post.md": POST.encode(), "theme.toml": content}, theme="theme.toml")


def template(content: bytes) -> None:
    """A company's template."""
    _built({"post.md": POST.encode(), "corp.pptx": content}, theme="corp.pptx")


def deck(content: bytes) -> None:
    """A deck of anybody's, checked."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "deck.pptx")
        path.write_bytes(content)
        try:
            deckgen.check([path])
        except DeckgenError:
            return


TARGETS: dict[str, Callable[[bytes], None]] = {
    "post": post,
    "table": table,
    "picture": picture,
    "theme": theme,
    "template": template,
    "deck": deck,
}
ZIPPED = {"template", "deck"}


def _built(files: dict[str, bytes], **options: str) -> None:
    """Builds a folder of these files: whatever is raised but a DeckgenError is a bug, and so is a deck that is none."""
    from pptx import Presentation

    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            Path(folder, name).write_bytes(content)
        here = {key: str(Path(folder, name)) for key, name in options.items()}
        try:
            built = deckgen.build([Path(folder, "post.md")], Path(folder, "decks"), **here)  # type: ignore[arg-type]
        except DeckgenError:
            return
        for made in built.decks:
            assert len(Presentation(str(made.path)).slides) == made.slides


@cache
def corpus(target: str) -> tuple[bytes, ...]:
    """The saved files of a target; decks and templates begin with the specimen of the plain theme."""
    saved = tuple(file.read_bytes() for file in sorted((CORPUS / target).glob("*")))
    if target not in ZIPPED:
        return saved
    with tempfile.TemporaryDirectory() as folder:
        from deckgen.build import show

        return (show("plain", folder)[0].read_bytes(), *saved)


def damaged(target: str) -> st.SearchStrategy[bytes]:
    """A file of the corpus, or a part of a packed one, with up to six places cut out, doubled or written over."""
    edits = st.lists(
        st.tuples(st.sampled_from("cdw"), st.floats(0, 1), st.floats(0, 0.3), st.sampled_from(TOKENS)), max_size=6
    )
    files = st.sampled_from(corpus(target))
    if target in ZIPPED:
        return st.builds(_repacked, files, st.floats(0, 0.999), edits)
    return st.builds(_edited, files, edits)


Edits = list[tuple[str, float, float, bytes]]


def _edited(content: bytes, edits: Edits) -> bytes:
    for kind, place, length, token in edits:
        start = int(place * len(content))
        end = start + int(length * length * len(content))
        match kind:
            case "c":
                content = content[:start] + content[end:]
            case "d":
                content = content[:end] + content[start:]
            case _:
                content = content[:start] + token + content[start:]
    return content[:400_000]


def _repacked(content: bytes, place: float, edits: Edits) -> bytes:
    """The package with one of its parts damaged: damage to the zip file itself is found by its checksums."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        names = before.namelist()
        spoilt = names[int(place * len(names))]
        for name in names:
            inner = before.read(name)
            after.writestr(name, _edited(inner, edits) if name == spoilt else inner)
    return out.getvalue()
