"""Accounts, settling differences and reviewing blind, in a browser: by keyboard, in both languages, at two widths.

And whatever anybody wrote runs nowhere: a page in which one of the attempts ran would say so.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from archives import sample_reports
from conftest import SAMPLES
from hostile import REPORT, TEXT, WHO, addresses, planted
from test_workbench_browser import (
    _LOOK,
    CHROMIUM,
    PICTURES,
    WIDTHS,
    Seen,
    Served,
    browser,
    current,
    faults,
    reviews,
    standing_of,
)

from rasad.archive import Archive, accounts
from rasad.archive.finding import EVENT, find
from rasad.archive.judging import ACCEPT, CORRECT, REJECT, judge
from rasad.archive.keeping import keep
from rasad.archive.selection import Selection

__all__ = ["browser"]
WORD = "یک گذرواژهٔ بلند و خوب"
ADMIN, REVIEWER = "آذر", "مریم علی‌پور"
PATHS = {"login": "/login?next=/events", "account": "/account", "accounts": "/accounts",
         "adjudicate": "/adjudicate?type=CONSULT", "concord": "/concord?field=type",
         "settled": "/adjudicate?what=statements"}

pytestmark = [pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium"),
              pytest.mark.filterwarnings("ignore::ResourceWarning")]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The samples, served to others, with two accounts; two reviewers differ on every consultation."""
    with Archive(str(tmp_path_factory.mktemp("team") / "a.sqlite")) as archive:
        keep(archive, sample_reports(SAMPLES))
        accounts.add(archive, ADMIN, accounts.ADMIN, WORD)
        accounts.add(archive, REVIEWER, accounts.REVIEWER, WORD)
        for id_ in of_type(archive, "CONSULT"):
            judge(archive, id_, ACCEPT, reviewer="الف")
            judge(archive, id_, CORRECT, reviewer="Sara K.", changes={"type": "AGREE", "date": "2026-05-01"})
        for id_ in of_type(archive, "CONCEDE"):
            judge(archive, id_, REJECT, reviewer="الف")
        one = Served(archive, here=False)
        yield one
        one.stop()


def of_type(archive: Archive, kind: str) -> list[str]:
    """The events of a type, the newest first."""
    with archive.reading() as connection:
        return [one.id for one in find(connection, EVENT, Selection(type=(kind,), rejected=True))]


class Entered(Seen):
    """A page of somebody who may be in; that a try was refused is said in the console too, and is no fault."""

    def _said(self, said: Any) -> None:
        if "401" not in said.text:
            super()._said(said)

    def enter(self, name: str = ADMIN) -> "Entered":
        """The visitor is in."""
        self.go("/login")
        self.page.locator("input[name=name]").fill(name)
        self.page.locator("input[name=password]").fill(WORD)
        self.keys("Enter")
        self.page.wait_for_selector("a.account")
        return self


@pytest.fixture
def seen(browser: Any, served: Served) -> Iterator[Entered]:
    """A page in English at desk width of a reviewer who is in."""
    one = Entered(browser, served)
    yield one.enter(REVIEWER)
    one.close()


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PATHS)
def test_every_page_of_a_team_is_sound(name: str, width: str, language: str, browser: Any,
                                       served: Served) -> None:
    """No page is wider than its window, has a serious fault of access, a fault of script, or asks another machine."""
    one = Entered(browser, served, language, WIDTHS[width])
    if name != "login":
        one.enter()
    page = one.go(PATHS[name])
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[width]
    assert page.evaluate("document.documentElement.dir") == ("rtl" if language == "fa" else "ltr")
    assert faults(page) == []
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"team-{name}-{language}-{width}.png", full_page=True)
    one.close()


@pytest.mark.parametrize("name", PATHS)
def test_the_dark_pages_of_a_team_can_be_read(name: str, browser: Any, served: Served) -> None:
    """In the dark, contrast is as good."""
    one = Entered(browser, served, "fa", scheme="dark")
    if name != "login":
        one.enter()
    assert faults(one.go(PATHS[name])) == []
    one.close()


def test_one_comes_in_and_leaves_by_keyboard(browser: Any, served: Served) -> None:
    """A page that was asked for is there after the entry; a wrong try is told; leaving ends it."""
    one = Entered(browser, served)
    page = one.go("/events?type=CONSULT&rejected=1")
    for word in ("غلط است این", WORD):
        page.locator("input[name=name]").fill(ADMIN)
        page.locator("input[name=name]").focus()
        one.keys("Tab")
        page.keyboard.insert_text(word)
        one.keys("Enter")
        if word != WORD:
            page.wait_for_selector("[role=alert]")
            assert faults(page) == []
    page.wait_for_url("**/events?type=CONSULT&rejected=1")
    assert "/events?type=CONSULT&rejected=1" in page.url
    cookies = {cookie["name"]: cookie for cookie in one.context.cookies()}
    assert cookies["rasad_session"]["httpOnly"]
    assert page.evaluate("document.cookie") == ""
    one.go("/account").locator("form[action='/logout'] button").focus()
    one.keys("Enter")
    page.wait_for_url("**/login")
    assert "/login" in one.go("/events").url
    one.close()


def test_an_account_is_given_and_taken_in_the_browser(browser: Any, served: Served) -> None:
    """An admin adds somebody, who comes in, and removes them, who is out."""
    one, other = Entered(browser, served).enter(), Entered(browser, served)
    page = one.go("/accounts")
    form = page.locator("form[action='/accounts']")
    form.locator("input[name=name]").fill("نازنین")
    for field in ("password", "again"):
        form.locator(f"input[name={field}]").fill(WORD)
    one.keys("Enter")
    page.wait_for_selector("[role=status]")
    other.enter("نازنین")
    row = page.locator("tr", has_text="نازنین")
    row.locator("summary").last.click()
    row.locator("button.no").click()
    page.wait_for_selector("[role=status]")
    assert page.locator("tr", has_text="نازنین").count() == 0
    assert "/login" in other.go("/events").url
    one.close()
    other.close()


def test_differences_are_settled_with_the_keyboard_alone(seen: Entered) -> None:
    """1 and 2 choose a side, U takes it back, R rejects, E and S write what is right; nothing is overwritten."""
    page = seen.go("/adjudicate?type=AGREE&order=newest")
    ids = page.locator(".queue ol a").evaluate_all(
        "all => all.map(one => new URL(one.href).searchParams.get('at'))")
    assert len(ids) > 3
    assert page.locator(".sides-table thead th").all_inner_texts() == ["الف", "Sara K."]
    differing = page.locator(".sides-table tbody th").all_inner_texts()
    assert {"Type", "Date"} <= set(differing)
    assert page.locator(".around mark.event").count() > 0
    seen.keys("1")
    page.wait_for_selector("form.last")
    assert (settled(seen, ids[0]), standing_of(seen, ids[0]).record["type"]) == (REVIEWER, "CONSULT")
    seen.keys("u")
    page.wait_for_selector("form.last", state="detached")
    assert (settled(seen, ids[0]), standing_of(seen, ids[0]).record["type"]) == ("", "AGREE")
    assert current(page, ids[0]) == ids[0]
    seen.keys("2")
    assert current(page, ids[1]) == ids[1]
    assert (settled(seen, ids[0]), standing_of(seen, ids[0]).record["type"]) == (REVIEWER, "AGREE")
    seen.keys("r")
    assert current(page, ids[2]) == ids[2]
    assert standing_of(seen, ids[1]).rejected
    assert len(reviews(seen, ids[1])) == 3
    seen.keys("e")
    page.locator("#type").select_option("AID")
    seen.keys("Escape", "s")
    assert current(page, ids[3]) == ids[3]
    assert (settled(seen, ids[2]), standing_of(seen, ids[2]).record["type"]) == (REVIEWER, "AID")
    assert standing_of(seen, ids[2]).review == "adjudicated"
    assert faults(page) == []


def settled(seen: Seen, id_: str) -> str:
    """Who has settled a record."""
    who: str = standing_of(seen, id_).settled
    return who


def test_who_reviews_blind_is_shown_nothing_of_others(seen: Entered) -> None:
    """The queue has what another rejected as the coder made it, without a word of that, until it is judged."""
    page = seen.go("/account")
    page.locator("form[action='/blind'] button").focus()
    seen.keys("Enter")
    page.wait_for_selector(".top .blind")
    id_ = of_type(seen.served.archive, "CONCEDE")[0]
    seen.go(f"/review?type=CONCEDE&at={id_}")
    assert current(page, id_) == id_
    assert page.locator(".verdict, .state, .judged .rejected").count() == 0
    assert "الف" not in page.locator("main").inner_text()
    seen.go(f"/records/{id_}")
    card = page.locator("article:target")
    assert card.locator(".verdict, .state").count() == 0
    assert "rejected" not in str(card.get_attribute("class"))
    assert page.locator(f"#history a[href='#r-{id_.partition('.')[2]}']").count() == 0
    seen.go("/adjudicate")
    assert page.locator(".sides-table").count() == 0
    seen.go(f"/review?type=CONCEDE&at={id_}")
    seen.keys("a")
    page.wait_for_selector("form.last")
    assert reviews(seen, id_) == {"الف": False, REVIEWER: True}
    seen.go(f"/review?type=CONCEDE&at={id_}")
    assert page.locator(".verdict").count() == 2
    assert faults(page) == []


def test_nothing_that_anybody_wrote_runs(browser: Any, tmp_path: Path) -> None:
    """On every page there is, in both languages, no attempt ran, none was even blocked, and nothing was asked for."""
    with Archive(str(tmp_path / "hostile.sqlite")) as archive:
        ids = planted(archive)
        served = Served(archive)
        one = Seen(browser, served, "fa")
        for path in addresses(ids, 2):
            answer = one.page.request.get(served.address + path, max_redirects=0)
            if answer.status < 300 and not answer.headers["content-type"].startswith("text/html"):
                continue
            page = one.go(path)
            assert (path, page.evaluate("typeof window.ran")) == (path, "undefined")
            assert [said for said in one.wrong if "status of 40" not in said] == []
            one.wrong.clear()
        page = one.go(f"/reports/{REPORT.report.id}?lang=en")
        assert page.locator("#text").evaluate("one => one.textContent") == TEXT
        one.go("/account").locator("input[name=name]").fill(WHO)
        one.keys("Enter")
        page.wait_for_function("who => document.querySelector('.reviewer')?.textContent === who", arg=WHO,
                               polling=_LOOK)
        one.go("/paste").evaluate("""() => { const data = new DataTransfer();
          data.items.add(new File(['MZ'], '"><img src=x onerror=window.ran=1>.exe', {type: 'text/plain'}));
          document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true})); }""")
        page.wait_for_selector(".tally")
        assert "<img src=x" in page.locator(".tally").inner_text()
        assert page.evaluate("typeof window.ran") == "undefined"
        one.close()
        served.stop()
