"""`rasad recode` codes an archive with the present coder: old codings stay, and what changed is told by record."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rasad.batch import Work
from rasad.cli import options
from rasad.cli.choosing import in_archive
from rasad.cli.progress import bar
from rasad.inputs import Fault

if TYPE_CHECKING:
    from rasad.archive.recoding import Change


@click.command("recode")
@in_archive
@click.option("--jobs", "-j", type=click.IntRange(min=1), default=1, show_default=True, metavar="N",
              help="How many processes code at the same time.")
@click.option("--changes", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Write every change into this file, as JSON Lines.")
@options.lexicon
def command(*, archive_name: str, jobs: int, changes: Path | None, lexicon: Path | None) -> int:
    """Code again what other versions of the coder or of its lexicon have coded, and tell what changed.

    Ids stay as they are and judgements stay with their records: what a reviewer accepted or corrected stands.
    """
    from rasad.archive import Archive  # noqa: PLC0415 - help needs no database
    from rasad.archive.prepared import code_again  # noqa: PLC0415
    from rasad.archive.recoding import outdated, recoded  # noqa: PLC0415
    from rasad.assemble import VERSION  # noqa: PLC0415
    from rasad.public import pack_of  # noqa: PLC0415
    from rasad.records import Coder  # noqa: PLC0415

    coder = Coder("rasad", VERSION, pack_of(lexicon).lexicon)
    with Archive(archive_name, make=False) as archive:
        ids = outdated(archive, coder)
        with bar(lambda: len(ids), "coding", beside=True) as progress:
            tally = _Tally(changes)
            for outcome in recoded(archive, ids, Work(code_again, lexicon, jobs)):
                if isinstance(outcome, Fault):
                    tally.faults += 1
                    progress.aside(f"rasad: {outcome}")
                else:
                    tally.add(outcome)
                progress.step()
            tally.close()
    click.echo(tally.told(len(ids)))
    return 1 if tally.faults else 0


class _Tally:
    """What changed, by how."""

    def __init__(self, path: Path | None) -> None:
        self.new = self.gone = self.different = self.faults = 0
        self.reports: set[str] = set()
        self.file = path.open("w", encoding="utf-8") if path is not None else None

    def add(self, changes: "list[Change]") -> None:
        for change in changes:
            self._add(change)

    def _add(self, change: "Change") -> None:
        self.reports.add(change.report)
        self.new += change.before is None
        self.gone += change.after is None
        self.different += change.before is not None and change.after is not None
        if self.file is not None:
            row = {"report": change.report, "record": f"{change.report}.{change.record}", "before": change.before,
                   "after": change.after}
            self.file.write(json.dumps(row, ensure_ascii=False) + "\n")

    def close(self) -> None:
        if self.file is not None:
            self.file.close()

    def told(self, reports: int) -> str:
        if not reports:
            return "every report stands as this coder codes it"
        return (f"{reports:,} reports coded again, {len(self.reports):,} of them changed: "
                f"{self.new:,} records new, {self.gone:,} gone, {self.different:,} different")
