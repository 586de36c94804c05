"""`rasad release` freezes what a selection means under a name, and lists what was frozen."""

from typing import TYPE_CHECKING

import click

from rasad.cli.choosing import chosen_by, in_archive

if TYPE_CHECKING:
    from rasad.archive.releases import Release
    from rasad.archive.selection import Selection

_WHATS = ("events", "statements", "reports")


@click.command("release")
@click.argument("name", required=False, metavar="[NAME]")
@chosen_by
@in_archive
@click.option("--what", "-w", type=click.Choice(_WHATS), default="events", show_default=True, help="What to freeze.")
@click.option("--list", "listed", is_flag=True, help="List the releases there are.")
def command(*, name: str | None, chosen: "Selection", archive_name: str, what: str, listed: bool) -> int:
    """Freeze what a selection means under NAME: from then on it never changes, whatever comes into the archive.

    The words and options after NAME are those of `rasad find`. A release has a digest and a line to cite it by, and is
    exported with `rasad export --release NAME`.
    """
    from rasad.archive import Archive  # noqa: PLC0415 - help needs no database
    from rasad.archive.releases import freeze, releases  # noqa: PLC0415

    if not name and not listed:
        raise click.UsageError("name the release, or list those there are with --list")
    if name and listed:
        raise click.UsageError("--list takes no name")
    with Archive(archive_name, make=False) as archive:
        for release in releases(archive) if listed else [freeze(archive, str(name), chosen, what)]:
            _show(release)
    return 0


def _show(release: "Release") -> None:
    chosen = ", ".join(f"{part}={value if isinstance(value, str) else ' '.join(map(str, value))}"
                       if not isinstance(value, bool) else part for part, value in release.chosen.items())
    click.echo(f"{release.name}\t{release.made[:10]}\t{release.rows} {release.what}\t{chosen or 'everything'}")
    click.echo(f"    {release.digest}")
    click.echo(f"    {release.citation()}")
