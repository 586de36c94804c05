"""How many reports there are is told beforehand only where counting lines tells it."""

import gzip
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO, cast

_BLOCK = 1 << 20


def expected(paths: Sequence[str]) -> int | None:
    """The number of reports in the files and folders; None where only reading them tells."""
    total = 0
    for path in _files(paths):
        name = path.name.removesuffix(".gz")
        if name.endswith(".txt"):
            total += 1
        elif name.endswith((".jsonl", ".ndjson")) and path.is_file():
            total += _lines(path)
        else:
            return None
    return total


def _files(paths: Sequence[str]) -> Iterable[Path]:
    for path in map(Path, paths):
        if path.is_dir():
            yield from (p for p in path.rglob("*") if p.name.removesuffix(".gz").endswith((".txt", ".json", ".jsonl")))
        else:
            yield path


def _lines(path: Path) -> int:
    try:
        with path.open("rb") as raw:
            stream = cast("BinaryIO", gzip.GzipFile(fileobj=raw)) if path.suffix == ".gz" else raw
            number, last = 0, b"\n"
            while block := stream.read(_BLOCK):
                number, last = number + block.count(b"\n"), block
            return number + (not last.endswith(b"\n"))
    except (OSError, EOFError, zlib.error):
        return 0
