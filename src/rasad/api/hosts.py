"""A host is this machine itself only by name or by an address that never leaves it."""

from ipaddress import ip_address
from urllib.parse import urlsplit


def is_loopback(host: str) -> bool:
    """Whether the name or address is one of this machine alone."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def host_of(header: str) -> str:
    """The host that a Host header names, without its port; empty for one that names none."""
    return _host(f"//{header}")


def same_host(origin: str, header: str) -> bool:
    """Whether an Origin header names the same host and port as a Host header."""
    found = _host(origin)
    return bool(found) and origin.partition("://")[2].lower() == header.lower()


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
