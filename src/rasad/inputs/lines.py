"""JSON Lines are read one line at a time, so a file of any length is never in memory as a whole."""

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from rasad.inputs.decoding import decoded
from rasad.inputs.faults import InputError

_DECODER = json.JSONDecoder()
_VALUE = re.compile(r"[^\s,]")
_PER_CHARACTER = 8  # bytes a character takes at most, escaped or not, with room for the other fields


def raw_lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """(line number, bytes) of every line that is not blank; None for a line over the limit of characters."""
    longest, number = limit * _PER_CHARACTER + 65_536, 0
    while line := stream.readline(longest):
        number += 1
        if len(line) == longest and not line.endswith(b"\n"):
            while (rest := stream.readline(longest)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        elif line.strip():
            yield number, line


def json_object(data: bytes) -> dict[str, Any]:
    """The JSON object that the line holds; InputError tells what it holds instead."""
    value = json_value(decoded(data, ""))
    if not isinstance(value, dict):
        raise InputError("not a JSON object", 'each line is an object: {"text": "…"}')
    return value


def json_value(text: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """The JSON value of the text; InputError names the column where it breaks."""
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        where = f"column {error.colno}" if error.lineno == 1 else f"line {error.lineno}, column {error.colno}"
        raise InputError(f"not valid JSON ({error.msg}, {where})", "each line is one JSON object") from None
    except RecursionError:
        raise InputError("JSON nested too deeply") from None
    except ValueError:
        raise InputError("not valid JSON (a number too long)") from None


def json_items(text: str) -> Iterator[str]:
    """Each item of the JSON array that the text holds, as it is written there."""
    at = text.index("[") + 1
    while (begun := _VALUE.search(text, at)) and begun[0] != "]":
        _, at = _DECODER.raw_decode(text, begun.start())
        yield text[begun.start():at]
