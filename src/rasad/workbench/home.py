"""The first page tells what the archive holds, or, where that is nothing yet, what to do."""

from fastapi import APIRouter
from starlette.responses import Response

from rasad.archive.finding import EVENT, REPORT, STATEMENT, count, find
from rasad.archive.headings import beginnings
from rasad.archive.selection import Selection
from rasad.workbench.rendering import local, onward, page
from rasad.workbench.visits import LONGEST_NAME, Sending, Visiting

router = APIRouter()
_NEWEST = 8
_ALL = Selection(copies=True)


@router.get("/")
def home(visit: Visiting) -> Response:
    """The first page."""
    with visit.archive.reading() as connection:
        reports = count(connection, REPORT, _ALL)
        if not reports.records:
            return page(visit, "welcome.html")
        numbers = {EVENT: count(connection, EVENT, Selection()), STATEMENT: count(connection, STATEMENT, Selection())}
        waiting = count(connection, EVENT, Selection(review=("machine",)))
        newest = list(find(connection, REPORT, Selection(), limit=_NEWEST))
        began = beginnings(connection, [one.id for one in newest])
    return page(visit, "home.html", beginnings=began, reports=reports, numbers=numbers, waiting=waiting, newest=newest)


@router.post("/name")
def name(sent: Sending) -> Response:
    """The reviewer has a name from now on."""
    answer = onward(local(sent.one("back")))
    sent.visit.put_name(answer, " ".join(sent.one("name").replace("\0", "").split())[:LONGEST_NAME])
    return answer
