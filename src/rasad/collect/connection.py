"""One request is one connection, to an address that was checked, and over when its time is up."""

import socket
import ssl
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import HTTPResponse

from rasad.collect.addresses import Target
from rasad.collect.refusal import Refusal

_LATER = "collect it again later"


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds that connecting, waiting for the next byte, and the whole of one answer may take."""

    connect: float = 10
    read: float = 20
    whole: float = 60


class _Given:
    """A connection over a socket that is connected already."""

    given: socket.socket

    def _new_conn(self) -> socket.socket:
        return self.given


class _Plain(_Given, HTTPConnection):
    pass


class _Secure(_Given, HTTPSConnection):
    """The certificate is that of the host's name, whatever address it was reached at."""


@contextmanager
def answered(target: Target, addresses: Sequence[str], headers: Mapping[str, str],
             times: Times) -> Iterator[HTTPResponse]:
    """The answer to one GET, its body still to be read; Refusal for whatever goes wrong, within the block too."""
    over = threading.Event()
    sock = _connected(target, addresses, times)
    watch = sock.dup()
    timer = threading.Timer(times.whole, _end, (watch, over))
    timer.daemon = True
    timer.start()
    connection = _connection(target, sock, times)
    response: Any = None
    try:
        connection.request("GET", target.path, headers=headers, preload_content=False, decode_content=False)
        response = connection.getresponse()
        yield response
        if over.is_set():
            raise Refusal(_late(times), _LATER)
    except (OSError, HTTPError, HTTPException, ValueError) as error:
        if isinstance(error, Refusal) and not over.is_set():
            raise
        raise Refusal(_late(times) if over.is_set() else _reason(error, times), _LATER) from None
    finally:
        timer.cancel()
        if response is not None:
            response.close()
        connection.close()
        sock.close()
        watch.close()


def _late(times: Times) -> str:
    return f"took longer than {times.whole:g} s"


def _end(watch: socket.socket, over: threading.Event) -> None:
    over.set()
    try:
        watch.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


def _connected(target: Target, addresses: Sequence[str], times: Times) -> socket.socket:
    failed: OSError = ConnectionRefusedError()
    for address in addresses[:3]:
        try:
            sock = socket.create_connection((address, target.port), times.connect)
        except OSError as error:
            failed = error
        else:
            return sock
    if isinstance(failed, TimeoutError):
        raise Refusal(f"no connection within {times.connect:g} s", _LATER)
    raise Refusal(f"no connection ({failed.strerror or 'refused'})", _LATER)


def _connection(target: Target, sock: socket.socket, times: Times) -> HTTPConnection:
    kind = _Secure if target.scheme == "https" else _Plain
    options: dict[str, Any] = {"cert_reqs": "CERT_REQUIRED"} if kind is _Secure else {}
    connection = kind(target.host, target.port, timeout=times.read, **options)
    sock.settimeout(times.read)
    connection.given = sock
    return connection


def _reason(error: Exception, times: Times) -> str:
    chain: list[BaseException] = [error]
    while (cause := chain[-1].__cause__ or chain[-1].__context__) is not None and cause not in chain:
        chain.append(cause)
    if any(isinstance(one, TimeoutError) for one in chain):
        return f"nothing came for {times.read:g} s"
    untrusted = next((one for one in chain if isinstance(one, ssl.SSLCertVerificationError)), None)
    if untrusted is not None:
        return f"its certificate does not hold ({untrusted.verify_message})"
    text = str(error.args[-1] if error.args else error)[:120]
    return f"the connection broke ({type(error).__name__}: {text})"
