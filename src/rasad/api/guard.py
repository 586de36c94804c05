"""No request is kept beyond its limit, and every answer carries the headers that keep a browser from harm."""

from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rasad.api.problems import problem

_BODY = 1_000_000  # bytes
_ADDRESS = 16_000  # bytes of path and query
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_POLICY = "default-src 'none'; frame-ancestors 'none'"
# A page that needs more says so itself.
_UNLESS = {"Content-Security-Policy": _POLICY, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}


class TooLongError(Exception):
    """Raised to an app that reads a body over the limit."""


class Guard:
    """Stands before the app. A body for one of the paths of `streams` is handed on as it comes, up to its own limit."""

    def __init__(self, app: ASGIApp, body: int = _BODY, streams: Mapping[str, int] | None = None) -> None:
        self.app, self.body, self.streams = app, body, streams or {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The request is answered by the app, or refused for its size."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if scope["path"] in self.streams:
            await self.app(scope, _measured(receive, self.streams[scope["path"]]), _marked(send))
            return
        body = await _body(receive, self.body)
        if body is None or len(scope["raw_path"]) + len(scope["query_string"]) > _ADDRESS:
            refused = (problem(413, "the body is too long", f"send at most {self.body:,} bytes") if body is None else
                       problem(414, "the address is too long", f"keep it under {_ADDRESS:,} bytes"))
            await refused(scope, receive, _marked(send))
            return
        await self.app(scope, _again(body, receive), _marked(send))


async def _body(receive: Receive, most: int) -> bytes | None:
    """The body of the request; None for one over the limit."""
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > most:
            return None
        if not message.get("more_body", False):
            return bytes(body)


def _measured(receive: Receive, most: int) -> Receive:
    """What receives the body piece by piece; one over the limit is let pass unread, so that the answer is heard."""
    came = 0

    async def next_message() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came <= most:
            return message
        while message.get("more_body", False):
            message = await receive()
        raise TooLongError

    return next_message


def _again(body: bytes, receive: Receive) -> Receive:
    """What gives the body that was read, and then whatever comes."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def next_message() -> Message:
        return waiting.pop() if waiting else await receive()

    return next_message


def _marked(send: Send) -> Send:
    async def marked(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _UNLESS.items():
                headers.setdefault(name, value)
            for name, value in _HEADERS.items():
                headers[name] = value
        await send(message)

    return marked
