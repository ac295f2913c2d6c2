"""One file by HTTP: redirects, size and time held to limits, every hop judged anew."""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from deckgen.fetch.addresses import Endpoint, Policy, UnreachableError, endpoints, refused

_REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 1 << 16
_HEADERS = {"User-Agent": "deckgen", "Accept": "image/*", "Accept-Encoding": "identity", "Connection": "close"}
_SAFE = "/%:=&?~#+!$,;'@()*[]"
_UNSAID = ("application/octet-stream", "binary/octet-stream")
"""What servers say that do not know what they send."""
_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one picture may take: bytes, seconds from first to last, redirects; and how many pictures a run."""

    size: int = 25_000_000
    seconds: float = 30.0
    redirects: int = 5
    pictures: int = 1000


def get(url: str, limits: Limits, allowed: Policy) -> bytes:
    """The body of what `url` leads to. Raises InputError with the reason where there is none within the limits."""
    deadline = time.monotonic() + limits.seconds
    for _ in range(limits.redirects + 1):
        parts = _checked(url)
        with _answer(parts, allowed, deadline) as answer:
            if answer.status not in _REDIRECTS:
                return _body(answer, limits.size)
            url = _joined(url, answer.headers.get("Location", ""))
        if parts.scheme == "https" and url.lower().startswith("http:"):
            raise refused("it is redirected from https to http")
    raise refused(f"it is redirected more than {limits.redirects} times")


def _checked(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port, host = parts.port, parts.hostname
    except ValueError:
        raise refused("the address is malformed") from None
    if parts.scheme not in _DEFAULT_PORTS:
        raise refused(f"it leads to an address that is neither http nor https: {parts.scheme or 'none'}")
    if not host or port == 0:
        raise refused("the address names no host")
    if parts.username is not None:
        raise refused("the address holds a user's name")
    return parts


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:
        raise refused("the address is malformed") from None


@contextmanager
def _answer(parts: SplitResult, allowed: Policy, deadline: float) -> Iterator[http.client.HTTPResponse]:
    """The answer to a request, its body unread; whatever fails or takes too long is an InputError."""
    host, port = parts.hostname or "", parts.port or _DEFAULT_PORTS[parts.scheme]
    found = endpoints(host, port, allowed, _left(deadline))
    connection = http.client.HTTPConnection(host, port)
    try:
        with _connected(found, deadline) as plain, _cut_off(plain, deadline):
            secure = ssl.create_default_context() if parts.scheme == "https" else None
            connection.sock = secure.wrap_socket(plain, server_hostname=host) if secure else plain
            connection.request("GET", _target(parts), headers={**_HEADERS, "Host": _host(parts)})
            with connection.getresponse() as answer:
                yield answer
            if not _left(deadline):  # what was cut off may look complete
                raise TimeoutError
    except ssl.SSLCertVerificationError as error:
        raise refused(f"the certificate of {host} is not valid: {error.verify_message}") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        if time.monotonic() >= deadline:
            raise UnreachableError(host, f"{host} took too long") from None
        raise UnreachableError(host, f"{host} did not answer as it should: {_said(error)}") from None
    finally:
        connection.close()


def _said(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__)[:100].lower()


def _left(deadline: float) -> float:
    return max(0.0, deadline - time.monotonic())


@contextmanager
def _connected(found: tuple[Endpoint, ...], deadline: float) -> Iterator[socket.socket]:
    """A socket connected to the first of the addresses that answers: these very ones, which have been judged."""
    fault: OSError = TimeoutError("timed out")
    for endpoint in found:
        plain = socket.socket(endpoint.family, socket.SOCK_STREAM)
        try:
            plain.settimeout(max(0.01, _left(deadline)))
            plain.connect(endpoint.address)
        except OSError as error:
            fault = error
            plain.close()
            continue
        with plain:
            yield plain
        return
    raise fault


@contextmanager
def _cut_off(plain: socket.socket, deadline: float) -> Iterator[None]:
    """Ends the conversation at the deadline, for a byte now and then keeps any socket's own time limit from running."""
    handle = plain.dup()  # wrapping in TLS takes the socket's own away

    def end() -> None:
        with contextlib.suppress(OSError):
            handle.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(_left(deadline), end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        handle.close()


def _target(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe=_SAFE)
    return f"{path}?{quote(parts.query, safe=_SAFE)}" if parts.query else path


def _host(parts: SplitResult) -> str:
    host = (
        (parts.hostname or "").encode("idna").decode() if ":" not in (parts.hostname or "") else f"[{parts.hostname}]"
    )
    return f"{host}:{parts.port}" if parts.port else host


def _body(answer: http.client.HTTPResponse, size: int) -> bytes:
    if answer.status != 200:
        raise refused(f"the server said {answer.status} {answer.reason}"[:100].strip())
    kind = answer.headers.get_content_type()
    if answer.headers.get("Content-Type") and not kind.startswith("image/") and kind not in _UNSAID:
        raise refused(f"the server sent {kind}"[:100], "does the address lead to a page about the picture?")
    too_large = refused(f"it is larger than {size / 1e6:g} MB")
    if (answer.length or 0) > size:
        raise too_large
    parts: list[bytes] = []
    total = 0
    while chunk := answer.read(_CHUNK):
        parts.append(chunk)
        total += len(chunk)
        if total > size:
            raise too_large
    if answer.length or not total:
        raise ConnectionError("the connection broke off")
    return b"".join(parts)
