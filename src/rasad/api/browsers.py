"""What a browser tells of its session and its way here, through a proxy or not.

Only a proxy on this machine, or one that was named, is believed when it says whom it asks for. Whether it spoke https
to the browser anybody may say: a cookie that is marked secure without need is only lost to who said so.
"""

from ipaddress import ip_address

from fastapi import Request
from starlette.responses import Response

from rasad.api.hosts import is_loopback
from rasad.archive.sessions import Session, session

_PLAIN = "rasad_session"
_SECURE = "__Host-rasad_session"  # no other host, and no page without https, can set a cookie of this name


def session_of(request: Request) -> Session | None:
    """The session of the browser that asks."""
    return session(request.app.state.archive, request.cookies.get(_name(request), ""))


def let_in(request: Request, response: Response, token: str) -> None:
    """The browser has the token, which no script reads and no form of another site sends along."""
    response.set_cookie(_name(request), token, path="/", httponly=True, samesite="lax", secure=secure(request))


def let_out(request: Request, response: Response) -> None:
    """The browser has no token."""
    response.delete_cookie(_name(request), path="/", httponly=True, samesite="lax", secure=secure(request))


def secure(request: Request) -> bool:
    """Whether the browser came by https."""
    told = request.headers.get("x-forwarded-proto", "").partition(",")[0].strip().lower()
    return request.url.scheme == "https" or told == "https"


def address_of(request: Request, proxies: frozenset[str] = frozenset()) -> str:
    """The address that a request comes from, as far as it can be known."""
    peer = request.client.host if request.client is not None else ""
    told = request.headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
    believed = is_loopback(peer) or peer in proxies
    return told if believed and _is_address(told) else peer


def _is_address(told: str) -> bool:
    try:
        return bool(ip_address(told))
    except ValueError:
        return False


def _name(request: Request) -> str:
    return _SECURE if secure(request) else _PLAIN
