"""`rasad export` writes what a selection means, or a release, into a file in one of seven formats."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, TYPE_CHECKING

import click

from rasad.cli.choosing import chosen_by, in_archive
from rasad.cli.progress import bar

if TYPE_CHECKING:
    from rasad.archive import Archive
    from rasad.archive.selection import Selection
    from rasad.export import Written

_FORMATS = ("csv", "jsonl", "parquet", "geojson", "plover", "acled", "gdelt")
_WHATS = ("events", "statements", "reports")


@click.command("export")
@chosen_by
@in_archive
@click.option("--format", "form", type=click.Choice(_FORMATS), default="csv", show_default=True,
              help="The format of the file.")
@click.option("--what", "-w", type=click.Choice(_WHATS), default=None, help="What to export. [default: events]")
@click.option("--release", "name", default="", metavar="NAME", help="Export a release instead of a selection.")
@click.option("--output", "-o", "path", type=click.Path(dir_okay=False, allow_dash=True), required=True, metavar="FILE",
              help="The file to write; - for standard output.")
@click.option("--force", is_flag=True, help="Overwrite the file if it is there.")
def command(*, chosen: "Selection", archive_name: str, form: str, what: str | None, name: str,  # noqa: PLR0913
            path: str, force: bool) -> int:
    """Export events, statements or reports: exactly what `rasad find` shows with the same words and options.

    csv, jsonl and parquet hold everything; geojson, plover, acled and gdelt hold events, in the form that the tools of
    each expect. The file appears under its name when it is whole.
    """
    from rasad.archive import Archive  # noqa: PLC0415 - help needs no database
    from rasad.export import check  # noqa: PLC0415

    if name and (chosen.told() or what):
        raise click.UsageError("a release is exported as it is: give no selection and no --what with it")
    check(form, what or _WHATS[0])
    with Archive(archive_name, make=False) as archive, _whole(path, force=force) as out:
        written = _written(archive, form, what or _WHATS[0], name or chosen, out)
    click.echo(_told(written, form), err=True)
    return 0


def _written(archive: "Archive", form: str, what: str, wanted: "str | Selection", out: IO[bytes]) -> "Written":
    """What was written of the release or the selection that is wanted."""
    from rasad.archive.exporting import exported  # noqa: PLC0415
    from rasad.archive.finding import count  # noqa: PLC0415
    from rasad.archive.releases import frozen, release  # noqa: PLC0415
    from rasad.export import write  # noqa: PLC0415

    if isinstance(wanted, str):
        known = release(archive, wanted)
        with bar(lambda: known.rows, "exporting", beside=True) as progress:
            return write(form, known.what, progress.counted(frozen(archive, wanted)), out)
    with archive.reading() as connection, \
            bar(lambda: count(connection, what, wanted).records, "exporting", beside=True) as progress:
        return write(form, what, progress.counted(exported(connection, what, wanted)), out)


@contextmanager
def _whole(path: str, *, force: bool) -> Iterator[IO[bytes]]:
    """A stream whose bytes are in the file when the block ends without an error; the file is not there before."""
    if path == "-":
        yield sys.stdout.buffer
        return
    target = Path(path)
    if target.exists() and not force:
        raise click.UsageError(f"{path} is there; name another file, or overwrite it with --force")
    if not target.parent.is_dir():
        raise click.UsageError(f"there is no folder {target.parent}; make it first")
    with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as part:
        made = Path(part.name)
        try:
            yield part
            part.flush()
            made.chmod(0o644)
            made.replace(target)
        finally:
            with suppress(FileNotFoundError):
                made.unlink()


def _told(written: "Written", form: str) -> str:
    left = f"; {written.left_out:,} left out, which {form} has no place for" if written.left_out else ""
    return f"{written.rows:,} exported{left}"
