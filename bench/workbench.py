"""How long the server needs for each page of the workbench with the whole corpus in the archive, and the browser.

Usage: python bench/workbench.py [ARCHIVE [PAGE …]]

With ARCHIVE that archive is shown, and nothing is collected. Every page the workbench has is asked for: those with an
id in their address by links on the others, those with filters by several selections too. PAGE, as /events, takes only
pages whose address begins so. Wanted: 200 ms at the median of a page, 1.5 s until a browser shows the first.
"""

import asyncio
import html
import re
import shutil
import socket
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import uvicorn
from archive import collected
from fastapi.routing import APIRoute, iter_route_contexts

from rasad.archive import Archive
from rasad.workbench import site_of
from rasad.workbench.app import workbench_of

TIMES, SAMPLES = 5, 4  # how often a page is asked for, of how many addresses where links give them
WANTED, FIRST = 200, 1500  # milliseconds
SELECTIONS = ("type=ASSAULT", "dyad=ISR,LBN", "party=IRN&since=2026-05-01&until=2026-05-31", "words=تنگه هرمز",
              "page=400", "speaker=ترامپ")
BASE = "http://127.0.0.1:8080"
HREF = re.compile(r'(?:href|action)="(/[^"]*)"')
FILTERS = re.compile(r'<form class="filters"[^>]* action="([^"]*)"')
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
PAINTED = """() => { const [told] = performance.getEntriesByType('navigation');
  const [first] = performance.getEntriesByName('first-contentful-paint');
  return [first ? first.startTime : null, told.loadEventEnd]; }"""


@dataclass(slots=True)
class Timed:
    """The milliseconds that a page took, by address."""

    path: str
    taken: dict[str, list[float]] = field(default_factory=dict)

    @property
    def median(self) -> float:
        """The median of all answers."""
        return statistics.median(ms for several in self.taken.values() for ms in several)

    @property
    def slowest(self) -> tuple[float, str]:
        """The address with the slowest median."""
        return max((statistics.median(several), address) for address, several in self.taken.items())


class Walk:
    """Asks for every page there is, by the routes of the app and the links on its pages."""

    def __init__(self, archive: Archive) -> None:
        app: Any = workbench_of(archive, here=True)
        self.site = site_of(archive, here=True)
        routes = [one.original_route for one in iter_route_contexts(app.app.routes)]
        self.routes = [one for one in routes if isinstance(one, APIRoute) and "GET" in (one.methods or ())]
        self.links: dict[str, list[str]] = {one.path: [] for one in self.routes}
        self.filtered: set[str] = set()

    async def timed(self, only: tuple[str, ...]) -> list[Timed]:
        """What each page took."""
        transport = httpx.ASGITransport(self.site)
        async with httpx.AsyncClient(transport=transport, base_url=BASE, headers={"Accept-Language": "fa"}) as client:
            plain = [one.path for one in self.routes if "{" not in one.path]
            for path in plain:
                self._follow((await client.get(path)).text)
            for path in [one for several in self.links.values() for one in several]:
                self._follow((await client.get(path)).text)
            return [await self._page(client, one.path) for one in self.routes if one.path.startswith(only)]

    def _follow(self, page: str) -> None:
        """Links that lead to a page with an id in its address are kept, a few a page."""
        self.filtered |= {html.unescape(action) for action in FILTERS.findall(page)}
        for href in HREF.findall(page):
            path = urlsplit(html.unescape(href)).path
            for route in self.routes:
                kept = self.links[route.path]
                if "{" in route.path and route.path_regex.match(path) and path not in kept and len(kept) < SAMPLES:
                    kept.append(path)

    async def _page(self, client: httpx.AsyncClient, path: str) -> Timed:
        timed = Timed(path)
        addresses = self.links[path] if "{" in path else [path]
        if path in self.filtered:
            addresses = addresses + [f"{path}?{one}" for one in SELECTIONS]
        for address in addresses:
            for _ in range(TIMES):
                began = time.perf_counter()
                answer = await client.get(address)
                timed.taken.setdefault(address, []).append(1000 * (time.perf_counter() - began))
                assert answer.status_code < 500, (address, answer.status_code)
        return timed


def show_server(archive: Archive, only: tuple[str, ...]) -> None:
    """The time of every page, the slowest address of each beside it."""
    for one in asyncio.run(Walk(archive).timed(only)):
        if not one.taken:
            print(f"  {'–':>12}  {one.path}: no link to one was found")
            continue
        slowest, address = one.slowest
        told = f" {address}" if len(one.taken) > 1 else ""
        told += "" if one.median <= WANTED else f"  OVER {WANTED} ms"
        print(f"  {one.median:>5.0f} ms  {one.path}, slowest {slowest:.0f} ms{told}")


@contextmanager
def served(archive: Archive) -> Iterator[str]:
    """The address at which the archive is served."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(site_of(archive, here=True), log_level="error", lifespan="off", ws="none")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


def show_browser(archive: Archive, paths: list[str]) -> None:
    """When a browser that has seen nothing before paints each page, and when all of it is there."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("  left out: there is no Chromium")
        return
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser

    with served(archive) as address, sync_playwright() as playwright:
        for path in paths:
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            page = browser.new_context(locale="fa", viewport={"width": 1280, "height": 900}).new_page()
            page.goto(address + path, wait_until="load")
            page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length", polling=50)
            paint, load = page.evaluate(PAINTED)
            told = "" if max(paint, load) <= FIRST else f"  OVER {FIRST} ms"
            print(f"  {paint:>5.0f} ms painted, {load:>5.0f} ms loaded  {path}{told}")
            browser.close()


def main() -> None:
    """The figures are printed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "archive.sqlite"
        only = tuple(sys.argv[2:]) or ("/",)
        if len(sys.argv) == 1:
            collected(path)
        with Archive(str(path)) as archive:
            show_server(archive, only)
            walk = Walk(archive)
            plain = [one.path for one in walk.routes if not set("{.") & set(one.path) and one.path.startswith(only)]
            show_browser(archive, plain)


if __name__ == "__main__":
    main()
