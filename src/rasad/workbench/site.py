"""One address for everything: the pages of the workbench at `/`, the HTTP API under `/api`."""

from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.types import ASGIApp

from rasad.api import app_of
from rasad.archive import Archive
from rasad.workbench.app import workbench_of


def site_of(archive: Archive, *, here: bool, proxies: frozenset[str] = frozenset()) -> ASGIApp:
    """What serves the archive; `here` says that only this machine can reach it, `proxies` who hands on to it."""
    return Starlette(routes=[Mount("/api", app_of(archive, here=here)),
                             Mount("/", workbench_of(archive, here=here, proxies=proxies))])
