"""What several tests share: the bundled samples, the Persian pack, and the command line run in this process.

Fixtures that cost much (the pack) live as long as the session; they are never changed by a test.
"""

import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from archives import KINDS, new_archive, sample_reports

from rasad.archive import Archive
from rasad.archive.keeping import keep
from rasad.cli import run
from rasad.pack import Pack
from rasad.public import pack_of

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "src" / "rasad" / "samples" / "reports.jsonl"
SENTENCE = "سخنگوی وزارت خارجه روسیه گفت نیروهای اوکراین به مسکو حمله کردند."


class Ran(NamedTuple):
    """How a run of the command line ended, and what it wrote."""

    code: int
    out: str
    err: str


Rasad = Callable[..., Ran]


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The Persian pack."""
    return pack_of()


@pytest.fixture(scope="session")
def samples() -> list[dict[str, Any]]:
    """The sample reports, as fields."""
    return [json.loads(line) for line in SAMPLES.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def rasad(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Rasad:
    """The command line; `stdin` are the bytes piped in."""

    def call(*arguments: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        code = run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return call


@pytest.fixture(params=KINDS)
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Archive]:
    """An empty archive, on each database."""
    with new_archive(request.param, tmp_path) as address, Archive(address) as made:
        yield made


@pytest.fixture
def filled(archive: Archive) -> Archive:
    """An archive that holds the bundled samples, on each database."""
    keep(archive, sample_reports(SAMPLES))
    return archive
