"""An export is written to the disk first, so that it is sent whole or a problem is told instead of it."""

from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO, Annotated

from fastapi import APIRouter, Path
from fastapi.responses import StreamingResponse

from rasad.api.asked import Exported, InExport
from rasad.api.callers import InArchive, Reader
from rasad.api.problems import documented
from rasad.archive import Archive
from rasad.archive.errors import ArchiveError
from rasad.archive.exporting import exported
from rasad.archive.releases import frozen, release
from rasad.archive.selection import Selection
from rasad.export import EVENTS, FORMATS, Written, check, write

router = APIRouter(tags=["exports"])
_CHUNK = 1 << 16
_FILE: dict[str, object] = {"description": "The file", "content": {
    media: {"schema": {"type": "object"} if media.endswith("json") else {"type": "string", "format": "binary"}}
    for media in sorted({f.media for f in FORMATS.values()})}}
Form = Annotated[str, Path(pattern=f"^({'|'.join(FORMATS)})$", description="The format of the file")]


@router.get("/export.{form}", responses={200: _FILE, **documented(400, 404)}, response_class=StreamingResponse)
def export(archive: InArchive, _caller: Reader, form: Form, asked: InExport) -> StreamingResponse:
    """What a selection means, or a release, as a file; X-Rasad-Rows and X-Rasad-Left-Out tell how much it holds."""
    part = TemporaryFile()  # noqa: SIM115 - closed when the last of it is sent
    try:
        written = _written(archive, form, asked, part)
        size = part.tell()
        part.seek(0)
    except BaseException:
        part.close()
        raise
    known = FORMATS[form]
    name = f"rasad-{asked.release or asked.what}.{known.ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Length": str(size),
               "X-Rasad-Rows": str(written.rows), "X-Rasad-Left-Out": str(written.left_out)}
    return StreamingResponse(_chunks(part), media_type=known.media, headers=headers)


def _written(archive: Archive, form: str, asked: Exported, part: IO[bytes]) -> Written:
    if asked.release:
        if asked.selection() != Selection() or asked.what != EVENTS:
            raise ArchiveError("a release is exported as it is", "give no selection with it")
        known = release(archive, asked.release)
        return write(form, known.what, frozen(archive, asked.release), part)
    check(form, asked.what)
    with archive.reading() as connection:
        return write(form, asked.what, exported(connection, asked.what, asked.selection()), part)


def _chunks(part: IO[bytes]) -> Iterator[bytes]:
    with part:
        while chunk := part.read(_CHUNK):
            yield chunk
