"""A report is read with its evidence marked in place, and each record leads to its stretch of the text and back."""

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from rasad.archive.standing import effective
from rasad.workbench import choosing
from rasad.workbench.marking import pieces
from rasad.workbench.mending import mended
from rasad.workbench.rendering import onward, page
from rasad.workbench.review import seen
from rasad.workbench.visits import Visiting
from rasad.workbench.voices import agreements, marks, names, voices

router = APIRouter()
ReportId = Annotated[str, Path(pattern="^r[0-9a-f]{16}$")]
RecordId = Annotated[str, Path(pattern=r"^r[0-9a-f]{16}\.[es][0-9a-f]{1,16}$")]


@router.get("/reports/{id_}")
def report(visit: Visiting, id_: ReportId, repaired: str = "", fault: str = "") -> Response:
    """A report with its records beside it; `repaired` shows the text as it was read."""
    with visit.archive.reading() as connection:
        told = seen(connection, visit, id_)
    one, named = told.stored.report, names(told.present, visit.texts)
    return page(visit, "reader.html", told=told, report=one, names=named,
                agreements=agreements(told.present), voices=voices(told.present),
                pieces=pieces(one.text, marks(told.present, named)),
                mended=mended(one.text, one.language) if repaired else None, fault=fault[:300],
                counting={said.id for said in effective(told.judgements)}, modes=choosing.modes(),
                statuses=choosing.STATUSES)


@router.get("/records/{id_}")
def record(_visit: Visiting, id_: RecordId) -> Response:
    """A record is shown in its report."""
    report_, _, own = id_.partition(".")
    return onward(f"/reports/{report_}#r-{own}")
