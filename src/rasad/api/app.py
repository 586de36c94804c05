"""The app is put together here and knows nothing else."""

from fastapi import FastAPI
from starlette.types import ASGIApp

import rasad
from rasad.api import exports, judging, page, reading
from rasad.api.guard import Guard
from rasad.api.pace import MINUTE, WRITES, Pace
from rasad.api.problems import told_as_problems
from rasad.archive import Archive

_TOLD = ("Who said what, and who did what to whom, in the reports of an archive. Parts of a selection narrow each "
         "other; one given twice widens it. Everything leads back to the words of a report.")


def app_of(archive: Archive, *, here: bool) -> ASGIApp:
    """The app that serves the archive; `here` says that only this machine can reach it, which then needs no token."""
    app = FastAPI(title="Rasad", version=rasad.__version__, description=_TOLD, docs_url=None, redoc_url=None,
                  swagger_ui_oauth2_redirect_url=None)
    app.state.archive, app.state.here, app.state.writes = archive, here, Pace(WRITES, MINUTE)
    for part in (reading, judging, exports, page):
        app.include_router(part.router)
    told_as_problems(app)
    return Guard(app)
