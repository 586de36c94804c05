"""The pages are put together here; each one is a module with its routes."""

import os
from pathlib import Path

from fastapi import Depends, FastAPI
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

from rasad.api.guard import Guard
from rasad.api.pace import MINUTE, WRITES, Pace
from rasad.archive import Archive
from rasad.workbench import (
    accounts,
    actor,
    actors,
    adjudicating,
    agreeing,
    agreements,
    chart,
    entry,
    home,
    judging,
    mapping,
    network,
    paste,
    reader,
    review,
    table,
    taking,
    timeline,
)
from rasad.workbench.faults import told_as_pages
from rasad.workbench.intakes import Intakes
from rasad.workbench.logins import Logins
from rasad.workbench.visits import visitor

PARTS = (home, table, mapping, timeline, chart, network, actors, actor, agreements, reader, review, judging, paste,
         taking, adjudicating, agreeing, entry, accounts)

_BODY, _FILES = 8_000_000, 100_000_000  # bytes of a request: a long report; a folder of files
_STATIC = Path(__file__).parent / "static"


class Assets(StaticFiles):
    """Files that a browser keeps, and asks each time whether they changed."""

    def file_response(self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope,
                      status_code: int = 200) -> Response:
        """The file, or that it has not changed."""
        answer = super().file_response(full_path, stat_result, scope, status_code)
        answer.headers["Cache-Control"] = "no-cache"
        return answer


def workbench_of(archive: Archive, *, here: bool, proxies: frozenset[str] = frozenset(),
                 intakes: Intakes | None = None) -> ASGIApp:
    """The app that shows the archive; `here` says that only this machine can reach it, else it demands accounts."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, dependencies=[Depends(visitor)])
    app.state.archive, app.state.here, app.state.proxies = archive, here, proxies
    app.state.logins, app.state.writes, app.state.intakes = Logins(), Pace(WRITES, MINUTE), intakes or Intakes(archive)
    app.mount("/static", Assets(directory=_STATIC))
    for part in PARTS:
        app.include_router(part.router)
    told_as_pages(app)
    return Guard(app, _BODY, {"/files": _FILES})
