"""The workbench in a browser: every page in both languages at two widths, by keyboard, with nothing from elsewhere.

Skipped where there is no Chromium. RASAD_TEST_PICTURES names a folder to leave pictures of the pages in.
"""

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from archives import sample_reports
from conftest import ROOT, SAMPLES
from visiting import HOSTILE, REPORT

from rasad.archive import Archive
from rasad.archive.finding import EVENT, find
from rasad.archive.history import history
from rasad.archive.keeping import keep
from rasad.archive.selection import Selection
from rasad.workbench import site_of

_PATIENCE = 30_000  # milliseconds for a page on a busy machine
_LOOK = 100  # milliseconds between looks: a page that is not shown draws no frames to wait for
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync"]
AXE = (ROOT / "tests" / "axe" / "axe.min.js").read_text(encoding="utf-8")
PICTURES = os.environ.get("RASAD_TEST_PICTURES", "")
WIDTHS = {"desk": 1280, "phone": 390}
PATHS = {"home": "/", "reports": "/reports", "events": "/events",
         "filtered": "/events?type=ASSAULT&type=THREATEN&rejected=1",
         "statements": "/statements", "review": "/review", "paste": "/paste", "missing": "/nothing",
         "reader": f"/reports/{REPORT.report.id}", "repaired": "/reports/{sample}?repaired=1",
         "sample": "/reports/{sample}"}

pytestmark = [pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium"),
              pytest.mark.filterwarnings("ignore::ResourceWarning")]


class Served:
    """An archive that is served on a port of this machine."""

    def __init__(self, archive: Archive, *, here: bool = True) -> None:
        self.archive = archive
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.listening.getsockname()[1]}"
        config = uvicorn.Config(site_of(archive, here=here), log_level="error", lifespan="off", ws="none")
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [self.listening]}, daemon=True)
        self.thread.start()
        while not self.server.started:
            time.sleep(0.01)

    def stop(self) -> None:
        """Nobody is answered any more."""
        self.server.should_exit = True
        self.thread.join(10)
        self.listening.close()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The samples and a report that would break a page, served; tests that judge do so on records of their own."""
    with Archive(str(tmp_path_factory.mktemp("bench") / "a.sqlite")) as archive:
        keep(archive, [*sample_reports(SAMPLES), REPORT])
        one = Served(archive)
        yield one
        one.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium."""
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


class Seen:
    """A page of the browser, with all that it asked for and all that went wrong in it."""

    def __init__(self, browser: Any, served: Served, language: str = "en", width: int = 1280,
                 scheme: str = "light") -> None:
        self.context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        self.page = self.context.new_page()
        self.page.set_default_timeout(_PATIENCE)
        self.served, self.asked, self.wrong = served, list[str](), list[str]()
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", self._said)
        self.go(f"/?lang={language}")

    def _said(self, said: Any) -> None:
        if said.type == "error" and "404" not in said.text:
            self.wrong.append(said.text)

    def go(self, path: str) -> Any:
        """The page at an address."""
        self.page.goto(self.served.address + path, wait_until="load")
        return self.page

    def keys(self, *several: str) -> None:
        """The keys are pressed one after another, each once the page listens."""
        for key in several:
            self.page.wait_for_load_state()
            self.page.keyboard.press(key)

    def close(self) -> None:
        """Nothing went wrong, and nothing was asked of another machine."""
        self.context.close()
        assert self.wrong == []
        assert [url for url in self.asked if not url.startswith(self.served.address + "/")] == []


@pytest.fixture
def seen(browser: Any, served: Served) -> Iterator[Seen]:
    """A page in English at desk width."""
    one = Seen(browser, served)
    yield one
    one.close()


def path_of(name: str, served: Served) -> str:
    """The address of a page; the sample is the report with most events."""
    with served.archive.reading() as connection:
        reports = [one.report["id"] for one in find(connection, EVENT, Selection())]
    return PATHS[name].format(sample=max(sorted(set(reports)), key=reports.count))


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PATHS)
def test_every_page_is_sound(name: str, width: str, language: str, browser: Any, served: Served) -> None:
    """No page is wider than its window, has a serious fault of access, a fault of script, or asks another machine."""
    one = Seen(browser, served, language, WIDTHS[width])
    page = one.go(path_of(name, served))
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[width]
    assert page.evaluate("document.fonts.check('16px Vazirmatn')")
    assert faults(page) == []
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}-{language}-{width}.png")
    one.close()


@pytest.mark.parametrize("name", ["home", "filtered", "sample", "review", "paste"])
def test_the_dark_pages_can_be_read(name: str, browser: Any, served: Served) -> None:
    """In the dark, contrast is as good."""
    one = Seen(browser, served, "fa", scheme="dark")
    page = one.go(path_of(name, served))
    assert faults(page) == []
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}-dark.png")
    one.close()


def faults(page: Any) -> list[str]:
    """The serious faults that axe finds, each with the element it is at."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})")
    bad = [one for one in found["violations"] if one["impact"] in {"serious", "critical"}]
    return [f"{one['id']}: {node['html'][:150]}" for one in bad for node in one["nodes"][:3]]


def test_the_first_page_of_an_empty_archive_is_sound(browser: Any, tmp_path: Path) -> None:
    """A pasted text is coded and shown, from the first page on, by keyboard alone."""
    with Archive(str(tmp_path / "empty.sqlite")) as archive:
        served = Served(archive)
        one = Seen(browser, served, "fa")
        assert faults(one.page) == []
        one.page.locator("textarea").focus()
        one.page.keyboard.insert_text("نیروهای روسیه به اوکراین حمله کردند.")
        one.keys("Tab")
        one.page.keyboard.insert_text("2026-05-10")
        one.keys("Enter")
        one.page.wait_for_url("**/reports/r*")
        assert one.page.locator("mark.event").count() > 0
        assert faults(one.page) == []
        one.close()
        served.stop()


def test_the_text_of_the_page_is_the_text_of_the_report(seen: Seen) -> None:
    """To the browser, too, the text is what came in, and a mark covers its words and nothing more."""
    page = seen.go(f"/reports/{REPORT.report.id}")
    assert page.locator("#text").evaluate("one => one.textContent") == HOSTILE
    with seen.served.archive.reading() as connection:
        event = history(connection, REPORT.report.id).present.events[0].record
    covered = page.evaluate("""id => [...document.querySelectorAll(`mark.event[data-of~=${id}]`)]
        .map(one => one.textContent).join('')""", event["id"])
    assert covered == "".join(span["text"] for span in event["evidence"])


def test_letters_stay_joined_inside_a_mark(seen: Seen) -> None:
    """A word of which a part is marked is as wide as the same word unmarked: no letter took another form."""
    widths = seen.go(f"/reports/{REPORT.report.id}").evaluate("""() => {
      const text = document.getElementById('text');
      const width = (html) => { const one = document.createElement('span'); one.innerHTML = html; text.append(one);
        const found = one.getBoundingClientRect().width; one.remove(); return found; };
      return [width('نیروهای'), width('نیر<mark class="event material-conflict">وها</mark>ی'), width('ن‌ی‌ر‌و‌ه‌ا‌ی')];
    }""")
    assert abs(widths[0] - widths[1]) < 0.2
    assert abs(widths[0] - widths[2]) > 1


def test_a_mark_and_its_record_lead_to_each_other(seen: Seen) -> None:
    """From the text to the record and back, by keyboard."""
    page = seen.go(f"/reports/{REPORT.report.id}")
    page.locator("a.ref.event").first.focus()
    seen.keys("Enter")
    card = page.locator("article.event:target")
    assert card.count() == 1
    card.locator("a.number").focus()
    seen.keys("Enter")
    assert page.evaluate("document.querySelector(':target').matches('a.ref.event')")
    card = page.locator("article.event").first
    card.hover()
    assert page.locator("mark.event.lit").count() > 0


def test_a_missed_event_is_added_by_keyboard_at_its_words(seen: Seen) -> None:
    """Words chosen with the arrows after an emoji become the evidence of a new event, at code points of the text."""
    page = seen.go(f"/reports/{REPORT.report.id}#add")
    page.locator("#add input[name=name]").fill("سارا")
    seen.keys("Enter")
    page.wait_for_selector("#what", state="attached")
    words = page.evaluate("""() => { const text = document.getElementById('text').textContent;
      const parts = new Intl.Segmenter('en', {granularity: 'word'}).segment(text);
      return [...parts].filter(one => one.isWordLike).map(one => one.segment); }""")
    at = words.index("عمانی")
    page.locator("#text").focus()
    direction = page.locator("#text").evaluate("one => getComputedStyle(one).direction")
    forward = "ArrowLeft" if direction == "rtl" else "ArrowRight"
    seen.keys(*[forward] * (at + 1), *[f"Shift+{forward}"] * 2, "Enter")
    assert page.locator("#selected").inner_text() == "عمانی خود در"
    page.locator("#add select[name=type]").select_option("AID")
    page.locator("#add input[name=actors]").fill("IRN")
    seen.keys("Enter")
    page.wait_for_url("**#r-e*")
    start = HOSTILE.index("عمانی خود در")
    with seen.served.archive.reading() as connection:
        events = [one.record for one in history(connection, REPORT.report.id).present.events]
    added = [(one["type"], one["evidence"][0]) for one in events if one["rule"] == "reviewer"]
    assert added == [("AID", {"start": start, "end": start + 12, "text": "عمانی خود در"})]


def test_a_stretch_selected_with_the_mouse_is_the_one_in_the_form(seen: Seen) -> None:
    """What is selected over marks and signs is told in the form by the code points it has in the report."""
    page = seen.go(f"/reports/{REPORT.report.id}")
    if not page.locator("#start").count():
        page.locator("#add summary").click()
        page.locator("#add input[name=name]").fill("سارا")
        seen.keys("Enter")
        page.wait_for_selector("#start", state="attached")
    page.wait_for_load_state()
    page.evaluate("getSelection().selectAllChildren(document.getElementById('text'))")
    page.wait_for_function("() => document.getElementById('end').value !== ''", polling=_LOOK)
    assert page.locator("#start").input_value() == "0"
    assert page.locator("#end").input_value() == str(len(HOSTILE))


def test_a_review_needs_only_the_keyboard(seen: Seen) -> None:
    """Accept, undo, reject, correct, go on and back, and open: each by its key, in any layout; all can be read."""
    page = seen.go("/review?order=newest&type=CONSULT")
    page.locator("form.name input[name=name]").focus()
    page.keyboard.insert_text("مینا")
    seen.keys("Enter")
    page.wait_for_selector(".reviewer")
    ids = page.locator(".bulk input[name=record]").evaluate_all("all => all.map(one => one.value)")
    assert len(ids) > 2
    event = page.evaluate("new KeyboardEvent('keydown', {code: 'KeyJ', key: 'ت', bubbles: true}).code")
    assert event == "KeyJ"
    page.wait_for_load_state()
    page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {code: 'KeyJ', key: 'ت', bubbles: true}))")
    assert current(page, ids[1]) == ids[1]
    seen.keys("k")
    assert current(page, ids[0]) == ids[0]
    seen.keys("a")
    assert current(page, ids[1]) == ids[1]
    assert reviews(seen, ids[0]) == {"مینا": True}
    seen.keys("u")
    assert current(page, ids[0]) == ids[0]
    assert reviews(seen, ids[0]) == {}
    seen.keys("r")
    assert current(page, ids[1]) == ids[1]
    assert reviews(seen, ids[0]) == {"مینا": False}
    assert faults(page) == []
    seen.keys("e")
    page.locator("#type").select_option("AGREE")
    seen.keys("Escape", "s")
    assert current(page, ids[2]) == ids[2]
    assert standing_of(seen, ids[1]).record["type"] == "AGREE"
    seen.keys("Shift+Slash")
    assert page.locator("details.help").evaluate("one => one.open")
    seen.keys("o")
    page.wait_for_url("**/reports/r*#m-e*")
    seen.go(f"/records/{ids[0]}")
    assert page.locator("article.rejected").count() == 1
    assert faults(page) == []


def current(page: Any, wanted: str) -> str:
    """The record that is to be judged now, waited for."""
    page.wait_for_function("id => document.querySelector('#judging input[name=record]')?.value === id", arg=wanted,
                           polling=_LOOK)
    return str(page.locator("#judging input[name=record]").input_value())


def standing_of(seen: Seen, id_: str) -> Any:
    """The record as it stands."""
    with seen.served.archive.reading() as connection:
        return history(connection, id_.partition(".")[0]).present.record(id_.partition(".")[2])


def reviews(seen: Seen, id_: str) -> dict[str, bool]:
    """What each reviewer says of a record."""
    verdicts: dict[str, bool] = standing_of(seen, id_).verdicts
    return verdicts


def test_all_that_is_shown_is_accepted_with_one_key(seen: Seen) -> None:
    """Shift and A judge the records of the page, U takes all of them back."""
    page = seen.go("/review?type=MOBILIZE")
    page.locator("form.name input[name=name]").fill("رضا")
    seen.keys("Enter")
    page.wait_for_selector(".reviewer")
    ids = page.locator(".bulk input[name=record]").evaluate_all("all => all.map(one => one.value)")
    seen.keys("Shift+A")
    page.wait_for_selector("form.last")
    assert [reviews(seen, id_).get("رضا") for id_ in ids] == [True] * len(ids)
    seen.keys("u")
    page.wait_for_selector("form.last", state="detached")
    assert [reviews(seen, id_).get("رضا") for id_ in ids] == [None] * len(ids)


def test_a_filter_is_set_by_keyboard_and_stands_in_the_address(seen: Seen) -> None:
    """Words that are typed and sent select, and the address says so."""
    page = seen.go("/events")
    page.locator("input[name=party]").focus()
    page.keyboard.insert_text("KGZ")
    seen.keys("Enter")
    page.wait_for_url("**party=KGZ*")
    assert page.locator(".chips li").count() == 1
    page.locator(".chips a").focus()
    seen.keys("Enter")
    page.wait_for_url("**/events?")
    assert page.locator(".chips").count() == 0


def test_focus_can_be_seen(seen: Seen) -> None:
    """Whatever the tab key reaches has an outline."""
    page = seen.go("/events")
    for _ in range(12):
        seen.keys("Tab")
        style = page.evaluate("getComputedStyle(document.activeElement).outline")
        assert "solid 3px" in style


def test_files_that_are_dropped_are_sent(seen: Seen) -> None:
    """A file dropped on the page is taken in and what came in is told."""
    page = seen.go("/paste")
    page.evaluate("""() => { const data = new DataTransfer();
      data.items.add(new File(['ایران به عراق کمک کرد. بار دوم نیز.'], 'a.txt', {type: 'text/plain'}));
      document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true})); }""")
    page.wait_for_selector(".tally")
    assert "1" in page.locator(".tally").inner_text()
