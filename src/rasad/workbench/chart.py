"""Conflict and cooperation by period, of all that is selected and of the dyads with most events in it."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from typing import Any
from urllib.parse import quote_plus

from fastapi import APIRouter
from sqlalchemy import Connection
from starlette.responses import Response

from rasad.archive.selection import Selection
from rasad.archive.tallying import ACTUAL, Span, counts, dyad_spans, spans
from rasad.cells import cell
from rasad.workbench.bars import Drawing, parted, scored
from rasad.workbench.figures import asked, framed, kept, opening, to, values_of
from rasad.workbench.period_names import Name
from rasad.workbench.periods import CLASSES, CONFLICT, COOPERATION, GRAINS, Frame, Tally, tallies
from rasad.workbench.rendering import page
from rasad.workbench.visits import Visit, Visiting

router = APIRouter()
MEASURES = ("events", "score")
_DYADS = 6
_LARGE, _SMALL = (960, 300), (460, 120)


@dataclass(frozen=True, slots=True)
class Panel:
    """One chart: everything, or a dyad; `opening` is the address of its events, to which a period is added."""

    dyad: str
    chosen: Selection
    opening: str
    by_class: str
    tallies: Sequence[Tally]
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page and its sheet show."""

    frame: Frame
    names: Sequence[Name]
    panels: Sequence[Panel]


@router.get("/chart")
def chart(visit: Visiting) -> Response:
    """The chart of what the address selects."""
    chosen, fault = asked(visit)
    keep = kept(visit, by=tuple(GRAINS), show=("score",))
    known = values_of("/chart", chosen, fault, keep)
    if fault is not None:
        return page(visit, "chart.html", 400, **known, count=None)
    with visit.archive.reading() as connection:
        count = counts(connection, chosen)
        shown = _shown(connection, visit, chosen, keep)
    return page(visit, "chart.html", **known, count=count, shown=shown, classes=CLASSES,
                score=keep.get("show") == "score", **_links(visit, chosen, keep))


def _links(visit: Visit, chosen: Selection, keep: Mapping[str, str]) -> dict[str, Any]:
    """Where the buttons of the page lead."""
    by, show = keep.get("by", ""), keep.get("show", "")
    measures = {name: to("/chart", chosen, by=by, show=name if name != MEASURES[0] else "") for name in MEASURES}
    return {"cooperation": _classes(COOPERATION), "conflict": _classes(CONFLICT), "measures": measures,
            "actual": to("/chart", replace(chosen, status=(ACTUAL,)), **keep),
            "sheet": to("/chart.csv", chosen, by=by, lang=visit.texts.language),
            "closer": opening("/chart", chosen, "since", "until", show=show),
            "to_grains": opening("/chart", chosen, show=show)}


@router.get("/chart.csv")
def sheet(visit: Visiting) -> Response:
    """Exactly the numbers of the chart, one period of everything or of a dyad a row."""
    chosen, fault = asked(visit)
    if fault is not None:
        raise fault
    with visit.archive.reading() as connection:
        shown = _shown(connection, visit, chosen, kept(visit, by=tuple(GRAINS), show=("score",)))
    out = StringIO()
    lines = csv.writer(out)
    lines.writerow(["since", "until", "dyad", "events", *(one.replace(" ", "_") for one in CLASSES), "mean_score"])
    lines.writerows(_rows(shown))
    return Response("\ufeff" + out.getvalue(), media_type="text/csv; charset=utf-8",
                    headers={"Content-Disposition": 'attachment; filename="chart.csv"'})


def _rows(shown: Shown) -> Iterator[list[str]]:
    for panel in shown.panels:
        for period, tally in zip(shown.frame.periods, panel.tallies, strict=True):
            mean = "" if tally.mean is None else f"{tally.mean:.2f}"
            numbers = [str(tally.events), *(str(tally.by_class[one]) for one in CLASSES)]
            yield [period.since, period.until, cell(panel.dyad), *numbers, mean]


def _shown(connection: Connection, visit: Visit, chosen: Selection, keep: dict[str, str]) -> Shown:
    told = spans(connection, chosen)
    time, names = framed(visit, chosen, told, keep.get("by", ""))
    parts = _by_dyad(connection, chosen) if time.periods else {}
    drawn = scored if keep.get("show") == "score" else parted
    of_dyads = {dyad: (replace(chosen, dyad=(dyad,)), some) for dyad, some in parts.items()}
    panels = [_panel(dyad, one, tallies(time.periods, some), drawn)
              for dyad, (one, some) in {"": (chosen, told), **of_dyads}.items()]
    return Shown(time, names, panels)


def _panel(dyad: str, chosen: Selection, made: Sequence[Tally], drawn: Callable[..., Drawing]) -> Panel:
    return Panel(dyad, chosen, opening("/events", chosen, "since", "until"),
                 opening("/events", chosen, "since", "until", "quad"), made, drawn(made, *(_SMALL if dyad else _LARGE)))


def _classes(several: Sequence[str]) -> str:
    return "".join(f"quad={quote_plus(one)}&" for one in several)


def _by_dyad(connection: Connection, chosen: Selection) -> dict[str, Sequence[Span]]:
    """The dyads that have a chart of their own: those that are asked for, else those with most events."""
    if chosen.dyad:
        several = chosen.dyad[:_DYADS] if len(chosen.dyad) > 1 else ()
        return {dyad: spans(connection, replace(chosen, dyad=(dyad,))) for dyad in several}
    return dict(dyad_spans(connection, chosen, _DYADS))


