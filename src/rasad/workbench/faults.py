"""Whatever goes wrong is told on a page: what was wrong, and what to do about it."""

from urllib.parse import urlencode

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from rasad.api.guard import TooLongError
from rasad.archive.errors import ArchiveError, MissingError, UnavailableError
from rasad.workbench.rendering import onward, page
from rasad.workbench.visits import ForbiddenError, ForgedError, OftenError, OutError, StrangerError, visit_of


def told_as_pages(app: FastAPI) -> None:
    """Every fault of the app is answered with a page."""
    app.add_exception_handler(StrangerError, _stranger)
    app.add_exception_handler(OutError, _out)
    app.add_exception_handler(ForbiddenError, _forbidden)
    app.add_exception_handler(OftenError, _often)
    app.add_exception_handler(ForgedError, _forged)
    app.add_exception_handler(TooLongError, _long)
    app.add_exception_handler(ArchiveError, _archive)
    app.add_exception_handler(RequestValidationError, _missing)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _fault)


def _told(request: Request, status: int, kind: str, what: str = "", remedy: str = "") -> Response:
    return page(visit_of(request), "fault.html", status, kind=kind, what=what, remedy=remedy)


def _stranger(request: Request, _error: Exception) -> Response:
    return _told(request, 403, "stranger")


def _out(request: Request, _error: Exception) -> Response:
    """Whoever is not in comes in first, and then to where they wanted; what a form held is not kept."""
    if request.method != "GET":
        return _told(request, 401, "out")
    query = f"?{request.url.query}" if request.url.query else ""
    answer = onward(f"/login?{urlencode({'next': request.url.path + query})}")
    visit_of(request).keep(answer)
    return answer


def _forbidden(request: Request, _error: Exception) -> Response:
    return _told(request, 403, "forbidden")


def _often(request: Request, error: Exception) -> Response:
    answer = _told(request, 429, "often")
    answer.headers["Retry-After"] = str(error.args[0])
    return answer


def _forged(request: Request, _error: Exception) -> Response:
    return _told(request, 403, "forged")


def _long(request: Request, _error: Exception) -> Response:
    return _told(request, 413, "long")


def _archive(request: Request, error: Exception) -> Response:
    assert isinstance(error, ArchiveError)
    status = 404 if isinstance(error, MissingError) else 503 if isinstance(error, UnavailableError) else 400
    return _told(request, status, "missing" if status == 404 else "refused", error.what, error.remedy)


def _missing(request: Request, _error: Exception) -> Response:
    return _told(request, 404, "missing")


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _told(request, error.status_code, "missing" if error.status_code == 404 else "refused")


def _fault(request: Request, _error: Exception) -> Response:
    return _told(request, 500, "fault")
