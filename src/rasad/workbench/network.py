"""The network of the events that the address selects: who has most to do with whom, each line a link to its events."""

from collections.abc import Sequence
from dataclasses import replace

from fastapi import APIRouter
from starlette.responses import Response

from rasad.archive.dyads import Dyad, dyads
from rasad.archive.errors import ArchiveError
from rasad.archive.finding import EVENT, count
from rasad.archive.selection import Selection
from rasad.workbench import asking, choosing
from rasad.workbench.drawing import ring
from rasad.workbench.figures import ways
from rasad.workbench.naming import actor_name
from rasad.workbench.rendering import page
from rasad.workbench.visits import Visiting

router = APIRouter()
_NODES, _LINES, _ROWS = 15, 30, 40


@router.get("/network")
def network(visit: Visiting) -> Response:
    """The leading dyads of the events that the address selects."""
    try:
        chosen = replace(choosing.chosen_by(visit.request.query_params), dyad=())  # all dyads of what else is asked
    except ArchiveError as error:
        return page(visit, "network.html", 400, fault=error, chosen=Selection(), choosing=choosing, chips=[], found=[])
    with visit.archive.reading() as connection:
        counted, found = count(connection, EVENT, chosen), dyads(connection, chosen)
    names = {who: actor_name(who, visit.texts) for dyad in found for who in (dyad.one, dyad.other)}
    return page(visit, "network.html", fault=None, chosen=chosen, choosing=choosing, count=counted, asking=asking,
                chips=list(choosing.chips("/network", chosen)), found=found[:_ROWS], several=len(found), names=names,
                ways=ways(chosen), query=choosing.query, drawing=ring(leading(found), names),
                kept=choosing.query(chosen))


def leading(found: Sequence[Dyad]) -> list[Dyad]:
    """The dyads with most events, as many as a drawing can hold."""
    out: list[Dyad] = []
    seen: set[str] = set()
    for dyad in found:
        if len(out) < _LINES and len(seen | {dyad.one, dyad.other}) <= _NODES:
            out.append(dyad)
            seen |= {dyad.one, dyad.other}
    return out
