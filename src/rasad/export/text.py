"""Text is written to a binary stream that stays open when the text is done."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO


@contextmanager
def lines_to(out: IO[bytes], encoding: str = "utf-8") -> Iterator[io.TextIOWrapper]:
    """A stream of text whose characters are all in `out` when the block ends, line ends as they are written."""
    lines = io.TextIOWrapper(out, encoding=encoding, errors="replace", newline="")
    try:
        yield lines
        lines.flush()
    finally:
        lines.detach()
