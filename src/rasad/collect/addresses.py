"""No connection is made before every address that a host's name stands for was found to be public, or was allowed.

The address that was checked is the one connected to; nothing asks for it a second time.
"""

import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Network, ip_address, ip_network
from typing import Final
from urllib.parse import quote, urlsplit

from rasad.collect.refusal import Refusal

_PORTS: Final = {"http": 80, "https": 443}
_OPEN: Final = frozenset({80, 443, 8080, 8443})
_TOLD: Final = ", ".join(map(str, sorted(_OPEN)))
_HOST: Final = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_.])?|[0-9a-f:.]+(?:%\w+)?")
_SAFE: Final = "/%:@!$&'()*+,;=~-._"
_NAT64: Final = IPv6Network("64:ff9b::/96")
_FORM: Final = "write it as https://host/path"
_INTRANET: Final = "only public hosts are fetched; an intranet's host has to be allowed by name"

Resolve = Callable[[str, int], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Target:
    """An address of the web, taken apart."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, as they begin an address."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == _PORTS[self.scheme] else f":{self.port}")

    @property
    def address(self) -> str:
        """The whole address, without its fragment."""
        return self.origin + self.path


def target_of(address: str) -> Target:
    """The address taken apart; Refusal for one that is not fetched, whatever stands behind it."""
    try:
        parts = urlsplit(address.strip())
        port, host = parts.port, (parts.hostname or "").rstrip(".")
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except ValueError:
        raise Refusal("no address of the web", _FORM, lasting=True) from None
    if parts.scheme not in _PORTS:
        raise Refusal(f"{parts.scheme or 'no scheme'}, neither http nor https", _FORM, lasting=True)
    if parts.username is not None or parts.password is not None:
        raise Refusal("a name or password in the address", "leave it out", lasting=True)
    if not _HOST.fullmatch(host):
        raise Refusal("no host in the address", _FORM, lasting=True)
    path = quote(parts.path or "/", safe=_SAFE)
    query = f"?{quote(parts.query, safe=_SAFE + '?')}" if parts.query else ""
    return Target(parts.scheme, host, _PORTS[parts.scheme] if port is None else port, path + query)


def resolved(host: str, port: int) -> Sequence[str]:
    """The addresses that the system's resolver tells for the name."""
    return [str(told[4][0]) for told in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


class Reach:
    """What may be connected to: public hosts on the ports of the web, and what `allow` names (hosts, networks)."""

    def __init__(self, allow: Sequence[str] = (), resolve: Resolve = resolved) -> None:
        self._resolve = resolve
        self._networks = [ip_network(one, strict=False) for one in allow if _is_network(one)]
        self._hosts = frozenset(one.lower() for one in allow if not _is_network(one))

    def checked(self, target: Target) -> list[str]:
        """The addresses to connect to, in order; Refusal where one of them may not be reached."""
        try:
            found = list(dict.fromkeys(self._resolve(target.host, target.port)))
        except (OSError, UnicodeError):
            found = []
        if not found:
            raise Refusal(f"no host is called {target.host}", "look at the address")
        foreign = [] if target.host in self._hosts else [one for one in found if not self._is_allowed(one)]
        closed = next((one for one in foreign if not is_public(one)), "")
        if closed:
            told = target.host if target.host == closed else f"{target.host} is {closed}"
            raise Refusal(f"{told}, a private address", _INTRANET, lasting=True)
        if target.port not in _OPEN and foreign:
            raise Refusal(f"port {target.port}", f"the ports fetched from are {_TOLD}", lasting=True)
        return found

    def _is_allowed(self, told: str) -> bool:
        address = ip_address(told)
        return any(address.version == network.version and address in network for network in self._networks)


def named_itself(address: str) -> list[str]:
    """The host of an address where it is told as a number or as localhost, so that nobody's names say where it is."""
    try:
        host = target_of(address).host
    except Refusal:
        return []
    return [host] if host == "localhost" or _is_network(host) else []


def is_public(address: str) -> bool:
    """Whether the address, and every older one written into it, is one of the public net."""
    one = ip_address(address)
    if not one.is_global or one.is_multicast or one.is_unspecified:
        return False
    if isinstance(one, IPv4Address):
        return True
    if one in _NAT64:
        return is_public(str(IPv4Address(int(one) & 0xFFFFFFFF)))
    inner = [one.ipv4_mapped, one.sixtofour, *(one.teredo or ())]
    return not (one.is_reserved or one.is_site_local) and all(is_public(str(old)) for old in inner if old)


def _is_network(name: str) -> bool:
    try:
        ip_network(name, strict=False)
    except ValueError:
        return False
    return True
