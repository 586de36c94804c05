"""`rasad collect` takes reports into an archive: files, exports, pages and feeds; what is known changes nothing."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rasad.batch import Work
from rasad.cli import options
from rasad.cli.choosing import in_archive
from rasad.cli.progress import bar

if TYPE_CHECKING:
    from rasad.archive.collecting import Tally


@click.command("collect")
@click.argument("places", nargs=-1, metavar="PLACE…")
@in_archive
@click.option("--jobs", "-j", type=click.IntRange(min=1), default=1, show_default=True, metavar="N",
              help="How many processes code at the same time.")
@click.option("--allow", multiple=True, metavar="HOST",
              help="A host that may be reached although its address is private.")
@options.lexicon
@options.limit
@options.encoding
def command(*, places: Sequence[str], archive_name: str, jobs: int, allow: Sequence[str],  # noqa: PLR0913 - one a flag
            lexicon: Path | None, limit: int, encoding: str) -> int:
    """Collect reports into an archive, code them, and link those that carry one text.

    PLACE is a file or folder as `rasad code` takes it, a saved page (*.html), a WARC file, a Telegram export (its
    folder, result.json or messages.html), the address of a page or feed, or sources:NAME and sources:all for the
    feeds of the outlets that Rasad knows. Collecting the same thing again changes nothing.
    """
    from rasad.archive import Archive  # noqa: PLC0415 - help needs no database
    from rasad.archive.collecting import Collector, FeedMemory  # noqa: PLC0415
    from rasad.archive.prepared import prepare  # noqa: PLC0415
    from rasad.collect import Fetcher, arrivals, expected  # noqa: PLC0415

    paths = options.paths_of(tuple(places))
    with Archive(archive_name) as archive, bar(lambda: expected(paths), "collecting", beside=True) as progress:
        feeds = FeedMemory(archive)
        collector = Collector(archive, Work(prepare, lexicon, jobs), feeds)
        stream = arrivals(paths, limits=options.limits_of(limit, encoding), fetcher=Fetcher(allow=allow), states=feeds)
        told = 0
        try:
            for tally in collector.collect(stream):
                for fault in tally.faults[told:]:
                    progress.aside(f"rasad: {fault}")
                told = len(tally.faults)
                progress.reach(tally.seen)
        finally:
            progress.stop()
            click.echo(f"{_told(collector.tally)}; in {archive.name}")
    return 1 if collector.tally.faults else 0


def _told(tally: "Tally") -> str:
    """What came in, on one line."""
    parts = [f"{tally.new:,} new"]
    parts += [f"{tally.copies:,} of them copies"] if tally.copies else []
    parts += [f"{tally.uncoded:,} of them not coded"] if tally.uncoded else []
    parts += [f"{tally.known:,} known"] if tally.known else []
    parts += [f"{tally.refused:,} refused"] if tally.refused else []
    return ", ".join(parts)
