"""A text that is pasted is collected as it would be on the command line, and shown at once."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rasad.archive.collecting import Collector, FeedMemory
from rasad.archive.keeping import with_id
from rasad.batch import Work
from rasad.collect.arrivals import Arrival
from rasad.inputs import InputError, report_of
from rasad.workbench.dates import typed
from rasad.workbench.intakes import in_turn
from rasad.workbench.rendering import onward, page
from rasad.workbench.visits import Sending, Visiting

router = APIRouter()
FIELDS = ("text", "title", "source", "published", "url")
_WAY, _MEDIA = "paste", "text/plain"


@router.get("/paste")
def form(visit: Visiting) -> Response:
    """The forms for a text, for files and for an address."""
    return page(visit, "paste.html", **blank(visit.request))


@router.post("/paste")
def paste(sent: Sending) -> Response:
    """The text is coded and kept, and shown as its report."""
    told = blank(sent.visit.request)
    told["values"] = {name: sent.one(name).strip() if name != "text" else sent.one(name) for name in FIELDS}
    told["values"]["published"] = typed(told["values"]["published"])
    try:
        report = report_of(told["values"])
    except InputError as error:
        return page(sent.visit, "paste.html", 400, **{**told, "fault": error})
    archive = sent.visit.archive
    collector = Collector(archive, Work(in_turn), FeedMemory(archive))
    for _ in collector.collect([Arrival(report, report.text.encode(), _MEDIA, _WAY, "")]):
        pass
    if collector.tally.faults:
        return page(sent.visit, "paste.html", 400, **{**told, "fault": collector.tally.faults[0]})
    return onward(f"/reports/{with_id(report).id}")


def blank(request: Request) -> dict[str, Any]:
    """What the page shows while nothing was sent."""
    return {"values": dict.fromkeys(FIELDS, ""), "address": "", "fault": None,
            "going_on": request.app.state.intakes.going_on()}
