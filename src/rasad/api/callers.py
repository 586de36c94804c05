"""Who asks is the holder of a token, or whoever is on this machine and asked for it by its own name.

Whoever is in at the workbench reads here too, as by the exports that its pages lead to; to judge there are its pages.

A page of another site can make a browser ask this machine under that site's name; it has no token, and its
name is not this machine's, so it reads nothing. It can make one send a form; it cannot make one send JSON.
What a proxy hands on comes from elsewhere, as far as the proxy says so.
"""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from rasad.api.browsers import session_of
from rasad.api.hosts import host_of, is_loopback, same_host
from rasad.api.pace import Pace
from rasad.api.problems import RefusalError
from rasad.archive import Archive
from rasad.archive.tokens import REVIEWER, holder

_BEARER = HTTPBearer(auto_error=False, scheme_name="token", description="A token that rasad token add has shown.")
_PROXIED = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
_ASK = {"WWW-Authenticate": "Bearer"}


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks; without a name for whoever is on this machine."""

    name: str
    judges: bool
    by_session: bool = False


def archive_of(request: Request) -> Archive:
    """The archive that is served."""
    archive: Archive = request.app.state.archive
    return archive


def from_here(request: Request) -> bool:
    """Whether the request names this machine and nobody handed it on."""
    handed_on = any(name in request.headers for name in _PROXIED)
    return is_loopback(host_of(request.headers.get("host", ""))) and not handed_on


def reader(request: Request, given: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)]) -> Caller:
    """Who asks, and may read."""
    if given is not None:
        known = holder(archive_of(request), given.credentials)
        if known is None:
            raise RefusalError(401, "this token does not hold", "ask for another: rasad token add NAME", _ASK)
        return Caller(known.name, known.role == REVIEWER)
    if request.app.state.here and from_here(request):
        return Caller("", judges=True)
    known_by = session_of(request)
    if known_by is not None:
        return Caller(known_by.account.name, judges=False, by_session=True)
    raise RefusalError(401, "a token is needed", "send it as Authorization: Bearer TOKEN", _ASK)


def reviewer(request: Request, caller: Annotated[Caller, Depends(reader)]) -> Caller:
    """Who asks, and may judge."""
    origin = request.headers.get("origin", "")
    if origin and not same_host(origin, request.headers.get("host", "")):
        raise RefusalError(403, "a page of another site may not judge", "ask from here, or without a browser")
    if caller.by_session:
        raise RefusalError(403, "a session of the workbench only reads here", "judge there, or send a token")
    if not caller.judges:
        raise RefusalError(403, f"{caller.name} may only read", "ask for a token with the role reviewer")
    _paced(request.app.state.writes, caller.name)
    return caller


def _paced(writes: Pace, name: str) -> None:
    """Nobody judges over the network faster than any program has to; whoever is on this machine may."""
    if not name:
        return
    wait = writes.wait(name)
    if wait:
        raise RefusalError(429, f"{name} has judged too often", "wait a while", {"Retry-After": str(wait)})
    writes.count(name)


def signed(caller: Caller, told: str) -> str:
    """The reviewer's name: the token's, or where there is none the one that is told."""
    if caller.name and told not in {"", caller.name}:
        raise RefusalError(400, f"the token is that of {caller.name}", "leave the reviewer out")
    if not (caller.name or told.strip()):
        raise RefusalError(400, "nobody is named as the reviewer", 'name one: "reviewer": "…"')
    return caller.name or told


InArchive = Annotated[Archive, Depends(archive_of)]
Reader = Annotated[Caller, Depends(reader)]
Reviewer = Annotated[Caller, Depends(reviewer)]
