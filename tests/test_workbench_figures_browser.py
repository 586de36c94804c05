"""The map, the timeline and the chart in a browser: both languages, two widths, light and dark, by keyboard.

Skipped where there is no Chromium. RASAD_TEST_PICTURES names a folder to leave pictures of the pages in.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from archives import sample_reports
from conftest import SAMPLES
from placed import place
from test_workbench_browser import CHROMIUM, PICTURES, WIDTHS, Seen, Served, browser, faults
from visiting import REPORT

from rasad.archive import Archive
from rasad.archive.keeping import keep

__all__ = ["browser"]
pytestmark = [pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium"),
              pytest.mark.filterwarnings("ignore::ResourceWarning")]
PATHS = {"map": "/map", "world": "/map?view=world&since=2026-05&until=2026-06", "timeline": "/timeline",
         "chart": "/chart", "score": "/chart?show=score&by=month", "few": "/chart?type=AID", "none": "/map?source=none",
         "refused": "/timeline?since=x"}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Events at every precision, the samples, and a report that would break a page, served."""
    with Archive(str(tmp_path_factory.mktemp("figures") / "a.sqlite")) as archive:
        place(archive)
        keep(archive, [*sample_reports(SAMPLES), REPORT])
        one = Served(archive)
        yield one
        one.stop()


@pytest.fixture
def seen(browser: Any, served: Served) -> Iterator[Seen]:
    """A page in English at desk width."""
    one = Seen(browser, served)
    yield one
    one.close()


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PATHS)
def test_every_figure_is_sound(name: str, width: str, language: str, browser: Any, served: Served) -> None:
    """No page is wider than its window, has a serious fault of access or of script, or asks another machine."""
    one = Seen(browser, served, language, WIDTHS[width])
    page = one.go(PATHS[name])
    page.evaluate("document.querySelectorAll('details.twin').forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[width]
    assert faults(page) == []
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}-{language}-{width}.png", full_page=True)
    one.context.close()
    assert [said for said in one.wrong if "400" not in said] == []
    assert [url for url in one.asked if not url.startswith(served.address + "/")] == []


@pytest.mark.parametrize("name", ["map", "timeline", "chart"])
def test_the_dark_figures_can_be_read(name: str, browser: Any, served: Served) -> None:
    """In the dark, contrast is as good."""
    one = Seen(browser, served, "fa", scheme="dark")
    assert faults(one.go(PATHS[name])) == []
    one.close()


def test_the_map_is_moved_by_keys(seen: Seen) -> None:
    """While the map has the focus, plus and minus zoom and an arrow moves it, and the focus stays with the map."""
    page = seen.go("/map?view=iran")
    page.locator("#map").focus()
    seen.keys("+")
    page.wait_for_url("**view=54%2C*#map")
    page.wait_for_function("document.activeElement.id === 'map'")
    lon, lat, width = map(float, parse_qs(urlsplit(page.url).query)["view"][0].split(","))
    assert width < 28
    seen.keys("ArrowLeft")
    page.wait_for_url(f"**%2C{lat}%2C{width}*")
    page.wait_for_function("document.activeElement.id === 'map'")
    assert float(parse_qs(urlsplit(page.url).query)["view"][0].split(",")[0]) < lon


def test_the_slider_is_moved_by_keys(seen: Seen) -> None:
    """An arrow on the slider goes to the next period, whose name and events are told."""
    page = seen.go("/map?by=month&place=LBN")
    page.locator("input[name=step]").focus()
    seen.keys("End")
    page.wait_for_url("**since=2026-06-01*")
    assert page.locator(".slider output").inner_text() == "June 2026"
    assert page.locator(".bar.now").count() == 1
    page.locator("input[name=step]").focus()
    seen.keys("ArrowLeft")
    page.wait_for_url("**until=2026-05-31*")
    assert page.locator(".slider output").inner_text() == "May 2026"


def test_a_mark_leads_to_its_events(seen: Seen) -> None:
    """A click on a dot of the map opens the table with the events of that place alone."""
    page = seen.go("/map?view=levant&type=ASSAULT&report=given-1&precision=settlement")
    dots = page.locator(".map .drawn circle.settlement")
    told = dots.first.locator("title").text_content()
    dots.first.click()
    page.wait_for_url("**/events?*precision=settlement*")
    assert page.locator("tbody tr").count() == int(told.rpartition(" ")[2])


def test_figures_need_no_script(browser: Any, served: Served) -> None:
    """Without scripts the map, its slider and the chart are there and lead on."""
    context = browser.new_context(java_script_enabled=False, locale="en")
    page = context.new_page()
    page.goto(f"{served.address}/map?by=month&place=LBN&lang=en")
    page.locator("a[rel=next]").click()
    page.wait_for_url("**since=*")
    page.locator(".slider button").click()
    page.wait_for_url("**since=*")
    page.goto(f"{served.address}/chart?lang=en")
    assert page.locator("svg .bar").count() > 2
    context.close()


def test_labels_are_written_from_right_to_left(browser: Any, served: Served) -> None:
    """In a Persian chart the day stands to the right of its month, as it is read."""
    one = Seen(browser, served, "fa")
    page = one.go("/chart?since=2026-06-01&until=2026-06-03&by=day")
    left_of = page.evaluate("""() => { const text = document.querySelector('.tick-name');
      const at = n => text.getStartPositionOfChar(n).x; const label = text.textContent;
      return [label, at(0) > at(label.length - 1)]; }""")
    assert left_of == ["۱۱ خرداد", True]
    one.close()
