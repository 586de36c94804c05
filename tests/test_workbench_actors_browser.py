"""Actors, the network and agreements in a browser: sound in both languages at two widths, and all by keyboard."""

from pathlib import Path
from typing import Any

import pytest
from test_workbench_browser import PICTURES, WIDTHS, Seen, Served, browser, faults, pytestmark, seen, served

__all__ = ["browser", "pytestmark", "seen", "served"]  # what pytest takes from here
PATHS = {"actors": "/actors", "named": "/actors?kind=named", "found": "/actors?name=iran", "country": "/actors/AFG",
         "person": "/actors/person:abbas-araghchi", "group": "/actors/group:taliban", "network": "/network",
         "narrow": "/network?party=AFG&type=ASSAULT", "nothing": "/network?source=none", "agreements": "/agreements",
         "agreement": "/agreements/us-taliban-doha-2020", "others": "/agreements/unnamed"}


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PATHS)
def test_every_page_is_sound(name: str, width: str, language: str, browser: Any, served: Served) -> None:
    """No page is wider than its window, has a serious fault of access, a fault of script, or asks another machine."""
    one = Seen(browser, served, language, WIDTHS[width])
    page = one.go(PATHS[name])
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[width]
    assert faults(page) == []
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}-{language}-{width}.png", full_page=True)
    one.close()


@pytest.mark.parametrize("name", ["country", "network", "agreement"])
def test_the_dark_pages_can_be_read(name: str, browser: Any, served: Served) -> None:
    """In the dark, contrast is as good."""
    one = Seen(browser, served, "fa", scheme="dark")
    assert faults(one.go(PATHS[name])) == []
    one.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["fa", "en"])
def test_names_in_the_network_can_be_read(width: str, language: str, browser: Any, served: Served) -> None:
    """Each name is inside the drawing, large enough, and lies on no other."""
    one = Seen(browser, served, language, WIDTHS[width])
    page = one.go(PATHS["network"])
    page.evaluate("document.fonts.ready")
    frame, *names = page.evaluate("""() => [document.querySelector('svg.network'),
        ...document.querySelectorAll('svg.network text')].map(one => { const box = one.getBoundingClientRect();
        return [box.left, box.top, box.right, box.bottom]; })""")
    assert len(names) > 2
    assert [box for box in names if box[0] < frame[0] or box[2] > frame[2] or box[3] > frame[3]] == []
    assert [(a, b) for n, a in enumerate(names) for b in names[:n] if overlap(a, b)] == []
    size = page.evaluate("""() => { const one = document.querySelector('svg.network text');
        return parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a; }""")
    assert size >= 11
    one.close()


def overlap(one: list[float], other: list[float]) -> bool:
    """Whether two boxes lie on each other by more than their edges."""
    return min(one[2], other[2]) - max(one[0], other[0]) > 2 and min(one[3], other[3]) - max(one[1], other[1]) > 6


def test_from_the_network_to_the_sentence_by_keyboard(seen: Seen) -> None:
    """A line, its events, the words of one in the report: each with Enter."""
    page = seen.go("/network")
    page.locator("svg.network a").first.focus()
    seen.keys("Enter")
    page.wait_for_url("**/events?*dyad=*")
    page.locator("td.words a").first.focus()
    seen.keys("Enter")
    page.wait_for_url("**/reports/r*#m-e*")
    assert page.evaluate("document.querySelector(':target').matches('a.ref.event')")


def test_from_an_agreement_to_its_place_in_the_text(seen: Seen) -> None:
    """A mention leads to its mark in the reader, and the record there back to the page of the agreement."""
    page = seen.go(PATHS["agreement"])
    page.locator("a.sentence").first.focus()
    seen.keys("Enter")
    page.wait_for_url("**/reports/r*#m-a*")
    assert page.evaluate("document.querySelector(':target').matches('a.ref.agreement')")
    page.locator("article.agreement a[href^='/agreements/']").first.focus()
    seen.keys("Enter")
    page.wait_for_url("**/agreements/us-taliban-doha-2020")


def test_an_actor_is_found_by_typing(seen: Seen) -> None:
    """A name, Enter, the first that is found, Enter."""
    page = seen.go("/actors")
    page.locator("input[name=name]").focus()
    page.keyboard.insert_text("افغانستان")
    seen.keys("Enter")
    page.wait_for_url("**name=*")
    page.locator("table.actors th a").first.focus()
    seen.keys("Enter")
    page.wait_for_url("**/actors/AFG")
    assert "Afghanistan" in page.locator("h1").inner_text()
