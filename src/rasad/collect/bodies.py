"""A body is unpacked while it comes, and no more than the limit of it is ever in memory."""

import zlib
from typing import Any, Final

from rasad.collect.refusal import Refusal

_PIECE: Final = 1 << 16
_GZIP, _ZLIB, _RAW = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS
_PLAIN: Final = frozenset({"", "identity"})
_BROKEN: Final = "its packing is damaged"


class Body:
    """Gathers a body that comes in pieces, packed as the header Content-Encoding says."""

    def __init__(self, packing: str, most: int) -> None:
        self._packing = packing.strip().lower().removeprefix("x-")
        self._most, self._came, self._parts, self._size = most, 0, list[bytes](), 0
        self._unpack: Any = _unpacker(self._packing)

    def add(self, data: bytes) -> None:
        """The piece is part of the body; Refusal where the body, packed or unpacked, is over the limit or damaged."""
        self._came += len(data)
        self._check(self._came)
        if self._packing in _PLAIN:
            self._keep(data)
        elif self._packing == "br":
            self._brotli(data)
        else:
            self._zlib(data)

    def whole(self) -> bytes:
        """The body, all of it; Refusal where its packing breaks off."""
        ended = {"br": "is_finished"}.get(self._packing, "eof")
        if self._packing not in _PLAIN and self._came:
            told = getattr(self._unpack, ended)
            if not (told() if callable(told) else told):
                raise Refusal("the answer breaks off", "collect it again later")
        return b"".join(self._parts)

    def _keep(self, data: bytes) -> None:
        self._size += len(data)
        self._check(self._size)
        self._parts.append(data)

    def _check(self, size: int) -> None:
        if size > self._most:
            raise Refusal(f"over the limit of {self._most / 10**6:.3g} MB", "save its text as *.txt", lasting=True)

    def _zlib(self, data: bytes) -> None:
        while data:
            if self._unpack.eof:
                if self._packing != "gzip" or not data.startswith(b"\x1f\x8b"):
                    return  # what follows the packed body is none of it
                self._unpack = _unpacker(self._packing)
            try:
                self._keep(self._unpack.decompress(data, _PIECE))
            except zlib.error:
                if self._packing != "deflate" or self._size or self._came > len(data):
                    raise Refusal(_BROKEN, "collect it again later") from None
                self._packing, self._unpack = "raw", zlib.decompressobj(_RAW)  # what some servers call deflate
                continue
            data = self._unpack.unconsumed_tail or self._unpack.unused_data

    def _brotli(self, data: bytes) -> None:
        import brotli  # noqa: PLC0415 - only where a server sends what it was not asked for

        try:
            self._keep(self._unpack.process(data, output_buffer_limit=_PIECE))
            while not self._unpack.can_accept_more_data():
                self._keep(self._unpack.process(b"", output_buffer_limit=_PIECE))
        except brotli.error:
            raise Refusal(_BROKEN, "collect it again later") from None


def _unpacker(packing: str) -> Any:  # noqa: ANN401 - what unpacks has no name of its own
    if packing in _PLAIN:
        return None
    if packing in {"gzip", "deflate"}:
        return zlib.decompressobj(_GZIP if packing == "gzip" else _ZLIB)
    if packing == "br":
        try:
            import brotli  # noqa: PLC0415 - there where something else needs it
        except ImportError:
            pass
        else:
            return brotli.Decompressor()
    raise Refusal(f"packed as {packing}, which was not asked for", "save the page and collect the file", lasting=True)
