"""What is fetched comes from public hosts, politely and within limits; everything else is refused with its reason."""

import gzip
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from web import HERE, Pauses, Reply, Web, fetcher, serving

import rasad
from rasad.collect.addresses import is_public, target_of
from rasad.collect.bodies import Body
from rasad.collect.connection import Times
from rasad.collect.fetch import Fetcher
from rasad.collect.refusal import Refusal

PAGE = "<html><body><p>متن می‌ماند</p></body></html>"


@pytest.fixture
def web() -> Iterator[Web]:
    """A server of this machine."""
    with serving() as server:
        yield server


def refused(address: str, by: Fetcher | None = None, **told: Any) -> Refusal:
    """Why the address is refused."""
    with pytest.raises(Refusal) as caught:
        (by or fetcher()).fetch(address, **told)
    assert caught.value.what
    assert caught.value.remedy
    return caught.value


def unreachable() -> Fetcher:
    """A fetcher to which nothing private is allowed."""
    return fetcher(allow=[])


@pytest.fixture
def no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever tries to connect fails the test."""
    def connect(*_: object, **__: object) -> None:
        pytest.fail("a connection was made")

    monkeypatch.setattr(socket, "create_connection", connect)


# ---- what comes


def test_a_page_comes_as_it_is(web: Web) -> None:
    """Body, media type, encoding and address of an answer are those that the server sent."""
    answer = fetcher().fetch(web.serve("/a", PAGE, media="text/HTML; charset=UTF-8"))
    assert (answer.body.decode(), answer.media, answer.charset) == (PAGE, "text/html", "utf-8")
    assert answer.address == web.at("/a")


def test_it_says_who_asks(web: Web) -> None:
    """Every request names Rasad and its version, and the host that was asked for."""
    fetcher().fetch(web.serve("/a", PAGE))
    for _, headers in web.asked:
        assert headers["User-Agent"] == f"rasad/{rasad.__version__}"
        assert headers["Host"] == f"{HERE}:{web.port}"


@pytest.mark.parametrize(("packing", "pack"), [
    ("gzip", gzip.compress), ("x-gzip", gzip.compress), ("deflate", zlib.compress),
    ("deflate", lambda data: zlib.compress(data)[2:-4]),
    ("GZIP", lambda data: gzip.compress(data[:9]) + gzip.compress(data[9:]))])
def test_a_packed_body_is_unpacked(web: Web, packing: str, pack: Any) -> None:
    """gzip, in one or several parts, and both kinds of deflate come out as the page."""
    answer = fetcher().fetch(web.serve("/a", pack(PAGE.encode()), headers={"Content-Encoding": packing}))
    assert answer.body.decode() == PAGE


def test_a_persian_address_is_asked_for_in_percent_signs(web: Web) -> None:
    """Letters beyond ASCII in path and query are encoded, and what is encoded already stays so."""
    web.serve("/%D8%AE%D8%A8%D8%B1?q=%D8%AE%20a", PAGE)
    assert fetcher().fetch(web.at("/خبر?q=%D8%AE a")).body.decode() == PAGE


# ---- redirects


def test_redirects_are_followed(web: Web) -> None:
    """The answer is that of the last address, which may be relative or, against the rules, in UTF-8."""
    web.serve("/a", status=301, headers={"Location": "/b"})
    web.serve("/b", status=302, headers={"Location": web.at("/خبر").encode().decode("latin-1")})
    web.serve("/%D8%AE%D8%A8%D8%B1", PAGE)
    answer = fetcher().fetch(web.at("/a"))
    assert answer.body.decode() == PAGE
    assert answer.address == web.at("/%D8%AE%D8%A8%D8%B1")


def test_endless_redirects_are_refused(web: Web) -> None:
    """After five redirects no more are followed."""
    web.serve("/a", status=302, headers={"Location": "/a"})
    assert "more than 5 redirects" in refused(web.at("/a")).what
    assert web.times("/a") == 6


@pytest.mark.parametrize(("location", "reason"), [
    ("http://10.0.0.1/", "10.0.0.1, a private address"), ("http://[::1]/", "::1, a private address"),
    ("http://169.254.169.254/latest/meta-data/", "a private address"), ("http://2130706434/", "127.0.0.2, a private"),
    ("file:///etc/passwd", "file, neither http nor https"), ("ftp://example.org/", "ftp, neither http nor https"),
    ("gopher://127.0.0.1:70/", "gopher"), ("", "a redirect to nowhere"),
    ("http://a:b@example.org/", "a name or password")])
def test_a_redirect_is_checked_as_an_address_is(web: Web, location: str, reason: str) -> None:
    """A redirect leads to no private host, no other scheme and no address with a password."""
    web.serve("/a", status=302, headers={"Location": location})
    refusal = refused(web.at("/a"))
    assert reason in refusal.what
    assert refusal.lasting


def test_a_redirect_to_an_address_that_a_name_hides_is_refused(web: Web) -> None:
    """A public-looking name whose address is private is refused at the redirect, too."""
    web.serve("/a", status=302, headers={"Location": "http://news.example/"})
    where = {"news.example": ["93.184.216.34", "192.168.1.1"]}
    by = fetcher(resolve=lambda host, _: where.get(host, [host]))
    assert "news.example is 192.168.1.1, a private address" in refused(web.at("/a"), by).what


# ---- where nobody may go


@pytest.mark.usefixtures("no_connection")
@pytest.mark.parametrize("host", [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "255.255.255.255", "0.0.0.1",
    "0", "224.0.0.1", "[::1]", "[::]", "[fe80::1]", "[fc00::1]", "[ff02::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
    "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "2130706433", "0x7f000001", "0x7f.1", "127.1",
    "0177.0.0.1",
    "localhost", "LOCALHOST", "localhost.", "127.0.0.1."])
def test_a_private_address_is_refused_before_any_connection(host: str) -> None:
    """Loopback, private, link-local and multicast addresses are refused in every spelling, without connecting."""
    assert "a private address" in refused(f"http://{host}/", unreachable()).what


@pytest.mark.usefixtures("no_connection")
def test_a_name_for_a_private_address_is_refused_before_any_connection() -> None:
    """One private address among those of a name is enough to refuse it."""
    by = fetcher(allow=[], resolve=lambda *_: ["93.184.216.34", "10.0.0.7"])
    assert "news.example is 10.0.0.7, a private address" in refused("http://news.example/", by).what


def test_the_address_connected_to_is_the_one_that_was_checked(web: Web) -> None:
    """A name is looked up once a request; a second answer of the resolver is never used."""
    told: list[str] = []

    def resolve(host: str, _: int) -> list[str]:
        told.append(host)
        return [HERE]

    web.serve("/a", PAGE)
    assert fetcher(resolve=resolve).fetch(f"http://news.example:{web.port}/a").body.decode() == PAGE
    assert told == ["news.example"] * 2  # for robots.txt and for the page
    assert web.asked[-1][1]["Host"] == f"news.example:{web.port}"


@pytest.mark.usefixtures("no_connection")
@pytest.mark.parametrize(("address", "reason"), [
    ("file:///etc/passwd", "file, neither"), ("javascript:alert(1)", "javascript, neither"),
    ("//example.org/", "no scheme"),
    ("http://", "no host"), ("http://exa mple.org/", "no host"), ("http://example.org:99999/", "no address of the web"),
    ("http://user:secret@example.org/", "a name or password"), ("http://[::1/", "no address of the web"),
    ("http://93.184.216.34:22/", "port 22"), ("https://93.184.216.34:6379/", "port 6379"),
    ("http://no-such-host.invalid/", "no host is called no-such-host.invalid")])
def test_what_is_no_address_of_the_web_is_refused(address: str, reason: str) -> None:
    """Other schemes, other ports, broken addresses and unknown hosts are refused without connecting."""
    def resolve(host: str, _: int) -> list[str]:
        return [] if host.endswith("invalid") else [host]

    assert reason in refused(address, fetcher(allow=[], resolve=resolve)).what


def test_an_intranet_is_reached_where_it_is_allowed(web: Web) -> None:
    """A network or a host named with `allow` may be reached, on any port; others stay closed."""
    web.serve("/a", PAGE)
    assert fetcher(allow=["127.0.0.0/8"]).fetch(web.at("/a")).status == 200
    assert fetcher(allow=["localhost"], resolve=lambda *_: [HERE]).fetch(f"http://localhost:{web.port}/a").status == 200
    assert "private" in refused(web.at("/a"), fetcher(allow=["10.0.0.0/8", "localhost"])).what


def test_public_addresses_are_public() -> None:
    """Addresses of the public net pass, of both versions."""
    assert is_public("93.184.216.34")
    assert is_public("2606:2800:220:1::1")
    assert is_public("64:ff9b::5db8:d822")  # 93.184.216.34 through a gateway


@contextmanager
def speaking(talk: Callable[[socket.socket], object]) -> Iterator[int]:
    """The port of a server that talks so to the first who comes, until it is hung up on."""
    with socket.create_server((HERE, 0)) as server:
        def answer() -> None:
            with server.accept()[0] as sock, suppress(OSError):
                talk(sock)

        thread = threading.Thread(target=answer)
        thread.start()
        yield server.getsockname()[1]
        thread.join()


def test_the_certificate_is_asked_for_by_name() -> None:
    """Over TLS the server is told the host's name, not its address, and one without a certificate is refused."""
    names: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.sni_callback = lambda _, name, __: names.append(name)
    with speaking(lambda sock: context.wrap_socket(sock, server_side=True)) as port:
        refused(f"https://news.example:{port}/", fetcher(resolve=lambda *_: [HERE]))
    assert names == ["news.example"]


# ---- size and time


def test_a_large_body_is_refused(web: Web) -> None:
    """A body over the limit is refused, whether or not the server tells its length."""
    by = fetcher(largest=1000)
    assert "over the limit of 0.001 MB" in refused(web.serve("/a", b"x" * 1001), by).what
    assert fetcher(largest=1000).fetch(web.serve("/b", b"x" * 1000)).status == 200


def test_an_endless_body_is_cut_off(web: Web) -> None:
    """A body that never ends is refused as soon as the limit is passed."""
    started = time.monotonic()
    refusal = refused(web.serve("/a", b"x" * 65536, endless=True), fetcher(largest=200_000, times=Times()))
    assert "over the limit" in refusal.what
    assert time.monotonic() - started < 5


def packed(data: bytes, packing: str) -> bytes:
    """The data, packed."""
    if packing == "br":
        brotli: Any = pytest.importorskip("brotli")
        return bytes(brotli.compress(data, quality=1))
    return gzip.compress(data) if packing == "gzip" else zlib.compress(data)


@pytest.mark.parametrize("packing", ["gzip", "deflate", "br"])
def test_a_bomb_is_stopped_while_it_unpacks(web: Web, packing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small body that unpacks to much is refused at the limit, with no more than that in memory."""
    bomb = b"\0" * 5_000_000
    body = packed(bomb, packing)
    kept = 0
    keep = Body._keep  # noqa: SLF001 - what is kept is what takes memory

    def kept_too(self: Body, data: bytes) -> None:
        nonlocal kept
        kept += len(data)
        keep(self, data)

    monkeypatch.setattr(Body, "_keep", kept_too)
    refusal = refused(web.serve("/a", body, headers={"Content-Encoding": packing}), fetcher(largest=100_000))
    assert "over the limit" in refusal.what
    assert kept < 400_000


@pytest.mark.parametrize(("body", "packing", "reason"), [
    (b"no gzip at all", "gzip", "damaged"), (gzip.compress(PAGE.encode())[:-12], "gzip", "breaks off"),
    (b"\xff\xff\xff\xff", "deflate", "damaged"), (b"x", "compress", "packed as compress"),
    (gzip.compress(gzip.compress(b"x")), "gzip, gzip", "packed as gzip, gzip"), (b"no brotli", "br", "damaged")])
def test_a_damaged_packing_is_refused(web: Web, body: bytes, packing: str, reason: str) -> None:
    """Packing that is damaged, breaks off or is unknown is refused."""
    assert reason in refused(web.serve("/a", body, headers={"Content-Encoding": packing})).what


def test_a_body_that_breaks_off_is_refused(web: Web) -> None:
    """Fewer bytes than the server promised are no page."""
    assert "br" in refused(web.serve("/a", PAGE, short=10)).what


def test_a_silent_server_is_given_up(web: Web) -> None:
    """A server that sends nothing for the time of reading is refused."""
    web.pages["/robots.txt"] = Reply(status=404)
    refusal = refused(web.serve("/a", b"ab", slow=0.5), fetcher(times=Times(read=0.1, whole=5)))
    assert "nothing came for 0.1 s" in refusal.what
    assert not refusal.lasting


def test_a_body_that_only_drips_is_given_up(web: Web) -> None:
    """A server that sends a byte now and then is refused when the whole has taken too long."""
    refusal = refused(web.serve("/a", b"x" * 1000, slow=0.02), fetcher(times=Times(read=5, whole=0.3)))
    assert "took longer than 0.3 s" in refusal.what


def test_a_head_that_only_drips_is_given_up() -> None:
    """The time of the whole holds before the first byte of the body, too."""
    def drip(sock: socket.socket) -> None:
        sock.sendall(b"HTTP/1.1 200 OK\r\n")
        while True:
            sock.sendall(b"X")
            time.sleep(0.02)

    with speaking(drip) as port:
        refusal = refused(f"http://{HERE}:{port}/", fetcher(times=Times(read=5, whole=0.2)))
    assert "took longer than 0.2 s" in refusal.what


def test_a_closed_port_is_told() -> None:
    """Where nobody listens, the refusal says so, and that asking later may help."""
    with socket.create_server((HERE, 0)) as server:
        port = server.getsockname()[1]
    refusal = refused(f"http://{HERE}:{port}/")
    assert "no connection" in refusal.what
    assert not refusal.lasting


def test_what_is_no_http_is_refused() -> None:
    """A server that speaks something else is refused."""
    with speaking(lambda sock: sock.sendall(b"220 mail.example ready\r\n")) as port:
        assert "the connection broke" in refused(f"http://{HERE}:{port}/").what


# ---- what the server says


@pytest.mark.parametrize(("status", "lasting"), [
    (404, True), (403, True), (410, True), (500, False), (502, False), (304, False)])
def test_another_status_is_refused(web: Web, status: int, *, lasting: bool) -> None:
    """A status other than 200 is refused by its number; only some may change later."""
    refusal = refused(web.serve("/a", PAGE, status=status))
    assert str(status) in refusal.what
    assert refusal.lasting is lasting


def test_a_wrong_kind_of_content_is_refused_unread(web: Web) -> None:
    """Where only pages are wanted, a PDF is refused by its header; its body is not waited for."""
    web.serve("/a", b"x" * 100, media="application/pdf", slow=0.2)
    assert "application/pdf, neither a page nor a feed" in refused(web.at("/a"), media={"text/html"}).what


def test_not_changed_is_an_answer_to_a_condition(web: Web) -> None:
    """With a condition, 304 is an answer without a body."""
    web.serve("/a", status=304)
    answer = fetcher().fetch(web.at("/a"), headers={"If-None-Match": '"1"'})
    assert (answer.status, answer.body) == (304, b"")
    assert web.asked[-1][1]["If-None-Match"] == '"1"'


# ---- politeness


def test_a_host_is_not_asked_twice_within_a_second(web: Web) -> None:
    """Between any two requests to one host there is a pause of a second."""
    pauses = Pauses()
    by = fetcher(pauses)
    by.fetch(web.serve("/a", PAGE))
    by.fetch(web.serve("/b", PAGE))
    assert pauses.slept == [1.0, 1.0]  # robots.txt, a, b


def test_the_pause_that_a_host_wishes_is_kept(web: Web) -> None:
    """The crawl delay of robots.txt is kept where it is longer."""
    pauses = Pauses()
    web.serve("/robots.txt", "User-agent: *\nCrawl-delay: 7\n", media="text/plain")
    by = fetcher(pauses)
    by.fetch(web.serve("/a", PAGE))
    by.fetch(web.serve("/b", PAGE))
    assert pauses.slept[-1] == 7.0


def test_robots_are_obeyed(web: Web) -> None:
    """What robots.txt forbids is refused and not asked for; it is read once."""
    web.serve("/robots.txt", "User-agent: *\nDisallow: /private/\n\nUser-agent: rasad\nDisallow: /archive/\n")
    web.serve("/archive/1", PAGE)
    web.serve("/open", PAGE)
    by = fetcher()
    assert "robots.txt" in refused(web.at("/archive/1"), by).what
    assert by.fetch(web.at("/open")).status == 200
    assert (web.times("/archive/1"), web.times("/robots.txt")) == (0, 1)


def test_robots_are_obeyed_after_a_redirect(web: Web) -> None:
    """A redirect leads nowhere that robots.txt forbids."""
    web.serve("/robots.txt", "User-agent: *\nDisallow: /b\n")
    web.serve("/a", status=302, headers={"Location": "/b"})
    assert "robots.txt" in refused(web.at("/a")).what
    assert web.times("/b") == 0


def test_a_host_whose_robots_cannot_be_read_is_left_alone(web: Web) -> None:
    """A failing robots.txt closes the host for now, without asking for it with every page."""
    web.serve("/robots.txt", status=500)
    by, address = fetcher(), web.serve("/a", PAGE)
    assert "robots.txt cannot be read (500)" in refused(address, by).what
    assert not refused(address, by).lasting
    assert (web.times("/robots.txt"), web.times("/a")) == (1, 0)


def test_robots_are_read_again_after_an_hour(web: Web) -> None:
    """Rules that changed count after an hour."""
    pauses = Pauses()
    by, address = fetcher(pauses), web.serve("/a", PAGE)
    by.fetch(address)
    web.serve("/robots.txt", "User-agent: *\nDisallow: /\n")
    pauses.now += 3601
    assert "robots.txt" in refused(address, by).what


def busy_once(status: int, **headers: str) -> Any:
    """A path that is busy the first time."""
    left = [Reply(status=status, headers=headers), Reply(PAGE.encode())]
    return lambda _: left.pop(0) if len(left) > 1 else left[0]


@pytest.mark.parametrize(("status", "wish", "least"), [
    (429, "5", 5.0), (503, "3", 3.0), (429, "", 2.0), (503, "soon", 2.0)])
def test_a_busy_server_is_asked_again_when_it_says(web: Web, status: int, wish: str, least: float) -> None:
    """After 429 and 503 the same is asked again, no sooner than Retry-After says."""
    pauses = Pauses()
    web.pages["/a"] = busy_once(status, **({"Retry-After": wish} if wish else {}))
    assert fetcher(pauses).fetch(web.at("/a")).body.decode() == PAGE
    assert pauses.slept[-1] == least


def test_a_day_in_retry_after_is_waited_for(web: Web) -> None:
    """Retry-After may be a moment."""
    pauses = Pauses()
    moment = format_datetime(datetime.now(UTC) + timedelta(seconds=20), usegmt=True)
    web.pages["/a"] = busy_once(503, **{"Retry-After": moment})
    fetcher(pauses).fetch(web.at("/a"))
    assert 15 < pauses.slept[-1] <= 20


def test_a_server_that_stays_busy_is_given_up(web: Web) -> None:
    """After three tries, each after a longer pause, a busy server is refused for now."""
    pauses = Pauses()
    refusal = refused(web.serve("/a", status=429), fetcher(pauses))
    assert "429 (asked too often)" in refusal.what
    assert not refusal.lasting
    assert web.times("/a") == 3
    assert pauses.slept[-2:] == [2.0, 4.0]


def test_nobody_waits_for_an_hour(web: Web) -> None:
    """A server that asks for a long pause is refused, and not asked for anything else before it is over."""
    pauses = Pauses()
    by = fetcher(pauses)
    web.serve("/a", status=429, headers={"Retry-After": "3600"})
    assert "asks to wait 3600 s" in refused(web.at("/a"), by).what
    assert "asks to wait" in refused(web.serve("/b", PAGE), by).what
    assert (web.times("/a"), web.times("/b")) == (1, 0)
    assert sum(pauses.slept) < 10


def test_an_address_is_taken_apart() -> None:
    """A fragment is left out, the port of the scheme is not written, a Persian host is told in ASCII."""
    assert target_of("HTTP://Example.ORG:80/a?b#c").address == "http://example.org/a?b"
    assert target_of("https://ایران/").host == "xn--mgba3a4f16a"
