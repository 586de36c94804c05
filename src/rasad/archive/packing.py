"""What is kept packed comes back byte for byte."""

import json
import zlib
from typing import Any


def packed(data: bytes) -> bytes:
    """The bytes, packed."""
    return zlib.compress(data, 6)


def unpacked(data: bytes) -> bytes:
    """The bytes as they were."""
    return zlib.decompress(data)


def json_text(value: object) -> str:
    """The value as JSON on one line, the same text for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def packed_json(value: object) -> bytes:
    """The value as JSON, packed."""
    return packed(json_text(value).encode("utf-8"))


def json_of(data: bytes) -> Any:  # noqa: ANN401 - whatever was packed
    """The value that was packed as JSON."""
    return json.loads(unpacked(data))
