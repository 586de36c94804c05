"""The first session that docs/first-session.md tells, walked as it is told: from `make demo` to a corrected export.

Skipped where there is no Chromium or no terminal. RASAD_PICTURES names the folder for the pictures of that page.
"""

import csv
import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from test_workbench_browser import CHROMIUM, FLAGS, Seen, faults

PICTURES = os.environ.get("RASAD_PICTURES", "")
LARGEST = 150_000  # bytes of a picture
PAGE = (ROOT / "docs" / "first-session.md").read_text(encoding="utf-8")
NARROW, WIDE = 390, 1000
_GREY = "--disable-lcd-text"  # coloured edges of letters take room
NAME, WHY = "سارا کریمی", "طرف مقابل، یعنی قرقیزستان"

pytestmark = [pytest.mark.skipif(not CHROMIUM or not hasattr(os, "openpty"), reason="there is no Chromium"),
              pytest.mark.filterwarnings("ignore::ResourceWarning")]


@dataclass(frozen=True)
class Demonstration:
    """What `make demo` said, and the address it gave."""

    said: str
    address: str


@contextmanager
def demonstrated() -> Iterator[Demonstration]:
    """`make demo` in a terminal, until it is interrupted."""
    master, terminal = os.openpty()
    with subprocess.Popen([sys.executable, "-m", "rasad.workbench.demo"], stdin=terminal, stdout=terminal,
                          stderr=terminal) as demo:
        os.close(terminal)
        said = b""
        with suppress(OSError):
            while b" in a browser" not in said:
                said += os.read(master, 4096)
        told = said.decode()
        try:
            yield Demonstration(told, "http://" + told.rpartition("Open http://")[2].partition(" ")[0])
        finally:
            demo.send_signal(signal.SIGINT)
            demo.wait(30)
    os.close(master)


class Story:
    """A new user's way through the workbench; each picture is one that the page shows."""

    def __init__(self, browser: Any, demo: Demonstration, width: int) -> None:
        self.seen = Seen(browser, demo, "en", width)  # type: ignore[arg-type]
        self.page, self.wide = self.seen.page, width == WIDE
        self.page.set_viewport_size({"width": width, "height": 600})

    @property
    def row(self) -> Any:
        """The row of the event that is wrong."""
        return self.page.locator("table.records tbody tr", has_text="خمپاره")

    def picture(self, name: str) -> None:
        """The page is sound here, and shown in the docs where pictures are asked for."""
        assert f"(pictures/{name}.png)" in PAGE
        assert faults(self.page) == []
        self.page.evaluate("document.fonts.ready")
        if PICTURES and self.wide:
            path = Path(PICTURES) / f"{name}.png"
            self.page.screenshot(path=path)
            assert path.stat().st_size < LARGEST

    def follow(self, locator: Any) -> None:
        """The link or button is used, and the next page is there."""
        with self.page.expect_navigation(wait_until="load"):
            locator.click()

    def looks_around(self) -> None:
        """The overview counts what the archive holds."""
        assert self.page.locator(".numbers dd").first.inner_text() == "14"
        self.picture("overview")

    def finds_the_event(self) -> None:
        """In Persian, the shells that were fired at a border post are one event, and nobody is named who fired them."""
        self.follow(self.page.locator("a.language"))
        self.follow(self.page.locator("nav a[href='/events']"))
        self.page.locator("input[name=words]").fill("خمپاره")
        self.page.locator(".more summary").click()
        self.page.locator("input[name=type][value=ASSAULT]").check()
        self.follow(self.page.locator(".filters button.main"))
        assert self.page.locator("table.records tbody tr").count() == 2
        assert "نامعلوم" in self.row.locator(".sides").inner_text()
        self.picture("events-fa")

    def reads_the_sentence(self) -> None:
        """A click leads to the words of the report, which name the other side."""
        self.follow(self.row.locator("td.words a"))
        marked = self.page.locator("mark.event", has_text="طرف مقابل")
        assert marked.count() == 1
        assert self.page.evaluate("location.hash").startswith("#m-e")
        self.picture("reader-fa")

    def corrects_it(self) -> None:
        """The record's link leads to its form; a name, a code and S keep the correction."""
        id_ = self.page.evaluate("location.hash").removeprefix("#m-")
        self.follow(self.page.locator(f"article#r-{id_} .foot a"))
        self.page.locator("form.name input[name=name]").fill(NAME)
        self.follow(self.page.locator("form.name button"))
        self.follow(self.page.locator("a.language"))
        self.page.locator("input[name=actors]").fill("KGZ")
        self.page.locator("input[name=why]").fill(WHY)
        self.page.locator("input[name=why]").press("Escape")
        self.picture("review")
        self.follow(self.page.locator("button.fix"))
        assert "1 judgement kept" in self.page.locator("form.last").inner_text()

    def exports(self) -> list[dict[str, str]]:
        """The rows of the export of what reviewers have corrected."""
        self.page.goto(self.seen.served.address + "/events?review=reviewed", wait_until="load")
        self.page.locator(".export summary").click()
        self.picture("export")
        with self.page.expect_download() as download:
            self.page.locator(".export a", has_text="csv").click()
        return list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"))))


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_first_session_ends_with_the_corrected_event(width: int) -> None:
    """Whoever does what the page tells, at a desk or with a phone, has the corrected event in the file."""
    api = pytest.importorskip("playwright.sync_api")
    with demonstrated() as demo, api.sync_playwright() as playwright:
        story = Story(playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, _GREY]), demo, width)
        story.looks_around()
        story.finds_the_event()
        story.reads_the_sentence()
        story.corrects_it()
        rows = story.exports()
        story.seen.close()
    assert [(row["type"], row["actors"], row["review"]) for row in rows] == [("ASSAULT", "KGZ", "reviewed")]
    assert "خمپاره" in rows[0]["evidence"]


def test_the_pictures_of_the_page_are_there_and_small() -> None:
    """Every picture that the docs show is in its folder, a PNG, and loads fast."""
    names = [part.partition(")")[0] for part in PAGE.split("](pictures/")[1:]]
    assert len(names) >= 5
    for name in names:
        body = (ROOT / "docs" / "pictures" / name).read_bytes()
        assert body.startswith(b"\x89PNG")
        assert len(body) < LARGEST
