"""A long JSON file is read value by value: never more of it is in memory than a block and the value at hand."""

import json
import re
from json import JSONDecodeError
from typing import Any, Final, TextIO

from rasad.inputs import InputError

_BLOCK: Final = 1 << 18
_LARGEST: Final = 64_000_000  # characters of one value
_FILLED: Final = re.compile(r"\S")
_CUT: Final = InputError("the JSON breaks off or is damaged", "export it again")


class JsonReader:
    """Stands at one place of a JSON text and goes forward; InputError where the text is no JSON there."""

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._buffer, self._at, self._ended = stream, "", 0, False
        self._decode = json.JSONDecoder().raw_decode

    def peek(self) -> str:
        """The next character that is not blank; empty at the end."""
        while True:
            filled = _FILLED.search(self._buffer, self._at)
            self._at = filled.start() if filled else len(self._buffer)
            if self._at < len(self._buffer) or not self._more(_BLOCK):
                return self._buffer[self._at:self._at + 1]

    def take(self, char: str) -> bool:
        """Whether the next character is this one; if so, it is passed."""
        if self.peek() != char:
            return False
        self._at += 1
        return True

    def value(self) -> tuple[Any, str]:
        """The next value, and how it is written."""
        self.peek()
        step = _BLOCK
        while True:
            try:
                value, end = self._decode(self._buffer, self._at)
                if end < len(self._buffer) or not self._more(step):  # a number may go on in the next block
                    written, self._at = self._buffer[self._at:end], end
                    return value, written
            except JSONDecodeError:
                if not self._more(step):
                    raise _CUT from None
            except (RecursionError, ValueError):
                raise InputError("JSON nested too deeply, or a number too long") from None
            step *= 2

    def key(self) -> str:
        """The key that comes next, its colon passed; empty after the last key of an object."""
        self.take(",")
        if self.take("}"):
            return ""
        key, _ = self.value()
        if not isinstance(key, str) or not self.take(":"):
            raise _CUT
        return key

    def enter(self, bracket: str) -> bool:
        """Whether an object or array begins here; if so, its bracket is passed."""
        return self.take(bracket)

    def more(self) -> bool:
        """Whether the array has another item; if not, its end is passed."""
        self.take(",")
        if not self.peek():
            raise _CUT
        return not self.take("]")

    def _more(self, size: int) -> bool:
        if self._ended:
            return False
        if len(self._buffer) - self._at > _LARGEST:
            raise InputError("a value of the JSON is too large")
        block = self._stream.read(size)
        self._ended = not block
        self._buffer, self._at = self._buffer[self._at:] + block, 0
        return bool(block)
