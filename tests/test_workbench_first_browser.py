"""First use in a browser: every empty page, files and folders dropped, an address given, progress seen, work stopped.

In both languages, at desk and phone width, by keyboard, with nothing asked of another machine by the browser.
"""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_workbench_browser import CHROMIUM, FLAGS, PICTURES, WIDTHS, Seen, Served, faults
from web import Web, serving

from rasad.archive import Archive
from rasad.archive.prepared import prepare
from rasad.collect.politeness import Patience, Turns
from rasad.workbench import intakes, taking

EMPTY = {"home": "/", "reports": "/reports", "events": "/events", "statements": "/statements", "review": "/review",
         "paste": "/paste"}
POSTS = "\n".join(json.dumps({"text": f"گزارش {n}: نیروهای روسیه به اوکراین حمله کردند.", "source": "ایسنا",
                              "published": "2026-05-10"}) for n in range(400))
DROP = """([name, text]) => { const data = new DataTransfer();
  data.items.add(new File([text], name, {type: 'text/plain'}));
  document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true})); }"""

pytestmark = [pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium"),
              pytest.mark.filterwarnings("ignore::ResourceWarning")]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """Chromium."""
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """An archive without reports, served."""
    with Archive(str(tmp_path / "empty.sqlite")) as archive:
        one = Served(archive)
        yield one
        one.stop()


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """A server of this machine, which is asked without pauses."""
    monkeypatch.setattr(taking, "_TURNS", Turns(Patience(delay=0)))
    with serving() as server:
        yield server


def sound(one: Seen, name: str, width: int) -> None:
    """The page is not wider than its window and axe finds nothing; its picture is taken where pictures are wanted."""
    page = one.page
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert faults(page) == []
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}-{page.locator('html').get_attribute('lang')}-{width}.png")


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("width", WIDTHS.values())
def test_every_empty_page_is_sound_and_leads_on(width: int, language: str, chromium: Any, served: Served) -> None:
    """An empty archive says on every page how to begin, and each way leads to its form by keyboard."""
    one = Seen(chromium, served, language, width)
    for name, path in EMPTY.items():
        one.go(path)
        sound(one, f"empty-{name}", width)
    one.go("/events")
    one.page.locator("a.button").last.focus()
    one.keys("Enter")
    one.page.wait_for_url("**/paste#address")
    one.close()


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("width", WIDTHS.values())
def test_a_large_file_shows_its_progress_and_its_end(width: int, language: str, chromium: Any, served: Served,
                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    """The bar moves by itself, other pages answer meanwhile, and at the end it is told what came of every line."""
    monkeypatch.setattr(taking, "_SOON", 0.0)
    one = Seen(chromium, served, language, width)
    one.go("/paste")
    one.page.evaluate(DROP, ["posts.jsonl", POSTS + "\n{broken\n" + POSTS.partition("\n")[0]])
    one.page.wait_for_url("**/intakes/*")
    sound(one, "intake", width)
    one.page.wait_for_selector("#intake[data-state=done]", timeout=120_000)
    sound(one, "intake-done", width)
    assert one.page.locator("#added li").count() + one.page.locator("[aria-labelledby=added] li").count() == 100
    assert one.page.locator("[aria-labelledby=refused] li").count() == 1
    assert one.page.locator("[aria-labelledby=known] li").count() == 1
    one.page.locator("[aria-labelledby=added] a").first.focus()
    one.keys("Enter")
    one.page.wait_for_url("**/reports/r*")
    one.close()


@pytest.mark.parametrize("language", ["fa", "en"])
def test_what_takes_long_is_stopped_by_keyboard(language: str, chromium: Any, served: Served,
                                                monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop ends it soon, and the page says so without being asked."""
    def slowly(*told: Any) -> str:
        time.sleep(0.02)
        return prepare(*told)

    monkeypatch.setattr(intakes, "in_turn", slowly)
    monkeypatch.setattr(taking, "_SOON", 0.0)
    monkeypatch.setattr(taking, "_FEW", 1000)
    one = Seen(chromium, served, language)
    one.go("/paste")
    one.page.evaluate(DROP, ["posts.jsonl", POSTS])
    one.page.wait_for_url("**/intakes/*")
    one.page.locator("form[action$=stop] button").focus()
    one.keys("Enter")
    one.page.wait_for_selector("#intake[data-state=stopped]")
    sound(one, "intake-stopped", 1280)
    one.close()


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("width", WIDTHS.values())
def test_an_address_is_given_by_keyboard(width: int, language: str, chromium: Any, served: Served, web: Web) -> None:
    """What stands at it is coded; one that cannot be had is told so; the browser itself asks for neither."""
    text = "<p>" + "نیروهای روسیه دیروز به خارکف در شمال خاوری اوکراین حمله کردند. " * 4 + "</p>"
    good = web.serve("/news/1", f"<html><body><article><h1>حمله به خارکف</h1>{text}</article></body></html>")
    one = Seen(chromium, served, language, width)
    for address, state in ((good, "added"), (web.at("/none"), "refused")):
        one.go("/paste")
        one.page.locator("input[name=address]").focus()
        one.page.keyboard.insert_text(address)
        one.keys("Enter")
        one.page.wait_for_url("**/intakes/*")
        one.page.wait_for_selector(f"#intake[data-state=done] ~ section [id={state}]")
        sound(one, f"address-{state}", width)
    one.close()


def test_a_page_of_progress_needs_no_script(chromium: Any, served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """With scripts off a file is chosen and sent, and the page loads itself until it is done."""
    monkeypatch.setattr(taking, "_SOON", 0.0)
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.address + "/paste?lang=en")
    page.locator("input[type=file]").set_input_files({"name": "posts.jsonl", "mimeType": "text/plain",
                                                      "buffer": POSTS.encode()})
    page.locator("form.drop button").first.click()
    page.wait_for_url("**/intakes/*")
    page.wait_for_selector("#intake[data-state=done]", timeout=120_000)
    assert "400 new reports" in page.locator("#intake").inner_text()
    context.close()


def test_files_over_the_limit_are_told_before_they_are_sent(chromium: Any, served: Served) -> None:
    """The page says that it is too much, and sends nothing."""
    one = Seen(chromium, served, "fa")
    one.go("/paste")
    one.page.evaluate("document.querySelector('[data-most]').dataset.most = '10'")
    one.page.evaluate(DROP, ["posts.jsonl", POSTS])
    assert "صد مگابایت" in one.page.locator(".drop .fault").inner_text()
    assert not [url for url in one.asked if url.endswith("/files")]
    one.close()
