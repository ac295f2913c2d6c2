"""Which addresses may be spoken to: a name is resolved once, judged by what it leads to, and connected to as judged."""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass

from deckgen.errors import InputError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Policy = Callable[[Address], bool]

RULE = "picture-refused"
"""The rule of all that keeps a picture on the web from being fetched."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that stand for IPv4 ones: RFC 6052, 2.1."""


class UnreachableError(InputError):
    """`host` cannot be found, or does not answer: asking it again would only take time."""

    def __init__(self, host: str, message: str) -> None:
        super().__init__(message, rule=RULE)
        self.host = host


def refused(reason: str, hint: str = "") -> InputError:
    """The error that says why there is no picture at an address."""
    return InputError(reason, hint=hint, rule=RULE)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a socket connects to: family and address as `socket` takes them, the numbers rather than a name."""

    family: socket.AddressFamily
    address: tuple[str | int | bytes, ...]


def is_public(address: Address) -> bool:
    """Whether an address is one of the open Internet: no loopback, no private, shared, local or reserved network.

    By the registries of IANA (RFC 6890), which `ipaddress` holds. IPv6 addresses that carry an IPv4 one are judged by
    that; the two tunnels of old (6to4, Teredo), by which a private network may be reached, are refused altogether.
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
        if address.sixtofour or address.teredo or address.is_site_local:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def endpoints(host: str, port: int, allowed: Policy, seconds: float) -> tuple[Endpoint, ...]:
    """What `host` resolves to. Raises InputError where it is not found in time, or where any of it is not allowed.

    One forbidden address among several refuses the name: no honest name leads both outward and inward.
    """
    found = _resolved(host, port, seconds)
    for endpoint in found:
        number = str(endpoint.address[0]).partition("%")[0]
        if not allowed(ipaddress.ip_address(number)):
            raise refused(f"{host} is not on the open Internet: {number}", "save the picture beside the post")
    return found


def _resolved(host: str, port: int, seconds: float) -> tuple[Endpoint, ...]:
    """As the system resolves it, which knows no time limit: it is asked in a thread that nobody waits for."""
    answer: list[tuple[Endpoint, ...] | OSError | UnicodeError] = []

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
            answer.append(tuple(dict.fromkeys(Endpoint(family, tuple(at)) for family, _, _, _, at in found)))
        except (OSError, UnicodeError) as error:
            answer.append(error)

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(seconds)
    match answer:
        case [tuple() as found] if found:
            return found
        case []:
            raise UnreachableError(host, f"{host} was not found in time")
    raise UnreachableError(host, f"{host} was not found")
