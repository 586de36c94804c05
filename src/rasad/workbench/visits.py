"""Who visits a page: somebody on this machine, or somebody who is in by an account; nobody else is let in.

A form counts only where it comes from a page of this visit: its secret follows from the session or is that of the
cookie, and no other site can read either.
"""

import hmac
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import Depends, Request
from starlette.datastructures import FormData
from starlette.responses import Response

from rasad.api.browsers import address_of, secure, session_of
from rasad.api.callers import from_here
from rasad.api.hosts import same_host
from rasad.archive import Archive
from rasad.archive.accounts import ADMIN, REVIEWER
from rasad.archive.errors import ArchiveError
from rasad.archive.sessions import Session
from rasad.workbench.roles import asked, asked_of, may
from rasad.workbench.texts import LANGUAGES, Texts, preferred, texts

_LANGUAGE, _NAME, _SECRET, _BLIND = "rasad_language", "rasad_name", "rasad_secret", "rasad_blind"
_YEAR = 365 * 24 * 3600
_PART = 4_000_000  # bytes of one field of a form
_FILES = 2000
LONGEST_NAME = 100


class StrangerError(Exception):
    """Raised where somebody asks who is not on this machine, or asks for it by another name."""


class OutError(Exception):
    """Raised where an account is demanded and whoever asks is not in."""


class ForbiddenError(Exception):
    """Raised where somebody asks for what their role may not do."""


class OftenError(Exception):
    """Raised where somebody sends more than anybody has to; the argument is the seconds to wait."""


class ForgedError(Exception):
    """Raised where a form does not come from a page of this visit."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One request; `role` is "" for somebody who may see nothing, `session` None for whoever is on this machine."""

    request: Request
    archive: Archive
    texts: Texts
    reviewer: str
    secret: str
    role: str
    session: Session | None
    blind: bool  # what others judged is shown when one has judged oneself

    def may(self, wanted: str) -> bool:
        """Whether the visitor may do what asks for a role."""
        return may(self.role, wanted)

    def sees(self, path: str) -> bool:
        """Whether the visitor may see the page with this path."""
        return self.may(asked_of("GET", path))

    @property
    def apart(self) -> str:
        """The reviewer who is shown nothing of what others judged; "" where all is shown."""
        return self.reviewer if self.blind else ""

    def keep(self, response: Response) -> None:
        """The browser has the cookies of the visit."""
        if self.session is None and self.request.cookies.get(_SECRET) != self.secret:
            self.put(response, _SECRET, self.secret, None)
        if self.request.query_params.get("lang") in LANGUAGES:
            self.put(response, _LANGUAGE, self.texts.language, _YEAR)

    def put(self, response: Response, name: str, value: str, age: int | None, *, strict: bool = False) -> None:
        """A cookie that a link from elsewhere finds again: else it would make a new one, and open forms would not hold.

        One that is `strict` is told only to pages that were come to from here.
        """
        response.set_cookie(name, value, max_age=age, path="/", httponly=True, secure=secure(self.request),
                            samesite="strict" if strict else "lax")

    def put_name(self, response: Response, name: str) -> None:
        """The browser has the reviewer's name."""
        self.put(response, _NAME, quote(name), _YEAR, strict=True)

    def put_blind(self, response: Response, *, blind: bool) -> None:
        """The browser knows whether its reviewer reviews blind."""
        self.put(response, _BLIND, "1" if blind else "0", _YEAR)


@dataclass(frozen=True, slots=True)
class Posted:
    """A form that a page of this visit sent."""

    visit: Visit
    form: FormData

    def one(self, name: str) -> str:
        """The field as it was sent, with the line ends that a text has; "" where there is none."""
        value = self.form.get(name, "")
        return value.replace("\r\n", "\n") if isinstance(value, str) else ""

    def several(self, name: str) -> list[str]:
        """Every value of a field."""
        return [value for value in self.form.getlist(name) if isinstance(value, str)]


def visit_of(request: Request) -> Visit:
    """The visit that a request belongs to, whoever asks."""
    known: Visit | None = getattr(request.state, "visit", None)
    if known is None:
        known = request.state.visit = _visit(request)
    return known


def _visit(request: Request) -> Visit:
    asked_for = request.query_params.get("lang", "")
    told = request.cookies.get(_LANGUAGE, "")
    language = next((one for one in (asked_for, told) if one in LANGUAGES),
                    preferred(request.headers.get("accept-language", "")))
    here = bool(request.app.state.here)
    session = None if here else _session(request)
    role = session.account.role if session else ADMIN if here and from_here(request) else ""
    name = session.account.name if session else _name(request) if here else ""
    reviewer = name if may(role, REVIEWER) else ""
    return Visit(request, request.app.state.archive, texts(language), reviewer,
                 session.secret if session else _secret(request), role, session,
                 bool(reviewer) and request.cookies.get(_BLIND) == "1")


def _session(request: Request) -> Session | None:
    """The session of a browser; none where the archive cannot tell, which the page then does."""
    try:
        return session_of(request)
    except ArchiveError:
        return None


def _name(request: Request) -> str:
    return unquote(request.cookies.get(_NAME, ""), errors="replace").replace("\0", "")[:LONGEST_NAME].strip()


def _secret(request: Request) -> str:
    secret = request.cookies.get(_SECRET, "")
    return secret if len(secret) == 43 else secrets.token_urlsafe(32)


def visitor(request: Request) -> Visit:
    """The visit of somebody who may see the page, or send its form."""
    visit, wanted = visit_of(request), asked(request)
    if request.app.state.here and not visit.role:
        raise StrangerError
    if not visit.role and wanted:
        raise OutError
    if not visit.may(wanted):
        raise ForbiddenError
    return visit


async def sender(request: Request, visit: Annotated[Visit, Depends(visitor)]) -> AsyncIterator[Posted]:
    """What a page of this visit sent; its files are gone when the answer is made."""
    origin = request.headers.get("origin", "")
    if origin and not same_host(origin, request.headers.get("host", "")):
        raise ForgedError
    _pace(request, visit)
    async with request.form(max_files=_FILES, max_fields=500, max_part_size=_PART) as form:
        given = form.get("secret", "")
        known = visit.secret if visit.session else request.cookies.get(_SECRET, "")
        if not (known and isinstance(given, str) and hmac.compare_digest(given.encode(), known.encode())):
            raise ForgedError
        yield Posted(visit, form)


def _pace(request: Request, visit: Visit) -> None:
    """Nobody sends forms over the network faster than a person can."""
    if request.app.state.here:
        return
    who = visit.session.account.name if visit.session else address_of(request, request.app.state.proxies)
    wait = request.app.state.writes.wait(who)
    if wait:
        raise OftenError(wait)
    request.app.state.writes.count(who)


Visiting = Annotated[Visit, Depends(visitor)]
Sending = Annotated[Posted, Depends(sender)]
