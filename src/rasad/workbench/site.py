"""One address for everything: the pages of the workbench at `/`, the HTTP API under `/api`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.routing import Mount
from starlette.types import ASGIApp

from rasad.api import app_of
from rasad.archive import Archive
from rasad.workbench.app import workbench_of
from rasad.workbench.intakes import Intakes


def site_of(archive: Archive, *, here: bool, proxies: frozenset[str] = frozenset()) -> ASGIApp:
    """What serves the archive; `here` says that only this machine can reach it, `proxies` who hands on to it."""
    intakes = Intakes(archive)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        await run_in_threadpool(intakes.close)

    pages = workbench_of(archive, here=here, proxies=proxies, intakes=intakes)
    return Starlette(routes=[Mount("/api", app_of(archive, here=here)), Mount("/", pages)], lifespan=lifespan)
