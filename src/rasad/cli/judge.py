"""`rasad judge` records what a reviewer says of a record; nothing is overwritten, and undoing is a judgement too."""

import getpass
import json
from collections.abc import Sequence
from typing import Any

import click

from rasad.cli.choosing import in_archive

_KINDS = ("accept", "reject", "correct", "add", "undo")


@click.command("judge")
@click.argument("id_", metavar="ID")
@click.argument("kind", type=click.Choice(_KINDS), metavar="JUDGEMENT")
@in_archive
@click.option("--set", "fields", multiple=True, metavar="FIELD=VALUE",
              help="A field of a correction or of what is added.")
@click.option("--reviewer", default=None, envvar="RASAD_REVIEWER", metavar="NAME",
              help="Who judges. [default: $RASAD_REVIEWER, or the name of the account]")
@click.option("--adjudicate", is_flag=True, help="Settle what reviewers differ on; the judgements before stay.")
@click.option("--side", default="", metavar="NAME",
              help="Of an adjudication: the reviewer whose version it starts from.")
@click.option("--why", default="", metavar="TEXT", help="The reason, kept with the judgement.")
def command(*, id_: str, kind: str, archive_name: str, fields: Sequence[str], reviewer: str | None,  # noqa: PLR0913
            why: str, adjudicate: bool, side: str) -> int:
    """Accept, reject or correct a record, add a missed one, or undo a judgement.

    ID is that of a record, as `rasad find` and `rasad show` give it; for `add` that of a report, for `undo` that of a
    judgement. Values are JSON or plain: --set type=COERCE --set actors=ISR.MIL,USA --set "casualties=killed 3" --set
    place=تهران. To add an event give its type and its words: --set type=AID --set "evidence=…".
    """
    from rasad.archive import Archive  # noqa: PLC0415 - help needs no database
    from rasad.archive.identity import split_id  # noqa: PLC0415
    from rasad.archive.judging import ADJUDICATING, OPEN, judge  # noqa: PLC0415

    changes = dict(_field(told) for told in fields)
    with Archive(archive_name, make=False) as archive:
        made = judge(archive, id_, kind, reviewer=reviewer or getpass.getuser(), changes=changes, why=why,
                     manner=ADJUDICATING if adjudicate else OPEN, side=side)
    record = id_ if kind not in {"add", "undo"} else made.record
    if kind == "add":
        record = f"{split_id(id_)[0]}.{made.record}"
    click.echo(f"{made.id}: {kind} {record} by {made.reviewer}")
    return 0


def _field(told: str) -> tuple[str, Any]:
    """The field and its value, JSON where it is written as JSON."""
    name, sign, value = told.partition("=")
    if not sign:
        raise click.BadParameter(f"{told!r} sets no field; write it as type=COERCE")
    if value[:1] in {"{", "["} or value in {"null", '""'}:
        try:
            return name.strip(), json.loads(value)
        except json.JSONDecodeError as error:
            raise click.BadParameter(f"{name}: no JSON ({error.msg}, column {error.colno})") from None
    return name.strip(), value
