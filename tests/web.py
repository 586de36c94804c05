"""A web server of this machine for tests: it answers each path as a test told it to, and keeps what it was asked."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from rasad.collect import Fetcher
from rasad.collect.connection import Times
from rasad.collect.politeness import Patience, Turns

HERE = "127.0.0.1"
PATIENT = Times(connect=5, read=5, whole=10)  # a busy machine fails no test; what is slow says so itself


@dataclass(frozen=True)
class Reply:
    """What a path answers with; `slow` sends the body byte by byte with such a pause."""

    body: bytes = b""
    media: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    slow: float = 0.0
    endless: bool = False
    short: int = 0  # bytes promised and never sent


Answering = Reply | Callable[[Mapping[str, str]], Reply]


class Web:
    """The server: `pages` says what each path answers, `asked` which paths were asked for with which headers."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.pages: dict[str, Answering] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def at(self, path: str) -> str:
        """The address of a path."""
        return f"http://{HERE}:{self.port}{path}"

    def times(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(one == path for one, _ in self.asked)

    def serve(self, path: str, body: str | bytes = b"", **told: Any) -> str:
        """The path answers so from now on; its address."""
        self.pages[path] = Reply(body.encode() if isinstance(body, str) else body, **told)
        return self.at(path)


class Pauses:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now, self.slept = 1000.0, list[float]()

    def clock(self) -> float:
        """The time."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """So much later."""
        self.slept.append(seconds)
        self.now += seconds


def fetcher(pauses: Pauses | None = None, **told: Any) -> Fetcher:
    """A fetcher that reaches this machine and never really sleeps."""
    pauses = pauses or Pauses()
    turns = Turns(Patience(), pauses.clock, pauses.sleep)
    return Fetcher(**{"allow": [HERE], "times": PATIENT, "turns": turns, **told})


@contextmanager
def serving() -> Iterator[Web]:
    """The server, as long as the block lasts."""
    server = ThreadingHTTPServer((HERE, 0), _Asked)
    server.daemon_threads = True
    server.block_on_close = False
    server.web = Web(server.server_address[1])  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.web  # type: ignore[attr-defined]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Asked(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answers as told; 404 where nothing was told."""
        web: Web = self.server.web  # type: ignore[attr-defined]
        web.asked.append((self.path, dict(self.headers)))
        told = web.pages.get(self.path, Reply(status=404))
        reply = told if isinstance(told, Reply) else told(self.headers)  # type: ignore[arg-type]
        try:
            self._send(reply)
        except OSError:
            self.close_connection = True

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.media)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if not reply.endless:
            self.send_header("Content-Length", str(len(reply.body) + reply.short))
        self.end_headers()
        self.close_connection = True
        if reply.endless:
            while True:
                self.wfile.write(reply.body)
        for byte in reply.body if reply.slow else ():
            self.wfile.write(bytes([byte]))
            time.sleep(reply.slow)
        self.wfile.write(b"" if reply.slow else reply.body)

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""
