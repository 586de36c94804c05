"""Whatever goes wrong is told as problem JSON (RFC 9457): what was wrong, and what to do about it."""

from collections.abc import Mapping
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from rasad.archive.errors import ArchiveError, MissingError, UnavailableError

MEDIA = "application/problem+json"
_ANYWHERE = (401, 413, 414, 422, 503)
_NEXT = "see /api/docs for what can be asked"


class Problem(BaseModel):
    """What went wrong: `detail` says what, `remedy` what to do."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    remedy: str


class RefusalError(Exception):
    """A request that is understood and not answered."""

    def __init__(self, status: int, detail: str, remedy: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status, self.detail, self.remedy, self.headers = status, detail, remedy, headers


def problem(status: int, detail: str, remedy: str, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """The answer that tells of a problem."""
    told = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, remedy=remedy)
    return JSONResponse(told.model_dump(), status, headers=headers, media_type=MEDIA)


def told_as_problems(app: FastAPI) -> None:
    """Every fault of the app is answered as a problem."""
    app.add_exception_handler(RefusalError, _refusal)
    app.add_exception_handler(ArchiveError, _archive)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _fault)


def documented(*statuses: int) -> dict[int | str, dict[str, object]]:
    """The problems that an operation may answer with, for its description."""
    return {status: {"model": Problem, "content": {MEDIA: {"schema": {"$ref": "#/components/schemas/Problem"}}},
                     "description": HTTPStatus(status).phrase} for status in (*statuses, *_ANYWHERE)}


def _refusal(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RefusalError)
    return problem(error.status, error.detail, error.remedy, error.headers)


def _archive(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ArchiveError)
    status = 404 if isinstance(error, MissingError) else 503 if isinstance(error, UnavailableError) else 400
    return problem(status, error.what, error.remedy or _NEXT)


def _validation(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    said = [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
    return problem(422, "; ".join(said)[:2000], _NEXT)


def _http(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    return problem(error.status_code, str(error.detail), _NEXT, error.headers)


def _fault(_request: Request, _error: Exception) -> JSONResponse:
    return problem(500, "this is a fault of the program", "report it with what you asked for")
