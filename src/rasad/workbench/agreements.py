"""An agreement has a page: what it is, where reports name it, and by month the events and statements on it."""

from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Path
from starlette.responses import Response

from rasad.archive.agreed import UNKNOWN, Mention, concerned, event_days, mentioned, mentions, statement_days
from rasad.archive.errors import ArchiveError, MissingError
from rasad.archive.finding import EVENT, STATEMENT, Count, count, find
from rasad.archive.known_agreements import known_agreements
from rasad.archive.selection import Selection, first_day, last_day
from rasad.archive.words import folded
from rasad.workbench import asking, choosing
from rasad.workbench.marking import AGREEMENT, Mark, Piece, pieces
from rasad.workbench.months import months
from rasad.workbench.naming import agreement_name
from rasad.workbench.paging import paging
from rasad.workbench.rendering import page
from rasad.workbench.visits import Visiting

router = APIRouter()
OTHERS = "unnamed"  # the page of those that no table knows
_SIZE, _SHOWN, _NEWEST = 50, 12, 6
_ENDS = ".!?؟\n"
AgreementId = Annotated[str, Path(pattern=r"^[\w.-]{1,100}$")]


@dataclass(frozen=True, slots=True)
class Row:
    """An agreement of the list, with how often it is named and how many events concern it."""

    id: str
    name: str
    mentions: Count
    events: int


@router.get("/agreements")
def agreements(visit: Visiting) -> Response:
    """The agreements that the selected reports name, the most often named first."""
    params = visit.request.query_params
    words = params.get("name", "").strip()[:200]
    values: dict[str, Any] = {"words": words, "known": known_agreements(), "choosing": choosing, "asking": asking,
                              "query": choosing.query}
    try:
        chosen = replace(choosing.chosen_by(params), agreement=())
    except ArchiveError as error:
        return page(visit, "agreements.html", 400, **values, fault=error, chosen=Selection(), chips=[], found=[],
                    others=None, kept="", pages=paging(params, _SIZE, 0))
    with visit.archive.reading() as connection:
        named, events = dict(mentioned(connection, chosen)), concerned(connection, chosen)
    others = named.pop(UNKNOWN, None)
    nowhere = Count(0, 0, 0)
    ids = [*named, *(id_ for id_ in events if id_ in known_agreements() and id_ not in named)]
    found = [Row(id_, agreement_name(id_, visit.texts), named.get(id_, nowhere), events.get(id_, 0))
             for id_ in ids if _is_called(id_, words)]
    pages = paging(params, _SIZE, len(found))
    return page(visit, "agreements.html", **values, fault=None, chosen=chosen, others=None if words else others,
                found=found[pages.offset:pages.offset + pages.size], pages=pages, kept=choosing.query(chosen),
                chips=list(choosing.chips("/agreements", chosen, name=words)))


def _is_called(id_: str, words: str) -> bool:
    known = known_agreements().get(id_)
    names = (known.english, *known.names) if known is not None else ()
    return folded(words) in folded(" ".join((id_, *names)))


@router.get("/agreements/{id_}")
def agreement(visit: Visiting, id_: AgreementId) -> Response:
    """The page of an agreement of the tables, or of all that stand in none."""
    known = known_agreements().get(id_)
    if known is None and id_ != OTHERS:
        raise MissingError(f"no agreement is known as {id_!r}", "take one that the list of agreements shows")
    params = visit.request.query_params
    try:
        chosen = replace(choosing.chosen_by(params), agreement=())
    except ArchiveError as error:
        return page(visit, "fault.html", 400, kind="refused", what=error.what, remedy=error.remedy)
    about = replace(chosen, agreement=(id_,))
    with visit.archive.reading() as connection:
        number = mentioned(connection, chosen).get(id_ if known else UNKNOWN, Count(0, 0, 0))
        pages = paging(params, _SHOWN, number.records)
        told = list(mentions(connection, chosen, id_ if known else UNKNOWN, pages.offset, pages.size))
        concern = {what: (count(connection, what, about), list(find(connection, what, about, limit=_NEWEST)))
                   for what in (EVENT, STATEMENT) if known}
        spans = (event_days(connection, about), statement_days(connection, about)) if known else ((), ())
    return page(visit, "agreement.html", id=id_, known=known, name=agreement_name(id_, visit.texts), count=number,
                mentions=[(one, _sentence(one)) for one in told], pages=pages, concern=concern, chosen=chosen,
                about=about, months=months(*spans, _bounds(chosen), visit.texts), asking=asking, choosing=choosing,
                query=choosing.query, kept=choosing.query(chosen),
                chips=list(choosing.chips(visit.request.url.path, chosen)))


def _bounds(chosen: Selection) -> tuple[str, str]:
    return first_day(chosen.since) if chosen.since else "", last_day(chosen.until) if chosen.until else "9999-12-31"


def _sentence(one: Mention) -> list[Piece]:
    """The sentence that names the agreement, its words marked."""
    start = max(one.text.rfind(end, 0, one.start) for end in _ENDS) + 1
    ends = [at for end in _ENDS if (at := one.text.find(end, one.end)) >= 0]
    window = (start, min(ends) + 1 if ends else len(one.text))
    return pieces(one.text, [Mark(one.id, AGREEMENT, one.start, one.end)], window)
