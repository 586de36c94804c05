"""What is collected comes as arrivals: a report, the very bytes it came in, and the way it came."""

from dataclasses import dataclass

from rasad.records import Report

FILE, PAGE, FEED, WARC, TELEGRAM = "file", "page", "feed", "warc", "telegram"
HTML_MEDIA = "text/html"


@dataclass(frozen=True, slots=True)
class Arrival:
    """One report with the bytes it came in.

    `original` is as it came: the JSON line, the page's body, the feed's entry, the body of a WARC
    response, the Telegram message; `media` its media type. `way` is file, page, feed, warc or
    telegram; `place` the path or address it came from.
    """

    report: Report
    original: bytes
    media: str
    way: str
    place: str
