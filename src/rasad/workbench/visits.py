"""Who visits a page: somebody on this machine, with a language and perhaps a name; nobody else is let in.

A form counts only where it comes from a page of this visit: its secret is that of the cookie, and no other site
can read either.
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

from rasad.api.callers import from_here
from rasad.api.hosts import same_host
from rasad.archive import Archive
from rasad.workbench.texts import LANGUAGES, Texts, preferred, texts

_LANGUAGE, _NAME, _SECRET = "rasad_language", "rasad_name", "rasad_secret"
_YEAR = 365 * 24 * 3600
_PART = 4_000_000  # bytes of one field of a form
_FILES = 2000
LONGEST_NAME = 100


class StrangerError(Exception):
    """Raised where somebody asks who is not on this machine, or asks for it by another name."""


class ForgedError(Exception):
    """Raised where a form does not come from a page of this visit."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One request of somebody who may see the workbench."""

    request: Request
    archive: Archive
    texts: Texts
    reviewer: str
    secret: str

    def keep(self, response: Response) -> None:
        """The browser has the cookies of the visit."""
        if self.request.cookies.get(_SECRET) != self.secret:
            _put(response, _SECRET, self.secret, None)
        if self.request.query_params.get("lang") in LANGUAGES:
            _put(response, _LANGUAGE, self.texts.language, _YEAR)


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
    asked = request.query_params.get("lang", "")
    told = request.cookies.get(_LANGUAGE, "")
    language = next((one for one in (asked, told) if one in LANGUAGES),
                    preferred(request.headers.get("accept-language", "")))
    secret = request.cookies.get(_SECRET, "")
    name = unquote(request.cookies.get(_NAME, ""), errors="replace").replace("\0", "")[:LONGEST_NAME].strip()
    return Visit(request, request.app.state.archive, texts(language), name,
                 secret if len(secret) == 43 else secrets.token_urlsafe(32))


def visitor(request: Request) -> Visit:
    """The visit of somebody who may see the workbench."""
    if not (request.app.state.here and from_here(request)):
        raise StrangerError
    return visit_of(request)


async def sender(request: Request, visit: Annotated[Visit, Depends(visitor)]) -> AsyncIterator[Posted]:
    """What a page of this visit sent; its files are gone when the answer is made."""
    origin = request.headers.get("origin", "")
    if origin and not same_host(origin, request.headers.get("host", "")):
        raise ForgedError
    async with request.form(max_files=_FILES, max_fields=500, max_part_size=_PART) as form:
        given, known = form.get("secret", ""), request.cookies.get(_SECRET, "")
        if not (known and isinstance(given, str) and hmac.compare_digest(given.encode(), known.encode())):
            raise ForgedError
        yield Posted(visit, form)


def put_name(response: Response, name: str) -> None:
    """The browser has the reviewer's name, and tells it to pages that were come to from here alone."""
    response.set_cookie(_NAME, quote(name), max_age=_YEAR, path="/", httponly=True, samesite="strict")


def _put(response: Response, name: str, value: str, age: int | None) -> None:
    """A cookie that a link from elsewhere finds again: else it would make a new one, and open forms would not hold."""
    response.set_cookie(name, value, max_age=age, path="/", httponly=True, samesite="lax")


Visiting = Annotated[Visit, Depends(visitor)]
Sending = Annotated[Posted, Depends(sender)]
