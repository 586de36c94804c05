"""Events, statements and reports stand in tables; what a table shows is what its address selects."""

from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from rasad.archive.errors import ArchiveError
from rasad.archive.finding import EVENT, REPORT, STATEMENT, count, find
from rasad.archive.headings import beginnings
from rasad.archive.selection import Selection
from rasad.workbench import choosing
from rasad.workbench.figures import ways
from rasad.workbench.paging import paging
from rasad.workbench.rendering import page
from rasad.workbench.visits import Visit, Visiting

router = APIRouter()
_SIZE = 50


@router.get("/events")
def events(visit: Visiting) -> Response:
    """The events that the address selects."""
    return _table(visit, EVENT)


@router.get("/statements")
def statements(visit: Visiting) -> Response:
    """The statements that the address selects."""
    return _table(visit, STATEMENT)


@router.get("/reports")
def reports(visit: Visiting) -> Response:
    """The reports that the address selects."""
    return _table(visit, REPORT)


def _table(visit: Visit, what: str) -> Response:
    params = visit.request.query_params
    try:
        chosen = choosing.chosen_by(params)
    except ArchiveError as error:
        return page(visit, "table.html", 400, **_values(what, Selection()), fault=error, count=None, found=[],
                    beginnings={}, pages=paging(params, _SIZE, 0))
    with visit.archive.reading() as connection:
        counted = count(connection, what, chosen)
        pages = paging(params, _SIZE, counted.records)
        found = list(find(connection, what, chosen, limit=pages.size, offset=pages.offset))
        began = beginnings(connection, [one.id for one in found]) if what == REPORT else {}
    return page(visit, "table.html", **_values(what, chosen), fault=None, count=counted, found=found, pages=pages,
                beginnings=began)


def _values(what: str, chosen: Selection) -> dict[str, Any]:
    return {"what": what, "chosen": chosen, "chips": list(choosing.chips(f"/{what}", chosen)), "choosing": choosing,
            "query": choosing.query, "exports": choosing.exports(what, chosen), "kept": choosing.query(chosen),
            "ways": ways(chosen)}
