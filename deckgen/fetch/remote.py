"""The pictures of a run that lie on the web, each fetched once and kept for the next run."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from deckgen import atomic
from deckgen.errors import InputError
from deckgen.fetch.addresses import Policy, UnreachableError, is_public, refused
from deckgen.fetch.request import Limits, get


def default_cache() -> Path:
    """Where the system keeps what a user's programs have fetched: `~/.cache/deckgen` on Linux."""
    import platformdirs

    return platformdirs.user_cache_path("deckgen", appauthor=False)


@dataclass(slots=True)
class Remote:
    """Fetches pictures into the folder `cache`, where what was fetched before is taken from.

    `allowed` judges the addresses that names lead to. A host that cannot be reached is asked once a run.
    """

    cache: Path
    limits: Limits = field(default_factory=Limits)
    allowed: Policy = is_public
    _found: dict[str, Path | InputError] = field(default_factory=dict)
    _silent: dict[str, InputError] = field(default_factory=dict)
    _asked: int = 0

    def get(self, url: str) -> Path:
        """The file with the picture at `url`. Raises InputError, each time anew, with the reason why there is none."""
        url = _absolute(url)
        if url not in self._found:
            try:
                self._found[url] = self._kept(url)
            except InputError as error:
                self._found[url] = error
        found = self._found[url]
        if isinstance(found, InputError):
            raise refused(found.notice.message, found.notice.hint)
        return found

    def knows(self, url: str) -> bool:
        """Whether the picture at `url` is there, or has been asked for in vain: nothing is fetched for it any more."""
        url = _absolute(url)
        return url in self._found or self._file(url).is_file()

    def _file(self, url: str) -> Path:
        return self.cache / hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()

    def _kept(self, url: str) -> Path:
        file = self._file(url)
        if file.is_file():
            return file
        blob = self._fetched(url)
        try:
            with atomic.alone(self.cache), atomic.replacing(file) as new:
                new.write(blob)
        except OSError as error:
            raise refused(f"it cannot be kept in {self.cache}: {error.strerror or error}") from error
        return file

    def _fetched(self, url: str) -> bytes:
        host = _host(url)
        if host in self._silent:
            raise self._silent[host]
        if self._asked >= self.limits.pictures:
            raise refused(f"{self.limits.pictures} pictures have been fetched in this run, and that is the limit")
        self._asked += 1
        try:
            return get(url, self.limits, self.allowed)
        except UnreachableError as error:
            self._silent[error.host] = error
            raise


def _absolute(url: str) -> str:
    """With a scheme: an address that begins with two slashes has that of the page that it stands on."""
    return f"https:{url}" if url.startswith("//") else url


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
