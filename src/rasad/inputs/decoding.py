"""Bytes become text in the encoding they are in, or not at all: no character is ever guessed or replaced."""

import codecs

from rasad.inputs.faults import InputError

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
          (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAMPLE = 4096
_LEGACY = "windows-1256"
_BINARY = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1a\x1b\b")


def encoding_of(head: bytes) -> str:
    """The encoding that the first bytes tell: by their byte-order mark, else UTF-8."""
    return next((name for mark, name in _MARKS if head.startswith(mark)), "utf-8")


def decoded(data: bytes, encoding: str) -> str:
    """The text of the bytes; InputError where they are not text, or not in this encoding."""
    name = encoding_of(data) if encoding in {"", "utf-8"} else encoding
    if name.startswith("utf-8") and is_binary(data[:_SAMPLE]):
        raise InputError("not text but binary data", "give plain text or JSON Lines, in UTF-8")
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise InputError(f"not {name.upper().removesuffix('-SIG')} (byte {error.start})", _remedy(data)) from None


def is_binary(head: bytes) -> bool:
    """Whether the bytes hold control characters that no text holds."""
    return any(byte in _BINARY for byte in head)


def _remedy(data: bytes) -> str:
    """What to do: name the old encoding where the bytes read as Arabic script in it."""
    try:
        text = data[:_SAMPLE].decode(_LEGACY, errors="strict")
    except UnicodeDecodeError:
        return "save it as UTF-8"
    letters = [char for char in text if char.isalpha()]
    arabic = sum("\u0600" <= char <= "\u06ff" for char in letters)
    if letters and arabic > len(letters) // 2:
        return f"it looks like {_LEGACY}: add --encoding {_LEGACY}, or save it as UTF-8"
    return "save it as UTF-8, or name its encoding with --encoding"
