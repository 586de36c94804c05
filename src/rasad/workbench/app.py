"""The pages are put together here; each one is a module with its routes."""

import os
from pathlib import Path

from fastapi import FastAPI
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

from rasad.api.guard import Guard
from rasad.archive import Archive
from rasad.workbench import chart, home, judging, mapping, paste, reader, review, table, timeline
from rasad.workbench.faults import told_as_pages

_BODY = 8_000_000  # bytes of a request: a long report, or a file of many
_STATIC = Path(__file__).parent / "static"


class Assets(StaticFiles):
    """Files that a browser keeps, and asks each time whether they changed."""

    def file_response(self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope,
                      status_code: int = 200) -> Response:
        """The file, or that it has not changed."""
        answer = super().file_response(full_path, stat_result, scope, status_code)
        answer.headers["Cache-Control"] = "no-cache"
        return answer


def workbench_of(archive: Archive, *, here: bool) -> ASGIApp:
    """The app that shows the archive; `here` says that only this machine can reach it, else it refuses everybody."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    app.state.archive, app.state.here = archive, here
    app.mount("/static", Assets(directory=_STATIC))
    for part in (home, table, mapping, timeline, chart, reader, review, judging, paste):
        app.include_router(part.router)
    told_as_pages(app)
    return Guard(app, _BODY)
