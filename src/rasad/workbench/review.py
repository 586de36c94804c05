"""The queue of a reviewer: what is to be judged, one record at a time beside the others, all of it by its address."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from fastapi import APIRouter
from sqlalchemy import Connection
from starlette.datastructures import QueryParams
from starlette.responses import Response

from rasad.archive.blind import history_apart
from rasad.archive.concord import concord
from rasad.archive.errors import ArchiveError
from rasad.archive.finding import EVENT, STATEMENT, Found, count, find
from rasad.archive.history import History, history
from rasad.archive.identity import split_id
from rasad.archive.ordering import ORDERS, UNREVIEWED
from rasad.archive.packing import json_text
from rasad.archive.selection import Selection
from rasad.archive.standing import MACHINE, Standing
from rasad.workbench import choosing
from rasad.workbench.fields import told
from rasad.workbench.marking import Piece, pieces
from rasad.workbench.paging import Paging, paging
from rasad.workbench.rendering import page
from rasad.workbench.visits import Visit, Visiting
from rasad.workbench.voices import names, record_marks

router = APIRouter()
_SIZE = 15
_AROUND = 700  # characters shown on each side of the evidence at most
KEPT = ("what", "order", "page")


@router.get("/review")
def review(visit: Visiting) -> Response:
    """The queue, with the record in it that is to be judged now."""
    return shown(visit, visit.request.query_params)


def shown(visit: Visit, params: QueryParams, *, fault: ArchiveError | None = None,
          sent: dict[str, str] | None = None) -> Response:
    """The page of an address; `sent` is what a form held that could not be kept."""
    chosen = choosing.chosen_by(params)
    with visit.archive.reading() as connection:
        values = waiting(connection, visit, params, Way("/review", chosen))
        agreed = concord(connection)
    if sent is not None and values["current"] is not None:
        values["fields"] |= sent
    state = values["state"]
    return page(visit, "review.html", 400 if fault else 200, **values, orders=ORDERS, agreed=agreed, fault=fault,
                chips=list(choosing.chips("/review", chosen, what=state["what"], order=state["order"])))


@dataclass(frozen=True, slots=True)
class Way:
    """A page with a queue: its path, what it selects for its visitor, and what of that stands in the address."""

    path: str
    told: Selection
    more: Mapping[str, Any] = field(default_factory=dict)

    def chosen(self, visit: Visit) -> Selection:
        """What is selected; what others rejected is still to be judged by whoever reviews blind."""
        return replace(self.told, **{**self.more, **({"rejected": True} if visit.blind else {})})


def waiting(connection: Connection, visit: Visit, params: QueryParams, way: Way) -> dict[str, Any]:
    """What waits by an address, with the record that is to be judged now and the ways to the others."""
    chosen, told_ = way.chosen(visit), way.told
    what = STATEMENT if params.get("what") == STATEMENT else EVENT
    order = params.get("order", UNREVIEWED)
    counted = count(connection, what, chosen)
    pages = paging(params, _SIZE, counted.records)
    queue = list(find(connection, what, chosen, limit=pages.size, offset=pages.offset, order=order, judge=visit.apart))
    if visit.blind:
        queue = [one for found in queue if (one := _apart(connection, found, visit.reviewer)) is not None]
    at = next((n for n, one in enumerate(queue) if one.id == params.get("at")), 0)
    state = {"what": what if what != EVENT else "", "order": order if order != UNREVIEWED else "",
             "page": pages.number if pages.number > 1 else ""}
    return {**_values(connection, visit, queue, at), "queue": queue, "at": at, "count": counted, "pages": pages,
            "what": what, "order": order, "chosen": told_, "back": choosing.query(told_, **state), "state": state,
            "choosing": choosing, "query": choosing.query, "last": _last(params),
            **_beside(queue, at, pages, way, state)}


def _apart(connection: Connection, found: Found, reviewer: str) -> Found | None:
    """The record as a blind reviewer sees it; None for one that is there by the judgement of others alone."""
    if found.review == MACHINE:
        return found
    report, own = split_id(found.id)
    standing = history_apart(history(connection, report), reviewer).present.record(own)
    if standing is None:
        return None
    return replace(found, record=standing.record, review=standing.review, disputed=standing.disputed,
                   rejected=standing.rejected)


def seen(connection: Connection, visit: Visit, report: str) -> History:
    """The history of a report as the visitor may see it."""
    whole = history(connection, report)
    return history_apart(whole, visit.apart) if visit.apart else whole


def _values(connection: Connection, visit: Visit, queue: list[Found], at: int) -> dict[str, Any]:
    """The record that is to be judged, with the text around it."""
    if not queue:
        return {"current": None, "told": None, "fields": {}, "pieces": [], "names": {}, "standing": None}
    whole = seen(connection, visit, split_id(queue[at].id)[0])
    standing = whole.present.record(split_id(queue[at].id)[1])
    assert standing is not None
    return {"current": queue[at], "told": whole, "standing": standing, "fields": told(standing.record),
            "pieces": _around(whole, standing), "names": names(whole.present, visit.texts)}


def _around(whole: History, standing: Standing) -> list[Piece]:
    """The paragraphs in which the record stands, its words marked, by whomever they were taken for that."""
    records = {json_text(one): one for one in (standing.record, *filter(None, standing.versions.values()))}
    text = whole.stored.report.text
    marks = list(dict.fromkeys(mark for one in records.values() for mark in record_marks(one, "")))
    start, end = min((m.start for m in marks), default=0), max((m.end for m in marks), default=0)
    first = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    stop = text.find("\n", end)
    return pieces(text, marks, (first, min(stop if stop >= 0 else len(text), end + _AROUND)))


def _beside(queue: list[Found], at: int, pages: Paging, way: Way, state: dict[str, Any]) -> dict[str, str]:
    """The addresses of the records before and after the one that is judged, and of the pages."""
    def address(**more: Any) -> str:  # noqa: ANN401
        return f"{way.path}?{choosing.query(way.told, **{**state, **more})}"

    onward = address(page=pages.number + 1) if pages.number < pages.last else ""
    before = address(page=pages.number - 1) if pages.number > 1 else ""
    return {"after": address(at=queue[at + 1].id) if at + 1 < len(queue) else onward,
            "before": address(at=queue[at - 1].id) if at > 0 else before,
            "next_id": queue[at + 1].id if at + 1 < len(queue) else ""}


def _last(params: QueryParams) -> list[str]:
    """The judgements that were just made, which can be undone."""
    return [id_ for id_ in params.get("done", "").split(",") if id_][:_SIZE]
