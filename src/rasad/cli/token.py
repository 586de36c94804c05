"""`rasad token` says who may use an archive over the network."""

import click

from rasad.cli.choosing import in_archive


@click.group("token")
def command() -> None:
    """Give, list and revoke the tokens by which others use the archive over the network."""


@command.command("add")
@click.argument("name")
@click.option("--role", type=click.Choice(["reader", "reviewer"]), default="reader", show_default=True,
              help="What its holder may do: read, or judge as well.")
@in_archive
def add(*, name: str, role: str, archive_name: str) -> int:
    """Make a token for NAME and show it, once."""
    from rasad.archive import Archive, tokens  # noqa: PLC0415 - help needs no database

    with Archive(archive_name) as archive:
        token = tokens.add(archive, name, role)
    click.echo(token)
    click.echo("This is shown once: keep it safe, and send it as: Authorization: Bearer TOKEN", err=True)
    return 0


@command.command("list")
@in_archive
def listed(*, archive_name: str) -> int:
    """List who has or had a token."""
    from rasad.archive import Archive, tokens  # noqa: PLC0415

    with Archive(archive_name, make=False) as archive:
        for one in tokens.holders(archive):
            state = f"revoked {one.revoked[:10]}" if one.revoked else "holds"
            click.echo(f"{one.name}\t{one.role}\t{one.made[:10]}\t{state}")
    return 0


@command.command("revoke")
@click.argument("name")
@in_archive
def revoke(*, name: str, archive_name: str) -> int:
    """Make the token of NAME hold no longer."""
    from rasad.archive import Archive, tokens  # noqa: PLC0415

    with Archive(archive_name, make=False) as archive:
        tokens.revoke(archive, name)
    click.echo(f"the token of {name} holds no longer")
    return 0
