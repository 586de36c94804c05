"""An address gives what stands at it: a page, or the new entries of a feed, told by its content."""

from collections.abc import Iterator

from rasad.collect.arrivals import HTML_MEDIA, PAGE, Arrival
from rasad.collect.feeds import FEED_MEDIA, PAGE_MEDIA, condition, feed_arrivals, is_feed
from rasad.collect.fetch import Fetcher
from rasad.collect.outlets import feeds_of, load_outlets
from rasad.collect.pages import Page, report_of_page
from rasad.collect.states import FeedStates
from rasad.inputs import Fault, InputError, Limits

Items = Iterator[Arrival | Fault]


def from_address(address: str, limits: Limits, fetcher: Fetcher, states: FeedStates) -> Items:
    """The report of a page, or those of a feed's new entries; a fault where neither can be had."""
    try:
        answer = fetcher.fetch(address, headers=condition(states.get(address)), media=PAGE_MEDIA | FEED_MEDIA)
        if answer.status != 200:
            return
        if is_feed(answer.body):
            yield from feed_arrivals(address, answer, limits, fetcher, states)
            return
        report = report_of_page(Page(answer.body, answer.address, answer.charset), limits)
    except InputError as error:
        yield error.of(address)
        return
    yield Arrival(report, answer.body, answer.media or HTML_MEDIA, PAGE, answer.address)


def from_sources(name: str, limits: Limits, fetcher: Fetcher, states: FeedStates) -> Items:
    """The new entries of every feed of the outlet, or of all outlets."""
    try:
        feeds = list(feeds_of(name, load_outlets()))
    except LookupError:
        known = ", ".join(load_outlets().by_id)
        yield Fault(f"sources:{name}", "no such source", f"there is all, {known}")
        return
    if not feeds:
        yield Fault(f"sources:{name}", "the sources file has no feed of it", "give the address of its feed")
    for feed in feeds:
        yield from from_address(feed, limits, fetcher, states)
