"""A release never changes: it is the records as they stood when it was made, under a name, with their digest.

The digest is the SHA-256 of the JSON Lines that `rasad export --format jsonl` writes of the release, so whoever has
the file can check it without the archive.
"""

import json
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Row, select

from rasad.archive.errors import ArchiveError, MissingError
from rasad.archive.exporting import exported
from rasad.archive.finding import Found
from rasad.archive.identity import now
from rasad.archive.inserting import adding
from rasad.archive.opening import Archive
from rasad.archive.packing import json_text
from rasad.archive.selection import Selection
from rasad.archive.tables import RELEASES
from rasad.export import jsonl_file

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_CHUNK = 1 << 16
_HEAD = [RELEASES.c[name] for name in ("name", "chosen", "what", "made", "rows", "digest")]


@dataclass(frozen=True, slots=True)
class Release:
    """What a release holds: so many records of a kind, those that a selection meant when it was made."""

    name: str
    chosen: Mapping[str, Any]
    what: str
    made: str
    rows: int
    digest: str

    def citation(self) -> str:
        """The line by which to cite it."""
        return (f"Release “{self.name}”, {self.rows:,} {self.what} coded by Rasad, frozen {self.made[:10]}, "
                f"SHA-256 {self.digest}.")


def freeze(archive: Archive, name: str, chosen: Selection, what: str) -> Release:
    """The records that the selection means are kept under the name for good; ArchiveError where it is taken."""
    if not _NAME.fullmatch(name):
        raise ArchiveError(f"{name!r} is no name of a release", "use Latin letters, digits, dots and hyphens")
    _refuse_taken(archive, name)
    body, rows, digest = _lines(archive, what, chosen)
    if not rows:
        raise ArchiveError("the selection means nothing, so there is nothing to freeze", "look with: rasad find")
    release = Release(name, chosen.told(), what, now(), rows, digest)
    row = {"name": name, "chosen": json_text(release.chosen), "what": what, "made": release.made, "rows": rows,
           "digest": digest, "body": body}
    with archive.writing() as connection:
        kept = connection.scalar(adding(connection, RELEASES).values(row).returning(RELEASES.c.name))
    if kept is None:
        raise _taken(name)
    return release


def _refuse_taken(archive: Archive, name: str) -> None:
    with archive.reading() as connection:
        if connection.scalar(select(RELEASES.c.name).where(RELEASES.c.name == name)) is not None:
            raise _taken(name)


def _taken(name: str) -> ArchiveError:
    return ArchiveError(f"there is a release {name!r}, and a release never changes", "freeze under another name")


def _lines(archive: Archive, what: str, chosen: Selection) -> tuple[bytes, int, str]:
    """The lines of the records, packed, with their number and digest."""
    packer, digest, rows = zlib.compressobj(6), sha256(), 0
    packed: list[bytes] = []
    with archive.reading() as connection:
        for found in exported(connection, what, chosen):
            line = jsonl_file.line(found)
            digest.update(line)
            packed.append(packer.compress(line))
            rows += 1
    return b"".join((*packed, packer.flush())), rows, digest.hexdigest()


def releases(archive: Archive) -> list[Release]:
    """Every release, the newest first."""
    with archive.reading() as connection:
        return [_release(row) for row in connection.execute(select(*_HEAD).order_by(RELEASES.c.made.desc()))]


def release(archive: Archive, name: str) -> Release:
    """The release with this name; MissingError where there is none."""
    with archive.reading() as connection:
        row = connection.execute(select(*_HEAD).where(RELEASES.c.name == name)).one_or_none()
    if row is None:
        raise MissingError(f"there is no release {name!r}", "see: rasad release --list")
    return _release(row)


def frozen(archive: Archive, name: str) -> Iterator[Found]:
    """The records of a release, as they stood when it was made."""
    with archive.reading() as connection:
        body = connection.scalar(select(RELEASES.c.body).where(RELEASES.c.name == name))
    if body is None:
        raise MissingError(f"there is no release {name!r}", "see: rasad release --list")
    unpacker, rest = zlib.decompressobj(), b""
    for at in range(0, len(body), _CHUNK):
        *lines, rest = (rest + unpacker.decompress(body[at:at + _CHUNK])).split(b"\n")
        yield from map(jsonl_file.found_in, lines)


def _release(row: Row[Any]) -> Release:
    return Release(row.name, json.loads(row.chosen), row.what, row.made, row.rows, row.digest)
