"""Whatever is fetched is fetched by one Fetcher: from public hosts only, politely, and within limits of size and time.

Every redirect is checked as the first address was, and none leads to a private host that somebody typed.
Whatever is not fetched is a Refusal that says why.
"""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from email.message import Message
from typing import Final
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from urllib3.response import HTTPResponse

import rasad
from rasad.collect.addresses import Reach, Resolve, Target, named_itself, resolved, target_of
from rasad.collect.bodies import Body
from rasad.collect.connection import Times, answered
from rasad.collect.politeness import Patience, Turns, allows, asked_wait, rules_of
from rasad.collect.refusal import Refusal

AGENT: Final = f"rasad/{rasad.__version__}"
_ASK: Final = {
    "User-Agent": AGENT,
    "Accept": "text/html, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate", "Accept-Language": "fa, *;q=0.5", "Connection": "close"}
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
_BUSY: Final = frozenset({429, 503})
_LASTING: Final = frozenset({400, 401, 403, 404, 405, 406, 410, 451})
_TOLD: Final = {404: "no such page", 403: "not allowed", 410: "gone", 429: "asked too often", 503: "busy"}
_REDIRECTS: Final = 5
_REREAD, _FORGET = 3600.0, 300.0  # seconds after which a robots.txt is asked for again, read or not
_PIECE: Final = 1 << 16
_LATER: Final = "collect it again later"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: at which address in the end, with headers (in lower case) and the unpacked body."""

    address: str
    status: int
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def media(self) -> str:
        """The media type, without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The encoding that the header names."""
        message = Message()
        message["content-type"] = self.headers.get("content-type", "")
        return message.get_content_charset("")


class Fetcher:
    """Fetches addresses of the web. `allow` names hosts and networks that may be reached although they are private.

    `typed` is an address that somebody on this machine typed: it, and nothing it leads to, may be on this machine or
    its own net, where it says so itself, as a number or as localhost.
    """

    def __init__(self, *, allow: Sequence[str] = (), times: Times | None = None, patience: Patience | None = None,  # noqa: PLR0913 - one a limit
                 largest: int = 20_000_000, resolve: Resolve = resolved, turns: Turns | None = None,
                 typed: str = "") -> None:
        self._reach, self._times, self._largest = Reach(allow, resolve), times or Times(), largest
        self._typed, self._open = typed, Reach([*allow, *named_itself(typed)], resolve)
        self._turns = turns or Turns(patience or Patience())
        self._rules: dict[str, tuple[RobotFileParser | Refusal, float]] = {}

    def fetch(self, address: str, *, headers: Mapping[str, str] | None = None, media: Collection[str] = ()) -> Answer:
        """The answer, of one of these media types where any are named; Refusal tells why there is none.

        A status of 304 is an answer where `headers` make a condition; any other than 200 is refused.
        """
        target, reach = target_of(address), self._open if address == self._typed else self._reach
        for _ in range(_REDIRECTS + 1):
            self._obey(target, reach)
            answer = self._tried(target, reach, headers or {}, media)
            if answer.status not in _MOVED:
                return _accepted(answer, conditional=bool(headers))
            target, reach = _next(answer), self._reach
        raise Refusal(f"more than {_REDIRECTS} redirects", "look at the address in a browser", lasting=True)

    def _tried(self, target: Target, reach: Reach, headers: Mapping[str, str], media: Collection[str] = ()) -> Answer:
        """What the server answers, asked again after a pause where it is busy."""
        for turn in range(1, self._turns.patience.tries + 1):
            addresses = reach.checked(target)
            self._turns.wait(target.host)
            with answered(target, addresses, {**_ASK, **headers}, self._times) as response:
                answer = self._read(target, response, media)
            if answer.status not in _BUSY:
                return answer
            self._turns.put_off(target.host, asked_wait(answer.headers.get("retry-after", ""), turn))
        return answer

    def _read(self, target: Target, response: HTTPResponse, media: Collection[str]) -> Answer:
        headers = {name.lower(): value for name, value in response.headers.items()}
        answer = Answer(target.address, response.status, headers)
        if answer.status != 200:
            return answer
        if media and answer.media not in media:
            raise Refusal(f"{answer.media}, neither a page nor a feed", "save the text of it as *.txt", lasting=True)
        body = Body(headers.get("content-encoding", ""), self._largest)
        length = headers.get("content-length", "")
        came = 0
        while piece := response.read1(_PIECE, decode_content=False):
            came += len(piece)
            body.add(piece)
        if length.isdecimal() and "transfer-encoding" not in headers and came < int(length):
            raise Refusal("the answer breaks off", _LATER)
        return Answer(target.address, answer.status, headers, body.whole())

    # ---- robots.txt

    def _obey(self, target: Target, reach: Reach) -> None:
        """The host's robots.txt lets the target be fetched; Refusal where it does not, or cannot be read."""
        now = self._turns.clock()
        rules, until = self._rules.get(target.origin, (None, now))
        if rules is None or until <= now:
            rules = self._robots(target, reach)
            self._rules[target.origin] = rules, now + (_FORGET if isinstance(rules, Refusal) else _REREAD)
            if isinstance(rules, RobotFileParser):
                self._turns.slow(target.host, float(rules.crawl_delay(AGENT) or 0))
        if isinstance(rules, Refusal):
            raise rules
        if not allows(rules, AGENT, target):
            raise Refusal("the host's robots.txt forbids it", "save the page and collect the file", lasting=True)

    def _robots(self, target: Target, reach: Reach) -> RobotFileParser | Refusal:
        place = target_of(target.origin + "/robots.txt")
        try:
            for _ in range(_REDIRECTS + 1):
                answer = self._tried(place, reach, {})
                if answer.status not in _MOVED:
                    break
                place, reach = _next(answer), self._reach
        except Refusal as refusal:
            return refusal
        if answer.status == 200:
            return rules_of(answer.body)
        if 300 <= answer.status < 500 and answer.status not in _BUSY:
            return rules_of(b"")
        return Refusal(f"the host's robots.txt cannot be read ({answer.status}), so nothing of it is fetched", _LATER)


def _next(answer: Answer) -> Target:
    """Where a redirect leads; addresses in it are often written in UTF-8, which no header should hold."""
    location = answer.headers.get("location", "")
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    if not location:
        raise Refusal("a redirect to nowhere", "look at the address in a browser", lasting=True)
    return target_of(urljoin(answer.address, location))


def _accepted(answer: Answer, *, conditional: bool) -> Answer:
    if answer.status == 200 or (answer.status == 304 and conditional):
        return answer
    lasting = answer.status in _LASTING
    told = f"{answer.status} ({_TOLD[answer.status]})" if answer.status in _TOLD else f"{answer.status}"
    remedy = "look at the address in a browser" if lasting else _LATER
    raise Refusal(f"the server answers {told}", remedy, lasting=lasting)
