"""The map, the timeline and the chart have one selection and one address in common, and lead to each other.

Every number on them leads to the events it counts: the selection, narrowed by what the number is of.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from rasad.archive.errors import ArchiveError
from rasad.archive.finding import EVENT
from rasad.archive.selection import Selection, first_day, last_day
from rasad.archive.tallying import Span
from rasad.workbench import choosing
from rasad.workbench.period_names import Name, period_name
from rasad.workbench.periods import GRAINS, Frame, Period, calendar_of, frame
from rasad.workbench.texts import Texts
from rasad.workbench.visits import Visit

WAYS = ("events", "map", "timeline", "chart", "network")


def asked(visit: Visit) -> tuple[Selection, ArchiveError | None]:
    """The selection of the address; where it means nothing the one of everything, and why."""
    try:
        return choosing.chosen_by(visit.request.query_params), None
    except ArchiveError as error:
        return Selection(), error


def kept(visit: Visit, **allowed: Sequence[str]) -> dict[str, str]:
    """What the address says besides the selection, where it is one of the values allowed."""
    params = visit.request.query_params
    return {name: params[name] for name, values in allowed.items() if params.get(name) in values}


def values_of(path: str, chosen: Selection, fault: ArchiveError | None, keep: Mapping[str, str]) -> dict[str, Any]:
    """What every one of these pages is made with."""
    return {"what": EVENT, "path": path, "chosen": chosen, "fault": fault, "keep": dict(keep), "choosing": choosing,
            "chips": list(choosing.chips(path, chosen, **keep)), "ways": ways(chosen), "grains": list(GRAINS),
            "all_time": to(path, replace(chosen, since="", until=""), **keep), "to": to, "within": within,
            "day_before": day_before, "day_after": day_after}


def ways(chosen: Selection) -> dict[str, str]:
    """The pages that show the same selection otherwise."""
    return {name: to(f"/{name}", chosen) for name in WAYS}


def to(path: str, chosen: Selection, **more: Any) -> str:  # noqa: ANN401 - whatever an address holds
    """The address of a page with a selection."""
    told = choosing.query(chosen, **more)
    return f"{path}?{told}" if told else path


def opening(path: str, chosen: Selection, *without: str, **more: Any) -> str:  # noqa: ANN401
    """The address of a page with a selection without some parts, to which others can be added."""
    bare = replace(chosen, **{name: type(getattr(chosen, name))() for name in without})
    told = choosing.query(bare, **more)
    return f"{path}?{told}&" if told else f"{path}?"


def framed(visit: Visit, chosen: Selection, told: Sequence[Span], grain: str) -> tuple[Frame, list[Name]]:
    """The periods of what is selected, with their names."""
    made = frame(told, limits(chosen), calendar_of(visit.texts.language), grain)
    return made, names(made, visit.texts)


def limits(chosen: Selection) -> tuple[str, str]:
    """The first and the last day that a selection asks for, "" for none."""
    return first_day(chosen.since), last_day(chosen.until)


def names(told: Frame, texts: Texts) -> list[Name]:
    """What the periods are called."""
    return [period_name(period, told, texts) for period in told.periods]


def within(period: Period) -> str:
    """The part of an address that narrows it to a period."""
    return f"since={period.since}&until={period.until}"


def day_before(iso: str) -> str:
    """The day before a day."""
    return (date.fromisoformat(iso) - timedelta(days=1)).isoformat()


def day_after(iso: str) -> str:
    """The day after a day."""
    return (date.fromisoformat(iso) + timedelta(days=1)).isoformat()
