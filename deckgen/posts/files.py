"""Where the pictures of a post lie: never outside of the posts' folder, unless the user vouches for the file."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from deckgen.errors import InputError
from deckgen.model import Notice, Picture, Source, readable

Fetch = Callable[[str], Path]
"""Gives the file with the picture at a web address, or raises InputError with the reason why there is none."""

_WEB = ("http:", "https:", "//")
_SCHEME = re.compile(r"(?i)[a-z][a-z0-9+.\-]+:|//|\\\\")


@dataclass(slots=True)
class Pictures:
    """Finds the pictures that the post at `path` names; `root` is the folder that the user gave."""

    path: str
    root: str
    fenced: bool = True
    """Whether a picture outside of the folder's parent is refused."""
    may_vouch: bool = False
    """Whether the user could have that lifted by naming the file."""
    fetch: Fetch | None = None
    """Without it nothing is fetched from the web."""
    notices: list[Notice] = field(default_factory=list)

    def find(self, written: str, alt: str, title: str, source: Source) -> Picture | None:
        """The picture, or None with a notice why not: missing, remote, or outside of the folder."""
        if _SCHEME.match(written) or unquote(written).startswith(("//", "\\\\")):
            return self._from_elsewhere(written, alt, title, source)
        for name in dict.fromkeys((written, unquote(written), unquote(re.split(r"[?#]", written)[0]))):
            found = self._existing(name)
            if found:
                return Picture(found, written, alt, title, source)
        return self._in_other_case(written, alt, title, source)

    def _from_elsewhere(self, written: str, alt: str, title: str, source: Source) -> Picture | None:
        if self.fetch is None or not written.lower().startswith(_WEB):
            self._complain("picture-refused", *_foreign(written), source)
            return None
        try:
            return Picture(str(self.fetch(written)), written, alt, title, source)
        except InputError as error:
            hint = error.notice.hint or "save it beside the post and name the file"
            message = f"picture not fetched: {_shown(written)}: {error.notice.message}"
            self._complain("picture-refused", message, hint, source)
            return None

    def _in_other_case(self, written: str, alt: str, title: str, source: Source) -> Picture | None:
        name = unquote(re.split(r"[?#]", written)[0])
        for candidate in self._places(name):
            found = _any_case(candidate)
            if found and self._is_inside(found):
                message = f"picture found under another case of its name: {_shown(written)}"
                self._complain("picture-missing", message, f"the file is called {found.name}", source, lost=False)
                return Picture(str(found), written, alt, title, source)
        there = [candidate for candidate in self._places(name) if _exists(candidate)]
        if there and all(map(self._is_inside, there)):
            self._complain(
                "picture-unusable", f"picture is not a file: {_shown(written)}", "name the picture itself", source
            )
        elif there or self._climbs_out(name):
            hint = f"copy it below {self.root}/" + (", or name this file in the call" if self.may_vouch else "")
            self._complain("picture-refused", f"picture lies outside of the posts: {_shown(written)}", hint, source)
        else:
            self._complain("picture-missing", f"picture not found: {_shown(written)}", self._looked(name), source)
        return None

    def _existing(self, name: str) -> str | None:
        for candidate in self._places(name):
            if _is_file(candidate) and self._is_inside(candidate):
                return str(candidate)
        return None

    def _places(self, name: str) -> Iterator[Path]:
        """Where the file may lie, the likeliest place first; what is written to lie outside is not even looked at."""
        return (place for place in self._named(name) if not self.fenced or _is_below(place, Path(self.root) / ".."))

    def _climbs_out(self, name: str) -> bool:
        return any(True for _ in self._named(name)) and not any(True for _ in self._places(name))

    def _named(self, name: str) -> Iterator[Path]:
        name = name.replace("\\", "/")
        if "\0" in name or not name.strip("/"):
            return
        if not self.fenced and Path(name).is_absolute():
            yield Path(os.path.normpath(name))
        if not name.startswith("/"):
            yield Path(os.path.normpath(Path(self.path).parent / name))
        for folder in self._sites():
            yield Path(os.path.normpath(folder / name.lstrip("/")))

    def _sites(self) -> Iterator[Path]:
        """Folders that may be the site's root: from the post's up to the parent of the given one."""
        top = Path(self.root)
        folder = Path(self.path).parent
        yield folder
        while folder != top and folder != folder.parent:
            folder = folder.parent
            yield folder
        yield top.parent if str(top) not in ("", ".", "..") else Path(os.path.normpath(top / ".."))

    def _is_inside(self, candidate: Path) -> bool:
        """Whether the file, symbolic links followed, lies below the given folder's parent."""
        if not self.fenced:
            return True
        fence = os.path.realpath(Path(self.root) / "..")
        return os.path.commonpath([fence, os.path.realpath(candidate)]) == fence

    def _looked(self, name: str) -> str:
        places = dict.fromkeys(f"{place.parent}/" for place in self._places(name))
        hint = "looked in " + ", ".join(places) if places else "the path is empty"
        hint = readable(hint)
        return hint + ("; paths that start with / are taken from the site's root" if name.startswith("/") else "")

    def _complain(self, rule: str, message: str, hint: str, source: Source, *, lost: bool = True) -> None:
        self.notices.append(Notice(message, source.path, source.line, hint, lost, rule))


def _foreign(written: str) -> tuple[str, str]:
    shown = _shown(written)
    if written.lower().startswith(_WEB):
        hint = "fetch such pictures with --fetch, or save it beside the post and name the file"
        return f"picture not fetched from the web: {shown}", hint
    if written.lower().startswith("data:"):
        return "picture inside the text left out", "save it beside the post and name the file"
    return f"picture path refused: {shown}", "name a file below the posts' folder"


def _shown(written: str) -> str:
    address = readable(written)
    return address if len(address) <= 120 else address[:119] + "…"


def _is_below(place: Path, folder: Path) -> bool:
    """Whether the path is written to lie in the folder, wherever links may lead."""
    here = Path.cwd()
    return Path(os.path.normpath(here / place)).is_relative_to(os.path.normpath(here / folder))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _any_case(path: Path) -> Path | None:
    """The file of that name in the same folder, upper and lower case taken as one."""
    try:
        names = sorted(entry.name for entry in path.parent.iterdir())
    except OSError:
        return None
    wanted = path.name.casefold()
    return next(
        (path.parent / name for name in names if name.casefold() == wanted and _is_file(path.parent / name)), None
    )
