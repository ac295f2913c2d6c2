"""Fetching pictures from a real server on this machine; what must not be reached, and what takes too much."""

from __future__ import annotations

import contextlib
import http.server
import io
import ipaddress
import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image

import deckgen
from deckgen.errors import InputError
from deckgen.fetch import Limits, Remote, default_cache, is_public
from deckgen.fetch.addresses import Address, endpoints

LIMITS = Limits(size=1_000_000, seconds=2.0, redirects=3)


def known(name: str) -> bool:
    with contextlib.suppress(OSError):
        return bool(socket.getaddrinfo(name, 80))
    return False


needs_localhost = pytest.mark.skipif(not known("localhost"), reason="this machine has no name localhost")


def png() -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise((640, 400), 60).save(buffer, "PNG")
    return buffer.getvalue()


@dataclass
class Site:
    """A web server that does what the path asks for: where it is, what it was asked, and at which of its addresses."""

    port: int = 0
    scheme: str = "http"
    asked: list[str] = field(default_factory=list)
    reached: list[str] = field(default_factory=list)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.port}/{path}"


class Handler(http.server.BaseHTTPRequestHandler):
    site: Site
    picture = png()

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        self.site.asked.append(self.path)
        self.site.reached.append(self.connection.getsockname()[0])
        send = getattr(self, f"send_{parts.path.strip('/').partition('.')[0]}", self.send_picture)
        with contextlib.suppress(OSError):  # they have hung up
            send(parts.query)

    def log_message(self, *_: object) -> None:
        pass

    def _head(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def send_picture(self, _: str) -> None:
        self._head(200, Content_Type="image/png", Content_Length=str(len(self.picture)))
        self.wfile.write(self.picture)

    def send_missing(self, _: str) -> None:
        self.send_error(404)

    def send_page(self, _: str) -> None:
        self._head(200, Content_Type="text/html; charset=utf-8")
        self.wfile.write(b"<html>log in first</html>")

    def send_large(self, _: str) -> None:
        self._head(200, Content_Type="image/png", Content_Length=str(10**12))

    def send_endless(self, _: str) -> None:
        self._head(200, Content_Type="image/png")
        while True:
            self.wfile.write(bytes(4096))

    def send_torn(self, _: str) -> None:
        self._head(200, Content_Type="image/png", Content_Length="5000")
        self.wfile.write(bytes(100))

    def send_drops(self, _: str) -> None:
        self._head(200, Content_Type="image/png", Content_Length="5000")
        for _number in range(5000):
            self.wfile.write(b"x")
            time.sleep(0.05)

    def send_drophead(self, _: str) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            self.wfile.write(b"X: y\r\n")
            time.sleep(0.05)

    def send_silence(self, _: str) -> None:
        time.sleep(60)

    def send_noise(self, _: str) -> None:
        self.wfile.write(b"\0\xff SSH-2.0 hello\r\n" * 10)

    def send_to(self, query: str) -> None:
        self._head(302, Location=parse_qs(query)["url"][0])


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    yield from served(Site())


def served(site: Site, secure: ssl.SSLContext | None = None) -> Iterator[Site]:
    handler = type("Bound", (Handler,), {"site": site})
    with http.server.ThreadingHTTPServer(("0.0.0.0", 0), handler) as server:
        server.daemon_threads = True
        server.block_on_close = False
        if secure:
            server.socket = secure.wrap_socket(server.socket, server_side=True)
        site.port = server.server_port
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield site
        server.shutdown()


def here(address: Address) -> bool:
    """The policy of these tests: the server's one address, and none of the others that it could be reached at."""
    return address == ipaddress.ip_address("127.0.0.1")


@pytest.fixture
def remote(tmp_path: Path) -> Remote:
    return Remote(tmp_path / "cache", LIMITS, here)


def refused(remote: Remote, url: str) -> str:
    with pytest.raises(InputError) as told:
        remote.get(url)
    assert not remote.cache.exists() or list(remote.cache.iterdir()) == []
    return told.value.notice.message


def test_a_picture_is_fetched_once_and_kept(site: Site, remote: Remote) -> None:
    url = site.url("picture.png?size=1&lang=中文 x")
    before = len(site.asked)
    file = remote.get(url)
    assert file.read_bytes() == Handler.picture
    assert remote.get(url) == file
    assert Remote(remote.cache, LIMITS, lambda _: False).get(url) == file, "the next run asks nobody"
    assert site.asked[before:] == ["/picture.png?size=1&lang=%E4%B8%AD%E6%96%87%20x"]


def test_redirects_are_followed_so_far(site: Site, remote: Remote) -> None:
    assert remote.get(site.url("to?url=/picture.png")).read_bytes() == Handler.picture
    remote.cache.rename(remote.cache.with_name("former"))
    loop = site.url("to?url=/to%3Furl%3D/to%253Furl%253D/to%25253Furl%25253D/picture.png")
    assert refused(remote, loop) == "it is redirected more than 3 times"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("missing", "the server said 404 Not Found"),
        ("page", "the server sent text/html"),
        ("large", "it is larger than 1 MB"),
        ("endless", "it is larger than 1 MB"),
        ("torn", "127.0.0.1 did not answer as it should: the connection broke off"),
        ("drops", "127.0.0.1 took too long"),
        ("drophead", "127.0.0.1 took too long"),
        ("silence", "127.0.0.1 took too long"),
        ("noise", "127.0.0.1 did not answer as it should"),
        ("to?url=file:///etc/passwd", "it leads to an address that is neither http nor https: file"),
        ("to?url=ftp://127.0.0.1/a.png", "it leads to an address that is neither http nor https: ftp"),
        ("to?url=http://user:secret@127.0.0.1/a.png", "the address holds a user's name"),
        ("to?url=http://[::1", "the address is malformed"),
        ("to?url=https:///a.png", "the address names no host"),
    ],
)
def test_what_is_no_picture_or_takes_too_much_is_refused(site: Site, remote: Remote, path: str, message: str) -> None:
    start = time.monotonic()
    assert refused(remote, site.url(path)).startswith(message)
    assert time.monotonic() - start < LIMITS.seconds + 20


def test_a_redirect_to_a_forbidden_address_is_not_followed(site: Site, remote: Remote) -> None:
    before = len(site.asked)
    inside = site.url("picture.png", host="127.0.0.2")
    assert refused(remote, site.url(f"to?url={inside}")) == "127.0.0.2 is not on the open Internet: 127.0.0.2"
    assert len(site.asked) == before + 1


@pytest.mark.parametrize(
    "host",
    [
        *("localhost", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0", "0.0.0.0", "10.0.0.1", "192.168.1.1"),
        *("172.16.0.1", "169.254.169.254", "100.64.0.1", "192.0.2.1", "224.0.0.1", "255.255.255.255", "[::1]", "[::]"),
        *("[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fe80::1]", "[fc00::1]"),
        *("[fec0::1]", "[ff02::1]", "[2001:0:7f00:1::]", "[2001:db8::1]", "[::127.0.0.1]"),
    ],
)
def test_no_address_but_those_of_the_open_internet_is_reached(site: Site, tmp_path: Path, host: str) -> None:
    before = len(site.asked)
    message = refused(Remote(tmp_path / "cache", LIMITS), site.url("picture.png", host=host))
    assert "is not on the open Internet" in message or "was not found" in message
    assert len(site.asked) == before


def test_public_addresses_are_public() -> None:
    for number in ("93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"):
        assert is_public(ipaddress.ip_address(number)), number


@needs_localhost
def test_what_is_connected_to_is_what_was_judged(site: Site, tmp_path: Path) -> None:
    """A name is resolved once a hop: nobody can answer with a good address first and a bad one then."""
    judged: list[str] = []

    def judge(address: Address) -> bool:
        judged.append(str(address))
        return address.is_loopback

    Remote(tmp_path / "cache", LIMITS, judge).get(site.url("picture.png", host="localhost"))
    assert site.reached[-1] in judged
    found = endpoints("localhost", 80, lambda address: address.is_loopback, 5)
    assert all(ipaddress.ip_address(str(endpoint.address[0])).is_loopback for endpoint in found)


@needs_localhost
def test_one_forbidden_address_among_several_refuses_the_name() -> None:
    """As where a name leads both outward and inward."""
    found = socket.getaddrinfo("localhost", 80, type=socket.SOCK_STREAM)
    families = {str(at[0]) for *_, at in found}
    last = sorted(families)[-1]
    with pytest.raises(InputError, match="is not on the open Internet"):
        endpoints("localhost", 80, lambda address: str(address) != last, 5)


def test_a_host_that_does_not_answer_is_asked_once(site: Site, remote: Remote) -> None:
    refused(remote, site.url("silence"))
    before = len(site.asked)
    start = time.monotonic()
    for number in range(20):
        assert refused(remote, site.url(f"picture{number}.png")) == "127.0.0.1 took too long"
    assert time.monotonic() - start < 10 * LIMITS.seconds
    assert len(site.asked) == before


def test_no_more_pictures_than_allowed(site: Site, tmp_path: Path) -> None:
    remote = Remote(tmp_path / "cache", Limits(pictures=2), here)
    for number in range(2):
        remote.get(site.url(f"picture{number}.png"))
    with pytest.raises(InputError, match="2 pictures have been fetched in this run"):
        remote.get(site.url("picture2.png"))
    remote.get(site.url("picture1.png"))


def test_a_cache_that_cannot_be_written_is_told(site: Site, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(InputError, match=r"it cannot be kept in .*: Not a directory"):
        Remote(tmp_path / "file" / "cache", LIMITS, here).get(site.url("picture.png"))


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, Path]]:
    """A site with a certificate that only those trust who are told to."""
    openssl = shutil.which("openssl")
    if not openssl:
        pytest.skip("openssl is not on this machine")
    folder = tmp_path_factory.mktemp("certificate")
    command = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    files = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(folder / "key"), "-out", str(folder / "cert")]
    subprocess.run([*command, *files], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert", folder / "key")
    for site in served(Site(scheme="https"), context):
        yield site, folder / "cert"


def test_certificates_are_looked_at(
    site: Site, certified: tuple[Site, Path], remote: Remote, monkeypatch: pytest.MonkeyPatch
) -> None:
    secure, certificate = certified
    assert refused(remote, secure.url("picture.png")).startswith("the certificate of 127.0.0.1 is not valid: self")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    trusting = Remote(remote.cache, LIMITS, here)
    downward = secure.url(f"to?url={site.url('picture.png')}")
    assert refused(trusting, downward) == "it is redirected from https to http"
    assert refused(trusting, secure.url("drops")) == "127.0.0.1 took too long"
    trusting = Remote(remote.cache, LIMITS, here)
    assert trusting.get(secure.url("picture.png")).read_bytes() == Handler.picture
    assert trusting.get(f"//127.0.0.1:{secure.port}/picture.png").read_bytes() == Handler.picture


def test_the_cache_is_where_the_system_keeps_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_cache().name == "deckgen"


POST = "---\ntitle: 东京峰会\ndate: 2015-10-28\n---\n## 容器\n\nMagnum负责容器集群。\n\n![]({url})\n"


def posts(folder: Path, *urls: str) -> Path:
    folder.mkdir()
    (folder / "tokyo.md").write_text(POST.format(url=")\n\n![](".join(urls)), "utf-8")
    return folder


def test_nothing_is_fetched_unless_it_is_asked_for(site: Site, tmp_path: Path) -> None:
    before = len(site.asked)
    built = deckgen.build([posts(tmp_path / "posts", site.url("picture.png"))], tmp_path / "decks")
    assert built.decks[0].pictures == 0
    assert [notice.message for notice in built.notices] == [
        f"picture not fetched from the web: {site.url('picture.png')}"
    ]
    assert "--fetch" in built.notices[0].hint
    assert len(site.asked) == before


def test_a_fetched_picture_stands_on_its_slide_and_the_others_are_told(
    site: Site, tmp_path: Path, remote: Remote
) -> None:
    urls = [site.url("picture.png"), site.url("missing"), site.url("large")]
    steps: list[str] = []
    folder = posts(tmp_path / "posts", *urls, urls[0], urls[1])
    built = deckgen.build([folder], tmp_path / "decks", fetch=remote, progress=lambda what, *_: steps.append(what))
    assert steps == [*(f"fetch {url}" for url in urls), str(tmp_path / "decks" / "tokyo-2015.pptx")]
    assert built.decks[0].pictures == 2
    assert [(notice.line, notice.message, notice.lost) for notice in built.notices] == [
        (11, f"picture not fetched: {urls[1]}: the server said 404 Not Found", True),
        (13, f"picture not fetched: {urls[2]}: it is larger than 1 MB", True),
        (17, f"picture not fetched: {urls[1]}: the server said 404 Not Found", True),
    ]


def test_the_command_line_fetches_from_the_open_internet_alone(site: Site, tmp_path: Path) -> None:
    """What a server on this machine offers is refused, whatever the post says; that is the whole way, by a process."""
    before = len(site.asked)
    folder = posts(tmp_path / "posts", site.url("picture.png"))
    command = [sys.executable, "-m", "deckgen", "build", str(folder), "-o", str(tmp_path / "decks"), "--fetch"]
    done = subprocess.run([*command, "--cache", str(tmp_path / "cache")], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "127.0.0.1 is not on the open Internet: 127.0.0.1\n  hint: save the picture beside the post" in done.stderr
    assert len(site.asked) == before
    assert not (tmp_path / "cache").exists()
    done = subprocess.run([*command[:-1], "--cache", "x"], capture_output=True, text=True, check=False)
    assert (done.returncode, "--cache goes with --fetch" in done.stderr) == (2, True)
