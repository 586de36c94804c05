"""The options by which a selection and an archive are named, the same for every command."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from rasad.archive.opening import DEFAULT, VARIABLE

Command = Callable[..., Any]

_OPTIONS = (
    ("--actor", "WHO", "Who did it: a code (ISR also means ISR.MIL), an id, or a name."),
    ("--recipient", "WHO", "Whom it was done to."),
    ("--party", "WHO", "Whoever is on either side."),
    ("--dyad", "A,B", "The two sides, in either direction."),
    ("--type", "TYPE", "PLOVER type, as ASSAULT."),
    ("--mode", "MODE", "PLOVER mode, as aerial."),
    ("--quad", "CLASS", "As “verbal conflict” or “material cooperation”."),
    ("--status", "STATUS", "actual, historical, future, hypothetical or negated."),
    ("--place", "PLACE", "Where: a name, an id, or the code of a country."),
    ("--spot", "ID", "The id of a place, and nothing else."),
    ("--precision", "HOW", "How near its point is: settlement, district, region, country; none for no point."),
    ("--source", "NAME", "The outlet."),
    ("--language", "CODE", "The language of the report."),
    ("--speaker", "WHO", "Who says it."),
    ("--according", "WHO", "Who vouches for it; outlet for the reporter."),
    ("--review", "STATE", "machine, reviewed, adjudicated or disputed."),
    ("--agreement", "ID", "An agreement it falls under."),
    ("--report", "ID", "One report."),
)


def in_archive(command: Command) -> Command:
    """The command takes `--archive`."""
    told = f"The archive: a file, or a postgresql:// address. [default: {DEFAULT}, or ${VARIABLE}]"
    option = click.option("--archive", "archive_name", default="", metavar="FILE|URL", envvar=VARIABLE, help=told)
    return option(command)


def chosen_by(command: Command) -> Command:
    """The command takes words and the options of a selection, and gets them as `chosen`."""

    @wraps(command)
    def call(**arguments: Any) -> Any:  # noqa: ANN401 - what click hands on
        from rasad.archive.selection import PARTS, selection  # noqa: PLC0415 - loads the ontology

        parts = {name: arguments.pop(name) for name in PARTS if name in arguments}
        parts["words"] = " ".join(parts["words"])
        return command(chosen=selection(parts), **arguments)

    made: Command = call
    for flag, metavar, told in reversed(_OPTIONS):
        made = click.option(flag, multiple=True, metavar=metavar, help=told)(made)
    for flag, told in (("--since", "From this day, month or year on."), ("--until", "Up to this day, month or year.")):
        made = click.option(flag, default="", metavar="DATE", help=told)(made)
    made = click.option("--copies", is_flag=True, help="Also reports that carry the text of another.")(made)
    made = click.option("--rejected", is_flag=True, help="Also what reviewers rejected.")(made)
    return click.argument("words", nargs=-1, metavar="[WORDS]…")(made)
