"""What tests of the workbench share: a client that visits as a browser would, and what stands on a page."""

import asyncio
import time
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import httpx
from archives import incoming
from starlette.types import ASGIApp

from rasad.archive import Archive
from rasad.workbench import site_of

HERE = "http://127.0.0.1:8080"
# Everything that could break a page or move a mark stands before the sentence that is coded.
HOSTILE = ("😀👨\u200d👩\u200d👧 <b>درشت</b> <script>alert(1)</script> &amp; "
           "\u202eABC\u202c «قلاب» [x] \u2066۱۲\u2069\r\n"
           "سخنگوی وزارت خارجه روسیه گفت نیروهای اوکراین به مسکو حمله کردند.\n"
           "وزیر خارجه ایران با همتای عمانی خود در مسقط دیدار کرد.")
BAD_NAME = '"><img src=x onerror=alert(1)>\u202e'
REPORT = incoming(HOSTILE, BAD_NAME, "2026-05-10T12:00:00", "javascript:alert(1)", "<i>عنوان</i>" + BAD_NAME)
VOID = {"input", "img", "meta", "link", "br"}


@dataclass
class Element:
    """An element with its attributes and all the text in it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    start: int = 0  # where its text begins in that of the element asked about


@dataclass
class Page(HTMLParser):
    """A page, taken apart: every element in order, with its text."""

    elements: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        outer = next((one for one in self.open if "text" in one.attributes.get("class", "").split()), None)
        element = Element(tag, {name: value or "" for name, value in attrs}, start=len(outer.text) if outer else 0)
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """The newest element of this name ends."""
        for at in range(len(self.open) - 1, -1, -1):
            if self.open[at].tag == tag:
                del self.open[at:]
                return

    def handle_data(self, data: str) -> None:
        """Text stands in every element that is open."""
        for element in self.open:
            element.text += data

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """The elements of a name whose attributes hold these words."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [one for one in self.elements if one.tag == tag and all(
            value in one.attributes.get(name, "").split() for name, value in wanted.items())]


def page_of(answer: httpx.Response) -> Page:
    """The page of an answer."""
    page = Page()
    page.feed(answer.text)
    page.close()
    return page


@dataclass
class Visitor:
    """A browser on this machine, which keeps cookies and sends the secret of its forms."""

    app: ASGIApp
    base: str = HERE
    cookies: httpx.Cookies = field(default_factory=httpx.Cookies)

    def get(self, path: str, **how: Any) -> httpx.Response:
        """The answer at an address; it is not followed where it leads on."""
        return self._ask("GET", path, **how)

    def see(self, path: str) -> Page:
        """What stands on the page at an address, which there must be."""
        answer = self.get(path)
        assert answer.status_code == 200, answer.text
        return page_of(answer)

    def send(self, path: str, *, secret: str | None = None, headers: dict[str, str] | None = None,
             files: Any = None, **fields: Any) -> httpx.Response:
        """The answer to a form, sent with the secret of this visitor unless another is given."""
        data = {"secret": self.secret() if secret is None else secret, **fields}
        return self._ask("POST", path, data=data, headers=headers, files=files)

    def secret(self) -> str:
        """The secret that the forms of this visitor carry."""
        answer = self.get("/account")
        if answer.status_code == 200:
            return page_of(answer).all("input", name="secret")[0].attributes["value"]
        for path in ("/", "/login"):
            if "rasad_secret" not in self.cookies:
                self.get(path)
        return self.cookies["rasad_secret"]

    def entered(self, name: str, password: str) -> "Visitor":
        """The visitor, who is in by an account."""
        assert self.send("/login", name=name, password=password, next="/").status_code == 303
        assert "rasad_session" in self.cookies
        return self

    def named(self, name: str) -> "Visitor":
        """The visitor, who has given a name."""
        assert self.send("/name", name=name, back="/").status_code == 303
        return self

    def _ask(self, method: str, path: str, **how: Any) -> httpx.Response:
        return asyncio.run(self._asked(method, path, how))

    async def _asked(self, method: str, path: str, how: dict[str, Any]) -> httpx.Response:
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=self.base, cookies=self.cookies) as client:
            headers = {"Accept-Language": "en", **(how.pop("headers", None) or {})}
            answer = await client.request(method, path, headers=headers, **how)
            self.cookies = client.cookies
            return answer


def ended(visitor: Visitor, path: str) -> Page:
    """The page of an intake once it has ended."""
    until = time.monotonic() + 60
    while True:
        page = visitor.see(path)
        state = next(one.attributes["data-state"] for one in page.all("div") if one.attributes.get("id") == "intake")
        if state in {"done", "stopped", "failed"}:
            return page
        assert time.monotonic() < until, state
        time.sleep(0.05)


def visitor_of(archive: Archive, *, here: bool = True, base: str = HERE) -> Visitor:
    """A visitor of the workbench of an archive, who reads English."""
    return Visitor(site_of(archive, here=here), base)
