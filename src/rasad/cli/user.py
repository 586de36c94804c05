"""`rasad user` says who may use the workbench over the network; a password is never an argument."""

import sys

import click

from rasad.cli.choosing import in_archive


@click.group("user")
def command() -> None:
    """Give, list and remove the accounts by which people use the workbench over the network."""


@command.command("add")
@click.argument("name")
@click.option("--role", type=click.Choice(["reader", "reviewer", "admin"]), default="reader", show_default=True,
              help="What it may do: see; judge as well; add reports and accounts as well.")
@in_archive
def add(*, name: str, role: str, archive_name: str) -> int:
    """Make an account for NAME; the password is asked for, or read from standard input."""
    from rasad.archive import Archive, accounts  # noqa: PLC0415 - help needs no database

    with Archive(archive_name) as archive:
        accounts.add(archive, name, role, _password())
    click.echo(f"{name} has an account as {role}")
    return 0


@command.command("list")
@in_archive
def listed(*, archive_name: str) -> int:
    """List who has or had an account."""
    from rasad.archive import Archive, accounts  # noqa: PLC0415

    with Archive(archive_name, make=False) as archive:
        for one in accounts.accounts(archive):
            state = f"removed {one.removed[:10]}" if one.removed else "holds"
            click.echo(f"{one.name}\t{one.role}\t{one.made[:10]}\t{state}")
    return 0


@command.command("remove")
@click.argument("name")
@in_archive
def remove(*, name: str, archive_name: str) -> int:
    """Remove the account of NAME; what it judged stays."""
    from rasad.archive import Archive, accounts  # noqa: PLC0415

    with Archive(archive_name, make=False) as archive:
        accounts.remove(archive, name)
    click.echo(f"{name} has no account any more")
    return 0


@command.command("password")
@click.argument("name")
@in_archive
def password(*, name: str, archive_name: str) -> int:
    """Give NAME another password; it is asked for, or read from standard input."""
    from rasad.archive import Archive, accounts  # noqa: PLC0415

    with Archive(archive_name, make=False) as archive:
        accounts.set_password(archive, name, _password())
    click.echo(f"{name} has another password, and is signed out everywhere")
    return 0


def _password() -> str:
    """The password: typed twice and not shown, or the first line of standard input."""
    if sys.stdin is not None and sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, confirmation_prompt="The same once more", err=True))
    return sys.stdin.readline().rstrip("\r\n") if sys.stdin is not None else ""
